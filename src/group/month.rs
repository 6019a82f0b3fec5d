//! By month of creation, in local time.

use super::{Grouping, Key, Label, without};
use crate::model::{Consultation, Contribution};

/// By month.
pub struct Month;

impl Grouping for Month {
    fn id(&self) -> &'static str {
        "month"
    }

    fn key(&self, _: &Consultation, contribution: &Contribution) -> Key {
        let Some(created) = contribution.created else { return without(self.id()) };
        let civil = created.civil();
        let month = created.month();
        Key { order: (false, month.clone()), slug: month, label: Label::Month(civil.year, civil.month) }
    }
}
