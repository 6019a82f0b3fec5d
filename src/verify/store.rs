//! Where an archive lies: in a folder, in a ZIP, in a BagIt bag.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use serde_json::Value;
use sha2::{Digest, Sha256, Sha512};
use walkdir::WalkDir;
use zip::ZipArchive;

use super::bounds::{VALUES, WHOLE, folds_too_often};
use crate::diagnose::{Diagnostic, codes};
use crate::read::slashed;

/// The most a file of a ZIP may hold: what says more of itself was made to fill a disk.
const LARGEST: u64 = 64 << 30;

/// An archive to be read.
pub struct Store {
    /// Path inside the archive → size.
    files: BTreeMap<String, u64>,
    place: Place,
    /// Files of a bag that are not what its manifests say, or absent.
    bag: Vec<String>,
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
        let (folder, bag) = match path.join("bagit.txt").is_file() {
            true => (path.join("data"), bag(path)),
            false => (path.to_owned(), Vec::new()),
        };
        // A crate holds the archive beside its own description.
        let folder = if !folder.join("SHA256SUMS").is_file() && folder.join("site/SHA256SUMS").is_file() { folder.join("site") } else { folder };
        let mut files = BTreeMap::new();
        for entry in WalkDir::new(&folder).follow_links(false) {
            let entry = entry.map_err(|error| failed(error.to_string()))?;
            if !entry.file_type().is_dir() {
                let inside = slashed(entry.path().strip_prefix(&folder).unwrap_or(entry.path()));
                // A link is listed and never followed: its digest is that of nothing.
                let size = if entry.file_type().is_file() { entry.metadata().map(|metadata| metadata.len()).unwrap_or_default() } else { u64::MAX };
                files.insert(inside, size);
            }
        }
        if !files.contains_key("index.html") && !files.contains_key("SHA256SUMS") {
            return Err(failed("no archive in it".into()));
        }
        let interrupted = interrupted(&folder);
        Ok(Self { files, place: Place::Folder(folder), bag, interrupted })
    }

    fn zip(path: &Path) -> io::Result<Self> {
        let mut zip = ZipArchive::new(BufReader::new(File::open(path)?))?;
        let mut names: Vec<(String, u64)> = Vec::new();
        for at in 0..zip.len() {
            let entry = zip.by_index_raw(at)?;
            if entry.is_file() {
                let size = entry.size();
                if folds_too_often(size, entry.compressed_size()) {
                    return Err(io::Error::other(format!("a file in it unpacks to {} times its size", size / entry.compressed_size().max(1))));
                }
                names.push((entry.name()?.into_owned(), size));
            }
        }
        let sums = names.iter().filter(|(name, _)| name == "SHA256SUMS" || name.ends_with("/SHA256SUMS")).map(|(name, _)| name.len()).min();
        let shortest = names.iter().find(|(name, _)| Some(name.len()) == sums && name.ends_with("SHA256SUMS"));
        let Some((sums, _)) = shortest else { return Err(io::Error::other("no archive in it")) };
        let folder = sums.trim_end_matches("SHA256SUMS").to_owned();
        let files = names.iter().filter_map(|(name, size)| Some((name.strip_prefix(&folder)?.to_owned(), *size))).collect();
        Ok(Self { files, place: Place::Zip(Box::new(Mutex::new(zip)), folder), bag: Vec::new(), interrupted: false })
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

    /// Files of the bag around the archive that are not as its manifests say.
    pub fn bag_faults(&self) -> &[String] {
        &self.bag
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
fn digest<D: Digest>(file: &mut dyn Read) -> io::Result<String> {
    let mut digest = D::new();
    let mut buffer = vec![0u8; 128 * 1024];
    loop {
        match file.read(&mut buffer)? {
            0 => return Ok(crate::write::hexadecimal(&digest.finalize())),
            read => digest.update(&buffer[..read]),
        }
    }
}

/// Files that the manifests of a bag (RFC 8493) list and that are not as listed.
fn bag(path: &Path) -> Vec<String> {
    let mut faults = Vec::new();
    let mut manifests = 0;
    for name in ["manifest-sha512.txt", "manifest-sha256.txt", "tagmanifest-sha512.txt", "tagmanifest-sha256.txt"] {
        let Ok(text) = std::fs::read_to_string(path.join(name)) else { continue };
        manifests += usize::from(name.starts_with("manifest"));
        for line in text.lines() {
            let Some((wanted, file)) = line.split_once(char::is_whitespace) else {
                faults.push(name.to_owned());
                continue;
            };
            // RFC 8493, 2.1.3: line ends and the percent sign itself are written as percent escapes.
            let file = file.trim_start().replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%");
            let found = File::open(path.join(&file)).and_then(|mut opened| match name.contains("sha512") {
                true => digest::<Sha512>(&mut opened),
                false => digest::<Sha256>(&mut opened),
            });
            if file.split('/').any(|part| part == "..") || found.ok().as_deref() != Some(wanted) {
                faults.push(file);
            }
        }
    }
    if manifests == 0 {
        faults.push("manifest-sha512.txt".to_owned());
    }
    faults
}

/// Whether a journal beside the folder says that files are being moved into it.
fn interrupted(folder: &Path) -> bool {
    let Ok(folder) = folder.canonicalize() else { return false };
    let states = folder.ancestors().skip(1).map(|above| above.join(".greffe")).find(|state| state.is_dir());
    states.is_some_and(|state| crate::write::is_interrupted(&state, &folder))
}
