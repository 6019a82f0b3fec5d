//! Archives that can be trusted: sealed, checked by two programs that must agree, and free of what was erased.

mod common;

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;

use common::{Archive, greffe, read_csv, repair_sums, run, tree, unpacked, verified};
use proptest::strategy::{Strategy, ValueTree};

/// Texts of eight words and more that occur nowhere else.
const SECRET: &str = "Le vieux saule derrière le lavoir cache sept renards argentés chaque soir d'automne";

/// A consultation that has everything a log speaks of: votes, comments, topics, places, a hidden one, an unfinished one.
fn archive() -> Archive {
    let mut rows = String::from("id,title,body,auteur,type_auteur,taille,theme,pour,contre,date,lieu,latitude,longitude,statut\n");
    for n in 1..=12 {
        let collective = if n % 5 == 0 { "collectif,12" } else { "personne," };
        let status = if n == 9 { "moderated" } else { "published" };
        writeln!(
            rows,
            "{n},Titre {n},\"Texte {n}, avec « guillemets » et\nune ligne\",{},{collective},Thème {},{},{},2024-01-{:02},Place {n},45.{n}1234,4.{n}5678,{status}",
            if n % 5 == 0 { format!("Collectif {n}") } else { format!("Autrice {}", n % 4) },
            n % 3,
            n * 7 % 11,
            n * 5 % 6,
            n + 3
        )
        .unwrap();
    }
    writeln!(rows, "13,Le titre du saule,{SECRET},Zénobie Quatremer,personne,,Thème 1,5,5,2024-01-20,Lavoir,45.5,4.5,published").unwrap();
    let mut comments = String::from("id,contribution_id,body,auteur,date,side\n");
    for n in 1..=9 {
        writeln!(comments, "c{n},{},Commentaire {n} sur la question,Autrice {},2024-02-{n:02},for", n % 12 + 1, n % 4).unwrap();
    }
    writeln!(comments, "c10,3,Je reviendrai compter les lanternes bleues du canal avec ma grand-mère,Zénobie Quatremer,2024-02-11,against").unwrap();
    let archive = Archive::of(&[("propositions.csv", &rows), ("commentaires.csv", &comments)]);
    archive.put("content/archive.yaml", "title: Archive of trust\nbase_url: https://trust.example.org/\nlanguage: fr\nlicence: lov2\n");
    archive
}

fn edit(site: &Path, file: &str, from: &str, to: &str) {
    let path = site.join(file);
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{file}: {from}");
    std::fs::write(path, text.replacen(from, to, 1)).unwrap();
}

fn copied(from: &Path) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in tree(from) {
        let path = folder.path().join(&name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    folder
}

#[test]
fn one_flipped_byte_in_any_file_is_named() {
    let archive = archive();
    archive.greffe(&["seal", "--date", "2024-06-01"]).ok();
    let site = archive.path("site");
    assert!(verified(&site, None).0.is_empty());
    let names: Vec<String> = tree(&site).into_keys().filter(|name| !["SHA256SUMS", "edition.txt"].contains(&name.as_str())).collect();
    assert!(names.len() > 150, "{}", names.len());
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    for (at, name) in names.iter().enumerate() {
        let path = site.join(name);
        let before = std::fs::read(&path).unwrap();
        if before.is_empty() {
            continue;
        }
        let (place, bit) = (0..before.len(), 0u8..8).new_tree(&mut runner).unwrap().current();
        let mut bent = before.clone();
        bent[place] ^= 1 << bit;
        std::fs::write(&path, bent).unwrap();
        let verdict = greffe::verify::verify(&site, None).unwrap();
        let named = verdict.faults.iter().any(|fault| fault.code.id == "file-changed" && fault.place.file.as_deref() == Some(name.as_str()));
        assert!(named, "{name}: byte {place}, bit {bit}");
        // The other program takes a whole start for each: every file of the log and the data, and some of the rest.
        if at % 7 == 0 || name.contains("/log/") || name.ends_with(".csv") || name.ends_with("key.txt") {
            let (_, python) = common::verdicts(&site, None);
            assert!(python.contains(&("file-changed".into(), name.clone())), "{name}: {python:?}");
        }
        std::fs::write(&path, before).unwrap();
    }
    assert!(verified(&site, None).0.is_empty());
}

#[test]
fn forgeries_with_repaired_sums_are_refused_and_named() {
    let archive = archive();
    archive.greffe(&["seal", "--date", "2024-06-01"]).ok();
    let table = "consultations/c/data/contributions.csv";
    let rows = read_csv(&archive.path(&format!("site/{table}")));
    let line = |id: &str| {
        let text = String::from_utf8(archive.bytes(table).unwrap()).unwrap();
        text.split("\r\n").find(|line| line.starts_with(&format!("c,{id},"))).unwrap().to_owned()
    };
    let cell = |id: &str, column: &str| rows.iter().find(|row| row["contribution_id"] == id).unwrap()[column].clone();
    let forged = |what: &str, forge: &dyn Fn(&Path), wanted: &[(&str, &str)]| {
        let copy = copied(&archive.path("site"));
        forge(copy.path());
        repair_sums(copy.path());
        let (faults, _) = verified(copy.path(), None);
        for (code, subject) in wanted {
            assert!(faults.contains(&((*code).into(), (*subject).into())), "{what}: {code} {subject} is not among {faults:?}");
        }
    };
    let (favour, against) = (cell("2", "votes_for"), cell("2", "votes_against"));
    forged(
        "a swapped vote",
        &|site| edit(site, table, &format!(",published,,{favour},{against},"), &format!(",published,,{against},{favour},")),
        &[("table-differs", table), ("ranking-differs", "consultations/c/rankings/support.json")],
    );
    forged(
        "a removed contribution",
        &|site| edit(site, table, &format!("{}\r\n", line("13")), ""),
        &[("row-missing", "c proposal 13"), ("table-differs", table)],
    );
    forged("a changed title", &|site| edit(site, table, ",Titre 4,", ",Titre 40,"), &[("row-differs", "c proposal 4 title")]);
    forged(
        "an entry that is made to fit",
        &|site| edit(site, "consultations/c/log/entries.jsonl", "\"source_row\":4", "\"source_row\":5"),
        &[
            ("root-differs", "consultations/c/log/checkpoint.txt"),
            ("edition-differs", "consultations/c/log/editions/1.txt"),
            ("row-differs", "c proposal 4 source_row"),
        ],
    );
    let rank = cell("4", "rank_support");
    forged(
        "a changed rank",
        &|site| {
            let old = line("4");
            let at = old.find(&format!(",{rank},{},", cell("4", "score_support"))).unwrap();
            edit(site, table, &old, &format!("{},99{}", &old[..at], &old[at + 1 + rank.len()..]));
        },
        &[("rank-differs", "c proposal 4 support"), ("table-differs", table)],
    );
    forged(
        "a comment that was changed",
        &|site| edit(site, "consultations/c/data/comments.csv", "Commentaire 4", "Commentaire 5"),
        &[("table-differs", "consultations/c/data/comments.csv")],
    );
    forged(
        "a row less in JSON",
        &|site| {
            let path = site.join("consultations/c/data/comments.jsonl");
            let text = std::fs::read_to_string(&path).unwrap();
            std::fs::write(path, text.split_inclusive('\n').skip(1).collect::<String>()).unwrap();
        },
        &[("count-differs", "consultations/c/data/comments.jsonl")],
    );
    forged(
        "a page that shows another number",
        &|site| {
            let page = "consultations/c/proposals/2.html";
            edit(site, page, &format!("data-sealed=votes_for>{favour}<"), "data-sealed=votes_for>999<");
        },
        &[("page-differs", "consultations/c/proposals/2.html")],
    );
    forged(
        "another rule",
        &|site| edit(site, "consultations/c/rankings/support.json", &format!(",{rank}]"), ",98]"),
        &[("ranking-differs", "consultations/c/rankings/support.json")],
    );
}

#[test]
fn editions_append_and_signatures_hold() {
    let archive = archive();
    let key = archive.path("key.pem");
    std::fs::write(
        &key,
        "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIOW7pOAWJ6XTUtVeRhfRVrpgXAX0pSBtjtpJe6AfK5X6\n-----END PRIVATE KEY-----\n",
    )
    .unwrap();
    let key = key.to_str().unwrap();
    archive.greffe(&["build"]).ok();
    let page = |path: &str| String::from_utf8(archive.bytes(path).unwrap()).unwrap();
    assert!(!page("index.html").contains("Version provisoire"), "nothing was closed that this could be a draft after");
    archive.greffe(&["seal", "--date", "2024-06-01", "--key", key, "--note", "Première édition"]).ok();
    assert!(!page("index.html").contains("Version provisoire") && page("editions.html").contains("Première édition"));
    let public = page("key.txt");
    let (faults, _) = verified(&archive.path("site"), Some(public.trim()));
    assert!(faults.is_empty(), "{faults:?}");
    // A build of the same content is the same edition, byte for byte.
    let sealed = tree(&archive.path("site"));
    archive.greffe(&["build"]).ok();
    assert!(tree(&archive.path("site")) == sealed);
    archive.greffe(&["seal", "--date", "2024-06-02"]).ok();
    assert!(!archive.path("content/editions/2").exists(), "nothing is new");
    let leaves = page("consultations/c/log/entries.jsonl");

    // One vote more: one entry and one page of a contribution change, and the log goes on.
    let table = std::fs::read_to_string(archive.path("content/consultations/c/sources/propositions.csv")).unwrap();
    archive.put("content/consultations/c/sources/propositions.csv", table.replace("Thème 1,5,5,2024-01-20", "Thème 1,6,5,2024-01-20"));
    archive.greffe(&["build"]).ok().one("draft");
    let (faults, _) = verified(&archive.path("site"), None);
    assert!(faults.is_empty(), "{faults:?}");
    let (faults, _) = verified(&archive.path("site"), Some(public.trim()));
    assert_eq!(faults, BTreeSet::from([("edition-draft".to_owned(), "edition.txt".to_owned())]));
    assert!(page("consultations/c/index.html").contains("Version provisoire"));
    let after = page("consultations/c/log/entries.jsonl");
    let (before_lines, after_lines): (Vec<&str>, Vec<&str>) = (leaves.lines().collect(), after.lines().collect());
    assert_eq!(after_lines.len(), before_lines.len() + 2, "the contribution again, and the tables");
    let moved = before_lines.iter().zip(&after_lines).filter(|(a, b)| a != b).count();
    assert_eq!(moved, 2, "what no longer holds is withheld");
    archive.greffe(&["seal", "--date", "2024-07-01", "--key", key]).ok();
    let (faults, _) = verified(&archive.path("site"), Some(public.trim()));
    assert!(faults.is_empty(), "{faults:?}");

    // Nobody may go back, and nobody may change what was closed.
    assert_eq!(archive.greffe(&["seal", "--date", "2024-01-01"]).one("seal-date")["file"], "content/editions/editions.yaml");
    let ledger = std::fs::read_to_string(archive.path("content/editions/c.jsonl")).unwrap();
    archive.put(
        "content/editions/c.jsonl",
        ledger.replacen("\"leaf\":\"0", "\"leaf\":\"1", 1).replacen("\"leaf\":\"a", "\"leaf\":\"b", 1).replacen("\"leaf\":\"f", "\"leaf\":\"e", 1),
    );
    archive.greffe(&["build"]).one("edition-broken");
    archive.put("content/editions/c.jsonl", ledger);
    assert!(!std::fs::read_to_string(archive.path("content/editions/c.jsonl")).unwrap().contains("Titre"));
}

#[test]
fn what_is_erased_is_nowhere_and_the_log_still_holds() {
    let archive = archive();
    archive.put(
        "content/consultations/c/synthesis.md",
        "---\ntitle: Synthèse\n---\n\nOn lit : « le vieux saule derrière le lavoir cache sept renards argentés ».\n",
    );
    archive.greffe(&["seal", "--date", "2024-06-01"]).ok();
    let salts = |archive: &Archive| String::from_utf8(archive.bytes("consultations/c/log/salts.jsonl").unwrap()).unwrap();
    let old = salts(&archive);
    let entries = String::from_utf8(archive.bytes("consultations/c/log/entries.jsonl").unwrap()).unwrap();
    let at = entries.lines().position(|line| line.contains("\"id\":\"13\"")).unwrap();
    let salt: serde_json::Value = serde_json::from_str(old.lines().nth(at).unwrap()).unwrap();
    let code = read_csv(&archive.path("site/consultations/c/data/contributions.csv"))
        .iter()
        .find(|row| row["contribution_id"] == "13")
        .unwrap()["author_id"]
        .clone();

    let yaml = std::fs::read_to_string(archive.path("content/consultations/c/consultation.yaml")).unwrap();
    archive.put(
        "content/consultations/c/consultation.yaml",
        format!("{yaml}erase:\n  - author: \"{code}\"\n    date: 2024-08-01\n    reason: à la demande de son autrice\n"),
    );
    let said = archive.greffe(&["check"]);
    assert_eq!(said.one("still-in-text")["file"], "content/consultations/c/synthesis.md");
    assert_eq!(said.with("still-in-source").len(), 2, "{}", said.stderr);
    std::fs::remove_file(archive.path("content/consultations/c/synthesis.md")).unwrap();
    archive.greffe(&["seal", "--date", "2024-08-02"]).ok();
    let (faults, _) = verified(&archive.path("site"), None);
    assert!(faults.is_empty(), "{faults:?}");

    let comment = "Je reviendrai compter les lanternes bleues du canal avec ma grand-mère";
    let mut unwanted: BTreeSet<String> = ["Zénobie", "Quatremer", "Le titre du saule", SECRET, comment].map(str::to_owned).into();
    unwanted.insert(code);
    for text in [SECRET, comment] {
        let words: Vec<&str> = text.split(' ').collect();
        unwanted.extend(words.windows(8).map(|run| run.join(" ")));
    }
    unwanted.extend(salt.as_object().unwrap().values().map(|salt| salt.as_str().unwrap().to_owned()));
    assert!(unwanted.len() > 15);
    let nowhere = |archive: &Archive, folder: &str| {
        for (name, bytes) in unpacked(tree(&archive.path(folder))) {
            let text = String::from_utf8_lossy(&bytes);
            for words in &unwanted {
                assert!(!text.contains(words.as_str()), "{words:?} is in {folder}/{name}");
            }
        }
    };
    nowhere(&archive, "site");
    nowhere(&archive, "content/editions");
    let tombstone = String::from_utf8(archive.bytes("consultations/c/proposals/13.html").unwrap()).unwrap();
    assert!(
        tombstone.contains("à la demande de son autrice") && tombstone.contains("1 août 2024") || tombstone.contains("1er août 2024"),
        "{tombstone}"
    );
    for form in ["zip", "bagit", "rocrate"] {
        let to = archive.path(&format!("deposit/{form}"));
        archive.run_plain(&["pack", "--format", form, "--to", to.with_extension("zip").to_str().unwrap()]);
    }
    nowhere(&archive, "deposit");

    // Cleaned copies in the place of the exports give the same archive, and hold nothing of what was erased.
    let cleaned = archive.greffe(&["clean-sources", "--to", archive.path("clean").to_str().unwrap()]).ok();
    assert!(cleaned.stdout.contains("contribution: \"proposal/13\"") && cleaned.stdout.contains("comment: \"c10\""), "{}", cleaned.stdout);
    nowhere(&archive, "clean");
    let copies = tree(&archive.path("clean/c/sources"));
    assert!(copies.values().all(|bytes| !String::from_utf8_lossy(bytes).contains("Autrice")), "names of persons");
    let before = tree(&archive.path("site"));
    for (name, bytes) in copies {
        archive.put(&format!("content/consultations/c/sources/{name}"), bytes);
    }
    let block: String = cleaned
        .stdout
        .lines()
        .skip_while(|line| *line != "erase:")
        .take_while(|line| line.starts_with("erase") || line.starts_with(' '))
        .flat_map(|line| [line, "\n"])
        .collect();
    archive.put("content/consultations/c/consultation.yaml", format!("{yaml}{block}"));
    let said = archive.greffe(&["build"]).ok();
    assert!(said.with("still-in-source").is_empty(), "{}", said.stderr);
    let after = tree(&archive.path("site"));
    let other: Vec<&String> = before.iter().filter(|(name, bytes)| after.get(*name) != Some(*bytes)).map(|(name, _)| name).collect();
    assert!(other.iter().all(|name| name.ends_with("method.html") || ["SHA256SUMS", "edition.txt"].contains(&name.as_str())), "{other:?}");
}

#[test]
fn packages_are_reproducible_and_verified() {
    let archive = archive();
    archive.greffe(&["seal", "--date", "2024-06-01"]).ok();
    for (form, name) in [("zip", "a.zip"), ("bagit", "b.zip"), ("rocrate", "c.zip"), ("bagit", "bag"), ("rocrate", "crate")] {
        let mut bytes = Vec::new();
        for turn in ["1", "2"] {
            let to = archive.path(&format!("{turn}/{name}"));
            archive.run_plain(&["pack", "--format", form, "--to", to.to_str().unwrap()]);
            assert!(greffe::verify::verify(&to, None).unwrap().faults.is_empty(), "{form}");
            bytes.push(if to.is_file() {
                std::fs::read(&to).unwrap()
            } else {
                tree(&to).into_iter().flat_map(|(name, bytes)| [name.into_bytes(), bytes].concat()).collect()
            });
        }
        assert!(bytes[0] == bytes[1], "{form} is not reproducible");
    }
    // A byte of the bag's own files.
    let info = archive.path("1/bag/bag-info.txt");
    std::fs::write(&info, std::fs::read_to_string(&info).unwrap() + "X: y\n").unwrap();
    let verdict = greffe::verify::verify(&archive.path("1/bag"), None).unwrap();
    assert_eq!(verdict.faults.iter().map(|fault| fault.place.file.clone().unwrap()).collect::<Vec<_>>(), ["bag-info.txt"]);
    // What is damaged is not packed.
    archive.put("site/index.html", "x");
    let output = run(greffe().args(["pack", "--format", "zip", "--lang", "en", "--root"]).arg(archive.root()));
    assert!(output.code == 1 && output.stderr.contains("file-changed") && !archive.path("deposit").exists(), "{}", output.stderr);
}

#[test]
fn the_order_of_the_rows_does_not_matter_and_a_vote_moves_what_it_should() {
    let archive = archive();
    archive.greffe(&["build"]).ok();
    let ranks = || {
        let rows = read_csv(&archive.path("site/consultations/c/data/contributions.csv"));
        let ranks: BTreeSet<String> = rows
            .iter()
            .map(|row| {
                row.iter()
                    .filter(|(name, _)| name.starts_with("rank_") || name.starts_with("score_") || *name == "contribution_id")
                    .fold(String::new(), |all, (name, cell)| all + name + "=" + cell + ";")
            })
            .collect();
        ranks
    };
    let before = ranks();
    let path = "content/consultations/c/sources/propositions.csv";
    let table = std::fs::read_to_string(archive.path(path)).unwrap();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(table.as_bytes());
    let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let mut shuffled = csv::Writer::from_writer(Vec::new());
    shuffled.write_record(&records[0]).unwrap();
    records[1..].iter().rev().for_each(|record| shuffled.write_record(record).unwrap());
    archive.put(path, shuffled.into_inner().unwrap());
    archive.greffe(&["build"]).ok();
    assert_eq!(ranks(), before);

    archive.put(path, table.replace("Thème 1,5,5,2024-01-20", "Thème 1,6,5,2024-01-20"));
    archive.greffe(&["build"]).ok();
    let after = ranks();
    let id = |row: &str| row.split(';').find(|part| part.starts_with("contribution_id=")).unwrap().to_owned();
    // The scores of nobody else moved.
    let scores = |rows: &BTreeSet<String>| -> BTreeSet<String> {
        rows.iter()
            .filter(|row| id(row) != "contribution_id=13")
            .map(|row| row.split(';').filter(|part| !part.starts_with("rank_")).collect::<Vec<_>>().join(";"))
            .collect()
    };
    assert_eq!(scores(&before), scores(&after));
    assert_ne!(before, after);
}

#[test]
fn what_is_erased_is_gone_from_every_dated_export() {
    let archive = Archive::of(&[]);
    let folder = "content/consultations/c";
    let head = "id,title,body,auteur,date,pour,contre\n";
    archive.put(&format!("{folder}/sources/a/i.csv"), format!("{head}1,Le saule,{SECRET},Zénobie Quatremer,2024-01-02,5,2\n2,Autre,Un texte,Marc D,2024-01-03,7,1\n3,Cygnes,Les lanternes bleues du canal,Zénobie Quatremer,2024-01-04,1,1\n"));
    // She goes by another name in the newer one, and took a word back.
    archive.put(
        &format!("{folder}/sources/b/i.csv"),
        format!("{head}1,Le saule,{} encore,Zoé Q,2024-01-02,6,2\n2,Autre,Un texte,Marc D,2024-01-03,7,1\n", &SECRET[..40]),
    );
    let yaml = "title: C\nsources:\n  - { file: sources/a/i.csv, edition: 2024-03-01 }\n  - { file: sources/b/i.csv, edition: 2024-05-01 }\n";
    archive.put(&format!("{folder}/consultation.yaml"), format!("{yaml}erase:\n  - {{ author: Zénobie Quatremer, date: 2024-07-01 }}\n"));
    let said = archive.greffe(&["seal", "--date", "2024-07-02"]).ok();
    assert!(said.with("erase-unknown").is_empty() && said.with("still-in-source").len() == 2, "{}", said.stderr);
    assert!(verified(&archive.path("site"), None).0.is_empty());
    let entries = archive.bytes("consultations/c/log/entries.jsonl").unwrap();
    assert_eq!(String::from_utf8(entries).unwrap().matches("\"event\":\"erased\"").count(), 2);
    archive.greffe(&["clean-sources", "--to", archive.path("clean").to_str().unwrap()]).ok();
    for folder in ["site", "clean"] {
        for (name, bytes) in unpacked(tree(&archive.path(folder))) {
            let text = String::from_utf8_lossy(&bytes);
            for words in ["vieux saule", "Le saule", "lanternes", "Cygnes", "Zénobie", "Zoé Q"] {
                assert!(!text.contains(words), "{words:?} is in {folder}/{name}");
            }
        }
    }
    let before = tree(&archive.path("site"));
    for (name, bytes) in tree(&archive.path("clean/c/sources")) {
        archive.put(&format!("{folder}/sources/{name}"), bytes);
    }
    archive.put(
        &format!("{folder}/consultation.yaml"),
        format!("{yaml}erase:\n  - {{ contribution: proposal/1, date: 2024-07-01 }}\n  - {{ contribution: proposal/3, date: 2024-07-01 }}\n"),
    );
    let said = archive.greffe(&["build"]).ok();
    assert!(said.with("still-in-source").is_empty(), "{}", said.stderr);
    assert!(tree(&archive.path("site")) == before, "the copies give the same archive");
}
