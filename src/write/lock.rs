//! One greffe at a time works on an archive.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::Path;

use super::faults::explain;
use crate::diagnose::{Diagnostic, codes};

/// Held while a command writes; the system lets go of it when the process ends, however it ends.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

impl Lock {
    /// Takes the lock of an archive whose state lies in `state`.
    pub fn take(state: &Path) -> Result<Self, Diagnostic> {
        let path = state.join("lock");
        std::fs::create_dir_all(state).map_err(|error| explain(&error, state))?;
        let file = OpenOptions::new().create(true).truncate(false).write(true).open(&path).map_err(|error| explain(&error, &path))?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => Err(Diagnostic::new(codes::LOCKED).file(path.display().to_string())),
            Err(TryLockError::Error(error)) => Err(explain(&error, &path)),
        }
    }
}
