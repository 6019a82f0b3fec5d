//! JSON, JSON Lines, and CSV for spreadsheets.

use std::io::{self, BufRead, BufReader};

use rustc_hash::FxHashMap;
use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde_json::Number;

use super::super::Store;
use super::super::bounds::{Bounded, read_line};
use super::{Found, Kind, Table, Take};

/// What stands in a cell; lists and objects never do, and are not read.
enum Scalar {
    Null,
    Number(Number),
    Text(String),
}

impl<'de> Deserialize<'de> for Scalar {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Cell;
        impl Visitor<'_> for Cell {
            type Value = Scalar;

            fn expecting(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                to.write_str("a cell")
            }
            fn visit_unit<E: Error>(self) -> Result<Scalar, E> {
                Ok(Scalar::Null)
            }
            fn visit_i64<E: Error>(self, number: i64) -> Result<Scalar, E> {
                Ok(Scalar::Number(number.into()))
            }
            fn visit_u64<E: Error>(self, number: u64) -> Result<Scalar, E> {
                Ok(Scalar::Number(number.into()))
            }
            fn visit_f64<E: Error>(self, number: f64) -> Result<Scalar, E> {
                Number::from_f64(number).map(Scalar::Number).ok_or_else(|| E::custom("no number"))
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<Scalar, E> {
                Ok(Scalar::Text(text.to_owned()))
            }
        }
        from.deserialize_any(Cell)
    }
}

/// A list with one object a line, or JSON Lines.
pub fn json(store: &Store, file: &str, table: &Table, take: &mut Take<'_>) -> io::Result<()> {
    let mut reader = BufReader::with_capacity(256 * 1024, store.file(file)?);
    let mut line = Vec::new();
    while read_line(&mut reader, &mut line)? {
        let text = std::str::from_utf8(line.trim_ascii()).map_err(io::Error::other)?.trim_end_matches(',');
        if matches!(text, "" | "[" | "]") {
            continue;
        }
        let row: FxHashMap<String, Scalar> = serde_json::from_str(text).map_err(io::Error::other)?;
        let mut known = 0;
        let mut cells = Vec::with_capacity(table.fields.len());
        for field in &table.fields {
            let value = row.get(&field.name);
            known += usize::from(value.is_some());
            cells.push(match value {
                None | Some(Scalar::Null) => Found::Empty,
                Some(Scalar::Text(text)) => Found::Text(text),
                Some(Scalar::Number(number)) => match number.as_i64() {
                    Some(whole) => Found::Integer(whole),
                    None => Found::Number(number.as_f64().unwrap_or(f64::NAN)),
                },
            });
        }
        if known < row.len() {
            return Err(io::Error::other("it has more columns"));
        }
        take(&cells)?;
    }
    Ok(())
}

/// CSV with a byte order mark, and the delimiter of the language.
pub fn spreadsheet(store: &Store, file: &str, table: &Table, take: &mut Take<'_>) -> io::Result<()> {
    let mut text = BufReader::with_capacity(256 * 1024, store.file(file)?);
    let mark = "\u{feff}".as_bytes();
    if !text.fill_buf()?.starts_with(mark) {
        return Err(io::Error::other("it does not begin with a byte order mark"));
    }
    text.consume(mark.len());
    let first = table.fields.first().map_or("", |field| &field.name);
    let delimiter = text.fill_buf()?.get(first.len()).copied().filter(|byte| matches!(byte, b';' | b',')).unwrap_or(b',');
    let (bounded, meter) = Bounded::new(text);
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(bounded);
    if reader.headers()?.iter().ne(table.fields.iter().map(|field| field.name.as_str())) {
        return Err(io::Error::other("it has other columns"));
    }
    let mut record = csv::StringRecord::new();
    loop {
        meter.reset();
        if !reader.read_record(&mut record)? {
            return Ok(());
        }
        let cells: Vec<Found<'_>> = record.iter().map(|cell| if cell.is_empty() { Found::Empty } else { Found::Text(cell) }).collect();
        take(&cells)?;
    }
}

/// An apostrophe before what would be a formula, the decimal sign of the language, moments without T and zone.
pub fn in_spreadsheet(kind: Kind, cell: &str, found: &Found<'_>) -> bool {
    let Found::Text(text) = found else { return cell.is_empty() };
    match kind {
        Kind::Text => cell == *text || text.strip_prefix('\'') == Some(cell),
        Kind::Number => cell == *text || cell.replace('.', ",") == *text,
        Kind::DateTime => cell.len() >= 19 && text.len() == 19 && cell.get(..10) == text.get(..10) && cell.get(11..19) == text.get(11..19),
        Kind::Integer | Kind::Date => cell == *text,
    }
}
