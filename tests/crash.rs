//! Builds that are killed at any instant: the site is the old or the new archive, or an interrupted commit that `verify` names and
//! that the next build finishes.

mod common;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Builds that are killed.
const KILLS: u32 = 200;

/// One archive of two states: `state` is written into texts, so that almost every file differs.
fn write(root: &Path, state: u32) {
    let folder = root.join("content/consultations/c");
    std::fs::create_dir_all(folder.join("sources")).unwrap();
    std::fs::create_dir_all(root.join(".greffe")).unwrap();
    std::fs::write(root.join(".greffe/secret"), "killed").unwrap();
    std::fs::write(root.join("content/archive.yaml"), format!("title: Archive {state}\nlanguage: fr\n")).unwrap();
    std::fs::write(folder.join("consultation.yaml"), format!("title: Consultation {state}\nsources:\n  - file: sources/a.csv\n")).unwrap();
    let mut table = String::from("id,title,body,votes_for,votes_against,created_at\n");
    // The number of rows differs too: files appear and go.
    for row in 0..60 + state * 5 {
        table.push_str(&format!(
            "{row},Titre {row} de {state},Texte {row} de l'état {state},{},{},2024-01-{:02}\n",
            row * 7 % 40,
            row * 3 % 20,
            row % 28 + 1
        ));
    }
    std::fs::write(folder.join("sources/a.csv"), table).unwrap();
}

fn start(root: &Path) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_greffe"));
    command.args(["build", "--quiet", "--root"]).arg(root).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
}

fn run(root: &Path, arguments: &[&str]) -> (i32, String) {
    let output =
        Command::new(env!("CARGO_BIN_EXE_greffe")).args(arguments).args(["--lang", "en", "--format", "plain", "--root"]).arg(root).output().unwrap();
    (output.status.code().unwrap_or(-1), String::from_utf8_lossy(&output.stderr).into_owned())
}

fn site(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let out = root.join("site");
    let files = walkdir::WalkDir::new(&out).into_iter().flatten().filter(|entry| entry.file_type().is_file());
    files.map(|entry| (entry.path().strip_prefix(&out).unwrap().display().to_string(), std::fs::read(entry.path()).unwrap())).collect()
}

/// A number that looks random and is the same in every run.
fn random(seed: &mut u64) -> u64 {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    *seed >> 33
}

#[test]
fn builds_killed_at_random_instants() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    let mut wanted = Vec::new();
    let mut longest = Duration::ZERO;
    for state in 0..2 {
        write(root, state);
        let since = Instant::now();
        assert!(start(root).wait().unwrap().success());
        longest = longest.max(since.elapsed());
        wanted.push(site(root));
    }
    let journal = root.join(".greffe/journal.json");
    let (mut old, mut new, mut interrupted) = (0, 0, 0);
    let mut seed = 20_261_126;
    let mut now = 1;
    for kill in 0..KILLS {
        let state = kill % 2;
        write(root, state);
        let mut child = start(root);
        if kill % 2 == 0 {
            sleep(Duration::from_micros(random(&mut seed) % u64::try_from(longest.as_micros()).unwrap()));
        } else {
            // The commit: from the moment its journal is there.
            while !journal.exists() && child.try_wait().unwrap().is_none() {
                std::hint::spin_loop();
            }
            sleep(Duration::from_micros(random(&mut seed) % 3000));
        }
        child.kill().unwrap();
        child.wait().unwrap();
        let found = site(root);
        if journal.exists() {
            interrupted += 1;
            // Every file is one of the two archives', whole.
            for (path, bytes) in &found {
                assert!(wanted.iter().any(|site| site.get(path) == Some(bytes)), "kill {kill}: {path} is of neither archive");
            }
            let (code, said) = run(root, &["verify"]);
            assert!(code == 1 && said.contains("[interrupted]"), "kill {kill}: {said}");
        } else if found == wanted[now] {
            old += 1;
        } else {
            assert!(found == wanted[state as usize], "kill {kill}: the site is a mixture without a journal");
            new += 1;
        }
        assert_eq!(run(root, &["build", "--quiet"]).0, 0, "kill {kill}");
        assert!(site(root) == wanted[state as usize], "kill {kill}: not healed");
        now = state as usize;
    }
    println!("{KILLS} killed: {old} old, {new} new, {interrupted} interrupted commits, all healed");
    assert!(interrupted >= KILLS / 10, "the commit was hit {interrupted} times only");
    let (code, said) = run(root, &["verify"]);
    assert_eq!(code, 0, "{said}");
}

#[test]
fn two_builds_at_once_and_changing_content() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    write(root, 0);
    let lock = std::fs::OpenOptions::new().create(true).truncate(false).write(true).open(root.join(".greffe/lock")).unwrap();
    lock.try_lock().unwrap();
    let (code, said) = run(root, &["build"]);
    assert!(code == 3 && said.contains("[locked]"), "{said}");
    drop(lock);
    // A clock that went back, or files of tomorrow: nothing depends on them.
    assert_eq!(run(root, &["build"]).0, 0);
    let before = site(root);
    let tomorrow = std::time::SystemTime::now() + Duration::from_secs(86_400 * 400);
    for path in ["content/archive.yaml", "site/index.html"] {
        std::fs::File::options().write(true).open(root.join(path)).unwrap().set_modified(tomorrow).unwrap();
    }
    assert_eq!(run(root, &["build"]).0, 0);
    assert!(site(root) == before);
}

/// Changes a file of the content while pages are made.
struct Meddler<'a>(&'a Path);

impl greffe::pipeline::Progress for Meddler<'_> {
    fn stage(&self, name: &'static str, _: u64) {
        if name == "render" {
            write(self.0, 1);
        }
    }

    fn advance(&self, _: u64) {}
}

#[test]
fn content_that_changes_meanwhile_stops_the_build() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    write(root, 0);
    assert_eq!(run(root, &["build"]).0, 0);
    let before = site(root);
    std::fs::write(root.join("content/consultations/c/index.md"), "# New").unwrap();
    let settings = greffe::pipeline::Settings { root: root.to_owned(), out: root.join("site"), strict: false };
    let mut said = greffe::diagnose::Diagnostics::default();
    greffe::pipeline::build(&settings, &Meddler(root), &mut said);
    assert!(said.iter().any(|said| said.code.id == "content-changed"), "{:?}", said.iter().map(|said| said.code.id).collect::<Vec<_>>());
    assert!(site(root) == before);
}
