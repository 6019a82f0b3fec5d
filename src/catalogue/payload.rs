//! `portals.json`: what `greffe publish` sends, ready made, so that publishing needs the built archive alone and anyone can see what
//! is sent. Names are those of udata's API `/api/1`; other portals' are made from them.

use serde::{Deserialize, Serialize};

use super::{CatalogueFile, Dataset, Facts};
use crate::export::Role;

/// Everything that can be published.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Payloads {
    /// With a slash at its end.
    pub base_url: String,
    /// Who publishes.
    pub publisher: String,
    /// Address to write to.
    pub email: Option<String>,
    /// In the order of the catalogue.
    pub datasets: Vec<Payload>,
}

/// A dataset.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Payload {
    /// Short name: the slug of the consultation, or `archive`.
    pub name: String,
    /// Its identifier for ever.
    pub identifier: String,
    /// Title.
    pub title: String,
    /// Markdown.
    pub description: String,
    /// Names its consultation had before: what was published under them is this dataset.
    #[serde(default)]
    pub former: Vec<String>,
    /// Keywords.
    pub tags: Vec<String>,
    /// Code of the EU table of themes and its name, where one was chosen.
    #[serde(default)]
    pub theme: Option<(String, String)>,
    /// Identifier of data.gouv.fr, and address.
    pub license: Option<(String, String)>,
    /// As udata names it.
    pub frequency: String,
    /// First and last day.
    pub temporal_coverage: Option<(String, String)>,
    /// Zones of udata (`fr:commune:59350`).
    pub zones: Vec<String>,
    /// What the zones are (`fr:commune`).
    pub granularity: Option<String>,
    /// West, south, east, north.
    pub bbox: Option<[f64; 4]>,
    /// The page of the data.
    pub page: String,
    /// Its files, in the order to show them.
    pub resources: Vec<PayloadResource>,
}

/// A file.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PayloadResource {
    /// Path from the root of the archive.
    pub path: String,
    /// Title.
    pub title: String,
    /// What it holds and what it is for.
    pub description: String,
    /// `main`, `other` or `documentation`.
    pub r#type: String,
    /// Small letters.
    pub format: String,
    /// Media type.
    pub mime: String,
    /// Bytes.
    pub filesize: u64,
    /// SHA-256.
    pub sha256: String,
    /// Address of its schema.
    pub schema: Option<String>,
}

/// The file.
pub fn file(facts: &Facts<'_>, datasets: &[Dataset]) -> CatalogueFile {
    let payloads = Payloads {
        base_url: facts.base.to_owned(),
        publisher: facts.config.publisher.name.clone(),
        email: facts.config.publisher.email.clone(),
        datasets: datasets.iter().map(|dataset| payload(facts, dataset)).collect(),
    };
    let mut bytes = serde_json::to_vec_pretty(&payloads).unwrap_or_default();
    bytes.push(b'\n');
    CatalogueFile { path: "portals.json".into(), about: Some("data-about-portals"), bytes }
}

fn payload(facts: &Facts<'_>, dataset: &Dataset) -> Payload {
    // How udata names the zones of its geographical tables (udata, `spatial` levels of data.gouv.fr).
    let zone = dataset.insee.as_deref().map(|code| match (code.strip_prefix('R'), code.len()) {
        (Some(region), _) => ("fr:region", region),
        (None, 2 | 3) => ("fr:departement", code),
        (None, 9) => ("fr:epci", code),
        (None, _) => ("fr:commune", code),
    });
    Payload {
        name: dataset.name.clone(),
        identifier: dataset.iri.clone(),
        title: dataset.title.clone(),
        description: dataset.description.clone(),
        former: dataset.former.clone(),
        tags: dataset.keywords.clone(),
        theme: dataset.theme_chosen.then(|| (dataset.theme_code.to_owned(), dataset.theme.clone())),
        license: facts.licence.map(|licence| (licence.id.clone(), licence.url.clone())),
        frequency: match (dataset.consultation, dataset.closed) {
            (None, _) => "irregular",
            (Some(_), true) => "never",
            (Some(_), false) => "notPlanned",
        }
        .to_owned(),
        temporal_coverage: dataset.period.map(|[opened, closed]| (opened.date(), closed.date())),
        zones: zone.iter().map(|(level, code)| format!("{level}:{code}")).collect(),
        granularity: zone.map(|(level, _)| level.to_owned()),
        bbox: dataset.coverage.as_ref().map(|coverage| coverage.bounds),
        page: dataset.page_url.clone(),
        resources: dataset
            .resources
            .iter()
            .map(|resource| PayloadResource {
                path: resource.path.clone(),
                title: resource.title.clone(),
                description: resource.description.clone(),
                r#type: match resource.role {
                    Role::Documentation => "documentation",
                    Role::Data if resource.schema.is_some() => "main",
                    Role::Data => "other",
                }
                .to_owned(),
                format: resource.format.clone(),
                mime: resource.media_type.to_owned(),
                filesize: resource.bytes,
                sha256: resource.sha256.clone(),
                schema: resource.schema.as_ref().map(|schema| format!("{}{schema}", facts.base)),
            })
            .collect(),
    }
}
