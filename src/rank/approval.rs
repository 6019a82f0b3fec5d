//! Approval: few votes beside many. The lower bound of the Wilson score interval (E. B. Wilson 1927, JASA 22:209–212) at 95 %.

use super::{Facts, Ranking};
use crate::model::{Consultation, Side};
use crate::tally::Tallies;

/// ⌊10⁶ × lower bound of the 95 % Wilson interval of votes_for / (votes_for + votes_against)⌋; 0 without votes.
pub struct Approval;

/// The 97.5 % quantile of the normal distribution, as published.
const Z: f64 = 1.959964;

/// The bound in parts per million. Only + − × ÷ √ of IEEE 754 doubles in the order written, so that every language and engine
/// gives the same integer.
pub fn wilson(favour: u32, against: u32) -> i64 {
    let Some(Steps { bound, .. }) = steps(favour, against) else { return 0 };
    // Between 0 and 1: the cast of its millionfold is exact. Rounding may leave −0.000… for no vote in favour.
    (bound * 1_000_000.0).floor().max(0.0) as i64
}

/// Every number on the way.
struct Steps {
    n: f64,
    p: f64,
    centre: f64,
    spread: f64,
    bound: f64,
}

/// `None` without votes.
fn steps(favour: u32, against: u32) -> Option<Steps> {
    let n = f64::from(favour) + f64::from(against);
    if n == 0.0 {
        return None;
    }
    let p = f64::from(favour) / n;
    let z2 = Z * Z;
    let centre = p + z2 / (2.0 * n);
    let spread = Z * ((p * (1.0 - p) + z2 / (4.0 * n)) / n).sqrt();
    let bound = (centre - spread) / (1.0 + z2 / n);
    Some(Steps { n, p, centre, spread, bound })
}

impl Ranking for Approval {
    fn id(&self) -> &'static str {
        "approval"
    }

    fn version(&self) -> u32 {
        2
    }

    fn score(&self, facts: &Facts) -> Option<i64> {
        facts.camps().map(|(favour, against)| wilson(favour, against))
    }

    fn has_inputs(&self, _: &Consultation, tallies: &Tallies) -> bool {
        tallies.sides.has(Side::For) && tallies.sides.has(Side::Against)
    }

    fn sql(&self) -> &'static str {
        "SELECT consultation_id, kind, contribution_id,\n         \
         CASE WHEN votes_for = 0 THEN 0 ELSE CAST(FLOOR((centre - spread) / (1 + z2 / n) * 1000000) AS BIGINT) END AS score_approval\n  \
         FROM (SELECT consultation_id, kind, contribution_id, votes_for, n, z2, p + z2 / (2 * n) AS centre,\n               \
         z * SQRT((p * (1 - p) + z2 / (4 * n)) / n) AS spread\n        \
         FROM (SELECT consultation_id, kind, contribution_id, votes_for, n, z, z * z AS z2, votes_for / n AS p\n              \
         FROM (SELECT consultation_id, kind, contribution_id, votes_for, SQRT(1) * 1.959964 AS z,\n                           \
         SQRT(1) * (CASE WHEN votes_for = 0 THEN 1 ELSE votes_for + votes_against END) AS n\n                    \
         FROM contributions WHERE status = 'published' AND votes_for IS NOT NULL AND votes_against IS NOT NULL) AS counted) AS shares) AS bounds"
    }

    fn steps(&self, facts: &Facts) -> Vec<(&'static str, f64)> {
        let zero = Steps { n: 0.0, p: 0.0, centre: 0.0, spread: 0.0, bound: 0.0 };
        let made = facts.camps().and_then(|(favour, against)| steps(favour, against)).unwrap_or(zero);
        vec![("n", made.n), ("p", made.p), ("centre", made.centre), ("spread", made.spread), ("bound", made.bound)]
    }

    fn inputs(&self) -> &'static [&'static str] {
        &["votes_for", "votes_against"]
    }

    fn formula(&self) -> &'static str {
        "n = votes_for + votes_against; p = votes_for ÷ n; z = 1.959964; \
         ⌊10⁶ × ((p + z² ÷ 2n) − z × √((p × (1 − p) + z² ÷ 4n) ÷ n)) ÷ (1 + z² ÷ n)⌋"
    }
}

#[cfg(test)]
mod tests {
    use super::wilson;

    #[test]
    fn known_values() {
        // Worked with exact rational arithmetic and 50 digits (Python decimal): 1/1, 9/10, 90/100, 0/5, 1/2.
        assert_eq!(wilson(0, 0), 0);
        assert_eq!(wilson(1, 0), 206_549);
        assert_eq!(wilson(9, 1), 595_849);
        assert_eq!(wilson(90, 10), 825_634);
        assert_eq!(wilson(0, 5), 0);
        assert_eq!(wilson(1, 1), 94_531);
    }
}
