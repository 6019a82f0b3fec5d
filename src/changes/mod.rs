//! What changed from one export of a consultation to the next: a pure function of two records and their figures.
//!
//! Contributions are the same if their kind and id are, comments if their id is. An edit of a text is a difference of its words: markup
//! and white space, which platforms write anew in each export, are none. Texts that the privacy policy hides in either edition are not
//! compared, and [`Changes::conceal`] forgets what was quoted of those that are hidden today.

mod compare;
mod difference;
mod whole;

use crate::diagnose::{Diagnostic, codes};
use crate::model::{Edition, Kind, Status};

pub use compare::{Held, compare};
pub use difference::{Piece, Tag};
pub use whole::whole;

/// Edited texts of which the differing words are kept: a page shows no more.
pub const SHOWN: usize = 200;

/// A contribution, by what makes it the same in every edition.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Key {
    /// What it is.
    pub kind: Kind,
    /// The platform's id.
    pub id: Box<str>,
}

/// How much an edition holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Its day.
    pub edition: Edition,
    /// Contributions with a row.
    pub contributions: usize,
    /// Comments.
    pub comments: usize,
    /// Votes, all sides and contributions together.
    pub votes: u64,
}

/// From one edition to the next. Lists are in the order of the record: by kind, then id in natural order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changes {
    /// The older one.
    pub before: Size,
    /// The newer one.
    pub after: Size,
    /// Only the newer one holds them.
    pub added: Vec<Key>,
    /// Only the older one does.
    pub removed: Vec<Key>,
    /// Both do, with another title, text, topic or status.
    pub edited: Vec<Edited>,
    /// Both do, with other numbers.
    pub counts: Vec<Counted>,
    /// Comments of all contributions.
    pub comments: Comments,
}

/// How many comments changed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Comments {
    /// Only the newer edition holds them.
    pub added: usize,
    /// Only the older one does.
    pub removed: usize,
    /// Another text, side or status.
    pub edited: usize,
}

/// A contribution that was edited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edited {
    /// Which one.
    pub key: Key,
    /// What is other than before: each thing once, in the order of [`Edit`].
    pub edits: Vec<Edit>,
}

/// One thing that is other than before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// The title.
    Title(TextEdit),
    /// The text.
    Body(TextEdit),
    /// The main topic, with those above it.
    Topic(Option<Box<str>>, Option<Box<str>>),
    /// What became of it on the platform.
    Status(Status, Status),
}

impl Edit {
    /// The column of `contributions` that is other.
    pub fn field(&self) -> &'static str {
        match self {
            Edit::Title(_) => "title",
            Edit::Body(_) => "body",
            Edit::Topic(..) => "topic",
            Edit::Status(..) => "status",
        }
    }
}

/// A text that is other than before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextEdit {
    /// Its length before, in characters.
    pub before: usize,
    /// Its length now.
    pub after: usize,
    /// The words that differ, with a few around them; none where they may not be quoted.
    pub pieces: Vec<Piece>,
}

/// A contribution whose numbers changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// Which one.
    pub key: Key,
    /// Column of `contributions`, number before, number now; `None` where it is not known.
    pub fields: Vec<(&'static str, Option<u32>, Option<u32>)>,
}

impl Changes {
    /// Whether both editions hold the same.
    pub fn is_empty(&self) -> bool {
        let Self { before: _, after: _, added, removed, edited, counts, comments } = self;
        added.is_empty() && removed.is_empty() && edited.is_empty() && counts.is_empty() && *comments == Comments::default()
    }

    /// Forgets what was quoted of contributions whose text must not be shown.
    pub fn conceal(&mut self, hidden: &dyn Fn(&Key) -> bool) {
        for edited in self.edited.iter_mut().filter(|edited| hidden(&edited.key)) {
            for edit in &mut edited.edits {
                if let Edit::Title(text) | Edit::Body(text) = edit {
                    text.pieces.clear();
                }
            }
        }
    }

    /// Whether less than half of the contributions are left.
    pub fn shrank(&self) -> bool {
        self.after.contributions * 2 < self.before.contributions
    }

    /// What is doubtful: an edition that holds less than half of the one before may be cut off.
    pub fn doubts(&self, shown: &str) -> Option<Diagnostic> {
        self.shrank().then(|| {
            Diagnostic::new(codes::EDITION_SHRANK)
                .file(shown)
                .count(self.after.contributions as u64)
                .arg("value", self.after.edition.to_string())
                .arg("before", self.before.contributions)
                .arg("example", self.before.edition.to_string())
        })
    }
}
