//! The contract of every built-in profile: its own fixture, in the platform's exact shape, is recognised without being named,
//! every row is accounted for, the figures are the expected ones, and nothing personal gets out.
//!
//! `tests/fixtures/profiles/<name>/` holds one input (a file or a folder) and `expected.json`: figures, codes, samples of
//! contributions and comments by the fields of profiles, and under `rows` whole rows of the published tables.

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use common::{Archive, Row, assert_same, greffe, run, text_of, tree};
use greffe::diagnose::Tally;
use greffe::import::{PROFILES, Profiles};
use greffe::read::{Hints, Opened, inputs, open};
use rayon::prelude::*;
use serde_json::Value;

/// What is wrong, collected: one run names every fault of every profile.
#[derive(Default)]
struct Faults(Vec<String>);

impl Faults {
    fn equal(&mut self, what: &str, expected: &Value, got: &Value) {
        if expected != got {
            self.0.push(format!("{what}: expected {expected}, got {got}"));
        }
    }

    fn check(&mut self, good: bool, what: impl FnOnce() -> String) {
        if !good {
            self.0.push(what());
        }
    }
}

#[test]
fn every_profile_keeps_its_contract() {
    let profiles = Profiles::built_in();
    let faults = |name: &str| {
        let folder = Path::new("tests/fixtures/profiles").join(name);
        let mut faults = Faults::default();
        match fs::read(folder.join("expected.json")).map(|bytes| serde_json::from_slice::<Value>(&bytes)) {
            Ok(Ok(expected)) => contract(&profiles, &folder, &expected, &mut faults),
            other => faults.0.push(format!("expected.json: {other:?}")),
        }
        faults.0.into_iter().map(|fault| format!("{name}: {fault}")).collect::<Vec<_>>()
    };
    let all: Vec<String> = PROFILES.par_iter().flat_map(|(name, _)| faults(name)).collect();
    assert!(all.is_empty(), "{}", all.join("\n"));
}

#[test]
fn every_fixture_has_its_profile() {
    for entry in fs::read_dir("tests/fixtures/profiles").expect("fixtures").flatten().filter(|entry| entry.path().is_dir()) {
        let name = entry.file_name().to_string_lossy().into_owned();
        assert!(PROFILES.iter().any(|(known, _)| *known == name), "{name} is a fixture of no profile");
    }
}

fn contract(profiles: &Profiles, folder: &Path, expected: &Value, faults: &mut Faults) {
    let input = input_of(folder);
    let archive = Archive::empty();
    let root = archive.path("a");
    let new = run(greffe().args(["new", "--lang", "fr"]).arg(&root).arg("--from").arg(&input));
    faults.check(new.code == 0, || format!("new: {}", new.stderr));
    // `new` fills `a/`; builds run there.
    let build = |out: &str| {
        let report = archive.path("report.json");
        let run = run(greffe()
            .args(["build", "--format", "json", "--lang", "en", "--root"])
            .arg(&root)
            .arg("--out")
            .arg(archive.path(out))
            .arg("--report")
            .arg(&report));
        (run, fs::read(report).ok().and_then(|bytes| serde_json::from_slice::<Value>(&bytes).ok()).unwrap_or_default())
    };
    let (built, report) = build("site");
    if built.code != 0 {
        return faults.0.push(format!("build: {}", built.stderr));
    }
    let consultation = &report["consultations"][0];
    let sources = consultation["sources"].as_array().cloned().unwrap_or_default();
    let sum = |key: &str| sources.iter().filter_map(|source| source[key].as_u64()).sum::<u64>();
    // Files of a folder are there because one profile says nothing without the others.
    let known = sources.iter().position(|source| source["profile"] == expected["profile"]).unwrap_or(0);
    faults.equal("profile", &expected["profile"], &sources[known]["profile"]);
    for key in ["rows_read", "rows_kept", "rows_set_aside"] {
        faults.equal(key, &expected[key], &sum(key).into());
    }
    faults.check(sum("rows_read") == sum("rows_kept") + sum("rows_set_aside"), || "rows read are not kept + set aside".into());
    for key in ["contributions", "comments", "votes"] {
        faults.equal(key, &expected[key], &consultation[key]);
    }
    let mut codes: BTreeMap<String, u64> = BTreeMap::new();
    for row in consultation["set_aside"].as_array().into_iter().flatten() {
        *codes.entry(row["code"].as_str().unwrap_or_default().to_owned()).or_default() += 1;
    }
    faults.equal("codes", &expected["codes"], &serde_json::json!(codes));
    if let Some(encoding) = expected.get("encoding") {
        faults.equal("encoding", encoding, &sources[known]["encoding"]);
    }
    let said = |code: &str| built.with(code).iter().map(|said| said["message"].as_str().unwrap_or_default()).collect::<Vec<_>>().join("\n");
    for value in
        expected["unknown_values"].as_object().into_iter().flat_map(|values| values.values()).flat_map(|list| list.as_array().into_iter().flatten())
    {
        faults.check(said("unknown-value").contains(value.as_str().unwrap_or_default()), || format!("unknown value {value} is not said"));
    }
    for column in expected["unused_columns"].as_array().into_iter().flatten() {
        faults.check(said("unused-column").contains(column.as_str().unwrap_or_default()), || format!("unused column {column} is not said"));
    }

    let slug = consultation["id"].as_str().unwrap_or_default();
    samples(&archive, slug, expected, &Shown { links: false }, faults);

    // Twice the same bytes.
    let first = tree(&archive.path("site"));
    build("again");
    if first != tree(&archive.path("again")) {
        faults.0.push("two builds differ".into());
    }

    // With names and links published, the columns that are personal stay out all the same.
    let yaml = fs::read_to_string(root.join("content/archive.yaml")).unwrap_or_default();
    let open_yaml = yaml.replace("authors: pseudonym", "authors: name\n  source_links: true");
    faults.check(open_yaml != yaml, || "new wrote no privacy.authors".into());
    fs::write(root.join("content/archive.yaml"), open_yaml).expect("archive.yaml");
    build("site");
    samples(&archive, slug, expected, &Shown { links: true }, faults);
    let second = tree(&archive.path("site"));
    let secrets = personal_cells(profiles, expected["profile"].as_str().unwrap_or_default(), &input);
    for (site, files) in [("pseudonyms", &first), ("names", &second)] {
        for (name, bytes) in files {
            let text = String::from_utf8_lossy(bytes);
            for secret in secrets.iter().filter(|secret| text.contains(secret.as_str())) {
                faults.0.push(format!("{name} ({site}) holds the personal cell {secret:?}"));
            }
        }
    }
}

/// How the build shows what it shows.
struct Shown {
    links: bool,
}

fn input_of(folder: &Path) -> PathBuf {
    let mut inputs: Vec<PathBuf> =
        fs::read_dir(folder).expect("a fixture").flatten().map(|entry| entry.path()).filter(|path| !path.ends_with("expected.json")).collect();
    assert_eq!(inputs.len(), 1, "{} holds one input", folder.display());
    inputs.remove(0)
}

/// The expected samples, looked up in the published tables and pages.
fn samples(archive: &Archive, slug: &str, expected: &Value, shown: &Shown, faults: &mut Faults) {
    let contributions = archive.table(slug, "contributions");
    let topics = archive.table(slug, "topics");
    let empty = Vec::new();
    let list = |key: &str| expected[key].as_array().unwrap_or(&empty).clone();
    for sample in list("samples") {
        let (kind, id) = (text(&sample["kind"]), text(&sample["id"]));
        let name = format!("{kind}:{id}");
        let Some(row) = contributions.iter().find(|row| row["kind"] == kind && row["contribution_id"] == id) else {
            faults.0.push(format!("{name} is not in contributions.csv"));
            continue;
        };
        let hidden = row["status"] == "moderated";
        for (key, value) in sample.as_object().into_iter().flatten() {
            let mut cell = |column: &str, value: &Value| {
                if text(value) != row[column] && number(value) != row[column].parse().ok() {
                    faults.0.push(format!("{name}.{column}: expected {value}, got {:?}", row[column]));
                }
            };
            match key.as_str() {
                "kind" | "id" | "votes_total" => {}
                "votes_for" | "votes_against" | "votes_neutral" => cell(&format!("declared_{key}"), value),
                "comment_count" => cell("declared_comment_count", value),
                "status" | "latitude" | "longitude" | "place" | "language" | "author_size" => cell(key, value),
                "created_at" if value.is_null() => cell(key, value),
                "title" | "author_kind" if hidden => cell(key, &Value::Null),
                "title" | "author_kind" => cell(key, value),
                "author_name" => cell(key, if shown.links && !hidden { value } else { &Value::Null }),
                "author_id" => faults.check(row["author_id"] != text(value) && row["author_id"].is_empty() == hidden, || {
                    format!("{name}: author {:?}", row["author_id"])
                }),
                "answer_status" => cell("outcome_status", value),
                "url" => cell("source_url", if shown.links { value } else { &Value::Null }),
                "parent" => {
                    let got = if row["parent_id"].is_empty() { String::new() } else { format!("{}:{}", row["parent_kind"], row["parent_id"]) };
                    faults.check(got == text(value), || format!("{name}.parent: expected {value}, got {got}"));
                }
                "topic" => {
                    let got = path_of(&topics, &row["topic_id"]);
                    faults.equal(&format!("{name}.topic"), value, &serde_json::json!(got));
                }
                "tags" => {
                    let tags: Vec<String> = archive
                        .table(slug, "contribution_topics")
                        .into_iter()
                        .filter(|tag| tag["contribution_kind"] == kind && tag["contribution_id"] == id && tag["relation"] == "tag")
                        .map(|tag| tag["title"].clone())
                        .collect();
                    faults.equal(&format!("{name}.tags"), value, &serde_json::json!(tags));
                }
                "further" => {
                    let fields = archive.table(slug, "fields");
                    for (field, value) in value.as_object().into_iter().flatten() {
                        let got = fields
                            .iter()
                            .find(|row| row["kind"] == kind && row["id"] == id && row["field"] == *field)
                            .map(|row| row["value"].clone());
                        faults.check(got.as_deref() == value.as_str(), || format!("{name}, field {field}: expected {value}, got {got:?}"));
                    }
                }
                "body_contains" => {
                    for part in value.as_array().into_iter().flatten().map(text) {
                        faults.check(row["body"].contains(&part), || format!("{name}: no {part:?} in {:?}", row["body"]));
                    }
                }
                "appendices" => {
                    let got = archive.page(&row["url"]).matches("class=appendix").count();
                    faults.equal(&format!("{name}.appendices"), value, &got.into());
                }
                "status_reason" => {
                    let page = text_of(&archive.page(&row["url"]));
                    faults.check(page.contains(&text(value)), || format!("{name}: the reason {value} is not on its page"));
                }
                "created_at" => cell(key, value),
                other => faults.0.push(format!("{name}: the test knows no {other}")),
            }
        }
    }
    let comments = archive.table(slug, "comments");
    for sample in list("comments_samples") {
        let about = |row: &&Row| match (sample.get("id"), sample.get("body"), sample.get("side")) {
            (Some(id), ..) => row["comment_id"] == text(id),
            (None, Some(body), _) => row["body"] == text(body),
            (None, None, side) => side.is_none_or(|side| row["side"] == text(side)),
        };
        let Some(row) = comments.iter().find(about) else {
            faults.0.push(format!("no comment {sample}"));
            continue;
        };
        let name = format!("comment {}", row["comment_id"]);
        for (key, value) in sample.as_object().into_iter().flatten() {
            let known = |id: &str| comments.iter().any(|row| row["comment_id"] == id);
            let (got, wanted) = match key.as_str() {
                "id" => continue,
                "on" => {
                    let on = text(value);
                    let got = if on.contains(':') {
                        format!("{}:{}", row["contribution_kind"], row["contribution_id"])
                    } else {
                        row["contribution_id"].clone()
                    };
                    (got, on)
                }
                "reply_to" => (row["parent_comment_id"].clone(), text(value).split_inclusive('\0').filter(|id| known(id)).collect()),
                // Samples without an id may be any of several: what they say of themselves was found already.
                _ if sample.get("id").is_none() && key != "side" && key != "body" => continue,
                "author_name" => {
                    (row["author_name"].clone(), if row["author_kind"] == "organisation" || shown.links { text(value) } else { String::new() })
                }
                "author_id" | "thread_url" => {
                    (String::new(), if row["contribution_id"].is_empty() { "a contribution".into() } else { String::new() })
                }
                column => (row.get(column).cloned().unwrap_or_else(|| format!("no column {column}")), text(value)),
            };
            faults.check(got == wanted, || format!("{name}.{key}: expected {wanted:?}, got {got:?}"));
        }
    }
    let outcomes = archive.table(slug, "outcomes");
    if let Some(count) = expected.get("outcomes") {
        let ids: BTreeSet<&String> = outcomes.iter().map(|row| &row["outcome_id"]).collect();
        faults.equal("outcomes", count, &ids.len().into());
    }
    for sample in list("outcomes_samples") {
        let Some(row) = outcomes.iter().find(|row| row["outcome_id"] == text(&sample["id"])) else {
            faults.0.push(format!("no outcome {}", sample["id"]));
            continue;
        };
        faults.check(row["outcome_status"] == text(&sample["status"]), || format!("outcome {}: status {:?}", sample["id"], row["outcome_status"]));
        faults.check(sample.get("title").is_none_or(|title| row["title"] == text(title)), || {
            format!("outcome {}: title {:?}", sample["id"], row["title"])
        });
    }
    // Rows as they must stand in a table, by the columns that are given; and how many rows it has.
    for (table, wanted) in expected["rows"].as_object().into_iter().flatten() {
        let rows = archive.table(slug, table);
        for wanted in wanted.as_array().into_iter().flatten() {
            let cells: Vec<(&String, String)> = wanted.as_object().into_iter().flatten().map(|(column, cell)| (column, text(cell))).collect();
            let fits = |row: &&Row| cells.iter().all(|(column, cell)| row.get(*column) == Some(cell));
            faults.check(rows.iter().any(|row| fits(&row)), || format!("{table}.csv has no row {wanted}"));
        }
    }
    for (table, count) in expected["row_counts"].as_object().into_iter().flatten() {
        faults.equal(&format!("rows of {table}.csv"), count, &archive.table(slug, table).len().into());
    }
    let votes = list("votes_samples");
    if !votes.is_empty() {
        let table = archive.table(slug, "votes");
        for (side, column) in [("for", "votes_for"), ("against", "votes_against"), ("neutral", "votes_neutral")] {
            let wanted = votes.iter().filter(|vote| vote["value"] == side).count();
            let got: usize = table.iter().filter_map(|row| row[column].parse::<usize>().ok()).sum();
            faults.equal(&format!("votes {side}"), &wanted.into(), &got.into());
        }
        for on in votes.iter().filter_map(|vote| vote.get("on")).map(text) {
            faults.check(table.iter().any(|row| format!("{}:{}", row["contribution_kind"], row["contribution_id"]) == on), || {
                format!("no votes on {on}")
            });
        }
    }
    if expected["vote_rows"] == "sample" {
        faults.check(contributions.iter().all(|row| row["votes_basis"] != "counted" || row["declared_votes_for"].is_empty()), || {
            "a sample was published as the count".into()
        });
    }
    if let Some(count) = expected.get("placeholders") {
        let rows: BTreeSet<&String> = contributions.iter().map(|row| &row["url"]).collect();
        let kinds = ["proposals", "opinions", "amendments", "questions", "answers", "reports", "petitions", "statements", "sources"];
        let pages = archive.files().into_iter().filter(|file| {
            let mut parts = file.split('/').skip(2);
            parts.next().is_some_and(|kind| kinds.contains(&kind)) && file.ends_with(".html") && !file.contains("-comments-") && !rows.contains(file)
        });
        faults.equal("placeholders", count, &pages.count().into());
    }
}

/// Titles from the root of the tree to a topic.
fn path_of(topics: &[Row], id: &str) -> Vec<String> {
    let mut path = Vec::new();
    let mut at = id.to_owned();
    while let Some(topic) = topics.iter().find(|topic| topic["topic_id"] == at) {
        path.insert(0, topic["title"].clone());
        at.clone_from(&topic["parent_topic_id"]);
    }
    path
}

fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn number(value: &Value) -> Option<f64> {
    value.as_f64()
}

/// Every cell longer than five characters in a personal column of an input that stands in no other column.
fn personal_cells(profiles: &Profiles, id: &str, input: &Path) -> BTreeSet<String> {
    let Some(profile) = profiles.find(id) else { return BTreeSet::new() };
    let (mut personal, mut others): (BTreeSet<String>, BTreeSet<String>) = Default::default();
    let is_personal = |header: &str| {
        let header = header.to_lowercase();
        profile.personal.iter().map(|pattern| pattern.to_lowercase()).any(|pattern| match pattern.strip_suffix('*') {
            Some(start) => header.starts_with(start),
            None => header == pattern,
        })
    };
    for found in inputs("input", input).expect("a readable fixture") {
        match open(&found, &Hints::default()) {
            Ok(Opened::Table(table)) => {
                let headers = table.headers.clone();
                let mut tally = Tally::default();
                let take = &mut |_: u64, record: greffe::read::Record<'_>, _: &mut Tally| {
                    for (header, cell) in headers.iter().zip(record.iter()) {
                        if is_personal(header) { &mut personal } else { &mut others }.insert(cell.trim().to_owned());
                    }
                };
                table.rows(&mut tally, take).expect("rows");
            }
            Ok(Opened::Documents(documents)) => {
                let take = &mut |_: u64, value: &Value| {
                    walk(value, "", &mut |path, cell| if is_personal(path) { &mut personal } else { &mut others }.insert(cell.to_owned()))
                };
                documents.each(&profile.rows, take).expect("rows");
            }
            Err(_) => {}
        }
    }
    personal.into_iter().filter(|cell| cell.chars().count() > 5 && others.iter().all(|other| !other.contains(cell.as_str()))).collect()
}

/// Every scalar of a document with its dotted path.
fn walk(value: &Value, path: &str, found: &mut dyn FnMut(&str, &str) -> bool) {
    match value {
        Value::Object(map) => {
            map.iter().for_each(|(key, inner)| walk(inner, &if path.is_empty() { key.clone() } else { format!("{path}.{key}") }, found))
        }
        Value::Array(list) => list.iter().for_each(|inner| walk(inner, &format!("{path}[]"), found)),
        Value::Null => {}
        scalar => {
            found(path, &text(scalar));
        }
    }
}

#[test]
fn the_personal_cells_are_really_looked_for() {
    // The test above proves nothing if it collects nothing.
    let profiles = Profiles::built_in();
    let found = personal_cells(&profiles, "plain/table", &input_of(Path::new("tests/fixtures/profiles/plain-table")));
    assert!(found.iter().any(|cell| cell.contains('@')), "{found:?}");
    let found = personal_cells(&profiles, "cap-collectif/opinions-2015", &input_of(Path::new("tests/fixtures/profiles/cap-collectif-opinions-2015")));
    assert!(!found.is_empty());
    let same = tree(Path::new("tests/fixtures/profiles/plain-table"));
    assert_same("a folder and itself", &same, &same);
}
