//! What the system refuses, in words.

use std::io;
use std::path::Path;

use crate::diagnose::{Diagnostic, codes};

/// A diagnostic for a failed write at `path`.
pub fn explain(error: &io::Error, path: &Path) -> Diagnostic {
    let code = match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => codes::DISK_FULL,
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => codes::READ_ONLY,
        io::ErrorKind::NotADirectory => codes::OUTPUT_IS_FILE,
        _ => codes::WRITE_FAILED,
    };
    Diagnostic::new(code).file(path.display().to_string()).arg("path", path.display().to_string()).arg("error", error.to_string())
}
