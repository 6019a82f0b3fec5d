//! The files behind a `sources:` entry: one file, every file of a folder, every member of a ZIP; gzip of any is opened.

use std::fs::File;
use std::io::{self, BufReader, Cursor, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use flate2::read::MultiGzDecoder;
use walkdir::WalkDir;

use crate::diagnose::{Diagnostic, codes};

/// Unpacked size beyond which a member of a ZIP or gzip is refused: a bomb, not an export.
const UNPACKED_LIMIT: u64 = 4 << 30;
/// Members beyond which a ZIP is refused.
const MEMBERS_LIMIT: usize = 200_000;

/// One export file, wherever it lies.
#[derive(Debug, Clone)]
pub struct Input {
    /// Name for messages and for `source_file`: path relative to the consultation, `x.zip/member.csv` inside a ZIP.
    pub name: String,
    place: PlaceOfBytes,
    gzip: bool,
}

#[derive(Debug, Clone)]
enum PlaceOfBytes {
    File(PathBuf),
    Memory(Arc<[u8]>),
}

impl Input {
    /// An input from a file on disk.
    pub fn file(name: impl Into<String>, path: impl Into<PathBuf>) -> Self {
        let name = name.into();
        let gzip = name.to_ascii_lowercase().ends_with(".gz");
        Self { name, place: PlaceOfBytes::File(path.into()), gzip }
    }

    /// An input from bytes in memory.
    pub fn memory(name: impl Into<String>, bytes: impl Into<Arc<[u8]>>) -> Self {
        let name = name.into();
        let gzip = name.to_ascii_lowercase().ends_with(".gz");
        Self { name, place: PlaceOfBytes::Memory(bytes.into()), gzip }
    }

    /// Its bytes from the start, unpacked.
    pub fn reader(&self) -> io::Result<Box<dyn Read + '_>> {
        let raw: Box<dyn Read + '_> = match &self.place {
            PlaceOfBytes::File(path) => Box::new(BufReader::with_capacity(256 * 1024, File::open(path)?)),
            PlaceOfBytes::Memory(bytes) => Box::new(Cursor::new(&bytes[..])),
        };
        Ok(if self.gzip { Box::new(MultiGzDecoder::new(raw).take(UNPACKED_LIMIT)) } else { raw })
    }

    /// All bytes, unpacked.
    pub fn bytes(&self) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.reader()?.read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// The first bytes, at most `limit`.
    pub fn head(&self, limit: u64) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.reader()?.take(limit).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// Extension in lower case, without `.gz`.
    pub fn extension(&self) -> String {
        let name = self.name.to_ascii_lowercase();
        let name = name.strip_suffix(".gz").unwrap_or(&name);
        name.rsplit_once('.').map(|(_, extension)| extension.to_owned()).unwrap_or_default()
    }

    /// Whether its bytes are in memory (the member of a ZIP).
    pub fn is_member(&self) -> bool {
        matches!(self.place, PlaceOfBytes::Memory(_))
    }
}

/// All export files at `path`, which is called `name` in messages: in natural order, hidden files and links left out.
pub fn inputs(name: &str, path: &Path) -> Result<Vec<Input>, Diagnostic> {
    let metadata = match std::fs::metadata(path) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Err(Diagnostic::new(codes::MISSING_SOURCE).file(name).arg("value", name).arg("near", near(path)));
        }
        Err(error) => return Err(Diagnostic::new(codes::UNREADABLE).file(name).arg("error", error.to_string())),
    };
    if metadata.is_dir() {
        let mut found = Vec::new();
        for entry in WalkDir::new(path).follow_links(false).sort_by(|a, b| natural(a.file_name(), b.file_name())) {
            let entry = entry.map_err(|e| Diagnostic::new(codes::UNREADABLE).file(name).arg("error", e.to_string()))?;
            let hidden = entry.depth() > 0 && entry.file_name().to_string_lossy().starts_with('.');
            if hidden || !entry.file_type().is_file() {
                continue;
            }
            let inside = entry.path().strip_prefix(path).unwrap_or(entry.path()).to_string_lossy().replace('\\', "/");
            let inner = format!("{}/{inside}", name.trim_end_matches('/'));
            if inner.to_ascii_lowercase().ends_with(".zip") {
                // One that cannot be opened stays one file, and says so when it is read.
                match members(&inner, entry.path()) {
                    Ok(inside) => found.extend(inside),
                    Err(_) => found.push(Input::file(inner, entry.path())),
                }
            } else {
                found.push(Input::file(inner, entry.path()));
            }
        }
        return Ok(found);
    }
    let is_zip = File::open(path).and_then(|mut file| {
        let mut magic = [0u8; 4];
        file.read_exact(&mut magic).map(|()| magic == *b"PK\x03\x04")
    });
    let workbook = [".xlsx", ".ods", ".xlsm"].iter().any(|ending| name.to_ascii_lowercase().ends_with(ending));
    if is_zip.unwrap_or(false) && !workbook {
        return members(name, path);
    }
    Ok(vec![Input::file(name, path)])
}

/// The members of a ZIP, each unpacked into memory; folders, hidden files and unsafe names are left out.
fn members(name: &str, path: &Path) -> Result<Vec<Input>, Diagnostic> {
    let broken = |error: &dyn std::fmt::Display| Diagnostic::new(codes::BAD_CONTAINER).file(name).arg("value", name).arg("error", error.to_string());
    let file = File::open(path).map_err(|e| broken(&e))?;
    let mut archive = zip::ZipArchive::new(BufReader::new(file)).map_err(|e| broken(&e))?;
    if archive.len() > MEMBERS_LIMIT {
        return Err(Diagnostic::new(codes::CONTAINER_LIMIT).file(name).arg("value", name).arg("limit", MEMBERS_LIMIT));
    }
    let mut found = Vec::new();
    let mut total = 0u64;
    for index in 0..archive.len() {
        let mut member = archive.by_index(index).map_err(|e| broken(&e))?;
        let Some(inside) = member.enclosed_name().map(|p| p.to_string_lossy().replace('\\', "/")) else { continue };
        if member.is_dir() || inside.split('/').any(|part| part.starts_with('.') || part == "__MACOSX") {
            continue;
        }
        let mut bytes = Vec::new();
        (&mut member).take(UNPACKED_LIMIT - total + 1).read_to_end(&mut bytes).map_err(|e| broken(&e))?;
        total += bytes.len() as u64;
        if total > UNPACKED_LIMIT {
            return Err(Diagnostic::new(codes::CONTAINER_LIMIT).file(name).arg("value", name).arg("limit", UNPACKED_LIMIT));
        }
        found.push(Input::memory(format!("{name}/{inside}"), bytes));
    }
    found.sort_by(|a, b| crate::model::natural_order(&a.name, &b.name));
    Ok(found)
}

fn natural(a: &std::ffi::OsStr, b: &std::ffi::OsStr) -> std::cmp::Ordering {
    crate::model::natural_order(&a.to_string_lossy(), &b.to_string_lossy())
}

/// Files beside a missing one with a name like it.
fn near(path: &Path) -> String {
    let wanted = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let Some(folder) = path.parent() else { return String::new() };
    let names =
        std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect::<Vec<_>>();
    crate::diagnose::did_you_mean(&wanted, names.iter().map(String::as_str)).unwrap_or_default().to_owned()
}
