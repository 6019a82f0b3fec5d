//! JSON, JSON Lines and YAML lists: nested documents, streamed one by one where the format allows.

use std::borrow::Cow;
use std::io::{BufRead, BufReader, Read};

use csv::StringRecord;
use encoding_rs::{Encoding, UTF_8};
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::encoding::{decode, detect};
use super::input::Input;
use super::table::{Format, Hints};
use super::yaml::parse_data;
use crate::diagnose::{Diagnostic, codes};

/// A file of documents.
#[derive(Debug)]
pub struct Documents {
    input: Input,
    /// JSON, JSON Lines or YAML.
    pub format: Format,
    /// Encoding.
    pub encoding: String,
    decoder: Option<&'static Encoding>,
    /// The first documents: elements of the top list, lines, or the one value.
    pub sample: Vec<Value>,
    /// The top value is one object, not a list.
    pub single: bool,
    rows: String,
}

/// A document that could not be read: its number, and why.
pub type BrokenRow = (u64, Diagnostic);

impl Documents {
    /// Whether bytes that start so are JSON rather than a table.
    pub fn looks_like(head: &[u8], extension: &str) -> Option<Format> {
        let text = String::from_utf8_lossy(head);
        let start = text.trim_start_matches('\u{feff}').trim_start();
        let json = extension == "json" || start.starts_with(['{', '[']);
        if !json {
            return None;
        }
        // JSON Lines: the first line is a whole object and another follows.
        let mut lines = start.lines().filter(|line| !line.trim().is_empty());
        let first = lines.next().is_some_and(|line| line.starts_with('{') && serde_json::from_str::<IgnoredAny>(line).is_ok());
        Some(if first && lines.next().is_some() { Format::JsonLines } else { Format::Json })
    }

    /// Reads the first documents; a damaged file is an error with line and column.
    pub fn open(input: &Input, hints: &Hints, format: Format) -> Result<Self, Diagnostic> {
        let failed = |error: std::io::Error| Diagnostic::new(codes::UNREADABLE_FILE).file(&input.name).arg("error", error.to_string());
        let detected = detect(input.reader().map_err(failed)?).map_err(failed)?;
        let encoding = match &hints.encoding {
            Some(label) => Encoding::for_label(label.as_bytes()).unwrap_or(detected.encoding),
            None => detected.encoding,
        };
        let mut documents = Self {
            input: input.clone(),
            format,
            encoding: encoding.name().to_owned(),
            decoder: (encoding != UTF_8).then_some(encoding),
            sample: Vec::new(),
            single: false,
            rows: hints.rows.clone().unwrap_or_default(),
        };
        let mut sample = Vec::new();
        let mut single = false;
        let broken = documents.visit("", &mut |number, value, alone| {
            single |= alone;
            if number <= 20 {
                sample.push(value.clone());
            }
        })?;
        if let Some((_, diagnostic)) = broken.into_iter().next().filter(|_| sample.is_empty()) {
            return Err(diagnostic);
        }
        if sample.is_empty() {
            return Err(Diagnostic::new(codes::NO_ROWS).file(&input.name));
        }
        documents.sample = sample;
        documents.single = single && format != Format::JsonLines;
        Ok(documents)
    }

    /// Name of the file.
    pub fn name(&self) -> &str {
        &self.input.name
    }

    /// Calls `f` with every document below the dotted path `rows` (or the one given in the hints), numbered from 1. Gives the
    /// documents that could not be read: in JSON Lines a damaged line costs that line only.
    pub fn each(&self, rows: &str, f: &mut dyn FnMut(u64, &Value)) -> Result<Vec<BrokenRow>, Diagnostic> {
        self.visit(rows, &mut |number, value, _| f(number, value))
    }

    fn visit(&self, rows: &str, f: &mut dyn FnMut(u64, &Value, bool)) -> Result<Vec<BrokenRow>, Diagnostic> {
        let rows = if rows.is_empty() { &self.rows } else { rows };
        let mut broken = Vec::new();
        let unreadable = |error: std::io::Error| Diagnostic::new(codes::UNREADABLE_FILE).file(&self.input.name).arg("error", error.to_string());
        let path: Vec<&str> = rows.split('.').filter(|part| !part.is_empty()).collect();
        let number = std::cell::Cell::new(0);
        let mut emit = |value: &Value, alone: bool| {
            number.set(number.get() + 1);
            f(number.get(), value, alone);
        };
        match self.format {
            Format::JsonLines => {
                for (at, line) in (1..).zip(BufReader::new(self.text().map_err(unreadable)?).lines()) {
                    let line = line.map_err(unreadable)?;
                    if line.trim().is_empty() {
                        continue;
                    }
                    match serde_json::from_str::<Value>(&line) {
                        Ok(value) => walk(&value, &path, &mut emit),
                        Err(error) => {
                            number.set(number.get() + 1);
                            broken.push((number.get(), self.json_error(&error, at - 1, &line)));
                        }
                    }
                }
            }
            Format::Yaml => {
                let mut text = String::new();
                self.text().map_err(unreadable)?.read_to_string(&mut text).map_err(unreadable)?;
                let value: Value = parse_data(&text, &self.input.name)?;
                walk(&value, &path, &mut emit);
            }
            _ => {
                let reader = BufReader::with_capacity(256 * 1024, self.text().map_err(unreadable)?);
                let mut json = serde_json::Deserializer::from_reader(reader);
                let read = Rows { path: &path, emit: &mut emit }.deserialize(&mut json).and_then(|()| json.end());
                if let Err(error) = read {
                    let line = u64::try_from(error.line()).unwrap_or(0);
                    let text = String::from_utf8_lossy(&self.input.head(4 << 20).unwrap_or_default()).into_owned();
                    let source = text.lines().nth(error.line().saturating_sub(1)).unwrap_or_default().to_owned();
                    return Err(self.json_error(&error, line.saturating_sub(1), &source));
                }
            }
        }
        Ok(broken)
    }

    fn text(&self) -> std::io::Result<Box<dyn Read + '_>> {
        let mut reader = self.input.reader()?;
        match self.decoder {
            None => {
                let mut mark = [0u8; 3];
                let mut read = 0;
                while read < 3 {
                    match reader.read(&mut mark[read..])? {
                        0 => break,
                        n => read += n,
                    }
                }
                let kept = if mark == [0xef, 0xbb, 0xbf] { Vec::new() } else { mark[..read].to_vec() };
                Ok(Box::new(std::io::Cursor::new(kept).chain(reader)))
            }
            Some(encoding) => {
                let mut bytes = Vec::new();
                reader.read_to_end(&mut bytes)?;
                Ok(Box::new(std::io::Cursor::new(decode(&bytes, encoding).trim_start_matches('\u{feff}').as_bytes().to_vec())))
            }
        }
    }

    fn json_error(&self, error: &serde_json::Error, lines_before: u64, source: &str) -> Diagnostic {
        let line = if self.format == Format::JsonLines { lines_before + 1 } else { error.line() as u64 };
        let message = error.to_string();
        let message = message.split(" at line ").next().unwrap_or_default();
        let mut diagnostic =
            Diagnostic::new(codes::BAD_JSON).file(&self.input.name).arg("error", message).arg("line", line).arg("character", error.column());
        diagnostic.place.line = Some(line);
        diagnostic.place.character = Some(error.column() as u64);
        if source.len() < 400 {
            diagnostic.snippet = Some(crate::diagnose::Snippet { text: source.to_owned() });
        }
        diagnostic
    }
}

/// Emits the value at the path, element by element if it is a list.
fn walk(value: &Value, path: &[&str], emit: &mut dyn FnMut(&Value, bool)) {
    let mut at = value;
    for part in path {
        match at.get(part) {
            Some(inner) => at = inner,
            None => return,
        }
    }
    match at {
        Value::Array(list) => list.iter().for_each(|element| emit(element, false)),
        other => emit(other, true),
    }
}

/// Walks to the rows and hands them out one by one, so that only one is in memory.
struct Rows<'a> {
    path: &'a [&'a str],
    emit: &'a mut dyn FnMut(&Value, bool),
}

impl<'de> DeserializeSeed<'de> for Rows<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Rows<'_> {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a list or an object")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        if self.path.is_empty() {
            while let Some(value) = list.next_element::<Value>()? {
                (self.emit)(&value, false);
            }
        } else {
            while list.next_element_seed(Rows { path: self.path, emit: &mut *self.emit })?.is_some() {}
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Some((first, rest)) = self.path.split_first() else {
            let mut object = serde_json::Map::new();
            while let Some((key, value)) = map.next_entry::<String, Value>()? {
                object.insert(key, value);
            }
            (self.emit)(&Value::Object(object), true);
            return Ok(());
        };
        while let Some(key) = map.next_key::<Cow<'_, str>>()? {
            if key == *first {
                map.next_value_seed(Rows { path: rest, emit: &mut *self.emit })?;
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }
    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }
    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }
    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }
    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }
    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }
}

/// Adds the column names of one document, in the order they are met.
pub(super) fn collect_headers(document: &Value, headers: &mut Vec<String>) {
    each_cell(document, "", &mut |name, _| {
        if !headers.iter().any(|header| header == name) {
            headers.push(name.to_owned());
        }
    });
}

/// Writes the cells of one document in the order of the headers.
pub(super) fn flatten_into(document: &Value, headers: &[String], record: &mut StringRecord) {
    let mut cells = vec![Cow::Borrowed(""); headers.len()];
    each_cell(document, "", &mut |name, value| {
        if let Some(at) = headers.iter().position(|header| header == name) {
            cells[at] = Cow::Owned(value.into_owned());
        }
    });
    record.clear();
    cells.iter().for_each(|cell| record.push_field(cell));
}

fn each_cell(value: &Value, prefix: &str, f: &mut dyn FnMut(&str, Cow<'_, str>)) {
    let Value::Object(object) = value else {
        f(if prefix.is_empty() { "value" } else { prefix }, scalar(value));
        return;
    };
    for (key, inner) in object {
        let name = if prefix.is_empty() { key.clone() } else { format!("{prefix}/{key}") };
        match inner {
            Value::Object(_) => each_cell(inner, &name, f),
            Value::Array(list) => {
                f(&name, Cow::Owned(list.iter().map(scalar).filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(", ")));
            }
            plain => f(&name, scalar(plain)),
        }
    }
}

/// A plain value as a cell; nested ones as JSON.
pub fn scalar(value: &Value) -> Cow<'_, str> {
    match value {
        Value::Null => Cow::Borrowed(""),
        Value::String(text) => Cow::Borrowed(text),
        other => Cow::Owned(other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open(name: &str, text: &str) -> Result<Documents, Diagnostic> {
        let input = Input::memory(name, text.as_bytes());
        let format = match name {
            "a.yaml" => Format::Yaml,
            _ => Documents::looks_like(text.as_bytes(), "json").unwrap(),
        };
        Documents::open(&input, &Hints::default(), format)
    }

    fn rows(documents: &Documents, path: &str) -> Vec<String> {
        let mut found = Vec::new();
        documents.each(path, &mut |_, value| found.push(value.to_string())).unwrap();
        found
    }

    #[test]
    fn arrays_objects_paths_and_lines() {
        assert_eq!(rows(&open("a.json", "[{\"a\":1},{\"a\":2}]").unwrap(), ""), ["{\"a\":1}", "{\"a\":2}"]);
        assert_eq!(rows(&open("a.json", "\u{feff}{\"x\":{\"rows\":[1,2]},\"y\":3}").unwrap(), "x.rows"), ["1", "2"]);
        assert_eq!(rows(&open("a.jsonl", "{\"a\":1}\n\n{\"a\":2}\n").unwrap(), ""), ["{\"a\":1}", "{\"a\":2}"]);
        assert_eq!(rows(&open("a.yaml", "- a: \"1\"\n- a: 012\n").unwrap(), ""), ["{\"a\":\"1\"}", "{\"a\":\"012\"}"]);
    }

    #[test]
    fn damage_is_told_with_line_and_column() {
        let error = open("a.json", "{\n \"a\": <null>\n}").unwrap_err();
        assert_eq!((error.code.id, error.place.line), ("bad-json", Some(2)));
    }

    #[test]
    fn flat_documents_become_a_table() {
        let documents = open("a.json", "[{\"id\":1,\"title\":{\"fr\":\"a\"}},{\"id\":2,\"tags\":[\"x\",\"y\"]}]").unwrap();
        let table = super::super::table::Table::from_documents(documents).unwrap();
        assert_eq!(table.headers, ["id", "title/fr", "tags"]);
        assert_eq!(table.sample[1].iter().collect::<Vec<_>>(), ["2", "", "x, y"]);
    }
}
