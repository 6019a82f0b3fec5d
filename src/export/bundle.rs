//! Everything in one download: a ZIP of all files of a collection, as they lie beside it.

use std::fs::File;
use std::io::{self, BufWriter};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::{Collection, OtherMade, Published, Role};
use crate::diagnose::Diagnostic;
use crate::write::{FileInfo, Output, explain};

/// Its id beside those of the formats.
pub const ID: &str = "zip";

/// Formats that are packed already.
const PACKED: &[&str] = &["xlsx", "ods", "parquet"];

/// Writes the ZIP and adds it to what is published.
pub fn write(collection: &Collection<'_>, published: &mut Published, output: &Output) -> Result<(), Diagnostic> {
    let claim = output.claim(&foresee(collection).url)?;
    let failed = |error: io::Error| claim.explain(&error);
    let mut zip = ZipWriter::new(BufWriter::with_capacity(256 * 1024, File::create(&claim.target).map_err(failed)?));
    let tables = published.tables.iter().flat_map(|table| &table.files).map(|file| (file.url.as_str(), file.format, file.info.bytes));
    let descriptions = published.tables.iter().flat_map(|table| &table.descriptions);
    let others = descriptions.chain(&published.others).map(|other| (other.url.as_str(), other.format, other.info.bytes));
    let folder = collection.file("");
    for (file, format, bytes) in tables.chain(others) {
        let packed = PACKED.contains(&format);
        let options = SimpleFileOptions::default()
            .compression_method(if packed { CompressionMethod::Stored } else { CompressionMethod::Deflated })
            .compression_level((!packed).then_some(1))
            // Only where it must be: some programs open no ZIP64.
            .large_file(bytes >= u64::from(u32::MAX));
        let inside = format!("{}/{}", collection.name(), file.strip_prefix(&folder).unwrap_or(file));
        zip.start_file(inside, options).map_err(|error| failed(error.into()))?;
        let mut source = output.open_again(file)?;
        io::copy(&mut source, &mut zip).map_err(|error| explain(&error, file.as_ref()))?;
    }
    let file = zip.finish().map_err(|error| failed(error.into()))?;
    file.into_inner().map_err(|error| failed(error.into_error()))?;
    published.others.push(OtherMade { info: claim.finish()?, ..foresee(collection) });
    Ok(())
}

/// The file before it is written.
pub fn foresee(collection: &Collection<'_>) -> OtherMade {
    let name = format!("{}.zip", collection.name());
    OtherMade {
        about: "data-about-zip",
        role: Role::Data,
        media_type: "application/zip",
        format: ID,
        file_type: Some("ZIP"),
        url: collection.file(&name),
        name,
        info: FileInfo::default(),
    }
}
