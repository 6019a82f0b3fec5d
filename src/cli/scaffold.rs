//! What `new` and `add` write: the folders of an archive, the YAML of a consultation round export files.

use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use greffe::diagnose::{Diagnostic, codes};
use greffe::import::{Profiles, Recognition, Unit, recognise, recognise_documents, units};
use greffe::model::slug;
use greffe::read::{Hints, Opened, inputs};

use super::speak::Voice;

/// An export file that was copied, and what it is.
pub struct Copied {
    /// Path relative to the consultation.
    pub file: String,
    /// Recognised profiles of the files in it.
    pub profiles: Vec<Option<String>>,
    /// Kind of contributions, for tables of one's own.
    pub plain: bool,
    /// Column names, where nothing was recognised.
    pub headers: Vec<String>,
}

/// A consultation to write.
pub struct Sketch {
    pub title: String,
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
        let mut one = Copied { file, profiles: Vec::new(), plain: false, headers: Vec::new() };
        for unit in units(&name, found, &Hints::default(), profiles) {
            let (recognition, headers) = recognised(unit, profiles);
            let best = recognition.and_then(|recognition| recognition.best().map(|best| best.profile.id.clone()));
            one.plain |= best.as_deref().is_some_and(|id| id == "plain/table");
            if best.is_none() {
                one.headers = headers;
            }
            one.profiles.push(best);
        }
        copied.push(one);
    }
    Ok(copied)
}

/// What a unit is, and its columns.
pub fn recognised<'p>(unit: Unit, profiles: &'p Profiles) -> (Option<Recognition<'p>>, Vec<String>) {
    match unit {
        Unit::Table(_, table) => {
            let headers = table.headers.clone();
            (Some(recognise(&Opened::Table(*table), profiles)), headers)
        }
        Unit::Documents(_, documents) => {
            let sample = documents.iter().find_map(|(_, read)| read.as_ref().ok()).map(|documents| documents.sample.clone()).unwrap_or_default();
            (Some(recognise_documents(&sample, profiles)), Vec::new())
        }
        Unit::Broken(..) => (None, Vec::new()),
    }
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

/// Title of a consultation after its slug.
pub fn title_for(slug: &str) -> String {
    let words = slug.replace('-', " ");
    let mut letters = words.chars();
    letters.next().map_or(words.clone(), |first| first.to_uppercase().collect::<String>() + letters.as_str())
}

/// The YAML of a consultation.
pub fn consultation_yaml(sketch: &Sketch, voice: &Voice) -> String {
    let words = &voice.words;
    let comment = |key: &str| words.text(key).lines().map(|line| format!("# {line}\n")).collect::<String>();
    let mut yaml = comment("scaffold-consultation");
    yaml.push_str(&format!("title: {}\n", quoted(&sketch.title)));
    yaml.push_str(&comment("scaffold-optional"));
    yaml.push_str("# summary: \n# opened: 2024-01-15\n# closed: 2024-03-31\n# organiser: \n# territory: \n# audience: \n# method: \n");
    yaml.push_str("sources:\n");
    for source in &sketch.sources {
        yaml.push_str(&format!("  - file: {}\n", quoted(&source.file)));
        let known: Vec<&String> = source.profiles.iter().flatten().collect();
        match (known.as_slice(), source.profiles.len()) {
            ([only], 1) => {
                yaml.push_str(&format!("    profile: {only}\n"));
                if source.plain {
                    yaml.push_str("    kind: proposal\n");
                }
            }
            ([], 1) if !source.headers.is_empty() => {
                yaml.push_str(&comment_block(&words.text("scaffold-columns")));
                yaml.push_str("    kind: proposal\n    columns:\n");
                yaml.push_str(&columns_block(&source.headers, "      "));
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

/// A `columns:` block to edit: the likeliest columns first, all others as comments.
pub fn columns_block(headers: &[String], indent: &str) -> String {
    let find = |words: &[&str]| headers.iter().find(|header| words.iter().any(|word| header.to_lowercase().contains(word)));
    let guesses: [(&str, &[&str]); 5] = [
        ("id", &["id", "num", "réf", "ref"]),
        ("title", &["titre", "title", "título", "titulo", "intitul", "objet", "nom"]),
        ("body", &["texte", "text", "descri", "conten", "body", "message", "commentaire", "avis"]),
        ("votes_for", &["vote", "pour", "soutien", "like", "apoyo"]),
        ("created_at", &["date", "créé", "cree", "created", "fecha"]),
    ];
    let mut block = String::new();
    let mut used: Vec<&String> = Vec::new();
    for (field, words) in guesses {
        if let Some(header) = find(words).filter(|header| !used.contains(header)) {
            used.push(header);
            block.push_str(&format!("{indent}{field}: {}\n", quoted(header)));
        }
    }
    if block.is_empty() {
        block.push_str(&format!("{indent}body: {}\n", quoted(headers.first().map_or("", String::as_str))));
        used.extend(headers.first());
    }
    for header in headers.iter().filter(|header| !used.contains(header) && !header.is_empty()) {
        block.push_str(&format!("{indent}# ?: {}\n", quoted(header)));
    }
    block
}

/// A scalar of YAML, quoted: JSON strings are YAML.
pub fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// What the platform showed in public: `name` or `pseudonym`. Asked on a terminal, said otherwise.
pub fn ask_privacy(voice: &Voice) -> &'static str {
    if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        voice.tell("new-privacy-assumed", &[]);
        return "pseudonym";
    }
    loop {
        print!("{} ", voice.words.text("new-privacy-question"));
        let _ = io::stdout().flush();
        let mut answer = String::new();
        match io::stdin().read_line(&mut answer) {
            Ok(0) | Err(_) => return "pseudonym",
            Ok(_) => match answer.trim() {
                "1" => return "name",
                "2" | "" => return "pseudonym",
                _ => {}
            },
        }
    }
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
