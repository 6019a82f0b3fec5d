//! Archives that were made to fill or to hold the machine of whoever verifies them: each ends soon, with a message that names the limit.

mod common;

use std::fs;
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

use common::{Archive, copy, greffe, run};

const IDEAS: &str = "id,title,body,pour,contre,date\n1,Trees,Plant them,3,1,2024-01-01\n2,Ponds,Dig them,1,5,2024-01-02\n";
const DATA: &str = "consultations/c/data";
const LOG: &str = "consultations/c/log";

fn built() -> Archive {
    let archive = Archive::of(&[("ideas.csv", IDEAS)]);
    archive.greffe(&["seal", "--date", "2024-06-01"]).ok();
    archive
}

/// What `greffe verify` says of a copy that was changed, in less than half a minute (the build for tests is slow).
#[track_caller]
fn ends(archive: &Archive, what: &str, wanted: &str, change: &dyn Fn(&Path)) {
    let folder = tempfile::tempdir().unwrap();
    copy(&archive.path("site"), folder.path());
    change(folder.path());
    let start = Instant::now();
    let told = run(greffe().args(["verify", "--format", "json", "--lang", "en"]).arg(folder.path()));
    assert!(start.elapsed() < Duration::from_secs(30), "{what}: {:?}", start.elapsed());
    assert!(told.code == 1 && told.stderr.contains(wanted), "{what}: {} is not in {}", wanted, &told.stderr[..told.stderr.len().min(2000)]);
    assert!(told.stderr.len() < 60_000, "{what}");
}

/// A part of a workbook in the place of its own.
fn part(site: &Path, name: &str, part: &str, text: &[u8]) {
    let file = site.join(DATA).join(name);
    let mut old = zip::ZipArchive::new(fs::File::open(&file).unwrap()).unwrap();
    let mut files = Vec::new();
    for at in 0..old.len() {
        let mut member = old.by_index(at).unwrap();
        let (name, mut bytes) = (member.name().unwrap().into_owned(), Vec::new());
        std::io::Read::read_to_end(&mut member, &mut bytes).unwrap();
        files.push((name.clone(), if name == part { text.to_vec() } else { bytes }));
    }
    fs::write(&file, common::zip(&files)).unwrap();
}

#[test]
fn tables_have_limits() {
    let archive = built();
    let table = |name: &'static str, text: &'static (dyn Fn(&str) -> Vec<u8> + Sync)| {
        move |site: &Path| {
            let file = site.join(DATA).join(name);
            let head = fs::read_to_string(site.join(DATA).join("contributions.csv")).unwrap();
            fs::write(file, text(head.lines().next().unwrap())).unwrap();
        }
    };
    let csv = "contributions.csv";
    ends(&archive, "a quote that stays open", "larger than 16 MiB", &table(csv, &|head| [head.as_bytes(), b"\n\"", &vec![b'x'; 40 << 20]].concat()));
    ends(&archive, "cells", "more than 2097152 cells", &table(csv, &|head| [head.as_bytes(), b"\n", &vec![b','; 8 << 20]].concat()));
    ends(
        &archive,
        "columns",
        "more than 4000 columns",
        &table(csv, &|head| (0..50_000).fold(head.to_owned(), |text, at| text + &format!(",rank_{at}")).into_bytes()),
    );
    ends(
        &archive,
        "rows",
        "more than 1000 rows",
        &table(csv, &|head| {
            let row = ",".repeat(head.matches(',').count()) + "\n";
            [head, "\n", &row.repeat(300_000)].concat().into_bytes()
        }),
    );
    let list = format!("{{\"a\":[{}0]}}\n", "0,".repeat(7_000_000));
    ends(&archive, "lists", "expected a cell", &|site| fs::write(site.join(DATA).join("contributions.jsonl"), &list).unwrap());
    let package = |count: usize, site: &Path| {
        let resources: Vec<String> = (0..count).map(|at| format!("{{\"path\":\"{at:x}.csv\",\"schema\":{{\"fields\":[]}}}}")).collect();
        fs::write(site.join(DATA).join("datapackage.json"), format!("{{\"resources\":[{}]}}", resources.join(","))).unwrap();
    };
    ends(&archive, "tables", "more than 10000 resources", &|site| package(50_000, site));
    ends(&archive, "many tables", "datapackage.json", &|site| package(9000, site));
    let cell = "<a><table:table><table:table-row><table:table-cell office:value-type=\"string\"><text:p>xy";
    let ods = |text: String| move |site: &Path| part(site, "contributions.ods", "content.xml", text.as_bytes());
    for count in ["18446744073709551615", "67000000"] {
        ends(&archive, count, "a row in it is larger than 16 MiB", &ods(format!("{cell}<text:s text:c=\"{count}\"/>")));
    }
    let pieces = |start: &str, piece: &str| format!("{start}{}", format!("{piece}{}", "x".repeat(1 << 20)).repeat(20));
    ends(&archive, "paragraphs", "a row in it is larger than 16 MiB", &ods(pieces(cell, "</text:p><text:p>")));
    let sheet = pieces("<worksheet><sheetData><row><c r=\"A1\" t=\"inlineStr\"><is>", "</t><t>");
    ends(&archive, "texts", "a row in it is larger than 16 MiB", &|site| {
        part(site, "contributions.xlsx", "xl/worksheets/sheet1.xml", sheet.replacen("</t>", "", 1).as_bytes());
    });
}

#[test]
fn a_database_runs_nothing_and_gets_nothing_beside_it() {
    let archive = built();
    let database = |change: &'static dyn Fn(&rusqlite::Connection, &str)| {
        move |site: &Path| {
            let file = site.join(DATA).join("database.sqlite");
            let opened = rusqlite::Connection::open(&file).unwrap();
            let head = fs::read_to_string(site.join(DATA).join("contributions.csv")).unwrap();
            change(&opened, head.lines().next().unwrap().trim());
        }
    };
    ends(&archive, "a view", "views or triggers", &database(&|opened, _| opened.execute_batch("CREATE VIEW other AS SELECT 1").unwrap()));
    ends(
        &archive,
        "a trigger",
        "views or triggers",
        &database(&|opened, _| {
            opened.execute_batch("CREATE TRIGGER t AFTER INSERT ON contributions BEGIN SELECT 1; END").unwrap();
        }),
    );
    ends(
        &archive,
        "computed",
        "other columns",
        &database(&|opened, head| {
            let columns: Vec<String> = head.split(',').map(|name| format!("\"{name}\" AS (1 + 2)")).collect();
            opened
                .execute_batch(&format!(
                    "PRAGMA foreign_keys=OFF; DROP TABLE contributions; CREATE TABLE contributions(k, {}); INSERT INTO contributions(k) VALUES (1)",
                    columns.join(",")
                ))
                .unwrap();
        }),
    );
    ends(
        &archive,
        "a cell",
        "too big",
        &database(&|opened, head| {
            let columns: Vec<String> = head.split(',').map(|name| format!("\"{name}\"")).collect();
            let first = columns[0].clone();
            opened
                .execute_batch(&format!("PRAGMA foreign_keys=OFF; DROP TABLE contributions; CREATE TABLE contributions({})", columns.join(",")))
                .unwrap();
            opened.execute(&format!("INSERT INTO contributions({first}) VALUES (?)"), [&"x".repeat(40 << 20)]).unwrap();
        }),
    );
    // A head that says there is a journal.
    let folder = tempfile::tempdir().unwrap();
    copy(&archive.path("site"), folder.path());
    let file = folder.path().join(DATA).join("database.sqlite");
    let mut bytes = fs::read(&file).unwrap();
    (bytes[18], bytes[19]) = (2, 2);
    fs::write(&file, bytes).unwrap();
    let before = common::tree(folder.path());
    let told = run(greffe().args(["verify", "--format", "json", "--lang", "en"]).arg(folder.path()));
    assert_eq!(told.one("file-changed")["file"], format!("{DATA}/database.sqlite"));
    assert!(common::tree(folder.path()) == before, "something was written");
}

/// The first page of a Parquet file says that it unpacks to two gigabytes.
#[test]
fn a_page_of_parquet_is_not_believed() {
    let archive = built();
    ends(&archive, "a page", "a page in it is larger", &|site| {
        let file = site.join(DATA).join("contributions.parquet");
        let bytes = fs::read(&file).unwrap();
        // The magic, then the head of a page: its sort, and the size it unpacks to, as a number of seven bits a byte.
        assert!(bytes.starts_with(b"PAR1\x15") && bytes[6] == 0x15);
        let end = 7 + bytes[7..].iter().position(|byte| byte & 0x80 == 0).unwrap() + 1;
        fs::write(&file, [&bytes[..7], b"\xfe\xff\xff\xff\x0f", &bytes[end..]].concat()).unwrap();
    });
}

#[test]
fn logs_and_pages_have_limits() {
    let archive = built();
    let lines = |line: &str, count: usize| {
        let text = format!("{line}\n").repeat(count);
        move |site: &Path| {
            fs::write(site.join(LOG).join("entries.jsonl"), &text).unwrap();
            fs::write(site.join(LOG).join("salts.jsonl"), "{}\n".repeat(10)).unwrap();
        }
    };
    ends(&archive, "empty lines", "no JSON object", &lines("", 20 << 20));
    ends(&archive, "large entries", "too long", &lines(&format!("{{\"a\":[{}0]}}", "0,".repeat(2_000_000)), 8));
    let page = "consultations/c/proposals/1.html";
    ends(&archive, "attributes", "more attributes", &|site| {
        let text = fs::read_to_string(site.join(page)).unwrap();
        let start = text.find("data-sealed=body").unwrap();
        let end = start + text[start..].find('>').unwrap() + 1;
        let many = (0..80_000).fold(String::new(), |text, at| text + &format!(" a{at:x}"));
        fs::write(site.join(page), format!("{}<p{many}>{}", &text[..end], &text[end..])).unwrap();
    });
    ends(&archive, "editions", "edition-differs", &|site| {
        fs::write(site.join(LOG).join("entries.jsonl"), format!("{{\"leaf\":\"{}\"}}\n", "0".repeat(64)).repeat(20_000)).unwrap();
        fs::write(site.join(LOG).join("salts.jsonl"), "{}\n".repeat(20_000)).unwrap();
        let note = |size: usize| format!("o\n{size}\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n\n");
        fs::create_dir_all(site.join(LOG).join("editions")).unwrap();
        for number in 1..=3900 {
            fs::write(site.join(LOG).join(format!("editions/{number}.txt")), note(16_000 + number)).unwrap();
        }
    });
    ends(&archive, "keys", "no key", &|site| fs::write(site.join("key.txt"), "x+00000000+AAAA\n".repeat(1 << 20)).unwrap());
}

/// A ZIP of much the same text is an archive like any other.
#[test]
fn a_zip_may_fold_but_not_endlessly() {
    let archive = built();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.zip");
    let mut zip = zip::ZipWriter::new(fs::File::create(&path).unwrap());
    for (name, bytes) in common::tree(&archive.path("site")) {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(&bytes).unwrap();
    }
    zip.start_file("letters.txt", zip::write::SimpleFileOptions::default()).unwrap();
    zip.write_all("The same letter, sent again. ".repeat(1 << 20).as_bytes()).unwrap();
    zip.finish().unwrap();
    let told = run(greffe().args(["verify", "--format", "json", "--lang", "en"]).arg(&path));
    assert_eq!(told.one("file-unknown")["file"], "letters.txt", "{}", told.stderr);
}
