//! Support: votes for less votes against.

use super::{Facts, Ranking, has_votes};
use crate::model::Consultation;
use crate::tally::Tallies;

/// votes_for − votes_against.
pub struct Support;

impl Ranking for Support {
    fn id(&self) -> &'static str {
        "support"
    }

    fn score(&self, facts: &Facts) -> Option<i64> {
        facts.has_votes.then(|| i64::from(facts.votes.favour) - i64::from(facts.votes.against))
    }

    fn has_inputs(&self, _: &Consultation, tallies: &Tallies) -> bool {
        has_votes(tallies, |votes| votes.total() > 0)
    }

    fn sql(&self) -> &'static str {
        "votes_for - votes_against"
    }

    fn inputs(&self) -> &'static [&'static str] {
        &["votes_for", "votes_against"]
    }

    fn formula(&self) -> &'static str {
        "votes_for − votes_against"
    }
}
