//! The archive in a ZIP: which of its entries are files of it, and what else is in there.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::Path;

use zip::ZipArchive;

use super::around::{Strange, belongs};
use super::bounds::{folds_too_often, times};
use super::store::LINK;
use crate::diagnose::codes;

/// A ZIP that was opened.
pub struct Packed {
    pub zip: ZipArchive<BufReader<File>>,
    /// The folder of the archive in it, with a slash; nothing where it is the ZIP itself.
    pub folder: String,
    /// Path inside the archive → size.
    pub files: BTreeMap<String, u64>,
    pub strange: Vec<Strange>,
}

/// Opens it and looks at every entry; none is unpacked.
pub fn open(path: &Path) -> io::Result<Packed> {
    let file = File::open(path)?;
    let length = file.metadata()?.len();
    let mut zip = ZipArchive::new(BufReader::new(file))?;
    let mut strange: Vec<Strange> = Vec::new();
    let mut unknown = |name: &str, why: &str| strange.push((codes::FILE_UNKNOWN, name.to_owned(), why.to_owned()));
    let mut names: Vec<(String, u64)> = Vec::new();
    let mut places: Vec<(u64, u64, String)> = Vec::new();
    let mut total = 0u64;
    for at in 0..zip.len() {
        let entry = zip.by_index_raw(at)?;
        let name = entry.name()?.into_owned();
        let (size, packed) = (entry.size(), entry.compressed_size());
        let start = entry.data_start().ok_or_else(|| io::Error::other(format!("“{name}” in it has no place")))?;
        places.push((start, start.saturating_add(packed), name.clone()));
        let link = entry.unix_mode().is_some_and(|mode| !matches!(mode & 0o170_000, 0 | 0o100_000 | 0o040_000));
        total = total.saturating_add(size);
        if entry.is_dir() && size == 0 && !link {
            continue;
        }
        if entry.is_dir() || name.contains('\\') || name.split('/').any(|part| matches!(part, "" | "." | "..")) {
            unknown(&name, "no path of a file");
            continue;
        }
        if folds_too_often(size, packed) {
            return Err(io::Error::other(format!("“{name}” in it unpacks to {} times its size", times(size, packed))));
        }
        names.push((name, if link { LINK } else { size }));
    }
    if folds_too_often(total, length) {
        return Err(io::Error::other(format!("it unpacks to {} times its size", times(total, length))));
    }
    places.sort_unstable();
    if let Some(pair) = places.windows(2).find(|pair| pair[0].1 > pair[1].0) {
        return Err(io::Error::other(format!("“{}” and “{}” lie in the same place in it", pair[0].2, pair[1].2)));
    }
    // Of entries with one name the library knows the last, and others may unpack the first.
    let start = zip.central_directory_start();
    let entries = zip.len();
    for name in twice(path, start, entries)? {
        unknown(&name, "twice in the ZIP");
    }
    let sums = names.iter().map(|(name, _)| name.as_str()).filter(|name| *name == "SHA256SUMS" || name.ends_with("/SHA256SUMS"));
    let Some(sums) = sums.min_by_key(|name| (name.matches('/').count(), name.len())) else { return Err(io::Error::other("no archive in it")) };
    let folder = sums.trim_end_matches("SHA256SUMS").to_owned();
    let mut files = BTreeMap::new();
    for (name, size) in names {
        match name.strip_prefix(&folder) {
            Some(inside) => drop(files.insert(inside.to_owned(), size)),
            None if size != LINK && belongs(&name, &folder) => {}
            None => unknown(&name, &format!("beside {folder}")),
        }
    }
    Ok(Packed { zip, folder, files, strange })
}

/// Names that the list of entries has more than once. `known` entries were understood; where the list has more, one is there twice.
fn twice(path: &Path, start: u64, known: usize) -> io::Result<Vec<String>> {
    let mut reader = BufReader::new(File::open(path)?);
    reader.seek(SeekFrom::Start(start))?;
    let (mut seen, mut found, mut count) = (BTreeSet::new(), Vec::new(), 0usize);
    loop {
        let mut head = [0u8; 46];
        if reader.read_exact(&mut head).is_err() || head[..4] != *b"PK\x01\x02" {
            break;
        }
        count += 1;
        let length = |at: usize| usize::from(u16::from_le_bytes([head[at], head[at + 1]]));
        let mut name = vec![0; length(28)];
        reader.read_exact(&mut name)?;
        io::copy(&mut (&mut reader).take((length(30) + length(32)) as u64), &mut io::sink())?;
        if !seen.insert(name.clone()) {
            found.push(String::from_utf8_lossy(&name).into_owned());
        }
    }
    if count != known && found.is_empty() {
        return Err(io::Error::other("its list of entries names one twice"));
    }
    Ok(found)
}
