//! How the archive was made: rankings, sources, what was set aside, what differs.

use serde::Serialize;

use super::page::{Head, Renderer};
use super::sheet_rank::{Dialect, SheetRank, sheet_rank};
use crate::archive::{AuthorPolicy, DatePolicy, PersonalPolicy};
use crate::diagnose::{Arg, Diagnostic};
use crate::model::{Orphan, Repaired};
use crate::plan::Branch;
use crate::rank::{RANKINGS, sql};
use crate::words::Date;

/// Rows shown of long lists; the whole is in the data.
const SHOWN: usize = 200;

#[derive(Serialize)]
struct RankingRule {
    id: &'static str,
    title: String,
    rule: String,
    formula: &'static str,
    sql: String,
    /// How a spreadsheet computes the rank again, in a sentence around the formula.
    #[serde(skip_serializing_if = "Option::is_none")]
    sheet: Option<SheetRule>,
    published: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    why_not: Option<String>,
    ties: usize,
    count: usize,
    url: String,
}

#[derive(Serialize)]
struct SheetRule {
    formula: String,
    about: String,
}

#[derive(Serialize)]
struct SourceLine<'a> {
    file: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    edition: Option<Date>,
    profile: &'a str,
    profile_title: &'a str,
    format: &'a str,
    encoding: &'a str,
    rows_read: u64,
    rows_kept: u64,
    rows_set_aside: u64,
    columns_unused: &'a [Box<str>],
    columns_personal: &'a [Box<str>],
}

#[derive(Serialize)]
struct SetAsideLine<'a> {
    file: &'a str,
    row: u64,
    code: &'static str,
    message: String,
}

#[derive(Serialize)]
struct DifferenceLine {
    title: String,
    url: String,
    declared: u64,
    counted: u64,
    what: String,
}

#[derive(Serialize)]
struct OrphanLine {
    url: String,
    text: String,
}

impl Renderer<'_> {
    /// The formula of a ranking for spreadsheets, where its table is published.
    fn sheet_rule(&self, c: usize, ranking: &str) -> Option<SheetRule> {
        let table = self.data.published.get(c)?.table("contributions")?;
        let dialect = Dialect {
            condition: self.word("sheet-if"),
            count: self.word("sheet-countifs"),
            separator: if self.engine.words().decimal_sign() == ',' { ';' } else { ',' },
        };
        let SheetRank { formula, kind, score, helper } = sheet_rank(&table.columns, ranking, ranking == "divisive", &dialect)?;
        let args = |name: &'static str, value: String| (name, Arg::from(value));
        let about = match helper {
            None => self.engine.words().format("method-sheet", &[args("kind", kind), args("score", score), args("ranking", ranking.to_owned())]),
            Some((helper, sum)) => self.engine.words().format("method-sheet-parted", &[args("helper", helper), args("sum", sum)]),
        };
        Some(SheetRule { formula, about })
    }

    pub(super) fn method(&self, c: usize) -> Result<(String, Vec<u8>), Diagnostic> {
        let dossier = &self.dossiers[c];
        let record = &dossier.record;
        let plan = &self.plan.consultations[c];
        let url = plan.file("method.html");
        let head = Head { kind: "method", url: url.clone(), heading: self.word("menu-method"), trail: self.trail(c), ..Head::default() };
        let mut context = self.context(head, Some(c));
        let rankings: Vec<RankingRule> = RANKINGS
            .iter()
            .zip(&dossier.rankings)
            .map(|(ranking, ranked)| RankingRule {
                id: ranked.id,
                title: self.word(&format!("ranking-{}", ranked.id)),
                rule: self.word(&format!("ranking-{}-rule", ranked.id)),
                formula: ranking.formula(),
                sql: sql(*ranking),
                sheet: ranked.left.is_none().then(|| self.sheet_rule(c, ranked.id)).flatten(),
                published: ranked.left.is_none(),
                why_not: self.why_not(ranked),
                ties: ranked.ties.iter().filter(|&&ties| ties > 0).count(),
                count: ranked.ranks.iter().filter(|&&rank| rank > 0).count(),
                url: plan.list(Branch::All, ranked.id, 1),
            })
            .collect();
        context.insert("rankings", &rankings);
        let groupings: Vec<serde_json::Value> = dossier
            .groupings
            .iter()
            .map(|grouped| serde_json::json!({"title": self.word(&format!("grouping-{}", grouped.id)), "rule": self.word(&format!("grouping-{}-rule", grouped.id))}))
            .collect();
        context.insert("groupings", &groupings);
        let plain = ["profile-plain-table", "profile-plain-comments"].map(|key| self.word(key));
        let sources: Vec<SourceLine<'_>> = record
            .sources
            .iter()
            .map(|source| SourceLine {
                file: &source.file,
                edition: source.edition.map(|edition| self.site.dates.date(edition.moment())),
                profile: &source.profile,
                // Tables of no platform are called in the language of the site.
                profile_title: match &*source.profile {
                    "plain/table" => &plain[0],
                    "plain/comments" => &plain[1],
                    _ => &source.profile_title,
                },
                format: &source.format,
                encoding: &source.encoding,
                rows_read: source.rows_read,
                rows_kept: source.rows_kept,
                rows_set_aside: source.rows_set_aside,
                columns_unused: &source.columns_unused,
                columns_personal: &source.columns_personal,
            })
            .collect();
        context.insert("sources", &sources);
        let notes: Vec<serde_json::Value> = dossier
            .remarks
            .iter()
            .map(|remark| serde_json::json!({"text": format!("{} – {}", short(remark.place.file.as_deref().unwrap_or_default()), remark.message(&self.remarks))}))
            .collect();
        context.insert("notes", &notes);
        let set_aside: Vec<SetAsideLine<'_>> = record
            .set_aside
            .iter()
            .take(SHOWN)
            .map(|row| SetAsideLine { file: &row.file, row: row.row, code: row.reason.code.id, message: row.reason.reason(&self.remarks) })
            .collect();
        context.insert("set_aside", &set_aside);
        context.insert("set_aside_total", &record.set_aside.len());
        context.insert("set_aside_url", &(!record.set_aside.is_empty()).then(|| plan.file("data/set_aside.csv")));
        let differences: Vec<DifferenceLine> = dossier
            .tallies
            .differences
            .iter()
            .take(SHOWN)
            .map(|difference| DifferenceLine {
                title: self.title_of(c, difference.contribution),
                url: plan.contribution(record, difference.contribution),
                declared: difference.declared,
                counted: difference.counted,
                what: self.word(match difference.what {
                    "votes_for" => "side-for",
                    "votes_against" => "side-against",
                    "votes_neutral" => "side-neutral",
                    "comment_count" => "heading-comments",
                    _ => "heading-votes",
                }),
            })
            .collect();
        context.insert("differences", &differences);
        context.insert("differences_total", &dossier.tallies.differences.len());
        let orphans: Vec<OrphanLine> = record.orphans.iter().take(SHOWN).map(|orphan| self.orphan(c, *orphan)).collect();
        context.insert("orphans", &orphans);
        context.insert("orphans_total", &record.orphans.len());
        let declared = dossier.content.config.time_zone.as_ref().or(self.content.config.time_zone.as_ref());
        let zone = if declared.is_some() { "zone" } else { "zone-unknown" };
        let mut normalisation: Vec<String> =
            ["markup", "dates", "whitespace", "formula-prefix", zone].iter().map(|what| self.word(&format!("normalisation-{what}"))).collect();
        for source in &record.sources {
            normalisation.extend(source.repaired.iter().map(|repaired| self.repaired(&source.file, repaired)));
        }
        context.insert("normalisation", &normalisation);
        let similar = self.engine.words().format(
            "method-similar",
            &[
                ("words", Arg::from(crate::similar::WORDS)),
                ("shingle", Arg::from(crate::similar::SHINGLE)),
                ("hashes", Arg::from(crate::similar::HASHES)),
                ("bands", Arg::from(crate::similar::BANDS)),
                ("rows", Arg::from(crate::similar::ROWS)),
                ("same", Arg::from(u64::from(crate::similar::SAME / 10))),
                ("close", Arg::from(u64::from(crate::similar::CLOSE / 10))),
                ("groups", Arg::from(dossier.similar.groups.len())),
            ],
        );
        context.insert("similar", &similar);
        let mut privacy = vec![self.word(match dossier.authors {
            AuthorPolicy::Pseudonym => "privacy-pseudonym",
            AuthorPolicy::Initials => "privacy-initials",
            AuthorPolicy::Name => "privacy-name",
        })];
        privacy.extend(self.privacy_said(c));
        if dossier.withheld {
            privacy.push(self.word("privacy-source-links-withheld"));
        }
        privacy.push(self.word("privacy-columns"));
        context.insert("privacy", &privacy);
        self.finish("method.html", url, &context)
    }

    /// What was made less exact, hidden or removed.
    fn privacy_said(&self, c: usize) -> Vec<String> {
        let dossier = &self.dossiers[c];
        let (archive, own) = (&self.content.config.privacy, &dossier.content.config.privacy);
        let mut said = Vec::new();
        if own.dates.unwrap_or(archive.dates) == DatePolicy::Day {
            said.push(self.word("privacy-days"));
        }
        if let Some(decimals) = own.coordinates.or(archive.coordinates) {
            said.push(self.engine.words().format("privacy-coordinates", &[("count", Arg::from(u64::from(decimals)))]));
        }
        let masked = dossier.personal.iter().filter(|found| found.masked).count();
        if own.personal.or(archive.personal).unwrap_or(PersonalPolicy::Mask) == PersonalPolicy::Mask && masked > 0 {
            said.push(self.engine.words().format("privacy-masked", &[("count", Arg::from(masked))]));
        }
        if !dossier.record.erased.is_empty() {
            said.push(self.engine.words().format("privacy-erased", &[("count", Arg::from(dossier.record.erased.len()))]));
        }
        said
    }

    /// What was mended in a file, by which rule.
    fn repaired(&self, file: &str, repaired: &Repaired) -> String {
        let rule = self.word(&format!("repair-{}", repaired.rule));
        let text =
            self.engine.words().format("repaired-texts", &[("count", Arg::from(repaired.texts)), ("file", file.into()), ("rule", rule.into())]);
        let (before, after) = &repaired.example;
        if before.is_empty() {
            return text;
        }
        let example = self.engine.words().format("repaired-example", &[("before", (&**before).into()), ("after", (&**after).into())]);
        format!("{text} {example}")
    }

    /// A child of something missing, and what it names.
    fn orphan(&self, c: usize, orphan: Orphan) -> OrphanLine {
        let record = &self.dossiers[c].record;
        let plan = &self.plan.consultations[c];
        let named = |ix: u32| self.kind_and_id(c, ix);
        match orphan {
            Orphan::Comment(at) => {
                let comment = &record.comments[at as usize];
                let text = self.engine.words().format("comment-link", &[("id", Arg::from(&*comment.id))]);
                OrphanLine {
                    url: plan.comment(record, at),
                    text: format!("{text} {} → {}", plan.short_comment_id(record, at), named(comment.contribution)),
                }
            }
            Orphan::Contribution(ix) => {
                let parent = record.contribution(ix).parent.map(named).unwrap_or_default();
                OrphanLine { url: plan.contribution(record, ix), text: format!("{} → {parent}", named(ix)) }
            }
        }
    }
}

/// The path of a file below its consultation.
fn short(path: &str) -> &str {
    path.splitn(4, '/').nth(3).unwrap_or(path)
}
