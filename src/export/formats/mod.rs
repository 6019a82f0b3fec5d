//! The file formats of tables. Each is one file; adding one is one file and one line.
//!
//! A format is told rows one by one, in one pass that feeds all formats, so that a row is made once; what it holds back is bounded.

pub mod csv_file;
pub mod geojson;
mod json;
mod ods;
mod parquet;
mod spreadsheet;
mod xlsx;

use std::io;

use super::{Cell, Column, FileMade, column_about};
use crate::diagnose::Diagnostic;
use crate::words::Words;
use crate::write::Output;

pub use ods::letters as column_letters;

/// What a format is told of a table before its first row.
pub struct Sheet<'a> {
    /// Name of the table.
    pub name: &'static str,
    /// Its columns.
    pub columns: &'a [Column],
    /// Words of the site.
    pub words: &'a Words,
}

impl Sheet<'_> {
    /// The dictionary that lies in workbooks beside the table: name, type and meaning of each column, with a heading.
    fn dictionary(&self) -> Vec<[String; 3]> {
        let heading = ["column-name", "column-type", "column-description"].map(|key| self.words.text(key));
        let line = |column: &Column| [column.name.to_string(), column.kind.name().to_owned(), column_about(self.words, &column.name)];
        std::iter::once(heading).chain(self.columns.iter().map(line)).collect()
    }
}

/// What is known of a file format.
#[derive(Debug)]
pub struct Facts {
    /// Its name in code and words (`format-about-<id>`).
    pub id: &'static str,
    /// What follows a table's name in the name of its file.
    pub ending: &'static str,
    /// Its usual name.
    pub name: &'static str,
    /// Media type (IANA, or the one in use where IANA has none).
    pub media_type: &'static str,
    /// Code in the EU table of file types, if it has one that fits.
    pub file_type: Option<&'static str>,
}

/// A file format of tables.
pub trait Format: Sync {
    /// What is known of it.
    fn facts(&self) -> &'static Facts;
    /// Whether it can say anything of a table with these columns.
    fn suits(&self, _: &[Column]) -> bool {
        true
    }
    /// Opens a file.
    fn open<'a>(&self, sheet: &Sheet<'_>, url: &str, output: &'a Output) -> Result<Box<dyn RowWriter + 'a>, Diagnostic>;
}

/// Takes the rows of a table.
pub trait RowWriter {
    /// One row, a cell for each column.
    fn row(&mut self, cells: &[Cell<'_>]) -> io::Result<()>;
    /// The file; `None` where there was nothing to say.
    fn finish(self: Box<Self>) -> Result<Option<FileMade>, Diagnostic>;
}

/// All formats, in the order they are shown. Adding one is one file and one line.
pub const FORMATS: &[&dyn Format] =
    &[&csv_file::Csv, &spreadsheet::Spreadsheet, &xlsx::Xlsx, &ods::Ods, &json::Json, &json::JsonLines, &parquet::Parquet, &geojson::GeoJson];

/// Ids of everything data are written as: tables in each format, and all of them in one file.
pub fn format_ids() -> Vec<&'static str> {
    FORMATS.iter().map(|format| format.facts().id).chain([super::sqlite::ID, super::bundle::ID]).collect()
}

/// The format of this id.
pub fn format(id: &str) -> Option<&'static dyn Format> {
    FORMATS.iter().find(|format| format.facts().id == id).copied()
}
