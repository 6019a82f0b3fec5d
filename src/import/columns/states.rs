//! Columns of states: are their words about publication, or about decisions?

use rustc_hash::FxHashSet;

use crate::import::publication::{self, Mark};
use crate::import::vocabulary::{self, State};
use crate::model::Status;

/// Different words beyond which a column holds texts and no states.
const MOST: usize = 500;

/// What the cells showed.
#[derive(Debug, Default)]
pub struct States {
    met: FxHashSet<Box<str>>,
    publication: bool,
}

impl States {
    /// Looks at a cell.
    pub fn cell(&mut self, text: &str) {
        if text.is_empty() || self.publication || self.met.len() > MOST || self.met.contains(text) {
            return;
        }
        self.met.insert(text.into());
        self.publication = matches!(vocabulary::state(text), State::Unknown(true) | State::Known(Status::Moderated | Status::Erased))
            || vocabulary::publishes_or_hides(text)
            || matches!(publication::mark(text), Mark::Hides | Mark::Shows);
    }

    /// Whether the column is one of publication: its header says so, or one of its words.
    pub fn is_about_publication(&self, header: &str) -> bool {
        self.publication || publication::header(header).is_some_and(|said| said.sure)
    }
}
