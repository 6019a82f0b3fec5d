//! `greffe inspect`: what export files are, why, what belongs to what, and what would be read from them. Nothing is written.

use std::path::{Path, PathBuf};

use clap::Args;
use greffe::diagnose::{Code, Diagnostics, codes};
use greffe::import::{FileFacts, Profiles};
use greffe::read::{Root, inputs, profiles, slashed};

use super::facts::{tell_columns, tell_file, tell_sample, tell_together};
use super::scaffold::{quoted, surveyed};
use super::speak::Voice;
use super::{Common, DiagnosticFormat, Exit};

#[derive(Args)]
pub struct Inspect {
    /// Export files, folders or ZIPs
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

/// What is said with the facts already.
const TOLD: &[&Code] = &[codes::UNRECOGNISED, codes::UNRECOGNISED_MEMBER, codes::NOTHING_READABLE, codes::UNUSED_COLUMN, codes::PERSONAL_COLUMN];

impl Inspect {
    pub fn run(&self, common: &Common, voice: &Voice) -> Exit {
        let mut diagnostics = Diagnostics::default();
        let mut known = Profiles::built_in();
        known.add(&profiles(&Root { path: common.root.clone() }), &mut diagnostics);
        let mut found: Vec<PathBuf> = Vec::new();
        for path in &self.files {
            // A file that is not there, or that nobody may read.
            if let Err(diagnostic) = inputs(&path.display().to_string(), path) {
                diagnostics.push(diagnostic);
            } else if let Ok(path) = path.canonicalize() {
                found.push(path);
            }
        }
        let folder = common_folder(&found);
        let mut yaml = "title: inspect\nsources:\n".to_owned();
        for path in &found {
            let name = slashed(path.strip_prefix(&folder).unwrap_or(path));
            yaml.push_str(&format!("  - file: {}\n", quoted(&name)));
        }
        if found.is_empty() {
            return voice.say_all(&diagnostics);
        }
        let mut said = Diagnostics::default();
        let survey = surveyed(yaml, "inspect", &folder, &known, &voice.words, &mut said);
        diagnostics.extend(said.iter().filter(|diagnostic| !TOLD.contains(&diagnostic.code)).cloned());
        if common.format == DiagnosticFormat::Json {
            voice.print(&serde_json::to_string_pretty(&survey).unwrap_or_default());
        } else {
            survey.files.iter().for_each(|file| {
                tell_file(file, voice);
                tell_columns(file, voice);
            });
            tell_sample(&survey, voice);
            tell_together(&survey, voice);
        }
        match voice.say_all(&diagnostics) {
            // Nothing would come of a build.
            Exit::Done if !survey.files.iter().any(FileFacts::is_recognised) => Exit::Content,
            exit => exit,
        }
    }
}

/// The folder that holds all of the files.
fn common_folder(paths: &[PathBuf]) -> PathBuf {
    let mut folders = paths.iter().filter_map(|path| path.parent());
    let Some(first) = folders.next() else { return PathBuf::new() };
    folders.fold(first.to_owned(), |common, folder| {
        common.ancestors().find(|ancestor| folder.starts_with(ancestor)).map_or_else(|| common.clone(), Path::to_owned)
    })
}
