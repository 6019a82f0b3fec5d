//! `greffe verify`.

use std::path::PathBuf;

use clap::Args;
use greffe::diagnose::{Arg, Diagnostic, Diagnostics, codes};
use greffe::seal::PublicKey;
use greffe::verify::{Standing, verify};

use super::speak::Voice;
use super::{Common, Exit};

#[derive(Args)]
pub struct Verify {
    /// The archive: a folder, a ZIP of it, or a BagIt bag [default: the output folder]
    archive: Option<PathBuf>,
    /// The archive must be an edition that was signed with this public key: a key of a signed note, `ssh-ed25519 …`, or a file that holds one
    #[arg(long, value_name = "KEY")]
    key: Option<String>,
}

impl Verify {
    pub fn run(&self, common: &Common, voice: &Voice) -> Exit {
        let key = match &self.key {
            None => None,
            Some(given) => {
                // A key before a file: whoever made the archive may have put one in it that has the name of the key.
                let file = || std::fs::metadata(given).ok().filter(|found| found.is_file() && found.len() < 1 << 20);
                let held = || file().and_then(|_| PublicKey::parse(&std::fs::read_to_string(given).ok()?));
                let Some(key) = PublicKey::parse(given).or_else(held) else {
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
        let forms: Vec<String> = verdict.checked.forms.iter().map(|(form, rows)| format!("{form} {rows}")).collect();
        let forms = if forms.is_empty() { "–".to_owned() } else { forms.join(", ") };
        let args = [
            ("path", Arg::from(path.display().to_string())),
            ("count", Arg::from(verdict.count)),
            ("files", Arg::from(verdict.files)),
            ("consultations", Arg::from(verdict.consultations)),
            ("contributions", Arg::from(verdict.contributions)),
            ("editions", Arg::from(verdict.editions)),
            ("signatures", Arg::from(verdict.signatures)),
            ("pages", Arg::from(verdict.checked.pages)),
            ("forms", Arg::from(forms)),
        ];
        if let Some(inside) = &verdict.inside {
            voice.tell("cli-verified-inside", &[("path", Arg::from(inside.clone()))]);
        }
        if verdict.count > 0 {
            voice.tell("cli-not-verified", &args);
            return Exit::Content;
        }
        voice.tell("cli-verified", &args);
        voice.tell("cli-verified-compared", &args);
        let (key, number) = match (verdict.standing, key) {
            (Standing::Unstated, _) => ("cli-standing-unstated", 0),
            (Standing::Draft(number), _) => ("cli-standing-draft", number),
            (Standing::Unsigned(number), _) => ("cli-standing-unsigned", number),
            (Standing::Signed(number), None) => ("cli-standing-signed", number),
            (Standing::Signed(number), Some(_)) => ("cli-standing-pinned", number),
        };
        voice.tell(key, &[("number", Arg::from(u64::from(number)))]);
        Exit::Done
    }
}
