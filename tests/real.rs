//! Real exports: `../shared/data`, or the folder that `GREFFE_REAL_DATA` names. Without them these tests say so and pass.

mod common;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use common::{Archive, Row, Run, greffe, read_csv, run, text_of, tree};
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
        real.verified();
        real
    }

    /// Both programs find the archive as it was published.
    fn verified(&self) {
        let (faults, _) = common::verified(&self.archive.path("site"), None);
        assert!(faults.is_empty(), "{faults:?}");
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
    let list = real.archive.page(&format!("consultations/{}/topics/none/index.html", real.slug));
    for row in without {
        // Links inside a consultation lead through its folder.
        let link = row["url"].replace(&format!("consultations/{}/", real.slug), "../../");
        assert!(list.contains(&format!("\"{link}\"")), "{link} is reachable");
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
    assert!(page.contains("1,320 for") && page.contains("282 neutral") && page.contains("1,732 against"), "{page}");
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

/// Votes for, against and neutral.
type Sides = [u64; 3];

/// Polis votes counted here a second time: the last of each participant on each statement, by milliseconds, then by place in the file.
fn last_votes(folder: &Path) -> BTreeMap<(String, String), usize> {
    let mut last: BTreeMap<(String, String), (i64, usize)> = BTreeMap::new();
    for vote in read_csv(&folder.join("votes.csv")) {
        let at: i64 = vote["timestamp"].parse().expect("milliseconds");
        let side = ["1", "-1", "0"].iter().position(|side| *side == vote["vote"]).expect("agree, disagree or pass");
        let pair = (vote["comment-id"].clone(), vote["voter-id"].clone());
        if last.get(&pair).is_none_or(|(before, _)| *before <= at) {
            last.insert(pair, (at, side));
        }
    }
    last.into_iter().map(|(pair, (_, side))| (pair, side)).collect()
}

fn sides(row: &Row, columns: [&str; 3]) -> Sides {
    columns.map(|column| row[column].parse().unwrap_or_default())
}

#[test]
fn polis() {
    const VOTES: [&str; 3] = ["votes_for", "votes_against", "votes_neutral"];
    const GROUP_VOTES: [&str; 3] = ["group_votes_for", "group_votes_against", "group_votes_neutral"];
    for (name, statements, votes, pairs, differ) in [
        ("vtaiwan.uberx", 197, 49_997, Some(49_443), 96),
        ("15-per-hour-seattle", 54, 2_995, None, 21),
        ("brexit-consensus", 50, 5_312, None, 8),
        ("bg2050-volunteers", 371, 14_341, None, 32),
    ] {
        let Some(folder) = real(&format!("polis/{name}")) else { return };
        let real = Real::built(&folder);
        let rows = real.table("contributions");
        assert_eq!((rows.len(), &real.consultation()["votes"]), (statements, &votes.into()), "{name}");
        assert!(rows.iter().all(|row| row["kind"] == "statement" && row["votes_basis"] == "counted"), "{name}");

        // Counted: what is published is the last vote of each participant, statement by statement.
        let last = last_votes(&folder);
        let mut wanted: BTreeMap<&str, Sides> = BTreeMap::new();
        for ((statement, _), side) in &last {
            wanted.entry(statement).or_default()[*side] += 1;
        }
        for row in &rows {
            let wanted = wanted.get(row["contribution_id"].as_str()).copied().unwrap_or_default();
            assert_eq!(sides(row, VOTES), wanted, "{name}, statement {}", row["contribution_id"]);
        }
        let total = |table: &[Row]| table.iter().flat_map(|row| sides(row, VOTES)).sum::<u64>();
        assert_eq!(total(&real.table("votes")), last.len() as u64, "{name}: votes.csv holds each pair once");
        assert!(pairs.is_none_or(|pairs| pairs == last.len()), "{name}: {} pairs", last.len());
        assert_eq!(real.run.one("counts-differ")["count"], differ, "{name}");

        // Opinion groups: every group of the export has its page, and its votes are those of its members.
        let group_of: BTreeMap<String, String> = read_csv(&folder.join("participants-votes.csv"))
            .into_iter()
            .filter(|row| !row["group-id"].is_empty())
            .map(|row| (row["participant"].clone(), row["group-id"].clone()))
            .collect();
        let mut of_groups: BTreeMap<(String, &str), Sides> = BTreeMap::new();
        for ((statement, voter), side) in &last {
            if let Some(number) = group_of.get(voter).and_then(|group| group.parse::<u8>().ok()) {
                of_groups.entry((char::from(b'a' + number).to_string(), statement)).or_default()[*side] += 1;
            }
        }
        let groups = real.table("groups");
        let published: Vec<&Row> = groups.iter().filter(|row| row["grouping"] == "opinion-group" && !row["group_votes_for"].is_empty()).collect();
        assert_eq!(published.len(), of_groups.len(), "{name}: groups and the statements they voted on");
        let mut sums: BTreeMap<&str, Sides> = BTreeMap::new();
        for row in published {
            let votes = sides(row, GROUP_VOTES);
            let key = (row["group_id"].clone(), row["contribution_id"].as_str());
            assert_eq!(Some(&votes), of_groups.get(&key), "{name}: {key:?}");
            let sum = sums.entry(&row["contribution_id"]).or_default();
            (0..3).for_each(|side| sum[side] += votes[side]);
            assert!(
                real.archive.bytes(&format!("consultations/{}/by/opinion-group/{}.html", real.slug, row["group_id"])).is_some(),
                "{name}: {key:?}"
            );
        }
        for (statement, sum) in sums {
            let all = sides(find(&rows, "statement", statement), VOTES);
            assert!((0..3).all(|side| sum[side] <= all[side]), "{name}, statement {statement}: groups {sum:?} of {all:?}");
        }

        // Names of accounts of other platforms (one of them an address) and single votes stay out.
        assert!(real.table("set_aside").iter().all(|row| ["derived-counts", "not-archived"].contains(&row["code"].as_str())), "{name}");
        let data = tree(&real.archive.path("site"));
        for participant in read_csv(&folder.join("participants-votes.csv")) {
            let Some(xid) = participant.get("xid").filter(|xid| xid.len() > 8) else { continue };
            for (file, bytes) in data.iter().filter(|(file, _)| file.ends_with(".csv") || file.ends_with(".html")) {
                assert!(!String::from_utf8_lossy(bytes).contains(xid.as_str()), "{name}: {file} holds an xid");
            }
        }
    }
}

#[test]
fn haiti() {
    let Some(file) = real("ushahidi/haiti-2010-part1.csv") else { return };
    let real = Real::built(&file);
    assert_eq!(real.sum("rows_read"), 1799);
    let rows = real.table("contributions");
    assert_eq!(tally(rows.iter(), "kind"), [("report".into(), 1796)].into());
    assert_eq!(tally(real.table("set_aside").iter(), "code"), [("never-public".into(), 3)].into(), "those that nobody approved");
    assert!(rows.iter().any(|row| row["body"].contains('\n')), "texts of several lines are whole");
    let far = |row: &Row| match (row["latitude"].parse::<f64>(), row["longitude"].parse::<f64>()) {
        (Ok(latitude), Ok(longitude)) => !(17.0..21.0).contains(&latitude) || !(-76.0..-70.0).contains(&longitude),
        _ => false,
    };
    assert!(!rows.iter().any(far), "all that was public is on the island");

    // The three that are in Europe and China were not public. If they had been, they would be flagged, and published as they stand.
    let mut reader = csv::Reader::from_path(&file).expect("the export");
    let mut writer = csv::Writer::from_writer(Vec::new());
    let headers = reader.headers().expect("headers").clone();
    writer.write_record(&headers).expect("memory");
    let approved = headers.iter().position(|name| name == "APPROVED").expect("APPROVED");
    for record in reader.records() {
        let record = record.expect("a record");
        writer.write_record(record.iter().enumerate().map(|(at, cell)| if at == approved { "YES" } else { cell })).expect("memory");
    }
    let other = Archive::empty();
    other.put("haiti.csv", writer.into_inner().expect("memory"));
    let real = Real::built(&other.path("haiti.csv"));
    let rows = real.table("contributions");
    assert_eq!(rows.iter().filter(|row| far(row)).count(), 3);
    let said = real.run.one("far-points");
    assert!(said["count"].as_u64().is_some_and(|count| (3..=10).contains(&count)), "{said}");
    let said = format!("{} {}", said["message"], said["hint"]);
    assert!(rows.iter().filter(|row| far(row)).any(|row| said.contains(row["contribution_id"].as_str())), "one of them is named: {said}");
}

#[test]
fn urho3d() {
    let Some(folder) = real("discourse/urho3d-topics") else { return };
    let real = Real::built(&folder);
    assert_eq!((real.sum("rows_read"), real.sum("rows_kept")), (26, 26));
    let (rows, comments) = (real.table("contributions"), real.table("comments"));
    assert_eq!(rows.iter().filter(|row| !row["title"].is_empty()).count(), 26, "one contribution a topic: {:?}", tally(rows.iter(), "kind"));
    // 464 posts: 26 open their topic, 434 answer, 4 only say that somebody moved or closed it.
    assert_eq!(comments.len(), 434);
    let aside: u64 = real.run.with("not-archived").iter().filter_map(|said| said["count"].as_u64()).sum();
    assert_eq!(26 + comments.len() as u64 + aside, 464, "posts that are no text are said, not dropped: {}", real.run.stderr);
    assert!(real.run.with("incomplete-document").is_empty(), "all topics are whole");
    assert!(comments.iter().any(|row| !row["parent_comment_id"].is_empty()), "threads were rebuilt");
}

#[test]
fn delving() {
    let Some(folder) = real("discourse/delving-posts") else { return };
    let real = Real::built(&folder);
    // 36 files, among them 5 that hold the same post under the topic's older title.
    assert_eq!((real.sum("rows_read"), real.sum("rows_kept"), real.sum("rows_set_aside")), (36, 31, 5));
    let (rows, comments) = (real.table("contributions"), real.table("comments"));
    assert_eq!((rows.len(), comments.len()), (2, 30), "topic 156 lacks its first post: it has a title only");
    assert!(rows.iter().all(|row| !row["title"].is_empty()));
    assert!(!find(&rows, "question", "170")["body"].is_empty());
    let set_aside = real.table("set_aside");
    assert!(
        set_aside.iter().all(|row| row["source_file"].contains("-lightning-") && ["duplicate-row", "conflicting-id"].contains(&row["code"].as_str()))
    );
}

#[test]
fn san_francisco() {
    let Some(file) = real("open311/sf-2010-service-requests-part1.json") else { return };
    let real = Real::built(&file);
    let rows = real.table("contributions");
    assert_eq!((real.sum("rows_read"), rows.len()), (550, 550));
    assert!(rows.iter().all(|row| row["kind"] == "report" && !row["title"].is_empty()));
    let said = real.run.one("duplicate-key");
    assert!(said["count"].as_u64().is_some_and(|count| count >= 550), "{said}");
    assert!(said["line"].as_u64().is_some_and(|line| line > 1), "with its line: {said}");
    for (column, value) in rows.iter().flatten() {
        assert!(!["null", "true"].contains(&value.as_str()), "{column} shows {value:?}, which meant nothing");
    }
    assert!(rows.iter().filter(|row| !row["latitude"].is_empty()).count() > 400, "`lon` is the longitude");
    assert_eq!(rows.iter().filter(|row| row["outcome_status"] == "done").count(), 144, "closed requests");
}

#[test]
fn signatures() {
    let Some(file) = real("we-the-people/petition-518bcd94c988d43341000002-signatures.json") else { return };
    let real = Real::built(&file);
    assert_eq!((real.sum("rows_read"), &real.consultation()["votes"]), (222, &222.into()));
    assert!(real.table("contributions").is_empty(), "a placeholder is no row");
    let votes = real.table("votes");
    assert_eq!(votes.iter().filter_map(|row| row["votes_for"].parse::<u32>().ok()).sum::<u32>(), 222);
    let on: std::collections::BTreeSet<&String> = votes.iter().map(|row| &row["contribution_id"]).collect();
    assert_eq!(on.len(), 1, "all on one petition");
    assert_eq!(real.run.one("missing-parent")["count"], 222);
    let page = real.page(&format!("petitions/{}.html", on.iter().next().expect("one")));
    assert!(page.contains("Not in the files received"), "{page}");
    // Initials and ZIP codes stay out.
    let export: Value = serde_json::from_slice(&std::fs::read(&file).expect("the export")).expect("JSON");
    for signature in export["results"].as_array().into_iter().flatten() {
        let Some(zip) = signature["zip"].as_str().filter(|zip| zip.len() >= 5) else { continue };
        assert!(!page.contains(zip), "{zip}");
    }
}

#[test]
fn petitions() {
    let Some(file) = real("we-the-people/petitions-2013-list2.json") else { return };
    let real = Real::built(&file);
    let rows = real.table("contributions");
    assert_eq!((real.sum("rows_read"), rows.len()), (10, 10));
    assert!(rows.iter().all(|row| row["kind"] == "petition" && !row["body"].is_empty() && row["votes_basis"] == "declared"));
    let said = real.run.one("incomplete-document");
    let message = said["message"].as_str().unwrap_or_default();
    assert!(message.contains("10") && message.contains("22"), "{said}");
}

#[test]
fn damaged_files_are_told_with_their_place() {
    for name in ["petitions-2013-05-list.js.txt", "petition-518bcd94c988d43341000002-details.js.txt"] {
        let Some(file) = real(&format!("we-the-people/{name}")) else { return };
        let real = Real::made(&file, "build");
        assert_eq!(real.run.code, 1, "{name}: {}", real.run.stderr);
        assert!(!real.run.stderr.contains("panicked"), "{name}: {}", real.run.stderr);
        let said = real.run.one("bad-json");
        assert!(said["line"].as_u64().is_some_and(|line| line > 1) && said["character"].as_u64().is_some(), "{name}: its place: {said}");
        let message = said["message"].as_str().unwrap_or_default();
        assert!(message.contains("line") && message.contains("character"), "{name}: a line and a column: {said}");
        real.accounted();
        assert_eq!((real.sum("rows_read"), real.sum("rows_set_aside")), (1, 1), "{name}: an unreadable file is one row set aside");
    }
}

#[test]
fn vrai_debat() {
    let Some(file) = real("cap-collectif/vrai-debat-2019-top.jsonl") else { return };
    let real = Real::built(&file);
    assert_eq!((real.sum("rows_read"), real.sum("rows_kept"), real.sum("rows_set_aside")), (151, 110, 41));
    assert_eq!(tally(real.table("set_aside").iter(), "code"), [("older-copy".into(), 41)].into());
    let rows = real.table("contributions");
    assert_eq!(rows.len(), 110);
    // The newest of several visits is the one published.
    let export = std::fs::read_to_string(&file).expect("the export");
    let mut newest: BTreeMap<String, Value> = BTreeMap::new();
    for line in export.lines() {
        let visit: Value = serde_json::from_str(line).expect("a visit");
        let id = visit["url"].as_str().unwrap_or_default().rsplit('/').next().unwrap_or_default().to_owned();
        newest.insert(id, visit);
    }
    for (id, visit) in newest {
        let row = find(&rows, "opinion", &id);
        let votes = ["d'accord", "pas d'accord", "mitigé"].map(|side| visit["votes"][side].to_string());
        assert_eq!([&row["votes_for"], &row["votes_against"], &row["votes_neutral"]], [&votes[0], &votes[1], &votes[2]], "{id}");
        assert!(row["title"].trim() == row["title"] && !row["title"].contains('\n'), "{id}: the padding of the title is gone");
        assert!(row["created_at"].starts_with("2019-"), "{id}: French dates are read: {:?}", row["created_at"]);
    }
}

#[test]
fn derived_counts() {
    for name in ["votes", "arguments"] {
        let Some(file) = real(&format!("cap-collectif/republique-numerique-2015-{name}_counts.csv")) else { return };
        let real = Real::built(&file);
        assert_eq!((real.sum("rows_read"), real.sum("rows_set_aside")), (696, 696), "{name}");
        assert_eq!(real.run.one("derived-counts")["count"], 696, "{name}");
        assert!(real.table("contributions").is_empty() && real.table("votes").is_empty() && real.table("comments").is_empty(), "{name}");
    }
}

#[test]
fn every_real_export_is_accounted_for() {
    let Some(folder) = real(".") else { return };
    // Folders of documents are one source each; damaged files are told, see above.
    let folders = ["cap-collectif/republique-numerique-2015-opinions", "discourse/urho3d-topics", "discourse/delving-posts"];
    let damaged = ["petitions-2013-05-list.js.txt", "petition-518bcd94c988d43341000002-details.js.txt"];
    let mut inputs: Vec<PathBuf> = folders.iter().map(|name| folder.join(name)).collect();
    for entry in walkdir::WalkDir::new(&folder).sort_by_file_name().into_iter().flatten().filter(|entry| entry.file_type().is_file()) {
        let path = entry.path();
        if folders.iter().all(|name| !path.starts_with(folder.join(name))) && path.extension().is_some_and(|end| end != "md") {
            inputs.push(path.to_owned());
        }
    }
    inputs.sort();
    let (mut table, mut faults) = (String::from("| file | profile | read | kept | set aside |\n|---|---|--:|--:|--:|\n"), Vec::new());
    for input in &inputs {
        let name = input.strip_prefix(&folder).unwrap_or(input).display().to_string();
        let real = Real::made(input, "check");
        real.accounted();
        let sources = real.consultation()["sources"].as_array().cloned().unwrap_or_default();
        let mut codes: BTreeMap<String, usize> = BTreeMap::new();
        for row in real.consultation()["set_aside"].as_array().into_iter().flatten() {
            *codes.entry(row["code"].as_str().unwrap_or_default().to_owned()).or_default() += 1;
        }
        for source in &sources {
            let profile = source["profile"].as_str().unwrap_or_default();
            let why = codes.iter().map(|(code, count)| format!(" {code} {count}")).collect::<String>();
            let shown = if profile.is_empty() { "(none)" } else { profile };
            table.push_str(&format!(
                "| `{name}` | {shown} | {} | {} | {}{why} |\n",
                source["rows_read"], source["rows_kept"], source["rows_set_aside"]
            ));
            let broken = damaged.iter().any(|damaged| name.ends_with(damaged));
            // Without a profile, `new` writes a `columns:` block to be looked at by a person; a plain table is somebody's own file.
            if !broken && (!profile.contains('/') || profile.starts_with("plain/")) {
                faults.push(format!("{name} is recognised as {shown:?}"));
            }
            if broken != (real.run.code == 1) || !(0..=1).contains(&real.run.code) {
                faults.push(format!("{name}: exit {}: {}", real.run.code, real.run.stderr));
            }
        }
        if sources.is_empty() {
            faults.push(format!("{name} is no source: {}", real.run.stderr));
        }
    }
    println!("{table}");
    assert!(inputs.len() > 50, "{} inputs", inputs.len());
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
