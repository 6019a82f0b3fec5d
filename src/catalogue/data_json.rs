//! `data.json`: DCAT-US 1.1 (Project Open Data), for DKAN, Socrata and ArcGIS Hub. Only files that a datastore can take are
//! distributions; without an address to write to, which the format demands, there is no such file.

use serde_json::{Value, json};

use super::{CatalogueFile, Dataset, Facts, Resource};
use crate::export::{Role, pretty};

/// The file, if the publisher has an address to write to.
pub fn file(facts: &Facts<'_>, datasets: &[Dataset]) -> Option<CatalogueFile> {
    let publisher = &facts.config.publisher;
    let email = publisher.email.as_deref().filter(|_| !publisher.name.is_empty())?;
    let datasets: Vec<Value> = datasets.iter().filter_map(|dataset| describe(facts, dataset, email)).collect();
    let catalogue = json!({
        "@context": "https://project-open-data.cio.gov/v1.1/schema/catalog.jsonld",
        "@id": format!("{}data.json", facts.base),
        "@type": "dcat:Catalog",
        "conformsTo": "https://project-open-data.cio.gov/v1.1/schema",
        "describedBy": "https://project-open-data.cio.gov/v1.1/schema/catalog.json",
        "dataset": datasets,
    });
    Some(CatalogueFile { path: "data.json".into(), about: Some("data-about-data-json"), bytes: pretty(&catalogue) })
}

fn describe(facts: &Facts<'_>, dataset: &Dataset, email: &str) -> Option<Value> {
    let base = facts.base;
    let publisher = &facts.config.publisher;
    let modified = dataset.issued?.date();
    let mut value = json!({
        "@type": "dcat:Dataset",
        "identifier": dataset.iri,
        "title": dataset.title,
        "description": dataset.description,
        "keyword": dataset.keywords,
        "theme": [dataset.theme],
        "accessLevel": "public",
        // The format has no word for what is finished.
        "accrualPeriodicity": "irregular",
        "issued": modified,
        "modified": modified,
        "language": [facts.words.language()],
        "landingPage": format!("{base}{}", dataset.page),
        "publisher": {"@type": "org:Organization", "name": publisher.name},
        "contactPoint": {"@type": "vcard:Contact", "fn": publisher.name, "hasEmail": format!("mailto:{email}")},
        "distribution": dataset.resources.iter().filter(|r| r.role == Role::Data).map(|r| distribution(base, r)).collect::<Vec<_>>(),
    });
    if let Some(licence) = facts.licence {
        value["license"] = json!(licence.url);
    }
    if let Some([opened, closed]) = dataset.period {
        value["temporal"] = json!(format!("{}/{}", opened.date(), closed.date()));
    }
    if let Some(coverage) = &dataset.coverage {
        let [west, south, east, north] = coverage.bounds;
        value["spatial"] = json!(format!("{west},{south},{east},{north}"));
    }
    Some(value)
}

fn distribution(base: &str, resource: &Resource) -> Value {
    let mut value = json!({
        "@type": "dcat:Distribution",
        "title": resource.title,
        "description": resource.description,
        "format": resource.format,
        "mediaType": resource.media_type,
        "downloadURL": format!("{base}{}", resource.path),
    });
    if let Some(schema) = &resource.schema {
        value["describedBy"] = json!(format!("{base}{schema}"));
        value["describedByType"] = json!("application/vnd.tableschema+json");
    }
    value
}
