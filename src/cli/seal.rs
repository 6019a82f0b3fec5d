//! `greffe seal`: builds, and closes an edition.

use std::path::PathBuf;

use clap::Args;
use greffe::diagnose::{Arg, Diagnostic, Diagnostics, codes};
use greffe::pipeline::{content, seal};
use greffe::read::Root;
use greffe::seal::{Sealing, Signing, origin, signing_key};

use super::progress::Stages;
use super::speak::Voice;
use super::{Common, Exit};

/// The variable that holds the passphrase of a locked key.
const PASSPHRASE: &str = "GREFFE_KEY_PASSPHRASE";

#[derive(Args)]
pub struct Seal {
    /// Sign with this private Ed25519 key: of OpenSSH, of minisign, or PKCS#8
    #[arg(long, value_name = "FILE")]
    key: Option<PathBuf>,
    /// The day of the edition [default: today]
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<String>,
    /// What is new in it, in a sentence; it is published
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
}

impl Seal {
    pub fn run(&self, common: &Common, voice: &Voice) -> Exit {
        let mut diagnostics = Diagnostics::new(common.strict);
        let settings = common.settings();
        // The key is named after the archive; what is wrong in the content is said by the build below.
        let base = content(&Root { path: settings.root.clone() }, &mut Diagnostics::default()).and_then(|content| content.config.base_url);
        let key = match self.key.as_ref().map(|path| self.signing(path, &origin(base.as_deref()), voice)).transpose() {
            Ok(key) => key,
            Err(diagnostic) => {
                voice.say(&diagnostic);
                return Exit::Usage;
            }
        };
        let today = || jiff::Timestamp::now().to_string().chars().take(10).collect::<String>();
        let date = self.date.clone().unwrap_or_else(today);
        let sound = date.len() == 10 && date.parse::<jiff::civil::Date>().is_ok();
        if !sound {
            voice.say(&Diagnostic::new(codes::BAD_VALUE).file("--date").arg("value", date).arg("near", today()));
            return Exit::Usage;
        }
        let stages = Stages::new(voice);
        let mut report = seal(&settings, &Sealing { date, note: self.note.clone(), key }, &stages, &mut diagnostics);
        stages.clear();
        voice.report(&mut report, &mut diagnostics);
        let exit = voice.say_all(&diagnostics);
        if exit == Exit::Done {
            match report.edition {
                Some(number) => voice.tell("cli-sealed", &[("number", Arg::from(u64::from(number)))]),
                None => voice.tell("cli-nothing-to-seal", &[]),
            }
        }
        exit
    }

    fn signing(&self, path: &std::path::Path, name: &str, voice: &Voice) -> Result<Signing, Diagnostic> {
        let file = path.display().to_string();
        let text = std::fs::read_to_string(path).map_err(|error| Diagnostic::new(codes::UNREADABLE).file(&file).arg("error", error.to_string()))?;
        let mut ask = || {
            let given = std::env::var(PASSPHRASE).ok();
            given.or_else(|| rpassword::prompt_password(voice.words.text("cli-passphrase")).ok()).unwrap_or_default()
        };
        signing_key(&file, &text, name, &mut ask)
    }
}
