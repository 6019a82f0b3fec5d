//! `greffe schema`.

use clap::{Args, ValueEnum};
use greffe::archive::json_schema;

use super::Exit;
use super::speak::Voice;

#[derive(Args)]
pub struct Schema {
    /// Which file
    #[arg(value_enum, default_value_t = Which::Consultation)]
    which: Which,
}

#[derive(Clone, Copy, ValueEnum)]
enum Which {
    /// content/archive.yaml
    Archive,
    /// content/consultations/<slug>/consultation.yaml
    Consultation,
    /// content/profiles/<name>.yaml
    Profile,
}

impl Schema {
    pub fn run(&self, voice: &Voice) -> Exit {
        let name = match self.which {
            Which::Archive => "archive",
            Which::Consultation => "consultation",
            Which::Profile => "profile",
        };
        match json_schema(name).and_then(|schema| serde_json::to_string_pretty(&schema).ok()) {
            Some(text) => {
                voice.print(&text);
                Exit::Done
            }
            None => Exit::Machine,
        }
    }
}
