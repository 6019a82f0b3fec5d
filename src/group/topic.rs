//! By topic: the contribution's own, not its ancestors.

use super::{Grouping, Key, Label, Subject, without};
use crate::model::ContributionIx;
use crate::model::slug;

/// By topic.
pub struct Topic;

impl Grouping for Topic {
    fn id(&self) -> &'static str {
        "topic"
    }

    fn key(&self, subject: &Subject<'_>, ix: ContributionIx) -> Key {
        let consultation = subject.consultation;
        let contribution = consultation.contribution(ix);
        let Some(topic) = contribution.topic else { return without(self.id()) };
        // Topics stand in the order of their tree.
        let title = &consultation.topics[topic as usize].title;
        Key { order: (false, format!("{topic:08}")), slug: slug(title), label: Label::Text(title.to_string()) }
    }
}
