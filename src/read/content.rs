//! What the user wrote: `content/`, the secret, the theme's own files.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::document::{documents, optional_document};
use super::editions::editions;
use super::editorial::editorial;
use super::safe;
use super::yaml::parse_yaml;
use crate::archive::{ArchiveConfig, ConsultationConfig, ConsultationContent, Content};
use crate::diagnose::{Diagnostic, Diagnostics, Severity, YamlText, codes};

/// Where an archive lies on disk.
#[derive(Debug, Clone)]
pub struct Root {
    /// The folder that holds `content/`.
    pub path: PathBuf,
}

impl Root {
    /// `content/`.
    pub fn content(&self) -> PathBuf {
        self.path.join("content")
    }

    /// `content/consultations/<slug>/`.
    pub fn consultation(&self, slug: &str) -> PathBuf {
        self.content().join("consultations").join(slug)
    }

    /// `.greffe/`: secret, lock, journal, cache.
    pub fn state(&self) -> PathBuf {
        self.path.join(".greffe")
    }
}

/// Reads `content/`. Everything wrong is collected; `None` when there is nothing to go on with.
pub fn content(root: &Root, diagnostics: &mut Diagnostics) -> Option<Content> {
    let folder = root.content();
    if !folder.is_dir() {
        diagnostics.push(Diagnostic::new(codes::NO_CONTENT).file("content"));
        return None;
    }
    let before = diagnostics.count(Severity::Error);
    safe::check(root, diagnostics);
    if diagnostics.count(Severity::Error) > before {
        return None;
    }
    let (config, yaml) = read_yaml::<ArchiveConfig>(&folder.join("archive.yaml"), "content/archive.yaml", diagnostics).unzip();
    let intro = optional_document(&folder.join("index.md"), "content/index.md", diagnostics);
    let pages = documents(&folder.join("pages"), "content/pages", diagnostics);
    let mut consultations = Vec::new();
    for slug in folders(&folder.join("consultations")) {
        let name = format!("content/consultations/{slug}");
        if !is_slug(&slug) {
            diagnostics.push(Diagnostic::new(codes::BAD_SLUG).file(&name).arg("name", &slug));
            continue;
        }
        let path = root.consultation(&slug);
        let file = format!("{name}/consultation.yaml");
        let Some((config, yaml)) = read_yaml::<ConsultationConfig>(&path.join("consultation.yaml"), &file, diagnostics) else { continue };
        let presentation = optional_document(&path.join("index.md"), &format!("{name}/index.md"), diagnostics);
        let editorial = editorial(&path, &name, diagnostics);
        consultations.push(ConsultationContent { slug, config, file, yaml, presentation, editorial });
    }
    if consultations.is_empty() && !diagnostics.has_errors() {
        diagnostics.push(Diagnostic::new(codes::NO_CONSULTATION).file("content/consultations"));
    }
    let editions = editions(root, diagnostics);
    Some(Content { config: config?, yaml: yaml.unwrap_or_default(), intro, pages, consultations, editions })
}

/// The text of every profile of the archive's own: (file name for messages, text).
pub fn profiles(root: &Root) -> Vec<(String, String)> {
    let folder = root.content().join("profiles");
    let mut found = Vec::new();
    for name in files(&folder) {
        if (name.ends_with(".yaml") || name.ends_with(".yml"))
            && let Ok(text) = fs::read_to_string(folder.join(&name))
        {
            found.push((format!("content/profiles/{name}"), text));
        }
    }
    found
}

/// The files of `themes/<name>/`: (path inside the theme, bytes). `None` when there is no such folder.
pub fn theme_files(root: &Root, name: &str) -> Option<Vec<(String, Vec<u8>)>> {
    let folder = root.path.join("themes").join(name);
    if !is_slug(name) || !folder.is_dir() {
        return None;
    }
    let mut found = Vec::new();
    for entry in WalkDir::new(&folder).follow_links(false).sort_by_file_name().into_iter().flatten() {
        let name = entry.file_name().to_string_lossy();
        if entry.file_type().is_file() && !name.starts_with('.') && !name.contains('\\') {
            let inside = safe::slashed(entry.path().strip_prefix(&folder).unwrap_or(entry.path()));
            if let Ok(bytes) = fs::read(entry.path()) {
                found.push((inside, bytes));
            }
        }
    }
    Some(found)
}

/// The key of pseudonyms: `GREFFE_SECRET`, else `.greffe/secret`, else made now unless `CI=true`. `make` is false for commands
/// that must not write; they then work with an empty key, which never reaches a published file.
pub fn secret(root: &Root, make: bool, diagnostics: &mut Diagnostics) -> Option<Vec<u8>> {
    if let Some(secret) = std::env::var("GREFFE_SECRET").ok().filter(|secret| !secret.trim().is_empty()) {
        return Some(secret.trim().as_bytes().to_vec());
    }
    let path = root.state().join("secret");
    match fs::read_to_string(&path) {
        Ok(text) if !text.trim().is_empty() => return Some(text.trim().as_bytes().to_vec()),
        Ok(_) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => {
            diagnostics.push(Diagnostic::new(codes::UNREADABLE).file(".greffe/secret").arg("error", error.to_string()));
            return None;
        }
    }
    if !make {
        return Some(Vec::new());
    }
    if std::env::var("CI").is_ok_and(|ci| ci == "true") {
        diagnostics.push(Diagnostic::new(codes::NO_SECRET).file(".greffe/secret"));
        return None;
    }
    let mut bytes = [0u8; 32];
    let written = getrandom::fill(&mut bytes).map_err(io::Error::other).and_then(|()| {
        let text: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        fs::create_dir_all(root.state())?;
        write_private(&path, &text)?;
        Ok(text)
    });
    match written {
        Ok(text) => {
            diagnostics.push(Diagnostic::new(codes::SECRET_MADE).file(".greffe/secret"));
            Some(text.into_bytes())
        }
        Err(error) => {
            diagnostics.push(Diagnostic::new(codes::WRITE_FAILED).file(".greffe/secret").arg("error", error.to_string()));
            None
        }
    }
}

fn write_private(path: &Path, text: &str) -> io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path).or_else(|_| fs::OpenOptions::new().write(true).truncate(true).open(path))?;
    writeln!(file, "{text}")
}

/// Whether a name can stand in an address on every system: `a-z`, `0-9`, `-`, starting with a letter or digit.
pub fn is_slug(name: &str) -> bool {
    !name.is_empty() && name.len() <= 80 && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') && !name.starts_with('-')
}

pub(super) fn read_yaml<T: serde::de::DeserializeOwned>(path: &Path, name: &str, diagnostics: &mut Diagnostics) -> Option<(T, YamlText)> {
    let text = read_text(path, name, codes::MISSING_CONFIG, diagnostics)?;
    let value = parse_yaml(&text, name).map_err(|diagnostic| diagnostics.push(diagnostic)).ok()?;
    Some((value, YamlText::new(text)))
}

pub(super) fn read_text(path: &Path, name: &str, missing: &'static crate::diagnose::Code, diagnostics: &mut Diagnostics) -> Option<String> {
    match fs::read_to_string(path) {
        Ok(text) => Some(text.trim_start_matches('\u{feff}').to_owned()),
        Err(error) => {
            let code = match error.kind() {
                io::ErrorKind::NotFound => missing,
                io::ErrorKind::IsADirectory => codes::IS_DIRECTORY,
                _ => codes::UNREADABLE,
            };
            diagnostics.push(Diagnostic::new(code).file(name).arg("error", error.to_string()));
            None
        }
    }
}

/// Names of the folders in a folder, sorted.
fn folders(path: &Path) -> Vec<String> {
    names(path, |kind| kind.is_dir())
}

/// Names of the files in a folder, sorted.
pub(super) fn files(path: &Path) -> Vec<String> {
    names(path, |kind| kind.is_file())
}

fn names(path: &Path, wanted: impl Fn(fs::FileType) -> bool) -> Vec<String> {
    let mut found: Vec<String> = fs::read_dir(path)
        .into_iter()
        .flatten()
        .flatten()
        .filter(|entry| entry.file_type().is_ok_and(&wanted))
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| !name.starts_with('.'))
        .collect();
    found.sort();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_safe() {
        assert!(is_slug("budget-2023"));
        for bad in ["", "..", "a/b", "A", "été", "-a", "a b"] {
            assert!(!is_slug(bad), "{bad}");
        }
    }
}
