//! What each column of a table was taken for, what its cells are, and two of their shapes. No cell is quoted.

use serde::Serialize;

use super::super::headers::Headers;
use super::super::plain::{self, Look};
use super::super::row::shape;
use super::super::vocabulary;
use crate::archive::profile::{Profile, Record};
use crate::read::Table;

/// A column, and what it was taken for.
#[derive(Debug, Serialize)]
pub struct ColumnFacts {
    /// Its header.
    pub column: String,
    /// The fields made of it; `personal`, `ignored`, `further`; empty: it is not used.
    pub taken_for: Vec<String>,
    /// What its cells are: `counts`, `dates`, `addresses`, `texts`, `words`, `signs`, `empty`.
    pub cells: &'static str,
    /// Two shapes of its cells: letters as `a`, digits as `9`.
    pub shapes: Vec<String>,
}

/// The columns of a table, as a profile takes them.
pub fn columns(table: &Table, profile: Option<&Profile>) -> Vec<ColumnFacts> {
    let headers = Headers::new(&table.headers);
    let fitted = profile.filter(|profile| plain::is_plain(profile)).and_then(|profile| plain::fit(profile, table, &headers));
    let profile = fitted.as_ref().or(profile);
    let facts = |(column, header): (usize, &String)| ColumnFacts {
        column: header.clone(),
        taken_for: profile.map(|profile| taken_for(profile, &headers, column)).unwrap_or_default(),
        cells: cells(&Look::at(table, column)),
        shapes: shapes(table, column),
    };
    table.headers.iter().enumerate().map(facts).collect()
}

fn taken_for(profile: &Profile, headers: &Headers, column: usize) -> Vec<String> {
    let mut fields = Vec::new();
    profile.records.iter().for_each(|record| fields_of(record, headers, column, &mut fields));
    if fields.is_empty() {
        for (what, patterns) in [("personal", &profile.personal), ("ignored", &profile.ignored)] {
            fields.extend(patterns.iter().any(|pattern| headers.matches(column, pattern)).then(|| what.to_owned()));
        }
    }
    fields
}

fn fields_of(record: &Record, headers: &Headers, column: usize, fields: &mut Vec<String>) {
    let reads = |names: &str| headers.spellings(names).contains(&column) || headers.family(names).iter().any(|(_, member)| *member == column);
    for (field, spec) in &record.fields {
        let named = |part: &crate::archive::profile::Part| [&part.column, &part.within, &part.given].into_iter().flatten().any(|names| reads(names));
        if spec.parts.iter().any(named) && !fields.contains(field) {
            fields.push(field.clone());
        }
    }
    let further = record.further.iter().any(|name| headers.matches(column, name.split_once(" = ").map_or(name.as_str(), |(_, column)| column)));
    if further && fields.is_empty() {
        fields.push("further".to_owned());
    }
    record.also.iter().for_each(|also| fields_of(also, headers, column, fields));
}

fn cells(look: &Look) -> &'static str {
    if look.filled == 0 {
        "empty"
    } else if look.is_counts() {
        "counts"
    } else if look.is_dates() {
        "dates"
    } else if look.is_addresses() {
        "addresses"
    } else if look.is_prose() {
        "texts"
    } else if look.is_text() {
        "words"
    } else {
        "signs"
    }
}

fn shapes(table: &Table, column: usize) -> Vec<String> {
    let mut shapes: Vec<String> = Vec::new();
    for cell in table.sample.iter().filter_map(|row| row.get(column)).map(str::trim).filter(|cell| !cell.is_empty() && !vocabulary::is_nothing(cell))
    {
        let shape = shape(cell);
        if !shapes.contains(&shape) {
            shapes.push(shape);
        }
        if shapes.len() == 2 {
            break;
        }
    }
    shapes
}
