//! The journal of a commit: what is to be renamed and removed, written down before the first rename.
//!
//! It holds names only. Where they lie follows from the root and the output folder of the command that reads it, so a journal that somebody
//! else put into an archive leads nowhere else.

use std::fs;
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::disk::Disk;
use super::faults::explain;
use super::output::{KEPT, safe};
use super::places::Places;
use crate::diagnose::{Diagnostic, codes};

/// What a commit does. Every step can be done twice.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Journal {
    /// Which output folder this is about: [`Places::key`].
    pub output: String,
    /// A first build: the stage takes the place of the output folder.
    pub whole: bool,
    /// Files to move from the stage into the output, relative.
    pub renames: Vec<String>,
    /// Files of ours to remove from the output, relative.
    pub removals: Vec<String>,
}

impl Journal {
    /// Writes it down, then does it.
    pub fn commit(&self, places: &Places, disk: &Disk) -> io::Result<()> {
        // A journal of moves that nobody can make would stay for ever.
        let folder = if self.whole { places.out.parent() } else { Some(places.out.as_path()) };
        if let Some(folder) = folder.filter(|_| self.whole || !self.renames.is_empty() || !self.removals.is_empty()) {
            disk.takes_files(folder)?;
        }
        let waiting = places.state.join("journal.tmp");
        disk.write_through(&waiting, &serde_json::to_vec(self)?)?;
        disk.rename(&waiting, &places.journal())?;
        self.finish(places, disk)
    }

    fn finish(&self, places: &Places, disk: &Disk) -> io::Result<()> {
        let stage = places.stage();
        if self.whole {
            swap(places, &stage, disk)?;
        } else {
            for name in &self.renames {
                let (from, to) = (stage.join(name), places.out.join(name));
                if from.exists() {
                    if let Some(folder) = to.parent() {
                        disk.folders(folder)?;
                    }
                    disk.rename(&from, &to)?;
                }
            }
            for name in &self.removals {
                let path = places.out.join(name);
                disk.remove(&path)?;
                remove_empty_folders(&path, &places.out);
            }
        }
        let next = places.next_list();
        if next.exists() {
            disk.rename(&next, &places.list())?;
        }
        disk.remove_all(&stage)?;
        disk.remove(&places.journal())
    }

    /// Why this journal is not done: it is of another output folder, or would touch what no build of ours touches.
    fn refused(&self, places: &Places) -> Option<&'static str> {
        if self.output != places.key {
            return Some("output");
        }
        let inside = |folder: &Path, name: &String| safe(name) && is_plain(folder, name);
        let sound = match self.whole {
            // Only an empty folder is ever taken the place of; what was in it is in the folder set aside.
            true => self.renames.is_empty() && self.removals.is_empty() && holds_only_kept(&places.out, &places.stage()) && is_kept(&places.old()),
            false => {
                self.renames.iter().all(|name| inside(&places.out, name) && inside(&places.stage(), name))
                    && self.removals.iter().all(|name| inside(&places.out, name))
            }
        };
        (!sound).then_some("path")
    }
}

/// Puts the stage in the place of the output folder, taking along what belongs to the user there.
fn swap(places: &Places, stage: &Path, disk: &Disk) -> io::Result<()> {
    let old = places.old();
    if !stage.exists() {
        // The new folder took its place already.
        return disk.remove_all(&old);
    }
    if places.out.exists() {
        for name in KEPT {
            let (from, to) = (places.out.join(name), stage.join(name));
            if from.exists() {
                disk.copy(&from, &to)?;
            }
        }
        disk.rename(&places.out, &old)?;
    }
    disk.rename(stage, &places.out)?;
    disk.remove_all(&old)
}

/// Whether nothing on the way from a folder to a file in it is a link, and the file itself is one or absent.
pub(super) fn is_plain(folder: &Path, name: &str) -> bool {
    let mut path = folder.to_owned();
    let mut parts = Path::new(name).components().peekable();
    while let Some(part) = parts.next() {
        path.push(part);
        let kind = fs::symlink_metadata(&path).map(|found| found.file_type());
        match kind {
            Ok(kind) if kind.is_dir() && parts.peek().is_some() => {}
            Ok(kind) => return kind.is_file() && parts.peek().is_none(),
            Err(error) => return error.kind() == io::ErrorKind::NotFound,
        }
    }
    false
}

/// Whether the output folder may give way: where the stage still waits, it is absent or holds nothing but what is kept.
fn holds_only_kept(out: &Path, stage: &Path) -> bool {
    !stage.exists() || is_kept(out)
}

/// Whether a folder is absent or holds nothing but [`KEPT`].
fn is_kept(folder: &Path) -> bool {
    match fs::symlink_metadata(folder) {
        Err(error) => error.kind() == io::ErrorKind::NotFound,
        Ok(found) => {
            found.is_dir()
                && fs::read_dir(folder).is_ok_and(|entries| {
                    entries.into_iter().all(|entry| entry.is_ok_and(|entry| KEPT.iter().any(|kept| entry.file_name() == **kept)))
                })
        }
    }
}

/// The journal in a state folder, if there is one; an error where it cannot be read as one of ours.
fn read(state: &Path) -> Result<Option<Journal>, Diagnostic> {
    let path = state.join("journal.json");
    if !fs::symlink_metadata(&path).is_ok_and(|found| found.is_file()) {
        return Ok(None);
    }
    let text = fs::read(&path).map_err(|error| explain(&error, &path))?;
    // The journal is renamed into place when it is whole; what cannot be read is not ours to guess at.
    serde_json::from_slice(&text).map(Some).map_err(|error| refusal(&path, &error.to_string()))
}

fn refusal(path: &Path, why: &str) -> Diagnostic {
    Diagnostic::new(codes::JOURNAL).file(path.display().to_string()).arg("error", why)
}

/// Finishes a commit into `out` that was interrupted.
pub fn recover(state: &Path, out: &Path) -> Result<Option<Diagnostic>, Diagnostic> {
    recover_on(&Disk::default(), state, out)
}

/// The same on a disk of somebody's own.
pub(super) fn recover_on(disk: &Disk, state: &Path, out: &Path) -> Result<Option<Diagnostic>, Diagnostic> {
    let Some(journal) = read(state)? else { return Ok(None) };
    let places = Places::new(out, state).map_err(|error| explain(&error, out))?;
    if let Some(why) = journal.refused(&places) {
        return Err(refusal(&places.journal(), why));
    }
    journal.finish(&places, disk).map_err(|error| explain(&error, &places.out))?;
    Ok(Some(Diagnostic::new(codes::RECOVERED).file(places.out.display().to_string())))
}

/// Whether a commit into this folder was interrupted, as its journal says.
pub fn is_interrupted(state: &Path, out: &Path) -> bool {
    let places = Places::new(out, state).ok();
    places.is_some_and(|places| read(state).ok().flatten().is_some_and(|journal| journal.output == places.key))
}

fn remove_empty_folders(file: &Path, out: &Path) {
    let mut folder = file.parent();
    while let Some(path) = folder.filter(|path| *path != out && path.starts_with(out)) {
        // Fails where something is left: that is the end of the way up.
        if fs::remove_dir(path).is_err() {
            return;
        }
        folder = path.parent();
    }
}
