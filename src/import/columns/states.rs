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
    /// A cell is no whole number.
    words: bool,
}

impl States {
    /// Looks at a cell.
    pub fn cell(&mut self, text: &str) {
        if text.is_empty() || self.publication || self.met.len() > MOST || self.met.contains(text) {
            return;
        }
        self.met.insert(text.into());
        self.words |= !text.strip_prefix('-').unwrap_or(text).bytes().all(|byte| byte.is_ascii_digit());
        self.publication = matches!(vocabulary::state(text), State::Unknown(true) | State::Known(Status::Moderated | Status::Erased))
            || vocabulary::publishes_or_hides(text)
            || matches!(publication::mark(text), Mark::Hides | Mark::Shows);
    }

    /// Whether the column is one of publication: its header says so, or one of its words.
    pub fn is_about_publication(&self, header: &str) -> bool {
        // Codes with 1 and 0 or -1 among them: databases write so what is shown and what is not.
        let has = |code: &str| self.met.contains(code);
        let coded = || !self.words && has("1") && (has("0") || has("-1"));
        self.publication || coded() || publication::header(header).is_some_and(|said| said.sure)
    }
}
