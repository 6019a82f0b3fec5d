//! CSV on the Web (W3C 2015): `<table>.csv-metadata.json` beside each CSV.

use serde_json::{Value, json};

use super::super::{Collection, ColumnKind, ColumnMade, TableMade, column_about};

/// The metadata of a table.
pub fn file(collection: &Collection<'_>, table: &TableMade) -> Value {
    let words = collection.words;
    let columns: Vec<Value> = table
        .columns
        .iter()
        .map(|column| {
            json!({
                "name": column.name,
                "titles": column.name,
                "dc:description": column_about(words, &column.name),
                "datatype": datatype(column),
                "required": column.required,
            })
        })
        .collect();
    let mut schema = json!({"columns": columns});
    if !table.key.is_empty() {
        schema["primaryKey"] = json!(table.key);
    }
    let mut metadata = json!({
        "@context": ["http://www.w3.org/ns/csvw", {"@language": words.language()}],
        "url": format!("{}.csv", table.name),
        "dc:title": words.text(&format!("table-{}", table.name)),
        "dc:description": words.text(&format!("table-{}-about", table.name)),
        "dialect": {"encoding": "utf-8", "delimiter": ",", "quoteChar": "\"", "doubleQuote": true, "header": true, "lineTerminators": ["\r\n"]},
        "tableSchema": schema,
    });
    if let Some(licence) = &collection.publication.licence {
        metadata["dc:license"] = json!({"@id": licence.url});
    }
    if !collection.publication.config.publisher.name.is_empty() {
        metadata["dc:publisher"] = json!(collection.publication.config.publisher.name);
    }
    metadata
}

fn datatype(column: &ColumnMade) -> &'static str {
    match column.kind {
        ColumnKind::Text => "string",
        ColumnKind::Integer => "integer",
        ColumnKind::Number => "double",
        ColumnKind::Date => "date",
        ColumnKind::DateTime => "dateTimeStamp",
    }
}
