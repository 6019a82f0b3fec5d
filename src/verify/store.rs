//! Where an archive lies: in a folder, in a ZIP, in a BagIt bag.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use serde_json::Value;
use sha2::{Digest, Sha256};
use zip::ZipArchive;

use super::around::{Strange, bag, beside, walk};
use super::bounds::{VALUES, WHOLE};
use super::packed::{self, Packed};
use crate::diagnose::{Diagnostic, codes};

/// The most a file of a ZIP may hold: what says more of itself was made to fill a disk.
const LARGEST: u64 = 64 << 30;

/// The size of what is no file but a link, a pipe or a device: it is named and never opened.
pub const LINK: u64 = u64::MAX;

/// An archive to be read.
pub struct Store {
    /// Path inside the archive → size.
    files: BTreeMap<String, u64>,
    place: Place,
    /// What is wrong with how it lies there.
    strange: Vec<Strange>,
    /// The folder that was given and the archive's own in it, where that is another.
    inside: Option<(PathBuf, String)>,
    interrupted: bool,
}

enum Place {
    Folder(PathBuf),
    /// The archive and the folder inside it.
    Zip(Box<Mutex<ZipArchive<BufReader<File>>>>, String),
}

impl Store {
    /// Opens an archive.
    pub fn open(path: &Path) -> Result<Self, Diagnostic> {
        let failed = |error: String| Diagnostic::new(codes::NO_ARCHIVE).file(path.display().to_string()).arg("error", error);
        if path.is_file() {
            return Self::zip(path).map_err(|error| failed(error.to_string()));
        }
        if !path.is_dir() {
            return Err(failed("not there".into()));
        }
        let is_there = |name: &str| path.join(name).symlink_metadata().is_ok();
        let is_folder = |name: &str| path.join(name).symlink_metadata().is_ok_and(|found| found.is_dir());
        let is_bag = !is_there("SHA256SUMS") && is_there("bagit.txt") && is_folder("data");
        let mut strange = if is_bag { bag(path) } else { Vec::new() };
        let mut inside = if is_bag { "data/".to_owned() } else { String::new() };
        // A crate holds the archive beside its own description.
        if !is_there(&format!("{inside}SHA256SUMS")) && is_folder(&format!("{inside}site")) && is_there(&format!("{inside}site/SHA256SUMS")) {
            inside.push_str("site/");
        }
        let folder = path.join(&inside);
        let (files, unread) = walk(&folder);
        strange.extend(unread);
        if !files.contains_key("index.html") && !files.contains_key("SHA256SUMS") {
            return Err(failed("no archive in it".into()));
        }
        if is_bag || is_there("ro-crate-metadata.json") && inside == "site/" {
            strange.extend(beside(path, &inside));
        }
        let interrupted = interrupted(&folder);
        let inside = (!inside.is_empty()).then(|| (path.to_owned(), inside));
        Ok(Self { files, place: Place::Folder(folder), strange, inside, interrupted })
    }

    fn zip(path: &Path) -> io::Result<Self> {
        let Packed { zip, folder, files, strange } = packed::open(path)?;
        let inside = (!folder.is_empty()).then(|| (path.to_owned(), folder.clone()));
        Ok(Self { files, place: Place::Zip(Box::new(Mutex::new(zip)), folder), strange, inside, interrupted: false })
    }

    /// What is wrong with how the archive lies there. Under a key nothing may lie beside it that nobody signed.
    pub fn strange(&self, key: bool) -> Vec<Strange> {
        match (&self.place, &self.inside) {
            (Place::Folder(_), Some((top, inside))) if key => self.strange.iter().cloned().chain(beside(top, inside)).collect(),
            _ => self.strange.clone(),
        }
    }

    /// The folder of the archive in what was given, if it is not that itself.
    pub fn inside(&self) -> Option<&str> {
        self.inside.as_ref().map(|(_, inside)| inside.as_str())
    }

    /// Whether a path is that of a file and of nothing else.
    pub fn is_file(&self, path: &str) -> bool {
        self.files.get(path).is_some_and(|size| *size != LINK)
    }

    /// Whether all of it are files.
    pub fn is_plain(&self) -> bool {
        self.files.values().all(|size| *size != LINK)
    }

    /// Paths, sorted.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// Whether a file is there.
    pub fn has(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// Size of a file.
    pub fn size(&self, path: &str) -> Option<u64> {
        self.files.get(path).copied()
    }

    /// The output of a build that was stopped while it moved files: the next build finishes it.
    pub fn interrupted(&self) -> bool {
        self.interrupted
    }

    /// Slugs of the consultations.
    pub fn consultations(&self) -> Vec<String> {
        let mut slugs: Vec<String> = self
            .paths()
            .filter_map(|path| path.strip_prefix("consultations/"))
            .filter_map(|path| path.split_once('/'))
            .filter(|(_, rest)| rest.starts_with("log/") || *rest == "data/contributions.csv")
            .map(|(slug, _)| slug.to_owned())
            .collect();
        slugs.dedup();
        slugs
    }

    /// Reads a file through.
    pub fn read<T>(&self, path: &str, use_it: impl FnOnce(&mut dyn Read) -> io::Result<T>) -> io::Result<T> {
        let size = self.size_of(path)?;
        match &self.place {
            Place::Folder(folder) => use_it(&mut File::open(folder.join(path))?),
            Place::Zip(zip, folder) => {
                let mut zip = zip.lock().unwrap_or_else(PoisonError::into_inner);
                let mut file = zip.by_name(&format!("{folder}{path}"))?;
                use_it(&mut (&mut file).take(size))
            }
        }
    }

    /// A file to be read while others are: one of a ZIP is unpacked to a temporary file, which nobody sees.
    pub fn file(&self, path: &str) -> io::Result<File> {
        match self.on_disk(path)? {
            OnDisk::Own(path) => File::open(path),
            OnDisk::Unpacked(file) => file.reopen(),
        }
    }

    /// A file for a library that opens it by its path.
    pub fn on_disk(&self, path: &str) -> io::Result<OnDisk> {
        match &self.place {
            Place::Folder(folder) => self.size_of(path).map(|_| OnDisk::Own(folder.join(path))),
            Place::Zip(..) => self.read(path, |file| {
                let mut unpacked = tempfile::NamedTempFile::new()?;
                io::copy(file, &mut unpacked)?;
                Ok(OnDisk::Unpacked(unpacked))
            }),
        }
    }

    /// Size of a file that may be opened: none of a link, a pipe or a device.
    fn size_of(&self, path: &str) -> io::Result<u64> {
        match self.files.get(path) {
            None => Err(io::ErrorKind::NotFound.into()),
            Some(&size) if size > LARGEST => Err(io::Error::other("too large, or a link")),
            Some(&size) => Ok(size),
        }
    }

    /// A whole file, of those that are small.
    pub fn bytes(&self, path: &str) -> io::Result<Vec<u8>> {
        if self.files.get(path).is_some_and(|size| *size > WHOLE) {
            return Err(io::Error::other(format!("larger than {} MiB, or a link", WHOLE >> 20)));
        }
        self.read(path, |file| {
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes)?;
            Ok(bytes)
        })
    }

    /// A small file of JSON.
    pub fn json(&self, path: &str) -> io::Result<Value> {
        if self.files.get(path).is_some_and(|size| *size > VALUES) {
            return Err(io::Error::other(format!("larger than {} MiB", VALUES >> 20)));
        }
        serde_json::from_slice(&self.bytes(path)?).map_err(io::Error::other)
    }

    /// A whole file as text.
    pub fn text(&self, path: &str) -> io::Result<String> {
        String::from_utf8(self.bytes(path)?).map_err(io::Error::other)
    }

    /// A note, which is short.
    pub fn note(&self, path: &str) -> io::Result<String> {
        match self.size_of(path)? {
            size if size > VALUES => Err(io::Error::other(format!("larger than {} MiB", VALUES >> 20))),
            _ => self.text(path),
        }
    }

    /// SHA-256 of a file in hexadecimal.
    pub fn digest(&self, path: &str) -> io::Result<String> {
        self.read(path, |file| digest::<Sha256>(file))
    }
}

/// A file that lies on the disk as long as this lives.
pub enum OnDisk {
    /// One of the archive.
    Own(PathBuf),
    /// Taken out of a ZIP.
    Unpacked(tempfile::NamedTempFile),
}

impl OnDisk {
    /// Where.
    pub fn path(&self) -> &Path {
        match self {
            Self::Own(path) => path,
            Self::Unpacked(file) => file.path(),
        }
    }
}

/// A digest in hexadecimal.
pub fn digest<D: Digest>(file: &mut dyn Read) -> io::Result<String> {
    let mut digest = D::new();
    let mut buffer = vec![0u8; 128 * 1024];
    loop {
        match file.read(&mut buffer)? {
            0 => return Ok(crate::write::hexadecimal(&digest.finalize())),
            read => digest.update(&buffer[..read]),
        }
    }
}

/// Whether a journal beside the folder says that files are being moved into it.
fn interrupted(folder: &Path) -> bool {
    let Ok(folder) = folder.canonicalize() else { return false };
    let states = folder.ancestors().skip(1).map(|above| above.join(".greffe")).find(|state| state.is_dir());
    states.is_some_and(|state| crate::write::is_interrupted(&state, &folder))
}
