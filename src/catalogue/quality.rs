//! What portals will say of the quality of the metadata: the nine criteria of data.gouv.fr (udata, `compute_quality`) and the 405 points
//! of data.europa.eu's metadata quality assessment (MQA methodology). Computed from the same facts as the catalogue, with what is
//! missing and how to get it.

use serde::Serialize;

use super::{Dataset, Facts, Resource};
use crate::export::pretty;

/// EU codes of formats that nobody owns, and of those that machines read (MQA, lists of the methodology).
const OPEN: &[&str] = &["CSV", "GEOJSON", "JSON", "JSON_LD", "ODS", "RDF_TURTLE", "RDF_XML", "TSV", "TXT", "XML", "ZIP"];
const MACHINE: &[&str] = &["CSV", "GEOJSON", "JSON", "JSON_LD", "ODS", "RDF_TURTLE", "RDF_XML", "XLSX", "XML"];

/// Formats that udata does not count as open.
const CLOSED: &[&str] = &["pdf", "doc", "docx", "word", "xls", "excel", "xlsx"];

/// One criterion.
#[derive(Debug, Clone, Serialize)]
pub struct Criterion {
    /// Its name; also in words (`quality-<id>` with underscores as hyphens).
    pub id: &'static str,
    /// Points reached.
    pub points: f64,
    /// Points there are.
    pub of: f64,
}

impl Criterion {
    /// Whether all its points are reached.
    pub fn met(&self) -> bool {
        self.points >= self.of
    }
}

/// The quality of a dataset.
#[derive(Debug, Clone, Serialize)]
pub struct Judged {
    /// Its short name.
    pub name: String,
    /// Its title.
    pub title: String,
    /// The criteria of data.gouv.fr, a point each.
    pub data_gouv_fr: Vec<Criterion>,
    /// Their share, from 0 to 1.
    pub data_gouv_fr_score: f64,
    /// The indicators of data.europa.eu.
    pub data_europa_eu: Vec<Criterion>,
    /// Their sum, of 405.
    pub data_europa_eu_points: f64,
}

/// The quality of all datasets.
#[derive(Debug, Clone, Serialize)]
pub struct Quality {
    /// In the order of the catalogue.
    pub datasets: Vec<Judged>,
}

impl Quality {
    /// Judges datasets.
    pub fn new(facts: &Facts<'_>, datasets: &[Dataset]) -> Self {
        Self { datasets: datasets.iter().map(|dataset| judge(facts, dataset)).collect() }
    }

    /// `quality.json`.
    pub fn json(&self) -> Vec<u8> {
        pretty(&serde_json::to_value(self).unwrap_or_default())
    }
}

fn judge(facts: &Facts<'_>, dataset: &Dataset) -> Judged {
    let data_gouv_fr = udata(facts, dataset);
    let data_europa_eu = mqa(facts, dataset);
    let points = |criteria: &[Criterion]| criteria.iter().map(|criterion| criterion.points).sum::<f64>();
    Judged {
        name: dataset.name.clone(),
        title: dataset.title.clone(),
        data_gouv_fr_score: rounded(points(&data_gouv_fr) / 9.0),
        data_gouv_fr,
        data_europa_eu_points: rounded(points(&data_europa_eu)),
        data_europa_eu,
    }
}

/// To a hundredth: what is below says nothing.
fn rounded(number: f64) -> f64 {
    (number * 100.0).round() / 100.0
}

fn udata(facts: &Facts<'_>, dataset: &Dataset) -> Vec<Criterion> {
    let resources = &dataset.resources;
    let of = |id, met: bool| Criterion { id, points: f64::from(u8::from(met)), of: 1.0 };
    vec![
        of("license", facts.licence.is_some()),
        of("temporal_coverage", dataset.period.is_some()),
        of("spatial", dataset.coverage.is_some()),
        of("update_frequency", true),
        // The frequencies that the catalogue gives have no period that could run out.
        of("update_fulfilled_in_time", true),
        of("dataset_description_quality", dataset.description.chars().count() > 100),
        of("has_open_format", resources.iter().any(|resource| !CLOSED.contains(&resource.format.as_str()))),
        of("all_resources_available", true),
        of("resources_documentation", resources.iter().any(|resource| !resource.description.is_empty())),
    ]
}

fn mqa(facts: &Facts<'_>, dataset: &Dataset) -> Vec<Criterion> {
    // What the strict catalogue lists.
    let resources: Vec<&Resource> = dataset.resources.iter().filter(|resource| resource.file_type.is_some()).collect();
    let share = |of: f64, test: &dyn Fn(&Resource) -> bool| {
        if resources.is_empty() { 0.0 } else { of * resources.iter().filter(|resource| test(resource)).count() as f64 / resources.len() as f64 }
    };
    let given = |met: bool, of: f64| if met { of } else { 0.0 };
    let code = |resource: &Resource, list: &[&str]| resource.file_type.is_some_and(|code| list.contains(&code));
    let publisher = !facts.config.publisher.name.is_empty();
    let licence = facts.licence.is_some();
    let row = |id, of: f64, points: f64| Criterion { id, points: rounded(points), of };
    vec![
        row("keyword", 30.0, given(!dataset.keywords.is_empty(), 30.0)),
        row("theme", 30.0, 30.0),
        row("spatial", 20.0, given(dataset.coverage.is_some() || dataset.country.is_some(), 20.0)),
        row("temporal", 20.0, given(dataset.period.is_some(), 20.0)),
        row("access_url_answers", 50.0, share(50.0, &|_| true)),
        row("download_url", 20.0, share(20.0, &|_| true)),
        row("download_url_answers", 30.0, share(30.0, &|_| true)),
        row("format", 20.0, share(20.0, &|_| true)),
        row("media_type", 10.0, share(10.0, &|_| true)),
        row("from_vocabularies", 10.0, share(10.0, &|_| true)),
        row("non_proprietary", 20.0, share(20.0, &|resource| code(resource, OPEN))),
        row("machine_readable", 20.0, share(20.0, &|resource| code(resource, MACHINE))),
        row("dcat_ap", 30.0, given(publisher, 30.0)),
        row("license", 20.0, given(licence, share(20.0, &|_| true))),
        // None of the licences greffe knows is in the EU table under an address that data.gouv.fr would know too.
        row("license_from_vocabulary", 10.0, 0.0),
        row("access_rights", 10.0, 10.0),
        row("access_rights_from_vocabulary", 5.0, 5.0),
        row("contact_point", 20.0, given(publisher, 20.0)),
        row("publisher", 10.0, given(publisher, 10.0)),
        row("rights", 5.0, given(licence, share(5.0, &|_| true))),
        row("byte_size", 5.0, share(5.0, &|_| true)),
        row("issued", 5.0, given(dataset.issued.is_some(), 5.0)),
        row("modified", 5.0, given(dataset.issued.is_some(), 5.0)),
    ]
}
