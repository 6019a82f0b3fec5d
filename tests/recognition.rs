//! `inspect`, `new` and `add` say what files are, how sure that is and why, what looks personal, and what a set of files lacks.

mod common;

use std::path::Path;

use common::{Archive, Run, greffe, run, zip};
use serde_json::Value;

const PROPOSALS: &str = "id;titre;texte;pour;auteur;Votre e-mail;GSM;notes\n\
    1;Un banc;Un banc au soleil.;12;Zoé;zoe@example.invalid;0612345678;x\n\
    2;Un étang;Pour les canards.;3;Max;max@example.invalid;0698765432;y\n";
const COMMENTS: &str = "id;proposition_id;texte;date;contact\n\
    k1;1;D'accord.;2024-01-02;ana@example.invalid\n\
    k2;7;Sur une autre.;2024-01-03;eva@example.invalid\n\
    k3;8;Encore une autre.;2024-01-03;\n";
const UNKNOWN: &str = "Ref interne;Intitulé retenu par le jury;Notes du rapporteur;Nb soutiens reçus;Adresse mail;Avancement\n\
    p1;Une fontaine;Une fontaine à boire près de l'école.;31;x@example.invalid;retenu\n\
    p2;Un banc;Un banc au soleil devant la mairie, pour souffler.;7;y@example.invalid;retenu\n";

fn inspect(archive: &Archive, files: &[&str], more: &[&str]) -> Run {
    let mut command = greffe();
    command.arg("--root").arg(archive.root()).args(more).arg("inspect");
    files.iter().for_each(|file| {
        command.arg(archive.path(file));
    });
    run(&mut command)
}

/// The facts as a program reads them.
fn facts(archive: &Archive, files: &[&str]) -> Value {
    let run = inspect(archive, files, &["--format", "json", "--lang", "en"]);
    serde_json::from_str(&run.stdout).unwrap_or_else(|error| panic!("{error}: {}{}", run.stdout, run.stderr))
}

fn file<'a>(facts: &'a Value, name: &str) -> &'a Value {
    let files = facts["files"].as_array().expect("files");
    files.iter().find(|file| file["file"].as_str().is_some_and(|found| found.ends_with(name))).unwrap_or_else(|| panic!("{name} in {facts:#}"))
}

fn put(files: &[(&str, &str)]) -> Archive {
    let archive = Archive::empty();
    files.iter().for_each(|(name, text)| archive.put(name, text));
    archive
}

#[test]
fn a_file_is_explained() {
    let archive = put(&[("propositions.csv", PROPOSALS)]);
    let facts = facts(&archive, &["propositions.csv"]);
    let file = file(&facts, "propositions.csv");
    assert_eq!(file["recognised"]["profile"], "plain/table");
    assert!(file["recognised"]["sure"].as_u64().is_some_and(|sure| (50..100).contains(&sure)), "{file:#}");
    assert_eq!(file["recognised"]["because"], serde_json::json!(["titre", "texte"]));
    assert!(!file["runner_up"]["missing"].as_array().expect("columns").is_empty(), "{file:#}");
    assert!(file["columns_unused"].to_string().contains("notes"));
    // Declared by no profile: told by the words of the header.
    let suspects = file["columns_suspect"].as_array().expect("suspects");
    let suspect = |column: &str| suspects.iter().find(|suspect| suspect["column"] == column).unwrap_or_else(|| panic!("{column}: {suspects:?}"));
    assert_eq!((&suspect("Votre e-mail")["what"], &suspect("GSM")["what"]), (&"email".into(), &"phone".into()));
    assert_eq!((&file["rows_read"], &file["holds"]["proposal"], &facts["holds"]["proposal"]), (&2.into(), &2.into(), &2.into()));
    let human = inspect(&archive, &["propositions.csv"], &["--lang", "en"]).ok().stdout;
    for said in [
        "Profile: plain/table",
        "% sure",
        "Recognised by the columns: titre",
        "but these columns are missing",
        "Columns not used: ",
        "Votre e-mail (e-mail, by its name)",
        "1 of 1 file recognised (a plain table): 2 proposals.",
    ] {
        assert!(human.contains(said), "“{said}” is not in:\n{human}");
    }
}

#[test]
fn a_zip_is_explained_as_a_whole_with_what_it_lacks() {
    let archive = Archive::empty();
    let members = [("a/propositions.csv", PROPOSALS), ("a/commentaires.csv", COMMENTS), ("a/autre.csv", "alpha;beta\n1;2\n")];
    archive.put("export.zip", zip(&members.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()))));
    let facts = facts(&archive, &["export.zip"]);
    assert_eq!(facts["files"].as_array().map(Vec::len), Some(3));
    assert_eq!(file(&facts, "commentaires.csv")["recognised"]["profile"], "plain/comments");
    assert_eq!(file(&facts, "autre.csv")["recognised"], Value::Null);
    let relations = facts["relations"].as_array().expect("relations");
    let on = |to: Option<&str>| {
        let found =
            relations.iter().find(|relation| to.map_or(relation["to"].is_null(), |to| relation["to"].as_str().unwrap_or_default().ends_with(to)));
        found.map(|relation| relation["count"].as_u64().unwrap_or_default())
    };
    assert_eq!((on(Some("propositions.csv")), on(None)), (Some(1), Some(2)), "{relations:?}");
    // Told by their cells: the header says nothing.
    let contact = &file(&facts, "commentaires.csv")["columns_suspect"][0];
    assert_eq!((&contact["column"], &contact["what"], &contact["told_by"]), (&"contact".into(), &"email".into(), &"cells".into()));
    let human = inspect(&archive, &["export.zip"], &["--lang", "en"]).ok().stdout;
    for said in [
        "1 comment on what is in export.zip/a/propositions.csv",
        "2 comments on contributions that are in no file",
        "2 of 3 files recognised (a plain table): 2 proposals, 3 comments; 2 of them on contributions that are in no file.",
    ] {
        assert!(human.contains(said), "“{said}” is not in:\n{human}");
    }
}

#[test]
fn files_of_several_folders_are_explained_together() {
    let archive = put(&[("one/propositions.csv", PROPOSALS), ("two/deep/commentaires.csv", COMMENTS)]);
    let facts = facts(&archive, &["one/propositions.csv", "two/deep/commentaires.csv"]);
    assert!(facts["relations"].to_string().contains("one/propositions.csv"), "{facts:#}");
}

#[test]
fn what_nothing_recognises_gets_the_nearest_profiles_and_a_block_to_edit() {
    let archive = put(&[("projets.csv", UNKNOWN), ("comments.csv", "id,body,depth,commentable_type\n1,x,0,y\n")]);
    let run = inspect(&archive, &["projets.csv"], &["--lang", "en"]);
    assert_eq!(run.code, 1, "nothing would come of a build");
    for said in ["greffe does not recognise this file.", "Near: plain/table", "missing: title", "title: \"Intitulé retenu par le jury\""] {
        assert!(run.stdout.contains(said), "“{said}” is not in:\n{}", run.stdout);
    }
    // Decidim's comments without two of their columns: said which.
    let archive = put(&[("comments.csv", "id,depth,alignment,commentable_id\n1,0,1,5\n")]);
    let facts = facts(&archive, &["comments.csv"]);
    let near = &file(&facts, "comments.csv")["nearest"];
    assert_eq!(near[0]["profile"], "decidim/comments", "{near:#}");
    assert!(near[0]["missing"].to_string().contains("body") && near.as_array().is_some_and(|near| near.len() == 3), "{near:#}");
}

#[test]
fn new_writes_the_block_and_it_builds() {
    let archive = put(&[("projets.csv", UNKNOWN)]);
    let made = archive.path("made");
    // A guess is written for somebody to look at, and nothing is built of it before.
    let new = run(greffe().args(["new", "--lang", "en", "--format", "plain"]).arg(&made).arg("--from").arg(archive.path("projets.csv")));
    let file = made.join("content/consultations/projets/consultation.yaml");
    let yaml = std::fs::read_to_string(&file).expect("the YAML");
    let line = yaml.lines().position(|line| line.contains("sources/projets.csv")).expect("the source") + 1;
    assert_eq!(new.code, 1, "{}", new.stderr);
    assert!(new.stderr.contains(&format!("consultation.yaml:{line}:5: greffe does not recognise")), "{}", new.stderr);
    let stopped = run(greffe().args(["build", "--lang", "en", "--format", "plain", "--root"]).arg(&made));
    assert_eq!(stopped.code, 1, "{}", stopped.stderr);
    assert!(stopped.stderr.contains(&format!("consultation.yaml:{line}:5: greffe does not recognise")), "{}", stopped.stderr);
    for written in [
        "    # kind: proposal\n    # columns:\n    #   id: \"Ref interne\"\n    #   title: \"Intitulé retenu par le jury\"\n    #   body: \"Notes du rapporteur\"\n",
        "    #   votes_for: \"Nb soutiens reçus\"\n",
        "    #   # ?: \"Avancement\"\n",
        "they look personal: \"Adresse mail\"",
    ] {
        assert!(yaml.contains(written), "“{written}” is not in:\n{yaml}");
    }
    let looked_at = yaml.replace("    # kind", "    kind").replace("    # columns", "    columns").replace("    #   ", "      ");
    std::fs::write(&file, looked_at).expect("the YAML");
    assert!(!yaml.contains("\n      email") && new.stdout.contains("projets.csv"), "{}", new.stdout);
    run(greffe().arg("--root").arg(&made).arg("build")).ok();
    let rows = common::read_csv(&made.join("site/consultations/projets/data/contributions.csv"));
    assert_eq!((rows[0]["title"].as_str(), rows[0]["votes_for"].as_str()), ("Une fontaine", "31"));
    nowhere(&made.join("site"), "x@example.invalid");
}

#[test]
fn new_and_add_explain_what_they_took() {
    let archive = put(&[("in/propositions.csv", PROPOSALS), ("in/commentaires.csv", COMMENTS)]);
    let made = archive.path("made");
    let new = run(greffe().args(["new", "--lang", "en"]).arg(&made).arg("--from").arg(archive.path("in/propositions.csv"))).ok();
    for said in ["Profile: plain/table", "Recognised by the columns", "Votre e-mail (e-mail, by its name)", "1 of 1 file recognised"] {
        assert!(new.stdout.contains(said), "“{said}” is not in:\n{}", new.stdout);
    }
    let add = run(greffe().args(["add", "--lang", "en", "--root"]).arg(&made).arg("--from").arg(archive.path("in/commentaires.csv"))).ok();
    assert!(add.stdout.contains("3 comments on contributions that are in no file"), "{}", add.stdout);
}

#[test]
fn it_is_said_in_every_language() {
    let archive = put(&[("propositions.csv", PROPOSALS), ("commentaires.csv", COMMENTS), ("projets.csv", UNKNOWN)]);
    for language in ["en", "fr", "es"] {
        let run = inspect(&archive, &["propositions.csv", "commentaires.csv", "projets.csv"], &["--lang", language]).ok();
        for hole in ["cli-", "personal-", "suspect-", "count-", "scaffold-", "{$", "{ $"] {
            assert!(!run.stdout.contains(hole), "{language}: {hole} in\n{}", run.stdout);
        }
    }
}

fn nowhere(folder: &Path, text: &str) {
    for (name, bytes) in common::tree(folder) {
        assert!(!String::from_utf8_lossy(&bytes).contains(text), "{text} is in {name}");
    }
}
