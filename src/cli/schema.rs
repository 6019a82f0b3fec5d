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
    /// content/consultations/<slug>/outcomes.yaml
    Outcomes,
    /// content/consultations/<slug>/timeline.yaml
    Timeline,
    /// content/consultations/<slug>/workshops.yaml
    Workshops,
}

impl Schema {
    pub fn run(&self, voice: &Voice) -> Exit {
        let name = match self.which {
            Which::Archive => "archive",
            Which::Consultation => "consultation",
            Which::Profile => "profile",
            Which::Outcomes => "outcomes",
            Which::Timeline => "timeline",
            Which::Workshops => "workshops",
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
