//! Support: votes for less votes against.

use super::{Facts, Ranking};
use crate::model::{Consultation, Side};
use crate::tally::Tallies;

/// votes_for − votes_against; a side that does not exist for the consultation counts as nothing. Votes against alone say who opposed a
/// text, not who supports it: without votes for there is no such ranking.
pub struct Support;

impl Ranking for Support {
    fn id(&self) -> &'static str {
        "support"
    }

    fn version(&self) -> u32 {
        2
    }

    fn score(&self, facts: &Facts) -> Option<i64> {
        facts.support()
    }

    fn has_inputs(&self, _: &Consultation, tallies: &Tallies) -> bool {
        tallies.sides.has(Side::For)
    }

    fn sql(&self) -> &'static str {
        "SELECT consultation_id, kind, contribution_id,\n         \
         (CASE WHEN known_for = 0 THEN 0 ELSE votes_for END) - (CASE WHEN known_against = 0 THEN 0 ELSE votes_against END) AS score_support\n  \
         FROM contributions\n  \
         JOIN (SELECT consultation_id AS of_consultation, COUNT(votes_for) AS known_for, COUNT(votes_against) AS known_against\n        \
         FROM contributions GROUP BY consultation_id) AS sides ON consultation_id = of_consultation\n  \
         WHERE status = 'published' AND known_for + known_against > 0"
    }

    fn inputs(&self) -> &'static [&'static str] {
        &["votes_for", "votes_against"]
    }

    fn formula(&self) -> &'static str {
        "votes_for − votes_against"
    }
}
