//! Table Schema 1.0 and 2.0 at once (portals.md 2.3), for the CSV of a table.

use serde_json::{Value, json};

use super::super::{Collection, ColumnKind, ColumnMade, TableMade, column_about};

/// The schema as a file of its own.
pub fn file(collection: &Collection<'_>, table: &TableMade) -> Value {
    let mut file = json!({"$schema": "https://datapackage.org/profiles/2.0/tableschema.json"});
    if let (Some(file), Value::Object(schema)) = (file.as_object_mut(), schema(collection, table, false)) {
        file.extend(schema);
    }
    file
}

/// The schema, with the keys that other tables of a package answer to.
pub fn schema(collection: &Collection<'_>, table: &TableMade, package: bool) -> Value {
    let fields: Vec<Value> = table.columns.iter().map(|column| field(collection, table, column)).collect();
    let mut schema = json!({"fields": fields, "missingValues": [""]});
    if !table.key.is_empty() {
        schema["primaryKey"] = json!(table.key);
    }
    // Table Schema has no key that is partly empty.
    let keys: Vec<Value> = table
        .references
        .iter()
        .filter(|reference| package && !reference.optional)
        .map(|reference| json!({"fields": reference.columns, "reference": {"resource": reference.target.table(), "fields": reference.target.columns()}}))
        .collect();
    if !keys.is_empty() {
        schema["foreignKeys"] = json!(keys);
    }
    schema
}

fn field(collection: &Collection<'_>, table: &TableMade, column: &ColumnMade) -> Value {
    let mut field = json!({"name": column.name, "type": column.kind.name(), "description": column_about(collection.words, &column.name)});
    if column.kind == ColumnKind::DateTime {
        field["format"] = json!("any");
    }
    if let Some(example) = column.example.as_deref().filter(|example| !example.ends_with('…')) {
        field["example"] = json!(example);
    }
    let mut constraints = serde_json::Map::new();
    if column.required {
        constraints.insert("required".to_owned(), json!(true));
    }
    if table.key == [&*column.name] {
        constraints.insert("unique".to_owned(), json!(true));
    }
    let (least, most) = match &*column.name {
        "latitude" => (Some(-90), Some(90)),
        "longitude" => (Some(-180), Some(180)),
        name if name.starts_with("rank_") => (Some(1), None),
        name if name.contains("votes_") || name.ends_with("_count") => (Some(0), None),
        _ => (None, None),
    };
    if column.kind == ColumnKind::Integer || column.kind == ColumnKind::Number {
        constraints.extend(least.map(|least| ("minimum".to_owned(), json!(least))));
        constraints.extend(most.map(|most| ("maximum".to_owned(), json!(most))));
    }
    if !constraints.is_empty() {
        field["constraints"] = Value::Object(constraints);
    }
    field
}
