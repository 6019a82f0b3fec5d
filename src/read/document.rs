//! Markdown files with front matter.

use std::path::Path;

use super::content::{files, is_slug, read_text};
use super::yaml::parse_yaml;
use crate::archive::{Document, Front};
use crate::diagnose::{Diagnostic, Diagnostics, codes};

/// A file that may be absent.
pub fn optional_document(path: &Path, name: &str, diagnostics: &mut Diagnostics) -> Option<Document> {
    path.exists().then(|| document(path, name, diagnostics)).flatten()
}

/// The Markdown files of a folder, by name.
pub fn documents(folder: &Path, name: &str, diagnostics: &mut Diagnostics) -> Vec<Document> {
    let mut found = Vec::new();
    for file in files(folder) {
        let Some(stem) = file.strip_suffix(".md") else { continue };
        let inner = format!("{name}/{file}");
        if !is_slug(stem) || stem == "index" {
            diagnostics.push(Diagnostic::new(codes::BAD_SLUG).file(&inner).arg("name", stem));
            continue;
        }
        found.extend(document(&folder.join(&file), &inner, diagnostics));
    }
    found
}

fn document(path: &Path, name: &str, diagnostics: &mut Diagnostics) -> Option<Document> {
    let source = read_text(path, name, codes::UNREADABLE, diagnostics)?;
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let (front, markdown) = match split_front_matter(&source) {
        Some((yaml, markdown)) if yaml.trim().is_empty() => (Front::default(), markdown.to_owned()),
        Some((yaml, markdown)) => match parse_yaml::<Front>(yaml, name) {
            Ok(front) => (front, markdown.to_owned()),
            Err(mut diagnostic) => {
                // The YAML starts one line below the fence.
                diagnostic.place.line = diagnostic.place.line.map(|line| line + 1);
                diagnostics.push(diagnostic);
                return None;
            }
        },
        None if source.starts_with("---\n") || source.starts_with("---\r\n") => {
            diagnostics.push(Diagnostic::new(codes::BAD_FRONT_MATTER).file(name).line(1, None, &source));
            return None;
        }
        None => (Front::default(), source.clone()),
    };
    let title = front.title.clone().or_else(|| heading(&markdown)).unwrap_or_else(|| stem.clone());
    Some(Document { name: stem, file: name.to_owned(), title, front, markdown, source })
}

/// YAML between `---` lines at the top, and the rest.
fn split_front_matter(text: &str) -> Option<(&str, &str)> {
    let rest = text.strip_prefix("---\n").or_else(|| text.strip_prefix("---\r\n"))?;
    let mut at = 0;
    for line in rest.split_inclusive('\n') {
        if line.trim_end() == "---" {
            return Some((&rest[..at], &rest[at + line.len()..]));
        }
        at += line.len();
    }
    None
}

fn heading(markdown: &str) -> Option<String> {
    markdown.lines().find_map(|line| line.strip_prefix("# ")).map(|title| title.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter_is_split() {
        assert_eq!(split_front_matter("---\ntitle: a\n---\ntext\n"), Some(("title: a\n", "text\n")));
        assert_eq!(split_front_matter("---\ntitle: a\n"), None);
        assert_eq!(split_front_matter("text"), None);
    }
}
