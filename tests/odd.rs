//! Odd small files, made from the law alone by somebody who had not seen the program: `tests/fixtures/odd/`, with what must come of each in
//! `expected.json`. A file is made an archive by `greffe new` and built, without editing. Where `may_refuse` stands, a build that stops with a
//! message is right too; what is built must be as expected.

mod common;

use std::fs;
use std::path::Path;

use common::{Row, greffe, read_csv, run, tree};
use serde_json::{Map, Value};

#[test]
fn odd_files_come_out_right_or_are_refused() {
    let folder = Path::new("tests/fixtures/odd");
    let expected = fs::read_to_string(folder.join("expected.json")).expect("what is expected");
    let expected: Map<String, Value> = serde_json::from_str(&expected).expect("JSON");
    let there = fs::read_dir(folder).expect("the files").flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    for name in there.filter(|name| name != "expected.json") {
        assert!(expected.contains_key(&name), "{name} has no expectation");
    }
    let faults: Vec<String> = expected.iter().flat_map(|(name, expected)| tried(&folder.join(name), name, expected)).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// `new` and `build` on a file; what is wrong.
fn tried(path: &Path, name: &str, expected: &Value) -> Vec<String> {
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path().join("a");
    let args = expected["args"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let made = run(greffe().arg("new").arg(&root).arg("--from").arg(path).args(["--lang", "en"]).args(args));
    let built = run(greffe().args(["build", "--format", "plain", "--lang", "en", "--root"]).arg(&root));
    let said = format!("{}{}", made.stderr, built.stderr);
    let mut faults = Vec::new();
    let mut fault = |what: String| faults.push(format!("{name}: {what}"));
    for code in expected["says"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        if !said.contains(&format!("[{code}]")) {
            fault(format!("nothing says {code}:\n{said}"));
        }
    }
    if built.code != 0 {
        if built.code != 1 || !expected["may_refuse"].as_bool().unwrap_or_default() || !said.contains("error [") {
            fault(format!("the build ended with {}:\n{said}", built.code));
        }
        return faults;
    }
    let site = root.join("site");
    let table = |table: &str| -> Vec<Row> {
        let consultations = fs::read_dir(site.join("consultations")).into_iter().flatten().flatten();
        let files = consultations.map(|entry| entry.path().join("data").join(format!("{table}.csv"))).filter(|path| path.is_file());
        files.flat_map(|path| read_csv(&path)).collect()
    };
    let contributions = table("contributions");
    for (of, rows) in [("contributions", contributions.len()), ("comments", table("comments").len())] {
        if let Some(count) = expected[of].as_i64()
            && count != rows as i64
        {
            fault(format!("{rows} {of} and not {count}:\n{said}"));
        }
    }
    if let Some(ids) = expected["ids"].as_array() {
        let mut found: Vec<&str> = contributions.iter().map(|row| row["contribution_id"].as_str()).collect();
        let mut ids: Vec<&str> = ids.iter().filter_map(Value::as_str).collect();
        found.sort_unstable();
        ids.sort_unstable();
        if found != ids {
            fault(format!("the ids are {found:?} and not {ids:?}"));
        }
    }
    for (id, votes) in expected["votes_for"].as_object().into_iter().flatten() {
        let votes = votes.as_i64().map_or_else(String::new, |votes| votes.to_string());
        let found = contributions.iter().find(|row| row["contribution_id"] == *id).map(|row| row["votes_for"].clone());
        if found.as_deref() != Some(&votes) {
            fault(format!("{id} has votes {found:?} and not {votes:?}"));
        }
    }
    for (id, votes) in expected["votes_neutral"].as_object().into_iter().flatten() {
        let votes = votes.as_i64().map_or_else(String::new, |votes| votes.to_string());
        let found = contributions.iter().find(|row| row["contribution_id"] == *id).map(|row| row["votes_neutral"].clone());
        if found.as_deref() != Some(&votes) {
            fault(format!("{id} has neutral votes {found:?} and not {votes:?}"));
        }
    }
    for (id, day) in expected["created_at"].as_object().into_iter().flatten() {
        let found = contributions.iter().find(|row| row["contribution_id"] == *id).map(|row| row["created_at"].as_str());
        if found != day.as_str() {
            fault(format!("{id} is dated {found:?} and not {day}"));
        }
    }
    for title in expected["titles_contain"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        if !contributions.iter().any(|row| row["title"].contains(title) || row["body"].contains(title)) {
            fault(format!("nothing is called {title:?}"));
        }
    }
    for (id, status) in expected["statuses"].as_object().into_iter().flatten() {
        let found = contributions.iter().find(|row| row["contribution_id"] == *id).map(|row| row["status"].clone());
        if found.as_deref() != status.as_str() {
            fault(format!("{id} is {found:?} and not {status}:\n{said}"));
        }
    }
    for (id, count) in expected["comment_counts"].as_object().into_iter().flatten() {
        let found = contributions.iter().find(|row| row["contribution_id"] == *id).and_then(|row| row["comment_count"].parse::<i64>().ok());
        if found != count.as_i64() {
            fault(format!("{id} has {found:?} comments and not {count}:\n{said}"));
        }
    }
    let outcome = |row: &Row| row.get("outcome_status").filter(|status| !status.is_empty()).cloned();
    for (id, status) in expected["outcomes"].as_object().into_iter().flatten() {
        let found = contributions.iter().find(|row| row["contribution_id"] == *id).and_then(outcome);
        if found.as_deref() != status.as_str() {
            fault(format!("the outcome of {id} is {found:?} and not {status}:\n{said}"));
        }
    }
    let site = tree(&site);
    for text in expected["contains"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        if !site.values().any(|bytes| String::from_utf8_lossy(bytes).contains(text)) {
            fault(format!("{text:?} is nowhere"));
        }
    }
    for text in expected["never_contains"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        if let Some((file, _)) = site.iter().find(|(_, bytes)| String::from_utf8_lossy(bytes).contains(text)) {
            fault(format!("{text:?} is in {file}"));
        }
    }
    faults
}
