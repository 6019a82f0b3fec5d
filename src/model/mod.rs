//! The record itself, as plain values: what was said, by whom, when, with what votes. No disk, no formats.
//!
//! Everything points by index (`u32`) into the vectors of its [`Consultation`], so that a million contributions cost what their
//! texts cost. The model holds what may be published and nothing else: names and texts the privacy policy hides never get here.

mod consultation;
mod edition;
mod moment;
mod natural;
mod slug;
mod text;
mod vocabulary;

pub use consultation::{
    Appendix, Author, AuthorIx, Ballot, Comment, CommentIx, Consultation, Contribution, ContributionIx, Difference, Erasure, Extra, Origin, Orphan,
    Outcome, Place, Repaired, SetAside, SourceFile, SourceIx, Topic, TopicIx, Translation, Workshop,
};
pub use edition::Edition;
pub use moment::{Civil, Moment, Precision};
pub use natural::natural_order;
pub use slug::slug;
pub use text::{Markup, Text};
pub use vocabulary::{AuthorKind, Kind, OutcomeStatus, Side, Sides, Status, VoteCounts, VoteRows, Votes, VotesBasis};
