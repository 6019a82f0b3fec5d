//! Real exports: `../shared/data`, or the folder that `GREFFE_REAL_DATA` names. Without them these tests say so and pass.

mod common;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use common::{Archive, Row, Run, greffe, run, text_of};
use serde_json::Value;

/// A real file or folder, if it is here.
fn real(path: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("GREFFE_REAL_DATA").map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data"), PathBuf::from);
    let found = folder.join(path);
    if !found.exists() {
        println!("skipped: the real export {} is not here", found.display());
        return None;
    }
    found.canonicalize().ok()
}

/// An archive made of one real export without editing anything, and what its build said.
struct Real {
    archive: Archive,
    run: Run,
    report: Value,
    slug: String,
}

impl Real {
    /// `new --from`, then `build` (or `check`).
    fn made(from: &Path, command: &str) -> Self {
        let archive = Archive::empty();
        // `new` wants to make the folder; `table` and `page` then read below it.
        std::fs::remove_dir(archive.root()).expect("an empty folder");
        run(greffe().args(["new", "--lang", "en"]).arg(archive.root()).arg("--from").arg(from)).ok();
        let report = archive.path("report.json");
        let run = archive.greffe(&[command, "--report", report.to_str().expect("UTF-8")]);
        let report: Value = std::fs::read(report).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default();
        let slug = report["consultations"][0]["id"].as_str().unwrap_or_default().to_owned();
        Self { archive, run, report, slug }
    }

    fn built(from: &Path) -> Self {
        let real = Self::made(from, "build");
        assert_eq!(real.run.code, 0, "{}", real.run.stderr);
        real.accounted();
        real
    }

    fn consultation(&self) -> &Value {
        &self.report["consultations"][0]
    }

    fn sum(&self, key: &str) -> u64 {
        self.consultation()["sources"].as_array().into_iter().flatten().filter_map(|source| source[key].as_u64()).sum()
    }

    fn table(&self, name: &str) -> Vec<Row> {
        self.archive.table(&self.slug, name)
    }

    fn page(&self, path: &str) -> String {
        text_of(&self.archive.page(&format!("consultations/{}/{path}", self.slug)))
    }

    /// Rows read = kept + set aside, for every source; and every row set aside is listed.
    #[track_caller]
    fn accounted(&self) {
        for source in self.consultation()["sources"].as_array().into_iter().flatten() {
            let number = |key: &str| source[key].as_u64().unwrap_or(u64::MAX);
            assert_eq!(number("rows_read"), number("rows_kept") + number("rows_set_aside"), "{source}");
        }
        assert_eq!(
            self.consultation()["set_aside"].as_array().map_or(0, Vec::len) as u64,
            self.sum("rows_set_aside"),
            "every row set aside is listed"
        );
    }
}

fn find<'a>(rows: &'a [Row], kind: &str, id: &str) -> &'a Row {
    rows.iter().find(|row| row["kind"] == kind && row["contribution_id"] == id).unwrap_or_else(|| panic!("{kind} {id}"))
}

fn tally<'a>(rows: impl Iterator<Item = &'a Row>, column: &str) -> BTreeMap<String, usize> {
    rows.fold(BTreeMap::new(), |mut tally, row| {
        *tally.entry(row[column].clone()).or_default() += 1;
        tally
    })
}

#[test]
fn lille() {
    let Some(file) = real("decidim/lille-mel-2019-propositions-libres.csv") else { return };
    let real = Real::built(&file);
    let rows = real.table("contributions");
    assert_eq!((rows.len(), real.sum("rows_read")), (196, 196));
    for id in ["361", "364"] {
        let row = find(&rows, "proposal", id);
        assert_eq!((row["rank_support"].as_str(), row["votes_for"].as_str()), ("1", "13"), "{id}");
    }
    assert_eq!(rows.iter().filter(|row| row["rank_support"] == "1").count(), 2);
    assert_eq!(rows.iter().filter_map(|row| row["votes_for"].parse::<u32>().ok()).sum::<u32>(), 498);
    let without: Vec<&Row> = rows.iter().filter(|row| row["topic_id"].is_empty()).collect();
    assert_eq!(without.len(), 34);
    let list = real.archive.page(&format!("consultations/{}/topics/none/support-1.html", real.slug));
    for row in without {
        assert!(list.contains(&row["url"]), "{} is reachable", row["url"]);
    }
}

#[test]
fn nancy() {
    let Some(file) = real("decidim/nancy-2019-commentaires-propositions-libres.csv") else { return };
    let real = Real::built(&file);
    let rows = real.table("comments");
    assert_eq!((rows.len(), real.sum("rows_kept")), (44, 44));
    assert_eq!(tally(rows.iter(), "side"), [("against".into(), 5), ("for".into(), 9), ("neutral".into(), 30)].into());
    assert!(real.table("contributions").is_empty());
    let said = real.run.one("missing-parent");
    let missing: std::collections::BTreeSet<&String> = rows.iter().map(|row| &row["contribution_id"]).collect();
    assert!(missing.iter().any(|id| said["hint"].as_str().unwrap_or_default().contains(id.as_str())), "missing parents are named: {said}");
    let method = real.page("method.html");
    for id in missing {
        assert!(method.contains(id.as_str()), "the method page names the missing {id}");
    }
}

#[test]
fn barcelona_in_windows_1252() {
    let Some(file) = real("decidim/barcelona-api-proposals-cp1252-part1.csv") else { return };
    let real = Real::built(&file);
    assert_eq!(real.sum("rows_read"), 8999);
    assert_eq!(real.consultation()["sources"][0]["encoding"], "windows-1252");
    let rows = real.table("contributions");
    assert_eq!(rows.len() as u64, real.sum("rows_kept"));
    let text: String = rows.iter().map(|row| row["title"].as_str()).collect();
    assert!(["à", "ç", "ó", "·", "ñ", "è"].iter().all(|letter| text.contains(letter)) && !text.contains('\u{fffd}'));
    let dates: Vec<_> = real.run.with("bad-date").into_iter().chain(real.run.with("odd-date")).collect();
    assert!(!dates.is_empty() && dates.len() < 12, "once a form, not once a row: {}", dates.len());
    assert!(dates.iter().filter_map(|said| said["count"].as_u64()).sum::<u64>() > 1000, "with counts: {dates:?}");
}

#[test]
fn rua() {
    let Some(file) = real("cap-collectif/rua-2019-fonctionnement-part1.csv") else { return };
    let real = Real::built(&file);
    assert_eq!(real.sum("rows_read"), 7249);
    let (rows, comments) = (real.table("contributions"), real.table("comments"));
    assert_eq!(tally(rows.iter(), "kind"), [("opinion".into(), 220), ("source".into(), 3)].into());
    assert_eq!(tally(comments.iter(), "side"), [("against".into(), 545), ("for".into(), 649)].into());
    assert_eq!(real.consultation()["votes"], 5825);
    let codes: BTreeMap<String, usize> = tally(real.table("set_aside").iter(), "code");
    assert_eq!(codes, [("abuse-report".into(), 7)].into(), "only reports to moderators are set aside");
    // Rows 741 and 6672 are put right; the opinion of 635 votes has what it declares once they are.
    let opinion = rows.iter().find(|row| row["contribution_id"].contains("cf73407c")).expect("the opinion of 635 votes");
    for (column, count) in [("votes_for", "469"), ("votes_against", "103"), ("votes_neutral", "63")] {
        assert_eq!(
            (opinion[column].as_str(), opinion[&format!("declared_{column}")].as_str(), opinion[&format!("counted_{column}")].as_str()),
            (count, count, count),
            "{column}"
        );
    }
    // In one of them the text was hidden by moderators: its figures and dates are what shows that it was put right.
    for (row, status) in [("741", "published"), ("6672", "moderated")] {
        let opinion = rows.iter().find(|found| found["source_row"] == row).unwrap_or_else(|| panic!("row {row} is an opinion"));
        assert_eq!((opinion["kind"].as_str(), opinion["status"].as_str()), ("opinion", status), "row {row}");
        assert!(
            !opinion["created_at"].is_empty() && !opinion["topic_id"].is_empty() && !opinion["declared_votes_for"].is_empty(),
            "row {row} is mended: {opinion:?}"
        );
        assert_eq!(opinion["title"].is_empty(), status == "moderated", "row {row}");
    }
    let realigned = real.run.one("realigned-row");
    assert_eq!((&realigned["row"], &realigned["count"]), (&741.into(), &2.into()));
    for row in [6270, 6317] {
        let row = row.to_string();
        assert!(
            rows.iter().any(|found| found["source_row"] == row) || real.table("set_aside").iter().any(|found| found["source_row"] == row),
            "row {row} is accounted for"
        );
    }
    assert!(!real.run.with("ragged-row").is_empty());
    assert!(comments.iter().all(|comment| !comment["contribution_id"].is_empty()));
}

#[test]
fn republique_numerique() {
    let Some(folder) = real("cap-collectif/republique-numerique-2015-opinions") else { return };
    let real = Real::built(&folder);
    let (rows, comments) = (real.table("contributions"), real.table("comments"));
    assert_eq!(tally(rows.iter(), "kind"), [("opinion".into(), 345), ("source".into(), 278)].into());
    assert_eq!(tally(comments.iter(), "side"), [("against".into(), 1781), ("for".into(), 1637)].into());
    assert_eq!((real.sum("rows_read"), real.sum("rows_kept")), (360, 345));
    assert_eq!(tally(real.table("set_aside").iter(), "code"), [("empty-file".into(), 15)].into());
    let empty = real.run.one("empty-file");
    assert_eq!(empty["count"], 15);
    let article = rows.iter().find(|row| row["title"].starts_with("Article 9 ") && row["votes_neutral"] == "282").expect("Article 9");
    assert_eq!((article["votes_for"].as_str(), article["votes_against"].as_str(), article["votes_basis"].as_str()), ("1320", "1732", "declared"));
    let page = text_of(&real.archive.page(&article["url"]));
    assert!(page.contains("3,334 votes"), "{page}");
    assert!(real.page("method.html").contains("1,317"), "the amendments that are only declared are said");
    assert!(
        real.run.with("declared-missing").iter().any(|said| said["message"].as_str().unwrap_or_default().contains("1,317")),
        "{}",
        real.run.stderr
    );
}

#[test]
fn product_snapshots() {
    let Some(folder) = real("cap-collectif/product-snapshots") else { return };
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().flatten().map(|entry| entry.path()).collect();
    files.sort();
    let expected = [
        ("consultation__contributions_projet-de-loi-renseignement_elaboration-de-la-loi.csv", "cap-collectif/consultation-newer", 212),
        ("consultation__contributions_projet-de-loi-renseignement_elaboration-de-la-loi_grouped.csv", "cap-collectif/consultation-newer", 236),
        ("consultation__contributions_projet-de-loi-renseignement_elaboration-de-la-loi_simplified.csv", "cap-collectif/consultation-newer", 193),
        ("debate-debateConfinement-arguments.csv", "cap-collectif/debate-arguments", 196),
        ("debate-debateConfinement-votes.csv", "cap-collectif/debate-votes", 195),
        ("debate__contributions_debat-du-mois_pour-ou-contre-le-reconfinement_simplified.csv", "cap-collectif/debate-simplified", 196),
        ("participants_projet-de-loi-renseignement.csv", "cap-collectif/participants", 81),
        ("projet-de-loi-renseignement_elaboration-de-la-loi.csv", "cap-collectif/consultation", 268),
        ("questionnaire__contributions_questionnaire-des-jo-2024.csv", "cap-collectif/questionnaire", 39),
        ("selection__contributions_budget-participatif-idf-3_vote-des-franciliens.csv", "cap-collectif/proposals", 305),
        ("selection__contributions_budget-participatif-idf-3_vote-des-franciliens_simplified.csv", "cap-collectif/proposals", 303),
    ];
    assert_eq!(files.len(), expected.len());
    for (file, (name, profile, rows)) in files.iter().zip(expected) {
        assert!(file.ends_with(name), "{}", file.display());
        let real = Real::built(file);
        assert_eq!((real.consultation()["sources"][0]["profile"].as_str(), real.sum("rows_read")), (Some(profile), rows), "{name}");
    }
}

#[test]
fn madrid_2024() {
    let Some(file) = real("consul/decide-madrid-proposals-2024.csv") else { return };
    let real = Real::built(&file);
    let rows = real.table("contributions");
    assert_eq!(rows.len(), 1437);
    let mut first: Vec<(&str, &str)> = rows
        .iter()
        .filter(|row| ["1", "2", "3"].contains(&row["rank_support"].as_str()))
        .map(|row| (row["contribution_id"].as_str(), row["votes_for"].as_str()))
        .collect();
    first.sort();
    assert_eq!(first, [("35974", "321"), ("36326", "198"), ("36720", "160")]);
    let withdrawn: Vec<&Row> = rows.iter().filter(|row| row["status"] == "withdrawn").collect();
    assert_eq!(withdrawn.len(), 16);
    for row in withdrawn {
        assert!(row["rank_support"].is_empty() && text_of(&real.archive.page(&row["url"])).contains("Withdrawn"), "{}", row["url"]);
    }
}

#[test]
fn madrid_research() {
    let Some(folder) = real("consul/decide-madrid-2019-research") else { return };
    let real = Real::built(&folder);
    let comments = real.table("comments");
    assert_eq!(comments.len(), 5633);
    let orphans: u64 = real.run.with("orphan-reply").iter().filter_map(|said| said["count"].as_u64()).sum();
    assert_eq!(orphans, 268);
    let ids: std::collections::BTreeSet<&String> = comments.iter().map(|row| &row["comment_id"]).collect();
    assert!(comments.iter().all(|row| row["parent_comment_id"].is_empty() || ids.contains(&row["parent_comment_id"])));
    assert!(comments.iter().filter(|row| !row["parent_comment_id"].is_empty()).count() > 1000, "threads were rebuilt");
    assert!(real.page("method.html").contains("268"));
    assert_eq!(real.table("contributions").len(), 80);
}

#[test]
fn a_workbook_with_broken_letters() {
    let Some(file) = real("consul/decide-madrid-selected_debate_comments.xlsx") else { return };
    let real = Real::built(&file);
    let rows = real.table("comments");
    assert_eq!((real.sum("rows_read"), rows.len()), (2773, 2773));
    let said = real.run.one("mojibake");
    let all = format!("{} {}", said["message"].as_str().unwrap_or_default(), said["hint"].as_str().unwrap_or_default());
    assert!(all.contains('√') && all.to_lowercase().contains("mac"), "an example and the likely cause: {all}");
    assert!(rows.iter().any(|row| row["body"].contains("√≥")), "the text is not changed silently");
}

/// The sum of a column.
fn sum_of(rows: &[Row], column: &str) -> u64 {
    rows.iter().filter_map(|row| row[column].parse::<u64>().ok()).sum()
}

#[test]
fn polis() {
    for (name, statements, votes, pairs, differing) in [
        ("vtaiwan.uberx", 197, 49_997, Some(49_443), 96),
        ("15-per-hour-seattle", 54, 2_995, None, 21),
        ("brexit-consensus", 50, 5_312, None, 8),
        ("bg2050-volunteers", 371, 14_341, None, 32),
    ] {
        let Some(folder) = real(&format!("polis/{name}")) else { return };
        let real = Real::built(&folder);
        let rows = real.table("contributions");
        assert_eq!((rows.len(), real.consultation()["votes"].as_u64()), (statements, Some(votes)), "{name}");
        let days = real.table("votes");
        let counted: u64 = ["votes_for", "votes_against", "votes_neutral"].iter().map(|column| sum_of(&days, column)).sum();
        assert!(counted < votes && pairs.is_none_or(|pairs| pairs == counted), "{name}: the last vote of each counts: {counted}");
        assert_eq!(real.run.one("counts-differ")["count"], differing, "{name}");
        let groups: Vec<Row> = real.table("groups").into_iter().filter(|row| row["grouping"] == "opinion-group").collect();
        assert!(!groups.is_empty());
        for row in &rows {
            let of = |column: &str| {
                groups
                    .iter()
                    .filter(|group| group["contribution_id"] == row["contribution_id"])
                    .map(|group| group[column].parse::<u64>().unwrap_or(0))
                    .sum::<u64>()
            };
            assert!(of("group_votes_for") <= row["votes_for"].parse().unwrap_or(0), "{name} {}", row["contribution_id"]);
        }
        assert!(real.page("by/opinion-group/a.html").contains("Group A"), "{name}");
    }
}

#[test]
fn haiti() {
    let Some(file) = real("ushahidi/haiti-2010-part1.csv") else { return };
    let real = Real::built(&file);
    assert_eq!((real.sum("rows_read"), real.sum("rows_kept")), (1799, 1796));
    assert_eq!(tally(real.table("set_aside").iter(), "code"), [("never-public".into(), 3)].into(), "what no moderator approved");
    assert!(real.run.one("far-points")["count"].as_u64().is_some_and(|count| count > 0));
}

#[test]
fn san_francisco() {
    let Some(folder) = real("open311") else { return };
    let real = Real::built(&folder);
    assert_eq!((real.sum("rows_read"), real.sum("rows_kept")), (550, 550));
    let said = real.run.one("duplicate-key");
    assert!(said["line"].as_u64().is_some_and(|line| line > 0) && said["count"].as_u64().is_some_and(|count| count > 500), "{said}");
    assert_eq!(real.table("contributions").iter().filter(|row| row["outcome_status"] == "done").count(), 144);
}

#[test]
fn discourse() {
    let Some(folder) = real("discourse/urho3d-topics") else { return };
    let topics = Real::built(&folder);
    // 464 posts: 26 open their topics, 434 answer, 4 are notes of the software.
    assert_eq!((topics.table("contributions").len(), topics.table("comments").len()), (26, 434));
    let Some(folder) = real("discourse/delving-posts") else { return };
    let posts = Real::built(&folder);
    assert_eq!((posts.sum("rows_read"), posts.table("comments").len()), (36, 30));
}

#[test]
fn we_the_people() {
    let Some(file) = real("we-the-people/petition-518bcd94c988d43341000002-signatures.json") else { return };
    let signatures = Real::built(&file);
    assert_eq!((signatures.consultation()["votes"].as_u64(), signatures.sum("rows_kept")), (Some(222), 222));
    let Some(file) = real("we-the-people/petitions-2013-list2.json") else { return };
    let petitions = Real::built(&file);
    assert_eq!(petitions.table("contributions").len(), 10);
    assert!(petitions.run.one("incomplete-document")["message"].as_str().is_some_and(|message| message.contains("10 of the 22")));
    for name in ["petitions-2013-05-list.js.txt", "petition-518bcd94c988d43341000002-details.js.txt"] {
        let Some(file) = real(&format!("we-the-people/{name}")) else { return };
        let damaged = Real::made(&file, "check");
        let said = damaged.run.one("bad-json");
        assert!(damaged.run.code == 1 && said["line"].as_u64().is_some() && said["character"].as_u64().is_some(), "{said}");
    }
}

#[test]
fn vrai_debat() {
    let Some(file) = real("cap-collectif/vrai-debat-2019-top.jsonl") else { return };
    let real = Real::built(&file);
    assert_eq!((real.sum("rows_read"), real.table("contributions").len()), (151, 110));
    assert_eq!(tally(real.table("set_aside").iter(), "code"), [("older-copy".into(), 41)].into());
}

#[test]
fn every_real_export_is_accounted_for() {
    let Some(folder) = real(".") else { return };
    let mut files: Vec<PathBuf> = Vec::new();
    let alone = ["republique-numerique-2015-opinions", "urho3d-topics", "delving-posts"];
    for entry in walkdir::WalkDir::new(&folder).sort_by_file_name().into_iter().flatten() {
        let path = entry.path();
        // Documents of a folder belong together: the folder is the file.
        let inside = path.ancestors().skip(1).any(|above| alone.iter().any(|name| above.ends_with(name)));
        let whole = entry.file_type().is_dir() && alone.iter().any(|name| path.ends_with(name));
        if !inside && (whole || (entry.file_type().is_file() && path.extension().is_some_and(|end| end != "md"))) {
            files.push(path.to_owned());
        }
    }
    let damaged = ["petitions-2013-05-list.js.txt", "petition-518bcd94c988d43341000002-details.js.txt"];
    let mut left = Vec::new();
    for file in &files {
        let real = Real::made(file, "check");
        let profile = real.consultation()["sources"][0]["profile"].as_str().unwrap_or_default().to_owned();
        assert!(real.run.code == 0 || real.run.code == 1, "{}: {}", file.display(), real.run.stderr);
        real.accounted();
        let name = file.strip_prefix(&folder).unwrap_or(file).display();
        println!("| {name} | {profile} | {} / {} / {} |", real.sum("rows_read"), real.sum("rows_kept"), real.sum("rows_set_aside"));
        if damaged.iter().any(|damaged| file.ends_with(damaged)) {
            continue;
        }
        if !profile.contains('/') {
            left.push(name.to_string());
        }
        // A file of derived counts or of persons alone publishes nothing, and says so with exit 0 or as nothing readable.
        let nothing = real.run.said.iter().any(|said| said["code"] == "nothing-readable");
        assert!(real.run.code == 0 || nothing, "{name} as {profile}: {}", real.run.stderr);
    }
    assert!(left.is_empty(), "not recognised: {left:?}");
}
