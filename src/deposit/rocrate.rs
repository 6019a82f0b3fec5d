//! `ro-crate-metadata.json` (RO-Crate 1.2): what the archive is, who made it, and its most useful files.

use std::fs;
use std::io;
use std::path::Path;

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::archive::{Content, Licence};
use crate::render::GENERATOR;
use crate::write::hexadecimal;

/// Files at the root of the archive that a keeper looks for.
const PAPERS: &[(&str, &str)] = &[
    ("index.html", "text/html"),
    ("README.txt", "text/plain"),
    ("CITATION.cff", "text/yaml"),
    ("SHA256SUMS", "text/plain"),
    ("verify.py", "text/x-python"),
];

/// The description of a crate that holds the archive in `site/`.
pub fn metadata(site: &Path, content: &Content) -> io::Result<String> {
    let config = &content.config;
    let mut parts: Vec<Value> = Vec::new();
    let mut entities: Vec<Value> = Vec::new();
    for (name, media) in PAPERS {
        if site.join(name).is_file() {
            entities.push(file(site, name, name, media)?);
        }
    }
    for consultation in &content.consultations {
        let folder = format!("consultations/{}/data", consultation.slug);
        let Ok(package) = fs::read(site.join(&folder).join("datapackage.json")) else { continue };
        let package: Value = serde_json::from_slice(&package)?;
        for resource in package["resources"].as_array().into_iter().flatten() {
            let (Some(path), title) = (resource["path"].as_str(), resource["title"].as_str().unwrap_or_default()) else { continue };
            let path = format!("{folder}/{path}");
            if site.join(&path).is_file() {
                entities.push(file(site, &path, &format!("{} – {title}", consultation.config.title), "text/csv")?);
            }
        }
    }
    parts.extend(entities.iter().map(|entity| json!({"@id": entity["@id"]})));
    let publisher = config.publisher.url.as_deref().unwrap_or("#publisher");
    let name = if config.publisher.name.is_empty() { &config.title } else { &config.publisher.name };
    let mut root = json!({
        "@id": "./",
        "@type": "Dataset",
        "name": config.title,
        "description": if config.description.is_empty() { &config.title } else { &config.description },
        "publisher": {"@id": publisher},
        "author": {"@id": publisher},
        "inLanguage": config.language.code(),
        "hasPart": std::iter::once(json!({"@id": "site/"})).chain(parts.iter().cloned()).collect::<Vec<_>>(),
    });
    let folder = json!({"@id": "site/", "@type": "Dataset", "name": config.title, "description": GENERATOR, "hasPart": parts});
    let mut organisation = json!({"@id": publisher, "@type": "Organization", "name": name});
    if let Some(email) = &config.publisher.email {
        organisation["contactPoint"] = json!({"@id": format!("mailto:{email}")});
        entities.push(json!({"@id": format!("mailto:{email}"), "@type": "ContactPoint", "email": email, "contactType": "archive"}));
    }
    if let Some(url) = &config.publisher.url {
        organisation["url"] = json!(url);
    }
    if let Some(url) = &config.base_url {
        root["url"] = json!(url);
        root["identifier"] = json!({"@id": "#address"});
        entities.push(json!({"@id": "#address", "@type": "PropertyValue", "propertyID": "https://registry.identifiers.org/registry/url", "name": "URL", "value": url}));
    }
    if let Some(date) = date(site, content) {
        root["datePublished"] = json!(date);
    }
    match config.licence.as_deref().and_then(Licence::find) {
        Some(licence) => {
            root["license"] = json!({"@id": licence.url});
            entities.push(json!({"@id": licence.url, "@type": "CreativeWork", "name": licence.title, "description": licence.title}));
        }
        None => root["license"] = json!("not given"),
    }
    let descriptor = json!({
        "@id": "ro-crate-metadata.json",
        "@type": "CreativeWork",
        "conformsTo": {"@id": "https://w3id.org/ro/crate/1.2"},
        "about": {"@id": "./"},
    });
    let graph: Vec<Value> = [descriptor, root, folder, organisation].into_iter().chain(entities).collect();
    let crate_ = json!({"@context": "https://w3id.org/ro/crate/1.2/context", "@graph": graph});
    Ok(format!("{crate_:#}\n"))
}

fn file(site: &Path, path: &str, name: &str, media: &str) -> io::Result<Value> {
    let bytes = fs::read(site.join(path))?;
    Ok(json!({
        "@id": format!("site/{path}"),
        "@type": "File",
        "name": name,
        "description": name,
        "encodingFormat": media,
        "contentSize": bytes.len().to_string(),
        "sha256": hexadecimal(&Sha256::digest(&bytes)),
    }))
}

/// The day of the last edition, else the one the archive is cited by.
fn date(site: &Path, content: &Content) -> Option<String> {
    let edition = content.editions.index.editions.last().map(|edition| edition.date.clone());
    edition.or_else(|| {
        let citation = fs::read_to_string(site.join("CITATION.cff")).ok()?;
        citation.lines().find_map(|line| line.strip_prefix("date-released: ")).map(str::to_owned)
    })
}
