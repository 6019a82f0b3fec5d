//! By place, as it is named.

use super::{Grouping, Key, Label, without};
use crate::model::slug;
use crate::model::{Consultation, Contribution};

/// By place.
pub struct Place;

impl Grouping for Place {
    fn id(&self) -> &'static str {
        "place"
    }

    fn key(&self, _: &Consultation, contribution: &Contribution) -> Key {
        let name = contribution.place.as_ref().and_then(|place| place.name.as_deref());
        let Some(name) = name else { return without(self.id()) };
        let slug = slug(name);
        Key { order: (false, slug.clone()), slug, label: Label::Text(name.to_owned()) }
    }
}
