//! Which rows of one table point to which of another.

use super::Subject;

/// Rows that others point to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A consultation, in the data of the archive.
    Consultation,
    /// A contribution.
    Contribution,
    /// A comment.
    Comment,
    /// A topic.
    Topic,
}

impl Target {
    /// Their table.
    pub fn table(self) -> &'static str {
        match self {
            Target::Consultation => "consultations",
            Target::Contribution => "contributions",
            Target::Comment => "comments",
            Target::Topic => "topics",
        }
    }

    /// The columns that name a row there: its key.
    pub fn columns(self) -> &'static [&'static str] {
        match self {
            Target::Consultation => &["consultation_id"],
            Target::Contribution => &["consultation_id", "kind", "contribution_id"],
            Target::Comment => &["consultation_id", "comment_id"],
            Target::Topic => &["consultation_id", "topic_id"],
        }
    }
}

/// Columns of a table that name a row of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reference {
    /// The columns, in the order of the target's.
    pub columns: &'static [&'static str],
    /// What they point to.
    pub target: Target,
    /// Some rows point to nothing: their last columns are empty.
    pub optional: bool,
}

impl Reference {
    /// Every table of the archive says of which consultation its rows are.
    pub const CONSULTATION: Reference = Reference { columns: &["consultation_id"], target: Target::Consultation, optional: false };

    /// Whether every row it names exists. A placeholder has no row to point at.
    pub fn holds(&self, subjects: &[Subject<'_>]) -> bool {
        self.target != Target::Contribution || subjects.iter().all(|subject| subject.dossier.record.contributions.iter().all(|one| !one.missing))
    }
}
