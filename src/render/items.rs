//! Lines of lists: a contribution in short, with author, votes and rank.

use serde::Serialize;

use super::page::Renderer;
use super::shared::Link;
use super::text::excerpt;
use crate::diagnose::Arg;
use crate::model::{
    AuthorIx, AuthorKind, Consultation, ContributionIx, Kind, Moment, Origin, OutcomeStatus, Precision, Side, Status, VoteCounts, VotesBasis,
};
use crate::rank::Ranked;
use crate::tally::Figures;
use crate::words::Date;
use crate::words::Words;

/// Characters of a statement in a line: statements stand whole, and platforms allow no more.
const STATEMENT: usize = 500;

/// Words that pages use by the thousand, looked up once.
pub struct Phrases {
    kinds: Vec<String>,
    plurals: Vec<String>,
    author_kinds: Vec<String>,
    statuses: Vec<String>,
    outcomes: Vec<String>,
    gone: String,
    sides: Vec<String>,
    pseudonym: String,
    percent: String,
    /// The word before the number of a paragraph.
    pub paragraph: String,
}

impl Phrases {
    /// From the words of a language.
    pub fn new(words: &Words) -> Self {
        let mark = || Arg::Text("\u{1}".to_owned());
        Self {
            kinds: Kind::ALL.iter().map(|kind| words.text(&format!("kind-{}", kind.word()))).collect(),
            plurals: Kind::ALL.iter().map(|kind| words.text(&format!("kind-{}-plural", kind.word()))).collect(),
            author_kinds: AuthorKind::ALL.iter().map(|kind| words.text(&format!("author-kind-{}", kind.word()))).collect(),
            statuses: Status::ALL.iter().map(|status| words.text(&format!("status-{}", status.word()))).collect(),
            outcomes: OutcomeStatus::ALL.iter().map(|status| words.text(&format!("outcome-status-{}", status.word()))).collect(),
            gone: words.text("status-gone"),
            sides: Side::ALL.iter().map(|side| words.text(&format!("side-{}", side.word()))).collect(),
            pseudonym: words.format("author-pseudonym", &[("code", mark())]),
            percent: words.format("percent", &[("value", mark())]),
            paragraph: words.text("paragraph-label"),
        }
    }

    /// The word for one of a kind.
    pub fn kind(&self, kind: Kind) -> &str {
        &self.kinds[kind as usize]
    }
    /// The word for many of a kind.
    pub fn plural(&self, kind: Kind) -> &str {
        &self.plurals[kind as usize]
    }
    /// The word for a status.
    pub fn status(&self, status: Status) -> &str {
        &self.statuses[status as usize]
    }
    /// The word for what was decided.
    pub fn outcome(&self, status: OutcomeStatus) -> &str {
        &self.outcomes[status as usize]
    }
    /// The word for the status of something in a record: what the newest export lost was not taken back by its author.
    pub fn status_in(&self, record: &Consultation, status: Status, origin: Origin) -> &str {
        if gone(record, status, origin) { &self.gone } else { self.status(status) }
    }
    /// The word for a side.
    pub fn side(&self, side: Side) -> &str {
        &self.sides[side as usize]
    }
    /// A share in per cent, already written.
    pub fn percent(&self, value: &str) -> String {
        self.percent.replace('\u{1}', value)
    }
}

/// `author` of the contexts.
#[derive(Debug, Clone, Serialize)]
pub struct AuthorValue<'a> {
    /// What may be shown.
    pub name: String,
    kind: &'static str,
    kind_title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    size: Option<u32>,
    pseudonym: bool,
}

/// `votes` of the contexts.
#[derive(Debug, Clone, Serialize)]
pub struct VotesValue {
    basis: &'static str,
    /// Nobody could be against: the number is one of supports.
    alone: bool,
    #[serde(rename = "for", skip_serializing_if = "Option::is_none")]
    favour: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    against: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    neutral: Option<u32>,
    /// Of the sides that are known.
    #[serde(skip_serializing_if = "Option::is_none")]
    total: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bar: Option<Bar>,
    #[serde(skip_serializing_if = "Option::is_none")]
    declared: Option<Parts>,
    #[serde(skip_serializing_if = "Option::is_none")]
    counted: Option<Parts>,
    differ: bool,
}

impl VotesValue {
    /// The votes of one opinion group, counted from its members' rows.
    pub fn of_group(votes: VoteCounts) -> Self {
        Self::new(VotesBasis::Counted, votes, false)
    }

    /// Draws the bar on the scale of a list, whose longest bar stands for this many votes. Where nobody could be against, supports alone.
    pub fn scale_to(&mut self, most: u64) {
        let Some(total) = self.total.filter(|total| *total > 0) else { return };
        if self.alone && self.bar.is_none() {
            self.bar = Some(Bar { favour: 100, neutral: 0, against: 0, of: 100 });
        }
        if let Some(bar) = &mut self.bar {
            bar.of = (most.max(total) * 100).div_ceil(total);
        }
    }

    /// Votes alone, without where they come from.
    fn new(basis: VotesBasis, votes: VoteCounts, alone: bool) -> Self {
        let VoteCounts { favour, against, neutral } = votes;
        Self {
            basis: basis.word(),
            alone,
            favour,
            against,
            neutral,
            total: votes.total(),
            bar: bar(votes),
            declared: None,
            counted: None,
            differ: false,
        }
    }
}

#[derive(Debug, Clone, Serialize)]
struct Bar {
    #[serde(rename = "for")]
    favour: u64,
    neutral: u64,
    against: u64,
    /// What a bar over the whole width would be, in the same parts of 100: more than 100 in a list whose longest bar is longer.
    of: u64,
}

#[derive(Debug, Clone, Serialize)]
struct Parts {
    #[serde(rename = "for", skip_serializing_if = "Option::is_none")]
    favour: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    against: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    neutral: Option<u32>,
}

/// `rank` of an item.
#[derive(Debug, Clone, Serialize)]
pub struct RankValue {
    rank: u32,
    tied: bool,
    score: i64,
    /// Empty where the line has the number the rank rests on.
    #[serde(skip_serializing_if = "String::is_empty")]
    score_text: String,
}

/// `item` of the contexts.
#[derive(Debug, Clone, Serialize)]
pub struct Item<'a> {
    /// Address from the root.
    pub url: String,
    /// Title, maybe made.
    pub title: String,
    kind: &'static str,
    kind_title: &'a str,
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<AuthorValue<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    /// The day; pages that say more say the hour too.
    pub created: Option<Date>,
    status: &'static str,
    /// Published votes; in a list of an opinion group that group's.
    pub votes: VotesValue,
    #[serde(skip_serializing_if = "Option::is_none")]
    comments: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rank: Option<RankValue>,
    /// The topic it is in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub topic: Option<Link>,
    /// What the organiser decided about it: of several outcomes the first whose status is known, as in the table.
    #[serde(skip_serializing_if = "Option::is_none")]
    outcome: Option<&'a str>,
    /// The voice of each side, where a page shows what divides.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub argument_for: Option<Link>,
    /// See `argument_for`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub argument_against: Option<Link>,
    /// Above the first of a kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub heading: Option<&'a str>,
    missing: bool,
    /// Withdrawn because the newest export no longer holds it.
    gone: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
}

impl Renderer<'_> {
    /// A title to show: the contribution's own, else the beginning of its text, else kind and id.
    pub fn title_of(&self, c: usize, ix: ContributionIx) -> String {
        let contribution = self.dossiers[c].record.contribution(ix);
        if !contribution.title.is_empty() {
            return contribution.title.to_string();
        }
        let plain = contribution.body.to_plain();
        if plain.trim().is_empty() {
            return self.kind_and_id(c, ix);
        }
        excerpt(&plain, if contribution.kind == Kind::Statement { STATEMENT } else { 80 })
    }

    /// What a contribution is called by where its title says too little.
    pub fn kind_and_id(&self, c: usize, ix: ContributionIx) -> String {
        let record = &self.dossiers[c].record;
        format!("{} {}", self.phrases.kind(record.contribution(ix).kind), self.plan.consultations[c].short_id(record, ix))
    }

    /// The word for a kind.
    pub fn kind_title(&self, kind: Kind) -> &str {
        self.phrases.kind(kind)
    }

    /// Whether an author is no person, as far as the files say.
    pub fn is_body(&self, c: usize, author: Option<AuthorIx>) -> bool {
        author
            .is_some_and(|author| matches!(self.dossiers[c].record.authors[author as usize].kind, AuthorKind::Organisation | AuthorKind::Collective))
    }

    /// An author.
    pub fn author(&self, c: usize, author: Option<AuthorIx>) -> Option<AuthorValue<'_>> {
        let author = &self.dossiers[c].record.authors[author? as usize];
        let name = match &author.name {
            Some(name) => name.to_string(),
            None => self.phrases.pseudonym.replace('\u{1}', &author.code),
        };
        Some(AuthorValue {
            name,
            kind: author.kind.word(),
            kind_title: &self.phrases.author_kinds[author.kind as usize],
            size: author.size,
            pseudonym: author.name.is_none(),
        })
    }

    /// The votes of a contribution.
    pub fn votes(&self, c: usize, declared: &[Option<u32>; 3], figures: &Figures) -> VotesValue {
        let sides = self.dossiers[c].tallies.sides;
        let alone = sides.has(Side::For) && !sides.has(Side::Against);
        let parts = |[favour, against, neutral]: [Option<u32>; 3]| Parts { favour, against, neutral };
        let unlike = figures.counted.is_some_and(|counted| unlike(counted, declared));
        VotesValue {
            declared: declared.iter().any(Option::is_some).then(|| parts(*declared)),
            counted: figures.counted.map(|counted| parts(counted.parts())),
            differ: unlike,
            ..VotesValue::new(figures.basis.unwrap_or(VotesBasis::None), figures.votes, alone)
        }
    }

    /// The votes of a comment, as its export counts them.
    pub fn comment_votes(&self, declared: VoteCounts) -> VotesValue {
        let basis = if declared == VoteCounts::UNKNOWN { VotesBasis::None } else { VotesBasis::Declared };
        VotesValue::new(basis, declared, declared.against.is_none())
    }

    fn outcome_word(&self, c: usize, ix: ContributionIx) -> Option<&str> {
        let outcomes = &self.dossiers[c].record.outcomes;
        let status = self.outcomes_about(c, ix).find_map(|at| outcomes[at as usize].status)?;
        Some(self.phrases.outcome(status))
    }

    /// A score as people read it.
    pub fn score_text(&self, id: &str, score: i64) -> String {
        match id {
            "approval" => self.phrases.percent(&decimal(score, self.site_language())),
            "recent" => self.site.dates.date(Moment { seconds: score, offset: 0, precision: Precision::Day }).text,
            _ => self.engine.words().number(score),
        }
    }

    /// A contribution in a list, with its rank in the list's ranking.
    pub fn item(&self, c: usize, ix: ContributionIx, ranked: Option<&Ranked>) -> Item<'_> {
        let dossier = &self.dossiers[c];
        let contribution = dossier.record.contribution(ix);
        let figures = dossier.tallies.of(ix);
        let plan = &self.plan.consultations[c];
        let rank = ranked.filter(|ranked| ranked.ranks[ix as usize] > 0).map(|ranked| {
            let score = ranked.scores[ix as usize].unwrap_or_default();
            // Support, comments and date stand in the line; other scores are numbers of their own.
            let score_text = if matches!(ranked.id, "support" | "debated" | "recent") { String::new() } else { self.score_text(ranked.id, score) };
            RankValue { rank: ranked.ranks[ix as usize], tied: ranked.ties[ix as usize] > 0, score, score_text }
        });
        let topic = contribution.topic.map(|topic| {
            Link::new(&*dossier.record.topics[topic as usize].title, format!("{}/index.html", plan.branch(crate::plan::Branch::Topic(topic))))
        });
        Item {
            url: plan.contribution(&dossier.record, ix),
            title: self.title_of(c, ix),
            kind: contribution.kind.word(),
            kind_title: self.phrases.kind(contribution.kind),
            id: plan.short_id(&dossier.record, ix),
            author: self.author(c, contribution.author),
            created: contribution.created.map(|moment| self.site.dates.date(Moment { precision: Precision::Day, ..moment })),
            status: contribution.status.word(),
            votes: self.votes(c, &contribution.declared, figures),
            comments: figures.comments,
            rank,
            topic,
            outcome: self.outcome_word(c, ix),
            argument_for: None,
            argument_against: None,
            heading: None,
            missing: contribution.missing,
            gone: gone(&dossier.record, contribution.status, contribution.origin),
            language: contribution.language.as_deref(),
        }
    }
}

/// Whether something is shown as withdrawn because the newest export no longer holds it, and not because its author took it back.
pub fn gone(record: &Consultation, status: Status, origin: Origin) -> bool {
    status == Status::Withdrawn && record.last_in(origin).is_some()
}

/// Whether some side is declared and counted with another number.
pub fn unlike(counted: VoteCounts, declared: &[Option<u32>; 3]) -> bool {
    counted.parts().iter().zip(declared).any(|(counted, declared)| counted.zip(*declared).is_some_and(|(counted, declared)| counted != declared))
}

/// Whole per cent that add up to 100, by the largest remainders. Nothing where a camp is not known: a share of a part of the votes is none.
fn bar(votes: VoteCounts) -> Option<Bar> {
    let (favour, against) = votes.favour.zip(votes.against)?;
    let counts = [favour, votes.neutral.unwrap_or(0), against].map(u64::from);
    let total: u64 = counts.iter().sum();
    if total == 0 {
        return None;
    }
    let mut shares = counts.map(|count| count * 100 / total);
    let mut order = [0, 1, 2];
    order.sort_by_key(|&i| std::cmp::Reverse(counts[i] * 100 % total));
    for &i in order.iter().take((100 - shares.iter().sum::<u64>()) as usize) {
        shares[i] += 1;
    }
    Some(Bar { favour: shares[0], neutral: shares[1], against: shares[2], of: 100 })
}

/// Parts per million as per cent with one decimal.
pub fn decimal(millionths: i64, language: &str) -> String {
    let tenths = millionths / 1000;
    let separator = if language == "en" { '.' } else { ',' };
    format!("{}{separator}{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn shares_in_the_language() {
        assert_eq!(decimal(825_634, "fr"), "82,5");
        assert_eq!(decimal(0, "en"), "0.0");
    }

    proptest! {
        #[test]
        fn bars_add_up(favour in 0u32..5000, against in 0u32..5000, neutral in 0u32..5000) {
            if let Some(bar) = bar(VoteCounts::from([Some(favour), Some(against), Some(neutral)])) {
                prop_assert_eq!(bar.favour + bar.neutral + bar.against, 100);
            } else {
                prop_assert_eq!(favour + against + neutral, 0);
            }
        }
    }
}
