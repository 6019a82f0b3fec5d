//! Opinion groups side by side: what each said of every statement, what they have in common, and what parts them.

use serde::Serialize;

use super::items::VotesValue;
use super::page::Renderer;
use super::shared::Link;
use crate::group::Grouped;
use crate::model::{ContributionIx, Status, VoteCounts};

/// How many statements stand in each of the two short tables.
const FEW: usize = 10;

/// How many statements the whole table shows; the tables of the data have all.
const MOST: usize = 500;

/// What the page of opinion groups shows.
#[derive(Serialize)]
pub struct Matrix {
    /// The groups, in the order of the cells.
    groups: Vec<Link>,
    /// What all groups said alike, most so first.
    common: Vec<Line>,
    /// What parts them, most so first.
    dividing: Vec<Line>,
    all: Vec<Line>,
    /// Of how many `all` are the first.
    total: usize,
    /// Hidden statements that were voted on.
    hidden: Vec<Link>,
}

#[derive(Clone, Serialize)]
struct Line {
    title: String,
    url: String,
    /// What each group voted; nothing where none of it did.
    cells: Vec<Option<VotesValue>>,
}

/// How a statement stands between the groups; both from 0 to 1.
#[derive(Debug, PartialEq)]
struct Standing {
    /// The product, over the groups, of the part that agrees, or of the part that disagrees where that is more: near 1 where all say the same.
    common: f64,
    /// The widest difference between the agreeing parts of two groups.
    dividing: f64,
}

impl Standing {
    /// From the votes of each group that voted; `None` with fewer than two. A part is (votes + 1) ÷ (all votes of the group + 2), as Polis has it for
    /// its group-aware consensus: few votes say little.
    fn of(groups: &[VoteCounts]) -> Option<Self> {
        let part = |votes: Option<u32>, all: u64| (f64::from(votes.unwrap_or(0)) + 1.0) / (all as f64 + 2.0);
        let mut parts = groups.iter().filter_map(|votes| {
            let all = votes.total().filter(|all| *all > 0)?;
            Some((part(votes.favour, all), part(votes.against, all)))
        });
        let (first, second) = (parts.next()?, parts.next()?);
        let (mut agree, mut disagree, mut least, mut most) = (1.0, 1.0, 1.0_f64, 0.0_f64);
        for (favour, against) in [first, second].into_iter().chain(parts) {
            agree *= favour;
            disagree *= against;
            least = least.min(favour);
            most = most.max(favour);
        }
        Some(Self { common: if agree > disagree { agree } else { disagree }, dividing: most - least })
    }
}

impl Renderer<'_> {
    /// The groups of voters side by side; nothing where there are fewer than two.
    pub(super) fn matrix(&self, c: usize, grouping: usize, grouped: &Grouped) -> Option<Matrix> {
        let dossier = &self.dossiers[c];
        let record = &dossier.record;
        let plan = &self.plan.consultations[c];
        let voters: Vec<(usize, usize)> = grouped.groups.iter().enumerate().filter_map(|(at, group)| Some((at, group.voters?))).collect();
        if voters.len() < 2 {
            return None;
        }
        let votes = |ix: usize| voters.iter().map(move |&(_, group)| dossier.tallies.opinion[group][ix]);
        let link = |ix: usize| Link::new(self.title_of(c, ix as ContributionIx), plan.contribution(record, ix as ContributionIx));
        let mut hidden = Vec::new();
        let mut standings: Vec<(usize, Standing)> = Vec::new();
        for (ix, contribution) in record.contributions.iter().enumerate() {
            let cells: Vec<VoteCounts> = votes(ix).collect();
            let Some(standing) = Standing::of(&cells) else { continue };
            match contribution.status {
                Status::Published | Status::Withdrawn => standings.push((ix, standing)),
                _ => hidden.push(link(ix)),
            }
        }
        let line = |&(ix, _): &(usize, Standing)| {
            let Link { title, url, .. } = link(ix);
            let shown = |votes: VoteCounts| votes.total().is_some_and(|total| total > 0).then(|| VotesValue::of_group(votes));
            Line { title, url, cells: votes(ix).map(shown).collect() }
        };
        // A stable order: equal ones stay in that of the record.
        standings.sort_by(|a, b| b.1.dividing.total_cmp(&a.1.dividing));
        let dividing = standings.iter().take(FEW).map(line).collect();
        standings.sort_by(|a, b| b.1.common.total_cmp(&a.1.common).then(a.0.cmp(&b.0)));
        Some(Matrix {
            groups: voters.iter().map(|&(at, _)| Link::new(self.label(&grouped.groups[at].key.label), plan.group((grouping, at), 1))).collect(),
            common: standings.iter().take(FEW).map(line).collect(),
            dividing,
            all: standings.iter().take(MOST).map(line).collect(),
            total: standings.len(),
            hidden,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn votes(favour: u32, against: u32) -> VoteCounts {
        VoteCounts { favour: Some(favour), against: Some(against), neutral: Some(0) }
    }

    #[test]
    fn what_all_say_is_common_and_what_two_say_apart_divides() {
        let alike = Standing::of(&[votes(9, 1), votes(8, 2)]).expect("two groups");
        let rejected = Standing::of(&[votes(1, 9), votes(2, 8)]).expect("two groups");
        let apart = Standing::of(&[votes(10, 0), votes(0, 10)]).expect("two groups");
        assert_eq!(alike.common, rejected.common);
        assert!(alike.common > apart.common && apart.dividing > alike.dividing);
        // Two votes alike say less than twenty.
        assert!(
            Standing::of(&[votes(1, 0), votes(1, 0)]).expect("two groups").common
                < Standing::of(&[votes(10, 0), votes(10, 0)]).expect("two groups").common
        );
    }

    #[test]
    fn one_group_alone_agrees_with_nobody() {
        assert_eq!(Standing::of(&[votes(9, 1), VoteCounts::default()]), None);
    }
}
