//! Files of `content/` as text, for whoever looks for words in them; and what changes while a build reads.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use walkdir::WalkDir;

use super::content::Root;
use super::safe::slashed;

/// The most that is read of one file.
const LARGEST: u64 = 64 << 20;

/// Everything below `content/` but exports and editions: (path for messages, text). Of office documents the words of their parts.
pub fn written_texts(root: &Root) -> Vec<(String, String)> {
    let content = root.content();
    let mut found = Vec::new();
    for entry in WalkDir::new(&content).follow_links(false).sort_by_file_name().into_iter().flatten() {
        let inside = slashed(entry.path().strip_prefix(&root.path).unwrap_or(entry.path()));
        let skipped = inside.split('/').any(|part| part == "sources" || part == "editions") || inside.ends_with("consultation.yaml");
        if !skipped && entry.file_type().is_file() && entry.metadata().is_ok_and(|metadata| metadata.len() <= LARGEST) {
            found.extend(text_of(entry.path()).map(|text| (inside, text)));
        }
    }
    found
}

fn text_of(path: &Path) -> Option<String> {
    let bytes = fs::read(path).ok()?;
    if !bytes.starts_with(b"PK\x03\x04") {
        return String::from_utf8(bytes).ok();
    }
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut text = String::new();
    for at in 0..zip.len() {
        let Ok(file) = zip.by_index(at) else { continue };
        let mut part = String::new();
        let readable = file.name().is_ok_and(|name| name.ends_with(".xml") || name.ends_with(".txt") || name.ends_with(".csv"));
        if readable && file.take(LARGEST).read_to_string(&mut part).is_ok() {
            // Tags stand between words.
            part.split('<').for_each(|piece| {
                text.push_str(piece.split_once('>').map_or(piece, |(_, words)| words));
                text.push(' ');
            });
        }
    }
    Some(text)
}

/// Size and time of change of everything a build reads: whatever changes in between shows as a difference.
#[derive(Debug, PartialEq, Eq)]
pub struct Fingerprint(BTreeMap<PathBuf, (u64, Option<SystemTime>)>);

impl Fingerprint {
    /// Of `content/` and `themes/`.
    pub fn of(root: &Root) -> Self {
        let folders = [root.content(), root.path.join("themes")];
        let entries =
            folders.iter().flat_map(|folder| WalkDir::new(folder).follow_links(false)).flatten().filter(|entry| entry.file_type().is_file());
        let known = entries.filter_map(|entry| {
            let metadata = entry.metadata().ok()?;
            Some((entry.into_path(), (metadata.len(), metadata.modified().ok())))
        });
        Self(known.collect())
    }

    /// A file that is other than it was, or new, or gone.
    pub fn changed<'f>(&'f self, now: &'f Self) -> Option<&'f Path> {
        let other = self.0.iter().find(|(path, facts)| now.0.get(*path) != Some(*facts));
        other.or_else(|| now.0.iter().find(|(path, _)| !self.0.contains_key(*path))).map(|(path, _)| path.as_path())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_changes_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let root = Root { path: folder.path().to_owned() };
        let file = root.content().join("a.md");
        fs::create_dir_all(root.content()).unwrap();
        fs::write(&file, "one").unwrap();
        let before = Fingerprint::of(&root);
        assert_eq!(before.changed(&Fingerprint::of(&root)), None);
        fs::write(&file, "other").unwrap();
        assert_eq!(before.changed(&Fingerprint::of(&root)), Some(file.as_path()));
        fs::remove_file(&file).unwrap();
        let after = Fingerprint::of(&root);
        assert_eq!((before.changed(&after), after.changed(&before)), (Some(file.as_path()), Some(file.as_path())));
    }
}
