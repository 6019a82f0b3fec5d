//! What lies around an archive: the bag (RFC 8493) or the crate it was packed into. Nothing there is opened before it is known to be a
//! file of its own, below the folder that was given.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use sha2::{Sha256, Sha512};
use walkdir::WalkDir;

use super::bounds::WHOLE;
use super::store::{LINK, digest};
use crate::diagnose::{Code, codes};
use crate::read::slashed;

/// Something that is not as it should be: the code, what it is about, in which way.
pub type Strange = (&'static Code, String, String);

/// The manifests of a bag: name, whether it lists the payload, whether its digests are SHA-512.
const MANIFESTS: [(&str, bool, bool); 4] = [
    ("manifest-sha512.txt", true, true),
    ("manifest-sha256.txt", true, false),
    ("tagmanifest-sha512.txt", false, true),
    ("tagmanifest-sha256.txt", false, false),
];

/// Whether a file outside of the archive belongs to what it was packed into. `inside` is the archive's folder there, with a slash.
pub fn belongs(name: &str, inside: &str) -> bool {
    let bag = inside.strip_suffix("site/").unwrap_or(inside).strip_suffix("data/");
    let of_bag = bag.and_then(|bag| name.strip_prefix(bag));
    let of_crate = inside.strip_suffix("site/").and_then(|folder| name.strip_prefix(folder));
    of_crate == Some("ro-crate-metadata.json")
        || of_bag.is_some_and(|name| matches!(name, "bagit.txt" | "bag-info.txt") || MANIFESTS.iter().any(|(manifest, ..)| *manifest == name))
}

/// Files below a folder, by path, those of links and pipes too; and what could not be read.
pub fn walk(folder: &Path) -> (BTreeMap<String, u64>, Vec<Strange>) {
    let (mut files, mut strange) = (BTreeMap::new(), Vec::new());
    let inside = |path: &Path| slashed(path.strip_prefix(folder).unwrap_or(path));
    for entry in WalkDir::new(folder).follow_links(false) {
        match entry {
            Ok(entry) if entry.file_type().is_dir() => {}
            Ok(entry) => {
                // A link is listed and never followed: its digest is that of nothing.
                let size = if entry.file_type().is_file() { entry.metadata().map_or(LINK, |metadata| metadata.len()) } else { LINK };
                files.insert(inside(entry.path()), size);
            }
            Err(error) => strange.push((codes::FILE_UNKNOWN, error.path().map(inside).unwrap_or_default(), error.to_string())),
        }
    }
    (files, strange)
}

/// A file of limited size, if it is one.
fn text(path: &Path, size: u64) -> io::Result<String> {
    match size {
        LINK => Err(io::Error::other("a link or no file")),
        size if size > WHOLE => Err(io::Error::other(format!("larger than {} MiB", WHOLE >> 20))),
        size => {
            let mut text = String::new();
            File::open(path)?.take(size).read_to_string(&mut text)?;
            Ok(text)
        }
    }
}

/// What of a bag is not as its manifests say. Each names every file of the payload once.
pub fn bag(path: &Path) -> Vec<Strange> {
    let (files, mut strange) = walk(path);
    let mut manifests = 0;
    for (name, payload, long) in MANIFESTS {
        let Some(&size) = files.get(name) else { continue };
        manifests += usize::from(payload);
        let text = match text(&path.join(name), size) {
            Ok(text) => text,
            Err(error) => {
                strange.push((codes::FILE_CHANGED, name.to_owned(), error.to_string()));
                continue;
            }
        };
        let mut listed = BTreeSet::new();
        for line in text.lines() {
            let Some((wanted, file)) = line.split_once(char::is_whitespace) else {
                strange.push((codes::FILE_CHANGED, name.to_owned(), "a line is not a digest and a path".to_owned()));
                break;
            };
            // RFC 8493, 2.1.3: line ends and the percent sign itself are written as percent escapes.
            let file = file.trim_start().replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%");
            if !listed.insert(file.clone()) {
                strange.push((codes::FILE_CHANGED, name.to_owned(), format!("it lists “{file}” twice")));
                break;
            }
            // Only what the walk met below the bag is opened: no path that leads out, no link, no pipe.
            let found = files.get(&file).filter(|size| **size != LINK).and_then(|_| File::open(path.join(&file)).ok()).and_then(|mut opened| {
                let digest = if long { digest::<Sha512>(&mut opened) } else { digest::<Sha256>(&mut opened) };
                digest.ok()
            });
            if found.as_deref() != Some(wanted) {
                strange.push((codes::FILE_CHANGED, file, "not as the bag's manifest has it".to_owned()));
            }
        }
        if payload {
            let unlisted = files.keys().filter(|file| file.starts_with("data/") && !listed.contains(*file));
            strange.extend(unlisted.map(|file| (codes::FILE_UNKNOWN, file.clone(), "not in the bag's manifest".to_owned())));
        }
    }
    if manifests == 0 {
        strange.push((codes::FILE_CHANGED, "manifest-sha512.txt".to_owned(), "not there".to_owned()));
    }
    strange
}

/// Files beside the archive in the folder that was given, which neither its sums nor its signature say anything of.
pub fn beside(top: &Path, inside: &str) -> Vec<Strange> {
    let root = top.join(inside);
    let walk = WalkDir::new(top).follow_links(false).into_iter().filter_entry(|entry| entry.path() != root);
    let mut strange = Vec::new();
    for entry in walk {
        match entry {
            Ok(entry) => {
                let name = slashed(entry.path().strip_prefix(top).unwrap_or(entry.path()));
                let kind = entry.file_type();
                let ours = kind.is_dir() || kind.is_file() && belongs(&name, inside);
                if !ours {
                    strange.push((codes::FILE_UNKNOWN, name, format!("beside {inside}")));
                }
            }
            Err(error) => strange.push((codes::FILE_UNKNOWN, format!("beside {inside}"), error.to_string())),
        }
    }
    strange
}
