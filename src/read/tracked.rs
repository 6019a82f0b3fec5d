//! Which files version control keeps, told by git's index itself. Git is never run: the settings of a folder can make it run commands.
//!
//! The form is `Documentation/gitformat-index` of git: a header `DIRC`, version 2 to 4, the number of entries; of each entry 62 bytes of
//! facts (4 to 40 are sizes and times, 60 to 62 flags), two more where bit 14 of the flags is set, then its path. Up to version 3 the path
//! ends with a zero byte and fills up to a multiple of eight; in version 4 a number says how much of the path before stays.

use std::fs;
use std::path::{Path, PathBuf};

use super::content::Root;
use super::safe::slashed;

/// The most that is read of an index: some million files.
const LARGEST: u64 = 256 << 20;

/// Bytes of an entry before its path.
const FACTS: usize = 62;

/// Files below `content/` that git keeps, relative to the root; none where there is no repository or its index cannot be read.
pub fn tracked(root: &Root) -> Vec<String> {
    let Ok(folder) = root.path.canonicalize() else { return Vec::new() };
    let Some((top, git)) = folder.ancestors().find_map(|top| Some((top, repository(top)?))) else { return Vec::new() };
    let index = git.join("index");
    let Some(bytes) = regular(&index).and_then(|()| fs::read(&index).ok()) else { return Vec::new() };
    let inside = folder.strip_prefix(top).map(slashed).unwrap_or_default();
    let prefix = if inside.is_empty() { String::new() } else { format!("{inside}/") };
    let paths = paths(&bytes).unwrap_or_default();
    let below = paths.iter().filter_map(|path| path.strip_prefix(&prefix)).filter(|path| path.starts_with("content/"));
    below.map(str::to_owned).collect()
}

/// The folder with the index of a work tree: `.git`, or where the file `.git` of a linked tree points.
fn repository(top: &Path) -> Option<PathBuf> {
    let git = top.join(".git");
    let kind = fs::symlink_metadata(&git).ok()?.file_type();
    if kind.is_dir() {
        return Some(git);
    }
    regular(&git)?;
    let text = fs::read_to_string(&git).ok()?;
    Some(top.join(text.strip_prefix("gitdir:")?.trim()))
}

/// `None` where reading would follow a link, never end, or take too much.
fn regular(path: &Path) -> Option<()> {
    fs::symlink_metadata(path).ok().filter(|found| found.is_file() && found.len() <= LARGEST).map(|_| ())
}

/// The paths of an index; `None` where it is damaged.
fn paths(index: &[u8]) -> Option<Vec<String>> {
    let word = |at: usize| index.get(at..at + 4).map(|four| u32::from_be_bytes([four[0], four[1], four[2], four[3]]));
    let (version, count) = (word(4)?, word(8)? as usize);
    if !index.starts_with(b"DIRC") || !(2..=4).contains(&version) {
        return None;
    }
    let mut found = Vec::with_capacity(count.min(index.len() / FACTS));
    let (mut at, mut last) = (12, Vec::new());
    for _ in 0..count {
        let start = at;
        let extended = index.get(at + 60)? & 0x40 != 0;
        at += FACTS + if extended { 2 } else { 0 };
        if version == 4 {
            let (cut, read) = offset(index.get(at..)?)?;
            at += read;
            last.truncate(last.len().checked_sub(cut)?);
        } else {
            last.clear();
        }
        let length = index.get(at..)?.iter().position(|&byte| byte == 0)?;
        last.extend_from_slice(&index[at..at + length]);
        at += length + 1;
        if version < 4 {
            at = start + (at - start).next_multiple_of(8);
        }
        found.push(String::from_utf8_lossy(&last).into_owned());
    }
    Some(found)
}

/// A number of git's variable width, and its bytes.
fn offset(bytes: &[u8]) -> Option<(usize, usize)> {
    let mut value = 0usize;
    for (at, &byte) in bytes.iter().enumerate().take(5) {
        value = value << 7 | usize::from(byte & 0x7f);
        if byte & 0x80 == 0 {
            return Some((value, at + 1));
        }
        value += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::*;

    /// A repository made by git itself, in its form of this version, with a watcher of files that must never be asked.
    fn repository_of(version: &str, below: &str) -> Option<(tempfile::TempDir, Root)> {
        let folder = tempfile::tempdir().unwrap();
        let root = Root { path: folder.path().join(below) };
        fs::create_dir_all(root.content().join("sources")).unwrap();
        for name in ["content/sources/a.csv", "content/sources/abc.csv", "content/é.md", "README"] {
            fs::write(root.path.join(name), "x").unwrap();
        }
        let git = |args: &[&str]| Command::new("git").arg("-C").arg(folder.path()).args(args).output().ok().filter(|done| done.status.success());
        git(&["init", "-q"])?;
        git(&["config", "index.version", version])?;
        git(&["add", "."])?;
        git(&["update-index", "--index-version", version])?;
        git(&["config", "core.fsmonitor", &format!("touch {} #", folder.path().join("ran").display())])?;
        Some((folder, root))
    }

    #[test]
    fn the_index_is_read_in_each_form_and_nothing_is_run() {
        for version in ["2", "3", "4"] {
            for below in ["", "town/archive"] {
                let Some((folder, root)) = repository_of(version, below) else { return println!("git is not here: nothing was tried") };
                assert_eq!(tracked(&root), ["content/sources/a.csv", "content/sources/abc.csv", "content/é.md"], "version {version}");
                assert!(!folder.path().join("ran").exists());
            }
        }
    }

    #[test]
    fn a_damaged_index_tells_nothing() {
        assert_eq!(paths(b"DIRC\0\0\0\x02\xff\xff\xff\xff"), None);
        assert_eq!(paths(b"nothing"), None);
        let folder = tempfile::tempdir().unwrap();
        assert!(tracked(&Root { path: folder.path().to_owned() }).is_empty());
    }
}
