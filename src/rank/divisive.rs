//! Divisive ("most polemical"): both camps are large.

use super::{Facts, Ranking, has_votes};
use crate::model::Consultation;
use crate::tally::Tallies;

/// The smaller of votes_for and votes_against; equal ones by their sum.
pub struct Divisive;

impl Ranking for Divisive {
    fn id(&self) -> &'static str {
        "divisive"
    }

    fn score(&self, facts: &Facts) -> Option<i64> {
        facts.has_votes.then(|| i64::from(facts.votes.favour.min(facts.votes.against)))
    }

    fn second(&self, facts: &Facts) -> i64 {
        i64::from(facts.votes.favour) + i64::from(facts.votes.against)
    }

    fn has_inputs(&self, _: &Consultation, tallies: &Tallies) -> bool {
        has_votes(tallies, |votes| votes.favour > 0 && votes.against > 0)
    }

    fn sql(&self) -> &'static str {
        "CASE WHEN votes_for < votes_against THEN votes_for ELSE votes_against END"
    }

    fn sql_second(&self) -> Option<&'static str> {
        Some("votes_for + votes_against")
    }

    fn steps(&self, facts: &Facts) -> Vec<(&'static str, f64)> {
        // Sums of votes are far below the whole numbers a double can hold.
        vec![("sum", self.second(facts) as f64)]
    }

    fn inputs(&self) -> &'static [&'static str] {
        &["votes_for", "votes_against"]
    }

    fn formula(&self) -> &'static str {
        "min(votes_for, votes_against); votes_for + votes_against"
    }
}
