//! `repair: mojibake`: texts that a wrong encoding damaged are mended where that is certain, counted and published; never silently.

mod common;

use std::path::{Path, PathBuf};

use common::{Archive, text_of};

const DAMAGED: &str = "id;titre;texte;thème;lieu;auteur;statut\n\
    1;La forÃªt dâ€™hiver;PlantonsÂ\u{a0}: des arbres Ã\u{a0} la lisiÃ¨re.;Ã‰nergie;Saint-Ã‰tienne;RenÃ©e;publié\n\
    2;Un étang;Sain et sauf : été, œuvre, ça.;Énergie;Évian;Zoé;publié\n\
    3;CafÃ\u{fffd};Le cafÃ© est fermé.;;;;publié\n\
    4;CachÃ©e;Un texte cachÃ© par les modÃ©rateurs.;;;;modéré\n";

fn archive(repair: &str, language: &str) -> Archive {
    let archive = Archive::of(&[("idees.csv", DAMAGED)]);
    archive.put("content/archive.yaml", format!("title: Archive\nlanguage: {language}\nlicence: lov2\nprivacy: {{ authors: name }}\n"));
    archive.put(
        "content/consultations/c/consultation.yaml",
        format!("title: Une consultation\nsources:\n  - {{ file: sources/idees.csv{repair} }}\ntopics:\n  - {{ id: energie, title: Énergie }}\n"),
    );
    archive
}

fn method(archive: &Archive) -> String {
    text_of(&archive.page("consultations/c/method.html"))
}

#[test]
fn without_repair_damage_is_only_told() {
    let archive = archive("", "en");
    let run = archive.greffe(&["build"]).ok();
    let said = run.with("mojibake");
    assert!(said.iter().all(|said| said["hint"].as_str().unwrap_or_default().contains("repair: mojibake")), "{}", run.stderr);
    assert!(!said.is_empty() && run.with("repaired").is_empty());
    assert_eq!(archive.table("c", "contributions")[0]["title"], "La forÃªt dâ€™hiver");
    assert!(!method(&archive).contains("repaired"));
}

#[test]
fn with_repair_every_text_of_the_source_is_mended_and_told() {
    let archive = archive(", repair: mojibake", "en");
    let run = archive.greffe(&["build"]).ok();
    let rows = archive.table("c", "contributions");
    let of = |id: &str| rows.iter().find(|row| row["contribution_id"] == id).expect("a row");
    assert_eq!((of("1")["title"].as_str(), of("1")["body"].as_str()), ("La forêt d’hiver", "Plantons\u{a0}: des arbres à la lisière."));
    assert_eq!((of("1")["place"].as_str(), of("1")["author_name"].as_str()), ("Saint-Étienne", "Renée"));
    assert_eq!((of("1")["topic_id"].as_str(), of("2")["topic_id"].as_str()), ("energie", "energie"), "one topic, however it is spelt");
    assert_eq!((of("2")["title"].as_str(), of("2")["body"].as_str()), ("Un étang", "Sain et sauf : été, œuvre, ça."));
    assert_eq!(of("3")["title"], "CafÃ\u{fffd}", "what is lost is not guessed");
    assert_eq!(of("3")["body"], "Le café est fermé.", "sound letters beside damaged ones stay");
    assert_eq!((of("4")["title"].as_str(), of("4")["body"].as_str()), ("", ""), "what is hidden stays hidden");
    // Said with count and example, and what could not be mended is said too.
    let said = run.one("repaired");
    assert_eq!((&said["severity"], &said["count"]), (&"note".into(), &8.into()), "{said}");
    assert!(said["message"].as_str().unwrap_or_default().contains("forÃªt → forêt"), "{said}");
    let left = run.one("mojibake");
    assert_eq!((&left["count"], &left["row"]), (&1.into(), &3.into()));
    assert!(!left["hint"].as_str().unwrap_or_default().contains("repair: mojibake"), "{left}");
    let method = method(&archive);
    assert!(
        method.contains("8 texts of sources/idees.csv held damaged letters and were repaired: UTF-8 that had been read as Windows-1252"),
        "{method}"
    );
    assert!(!method.contains("modÃ©rateurs") && !method.contains("cachÃ©"), "no hidden text is an example");
}

#[test]
fn the_method_page_says_it_in_every_language() {
    for (language, words) in [("fr", "8 textes de sources/idees.csv"), ("es", "8 textos de sources/idees.csv")] {
        let archive = archive(", repair: mojibake", language);
        archive.greffe(&["build"]).ok();
        assert!(method(&archive).contains(words), "{language}");
    }
}

#[test]
fn another_word_for_repair_is_an_error_with_its_line() {
    let archive = archive(", repair: mojibak", "en");
    let run = archive.greffe(&["check"]);
    let said = run.one("bad-value");
    assert_eq!((run.code, &said["line"]), (1, &3.into()));
    assert!(said["hint"].as_str().unwrap_or_default().contains("mojibake"), "{said}");
}

/// A real export, if it is here.
fn real(path: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("GREFFE_REAL_DATA").map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data"), PathBuf::from);
    let found = folder.join(path);
    if !found.exists() {
        println!("skipped: the real export {} is not here", found.display());
    }
    found.canonicalize().ok()
}

#[test]
fn madrids_damaged_comments_come_out_right() {
    let Some(file) = real("consul/decide-madrid-selected_debate_comments.xlsx") else { return };
    let archive = Archive::empty();
    archive.put("content/archive.yaml", common::ARCHIVE);
    archive.put("content/consultations/c/consultation.yaml", "title: Madrid\nsources: [{ file: sources/comments.xlsx, repair: mojibake }]\n");
    archive.put("content/consultations/c/sources/comments.xlsx", std::fs::read(file).expect("readable"));
    let run = archive.greffe(&["build"]).ok();
    assert_eq!(run.with("mojibake").len(), 0, "{}", run.stderr);
    let said = run.one("repaired");
    assert!(said["count"].as_u64().is_some_and(|count| count >= 2161), "{said}");
    let rows = archive.table("c", "comments");
    assert_eq!(rows.len(), 2773);
    assert!(rows.iter().all(|row| !row["body"].contains(['√', '¬'])));
    let body = |id: &str| rows.iter().find(|row| row["comment_id"] == id).map(|row| row["body"].clone()).unwrap_or_default();
    assert_eq!(body("10"), "Queda por ver cómo se consigue articular y qué tal se desenvuelve la gente, pero promete.");
    assert!(method(&archive).contains("MacRoman"));
}
