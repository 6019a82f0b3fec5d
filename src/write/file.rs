//! Files being written: streamed and digested on the way, or written in place by somebody else and digested afterwards.

use std::fs::{self, File};
use std::io::{self, BufWriter, Read, Write};
use std::path::PathBuf;

use sha2::{Digest, Sha256, Sha512};

use super::Output;
use super::faults::explain;
use crate::diagnose::Diagnostic;

/// Size and digests of a written file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FileInfo {
    /// Bytes.
    pub bytes: u64,
    /// SHA-256.
    pub digest: [u8; 32],
    /// SHA-256 in hexadecimal.
    pub sha256: String,
    /// SHA-512 in hexadecimal; empty where it was not asked for.
    pub sha512: String,
}

/// A digest as people and programs write it.
pub fn hexadecimal(digest: &[u8]) -> String {
    let mut out = String::with_capacity(digest.len() * 2);
    for byte in digest {
        // Writing to a string cannot fail.
        let _ = std::fmt::Write::write_fmt(&mut out, format_args!("{byte:02x}"));
    }
    out
}

/// Counts and digests what passes.
#[derive(Debug)]
struct Digests {
    sha256: Sha256,
    /// Only where somebody asks for it: it costs as much as everything else about a file.
    sha512: Option<Sha512>,
    bytes: u64,
}

impl Digests {
    fn new(both: bool) -> Self {
        Self { sha256: Sha256::new(), sha512: both.then(Sha512::new), bytes: 0 }
    }

    fn update(&mut self, bytes: &[u8]) {
        self.sha256.update(bytes);
        if let Some(sha512) = &mut self.sha512 {
            sha512.update(bytes);
        }
        self.bytes += bytes.len() as u64;
    }

    fn finish(self) -> FileInfo {
        let digest: [u8; 32] = self.sha256.finalize().into();
        FileInfo {
            bytes: self.bytes,
            digest,
            sha256: hexadecimal(&digest),
            sha512: self.sha512.map(|sha512| hexadecimal(&sha512.finalize())).unwrap_or_default(),
        }
    }
}

/// A file being written, digested on the way.
#[derive(Debug)]
pub struct OutputFile<'a> {
    output: &'a Output,
    path: String,
    /// Where it lies before the commit.
    pub(super) target: PathBuf,
    inner: BufWriter<File>,
    digests: Digests,
}

impl<'a> OutputFile<'a> {
    /// Opens it in the stage.
    pub(super) fn new(output: &'a Output, path: &str, target: PathBuf) -> Result<Self, Diagnostic> {
        let file = output.disk.create(&target).map_err(|error| explain(&error, &target))?;
        let digests = Digests::new(output.both_digests);
        Ok(Self { output, path: path.to_owned(), target, inner: BufWriter::with_capacity(256 * 1024, file), digests })
    }

    /// Makes it part of the archive.
    pub fn finish(mut self) -> Result<FileInfo, Diagnostic> {
        self.output.disk.finish(&self.target, &mut self.inner).map_err(|error| explain(&error, &self.target))?;
        let info = self.digests.finish();
        self.output.keep(&self.path, &self.target, &info)?;
        Ok(info)
    }

    /// Leaves it out of the archive after all.
    pub fn abandon(self) -> Result<(), Diagnostic> {
        drop(self.inner);
        fs::remove_file(&self.target).map_err(|error| explain(&error, &self.target))
    }
}

impl Write for OutputFile<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.inner.write(bytes)?;
        self.digests.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

/// A path of the stage that somebody else writes to.
#[derive(Debug)]
pub struct Claim<'a> {
    pub(super) output: &'a Output,
    pub(super) path: String,
    /// Where to write; nothing is there yet.
    pub target: PathBuf,
}

impl Claim<'_> {
    /// Reads what was written and makes it part of the archive.
    pub fn finish(self) -> Result<FileInfo, Diagnostic> {
        let failed = |error: io::Error| explain(&error, &self.target);
        let mut file = File::open(&self.target).map_err(failed)?;
        let mut digests = Digests::new(self.output.both_digests);
        let mut buffer = vec![0u8; 256 * 1024];
        loop {
            match file.read(&mut buffer).map_err(failed)? {
                0 => break,
                read => digests.update(&buffer[..read]),
            }
        }
        let info = digests.finish();
        self.output.keep(&self.path, &self.target, &info)?;
        Ok(info)
    }

    /// Leaves it out of the archive after all.
    pub fn abandon(self) -> Result<(), Diagnostic> {
        fs::remove_file(&self.target).map_err(|error| explain(&error, &self.target))
    }

    /// Why writing to it failed.
    pub fn explain(&self, error: &io::Error) -> Diagnostic {
        explain(error, &self.target)
    }
}
