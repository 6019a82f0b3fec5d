//! Everything that changes the disk on the way to a site, in one place: tests let any step of it fail.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;

/// Looks at a step before it is done; an error takes its place.
type Guard = dyn Fn(&'static str, &Path) -> io::Result<()> + Send + Sync;

/// The disk. Without a guard it is the system's.
#[derive(Clone, Default)]
pub struct Disk {
    guard: Option<Arc<Guard>>,
}

impl std::fmt::Debug for Disk {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Disk")
    }
}

impl Disk {
    /// A disk whose steps can fail.
    #[cfg(test)]
    pub fn guarded(guard: impl Fn(&'static str, &Path) -> io::Result<()> + Send + Sync + 'static) -> Self {
        Self { guard: Some(Arc::new(guard)) }
    }

    fn ask(&self, step: &'static str, path: &Path) -> io::Result<()> {
        self.guard.as_ref().map_or(Ok(()), |guard| guard(step, path))
    }

    /// Writes a whole file.
    pub fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        if let Err(error) = self.ask("write", path) {
            // A disk that is full has taken a part.
            let _ = fs::write(path, &bytes[..bytes.len() / 2]);
            return Err(error);
        }
        fs::write(path, bytes)
    }

    /// Whether a folder takes files: one without a name is made in it, and gone at once.
    pub fn takes_files(&self, folder: &Path) -> io::Result<()> {
        self.ask("probe", folder)?;
        tempfile::tempfile_in(folder).map(|_| ())
    }

    /// Opens a new file.
    pub fn create(&self, path: &Path) -> io::Result<File> {
        self.ask("create", path)?;
        File::create(path)
    }

    /// Ends a file that was written in parts.
    pub fn finish(&self, path: &Path, file: &mut impl Write) -> io::Result<()> {
        self.ask("finish", path)?;
        file.flush()
    }

    /// Writes a whole file that is on the disk when this returns.
    pub fn write_through(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.ask("write", path)?;
        let mut file = File::create(path)?;
        file.write_all(bytes)?;
        file.sync_all()
    }

    /// Copies a file.
    pub fn copy(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.ask("copy", to)?;
        fs::copy(from, to).map(|_| ())
    }

    /// Moves a file or folder.
    pub fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.ask("rename", to)?;
        fs::rename(from, to)
    }

    /// Makes a folder with all above it.
    pub fn folders(&self, path: &Path) -> io::Result<()> {
        self.ask("folders", path)?;
        fs::create_dir_all(path)
    }

    /// Removes a file; absent is fine.
    pub fn remove(&self, path: &Path) -> io::Result<()> {
        self.ask("remove", path)?;
        absent_is_fine(fs::remove_file(path))
    }

    /// Removes a folder with all in it; absent is fine.
    pub fn remove_all(&self, path: &Path) -> io::Result<()> {
        self.ask("remove", path)?;
        absent_is_fine(fs::remove_dir_all(path))
    }
}

fn absent_is_fine(done: io::Result<()>) -> io::Result<()> {
    match done {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
