//! Debated: how many comments.

use super::{Facts, Ranking};
use crate::model::Consultation;
use crate::tally::Tallies;

/// comment_count.
pub struct Debated;

impl Ranking for Debated {
    fn id(&self) -> &'static str {
        "debated"
    }

    fn score(&self, facts: &Facts) -> Option<i64> {
        facts.comments.map(i64::from)
    }

    fn has_inputs(&self, _: &Consultation, tallies: &Tallies) -> bool {
        tallies.figures.iter().any(|figures| figures.comments.is_some_and(|comments| comments > 0))
    }

    fn sql(&self) -> &'static str {
        "comment_count"
    }

    fn inputs(&self) -> &'static [&'static str] {
        &["comment_count"]
    }

    fn formula(&self) -> &'static str {
        "comment_count"
    }
}
