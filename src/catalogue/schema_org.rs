//! schema.org `Dataset` and `DataCatalog` for pages: what Google Dataset Search requires and recommends.

use serde_json::{Value, json};

use super::{Dataset, Facts};
use crate::export::Role;

/// A dataset.
pub fn schema_org(facts: &Facts<'_>, dataset: &Dataset) -> Value {
    let base = facts.base;
    let publisher = &facts.config.publisher;
    let mut organisation = json!({"@type": "Organization", "name": publisher.name});
    if let Some(url) = &publisher.url {
        organisation["url"] = json!(url);
    }
    let distribution: Vec<Value> = dataset
        .resources
        .iter()
        .filter(|resource| resource.role == Role::Data)
        .map(|resource| {
            json!({
                "@type": "DataDownload",
                "name": resource.title,
                "encodingFormat": resource.media_type,
                "contentUrl": format!("{base}{}", resource.path),
                "contentSize": format!("{} B", resource.bytes),
                "sha256": resource.sha256,
            })
        })
        .collect();
    let variables: Vec<Value> =
        dataset.variables.iter().map(|(name, about)| json!({"@type": "PropertyValue", "name": name, "description": about})).collect();
    // Google takes 5,000 characters.
    let description: String = dataset.description.chars().take(4_900).collect();
    let mut value = json!({
        "@context": "https://schema.org",
        "@type": "Dataset",
        "@id": dataset.iri,
        "name": dataset.title,
        "description": description,
        "url": dataset.page_url,
        "sameAs": dataset.iri,
        "identifier": [dataset.iri],
        "keywords": dataset.keywords,
        "isAccessibleForFree": true,
        "inLanguage": facts.words.language(),
        "version": "1.0.0",
        "includedInDataCatalog": {"@type": "DataCatalog", "@id": format!("{base}#catalog"), "name": facts.config.title, "url": base},
        "variableMeasured": variables,
        "distribution": distribution,
    });
    if !publisher.name.is_empty() {
        value["creator"] = organisation.clone();
        value["publisher"] = organisation;
    }
    if let Some(licence) = facts.licence {
        value["license"] = json!(licence.url);
    }
    if let Some(issued) = dataset.issued {
        value["datePublished"] = json!(issued.date());
        value["dateModified"] = json!(issued.date());
    }
    if let Some([opened, closed]) = dataset.period {
        value["temporalCoverage"] = json!(format!("{}/{}", opened.date(), closed.date()));
    }
    let place = dataset.territory.as_ref().map(|territory| json!({"@type": "Place", "name": territory}));
    if let Some(mut place) = place.or_else(|| dataset.coverage.as_ref().map(|_| json!({"@type": "Place"}))) {
        if let Some([west, south, east, north]) = dataset.coverage.as_ref().map(|coverage| coverage.bounds) {
            place["geo"] = json!({"@type": "GeoShape", "box": format!("{south} {west} {north} {east}")});
        }
        value["spatialCoverage"] = place;
    }
    value
}

/// The catalogue of all datasets.
pub fn data_catalog(facts: &Facts<'_>, datasets: &[Dataset]) -> Value {
    let listed: Vec<Value> = datasets.iter().map(|dataset| json!({"@type": "Dataset", "@id": dataset.iri, "url": dataset.page_url})).collect();
    let mut value = json!({
        "@context": "https://schema.org",
        "@type": "DataCatalog",
        "@id": format!("{}#catalog", facts.base),
        "name": facts.config.title,
        "url": format!("{}data.html", facts.base),
        "inLanguage": facts.words.language(),
        "dataset": listed,
    });
    if !facts.config.description.is_empty() {
        value["description"] = json!(facts.config.description.trim());
    }
    if !facts.config.publisher.name.is_empty() {
        value["publisher"] = json!({"@type": "Organization", "name": facts.config.publisher.name});
    }
    value
}
