//! Columns beside those that a profile reads which say that a row was hidden or shown: hiding fails closed. The header is read as a sentence
//! (`publication`); what the cells look like decides where it is not sure.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use crate::import::cells::Cells;
use crate::import::headers::Headers;
use crate::import::publication::{self, Mark, Said, Sense};
use crate::import::values::dates::{self, DateForms};
use crate::import::vocabulary::{self, State};
use crate::model::{OutcomeStatus, Status};

/// A column that hides or publishes.
#[derive(Debug, Clone)]
pub struct HidingColumn {
    /// Its place.
    pub column: usize,
    /// Its header as it stands.
    pub name: String,
    /// What the header says; nothing: its cells may.
    pub says: Option<Said>,
    /// What its cells are asked.
    pub asks: Asks,
}

/// What the cells of a column are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asks {
    /// Whether the row is shown, as its header or its words tell.
    Row,
    /// Whether the author is named: filled cells say no (`true`), or cells that do not say yes.
    Names(bool),
    /// Whether the answer that stands in the row is published.
    Answer,
    /// Whether the row passed: cells that do not say yes hide it (`true`), or filled cells.
    Passed(bool),
    /// Whether somebody used a right over their data.
    Rights,
    /// On which day the row was published: none on no day.
    Day,
    /// Notes, some of which are orders: "à supprimer".
    Notes,
}

/// What a record reads beside the columns that may hide.
#[derive(Debug, Clone, Copy, Default)]
pub struct Beside {
    /// An answer.
    pub answer: bool,
    /// A decision.
    pub decision: bool,
}

/// The columns of a table that may hide rows, but those that the profile names (`spoken_of`): it knows what they mean. Columns that a workbook
/// hides (`concealed`) have no header left, and their own name.
pub fn hiding_columns(
    headers: &Headers,
    concealed: &[(usize, String)],
    beside: Beside,
    spoken_of: &dyn Fn(usize) -> bool,
    dated: &dyn Fn(usize) -> bool,
    published: &dyn Fn(usize) -> bool,
) -> Vec<HidingColumn> {
    let named = |(column, name): (usize, &String)| {
        let name = concealed.iter().find(|(at, _)| *at == column).map_or(name, |(_, name)| name);
        let found = |says, asks| Some(HidingColumn { column, name: name.clone(), says, asks });
        if publication::tells_day(name) && (dated(column) || !spoken_of(column)) {
            let says = if spoken_of(column) { None } else { publication::header(name) };
            return found(says, Asks::Day);
        }
        if publication::is_notes(name) && (published(column) || !spoken_of(column)) {
            return found(None, Asks::Notes);
        }
        if spoken_of(column) {
            return None;
        }
        let says = publication::header(name);
        if beside.answer && publication::is_of_answer(name) {
            return found(says, Asks::Answer);
        }
        let asks = match (says, publication::names_authors(name)) {
            (Some(_), _) => Asks::Row,
            (None, Some(hides)) => Asks::Names(hides),
            (None, None) => match publication::asks(name) {
                Some(publication::Asked::Passed) => Asks::Passed(true),
                Some(publication::Asked::Failed) => Asks::Passed(false),
                Some(publication::Asked::Refused) if !beside.decision => Asks::Passed(false),
                Some(publication::Asked::Rights) => Asks::Rights,
                _ => Asks::Row,
            },
        };
        found(says, asks)
    };
    headers.names().iter().enumerate().filter_map(named).collect()
}

/// What a cell of such a column says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cell {
    Empty,
    Yes,
    No,
    /// Somebody agreed, or refused.
    Agrees(bool),
    /// A state of publication.
    Shows,
    Hides,
    Date,
    /// A number that is no answer: of messages, of times.
    Number,
    /// A decision or a stage that says nothing of publication; whether it is for what was proposed, or against.
    Decision(Option<bool>),
    /// A word that nobody knows; whether it speaks of publication.
    Word(bool),
    /// -1, which some databases write for yes, and others for no.
    Minus,
    /// A sign in the place of nothing, if most cells have it.
    Sign,
}

/// Bytes from which on a cell is a text.
const TEXT: usize = 60;

fn cell(text: &str) -> Cell {
    if text == "-1" {
        return Cell::Minus;
    }
    // A question mark or dots beside cells that answer are a doubt, and no answer.
    if !text.is_empty() && !text.chars().any(char::is_alphanumeric) && text.chars().all(|c| matches!(c, '?' | '!' | '…' | '.' | '/' | '¿')) {
        return if matches!(text, "/" | ".") { Cell::Sign } else { Cell::Word(true) };
    }
    // `0000-00-00` is how some databases write no date.
    if text.is_empty()
        || vocabulary::is_nothing(text)
        || (text.contains('0') && text.bytes().all(|byte| matches!(byte, b'0' | b'-' | b':' | b' ' | b'/')))
    {
        return if text == "0" { Cell::No } else { Cell::Empty };
    }
    if let Some(answer) = vocabulary::answer(text) {
        return if answer { Cell::Yes } else { Cell::No };
    }
    match vocabulary::state(text) {
        State::Known(Status::Published) => return Cell::Shows,
        State::Known(_) => return Cell::Hides,
        _ => {}
    }
    match publication::mark(text) {
        Mark::Shows => return Cell::Shows,
        Mark::Hides => return Cell::Hides,
        Mark::Agrees(agrees) => return Cell::Agrees(agrees),
        Mark::Speaks => return Cell::Word(true),
        Mark::Plain => {}
    }
    match vocabulary::state(text) {
        State::Decision(Some(OutcomeStatus::Accepted), _) => Cell::Decision(Some(true)),
        State::Decision(Some(OutcomeStatus::Refused), false) => Cell::Decision(Some(false)),
        State::Decision(_, false) => Cell::Decision(None),
        State::Decision(..) => Cell::Word(false),
        State::Unknown(_) if dates::parse(text, &DateForms::default()).is_some() => Cell::Date,
        // Seconds of a clock are a day too.
        State::Unknown(_) if text.bytes().all(|byte| byte.is_ascii_digit()) => {
            if text.len() >= 9 {
                Cell::Date
            } else {
                Cell::Number
            }
        }
        State::Unknown(about) => Cell::Word(about),
        State::Known(_) => Cell::Word(true),
    }
}

/// What the cells of these columns showed.
pub struct Evidence {
    columns: Vec<(HidingColumn, Shown)>,
}

/// What one column showed.
#[derive(Debug, Clone, Default)]
struct Shown {
    rows: usize,
    empty: usize,
    yes: usize,
    no: usize,
    shows: usize,
    hides: usize,
    dates: usize,
    numbers: usize,
    words: usize,
    about: usize,
    /// Cells as long as texts.
    texts: usize,
    /// Cells with digits that are no number: a day in a form that only its column tells.
    digits: usize,
    minus: usize,
    ones: usize,
    signs: usize,
    /// What each different cell says, while they are few.
    met: FxHashMap<Box<str>, Cell>,
    /// Where the header says nothing: too many or too long for marks.
    given_up: bool,
    /// Marks that can only be of publication, and others.
    marked: Marked,
}

#[derive(Debug, Clone, Copy, Default)]
struct Marked {
    shows: bool,
    hides: bool,
    speaks: bool,
    plain: bool,
    /// Some words can be about publication, whatever else they mean.
    states: bool,
    /// Some words are sentences about it: "ne pas publier".
    surely: bool,
}

/// Different words that a column of marks has at most, and their bytes.
const MARKS: (usize, usize) = (12, 60);
/// Different cells of which is kept what they say.
const KEPT: usize = 200;

impl Shown {
    /// Looks at a cell of a column whose header says nothing: few short words, some of which can only be about publication.
    fn mark(&mut self, text: &str, waits: bool) {
        if self.given_up || text.is_empty() || self.met.contains_key(text) {
            return;
        }
        if self.met.len() == MARKS.0 || text.len() > MARKS.1 {
            self.given_up = true;
            self.met = FxHashMap::default();
            return;
        }
        let said = if waits && publication::waits(text) { Cell::Hides } else { cell(text) };
        self.met.insert(text.into(), said);
        self.marked.states |= matches!(said, Cell::Hides | Cell::Word(true));
        self.marked.surely |= publication::forbids(text);
        match (vocabulary::mark(text), publication::mark(text)) {
            (Some(true), _) | (None, Mark::Shows) => self.marked.shows = true,
            (Some(false), _) | (None, Mark::Hides) => self.marked.hides = true,
            (None, Mark::Speaks) => self.marked.speaks = true,
            _ => self.marked.plain |= said != Cell::Empty,
        }
    }

    /// Looks at a cell of a column whose header speaks of publication.
    fn cell(&mut self, text: &str) {
        self.rows += 1;
        let said = match self.met.get(text) {
            Some(said) => *said,
            None => {
                let said = cell(text);
                if self.met.len() < KEPT {
                    self.met.insert(text.into(), said);
                }
                said
            }
        };
        match said {
            Cell::Empty => self.empty += 1,
            Cell::Yes | Cell::Agrees(true) => {
                self.yes += 1;
                self.ones += usize::from(text == "1");
            }
            Cell::No | Cell::Agrees(false) => self.no += 1,
            Cell::Shows => self.shows += 1,
            Cell::Hides => self.hides += 1,
            Cell::Date => self.dates += 1,
            Cell::Number => self.numbers += 1,
            Cell::Decision(_) => self.words += 1,
            Cell::Minus => self.minus += 1,
            Cell::Sign => self.signs += 1,
            Cell::Word(about) => {
                self.words += 1;
                self.about += usize::from(about);
                self.texts += usize::from(text.len() > TEXT);
                self.digits += usize::from(text.bytes().any(|byte| byte.is_ascii_digit()));
            }
        }
    }

    /// Settles what only all cells tell: -1 is yes where nothing else is, and a sign in most cells is nothing.
    fn settle(&mut self) {
        let minus = if self.ones == 0 { Cell::Yes } else { Cell::Word(true) };
        let signs = if self.signs * 2 > self.rows { Cell::Empty } else { Cell::Word(true) };
        match minus {
            Cell::Yes => self.yes += self.minus,
            _ => self.words += self.minus,
        }
        match signs {
            Cell::Empty => self.empty += self.signs,
            _ => self.words += self.signs,
        }
        for (text, said) in &mut self.met {
            match said {
                Cell::Minus => *said = minus,
                Cell::Sign => *said = signs,
                // No day in a column of answers is no answer either.
                _ if text.is_empty() => *said = Cell::Empty,
                _ => {}
            }
        }
    }

    /// Whether a column whose header says so is one of publication.
    fn proves(&self, said: Said) -> bool {
        let filled = self.rows - self.empty;
        let answers = self.yes + self.no;
        let known = answers + self.shows + self.hides;
        // Counts, and texts that somebody wrote, are no answers.
        if filled == 0 || self.numbers * 2 > filled || (said.aside && answers < filled) {
            return false;
        }
        let text = self.texts * 2 > filled || (self.words * 2 > filled && self.met.len() > MARKS.0 && self.met.len() * 2 > filled);
        let wordy = self.words + self.dates + self.hides > 0;
        match said.sense {
            Sense::Hides if said.reviewed && filled == self.rows => false,
            Sense::Hides if said.either => (known + self.dates) * 2 >= filled,
            Sense::Hides if said.sure => true,
            Sense::Hides => known + self.dates == filled || (!text && (said.reason || self.shows + self.hides + self.about > 0)),
            _ if text => known * 3 >= filled,
            _ if said.sure && !said.either => known + self.dates > 0 || wordy,
            _ if said.sure => known + self.about > 0,
            _ if said.moderates => self.shows + self.hides + self.about > 0,
            _ => answers == filled || known * 2 >= filled,
        }
    }
}

/// Bytes of an order among notes.
const ORDER: usize = 40;

impl Shown {
    /// Looks at a note.
    fn note(&mut self, text: &str) {
        self.marked.surely = self.marked.surely || (text.len() <= ORDER && publication::orders(text));
    }

    fn known(&self) -> usize {
        self.yes + self.no + self.shows + self.hides
    }

    /// Whether a column whose header asks a question answers it: names and texts are no answers.
    fn answers(&self) -> bool {
        let filled = self.rows - self.empty;
        filled > 0 && self.dates + self.numbers < filled && self.met.len() <= MARKS.0 && self.texts == 0
    }

    /// The same, of whether authors are named.
    fn answers_of_names(&self) -> bool {
        let nobody = || self.met.keys().filter(|word| !word.is_empty()).all(|word| vocabulary::is_nobody(word));
        self.answers() && (self.known() > 0 || nobody())
    }

    /// Whether a column of days is one.
    fn is_of_days(&self) -> bool {
        (self.dates + self.digits) * 2 >= self.rows && self.rows > 1
    }
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
    pub fn row(&mut self, cells: &Cells<'_>) {
        for (column, shown) in &mut self.columns {
            match column.says {
                Some(_) => shown.cell(&cells.get(column.column)),
                None if matches!(column.asks, Asks::Names(_) | Asks::Passed(_) | Asks::Rights | Asks::Day) => shown.cell(&cells.get(column.column)),
                None if column.asks == Asks::Notes => shown.note(&cells.get(column.column)),
                None if shown.given_up => {}
                None => shown.mark(&cells.get(column.column), column.asks == Asks::Answer),
            }
        }
    }

    /// The columns that hide, as their cells settle it.
    pub fn settle(self) -> Hiding {
        let mut hiding = Hiding::default();
        for (column, mut shown) in self.columns {
            shown.settle();
            let asks = column.asks;
            let shows = shown.yes + shown.shows > 0;
            let screen = match asks {
                Asks::Row | Asks::Answer => screen(column, shown),
                Asks::Names(hides) => {
                    let says = if hides { Sense::Hides } else { Sense::Publishes };
                    // Who was asked must have agreed.
                    shown.answers_of_names().then(|| Screen::of(column, says, Decides::Header, !hides, shown.met))
                }
                // Decisions are no answers: a column of them is another.
                Asks::Passed(true) => {
                    let decided = || shown.met.keys().any(|word| matches!(vocabulary::state(word), State::Decision(Some(_), _)));
                    let passed = shown.answers() && shown.known() * 2 >= shown.rows - shown.empty && !decided();
                    passed.then(|| Screen::of(column, Sense::Publishes, Decides::Header, shows, shown.met))
                }
                Asks::Passed(false) => (shown.rows > shown.empty && shown.empty + shown.no > 0)
                    .then(|| Screen::of(column, Sense::Hides, Decides::Header, false, shown.met)),
                Asks::Rights => shown.answers().then(|| Screen::of(column, Sense::Publication, Decides::Rights, false, shown.met)),
                Asks::Day if shown.is_of_days() => Some(Screen::of(column, Sense::Publication, Decides::Day, true, shown.met)),
                Asks::Day if column.says.is_some() => screen(column, shown),
                Asks::Day => None,
                Asks::Notes => shown.marked.surely.then(|| Screen::of(column, Sense::Publication, Decides::Orders, false, FxHashMap::default())),
            };
            match asks {
                Asks::Names(_) => hiding.names.extend(screen),
                Asks::Answer => hiding.answers.extend(screen),
                _ => hiding.columns.extend(screen),
            }
        }
        hiding
    }
}

/// The column as one that hides rows, as its cells settle it.
fn screen(column: HidingColumn, shown: Shown) -> Option<Screen> {
    if let Some(said) = column.says.filter(|said| shown.proves(*said)) {
        let shows = shown.yes + shown.shows > 0;
        // Where nothing says yes, the column marks exceptions, and an empty cell is none; who was asked must have agreed.
        let empty_hides = match said.sense {
            Sense::Publishes => (shows || said.permits) && !said.exception,
            Sense::Publication => shows,
            Sense::Hides => false,
        };
        return Some(Screen { reason: said.reason, ..Screen::of(column, said.sense, Decides::Header, empty_hides, shown.met) });
    }
    // Hidden beside published, or hidden alone beside empty cells, is a column of publication, whatever it is called; under a word of
    // states one of them is enough.
    let marked = shown.marked;
    let marks = match (marked.shows, marked.hides, marked.speaks) {
        _ if shown.given_up || column.says.is_some() => false,
        (true, true, _) | (true, _, true) => true,
        (_, true, _) if !marked.plain => true,
        _ => marked.states && publication::names_a_state(&column.name),
    };
    // Among other notes, one that forbids hides its own row.
    let decides = Decides::Marks { alone: !marks };
    (marks || (marked.surely && !shown.given_up && column.says.is_none())).then(|| Screen::of(column, Sense::Publication, decides, false, shown.met))
}

/// What makes a column one of publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Decides {
    /// Its header: stages of a process are none of it.
    Header,
    /// Its words, or some of them alone.
    Marks { alone: bool },
    /// What it says against publication.
    Rights,
    /// The days in it.
    Day,
    /// Orders among notes.
    Orders,
}

/// A column that hides rows.
#[derive(Debug)]
struct Screen {
    column: usize,
    name: String,
    says: Sense,
    /// Its words are reasons, and none of them shows.
    reason: bool,
    /// What made it one.
    decides: Decides,
    /// A cell that says nothing hides too.
    empty_hides: bool,
    /// What its cells say, of those that were met first.
    met: FxHashMap<Box<str>, Cell>,
}

impl Screen {
    fn of(column: HidingColumn, says: Sense, decides: Decides, empty_hides: bool, met: FxHashMap<Box<str>, Cell>) -> Self {
        Self { column: column.column, name: column.name, says, reason: false, decides, empty_hides, met }
    }

    fn hides(&self, text: &str) -> bool {
        match self.decides {
            Decides::Marks { alone: true } => return publication::forbids(text),
            Decides::Orders => return text.len() <= ORDER && publication::orders(text),
            _ => {}
        }
        let said = self.met.get(text).copied().unwrap_or_else(|| cell(text));
        let against = matches!(said, Cell::No | Cell::Hides | Cell::Agrees(false) | Cell::Decision(Some(false)));
        match self.decides {
            Decides::Rights => return against || (matches!(said, Cell::Word(_)) && publication::uses_right(text)),
            // A day may be written in any form.
            Decides::Day => {
                let digits = text.bytes().any(|byte| byte.is_ascii_digit()) && text != "0";
                return !digits
                    && (against || matches!(said, Cell::Empty | Cell::Word(true)) || vocabulary::is_guarded(text) || publication::denies(text));
            }
            _ => {}
        }
        match (self.says, said) {
            (Sense::Hides, Cell::Empty | Cell::No) => false,
            (Sense::Hides, Cell::Shows) => self.reason,
            (Sense::Hides, _) => true,
            (_, Cell::Empty) => self.empty_hides,
            (_, Cell::Yes | Cell::Shows | Cell::Date | Cell::Agrees(true)) => false,
            (_, Cell::Decision(Some(true))) => false,
            (Sense::Publication, Cell::Decision(_)) => self.decides == Decides::Header,
            _ => true,
        }
    }
}

/// The columns of a source that hide rows.
#[derive(Debug, Default)]
pub struct Hiding {
    columns: Vec<Screen>,
    /// Those that say whose authors are not to be named.
    names: Vec<Screen>,
    /// Those that say which answers are not public.
    answers: Vec<Screen>,
}

impl Hiding {
    /// Whether the cells of this column say which rows are published.
    pub fn reads(&self, column: usize) -> bool {
        self.columns.iter().chain(&self.names).chain(&self.answers).any(|screen| screen.column == column)
    }

    /// The column that says that the answer in this row is not public, and what it says there.
    pub fn unanswered<'h, 'c>(&'h self, cells: &Cells<'c>, shown: &dyn Fn(&str) -> bool) -> Option<(&'h str, Cow<'c, str>)> {
        self.answers.iter().find_map(|column| {
            let text = cells.get(column.column);
            (column.hides(&text) && !shown(&text)).then_some((column.name.as_str(), text))
        })
    }

    /// The column that says that the author of this row is not to be named, and what it says there.
    pub fn anonymous<'h, 'c>(&'h self, cells: &Cells<'c>, shown: &dyn Fn(&str) -> bool) -> Option<(&'h str, Cow<'c, str>)> {
        self.names.iter().find_map(|column| {
            let text = cells.get(column.column);
            (column.hides(&text) && !shown(&text)).then_some((column.name.as_str(), text))
        })
    }

    /// The column that hides this row, and what it says there. `shown`: words that the archive says are of published rows.
    pub fn hides<'h, 'c>(&'h self, cells: &Cells<'c>, shown: &dyn Fn(&str) -> bool) -> Option<(&'h str, Cow<'c, str>)> {
        self.columns.iter().find_map(|column| {
            let text = cells.get(column.column);
            (column.hides(&text) && !shown(&text)).then_some((column.name.as_str(), text))
        })
    }
}

#[cfg(test)]
#[path = "hiding_tests.rs"]
mod tests;
