//! One record at a time becomes rows of the [`Draft`], with its accounting.

use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::{Hash, Hasher};

use csv::StringRecord;
use rustc_hash::{FxHashMap, FxHasher};
use serde_json::Value;

use super::binding::{Binding, BoundRecord, Each};
use super::cells::{Cells, Nulls};
use super::columns::Hiding;
use super::draft::Draft;
use super::publication;
use super::row::{Row, shape};
use super::values::folded;
use super::vocabulary::{self, State};
use crate::archive::profile::{BodyMarkup, Entity};
use crate::diagnose::{Diagnostic, Tally, codes};
use crate::model::{Kind, SetAside, Status};

/// Turns the records of one source into rows of the draft.
pub struct Collector<'a> {
    /// Where the rows go.
    pub draft: &'a mut Draft,
    /// Remarks about this source.
    pub tally: Tally,
    /// Number of the source.
    pub source: u32,
    /// Name of the file, for rows set aside.
    pub file: String,
    /// How bodies are written.
    pub markup: BodyMarkup,
    /// The bound profile.
    pub binding: &'a Binding,
    /// Generated ids met so far, to number equal ones.
    pub generated: HashMap<String, u32>,
    /// Columns of the table; 0 for documents.
    pub width: usize,
    /// A buffer for the keys of authors.
    pub key: String,
    /// What records that rows repeat have made: kind of thing and id, with a digest of what they say.
    pub made_once: HashMap<(Entity, Box<str>), u64>,
    /// Columns that hide rows.
    pub hiding: Hiding,
    /// What words of status columns mean, as the YAML says, folded.
    pub statuses: FxHashMap<String, Status>,
    /// What is hidden is published all the same.
    pub keep_hidden: bool,
    /// The title of a section, a sheet or a list that says of what stands below it that it was not shown.
    pub hiding_title: Option<String>,
    /// Votes that say which way, and those whose word nobody knows.
    pub sided: u64,
    pub sideless: u64,
    /// Whether this row is hidden by a column beside those that are read.
    pub row_hidden: bool,
    /// Whether such a column says that the answer in it is not public.
    pub row_unanswered: bool,
    /// Whether such a column says that its author is not to be named.
    pub row_nameless: bool,
    /// Digest of the cells of this row.
    pub cells: u64,
}

/// What became of a record.
enum Fate {
    Kept,
    Aside(Diagnostic),
}

/// The contribution a nested list belongs to.
pub(super) type Parent<'a> = Option<(Kind, &'a str)>;

impl Collector<'_> {
    /// Takes in one record, or sets it aside.
    pub fn record(&mut self, row: u64, cells: &Cells<'_>) {
        let nulls = &self.binding.nulls;
        if nulls.is_empty() {
            return self.sound_record(row, cells);
        }
        match cells {
            Cells::Row(record) if record.iter().any(|cell| nulls.hold(cell)) => {
                let cleaned: StringRecord = record.iter().map(|cell| if nulls.hold(cell) { "" } else { cell }).collect();
                self.sound_record(row, &Cells::Row((&cleaned).into()));
            }
            Cells::Document { paths, row: document, .. } => {
                let document = without_nulls(document, nulls);
                self.sound_record(row, &Cells::Document { paths, row: &document, element: &document });
            }
            cells => self.sound_record(row, cells),
        }
    }

    fn sound_record(&mut self, row: u64, cells: &Cells<'_>) {
        let source = &mut self.draft.sources[self.source as usize].file;
        source.rows_read += 1;
        self.cells = digest(cells);
        self.look_for_hiding(row, cells);
        let binding = self.binding;
        binding.records.iter().for_each(|record| record.pass(cells));
        let fate = match binding.records.iter().find(|record| record.each.is_none() && record.applies(cells)) {
            Some(record) => self.make(record, row, cells, None, false),
            None if binding.records.iter().any(|record| record.each.is_some()) => match self.pieces(binding.records.iter(), row, cells, None) {
                0 => Fate::Aside(Diagnostic::new(codes::EMPTY_ROW)),
                _ => Fate::Kept,
            },
            None => {
                let shown = binding.when_column.map(|column| cells.get(column)).unwrap_or_default();
                Fate::Aside(Diagnostic::new(codes::UNKNOWN_ROW_TYPE).arg("value", shape(&shown)))
            }
        };
        let source = &mut self.draft.sources[self.source as usize].file;
        match fate {
            Fate::Kept => source.rows_kept += 1,
            Fate::Aside(reason) => self.set_aside(row, reason),
        }
    }

    /// Whether a column beside those that are read says that this row was hidden.
    fn look_for_hiding(&mut self, row: u64, cells: &Cells<'_>) {
        self.row_hidden = false;
        let statuses = &self.statuses;
        let shown = |word: &str| !statuses.is_empty() && statuses.get(folded(word).as_ref()) == Some(&Status::Published);
        let nameless = self.hiding.anonymous(cells, &shown);
        self.row_nameless = nameless.is_some();
        if let Some((column, text)) = nameless {
            let quoted = if text.is_empty() { "\u{2205}".to_owned() } else { quotable_word(&text) };
            self.tally.note(codes::NAME_WITHHELD, row, column, "", &quoted);
        }
        self.row_unanswered = false;
        if self.keep_hidden {
            return;
        }
        if let Some(title) = &self.hiding_title {
            self.tally.note(codes::HIDDEN_BY_TITLE, row, "", "", title);
            self.row_hidden = true;
            return;
        }
        if let Some((column, text)) = self.hiding.unanswered(cells, &shown) {
            let quoted = if text.is_empty() { "\u{2205}".to_owned() } else { quotable_word(&text) };
            self.tally.note(codes::HIDDEN_BY_COLUMN, row, column, "", &quoted);
            self.row_unanswered = true;
        }
        if let Some((column, text)) = self.hiding.hides(cells, &shown) {
            let quoted = if text.is_empty() { "\u{2205}".to_owned() } else { quotable_word(&text) };
            self.tally.note(codes::HIDDEN_BY_COLUMN, row, column, "", &quoted);
            self.row_hidden = true;
        }
    }

    /// Takes what a title says of what stands below it.
    pub fn below(&mut self, title: Option<&str>) {
        let shown = |title: &str| self.statuses.get(folded(title).as_ref()) == Some(&Status::Published);
        self.hiding_title = title.filter(|title| publication::hides_below(title) && !shown(title)).map(str::to_owned);
    }

    /// Lists a record that is not taken in (it has been counted as read).
    pub fn set_aside(&mut self, row: u64, reason: Diagnostic) {
        self.draft.sources[self.source as usize].file.rows_set_aside += 1;
        self.tally.note(reason.code, row, "", "", "");
        self.draft.set_aside.push(SetAside { file: self.file.as_str().into(), row, reason });
    }

    /// Makes a record; `inner`: it is not the row itself, but something the row also holds.
    fn make(&mut self, record: &BoundRecord, row: u64, cells: &Cells<'_>, parent: Parent<'_>, inner: bool) -> Fate {
        for rule in &record.rules {
            let cell = rule.columns.iter().map(|&column| cells.get(column)).find(|cell| !cell.is_empty()).unwrap_or_default();
            if rule.values.iter().any(|value| *value == folded(&cell)) {
                return Fate::Aside(Diagnostic::new(rule.code));
            }
        }
        // Texts that hang on something else are hidden with their row.
        let hangs = matches!(record.entity, Entity::Appendix | Entity::Outcome | Entity::Field | Entity::Translation);
        if self.row_hidden && hangs {
            return Fate::Aside(Diagnostic::new(codes::HIDDEN_ROW));
        }
        let mut row_of = Row { collector: self, record, row, cells, inner };
        let fate = match row_of.made_before() {
            Some(made) => Ok(made),
            None => match record.entity {
                Entity::Contribution => row_of.contribution(parent),
                Entity::Comment => row_of.comment(parent),
                Entity::Vote => row_of.vote(parent),
                Entity::Appendix => row_of.appendix(parent),
                Entity::Topic => row_of.topic_row(),
                Entity::Tag => row_of.tag(),
                Entity::Tagging => row_of.tagging(parent),
                Entity::Outcome => row_of.outcome(parent),
                Entity::Field => row_of.further_field(parent),
                Entity::Translation => row_of.translation(parent),
                Entity::Author => row_of.author_row(),
                Entity::VoterGroup => row_of.voter_group(parent),
                Entity::SetAside => Err(Diagnostic::new(record.code.unwrap_or(codes::NOT_ARCHIVED))),
            },
        };
        match fate {
            Ok(made) => {
                let within = made.as_ref().map(|(kind, id)| (*kind, id.as_str())).or(parent);
                for also in record.also.iter().filter(|also| also.each.is_none() && also.applies(cells)) {
                    self.make(also, row, cells, within, true);
                }
                self.pieces(record.also.iter(), row, cells, within);
                // Lists of the profile start at the row, those of an element's own `also` at the element.
                if !inner {
                    self.pieces(self.binding.records.iter(), row, cells, within);
                }
                Fate::Kept
            }
            Err(reason) => Fate::Aside(reason),
        }
    }

    /// Makes the records that stand for pieces of a row or elements of a document; gives how many were made.
    fn pieces<'r>(&mut self, records: impl Iterator<Item = &'r BoundRecord>, row: u64, cells: &Cells<'_>, parent: Parent<'_>) -> usize {
        let mut made = 0;
        let width = self.width;
        for record in records {
            let mut make = |cells: &Cells<'_>| {
                if !record.applies(cells) {
                    return;
                }
                match self.make(record, row, cells, parent, true) {
                    Fate::Kept => made += 1,
                    // What the row itself says needs no remark; everything else that is left out does, though it is no row.
                    Fate::Aside(reason) if reason.code != codes::DUPLICATE_VIEW => self.tally.note(reason.code, row, "", "", ""),
                    Fate::Aside(_) => {}
                }
            };
            match (&record.each, cells) {
                (Some(Each::List(path)), Cells::Document { paths, row: document, element }) => {
                    path.list(element).into_iter().for_each(|element| make(&Cells::Document { paths, row: document, element }));
                }
                (Some(Each::Cells { columns, split }), Cells::Row(record)) => {
                    let several = columns.len() > 1;
                    for (at, (column, header)) in (1..).zip(columns) {
                        let cell = record.get(*column).unwrap_or_default();
                        let pieces = cell.split(split.as_deref().unwrap_or("\0")).map(str::trim).filter(|piece| !piece.is_empty());
                        for (piece_at, piece) in (1..).zip(pieces) {
                            let number: i32 = if several { at } else { piece_at };
                            let number = if several && piece_at > 1 { format!("{number}-{piece_at}") } else { number.to_string() };
                            make(&Cells::Piece { row: *record, width, pseudo: [piece, header, &number] });
                        }
                    }
                }
                _ => {}
            }
        }
        made
    }
}

/// A digest of the cells of a row. Documents have none: what is equal in all that is read of them is the same.
fn digest(cells: &Cells<'_>) -> u64 {
    let Cells::Row(record) = cells else { return 0 };
    let mut hasher = FxHasher::default();
    record.iter().for_each(|cell| cell.trim().hash(&mut hasher));
    hasher.finish()
}

/// A word of a status column as messages may quote it: few letters, no digits, no name behind its first word, else its shape. Notes of
/// secretaries stand in such columns too, and they name people.
pub(super) fn quotable(text: &str) -> String {
    let few = text.chars().count() <= 40 && text.split_whitespace().count() <= 6;
    let is_name = |word: &str| word.starts_with(char::is_uppercase) && word.contains(char::is_lowercase);
    let named = text.split_whitespace().skip(1).any(is_name) && vocabulary::state(text) == State::Unknown(false);
    if few && !named && text.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '\'' | '’' | '-' | '_' | '(' | ')')) {
        text.to_owned()
    } else {
        shape(text)
    }
}

/// A word where only a few are expected, as messages may quote it: as [`quotable`], of at most four words; one or two digits are a code.
pub(super) fn quotable_word(text: &str) -> String {
    if !text.is_empty() && text.len() <= 2 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.to_owned();
    }
    if text.split_whitespace().count() <= 4 { quotable(text) } else { shape(text) }
}

/// A document whose texts that mean nothing are null.
fn without_nulls<'a>(value: &'a Value, nulls: &Nulls) -> Cow<'a, Value> {
    fn any(value: &Value, nulls: &Nulls) -> bool {
        match value {
            Value::String(text) => nulls.hold(text),
            Value::Array(list) => list.iter().any(|inner| any(inner, nulls)),
            Value::Object(object) => object.values().any(|inner| any(inner, nulls)),
            _ => false,
        }
    }
    fn clean(value: &mut Value, nulls: &Nulls) {
        match value {
            Value::String(text) if nulls.hold(text) => *value = Value::Null,
            Value::Array(list) => list.iter_mut().for_each(|inner| clean(inner, nulls)),
            Value::Object(object) => object.values_mut().for_each(|inner| clean(inner, nulls)),
            _ => {}
        }
    }
    if !any(value, nulls) {
        return Cow::Borrowed(value);
    }
    let mut cleaned = value.clone();
    clean(&mut cleaned, nulls);
    Cow::Owned(cleaned)
}
