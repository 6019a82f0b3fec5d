//! Columns and cells of tables.

use std::borrow::Cow;
use std::fmt::Write;

use crate::model::Moment;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnKind {
    /// Text.
    Text,
    /// Whole number.
    Integer,
    /// Decimal number.
    Number,
    /// Day.
    Date,
    /// Instant with offset.
    DateTime,
}

impl ColumnKind {
    /// Name of the type in Table Schema.
    pub fn name(self) -> &'static str {
        match self {
            ColumnKind::Text => "string",
            ColumnKind::Integer => "integer",
            ColumnKind::Number => "number",
            ColumnKind::Date => "date",
            ColumnKind::DateTime => "datetime",
        }
    }
}

/// A column of a table.
#[derive(Debug, Clone)]
pub struct Column {
    /// `snake_case`, the same in every language.
    pub name: Cow<'static, str>,
    /// Type.
    pub kind: ColumnKind,
    /// Every row has a value.
    pub required: bool,
}

impl Column {
    /// A column that may be empty.
    pub fn new(name: impl Into<Cow<'static, str>>, kind: ColumnKind) -> Self {
        Self { name: name.into(), kind, required: false }
    }

    /// A column that never is.
    pub fn required(name: impl Into<Cow<'static, str>>, kind: ColumnKind) -> Self {
        Self { name: name.into(), kind, required: true }
    }
}

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell<'a> {
    /// Missing.
    Empty,
    /// Text.
    Text(Cow<'a, str>),
    /// Whole number.
    Integer(i64),
    /// Decimal number.
    Number(f64),
    /// Day, of a column of days.
    Date(Moment),
    /// Instant, of a column of instants.
    DateTime(Moment),
}

impl<'a> Cell<'a> {
    /// A text; an empty one is missing.
    pub fn text(text: impl Into<Cow<'a, str>>) -> Self {
        let text = text.into();
        if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
    }

    /// A text, if there is one.
    pub fn maybe(text: Option<impl Into<Cow<'a, str>>>) -> Self {
        text.map_or(Cell::Empty, Cell::text)
    }

    /// A count, if there is one.
    pub fn count(count: Option<impl Into<i64>>) -> Self {
        count.map_or(Cell::Empty, |count| Cell::Integer(count.into()))
    }

    /// A decimal number, if there is one.
    pub fn number(number: Option<f64>) -> Self {
        number.map_or(Cell::Empty, Cell::Number)
    }

    /// A day, if there is one.
    pub fn date(date: Option<Moment>) -> Self {
        date.map_or(Cell::Empty, Cell::Date)
    }

    /// The cell as CSV has it; `buffer` is overwritten where the text has to be made.
    pub fn as_text<'b>(&'b self, buffer: &'b mut String) -> &'b str {
        buffer.clear();
        let made = match self {
            Cell::Empty => Ok(()),
            Cell::Text(text) => return text,
            Cell::Integer(number) => write!(buffer, "{number}"),
            Cell::Number(number) => write!(buffer, "{number}"),
            Cell::Date(moment) => moment.write_date(buffer),
            Cell::DateTime(moment) => moment.write_date_time(buffer),
        };
        // Writing to a string cannot fail.
        debug_assert!(made.is_ok());
        buffer
    }
}
