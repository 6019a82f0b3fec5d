//! By text: contributions whose texts are the same but for details. What is like no other is in no group.

use super::{Grouping, Key, Label, Subject, without};
use crate::model::ContributionIx;

/// By text.
pub struct SameText;

impl Grouping for SameText {
    fn id(&self) -> &'static str {
        "same-text"
    }

    fn key(&self, subject: &Subject<'_>, ix: ContributionIx) -> Key {
        let Some(group) = subject.similar.group(ix) else { return without(self.id()) };
        let first = subject.consultation.contribution(subject.similar.groups[group][0]);
        let name = if first.title.is_empty() { format!("{} {}", first.kind.word(), first.id) } else { first.title.to_string() };
        Key {
            order: (false, format!("{group:08}")),
            // Of the first member, whose id does not change when others join.
            slug: crate::model::slug(&format!("{} {}", first.kind.word(), first.id)),
            label: Label::Text(name),
        }
    }

    fn keys(&self, subject: &Subject<'_>, ix: ContributionIx) -> Vec<Key> {
        if subject.similar.group(ix).is_some() { vec![self.key(subject, ix)] } else { Vec::new() }
    }

    fn always(&self) -> bool {
        true
    }
}
