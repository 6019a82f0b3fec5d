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
    /// What the header says; nothing: its cells may.
    pub says: Option<Header>,
}

/// The columns of a table that may hide rows, but those that the profile names (`spoken_of`): it knows what they mean.
pub fn hiding_columns(headers: &Headers, spoken_of: &dyn Fn(usize) -> bool) -> Vec<HidingColumn> {
    let columns = headers.names().iter().enumerate().filter(|(column, _)| !spoken_of(*column));
    columns.map(|(column, name)| HidingColumn { column, name: name.clone(), says: vocabulary::header(name) }).collect()
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
#[derive(Debug, Clone, Default)]
struct Shown {
    yes: bool,
    no: bool,
    words: bool,
    about: bool,
    /// Its different words, where the header says nothing; `None` once they are too many or too long for marks.
    met: Option<Vec<Box<str>>>,
}

/// Different words that a column of marks has at most, and their bytes.
const MARKS: (usize, usize) = (12, 40);

impl Shown {
    /// Looks at a cell of a column whose header says nothing: few short words, some of which can only be about publication.
    fn mark(&mut self, text: &str) {
        let Some(met) = &mut self.met else { return };
        if text.is_empty() || met.iter().any(|word| **word == *text) {
            return;
        }
        if met.len() == MARKS.0 || text.len() > MARKS.1 {
            self.met = None;
            return;
        }
        met.push(text.into());
        match vocabulary::mark(text) {
            Some(true) => self.yes = true,
            Some(false) => self.no = true,
            None => self.words = true,
        }
    }
}

impl Evidence {
    /// Nothing is seen yet.
    pub fn new(columns: &[HidingColumn]) -> Self {
        let shown = |column: &HidingColumn| Shown { met: column.says.is_none().then(Vec::new), ..Shown::default() };
        Self { columns: columns.iter().map(|column| (column.clone(), shown(column))).collect() }
    }

    /// Whether there is such a column.
    pub fn is_needed(&self) -> bool {
        !self.columns.is_empty()
    }

    /// Looks at a row.
    pub fn row(&mut self, cells: &Cells<'_>) {
        for (column, shown) in &mut self.columns {
            if column.says.is_none() {
                if shown.met.is_some() {
                    shown.mark(&cells.get(column.column));
                }
                continue;
            }
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
            // Hidden beside published, or hidden alone beside empty cells, is a column of publication, whatever it is called.
            let marks = shown.met.is_some() && shown.no && (shown.yes || !shown.words);
            // A word of publication in the header, and cells that only say yes or no.
            let only_answers = shown.met.as_ref().is_some_and(|met| !met.is_empty() && met.iter().all(|word| vocabulary::answer(word).is_some()));
            let answered = only_answers.then(|| vocabulary::answers_about_publication(&column.name)).flatten();
            let says = column.says.or(marks.then_some(Header::Publication)).or(answered)?;
            // "Public" is an audience in French, and a moderation may be a number of messages: such a header alone is no proof.
            let proven = match says {
                Header::Hides => true,
                Header::Publishes => answered.is_some() || shown.yes || shown.no || shown.about || !vocabulary::is_ambiguous(&column.name),
                Header::Publication => shown.about || shown.yes || shown.no || shown.words,
            };
            // Where nothing says yes, the column marks exceptions, and an empty cell is none.
            let empty_hides = says == Header::Publishes && shown.yes;
            proven.then_some(Screen { column: column.column, name: column.name, says, empty_hides })
        });
        Hiding { columns: settled.collect() }
    }
}

/// A column that hides rows.
#[derive(Debug)]
struct Screen {
    column: usize,
    name: String,
    says: Header,
    /// A cell that says nothing hides too.
    empty_hides: bool,
}

/// The columns of a source that hide rows.
#[derive(Debug, Default)]
pub struct Hiding {
    columns: Vec<Screen>,
}

impl Hiding {
    /// Whether the cells of this column say which rows are published.
    pub fn reads(&self, column: usize) -> bool {
        self.columns.iter().any(|screen| screen.column == column)
    }

    /// The column that hides this row, and what it says there.
    pub fn hides<'h, 'c>(&'h self, cells: &Cells<'c>) -> Option<(&'h str, Cow<'c, str>)> {
        self.columns.iter().find_map(|column| {
            let text = cells.get(column.column);
            let hides = match (column.says, cell(&text)) {
                (Header::Hides, Cell::Empty | Cell::No) => false,
                (Header::Hides, _) => true,
                (Header::Publishes, Cell::Empty) => column.empty_hides,
                (Header::Publication, Cell::Empty) => false,
                (Header::Publishes | Header::Publication, Cell::Yes) => false,
                (Header::Publishes, Cell::No | Cell::Word(_)) => true,
                (Header::Publication, _) => !matches!(vocabulary::state(&text), State::Decision(_, false)),
            };
            hides.then_some((column.name.as_str(), text))
        })
    }
}
