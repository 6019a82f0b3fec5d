//! Faults that no text fixture can hold: special files, broken archives, ports, a portal that moved, files that cannot be written.

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader, Cursor, Read, Write};
use std::net::TcpListener;
use std::path::Path;
use std::process::Stdio;

use common::{Archive, copy, greffe, gzip, repair_sums, run, tree, verified};
use sha2::{Digest, Sha256};

const IDEAS: &str = "id;title;body;votes_for;created_at\n1;Trees;Plant them;3;2024-01-01\n2;Ponds;Dig them;1;2024-01-02\n";
const YAML: &str = "content/consultations/c/consultation.yaml";
const TABLE: &str = "consultations/c/data/contributions.csv";
const LOG: &str = "consultations/c/log";
/// A key of the tests' own, and one of somebody else.
const KEY: &str = "MC4CAQAwBQYDK2VwBCIEIOW7pOAWJ6XTUtVeRhfRVrpgXAX0pSBtjtpJe6AfK5X6";
const OTHER: &str = "MC4CAQAwBQYDK2VwBCIEIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f";

/// A socket never ends: it is refused before anything is read, in an archive and on the command line.
#[cfg(unix)]
#[test]
fn special_files_are_never_read() {
    let archive = Archive::of(&[("ideas.csv", IDEAS)]);
    let feed = "content/consultations/c/sources/feed.csv";
    let _listener = std::os::unix::net::UnixListener::bind(archive.path(feed)).unwrap();
    let refused = archive.greffe(&["build"]);
    assert_eq!((refused.code, &refused.one("special-file")["file"]), (1, &feed.into()), "{}", refused.stderr);
    assert!(!archive.path("site").exists());
    let inspected = run(greffe().args(["inspect", "--format", "json", "--lang", "en"]).arg(archive.path(feed)));
    assert_ne!(inspected.code, 0);
    inspected.one("special-file");
}

/// Small files that would fill a machine, or the screen: each ends at once, with a message that fits on one.
#[test]
fn bombs_end_with_a_short_message() {
    let nines = |name: char| vec![format!("*{name}"); 9].join(", ");
    let mut laughs = String::from("a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
    for (name, before) in ('b'..='i').zip('a'..) {
        laughs.push_str(&format!("{name}: &{name} [{}]\n", nines(before)));
    }
    let repeated = format!("- &a \"{}\"\n{}", "x".repeat(1000), "- *a\n".repeat(400_000));
    let folded = gzip(&[b"[{\"a\":[".as_slice(), "1,".repeat(60 << 20).as_bytes(), b"1]}]"].concat());
    let marks = [b"[{\"a\":[".as_slice(), "1,".repeat(9_000_000).as_bytes(), b"1]}]"].concat();
    let sources: [(&str, Vec<u8>, &str); 5] = [
        ("laughs.yaml", laughs.clone().into_bytes(), "yaml-syntax"),
        ("repeated.yaml", repeated.into_bytes(), "yaml-syntax"),
        ("folded.json.gz", folded, "container-limit"),
        ("values.json", marks, "record-limit"),
        ("deep.json", ["[".repeat(5000), "]".repeat(5000)].concat().into_bytes(), "depth-limit"),
    ];
    let short = |run: &common::Run, what: &str| {
        let longest = run.said.iter().map(|said| said.to_string().len()).max().unwrap_or_default();
        assert!(longest < 3000, "{what}: {longest}");
    };
    for (name, bytes, code) in sources {
        let archive = Archive::of(&[]);
        archive.put(YAML, format!("title: C\nsources:\n  - file: sources/{name}\n"));
        archive.put(&format!("content/consultations/c/sources/{name}"), bytes);
        let built = archive.greffe(&["build"]);
        assert!(!built.with(code).is_empty(), "{name}: {}", built.stderr);
        short(&built, name);
    }
    let long = "q".repeat(100_000);
    let configured = [
        (format!("title: C\n{laughs}"), "unknown-key"),
        (format!("title: C\nsources: {}{}\n", "[".repeat(300), "]".repeat(300)), "depth-limit"),
        ("title: C\0D\n".to_owned(), "yaml-syntax"),
        (format!("title: C\nranking: {long}\nsources:\n  - file: sources/ideas.csv\n"), "ranking-unknown"),
    ];
    for (yaml, code) in configured {
        let archive = Archive::of(&[("ideas.csv", &format!("id,title,body,{long}\n1,a,b,c\n"))]);
        archive.put(YAML, &yaml);
        let built = archive.greffe(&["build"]);
        let told = built.one(code);
        assert_eq!((&told["severity"], built.code), (&"error".into(), 1), "{code}");
        short(&built, code);
    }
}

/// A download that broke off: the other files are read, and the page on the method says which one was not.
#[test]
fn a_compressed_export_that_breaks_off_is_said() {
    let archive = Archive::of(&[("ideas.csv", IDEAS)]);
    let digest = |n: u32| Sha256::digest(n.to_le_bytes()).iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let rows = (10..2000).fold("id;title;votes_for\n".to_owned(), |text, n| text + &format!("{n};{};{n}\n", digest(n)));
    let whole = gzip(rows.as_bytes());
    archive.put("content/consultations/c/sources/torn.csv.gz", &whole[..whole.len() / 2]);
    archive.put(YAML, "title: A consultation\nsources: [{ file: sources/ideas.csv }, { file: sources/torn.csv.gz }]\n");
    assert_eq!(archive.greffe(&["build", "--strict"]).code, 1);
    assert!(!archive.path("site").exists());
    let built = archive.greffe(&["build"]).ok();
    let said = built.one("unreadable-file");
    assert_eq!((&said["severity"], &said["file"]), (&"warning".into(), &"content/consultations/c/sources/torn.csv.gz".into()));
    assert!(archive.table("c", "set_aside").iter().any(|row| row["code"] == "unreadable-file"));
    assert!(archive.page("consultations/c/method.html").contains("torn.csv.gz"));
}

/// The site stands although the report about it could not be written.
#[test]
fn what_cannot_be_written_is_said() {
    let archive = Archive::of(&[("ideas.csv", IDEAS)]);
    let report = archive.path("content");
    let built = run(archive.command(&["build", "--report"]).arg(&report));
    assert_eq!((built.code, built.with("write-failed").len()), (3, 1), "{}", built.stderr);
    assert!(archive.path("site/index.html").is_file());
}

#[test]
fn ports_that_are_taken_are_said() {
    let archive = Archive::of(&[("ideas.csv", IDEAS)]);
    let taken = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = taken.local_addr().unwrap().port();
    // Those that cannot be taken are taken by somebody else.
    let _next: Vec<TcpListener> = (1..=10).filter_map(|next| TcpListener::bind(("127.0.0.1", port.checked_add(next)?)).ok()).collect();
    let refused = archive.greffe(&["serve", "--port", &port.to_string()]);
    assert_eq!(refused.code, 3, "{}", refused.stderr);
    assert_eq!(refused.one("port-taken")["file"], format!("127.0.0.1:{port}"));
}

/// The next port is taken, and whoever asks by another name (a page on the web whose name points here) gets nothing.
#[test]
fn the_server_takes_the_next_port_and_answers_its_own_names() {
    let archive = Archive::of(&[("ideas.csv", IDEAS)]);
    let taken = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = taken.local_addr().unwrap().port();
    let mut command = greffe();
    command.arg("--root").arg(archive.root()).args(["--lang", "en", "serve", "--port", &port.to_string()]);
    let mut server = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut lines = BufReader::new(server.stdout.take().unwrap()).lines();
    let address = lines.find_map(|line| line.unwrap().split_once("127.0.0.1:").map(|(_, port)| port.split('/').next().unwrap().to_owned())).unwrap();
    assert_ne!(address, port.to_string());
    let ask = |host: &str| {
        let mut stream = std::net::TcpStream::connect(format!("127.0.0.1:{address}")).unwrap();
        write!(stream, "GET /index.html HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        (answer[9..12].to_owned(), answer.contains("Archive"))
    };
    let answers: Vec<_> = ["127.0.0.1", "localhost", "LOCALHOST"].iter().map(|name| ask(&format!("{name}:{address}"))).collect();
    let strangers: Vec<_> = ["rebound.example:PORT", "127.0.0.1:1", "127.0.0.1.nip.example:PORT", "", "localhost"]
        .iter()
        .map(|host| ask(&host.replace("PORT", &address)))
        .collect();
    server.kill().unwrap();
    server.wait().unwrap();
    assert!(answers.iter().all(|answer| *answer == ("200".into(), true)), "{answers:?}");
    assert!(strangers.iter().all(|(status, shown)| (status == "421" || status == "400") && !shown), "{strangers:?}");
}

/// A redirect is not followed: the key would go to whom nobody named.
#[test]
fn a_portal_that_moved_is_said_and_not_followed() {
    let archive = Archive::of(&[("ideas.csv", IDEAS)]);
    archive.put("content/archive.yaml", "title: Archive\nlanguage: en\nlicence: lov2\nbase_url: https://archive.example.org/\n");
    archive.build().0.ok();
    let elsewhere = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    elsewhere.set_nonblocking(true).unwrap();
    let to = format!("http://{}/", elsewhere.local_addr().unwrap());
    for portal in ["datagouv", "ckan"] {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let site = format!("http://{}", listener.local_addr().unwrap());
        let answer = format!("HTTP/1.1 301 Moved Permanently\r\nLocation: {to}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.unwrap();
                let _ = stream.read(&mut [0; 16 * 1024]);
                let _ = stream.write_all(answer.as_bytes());
            }
        });
        let told = run(archive.command(&["publish", "--to", portal, "--site", &site]).env("GREFFE_API_KEY", "a key of the tests"));
        assert_eq!(told.code, 1, "{}", told.stderr);
        assert!(told.one("portal-moved")["message"].as_str().unwrap_or_default().contains(&to));
    }
    assert!(elsewhere.accept().is_err(), "somebody was sent elsewhere");
}

#[test]
fn a_package_is_never_put_over_something_else() {
    let archive = Archive::of(&[("ideas.csv", IDEAS)]);
    archive.build().0.ok();
    archive.put("theirs.zip", "years of work");
    archive.put("bag/thesis.txt", "years of work");
    let before = tree(archive.root());
    for (form, to) in [("zip", "theirs.zip"), ("bagit", "bag"), ("rocrate", "bag")] {
        // The form of the package takes the place of the form of messages.
        let refused = run(greffe().args(["pack", "--format", form, "--lang", "en", "--root"]).arg(archive.root()).arg("--to").arg(archive.path(to)));
        assert_ne!(refused.code, 0);
        assert!(refused.stderr.contains("pack-exists"), "{}", refused.stderr);
    }
    assert!(tree(archive.root()) == before);
}

#[test]
fn where_no_archive_is_nothing_is_verified() {
    let archive = Archive::of(&[("ideas.csv", IDEAS)]);
    archive.put("notes.zip", common::zip(&[("notes.txt".to_owned(), b"notes".to_vec())]));
    archive.put("torn.zip", b"PK\x03\x04 not a zip");
    for place in ["nowhere", "content", "notes.zip", "torn.zip"] {
        let told = run(archive.command(&["verify"]).arg(archive.path(place)));
        assert_ne!(told.code, 0, "{place}");
        assert!(told.one("no-archive")["file"].as_str().unwrap_or_default().ends_with(place), "{}", told.stderr);
    }
}

/// A sealed and signed archive of two contributions, and the key it is signed with.
fn signed(key: &str) -> (Archive, String) {
    let archive = Archive::of(&[("ideas.csv", IDEAS)]);
    archive.put("content/archive.yaml", "title: Archive\nbase_url: https://trust.example.org/\nlanguage: en\nlicence: lov2\n");
    archive.put("key.pem", format!("-----BEGIN PRIVATE KEY-----\n{key}\n-----END PRIVATE KEY-----\n"));
    run(archive.command(&["seal", "--date", "2024-06-01", "--key"]).arg(archive.path("key.pem"))).ok();
    let public = fs::read_to_string(archive.path("site/key.txt")).unwrap().trim().to_owned();
    assert!(verified(&archive.path("site"), Some(&public)).0.is_empty());
    (archive, public)
}

fn edit(file: &Path, change: impl FnOnce(String) -> String) {
    let before = fs::read_to_string(file).unwrap();
    let after = change(before.clone());
    assert_ne!(before, after, "{}", file.display());
    fs::write(file, after).unwrap();
}

/// What both programs say of a copy that was tampered with.
fn forged(archive: &Archive, key: Option<&str>, sums: bool, forge: &dyn Fn(&Path)) -> BTreeSet<(String, String)> {
    let folder = tempfile::tempdir().unwrap();
    copy(&archive.path("site"), folder.path());
    forge(folder.path());
    if sums {
        repair_sums(folder.path());
    }
    verified(folder.path(), key).0
}

#[track_caller]
fn holds(faults: &BTreeSet<(String, String)>, code: &str, subject: &str) {
    assert!(faults.contains(&(code.to_owned(), subject.to_owned())), "{code} {subject} is not among {faults:?}");
}

#[test]
fn files_that_were_added_or_taken_away_are_named() {
    let (archive, _) = signed(KEY);
    let faults = forged(&archive, None, false, &|site| fs::remove_file(site.join("SHA256SUMS")).unwrap());
    holds(&faults, "sums-missing", "SHA256SUMS");
    let faults = forged(&archive, None, false, &|site| edit(&site.join("SHA256SUMS"), |text| text + "a line of its own\n"));
    holds(&faults, "sums-missing", "SHA256SUMS");
    let faults = forged(&archive, None, false, &|site| {
        fs::remove_file(site.join("consultations/c/method.html")).unwrap();
        fs::write(site.join("consultations/c/leaflet.html"), "Vote for us").unwrap();
    });
    let wanted = [("file-absent", "consultations/c/method.html"), ("file-unknown", "consultations/c/leaflet.html")];
    assert_eq!(faults, wanted.map(|(code, subject)| (code.to_owned(), subject.to_owned())).into());
}

/// What is done, the file that is to be named, and how it is done.
type Forgery<'a> = (&'a str, &'a str, &'a dyn Fn(&Path));

#[test]
fn a_log_that_is_no_log_is_named() {
    let (archive, _) = signed(KEY);
    let (entries, salts, checkpoint) = (format!("{LOG}/entries.jsonl"), format!("{LOG}/salts.jsonl"), format!("{LOG}/checkpoint.txt"));
    let first = |text: String, line: &str| text.split_once('\n').map(|(_, rest)| format!("{line}\n{rest}")).unwrap();
    let forgeries: [Forgery<'_>; 7] = [
        ("no entries", &entries, &|site| fs::remove_file(site.join(&entries)).unwrap()),
        ("no salts", &salts, &|site| fs::remove_file(site.join(&salts)).unwrap()),
        ("no checkpoint", &checkpoint, &|site| fs::remove_file(site.join(&checkpoint)).unwrap()),
        ("an entry that is none", &entries, &|site| edit(&site.join(&entries), |text| first(text, "{\"type\":\"remark\"}"))),
        ("a salt too short", &salts, &|site| edit(&site.join(&salts), |text| first(text, "{\"title\":\"AAAA\"}"))),
        ("a line more", &salts, &|site| edit(&site.join(&salts), |text| format!("{text}{{}}\n"))),
        ("a line less", &salts, &|site| edit(&site.join(&salts), |text| text.split_once('\n').unwrap().1.to_owned())),
    ];
    for (what, file, forge) in forgeries {
        let faults = forged(&archive, None, true, forge);
        assert!(faults.contains(&("log-broken".to_owned(), file.to_owned())), "{what}: {faults:?}");
    }
}

#[test]
fn rows_and_scores_that_nobody_sealed_are_named() {
    let (archive, _) = signed(KEY);
    let rows = |site: &Path, change: &dyn Fn(&str) -> String| {
        edit(&site.join(TABLE), |text| {
            text.split_inclusive("\r\n").map(|line| if line.starts_with("c,2,") { change(line) } else { line.to_owned() }).collect()
        });
    };
    let faults = forged(&archive, None, true, &|site| rows(site, &|line| format!("{line}{}", line.replacen("c,2,", "c,99,", 1))));
    holds(&faults, "entry-missing", "c proposal 99");
    let faults = forged(&archive, None, true, &|site| rows(site, &|line| line.repeat(2)));
    holds(&faults, "entry-missing", "c proposal 2");
    // The score of support is the number of votes; the rank before it stays.
    let score = archive.table("c", "contributions")[1].clone();
    let (rank, score) = (&score["rank_support"], &score["score_support"]);
    let (from, to) = (format!(",{rank},{score},"), format!(",{rank},70,"));
    let faults = forged(&archive, None, true, &|site| rows(site, &|line| line.replacen(&from, &to, 1)));
    holds(&faults, "score-differs", "c proposal 2 support");
}

#[test]
fn signatures_that_do_not_hold_are_named() {
    let (archive, _) = signed(KEY);
    let (_, other) = signed(OTHER);
    let edition = format!("{LOG}/editions/1.txt");
    let faults = forged(&archive, None, true, &|site| fs::write(site.join("key.txt"), format!("{other}\n")).unwrap());
    holds(&faults, "signature-wrong", &edition);
    let faults = forged(&archive, None, true, &|site| fs::write(site.join("key.txt"), "no key\n").unwrap());
    holds(&faults, "signature-wrong", "key.txt");
    let faults = forged(&archive, None, true, &|site| fs::remove_file(site.join("key.txt")).unwrap());
    holds(&faults, "signature-wrong", "key.txt");
    // Whoever has the key from elsewhere needs no key.txt, and sees that another one signed.
    let faults = forged(&archive, Some(&other), false, &|_| {});
    holds(&faults, "signature-wrong", "edition.txt");
    // A bit of the signature itself.
    let faults = forged(&archive, None, true, &|site| {
        for name in [&edition, &format!("{LOG}/checkpoint.txt")] {
            edit(&site.join(name), |text| {
                let at = text.trim_end().len() - 8;
                let letter = if &text[at..=at] == "A" { "B" } else { "A" };
                format!("{}{letter}{}", &text[..at], &text[at + 1..])
            });
        }
    });
    holds(&faults, "signature-wrong", &edition);
}

/// Of an archive that never said what it wants, editions remember what they were sealed with.
#[test]
fn what_was_masked_when_it_was_sealed_stays_masked() {
    let archive = Archive::of(&[("ideas.csv", "id;title;body\n1;Trees;Write to anna@private.example.\n")]);
    archive.greffe(&["seal", "--date", "2024-06-01"]).ok();
    for command in [&["build"][..], &["seal", "--date", "2024-06-02"], &["build"]] {
        let built = archive.greffe(command).ok();
        assert!(built.with("personal-as-sealed").is_empty(), "{}", built.stderr);
        let shown = tree(&archive.path("site")).values().any(|bytes| bytes.windows(15).any(|part| part == b"private.example"));
        assert!(!shown, "{command:?} publishes what was masked");
    }
}

/// What was sealed with the letters of an address in it stays as it was, until its publisher says what is wanted.
#[test]
fn an_archive_that_was_sealed_before_masking_is_told_so() {
    let archive = Archive::of(&[("ideas.csv", "id;title;body\n1;Trees;Write to anna@private.example.\n")]);
    let plain = "title: Archive\nlanguage: en\n";
    archive.put("content/archive.yaml", format!("{plain}privacy: {{ personal: report }}\n"));
    archive.greffe(&["seal", "--date", "2024-06-01"]).ok().one("personal-found");
    let sealed = archive.bytes(TABLE);
    archive.put("content/archive.yaml", plain);
    let built = archive.greffe(&["build"]).ok();
    assert_eq!(built.one("personal-as-sealed")["file"], "content/archive.yaml");
    assert_eq!(archive.bytes(TABLE), sealed);
    archive.put("content/archive.yaml", format!("{plain}privacy: {{ personal: mask }}\n"));
    let masked = archive.greffe(&["build"]).ok();
    assert!(masked.with("personal-as-sealed").is_empty());
    masked.one("personal-masked");
    assert!(!String::from_utf8(archive.bytes(TABLE).unwrap()).unwrap().contains("private.example"));
}

/// A photograph as cameras make them: its notes stand behind the first marker.
fn photograph() -> Vec<u8> {
    let picture = image::RgbImage::from_fn(32, 24, |x, y| image::Rgb([(x * 8) as u8, (y * 10) as u8, 90]));
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, image::ImageFormat::Jpeg).unwrap();
    let bytes = bytes.into_inner();
    let notes = b"Exif\0\0II*\0\x08\0\0\0\0\0\0\0\0\0the garden of Anna Nymous";
    let length = u16::try_from(notes.len() + 2).unwrap().to_be_bytes();
    [&bytes[..2], &[0xFF, 0xE1], &length, notes, &bytes[2..]].concat()
}

#[test]
fn pictures_without_words_and_with_notes_are_told() {
    let archive = Archive::of(&[("ideas.csv", IDEAS)]);
    archive.put("content/consultations/c/documents/square.jpg", photograph());
    let page = "content/consultations/c/index.md";
    let seen = |archive: &Archive| tree(&archive.path("site")).values().any(|bytes| bytes.windows(11).any(|part| part == b"Anna Nymous"));
    // Only shown: it is drawn anew, without what the camera wrote.
    archive.put(page, "Spring.\n\n![](documents/square.jpg)\n");
    let built = archive.greffe(&["build"]).ok();
    let said = built.one("picture-alt");
    assert_eq!((&said["severity"], &said["file"], &said["line"]), (&"warning".into(), &page.into(), &3.into()));
    assert!(built.with("picture-notes").is_empty() && !seen(&archive), "{}", built.stderr);
    assert!(archive.page("consultations/c/index.html").contains("<img"));
    // Linked to: the file itself is published.
    archive.put(page, "![The square in spring](documents/square.jpg)\n\n[Full size](documents/square.jpg)\n");
    let built = archive.greffe(&["build"]).ok();
    assert_eq!(built.one("picture-notes")["file"], "content/consultations/c/documents/square.jpg");
    assert!(built.with("picture-alt").is_empty() && seen(&archive), "{}", built.stderr);
}

/// A pipe in the place of a file never ends, and a link leads elsewhere: neither program opens them.
#[cfg(unix)]
#[test]
fn links_and_pipes_in_an_archive_are_named_by_both_programs() {
    let archive = Archive::of(&[("ideas.csv", IDEAS)]);
    archive.build().0.ok();
    let log = archive.path("site").join(LOG).join("entries.jsonl");
    for pipe in [true, false] {
        fs::remove_file(&log).unwrap();
        match pipe {
            true => assert!(std::process::Command::new("mkfifo").arg(&log).status().unwrap().success()),
            false => std::os::unix::fs::symlink("/etc/hostname", &log).unwrap(),
        }
        let (ours, python) = common::verdicts(&archive.path("site"), None);
        let named = ("file-changed".to_owned(), format!("{LOG}/entries.jsonl"));
        assert!(ours.contains(&named) && python.contains(&named), "{ours:?} {python:?}");
    }
}

/// A backslash is a letter of a name here and parts folders elsewhere: such a name is refused, and never read as a path.
#[cfg(unix)]
#[test]
fn names_with_backslashes_are_refused_and_lead_nowhere() {
    let documents = "content/consultations/c/documents";
    let outside = "content/consultations/c/sources/dir";
    for name in [
        format!("{documents}/sub\\..\\..\\..\\..\\..\\.greffe\\secret"),
        format!("{documents}/a\\b.txt"),
        format!("{outside}/sub\\..\\..\\..\\..\\..\\..\\outside.csv"),
        "content/images/sub\\..\\..\\..\\outside.png".to_owned(),
        "themes/mine/static/sub\\..\\..\\..\\..\\outside.txt".to_owned(),
    ] {
        let archive = Archive::of(&[("ideas.csv", IDEAS)]);
        archive.put(&format!("{documents}/sub/there.txt"), "there");
        archive.put(&format!("{outside}/sub/there.csv"), IDEAS);
        archive.put(&name, "a document");
        archive.put(".greffe/secret", "SECRET");
        let refused = archive.greffe(&["build"]);
        assert_eq!((refused.code, &refused.one("backslash-name")["file"]), (1, &name.clone().into()), "{}", refused.stderr);
        assert!(!archive.path("site").exists());
    }
    // In an archive it is no file of it, and no package holds it.
    let archive = Archive::of(&[("ideas.csv", IDEAS)]);
    archive.build().0.ok();
    archive.put("site/consultations\\c\\index.html", "another page");
    let faults = verified(&archive.path("site"), None).0;
    assert_eq!(faults, BTreeSet::from([("file-unknown".to_owned(), "consultations\\c\\index.html".to_owned())]));
    let packed = run(greffe().args(["pack", "--format", "zip", "--lang", "en", "--root"]).arg(archive.root()).arg("--to").arg(archive.path("p.zip")));
    assert!(packed.code != 0 && packed.stderr.contains("index.html") && !archive.path("p.zip").exists(), "{}", packed.stderr);
}

/// A file in the archive that has the name of the publisher's key holds the key of somebody else.
#[test]
fn a_file_with_the_name_of_the_key_is_not_the_key() {
    let (archive, _) = signed(OTHER);
    let (_, key) = signed(KEY);
    fs::write(archive.path("site").join(&key), fs::read(archive.path("site/key.txt")).unwrap()).ok();
    let site = archive.path("site");
    let python = concat!(env!("CARGO_MANIFEST_DIR"), "/src/seal/verify.py");
    let ours = run(greffe().current_dir(&site).args(["verify", "--format", "json", "--lang", "en", ".", "--key", &key]));
    assert_eq!((ours.code, ours.with("signature-wrong").len()), (1, 1), "{}", ours.stderr);
    let theirs = run(std::process::Command::new("python3").current_dir(&site).args(["-B", python, ".", "--key", &key]));
    assert!(theirs.code == 1 && theirs.stdout.contains("signature-wrong\tedition.txt"), "{}", theirs.stdout);
    assert!(!theirs.stdout.contains("with the key that you gave"), "{}", theirs.stdout);
    // A file that holds the key is still one.
    archive.put("theirs.txt", &key);
    let (_, python) = common::verdicts(&site, archive.path("theirs.txt").to_str());
    assert!(python.contains(&("signature-wrong".to_owned(), "edition.txt".to_owned())), "{python:?}");
}

/// A list of files that names one again, or holds anything else, is none.
#[test]
fn a_list_of_files_is_nothing_else() {
    let (archive, _) = signed(KEY);
    let note = archive.path("site/edition.txt");
    fs::remove_file(note).unwrap();
    let changes: [&dyn Fn(String) -> String; 4] =
        [&|text| format!("{text}{}\n", text.lines().next().unwrap()), &|text| format!("{text}\n"), &|text| text.replace('\n', "\r\n"), &|text| {
            format!("{}{text}", "\n".repeat(1_000_000))
        }];
    for (at, change) in changes.iter().enumerate() {
        let folder = tempfile::tempdir().unwrap();
        copy(&archive.path("site"), folder.path());
        edit(&folder.path().join("SHA256SUMS"), change);
        let (ours, python) = common::verdicts(folder.path(), None);
        assert!(!ours.is_empty() && !python.is_empty(), "{at}");
    }
}
