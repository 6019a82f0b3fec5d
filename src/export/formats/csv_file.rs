//! CSV as RFC 4180 has it: UTF-8 without mark, comma, CRLF, quotes where needed. The exact data: nothing is prefixed.

use std::io::{self, Write};

use super::{Facts, Format, RowWriter, Sheet};
use crate::diagnose::Diagnostic;
use crate::export::{Cell, FileMade};
use crate::write::{Output, OutputFile};

/// The format.
pub struct Csv;

impl Format for Csv {
    fn facts(&self) -> &'static Facts {
        &Facts { id: "csv", ending: ".csv", name: "CSV", media_type: "text/csv", file_type: Some("CSV") }
    }

    fn open<'a>(&self, sheet: &Sheet<'_>, url: &str, output: &'a Output) -> Result<Box<dyn RowWriter + 'a>, Diagnostic> {
        let mut writer = writer(output.create(url)?);
        writer
            .write_record(sheet.columns.iter().map(|column| column.name.as_bytes()))
            .map_err(|error| crate::write::explain(&into_io(error), url.as_ref()))?;
        Ok(Box::new(CsvWriter { writer, url: url.to_owned(), text: String::new() }))
    }
}

struct CsvWriter<'a> {
    writer: csv::Writer<OutputFile<'a>>,
    url: String,
    /// Reused for what is not text already.
    text: String,
}

impl RowWriter for CsvWriter<'_> {
    fn row(&mut self, cells: &[Cell<'_>]) -> io::Result<()> {
        for cell in cells {
            self.writer.write_field(cell.as_text(&mut self.text).as_bytes()).map_err(into_io)?;
        }
        self.writer.write_record(None::<&[u8]>).map_err(into_io)
    }

    fn finish(self: Box<Self>) -> Result<Option<FileMade>, Diagnostic> {
        let url = self.url;
        let file = self.writer.into_inner().map_err(|error| crate::write::explain(&io::Error::from(error.error().kind()), url.as_ref()))?;
        Ok(Some(FileMade { url, format: "csv", info: file.finish()? }))
    }
}

/// What the system said: the library's own conversion hides it.
pub fn into_io(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        kind => io::Error::other(format!("{kind:?}")),
    }
}

/// A CSV writer in the dialect of all our files.
pub fn writer<W: Write>(out: W) -> csv::Writer<W> {
    csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).buffer_capacity(256 * 1024).from_writer(out)
}
