//! Diagnostics as JSON, one object a line, for other programs.

use serde_json::{Value, json};

use super::Diagnostic;
use crate::words::Words;

/// One diagnostic as a JSON object: `code`, `severity`, `message`, `hint`, `file`, `row`, `line`, `character`, `column`, `count`.
pub fn to_json(diagnostic: &Diagnostic, words: &Words) -> Value {
    let place = &diagnostic.place;
    let mut object = json!({
        "code": diagnostic.code.id,
        "severity": diagnostic.severity,
        "message": diagnostic.message(words),
        "hint": diagnostic.hint(words),
        "count": diagnostic.count,
    });
    for (name, value) in [
        ("file", place.file.as_ref().map(|file| json!(file))),
        ("row", place.row.map(|row| json!(row))),
        ("line", place.line.map(|line| json!(line))),
        ("character", place.character.map(|character| json!(character))),
        ("column", place.column.as_ref().map(|column| json!(column))),
    ] {
        if let Some(value) = value {
            object[name] = value;
        }
    }
    object
}
