//! What `new` and `add` write: the folders of an archive, the YAML of a consultation round export files.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use greffe::archive::{ConsultationConfig, ConsultationContent, EditorialContent};
use greffe::diagnose::{Diagnostic, Diagnostics, YamlText, codes};
use greffe::import::{Guess, Profiles, SourceReader, Survey, Unit, guess, recognise_documents, recognise_table, survey, units};
use greffe::model::slug;
use greffe::read::{Hints, Limits, inputs, parse_yaml};
use greffe::words::Words;

use super::speak::Voice;

/// An export file that was copied, or one sheet of it, and what it is.
#[derive(Default)]
pub struct Copied {
    /// Path relative to the consultation.
    pub file: String,
    /// The sheet of a workbook that has several.
    pub sheet: Option<String>,
    /// Recognised profiles of the files in it.
    pub profiles: Vec<Option<String>>,
    /// Kind of contributions, for tables of one's own.
    pub plain: bool,
    /// What the columns may mean, where nothing was recognised.
    pub guess: Option<Guess>,
    /// What stands above the table, as its title.
    pub title: Option<String>,
    /// Some file of it could be opened.
    pub readable: bool,
}

impl Copied {
    /// Whether a build can read nothing of it without being told how.
    pub fn is_unknown(&self) -> bool {
        self.readable && self.profiles.iter().all(Option::is_none)
    }
}

/// A consultation to write.
pub struct Sketch {
    pub title: String,
    pub opened: Option<String>,
    pub closed: Option<String>,
    pub sources: Vec<Copied>,
}

/// Copies the files below a consultation's folder and says what they are.
pub fn copy_sources(from: &[PathBuf], consultation: &Path, profiles: &Profiles) -> Result<Vec<Copied>, Diagnostic> {
    let folder = consultation.join("sources");
    fs::create_dir_all(&folder).map_err(|error| greffe::write::explain(&error, &folder))?;
    let mut copied = Vec::new();
    for path in from {
        let shown = path.display().to_string();
        let name = path
            .canonicalize()
            .ok()
            .and_then(|path| path.file_name().map(|name| name.to_string_lossy().into_owned()))
            .unwrap_or_else(|| "export".to_owned());
        let found = inputs(&shown, path)?;
        let target = folder.join(&name);
        copy(path, &target).map_err(|error| greffe::write::explain(&error, &target))?;
        let file = format!("sources/{name}{}", if path.is_dir() { "/" } else { "" });
        let hints = Hints { known: Some(profiles.known_headers(std::iter::empty())), ..Hints::default() };
        let mut one = Copied { file, ..Copied::default() };
        let mut others_of = None;
        for unit in units(&name, found.clone(), &hints, profiles) {
            one.take(&unit, profiles);
            if let (Unit::Table(_, table), [_]) = (&unit, &found[..]) {
                others_of = table.sheets().map(|(_, others)| others.to_vec());
            }
        }
        // Of a workbook each sheet that is a table of its own is a source; others stay named by the build.
        if let Some(others) = others_of {
            let mut more = Vec::new();
            for sheet in others {
                let mut other = Copied { file: one.file.clone(), sheet: Some(sheet.clone()), ..Copied::default() };
                let hints = Hints { sheet: Some(sheet), ..hints.clone() };
                units(&name, found.clone(), &hints, profiles).iter().for_each(|unit| other.take(unit, profiles));
                more.extend(other.profiles.iter().any(Option::is_some).then_some(other));
            }
            copied.push(one);
            copied.extend(more);
            continue;
        }
        copied.push(one);
    }
    Ok(copied)
}

impl Copied {
    fn take(&mut self, unit: &Unit, profiles: &Profiles) {
        let (best, guess) = recognised(unit, profiles);
        self.plain |= best.as_deref().is_some_and(|id| id == "plain/table");
        self.guess = guess;
        self.readable |= !matches!(unit, Unit::Broken(..));
        let is_summary = best.as_deref() == Some("polis/summary");
        self.profiles.push(best);
        if let Unit::Table(_, table) = unit {
            // The summary of a Polis conversation begins with what was asked.
            let asked = table.headers.get(1).filter(|_| is_summary).cloned();
            self.title = self.title.take().or_else(|| table.title.clone()).or(asked);
        }
    }
}

/// What a unit is; if it is nothing known, what its columns may mean.
fn recognised(unit: &Unit, profiles: &Profiles) -> (Option<String>, Option<Guess>) {
    match unit {
        Unit::Table(_, table) => match recognise_table(table, profiles).best() {
            Some(best) => (Some(best.profile.id.clone()), None),
            None => (None, Some(guess(&table.headers, &table.sample, profiles))),
        },
        Unit::Documents(_, documents) => {
            let sample = documents.iter().find_map(|(_, read)| read.as_ref().ok()).map_or(&[][..], |documents| &documents.sample);
            (recognise_documents(sample, profiles).best().map(|best| best.profile.id.clone()), None)
        }
        Unit::Broken(..) => (None, None),
    }
}

/// Reads the files as a build would, and says what they are together. `yaml` is the text of the consultation, `shown` its name.
pub fn surveyed(yaml: String, shown: &str, folder: &Path, profiles: &Profiles, words: &Words, diagnostics: &mut Diagnostics) -> Survey {
    let config = match parse_yaml::<ConsultationConfig>(&yaml, shown) {
        Ok(config) => config,
        Err(diagnostic) => {
            diagnostics.push(diagnostic);
            return Survey::default();
        }
    };
    let content = ConsultationContent {
        slug: String::new(),
        config,
        file: shown.to_owned(),
        yaml: YamlText::new(yaml),
        presentation: None,
        editorial: EditorialContent::default(),
    };
    let reader = SourceReader { profiles, folder, shown: ".".to_owned(), language: words.language(), limits: Limits::default(), progress: &|_| {} };
    survey(&reader, &content, diagnostics)
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    if from.is_file() {
        return fs::copy(from, to).map(|_| ());
    }
    for entry in walkdir::WalkDir::new(from).follow_links(false).sort_by_file_name() {
        let entry = entry.map_err(io::Error::other)?;
        let target = to.join(entry.path().strip_prefix(from).unwrap_or(entry.path()));
        if entry.file_type().is_dir() {
            fs::create_dir_all(target)?;
        } else if entry.file_type().is_file() {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// A slug that is free in an archive, after a file or folder.
pub fn slug_for(from: &[PathBuf], consultations: &Path) -> String {
    let name =
        from.first().and_then(|path| path.canonicalize().ok()).and_then(|path| path.file_stem().map(|name| name.to_string_lossy().into_owned()));
    let base = slug(&name.unwrap_or_default());
    let base = if base.is_empty() { "consultation".to_owned() } else { base };
    let mut candidate = base.clone();
    let mut number = 2;
    while consultations.join(&candidate).exists() {
        candidate = format!("{base}-{number}");
        number += 1;
    }
    candidate
}

/// Title of a consultation after the name of a file or folder, accents and all.
pub fn title_for(name: &str) -> String {
    let words = name.replace(['-', '_'], " ").split_whitespace().collect::<Vec<_>>().join(" ");
    let mut letters = words.chars();
    letters.next().map_or(words.clone(), |first| first.to_uppercase().collect::<String>() + letters.as_str())
}

/// The title that a set of files proposes: what stands above the first table, else the name of the first file.
pub fn title_of(from: &[PathBuf], sources: &[Copied], slug: &str) -> String {
    let above = sources.iter().find_map(|source| source.title.clone());
    let name = from.first().and_then(|path| path.file_stem()).map(|name| title_for(&name.to_string_lossy())).filter(|name| !name.is_empty());
    above.or(name).unwrap_or_else(|| title_for(slug))
}

/// What is to be said of files that were not recognised: where to write what they are.
pub fn unknown_sources(sources: &[Copied], yaml: &str, file: &str) -> Vec<Diagnostic> {
    let yaml = YamlText::new(yaml);
    let unknown = sources.iter().enumerate().filter(|(_, source)| source.is_unknown());
    unknown
        .map(|(at, source)| {
            Diagnostic::new(codes::UNRECOGNISED)
                .file(file)
                .at_key(&yaml, &format!("sources/{at}/file"))
                .arg("columns", source.guess.as_ref().map_or(0, Guess::columns))
                .arg("near", "")
        })
        .collect()
}

/// The YAML of a consultation.
pub fn consultation_yaml(sketch: &Sketch, voice: &Voice) -> String {
    let words = &voice.words;
    let comment = |key: &str| words.text(key).lines().map(|line| format!("# {line}\n")).collect::<String>();
    let mut yaml = comment("scaffold-consultation");
    yaml.push_str(&format!("title: {}\n", quoted(&sketch.title)));
    yaml.push_str(&comment("scaffold-optional"));
    let day = |key: &str, day: &Option<String>, example: &str| match day {
        Some(day) => format!("{key}: {day}\n"),
        None => format!("# {key}: {example}\n"),
    };
    yaml.push_str("# summary: \n");
    yaml.push_str(&day("opened", &sketch.opened, "2024-01-15"));
    yaml.push_str(&day("closed", &sketch.closed, "2024-03-31"));
    yaml.push_str("# organiser: \n# territory: \n# audience: \n# method: \n");
    yaml.push_str("sources:\n");
    for source in &sketch.sources {
        yaml.push_str(&format!("  - file: {}\n", quoted(&source.file)));
        if let Some(sheet) = &source.sheet {
            yaml.push_str(&format!("    sheet: {}\n", quoted(sheet)));
        }
        let known: Vec<&String> = source.profiles.iter().flatten().collect();
        match (known.as_slice(), source.profiles.len()) {
            ([only], 1) => {
                yaml.push_str(&format!("    profile: {only}\n"));
                if source.plain {
                    yaml.push_str("    kind: proposal\n");
                }
            }
            ([], 1) if source.guess.is_some() => {
                yaml.push_str(&comment_block(&words.text("scaffold-columns")));
                // A guess is for somebody to look at: it counts only once the signs before it are gone.
                yaml.push_str(&comment_block(source.guess.as_ref().map(|guess| columns_block(guess, words, "")).unwrap_or_default().trim_end()));
            }
            _ => {
                for profile in known {
                    yaml.push_str(&format!("    # {profile}\n"));
                }
            }
        }
    }
    if sketch.sources.is_empty() {
        yaml.push_str("  # - file: sources/export.csv\n");
        yaml = yaml.replace("sources:\n  #", "sources: []\n  #");
    }
    yaml
}

fn comment_block(text: &str) -> String {
    text.lines().map(|line| format!("    # {line}\n")).collect()
}

/// A `kind:` and `columns:` block to edit: what was guessed, then all others as comments.
pub fn columns_block(guess: &Guess, words: &Words, indent: &str) -> String {
    // With a kind the rows would be contributions.
    let mut block = if guess.comments { String::new() } else { format!("{indent}kind: proposal\n") };
    block.push_str(&format!("{indent}columns:\n"));
    for (field, column) in &guess.fields {
        block.push_str(&format!("{indent}  {field}: {}\n", quoted(column)));
    }
    for (field, column, met) in &guess.words {
        let met: Vec<String> = met.iter().map(|word| format!("{}: \"\"", quoted(word))).collect();
        block.push_str(&format!("{indent}  # {field}: {{ column: {}, values: {{ {} }} }}\n", quoted(column), met.join(", ")));
    }
    for column in &guess.others {
        block.push_str(&format!("{indent}  # ?: {}\n", quoted(column)));
    }
    if !guess.personal.is_empty() {
        let columns = guess.personal.iter().map(|column| quoted(column)).collect::<Vec<_>>().join(", ");
        block.push_str(&format!("{indent}  # {}\n", words.format("scaffold-personal", &[("columns", columns.into())])));
    }
    block
}

/// A scalar of YAML, quoted: JSON strings are YAML.
pub fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// Writes a file that must not exist yet.
pub fn write_new(path: &Path, text: &str) -> Result<(), Diagnostic> {
    let failed = |error: io::Error| match error.kind() {
        io::ErrorKind::AlreadyExists => Diagnostic::new(codes::EXISTS).file(path.display().to_string()).arg("path", path.display().to_string()),
        _ => greffe::write::explain(&error, path),
    };
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    let mut file = fs::OpenOptions::new().write(true).create_new(true).open(path).map_err(failed)?;
    file.write_all(text.as_bytes()).map_err(failed)
}
