//! `void.ttl`: the archive's RDF for crawlers of linked data (VoID).

use oxrdf::Literal;

use super::rdf::{Graph, iri};
use super::{CatalogueFile, Dataset, Facts};

/// The file.
pub fn file(facts: &Facts<'_>, datasets: &[Dataset]) -> CatalogueFile {
    let mut graph = Graph::new(facts.words.language());
    let address = |path: &str| iri(&format!("{}{path}", facts.base));
    if let (Some(description), Some(catalogue), Some(home)) = (address("void.ttl"), address("#catalog"), iri(facts.base)) {
        graph.class(description.clone(), "void:DatasetDescription");
        graph.text(description.clone(), "dct:title", &facts.config.title);
        graph.add(description, "foaf:primaryTopic", catalogue.clone());
        graph.class(catalogue.clone(), "void:Dataset");
        graph.text(catalogue.clone(), "dct:title", &facts.config.title);
        graph.add(catalogue.clone(), "foaf:homepage", home);
        if let Some(licence) = facts.licence.and_then(|licence| iri(&licence.url)) {
            graph.add(catalogue.clone(), "dct:license", licence);
        }
        for dump in ["catalog.ttl", "catalog.jsonld", "catalog.rdf"].into_iter().filter_map(address) {
            graph.add(catalogue.clone(), "void:dataDump", dump);
        }
        for vocabulary in ["http://www.w3.org/ns/dcat#", "http://purl.org/dc/terms/", "http://xmlns.com/foaf/0.1/"].into_iter().filter_map(iri) {
            graph.add(catalogue.clone(), "void:vocabulary", vocabulary);
        }
        graph.add(catalogue.clone(), "void:uriSpace", Literal::new_simple_literal(facts.base));
        for dataset in datasets.iter().filter_map(|dataset| iri(&dataset.iri)) {
            graph.add(catalogue.clone(), "void:exampleResource", dataset);
        }
    }
    CatalogueFile { path: "void.ttl".into(), about: Some("data-about-void"), bytes: graph.turtle() }
}
