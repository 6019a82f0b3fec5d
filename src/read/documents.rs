//! JSON, JSON Lines, YAML, XML and ballots: nested documents, streamed one by one where the format allows.

use std::cell::Cell;
use std::io::{self, BufRead, BufReader};
use std::rc::Rc;

use serde::de::{DeserializeSeed, IgnoredAny};
use serde_json::Value;

use super::Limits;
use super::ballots;
use super::encoding::Detected;
use super::flat::{Columns, too_large};
use super::input::Input;
use super::json::{Duplicate, Node, Rows, State, VALUES, walk};
use super::limits::{Meter, cell_limit, fault, row_limit};
use super::mend::{self, Mend, Mended};
use super::rewrite::Rewritten;
use super::table::{Format, Hints, SAMPLE_ROWS};
use super::yaml::parse_nested;
use super::{text, xml};
use crate::diagnose::{Diagnostic, Snippet, codes};

/// A file of documents.
#[derive(Debug)]
pub struct Documents {
    input: Input,
    /// How they are written.
    pub format: Format,
    /// Encoding.
    pub encoding: String,
    detected: Detected,
    limits: Limits,
    /// The first documents: elements of the top list, lines, or the one value.
    pub sample: Vec<Value>,
    /// The top value is one object, not a list.
    pub single: bool,
    /// Things to say about the file as a whole.
    pub remarks: Vec<Diagnostic>,
    /// Names of the columns, were the documents a table.
    columns: Vec<String>,
    rows: String,
    /// The text holds what is no JSON and can be mended.
    mend: bool,
}

/// A text of JSON, and the count of what is mended in it.
type Json<'a> = (Box<dyn BufRead + 'a>, Rc<Cell<Mended>>);

/// A document that could not be read: its number, and why.
pub type BrokenRow = (u64, Diagnostic);

/// What reading notes beside the documents.
#[derive(Default)]
struct Noted {
    duplicates: u64,
    /// The first of them, with its line and character.
    duplicate: Option<(String, u64, u64)>,
    mended: Mended,
}

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

    /// Reads the first documents. A damaged file is an error with line and column, unless documents stand before the damage: then
    /// they are kept, and the damage is told when the documents are read.
    pub fn open(input: &Input, hints: &Hints, format: Format) -> Result<Self, Diagnostic> {
        let mut remarks = Vec::new();
        let mut detected = text::encoding_of(input, hints, &mut remarks)?;
        if format == Format::Xml && hints.encoding.is_none() {
            let head = input.head(1024).map_err(|error| fault(&input.name, &error))?;
            detected = xml::encoding(&head, detected);
            remarks.retain(|remark| remark.code != codes::ENCODING_GUESSED || !detected.certain);
        }
        if !detected.certain && !detected.dos && detected.encoding == encoding_rs::UTF_8 {
            remarks.push(Diagnostic::new(codes::ENCODING_MIXED).file(&input.name));
        }
        let mut documents = Self {
            input: input.clone(),
            format,
            encoding: detected.name().to_owned(),
            detected,
            limits: hints.limits,
            sample: Vec::new(),
            single: false,
            remarks,
            columns: Vec::new(),
            rows: hints.rows.clone().unwrap_or_default(),
            mend: false,
        };
        if matches!(format, Format::Json | Format::JsonLines) {
            let text = text::reader(input, detected, true).map_err(|error| fault(&input.name, &error))?;
            documents.mend = mend::is_needed(text).map_err(|error| fault(&input.name, &error))?;
        }
        let (mut sample, mut columns, mut single) = (Vec::new(), Columns::default(), false);
        let mut noted = Noted::default();
        let broken = documents.visit("", &mut noted, &mut |_, value, alone| {
            single |= alone;
            if sample.len() < SAMPLE_ROWS {
                sample.push(value.clone());
            }
            if !alone {
                columns.add(value, hints.limits.columns);
            }
        });
        if sample.is_empty() {
            // What is wrong with the first document is wrong with the file.
            let why = broken.map_or_else(Some, |broken| broken.into_iter().next().map(|(_, diagnostic)| diagnostic));
            return Err(why.unwrap_or_else(|| Diagnostic::new(codes::NO_ROWS).file(&input.name)));
        }
        if let Some((key, line, character)) = noted.duplicate {
            let mut remark = Diagnostic::new(codes::DUPLICATE_KEY).file(&input.name).column(&key).count(noted.duplicates);
            remark.place.line = Some(line);
            remark.place.character = Some(character);
            documents.remarks.push(remark.arg("key", key).arg("line", line).arg("character", character));
        }
        for (what, count) in [("numbers", noted.mended.numbers), ("halves", noted.mended.halves)] {
            if count > 0 {
                documents.remarks.push(Diagnostic::new(codes::JSON_MENDED).file(&input.name).count(count).arg("what", what));
            }
        }
        documents.sample = sample;
        documents.columns = columns.names;
        documents.single = single;
        Ok(documents)
    }

    /// Name of the file.
    pub fn name(&self) -> &str {
        &self.input.name
    }

    /// What its texts and rows may cost.
    pub(super) fn limits(&self) -> &Limits {
        &self.limits
    }

    /// Names of the columns, were the documents a table: one more than the limit where there are too many.
    pub(super) fn columns(&self) -> Vec<String> {
        let mut columns = Columns::default();
        if !self.single {
            return self.columns.clone();
        }
        self.sample.iter().for_each(|document| columns.add(document, self.limits.columns));
        columns.names
    }

    /// Where a single object holds its rows: the dotted paths of its lists of objects, and the names of what else stands at its top.
    pub fn lists(&self) -> (Vec<String>, Vec<String>) {
        let (mut lists, mut others) = (Vec::new(), Vec::new());
        if self.single
            && let Some(Value::Object(top)) = self.sample.first()
        {
            for (key, value) in top {
                let before = lists.len();
                lists_below(value, key, 0, &mut lists);
                if lists.len() == before {
                    others.push(key.clone());
                }
            }
        }
        (lists, others)
    }

    /// Where each of several documents holds a list of objects: the paths of such lists.
    pub fn lists_within(&self) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        for document in self.sample.iter().filter_map(Value::as_object) {
            for (key, value) in document {
                let mut below = Vec::new();
                lists_below(value, key, 0, &mut below);
                found.extend(below.into_iter().filter(|path| !found.contains(path)).collect::<Vec<_>>());
            }
        }
        found
    }

    /// Cells that the documents have themselves, at most.
    pub fn own_cells(&self) -> usize {
        self.sample
            .iter()
            .filter_map(Value::as_object)
            .map(|document| document.values().filter(|value| !value.is_array() && !value.is_object()).count())
            .max()
            .unwrap_or(0)
    }

    /// Keys that the documents have themselves: those of no list and no object.
    pub fn own_keys(&self) -> impl Iterator<Item = &str> {
        let documents = self.sample.iter().filter_map(Value::as_object);
        documents.flatten().filter(|(_, value)| !value.is_array() && !value.is_object()).map(|(key, _)| key.as_str())
    }

    /// Calls `f` with every document below the dotted path `rows` (or the one given in the hints), numbered from 1. Gives the
    /// documents that could not be read: in JSON Lines a damaged line costs that line only. Where a file breaks off, the documents
    /// before the break have been handed out, and the break is the error.
    pub fn each(&self, rows: &str, f: &mut dyn FnMut(u64, &Value)) -> Result<Vec<BrokenRow>, Diagnostic> {
        self.visit(rows, &mut Noted::default(), &mut |number, value, _| f(number, value))
    }

    fn visit(&self, rows: &str, noted: &mut Noted, f: &mut dyn FnMut(u64, &Value, bool)) -> Result<Vec<BrokenRow>, Diagnostic> {
        let rows = if rows.is_empty() { &self.rows } else { rows };
        let path: Vec<&str> = rows.split('.').filter(|part| !part.is_empty()).collect();
        let opening = self.sample.is_empty();
        let limits = &self.limits;
        let broken = std::cell::RefCell::new(Vec::new());
        let number = Cell::new(0);
        let mut emit = |value: &Value, alone: bool| {
            number.set(number.get() + 1);
            if number.get() > limits.rows {
                return;
            }
            // One object that is the whole file is no row yet when the file is opened: which part of it is one, the profile knows.
            match too_large(value, "", limits.cell).filter(|_| !(alone && opening)) {
                None => f(number.get(), value, alone),
                Some((key, size)) => broken.borrow_mut().push((number.get(), cell_limit(self.name(), number.get(), key, size, limits))),
            }
        };
        let read = if self.single && self.rows.is_empty() {
            // The one document is in memory already.
            self.sample.iter().for_each(|document| walk(document, &path, &mut emit));
            Ok(())
        } else {
            let mut skip = |diagnostic| {
                number.set(number.get() + 1);
                broken.borrow_mut().push((number.get(), diagnostic));
            };
            self.read(&path, noted, &mut emit, &mut skip)
        };
        let mut broken = broken.into_inner();
        if number.get() > limits.rows {
            broken.push((limits.rows + 1, row_limit(self.name(), number.get() - limits.rows, limits)));
        }
        match read {
            Ok(()) => Ok(broken),
            Err(diagnostic) if broken.is_empty() => Err(diagnostic),
            // Those set aside before the break must not be lost with it.
            Err(diagnostic) => {
                broken.push((0, diagnostic));
                Ok(broken)
            }
        }
    }

    /// Reads the file from the start; `skip` takes single documents that cannot be read.
    fn read(&self, path: &[&str], noted: &mut Noted, emit: &mut dyn FnMut(&Value, bool), skip: &mut dyn FnMut(Diagnostic)) -> Result<(), Diagnostic> {
        let failed = |error: io::Error| fault(self.name(), &error);
        let meter = Meter::new(&self.limits);
        match self.format {
            Format::JsonLines => self.lines(&meter, path, noted, emit, skip),
            Format::Yaml => {
                let text = text::whole(&self.input, self.detected).map_err(failed)?;
                walk(&parse_nested(&text, self.name(), &self.limits)?, path, emit);
                Ok(())
            }
            Format::Xml => {
                let text = text::metered(&self.input, self.detected, true, &meter).map_err(failed)?;
                let value = xml::parse(text, &self.limits, &meter).map_err(|fault| self.xml_fault(fault))?;
                walk(&value, path, emit);
                Ok(())
            }
            Format::Ballots => {
                let text = text::whole(&self.input, self.detected).map_err(failed)?;
                let value = ballots::parse(&text).map_err(|fault| {
                    let (what, value) = fault.why.words();
                    let told = Diagnostic::new(codes::BAD_BALLOTS).file(self.name()).line(fault.line, None, &text);
                    told.arg("what", what).arg("value", value).arg("line", fault.line)
                })?;
                walk(&value, path, emit);
                Ok(())
            }
            _ => {
                let (text, mended) = self.json(&meter).map_err(failed)?;
                let mut state = State { depth: self.limits.depth, meter: Some(meter), ..State::default() };
                let mut json = serde_json::Deserializer::from_reader(text);
                let read = Rows { path, depth: 0, state: &mut state, emit }.deserialize(&mut json).and_then(|()| json.end());
                noted.mended = mended.get();
                noted.duplicates = state.duplicates;
                if let Some(key) = state.duplicate.take() {
                    let (line, character) = self.duplicate(&key);
                    noted.duplicate = Some((key, line, character));
                }
                read.map_err(|error| self.json_error(error, &state, None))
            }
        }
    }

    fn lines(
        &self,
        meter: &Meter,
        path: &[&str],
        noted: &mut Noted,
        emit: &mut dyn FnMut(&Value, bool),
        skip: &mut dyn FnMut(Diagnostic),
    ) -> Result<(), Diagnostic> {
        let failed = |error: io::Error| fault(self.name(), &error);
        let (mut text, mended) = self.json(meter).map_err(failed)?;
        let mut line = Vec::new();
        let mut at = 0;
        loop {
            meter.reset();
            line.clear();
            if text.read_until(b'\n', &mut line).map_err(failed)? == 0 {
                noted.mended = mended.get();
                return Ok(());
            }
            at += 1;
            let written = line.trim_ascii();
            if written.is_empty() {
                continue;
            }
            let mut state = State { depth: self.limits.depth, ..State::default() };
            let mut json = serde_json::Deserializer::from_slice(written);
            let read = Node { state: &mut state, depth: 0 }.deserialize(&mut json).and_then(|value| json.end().map(|()| value));
            match read {
                // A line is one of many, whatever it holds.
                Ok(value) => walk(&value, path, &mut |value, _| emit(value, false)),
                Err(error) => skip(self.json_error(error, &state, Some((at, written)))),
            }
            noted.duplicates += state.duplicates;
            if let Some(key) = state.duplicate.take().filter(|_| noted.duplicate.is_none()) {
                let column =
                    Duplicate(&key).deserialize(&mut serde_json::Deserializer::from_slice(written)).map_or_else(|e| e.column() as u64, |()| 1);
                noted.duplicate = Some((key, at, column));
            }
        }
    }

    /// The text as JSON, and the count of what is mended in it.
    fn json(&self, meter: &Meter) -> io::Result<Json<'_>> {
        let text = text::metered(&self.input, self.detected, true, meter)?;
        if !self.mend {
            return Ok((Box::new(text), Rc::default()));
        }
        let mend = Mend::default();
        let mended = mend.mended();
        Ok((Box::new(BufReader::new(Rewritten::new(text, mend))), mended))
    }

    /// Line and character of the first key that stands twice.
    fn duplicate(&self, key: &str) -> (u64, u64) {
        let Ok((text, _)) = self.json(&Meter::unlimited()) else { return (1, 1) };
        match Duplicate(key).deserialize(&mut serde_json::Deserializer::from_reader(text)) {
            Err(error) => (error.line() as u64, error.column() as u64),
            Ok(()) => (1, 1),
        }
    }

    /// `at`: number and text of the line, where each line is a document.
    fn json_error(&self, error: serde_json::Error, state: &State, at: Option<(u64, &[u8])>) -> Diagnostic {
        if error.is_io() {
            return fault(self.name(), &error.into());
        }
        let (line, character) = (at.map_or(error.line() as u64, |(line, _)| line), error.column() as u64);
        let message = error.to_string();
        let message = message.split(" at line ").next().unwrap_or_default();
        let diagnostic = if state.too_deep {
            Diagnostic::new(codes::DEPTH_LIMIT).arg("limit", self.limits.depth)
        } else if state.too_many() {
            Diagnostic::new(codes::RECORD_LIMIT).arg("what", "values").arg("limit", VALUES)
        } else {
            Diagnostic::new(codes::BAD_JSON).arg("error", message)
        };
        let mut diagnostic = diagnostic.file(self.name()).arg("line", line).arg("character", character);
        diagnostic.place.line = Some(line);
        diagnostic.place.character = Some(character);
        let source = match at {
            Some((_, text)) if text.len() < 400 => Some(String::from_utf8_lossy(text).into_owned()),
            Some(_) => None,
            None => self.source_line(line),
        };
        diagnostic.snippet = source.map(|text| Snippet { text });
        diagnostic
    }

    /// A line of the text, if it is among the first and short enough to be shown.
    fn source_line(&self, line: u64) -> Option<String> {
        let mut head = Vec::new();
        io::Read::read_to_end(&mut io::Read::take(text::reader(&self.input, self.detected, true).ok()?, 4 << 20), &mut head).ok()?;
        let text = String::from_utf8_lossy(&head);
        text.lines().nth(usize::try_from(line).ok()?.checked_sub(1)?).filter(|text| text.len() < 400).map(str::to_owned)
    }

    fn xml_fault(&self, at: xml::XmlFault) -> Diagnostic {
        let bad = |what: &'static str, error: String| Diagnostic::new(codes::BAD_XML).arg("what", what).arg("error", error);
        let diagnostic = match at.why {
            xml::Why::Read(error) => return fault(self.name(), &error),
            xml::Why::Deep => Diagnostic::new(codes::DEPTH_LIMIT).arg("limit", self.limits.depth),
            xml::Why::Syntax(error) => bad("syntax", error),
            xml::Why::DocumentType => bad("doctype", String::new()),
            xml::Why::Entity(name) => bad("entity", name),
            xml::Why::Open(name) => bad(if name.is_empty() { "empty" } else { "open" }, name),
            xml::Why::Outside => bad("outside", String::new()),
        };
        text::place(diagnostic.file(self.name()), &self.input, self.detected, at.offset)
    }
}

/// Levels of objects in which a list of rows is looked for.
const LIST_DEPTH: u32 = 4;

fn lists_below(value: &Value, path: &str, depth: u32, found: &mut Vec<String>) {
    match value {
        Value::Array(list) if !list.is_empty() && list.iter().all(Value::is_object) => found.push(path.to_owned()),
        // A point in a key would be taken for a level.
        Value::Object(object) if depth < LIST_DEPTH => {
            for (key, value) in object.iter().filter(|(key, _)| !key.contains('.')) {
                lists_below(value, &format!("{path}.{key}"), depth + 1, found);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{Opened, Table};

    fn limited(name: &str, text: &str, limits: Limits) -> Result<Documents, Diagnostic> {
        match super::super::open(&Input::memory(name, text.as_bytes()), &Hints { limits, ..Hints::default() })? {
            Opened::Documents(documents) => Ok(documents),
            Opened::Table(table) => panic!("{:?}", table.headers),
        }
    }

    fn open(name: &str, text: &str) -> Result<Documents, Diagnostic> {
        limited(name, text, Limits::default())
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
    fn paths_lead_through_lists_and_to_single_objects() {
        let text = "{\"r\":[{\"q\":[1,2]},{\"q\":{\"a\":3}},{\"p\":4},{\"q\":null}]}";
        let wanted = ["1", "2", "{\"a\":3}"];
        assert_eq!(rows(&open("a.json", text).unwrap(), "r.q"), wanted);
        // The same while streaming, when the path is known from the start.
        let hints = Hints { rows: Some("r.q".to_owned()), ..Hints::default() };
        let documents = Documents::open(&Input::memory("a.json", text.as_bytes()), &hints, Format::Json).unwrap();
        assert_eq!((rows(&documents, ""), documents.single), (wanted.map(str::to_owned).to_vec(), false));
        let xml = open("a.xml", "<requests><request><id>1</id></request></requests>").unwrap();
        assert_eq!(rows(&xml, "requests.request"), ["{\"id\":\"1\"}"]);
    }

    #[test]
    fn damage_is_told_with_line_and_column() {
        for (text, line, character) in [
            ("{\n \"a\": <null>\n}", 2, 7),
            ("{\n \"a\": 1,\n}", 3, 1),
            ("{\"a\": [1, 2,]}", 1, 13),
            ("{\"a\": \"x\u{1}y\"}", 1, 9),
            ("{\n\"a\": [1, 2", 2, 10),
            ("{\"a\": \"cut", 1, 10),
        ] {
            let error = open("a.json", text).unwrap_err();
            assert_eq!((error.code.id, error.place.line, error.place.character), ("bad-json", Some(line), Some(character)), "{text:?}");
        }
        let lines = open("a.jsonl", "{\"a\":1}\n{\"a\":2,}\n{\"a\":3}\n").unwrap();
        let broken = lines.each("", &mut |_, _| {}).unwrap();
        assert_eq!((broken.len(), broken[0].0, broken[0].1.place.line, broken[0].1.place.character), (1, 2, Some(2), Some(8)));
    }

    #[test]
    fn a_list_cut_in_the_middle_keeps_what_stands_before_the_cut() {
        let documents = open("a.json", "[{\"id\":1,\"t\":\"a\"},\n{\"id\":2,\"u\":\"b\"},\n{\"id\":3,\"t").unwrap();
        assert_eq!(documents.sample.len(), 2);
        let mut seen = 0;
        let cut = documents.each("", &mut |_, _| seen += 1).unwrap_err();
        assert_eq!((seen, cut.code.id, cut.place.line), (2, "bad-json", Some(3)));
        let table = Table::from_documents(documents).unwrap();
        assert_eq!(table.headers, ["id", "t", "u"]);
        let mut seen = 0;
        let read = table.rows(&mut crate::diagnose::Tally::default(), &mut |_, _, _| seen += 1);
        assert_eq!((seen, read.unwrap_err().code.id), (2, "bad-json"));
        assert_eq!(open("a.json", "[{\"id\":1,\"t").unwrap_err().code.id, "bad-json");
    }

    #[test]
    fn keys_that_stand_twice_are_read_and_told_once() {
        for (name, text, line, character) in
            [("a.json", "[{\"a\":1},\n {\"b\":{\"a\":2,\n \"a\":3,\"a\":4}}]", 3, 5), ("a.jsonl", "{\"a\":1}\n{\"a\":2,\"a\":3,\"a\":4}\n", 2, 10)]
        {
            let documents = open(name, text).unwrap();
            let [remark] = &documents.remarks[..] else { panic!("{:?}", documents.remarks) };
            assert_eq!((remark.code.id, remark.count, remark.place.column.as_deref()), ("duplicate-key", 2, Some("a")));
            assert_eq!((remark.place.line, remark.place.character), (Some(line), Some(character)), "{text}");
            assert!(rows(&documents, "")[1].contains("\"a\":4"));
        }
        // An equal key of another object is none.
        assert!(open("a.json", "[{\"a\":{\"a\":1}},{\"a\":2}]").unwrap().remarks.is_empty());
    }

    #[test]
    fn nesting_rows_and_texts_have_limits() {
        let deep = format!("[{{\"a\":1}},\n{}1{}]", "[".repeat(80), "]".repeat(80));
        let documents = open("a.json", &deep).unwrap();
        let error = documents.each("", &mut |_, _| {}).unwrap_err();
        assert_eq!((error.code.id, error.place.line, error.place.character), ("depth-limit", Some(2), Some(65)));
        let yaml = format!("a: {}1{}\n", "[".repeat(80), "]".repeat(80));
        assert_eq!(open("a.yaml", &yaml).unwrap_err().code.id, "depth-limit");

        let limits = Limits { cell: 1000, rows: 3, ..Limits::default() };
        let texts = [format!("[{{\"t\":\"{}\"}},1,2,3,4]", "x".repeat(2000)), format!("{{\"t\":\"{}\"}}\n1\n2\n3\n4\n", "x".repeat(2000))];
        for (name, text) in ["a.json", "a.jsonl"].iter().zip(&texts) {
            let mut seen = 0;
            let broken = limited(name, text, limits).unwrap().each("", &mut |_, _| seen += 1).unwrap();
            let broken: Vec<_> = broken.iter().map(|(row, why)| (*row, why.code.id, why.count)).collect();
            assert_eq!((seen, broken), (2, vec![(1, "cell-limit", 1), (4, "row-limit", 2)]), "{name}");
        }
        // A large text in one row of an object costs that row, not the file.
        let nested = format!("{{\"rows\":[{{\"t\":\"{}\"}},{{\"t\":\"b\"}}]}}", "x".repeat(2000));
        let documents = limited("a.json", &nested, limits).unwrap();
        let mut seen = 0;
        assert_eq!((documents.each("rows", &mut |_, _| seen += 1).unwrap().len(), seen), (1, 1));

        let endless = format!("[1,\"{}\"]", "x".repeat(8 << 20));
        let documents = limited("a.json", &endless, limits).unwrap();
        assert_eq!(documents.each("", &mut |_, _| {}).unwrap_err().code.id, "record-limit");
    }

    #[test]
    fn flat_documents_become_a_table() {
        let documents = open("a.json", "[{\"id\":1,\"title\":{\"fr\":\"a\"}},{\"id\":2,\"tags\":[\"x\",\"y\"]}]").unwrap();
        let table = Table::from_documents(documents).unwrap();
        assert_eq!(table.headers, ["id", "title/fr", "tags"]);
        assert_eq!(table.sample[1].iter().collect::<Vec<_>>(), ["2", "", "x, y"]);
        let lines = Table::from_documents(open("a.jsonl", "{\"id\":1}\n{\"id\":2,\"title\":\"a\"}\n").unwrap()).unwrap();
        assert_eq!((lines.headers.join(","), lines.sample.len()), ("id,title".to_owned(), 2));
    }

    #[test]
    fn damaged_bytes_cost_no_document() {
        let mut bytes = "[{\"t\":\"été à la Saône, où ça naît\"},{\"t\":\"cr".as_bytes().to_vec();
        bytes.extend_from_slice(b"\xe9er\"}]");
        let Opened::Documents(documents) = super::super::open(&Input::memory("a.json", bytes), &Hints::default()).unwrap() else { panic!() };
        assert_eq!(documents.sample[1]["t"], "créer");
        assert_eq!(documents.remarks[0].code.id, "encoding-mixed");
    }
}
