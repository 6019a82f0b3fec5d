//! By kind.

use super::{Grouping, Key, Label, Subject};
use crate::model::ContributionIx;

/// By kind.
pub struct Kind;

impl Grouping for Kind {
    fn id(&self) -> &'static str {
        "kind"
    }

    fn key(&self, subject: &Subject<'_>, ix: ContributionIx) -> Key {
        let contribution = subject.consultation.contribution(ix);
        let kind = contribution.kind;
        Key {
            order: (false, format!("{:02}", kind as u8)),
            slug: kind.folder().to_owned(),
            label: Label::Word(format!("kind-{}-plural", kind.word())),
        }
    }
}
