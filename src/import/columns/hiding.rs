//! Columns beside those that a profile reads, whose name says that a row was hidden or shown: hiding fails closed.

use std::borrow::Cow;

use crate::import::cells::Cells;
use crate::import::headers::Headers;
use crate::import::values::dates::{self, DateForms};
use crate::import::vocabulary::{self, Header, State};
use crate::model::Status;

/// A column that hides or publishes.
#[derive(Debug, Clone)]
pub struct HidingColumn {
    /// Its place.
    pub column: usize,
    /// Its header as it stands.
    pub name: String,
    /// What the header says.
    pub says: Header,
}

/// The columns of a table that hide rows, but those that the profile names (`spoken_of`): it knows what they mean.
pub fn hiding_columns(headers: &Headers, spoken_of: &dyn Fn(usize) -> bool) -> Vec<HidingColumn> {
    let columns = headers.names().iter().enumerate().filter(|(column, _)| !spoken_of(*column));
    columns.filter_map(|(column, name)| Some(HidingColumn { column, name: name.clone(), says: vocabulary::header(name)? })).collect()
}

/// What a cell of such a column says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cell {
    Empty,
    Yes,
    No,
    /// A word of publication that nobody knows, or any other.
    Word(bool),
}

fn cell(text: &str) -> Cell {
    // `0000-00-00` is how some databases write no date.
    if text.is_empty()
        || vocabulary::is_nothing(text)
        || (text.contains('0') && text.bytes().all(|byte| matches!(byte, b'0' | b'-' | b':' | b' ' | b'/')))
    {
        return if text == "0" { Cell::No } else { Cell::Empty };
    }
    match vocabulary::answer(text) {
        Some(true) => Cell::Yes,
        Some(false) => Cell::No,
        None => match vocabulary::state(text) {
            State::Known(Status::Published) => Cell::Yes,
            State::Known(_) => Cell::No,
            State::Decision(..) => Cell::Word(false),
            State::Unknown(_) if dates::parse(text, &DateForms::default()).is_some() => Cell::Yes,
            State::Unknown(about) => Cell::Word(about),
        },
    }
}

/// What the cells of these columns showed.
pub struct Evidence {
    columns: Vec<(HidingColumn, Shown)>,
}

/// What one column showed.
#[derive(Debug, Clone, Copy, Default)]
struct Shown {
    yes: bool,
    no: bool,
    words: bool,
    about: bool,
}

impl Evidence {
    /// Nothing is seen yet.
    pub fn new(columns: &[HidingColumn]) -> Self {
        Self { columns: columns.iter().map(|column| (column.clone(), Shown::default())).collect() }
    }

    /// Whether there is such a column.
    pub fn is_needed(&self) -> bool {
        !self.columns.is_empty()
    }

    /// Looks at a row.
    pub fn row(&mut self, _: &[HidingColumn], cells: &Cells<'_>) {
        for (column, shown) in &mut self.columns {
            match cell(&cells.get(column.column)) {
                Cell::Empty => {}
                Cell::Yes => shown.yes = true,
                Cell::No => shown.no = true,
                Cell::Word(about) => {
                    shown.words = true;
                    shown.about |= about;
                }
            }
        }
    }

    /// The columns that hide, as their cells settle it.
    pub fn settle(self) -> Hiding {
        let settled = self.columns.into_iter().filter_map(|(column, shown)| {
            // "Public" is an audience in French, and a moderation may be a number of messages: such a header alone is no proof.
            let proven = match column.says {
                Header::Hides => true,
                Header::Publishes => shown.yes || shown.no || shown.about || !vocabulary::is_ambiguous(&column.name),
                Header::Publication => shown.about || shown.yes || shown.no || shown.words,
            };
            // Where nothing says yes, the column marks exceptions, and an empty cell is none.
            let empty_hides = column.says == Header::Publishes && shown.yes;
            proven.then_some((column, empty_hides))
        });
        Hiding { columns: settled.collect() }
    }
}

/// The columns of a source that hide rows.
#[derive(Debug, Default)]
pub struct Hiding {
    columns: Vec<(HidingColumn, bool)>,
}

impl Hiding {
    /// The column that hides this row, and what it says there.
    pub fn hides<'h, 'c>(&'h self, cells: &Cells<'c>) -> Option<(&'h str, Cow<'c, str>)> {
        self.columns.iter().find_map(|(column, empty_hides)| {
            let text = cells.get(column.column);
            let hides = match (column.says, cell(&text)) {
                (Header::Hides, Cell::Empty | Cell::No) => false,
                (Header::Hides, _) => true,
                (Header::Publishes, Cell::Empty) => *empty_hides,
                (Header::Publication, Cell::Empty) => false,
                (Header::Publishes | Header::Publication, Cell::Yes) => false,
                (Header::Publishes, Cell::No | Cell::Word(_)) => true,
                (Header::Publication, _) => !matches!(vocabulary::state(&text), State::Decision(_, false)),
            };
            hides.then_some((column.name.as_str(), text))
        })
    }
}
