//! An archive's own profiles: the one of the manual works as written, and a wrong one is explained line by line.

mod common;

use common::{Archive, greffe, run};
use serde_json::Value;

const MANUAL: &str = include_str!("../docs/profiles.md");
const EXPORT: &str = include_str!("fixtures/own-profile/idees.csv");

/// The text of the first block of the manual in this language after a heading.
fn block(heading: &str, language: &str) -> &'static str {
    let after = MANUAL.split_once(heading).map(|(_, after)| after).expect("the heading is in docs/profiles.md");
    let (_, block) = after.split_once(&format!("```{language}\n")).expect("a block");
    block.split_once("```").map(|(block, _)| block).expect("its end")
}

fn with_profile(text: &str) -> Archive {
    let archive = Archive::of(&[("idees.csv", EXPORT)]);
    archive.put("content/profiles/boite-a-idees.yaml", text);
    archive
}

#[test]
fn the_profile_of_the_manual_works_as_written() {
    let profile = block("## A profile in ten lines", "yaml");
    assert!(profile.lines().count() <= 10, "ten lines were promised:\n{profile}");
    let archive = with_profile(profile);
    let run = archive.greffe(&["build"]).ok();
    let rows = archive.table("c", "contributions");
    let of = |id: &str| rows.iter().find(|row| row["contribution_id"] == id).unwrap_or_else(|| panic!("{id} in {rows:?}"));
    assert_eq!(rows.len(), 3);
    assert_eq!((of("12")["title"].as_str(), of("12")["votes_for"].as_str()), ("Un marché le soir", "41"));
    assert!(of("12")["created_at"].starts_with("2023-03-04"), "{:?}", of("12"));
    assert_eq!(of("13")["status"], "withdrawn");
    assert_eq!(archive.table("c", "set_aside").len(), 1);
    assert!(run.with("unrecognised").is_empty());
    for bytes in common::tree(&archive.path("site")).values() {
        assert!(!String::from_utf8_lossy(bytes).contains("example.invalid"), "the column with e-mail addresses is published");
    }
    // `inspect` knows the archive's own profiles, and says what the manual shows.
    let file = archive.path("content/consultations/c/sources/idees.csv");
    let inspected = run_plain(&archive, &["inspect", file.to_str().expect("UTF-8")]);
    for line in block("## See whether it fits", "text").lines().map(str::trim).filter(|line| !line.is_empty()) {
        assert!(inspected.contains(line), "the manual shows “{line}”, but greffe says:\n{inspected}");
    }
}

fn run_plain(archive: &Archive, args: &[&str]) -> String {
    let run = run(greffe().arg("--root").arg(archive.root()).args(["--lang", "en", "--format", "plain"]).args(args)).ok();
    run.stdout
}

/// Every fault that is said of a profile: (line, message and hint).
#[track_caller]
fn faults(text: &str) -> Vec<(u64, String)> {
    let archive = with_profile(text);
    let run = archive.greffe(&["build"]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(!archive.path("site").exists());
    let of_profile = run.said.iter().filter(|said| said["file"] == "content/profiles/boite-a-idees.yaml");
    of_profile.map(|said| (said["line"].as_u64().unwrap_or_default(), format!("{} {}", words(&said["message"]), words(&said["hint"])))).collect()
}

fn words(value: &Value) -> &str {
    let text = value.as_str().unwrap_or_default();
    assert!(!text.contains(['{', '}']), "a hole in the words: {text}");
    text
}

/// Each expected fault: its line, and what must be said there.
#[track_caller]
fn expect(text: &str, expected: &[(u64, &str)]) {
    let found = faults(text);
    assert_eq!(found.iter().map(|(line, _)| *line).collect::<Vec<_>>(), expected.iter().map(|(line, _)| *line).collect::<Vec<_>>(), "{found:#?}");
    for ((line, said), (_, wanted)) in found.iter().zip(expected) {
        assert!(wanted.split('+').all(|part| said.contains(part)), "line {line} should say {wanted}: {said}");
    }
}

#[test]
fn every_fault_of_a_profile_is_told_at_once_with_its_line() {
    let text = "\
id: town/ideas
platform: Town
title: Ideas
zone: Europe/Pari
rows: data.items
formats: [\"%d.%m\", \"%Y-%m-%d\"]
recognise: { required: [] }
month_first: yes
vote_rows: complet
records:
  - as: contribution
    kind: propsal
    on: [proposal, coment]
    when: { column: Type }
    feilds: { id: N }
    fields:
      id: N
      titel: Intitulé
      body: { label: Text }
      created_at: { column: Date, format: \"%Q\" }
      status: { column: Statut, values: { oui: publisched, non: \"\" } }
    set_aside:
      - { column: Statut, values: [brouillon], code: never-publik }
    also:
      - { as: set_aside }
      - { as: contribution, fields: { side: { column: x, values: { a: pro } } } }
";
    expect(
        text,
        &[
            (4, "Europe/Pari+time zone"),
            (5, "rows+form: document"),
            (6, "%d.%m+%Y"),
            (7, "required"),
            (8, "month_first+true"),
            (9, "complet+did you mean “complete”"),
            (12, "propsal+did you mean “proposal”"),
            (13, "coment+did you mean “comment”"),
            (14, "condition+empty"),
            (15, "feilds+did you mean “fields”"),
            (18, "titel+did you mean “title”"),
            (19, "body+no column"),
            (20, "%Q+%d/%m/%Y"),
            (21, "publisched+did you mean “published”"),
            (23, "never-publik+did you mean “never-public”"),
            (25, "reason+never-public"),
            (26, "pro+for, against, neutral"),
        ],
    );
}

#[test]
fn what_is_missing_is_told_too() {
    expect("id: a/b\nrecords: []\n", &[(1, "platform"), (1, "title"), (1, "required"), (2, "no record")]);
    expect(
        "id: a/b\nplatform: A\ntitle: B\nrecognise: [x]\nrecords:\n  as: contribution\n",
        &[(4, "recognise+keys and values"), (4, "required"), (6, "records+list")],
    );
    // A file that is no YAML has one fault: where it stops being so.
    expect("id: a/b\nplatform: [A\ntitle: B\n", &[(3, "")]);
    expect("id: a/b\n\tplatform: A\n", &[(2, "tab")]);
}

#[test]
fn two_profiles_of_one_name_are_told() {
    let good = block("## A profile in ten lines", "yaml");
    let archive = with_profile(good);
    archive.put("content/profiles/another.yaml", good);
    let run = archive.greffe(&["check"]);
    let said = run.one("bad-profile");
    assert_eq!((&said["file"], run.code), (&"content/profiles/boite-a-idees.yaml".into(), 1));
    assert!(words(&said["message"]).contains("content/profiles/another.yaml"), "{said}");
}

#[test]
fn the_faults_are_told_in_every_language() {
    let archive = with_profile("id: a/b\nplatform: A\ntitle: B\nrecords:\n  - { as: contribution, fields: { titel: x, body: } }\n");
    for (language, said) in [("fr", "n’est pas un champ"), ("es", "no es un campo")] {
        let run = run(greffe().arg("--root").arg(archive.root()).args(["--lang", language, "--format", "json", "check"]));
        assert!(run.with("bad-profile").iter().any(|fault| words(&fault["message"]).contains(said)), "{}", run.stderr);
        run.said.iter().for_each(|fault| assert!(!words(&fault["hint"]).is_empty()));
    }
}

#[test]
fn the_schema_describes_every_key() {
    let schema = run(greffe().args(["schema", "profile"])).ok();
    let schema: Value = serde_json::from_str(&schema.stdout).expect("JSON");
    let mut silent = Vec::new();
    described("", &schema, &mut silent);
    assert!(silent.is_empty(), "without a description: {silent:?}");
    let fields = schema["$defs"]["Record"]["properties"]["fields"]["properties"].as_object().expect("the fields by name");
    assert!(fields.len() > 40 && fields.contains_key("votes_for"));
}

fn described(path: &str, schema: &Value, silent: &mut Vec<String>) {
    for (key, property) in schema["properties"].as_object().into_iter().flatten() {
        if property["description"].as_str().is_none_or(str::is_empty) {
            silent.push(format!("{path}/{key}"));
        }
        described(&format!("{path}/{key}"), property, silent);
    }
    for (name, definition) in schema["$defs"].as_object().into_iter().flatten() {
        described(name, definition, silent);
    }
}
