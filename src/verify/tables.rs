//! The tables against the log's last entry, and each of their forms against the CSV.

use std::collections::BTreeSet;

use rayon::prelude::*;
use serde_json::Value;

use super::bounds::TABLES;
use super::forms::{self, Field, Kind, Table};
use super::log::ReadLog;
use super::{Checked, Faults, Store};
use crate::diagnose::codes;

/// Checks the tables of a consultation, or of the archive as a whole where `base` is empty.
pub fn check(store: &Store, base: &str, log: Option<&ReadLog<'_>>, checked: &mut Checked, faults: &mut Faults) {
    let folder = format!("{base}data/");
    let package = format!("{folder}datapackage.json");
    let described = store.json(&package).map_err(|error| error.to_string()).and_then(|package| tables(&package));
    let described = described.unwrap_or_else(|error| {
        faults.add(codes::TABLE_DIFFERS, &package, error);
        Vec::new()
    });
    let seal = log.and_then(|log| log.tables.as_ref());
    let known: BTreeSet<&str> = described.iter().map(|table| table.name.as_str()).collect();
    if log.is_some() {
        let sealed: BTreeSet<String> = seal.map(|held| held.fields().map(str::to_owned).collect()).unwrap_or_default();
        for name in described.iter().map(|table| table.name.clone()).chain(sealed).collect::<BTreeSet<_>>() {
            let file = format!("{folder}{name}.csv");
            let digest = store.digest(&file).unwrap_or_default();
            let right = known.contains(name.as_str()) && seal.is_some_and(|held| held.opens(&name, &digest));
            faults.expect(right, codes::TABLE_DIFFERS, &file, "");
        }
    }
    let compared: Vec<_> = described.par_iter().flat_map_iter(|table| forms::compare(store, &folder, table)).collect();
    for forms::Compared { file, form, rows } in compared {
        match rows {
            Ok(rows) => *checked.forms.entry(form).or_default() += rows,
            Err(why) => faults.add(codes::COUNT_DIFFERS, file, why.to_string()),
        }
    }
}

/// The tables that a package describes.
fn tables(package: &Value) -> Result<Vec<Table>, String> {
    let mut found: Vec<Table> = Vec::new();
    let mut names: BTreeSet<&str> = BTreeSet::new();
    let resources = package["resources"].as_array().ok_or("no resources")?;
    if resources.len() > TABLES {
        return Err(format!("more than {TABLES} resources"));
    }
    for resource in resources {
        let path = resource["path"].as_str().ok_or("a resource without path")?;
        let fields = resource["schema"]["fields"].as_array().ok_or_else(|| format!("“{path}” without schema"))?;
        let Some(name) = path.strip_suffix(".csv").filter(|name| !name.ends_with("-spreadsheet") && !name.ends_with("dictionary")) else { continue };
        // Names are parts of paths and of questions to a database.
        if !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_') || !names.insert(name) {
            return Err(format!("“{name}” is no name of a table"));
        }
        let field = |field: &Value| Some(Field { name: field["name"].as_str()?.to_owned(), kind: Kind::of(field["type"].as_str()?) });
        found.push(Table { name: name.to_owned(), fields: fields.iter().map(field).collect::<Option<_>>().ok_or("a field without name or type")? });
    }
    Ok(found)
}
