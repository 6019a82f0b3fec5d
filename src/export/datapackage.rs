//! `datapackage.json`: Data Package 1.0 and 2.0 at once (portals.md 2.3), with a Table Schema for every CSV.

use serde_json::{Value, json};

use super::{ColumnKind, Publication, Subject, TableMade, column_about};
use crate::archive::Licence;

/// The bytes of the file.
pub fn bytes(subject: &Subject<'_>, publication: &Publication<'_>, tables: &[TableMade]) -> Vec<u8> {
    let dossier = subject.dossier;
    let config = &dossier.content.config;
    let mut package = json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "profile": "tabular-data-package",
        "name": &*dossier.record.slug,
        "title": config.title,
        "description": config.summary,
        "resources": tables.iter().map(|table| resource(subject, table, tables)).collect::<Vec<_>>(),
    });
    if config.summary.is_empty() {
        package["description"] = json!(config.title);
    }
    if let Some(base) = publication.base_url {
        package["homepage"] = json!(format!("{base}{}", subject.plan.home()));
        package["id"] = json!(format!("{base}{}", subject.plan.file("data/datapackage.json")));
    }
    if let Some(licence) = publication.config.licence.as_deref().and_then(Licence::find) {
        let name = licence.spdx.clone().unwrap_or_else(|| licence.id.clone());
        package["licenses"] = json!([{"name": name, "title": licence.title, "path": licence.url}]);
    }
    let publisher = &publication.config.publisher;
    if !publisher.name.is_empty() {
        let mut contributor = json!({"title": publisher.name, "role": "publisher", "roles": ["publisher"]});
        if let Some(url) = &publisher.url {
            contributor["path"] = json!(url);
        }
        package["contributors"] = json!([contributor]);
    }
    let mut bytes = serde_json::to_vec_pretty(&package).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

fn resource(subject: &Subject<'_>, table: &TableMade, tables: &[TableMade]) -> Value {
    let fields: Vec<Value> = table
        .columns
        .iter()
        .map(|column| {
            let mut field = json!({"name": column.name, "type": column.kind.name(), "description": column_about(subject.words, &column.name)});
            if column.kind == ColumnKind::DateTime {
                field["format"] = json!("any");
            }
            if column.required {
                field["constraints"] = json!({"required": true});
            }
            field
        })
        .collect();
    let mut schema = json!({"fields": fields, "missingValues": [""]});
    if !table.key.is_empty() {
        schema["primaryKey"] = json!(table.key);
    }
    // A child of a placeholder has no row to point at; then no key is promised.
    let whole =
        subject.dossier.record.contributions.iter().all(|contribution| !contribution.missing) && tables.iter().any(|t| t.name == "contributions");
    let names = |name: &str| table.columns.iter().any(|column| column.name == name);
    if whole && names("contribution_id") && names("contribution_kind") && table.name != "contributions" {
        schema["foreignKeys"] = json!([{
            "fields": ["consultation_id", "contribution_kind", "contribution_id"],
            "reference": {"resource": "contributions", "fields": ["consultation_id", "kind", "contribution_id"]}
        }]);
    }
    let Some(file) = table.files.iter().find(|file| file.extension == "csv") else { return Value::Null };
    json!({
        "name": table.name,
        "type": "table",
        "profile": "tabular-data-resource",
        "title": subject.words.text(&format!("table-{}", table.name)),
        "description": subject.words.text(&format!("table-{}-about", table.name)),
        "path": format!("{}.csv", table.name),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": file.info.bytes,
        "hash": format!("sha256:{}", file.info.sha256),
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": "\"", "doubleQuote": true, "header": true},
        "schema": schema,
    })
}
