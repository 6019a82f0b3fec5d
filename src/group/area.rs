//! By area: the outlines of the map or, without any, the squares of a grid. What has no point, or one outside, is in no group.

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
        let key = self.key(subject, ix);
        if key.order.0 { Vec::new() } else { vec![key] }
    }
}
