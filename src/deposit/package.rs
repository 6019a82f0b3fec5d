//! Packages for deposit: a ZIP, a bag (BagIt 1.0, RFC 8493), a crate (RO-Crate 1.2). The same archive gives the same bytes.

use std::fs::{self, File};
use std::io::{self, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha512};
use walkdir::WalkDir;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::rocrate;
use crate::archive::Content;
use crate::diagnose::{Diagnostic, codes};
use crate::read::slashed;
use crate::render::GENERATOR;
use crate::write::{KEPT, explain, hexadecimal};

/// The form of a package.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// The archive as it is, in one file.
    Zip,
    /// A folder with manifests of SHA-512 around it.
    BagIt,
    /// A folder with a description in JSON-LD beside it.
    RoCrate,
}

/// Where files of a package go: a folder, or a ZIP whose entries lie below a folder of its name.
enum Sink {
    Folder(PathBuf),
    Zip(Box<ZipWriter<BufWriter<File>>>, String),
}

/// Formats that are packed already.
const PACKED: &[&str] = &["zip", "xlsx", "ods", "parquet", "png", "jpg", "jpeg", "webp", "gif", "mp3", "mp4", "pdf"];

impl Sink {
    fn put(&mut self, path: &str, bytes: &mut dyn Read) -> io::Result<()> {
        match self {
            Sink::Folder(folder) => {
                let target = folder.join(path);
                fs::create_dir_all(target.parent().unwrap_or(folder))?;
                let mut file = BufWriter::new(File::create(target)?);
                io::copy(bytes, &mut file)?;
                file.flush()
            }
            Sink::Zip(zip, inside) => {
                let packed = path.rsplit('.').next().is_some_and(|end| PACKED.contains(&end));
                // The first moment a ZIP knows: no clock reaches the bytes.
                let options = SimpleFileOptions::default()
                    .compression_method(if packed { CompressionMethod::Stored } else { CompressionMethod::Deflated })
                    .unix_permissions(0o644)
                    .large_file(false);
                zip.start_file(format!("{inside}{path}"), options)?;
                io::copy(bytes, zip).map(|_| ())
            }
        }
    }

    fn finish(self) -> io::Result<()> {
        match self {
            Sink::Folder(_) => Ok(()),
            Sink::Zip(zip, _) => zip.finish()?.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all(),
        }
    }
}

/// Packs the archive in `site` into `to`: a new folder, or a file whose name ends in `.zip`. Gives the number of files.
pub fn pack(site: &Path, to: &Path, form: Form, content: &Content) -> Result<usize, Diagnostic> {
    let failed = |error: io::Error| explain(&error, to);
    if to.exists() {
        return Err(Diagnostic::new(codes::PACK_EXISTS).file(to.display().to_string()));
    }
    let files = files(site).map_err(failed)?;
    // A ZIP would be unpacked into folders of these names on other systems, over the files of the archive.
    if let Some((name, _)) = files.iter().find(|(name, _)| name.contains('\\')) {
        return Err(Diagnostic::new(codes::BACKSLASH_NAME).file(site.join(name).display().to_string()));
    }
    let is_zip = to.extension().is_some_and(|end| end == "zip");
    let waiting = to.with_file_name(format!("{}.part", to.file_name().unwrap_or_default().to_string_lossy()));
    let discard = || if waiting.is_dir() { fs::remove_dir_all(&waiting) } else { fs::remove_file(&waiting) };
    if waiting.exists() {
        discard().map_err(failed)?;
    }
    if let Some(folder) = to.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    let name = to.file_stem().unwrap_or_default().to_string_lossy();
    let sink = match is_zip {
        // A plain ZIP opens where it is unpacked; bags and crates are folders.
        true => File::create(&waiting).map(|file| {
            let inside = if form == Form::Zip { String::new() } else { format!("{name}/") };
            Sink::Zip(Box::new(ZipWriter::new(BufWriter::new(file))), inside)
        }),
        false => fs::create_dir(&waiting).map(|()| Sink::Folder(waiting.clone())),
    };
    let packed = sink.and_then(|sink| fill(sink, site, &files, form, content)).and_then(|count| fs::rename(&waiting, to).map(|()| count));
    packed.map_err(|error| {
        // What was begun is worth nothing.
        let _ = discard();
        failed(error)
    })
}

/// The files of an archive, sorted.
fn files(site: &Path) -> io::Result<Vec<(String, PathBuf)>> {
    let mut found = Vec::new();
    for entry in WalkDir::new(site).follow_links(false) {
        let entry = entry?;
        let name = slashed(entry.path().strip_prefix(site).unwrap_or(entry.path()));
        if entry.file_type().is_file() && !KEPT.contains(&name.as_str()) {
            found.push((name, entry.into_path()));
        }
    }
    found.sort();
    Ok(found)
}

fn fill(mut sink: Sink, site: &Path, files: &[(String, PathBuf)], form: Form, content: &Content) -> io::Result<usize> {
    let folder = match form {
        Form::Zip => "",
        Form::BagIt => "data/",
        Form::RoCrate => "site/",
    };
    let (mut manifest, mut octets) = (String::new(), 0u64);
    for (name, path) in files {
        let path_in = format!("{folder}{name}");
        if form == Form::BagIt {
            let mut digest = Digesting { inner: File::open(path)?, digest: Sha512::new(), bytes: 0 };
            sink.put(&path_in, &mut digest)?;
            octets += digest.bytes;
            manifest.push_str(&line(&digest.digest.finalize(), &path_in));
        } else {
            sink.put(&path_in, &mut File::open(path)?)?;
        }
    }
    let tags: Vec<(&str, String)> = match form {
        Form::Zip => Vec::new(),
        Form::RoCrate => vec![("ro-crate-metadata.json", rocrate::metadata(site, content)?)],
        Form::BagIt => vec![
            ("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n".to_owned()),
            ("bag-info.txt", bag_info(content, octets, files.len())),
            ("manifest-sha512.txt", manifest),
        ],
    };
    let mut tag_manifest = String::new();
    for (name, text) in &tags {
        sink.put(name, &mut text.as_bytes())?;
        tag_manifest.push_str(&line(&Sha512::digest(text), name));
    }
    if form == Form::BagIt {
        sink.put("tagmanifest-sha512.txt", &mut tag_manifest.as_bytes())?;
    }
    sink.finish()?;
    Ok(files.len() + tags.len())
}

/// RFC 8493, 2.1.3: line ends and percent signs in paths are percent-encoded.
fn line(digest: &[u8], path: &str) -> String {
    format!("{}  {}\n", hexadecimal(digest), path.replace('%', "%25").replace('\n', "%0A").replace('\r', "%0D"))
}

fn bag_info(content: &Content, octets: u64, count: usize) -> String {
    let config = &content.config;
    let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut lines = Vec::new();
    if !config.publisher.name.is_empty() {
        lines.push(format!("Source-Organization: {}", one_line(&config.publisher.name)));
    }
    lines.extend(config.publisher.email.as_deref().map(|email| format!("Contact-Email: {}", one_line(email))));
    lines.push(format!("External-Description: {}", one_line(if config.description.is_empty() { &config.title } else { &config.description })));
    lines.extend(config.base_url.as_deref().map(|url| format!("External-Identifier: {}", one_line(url))));
    lines.extend(content.editions.index.editions.last().map(|edition| format!("Bagging-Date: {}", edition.date)));
    lines.extend([format!("Payload-Oxum: {octets}.{count}"), format!("Bag-Software-Agent: {GENERATOR}"), String::new()]);
    lines.join("\n")
}

/// Digests and counts what passes.
struct Digesting {
    inner: File,
    digest: Sha512,
    bytes: u64,
}

impl Read for Digesting {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.digest.update(&buffer[..read]);
        self.bytes += read as u64;
        Ok(read)
    }
}
