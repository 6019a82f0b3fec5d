//! CSV for a double click: with a byte order mark, the separator and decimal sign that spreadsheets of the language expect, and no
//! cell that a spreadsheet would run as a formula.
//!
//! Which cells those are: OWASP, "CSV Injection" (`=`, `+`, `-`, `@`, tab and carriage return, and the full-width forms that some
//! programs fold). An apostrophe before them makes them text.

use std::io::{self, Write};

use super::csv_file::into_io;
use super::{Facts, Format, RowWriter, Sheet};
use crate::diagnose::Diagnostic;
use crate::export::{Cell, FileMade};
use crate::write::{Output, OutputFile, explain};

/// The format.
pub struct Spreadsheet;

impl Format for Spreadsheet {
    fn facts(&self) -> &'static Facts {
        &Facts { id: "spreadsheet", ending: "-spreadsheet.csv", name: "CSV", media_type: "text/csv", file_type: Some("CSV") }
    }

    fn open<'a>(&self, sheet: &Sheet<'_>, url: &str, output: &'a Output) -> Result<Box<dyn RowWriter + 'a>, Diagnostic> {
        let decimal_comma = sheet.words.decimal_sign() == ',';
        let mut file = output.create(url)?;
        file.write_all("\u{feff}".as_bytes()).map_err(|error| explain(&error, url.as_ref()))?;
        let mut writer = csv::WriterBuilder::new()
            .terminator(csv::Terminator::CRLF)
            .delimiter(if decimal_comma { b';' } else { b',' })
            .buffer_capacity(256 * 1024)
            .from_writer(file);
        writer.write_record(sheet.columns.iter().map(|column| column.name.as_bytes())).map_err(|error| explain(&into_io(error), url.as_ref()))?;
        Ok(Box::new(SpreadsheetWriter { writer, url: url.to_owned(), decimal_comma, text: String::new() }))
    }
}

struct SpreadsheetWriter<'a> {
    writer: csv::Writer<OutputFile<'a>>,
    url: String,
    decimal_comma: bool,
    text: String,
}

impl RowWriter for SpreadsheetWriter<'_> {
    fn row(&mut self, cells: &[Cell<'_>]) -> io::Result<()> {
        for cell in cells {
            match cell {
                Cell::Text(text) if starts_formula(text) => {
                    self.text.clear();
                    self.text.push('\'');
                    self.text.push_str(text);
                    self.writer.write_field(&self.text).map_err(into_io)?;
                }
                Cell::Number(number) if self.decimal_comma => self.writer.write_field(number.to_string().replace('.', ",")).map_err(into_io)?,
                // A space for the T, and no zone: the only form of a moment that spreadsheets read as one.
                Cell::DateTime(moment) => {
                    let text = moment.date_time();
                    self.writer.write_field(format!("{} {}", &text[..10], &text[11..19])).map_err(into_io)?;
                }
                cell => self.writer.write_field(cell.as_text(&mut self.text).as_bytes()).map_err(into_io)?,
            }
        }
        self.writer.write_record(None::<&[u8]>).map_err(into_io)
    }

    fn finish(self: Box<Self>) -> Result<Option<FileMade>, Diagnostic> {
        let url = self.url;
        let file = self.writer.into_inner().map_err(|error| explain(&io::Error::from(error.error().kind()), url.as_ref()))?;
        Ok(Some(FileMade { url, format: "spreadsheet", info: file.finish()? }))
    }
}

/// Whether a spreadsheet could take a text for a formula; spaces before it change nothing.
fn starts_formula(text: &str) -> bool {
    text.starts_with(['\t', '\r']) || text.trim_start().starts_with(['=', '+', '-', '@', '|', '%', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'])
}

#[cfg(test)]
mod tests {
    use super::starts_formula;

    #[test]
    fn what_a_spreadsheet_would_run_is_found() {
        for text in ["=1+1", "+33 1", "-2", "@SUM(A1)", "\t=1", "  =1", "\u{ff1d}cmd", "\r=1"] {
            assert!(starts_formula(text), "{text:?}");
        }
        for text in ["1=1", "a-b", "", "é@b", "'=1"] {
            assert!(!starts_formula(text), "{text:?}");
        }
    }
}
