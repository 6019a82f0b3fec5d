//! An archive's own tables import back to an equal model: every column of every table, from the CSV files and from the JSON files.

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use common::{Archive, Row, greffe, run};

/// Columns that speak of where an archive was read from, which differs by design.
const OF_THE_SOURCE: &[&str] = &["source_file", "source_row"];
/// Tables about the reading itself.
const OF_THE_READING: &[&str] = &["set_aside", "dictionary", "changes"];

/// A consultation that has what the example may lack.
const EVERYTHING: &[(&str, &str)] = &[
    (
        "ideas.csv",
        "kind,id,parent_id,theme,tags,title,body,author,author_kind,author_size,created_at,status,motif,votes_for,votes_against,votes_neutral,comments,latitude,longitude,place,answer,answered_at\n\
         proposal,1,,Water,\"shade, birds\",Ponds,\"Dig \"\"deep\"\"\n\nplease <b>now</b>\",Ann,person,,2024-01-02 10:00:00,published,,5,2,1,3,48.85,2.35,Park,We will,2024-03-01\n\
         proposal,2,,Water,,Wells,Two wells,The club,collective,12,2024-01-03,withdrawn,second thoughts,4,4,,0,,,,,\n\
         proposal,3,,,,Rude,words,Bob,person,,2024-01-04,moderated,rude,1,0,,0,,,,,\n\
         amendment,1,1,Water,,Deeper,\"= 1 + 1\",Town Ltd,organisation,,2024-01-05,published,,2,,,,,,,,\n\
         question,Q/1,,Roads,,Why?,Because,,,,,published,,,,,,,,,,\n",
    ),
    (
        "comments.csv",
        "comment_id,contribution_id,type_contribution,parent_id,side,body,author,created_at,status\n\
         a,1,proposal,,for,Yes,Ann,2024-01-06,published\n\
         b,1,proposal,a,,Why?,Bob,2024-01-07 08:30:00,published\n\
         c,1,proposal,,against,gone,Eve,2024-01-08,moderated\n\
         d,99,proposal,,for,Nowhere,Eve,2024-01-08,published\n",
    ),
];

/// The Polis export in small: counted votes beside declared ones, and groups of voters.
const POLIS: &[(&str, &str)] = &[
    (
        "comments.csv",
        "timestamp,comment-id,author-id,agrees,disagrees,moderated,comment-body\n1472552518501,0,7,2,1,1,Buses at night\n1472552600000,1,8,0,1,1,Close the bridge\n",
    ),
    (
        "votes.csv",
        "timestamp,comment-id,voter-id,vote\n1403054214196,0,0,1\n1403054214999,0,1,-1\n1403054215999,0,1,1\n1403054216999,1,1,-1\n1403054217999,1,2,0\n",
    ),
    ("participants-votes.csv", "participant,group-id,n-comments,n-votes,n-agree,n-disagree,0,1\n0,0,0,1,1,0,1,\n1,1,0,2,1,1,1,-1\n2,1,0,1,0,0,,0\n"),
];

fn tables(archive: &Archive, slug: &str) -> BTreeSet<String> {
    let folder = archive.path(&format!("site/consultations/{slug}/data"));
    let files = fs::read_dir(folder).expect("a data folder").flatten().map(|file| file.file_name().to_string_lossy().into_owned());
    files.filter_map(|file| file.strip_suffix(".csv").map(str::to_owned)).collect()
}

/// Publishes the tables of a consultation again, from the files with this ending, and compares.
fn compare(first: &Archive, slug: &str, extension: &str, archive_yaml: &str) {
    let data = first.path(&format!("site/consultations/{slug}/data"));
    let second = Archive::empty();
    second.put("content/archive.yaml", archive_yaml);
    let own = fs::read_to_string(first.path(&format!("content/consultations/{slug}/consultation.yaml"))).expect("the YAML");
    // What the user wrote about the consultation stays; only its sources are others.
    let mut value: serde_json::Value = greffe::read::parse_data(&own, "consultation.yaml").expect("good YAML");
    value["sources"] = serde_json::json!([{ "file": "sources/data/" }]);
    second.put(&format!("content/consultations/{slug}/consultation.yaml"), value.to_string());
    for file in fs::read_dir(&data).expect("data").flatten().map(|file| file.path()) {
        if file.extension().is_some_and(|found| found == extension) {
            let name = file.file_name().expect("a name").to_string_lossy().into_owned();
            second.put(&format!("content/consultations/{slug}/sources/data/{name}"), fs::read(&file).expect("a table"));
        }
    }
    second.greffe(&["build"]).ok();
    let wanted: Vec<String> = tables(first, slug).into_iter().filter(|name| !OF_THE_READING.contains(&name.as_str())).collect();
    for name in wanted {
        let (a, b): (Vec<Row>, Vec<Row>) = (first.table(slug, &name), second.table(slug, &name));
        assert_eq!(a.len(), b.len(), "{slug}/{name} from {extension}: rows");
        for (a, b) in a.iter().zip(&b) {
            for (column, cell) in a.iter().filter(|(column, _)| !OF_THE_SOURCE.contains(&column.as_str())) {
                assert_eq!(Some(cell), b.get(column), "{slug}/{name}.{column} from {extension}, in {a:?}");
            }
        }
    }
}

fn both(archive: &Archive, slug: &str, archive_yaml: &str) {
    compare(archive, slug, "csv", archive_yaml);
    compare(archive, slug, "json", archive_yaml);
}

#[test]
fn the_example_comes_back() {
    let archive = Archive::empty();
    for entry in walkdir::WalkDir::new("content").into_iter().flatten().filter(|entry| entry.file_type().is_file()) {
        let text = fs::read(entry.path()).expect("a file");
        archive.put(&entry.path().to_string_lossy(), text);
    }
    archive.greffe(&["build"]).ok();
    let yaml = fs::read_to_string(archive.path("content/archive.yaml")).expect("archive.yaml");
    for slug in fs::read_dir("content/consultations").expect("consultations").flatten() {
        let slug = slug.file_name().to_string_lossy().into_owned();
        // The archive names consultations to feature: there is only one in the second.
        let mut value: serde_json::Value = greffe::read::parse_data(&yaml, "archive.yaml").expect("good YAML");
        value["featured"] = serde_json::json!([]);
        both(&archive, &slug, &value.to_string());
    }
}

#[test]
fn every_kind_of_thing_comes_back() {
    for (names, files) in [("pseudonym", EVERYTHING), ("name", EVERYTHING), ("pseudonym", POLIS)] {
        let yaml = format!("{}privacy: {{ authors: {names} }}\n", common::ARCHIVE);
        let archive = Archive::of(files);
        archive.put("content/archive.yaml", &yaml);
        archive.greffe(&["build"]).ok();
        if files[0].0 == "ideas.csv" {
            let found = tables(&archive, "c");
            for table in ["contributions", "comments", "topics", "contribution_topics", "outcomes", "groups"] {
                assert!(found.contains(table), "the fixture has no {table}: {found:?}");
            }
        } else {
            assert!(archive.table("c", "groups").iter().any(|row| row["grouping"] == "opinion-group" && !row["group_votes_for"].is_empty()));
        }
        both(&archive, "c", &yaml);
    }
}

#[test]
fn a_folder_with_both_formats_is_read_once() {
    let archive = Archive::of(EVERYTHING);
    archive.greffe(&["build"]).ok();
    let other = Archive::empty();
    fs::remove_dir(other.root()).expect("an empty folder");
    let data = archive.path("site/consultations/c/data");
    run(greffe().arg("new").arg(other.root()).arg("--from").arg(&data)).ok();
    other.greffe(&["build"]).ok();
    let slug = fs::read_dir(other.path("content/consultations")).expect("one").flatten().next().expect("one").file_name();
    let slug = slug.to_string_lossy();
    assert_eq!(other.table(&slug, "contributions").len(), archive.table("c", "contributions").len());
    assert!(other.table(&slug, "set_aside").iter().all(|row| row["code"] != "duplicate-row" && row["code"] != "conflicting-id"));
    assert!(Path::new(&data).join("contributions.json").exists(), "both formats were there");
}
