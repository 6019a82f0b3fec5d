//! XML as documents: attributes are `@name`, child elements stand by name, repeated ones are a list, an element with nothing but
//! text is a string, text beside children is `#text`. Names keep their prefix. Document types and entities of one's own are refused:
//! exports need none, and they are how a small file becomes a large one or reads others.

use std::io::{self, BufRead};

use encoding_rs::{Encoding, UTF_8};
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use serde_json::{Map, Value};

use super::Limits;
use super::encoding::Detected;
use super::limits::Meter;

/// Why a file is no XML, and at which byte of its text.
#[derive(Debug)]
pub(super) struct XmlFault {
    pub offset: u64,
    pub why: Why,
}

/// What is wrong.
#[derive(Debug)]
pub(super) enum Why {
    Read(io::Error),
    /// What the library says.
    Syntax(String),
    DocumentType,
    Entity(String),
    /// An element that is not closed.
    Open(String),
    /// Text or a second element outside the first.
    Outside,
    Deep,
}

/// The encoding of an XML file: its declaration decides where the bytes leave a doubt.
pub(super) fn encoding(head: &[u8], detected: Detected) -> Detected {
    let declared = declaration(head).and_then(|declaration| {
        let value = declaration.split_once("encoding")?.1.trim_start().strip_prefix('=')?.trim_start();
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        Encoding::for_label(value[1..].split(quote).next()?.trim().as_bytes())
    });
    match declared {
        // Valid UTF-8 is no accident, whatever is declared; ISO-2022-JP looks like ASCII.
        Some(encoding) if encoding != UTF_8 && detected.mark == 0 && (!detected.certain || encoding.name() == "ISO-2022-JP") => {
            Detected::new(encoding, true, 0)
        }
        _ => detected,
    }
}

fn declaration(head: &[u8]) -> Option<&str> {
    let end = head.iter().take(400).position(|&byte| byte == b'>')?;
    std::str::from_utf8(&head[..end]).ok().filter(|text| text.starts_with("<?xml"))
}

/// An element that is being read.
struct Element {
    name: String,
    inside: Map<String, Value>,
    text: String,
}

impl Element {
    fn finish(mut self) -> Value {
        let text = self.text.trim();
        if self.inside.is_empty() {
            return Value::String(text.to_owned());
        }
        if !text.is_empty() {
            self.inside.insert("#text".to_owned(), Value::String(text.to_owned()));
        }
        Value::Object(self.inside)
    }
}

/// Reads `{"<root>": content}`.
pub(super) fn parse(text: impl BufRead, limits: &Limits, meter: &Meter) -> Result<Value, XmlFault> {
    let mut reader = Reader::from_reader(text);
    reader.config_mut().expand_empty_elements = true;
    let mut buffer = Vec::new();
    let mut open: Vec<Element> = Vec::new();
    let mut root: Option<(String, Value)> = None;
    loop {
        meter.reset();
        buffer.clear();
        let offset = reader.buffer_position();
        let fault = |why| XmlFault { offset, why };
        let event = match reader.read_event_into(&mut buffer) {
            Ok(event) => event,
            Err(error) => {
                let why = match error {
                    quick_xml::Error::Io(error) => Why::Read(unwrapped(error)),
                    other => Why::Syntax(other.to_string()),
                };
                return Err(XmlFault { offset: reader.error_position(), why });
            }
        };
        match event {
            Event::Start(start) => {
                if open.is_empty() && root.is_some() {
                    return Err(fault(Why::Outside));
                }
                if open.len() as u64 + 1 >= limits.depth {
                    return Err(fault(Why::Deep));
                }
                open.push(begin(&start).map_err(fault)?);
            }
            Event::End(_) => {
                let Some(element) = open.pop() else { return Err(fault(Why::Outside)) };
                let name = element.name.clone();
                let value = element.finish();
                match open.last_mut() {
                    Some(parent) => add(&mut parent.inside, name, value),
                    None => root = Some((name, value)),
                }
            }
            Event::Text(text) => match open.last_mut() {
                Some(element) => element.text.push_str(&text.xml10_content()),
                None if text.trim().is_empty() || &*text == "\u{feff}" => {}
                None => {
                    let blanks = text.len() - text.trim_start().len();
                    return Err(XmlFault { offset: offset + blanks as u64, why: Why::Outside });
                }
            },
            Event::CData(text) => match open.last_mut() {
                Some(element) => element.text.push_str(&text.xml10_content()),
                None => return Err(fault(Why::Outside)),
            },
            Event::GeneralRef(name) => {
                let Some(element) = open.last_mut() else { return Err(fault(Why::Outside)) };
                match name.resolve_char_ref() {
                    Ok(Some(letter)) => element.text.push(letter),
                    Ok(None) => match quick_xml::escape::resolve_predefined_entity(&name) {
                        Some(text) => element.text.push_str(text),
                        None => return Err(fault(Why::Entity(name.to_string()))),
                    },
                    Err(error) => return Err(fault(Why::Syntax(error.to_string()))),
                }
            }
            Event::DocType(_) => return Err(fault(Why::DocumentType)),
            Event::Eof => break,
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
    }
    let offset = reader.buffer_position();
    if let Some(element) = open.pop() {
        return Err(XmlFault { offset, why: Why::Open(element.name) });
    }
    let (name, value) = root.ok_or(XmlFault { offset, why: Why::Open(String::new()) })?;
    Ok(Value::Object(Map::from_iter([(name, value)])))
}

/// The error inside the Arc, which nobody else holds.
fn unwrapped(error: std::sync::Arc<io::Error>) -> io::Error {
    std::sync::Arc::try_unwrap(error).unwrap_or_else(|error| io::Error::new(error.kind(), error.to_string()))
}

fn begin(start: &BytesStart<'_>) -> Result<Element, Why> {
    let mut inside = Map::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| Why::Syntax(error.to_string()))?;
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|error| Why::Syntax(error.to_string()))?;
        inside.insert(format!("@{}", attribute.key.as_ref()), Value::String(value.into_owned()));
    }
    Ok(Element { name: start.name().as_ref().to_owned(), inside, text: String::new() })
}

fn add(object: &mut Map<String, Value>, name: String, value: Value) {
    match object.get_mut(&name) {
        // The content of an element is never a list: this one was made here.
        Some(Value::Array(list)) => list.push(value),
        Some(first) => *first = Value::Array(vec![first.take(), value]),
        None => {
            object.insert(name, value);
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::diagnose::Diagnostic;
    use crate::read::{Hints, Input, Opened, open};

    fn read(bytes: &[u8]) -> Result<Value, Diagnostic> {
        match open(&Input::memory("a.xml", bytes), &Hints::default())? {
            Opened::Documents(documents) => Ok(documents.sample[0].clone()),
            Opened::Table(table) => panic!("{:?}", table.headers),
        }
    }

    #[test]
    fn elements_attributes_lists_and_text() {
        let text = "\u{feff}<?xml version=\"1.0\"?>\n<!-- x -->\n<requests page=\"1\">\n <request><id>1</id><title>A &amp; b &#233;</title><empty/></request>\n \
            <request id='2'>Bonjour <b>à</b> tous<![CDATA[ <ici> ]]></request>\n <x:note>n</x:note>\n</requests>\n";
        let wanted = json!({"requests": {"@page": "1", "request": [
            {"id": "1", "title": "A & b é", "empty": ""},
            {"@id": "2", "b": "à", "#text": "Bonjour  tous <ici>"},
        ], "x:note": "n"}});
        assert_eq!(read(text.as_bytes()).unwrap(), wanted);
    }

    #[test]
    fn the_declared_encoding_is_used_unless_the_bytes_say_otherwise() {
        let latin = "<?xml version='1.0' encoding='ISO-8859-1'?><a>Où</a>";
        let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(latin);
        for bytes in [&bytes[..], latin.as_bytes()] {
            assert_eq!(read(bytes).unwrap(), json!({"a": "Où"}));
        }
        let greek = "<?xml version=\"1.0\" encoding=\"iso-8859-7\"?><a>Ωδή</a>";
        let (bytes, _, _) = encoding_rs::ISO_8859_7.encode(greek);
        assert_eq!(read(&bytes).unwrap(), json!({"a": "Ωδή"}));
        let utf16: Vec<u8> = "\u{feff}<?xml version='1.0' encoding='utf-16'?><a>Où</a>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(read(&utf16).unwrap(), json!({"a": "Où"}));
    }

    #[test]
    fn faults_have_line_and_character() {
        for (text, code, line) in [
            ("<a>\n <b></c>\n</a>", "bad-xml", 2),
            ("<a>\n <b>", "bad-xml", 2),
            ("<a/>\n<b/>", "bad-xml", 2),
            ("<a/>\ntext", "bad-xml", 2),
            ("<a>\n&nbsp;</a>", "bad-xml", 2),
            ("<a>\n<b c=d/></a>", "bad-xml", 2),
            ("<a>\n<b c='1' c='2'/></a>", "bad-xml", 2),
            ("<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "bad-xml", 2),
        ] {
            let error = read(text.as_bytes()).unwrap_err();
            assert_eq!((error.code.id, error.place.line), (code, Some(line)), "{text}: {error:?}");
            assert!(error.place.character.is_some(), "{text}");
        }
        let deep = format!("{}{}", "<a>\n".repeat(100), "</a>".repeat(100));
        let error = read(deep.as_bytes()).unwrap_err();
        assert_eq!((error.code.id, error.place.line), ("depth-limit", Some(64)));
    }

    #[test]
    fn web_pages_are_no_exports() {
        for text in ["<!DOCTYPE html><p>x", "\n<html lang=fr>", "<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC 'x'><html/>", "<!-- x --><HTML>"] {
            assert_eq!(read(text.as_bytes()).unwrap_err().code.id, "web-page", "{text}");
        }
    }
}
