//! What stands beside `consultation.yaml`: news, sheets, synthesis, workshops, outcomes, timeline, documents.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use walkdir::WalkDir;

use super::content::{Root, read_yaml};
use super::document::{documents, optional_document};
use super::encoding::{decode, detect};
use super::safe::slashed;
use crate::archive::{CopiedFile, EditorialContent, Listed, WorkshopConfig};
use crate::diagnose::{Diagnostic, Diagnostics, YamlText, codes, did_you_mean};

/// Kinds of files a browser would run: never copied into a site.
const ACTIVE: &[&str] = &["html", "htm", "xhtml", "xht", "shtml", "svg", "svgz", "xml", "xsl", "xslt", "js", "mjs", "css", "wasm", "swf"];

/// Programs: nobody should download them from an archive.
const PROGRAMS: &[&str] = &["exe", "bat", "cmd", "com", "scr", "msi", "ps1", "vbs", "jar", "app", "sh"];
/// What a consultation's folder may hold.
const KNOWN: &[&str] = &[
    "consultation.yaml",
    "index.md",
    "sources",
    "news",
    "sheets",
    "documents",
    "faq.md",
    "synthesis.md",
    "methodology.md",
    "workshops.yaml",
    "workshops.csv",
    "outcomes.yaml",
    "timeline.yaml",
];

/// Whether a file is one that systems and office programs leave behind, as `~$report.docx` or `Thumbs.db`.
fn left_behind(name: &str) -> bool {
    name.starts_with('.') || name.starts_with("~$") || name.ends_with('~') || ["thumbs.db", "desktop.ini"].contains(&name.to_lowercase().as_str())
}

/// Files of the folder, and of `news/` and `sheets/`, that nothing reads: told, with the name that was perhaps meant.
fn unread(folder: &Path, name: &str, diagnostics: &mut Diagnostics) {
    let names = |folder: &Path| -> Vec<String> {
        let mut names: Vec<String> =
            fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names.retain(|name| !left_behind(name));
        names
    };
    let mut tell = |path: String, near: &str| diagnostics.push(Diagnostic::new(codes::NOT_READ).file(format!("{name}/{path}")).arg("near", near));
    for file in names(folder) {
        let picture = PICTURES.contains(&extension(&file).as_str());
        if !KNOWN.contains(&file.as_str()) && !picture {
            tell(file.clone(), did_you_mean(&file, KNOWN.iter().copied()).unwrap_or_default());
        }
    }
    if folder.join("workshops.yaml").exists() && folder.join("workshops.csv").exists() {
        tell("workshops.csv".to_owned(), "workshops.yaml");
    }
    for below in ["news", "sheets"] {
        for file in names(&folder.join(below)).into_iter().filter(|file| !file.ends_with(".md") && !PICTURES.contains(&extension(file).as_str())) {
            let near = file.rsplit_once('.').map(|(stem, _)| format!("{stem}.md")).unwrap_or_default();
            tell(format!("{below}/{file}"), &near);
        }
    }
}

/// Endings of pictures, which texts beside them show.
const PICTURES: &[&str] = &["jpg", "jpeg", "png", "webp", "gif"];

/// Reads it; `name` is the folder for messages.
pub fn editorial(folder: &Path, name: &str, diagnostics: &mut Diagnostics) -> EditorialContent {
    unread(folder, name, diagnostics);
    let mut page = |file: &str| optional_document(&folder.join(file), &format!("{name}/{file}"), diagnostics);
    let (faq, synthesis, methodology) = (page("faq.md"), page("synthesis.md"), page("methodology.md"));
    let workshops = match list(folder, name, "workshops.yaml", diagnostics) {
        listed if listed.file.is_empty() => workshops_table(folder, name, diagnostics),
        listed => listed,
    };
    EditorialContent {
        news: documents(&folder.join("news"), &format!("{name}/news"), diagnostics),
        sheets: documents(&folder.join("sheets"), &format!("{name}/sheets"), diagnostics),
        faq,
        synthesis,
        methodology,
        workshops,
        outcomes: list(folder, name, "outcomes.yaml", diagnostics),
        timeline: list(folder, name, "timeline.yaml", diagnostics),
        documents: copied(folder, name, diagnostics),
    }
}

/// A YAML list that may be absent.
fn list<T: DeserializeOwned + JsonSchema>(folder: &Path, name: &str, file: &str, diagnostics: &mut Diagnostics) -> Listed<T> {
    let path = folder.join(file);
    let file = format!("{name}/{file}");
    if !path.exists() {
        return Listed::default();
    }
    // A list with nothing in it is an empty list.
    if fs::read_to_string(&path).is_ok_and(|text| text.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#'))) {
        return Listed { file, ..Listed::default() };
    }
    match read_yaml::<Vec<T>>(&path, &file, diagnostics) {
        Some((entries, yaml)) => Listed { file, yaml, entries },
        None => Listed { file, yaml: YamlText::default(), entries: Vec::new() },
    }
}

/// `workshops.csv`: the keys of `workshops.yaml` as columns; several contributions in a cell are parted by spaces or semicolons.
fn workshops_table(folder: &Path, name: &str, diagnostics: &mut Diagnostics) -> Listed<WorkshopConfig> {
    const COLUMNS: &[&str] =
        &["id", "title", "date", "place", "address", "latitude", "longitude", "participants", "partner", "summary", "contributions", "minutes"];
    let path = folder.join("workshops.csv");
    let file = format!("{name}/workshops.csv");
    if !path.exists() {
        return Listed::default();
    }
    // Spreadsheets save in the encoding of their system.
    let text = match fs::read(&path).and_then(|bytes| Ok(decode(&bytes, detect(bytes.as_slice())?.encoding))) {
        Ok(text) => text.trim_start_matches('\u{feff}').to_owned(),
        Err(error) => {
            diagnostics.push(Diagnostic::new(codes::UNREADABLE).file(&file).arg("error", error.to_string()));
            return Listed::default();
        }
    };
    let first = text.lines().next().unwrap_or_default();
    let delimiter = if first.matches(';').count() > first.matches(',').count() { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text.as_bytes());
    let headers: Vec<String> = reader.headers().map(|headers| headers.iter().map(|h| h.trim().to_lowercase()).collect()).unwrap_or_default();
    for header in headers.iter().filter(|header| !COLUMNS.contains(&header.as_str())) {
        let near = did_you_mean(header, COLUMNS.iter().copied()).unwrap_or_default();
        diagnostics.push(
            Diagnostic::new(codes::UNKNOWN_KEY)
                .file(&file)
                .arg("key", header)
                .arg("value", header)
                .arg("near", near)
                .arg("known", COLUMNS.join(", "))
                .line(1, None, &text),
        );
    }
    let mut entries = Vec::new();
    for (row, record) in (1..).zip(reader.records()) {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                diagnostics.push(Diagnostic::new(codes::UNREADABLE).file(&file).row(row).arg("error", error.to_string()));
                break;
            }
        };
        let cell = |column: &str| {
            let at = headers.iter().position(|header| header == column)?;
            record.get(at).map(str::trim).filter(|cell| !cell.is_empty()).map(str::to_owned)
        };
        let mut bad = |column: &str, value: &str, near: &str| {
            diagnostics.push(Diagnostic::new(codes::BAD_VALUE).file(&file).row(row).column(column).arg("value", value).arg("near", near));
        };
        let mut degrees = |column: &str| {
            let value = cell(column)?;
            let number = value.replace(',', ".").parse::<f64>().ok().filter(|number| number.is_finite());
            if number.is_none() {
                bad(column, &value, "46.3097");
            }
            number
        };
        let (latitude, longitude) = (degrees("latitude"), degrees("longitude"));
        let participants = cell("participants").and_then(|value| {
            let number = value.parse().ok();
            if number.is_none() {
                bad("participants", &value, "26");
            }
            number
        });
        let title = cell("title").unwrap_or_default();
        entries.push(WorkshopConfig {
            id: cell("id").unwrap_or_else(|| row.to_string()),
            title: if title.is_empty() { cell("place").unwrap_or_else(|| row.to_string()) } else { title },
            date: cell("date"),
            place: cell("place"),
            address: cell("address"),
            latitude,
            longitude,
            participants,
            partner: cell("partner"),
            summary: cell("summary").unwrap_or_default(),
            contributions: cell("contributions")
                .map(|cell| cell.split([' ', ';', ',']).filter(|name| !name.is_empty()).map(str::to_owned).collect())
                .unwrap_or_default(),
            minutes: cell("minutes"),
        });
    }
    Listed { file, yaml: YamlText::new(text), entries }
}

/// The files of `documents/`, in folders or not; links are not followed.
fn copied(folder: &Path, name: &str, diagnostics: &mut Diagnostics) -> Vec<CopiedFile> {
    let mut found = Vec::new();
    for entry in WalkDir::new(folder.join("documents")).follow_links(false).sort_by_file_name().into_iter().flatten() {
        if !entry.file_type().is_file() || left_behind(&entry.file_name().to_string_lossy()) {
            continue;
        }
        let path = slashed(entry.path().strip_prefix(folder).unwrap_or(entry.path()));
        let end = extension(&path);
        if ACTIVE.contains(&end.as_str()) || PROGRAMS.contains(&end.as_str()) {
            diagnostics.push(Diagnostic::new(codes::ACTIVE_DOCUMENT).file(format!("{name}/{path}")).arg("value", extension(&path)));
            continue;
        }
        let bytes = entry.metadata().map_or(0, |metadata| metadata.len());
        found.push(CopiedFile { path, bytes });
    }
    found
}

/// The ending of a file's name in lower case.
pub fn extension(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map(|(_, end)| end.to_ascii_lowercase()).unwrap_or_default()
}

/// A file that a text or a YAML file names: looked for beside the text, then in the consultation's folder, then in `content/`.
/// Gives its path below `content/`; `None` where there is no such file, or where it lies outside or among the sources.
pub fn named_file(root: &Root, slug: Option<&str>, beside: Option<&str>, reference: &str) -> Option<String> {
    let wanted = Path::new(reference);
    let consultation = slug.map(|slug| format!("consultations/{slug}"));
    let places = [beside.map(str::to_owned), consultation, Some(String::new())];
    places.into_iter().flatten().find_map(|folder| {
        let path = plain(&Path::new(&folder).join(wanted))?;
        let hidden = path.components().any(|part| matches!(part, Component::Normal(name) if name.to_string_lossy().starts_with('.')));
        let source = path.components().any(|part| part.as_os_str() == "sources");
        let full = root.content().join(&path);
        let is_file = fs::symlink_metadata(&full).is_ok_and(|metadata| metadata.is_file());
        (is_file && !hidden && !source).then(|| slashed(&path))
    })
}

/// A relative path without `.` and `..`; `None` if it leads outside.
fn plain(path: &Path) -> Option<PathBuf> {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::Normal(name) => out.push(name),
            Component::CurDir => {}
            Component::ParentDir => {
                if !out.pop() {
                    return None;
                }
            }
            Component::RootDir | Component::Prefix(_) => return None,
        }
    }
    Some(out)
}

/// The bytes of a file below `content/`.
pub fn content_bytes(root: &Root, path: &str) -> io::Result<Vec<u8>> {
    fs::read(root.content().join(path))
}

/// A file below `content/`, opened for copying.
pub fn content_file(root: &Root, path: &str) -> io::Result<fs::File> {
    fs::File::open(root.content().join(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_never_lead_outside() {
        assert_eq!(plain(Path::new("a/../b/./c")), Some(PathBuf::from("b/c")));
        for path in ["../x", "a/../../x", "/etc/passwd"] {
            assert_eq!(plain(Path::new(path)), None, "{path}");
        }
    }

    #[test]
    fn endings_in_lower_case() {
        assert_eq!(extension("a.b/X.PDF"), "pdf");
        assert_eq!(extension("a.b/x"), "");
    }
}
