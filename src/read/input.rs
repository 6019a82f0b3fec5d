//! The files behind a `sources:` entry: one file, every file of a folder, every member of a ZIP; gzip of any is opened.

use std::fs::File;
use std::io::{self, BufReader, Cursor, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use flate2::CrcReader;
use flate2::read::{DeflateDecoder, MultiGzDecoder};
use walkdir::WalkDir;

use super::Limits;
use super::limits::{Unpacked, container_limit, unfolded};
use super::safe::slashed;
use super::sections;
use crate::diagnose::{Diagnostic, codes};

/// One export file, wherever it lies.
#[derive(Debug, Clone)]
pub struct Input {
    /// Name for messages and for `source_file`: path relative to the consultation, `x.zip/member.csv` inside a ZIP.
    pub name: String,
    place: PlaceOfBytes,
    /// Bytes it may unpack to, where it is a gzip.
    gzip: Option<u64>,
    /// Why it must not be opened.
    refused: Option<Arc<Diagnostic>>,
}

#[derive(Debug, Clone)]
enum PlaceOfBytes {
    File(PathBuf),
    Memory(Arc<[u8]>),
    Member(Member),
}

/// A member of a ZIP, read from where it lies.
#[derive(Debug, Clone)]
struct Member {
    zip: PathBuf,
    /// Place of its first byte, and how many there are.
    start: u64,
    packed: u64,
    deflated: bool,
    /// What it unpacks to, as the ZIP says.
    size: u64,
    crc: u32,
}

impl Member {
    fn reader(&self) -> io::Result<Box<dyn Read>> {
        let mut file = File::open(&self.zip)?;
        file.seek(SeekFrom::Start(self.start))?;
        let packed = BufReader::with_capacity(256 * 1024, file).take(self.packed);
        let raw: Box<dyn Read> = if self.deflated { Box::new(DeflateDecoder::new(packed)) } else { Box::new(packed) };
        Ok(Box::new(Sound { inner: CrcReader::new(Unpacked::new(raw, unfolded(self.packed, self.size))), crc: self.crc }))
    }
}

/// Ends with an error where the bytes are not those that were packed.
struct Sound<R> {
    inner: CrcReader<R>,
    crc: u32,
}

impl<R: Read> Read for Sound<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        if read == 0 && !buffer.is_empty() && self.inner.crc().sum() != self.crc {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "its checksum is wrong: the ZIP is damaged"));
        }
        Ok(read)
    }
}

/// The limit of a file that its name calls a gzip.
fn gzip(name: &str) -> Option<u64> {
    name.to_ascii_lowercase().ends_with(".gz").then(|| Limits::default().unpacked)
}

impl Input {
    /// An input from a file on disk.
    pub fn file(name: impl Into<String>, path: impl Into<PathBuf>) -> Self {
        let name = name.into();
        Self { gzip: gzip(&name), name, place: PlaceOfBytes::File(path.into()), refused: None }
    }

    /// An input from bytes in memory.
    pub fn memory(name: impl Into<String>, bytes: impl Into<Arc<[u8]>>) -> Self {
        let name = name.into();
        Self { gzip: gzip(&name), name, place: PlaceOfBytes::Memory(bytes.into()), refused: None }
    }

    /// A part of another input, as it is: its name says nothing about packing.
    pub(super) fn part(name: String, bytes: Vec<u8>) -> Self {
        Self { name, place: PlaceOfBytes::Memory(bytes.into()), gzip: None, refused: None }
    }

    /// The same with another limit on what a gzip may unpack to.
    #[must_use]
    pub fn within(mut self, limits: &Limits) -> Self {
        self.gzip = self.gzip.map(|_| limits.unpacked);
        self
    }

    /// Why it must not be opened, if so.
    pub(super) fn refused(&self) -> Option<&Diagnostic> {
        self.refused.as_deref()
    }

    /// Its bytes from the start, unpacked.
    pub fn reader(&self) -> io::Result<Box<dyn Read + '_>> {
        let raw: Box<dyn Read + '_> = match &self.place {
            PlaceOfBytes::File(path) => Box::new(BufReader::with_capacity(256 * 1024, File::open(path)?)),
            PlaceOfBytes::Memory(bytes) => Box::new(Cursor::new(&bytes[..])),
            PlaceOfBytes::Member(member) => member.reader()?,
        };
        Ok(match self.gzip {
            Some(limit) => Box::new(Unpacked::new(MultiGzDecoder::new(raw), unfolded(self.packed()?, limit))),
            None => raw,
        })
    }

    /// Bytes as they lie there.
    fn packed(&self) -> io::Result<u64> {
        Ok(match &self.place {
            PlaceOfBytes::File(path) => std::fs::metadata(path)?.len(),
            PlaceOfBytes::Memory(bytes) => bytes.len() as u64,
            PlaceOfBytes::Member(member) => member.size,
        })
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
}

/// All export files at `path`, which is called `name` in messages: in natural order, hidden files and links left out. A file of
/// several stacked tables is one input a table.
pub fn inputs(name: &str, path: &Path) -> Result<Vec<Input>, Diagnostic> {
    inputs_within(name, path, &Limits::default())
}

/// The same with limits of the archive's own.
pub fn inputs_within(name: &str, path: &Path, limits: &Limits) -> Result<Vec<Input>, Diagnostic> {
    let found = files(name, path, limits)?;
    Ok(found.into_iter().flat_map(|input| sections::split(input.within(limits), limits)).collect())
}

fn files(name: &str, path: &Path, limits: &Limits) -> Result<Vec<Input>, Diagnostic> {
    if std::fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_symlink()) {
        return Err(Diagnostic::new(codes::LINK).file(name));
    }
    let metadata = match std::fs::metadata(path) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Err(Diagnostic::new(codes::MISSING_SOURCE).file(name).arg("value", name).arg("near", near(path)));
        }
        Err(error) => return Err(Diagnostic::new(codes::UNREADABLE).file(name).arg("error", error.to_string())),
    };
    if !metadata.is_dir() && !metadata.is_file() {
        return Err(Diagnostic::new(codes::SPECIAL_FILE).file(name));
    }
    if metadata.is_dir() {
        let mut found = Vec::new();
        for entry in WalkDir::new(path).follow_links(false).sort_by(|a, b| natural(a.file_name(), b.file_name())) {
            let entry = entry.map_err(|e| Diagnostic::new(codes::UNREADABLE).file(name).arg("error", e.to_string()))?;
            let hidden = entry.depth() > 0 && entry.file_name().to_string_lossy().starts_with('.');
            if hidden || !entry.file_type().is_file() {
                continue;
            }
            let inside = slashed(entry.path().strip_prefix(path).unwrap_or(entry.path()));
            let inner = format!("{}/{inside}", name.trim_end_matches('/'));
            if inside.contains('\\') {
                return Err(Diagnostic::new(codes::BACKSLASH_NAME).file(inner));
            }
            if inner.to_ascii_lowercase().ends_with(".zip") {
                // One that cannot be opened stays one file, and says so when it is read.
                match members(&inner, entry.path(), limits) {
                    Ok(inside) => found.extend(inside),
                    Err(why) => found.push(Input { refused: Some(Arc::new(why)), ..Input::file(inner, entry.path()) }),
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
    if is_zip.unwrap_or(false) && !is_workbook(path) {
        return members(name, path, limits);
    }
    Ok(vec![Input::file(name, path)])
}

/// Whether a ZIP is a workbook, by the parts it has: its name may say anything.
fn is_workbook(path: &Path) -> bool {
    let Some(archive) = File::open(path).ok().and_then(|file| zip::ZipArchive::new(BufReader::new(file)).ok()) else {
        // One that is damaged is what its name says.
        let name = path.to_string_lossy().to_ascii_lowercase();
        return [".xlsx", ".ods", ".xlsm", ".xlsb"].iter().any(|ending| name.ends_with(ending));
    };
    let has = |part: &str| archive.index_for_name(part).is_some();
    has("[Content_Types].xml") || (has("mimetype") && has("content.xml"))
}

/// The members of a ZIP, where they lie; folders, hidden files and unsafe names are left out.
fn members(name: &str, path: &Path, limits: &Limits) -> Result<Vec<Input>, Diagnostic> {
    let broken = |error: &dyn std::fmt::Display| Diagnostic::new(codes::BAD_CONTAINER).file(name).arg("value", name).arg("error", error.to_string());
    let file = File::open(path).map_err(|e| broken(&e))?;
    let mut archive = zip::ZipArchive::new(BufReader::new(file)).map_err(|e| broken(&e))?;
    if archive.len() as u64 > limits.members {
        return Err(container_limit(name, "members", limits.members));
    }
    let mut found = Vec::new();
    let mut total = 0u64;
    for index in 0..archive.len() {
        let member = archive.by_index(index).map_err(|e| broken(&e))?;
        let Some(inside) = member.enclosed_name().map(|p| p.to_string_lossy().replace('\\', "/")) else { continue };
        if member.is_dir() || inside.split('/').any(|part| part.starts_with('.') || part == "__MACOSX") {
            continue;
        }
        // What it says it unpacks to is held while it is read.
        total = total.saturating_add(member.size());
        if total > limits.unpacked {
            return Err(container_limit(name, "unpacked", limits.unpacked));
        }
        let start = member.data_start().ok_or_else(|| broken(&"no-place"))?;
        let place = Member {
            zip: path.to_owned(),
            start,
            packed: member.compressed_size(),
            deflated: member.compression() != zip::CompressionMethod::Stored,
            size: member.size(),
            crc: member.crc32(),
        };
        let inside = format!("{name}/{inside}");
        found.push(Input { gzip: gzip(&inside), name: inside, place: PlaceOfBytes::Member(place), refused: None });
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

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn gz(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn a_gzip_beyond_the_limit_is_an_error_and_never_a_cut_file() {
        let packed = gz(&b"id;t\n1;a\n".repeat(1000));
        let limits = Limits { unpacked: 5000, ..Limits::default() };
        let input = Input::memory("a.csv.gz", packed);
        assert_eq!(input.bytes().unwrap().len(), 9000);
        assert!(input.within(&limits).bytes().is_err());
    }

    #[test]
    fn a_zip_keeps_to_its_limits_and_names_them() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.zip");
        let mut zip = zip::ZipWriter::new(File::create(&path).unwrap());
        for name in ["b.csv", "a.csv", ".hidden", "../up.csv"] {
            zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            zip.write_all(&b"id;t\n1;a\n".repeat(1000)).unwrap();
        }
        zip.finish().unwrap();
        let names = |limits: &Limits| inputs_within("a.zip", &path, limits).map(|found| found.into_iter().map(|i| i.name).collect::<Vec<_>>());
        assert_eq!(names(&Limits::default()).unwrap(), ["a.zip/a.csv", "a.zip/b.csv"]);
        for limits in [Limits { unpacked: 5000, ..Limits::default() }, Limits { members: 3, ..Limits::default() }] {
            assert_eq!(names(&limits).unwrap_err().code.id, "container-limit");
            // In a folder the others stay, and the one says why when it is opened.
            let found = inputs_within("x", folder.path(), &limits).unwrap();
            assert_eq!(crate::read::open(&found[0], &crate::read::Hints::default()).unwrap_err().code.id, "container-limit");
        }
    }
}
