//! By kind of author.

use super::{Grouping, Key, Label, Subject, without};
use crate::model::ContributionIx;

/// By kind of author.
pub struct AuthorKind;

impl Grouping for AuthorKind {
    fn id(&self) -> &'static str {
        "author-kind"
    }

    fn key(&self, subject: &Subject<'_>, ix: ContributionIx) -> Key {
        let consultation = subject.consultation;
        let contribution = consultation.contribution(ix);
        let Some(author) = contribution.author else { return without(self.id()) };
        let kind = consultation.authors[author as usize].kind;
        Key { order: (false, format!("{:02}", kind as u8)), slug: kind.word().to_owned(), label: Label::Word(format!("author-kind-{}", kind.word())) }
    }
}
