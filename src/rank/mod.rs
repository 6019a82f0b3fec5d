//! Rankings: pure, deterministic, integers. Each is one file; the registry is [`RANKINGS`]; the definitions are published.

mod approval;
mod debated;
mod divisive;
mod order;
mod recent;
mod support;
mod weighted;

use std::sync::Arc;

use rayon::prelude::*;

use crate::model::{AuthorKind, Consultation, Contribution, ContributionIx, Kind, Precision, Side, Sides, Status, VoteCounts};
use crate::tally::{Figures, Tallies};

pub use approval::wilson;

/// What a ranking may look at.
#[derive(Debug, Clone, Copy)]
pub struct Facts {
    /// What is known of the published votes.
    pub votes: VoteCounts,
    /// Sides of votes that exist for the consultation.
    pub sides: Sides,
    /// The published number of comments, where anything is known of them.
    pub comments: Option<u32>,
    /// People of a collective author, 0 for any other; `None` where a collective's is not known.
    pub size: Option<u32>,
    /// Unix seconds.
    pub created: Option<i64>,
}

impl Facts {
    /// votes_for − votes_against. A side that does not exist counts as nothing; one that exists and is unknown leaves no number.
    pub fn support(&self) -> Option<i64> {
        let part = |side, known: Option<u32>| if self.sides.has(side) { known.map(i64::from) } else { Some(0) };
        Some(part(Side::For, self.votes.favour)? - part(Side::Against, self.votes.against)?)
    }

    /// votes_for and votes_against, where both are known.
    pub fn camps(&self) -> Option<(u32, u32)> {
        self.votes.favour.zip(self.votes.against)
    }
}

/// A way to put contributions in order.
pub trait Ranking: Sync {
    /// Its name in addresses, files and columns.
    fn id(&self) -> &'static str;
    /// Counts the changes of its definition: who verifies an archive checks by the version that it states.
    fn version(&self) -> u32;
    /// The score; higher is better. `None`: no rank.
    fn score(&self, facts: &Facts) -> Option<i64>;
    /// What equal scores are ordered by before the date, higher first; they keep sharing their rank unless it differs.
    fn second(&self, _facts: &Facts) -> i64 {
        0
    }
    /// Whether one consultation holds what the score needs.
    fn has_inputs(&self, consultation: &Consultation, tallies: &Tallies) -> bool;
    /// A query over `contributions` that gives consultation_id, kind, contribution_id and the score, named `score_<id>`, of the rows that
    /// have one. Integer columns, + − × ÷, CASE, SQRT, FLOOR, no cast to a floating type and no division by zero in any branch: what every
    /// engine reads alike.
    fn sql(&self) -> &'static str;
    /// The column of that query with the second score, if there is one.
    fn sql_second(&self) -> Option<&'static str> {
        None
    }
    /// The columns of `contributions` that the score is computed from.
    fn inputs(&self) -> &'static [&'static str];
    /// Every intermediate number, by name, in the order of the computation.
    fn steps(&self, _facts: &Facts) -> Vec<(&'static str, f64)> {
        Vec::new()
    }
    /// The score as a formula for people.
    fn formula(&self) -> &'static str;
}

/// All rankings, the default first. Adding one is one file and one line.
pub const RANKINGS: &[&dyn Ranking] =
    &[&support::Support, &approval::Approval, &divisive::Divisive, &debated::Debated, &weighted::Weighted, &recent::Recent];

/// Why a ranking is not published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Left {
    /// The export lacks what it needs.
    NoInputs,
    /// All scores are equal.
    NoDifference,
}

/// One ranking of one consultation.
#[derive(Debug)]
pub struct Ranked {
    /// Its id.
    pub id: &'static str,
    /// By contribution: what the score was computed from.
    facts: Arc<[Facts]>,
    /// By contribution: score, where it has one.
    pub scores: Vec<Option<i64>>,
    /// By contribution: rank within its kind from 1, where it has one; equal scores share a rank (1, 2, 2, 4).
    pub ranks: Vec<u32>,
    /// By contribution: how many others share its rank.
    pub ties: Vec<u32>,
    /// All contributions that may be listed, in order: by kind, then rank, then date, then id; those without rank last.
    pub order: Vec<ContributionIx>,
    /// By contribution: its place in `order`, `u32::MAX` where it is in no list.
    pub position: Vec<u32>,
    /// Why it is not published, or `None` if it is.
    pub left: Option<Left>,
}

impl Ranked {
    /// What the score of a contribution was computed from.
    pub fn facts(&self, ix: ContributionIx) -> Facts {
        self.facts[ix as usize]
    }
}

/// Computes every ranking of a consultation.
pub fn rank(consultation: &Consultation, tallies: &Tallies) -> Vec<Ranked> {
    // The column of dates then holds days, from which nobody can compute another instant.
    let days_only = consultation.contributions.iter().filter_map(|c| c.created).all(|moment| moment.precision == Precision::Day);
    let facts: Arc<[Facts]> =
        consultation.contributions.iter().zip(&tallies.figures).map(|(c, f)| facts(consultation, c, f, tallies.sides, days_only)).collect();
    RANKINGS.par_iter().map(|ranking| one(*ranking, consultation, tallies, &facts)).collect()
}

fn facts(consultation: &Consultation, contribution: &Contribution, figures: &Figures, sides: Sides, days_only: bool) -> Facts {
    let author = contribution.author.map(|author| &consultation.authors[author as usize]);
    Facts {
        votes: figures.votes,
        sides,
        comments: figures.comments,
        size: author.filter(|author| author.kind == AuthorKind::Collective).map_or(Some(0), |author| author.size),
        created: contribution.created.map(|moment| if days_only { moment.in_utc() } else { moment }.seconds),
    }
}

fn one(ranking: &dyn Ranking, consultation: &Consultation, tallies: &Tallies, facts: &Arc<[Facts]>) -> Ranked {
    let contributions = &consultation.contributions;
    let ranked = |ix: usize| contributions[ix].status == Status::Published && !contributions[ix].missing;
    let scores: Vec<Option<i64>> = facts.iter().enumerate().map(|(ix, facts)| ranking.score(facts).filter(|_| ranked(ix))).collect();
    let mut listed: Vec<ContributionIx> = (0..).zip(contributions).filter(|(_, c)| !c.missing).map(|(ix, _)| ix).collect();
    let key = |ix: ContributionIx| (scores[ix as usize], ranking.second(&facts[ix as usize]));
    listed.par_sort_by(|&a, &b| {
        let (x, y) = (&contributions[a as usize], &contributions[b as usize]);
        x.kind.cmp(&y.kind).then_with(|| key(b).cmp(&key(a))).then_with(|| order::among_equals(x, y))
    });
    let mut ranks = vec![0u32; contributions.len()];
    let mut ties = vec![0u32; contributions.len()];
    let mut position = vec![u32::MAX; contributions.len()];
    let mut start = 0;
    let (mut kind, mut first_of_kind): (Option<Kind>, usize) = (None, 0);
    while start < listed.len() {
        let head = listed[start];
        if kind != Some(contributions[head as usize].kind) {
            (kind, first_of_kind) = (Some(contributions[head as usize].kind), start);
        }
        let same = |ix: &&ContributionIx| Some(contributions[**ix as usize].kind) == kind && key(**ix) == key(head);
        let group = listed[start..].iter().take_while(same).count();
        for (offset, &ix) in listed[start..start + group].iter().enumerate() {
            position[ix as usize] = u32::try_from(start + offset).unwrap_or(u32::MAX);
            if scores[ix as usize].is_some() {
                ranks[ix as usize] = u32::try_from(start - first_of_kind + 1).unwrap_or(u32::MAX);
                ties[ix as usize] = u32::try_from(group - 1).unwrap_or(u32::MAX);
            }
        }
        start += group;
    }
    let mut distinct = scores.iter().zip(facts.iter()).filter_map(|(score, facts)| score.map(|score| (score, ranking.second(facts))));
    let first = distinct.next();
    let differs = distinct.any(|score| Some(score) != first);
    let left = if !ranking.has_inputs(consultation, tallies) {
        Some(Left::NoInputs)
    } else if differs {
        None
    } else {
        Some(Left::NoDifference)
    };
    Ranked { id: ranking.id(), facts: Arc::clone(facts), scores, ranks, ties, order: listed, position, left }
}

/// The ranks of a ranking as SQL over the published tables: the same text for every engine.
pub fn sql(ranking: &dyn Ranking) -> String {
    let id = ranking.id();
    let second = ranking.sql_second().map(|column| format!(", {column} DESC")).unwrap_or_default();
    format!(
        "SELECT kind, contribution_id,\n       RANK() OVER (PARTITION BY consultation_id, kind ORDER BY score_{id} DESC{second}) AS rank_{id},\n       score_{id}\n\
         FROM ({from}) AS scored\nWHERE score_{id} IS NOT NULL\nORDER BY kind, rank_{id}",
        from = ranking.sql(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn facts(favour: u32, against: u32, comments: u32) -> Facts {
        let votes = VoteCounts { favour: Some(favour), against: Some(against), neutral: None };
        Facts { votes, sides: votes.sides(), comments: Some(comments), size: Some(0), created: Some(0) }
    }

    #[test]
    fn ids_are_unique_and_the_default_is_support() {
        assert_eq!(RANKINGS[0].id(), "support");
        for (i, ranking) in RANKINGS.iter().enumerate() {
            assert!(RANKINGS[..i].iter().all(|other| other.id() != ranking.id()));
            assert!(sql(*ranking).contains("RANK()"));
        }
    }

    proptest! {
        #[test]
        fn more_support_never_lowers_support_or_approval(f in 0u32..100_000, a in 0u32..100_000) {
            for ranking in [RANKINGS[0], RANKINGS[1]] {
                prop_assert!(ranking.score(&facts(f + 1, a, 0)) >= ranking.score(&facts(f, a, 0)), "{} {f} {a}", ranking.id());
            }
        }

        #[test]
        fn every_ranking_is_defined_without_votes(c in 0u32..10) {
            for ranking in RANKINGS {
                let _ = ranking.score(&facts(0, 0, c));
            }
        }
    }
}
