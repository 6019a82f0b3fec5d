//! The forms a table is published in, row by row and cell by cell against its CSV. Each reads the shape greffe writes and no other: what has
//! another shape is another file.

mod database;
mod parquet;
mod sheets;
mod text;

use std::io::{self, BufReader};

use csv::StringRecord;

use super::Store;
use super::bounds::Bounded;

/// A column, as `datapackage.json` describes it.
pub struct Field {
    /// Its name.
    pub name: String,
    /// Its type.
    pub kind: Kind,
}

/// Types of columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Text,
    Integer,
    Number,
    Date,
    DateTime,
}

impl Kind {
    /// From a type of Table Schema.
    pub fn of(name: &str) -> Self {
        match name {
            "integer" => Self::Integer,
            "number" => Self::Number,
            "date" => Self::Date,
            "datetime" => Self::DateTime,
            _ => Self::Text,
        }
    }
}

/// A table, as `datapackage.json` describes it.
pub struct Table {
    /// Its name.
    pub name: String,
    /// Its columns, in their order.
    pub fields: Vec<Field>,
}

/// What a form holds in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Found<'f> {
    Empty,
    Text(&'f str),
    Integer(i64),
    Number(f64),
    /// Days since 1970-01-01.
    Day(i64),
    /// Milliseconds since 1970-01-01 in UTC.
    Instant(i64),
}

/// Takes the next row of a form; an error where it is not that of the CSV.
type Take<'t> = dyn FnMut(&[Found<'_>]) -> io::Result<()> + 't;

/// Reads the rows of a form.
type Read = fn(&Store, &str, &Table, &mut Take<'_>) -> io::Result<()>;

/// How a form writes what the CSV has.
type Same = fn(Kind, &str, &Found<'_>) -> bool;

/// The forms: name, end of the file's name, how it is read, how its cells are compared.
const FORMS: &[(&str, &str, Read, Same)] = &[
    ("JSON", ".json", text::json, plain),
    ("JSON Lines", ".jsonl", text::json, plain),
    ("CSV (-spreadsheet)", "-spreadsheet.csv", text::spreadsheet, text::in_spreadsheet),
    ("XLSX", ".xlsx", sheets::xlsx, sheets::in_xlsx),
    ("ODS", ".ods", sheets::ods, sheets::in_ods),
    ("Parquet", ".parquet", parquet::rows, typed),
];

/// The form of all tables in one file.
const DATABASE: &str = "SQLite";

/// What is to be told of one form of a table: its file, its name, its rows or what is wrong.
pub struct Compared {
    pub file: String,
    pub form: &'static str,
    pub rows: io::Result<u64>,
}

/// Compares every form of a table that is there. `folder` is that of the data, with a slash at its end.
pub fn compare(store: &Store, folder: &str, table: &Table) -> Vec<Compared> {
    let csv = format!("{folder}{}.csv", table.name);
    let mut compared = Vec::new();
    let mut one = |form: &'static str, file: String, read: Read, same: Same| {
        let rows = lockstep(store, &csv, table, &file, read, same);
        compared.push(Compared { file, form, rows });
    };
    for (form, ending, read, same) in FORMS {
        let file = format!("{folder}{}{ending}", table.name);
        if store.has(&file) {
            one(form, file, *read, *same);
        }
    }
    let database = format!("{folder}database.sqlite");
    if store.has(&database) {
        one(DATABASE, database, database::rows, plain);
    }
    compared
}

/// Reads both at once; gives the number of rows.
fn lockstep(store: &Store, csv: &str, table: &Table, file: &str, read: Read, same: Same) -> io::Result<u64> {
    let (bounded, meter) = Bounded::new(BufReader::with_capacity(256 * 1024, store.file(csv)?));
    let mut csv = csv::ReaderBuilder::new().from_reader(bounded);
    let names: Vec<&str> = table.fields.iter().map(|field| field.name.as_str()).collect();
    meter.reset();
    if csv.headers()?.iter().ne(names.iter().copied()) {
        return Err(io::Error::other("its columns are not those of datapackage.json"));
    }
    let mut record = StringRecord::new();
    let mut rows = 0u64;
    read(store, file, table, &mut |cells| {
        meter.reset();
        rows += 1;
        if !csv.read_record(&mut record)? {
            return Err(io::Error::other(format!("row {rows} is not in the CSV")));
        }
        for ((field, cell), found) in table.fields.iter().zip(&record).zip(cells) {
            if !same(field.kind, cell, found) {
                return Err(io::Error::other(format!("row {rows}, {}", field.name)));
            }
        }
        if cells.len() == table.fields.len() { Ok(()) } else { Err(io::Error::other(format!("row {rows} has {} cells", cells.len()))) }
    })?;
    meter.reset();
    if csv.read_record(&mut record)? { Err(io::Error::other(format!("row {} is missing", rows + 1))) } else { Ok(rows) }
}

/// Cells of JSON and SQLite: numbers as numbers, all else as the CSV writes it.
fn plain(kind: Kind, cell: &str, found: &Found<'_>) -> bool {
    match (kind, found) {
        (_, Found::Empty) => cell.is_empty(),
        (Kind::Integer, Found::Integer(number)) => cell == number.to_string(),
        (Kind::Number, Found::Number(number)) => cell.parse() == Ok(*number),
        // A whole number of a column of numbers is written without a point.
        (Kind::Number, Found::Integer(number)) => cell.parse() == Ok(*number as f64),
        (Kind::Text | Kind::Date | Kind::DateTime, Found::Text(text)) => !cell.is_empty() && cell == *text,
        _ => false,
    }
}

/// Cells of Parquet: days and instants as numbers.
fn typed(kind: Kind, cell: &str, found: &Found<'_>) -> bool {
    match (kind, found) {
        (Kind::Date, Found::Day(day)) => days(cell) == Some(*day),
        (Kind::DateTime, Found::Instant(instant)) => instant_of(cell) == Some(*instant),
        (Kind::Date | Kind::DateTime, Found::Text(_)) => false,
        _ => plain(kind, cell, found),
    }
}

/// Days since 1970-01-01 of a day in ISO 8601.
fn days(cell: &str) -> Option<i64> {
    let day: jiff::civil::Date = cell.parse().ok()?;
    let since = day.since(jiff::civil::date(1970, 1, 1)).ok()?;
    Some(i64::from(since.get_days()))
}

/// Milliseconds since 1970-01-01 of a moment in ISO 8601.
fn instant_of(cell: &str) -> Option<i64> {
    cell.parse::<jiff::Timestamp>().ok().map(jiff::Timestamp::as_millisecond)
}
