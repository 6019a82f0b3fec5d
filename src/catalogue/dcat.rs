//! DCAT in two profiles, for no single file satisfies both sorts of readers (portals.md 1.4):
//!
//! - strict, `catalog.{ttl,jsonld,rdf}`: DCAT-AP 3.0.1 to the letter, with the authority tables of the EU; digests are SHA-512, since
//!   udata rejects a dataset whose SHA-256 has the type the profile demands;
//! - plain, `harvest.{ttl,jsonld}`: formats, media types and SHA-256 digests as plain texts, as data.gouv.fr and CKAN read them.
//!
//! A catalogue of more than [`PER_PAGE`] datasets has pages linked with Hydra; each repeats the nodes its datasets need.

use oxrdf::vocab::xsd;
use oxrdf::{NamedNode, NamedOrBlankNode};

use super::rdf::{Graph, iri, name};
use super::{CatalogueFile, Dataset, Facts, Resource};
use serde::Deserialize;

/// Datasets on a page.
pub const PER_PAGE: usize = 100;

const AUTHORITY: &str = "http://publications.europa.eu/resource/authority/";
const MEDIA_TYPES: &str = "https://www.iana.org/assignments/media-types/";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Authority {
    languages: std::collections::BTreeMap<String, String>,
}

fn authority_table() -> Authority {
    match serde_yaml::from_str(include_str!("authority.yaml")) {
        Ok(tables) => tables,
        // The file is part of the program and the tests read it.
        Err(error) => unreachable!("authority.yaml: {error}"),
    }
}

/// Which readers a file is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Profile {
    Strict,
    Plain,
}

impl Profile {
    fn stem(self) -> &'static str {
        match self {
            Profile::Strict => "catalog",
            Profile::Plain => "harvest",
        }
    }

    fn forms(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Profile::Strict => &[("ttl", "data-about-catalog-ttl"), ("jsonld", "data-about-catalog-jsonld"), ("rdf", "data-about-catalog-rdf")],
            Profile::Plain => &[("jsonld", "data-about-harvest-jsonld"), ("ttl", "data-about-harvest-ttl")],
        }
    }
}

/// The files of both profiles.
pub fn files(facts: &Facts<'_>, datasets: &[Dataset]) -> Vec<CatalogueFile> {
    let mut files = Vec::new();
    let tables = authority_table();
    let pages: Vec<&[Dataset]> = if datasets.is_empty() { vec![datasets] } else { datasets.chunks(PER_PAGE).collect() };
    for profile in [Profile::Strict, Profile::Plain] {
        for &(form, about) in profile.forms() {
            for (at, page) in pages.iter().enumerate() {
                let mut writer = Writer { graph: Graph::new(facts.words.language()), facts, profile, tables: &tables };
                writer.catalogue(page, datasets);
                if pages.len() > 1 {
                    writer.view(form, at, pages.len(), datasets.len());
                }
                let bytes = match form {
                    "ttl" => writer.graph.turtle(),
                    "jsonld" => writer.graph.json_ld(),
                    _ => writer.graph.xml(),
                };
                files.push(CatalogueFile { path: page_name(profile, form, at), about: (at == 0).then_some(about), bytes });
            }
        }
    }
    files
}

fn page_name(profile: Profile, form: &str, at: usize) -> String {
    if at == 0 { format!("{}.{form}", profile.stem()) } else { format!("{}-{}.{form}", profile.stem(), at + 1) }
}

struct Writer<'a> {
    graph: Graph,
    facts: &'a Facts<'a>,
    profile: Profile,
    tables: &'a Authority,
}

impl Writer<'_> {
    fn address(&self, path: &str) -> Option<NamedNode> {
        iri(&format!("{}{path}", self.facts.base))
    }

    /// A term of an authority table, with its class.
    fn authority(&mut self, subject: impl Into<NamedOrBlankNode>, predicate: &str, term: &str, class: &str) {
        self.graph.node(subject, predicate, NamedNode::new_unchecked(format!("{AUTHORITY}{term}")), class);
    }

    /// A concept of an authority table, with its class and a label.
    fn concept(&mut self, subject: impl Into<NamedOrBlankNode>, predicate: &str, term: &str, label: &str) {
        let node = NamedNode::new_unchecked(format!("{AUTHORITY}{term}"));
        self.graph.text(node.clone(), "skos:prefLabel", label);
        self.graph.node(subject, predicate, node, "skos:Concept");
    }

    fn language(&mut self, subject: impl Into<NamedOrBlankNode>) {
        if let Some(code) = self.tables.languages.get(self.facts.config.language.primary()) {
            self.authority(subject, "dct:language", &format!("language/{code}"), "dct:LinguisticSystem");
        }
    }

    fn licence(&mut self, subject: impl Into<NamedOrBlankNode>) {
        if let Some((licence, node)) = self.facts.licence.and_then(|licence| Some((licence, iri(&licence.url)?))) {
            // The label is what udata matches: without it the licence is lost.
            self.graph.plain(node.clone(), "rdfs:label", &licence.title);
            self.graph.node(subject, "dct:license", node, "dct:LicenseDocument");
        }
    }

    fn publisher(&mut self) -> Option<NamedNode> {
        let publisher = &self.facts.config.publisher;
        let agent = self.address("#publisher").filter(|_| !publisher.name.is_empty())?;
        self.graph.class(agent.clone(), "foaf:Agent");
        self.graph.class(agent.clone(), "foaf:Organization");
        self.graph.text(agent.clone(), "foaf:name", &publisher.name);
        if let Some(home) = publisher.url.as_deref().and_then(iri) {
            self.graph.node(agent.clone(), "foaf:homepage", home, "foaf:Document");
        }
        Some(agent)
    }

    fn day(&mut self, subject: impl Into<NamedOrBlankNode>, predicate: &str, moment: crate::model::Moment) {
        self.graph.typed(subject, predicate, moment.date(), xsd::DATE);
    }

    fn catalogue(&mut self, page: &[Dataset], all: &[Dataset]) {
        let facts = self.facts;
        let config = facts.config;
        let Some(catalogue) = self.address("#catalog") else { return };
        self.graph.class(catalogue.clone(), "dcat:Catalog");
        self.graph.text(catalogue.clone(), "dct:title", &config.title);
        let description = if config.description.is_empty() { &config.title } else { &config.description };
        self.graph.text(catalogue.clone(), "dct:description", description.trim());
        if let Some(home) = iri(facts.base) {
            self.graph.node(catalogue.clone(), "foaf:homepage", home, "foaf:Document");
        }
        self.language(catalogue.clone());
        self.licence(catalogue.clone());
        let days = || all.iter().filter_map(|dataset| dataset.issued);
        for (predicate, day) in [("dct:issued", days().min_by_key(|day| day.seconds)), ("dct:modified", days().max_by_key(|day| day.seconds))] {
            if let Some(day) = day {
                self.day(catalogue.clone(), predicate, day);
            }
        }
        let taxonomy = NamedNode::new_unchecked(format!("{AUTHORITY}data-theme"));
        self.graph.text(taxonomy.clone(), "dct:title", &facts.words.text("theme-taxonomy"));
        self.graph.node(catalogue.clone(), "dcat:themeTaxonomy", taxonomy, "skos:ConceptScheme");
        let publisher = self.publisher();
        if let Some(agent) = &publisher {
            self.graph.add(catalogue.clone(), "dct:publisher", agent.clone());
        }
        let series = all.iter().find(|dataset| dataset.consultation.is_none());
        for dataset in page {
            self.dataset(&catalogue, dataset, series, publisher.as_ref());
        }
    }

    fn dataset(&mut self, catalogue: &NamedNode, dataset: &Dataset, series: Option<&Dataset>, publisher: Option<&NamedNode>) {
        let Some(node) = iri(&dataset.iri) else { return };
        self.graph.add(catalogue.clone(), "dcat:dataset", node.clone());
        self.graph.class(node.clone(), "dcat:Dataset");
        self.graph.plain(node.clone(), "dct:identifier", &dataset.iri);
        self.graph.text(node.clone(), "dct:title", &dataset.title);
        self.graph.text(node.clone(), "dct:description", &dataset.description);
        for keyword in &dataset.keywords {
            self.graph.text(node.clone(), "dcat:keyword", keyword);
        }
        self.concept(node.clone(), "dcat:theme", &format!("data-theme/{}", dataset.theme_code), &dataset.theme);
        match series.and_then(|series| iri(&series.iri)) {
            // The archive as a whole is the series its consultations are in.
            Some(series) if series != node => self.graph.node(node.clone(), "dcat:inSeries", series, "dcat:DatasetSeries"),
            Some(_) => self.graph.class(node.clone(), "dcat:DatasetSeries"),
            None => {}
        }
        if let Some(agent) = publisher {
            self.graph.add(node.clone(), "dct:publisher", agent.clone());
            self.graph.add(node.clone(), "dct:creator", agent.clone());
        }
        self.contact(&node);
        for predicate in ["dct:issued", "dct:modified"] {
            if let Some(day) = dataset.issued {
                self.day(node.clone(), predicate, day);
            }
        }
        self.language(node.clone());
        // A closed consultation never changes; the archive grows as consultations join it.
        let frequency = match (dataset.consultation, dataset.closed) {
            (None, _) => "frequency/IRREG",
            (Some(_), true) => "frequency/NEVER",
            (Some(_), false) => "frequency/NOT_PLANNED",
        };
        self.authority(node.clone(), "dct:accrualPeriodicity", frequency, "dct:Frequency");
        self.authority(node.clone(), "dct:accessRights", "access-right/PUBLIC", "dct:RightsStatement");
        self.licence(node.clone());
        if let Some(page) = self.address(&dataset.page) {
            self.graph.node(node.clone(), "dcat:landingPage", page, "foaf:Document");
        }
        if let Some(home) = self.address(&dataset.home) {
            self.graph.node(node.clone(), "foaf:page", home, "foaf:Document");
        }
        if let Some([opened, closed]) = dataset.period {
            // Without a name: udata fetches a period that has one.
            let period = self.graph.blank();
            self.graph.class(period.clone(), "dct:PeriodOfTime");
            self.day(period.clone(), "dcat:startDate", opened);
            self.day(period.clone(), "dcat:endDate", closed);
            self.graph.add(node.clone(), "dct:temporal", period);
        }
        self.place(&node, dataset);
        let provenance = self.graph.blank();
        self.graph.class(provenance.clone(), "dct:ProvenanceStatement");
        self.graph.text(provenance.clone(), "rdfs:label", &dataset.provenance);
        self.graph.add(node.clone(), "dct:provenance", provenance);
        // What the table of file types has no name for, the strict profile cannot describe.
        let profile = self.profile;
        for resource in dataset.resources.iter().filter(|resource| profile == Profile::Plain || resource.file_type.is_some()) {
            self.distribution(&node, dataset, resource);
        }
    }

    fn contact(&mut self, node: &NamedNode) {
        let publisher = &self.facts.config.publisher;
        let Some(contact) = self.address("#contact").filter(|_| !publisher.name.is_empty()) else { return };
        self.graph.class(contact.clone(), "vcard:Organization");
        self.graph.plain(contact.clone(), "vcard:fn", &publisher.name);
        if let Some(email) = publisher.email.as_deref().and_then(|email| iri(&format!("mailto:{email}"))) {
            self.graph.add(contact.clone(), "vcard:hasEmail", email);
        }
        if let Some(url) = publisher.url.as_deref().and_then(iri) {
            self.graph.add(contact.clone(), "vcard:hasURL", url);
        }
        self.graph.node(node.clone(), "dcat:contactPoint", contact, "vcard:Kind");
    }

    fn place(&mut self, node: &NamedNode, dataset: &Dataset) {
        if let Some(coverage) = &dataset.coverage {
            let place = self.graph.blank();
            self.graph.class(place.clone(), "dct:Location");
            if let Some(territory) = &dataset.territory {
                self.graph.text(place.clone(), "rdfs:label", territory);
            }
            // The shapes of DCAT-AP take no other geometry than a box; udata and CKAN read an outline where they find one.
            let wkt = name("geo:wktLiteral");
            match self.profile {
                Profile::Strict => self.graph.typed(place.clone(), "dcat:bbox", coverage.box_wkt(), wkt.as_ref()),
                Profile::Plain => self.graph.typed(place.clone(), "locn:geometry", coverage.wkt(), wkt.as_ref()),
            }
            self.graph.add(node.clone(), "dct:spatial", place);
        }
        if let Some(country) = &dataset.country {
            self.authority(node.clone(), "dct:spatial", &format!("country/{country}"), "dct:Location");
        }
    }

    fn distribution(&mut self, dataset: &NamedNode, of: &Dataset, resource: &Resource) {
        let facts = self.facts;
        let (Some(url), Some(node)) = (self.address(&resource.path), self.address(&format!("{}#distribution", resource.path))) else { return };
        let graph = &mut self.graph;
        graph.add(dataset.clone(), "dcat:distribution", node.clone());
        graph.class(node.clone(), "dcat:Distribution");
        graph.plain(node.clone(), "dct:identifier", &format!("{}/{}", of.name, resource.path.rsplit('/').next().unwrap_or_default()));
        graph.text(node.clone(), "dct:title", &resource.title);
        graph.text(node.clone(), "dct:description", &resource.description);
        graph.class(url.clone(), "rdfs:Resource");
        graph.add(node.clone(), "dcat:accessURL", url.clone());
        graph.add(node.clone(), "dcat:downloadURL", url);
        graph.typed(node.clone(), "dcat:byteSize", resource.bytes.to_string(), xsd::NON_NEGATIVE_INTEGER);
        let digest = graph.blank();
        graph.class(digest.clone(), "spdx:Checksum");
        graph.add(node.clone(), "spdx:checksum", digest.clone());
        match self.profile {
            Profile::Strict => {
                graph.node(digest.clone(), "spdx:algorithm", name("spdx:checksumAlgorithm_sha512"), "spdx:ChecksumAlgorithm");
                graph.typed(digest, "spdx:checksumValue", resource.sha512.as_str(), xsd::HEX_BINARY);
                if let Some(file_type) = resource.file_type {
                    let format = NamedNode::new_unchecked(format!("{AUTHORITY}file-type/{file_type}"));
                    graph.plain(format.clone(), "rdfs:label", &file_type.to_lowercase().replace('_', "-"));
                    graph.node(node.clone(), "dct:format", format, "dct:MediaTypeOrExtent");
                }
                let media = NamedNode::new_unchecked(format!("{MEDIA_TYPES}{}", resource.media_type));
                graph.node(node.clone(), "dcat:mediaType", media, "dct:MediaType");
            }
            Profile::Plain => {
                graph.node(digest.clone(), "spdx:algorithm", name("spdx:checksumAlgorithm_sha256"), "spdx:ChecksumAlgorithm");
                graph.plain(digest, "spdx:checksumValue", &resource.sha256);
                graph.plain(node.clone(), "dct:format", &resource.format.to_uppercase());
                graph.plain(node.clone(), "dcat:mediaType", resource.media_type);
            }
        }
        for predicate in ["dct:issued", "dct:modified"] {
            if let Some(day) = of.issued {
                self.day(node.clone(), predicate, day);
            }
        }
        self.language(node.clone());
        self.licence(node.clone());
        if let Some((licence, rights)) = facts.licence.and_then(|licence| Some((licence, self.address("#rights")?))) {
            self.graph.plain(rights.clone(), "rdfs:label", &licence.title);
            self.graph.node(node.clone(), "dct:rights", rights, "dct:RightsStatement");
        }
        self.concept(node.clone(), "dcatap:availability", "planned-availability/STABLE", &facts.words.text("availability-stable"));
        self.concept(node.clone(), "adms:status", "distribution-status/COMPLETED", &facts.words.text("distribution-completed"));
        if let Some(schema) = resource.schema.as_deref().and_then(|schema| self.address(schema)) {
            self.graph.text(schema.clone(), "dct:title", &facts.words.text("schema-title"));
            self.graph.node(node, "dct:conformsTo", schema, "dct:Standard");
        }
    }

    /// Which page this is of how many (Hydra core vocabulary, `PartialCollectionView`).
    fn view(&mut self, form: &str, at: usize, pages: usize, datasets: usize) {
        let page = |at| self.address(&page_name(self.profile, form, at));
        let (Some(own), Some(first), Some(last), next) = (page(at), page(0), page(pages - 1), page(at + 1).filter(|_| at + 1 < pages)) else {
            return;
        };
        self.graph.class(own.clone(), "hydra:PartialCollectionView");
        for (predicate, other) in [("hydra:first", Some(first)), ("hydra:last", Some(last)), ("hydra:next", next)] {
            if let Some(other) = other {
                self.graph.add(own.clone(), predicate, other);
            }
        }
        if let Some(catalogue) = self.address("#catalog") {
            self.graph.add(catalogue.clone(), "hydra:view", own);
            self.graph.typed(catalogue, "hydra:totalItems", datasets.to_string(), xsd::INTEGER);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::archive::ArchiveConfig;
    use crate::words::Words;

    #[test]
    fn a_large_catalogue_has_pages_that_lead_on_and_name_what_they_need() {
        let config: ArchiveConfig = serde_yaml::from_str("title: T\npublisher: { name: P }\n").unwrap();
        let words = Words::parse("en", &[include_str!("../../themes/civic/words/en.ftl")]).unwrap();
        let facts = Facts { config: &config, base: "https://a.example/", licence: None, words: &words };
        let datasets: Vec<Dataset> = (0..250)
            .map(|at| Dataset {
                consultation: Some(at),
                iri: format!("https://a.example/consultations/c{at}/index.html#dataset"),
                title: format!("Dataset {at}"),
                ..Dataset::default()
            })
            .collect();
        let files = files(&facts, &datasets);
        let text = |path: &str| {
            let file = files.iter().find(|file| file.path == path).unwrap_or_else(|| panic!("no {path}"));
            String::from_utf8(file.bytes.clone()).unwrap()
        };
        for (page, next, count) in
            [("harvest.ttl", Some("harvest-2.ttl"), 100), ("harvest-2.ttl", Some("harvest-3.ttl"), 100), ("harvest-3.ttl", None, 50)]
        {
            let text = text(page);
            assert_eq!(text.matches("a dcat:Dataset").count(), count, "{page}");
            assert_eq!(text.contains("hydra:next"), next.is_some(), "{page}");
            assert!(next.is_none_or(|next| text.contains(&format!("hydra:next <https://a.example/{next}>"))), "{page}");
            assert!(text.contains("foaf:name") && text.contains("vcard:fn"), "{page} repeats the publisher");
        }
        assert!(files.iter().any(|file| file.path == "catalog-3.rdf"));
        assert!(files.iter().filter(|file| file.path.contains("-2.")).all(|file| file.about.is_none()));
    }

    #[test]
    fn the_authority_tables_are_read() {
        assert_eq!(authority_table().languages["fr"], "FRA");
    }
}
