//! The output folder during a build.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Component, Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use rustc_hash::FxHashSet;
use sha2::{Digest, Sha256};

use super::disk::Disk;
use super::faults::explain;
use super::file::{Claim, FileInfo, OutputFile, hexadecimal};
use super::journal::Journal;
use super::places::Places;
use crate::diagnose::{Diagnostic, codes};

/// The list of digests.
pub const SUMS: &str = "SHA256SUMS";

/// Files that do not make a folder somebody else's, and stay.
pub const KEPT: &[&str] = &[".gitignore", ".gitkeep"];

/// What a commit did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Summary {
    /// Files new or changed.
    pub written: u64,
    /// Files that were equal already.
    pub unchanged: u64,
    /// Files of ours that were no longer wanted.
    pub removed: u64,
    /// Bytes of all files.
    pub bytes: u64,
}

/// An output folder being filled. Dropping it without [`Output::commit`] leaves the old site as it was.
#[derive(Debug)]
pub struct Output {
    places: Places,
    stage: PathBuf,
    /// Files of ours that are there; `None` for a first build.
    ours: Option<FxHashSet<String>>,
    folders: Mutex<FxHashSet<PathBuf>>,
    files: Mutex<Vec<(String, bool, [u8; 32])>>,
    bytes: AtomicU64,
    committed: bool,
    pub(super) both_digests: bool,
    pub(super) disk: Disk,
}

impl Output {
    /// Gives SHA-512 beside SHA-256 of the files that are streamed from now on.
    pub fn with_sha512(mut self) -> Self {
        self.both_digests = true;
        self
    }

    /// Opens `out` for a build; its lists and stage lie in `state`, which must be locked and recovered.
    pub fn open(out: &Path, state: &Path) -> Result<Self, Diagnostic> {
        Self::open_on(Disk::default(), out, state)
    }

    /// The same on a disk of somebody's own.
    pub(super) fn open_on(disk: Disk, out: &Path, state: &Path) -> Result<Self, Diagnostic> {
        let failed = |error: io::Error| explain(&error, out);
        if let Some(link) = link_inside(out, state) {
            return Err(Diagnostic::new(codes::LINK).file(link.display().to_string()));
        }
        let places = Places::new(out, state).map_err(failed)?;
        let shown = places.out.display().to_string();
        if places.out.is_file() {
            return Err(Diagnostic::new(codes::OUTPUT_IS_FILE).file(&shown).arg("path", shown));
        }
        let ours: Option<FxHashSet<String>> = match (fs::read_to_string(places.list()), places.out.exists()) {
            (Ok(list), true) => Some(list.lines().map(str::to_owned).collect()),
            (_, true) => {
                if let Some(example) = stranger(&places.out).map_err(failed)? {
                    return Err(Diagnostic::new(codes::NOT_OURS).file(&shown).arg("path", shown).arg("example", example));
                }
                None
            }
            (_, false) => None,
        };
        if let Some(link) = ours.as_ref().and_then(|ours| linked_folder(&places.out, ours)) {
            return Err(Diagnostic::new(codes::LINK).file(link.display().to_string()));
        }
        disk.folders(places.beside()).map_err(failed)?;
        let stage = places.stage();
        disk.remove_all(&stage).and_then(|()| disk.folders(&stage)).map_err(|error| explain(&error, &stage))?;
        let folders = Mutex::new(FxHashSet::default());
        Ok(Self { places, stage, ours, folders, files: Mutex::default(), bytes: AtomicU64::new(0), committed: false, both_digests: false, disk })
    }

    /// Puts a file that is in memory at a relative path.
    pub fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Diagnostic> {
        let changed = match self.existing(path) {
            Some(existing) => !same_bytes(&existing, bytes),
            None => true,
        };
        if changed {
            let target = self.target(path)?;
            self.disk.write(&target, bytes).map_err(|error| explain(&error, &target))?;
        }
        self.note(path, changed, bytes.len() as u64, Sha256::digest(bytes).into())
    }

    /// Writes a file as it is made, and gives its size and digests.
    pub fn stream(&self, path: &str, make: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<FileInfo, Diagnostic> {
        let mut file = self.create(path)?;
        make(&mut file).map_err(|error| explain(&error, &file.target))?;
        file.finish()
    }

    /// Opens a file that is written from its beginning to its end.
    pub fn create(&self, path: &str) -> Result<OutputFile<'_>, Diagnostic> {
        let target = self.target(path)?;
        OutputFile::new(self, path, target)
    }

    /// Where a file may be written by somebody who jumps about in it; [`Claim::finish`] makes it part of the archive.
    pub fn claim(&self, path: &str) -> Result<Claim<'_>, Diagnostic> {
        let target = self.target(path)?;
        Ok(Claim { output: self, path: path.to_owned(), target })
    }

    /// A file of the new archive, to be read again before the commit.
    pub fn open_again(&self, path: &str) -> Result<File, Diagnostic> {
        let staged = self.stage.join(path);
        let place = if staged.is_file() { staged } else { self.places.out.join(path) };
        File::open(&place).map_err(|error| explain(&error, &place))
    }

    /// Keeps a file that lies in the stage, unless the old archive has the same.
    pub(super) fn keep(&self, path: &str, target: &Path, info: &FileInfo) -> Result<(), Diagnostic> {
        let failed = |error: io::Error| explain(&error, target);
        let changed = match self.existing(path) {
            Some(existing) if same_files(&existing, target).map_err(failed)? => {
                self.disk.remove(target).map_err(failed)?;
                false
            }
            _ => true,
        };
        self.note(path, changed, info.bytes, info.digest)
    }

    /// `SHA256SUMS` of all files put so far and of some that are not put yet, as sha256sum reads it.
    pub fn sums(&self, more: &[(String, Vec<u8>)]) -> Result<String, Diagnostic> {
        let mut files: Vec<(String, [u8; 32])> = lock(&self.files).iter().map(|(path, _, digest)| (path.clone(), *digest)).collect();
        files.extend(more.iter().map(|(path, bytes)| (path.clone(), Sha256::digest(bytes).into())));
        files.sort_unstable();
        if let Some(pair) = files.windows(2).find(|pair| pair[0].0 == pair[1].0) {
            return Err(Diagnostic::new(codes::INTERNAL).arg("error", format!("{} was made twice", pair[0].0)));
        }
        Ok(files.iter().map(|(path, digest)| format!("{}  {path}\n", hexadecimal(digest))).collect())
    }

    /// Makes the new archive the archive.
    pub fn commit(mut self) -> Result<Summary, Diagnostic> {
        let mut files = std::mem::take(&mut *lock(&self.files));
        files.sort();
        let written: Vec<String> = files.iter().filter(|(_, changed, _)| *changed).map(|(path, ..)| path.clone()).collect();
        let wanted: FxHashSet<&str> = files.iter().map(|(path, ..)| path.as_str()).collect();
        let removals: BTreeSet<String> = self.ours.iter().flatten().filter(|path| !wanted.contains(path.as_str()) && safe(path)).cloned().collect();
        let summary = Summary {
            written: written.len() as u64,
            unchanged: (files.len() - written.len()) as u64,
            removed: removals.len() as u64,
            bytes: self.bytes.load(Ordering::Relaxed),
        };
        let list: String = files.iter().flat_map(|(path, ..)| [path.as_str(), "\n"]).collect();
        let next = self.places.next_list();
        let folder = next.parent().unwrap_or(&self.places.state);
        self.disk.folders(folder).and_then(|()| self.disk.write(&next, list.as_bytes())).map_err(|error| explain(&error, &next))?;
        let journal = Journal {
            output: self.places.key.clone(),
            whole: self.ours.is_none(),
            renames: if self.ours.is_some() { written } else { Vec::new() },
            removals: removals.into_iter().collect(),
        };
        // Once the journal is there it heals what breaks: the stage must stay. Until then the old site is untouched.
        self.committed = true;
        journal.commit(&self.places, &self.disk).map_err(|error| explain(&error, &self.places.out))?;
        Ok(summary)
    }

    fn existing(&self, path: &str) -> Option<PathBuf> {
        let existing = self.ours.is_some().then(|| self.places.out.join(path))?;
        fs::symlink_metadata(&existing).is_ok_and(|found| found.is_file()).then_some(existing)
    }

    /// Where a new file is written before the commit.
    fn target(&self, path: &str) -> Result<PathBuf, Diagnostic> {
        let strange = self.ours.as_ref().is_some_and(|ours| !ours.contains(path)) && self.places.out.join(path).exists();
        if !safe(path) || strange {
            return Err(Diagnostic::new(codes::NOT_OURS)
                .file(self.places.out.display().to_string())
                .arg("path", self.places.out.display().to_string())
                .arg("example", path));
        }
        let target = self.stage.join(path);
        if let Some(folder) = target.parent()
            && !lock(&self.folders).contains(folder)
        {
            let below = folder.strip_prefix(&self.stage).unwrap_or(folder);
            if let Some(link) = first_link(&self.places.out, below) {
                return Err(Diagnostic::new(codes::LINK).file(link.display().to_string()));
            }
            self.disk.folders(folder).map_err(|error| explain(&error, folder))?;
            lock(&self.folders).insert(folder.to_owned());
        }
        Ok(target)
    }

    fn note(&self, path: &str, changed: bool, bytes: u64, digest: [u8; 32]) -> Result<(), Diagnostic> {
        self.bytes.fetch_add(bytes, Ordering::Relaxed);
        lock(&self.files).push((path.to_owned(), changed, digest));
        Ok(())
    }
}

impl Drop for Output {
    fn drop(&mut self) {
        if !self.committed {
            // The old site was not touched; a stage that cannot be removed is removed by the next build.
            let _ = self.disk.remove_all(&self.stage);
        }
    }
}

/// A thread that panicked while it held the lock left a list of strings: nothing that could be half done.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// Relative, downwards only.
pub(super) fn safe(path: &str) -> bool {
    !path.is_empty() && Path::new(path).components().all(|part| matches!(part, Component::Normal(_)))
}

/// The output folder itself, or one above it inside the archive, where that is a link: a site is never written to where one leads. An
/// output outside of the archive is where the user wants it, links or not.
fn link_inside(out: &Path, state: &Path) -> Option<PathBuf> {
    let (out, state) = (std::path::absolute(out).ok()?, std::path::absolute(state).ok()?);
    let root = state.parent()?;
    first_link(root, out.strip_prefix(root).ok()?)
}

/// The first link on the way from a folder down.
fn first_link(folder: &Path, below: &Path) -> Option<PathBuf> {
    let mut path = folder.to_owned();
    below.components().find_map(|part| {
        path.push(part);
        fs::symlink_metadata(&path).is_ok_and(|found| found.is_symlink()).then(|| path.clone())
    })
}

/// A folder of our files that became a link after they were written.
fn linked_folder(out: &Path, ours: &FxHashSet<String>) -> Option<PathBuf> {
    let mut folders: BTreeSet<&Path> = ours.iter().filter(|path| safe(path)).filter_map(|path| Path::new(path).parent()).collect();
    let above: Vec<&Path> = folders.iter().flat_map(|folder| folder.ancestors()).collect();
    folders.extend(above);
    folders.into_iter().map(|folder| out.join(folder)).find(|folder| fs::symlink_metadata(folder).is_ok_and(|found| found.is_symlink()))
}

/// A file in a folder that is not ours, unless it is one of those that may be.
fn stranger(folder: &Path) -> io::Result<Option<String>> {
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if !KEPT.contains(&name.as_str()) {
            return Ok(Some(name));
        }
    }
    Ok(None)
}

fn same_bytes(path: &Path, bytes: &[u8]) -> bool {
    fs::metadata(path).is_ok_and(|metadata| metadata.len() == bytes.len() as u64) && fs::read(path).is_ok_and(|existing| existing == bytes)
}

fn same_files(a: &Path, b: &Path) -> io::Result<bool> {
    if fs::metadata(a)?.len() != fs::metadata(b)?.len() {
        return Ok(false);
    }
    let (mut a, mut b) = (File::open(a)?, File::open(b)?);
    let (mut x, mut y) = (vec![0u8; 64 * 1024], vec![0u8; 64 * 1024]);
    loop {
        let read = a.read(&mut x)?;
        if read == 0 {
            return Ok(true);
        }
        b.read_exact(&mut y[..read])?;
        if x[..read] != y[..read] {
            return Ok(false);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::recover;

    fn build(root: &Path, files: &[(&str, &str)]) -> Result<Summary, Diagnostic> {
        let state = root.join(".greffe");
        fs::create_dir_all(&state).unwrap();
        let output = Output::open(&root.join("site"), &state)?;
        for (path, text) in files {
            output.put(path, text.as_bytes())?;
        }
        output.commit()
    }

    fn read(root: &Path, path: &str) -> Option<String> {
        fs::read_to_string(root.join("site").join(path)).ok()
    }

    #[test]
    fn only_what_changed_is_written_and_only_ours_is_removed() {
        let root = tempfile::tempdir().unwrap();
        let root = root.path();
        fs::create_dir(root.join("site")).unwrap();
        fs::write(root.join("site/.gitignore"), "*").unwrap();
        let first = build(root, &[("a.html", "a"), ("b/c.html", "c")]).unwrap();
        assert_eq!((first.written, first.unchanged, first.removed, first.bytes), (2, 0, 0, 2));
        assert_eq!(read(root, ".gitignore").as_deref(), Some("*"));
        fs::write(root.join("site/CNAME"), "x.org").unwrap();
        let time = fs::metadata(root.join("site/a.html")).unwrap().modified().unwrap();
        let second = build(root, &[("a.html", "a"), ("d.html", "d")]).unwrap();
        assert_eq!((second.written, second.unchanged, second.removed), (1, 1, 1));
        assert_eq!(fs::metadata(root.join("site/a.html")).unwrap().modified().unwrap(), time);
        assert_eq!((read(root, "b/c.html"), read(root, "CNAME").as_deref()), (None, Some("x.org")));
        assert!(!root.join("site/b").exists());
    }

    #[test]
    fn a_build_that_fails_leaves_the_old_site() {
        let root = tempfile::tempdir().unwrap();
        build(root.path(), &[("a.html", "old")]).unwrap();
        let output = Output::open(&root.path().join("site"), &root.path().join(".greffe")).unwrap();
        output.put("a.html", b"new").unwrap();
        drop(output);
        assert_eq!(read(root.path(), "a.html").as_deref(), Some("old"));
    }

    #[test]
    fn folders_and_files_of_others_are_refused() {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir(root.path().join("site")).unwrap();
        fs::write(root.path().join("site/thesis.doc"), "x").unwrap();
        assert_eq!(build(root.path(), &[("a.html", "a")]).unwrap_err().code.id, "not-ours");
        assert_eq!(read(root.path(), "thesis.doc").as_deref(), Some("x"));
        let other = tempfile::tempdir().unwrap();
        build(other.path(), &[("a.html", "a")]).unwrap();
        fs::write(other.path().join("site/b.html"), "mine").unwrap();
        assert_eq!(build(other.path(), &[("a.html", "a"), ("b.html", "b")]).unwrap_err().code.id, "not-ours");
        assert_eq!(build(other.path(), &[("../x", "a")]).unwrap_err().code.id, "not-ours");
    }

    #[test]
    fn an_interrupted_commit_is_finished() {
        let root = tempfile::tempdir().unwrap();
        let root = root.path();
        let state = root.join(".greffe");
        build(root, &[("a.html", "1"), ("b.html", "1"), ("c.html", "1")]).unwrap();
        let output = Output::open(&root.join("site"), &state).unwrap();
        for name in ["a.html", "b.html"] {
            output.put(name, b"2").unwrap();
        }
        // The machine stops after the journal and the first rename.
        fs::write(output.places.next_list(), "a.html\nb.html\n").unwrap();
        let journal = Journal {
            output: output.places.key.clone(),
            whole: false,
            renames: vec!["a.html".into(), "b.html".into()],
            removals: vec!["c.html".into()],
        };
        fs::write(state.join("journal.json"), serde_json::to_vec(&journal).unwrap()).unwrap();
        fs::rename(output.stage.join("a.html"), output.places.out.join("a.html")).unwrap();
        std::mem::forget(output);
        let recover = |state: &Path| recover(state, &root.join("site"));
        assert_eq!(recover(&state).unwrap().map(|d| d.code.id), Some("recovered"));
        assert_eq!((read(root, "a.html").as_deref(), read(root, "b.html").as_deref(), read(root, "c.html")), (Some("2"), Some("2"), None));
        assert_eq!(recover(&state).unwrap(), None);
    }

    /// The files of a site, by path.
    fn site(root: &Path) -> std::collections::BTreeMap<String, String> {
        let out = root.join("site");
        let files = walkdir::WalkDir::new(&out).into_iter().flatten().filter(|entry| entry.file_type().is_file());
        files.map(|entry| (entry.path().strip_prefix(&out).unwrap().display().to_string(), fs::read_to_string(entry.path()).unwrap())).collect()
    }

    /// Builds on a disk of which each step from some number on fails, or that step alone.
    fn build_failing(root: &Path, files: &[(&str, &str)], at: usize, all: bool) -> (Result<Summary, Diagnostic>, usize) {
        let steps = std::sync::Arc::new(std::sync::atomic::AtomicUsize::new(0));
        let counted = steps.clone();
        let disk = Disk::guarded(move |_, _| {
            let step = counted.fetch_add(1, Ordering::SeqCst);
            if step == at || (all && step > at) { Err(io::ErrorKind::StorageFull.into()) } else { Ok(()) }
        });
        let state = root.join(".greffe");
        fs::create_dir_all(&state).unwrap();
        let built = (|| {
            crate::write::journal::recover_on(&disk, &state, &root.join("site"))?;
            let output = Output::open_on(disk, &root.join("site"), &state)?;
            for (path, text) in files {
                output.put(path, text.as_bytes())?;
            }
            output.stream("t/table.csv", |out| out.write_all(files[0].1.as_bytes()))?;
            output.commit()
        })();
        (built, steps.load(Ordering::SeqCst))
    }

    #[test]
    fn a_disk_that_fails_at_any_step_leaves_the_old_or_the_new_site() {
        let old: &[(&str, &str)] = &[("a.html", "old"), ("b/c.html", "old c"), ("gone/x.html", "x"), ("same.html", "same")];
        let new: &[(&str, &str)] = &[("a.html", "new text"), ("b/c.html", "new c"), ("fresh/y.html", "y"), ("same.html", "same")];
        let with_table = |files: &[(&str, &str)]| {
            let mut site: std::collections::BTreeMap<String, String> = files.iter().map(|(path, text)| ((*path).into(), (*text).into())).collect();
            site.insert("t/table.csv".into(), files[0].1.into());
            site
        };
        let whole = |root: &Path| -> bool { [with_table(old), with_table(new)].contains(&site(root)) };
        for (first, before) in [(true, std::collections::BTreeMap::new()), (false, with_table(old))] {
            for all in [true, false] {
                for at in 0.. {
                    let root = tempfile::tempdir().unwrap();
                    let root = root.path();
                    if !first {
                        build_failing(root, old, usize::MAX, false).0.unwrap();
                    }
                    let (built, steps) = build_failing(root, new, at, all);
                    let interrupted = root.join(".greffe/journal.json").exists();
                    assert!(interrupted || site(root) == before || site(root) == with_table(new), "step {at}: {:?}", site(root));
                    // Never a part of a file, whatever happened.
                    assert!(
                        site(root).iter().all(|(path, text)| [old, new].iter().any(|files| with_table(files).get(path) == Some(text))),
                        "step {at}"
                    );
                    assert!(built.is_err() || whole(root), "step {at}");
                    if interrupted {
                        assert!(
                            crate::write::is_interrupted(&root.join(".greffe"), &root.join("site").canonicalize().unwrap_or(root.join("site"))),
                            "step {at}"
                        );
                    }
                    // The next build heals it, even if it fails once more on its way.
                    let _ = build_failing(root, new, at / 2, true);
                    build_failing(root, new, usize::MAX, false).0.unwrap();
                    assert_eq!(site(root), with_table(new), "healed after step {at}");
                    let left: Vec<_> = fs::read_dir(root.join(".greffe")).unwrap().flatten().map(|entry| entry.file_name()).collect();
                    assert!(left.iter().all(|name| !name.to_string_lossy().starts_with("stage") && name != "journal.json"), "{left:?}");
                    if at >= steps {
                        break;
                    }
                }
            }
        }
    }

    #[cfg(unix)]
    #[test]
    fn links_in_the_output_are_refused() {
        let (root, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let (root, other) = (root.path(), other.path());
        fs::write(other.join("c.html"), "precious").unwrap();
        build(root, &[("a.html", "a"), ("b/c.html", "c")]).unwrap();
        fs::remove_dir_all(root.join("site/b")).unwrap();
        std::os::unix::fs::symlink(other, root.join("site/b")).unwrap();
        for files in [&[("a.html", "a")][..], &[("a.html", "a"), ("b/c.html", "new")], &[("a.html", "a"), ("b/d/e.html", "new")]] {
            assert_eq!(build(root, files).unwrap_err().code.id, "link");
        }
        assert_eq!(fs::read_to_string(other.join("c.html")).unwrap(), "precious");
        // A folder that is new to the site, and the site itself.
        fs::remove_file(root.join("site/b")).unwrap();
        build(root, &[("a.html", "a")]).unwrap();
        std::os::unix::fs::symlink(other, root.join("site/new")).unwrap();
        assert_eq!(build(root, &[("a.html", "a"), ("new/x.html", "x")]).unwrap_err().code.id, "link");
        fs::rename(root.join("site"), root.join("elsewhere")).unwrap();
        std::os::unix::fs::symlink(root.join("elsewhere"), root.join("site")).unwrap();
        assert_eq!(build(root, &[("a.html", "a")]).unwrap_err().code.id, "link");
        assert_eq!(fs::read_dir(other).unwrap().count(), 1);
    }

    #[test]
    fn a_journal_of_somebody_elses_leads_nowhere() {
        let root = tempfile::tempdir().unwrap();
        let (site, state) = (root.path().join("site"), root.path().join(".greffe"));
        build(root.path(), &[("a.html", "a")]).unwrap();
        let precious = root.path().join("precious");
        fs::create_dir(&precious).unwrap();
        fs::write(precious.join("x"), "x").unwrap();
        let key = Places::new(&site, &state).unwrap().key;
        fs::create_dir_all(state.join(format!("stage-{key}"))).unwrap();
        for journal in [
            format!(r#"{{"out":"{p}","stage":"payload","whole":false,"renames":[],"removals":["x"],"manifest":"m"}}"#, p = precious.display()),
            format!(r#"{{"output":"{key}","whole":false,"renames":[],"removals":["../precious/x"]}}"#),
            format!(r#"{{"output":"{key}","whole":false,"renames":[],"removals":["{}/x"]}}"#, precious.display()),
            format!(r#"{{"output":"{key}","whole":false,"renames":["../precious/x"],"removals":[]}}"#),
            format!(r#"{{"output":"{key}","whole":true,"renames":[],"removals":[]}}"#),
            r#"{"output":"0123456789abcdef","whole":false,"renames":[],"removals":["a.html"]}"#.to_owned(),
            "not even JSON".to_owned(),
        ] {
            fs::write(state.join("journal.json"), &journal).unwrap();
            assert_eq!(recover(&state, &site).unwrap_err().code.id, "journal", "{journal}");
            assert!(precious.join("x").exists() && site.join("a.html").exists(), "{journal}");
        }
    }
}
