//! The report of personal data found in texts: beside the secret, never in the site.

use std::fs;
use std::io::{self, Error, ErrorKind, Write};
use std::path::Path;

use super::faults::explain;
use crate::diagnose::Diagnostic;
use crate::plan::Dossier;

/// Writes `.greffe/privacy/<slug>.csv`, or removes it where nothing was found.
pub fn write_report(state: &Path, dossier: &Dossier<'_>) -> Result<(), Diagnostic> {
    let folder = state.join("privacy");
    let path = folder.join(format!("{}.csv", dossier.record.slug));
    if dossier.personal.is_empty() {
        return match fs::remove_file(&path) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(explain(&error, &path)),
            _ => Ok(()),
        };
    }
    let failed = |error: Error| explain(&error, &path);
    let mut out = csv::Writer::from_writer(Vec::new());
    let mut row = |cells: [&str; 5]| out.write_record(cells).map_err(Error::other);
    row(["source_file", "source_row", "field", "kind", "excerpt"]).map_err(failed)?;
    for found in &dossier.personal {
        let (file, number) = &found.place;
        row([file, &number.to_string(), found.field, found.kind, &found.excerpt]).map_err(failed)?;
    }
    let bytes = out.into_inner().map_err(|error| failed(Error::other(error.to_string())))?;
    fs::create_dir_all(&folder).and_then(|()| write_private(&path, &bytes)).map_err(failed)
}

/// Writes a file that only its owner may read, also where it was there with other rights.
pub fn write_private(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    #[cfg(unix)]
    file.set_permissions(std::os::unix::fs::PermissionsExt::from_mode(0o600))?;
    file.write_all(bytes)
}

/// Writes a file whole or not at all, with the folders above it.
pub fn write_copy(path: &Path, bytes: &[u8]) -> Result<(), Diagnostic> {
    let waiting = path.with_extension("tmp");
    let write = || {
        fs::create_dir_all(path.parent().unwrap_or(path))?;
        fs::write(&waiting, bytes)?;
        fs::rename(&waiting, path)
    };
    write().map_err(|error| explain(&error, path))
}
