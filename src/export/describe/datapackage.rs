//! `datapackage.json`: Data Package 1.0 and 2.0 at once (portals.md 2.3), with a Table Schema for every CSV.

use serde_json::{Value, json};

use super::super::{Collection, Published, TableMade};
use super::table_schema;

/// The file.
pub fn file(collection: &Collection<'_>, published: &Published) -> Value {
    let publication = collection.publication;
    let words = collection.words;
    let keywords = ["keyword-consultation", "keyword-participation", "keyword-democracy"].map(|key| words.text(key));
    let mut package = json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "profile": "tabular-data-package",
        "name": collection.name(),
        "title": collection.title(),
        "description": collection.summary().trim(),
        "keywords": keywords,
        "resources": published.tables.iter().filter_map(|table| resource(collection, table)).collect::<Vec<_>>(),
    });
    if let Some(base) = publication.base_url {
        let home = collection.own().map(|subject| subject.plan.home()).unwrap_or_default();
        package["homepage"] = json!(format!("{base}{home}"));
        package["id"] = json!(format!("{base}{}", collection.file("datapackage.json")));
    }
    if let Some(licence) = &publication.licence {
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
    let sources = collection.subjects.iter().flat_map(|subject| &subject.dossier.record.sources);
    let sources: Vec<Value> = sources.map(|source| json!({"title": format!("{} ({})", source.file, source.profile_title)})).collect();
    if !sources.is_empty() {
        package["sources"] = json!(sources);
    }
    package
}

fn resource(collection: &Collection<'_>, table: &TableMade) -> Option<Value> {
    let file = table.file("csv")?;
    Some(json!({
        "name": table.name,
        "type": "table",
        "profile": "tabular-data-resource",
        "title": collection.words.text(&format!("table-{}", table.name)),
        "description": collection.words.text(&format!("table-{}-about", table.name)),
        "path": format!("{}.csv", table.name),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": file.info.bytes,
        "hash": format!("sha256:{}", file.info.sha256),
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": "\"", "doubleQuote": true, "header": true},
        "schema": table_schema::schema(collection, table, true),
    }))
}
