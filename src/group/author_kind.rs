//! By kind of author.

use super::{Grouping, Key, Label, without};
use crate::model::{Consultation, Contribution};

/// By kind of author.
pub struct AuthorKind;

impl Grouping for AuthorKind {
    fn id(&self) -> &'static str {
        "author-kind"
    }

    fn key(&self, consultation: &Consultation, contribution: &Contribution) -> Key {
        let Some(author) = contribution.author else { return without(self.id()) };
        let kind = consultation.authors[author as usize].kind;
        Key { order: (false, format!("{:02}", kind as u8)), slug: kind.word().to_owned(), label: Label::Word(format!("author-kind-{}", kind.word())) }
    }
}
