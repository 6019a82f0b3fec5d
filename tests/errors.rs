//! Every fault says what it is, where, and leaves the old site as it was, byte for byte.

mod common;

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use common::{ARCHIVE, Archive, Run, assert_same, copy, greffe, run, tree};
use serde_json::Value;

const IDEAS: &str = "id;title;votes_for;created_at\n1;Trees;3;2024-01-01\n2;Ponds;1;2024-01-02\n";
const YAML: &str = "content/consultations/c/consultation.yaml";
const SOURCE: &str = "content/consultations/c/sources/ideas.csv";

/// An archive whose site is built; then `break_it` runs, the build must fail with `code`, and the site must be as before.
#[track_caller]
fn fails(code: &str, exit: i32, break_it: impl FnOnce(&Archive)) -> Value {
    let archive = Archive::of(&[("ideas.csv", IDEAS)]);
    archive.build().0.ok();
    let before = tree(&archive.path("site"));
    break_it(&archive);
    let run = archive.greffe(&["build"]);
    assert_eq!(run.code, exit, "{}", run.stderr);
    assert_same(code, &before, &tree(&archive.path("site")));
    nothing_half_written(&archive);
    let said = run.one(code).clone();
    assert_eq!(said["severity"], "error");
    assert!(!said["hint"].as_str().unwrap_or_default().is_empty(), "{code} says how to mend it");
    said
}

#[track_caller]
fn nothing_half_written(archive: &Archive) {
    let left: Vec<String> =
        tree(archive.root()).into_keys().filter(|name| name.contains("stage") || name.contains("journal") || name.ends_with(".next")).collect();
    assert!(left.is_empty(), "left behind: {left:?}");
}

/// A fault inside an export is a warning: the build goes on; with `--strict` it is an error and nothing is written.
#[track_caller]
fn warns(code: &str, name: &str, bytes: &[u8]) -> Value {
    let archive = Archive::of(&[("ideas.csv", IDEAS)]);
    archive.build().0.ok();
    archive.put(YAML, format!("title: A consultation\nsources: [{{ file: sources/ideas.csv }}, {{ file: sources/{name} }}]\n"));
    archive.put(&format!("content/consultations/c/sources/{name}"), bytes);
    let before = tree(&archive.path("site"));
    let strict = archive.greffe(&["build", "--strict"]);
    assert_eq!((strict.code, &strict.one(code)["severity"]), (1, &"error".into()), "{}", strict.stderr);
    assert_same("--strict", &before, &tree(&archive.path("site")));
    let run = archive.greffe(&["build"]).ok();
    let method = archive.page("consultations/c/method.html");
    assert!(method.contains(name), "the method page says what was not read");
    let aside = archive.table("c", "set_aside");
    assert!(
        code == "no-rows" || aside.iter().any(|row| row["source_file"].ends_with(name) && row["code"] == code),
        "{name} is listed in set_aside.csv: {aside:?}"
    );
    let said = run.one(code).clone();
    assert_eq!(said["severity"], "warning");
    assert!(said["file"].as_str().unwrap_or_default().ends_with(name), "{said}");
    said
}

#[test]
fn faults_of_the_yaml_name_their_line() {
    let said = fails("yaml-tab", 1, |archive| archive.put(YAML, "title: A\nsources:\n\t- file: sources/ideas.csv\n"));
    assert_eq!((&said["file"], &said["line"], &said["character"]), (&YAML.into(), &3.into(), &1.into()));
    let said = fails("yaml-syntax", 1, |archive| archive.put("content/archive.yaml", "title: A\nlanguage: [fr\n"));
    assert_eq!(said["file"], "content/archive.yaml");
    assert!(said["line"].as_u64().is_some());
    let said = fails("yaml-empty", 1, |archive| archive.put(YAML, ""));
    assert_eq!(said["file"], YAML);
    let said = fails("yaml-syntax", 1, |archive| archive.put(YAML, "sources: [{ file: sources/ideas.csv }]\n"));
    assert!(said["message"].as_str().unwrap_or_default().contains("title"), "a missing title is said: {said}");
    let said = fails("bad-front-matter", 1, |archive| archive.put("content/pages/about.md", "---\ntitle: A\nno end\n"));
    assert_eq!(said["file"], "content/pages/about.md");
    let said = fails("unknown-key", 1, |archive| archive.put("content/pages/about.md", "---\ntitle: A\nlayout: wide\n---\ntext\n"));
    assert_eq!((&said["file"], &said["line"]), (&"content/pages/about.md".into(), &3.into()));
    let said = fails("missing-config", 1, |archive| fs::remove_file(archive.path("content/archive.yaml")).unwrap());
    assert_eq!(said["file"], "content/archive.yaml");
    fails("bad-slug", 1, |archive| archive.put("content/consultations/Not A Slug/consultation.yaml", "title: A\nsources: []\n"));
}

#[test]
fn faults_of_the_sources_that_the_user_named() {
    let said = fails("missing-source", 1, |archive| fs::remove_file(archive.path(SOURCE)).unwrap());
    assert_eq!(said["file"], YAML);
    assert!(said["message"].as_str().unwrap_or_default().contains("sources/ideas.csv"), "{said}");
    let said =
        fails("unknown-profile", 1, |archive| archive.put(YAML, "title: A\nsources: [{ file: sources/ideas.csv, profile: decidim/proposal }]\n"));
    assert!(said.to_string().contains("decidim/proposals"), "did you mean: {said}");
    let said =
        fails("wrong-profile", 1, |archive| archive.put(YAML, "title: A\nsources: [{ file: sources/ideas.csv, profile: decidim/comments }]\n"));
    assert!(said["file"].as_str().unwrap_or_default().ends_with("sources/ideas.csv"), "{said}");
    // What would have to be guessed stops the build at the line that names the file.
    let said = fails("unrecognised", 1, |archive| archive.put(SOURCE, "alpha;beta\n1;2\n3;4\n"));
    assert!(said["file"] == YAML && said["line"].as_u64().is_some(), "{said}");
    let said = fails("further-personal", 1, |archive| archive.put(YAML, "title: A\nsources: [{ file: sources/ideas.csv, further: [Téléphone] }]\n"));
    assert_eq!(said["file"], YAML);
    let said = fails("nothing-readable", 1, |archive| archive.put(SOURCE, ""));
    assert_eq!(said["file"], YAML);
    // A folder where a file was named stands for the files in it: none here.
    let run = failing_folder();
    assert_eq!(run.code, 1, "{}", run.stderr);
    let said = fails("is-directory", 1, |archive| {
        fs::remove_file(archive.path(YAML)).unwrap();
        fs::create_dir(archive.path(YAML)).unwrap();
    });
    assert_eq!(said["file"], YAML);
    let said = fails("bad-value", 1, |archive| archive.put(YAML, "title: A\nsources: [{ file: sources/ideas.csv, encoding: utf-88 }]\n"));
    assert_eq!(said["file"], YAML);
}

fn failing_folder() -> Run {
    let archive = Archive::of(&[("ideas.csv", IDEAS)]);
    fs::remove_file(archive.path(SOURCE)).unwrap();
    fs::create_dir(archive.path(SOURCE)).unwrap();
    archive.greffe(&["build"])
}

#[test]
fn faults_inside_an_export_are_warnings() {
    warns("empty-file", "empty.csv", b"");
    warns("bad-json", "broken.json", b"[{\"id\": 1, \"title\": \"a\"}, {\"id\"");
    warns("bad-workbook", "broken.xlsx", b"PK\x03\x04 not a workbook");
    warns("bad-container", "broken.zip", b"PK\x03\x04 not a zip");
    warns("no-rows", "header.csv", b"id;title;votes_for\n");
    warns("lfs-pointer", "pointer.csv", b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n");
    warns("unknown-format", "picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
}

#[test]
fn faults_of_the_place_where_the_site_goes() {
    let build = |archive: &Archive, out: &Path| run(archive.command(&["build", "--out"]).arg(out));
    // Somebody else's folder.
    let archive = Archive::of(&[("ideas.csv", IDEAS)]);
    archive.put("theirs/thesis.txt", "years of work");
    let run = build(&archive, &archive.path("theirs"));
    assert_ne!(run.code, 0);
    assert!(run.one("not-ours")["message"].as_str().unwrap_or_default().contains("thesis.txt"), "{}", run.stderr);
    assert_eq!(tree(&archive.path("theirs")).len(), 1);
    // Inside content/.
    let run = build(&archive, &archive.path("content/site"));
    assert_eq!((run.code, run.with("output-inside-content").len()), (1, 1), "{}", run.stderr);
    assert!(!archive.path("content/site").exists());
    // content/ itself, or a folder that holds it: what the user wrote must survive.
    for out in ["content", "."] {
        let before = tree(&archive.path("content"));
        assert_ne!(build(&archive, &archive.path(out)).code, 0);
        assert_same("content", &before, &tree(&archive.path("content")));
    }
    // A file.
    let run = build(&archive, &archive.path("theirs/thesis.txt"));
    assert_ne!(run.code, 0);
    run.one("output-is-file");
    // Below a file: no folder can be made there, whoever asks.
    let run = build(&archive, &archive.path("theirs/thesis.txt/site"));
    assert_ne!(run.code, 0);
    assert_eq!(fs::read(archive.path("theirs/thesis.txt")).unwrap(), b"years of work");
    assert!(
        run.said.iter().any(|said| said["severity"] == "error" && said["file"].as_str().unwrap_or_default().contains("thesis.txt")),
        "{}",
        run.stderr
    );
    nothing_half_written(&archive);
}

/// A file system in memory, gone at the end of the test.
struct Mounted<'a>(&'a Path);

impl<'a> Mounted<'a> {
    fn at(place: &'a Path, options: &str) -> Option<Self> {
        let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", options, "tmpfs"]).arg(place).output();
        mounted.is_ok_and(|output| output.status.success()).then_some(Self(place))
    }
}

impl Drop for Mounted<'_> {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0).status();
    }
}

#[test]
fn a_read_only_place_is_said() {
    let archive = Archive::of(&[("ideas.csv", IDEAS)]);
    let place = archive.path("locked");
    fs::create_dir(&place).unwrap();
    let mut permissions = fs::metadata(&place).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&place, permissions).unwrap();
    // Root writes anyway: then a file system that is read-only, where one can be mounted.
    let _mounted = if fs::write(place.join("probe"), "").is_ok() {
        let Some(mounted) = Mounted::at(&place, "ro,size=1m") else {
            println!("skipped: this user writes into read-only folders and can mount nothing");
            return;
        };
        Some(mounted)
    } else {
        None
    };
    let run = run(archive.command(&["build", "--out"]).arg(place.join("site")));
    assert_eq!(run.code, 3, "{}", run.stderr);
    run.one("read-only");
}

/// A site that was built and then locked: nothing is moved, and no journal promises that it will be.
#[test]
fn an_output_that_became_read_only_leaves_no_journal() {
    let archive = Archive::of(&[("ideas.csv", IDEAS)]);
    let place = archive.path("disk");
    fs::create_dir(&place).unwrap();
    let Some(_mounted) = Mounted::at(&place, "size=20m") else {
        println!("skipped: no file system can be mounted here");
        return;
    };
    let build = || run(archive.command(&["build", "--out"]).arg(place.join("site")));
    build().ok();
    let before = tree(&place);
    assert!(Command::new("mount").args(["-o", "remount,ro"]).arg(&place).status().unwrap().success());
    archive.put("content/archive.yaml", "title: Another\nlanguage: en\n");
    let refused = build();
    assert_eq!(refused.code, 3, "{}", refused.stderr);
    refused.one("read-only");
    assert!(tree(&place) == before);
    let journals = tree(&archive.path(".greffe")).into_keys().filter(|name| name.contains("journal")).collect::<Vec<_>>();
    assert_eq!(journals, Vec::<String>::new());
}

#[test]
fn a_full_disk_leaves_the_old_site() {
    let archive = Archive::of(&[("ideas.csv", IDEAS)]);
    let place = archive.path("small");
    fs::create_dir(&place).unwrap();
    let Some(_mounted) = Mounted::at(&place, "size=2m") else {
        println!("skipped: no small file system can be mounted here");
        return;
    };
    let out = place.join("site");
    run(archive.command(&["build", "--out"]).arg(&out)).ok();
    let before = tree(&out);
    let many = (0..3000).fold(IDEAS.to_owned(), |text, n| text + &format!("n{n};Idea number {n};{n};2024-01-01\n"));
    archive.put(SOURCE, many);
    let full = run(archive.command(&["build", "--out"]).arg(&out));
    assert_eq!(full.code, 3, "{}", full.stderr);
    full.one("disk-full");
    assert_same("a full disk", &before, &tree(&out));
    // With room again, the next build is as if nothing had been.
    archive.put(SOURCE, IDEAS);
    run(archive.command(&["build", "--out"]).arg(&out)).ok();
    assert_same("after a full disk", &before, &tree(&out));
}

#[test]
fn diagnostics_are_said_in_three_forms() {
    let archive = Archive::of(&[("ideas.csv", "id;title\n1;Trees\n2\n")]);
    let json = archive.greffe(&["check"]).ok();
    for line in json.stderr.lines() {
        let said: Value = serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
        for key in ["code", "severity", "message", "hint"] {
            assert!(said[key].as_str().is_some_and(|text| !text.is_empty() && !text.contains('{')), "{key} of {line}");
        }
    }
    let plain = run(greffe().args(["check", "--format", "plain", "--lang", "en", "--root"]).arg(archive.root()));
    assert!(
        plain
            .stderr
            .lines()
            .any(|line| line.starts_with("warning [ragged-row] content/consultations/c/sources/ideas.csv, row 2 (the header not counted)")),
        "{}",
        plain.stderr
    );
    assert!(!plain.stderr.contains('\u{1b}'), "no colours where nobody looks");
    archive.put(YAML, "title: A\ntilte: B\n");
    let human = run(greffe().args(["check", "--lang", "en", "--root"]).arg(archive.root()));
    assert_eq!(human.code, 1);
    assert!(human.stderr.contains("tilte: B") && human.stderr.contains("unknown-key"), "the line is shown: {}", human.stderr);
    for language in ["fr", "es"] {
        let told = run(greffe().args(["check", "--format", "json", "--lang", language, "--root"]).arg(archive.root()));
        assert_ne!(told.said[0]["message"], archive.greffe(&["check"]).said[0]["message"], "{language}");
    }
}

#[test]
fn wrong_use_and_unknown_words_have_their_codes() {
    assert_eq!(run(greffe().arg("biuld")).code, 2);
    assert_eq!(run(greffe().args(["build", "--jobs", "many"])).code, 2);
    assert_eq!(run(greffe().args(["explain", "ragged-row", "--lang", "en"])).code, 0);
    let unknown = run(greffe().args(["explain", "raged-row", "--lang", "en", "--format", "json"]));
    assert!(unknown.code != 0 && unknown.one("unknown-code").to_string().contains("ragged-row"), "{}", unknown.stderr);
    let nothing = Archive::empty();
    let run = nothing.greffe(&["build"]);
    assert_eq!((run.code, run.with("no-content").len()), (1, 1), "{}", run.stderr);
    assert!(tree(nothing.root()).is_empty(), "a build of nothing leaves nothing");
}

#[test]
fn the_secret_is_made_once_and_missed_under_ci() {
    let archive = Archive::of(&[("ideas.csv", "id;title;auteur\n1;Trees;Anna\n")]);
    let build = |ci: bool| {
        let mut command = archive.command(&["build"]);
        command.env_remove("GREFFE_SECRET");
        if ci {
            command.env("CI", "true");
        }
        run(&mut command)
    };
    let refused = build(true);
    assert_eq!((refused.code, &refused.one("no-secret")["severity"]), (1, &"error".into()));
    assert!(!archive.path("site").exists() && !archive.path(".greffe/secret").exists());
    build(false).ok().one("secret-made");
    let secret = fs::read(archive.path(".greffe/secret")).unwrap();
    #[cfg(unix)]
    assert_eq!(std::os::unix::fs::PermissionsExt::mode(&fs::metadata(archive.path(".greffe/secret")).unwrap().permissions()) & 0o777, 0o600);
    let first = tree(&archive.path("site"));
    let again = build(true).ok();
    assert!(again.with("secret-made").is_empty());
    assert_eq!(secret, fs::read(archive.path(".greffe/secret")).unwrap());
    assert_same("the same secret", &first, &tree(&archive.path("site")));
    let secret = String::from_utf8(secret).unwrap();
    assert!(first.values().all(|bytes| !String::from_utf8_lossy(bytes).contains(secret.trim())), "the secret is published");
}

#[test]
fn two_at_once_are_refused() {
    let archive = Archive::of(&[("ideas.csv", IDEAS)]);
    archive.build().0.ok();
    let before = tree(&archive.path("site"));
    let file = fs::OpenOptions::new().write(true).open(archive.path(".greffe/lock")).unwrap();
    file.lock().unwrap();
    archive.put(SOURCE, "id;title\n9;New\n");
    let run = archive.greffe(&["build"]);
    assert_eq!((run.code, run.with("locked").len()), (3, 1), "{}", run.stderr);
    assert_same("locked", &before, &tree(&archive.path("site")));
    drop(file);
    archive.greffe(&["build"]).ok();
    assert!(archive.bytes("consultations/c/proposals/9.html").is_some());
}

#[test]
fn what_exists_is_never_overwritten() {
    let archive = Archive::of(&[("ideas.csv", IDEAS)]);
    let before = tree(archive.root());
    let source = archive.path(SOURCE);
    let new = run(greffe().args(["new", "--format", "json", "--lang", "en"]).arg(archive.root()).arg("--from").arg(&source));
    assert_eq!((new.code, new.with("exists").len()), (1, 1), "{}", new.stderr);
    let add = run(archive.command(&["add", "c", "--from"]).arg(&source));
    assert_eq!((add.code, add.with("exists").len()), (1, 1), "{}", add.stderr);
    assert_same("new and add", &before, &tree(archive.root()));
    run(archive.command(&["add", "second", "--from"]).arg(&source)).ok();
    archive.greffe(&["build"]).ok();
    assert!(archive.bytes("consultations/second/proposals/1.html").is_some());
}

#[test]
fn only_what_changed_is_written_and_only_ours_is_removed() {
    let archive = Archive::of(&[("ideas.csv", IDEAS)]);
    let (_, first) = archive.build();
    assert!(first["files"]["written"].as_u64() > Some(10) && first["files"]["unchanged"] == 0);
    archive.put("site/CNAME", "archive.example");
    let (_, second) = archive.build();
    assert_eq!((&second["files"]["written"], &second["files"]["removed"]), (&0.into(), &0.into()), "{second}");
    archive.put(SOURCE, "id;title;votes_for;created_at\n1;Trees;3;2024-01-01\n3;Wells;0;2024-01-01\n");
    let (run, third) = archive.build();
    run.ok();
    assert_ne!(third["files"]["removed"], 0);
    assert!(archive.bytes("consultations/c/proposals/2.html").is_none() && archive.bytes("CNAME").is_some());
    // An incremental build is equal to a clean one.
    let other = Archive::empty();
    copy(&archive.path("content"), &other.path("content"));
    other.build().0.ok();
    let mut built = tree(&archive.path("site"));
    built.remove("CNAME");
    assert_same("incremental and clean", &tree(&other.path("site")), &built);
}

/// Many contributions with comments: the benchmark's workload where its generator is here, else plain rows.
fn workload(folder: &Path) -> Vec<u8> {
    let count = std::env::var("GREFFE_KILL_ROWS").unwrap_or_else(|_| "1000".to_owned());
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/bench/make_workload.py");
    let made = script.is_file()
        && Command::new("python3").arg(script).args([&count, "."]).current_dir(folder).output().is_ok_and(|output| output.status.success());
    if made {
        return fs::read(folder.join("contributions.csv")).unwrap();
    }
    println!("the workload's generator is not here: plain rows instead");
    let count: u32 = count.parse().unwrap();
    fs::write(folder.join("comments.csv"), "id,contribution_id,body\nk1,1,A comment\n").unwrap();
    (0..count)
        .fold("id,title,votes_for,created_at\n".to_owned(), |text, n| {
            text + &format!("{n},Idea number {n},{},2024-01-{:02}\n", n * 7919 % 101, n % 28 + 1)
        })
        .into_bytes()
}

/// The same rows with other votes, the last ones gone.
fn changed(contributions: &[u8]) -> Vec<u8> {
    let mut reader = csv::Reader::from_reader(contributions);
    let headers = reader.headers().unwrap().clone();
    let votes = headers.iter().position(|name| name == "votes_for").unwrap();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(&headers).unwrap();
    for (at, row) in rows.iter().take(rows.len() * 9 / 10).enumerate() {
        let more = row[votes].parse::<usize>().unwrap_or(0) + at % 5;
        writer.write_record(row.iter().enumerate().map(|(column, cell)| if column == votes { more.to_string() } else { cell.to_owned() })).unwrap();
    }
    writer.into_inner().unwrap()
}

#[test]
fn a_build_killed_at_any_moment_is_healed_by_the_next() {
    let archive = Archive::empty();
    archive.put("content/archive.yaml", ARCHIVE);
    archive.put(YAML, "title: A consultation\nsources: [{ file: sources/contributions.csv }, { file: sources/comments.csv }]\n");
    let source = "content/consultations/c/sources/contributions.csv";
    archive.put(source, "");
    let first = workload(&archive.path("content/consultations/c/sources"));
    let versions = [first.clone(), changed(&first)];
    let mut took = Duration::ZERO;
    let clean: Vec<_> = versions
        .iter()
        .map(|version| {
            let other = Archive::empty();
            copy(&archive.path("content"), &other.path("content"));
            other.put(source, version);
            let started = Instant::now();
            other.build().0.ok();
            took = took.max(started.elapsed());
            tree(&other.path("site"))
        })
        .collect();
    // The first kill hits a first build, the others builds over an older site, the last ones about its commit.
    for (step, share) in [40u32, 75, 88, 94].into_iter().enumerate() {
        let version = step % 2;
        archive.put(source, &versions[version]);
        let before = tree(&archive.path("site"));
        let mut child = archive.command(&["build"]).stderr(std::process::Stdio::null()).stdout(std::process::Stdio::null()).spawn().unwrap();
        std::thread::sleep(took * share / 100);
        // Fails where it was quicker than expected: then there was nothing to heal.
        let _ = child.kill();
        let _ = child.wait();
        for (name, bytes) in tree(&archive.path("site")) {
            assert!(
                [&before, &clean[version]].iter().any(|site| site.get(&name) == Some(&bytes)),
                "{name} is neither old nor new after a kill at {share} %"
            );
        }
        archive.build().0.ok();
        assert_same("healed", &clean[version], &tree(&archive.path("site")));
        nothing_half_written(&archive);
    }
}

#[test]
fn data_alone_is_written_in_the_formats_that_are_named() {
    let archive = Archive::of(&[("ideas.csv", IDEAS)]);
    let out = archive.path("data");
    let out = out.to_str().expect("a path");
    archive.greffe(&["export", out, "--formats", "csv,parquet"]).ok();
    let files: Vec<String> = tree(&archive.path("data")).into_keys().collect();
    assert!(files.iter().any(|file| file == "consultations/c/data/contributions.parquet"), "{files:?}");
    assert!(files.iter().all(|file| !file.ends_with(".html") && !file.ends_with(".xlsx") && !file.ends_with(".sqlite")), "{files:?}");
    archive.greffe(&["export", out]).ok();
    assert!(archive.path("data/consultations/c/data/database.sqlite").is_file());
    let wrong = archive.greffe(&["export", out, "--formats", "parket"]);
    assert_eq!(wrong.code, 2);
    assert!(wrong.one("bad-value")["message"].as_str().unwrap_or_default().contains("parket"));
}

#[test]
fn nothing_is_published_without_a_site_a_key_or_a_portal() {
    let archive = Archive::of(&[("ideas.csv", IDEAS)]);
    let publish = |args: &[&str], key: Option<&str>| {
        let mut command = archive.command(&[&["publish"], args].concat());
        command.env_remove("GREFFE_API_KEY").stdin(std::process::Stdio::null());
        if let Some(key) = key {
            command.env("GREFFE_API_KEY", key);
        }
        run(&mut command)
    };
    for portal in ["ftp://example.org", "example.org", "http://example.org", "http://127.0.0.1@example.org"] {
        let run = publish(&["--site", portal], Some("k"));
        assert_eq!(run.code, 2);
        run.one("bad-portal");
    }
    let run = publish(&[], None);
    assert_eq!(run.code, 2);
    run.one("no-key");
    let run = publish(&["--site", "http://127.0.0.1:9"], Some("k"));
    assert_eq!(run.code, 1);
    run.one("nothing-to-publish");
}

#[test]
fn exports_that_git_keeps_are_told_and_cleaned_ones_are_not() {
    let archive = Archive::of(&[("a.csv", "id,title,auteur\n1,One,Anna Nymous\n"), ("b.csv", "id,title,pour\n7,Two,3\n")]);
    let git = |args: &[&str]| Command::new("git").arg("-C").arg(archive.root()).args(args).output().unwrap().status.success();
    assert!(git(&["init", "-q"]));
    assert!(archive.greffe(&["check"]).with("tracked-personal").is_empty(), "nothing is kept yet");
    assert!(git(&["add", "-f", "content"]));
    let said = archive.greffe(&["check"]);
    assert_eq!(said.one("tracked-personal")["file"], "content/consultations/c/sources/a.csv");
    archive.greffe(&["clean-sources", "--to", archive.path("clean").to_str().unwrap()]).ok();
    archive.put("content/consultations/c/sources/a.csv", fs::read(archive.path("clean/c/sources/a.csv")).unwrap());
    assert!(archive.greffe(&["check"]).with("tracked-personal").is_empty());
    // What only a consultation's own remarks tell is on no page.
    archive.greffe(&["build"]).ok();
}

#[cfg(unix)]
#[test]
fn links_in_sources_are_not_followed() {
    let archive = Archive::of(&[("a.csv", "id,title\n1,One\n")]);
    archive.put("elsewhere.csv", "id,title\n1,Secret of the machine\n");
    fs::remove_file(archive.path("content/consultations/c/sources/a.csv")).unwrap();
    std::os::unix::fs::symlink(archive.path("elsewhere.csv"), archive.path("content/consultations/c/sources/a.csv")).unwrap();
    assert_eq!(archive.greffe(&["build"]).one("link")["file"], "content/consultations/c/sources/a.csv");
    assert!(!archive.path("site/index.html").exists());
}
