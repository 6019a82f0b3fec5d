//! Where everything of a build lies: all of it follows from the output folder and the state folder.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

/// The output folder of a build and what greffe keeps of it.
#[derive(Debug, Clone)]
pub struct Places {
    /// The output folder.
    pub out: PathBuf,
    /// `.greffe/`.
    pub state: PathBuf,
    /// Tells output folders apart: 16 hexadecimal digits of the SHA-256 of the path.
    pub key: String,
}

impl Places {
    /// Of an output folder, whether it is there or not.
    pub fn new(out: &Path, state: &Path) -> io::Result<Self> {
        let (out, state) = (absolute(out)?, absolute(state)?);
        let key = Sha256::digest(name_for_key(&out, &state).as_bytes()).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        Ok(Self { out, state, key })
    }

    /// The journal of a commit.
    pub fn journal(&self) -> PathBuf {
        self.state.join("journal.json")
    }

    /// The list of our files in the output folder.
    pub fn list(&self) -> PathBuf {
        self.state.join("outputs").join(format!("{}.list", self.key))
    }

    /// The list as it will be after the commit.
    pub fn next_list(&self) -> PathBuf {
        self.list().with_extension("next")
    }

    /// The folder above the output folder.
    pub fn beside(&self) -> &Path {
        self.out.parent().unwrap_or(&self.out)
    }

    /// Where new files wait. Renames need one file system: the state folder's where it is the same, else a folder beside the output.
    pub fn stage(&self) -> PathBuf {
        let target = if self.out.exists() { &self.out } else { self.beside() };
        match same_device(&self.state, target) {
            true => self.state.join(format!("stage-{}", self.key)),
            false => self.beside().join(format!(".greffe-stage-{}", self.key)),
        }
    }

    /// Where the output folder goes that a first build takes the place of.
    pub fn old(&self) -> PathBuf {
        self.stage().with_extension("old")
    }
}

fn absolute(path: &Path) -> io::Result<PathBuf> {
    let path = std::path::absolute(path)?;
    Ok(path.canonicalize().unwrap_or(path))
}

/// The same archive moved to another place keeps its lists: inside the root, the relative path counts.
fn name_for_key(out: &Path, state: &Path) -> String {
    let root = state.parent().unwrap_or(state);
    out.strip_prefix(root).unwrap_or(out).to_string_lossy().into_owned()
}

#[cfg(unix)]
fn same_device(a: &Path, b: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    matches!((fs::metadata(a), fs::metadata(b)), (Ok(a), Ok(b)) if a.dev() == b.dev())
}

#[cfg(not(unix))]
fn same_device(a: &Path, b: &Path) -> bool {
    a.components().next() == b.components().next()
}
