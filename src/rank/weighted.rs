//! Weighted: workshops weigh their participants.

use super::{Facts, Ranking};
use crate::model::{Consultation, Side};
use crate::tally::Tallies;

/// support + the size of a collective author. Without the size of a collective nobody knows its weight: no score.
pub struct Weighted;

impl Ranking for Weighted {
    fn id(&self) -> &'static str {
        "weighted"
    }

    fn version(&self) -> u32 {
        2
    }

    fn score(&self, facts: &Facts) -> Option<i64> {
        Some(facts.support()? + i64::from(facts.size?))
    }

    fn has_inputs(&self, consultation: &Consultation, tallies: &Tallies) -> bool {
        let opposed_only = tallies.sides.has(Side::Against) && !tallies.sides.has(Side::For);
        !opposed_only && consultation.authors.iter().any(|author| author.size.is_some_and(|size| size > 0))
    }

    fn sql(&self) -> &'static str {
        "SELECT consultation_id, kind, contribution_id,\n         \
         (CASE WHEN known_for = 0 THEN 0 ELSE votes_for END) - (CASE WHEN known_against = 0 THEN 0 ELSE votes_against END)\n         \
         + (CASE WHEN author_kind = 'collective' THEN author_size ELSE 0 END) AS score_weighted\n  \
         FROM contributions\n  \
         JOIN (SELECT consultation_id AS of_consultation, COUNT(votes_for) AS known_for, COUNT(votes_against) AS known_against\n        \
         FROM contributions GROUP BY consultation_id) AS sides ON consultation_id = of_consultation\n  \
         WHERE status = 'published'"
    }

    fn inputs(&self) -> &'static [&'static str] {
        &["votes_for", "votes_against", "author_kind", "author_size"]
    }

    fn formula(&self) -> &'static str {
        "votes_for − votes_against + author_size"
    }
}
