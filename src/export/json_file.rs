//! JSON: a list of objects, one a line; missing values are null.

use std::io::{self, Write};

use super::{Cell, Column, Format, Subject, Table};

/// The format.
pub struct Json;

impl Format for Json {
    fn extension(&self) -> &'static str {
        "json"
    }

    fn name(&self) -> &'static str {
        "JSON"
    }

    fn media_type(&self) -> &'static str {
        "application/json"
    }

    fn write(&self, table: &dyn Table, subject: &Subject<'_>, columns: &[Column], out: &mut dyn Write) -> io::Result<()> {
        let names: Vec<String> = columns.iter().map(|column| format!("\"{}\":", column.name)).collect();
        let mut first = true;
        out.write_all(b"[")?;
        let mut line = Vec::with_capacity(4096);
        table.rows(subject, &mut |cells| {
            line.clear();
            line.extend_from_slice(if first { b"\n{" } else { b",\n{" });
            first = false;
            for (index, (name, cell)) in names.iter().zip(cells).enumerate() {
                if index > 0 {
                    line.push(b',');
                }
                line.extend_from_slice(name.as_bytes());
                match cell {
                    Cell::Empty => line.extend_from_slice(b"null"),
                    Cell::Text(text) => serde_json::to_writer(&mut line, text)?,
                    Cell::Integer(number) => serde_json::to_writer(&mut line, number)?,
                    Cell::Number(number) => serde_json::to_writer(&mut line, number)?,
                }
            }
            line.push(b'}');
            out.write_all(&line)
        })?;
        out.write_all(b"\n]\n")
    }
}
