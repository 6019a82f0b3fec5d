//! The order among equal scores: earlier first, undated last, then ids in natural order.

use std::cmp::Ordering;

use crate::model::{Contribution, natural_order};

/// Compares two contributions that share a score.
pub fn among_equals(a: &Contribution, b: &Contribution) -> Ordering {
    let time = |c: &Contribution| c.created.map_or(i64::MAX, |moment| moment.seconds);
    time(a).cmp(&time(b)).then_with(|| natural_order(&a.id, &b.id))
}
