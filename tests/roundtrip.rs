//! An archive's own tables are a source like any other: the `data/` folder that a consultation published, alone in a new archive,
//! gives the same tables again, column by column, from the CSV files and from the JSON files.
//!
//! What does not come back is named here with its reason: [`OTHER_TABLES`] and [`OTHER_COLUMNS`]. Not in any table, and so gone: the
//! reasons of moderators, appendices, votes that do not say which way, amendments and versions that were only declared.

mod common;

use std::fs;
use std::path::{Path, PathBuf};

use common::{Archive, copy, sections, write_files};
use serde_json::Value;

/// Tables that are not compared, and why.
const OTHER_TABLES: &[(&str, &str)] = &[
    ("set_aside", "tells of the sources of this archive, which are other files"),
    ("workshops", "is written by the association, in workshops.yaml, and no export"),
    ("changes", "compares the exports of this archive, of which there is only one"),
];

/// Columns that are not compared, and why.
const OTHER_COLUMNS: &[(&str, &str, &str)] = &[
    ("*", "source_file", "where a row stands in the sources of this archive"),
    ("*", "source_row", "where a row stands in the sources of this archive"),
    ("outcomes", "source_url", "links of outcomes.yaml are the association's own; those of an export are withheld with pseudonyms"),
    ("dictionary", "example", "the first cell of a column, of source_file and source_row too"),
];

/// What a new archive may say of such a folder. Everything else would mean that a column or a word is not understood.
const MAY_BE_SAID: &[&str] = &[
    "personal-found",
    "places-listed",
    "no-base-url",
    "no-licence",
    "no-contact",
    "no-dates",
    "no-extent",
    "not-archived",
    "duplicate-view",
    "derived-counts",
    "missing-parent",
    "counts-differ",
    "comments-differ",
    "declared-missing",
    "address-collision",
    "no-rows",
    "generated-ids",
];

/// Sites of `tests/sites` that go through as well: one for each thing a table can hold.
const SITES: &[&str] = &[
    "amendments",
    "collective",
    "counted",
    "dates",
    "editions",
    "generated-ids",
    "hidden",
    "hostile",
    "json",
    "language-es",
    "mixed-kinds",
    "orphans",
    "privacy-name",
    "profile-engine",
    "threads",
    "ties",
    "topics",
    "withdrawn-hidden",
];

#[derive(Clone, Copy, Debug, PartialEq)]
enum Form {
    Csv,
    Json,
}

#[test]
fn the_example_comes_back() {
    let archive = Archive::empty();
    copy(Path::new("content"), &archive.path("content"));
    archive.build().0.ok();
    all_come_back("the example", &archive);
}

#[test]
fn everything_that_tables_hold_comes_back() {
    for (name, site) in [("everything", EVERYTHING), ("the rest", THE_REST)] {
        let archive = Archive::empty();
        write_files(&archive, &sections(site));
        archive.build().0.ok();
        all_come_back(name, &archive);
    }
}

#[test]
fn sites_come_back() {
    for name in SITES {
        let text = fs::read_to_string(format!("tests/sites/{name}.site")).expect("a site");
        let archive = Archive::empty();
        write_files(&archive, &sections(&text));
        archive.build().0.ok();
        all_come_back(name, &archive);
    }
}

#[test]
fn opinion_groups_come_back() {
    let archive = Archive::empty();
    archive.put("content/archive.yaml", common::ARCHIVE);
    archive.put("content/consultations/c/consultation.yaml", "title: Polis\nsources: [{ file: sources/conversation }]\n");
    copy(Path::new("tests/fixtures/profiles/polis-participants/conversation"), &archive.path("content/consultations/c/sources/conversation"));
    archive.build().0.ok();
    let groups = archive.table("c", "groups");
    let counted = |row: &&common::Row| row["grouping"] == "opinion-group" && !row["group_votes_for"].is_empty();
    assert!(groups.iter().filter(counted).count() >= 4, "the fixture has opinion groups: {groups:?}");
    all_come_back("a Polis conversation", &archive);
}

/// The consultations above really hold what this test is for.
#[test]
fn the_inputs_hold_everything() {
    let archive = Archive::empty();
    write_files(&archive, &sections(EVERYTHING));
    archive.build().0.ok();
    for table in ["contributions", "comments", "topics", "contribution_topics", "fields", "translations", "groups", "outcomes", "votes"] {
        assert!(!archive.table("c", table).is_empty(), "{table}");
    }
    let contributions = archive.table("c", "contributions");
    for (column, cells) in [
        ("status", &["published", "withdrawn", "moderated", "erased"][..]),
        ("kind", &["proposal", "amendment", "question", "answer", "source", "statement"]),
        ("author_kind", &["person", "organisation", "collective", "unknown"]),
        ("outcome_status", &["accepted", "in_progress", "refused", "done"]),
        ("author_size", &["12"]),
    ] {
        for cell in cells {
            assert!(contributions.iter().any(|row| row[column] == *cell), "{column} {cell}");
        }
    }
    // Every column but the ones of what this archive cannot have is filled somewhere.
    for column in contributions[0].keys() {
        assert!(contributions.iter().any(|row| !row[column].is_empty()), "{column} is empty everywhere");
    }
    let comments = archive.table("c", "comments");
    for side in ["for", "against", "neutral", "none"] {
        assert!(comments.iter().any(|row| row["side"] == side), "{side}");
    }
    let known = |kind: &str, id: &str| contributions.iter().any(|row| row["kind"] == kind && row["contribution_id"] == id);
    let placeholders = comments.iter().filter(|row| !known(&row["contribution_kind"], &row["contribution_id"])).count();
    assert_eq!(placeholders, 2, "comments on what is in no file");
}

/// Every consultation of a built archive, from both forms.
#[track_caller]
fn all_come_back(name: &str, archive: &Archive) {
    let mut faults = Vec::new();
    let mut compared = 0;
    for slug in consultations(archive) {
        let data = archive.path(&format!("site/consultations/{slug}/data"));
        for form in [Form::Csv, Form::Json] {
            let again = again(archive, &slug, &data, form);
            let mut said = comparison(&data, &again.path(&format!("site/consultations/{slug}/data")));
            faults.extend(said.drain(..).map(|fault| format!("{name}, {slug}, from {form:?}: {fault}")));
            compared += 1;
        }
    }
    assert!(compared > 0, "{name}: no consultation has data");
    assert!(faults.is_empty(), "{} differences:\n{}", faults.len(), faults.join("\n"));
}

fn consultations(archive: &Archive) -> Vec<String> {
    let mut found: Vec<String> = fs::read_dir(archive.path("site/consultations"))
        .expect("consultations")
        .flatten()
        .filter(|entry| entry.path().join("data/datapackage.json").is_file())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    found.sort();
    found
}

/// A new archive with one consultation of the same name, whose only source is that data folder.
#[track_caller]
fn again(archive: &Archive, slug: &str, data: &Path, form: Form) -> Archive {
    let again = Archive::empty();
    let settings = fs::read_to_string(archive.path("content/archive.yaml")).expect("archive.yaml");
    again.put("content/archive.yaml", without_featured(&settings));
    copy(&archive.path("content/maps"), &again.path("content/maps"));
    again.put(&format!("content/consultations/{slug}/consultation.yaml"), "title: Again\nsources: [{ file: sources/data }]\n");
    for file in fs::read_dir(data).expect("data").flatten().map(|entry| entry.path()).filter(|path| path.is_file()) {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let taken = match form {
            // As the folder is, but for what holds the same once more.
            Form::Csv => (name.ends_with(".csv") && !name.ends_with("-spreadsheet.csv")) || name.ends_with(".md") || name == "datapackage.json",
            Form::Json => name.ends_with(".json") && !name.ends_with("metadata.json") && name != "croissant.json",
        };
        if taken {
            let name = file.file_name().expect("a name").to_string_lossy().into_owned();
            again.put(&format!("content/consultations/{slug}/sources/data/{name}"), fs::read(&file).expect("readable"));
        }
    }
    let (run, report) = again.build();
    let run = run.ok();
    for said in &run.said {
        let code = said["code"].as_str().unwrap_or_default();
        assert!(code.is_empty() || MAY_BE_SAID.contains(&code), "{slug}, from {form:?}: {said}");
    }
    for source in report["consultations"][0]["sources"].as_array().into_iter().flatten() {
        let number = |key: &str| source[key].as_u64().unwrap_or(u64::MAX);
        assert_eq!(number("rows_read"), number("rows_kept") + number("rows_set_aside"), "{slug}, from {form:?}: {source}");
        let name = source["file"].as_str().unwrap_or_default();
        let known = source["profile"].as_str().is_some_and(|profile| profile.starts_with("greffe/"));
        assert!(known || name.ends_with(".md"), "{slug}, from {form:?}: {name} is recognised as {}", source["profile"]);
    }
    again
}

/// The same archive without what is not there: most of the consultations it shows first, and the logo.
fn without_featured(settings: &str) -> String {
    let mut inside = false;
    settings
        .lines()
        .filter(|line| {
            inside =
                ["featured:", "appearance:"].iter().any(|key| line.starts_with(key)) || (inside && (line.starts_with(' ') || line.starts_with('-')));
            !inside
        })
        .map(|line| format!("{line}\n"))
        .collect()
}

/// What differs between two data folders: tables, columns, cells.
fn comparison(before: &Path, after: &Path) -> Vec<String> {
    let names = |folder: &Path| -> Vec<String> {
        let files = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
        let mut names: Vec<String> = files
            .filter(|path: &PathBuf| path.extension().is_some_and(|end| end == "csv"))
            .filter_map(|path| Some(path.file_stem()?.to_string_lossy().into_owned()))
            .filter(|name| !name.ends_with("-spreadsheet") && OTHER_TABLES.iter().all(|(table, _)| name != table))
            .collect();
        names.sort();
        names
    };
    let tables = names(before);
    if tables != names(after) {
        return vec![format!("tables {tables:?} became {:?}", names(after))];
    }
    let mut faults = Vec::new();
    for table in tables {
        let [(headers, mut old), (new_headers, mut new)] = [before, after].map(|folder| read(&folder.join(format!("{table}.csv"))));
        if headers != new_headers {
            faults.push(format!("{table}: columns {headers:?} became {new_headers:?}"));
            continue;
        }
        if table == "dictionary" {
            // It explains the tables above, those that are not compared too.
            let other = |row: &csv::StringRecord| OTHER_TABLES.iter().any(|(table, _)| row.get(1) == Some(table));
            old.retain(|row| !other(row));
            new.retain(|row| !other(row));
        }
        if old.len() != new.len() {
            faults.push(format!("{table}: {} rows became {}", old.len(), new.len()));
        }
        for (column, header) in headers.iter().enumerate() {
            let left_out = |(of, name, _): &(&str, &str, &str)| (*of == "*" || *of == table) && *name == header;
            if OTHER_COLUMNS.iter().any(left_out) {
                continue;
            }
            let mut differ = old.iter().zip(&new).enumerate().filter(|(_, (old, new))| old.get(column) != new.get(column));
            if let Some((row, (old, new))) = differ.next() {
                let count = 1 + differ.count();
                faults.push(format!("{table}.{header}: {count} rows, the first is {}: {:?} became {:?}", row + 1, old.get(column), new.get(column)));
            }
        }
    }
    faults
}

fn read(path: &Path) -> (csv::StringRecord, Vec<csv::StringRecord>) {
    let mut reader = csv::Reader::from_path(path).expect("a table");
    let headers = reader.headers().expect("headers").clone();
    (headers, reader.records().map(|record| record.expect("a row")).collect())
}

/// The JSON files hold what the CSV files hold: otherwise the test above would prove two different things.
#[test]
fn both_forms_hold_the_same_rows() {
    let archive = Archive::empty();
    write_files(&archive, &sections(EVERYTHING));
    archive.build().0.ok();
    for table in ["contributions", "comments", "translations", "outcomes"] {
        let json: Value = serde_json::from_slice(&archive.bytes(&format!("consultations/c/data/{table}.json")).expect("JSON")).expect("valid JSON");
        let rows = archive.table("c", table);
        assert_eq!(json.as_array().map(Vec::len), Some(rows.len()), "{table}");
        for (object, row) in json.as_array().into_iter().flatten().zip(&rows) {
            for (column, cell) in row {
                let text = match &object[column] {
                    Value::Null => String::new(),
                    Value::String(text) => text.clone(),
                    other => other.to_string(),
                };
                // One convention of CSV readers: line breaks inside cells may be written as the system's own.
                assert_eq!(text.replace("\r\n", "\n"), cell.replace("\r\n", "\n"), "{table}.{column}");
            }
        }
    }
}

/// One consultation with everything that tables can hold.
const EVERYTHING: &str = r##"Everything the tables can hold, in one consultation.
--- content/archive.yaml
title: Archive of everything
publisher: { name: The testers }
language: en
licence: lov2
time_zone: Europe/Paris
privacy: { authors: name, source_links: true }
--- content/profiles/things.yaml
id: town/things
platform: Town
title: Things
recognise: { required: [No, Kind, "Title/*"] }
records:
  - as: contribution
    kind: proposal
    fields:
      id: No
      kind: Kind
      parent_kind: Parent kind
      parent_id: Parent no
      topic: [Theme, Subtheme]
      tags: { column: Labels, split: "," }
      title: Title/*
      body: Text/*
      author_id: Author no
      author_name: Author
      author_kind: Author kind
      author_size: People
      created_at: Created
      updated_at: Updated
      status: State
      status_reason: Reason
      votes_for: Yes
      votes_against: No way
      votes_neutral: Maybe
      comment_count: Comments
      latitude: Lat
      longitude: Lon
      place: Where
      url: Link
      answer: Answer
      answer_status: Answer status
      answered_at: Answered
      answer_author: Answered by
    further: [Budget, Remark]
--- content/profiles/remarks.yaml
id: town/remarks
platform: Town
title: Remarks
recognise: { required: [Remark no, On, Said] }
records:
  - as: comment
    on: [proposal, question]
    fields: { id: Remark no, on_kind: On kind, on_id: On, reply_to: Reply to, side: Side, body: Said, author_id: Author no, author_name: Author, author_kind: Author kind, created_at: Created, updated_at: Updated, status: State, language: Language, votes_for: Yes, votes_against: No way, url: Link }
--- content/profiles/ballots.yaml
id: town/ballots
platform: Town
title: Ballots
vote_rows: complete
recognise: { required: [Voter, Ballot on, Vote] }
records:
  - as: vote
    on: [proposal]
    fields: { voter: Voter, on_kind: On kind, on_id: Ballot on, value: Vote, created_at: At }
--- content/profiles/clubs.yaml
id: town/clubs
platform: Town
title: Who is of which opinion
recognise: { required: [Voter, Opinion group] }
records:
  - as: voter_group
    fields: { voter: Voter, group: Opinion group }
--- content/profiles/decisions.yaml
id: town/decisions
platform: Town
title: Decisions
recognise: { required: [Decision, Decided] }
records:
  - as: outcome
    fields: { id: Decision, title: Heading, body: Text, status: State, author: By, created_at: Decided, url: Link, cites: { column: On, split: "," } }
--- sources/1-things.csv
No,Kind,Parent kind,Parent no,Theme,Subtheme,Labels,Title/en,Title/fr,Text/en,Text/fr,Author no,Author,Author kind,People,Created,Updated,State,Reason,Yes,No way,Maybe,Comments,Lat,Lon,Where,Link,Answer,Answer status,Answered,Answered by,Budget,Remark
1,proposal,,,Town,Parks,"trees, shade",Trees,Des arbres,"Two lines,
""quoted"" and a tab	here.

A second paragraph – with é, 漢字 and 🌳.","<p>Une <b>version</b> en HTML &amp; co.</p><ul><li>un</li><li>deux</li></ul>",u1,Anna Example,person,,2024-01-01T10:00:00+01:00,2024-01-02T11:30:00+01:00,published,,3,1,0,7,46.31634,-1.39118,Harbour,https://town.example/p/1,"Yes, <em>gladly</em>: planted.

Next year more.",accepted,2024-06-01,The Mayor,"12,000 €","=1+1"
2,proposal,,,Town,Roads,,=SUM(A1),,"- a list
- of things

> quoted",,u2,Les Jardins,organisation,,2024-01-03T00:00:00Z,,published,,,,,,,,Old town,,,in_progress,,,,
3,proposal,,,Parks,,shade,Ponds,Des étangs,<h2>Heading</h2><p>A <a href='https://ok.example/'>link</a><br>break</p><table><tr><td>a</td><td>b</td></tr></table>,,u3,Workshop of the port,collective,12,,,published,,0,0,0,,91.5,2,,,,,,,,Only a remark
a/b,proposal,,,Town,,"A,a",Odd id,,,,,,,,2024-01-05 23:59:59,,published,,2,,,,,,,,Refused,refused,2024-06-03,,,
A1,proposal,,,,,,Same but for case,,x,,u1,Anna Example,person,,2024-01-06T10:00:00+01:00,,withdrawn,Done already,5,0,0,,,,,,,,,,,
a1,proposal,,,,,,Moderated title,,Moderated text,,u4,Carl Rude,person,,2024-01-07T10:00:00+01:00,,moderated,Against the charter,4,0,0,,46.3,-1.4,Hidden place,https://town.example/p/a1,,,,,,
6,proposal,,,Town,Parks,gone,Erased title,,Erased text,,u5,Dora Erased,person,,2024-01-08T10:00:00+01:00,,erased,,1,0,0,,,,,,,,,,77,
7,amendment,proposal,1,,,,Shorter,,Only trees.,,u6,,,,2024-01-09T10:00:00+01:00,,published,,1,0,0,,,,,,,,,,,
8,amendment,proposal,999,,,,Of nothing,,Its parent is nowhere.,,u2,Les Jardins,organisation,,2024-01-10T10:00:00+01:00,,published,,,,,,,,,,,,,,,
9,question,,,Parks,,,Why so?,Pourquoi ?,,,u7,Frida Example,,,2024-02-29,,published,,,,,,,,,,,,,,,
10,answer,question,9,,,,,,Because.,,u8,Town council,organisation,,2024-03-01T10:00:00+01:00,,published,,,,,,,,,,,,,,,
11,source,proposal,1,,,,A book,,See page 3.,,u6,,,,2024-03-02T10:00:00+01:00,,published,,,,,,,,,https://books.example/3,,,,,,
12,statement,,,,,,,,"Only a text, no title.",,0,,,,2024-03-03T10:00:00+01:00,,published,,,,,,,,,,,,,,,
--- sources/2-remarks.csv
Remark no,On kind,On,Reply to,Side,Said,Author no,Author,Author kind,Created,Updated,State,Language,Yes,No way,Link
k1,proposal,1,,for,"Shade!

Much shade.",u2,Les Jardins,organisation,2024-01-01T12:00:00+01:00,2024-01-01T12:05:00+01:00,published,en,3,1,https://town.example/p/1#k1
k2,proposal,1,k1,against,Leaves…,u9,Karl Example,person,2024-01-01T13:00:00+01:00,,published,fr,,,
k3,proposal,1,k2,neutral,<p>Both <i>have</i> a point</p>,u1,Anna Example,person,2024-01-01T14:00:00+01:00,,published,,0,0,
k4,proposal,77,,for,On a missing proposal,u1,Anna Example,person,2024-01-02T14:00:00+01:00,,published,,,,
k5,question,78,k99,,To nobody,,,,,,published,,,,
k6,amendment,7,,none,Hidden words,u4,Carl Rude,person,2024-01-03T14:00:00+01:00,,moderated,,2,0,
k7,amendment,7,k6,,Reply to hidden words,u1,Anna Example,person,2024-01-03T15:00:00+01:00,,withdrawn,,,,
k8,amendment,7,,,Erased words,u5,Dora Erased,person,2024-01-03T16:00:00+01:00,,erased,,,,
--- sources/3-ballots.csv
Voter,On kind,Ballot on,Vote,At
v1,proposal,1,against,2024-01-01T23:30:00Z
v1,proposal,1,for,2024-01-02T23:30:00Z
v2,proposal,1,for,2024-01-02T10:00:00+01:00
v3,proposal,1,against,2024-01-02T10:00:00+01:00
v4,proposal,1,neutral,
v1,proposal,3,for,2024-01-04
v5,amendment,7,for,2024-01-09T12:00:00+01:00
v1,proposal,a1,for,2024-01-09T12:00:00+01:00
v2,proposal,555,for,2024-01-09T12:00:00+01:00
--- sources/4-clubs.csv
Voter,Opinion group
v1,A
v2,A
v3,B
v4,B
v5,New people
--- sources/5-decisions.csv
Decision,Heading,Text,State,By,Decided,Link,On
d1,Budget,"Voted, <b>unanimously</b>.

With thanks.",done,Town council,2024-07-01,https://town.example/d/1,"1,3,7"
d2,Nobody asked,,evaluating,,,,
d3,No status,Under study.,,,2024-07-02,,a/b
"##;

/// What cannot stand beside it: no vote rows that count, pseudonyms, links withheld, days without hours.
const THE_REST: &str = r##"No vote rows that count: declared totals, a sample of votes, pseudonyms, links withheld, dates without hours, topics in the order of the file.
--- content/archive.yaml
title: Archive du reste
publisher: { name: Les testeurs }
language: fr
licence: lov2
--- content/profiles/totals.yaml
id: town/totals
platform: Town
title: Only totals
recognise: { required: [No, Total] }
records:
  - as: contribution
    kind: petition
    fields: { id: No, title: Title, votes_total: Total, votes_against: Against, created_at: On, author_name: By, author_kind: Kind, author_size: Size, topic: Theme, url: Link, comment_count: Comments }
--- content/profiles/sample.yaml
id: town/sample
platform: Town
title: Some of the votes
vote_rows: sample
recognise: { required: [Sampled, Side] }
records:
  - as: vote
    on: [petition]
    fields: { on_id: Sampled, value: Side, created_at: At }
--- consultation.yaml
title: Le reste
topics:
  - { id: z, title: Zèbres, description: D'abord les zèbres. }
  - { id: y, title: Ânes, parent: z }
  - { id: a, title: Abeilles }
sources:
  - file: sources/petitions.csv
  - file: sources/sample.csv
--- sources/petitions.csv
No,Title,Total,Against,On,By,Kind,Size,Theme,Link,Comments
1,Un total seul,1200,,2024-01-02,Jeanne Exemple,person,,Zèbres,https://town.example/1,3
2,Un total et des contre,30,4,2024-01-01,Atelier,collective,7,Ânes,https://town.example/2,
3,Rien du tout,,,,,,,Abeilles,,
4,Un échantillon seul,,,2024-01-03,Jeanne Exemple,person,,Autre chose,,
--- sources/sample.csv
Sampled,Side,At
1,for,2024-01-04
4,for,2024-01-04
4,against,2024-01-05
"##;
