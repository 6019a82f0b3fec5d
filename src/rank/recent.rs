//! Recent: newest first.

use super::{Facts, Ranking};
use crate::model::Consultation;
use crate::tally::Tallies;

/// created_at in Unix seconds.
pub struct Recent;

impl Ranking for Recent {
    fn id(&self) -> &'static str {
        "recent"
    }

    fn version(&self) -> u32 {
        2
    }

    fn score(&self, facts: &Facts) -> Option<i64> {
        facts.created
    }

    fn has_inputs(&self, consultation: &Consultation, _: &Tallies) -> bool {
        consultation.contributions.iter().any(|contribution| contribution.created.is_some())
    }

    fn sql(&self) -> &'static str {
        "SELECT consultation_id, kind, contribution_id, created_unix AS score_recent\n  FROM contributions WHERE status = 'published'"
    }

    fn inputs(&self) -> &'static [&'static str] {
        &["created_at", "created_unix"]
    }

    fn formula(&self) -> &'static str {
        "created_unix"
    }
}
