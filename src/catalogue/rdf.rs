//! Triples, and the three forms they are written in. All in ASCII: readers guess encodings (udata takes the character set that the
//! server's headers suggest).

use std::collections::BTreeMap;
use std::fmt::Write;

use oxrdf::vocab::{rdf, xsd};
use oxrdf::{BlankNode, Literal, NamedNode, NamedNodeRef, NamedOrBlankNode, Term, Triple};
use oxttl::TurtleSerializer;
use serde_json::{Map, Value, json};

/// Prefixes of all files.
const PREFIXES: &[(&str, &str)] = &[
    ("adms", "http://www.w3.org/ns/adms#"),
    ("dcat", "http://www.w3.org/ns/dcat#"),
    ("dcatap", "http://data.europa.eu/r5r/"),
    ("dct", "http://purl.org/dc/terms/"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("geo", "http://www.opengis.net/ont/geosparql#"),
    ("locn", "http://www.w3.org/ns/locn#"),
    ("hydra", "http://www.w3.org/ns/hydra/core#"),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("spdx", "http://spdx.org/rdf/terms#"),
    ("vcard", "http://www.w3.org/2006/vcard/ns#"),
    ("void", "http://rdfs.org/ns/void#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// Triples being gathered.
pub struct Graph {
    triples: Vec<Triple>,
    blanks: u32,
    language: String,
}

/// An IRI from a prefixed name; names are constants of this folder, so they are sound.
pub fn name(prefixed: &str) -> NamedNode {
    let (prefix, local) = prefixed.split_once(':').unwrap_or(("", prefixed));
    let base = PREFIXES.iter().find(|(known, _)| *known == prefix).map_or("", |(_, iri)| iri);
    NamedNode::new_unchecked(format!("{base}{local}"))
}

/// An address as an IRI, if it is one.
pub fn iri(address: &str) -> Option<NamedNode> {
    NamedNode::new(address).ok()
}

impl Graph {
    /// An empty graph whose texts are in this language.
    pub fn new(language: &str) -> Self {
        Self { triples: Vec::new(), blanks: 0, language: language.to_owned() }
    }

    /// A new node without a name.
    pub fn blank(&mut self) -> BlankNode {
        self.blanks += 1;
        BlankNode::new_unchecked(format!("b{}", self.blanks))
    }

    /// A triple.
    pub fn add(&mut self, subject: impl Into<NamedOrBlankNode>, predicate: &str, object: impl Into<Term>) {
        self.triples.push(Triple::new(subject, name(predicate), object));
    }

    /// What a node is.
    pub fn class(&mut self, subject: impl Into<NamedOrBlankNode>, class: &str) {
        self.triples.push(Triple::new(subject, rdf::TYPE, name(class)));
    }

    /// A named node with its class, as the object of a triple: shapes are tested without inference.
    pub fn node(&mut self, subject: impl Into<NamedOrBlankNode>, predicate: &str, object: NamedNode, class: &str) {
        self.class(object.clone(), class);
        self.add(subject, predicate, object);
    }

    /// A text in the graph's language.
    pub fn text(&mut self, subject: impl Into<NamedOrBlankNode>, predicate: &str, text: &str) {
        if !text.is_empty() {
            let literal = Literal::new_language_tagged_literal_unchecked(text, self.language.clone());
            self.add(subject, predicate, literal);
        }
    }

    /// A text without language.
    pub fn plain(&mut self, subject: impl Into<NamedOrBlankNode>, predicate: &str, text: &str) {
        self.add(subject, predicate, Literal::new_simple_literal(text));
    }

    /// A typed value.
    pub fn typed(&mut self, subject: impl Into<NamedOrBlankNode>, predicate: &str, value: impl Into<String>, datatype: NamedNodeRef<'_>) {
        self.add(subject, predicate, Literal::new_typed_literal(value, datatype));
    }

    /// The triples in a fixed order.
    fn sorted(&self) -> Vec<&Triple> {
        let mut triples: Vec<&Triple> = self.triples.iter().collect();
        triples.sort_by_cached_key(|triple| (triple.subject.to_string(), triple.predicate.to_string(), triple.object.to_string()));
        triples.dedup();
        triples
    }

    /// Turtle.
    pub fn turtle(&self) -> Vec<u8> {
        let mut serializer = TurtleSerializer::new();
        for (prefix, iri) in self.used() {
            serializer = match serializer.clone().with_prefix(prefix, iri) {
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
        ascii(&String::from_utf8_lossy(&bytes), |out, c| match u32::from(c) {
            code @ ..=0xffff => write!(out, "\\u{code:04X}"),
            code => write!(out, "\\U{code:08X}"),
        })
    }

    /// JSON-LD with its context inside: a remote one would have to be fetched.
    pub fn json_ld(&self) -> Vec<u8> {
        let mut nodes: BTreeMap<String, Map<String, Value>> = BTreeMap::new();
        for triple in self.sorted() {
            let id = node_id(&triple.subject);
            let node = nodes.entry(id.clone()).or_insert_with(|| Map::from_iter([("@id".to_owned(), json!(id))]));
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
                _ => unreachable!("every key but @id holds a list, and no predicate is called @id"),
            }
        }
        let context: Map<String, Value> = self.used().map(|(prefix, iri)| (prefix.to_owned(), json!(iri))).collect();
        let graph: Vec<Value> = nodes.into_values().map(Value::Object).collect();
        let text = serde_json::to_string_pretty(&json!({"@context": context, "@graph": graph})).unwrap_or_default();
        let mut bytes = ascii(&text, |out, c| c.encode_utf16(&mut [0; 2]).iter().try_for_each(|unit| write!(out, "\\u{unit:04X}")));
        bytes.push(b'\n');
        bytes
    }

    /// RDF/XML: one description a node.
    pub fn xml(&self) -> Vec<u8> {
        let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rdf:RDF");
        for (prefix, iri) in self.used().filter(|(prefix, _)| *prefix != "rdf") {
            let _ = write!(xml, " xmlns:{prefix}=\"{iri}\"");
        }
        xml.push_str(" xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n");
        let mut subject: Option<&NamedOrBlankNode> = None;
        for triple in self.sorted() {
            if subject != Some(&triple.subject) {
                if subject.is_some() {
                    xml.push_str("  </rdf:Description>\n");
                }
                match &triple.subject {
                    NamedOrBlankNode::NamedNode(node) => writeln!(xml, "  <rdf:Description rdf:about=\"{}\">", escaped(node.as_str())),
                    NamedOrBlankNode::BlankNode(node) => writeln!(xml, "  <rdf:Description rdf:nodeID=\"{}\">", node.as_str()),
                }
                .unwrap_or_default();
                subject = Some(&triple.subject);
            }
            let predicate = compact(triple.predicate.as_str());
            let written = match &triple.object {
                Term::NamedNode(node) => writeln!(xml, "    <{predicate} rdf:resource=\"{}\"/>", escaped(node.as_str())),
                Term::BlankNode(node) => writeln!(xml, "    <{predicate} rdf:nodeID=\"{}\"/>", node.as_str()),
                Term::Literal(literal) => {
                    let attribute = match literal.language() {
                        Some(language) => format!(" xml:lang=\"{language}\""),
                        None if literal.datatype() == xsd::STRING => String::new(),
                        None => format!(" rdf:datatype=\"{}\"", literal.datatype().as_str()),
                    };
                    writeln!(xml, "    <{predicate}{attribute}>{}</{predicate}>", escaped(literal.value()))
                }
            };
            // Writing to a string cannot fail.
            debug_assert!(written.is_ok());
        }
        if subject.is_some() {
            xml.push_str("  </rdf:Description>\n");
        }
        xml.push_str("</rdf:RDF>\n");
        ascii(&xml, |out, c| write!(out, "&#{};", u32::from(c)))
    }

    /// The prefixes that some triple uses.
    fn used(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let mut used: Vec<bool> = vec![false; PREFIXES.len()];
        let mut note = |iri: &str| {
            if let Some(at) = PREFIXES.iter().position(|(_, base)| iri.starts_with(base)) {
                used[at] = true;
            }
        };
        for triple in &self.triples {
            note(triple.predicate.as_str());
            match &triple.object {
                Term::NamedNode(node) => note(node.as_str()),
                Term::Literal(literal) => note(literal.datatype().as_str()),
                Term::BlankNode(_) => {}
            }
        }
        PREFIXES.iter().zip(used).filter_map(|(prefix, used)| used.then_some(*prefix))
    }
}

fn node_id(node: &NamedOrBlankNode) -> String {
    match node {
        NamedOrBlankNode::NamedNode(node) => node.as_str().to_owned(),
        NamedOrBlankNode::BlankNode(node) => node.to_string(),
    }
}

/// An IRI by its prefix.
fn compact(iri: &str) -> String {
    match PREFIXES.iter().find_map(|(prefix, base)| Some((prefix, iri.strip_prefix(base)?))) {
        Some((prefix, local)) => format!("{prefix}:{local}"),
        None => iri.to_owned(),
    }
}

/// Text in XML, in content and attributes alike.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\r' => out.push_str("&#13;"),
            c => out.push(c),
        }
    }
    out
}

/// Bytes of a text whose characters above ASCII are written in another way.
fn ascii(text: &str, other: impl Fn(&mut String, char) -> std::fmt::Result) -> Vec<u8> {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    for c in text.chars() {
        if c.is_ascii() {
            out.push(c);
        } else {
            // Writing to a string cannot fail.
            let _ = other(&mut out, c);
        }
    }
    out.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn graph() -> Graph {
        let mut graph = Graph::new("fr");
        let node = NamedNode::new_unchecked("https://example.org/#a");
        graph.class(node.clone(), "dcat:Dataset");
        graph.text(node.clone(), "dct:title", "Été 😀 <&\"\r\n'");
        let blank = graph.blank();
        graph.typed(blank.clone(), "dcat:startDate", "2024-01-01", xsd::DATE);
        graph.add(node, "dct:temporal", blank);
        graph
    }

    #[test]
    fn every_form_is_ascii_and_says_the_same() {
        let graph = graph();
        for bytes in [graph.turtle(), graph.json_ld(), graph.xml()] {
            assert!(bytes.is_ascii());
        }
        let turtle: Vec<Triple> = oxttl::TurtleParser::new().for_slice(&graph.turtle()).collect::<Result<_, _>>().unwrap();
        let json: Vec<_> = oxjsonld::JsonLdParser::new().for_slice(&graph.json_ld()).collect::<Result<Vec<_>, _>>().unwrap();
        assert_eq!((turtle.len(), json.len()), (4, 4));
        assert!(turtle.iter().any(|triple| triple.object.to_string().contains("Été 😀")));
        let xml = String::from_utf8(graph.xml()).unwrap();
        assert!(xml.contains("<dct:title xml:lang=\"fr\">&#201;t&#233; &#128512; &lt;&amp;&quot;&#13;\n'</dct:title>"), "{xml}");
    }
}
