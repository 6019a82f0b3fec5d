//! Weighted: workshops weigh their participants.

use super::{Facts, Ranking};
use crate::model::Consultation;
use crate::tally::Tallies;

/// support + the size of a collective author.
pub struct Weighted;

impl Ranking for Weighted {
    fn id(&self) -> &'static str {
        "weighted"
    }

    fn score(&self, facts: &Facts) -> Option<i64> {
        Some(i64::from(facts.votes.favour) - i64::from(facts.votes.against) + i64::from(facts.size))
    }

    fn has_inputs(&self, consultation: &Consultation, _: &Tallies) -> bool {
        consultation.authors.iter().any(|author| author.size.is_some_and(|size| size > 0))
    }

    fn sql(&self) -> &'static str {
        "COALESCE(votes_for, 0) - COALESCE(votes_against, 0) + CASE WHEN author_kind = 'collective' THEN COALESCE(author_size, 0) ELSE 0 END"
    }

    fn inputs(&self) -> &'static [&'static str] {
        &["votes_for", "votes_against", "author_kind", "author_size"]
    }

    fn formula(&self) -> &'static str {
        "votes_for − votes_against + author_size"
    }
}
