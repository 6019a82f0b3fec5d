//! What explains the tables: to people (card, changes, dictionary) and to software (Table Schema, Data Package, CSV on the Web,
//! Croissant). Everything is made from the same tables.

mod card;
mod changelog;
mod croissant;
mod csvw;
mod datapackage;
mod dictionary;
mod table_schema;

use serde_json::Value;

use super::{Collection, OtherMade, Published, Role};
use crate::diagnose::Diagnostic;
use crate::write::{FileInfo, Output};

pub use card::period;

/// Writes all descriptions and adds them to what is published.
pub fn describe(collection: &Collection<'_>, published: &mut Published, output: &Output) -> Result<(), Diagnostic> {
    let json = |name: String, about, media_type, value: &Value| -> Result<OtherMade, Diagnostic> {
        let url = collection.file(&name);
        let info = output.stream(&url, |out| out.write_all(&pretty(value)))?;
        Ok(OtherMade { name, about, role: Role::Documentation, media_type, format: "json", file_type: Some("JSON"), url, info })
    };
    for at in 0..published.tables.len() {
        let table = &published.tables[at];
        let schema = json(
            // Not beside the CSV: portals guess types from values, and take zeros and ones for yes and no.
            format!("schemas/{}.schema.json", table.name),
            "data-about-schema",
            "application/vnd.tableschema+json",
            &table_schema::file(collection, table),
        )?;
        let csvw = json(format!("{}.csv-metadata.json", table.name), "data-about-csvw", "application/csvm+json", &csvw::file(collection, table))?;
        published.tables[at].descriptions = vec![schema, csvw];
    }
    for part in foresee(collection) {
        let bytes = match part.name.as_str() {
            "README.md" => card::text(collection, published).into_bytes(),
            "dictionary.csv" => dictionary::bytes(collection, published),
            "datapackage.json" => pretty(&datapackage::file(collection, published)),
            "croissant.json" => pretty(&croissant::file(collection, published)),
            _ => changelog::text(collection).unwrap_or_default().into_bytes(),
        };
        let info = output.stream(&part.url, |out| out.write_all(&bytes))?;
        published.others.push(OtherMade { info, ..part });
    }
    Ok(())
}

/// The files beside the tables before they are written, all but the database and the ZIP.
pub fn foresee(collection: &Collection<'_>) -> Vec<OtherMade> {
    let changed = collection.subjects.iter().any(|subject| !subject.dossier.changes.is_empty());
    let part = |name: &str, about, media_type, format, file_type| OtherMade {
        name: name.to_owned(),
        about,
        role: Role::Documentation,
        media_type,
        format,
        file_type: Some(file_type),
        url: collection.file(name),
        info: FileInfo::default(),
    };
    let mut parts = vec![
        part("README.md", "data-about-readme", "text/markdown", "md", "TXT"),
        part("dictionary.csv", "data-about-dictionary", "text/csv", "csv", "CSV"),
        part("datapackage.json", "data-about-datapackage", "application/vnd.datapackage+json", "json", "JSON"),
        part("croissant.json", "data-about-croissant", "application/ld+json", "json", "JSON_LD"),
    ];
    if changed {
        parts.push(part("CHANGELOG.md", "data-about-changelog", "text/markdown", "md", "TXT"));
    }
    parts
}

/// JSON as people can read it, with a line break at its end.
pub fn pretty(value: &Value) -> Vec<u8> {
    // Values of these files have no maps with keys that are not strings: nothing can fail.
    let mut bytes = serde_json::to_vec_pretty(value).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}
