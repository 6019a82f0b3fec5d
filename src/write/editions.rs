//! `content/editions/`: the one part of `content/` that greffe writes by itself.

use std::fs::{self, File};
use std::io::Write;

use super::faults::explain;
use crate::diagnose::Diagnostic;
use crate::read::Root;

/// Writes the files of a closed edition, each whole or not at all, the index last: without it the others say nothing.
pub fn write_editions(root: &Root, files: &[(String, String)]) -> Result<(), Diagnostic> {
    let folder = root.content().join("editions");
    for (name, text) in files {
        let path = folder.join(name);
        let waiting = path.with_extension("tmp");
        let write = || {
            fs::create_dir_all(path.parent().unwrap_or(&folder))?;
            let mut file = File::create(&waiting)?;
            file.write_all(text.as_bytes())?;
            file.sync_all()?;
            fs::rename(&waiting, &path)
        };
        write().map_err(|error| explain(&error, &path))?;
    }
    Ok(())
}
