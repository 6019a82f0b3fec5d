//! The journal of a commit: what is to be renamed and removed, written down before the first rename.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::disk::Disk;
use super::faults::explain;
use crate::diagnose::{Diagnostic, codes};

/// What a commit does. Every step can be done twice.
#[derive(Debug, Serialize, Deserialize)]
pub struct Journal {
    /// The output folder.
    pub out: PathBuf,
    /// Where the new files wait.
    pub stage: PathBuf,
    /// A first build: the stage takes the place of the output folder.
    pub whole: bool,
    /// Files to move from the stage into the output, relative.
    pub renames: Vec<String>,
    /// Files of ours to remove from the output, relative.
    pub removals: Vec<String>,
    /// The list of our files after the commit: its final place. It waits beside, with the extension `next`.
    pub manifest: PathBuf,
}

impl Journal {
    /// Writes it down, then does it.
    pub fn commit(&self, state: &Path, disk: &Disk) -> io::Result<()> {
        let waiting = state.join("journal.tmp");
        disk.write_through(&waiting, &serde_json::to_vec(self)?)?;
        disk.rename(&waiting, &state.join("journal.json"))?;
        self.finish(state, disk)
    }

    fn finish(&self, state: &Path, disk: &Disk) -> io::Result<()> {
        if self.whole {
            self.swap(disk)?;
        } else {
            for name in &self.renames {
                let (from, to) = (self.stage.join(name), self.out.join(name));
                if from.exists() {
                    if let Some(folder) = to.parent() {
                        disk.folders(folder)?;
                    }
                    disk.rename(&from, &to)?;
                }
            }
            for name in &self.removals {
                let path = self.out.join(name);
                disk.remove(&path)?;
                remove_empty_folders(&path, &self.out);
            }
        }
        let next = self.manifest.with_extension("next");
        if next.exists() {
            disk.rename(&next, &self.manifest)?;
        }
        disk.remove_all(&self.stage)?;
        disk.remove(&state.join("journal.json"))
    }

    /// Puts the stage in the place of the output folder, taking along what belongs to the user there.
    fn swap(&self, disk: &Disk) -> io::Result<()> {
        let old = self.stage.with_extension("old");
        if !self.stage.exists() {
            // The new folder took its place already.
            return disk.remove_all(&old);
        }
        if self.out.exists() {
            for name in super::output::KEPT {
                let (from, to) = (self.out.join(name), self.stage.join(name));
                if from.exists() {
                    disk.copy(&from, &to)?;
                }
            }
            disk.rename(&self.out, &old)?;
        }
        disk.rename(&self.stage, &self.out)?;
        disk.remove_all(&old)
    }
}

/// Finishes a commit that was interrupted; clears away what an interrupted build left before its commit.
pub fn recover(state: &Path) -> Result<Option<Diagnostic>, Diagnostic> {
    recover_on(&Disk::default(), state)
}

/// The same on a disk of somebody's own.
pub(super) fn recover_on(disk: &Disk, state: &Path) -> Result<Option<Diagnostic>, Diagnostic> {
    let path = state.join("journal.json");
    let Ok(text) = fs::read(&path) else { return Ok(None) };
    let journal: Journal = match serde_json::from_slice(&text) {
        Ok(journal) => journal,
        // The journal is renamed into place when it is whole; what cannot be read is not ours to guess at.
        Err(error) => {
            return Err(Diagnostic::new(codes::WRITE_FAILED)
                .file(path.display().to_string())
                .arg("path", path.display().to_string())
                .arg("error", error.to_string()));
        }
    };
    journal.finish(state, disk).map_err(|error| explain(&error, &journal.out))?;
    Ok(Some(Diagnostic::new(codes::RECOVERED).file(journal.out.display().to_string())))
}

/// Whether a commit into this folder was interrupted, as its journal says.
pub fn is_interrupted(state: &Path, out: &Path) -> bool {
    let journal = fs::read(state.join("journal.json")).ok().and_then(|text| serde_json::from_slice::<Journal>(&text).ok());
    journal.is_some_and(|journal| journal.out == out)
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
