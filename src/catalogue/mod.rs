//! What portals read: the archive's datasets in the forms that harvesters ask for, all made from the same facts.
//!
//! [`Dataset`] holds the facts; each form is one file here. What each portal reads, and the traps, were measured with the portals' own
//! code; the reasons stand where a form differs from what one would expect. Nothing here exists without a base address: a harvester
//! needs whole addresses.

mod data_json;
mod dataset;
mod dcat;
mod opendatasoft;
mod payload;
mod quality;
mod rdf;
mod scdl;
mod schema_org;
mod void;

pub(crate) use dataset::plain_keyword;
pub use dataset::{Dataset, Facts, Resource, datasets};
pub use payload::{Payload, PayloadResource, Payloads};
pub use quality::{Criterion, Judged, Quality};
use schema_org::{data_catalog, schema_org};

use serde_json::Value;

use crate::export::{Collection, Published};

/// A file of the catalogue.
pub struct CatalogueFile {
    /// Path from the root.
    pub path: String,
    /// Word that tells what it is for; `None` for parts that another file leads to.
    pub about: Option<&'static str>,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The open data as pages and portals are told of it.
pub struct OpenData {
    /// By consultation; the last is the archive's own.
    pub published: Vec<Published>,
    /// The datasets of the catalogue; none without a base address.
    pub datasets: Vec<Dataset>,
    /// By dataset: its description in schema.org.
    pub schema_org: Vec<Value>,
    /// The same of the catalogue.
    pub data_catalog: Option<Value>,
    /// How portals will judge it.
    pub quality: Quality,
    /// Files of the catalogue for people to know of: path, and the word that tells what it is for.
    pub files: Vec<(String, &'static str)>,
}

/// Everything that follows from what was published, and the files to write.
pub fn open_data(facts: Option<&Facts<'_>>, collections: &[Collection<'_>], published: Vec<Published>) -> (OpenData, Vec<CatalogueFile>) {
    let Some(facts) = facts else {
        let quality = Quality { datasets: Vec::new() };
        return (OpenData { published, datasets: Vec::new(), schema_org: Vec::new(), data_catalog: None, quality, files: Vec::new() }, Vec::new());
    };
    let datasets = datasets(facts, collections, &published);
    let quality = Quality::new(facts, &datasets);
    let files = files(facts, &datasets, &quality);
    let data = OpenData {
        schema_org: datasets.iter().map(|dataset| schema_org(facts, dataset)).collect(),
        data_catalog: Some(data_catalog(facts, &datasets)),
        quality,
        files: files.iter().filter_map(|file| Some((file.path.clone(), file.about?))).collect(),
        published,
        datasets,
    };
    (data, files)
}

fn files(facts: &Facts<'_>, datasets: &[Dataset], quality: &Quality) -> Vec<CatalogueFile> {
    let mut files = dcat::files(facts, datasets);
    files.extend(data_json::file(facts, datasets));
    files.push(opendatasoft::file(datasets));
    files.extend(scdl::file(facts, datasets));
    files.push(void::file(facts, datasets));
    files.push(payload::file(facts, datasets));
    files.push(CatalogueFile { path: "quality.json".into(), about: Some("data-about-quality"), bytes: quality.json() });
    files
}
