//! Same input, same bytes; and every published rank follows from the published rows, by formulas written here a second time.

mod common;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use common::{Archive, Row, assert_same, copy, read_csv, run, text_of, tree};
use serde_json::Value;

/// The example archive, copied and built.
fn example() -> Archive {
    let archive = Archive::empty();
    copy(Path::new("content"), &archive.path("content"));
    archive.build().0.ok();
    archive
}

fn consultations(archive: &Archive) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(archive.path("content/consultations"))
        .unwrap()
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn the_same_bytes_whatever_the_machine() {
    let archive = example();
    let wanted = tree(&archive.path("site"));
    for (what, args, env) in [
        ("one thread", &["--jobs", "1"][..], &[("TZ", "UTC")][..]),
        ("two threads, Auckland, Turkish", &["--jobs", "2"], &[("TZ", "Pacific/Auckland"), ("LC_ALL", "tr_TR.UTF-8"), ("LANG", "tr_TR.UTF-8")]),
        (
            "seven threads, Marquesas, German, other messages",
            &["--jobs", "7", "--lang", "es", "--format", "plain"],
            &[("TZ", "Pacific/Marquesas"), ("LC_ALL", "de_DE")],
        ),
    ] {
        // Another folder with another depth, seen from another working folder.
        let other = Archive::empty();
        copy(&archive.path("content"), &other.path("deep/er/content"));
        let mut command = common::greffe();
        command.args(["build", "--root", "er"]).args(args).envs(env.iter().copied()).current_dir(other.path("deep"));
        run(&mut command).ok();
        assert_same(what, &wanted, &tree(&other.path("deep/er/site")));
    }
}

#[test]
fn the_order_of_rows_changes_no_rank_and_no_address() {
    let archive = example();
    let shuffled = Archive::empty();
    copy(&archive.path("content"), &shuffled.path("content"));
    let mut count = 0;
    for slug in consultations(&archive) {
        for (name, bytes) in tree(&archive.path(&format!("content/consultations/{slug}/sources"))) {
            // A wide table is read in its own order (a text may belong to the row above); plain ones may be dealt anew.
            if slug.contains("charte") {
                continue;
            }
            let mut reader = csv::ReaderBuilder::new().delimiter(b';').flexible(true).from_reader(&bytes[..]);
            let header = reader.byte_headers().unwrap().clone();
            let mut rows: Vec<csv::ByteRecord> = reader.byte_records().map(Result::unwrap).collect();
            count += rows.len();
            let mut state = 88172645463325252u64;
            for at in (1..rows.len()).rev() {
                state ^= state << 13;
                state ^= state >> 7;
                state ^= state << 17;
                rows.swap(at, (state % (at as u64 + 1)) as usize);
            }
            let mut writer = csv::WriterBuilder::new()
                .delimiter(b';')
                .flexible(true)
                .from_path(shuffled.path(&format!("content/consultations/{slug}/sources/{name}")))
                .unwrap();
            writer.write_byte_record(&header).unwrap();
            rows.iter().for_each(|row| writer.write_byte_record(row).unwrap());
            writer.flush().unwrap();
        }
    }
    assert!(count > 100, "the example was shuffled");
    shuffled.build().0.ok();
    for slug in consultations(&archive) {
        for table in ["contributions", "comments"] {
            let without_row = |archive: &Archive| {
                let mut rows = archive.table(&slug, table);
                rows.iter_mut().for_each(|row| {
                    row.remove("source_row");
                });
                rows
            };
            assert_eq!(without_row(&archive), without_row(&shuffled), "{slug}/{table}");
        }
    }
    let names = |archive: &Archive| archive.files();
    assert_eq!(names(&archive), names(&shuffled));
}

/// Scores as DESIGN §6 words them, where `sides` are the sides of votes that exist for the consultation; `None`: no rank.
fn score(ranking: &str, row: &Row, sides: [bool; 2]) -> Option<i64> {
    let number = |name: &str| row[name].parse::<i64>().ok();
    let part = |name: &str, exists: bool| if exists { number(name) } else { Some(0) };
    let support = || Some(part("votes_for", sides[0])? - part("votes_against", sides[1])?);
    let camps = || number("votes_for").zip(number("votes_against"));
    match ranking {
        "support" => support(),
        "approval" => camps().map(|(favour, against)| {
            let n = (favour + against) as f64;
            if favour + against == 0 {
                return 0;
            }
            let z = 1.959964_f64;
            let p = favour as f64 / n;
            let lower = ((p + z * z / (2.0 * n)) - z * ((p * (1.0 - p) + z * z / (4.0 * n)) / n).sqrt()) / (1.0 + z * z / n);
            ((lower * 1e6).floor() as i64).max(0)
        }),
        "divisive" => camps().map(|(favour, against)| {
            let (smaller, larger) = (favour.min(against) as f64, favour.max(against).max(1) as f64);
            (1000.0 * smaller * smaller / larger).floor() as i64
        }),
        "debated" => number("comment_count"),
        "weighted" => Some(support()? + if row["author_kind"] == "collective" { number("author_size")? } else { 0 }),
        "recent" => number("created_unix"),
        other => panic!("a ranking {other} was added: write its formula here too"),
    }
}

#[test]
fn every_rank_follows_from_the_published_rows() {
    let archive = example();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for slug in consultations(&archive) {
        let rows = archive.table(&slug, "contributions");
        let rankings: Vec<String> = rows[0].keys().filter_map(|name| name.strip_prefix("rank_")).map(str::to_owned).collect();
        let sides = ["votes_for", "votes_against"].map(|side| rows.iter().any(|row| !row[side].is_empty()));
        for ranking in rankings {
            let published = |row: &&Row| row["status"] == "published";
            for row in &rows {
                let wanted = score(&ranking, row, sides).filter(|_| published(&row));
                assert_eq!(
                    row[&format!("score_{ranking}")],
                    wanted.map(|score| score.to_string()).unwrap_or_default(),
                    "{slug} {ranking} {}",
                    row["contribution_id"]
                );
            }
            let second = |row: &Row| {
                if ranking == "divisive" {
                    row["votes_for"].parse::<i64>().unwrap_or(0) + row["votes_against"].parse::<i64>().unwrap_or(0)
                } else {
                    0
                }
            };
            let mut kinds: BTreeMap<&str, Vec<(i64, i64, &Row)>> = BTreeMap::new();
            for row in rows.iter().filter(published) {
                if let Some(score) = score(&ranking, row, sides) {
                    kinds.entry(&row["kind"]).or_default().push((score, second(row), row));
                }
            }
            for (kind, list) in kinds {
                for (score, second, row) in &list {
                    let better = list.iter().filter(|(other, tie, _)| Reverse((*other, *tie)) < Reverse((*score, *second))).count();
                    assert_eq!(row[&format!("rank_{ranking}")], (better + 1).to_string(), "{slug} {kind} {ranking} {}", row["contribution_id"]);
                }
            }
            seen.insert(ranking);
        }
        // `recent` takes its score from the date.
        for row in rows.iter().filter(|row| row.get("score_recent").is_some_and(|score| !score.is_empty())) {
            let at = match row["created_at"].parse::<jiff::Timestamp>() {
                Ok(at) => at.as_second(),
                // A day begins at midnight in UTC: whoever has the day alone computes the same.
                Err(_) => row["created_at"].parse::<jiff::civil::Date>().unwrap().in_tz("UTC").unwrap().timestamp().as_second(),
            };
            assert_eq!(row["score_recent"], at.to_string());
            assert_eq!(row["created_unix"], at.to_string());
        }
    }
    let all = ["approval", "debated", "divisive", "recent", "support", "weighted"].map(str::to_owned);
    assert_eq!(seen, all.into(), "the example uses every ranking");
}

#[test]
fn pages_csv_and_json_say_the_same() {
    let archive = example();
    let mut placeholders = 0;
    for slug in consultations(&archive) {
        let folder = archive.path(&format!("site/consultations/{slug}/data"));
        for (name, bytes) in tree(&folder).into_iter().filter(|(name, _)| name.ends_with(".json") && name != "datapackage.json") {
            let table = name.trim_end_matches(".json");
            let rows = read_csv(&folder.join(format!("{table}.csv")));
            let json: Value = serde_json::from_slice(&bytes).unwrap();
            let list = json.as_array().cloned().unwrap_or_default();
            assert_eq!(list.len(), rows.len(), "{slug}/{table}");
            for (object, row) in list.iter().zip(&rows) {
                for (column, cell) in row {
                    let value = match &object[column] {
                        Value::Null => String::new(),
                        Value::String(text) => text.clone(),
                        other => other.to_string(),
                    };
                    assert_eq!(value.replace("\r\n", "\n"), cell.replace("\r\n", "\n"), "{slug}/{table}.{column}");
                }
            }
        }
        let comments = archive.table(&slug, "comments");
        for row in archive.table(&slug, "contributions") {
            let page = archive.page(&row["url"]);
            let text = text_of(&page);
            if row["status"] == "published" {
                assert!(text.contains(row["title"].split_whitespace().collect::<Vec<_>>().join(" ").as_str()), "{}", row["url"]);
                for column in ["votes_for", "votes_against"] {
                    let shown = row[column].is_empty() || text.contains(&row[column]);
                    assert!(shown, "{}: {column} {} is not on its page", row["url"], row[column]);
                }
            }
            let own: Vec<&Row> = comments
                .iter()
                .filter(|comment| comment["contribution_id"] == row["contribution_id"] && comment["contribution_kind"] == row["kind"])
                .collect();
            if row["comment_basis"] == "counted" {
                assert_eq!(row["comment_count"], own.len().to_string(), "{}", row["url"]);
            }
            for comment in own {
                let (url, anchor) = comment["url"].split_once('#').unwrap();
                assert!(archive.page(url).contains(&format!("id=\"{anchor}\"")), "{}", comment["url"]);
            }
        }
        placeholders += comments.iter().filter(|comment| archive.bytes(comment["url"].split('#').next().unwrap()).is_none()).count();
    }
    assert_eq!(placeholders, 0, "every comment is on a page");
}

#[test]
fn every_link_of_the_example_leads_somewhere() {
    let archive = example();
    let files: BTreeSet<String> = archive.files().into_iter().collect();
    let mut broken = BTreeSet::new();
    let mut links = 0;
    for (name, bytes) in tree(&archive.path("site")).into_iter().filter(|(name, _)| name.ends_with(".html") && name != "404.html") {
        let html = String::from_utf8(bytes).unwrap();
        for part in html.split([' ', '>']).filter_map(|part| part.strip_prefix("href=").or_else(|| part.strip_prefix("src="))) {
            let link = part.trim_matches('"').split(['#', '?']).next().unwrap_or_default();
            if link.is_empty() || link.contains("://") || link.starts_with("mailto:") || link.starts_with("data:") {
                continue;
            }
            links += 1;
            let mut path: Vec<&str> = name.split('/').collect();
            path.pop();
            for step in link.split('/') {
                match step {
                    ".." => drop(path.pop()),
                    "." => {}
                    step => path.push(step),
                }
            }
            if !files.contains(&path.join("/")) {
                broken.insert(format!("{name} → {link}"));
            }
        }
    }
    assert!(links > 1000, "links were really found: {links}");
    assert!(broken.is_empty(), "{} broken links: {:#?}", broken.len(), broken.iter().take(20).collect::<Vec<_>>());
}
