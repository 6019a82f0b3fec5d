//! By area: the outlines of the map or, without any, the squares of a grid; points outside them are a group of their own. What has no point
//! is in no group.

use super::{Grouping, Key, Label, Subject, without};
use crate::model::{ContributionIx, slug};

/// By area.
pub struct Area;

impl Grouping for Area {
    fn id(&self) -> &'static str {
        "area"
    }

    fn key(&self, subject: &Subject<'_>, ix: ContributionIx) -> Key {
        let point = subject.consultation.contribution(ix).place.as_ref().and_then(|place| place.point);
        let Some(area) = point.and_then(|point| subject.areas.of(point)) else { return without(self.id()) };
        let name = subject.areas.name(area);
        Key { order: (false, format!("{area:06}")), slug: slug(&name), label: Label::Text(name) }
    }

    fn keys(&self, subject: &Subject<'_>, ix: ContributionIx) -> Vec<Key> {
        let located = subject.consultation.contribution(ix).place.as_ref().is_some_and(|place| place.point.is_some());
        if located { vec![self.key(subject, ix)] } else { Vec::new() }
    }
}
