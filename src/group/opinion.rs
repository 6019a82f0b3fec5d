//! By group of voters: what each opinion group that the platform found voted on, with that group's own figures.

use super::{Grouping, Key, Label, Subject, without};
use crate::model::ContributionIx;
use crate::tally::Tallies;

/// By opinion group.
pub struct Opinion;

impl Grouping for Opinion {
    fn id(&self) -> &'static str {
        "opinion-group"
    }

    fn key(&self, _: &Subject<'_>, _: ContributionIx) -> Key {
        without(self.id())
    }

    fn keys(&self, subject: &Subject<'_>, ix: ContributionIx) -> Vec<Key> {
        let Subject { consultation, tallies, .. } = *subject;
        let voted = |group: &usize| tallies.opinion[*group][ix as usize].total().is_some_and(|total| total > 0);
        let keys = (0..consultation.opinion_groups.len()).filter(voted).map(|group| {
            let name = &consultation.opinion_groups[group];
            Key {
                order: (false, format!("{group:06}")),
                slug: crate::model::slug(name),
                label: Label::Numbered("opinion-group-name".to_owned(), name.to_string()),
            }
        });
        let keys: Vec<Key> = keys.collect();
        if keys.is_empty() { vec![self.key(subject, ix)] } else { keys }
    }

    fn votes(&self, tallies: &Tallies, key: &Key) -> Option<usize> {
        key.order.1.parse().ok().filter(|&group: &usize| group < tallies.opinion.len())
    }
}
