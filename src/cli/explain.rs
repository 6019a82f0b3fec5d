//! `greffe explain CODE`.

use clap::Args;
use greffe::diagnose::{CODES, Code, Diagnostic, codes, did_you_mean};

use super::Exit;
use super::speak::Voice;

#[derive(Args)]
pub struct Explain {
    /// The code, as it stands in brackets before a message; without one, all codes
    code: Option<String>,
}

impl Explain {
    pub fn run(&self, voice: &Voice) -> Exit {
        let Some(wanted) = &self.code else {
            CODES.iter().for_each(|code| voice.print(code.id));
            return Exit::Done;
        };
        match Code::find(wanted) {
            Some(code) => {
                voice.print(&voice.words.format_attribute(code.id, "explain", &[]));
                Exit::Done
            }
            None => {
                let near = did_you_mean(wanted, CODES.iter().map(|code| code.id)).unwrap_or_default();
                voice.say(&Diagnostic::new(codes::UNKNOWN_CODE).arg("value", wanted).arg("near", near));
                Exit::Usage
            }
        }
    }
}
