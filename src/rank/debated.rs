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

    fn version(&self) -> u32 {
        1
    }

    fn score(&self, facts: &Facts) -> Option<i64> {
        facts.comments.map(i64::from)
    }

    fn has_inputs(&self, _: &Consultation, tallies: &Tallies) -> bool {
        tallies.figures.iter().any(|figures| figures.comments.is_some())
    }

    fn sql(&self) -> &'static str {
        "SELECT consultation_id, kind, contribution_id, comment_count AS score_debated\n  FROM contributions WHERE status = 'published'"
    }

    fn inputs(&self) -> &'static [&'static str] {
        &["comment_count"]
    }

    fn formula(&self) -> &'static str {
        "comment_count"
    }
}
