//! Divisive ("most polemical"): a large smaller camp, near to the larger one.

use super::{Facts, Ranking};
use crate::model::{Consultation, Side};
use crate::tally::Tallies;

/// ⌊1,000 × m × m ÷ M⌋ in IEEE 754 doubles, m the smaller and M the larger of votes_for and votes_against (1 where it is 0); equal ones by
/// their sum. 4,055 to 24 is no division, 15 to 17 is.
pub struct Divisive;

/// Smaller camp, larger camp (at least 1), and their quotient.
fn steps(favour: u32, against: u32) -> (f64, f64, f64) {
    let (smaller, larger) = (f64::from(favour.min(against)), f64::from(favour.max(against).max(1)));
    (smaller, larger, 1000.0 * smaller * smaller / larger)
}

impl Ranking for Divisive {
    fn id(&self) -> &'static str {
        "divisive"
    }

    fn version(&self) -> u32 {
        2
    }

    fn score(&self, facts: &Facts) -> Option<i64> {
        let (favour, against) = facts.camps()?;
        // At most a thousand times a count: far below what an i64 holds.
        Some(steps(favour, against).2.floor() as i64)
    }

    fn second(&self, facts: &Facts) -> i64 {
        facts.camps().map_or(0, |(favour, against)| i64::from(favour) + i64::from(against))
    }

    fn has_inputs(&self, _: &Consultation, tallies: &Tallies) -> bool {
        tallies.sides.has(Side::For) && tallies.sides.has(Side::Against)
    }

    fn sql(&self) -> &'static str {
        "SELECT consultation_id, kind, contribution_id, both_camps,\n         \
         CAST(FLOOR(SQRT(1) * 1000 * smaller * smaller / larger) AS BIGINT) AS score_divisive\n  \
         FROM (SELECT consultation_id, kind, contribution_id, votes_for + votes_against AS both_camps,\n               \
         CASE WHEN votes_for < votes_against THEN votes_for ELSE votes_against END AS smaller,\n               \
         CASE WHEN votes_for < votes_against THEN votes_against WHEN votes_for = 0 THEN 1 ELSE votes_for END AS larger\n        \
         FROM contributions WHERE status = 'published' AND votes_for IS NOT NULL AND votes_against IS NOT NULL) AS camps"
    }

    fn sql_second(&self) -> Option<&'static str> {
        Some("both_camps")
    }

    fn steps(&self, facts: &Facts) -> Vec<(&'static str, f64)> {
        let (favour, against) = facts.camps().unwrap_or_default();
        let (smaller, larger, quotient) = steps(favour, against);
        // Sums of votes are far below the whole numbers a double can hold.
        vec![("smaller", smaller), ("larger", larger), ("quotient", quotient), ("both_camps", self.second(facts) as f64)]
    }

    fn inputs(&self) -> &'static [&'static str] {
        &["votes_for", "votes_against"]
    }

    fn formula(&self) -> &'static str {
        "m = min(votes_for, votes_against); M = max(votes_for, votes_against, 1); ⌊(1000 × m × m) ÷ M⌋; votes_for + votes_against"
    }
}

#[cfg(test)]
mod tests {
    use super::steps;

    #[test]
    fn a_few_against_thousands_are_no_division() {
        let score = |favour, against| steps(favour, against).2.floor() as i64;
        assert_eq!([score(4055, 24), score(15, 17), score(0, 0), score(5, 0), score(1, 1)], [142, 13_235, 0, 0, 1000]);
        assert_eq!(score(u32::MAX, u32::MAX), 4_294_967_295_000);
    }
}
