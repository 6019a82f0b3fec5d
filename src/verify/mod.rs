//! Reads a built archive as a stranger would, and says everything that does not hold (`docs/verify.md`). `verify.py` of the archive
//! does the same by other code; both are held against each other by a test.

mod around;
mod bounds;
mod edition;
mod files;
mod forms;
mod log;
mod packed;
mod pages;
mod rankings;
mod rows;
mod store;
mod tables;
mod visible;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::diagnose::{Code, Diagnostic, codes};
use crate::seal::PublicKey;

pub use edition::Standing;
pub use store::Store;

/// Faults of one code that are told for one part of an archive; verify.py has the same number.
const TOLD: usize = 20;

/// Most bytes of `key.txt`: some seven hundred keys.
const KEYS: usize = 64 << 10;

/// What was looked at, beside files and logs.
#[derive(Debug, Default)]
pub struct Checked {
    /// Rows compared with the CSV, by form.
    pub forms: BTreeMap<&'static str, u64>,
    /// Pages of contributions.
    pub pages: u64,
}

/// What was found.
#[derive(Debug, Default)]
pub struct Verdict {
    /// What does not hold.
    pub faults: Vec<Diagnostic>,
    /// How many faults there are, those that are not told among them.
    pub count: usize,
    /// The folder that was checked, where it is not what was given but lies in it.
    pub inside: Option<String>,
    /// Files that were read.
    pub files: usize,
    /// Consultations.
    pub consultations: usize,
    /// Contributions of all consultations.
    pub contributions: usize,
    /// Closed editions of all logs.
    pub editions: usize,
    /// Good signatures.
    pub signatures: usize,
    /// What was compared.
    pub checked: Checked,
    /// Which edition it is.
    pub standing: Standing,
}

/// Collects faults, each once.
#[derive(Debug, Default)]
struct Faults {
    told: Vec<Diagnostic>,
    seen: BTreeSet<(&'static str, String)>,
    of_code: BTreeMap<&'static str, usize>,
}

impl Faults {
    /// Notes what does not hold: the code, what it is about, and in which way.
    fn add(&mut self, code: &'static Code, subject: impl Into<String>, detail: impl Into<String>) {
        let subject = subject.into();
        if self.seen.insert((code.id, subject.clone())) {
            let count = self.of_code.entry(code.id).or_default();
            *count += 1;
            if *count <= TOLD {
                self.told.push(Diagnostic::new(code).file(subject).arg("detail", detail.into()));
            }
        }
    }

    fn expect(&mut self, right: bool, code: &'static Code, subject: impl Into<String>, detail: &str) {
        if !right {
            self.add(code, subject, detail);
        }
    }

    /// Faults of another part are counted anew.
    fn end_part(&mut self) {
        for (code, count) in std::mem::take(&mut self.of_code) {
            if count > TOLD
                && let Some(code) = crate::diagnose::CODES.iter().find(|known| known.id == code)
            {
                self.told.push(Diagnostic::new(code).file("…").arg("detail", format!("+{}", count - TOLD)));
            }
        }
    }

    /// Takes those of a part that was looked at by itself.
    fn absorb(&mut self, mut other: Self) {
        other.end_part();
        self.told.append(&mut other.told);
        self.seen.append(&mut other.seen);
    }
}

/// Checks an archive: a folder, a ZIP of one, or a BagIt bag. With a key, it must be an edition that was signed with that.
pub fn verify(path: &Path, key: Option<&PublicKey>) -> Result<Verdict, Diagnostic> {
    let store = Store::open(path)?;
    let mut faults = Faults::default();
    if store.interrupted() {
        faults.add(codes::INTERRUPTED, path.display().to_string(), "");
    }
    for (code, subject, detail) in store.strange(key.is_some()) {
        faults.add(code, subject, detail);
    }
    let files = files::check(&store, &mut faults);
    let inside = store.inside().map(str::to_owned);
    if !store.is_plain() {
        // What is no file may be anything by the time it is opened.
        faults.end_part();
        return Ok(Verdict { files, inside, count: faults.seen.len(), faults: faults.told, ..Verdict::default() });
    }
    let mut keys: Vec<PublicKey> = Vec::new();
    if store.has("key.txt") {
        let text = store.text("key.txt").ok().filter(|text| text.len() <= KEYS).unwrap_or_default();
        let read: Option<Vec<PublicKey>> = text.lines().map(PublicKey::parse).collect();
        match read.filter(|read| !read.is_empty()) {
            Some(read) => keys.extend(read),
            None => faults.add(codes::SIGNATURE_WRONG, "key.txt", "no key"),
        }
    }
    keys.extend(key.cloned());
    let slugs = store.consultations();
    let standing = edition::check(&store, &slugs, &keys, key, &mut faults);
    faults.end_part();
    let mut verdict = Verdict { files, inside, standing, ..Verdict::default() };
    for slug in slugs {
        let base = format!("consultations/{slug}/");
        let mut part = Faults::default();
        let log = log::read(&store, &base, &mut part);
        let signed = log.as_ref().map(|log| log.check(&keys, &mut part)).unwrap_or_default();
        let rows = rows::check(&store, &slug, log.as_ref(), &mut part);
        rankings::check(&store, &slug, &rows, &mut part);
        tables::check(&store, &base, log.as_ref(), &mut verdict.checked, &mut part);
        if let Some(log) = &log {
            pages::check(&store, &base, log, &mut verdict.checked, &mut part);
        }
        faults.absorb(part);
        verdict.consultations += 1;
        verdict.contributions += rows.rows.len();
        verdict.editions += signed.editions;
        verdict.signatures += signed.signatures;
    }
    if store.has("data/datapackage.json") {
        tables::check(&store, "", None, &mut verdict.checked, &mut faults);
        faults.end_part();
    }
    verdict.count = faults.seen.len();
    verdict.faults = faults.told;
    Ok(verdict)
}
