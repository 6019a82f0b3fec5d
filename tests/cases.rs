//! Small files that once went wrong when people's real exports were tried, with what must come out: `tests/fixtures/cases/`. Each is made an
//! archive by `greffe new` and built, as somebody would who has never read a manual.

mod common;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use common::{Row, greffe, read_csv, run, tree};

/// What is expected of one file (or folder of files).
#[derive(Default)]
struct Case {
    name: &'static str,
    /// Columns of `contributions.csv` in the order of the file.
    columns: &'static [(&'static str, &'static [&'static str])],
    /// Columns of another table.
    table: &'static [(&'static str, &'static str, &'static [&'static str])],
    /// Text that stands in no file of the site, nor in the report, nor in a message.
    nowhere: &'static [&'static str],
    /// Text that some message of `new` or `build` says.
    says: &'static [&'static str],
    /// Text that some page holds.
    somewhere: &'static [&'static str],
    /// The build stops: nothing is published.
    refused: bool,
}

const VALUES: &[Case] = &[
    Case { name: "thousands.csv", columns: &[("votes_for", &["10000", "1200", "1000"])], ..NONE },
    Case { name: "thousands-comma.csv", columns: &[("votes_for", &["1000", "1234", "999"])], says: &["decimal:"], ..NONE },
    Case { name: "thousands-point.csv", columns: &[("votes_for", &["1000", "1234", "999"])], ..NONE },
    Case { name: "us-dates.csv", columns: &[("created_at", &["2024-03-04", "2024-12-31", "2024-11-20"])], ..NONE },
    Case { name: "dates-us-mixed.csv", columns: &[("created_at", &["2024-01-02", "2024-01-13", "2024-02-03", "2023-12-31"])], ..NONE },
    Case { name: "weekday-mar.csv", columns: &[("created_at", &["2021-01-05", "2021-01-04"])], ..NONE },
    Case { name: "am-pm.csv", columns: &[("created_at", &["2015-03-01T14:30:00Z", "2015-03-01T00:30:00Z"])], ..NONE },
    Case {
        name: "dates-pm.csv",
        columns: &[("created_at", &["2024-01-02T21:48:12Z", "2024-01-13T21:48:12Z", "2020-08-18T21:48:00Z", "2020-08-18T21:48:00Z"])],
        ..NONE
    },
    Case {
        name: "dates-other-languages.csv",
        columns: &[(
            "created_at",
            &["2023-10-10T08:19:26Z", "2023-03-03T08:19:26Z", "2022-12-12T00:00:00Z", "2022-05-12T00:00:00Z", "2022-02-12T00:00:00Z"],
        )],
        ..NONE
    },
    Case {
        name: "votes-odd.csv",
        columns: &[
            ("votes_for", &["", "", "1234", "", "3", "", "4000000000"]),
            ("votes_against", &["1", "1", "1", "1", "1", "1", "1"]),
            ("score_support", &["", "", "1233", "", "2", "", "3999999999"]),
            ("rank_support", &["", "", "2", "", "3", "", "1"]),
        ],
        ..NONE
    },
    Case {
        name: "formula-without-value.xlsx",
        columns: &[("votes_for", &[""])],
        says: &["2 cells hold a formula and no value", "[formulas-empty]"],
        ..NONE
    },
];

const VOTES: &[Case] = &[
    Case {
        name: "votes-against-dropped.csv",
        columns: &[("votes_for", &["6", "4"]), ("votes_against", &["14", "1"]), ("rank_support", &["2", "1"])],
        ..NONE
    },
    Case { name: "votes-up-down.csv", columns: &[("votes_for", &["6", "4"]), ("votes_against", &["14", "1"])], ..NONE },
    Case {
        name: "b.csv",
        columns: &[("votes_for", &["3"]), ("votes_against", &[""]), ("title", &["Un"]), ("body", &["Texte un"]), ("created_at", &["2023-12-31"])],
        somewhere: &["support"],
        ..NONE
    },
    Case {
        name: "e.csv",
        columns: &[("votes_for", &["3", "1"]), ("outcome_status", &["accepted", "refused"]), ("status", &["published", "published"])],
        ..NONE
    },
    Case { name: "polis-counts-differ", says: &["votes_against 1 ≠ 0"], columns: &[("votes_for", &["2"]), ("votes_against", &["0"])], ..NONE },
    Case {
        name: "polis-reversed",
        says: &["the other way round", "[votes-reversed]"],
        columns: &[("votes_for", &["3"]), ("votes_against", &["1"])],
        ..NONE
    },
];

const HIDING: &[Case] = &[
    Case {
        name: "status-unknown-word.csv",
        columns: &[("status", &["moderated", "moderated", "published"]), ("body", &["", "", "ok"])],
        nowhere: &["TEXTE RETIRÉ", "TEXTE SUPPRIMÉ"],
        says: &["2 texts are kept back", "Non visible", "statuses:", "hidden: keep", "[hidden-by-word]"],
        ..NONE
    },
    Case {
        name: "hidden-columns.csv",
        columns: &[("status", &["moderated", "moderated", "moderated", "published"])],
        nowhere: &["CACHÉ"],
        says: &["texts are kept back", "hidden_at", "masqué", "visible", "[hidden-by-column]"],
        ..NONE
    },
    Case { name: "decidim-state-hidden.csv", refused: true, nowhere: &["CACHÉ"], says: &["Every text of this consultation is hidden"], ..NONE },
    Case {
        name: "hidden-sheet-first.xlsx",
        columns: &[("title", &["Un"])],
        nowhere: &["SECRET"],
        says: &["hides 1 sheet", "[hidden-in-workbook]"],
        ..NONE
    },
    Case {
        name: "hidden-row.xlsx",
        columns: &[("title", &["Un"])],
        table: &[("set_aside", "source_row", &["2"]), ("set_aside", "code", &["hidden-row"])],
        nowhere: &["LIGNE MASQUÉE"],
        says: &["hides 1 row"],
        ..NONE
    },
    Case {
        name: "moderation-outcome.csv",
        columns: &[("status", &["published", "moderated", "moderated", "published"]), ("votes_for", &["1204", "12", "", "7"])],
        nowhere: &["Rude text", "Waiting text"],
        says: &["2 texts are kept back", "Moderation outcome"],
        ..NONE
    },
    Case {
        name: "marks-without-header.csv",
        columns: &[("status", &["published", "moderated", "moderated", "published"])],
        nowhere: &["Texte caché", "Texte en attente", "Dupont"],
        says: &["2 texts are kept back", "Remarque DGS"],
        ..NONE
    },
];

const PERSONS: &[Case] = &[
    Case { name: "author-sentinels.csv", columns: &[("author_id", &["", "", "", "", "", ""])], ..NONE },
    Case { name: "email-as-author.csv", nowhere: &["jean.dupont@exemple.example"], ..NONE },
    Case { name: "personal-in-other-fields.csv", nowhere: &["theme@ex", "tag@ex", "lieu@ex", "motif@ex", "theme-ex"], ..NONE },
    Case {
        name: "plainpii.csv",
        nowhere: &[
            "tartempion@",
            "bob@exemple",
            "zoe@exemple",
            "06 39 98 56 78",
            "0639981234",
            "192.0.2.44",
            "12 rue des Lilas",
            "1970-02-03",
            "3 rue Basse",
        ],
        refused: true,
        ..NONE
    },
    Case {
        name: "plainpii-unique.csv",
        nowhere: &[
            "tartempion@",
            "bob@exemple",
            "zoe@exemple",
            "06 39 98 56 78",
            "0639981234",
            "192.0.2.44",
            "12 rue des Lilas",
            "1970-02-03",
            "3 rue Basse",
        ],
        ..NONE
    },
    Case { name: "entity-controls.csv", columns: &[("body", &["a  c  d e"])], nowhere: &["\u{fffe}", "\u{202e}"], ..NONE },
    Case { name: "apple-logo.csv", columns: &[("title", &["Titre \u{f8ff}x"])], ..NONE },
    Case { name: "relative-links.csv", somewhere: &["https://p.example/uploads/x.pdf"], ..NONE },
    Case { name: "topic-dash.csv", columns: &[("topic_title", &["-", "B"])], ..NONE },
    Case { name: "topics-signs.csv", table: &[("topics", "consultation_id", &["topics-signs"; 8])], ..NONE },
];

const FORM: &[Case] = &[
    Case { name: "backslash-quotes.csv", columns: &[("body", &["il dit \"oui\" puis non", "ccc"])], ..NONE },
    Case {
        name: "cut-quote-middle.csv",
        columns: &[
            ("contribution_id", &["1", "2", "3", "4", "5"]),
            ("votes_for", &["3", "4", "5", "6", "7"]),
            ("body", &["aaa", "bbb", "ccc", "ddd", "eee"]),
        ],
        says: &["opens a quotation mark and does not close it"],
        ..NONE
    },
    Case { name: "cut-quote.csv", columns: &[("body", &["aaa", "bbb", "ccc", "ddd"])], says: &["opens a quotation mark"], ..NONE },
    Case { name: "debate-tree.txt", refused: true, says: &["does not recognise"], ..NONE },
    Case {
        name: "excel-secretaire.xlsx",
        columns: &[("votes_for", &["31", "14", "51", "20", "9", "52", "38", "8", "67", "47", "23", "14"])],
        table: &[("set_aside", "code", &["total-row"])],
        somewhere: &["cette idée n°14"],
        ..NONE
    },
    Case { name: "html.xls", columns: &[("contribution_id", &["1"]), ("title", &["Un"]), ("body", &["aaa"])], ..NONE },
    Case { name: "nan.json", columns: &[("votes_for", &["3", "", "1"])], says: &["1 value is not a number"], ..NONE },
    Case { name: "no-header.csv", refused: true, says: &["This table has no header", "header_row: 1", "column 1"], ..NONE },
    Case {
        name: "points.geojson",
        columns: &[("contribution_id", &["B1", "B2"]), ("latitude", &["48.85", "48.86"]), ("longitude", &["2.35", "2.36"])],
        ..NONE
    },
    Case { name: "preamble.csv", columns: &[("contribution_id", &["TOWN-1-0001", "TOWN-1-0002", "TOWN-1-0003"])], says: &["2 lines above"], ..NONE },
    Case { name: "readme-sheet-first.xlsx", columns: &[("title", &["Un"])], ..NONE },
    Case { name: "repeated-header.csv", columns: &[("contribution_id", &["1", "2"])], table: &[("set_aside", "code", &["repeated-header"])], ..NONE },
    Case { name: "rows-quoted-whole.csv", columns: &[("title", &["Un", "Deux"]), ("body", &["aaa", "bbb"])], ..NONE },
    Case { name: "space-before-quote.csv", columns: &[("title", &["Un"]), ("body", &["a;b"])], ..NONE },
    Case { name: "sql-null.tsv", columns: &[("body", &["", "", "c"]), ("parent_id", &["", "", ""])], nowhere: &["\\N"], ..NONE },
    Case { name: "surrogate.json", columns: &[("title", &["Un \u{fffd} coupé", "Deux"])], says: &["only half there"], ..NONE },
    Case { name: "title-line.csv", columns: &[("title", &["Un"])], says: &["1 line above"], ..NONE },
    Case { name: "title-rows-above.csv", columns: &[("votes_for", &["412", "7"])], ..NONE },
    Case { name: "v2.xlsx", columns: &[("contribution_id", &["1", "2"])], table: &[("set_aside", "code", &["total-row", "note-row"])], ..NONE },
    Case { name: "v3.xlsx", columns: &[("title", &["A"])], ..NONE },
    Case { name: "wrapped.json", columns: &[("contribution_id", &["B1", "B2"])], says: &["`projects`"], ..NONE },
    Case { name: "xlsx-named.csv", columns: &[("title", &["Un"])], ..NONE },
];

const COLUMNS: &[Case] = &[
    Case {
        name: "c.csv",
        columns: &[("body", &["Plus d arbres"])],
        table: &[("fields", "value", &["très bien"])],
        nowhere: &["Dupont", "Marie"],
        ..NONE
    },
    Case {
        name: "citizenlab-comments.csv",
        table: &[("comments", "body", &["Better three of them", "Two are enough"]), ("comments", "parent_comment_id", &["", "c1"])],
        somewhere: &["A bench"],
        ..NONE
    },
    Case {
        name: "citizenlab-ideas.csv",
        columns: &[
            ("title", &["A bench", "A tree"]),
            ("body", &["Two benches at the pond", "One lime tree in the yard"]),
            ("votes_for", &["6", "4"]),
            ("votes_against", &["14", "1"]),
            ("created_at", &["2024-03-01T10:00:00Z", "2024-03-02T10:00:00Z"]),
            ("latitude", &["48.85", "48.86"]),
        ],
        ..NONE
    },
    Case {
        name: "comment-english.csv",
        columns: &[("body", &["I would like two benches at the pond.", "More trees in the school yard please."])],
        ..NONE
    },
    Case {
        name: "commentaires-avis.xlsx",
        table: &[(
            "comments",
            "side",
            &[
                "neutral", "for", "against", "neutral", "for", "against", "neutral", "for", "against", "neutral", "for", "against", "neutral", "for",
                "against", "neutral", "for", "against", "neutral", "for",
            ],
        )],
        ..NONE
    },
    Case { name: "comments-of-ideas.csv", table: &[("comments", "contribution_id", &["317", "317", "317"])], ..NONE },
    Case {
        name: "count-taken-for-text.csv",
        columns: &[("body", &["The market hall should be rebuilt with a roof and light.", "The park should get a playground and two benches."])],
        says: &["Proposal Count"],
        ..NONE
    },
    Case { name: "g.csv", columns: &[("body", &["La longue description"])], table: &[("fields", "value", &["Le texte court"])], ..NONE },
    Case { name: "opendatasoft.csv", columns: POINTS, ..NONE },
    Case { name: "opendatasoft-v1.json", columns: POINTS, ..NONE },
    Case { name: "opendatasoft-v2.json", columns: POINTS, ..NONE },
    Case {
        name: "regulations-bulk.csv",
        columns: &[("body", &["Two benches at the pond would help everybody who walks there.", "Please plant a lime tree in the school yard."])],
        ..NONE
    },
    Case { name: "spanish-budget.csv", columns: &[("contribution_id", &["F-1", "F-2"]), ("title", &["BANCAS", "ÁRBOLES"])], ..NONE },
    Case {
        name: "uk-petitions.json",
        columns: &[("title", &["Put two benches at the pond", "Plant a lime tree"]), ("votes_for", &["412", "7"])],
        ..NONE
    },
];

/// The same two rows in three forms of one portal.
const POINTS: &[(&str, &[&str])] =
    &[("contribution_id", &["P1", "P2"]), ("votes_for", &["412", "7"]), ("latitude", &["48.85", "48.86"]), ("longitude", &["2.35", "2.36"])];

const IDENTITY: &[Case] = &[
    Case { name: "same-id-other-columns-differ.csv", refused: true, says: &["this column does not number the contributions"], ..NONE },
    Case {
        name: "consul-2026-proposals.csv",
        columns: &[("contribution_id", &["7"]), ("body", &["Planter"]), ("created_at", &["2024-03-04T10:00:00Z"])],
        table: &[("comments", "parent_comment_id", &["", "1"])],
        nowhere: &["@ex.example"],
        ..NONE
    },
];

const NONE: Case = Case { name: "", columns: &[], table: &[], nowhere: &[], says: &[], somewhere: &[], refused: false };

#[test]
fn values_are_read_as_their_columns_say() {
    walk("values", VALUES);
}

#[test]
fn votes_that_are_not_known_are_not_nought() {
    walk("votes", VOTES);
}

#[test]
fn what_was_hidden_stays_hidden() {
    walk("hiding", HIDING);
}

#[test]
fn every_form_of_file_is_read_for_what_it_is() {
    walk("form", FORM);
}

#[test]
fn no_column_is_lost_or_taken_for_another() {
    walk("columns", COLUMNS);
}

#[test]
fn rows_that_share_an_id_are_told_apart() {
    walk("identity", IDENTITY);
}

#[test]
fn persons_are_not_shown() {
    walk("persons", PERSONS);
}

/// Tries every case of a folder, and sees that none of its files is forgotten.
fn walk(folder: &str, cases: &[Case]) {
    let folder = Path::new("tests/fixtures/cases").join(folder);
    let there: Vec<String> =
        fs::read_dir(&folder).expect("the cases").flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    for name in &there {
        assert!(cases.iter().any(|case| case.name == name), "{name} has no expectation");
    }
    let faults: Vec<String> = cases.iter().flat_map(|case| tried(&folder.join(case.name), case)).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// `new` and `build` on a file; what is wrong.
fn tried(path: &Path, case: &Case) -> Vec<String> {
    let folder = tempfile::tempdir().expect("a folder");
    let (root, report) = (folder.path().join("a"), folder.path().join("report.json"));
    let made = run(greffe().arg("new").arg(&root).arg("--from").arg(path).args(["--lang", "en"]));
    let built = run(greffe().args(["build", "--format", "plain", "--lang", "en", "--root"]).arg(&root).arg("--report").arg(&report));
    let mut faults = Vec::new();
    let mut fault = |what: String| faults.push(format!("{}: {what}", path.display()));
    let said = format!("{}{}{}{}", made.stdout, made.stderr, built.stdout, built.stderr);
    case.says.iter().filter(|text| !said.contains(**text)).for_each(|text| fault(format!("nothing says {text:?} in\n{said}")));
    if case.refused != (built.code == 1) {
        fault(format!("the build ended with {}:\n{said}", built.code));
    }
    let site: BTreeMap<String, Vec<u8>> = tree(&root.join("site"));
    let slug = path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let data = root.join("site/consultations").join(&slug).join("data");
    for (column, expected) in case.columns {
        compare(&data.join("contributions.csv"), column, expected, &mut fault);
    }
    for (table, column, expected) in case.table {
        compare(&data.join(format!("{table}.csv")), column, expected, &mut fault);
    }
    let report = fs::read(&report).unwrap_or_default();
    for text in case.nowhere {
        for (name, bytes) in
            site.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).chain([("the report", &report[..]), ("the messages", said.as_bytes())])
        {
            if String::from_utf8_lossy(bytes).contains(text) {
                fault(format!("{text:?} is in {name}"));
            }
        }
    }
    for text in case.somewhere {
        if !site.iter().any(|(name, bytes)| name.ends_with(".html") && String::from_utf8_lossy(bytes).contains(text)) {
            fault(format!("{text:?} is on no page"));
        }
    }
    faults
}

fn compare(path: &Path, column: &str, expected: &[&str], fault: &mut dyn FnMut(String)) {
    let mut rows: Vec<Row> = read_csv(path);
    rows.sort_by_key(|row| row.get("source_row").and_then(|row| row.parse::<u32>().ok()));
    let found: Vec<&str> = rows.iter().map(|row| row.get(column).map_or("(no column)", String::as_str)).collect();
    if found != expected {
        fault(format!("{column} is {found:?} and should be {expected:?}"));
    }
}

/// A journal of somebody else's is refused, and nothing it names is touched.
#[test]
fn a_strangers_journal_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path().join("a");
    let important = folder.path().join("important");
    fs::write(&important, "mine").expect("a file");
    let text = fs::read_to_string("tests/fixtures/cases/safety/journal.json")
        .expect("the case")
        .replace("/home/victim", &folder.path().display().to_string());
    run(greffe().arg("new").arg(&root).arg("--from").arg("tests/fixtures/cases/values/thousands.csv")).ok();
    fs::create_dir_all(root.join(".greffe/payload")).expect("a folder");
    fs::write(root.join(".greffe/payload/.bashrc"), "evil").expect("a file");
    fs::write(root.join(".greffe/journal.json"), text).expect("a file");
    let built = run(greffe().args(["build", "--format", "plain", "--lang", "en", "--root"]).arg(&root));
    assert_eq!(built.code, 1, "{}", built.stderr);
    assert!(built.stderr.contains("journal"), "{}", built.stderr);
    assert_eq!(fs::read_to_string(&important).expect("still there"), "mine");
    assert!(!folder.path().join(".bashrc").exists());
}

/// Links and pipes are refused wherever they lie, with a message; nothing outside reaches the site.
#[cfg(unix)]
#[test]
fn links_out_of_the_archive_are_refused() {
    use std::os::unix::fs::symlink;
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("outside.md"), "# SECRET OUTSIDE\n").expect("a file");
    fs::create_dir(folder.path().join("more")).expect("a folder");
    fs::write(folder.path().join("more/x.csv"), "id;titre\n9;SECRET OUTSIDE\n").expect("a file");
    for (name, target) in [
        ("index.md", "outside.md"),
        ("synthesis.md", "outside.md"),
        ("faq.md", "outside.md"),
        ("sources/ideas.csv", "more/x.csv"),
        ("sources/more", "more"),
    ] {
        let root = folder.path().join(format!("archive-{}", name.replace('/', "-")));
        let consultation = root.join("content/consultations/c");
        fs::create_dir_all(consultation.join("sources")).expect("folders");
        fs::write(root.join("content/archive.yaml"), common::ARCHIVE).expect("a file");
        fs::write(consultation.join("consultation.yaml"), "title: C\nsources:\n  - file: sources\n").expect("a file");
        fs::write(consultation.join("sources/a.csv"), "id;titre\n1;Un\n").expect("a file");
        symlink(folder.path().join(target), consultation.join(name)).expect("a link");
        let built = run(greffe().args(["build", "--format", "plain", "--lang", "en", "--root"]).arg(&root));
        assert_eq!(built.code, 1, "{name}: {}", built.stderr);
        assert!(built.stderr.contains(name) && !root.join("site").exists(), "{name}: {}", built.stderr);
    }
}

/// The settings of a repository make no command of greffe run another.
#[test]
fn a_watcher_of_the_repository_is_never_asked() {
    let folder = tempfile::tempdir().expect("a folder");
    let (root, ran) = (folder.path().join("a"), folder.path().join("ran"));
    run(greffe().arg("new").arg(&root).arg("--from").arg("tests/fixtures/cases/values/thousands.csv")).ok();
    let git = |args: &[&str]| std::process::Command::new("git").arg("-C").arg(&root).args(args).output().is_ok_and(|done| done.status.success());
    if !git(&["init", "-q"]) {
        return println!("git is not here: nothing was tried");
    }
    assert!(git(&["add", "-f", "."]) && git(&["config", "core.fsmonitor", &format!("touch {} #", ran.display())]));
    for command in ["check", "build", "verify", "clean-sources", "synthesis"] {
        let more: &[&str] = match command {
            "clean-sources" => &["--to", "copies"],
            "synthesis" => &["thousands"],
            _ => &[],
        };
        let _ = run(greffe().current_dir(folder.path()).arg(command).args(["--root", "a"]).args(more));
        assert!(!ran.exists(), "{command} ran a command of the repository");
    }
}
