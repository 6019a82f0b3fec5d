//! `greffe export`.

use std::path::PathBuf;

use clap::Args;
use greffe::diagnose::{Arg, Diagnostic, Diagnostics, codes};
use greffe::pipeline::{export, format_ids};

use super::progress::Stages;
use super::speak::Voice;
use super::{Common, Exit};

#[derive(Args)]
pub struct Export {
    /// Where the data goes: a new or empty folder, or one that export wrote before
    dir: PathBuf,
    /// Only these formats, separated by commas: csv, spreadsheet, xlsx, ods, json, jsonl, parquet, geojson, sqlite, zip
    #[arg(long, value_name = "LIST", value_delimiter = ',')]
    formats: Vec<String>,
}

impl Export {
    pub fn run(&self, common: &Common, voice: &Voice) -> Exit {
        let known = format_ids();
        if let Some(unknown) = self.formats.iter().find(|format| !known.contains(&format.as_str())) {
            let near = greffe::diagnose::did_you_mean(unknown, known.iter().copied()).unwrap_or("csv");
            voice.say(&Diagnostic::new(codes::BAD_VALUE).file("--formats").arg("value", unknown).arg("near", near));
            return Exit::Usage;
        }
        let mut diagnostics = Diagnostics::new(common.strict);
        let mut settings = common.settings();
        settings.out.clone_from(&self.dir);
        let stages = Stages::new(voice);
        let mut report = export(&settings, &self.formats, &stages, &mut diagnostics);
        stages.clear();
        voice.report(&mut report, &mut diagnostics);
        if !diagnostics.has_errors() {
            voice.tell(
                "cli-exported",
                &[("path", Arg::from(self.dir.display().to_string())), ("count", Arg::from(report.files.written + report.files.unchanged))],
            );
        }
        voice.say_all(&diagnostics)
    }
}
