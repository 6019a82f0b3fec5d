//! Whole sites from small text fixtures, `tests/sites/*.site`: files, then commands, then what must be true.
//!
//! ```text
//! What this fixture is about (free text up to the first ---).
//! --- sources/ideas.csv                       a file; `sources/…` and `consultation.yaml` stand below content/consultations/c/
//! id;title;votes_for
//! 1;Trees;4
//! --- sources/old.csv [windows-1252]          written in an encoding: windows-1252, macintosh, utf-8-bom, utf-16le, utf-16be
//! --- sources/all.zip/ideas.csv               a member of a ZIP
//! --- sources/ideas.csv.gz                    compressed
//! --- run build --strict                      a command; without any, `build` is run once
//! --- expect                                  after the last command, or after each
//! exit 0
//! says ragged-row sources/ideas.csv           a diagnostic; then: a file (end of its path), :line, `row N`, "words of its message or hint"
//! silent ragged-row                           no such diagnostic
//! page c/proposals/1.html: Trees              the text a reader sees; `c/` is consultations/c/
//! page c/proposals/1.html: not Bushes
//! html c/proposals/1.html: <h1                the bytes of the file, of any format; `not` too
//! file c/proposals/1.html
//! no file feed.xml
//! nowhere secret words                        in no file of the site, nor in what is packed there
//! row contributions 1: rank_support=1 title="Trees" votes_against=    the row with this id (or kind:id)
//! rows contributions 4                        number of rows; 0 where there is no table
//! ```
//!
//! Where a fixture gives none, `archive.yaml` is a small English one and `consultation.yaml` names all files of `sources/`.
//! A last line `\` of a file takes the line break away.

mod common;

use std::fs;
use std::path::Path;

use common::{Archive, Row, Run, sections, text_of, tree, unpacked, write_files};
use serde_json::Value;

#[test]
fn every_site_is_as_told() {
    let mut names: Vec<_> = fs::read_dir("tests/sites")
        .expect("fixtures")
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|end| end == "site"))
        .collect();
    names.sort();
    if let Ok(only) = std::env::var("SITE") {
        names.retain(|path| path.to_string_lossy().contains(&only));
    }
    let halves = names.chunks(names.len().div_ceil(2).max(1));
    let faults: Vec<String> = std::thread::scope(|scope| {
        let threads: Vec<_> = halves.map(|half| scope.spawn(move || half.iter().flat_map(|path| site(path)).collect::<Vec<_>>())).collect();
        threads.into_iter().flat_map(|thread| thread.join().expect("a test thread")).collect()
    });
    assert!(faults.is_empty(), "{} expectations failed:\n{}", faults.len(), faults.join("\n"));
}

fn site(path: &Path) -> Vec<String> {
    let text = fs::read_to_string(path).expect("a fixture");
    let sections = sections(&text);
    let archive = Archive::empty();
    write_files(&archive, &sections);
    let mut last: Option<Run> = None;
    let mut faults = Vec::new();
    for section in &sections {
        if let Some(command) = section.head.strip_prefix("run ") {
            last = Some(archive.greffe(&command.split_whitespace().collect::<Vec<_>>()));
        } else if section.head == "expect" {
            let run = last.get_or_insert_with(|| archive.greffe(&["build"]));
            for (number, line) in (section.line + 1..).zip(section.text.lines()) {
                if let Err(fault) = expectation(&archive, run, line.trim()) {
                    faults.push(format!("{}:{number}: {line}\n    {fault}", path.display()));
                }
            }
            if faults.iter().any(|fault| fault.contains(": exit ")) {
                faults.push(format!("    {} said:\n{}", path.display(), run.stderr));
            }
        }
    }
    if last.is_none() {
        faults.push(format!("{}: expects nothing", path.display()));
    }
    faults
}

fn expectation(archive: &Archive, run: &Run, line: &str) -> Result<(), String> {
    let (verb, rest) = line.split_once(' ').unwrap_or((line, ""));
    let need = |good: bool, fault: &dyn Fn() -> String| if good { Ok(()) } else { Err(fault()) };
    match verb {
        "" | "#" => Ok(()),
        "exit" => need(rest == run.code.to_string(), &|| format!("it was {}", run.code)),
        "says" => says(run, rest),
        "silent" => need(run.with(rest).is_empty(), &|| format!("{:?}", run.with(rest))),
        "page" | "html" => {
            let (path, wanted) = rest.split_once(": ").ok_or("a colon is missing")?;
            let bytes = archive.bytes(&full(path)).ok_or_else(|| {
                format!("no such page; there are {:?}", archive.files().iter().filter(|name| !name.contains("/data/")).collect::<Vec<_>>())
            })?;
            let bytes = String::from_utf8(bytes).map_err(|error| error.to_string())?;
            let text = if verb == "page" { text_of(&bytes) } else { bytes };
            match wanted.strip_prefix("not ") {
                Some(unwanted) => need(!text.contains(unwanted), &|| "it is there".into()),
                None => need(text.contains(wanted), &|| format!("the page says: {text}")),
            }
        }
        "file" => need(archive.bytes(&full(rest)).is_some(), &|| format!("there are {:?}", archive.files())),
        "no" => {
            let path = rest.strip_prefix("file ").ok_or("no file …")?;
            need(archive.bytes(&full(path)).is_none(), &|| "it is there".into())
        }
        "nowhere" => {
            let found: Vec<String> = unpacked(tree(&archive.path("site")))
                .into_iter()
                .filter(|(name, bytes)| name.contains(rest) || String::from_utf8_lossy(bytes).contains(rest))
                .map(|(name, _)| name)
                .collect();
            need(found.is_empty(), &|| format!("it is in {found:?}"))
        }
        "rows" => {
            let (table, count) = rest.split_once(' ').ok_or("rows TABLE N")?;
            let rows = archive.table("c", table);
            need(rows.len().to_string() == count, &|| format!("there are {}: {:?}", rows.len(), ids(&rows, table)))
        }
        "row" => {
            let (which, cells) = rest.split_once(": ").ok_or("a colon is missing")?;
            let (table, id) = which.split_once(' ').ok_or("row TABLE ID: …")?;
            let rows = archive.table("c", table);
            let row = rows.iter().find(|row| is(row, table, id)).ok_or_else(|| format!("no such row; there are {:?}", ids(&rows, table)))?;
            for (name, value) in cells_of(cells) {
                let got = row.get(&name).ok_or_else(|| format!("no column {name} in {:?}", row.keys()))?;
                need(*got == value, &|| format!("{name} is {got:?}"))?;
            }
            Ok(())
        }
        other => Err(format!("the tests know no {other}")),
    }
}

fn full(path: &str) -> String {
    path.strip_prefix("c/").map_or_else(|| path.to_owned(), |rest| format!("consultations/c/{rest}"))
}

/// The column that names a row of a table.
fn key(table: &str) -> &'static str {
    match table {
        "comments" => "comment_id",
        "topics" => "topic_id",
        "outcomes" => "outcome_id",
        "workshops" => "workshop_id",
        "set_aside" => "source_row",
        "fields" => "id",
        _ => "contribution_id",
    }
}

fn ids<'a>(rows: &'a [Row], table: &str) -> Vec<&'a str> {
    rows.iter().map(|row| row[key(table)].as_str()).collect()
}

fn is(row: &Row, table: &str, id: &str) -> bool {
    let own = key(table);
    match id.split_once(':').filter(|_| row.contains_key("kind")) {
        Some((kind, id)) => row["kind"] == kind && row[own] == id,
        None => row[own] == id,
    }
}

/// `a=1 b="two words" c=`.
fn cells_of(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut rest = text.trim();
    while let Some((name, after)) = rest.split_once('=') {
        let (value, next) = match after.strip_prefix('"') {
            Some(quoted) => quoted.split_once('"').unwrap_or((quoted, "")),
            None => after.split_once(' ').unwrap_or((after, "")),
        };
        found.push((name.trim().to_owned(), value.to_owned()));
        rest = next.trim_start();
    }
    found
}

/// `code path:line row N "words"`: some diagnostic has all of these.
fn says(run: &Run, wanted: &str) -> Result<(), String> {
    let (plain, words) = wanted.split_once('"').map_or((wanted, ""), |(plain, words)| (plain, words.trim_end_matches('"')));
    let mut parts = plain.split_whitespace();
    let code = parts.next().ok_or("a code is missing")?;
    let parts: Vec<&str> = parts.collect();
    let fits = |said: &Value| {
        let file = said["file"].as_str().unwrap_or_default();
        let all = format!("{} {}", said["message"].as_str().unwrap_or_default(), said["hint"].as_str().unwrap_or_default());
        let mut good = said["code"] == code && all.contains(words);
        let mut at = 0;
        while at < parts.len() {
            if parts[at] == "row" {
                good &= parts[at + 1].parse().is_ok_and(|row: u64| said["row"] == row);
                at += 1;
            } else {
                let (path, line) = parts[at].rsplit_once(':').map_or((parts[at], None), |(path, line)| (path, Some(line)));
                good &= file.ends_with(path) && line.is_none_or(|line| line.parse().is_ok_and(|line: u64| said["line"] == line));
            }
            at += 1;
        }
        good
    };
    if run.said.iter().any(fits) { Ok(()) } else { Err(format!("said was:\n{}", run.stderr)) }
}

#[test]
fn a_long_thread_is_paged_and_its_anchors_never_move() {
    let ideas = "id;title;body\n1;Trees;More of them\n";
    let comments = |count: usize| {
        (1..=count).fold("id;contribution_id;body;created_at\n".to_owned(), |text, n| {
            text + &format!("k{n};1;Comment number {n};2024-01-01 10:{:02}:{:02}\n", n / 60, n % 60)
        })
    };
    let archive = Archive::of(&[("ideas.csv", ideas), ("comments.csv", &comments(230))]);
    archive.build().0.ok();
    let page = |name: &str| archive.page(&format!("consultations/c/proposals/{name}.html"));
    assert!(page("1").contains("id=\"c-k1\"") && page("1").contains("id=\"c-k100\"") && !page("1").contains("id=\"c-k101\""));
    assert!(page("1-comments-2").contains("id=\"c-k101\"") && page("1-comments-3").contains("id=\"c-k230\""));
    assert!(page("1").contains("href=\"../proposals/1-comments-2.html"), "the first page leads to the second");
    let rows = archive.table("c", "comments");
    let url = |id: &str| rows.iter().find(|row| row["comment_id"] == id).map(|row| row["url"].clone()).unwrap_or_default();
    assert_eq!(url("k101"), "consultations/c/proposals/1-comments-2.html#c-k101");
    assert_eq!(archive.table("c", "contributions")[0]["comment_count"], "230");
    // Later comments move nothing.
    archive.put("content/consultations/c/sources/comments.csv", comments(320));
    archive.build().0.ok();
    assert!(page("1").contains("id=\"c-k100\"") && page("1-comments-2").contains("id=\"c-k101\""));
}

#[test]
fn one_long_discussion_has_pages_that_replies_below_its_start_do_not_move() {
    let comments = |count: usize| {
        (2..=count).fold("id;contribution_id;parent_id;body;created_at\nk1;1;;The start;2024-01-01 10:00:00\n".to_owned(), |text, n| {
            let above = if n % 3 == 0 { 1 } else { n - 1 };
            text + &format!("k{n};1;k{above};Reply number {n};2024-01-01 10:{:02}:{:02}\n", n / 60, n % 60)
        })
    };
    let archive = Archive::of(&[("ideas.csv", "id;title;body\n1;Trees;More of them\n"), ("comments.csv", &comments(430))]);
    archive.build().0.ok();
    let place =
        |id: &str| archive.table("c", "comments").iter().find(|row| row["comment_id"] == id).map(|row| row["url"].clone()).unwrap_or_default();
    let expected = [("k200", "1.html#c-k200"), ("k201", "1-comments-1-2.html#c-k201"), ("k430", "1-comments-1-3.html#c-k430")];
    for (id, end) in expected {
        assert_eq!(place(id), format!("consultations/c/proposals/{end}"));
    }
    let second = archive.page("consultations/c/proposals/1-comments-1-2.html");
    assert_eq!(second.matches("id=\"c-k").count(), 200);
    // What a reply answers to stands on another page, and is led to there.
    assert!(second.contains("in reply to <a href=\"../proposals/1.html#c-k1\">No. k1</a>"));
    assert!(second.contains("href=\"../proposals/1-comments-1-3.html\" rel=next>Next page"));
    archive.put("content/consultations/c/sources/comments.csv", comments(700));
    archive.build().0.ok();
    for (id, end) in expected {
        assert_eq!(place(id), format!("consultations/c/proposals/{end}"));
    }
}

#[test]
fn pseudonyms_are_stable_between_builds_and_differ_between_consultations_and_secrets() {
    let ideas = "id;title;author\n1;Trees;Anna Nymous\n2;Ponds;Anna Nymous\n3;Roads;Berta Nymous\n";
    let archive = Archive::of(&[("ideas.csv", ideas)]);
    archive.put("content/consultations/d/consultation.yaml", "title: Another\nsources: [{ file: sources/ideas.csv }]\n");
    archive.put("content/consultations/d/sources/ideas.csv", ideas);
    let codes = |slug: &str| archive.table(slug, "contributions").iter().map(|row| row["author_id"].clone()).collect::<Vec<_>>();
    archive.build().0.ok();
    let (c, d) = (codes("c"), codes("d"));
    assert!(!c[0].is_empty() && c[0] == c[1] && c[0] != c[2], "{c:?}");
    assert!(d.iter().all(|code| !c.contains(code)), "{c:?} {d:?}");
    // A later export with one more person leaves the others as they were.
    archive.put("content/consultations/c/sources/ideas.csv", format!("{ideas}4;Wells;Aaron Nymous\n"));
    archive.build().0.ok();
    assert_eq!(codes("c")[..3], c[..]);
    common::run(archive.command(&["build"]).env("GREFFE_SECRET", "another")).ok();
    assert!(codes("c").iter().all(|code| !c.contains(code)));
    for (name, bytes) in tree(&archive.path("site")) {
        assert!(!String::from_utf8_lossy(&bytes).contains("Nymous"), "{name} names a person");
    }
}

#[test]
fn a_month_is_listed_to_its_end_though_a_shorter_list_begins_like_it() {
    let ideas = (1..=230).fold("id;type;titre;pour;date\n900;question;Pourquoi;1;2024-03-01\n".to_owned(), |text, n| {
        text + &format!("{n};proposition;Idée {n};{n};2024-02-{:02}\n", n % 28 + 1)
    });
    let archive = Archive::of(&[("ideas.csv", &ideas)]);
    archive.build().0.ok();
    let page = |name: &str| archive.path(&format!("site/consultations/c/by/{name}.html")).exists();
    assert!(page("kind/proposals~2") && !page("kind/proposals~3"), "two pages, which lead to the whole");
    assert!(page("month/2024-02~3"), "a month is complete");
    assert!(archive.page("consultations/c/by/kind/proposals~2.html").contains("The first 200 of 230"));
}
