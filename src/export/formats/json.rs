//! JSON and JSON Lines: one object a row. The first is a list, read whole, in which missing values are null; the second can be read line
//! by line, and leaves missing values out.

use std::io::{self, Write};

use super::{Facts, Format, RowWriter, Sheet};
use crate::diagnose::Diagnostic;
use crate::export::{Cell, Column, FileMade};
use crate::write::{Output, OutputFile, explain};

/// A list of objects, one a line.
pub struct Json;

/// An object a line.
pub struct JsonLines;

impl Format for Json {
    fn facts(&self) -> &'static Facts {
        &Facts { id: "json", ending: ".json", name: "JSON", media_type: "application/json", file_type: Some("JSON") }
    }

    fn open<'a>(&self, sheet: &Sheet<'_>, url: &str, output: &'a Output) -> Result<Box<dyn RowWriter + 'a>, Diagnostic> {
        open(sheet, url, output, "json", ["[\n", ",\n", "\n]\n"], true)
    }
}

impl Format for JsonLines {
    fn facts(&self) -> &'static Facts {
        &Facts {
            id: "jsonl",
            ending: ".jsonl",
            name: "JSON Lines",
            media_type: "application/jsonl",
            // The EU table has no entry for JSON Lines (portals.md 2.1).
            file_type: Some("JSON"),
        }
    }

    fn open<'a>(&self, sheet: &Sheet<'_>, url: &str, output: &'a Output) -> Result<Box<dyn RowWriter + 'a>, Diagnostic> {
        open(sheet, url, output, "jsonl", ["", "\n", "\n"], false)
    }
}

fn open<'a>(
    sheet: &Sheet<'_>,
    url: &str,
    output: &'a Output,
    format: &'static str,
    around: [&'static str; 3],
    nulls: bool,
) -> Result<Box<dyn RowWriter + 'a>, Diagnostic> {
    Ok(Box::new(JsonWriter {
        file: output.create(url)?,
        url: url.to_owned(),
        format,
        object: Object::new(sheet.columns, nulls),
        around,
        first: true,
        held: Vec::with_capacity(HELD + 4096),
    }))
}

struct JsonWriter<'a> {
    file: OutputFile<'a>,
    url: String,
    format: &'static str,
    object: Object,
    /// Before the first object, between two, after the last.
    around: [&'static str; 3],
    first: bool,
    /// Rows not yet handed on: many at once go past the file's own buffer.
    held: Vec<u8>,
}

/// Bytes that are held back.
const HELD: usize = 256 * 1024;

impl RowWriter for JsonWriter<'_> {
    fn row(&mut self, cells: &[Cell<'_>]) -> io::Result<()> {
        self.held.extend_from_slice(self.around[usize::from(!self.first)].as_bytes());
        self.first = false;
        self.object.write(cells, &mut self.held)?;
        if self.held.len() >= HELD {
            self.file.write_all(&self.held)?;
            self.held.clear();
        }
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> Result<Option<FileMade>, Diagnostic> {
        self.held.extend_from_slice(self.around[2].as_bytes());
        self.file.write_all(&self.held).map_err(|error| explain(&error, self.url.as_ref()))?;
        Ok(Some(FileMade { url: self.url, format: self.format, info: self.file.finish()? }))
    }
}

/// Writes rows as objects.
pub struct Object {
    /// `"name":`, by column.
    names: Vec<String>,
    /// Missing values are null; they are left out otherwise.
    nulls: bool,
    text: String,
}

impl Object {
    /// For rows of these columns.
    pub fn new(columns: &[Column], nulls: bool) -> Self {
        Self { names: columns.iter().map(|column| format!("\"{}\":", column.name)).collect(), nulls, text: String::new() }
    }

    /// Adds the object of a row.
    pub fn write(&mut self, cells: &[Cell<'_>], out: &mut Vec<u8>) -> io::Result<()> {
        let mut before = b'{';
        for (name, cell) in self.names.iter().zip(cells) {
            if !self.nulls && matches!(cell, Cell::Empty) {
                continue;
            }
            out.push(before);
            before = b',';
            out.extend_from_slice(name.as_bytes());
            match cell {
                Cell::Empty => out.extend_from_slice(b"null"),
                Cell::Text(text) => string(text, out),
                Cell::Integer(number) => serde_json::to_writer(&mut *out, number)?,
                Cell::Number(number) => serde_json::to_writer(&mut *out, number)?,
                Cell::Date(_) | Cell::DateTime(_) => {
                    out.push(b'"');
                    out.extend_from_slice(cell.as_text(&mut self.text).as_bytes());
                    out.push(b'"');
                }
            }
        }
        if before == b'{' {
            out.push(before);
        }
        out.push(b'}');
        Ok(())
    }
}

/// A JSON string (RFC 8259, 7). Long stretches without anything to escape, which is nearly everything, are found 32 bytes at a time.
fn string(text: &str, out: &mut Vec<u8>) {
    const STEP: usize = 32;
    let special = |byte: u8| byte < 0x20 || byte == b'"' || byte == b'\\';
    let bytes = text.as_bytes();
    out.reserve(bytes.len() + 2);
    out.push(b'"');
    let (mut done, mut at) = (0, 0);
    while at < bytes.len() {
        let end = (at + STEP).min(bytes.len());
        // Without a way out of the loop the compiler looks at all bytes at once.
        let any = bytes[at..end].iter().fold(false, |any, &byte| any | special(byte));
        if any {
            for (offset, &byte) in bytes[at..end].iter().enumerate().filter(|(_, byte)| special(**byte)) {
                out.extend_from_slice(&bytes[done..at + offset]);
                done = at + offset + 1;
                match byte {
                    b'"' => out.extend_from_slice(b"\\\""),
                    b'\\' => out.extend_from_slice(b"\\\\"),
                    b'\n' => out.extend_from_slice(b"\\n"),
                    b'\r' => out.extend_from_slice(b"\\r"),
                    b'\t' => out.extend_from_slice(b"\\t"),
                    byte => out.extend_from_slice(format!("\\u{byte:04x}").as_bytes()),
                }
            }
        }
        at = end;
    }
    out.extend_from_slice(&bytes[done..]);
    out.push(b'"');
}

#[cfg(test)]
mod tests {
    use super::string;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn strings_come_back(text in "(.|[\"\\\\\u{0}-\u{1f}]){0,100}") {
            let mut out = Vec::new();
            string(&text, &mut out);
            prop_assert_eq!(serde_json::from_slice::<String>(&out).unwrap(), text);
        }
    }
}
