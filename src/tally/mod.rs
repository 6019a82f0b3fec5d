//! Counting: votes, comments, sides. Integers only and additive, so that partial tallies merge to the same figures.

use rayon::prelude::*;

use crate::model::{Ballot, Consultation, ContributionIx, Difference, Kind, Side, Sides, VoteCounts, VoteRows, Votes, VotesBasis};

/// The figures of one contribution.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Figures {
    /// The votes that are published.
    pub votes: VoteCounts,
    /// Where they come from.
    pub basis: Option<VotesBasis>,
    /// Counted from vote rows, where there are any for it.
    pub counted: Option<VoteCounts>,
    /// Published number of comments, where anything is known of them.
    pub comments: Option<u32>,
    /// Whether that is the counted one (else the declared one).
    pub comments_counted: bool,
    /// Comments by side: for, against, neutral, none.
    pub sides: [u32; 4],
}

impl Figures {
    /// Which number of comments is published, as a word of the data.
    pub fn comment_basis(&self) -> &'static str {
        match (self.comments, self.comments_counted) {
            (None, _) => "none",
            (_, true) => "counted",
            (_, false) => "declared",
        }
    }
}

/// Votes of one day on one contribution.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VotesOfDay {
    /// On what.
    pub contribution: ContributionIx,
    /// Local day number since 1970-01-01; `None` where rows have no date.
    pub day: Option<i32>,
    /// How many, by side.
    pub votes: Votes,
}

/// All figures of a consultation.
#[derive(Debug, Default)]
pub struct Tallies {
    /// By contribution.
    pub figures: Vec<Figures>,
    /// By contribution and day.
    pub days: Vec<VotesOfDay>,
    /// Votes of each opinion group, by contribution.
    pub opinion: Vec<Vec<VoteCounts>>,
    /// Declared figures that the rows do not confirm.
    pub differences: Vec<Difference>,
    /// Sides of which some contribution's published votes are known: no other exists for this consultation.
    pub sides: Sides,
    /// The vote rows mark the sides the other way round than the platform's counters: they are counted reversed.
    pub reversed: bool,
    /// Whether the consultation's files hold any comment at all.
    pub has_comments: bool,
    /// Votes the files list, the last of each voter, whether or not they say which way.
    pub listed: u64,
}

impl Tallies {
    /// The figures of a contribution.
    pub fn of(&self, ix: ContributionIx) -> &Figures {
        &self.figures[ix as usize]
    }
}

/// Counts a consultation.
pub fn tally(consultation: &Consultation) -> Tallies {
    let ballots = last_of_each_voter(&consultation.votes);
    let mut counted: Vec<Option<Votes>> = vec![None; consultation.contributions.len()];
    let mut days: Vec<VotesOfDay> = Vec::new();
    let mut opinion = vec![vec![Votes::default(); consultation.contributions.len()]; consultation.opinion_groups.len()];
    // A row that does not say which way counts as listed and not as a vote.
    let listed = ballots.iter().map(|ballot| u64::from(ballot.weight)).sum();
    for ballot in ballots.iter().filter(|ballot| ballot.side != Side::None) {
        counted[ballot.contribution as usize].get_or_insert_default().add(ballot.side, ballot.weight);
    }
    let reversed = reversed(consultation, &counted);
    if reversed {
        counted.iter_mut().flatten().for_each(|votes| *votes = votes.reversed());
    }
    for ballot in ballots.iter().filter(|ballot| ballot.side != Side::None) {
        let side = if reversed { ballot.side.opposite() } else { ballot.side };
        let group = consultation.group_of_voter.get(ballot.voter as usize).and_then(|&group| opinion.get_mut(group as usize));
        if let Some(group) = group {
            group[ballot.contribution as usize].add(side, ballot.weight);
        }
        let day = ballot.at.map(|(_, day)| day);
        match days.last_mut().filter(|last| (last.contribution, last.day) == (ballot.contribution, day)) {
            Some(last) => last.votes.add(side, ballot.weight),
            None => {
                let mut votes = Votes::default();
                votes.add(side, ballot.weight);
                days.push(VotesOfDay { contribution: ballot.contribution, day, votes });
            }
        }
    }
    let mut opinion: Vec<Vec<VoteCounts>> =
        opinion.into_iter().map(|group| group.into_iter().map(|votes| VoteCounts::of(votes, consultation.vote_sides)).collect()).collect();
    for &(contribution, group, votes) in &consultation.group_votes {
        opinion[group as usize][contribution as usize] = votes;
    }
    let has_comments = !consultation.comments.is_empty();
    let mut sides = vec![[0u32; 4]; consultation.contributions.len()];
    // That nobody commented is known only of kinds whose comments are in the files.
    let mut commented = [false; Kind::ALL.len()];
    for comment in &consultation.comments {
        sides[comment.contribution as usize][comment.side as usize] += 1;
        commented[consultation.contribution(comment.contribution).kind as usize] = true;
    }
    let complete = consultation.vote_rows == Some(VoteRows::Complete);
    // A number without sides speaks of support, but not where others speak of a camp against.
    let camps = consultation.contributions.iter().any(|c| c.declared[1].is_some() || c.declared[2].is_some());
    let known = |votes: Votes| VoteCounts::of(votes, consultation.vote_sides);
    let figures: Vec<Figures> = consultation
        .contributions
        .iter()
        .zip(counted)
        .zip(sides)
        .map(|((contribution, counted), sides)| {
            let mut declared = VoteCounts::from(contribution.declared);
            if declared == VoteCounts::UNKNOWN && !camps {
                declared.favour = contribution.declared_total;
            }
            let has_declared = declared != VoteCounts::UNKNOWN;
            let counted = counted.map(known);
            let (votes, basis) = match counted {
                // What an archive published stays what it is in the archive of that archive.
                _ if contribution.basis == Some(VotesBasis::None) => (VoteCounts::UNKNOWN, VotesBasis::None),
                counted if contribution.basis == Some(VotesBasis::Counted) => {
                    (counted.unwrap_or_else(|| known(Votes::default())), VotesBasis::Counted)
                }
                _ if contribution.basis == Some(VotesBasis::Declared) => (declared, VotesBasis::Declared),
                Some(counted) if complete || !has_declared => (counted, VotesBasis::Counted),
                // What only an older export holds was not voted on in this one: its last figures stay.
                None if complete && consultation.last_in(contribution.origin).is_none() => (known(Votes::default()), VotesBasis::Counted),
                _ if has_declared => (declared, VotesBasis::Declared),
                _ => (VoteCounts::UNKNOWN, VotesBasis::None),
            };
            let number = sides.iter().sum();
            let held = commented[contribution.kind as usize] && contribution.declared_comments.unwrap_or(0) == 0;
            let comments_counted = number > 0 || held;
            let comments = if comments_counted { Some(number) } else { contribution.declared_comments };
            Figures { votes, basis: Some(basis), counted, comments, comments_counted, sides }
        })
        .collect();
    let sides =
        consultation.contributions.iter().zip(&figures).filter(|(c, _)| !c.missing).fold(Sides::default(), |sides, (_, f)| sides.or(f.votes.sides()));
    let differences = differences(consultation, &figures);
    Tallies { figures, days, opinion, differences, sides, reversed, has_comments, listed }
}

/// Whether the vote rows mark the sides the other way round than the platform's own counters: exchanged, they come nearer to them, and
/// much nearer, over all contributions that have both.
fn reversed(consultation: &Consultation, counted: &[Option<Votes>]) -> bool {
    let (mut as_they_stand, mut exchanged) = (0u64, 0u64);
    for (contribution, votes) in consultation.contributions.iter().zip(counted) {
        if let ([Some(favour), Some(against), _], Some(votes)) = (contribution.declared, votes) {
            let apart = |a: u32, b: u32| u64::from(a.abs_diff(b));
            as_they_stand += apart(favour, votes.favour) + apart(against, votes.against);
            exchanged += apart(favour, votes.against) + apart(against, votes.favour);
        }
    }
    exchanged * 3 < as_they_stand
}

/// One ballot for each (contribution, voter), the latest; unknown voters all count. Sorted by contribution and day.
fn last_of_each_voter(votes: &[Ballot]) -> Vec<Ballot> {
    let mut rows: Vec<(usize, Ballot)> = votes.iter().copied().enumerate().collect();
    // Among votes of one second, or without dates, the later row wins.
    rows.par_sort_by_key(|(row, b)| (b.contribution, b.voter, b.at.map_or(i64::MIN, |(seconds, _)| seconds), *row));
    let mut kept: Vec<Ballot> = Vec::with_capacity(rows.len());
    for (_, ballot) in rows {
        match kept.last_mut() {
            Some(last) if last.contribution == ballot.contribution && last.voter == ballot.voter && ballot.voter != u32::MAX => *last = ballot,
            _ => kept.push(ballot),
        }
    }
    kept.par_sort_by_key(|b| (b.contribution, b.at.map(|(_, day)| day)));
    kept
}

/// Names of the columns of the three sides.
const SIDES: [&str; 3] = ["votes_for", "votes_against", "votes_neutral"];

/// Part by part: what stands against what is told, and sums of unlike parts are never compared.
fn differences(consultation: &Consultation, figures: &[Figures]) -> Vec<Difference> {
    let mut found = Vec::new();
    for ((ix, contribution), figures) in (0..).zip(&consultation.contributions).zip(figures) {
        if contribution.missing {
            continue;
        }
        if let Some(counted) = figures.counted {
            for ((what, declared), counted) in SIDES.into_iter().zip(contribution.declared).zip(counted.parts()) {
                if let (Some(declared), Some(counted)) = (declared, counted)
                    && declared != counted
                {
                    found.push(Difference { contribution: ix, what, declared: declared.into(), counted: counted.into() });
                }
            }
            let total = counted.total().unwrap_or(0);
            if let Some(declared) = contribution.declared_total.map(u64::from).filter(|&declared| declared != total) {
                found.push(Difference { contribution: ix, what: "votes", declared, counted: total });
            }
        }
        let comments: u32 = figures.sides.iter().sum();
        if let Some(declared) = contribution.declared_comments.filter(|&declared| !consultation.comments.is_empty() && declared != comments) {
            found.push(Difference { contribution: ix, what: "comment_count", declared: u64::from(declared), counted: u64::from(comments) });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn ballot(contribution: u32, voter: u32, side: Side, seconds: i64) -> Ballot {
        Ballot { contribution, voter, side, weight: 1, at: Some((seconds, 0)) }
    }

    #[test]
    fn the_last_vote_of_a_voter_counts() {
        let votes = [
            ballot(0, 1, Side::For, 5),
            ballot(0, 1, Side::Against, 9),
            ballot(0, 1, Side::Neutral, 7),
            ballot(0, u32::MAX, Side::For, 1),
            ballot(0, u32::MAX, Side::For, 1),
        ];
        let kept = last_of_each_voter(&votes);
        let mut sum = Votes::default();
        kept.iter().for_each(|b| sum.add(b.side, b.weight));
        assert_eq!(sum, Votes { favour: 2, against: 1, neutral: 0 });
    }

    proptest! {
        #[test]
        fn order_of_rows_does_not_matter(mut rows in prop::collection::vec((0u32..3, 0u32..4, 0usize..3, 0i64..1000), 0..40), seed in any::<u64>()) {
            // Distinct seconds: with equal ones the later row wins, which is about order on purpose.
            rows.iter_mut().enumerate().for_each(|(i, row)| row.3 = row.3 * 100 + i as i64);
            let ballots: Vec<_> = rows.iter().map(|&(c, v, s, t)| ballot(c, v, Side::ALL[s], t)).collect();
            let mut shuffled = ballots.clone();
            shuffled.sort_by_key(|b| (b.at.unwrap().0 as u64).wrapping_mul(seed | 1));
            let count = |votes: &[Ballot]| {
                let mut sums = [Votes::default(); 3];
                last_of_each_voter(votes).iter().for_each(|b| sums[b.contribution as usize].add(b.side, b.weight));
                sums
            };
            prop_assert_eq!(count(&ballots), count(&shuffled));
        }
    }
}
