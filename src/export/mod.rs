//! Open data: one definition of each table feeds every format, the dictionary and the schema.
//!
//! Tables are the registry [`TABLES`], formats the registry [`FORMATS`]: adding one is one file and one line. Rows are streamed:
//! memory does not grow with a table.

mod card;
mod catalogue;
mod csv_file;
mod datapackage;
mod dictionary;
mod json_file;
mod tables;

use std::borrow::Cow;
use std::io::{self, Write};

use crate::diagnose::Diagnostic;
use crate::plan::{ConsultationPlan, Dossier};
use crate::words::{Dates, Words};
use crate::write::{FileInfo, Output};

pub use catalogue::catalogues;
pub use tables::TABLES;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnKind {
    /// Text.
    Text,
    /// Whole number.
    Integer,
    /// Decimal number.
    Number,
    /// Day.
    Date,
    /// Instant with offset.
    DateTime,
}

impl ColumnKind {
    /// Name of the type in Table Schema.
    pub fn name(self) -> &'static str {
        match self {
            ColumnKind::Text => "string",
            ColumnKind::Integer => "integer",
            ColumnKind::Number => "number",
            ColumnKind::Date => "date",
            ColumnKind::DateTime => "datetime",
        }
    }
}

/// A column of a table.
#[derive(Debug, Clone)]
pub struct Column {
    /// `snake_case`, the same in every language.
    pub name: Cow<'static, str>,
    /// Type.
    pub kind: ColumnKind,
    /// Every row has a value.
    pub required: bool,
}

impl Column {
    /// A column that may be empty.
    pub fn new(name: impl Into<Cow<'static, str>>, kind: ColumnKind) -> Self {
        Self { name: name.into(), kind, required: false }
    }

    /// A column that never is.
    pub fn required(name: impl Into<Cow<'static, str>>, kind: ColumnKind) -> Self {
        Self { name: name.into(), kind, required: true }
    }
}

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell<'a> {
    /// Missing.
    Empty,
    /// Text; dates are written in ISO 8601.
    Text(Cow<'a, str>),
    /// Whole number.
    Integer(i64),
    /// Decimal number.
    Number(f64),
}

impl<'a> Cell<'a> {
    /// A text; an empty one is missing.
    pub fn text(text: impl Into<Cow<'a, str>>) -> Self {
        let text = text.into();
        if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
    }

    /// A text, if there is one.
    pub fn maybe(text: Option<impl Into<Cow<'a, str>>>) -> Self {
        text.map_or(Cell::Empty, Cell::text)
    }

    /// A count, if there is one.
    pub fn count(count: Option<impl Into<i64>>) -> Self {
        count.map_or(Cell::Empty, |count| Cell::Integer(count.into()))
    }
}

/// What tables are made from.
pub struct Subject<'a> {
    /// The consultation.
    pub dossier: &'a Dossier<'a>,
    /// Its addresses.
    pub plan: &'a ConsultationPlan,
    /// Words of the site.
    pub words: &'a Words,
    /// Words of diagnostics, in the same language.
    pub remarks: &'a Words,
    /// Writes dates for people.
    pub dates: &'a Dates,
}

/// Takes one row after the other.
pub type Emit<'e> = dyn FnMut(&[Cell<'_>]) -> io::Result<()> + 'e;

/// A table.
pub trait Table: Sync {
    /// Its name: of the file, and in words (`table-<name>`).
    fn name(&self) -> &'static str;
    /// Its columns.
    fn columns(&self, subject: &Subject<'_>) -> Vec<Column>;
    /// Columns whose values together name one row; empty where rows have no name.
    fn key(&self) -> &'static [&'static str] {
        &[]
    }
    /// Hands out the rows, in their order.
    fn rows(&self, subject: &Subject<'_>, emit: &mut Emit<'_>) -> io::Result<()>;
}

/// A file format of tables.
pub trait Format: Sync {
    /// Extension without the point.
    fn extension(&self) -> &'static str;
    /// Its usual name.
    fn name(&self) -> &'static str;
    /// Media type (IANA).
    fn media_type(&self) -> &'static str;
    /// Writes a table.
    fn write(&self, table: &dyn Table, subject: &Subject<'_>, columns: &[Column], out: &mut dyn Write) -> io::Result<()>;
}

/// All formats. Adding one is one file and one line.
pub const FORMATS: &[&dyn Format] = &[&csv_file::Csv, &json_file::Json];

/// A file that was written.
#[derive(Debug, Clone)]
pub struct FileMade {
    /// Address from the root.
    pub url: String,
    /// Extension: its format.
    pub extension: &'static str,
    /// Size and digest.
    pub info: FileInfo,
}

impl FileMade {
    /// Name of its format.
    pub fn name_of_format(&self) -> &'static str {
        FORMATS.iter().find(|format| format.extension() == self.extension).map_or(self.extension, |format| format.name())
    }

    /// Its media type.
    pub fn media_type(&self) -> &'static str {
        FORMATS.iter().find(|format| format.extension() == self.extension).map_or("application/octet-stream", |format| format.media_type())
    }
}

/// A column of a table that was written.
#[derive(Debug, Clone)]
pub struct ColumnMade {
    /// Name.
    pub name: Cow<'static, str>,
    /// Type.
    pub kind: ColumnKind,
    /// Every row has a value.
    pub required: bool,
    /// A value of it.
    pub example: Option<String>,
}

/// A table that was written.
#[derive(Debug, Clone)]
pub struct TableMade {
    /// Name.
    pub name: &'static str,
    /// Columns.
    pub columns: Vec<ColumnMade>,
    /// Columns whose values together name one row.
    pub key: &'static [&'static str],
    /// Number of rows.
    pub rows: u64,
    /// Files, one a format.
    pub files: Vec<FileMade>,
}

/// A file beside the tables.
#[derive(Debug, Clone)]
pub struct OtherMade {
    /// File name.
    pub name: &'static str,
    /// Word that tells what it is.
    pub about: &'static str,
    /// Address from the root.
    pub url: String,
    /// Size and digest.
    pub info: FileInfo,
}

/// The open data of one consultation.
#[derive(Debug, Clone, Default)]
pub struct Published {
    /// The tables that have rows.
    pub tables: Vec<TableMade>,
    /// Dictionary, schema, card.
    pub others: Vec<OtherMade>,
}

/// Who publishes and under what licence, for descriptions.
pub struct Publication<'a> {
    /// `archive.yaml`.
    pub config: &'a crate::archive::ArchiveConfig,
    /// With a slash at its end.
    pub base_url: Option<&'a str>,
}

/// What a column holds, in the words' language.
pub fn column_about(words: &Words, name: &str) -> String {
    for (prefix, key) in [("rank_", "column-about-rank"), ("score_", "column-about-score")] {
        if let Some(ranking) = name.strip_prefix(prefix) {
            return words.format(key, &[("ranking", words.text(&format!("ranking-{ranking}")).into())]);
        }
    }
    words.text(&format!("column-about-{}", name.replace('_', "-")))
}

/// Writes the open data of one consultation.
pub fn export(subject: &Subject<'_>, publication: &Publication<'_>, output: &Output) -> Result<Published, Diagnostic> {
    let mut published = Published::default();
    for table in TABLES {
        let columns = table.columns(subject);
        let mut examples: Vec<Option<String>> = vec![None; columns.len()];
        let mut rows = 0u64;
        // A pass without a file: how many rows there are, and one example of each column.
        table
            .rows(subject, &mut |cells| {
                rows += 1;
                if rows <= 200 {
                    for (example, cell) in examples.iter_mut().zip(cells) {
                        if example.is_none() {
                            *example = shown(cell);
                        }
                    }
                }
                Ok(())
            })
            .map_err(|error| crate::write::explain(&error, table.name().as_ref()))?;
        if rows == 0 {
            continue;
        }
        let mut files = Vec::new();
        for format in FORMATS {
            let url = subject.plan.file(&format!("data/{}.{}", table.name(), format.extension()));
            let info = output.stream(&url, |out| format.write(*table, subject, &columns, out))?;
            files.push(FileMade { url, extension: format.extension(), info });
        }
        let columns =
            columns.into_iter().zip(examples).map(|(c, example)| ColumnMade { name: c.name, kind: c.kind, required: c.required, example }).collect();
        published.tables.push(TableMade { name: table.name(), columns, key: table.key(), rows, files });
    }
    for (name, about, bytes) in [
        ("dictionary.csv", "data-about-dictionary", dictionary::bytes(subject, &published.tables)),
        ("datapackage.json", "data-about-datapackage", datapackage::bytes(subject, publication, &published.tables)),
        ("README.md", "data-about-readme", card::bytes(subject, publication, &published.tables)),
    ] {
        let url = subject.plan.file(&format!("data/{name}"));
        let info = output.stream(&url, |out| out.write_all(&bytes))?;
        published.others.push(OtherMade { name, about, url, info });
    }
    Ok(published)
}

/// A cell as an example: short, on one line.
fn shown(cell: &Cell<'_>) -> Option<String> {
    match cell {
        Cell::Empty => None,
        Cell::Text(text) => {
            let mut short: String = text.chars().take(60).map(|c| if c == '\n' { ' ' } else { c }).collect();
            if short.len() < text.len() {
                short.push('…');
            }
            Some(short)
        }
        Cell::Integer(number) => Some(number.to_string()),
        Cell::Number(number) => Some(number.to_string()),
    }
}
