//! By place, as it is named.

use super::{Grouping, Key, Label, Subject, without};
use crate::model::ContributionIx;
use crate::model::slug;

/// By place.
pub struct Place;

impl Grouping for Place {
    fn id(&self) -> &'static str {
        "place"
    }

    fn key(&self, subject: &Subject<'_>, ix: ContributionIx) -> Key {
        let contribution = subject.consultation.contribution(ix);
        let name = contribution.place.as_ref().and_then(|place| place.name.as_deref());
        let Some(name) = name else { return without(self.id()) };
        let slug = slug(name);
        Key { order: (false, slug.clone()), slug, label: Label::Text(name.to_owned()) }
    }
}
