//! Documents seen as the rows of a table: keys of nested objects are joined with `/`, lists of plain values with ", ".

use std::borrow::Cow;

use csv::StringRecord;
use rustc_hash::{FxHashMap, FxHashSet};
use serde_json::Value;

/// Collects the column names of documents, in the order they are met.
#[derive(Debug, Default)]
pub(super) struct Columns {
    pub names: Vec<String>,
    seen: FxHashSet<String>,
}

impl Columns {
    /// Adds those of one document, until there are more than `limit`.
    pub fn add(&mut self, document: &Value, limit: u64) {
        each_cell(document, "", &mut |name, _| {
            if self.names.len() as u64 <= limit && !self.seen.contains(name) {
                self.seen.insert(name.to_owned());
                self.names.push(name.to_owned());
            }
        });
    }
}

/// Writes documents as rows.
pub(super) struct Flat<'a> {
    places: FxHashMap<&'a str, usize>,
    record: StringRecord,
}

impl<'a> Flat<'a> {
    /// Rows with the cells in the order of these columns.
    pub fn new(columns: &'a [String]) -> Self {
        Self { places: columns.iter().enumerate().map(|(at, name)| (name.as_str(), at)).collect(), record: StringRecord::new() }
    }

    /// One document as a row.
    pub fn row(&mut self, document: &Value) -> &StringRecord {
        let mut cells = vec![String::new(); self.places.len()];
        each_cell(document, "", &mut |name, value| {
            if let Some(&at) = self.places.get(name) {
                cells[at] = value();
            }
        });
        self.record.clear();
        cells.iter().for_each(|cell| self.record.push_field(cell));
        &self.record
    }
}

fn each_cell(value: &Value, prefix: &str, f: &mut dyn FnMut(&str, &dyn Fn() -> String)) {
    let Value::Object(object) = value else {
        f(if prefix.is_empty() { "value" } else { prefix }, &|| scalar(value).into_owned());
        return;
    };
    for (key, inner) in object {
        let name = if prefix.is_empty() { key.clone() } else { format!("{prefix}/{key}") };
        match inner {
            Value::Object(_) => each_cell(inner, &name, f),
            Value::Array(list) => {
                f(&name, &|| list.iter().map(scalar).filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(", "));
            }
            plain => f(&name, &|| scalar(plain).into_owned()),
        }
    }
}

/// A plain value as a cell; nested ones as JSON.
pub fn scalar(value: &Value) -> Cow<'_, str> {
    match value {
        Value::Null => Cow::Borrowed(""),
        Value::String(text) => Cow::Borrowed(text),
        other => Cow::Owned(other.to_string()),
    }
}

/// A text of a document that is larger than `limit`: the key it stands under, and its size.
pub(super) fn too_large<'a>(value: &'a Value, key: &'a str, limit: u64) -> Option<(&'a str, usize)> {
    match value {
        Value::String(text) => (text.len() as u64 > limit).then_some((key, text.len())),
        Value::Array(list) => list.iter().find_map(|inner| too_large(inner, key, limit)),
        Value::Object(object) => object.iter().find_map(|(key, inner)| too_large(inner, key, limit)),
        _ => None,
    }
}
