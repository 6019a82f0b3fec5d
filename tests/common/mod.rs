//! What the whole-program tests share: an archive in a folder of its own, the binary run on it, and readers of what came out.
#![allow(dead_code, reason = "every test file uses its own part")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use sha2::{Digest, Sha256};
use tempfile::TempDir;

/// A row of a CSV file by its column names.
pub type Row = BTreeMap<String, String>;

/// An archive of one's own on disk, gone at the end of the test.
pub struct Archive {
    folder: TempDir,
}

/// One run of the binary.
pub struct Run {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
    /// Standard error line by line, where it is JSON.
    pub said: Vec<Value>,
}

/// `archive.yaml` where a test does not care.
pub const ARCHIVE: &str = "title: Archive of tests\npublisher: { name: The testers }\nlanguage: en\nlicence: lov2\n";

/// The binary, with nothing of the machine's own settings.
pub fn greffe() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_greffe"));
    for name in ["CI", "GREFFE_SECRET", "LC_ALL", "LC_MESSAGES", "LANG", "TZ", "SOURCE_DATE_EPOCH"] {
        command.env_remove(name);
    }
    command.env("GREFFE_SECRET", "a secret of the tests").stdin(Stdio::null());
    command
}

/// Runs a command to its end.
pub fn run(command: &mut Command) -> Run {
    let Output { status, stdout, stderr } = command.output().expect("the binary starts");
    let stderr = String::from_utf8(stderr).expect("standard error is UTF-8");
    let said = stderr.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    Run { code: status.code().unwrap_or(-1), stdout: String::from_utf8_lossy(&stdout).into_owned(), stderr, said }
}

impl Run {
    /// The diagnostics with this code.
    pub fn with(&self, code: &str) -> Vec<&Value> {
        self.said.iter().filter(|said| said["code"] == code).collect()
    }

    /// The only diagnostic with this code.
    #[track_caller]
    pub fn one(&self, code: &str) -> &Value {
        let found = self.with(code);
        assert_eq!(found.len(), 1, "one {code} was expected in:\n{}", self.stderr);
        found[0]
    }

    /// Everything went well.
    #[track_caller]
    pub fn ok(self) -> Self {
        assert_eq!(self.code, 0, "{}{}", self.stdout, self.stderr);
        self
    }
}

impl Archive {
    /// An empty folder.
    pub fn empty() -> Self {
        Self { folder: tempfile::tempdir().expect("a temporary folder") }
    }

    /// An archive with one consultation `c` made of these files below its `sources/`, all named in this order.
    pub fn of(sources: &[(&str, &str)]) -> Self {
        let archive = Self::empty();
        archive.put("content/archive.yaml", ARCHIVE);
        let mut yaml = "title: A consultation\nsources:\n".to_owned();
        for (name, text) in sources {
            yaml.push_str(&format!("  - file: sources/{name}\n"));
            archive.put(&format!("content/consultations/c/sources/{name}"), text);
        }
        archive.put("content/consultations/c/consultation.yaml", &yaml);
        archive
    }

    /// Its folder.
    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    /// A path in it.
    pub fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    /// Writes a file.
    pub fn put(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
        fs::write(path, text).expect("a file");
    }

    /// A command on this archive: messages in English, as JSON.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = greffe();
        command.arg("--root").arg(self.root()).args(["--format", "json", "--lang", "en"]).args(args);
        command
    }

    /// Runs it with `--format` left to the command.
    pub fn run_plain(&self, args: &[&str]) -> Run {
        run(greffe().arg("--root").arg(self.root()).args(["--lang", "en"]).args(args)).ok()
    }

    /// Runs it.
    pub fn greffe(&self, args: &[&str]) -> Run {
        run(&mut self.command(args))
    }

    /// Builds, and gives the report too.
    pub fn build(&self) -> (Run, Value) {
        let report = self.path("report.json");
        let run = self.greffe(&["build", "--report", report.to_str().expect("UTF-8")]);
        let report = fs::read(&report).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default();
        (run, report)
    }

    /// Bytes of a file of the site.
    pub fn bytes(&self, path: &str) -> Option<Vec<u8>> {
        fs::read(self.path("site").join(path)).ok()
    }

    /// Text of a file of the site.
    #[track_caller]
    pub fn page(&self, path: &str) -> String {
        let bytes = self.bytes(path).unwrap_or_else(|| panic!("site/{path} is not there; there are {:#?}", self.files()));
        String::from_utf8(bytes).expect("UTF-8")
    }

    /// A table of a consultation; none if it has no rows.
    pub fn table(&self, slug: &str, name: &str) -> Vec<Row> {
        read_csv(&self.path("site").join(format!("consultations/{slug}/data/{name}.csv")))
    }

    /// Names of all files of the site.
    pub fn files(&self) -> Vec<String> {
        tree(&self.path("site")).into_keys().collect()
    }
}

/// Every file below a folder with its bytes; empty where there is no folder.
pub fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in walkdir::WalkDir::new(folder).into_iter().flatten().filter(|entry| entry.file_type().is_file()) {
        let name = entry.path().strip_prefix(folder).expect("below").to_string_lossy().replace('\\', "/");
        found.insert(name, fs::read(entry.path()).expect("readable"));
    }
    found
}

/// Fails with the names of the files that differ.
#[track_caller]
pub fn assert_same(what: &str, a: &BTreeMap<String, Vec<u8>>, b: &BTreeMap<String, Vec<u8>>) {
    let mut differ: Vec<&String> = a.iter().filter(|(name, bytes)| b.get(*name) != Some(*bytes)).map(|(name, _)| name).collect();
    differ.extend(b.keys().filter(|name| !a.contains_key(*name)));
    assert!(!a.is_empty(), "{what}: nothing was built");
    assert!(differ.is_empty(), "{what}: {} files differ: {:?}", differ.len(), &differ[..differ.len().min(10)]);
}

/// Copies a folder.
pub fn copy(from: &Path, to: &Path) {
    for (name, bytes) in tree(from) {
        let target = to.join(name);
        fs::create_dir_all(target.parent().expect("a folder")).expect("folders");
        fs::write(target, bytes).expect("a file");
    }
}

/// Reads a CSV file of ours: UTF-8, commas.
pub fn read_csv(path: &Path) -> Vec<Row> {
    let Ok(mut reader) = csv::Reader::from_path(path) else { return Vec::new() };
    let headers = reader.headers().expect("headers").clone();
    let row = |record: csv::StringRecord| headers.iter().zip(record.iter()).map(|(name, cell)| (name.to_owned(), cell.to_owned())).collect();
    reader.records().map(|record| row(record.expect("every row has all columns"))).collect()
}

/// What a person reads of a page: no tags, entities decoded, white space (narrow and hard ones too) as one space.
pub fn text_of(html: &str) -> String {
    const INLINE: &[&str] = &["b", "i", "em", "strong", "a", "span", "bdi", "time", "code", "mark", "abbr"];
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        let (tag, next) = after.split_once('>').unwrap_or((after, ""));
        let name: String = tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
        if !INLINE.contains(&name.as_str()) {
            text.push(' ');
        }
        rest = match name.as_str() {
            "script" | "style" if !tag.starts_with('/') => {
                next.split_once(&format!("</{name}")).map_or("", |(_, rest)| rest.split_once('>').map_or("", |(_, rest)| rest))
            }
            _ => next,
        };
    }
    text.push_str(rest);
    for (entity, letter) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&nbsp;", " "), ("&amp;", "&")] {
        text = text.replace(entity, letter);
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Compresses.
pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(bytes).expect("memory");
    encoder.finish().expect("memory")
}

/// Packs.
pub fn zip(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(name.as_str(), zip::write::SimpleFileOptions::default()).expect("a member");
        writer.write_all(bytes).expect("memory");
    }
    writer.finish().expect("memory").into_inner()
}

/// A part of a site fixture: `--- head`, then its text.
pub struct Section {
    /// Line of the head.
    pub line: usize,
    /// What the part is.
    pub head: String,
    /// The lines below.
    pub text: String,
}

/// Cuts a site fixture (`tests/sites.rs` tells what may stand in one).
pub fn sections(text: &str) -> Vec<Section> {
    let mut found: Vec<Section> = Vec::new();
    for (number, line) in (1..).zip(text.split_inclusive('\n')) {
        if let Some(head) = line.strip_prefix("--- ") {
            found.push(Section { line: number, head: head.trim().to_owned(), text: String::new() });
        } else if let Some(section) = found.last_mut() {
            section.text.push_str(line);
        }
    }
    for section in &mut found {
        if let Some(text) = section.text.strip_suffix("\n\\\n") {
            section.text = text.to_owned();
        }
    }
    found
}

/// Writes the files of a site fixture.
pub fn write_files(archive: &Archive, sections: &[Section]) {
    let mut zips: BTreeMap<String, Vec<(String, Vec<u8>)>> = BTreeMap::new();
    let (mut has_archive, mut has_consultation) = (false, false);
    let mut sources: Vec<String> = Vec::new();
    for section in sections.iter().filter(|section| section.head != "expect" && !section.head.starts_with("run ")) {
        let (name, encoding) = section.head.split_once(" [").map_or((section.head.as_str(), ""), |(name, rest)| (name, rest.trim_end_matches(']')));
        let mut bytes = encoded(&section.text, encoding);
        let below = name.starts_with("sources/") || name == "consultation.yaml" || name == "index.md";
        let full = if below { format!("content/consultations/c/{name}") } else { name.to_owned() };
        has_archive |= full == "content/archive.yaml";
        has_consultation |= full.ends_with("consultation.yaml");
        if let Some(source) = name.strip_prefix("sources/") {
            let first = source.split_inclusive('/').next().unwrap_or(source).to_owned();
            let first = if first.ends_with(".zip/") { first.trim_end_matches('/').to_owned() } else { first };
            if !sources.contains(&first) {
                sources.push(first);
            }
        }
        match full.split_once(".zip/") {
            Some((outer, inner)) => zips.entry(format!("{outer}.zip")).or_default().push((inner.to_owned(), bytes)),
            None => {
                if full.ends_with(".gz") {
                    bytes = gzip(&bytes);
                }
                archive.put(&full, bytes);
            }
        }
    }
    for (name, members) in zips {
        archive.put(&name, zip(&members));
    }
    if !has_archive {
        archive.put("content/archive.yaml", ARCHIVE);
    }
    if !has_consultation {
        let list: String = sources.iter().map(|source| format!("  - file: sources/{source}\n")).collect();
        archive.put("content/consultations/c/consultation.yaml", format!("title: A consultation\nsources:\n{list}"));
    }
}

fn encoded(text: &str, encoding: &str) -> Vec<u8> {
    match encoding {
        "" => text.as_bytes().to_vec(),
        "utf-8-bom" => [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
        "utf-16le" => std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect(),
        "utf-16be" => std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect(),
        other => {
            let (bytes, _, failed) = encoding_rs::Encoding::for_label(other.as_bytes()).expect("an encoding").encode(text);
            assert!(!failed, "{other} cannot write the fixture");
            bytes.into_owned()
        }
    }
}

/// The files of a site with what is packed in them: of ZIP files and workbooks every member, by its path inside.
pub fn unpacked(tree: BTreeMap<String, Vec<u8>>) -> BTreeMap<String, Vec<u8>> {
    let mut all = BTreeMap::new();
    for (name, bytes) in tree {
        if [".zip", ".xlsx", ".ods"].iter().any(|end| name.ends_with(end)) {
            let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a ZIP file");
            let mut members = BTreeMap::new();
            for at in 0..archive.len() {
                let mut member = archive.by_index(at).expect("a member");
                let mut inner = Vec::new();
                std::io::Read::read_to_end(&mut member, &mut inner).expect("its bytes");
                members.insert(format!("{name}!{}", member.name().expect("a name")), inner);
            }
            all.extend(unpacked(members));
        } else {
            all.insert(name, bytes);
        }
    }
    all
}

/// Code and subject of each fault.
pub type Faults = BTreeSet<(String, String)>;

/// What `greffe verify` says of an archive, and what its `verify.py` says: (code, subject) of every fault.
pub fn verdicts(archive: &Path, key: Option<&str>) -> (Faults, Faults) {
    let mut ours = greffe();
    ours.args(["verify", "--format", "json", "--lang", "en"]).arg(archive);
    // The program of this build, not the one in the archive, which may have been tampered with.
    let mut python = Command::new("python3");
    python.arg(concat!(env!("CARGO_MANIFEST_DIR"), "/src/seal/verify.py")).arg(archive).env("PYTHONDONTWRITEBYTECODE", "1");
    if let Some(key) = key {
        ours.args(["--key", key]);
        python.args(["--key", key]);
    }
    let first = run(&mut ours);
    let one: Faults = first.said.iter().filter_map(|said| Some((said["code"].as_str()?.to_owned(), said["file"].as_str()?.to_owned()))).collect();
    assert_eq!(first.code, i32::from(!one.is_empty()), "{}{}", first.stdout, first.stderr);
    let second = run(&mut python);
    let other: Faults = second
        .stdout
        .lines()
        .filter_map(|line| {
            let mut parts = line.split('\t');
            Some((parts.next()?.to_owned(), parts.next()?.to_owned()))
        })
        .collect();
    assert_eq!(second.code, i32::from(!other.is_empty()), "{}{}", second.stdout, second.stderr);
    (one, other)
}

/// The same, where both must agree but for what only one of them looks at.
pub fn verified(archive: &Path, key: Option<&str>) -> (Faults, usize) {
    let (ours, python) = verdicts(archive, key);
    let rust_only = |(code, subject): &&(String, String)| {
        code == "interrupted" || [".parquet", ".xlsx", ".ods", ".sqlite"].iter().any(|end| subject.ends_with(end))
    };
    let shared: Faults = ours.iter().filter(|fault| !rust_only(fault)).cloned().collect();
    let also: Faults = python.iter().filter(|fault| !rust_only(fault)).cloned().collect();
    assert_eq!(shared, also, "greffe verify and verify.py do not say the same of {}", archive.display());
    let count = ours.len();
    (ours, count)
}

/// Writes SHA256SUMS anew, as a careful forger would.
pub fn repair_sums(site: &Path) {
    let mut lines = String::new();
    for (name, bytes) in tree(site).iter().filter(|(name, _)| !["SHA256SUMS", "edition.txt"].contains(&name.as_str())) {
        let digest: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        lines.push_str(&format!("{digest}  {name}\n"));
    }
    fs::write(site.join("SHA256SUMS"), lines).expect("written");
}
