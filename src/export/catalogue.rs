//! `catalog.ttl` and `catalog.jsonld`: the archive as a DCAT-AP catalogue, one dataset for each consultation.
//!
//! Both files are written from the same triples, in ASCII (portals.md 0.3: readers guess encodings). Sources of the terms:
//! W3C DCAT 3, DCAT-AP 3.0.1, the authority tables of the Publications Office of the EU.

use std::collections::BTreeMap;

use oxrdf::vocab::{rdf, xsd};
use oxrdf::{BlankNode, Literal, NamedNode, NamedOrBlankNode, Term, Triple};
use oxttl::TurtleSerializer;
use serde_json::{Map, Value, json};

use super::{FileMade, Publication, Published, Subject};
use crate::archive::Licence;
use crate::words::Words;
use crate::write::FileInfo;

const PREFIXES: &[(&str, &str)] = &[
    ("adms", "http://www.w3.org/ns/adms#"),
    ("dcat", "http://www.w3.org/ns/dcat#"),
    ("dct", "http://purl.org/dc/terms/"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("geo", "http://www.opengis.net/ont/geosparql#"),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("vcard", "http://www.w3.org/2006/vcard/ns#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

const AUTHORITY: &str = "http://publications.europa.eu/resource/authority/";

/// The files of the catalogue: (name, bytes). Needs a base address; `None` without one.
pub fn catalogues(
    subjects: &[Subject<'_>],
    published: &[Published],
    publication: &Publication<'_>,
    words: &Words,
) -> Option<Vec<(&'static str, Vec<u8>)>> {
    let base = publication.base_url?;
    let mut graph = Graph { triples: Vec::new(), blanks: 0, language: publication.config.language.code().to_owned() };
    describe(&mut graph, base, subjects, published, publication, words);
    Some(vec![("catalog.ttl", graph.turtle()), ("catalog.jsonld", graph.json_ld())])
}

struct Graph {
    triples: Vec<Triple>,
    blanks: u32,
    language: String,
}

/// An IRI from a prefixed name; names are constants of this file, so they are sound.
fn name(prefixed: &str) -> NamedNode {
    let (prefix, local) = prefixed.split_once(':').unwrap_or(("", prefixed));
    let base = PREFIXES.iter().find(|(known, _)| *known == prefix).map_or("", |(_, iri)| iri);
    NamedNode::new_unchecked(format!("{base}{local}"))
}

impl Graph {
    fn blank(&mut self) -> BlankNode {
        self.blanks += 1;
        BlankNode::new_unchecked(format!("b{}", self.blanks))
    }

    fn add(&mut self, subject: impl Into<NamedOrBlankNode>, predicate: &str, object: impl Into<Term>) {
        self.triples.push(Triple::new(subject, name(predicate), object));
    }

    fn class(&mut self, subject: impl Into<NamedOrBlankNode>, class: &str) {
        self.triples.push(Triple::new(subject, rdf::TYPE, name(class)));
    }

    /// A text in the archive's language.
    fn text(&mut self, subject: impl Into<NamedOrBlankNode>, predicate: &str, text: &str) {
        if !text.is_empty() {
            let literal = Literal::new_language_tagged_literal_unchecked(text, self.language.clone());
            self.add(subject, predicate, literal);
        }
    }

    fn typed(&mut self, subject: impl Into<NamedOrBlankNode>, predicate: &str, value: impl Into<String>, datatype: oxrdf::NamedNodeRef<'_>) {
        self.add(subject, predicate, Literal::new_typed_literal(value, datatype));
    }

    /// A term of an authority table, with its class and a label.
    fn authority(&mut self, subject: impl Into<NamedOrBlankNode>, predicate: &str, term: &str, class: &str) {
        let node = NamedNode::new_unchecked(format!("{AUTHORITY}{term}"));
        self.class(node.clone(), class);
        self.add(subject, predicate, node);
    }

    fn turtle(&self) -> Vec<u8> {
        let mut serializer = TurtleSerializer::new();
        for (prefix, iri) in PREFIXES {
            serializer = match serializer.clone().with_prefix(*prefix, *iri) {
                Ok(with) => with,
                Err(_) => serializer,
            };
        }
        let mut writer = serializer.for_writer(Vec::new());
        for triple in self.sorted() {
            // Writing to memory cannot fail.
            let _ = writer.serialize_triple(triple);
        }
        let bytes = writer.finish().unwrap_or_default();
        ascii(&String::from_utf8_lossy(&bytes)).into_bytes()
    }

    fn sorted(&self) -> Vec<&Triple> {
        let mut triples: Vec<&Triple> = self.triples.iter().collect();
        triples.sort_by_cached_key(|triple| (triple.subject.to_string(), triple.predicate.to_string(), triple.object.to_string()));
        triples.dedup();
        triples
    }

    fn json_ld(&self) -> Vec<u8> {
        let mut nodes: BTreeMap<String, Map<String, Value>> = BTreeMap::new();
        for triple in self.sorted() {
            let id = match &triple.subject {
                NamedOrBlankNode::NamedNode(node) => node.as_str().to_owned(),
                NamedOrBlankNode::BlankNode(node) => node.to_string(),
            };
            let node = nodes.entry(id.clone()).or_insert_with(|| {
                let mut node = Map::new();
                node.insert("@id".to_owned(), json!(id));
                node
            });
            let (key, value) = if triple.predicate.as_ref() == rdf::TYPE {
                let class = match &triple.object {
                    Term::NamedNode(class) => compact(class.as_str()),
                    other => other.to_string(),
                };
                ("@type".to_owned(), json!(class))
            } else {
                let value = match &triple.object {
                    Term::NamedNode(node) => json!({"@id": node.as_str()}),
                    Term::BlankNode(node) => json!({"@id": node.to_string()}),
                    Term::Literal(literal) => match literal.language() {
                        Some(language) => json!({"@value": literal.value(), "@language": language}),
                        None if literal.datatype() == xsd::STRING => json!(literal.value()),
                        None => json!({"@value": literal.value(), "@type": compact(literal.datatype().as_str())}),
                    },
                };
                (compact(triple.predicate.as_str()), value)
            };
            match node.entry(key).or_insert_with(|| json!([])) {
                Value::Array(list) => list.push(value),
                _ => unreachable!("every key holds a list"),
            }
        }
        let context: Map<String, Value> = PREFIXES.iter().map(|(prefix, iri)| ((*prefix).to_owned(), json!(iri))).collect();
        let graph: Vec<Value> = nodes.into_values().map(Value::Object).collect();
        let text = serde_json::to_string_pretty(&json!({"@context": context, "@graph": graph})).unwrap_or_default();
        format!("{}\n", ascii(&text)).into_bytes()
    }
}

/// An IRI by its prefix.
fn compact(iri: &str) -> String {
    match PREFIXES.iter().find_map(|(prefix, base)| Some((prefix, iri.strip_prefix(base)?))) {
        Some((prefix, local)) => format!("{prefix}:{local}"),
        None => iri.to_owned(),
    }
}

/// Characters above ASCII as `\uXXXX`: in JSON as UTF-16 units, which Turtle's `\uXXXX` and `\UXXXXXXXX` read alike for the basic
/// plane; beyond it Turtle needs the long form.
fn ascii(text: &str) -> String {
    let json = text.trim_start().starts_with('{');
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() {
            out.push(c);
        } else if json || u32::from(c) <= 0xffff {
            for unit in c.encode_utf16(&mut [0; 2]) {
                out.push_str(&format!("\\u{unit:04X}"));
            }
        } else {
            out.push_str(&format!("\\U{:08X}", u32::from(c)));
        }
    }
    out
}

/// An address as an IRI, if it is one.
fn iri(address: &str) -> Option<NamedNode> {
    NamedNode::new(address).ok()
}

/// Languages in the authority table of the EU Publications Office, by their ISO 639-1 code.
const LANGUAGES: &[(&str, &str)] = &[
    ("fr", "language/FRA"),
    ("en", "language/ENG"),
    ("es", "language/SPA"),
    ("ca", "language/CAT"),
    ("eu", "language/EUS"),
    ("gl", "language/GLG"),
    ("oc", "language/OCI"),
    ("br", "language/BRE"),
    ("de", "language/DEU"),
    ("it", "language/ITA"),
    ("pt", "language/POR"),
    ("nl", "language/NLD"),
    ("ar", "language/ARA"),
];

fn describe(graph: &mut Graph, base: &str, subjects: &[Subject<'_>], published: &[Published], publication: &Publication<'_>, words: &Words) {
    let config = publication.config;
    let Some(catalogue) = iri(&format!("{base}catalog.ttl#catalog")) else { return };
    graph.class(catalogue.clone(), "dcat:Catalog");
    graph.text(catalogue.clone(), "dct:title", &config.title);
    graph.text(catalogue.clone(), "dct:description", if config.description.is_empty() { &config.title } else { &config.description });
    if let Some(home) = iri(base) {
        graph.class(home.clone(), "foaf:Document");
        graph.add(catalogue.clone(), "foaf:homepage", home);
    }
    let language = LANGUAGES.iter().find(|(code, _)| *code == config.language.primary()).map(|(_, authority)| *authority);
    if let Some(language) = language {
        graph.authority(catalogue.clone(), "dct:language", language, "dct:LinguisticSystem");
    }
    let publisher = iri(&format!("{base}catalog.ttl#publisher"));
    let publisher = publisher.filter(|_| !config.publisher.name.is_empty());
    if let Some(agent) = &publisher {
        graph.class(agent.clone(), "foaf:Agent");
        graph.text(agent.clone(), "foaf:name", &config.publisher.name);
        if let Some(home) = config.publisher.url.as_deref().and_then(iri) {
            graph.class(home.clone(), "foaf:Document");
            graph.add(agent.clone(), "foaf:homepage", home);
        }
        graph.add(catalogue.clone(), "dct:publisher", agent.clone());
    }
    let licence = config.licence.as_deref().and_then(Licence::find);
    let licence = licence.and_then(|licence| {
        let node = iri(&licence.url)?;
        graph.class(node.clone(), "dct:LicenseDocument");
        graph.add(node.clone(), "rdfs:label", Literal::new_simple_literal(&licence.title));
        Some(node)
    });
    for (subject, published) in subjects.iter().zip(published) {
        let consultation = &subject.dossier.content.config;
        let Some(dataset) = iri(&format!("{base}{}#dataset", subject.plan.home())) else { continue };
        graph.add(catalogue.clone(), "dcat:dataset", dataset.clone());
        graph.class(dataset.clone(), "dcat:Dataset");
        graph.text(dataset.clone(), "dct:title", &consultation.title);
        let description =
            format!("{}\n\n{}", if consultation.summary.is_empty() { &consultation.title } else { &consultation.summary }, words.text("intro-data"));
        graph.text(dataset.clone(), "dct:description", &description);
        graph.add(dataset.clone(), "dct:identifier", Literal::new_simple_literal(dataset.as_str()));
        if let Some(page) = iri(&format!("{base}{}", subject.plan.file("data.html"))) {
            graph.class(page.clone(), "foaf:Document");
            graph.add(dataset.clone(), "dcat:landingPage", page);
        }
        graph.authority(dataset.clone(), "dct:accrualPeriodicity", "frequency/NEVER", "dct:Frequency");
        graph.authority(dataset.clone(), "dct:accessRights", "access-right/PUBLIC", "dct:RightsStatement");
        if let Some(language) = language {
            graph.authority(dataset.clone(), "dct:language", language, "dct:LinguisticSystem");
        }
        graph.authority(dataset.clone(), "dcat:theme", "data-theme/GOVE", "skos:Concept");
        for key in ["keyword-consultation", "keyword-participation", "keyword-democracy"] {
            graph.text(dataset.clone(), "dcat:keyword", &words.text(key));
        }
        if let Some(agent) = &publisher {
            graph.add(dataset.clone(), "dct:publisher", agent.clone());
            let contact = graph.blank();
            graph.class(contact.clone(), "vcard:Organization");
            graph.class(contact.clone(), "vcard:Kind");
            graph.text(contact.clone(), "vcard:fn", &config.publisher.name);
            if let Some(email) = config.publisher.email.as_deref().and_then(|email| iri(&format!("mailto:{email}"))) {
                graph.add(contact.clone(), "vcard:hasEmail", email);
            }
            graph.add(dataset.clone(), "dcat:contactPoint", contact);
        }
        if let Some(opened) = subject.dossier.opened {
            let period = graph.blank();
            graph.class(period.clone(), "dct:PeriodOfTime");
            graph.typed(period.clone(), "dcat:startDate", opened.date(), xsd::DATE);
            let end = subject.dossier.closed.unwrap_or(opened);
            graph.typed(period.clone(), "dcat:endDate", end.date(), xsd::DATE);
            graph.add(dataset.clone(), "dct:temporal", period);
            graph.typed(dataset.clone(), "dct:issued", end.date(), xsd::DATE);
        }
        if let Some([west, south, east, north]) = consultation.territory.as_ref().and_then(crate::archive::Territory::bbox) {
            let place = graph.blank();
            graph.class(place.clone(), "dct:Location");
            let polygon = format!("POLYGON(({west} {south}, {east} {south}, {east} {north}, {west} {north}, {west} {south}))");
            let wkt = name("geo:wktLiteral");
            graph.typed(place.clone(), "dcat:bbox", polygon, wkt.as_ref());
            graph.add(dataset.clone(), "dct:spatial", place);
        }
        for table in &published.tables {
            for file in &table.files {
                let title = format!("{} ({})", words.text(&format!("table-{}", table.name)), file.name_of_format());
                distribution(graph, base, &dataset, file, &title, &words.text(&format!("table-{}-about", table.name)), licence.as_ref());
            }
        }
        for other in published.others.iter().filter(|other| other.name != "README.md") {
            let extension = if other.name.ends_with(".csv") { "csv" } else { "json" };
            let file = FileMade { url: other.url.clone(), extension, info: FileInfo { ..other.info.clone() } };
            distribution(graph, base, &dataset, &file, other.name, &words.text(other.about), licence.as_ref());
        }
    }
}

fn distribution(graph: &mut Graph, base: &str, dataset: &NamedNode, file: &FileMade, title: &str, about: &str, licence: Option<&NamedNode>) {
    let (Some(url), Some(node)) = (iri(&format!("{base}{}", file.url)), iri(&format!("{base}{}#distribution", file.url))) else { return };
    graph.add(dataset.clone(), "dcat:distribution", node.clone());
    graph.class(node.clone(), "dcat:Distribution");
    graph.text(node.clone(), "dct:title", title);
    graph.text(node.clone(), "dct:description", about);
    graph.class(url.clone(), "rdfs:Resource");
    graph.add(node.clone(), "dcat:accessURL", url.clone());
    graph.add(node.clone(), "dcat:downloadURL", url);
    graph.typed(node.clone(), "dcat:byteSize", file.info.bytes.to_string(), xsd::NON_NEGATIVE_INTEGER);
    graph.authority(node.clone(), "dct:format", &format!("file-type/{}", file.extension.to_uppercase()), "dct:MediaTypeOrExtent");
    let media = NamedNode::new_unchecked(format!("https://www.iana.org/assignments/media-types/{}", file.media_type()));
    graph.class(media.clone(), "dct:MediaType");
    graph.add(node.clone(), "dcat:mediaType", media);
    if let Some(licence) = licence {
        graph.add(node, "dct:license", licence.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::ascii;

    #[test]
    fn only_ascii_leaves() {
        assert_eq!(ascii("{\"é😀\"}"), "{\"\\u00E9\\uD83D\\uDE00\"}");
        assert_eq!(ascii("\"é😀\""), "\"\\u00E9\\U0001F600\"");
    }
}
