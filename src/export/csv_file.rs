//! CSV as RFC 4180 has it: UTF-8 without mark, comma, CRLF, quotes where needed. The exact data: nothing is prefixed.

use std::io::{self, Write};

use super::{Cell, Column, Format, Subject, Table};

/// The format.
pub struct Csv;

impl Format for Csv {
    fn extension(&self) -> &'static str {
        "csv"
    }

    fn name(&self) -> &'static str {
        "CSV"
    }

    fn media_type(&self) -> &'static str {
        "text/csv"
    }

    fn write(&self, table: &dyn Table, subject: &Subject<'_>, columns: &[Column], out: &mut dyn Write) -> io::Result<()> {
        let mut writer = writer(out);
        writer.write_record(columns.iter().map(|column| column.name.as_bytes()))?;
        table.rows(subject, &mut |cells| {
            for cell in cells {
                match cell {
                    Cell::Empty => writer.write_field("")?,
                    Cell::Text(text) => writer.write_field(text.as_bytes())?,
                    Cell::Integer(number) => writer.write_field(number.to_string())?,
                    Cell::Number(number) => writer.write_field(number.to_string())?,
                }
            }
            Ok(writer.write_record(None::<&[u8]>)?)
        })?;
        writer.flush()
    }
}

/// A CSV writer in the dialect of all our files.
pub fn writer<W: Write>(out: W) -> csv::Writer<W> {
    csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).buffer_capacity(256 * 1024).from_writer(out)
}
