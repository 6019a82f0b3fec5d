//! `greffe publish`.

use std::io::IsTerminal;

use clap::{Args, ValueEnum};
use greffe::diagnose::{Arg, Diagnostic, Diagnostics, codes};
use greffe::publish::{Client, Order, Sink, Software, publish};
use greffe::read::Root;
use indicatif::{ProgressBar, ProgressStyle};

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
    /// Publish for this organization, by its id or name there
    #[arg(long, value_name = "ID")]
    organization: Option<String>,
    /// Upload the files; without it the portal links to the archive
    #[arg(long)]
    upload: bool,
    /// Make new datasets visible to their publisher alone
    #[arg(long)]
    private: bool,
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

impl Publish {
    pub fn run(&self, common: &Common, voice: &Voice) -> Exit {
        let mut diagnostics = Diagnostics::new(common.strict);
        let portal = match (self.site.as_str(), self.to) {
            ("demo", To::Datagouv) => "https://demo.data.gouv.fr",
            ("production", To::Datagouv) => "https://www.data.gouv.fr",
            (url, _) if url.starts_with("https://") || (url.starts_with("http://") && is_loopback(url)) => url.trim_end_matches('/'),
            (other, _) => {
                voice.say(&Diagnostic::new(codes::BAD_PORTAL).arg("value", other));
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
            only: self.slugs.clone(),
        };
        let told = Told::new(voice);
        let header = if self.to == To::Ckan { "Authorization" } else { "X-API-KEY" };
        let client = Client::new(portal, header, key, self.dry_run, &told);
        let root = Root { path: common.root.clone() };
        let done = publish(&order, &common.settings().out, &root.content(), client);
        told.bar.finish_and_clear();
        match done {
            Ok(done) if self.dry_run => voice.tell("cli-dry-run", &[("count", Arg::from(done.created + done.updated))]),
            Ok(done) => {
                let numbers = [
                    ("created", done.created),
                    ("updated", done.updated),
                    ("sent", done.sent),
                    ("unchanged", done.unchanged),
                    ("removed", done.removed),
                ];
                voice.tell("cli-published", &numbers.map(|(name, number)| (name, Arg::from(number))));
                done.pages.iter().for_each(|page| voice.print(page));
            }
            Err(diagnostic) => diagnostics.push(diagnostic),
        }
        voice.say_all(&diagnostics)
    }
}

/// Without encryption a key may go to this machine alone.
fn is_loopback(url: &str) -> bool {
    let host = url.trim_start_matches("http://");
    ["127.0.0.1", "localhost", "[::1]"].iter().any(|name| host.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '/'])))
}

/// Tells what happens: a bar on a terminal, a line a file elsewhere.
struct Told<'a> {
    voice: &'a Voice,
    bar: ProgressBar,
}

impl<'a> Told<'a> {
    fn new(voice: &'a Voice) -> Self {
        let bar = if voice.chatty() && std::io::stderr().is_terminal() { ProgressBar::new(0) } else { ProgressBar::hidden() };
        if let Ok(style) = ProgressStyle::with_template("{msg} {bar:30} {bytes}/{total_bytes}") {
            bar.set_style(style);
        }
        Self { voice, bar }
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
        }
        self.bar.set_message(what.to_owned());
        self.bar.set_length(bytes);
        self.bar.set_position(0);
    }

    fn sent(&self, bytes: u64) {
        self.bar.inc(bytes);
    }

    fn waiting(&self, seconds: u64, why: &str) {
        if self.voice.chatty() {
            let line = self.voice.words.format("cli-waiting", &[("seconds", Arg::from(seconds)), ("why", why.into())]);
            self.bar.suspend(|| eprintln!("{line}"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_loopback;

    #[test]
    fn a_key_goes_in_clear_to_this_machine_only() {
        assert!(is_loopback("http://127.0.0.1:5000") && is_loopback("http://localhost") && is_loopback("http://[::1]:80/x"));
        assert!(
            !is_loopback("http://127.0.0.1.example.org") && !is_loopback("http://example.org/127.0.0.1") && !is_loopback("http://localhost.example")
        );
    }
}
