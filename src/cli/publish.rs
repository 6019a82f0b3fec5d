//! `greffe publish`.

use std::io::IsTerminal;
use std::time::Duration;

use clap::{Args, ValueEnum};
use greffe::diagnose::{Arg, Diagnostic, Diagnostics, codes};
use greffe::publish::{Client, FEW, Order, Sink, Software, Withdrawn, portal_address, publish};
use greffe::read::Root;
use greffe::words::Words;
use greffe::write::Lock;
use indicatif::{ProgressBar, ProgressStyle};

use super::pulse::Pulse;
use super::speak::Voice;
use super::{Common, Exit};

/// The variable that holds the key.
const KEY: &str = "GREFFE_API_KEY";

#[derive(Args)]
pub struct Publish {
    /// Consultations to publish, by the names of their folders; `archive` is all of them together [default: everything]
    slugs: Vec<String>,
    /// The software of the portal
    #[arg(long, value_enum, default_value_t = To::Datagouv)]
    to: To,
    /// The portal: demo or production of data.gouv.fr, or an address
    #[arg(long, value_name = "demo|production|URL", default_value = "demo")]
    site: String,
    /// Publish for this organization, by its slug, name or id there; it is remembered
    #[arg(long, value_name = "SLUG")]
    organization: Option<String>,
    /// Upload the files; without it the portal links to the archive
    #[arg(long)]
    upload: bool,
    /// Make new datasets visible to their publisher alone
    #[arg(long)]
    private: bool,
    /// Files of a dataset: a number, or all
    #[arg(long, value_name = "N|all", default_value_t = FEW.to_string())]
    files: String,
    /// What becomes of the dataset of a consultation that the archive has no longer: name it, make it private, remove it
    #[arg(long, value_enum, default_value_t = Gone::Name)]
    withdrawn: Gone,
    /// Write over what people changed on the portal
    #[arg(long)]
    overwrite: bool,
    /// The longest time to wait for an answer, in seconds
    #[arg(long, value_name = "SECONDS", default_value_t = 120, value_parser = clap::value_parser!(u64).range(1..=3600))]
    timeout: u64,
    /// Send nothing: print every request
    #[arg(long)]
    dry_run: bool,
}

/// The software of a portal.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum To {
    /// data.gouv.fr and other portals made with udata
    Datagouv,
    /// Any CKAN portal
    Ckan,
}

/// What becomes of what was withdrawn.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Gone {
    Name,
    Private,
    Remove,
}

impl Publish {
    pub fn run(&self, common: &Common, voice: &Voice) -> Exit {
        let mut diagnostics = Diagnostics::new(common.strict);
        let portal = match (self.site.as_str(), self.to) {
            ("demo", To::Datagouv) => "https://demo.data.gouv.fr",
            ("production", To::Datagouv) => "https://www.data.gouv.fr",
            (url, _) => match portal_address(url) {
                Some(portal) => portal,
                None => {
                    voice.say(&Diagnostic::new(codes::BAD_PORTAL).arg("value", url));
                    return Exit::Usage;
                }
            },
        };
        let files = match (self.files.as_str(), self.files.parse()) {
            ("all", _) => None,
            (_, Ok(number)) => Some(number),
            (other, Err(_)) => {
                voice.say(&Diagnostic::new(codes::BAD_VALUE).file("--files").arg("value", other).arg("near", "all"));
                return Exit::Usage;
            }
        };
        let key = match (std::env::var(KEY), self.dry_run) {
            (Ok(key), _) if !key.trim().is_empty() => key.trim().to_owned(),
            (_, true) => String::new(),
            _ if std::io::stdin().is_terminal() => match rpassword::prompt_password(format!("{} ", voice.words.text("cli-key"))) {
                Ok(key) if !key.trim().is_empty() => key.trim().to_owned(),
                _ => {
                    voice.say(&Diagnostic::new(codes::NO_KEY).arg("name", KEY));
                    return Exit::Usage;
                }
            },
            _ => {
                voice.say(&Diagnostic::new(codes::NO_KEY).arg("name", KEY));
                return Exit::Usage;
            }
        };
        let order = Order {
            portal: portal.to_owned(),
            software: if self.to == To::Ckan { Software::Ckan } else { Software::Udata },
            organization: self.organization.clone(),
            upload: self.upload,
            private: self.private,
            overwrite: self.overwrite,
            files,
            withdrawn: match self.withdrawn {
                Gone::Name => Withdrawn::Name,
                Gone::Private => Withdrawn::Hide,
                Gone::Remove => Withdrawn::Remove,
            },
            only: self.slugs.clone(),
        };
        let root = Root { path: common.root.clone() };
        // Two runs would make each dataset twice, and a build would change the site under our hands.
        let lock = if self.dry_run { Ok(None) } else { Lock::take(&root.state()).map(Some) };
        let _lock = match lock {
            Ok(lock) => lock,
            Err(diagnostic) => {
                diagnostics.push(diagnostic);
                return voice.say_all(&diagnostics);
            }
        };
        let told = Told::new(voice);
        let header = if self.to == To::Ckan { "Authorization" } else { "X-API-KEY" };
        let client = Client::new(portal, header, key, self.dry_run, Duration::from_secs(self.timeout), &told);
        let (done, said) = publish(&order, &common.settings().out, &root.content(), &client);
        told.bar.finish_and_clear();
        diagnostics.extend(said);
        if self.dry_run {
            voice.tell("cli-dry-run", &[("count", Arg::from(done.created + done.updated))]);
        } else {
            let numbers = [
                ("created", done.created),
                ("updated", done.updated),
                ("withdrawn", done.withdrawn),
                ("sent", done.sent),
                ("unchanged", done.unchanged),
                ("removed", done.removed),
            ];
            voice.tell("cli-published", &numbers.map(|(name, number)| (name, Arg::from(number))));
            done.pages.iter().for_each(|page| voice.print(page));
        }
        voice.say_all(&diagnostics)
    }
}

/// Tells what happens: a bar on a terminal, a line a file elsewhere.
struct Told<'a> {
    voice: &'a Voice,
    bar: ProgressBar,
    pulse: Pulse,
}

impl<'a> Told<'a> {
    fn new(voice: &'a Voice) -> Self {
        let bar = if voice.chatty() && std::io::stderr().is_terminal() { ProgressBar::new(0) } else { ProgressBar::hidden() };
        if let Ok(style) = ProgressStyle::with_template("{msg} {bar:30} {bytes}/{total_bytes}") {
            bar.set_style(style);
        }
        let (chatty, language, above) = (voice.chatty(), voice.words.language().to_owned(), bar.clone());
        let pulse = Pulse::new(move |whom, seconds| {
            if chatty {
                let line = Words::diagnostics(&language).format("cli-alive", &[("seconds", Arg::from(seconds)), ("whom", whom.into())]);
                above.suspend(|| eprintln!("{line}"));
            }
        });
        Self { voice, bar, pulse }
    }
}

impl Sink for Told<'_> {
    fn request(&self, method: &str, url: &str, body: &str) {
        self.voice.print(&format!("{method} {url}"));
        for line in body.lines() {
            self.voice.print(&format!("    {line}"));
        }
    }

    fn begin(&self, what: &str, bytes: u64) {
        if self.bar.is_hidden() && self.voice.chatty() {
            eprintln!("{what}");
            self.pulse.told();
        }
        self.bar.set_message(what.to_owned());
        self.bar.set_length(bytes);
        self.bar.set_position(0);
    }

    fn sent(&self, bytes: u64) {
        self.bar.set_position(bytes);
    }

    fn waiting(&self, seconds: u64, why: &str) {
        if self.voice.chatty() {
            let line = self.voice.words.format("cli-waiting", &[("seconds", Arg::from(seconds)), ("why", why.into())]);
            self.bar.suspend(|| eprintln!("{line}"));
            self.pulse.told();
        }
    }

    fn asking(&self, whom: &str) {
        self.pulse.wait_for(whom);
    }

    fn answered(&self) {
        self.pulse.rest();
    }
}
