//! `greffe verify`.

use std::path::PathBuf;

use clap::Args;
use greffe::diagnose::{Arg, Diagnostic, Diagnostics, codes};
use greffe::seal::PublicKey;
use greffe::verify::verify;

use super::speak::Voice;
use super::{Common, Exit};

#[derive(Args)]
pub struct Verify {
    /// The archive: a folder, a ZIP of it, or a BagIt bag [default: the output folder]
    archive: Option<PathBuf>,
    /// The last edition must be signed by this public key: a key of a signed note, `ssh-ed25519 …`, or a file that holds one
    #[arg(long, value_name = "KEY")]
    key: Option<String>,
}

impl Verify {
    pub fn run(&self, common: &Common, voice: &Voice) -> Exit {
        let key = match &self.key {
            None => None,
            Some(given) => {
                let text = std::fs::read_to_string(given).unwrap_or_else(|_| given.clone());
                let Some(key) = PublicKey::parse(&text) else {
                    voice.say(&Diagnostic::new(codes::BAD_VALUE).file("--key").arg("value", given).arg("near", "ssh-ed25519 AAAA…"));
                    return Exit::Usage;
                };
                Some(key)
            }
        };
        let path = self.archive.clone().unwrap_or_else(|| common.settings().out);
        let verdict = match verify(&path, key.as_ref()) {
            Ok(verdict) => verdict,
            Err(diagnostic) => {
                voice.say(&diagnostic);
                return Exit::Usage;
            }
        };
        let mut diagnostics = Diagnostics::default();
        diagnostics.extend(verdict.faults);
        voice.say_all(&diagnostics);
        let args = [
            ("path", Arg::from(path.display().to_string())),
            ("count", Arg::from(verdict.count)),
            ("files", Arg::from(verdict.files)),
            ("consultations", Arg::from(verdict.consultations)),
            ("contributions", Arg::from(verdict.contributions)),
            ("editions", Arg::from(verdict.editions)),
            ("signatures", Arg::from(verdict.signatures)),
        ];
        if verdict.count > 0 {
            voice.tell("cli-not-verified", &args);
            return Exit::Content;
        }
        voice.tell("cli-verified", &args);
        if verdict.draft {
            voice.tell("cli-verified-draft", &args);
        }
        Exit::Done
    }
}
