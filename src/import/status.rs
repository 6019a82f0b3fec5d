//! The status of a row: what its columns say of publication. What nobody knows there hides, and is said with the line that decides.

use super::binding::Given;
use super::collect::quotable;
use super::publication;
use super::row::Row;
use super::values::folded;
use super::vocabulary::{self, State};
use crate::archive::profile::Field;
use crate::diagnose::codes;
use crate::model::{OutcomeStatus, Status};

/// In a map of words of a profile: the word is about a decision, and says nothing of publication.
pub const DECISION: &str = "decision";

/// What the status columns of a row say.
#[derive(Debug, Default)]
pub(super) struct Said {
    /// What became of it on its platform.
    pub status: Option<Status>,
    /// A decision that stood in the same column.
    pub outcome: Option<OutcomeStatus>,
    /// A word of a decision that the model has no name for: (column, word).
    pub field: Option<(String, String)>,
}

impl Row<'_, '_, '_> {
    /// Looks at all status columns: one that hides outweighs one that does not.
    pub(super) fn said_of_status(&mut self) -> Said {
        let mut said = Said::default();
        let record = self.record;
        for part in record.parts(Field::Status) {
            let raw = part.raw(self.cells);
            let declared = if self.collector.statuses.is_empty() { None } else { self.collector.statuses.get(folded(&raw).as_ref()).copied() };
            let status = match (declared, part.read(self.cells)) {
                (Some(status), _) => Some(status),
                (None, Given::Nothing) => None,
                (None, Given::Text(word)) => match Status::from_word(&word) {
                    Some(status) if part.has_map() || *raw == *word => Some(status),
                    // The profile knows that the column holds decisions: only a word of publication among them hides.
                    _ if part.has_map() && word == DECISION => match vocabulary::state(&raw) {
                        State::Known(Status::Published) | State::Decision(..) | State::Unknown(false) => None,
                        State::Known(status) => Some(status),
                        State::Unknown(true) => Some(self.unknown_state(&part.name, &raw)),
                    },
                    _ => self.state(part.form.publication, &part.name, &word, &mut said),
                },
                (None, Given::Unknown(word)) => self.state(true, &part.name, &word, &mut said),
            };
            said.status = match (said.status, status) {
                (None | Some(Status::Published), Some(status)) => Some(status),
                (known, _) => known,
            };
        }
        if self.collector.row_hidden && said.status.is_none_or(|status| status == Status::Published) {
            said.status = Some(Status::Moderated);
        }
        said
    }

    /// The status alone.
    pub(super) fn status(&mut self) -> Status {
        self.said_of_status().status.unwrap_or(Status::Published)
    }

    /// The status, or that of a text in whose place stands that it was taken down: "[supprimé par la modération]".
    pub(super) fn unless_taken_down(&mut self, status: Status, title: &str, body: &str) -> Status {
        let text = if body.trim().is_empty() { title } else { body };
        if status != Status::Published || self.collector.keep_hidden || !publication::takes_down(text) {
            return status;
        }
        self.collector.tally.note(codes::TEXT_TAKEN_DOWN, self.row, "", "", "");
        Status::Erased
    }

    /// What a word says that no map explains.
    fn state(&mut self, publication: bool, column: &str, word: &str, said: &mut Said) -> Option<Status> {
        match vocabulary::state(word) {
            State::Known(status) => Some(status),
            // "oui", "1": it is shown.
            State::Unknown(_) if publication && vocabulary::answer(word) == Some(true) => Some(Status::Published),
            State::Decision(_, true) | State::Unknown(_) if publication => Some(self.unknown_state(column, word)),
            State::Decision(Some(outcome), _) => {
                said.outcome = Some(outcome);
                None
            }
            State::Decision(None, _) | State::Unknown(_) => {
                said.field = Some((column.to_owned(), word.to_owned()));
                None
            }
        }
    }

    /// A word that nobody knows, in a column about publication.
    fn unknown_state(&mut self, column: &str, word: &str) -> Status {
        if self.collector.keep_hidden {
            return Status::Published;
        }
        self.collector.tally.note(codes::HIDDEN_BY_WORD, self.row, column, "", &quotable(word));
        Status::Moderated
    }
}
