//! By month of creation, in local time.

use super::{Grouping, Key, Label, Subject, without};
use crate::model::ContributionIx;

/// By month.
pub struct Month;

impl Grouping for Month {
    fn id(&self) -> &'static str {
        "month"
    }

    fn complete(&self) -> bool {
        true
    }

    fn key(&self, subject: &Subject<'_>, ix: ContributionIx) -> Key {
        let contribution = subject.consultation.contribution(ix);
        let Some(created) = contribution.created else { return without(self.id()) };
        let civil = created.civil();
        let month = created.month();
        Key { order: (false, month.clone()), slug: month, label: Label::Month(civil.year, civil.month) }
    }
}
