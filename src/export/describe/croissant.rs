//! `croissant.json`: Croissant 1.1 (MLCommons), for those who train or measure with the data, with the properties of responsible use
//! (RAI 1.0): how it was collected, its limits and biases, what became of personal data.

use serde_json::{Map, Value, json};

use super::super::{Collection, ColumnKind, Published, TableMade, column_about};
use super::card;

/// Terms of the format that stand for themselves in its namespace.
const TERMS: &[&str] = &[
    "arrayShape",
    "column",
    "containedIn",
    "equivalentProperty",
    "excludes",
    "extract",
    "field",
    "fileObject",
    "fileProperty",
    "fileSet",
    "format",
    "includes",
    "isArray",
    "isLiveDataset",
    "jsonPath",
    "key",
    "md5",
    "parentField",
    "path",
    "recordSet",
    "references",
    "regex",
    "repeated",
    "replace",
    "samplingRate",
    "separator",
    "source",
    "subField",
    "transform",
];

/// The file.
pub fn file(collection: &Collection<'_>, published: &Published) -> Value {
    let publication = collection.publication;
    let words = collection.words;
    let base = publication.base_url.unwrap_or_default();
    let mut context = Map::new();
    for (key, value) in [
        ("@language", json!(words.language())),
        ("@vocab", json!("https://schema.org/")),
        ("sc", json!("https://schema.org/")),
        ("cr", json!("http://mlcommons.org/croissant/")),
        ("rai", json!("http://mlcommons.org/croissant/RAI/")),
        ("dct", json!("http://purl.org/dc/terms/")),
        ("citeAs", json!("cr:citeAs")),
        ("conformsTo", json!("dct:conformsTo")),
        ("data", json!({"@id": "cr:data", "@type": "@json"})),
        ("examples", json!({"@id": "cr:examples", "@type": "@json"})),
        ("dataType", json!({"@id": "cr:dataType", "@type": "@vocab"})),
        ("name", json!({"@container": "@language"})),
        ("description", json!({"@container": "@language"})),
    ] {
        context.insert(key.to_owned(), value);
    }
    context.extend(TERMS.iter().map(|term| ((*term).to_owned(), json!(format!("cr:{term}")))));
    let tables: Vec<&TableMade> = published.tables.iter().collect();
    let mut file = json!({
        "@context": context,
        "@type": "sc:Dataset",
        "conformsTo": ["http://mlcommons.org/croissant/1.1", "http://mlcommons.org/croissant/RAI/1.0"],
        "name": collection.name(),
        "description": collection.summary().trim(),
        "inLanguage": words.language(),
        "isLiveDataset": false,
        "version": "1.0.0",
        "distribution": tables.iter().filter_map(|table| object(collection, table, base)).collect::<Vec<_>>(),
        "recordSet": tables.iter().map(|table| records(collection, table)).collect::<Vec<_>>(),
        "rai:dataCollection": card::collection_method(collection),
        "rai:dataBiases": [words.text("honesty-not-representative")],
        "rai:dataLimitations": card::limits(collection),
        "rai:personalSensitiveInformation": card::privacy(collection),
        "rai:dataPreprocessingProtocol": [words.text("card-cleaning")],
        "rai:dataUseCases": [words.text("card-uses")],
    });
    let home = collection.own().map(|subject| subject.plan.home()).unwrap_or_default();
    file["url"] = json!(if base.is_empty() { collection.name().to_owned() } else { format!("{base}{home}") });
    if let Some(licence) = &publication.licence {
        file["license"] = json!(licence.url);
    }
    let publisher = &publication.config.publisher;
    if !publisher.name.is_empty() {
        let mut creator = json!({"@type": "sc:Organization", "name": publisher.name});
        if let Some(url) = &publisher.url {
            creator["url"] = json!(url);
        }
        file["creator"] = creator.clone();
        file["publisher"] = creator;
        file["citeAs"] = json!(format!("{}, {}", publisher.name, collection.title()));
    }
    if let Some([opened, closed]) = card::period(collection) {
        file["datePublished"] = json!(closed.date());
        file["rai:dataCollectionTimeframe"] = json!([opened.date(), closed.date()]);
    }
    file
}

fn object(collection: &Collection<'_>, table: &TableMade, base: &str) -> Option<Value> {
    let csv = table.file("csv")?;
    let name = csv.file_name().to_owned();
    let url = if base.is_empty() { name.clone() } else { format!("{base}{}", csv.url) };
    Some(json!({
        "@type": "cr:FileObject",
        "@id": name,
        "name": name,
        "description": collection.words.text(&format!("table-{}-about", table.name)),
        "contentUrl": url,
        "encodingFormat": "text/csv",
        "contentSize": format!("{} B", csv.info.bytes),
        "sha256": csv.info.sha256,
    }))
}

fn records(collection: &Collection<'_>, table: &TableMade) -> Value {
    let field = |name: &str| format!("{}/{name}", table.name);
    let fields: Vec<Value> = table
        .columns
        .iter()
        .map(|column| {
            let kind = match column.kind {
                ColumnKind::Text => "sc:Text",
                ColumnKind::Integer => "sc:Integer",
                ColumnKind::Number => "sc:Float",
                ColumnKind::Date => "sc:Date",
                ColumnKind::DateTime => "sc:DateTime",
            };
            json!({
                "@type": "cr:Field",
                "@id": field(&column.name),
                "name": column.name,
                "description": column_about(collection.words, &column.name),
                "dataType": kind,
                "source": {"fileObject": {"@id": format!("{}.csv", table.name)}, "extract": {"column": column.name}},
            })
        })
        .collect();
    let mut set = json!({
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "description": collection.words.text(&format!("table-{}-about", table.name)),
        "field": fields,
    });
    if !table.key.is_empty() {
        set["key"] = table.key.iter().map(|name| json!({"@id": field(name)})).collect();
    }
    set
}
