//! `greffe serve`: build, serve on loopback, rebuild and reload on change.

use clap::Args;
use greffe::diagnose::Arg;

use super::speak::Voice;
use super::{Common, Exit};

#[derive(Args)]
pub struct Serve {
    /// Port on this machine
    #[arg(long, default_value_t = 8000)]
    port: u16,
}

impl Serve {
    pub fn run(&self, common: &Common, voice: &Voice) -> Exit {
        let say = |outcome: &greffe::serve::Rebuilt| {
            voice.say_all(&outcome.diagnostics);
            if outcome.diagnostics.has_errors() {
                return;
            }
            voice.tell("cli-rebuilt", &[("seconds", Arg::decimal(outcome.seconds, 2))]);
        };
        let ready = |url: &str| voice.tell("cli-serving", &[("url", Arg::from(url))]);
        match greffe::serve::serve(&common.settings(), self.port, &voice.words, &say, &ready) {
            Ok(()) => Exit::Done,
            Err(diagnostic) => {
                voice.say(&diagnostic);
                Exit::Machine
            }
        }
    }
}
