//! By kind.

use super::{Grouping, Key, Label};
use crate::model::{Consultation, Contribution};

/// By kind.
pub struct Kind;

impl Grouping for Kind {
    fn id(&self) -> &'static str {
        "kind"
    }

    fn key(&self, _: &Consultation, contribution: &Contribution) -> Key {
        let kind = contribution.kind;
        Key {
            order: (false, format!("{:02}", kind as u8)),
            slug: kind.folder().to_owned(),
            label: Label::Word(format!("kind-{}-plural", kind.word())),
        }
    }
}
