//! `greffe pack`: the built archive as a package for deposit.

use std::path::PathBuf;

use clap::Args;
use greffe::deposit::{Form, pack};
use greffe::diagnose::{Arg, Diagnostics};
use greffe::pipeline::content;
use greffe::read::Root;
use greffe::verify::verify;

use super::speak::Voice;
use super::{Common, Exit};

#[derive(Args)]
pub struct Pack {
    /// Where it goes: a file that ends in .zip, or a new folder [default: <root>/deposit/archive.zip, archive-bag, archive-crate]
    #[arg(long, value_name = "PATH")]
    to: Option<PathBuf>,
}

impl Pack {
    pub fn run(&self, common: &Common, voice: &Voice) -> Exit {
        let settings = common.settings();
        let mut diagnostics = Diagnostics::new(common.strict);
        let read = content(&Root { path: settings.root.clone() }, &mut diagnostics).filter(|_| !diagnostics.has_errors());
        let Some(content) = read else { return voice.say_all(&diagnostics) };
        // A damaged archive is no deposit.
        match verify(&settings.out, None) {
            Ok(verdict) if verdict.count == 0 => {}
            Ok(verdict) => {
                diagnostics.extend(verdict.faults);
                return voice.say_all(&diagnostics);
            }
            Err(diagnostic) => {
                voice.say(&diagnostic);
                return Exit::Usage;
            }
        }
        let form = common.format.package().unwrap_or(Form::Zip);
        let name = match form {
            Form::Zip => "archive.zip",
            Form::BagIt => "archive-bag",
            Form::RoCrate => "archive-crate",
        };
        let to = self.to.clone().unwrap_or_else(|| common.root.join("deposit").join(name));
        match pack(&settings.out, &to, form, &content) {
            Ok(count) => {
                voice.tell("cli-packed", &[("path", Arg::from(to.display().to_string())), ("count", Arg::from(count))]);
                Exit::Done
            }
            Err(diagnostic) => {
                voice.say(&diagnostic);
                Exit::Machine
            }
        }
    }
}
