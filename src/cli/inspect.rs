//! `greffe inspect`: what export files are, and what would be read from them. Nothing is written.

use std::path::{Path, PathBuf};

use clap::Args;
use greffe::archive::{ConsultationConfig, ConsultationContent};
use greffe::diagnose::{Arg, Diagnostics};
use greffe::import::{Profiles, SourceReader, Unit, read_sources, units};
use greffe::read::{Hints, inputs};

use super::Exit;
use super::scaffold::{columns_block, quoted, recognised};
use super::speak::Voice;

#[derive(Args)]
pub struct Inspect {
    /// Export files, folders or ZIPs
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

impl Inspect {
    pub fn run(&self, voice: &Voice) -> Exit {
        let profiles = Profiles::built_in();
        let mut diagnostics = Diagnostics::default();
        for path in &self.files {
            inspect(path, &profiles, voice, &mut diagnostics);
        }
        voice.say_all(&diagnostics)
    }
}

fn inspect(path: &Path, profiles: &Profiles, voice: &Voice, diagnostics: &mut Diagnostics) {
    let words = &voice.words;
    let line = |key: &str, args: &[(&str, Arg)]| voice.print(&format!("  {}", words.format(key, args)));
    let name = path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
    let found = match inputs(&path.display().to_string(), path) {
        Ok(found) => found,
        Err(diagnostic) => return diagnostics.push(diagnostic),
    };
    for unit in units(&name, found, &Hints::default(), profiles) {
        voice.print(unit.name());
        if let Unit::Table(_, table) = &unit {
            line("cli-inspect-encoding", &[("encoding", table.encoding.as_str().into())]);
            if let Some(delimiter) = table.delimiter() {
                let shown = if delimiter == b'\t' { "tab".to_owned() } else { char::from(delimiter).to_string() };
                line("cli-inspect-delimiter", &[("delimiter", shown.into())]);
            }
        }
        let (recognition, headers) = recognised(unit, profiles);
        let Some(recognition) = recognition else { continue };
        match recognition.best() {
            Some(best) => {
                line("cli-inspect-platform", &[("platform", best.profile.platform.as_str().into())]);
                line(
                    "cli-inspect-profile",
                    &[
                        ("profile", best.profile.id.as_str().into()),
                        ("title", best.profile.title.as_str().into()),
                        ("sure", Arg::Number(i64::from(best.known))),
                    ],
                );
                line("cli-inspect-because", &[("columns", best.present.join(", ").into())]);
                if let Some(second) = recognition.second() {
                    line("cli-inspect-runner-up", &[("profile", second.profile.id.as_str().into()), ("sure", Arg::Number(i64::from(second.known)))]);
                }
                if !best.profile.about.is_empty() {
                    voice.print(&format!("  {}", best.profile.about));
                }
            }
            None => {
                let near: Vec<String> =
                    recognition.candidates.iter().take(3).map(|c| format!("{} (− {})", c.profile.id, c.missing.join(", "))).collect();
                line(
                    "cli-inspect-nothing",
                    &[("near", near.join(" · ").into()), ("near-list", words.format("near-list", &[("near", near.join(" · ").into())]).into())],
                );
                if !headers.is_empty() {
                    line("cli-inspect-columns-block", &[]);
                    voice.print(&format!("    kind: proposal\n    columns:\n{}", columns_block(&headers, "      ")));
                }
            }
        }
    }
    read(path, &name, profiles, voice, diagnostics);
}

/// Reads the file as a build would, and says what came of it.
fn read(path: &Path, name: &str, profiles: &Profiles, voice: &Voice, diagnostics: &mut Diagnostics) {
    let words = &voice.words;
    let yaml = format!("title: inspect\nsources:\n  - file: {}\n", quoted(name));
    let Ok(config) = greffe::read::parse_yaml::<ConsultationConfig>(&yaml, name) else { return };
    let content = ConsultationContent { slug: "inspect".to_owned(), config, file: name.to_owned(), yaml, presentation: None };
    let folder = path.canonicalize().ok().and_then(|path| path.parent().map(Path::to_owned)).unwrap_or_default();
    let reader = SourceReader { profiles, folder: &folder, shown: ".".to_owned(), language: words.language(), progress: &|_| {} };
    let draft = read_sources(&reader, &content, None, diagnostics);
    for source in &draft.sources {
        voice.print(&source.file);
        let counts = [("read", Arg::from(source.rows_read)), ("kept", Arg::from(source.rows_kept)), ("aside", Arg::from(source.rows_set_aside))];
        voice.print(&format!("  {}", words.format("cli-inspect-rows", &counts)));
        for (key, columns) in [("cli-inspect-unused", &source.columns_unused), ("cli-inspect-personal", &source.columns_personal)] {
            if !columns.is_empty() {
                let columns = columns.iter().map(|column| &**column).collect::<Vec<_>>().join(", ");
                voice.print(&format!("  {}", words.format(key, &[("columns", columns.into())])));
            }
        }
    }
    let sample = draft.contributions.iter().take(3);
    let sample: Vec<String> =
        sample.map(|c| format!("  {} {}: {}", c.kind.word(), c.id, first_words(if c.title.is_empty() { &c.body.value } else { &c.title }))).collect();
    let comments: Vec<String> = draft.comments.iter().take(3).map(|c| format!("  comment {}: {}", c.id, first_words(&c.body.value))).collect();
    if !sample.is_empty() || !comments.is_empty() {
        voice.print(&words.text("cli-inspect-sample"));
        sample.iter().chain(&comments).for_each(|line| voice.print(line));
    }
}

fn first_words(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    line.chars().take(80).collect()
}
