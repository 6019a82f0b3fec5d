//! Open data: one definition of each table feeds every format, the dictionary, the schemas and the descriptions.
//!
//! Tables are the registry [`TABLES`], formats the registry [`FORMATS`]: adding one is one file and one line. Rows are made once and
//! told to every format: memory does not grow with a table. There are two sorts of collections: each consultation has one, and so has the
//! archive as a whole.

mod bundle;
mod cell;
mod collection;
mod describe;
mod formats;
mod keys;
mod public_schema;
mod rankings;
mod sqlite;
mod tables;

use std::borrow::Cow;
use std::io;

use crate::archive::{ArchiveConfig, Licence};
use crate::map::Coverage;
use crate::plan::{ConsultationPlan, Dossier};
use crate::words::{Dates, Words};
use crate::write::FileInfo;

pub use cell::{Cell, Column, ColumnKind};
pub use collection::{collections, export, foresee};
pub use describe::{period, pretty};
pub use formats::csv_file::writer as csv_writer;
pub use formats::{FORMATS, column_letters, format_ids};
pub use keys::{Reference, Target};
pub use public_schema::{PUBLIC_SCHEMAS, public_schema};
pub use rankings::rankings;
pub use tables::{TABLES, contributions};

/// What the tables of a consultation are made from.
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

/// Who publishes and under what licence, for descriptions.
pub struct Publication<'a> {
    /// `archive.yaml`.
    pub config: &'a ArchiveConfig,
    /// With a slash at its end.
    pub base_url: Option<&'a str>,
    /// The licence of the data.
    pub licence: Option<Licence>,
}

/// What is published together: a consultation, or all of them.
#[derive(Clone, Copy)]
pub struct Collection<'a> {
    /// The consultation; `None` for the archive as a whole.
    pub consultation: Option<usize>,
    /// Its consultations.
    pub subjects: &'a [Subject<'a>],
    /// Words of the site.
    pub words: &'a Words,
    /// Who publishes.
    pub publication: &'a Publication<'a>,
    /// Only these formats.
    pub only: Option<&'a [String]>,
}

impl<'a> Collection<'a> {
    /// The only consultation, if it is one's.
    pub fn own(&self) -> Option<&'a Subject<'a>> {
        self.consultation.and(self.subjects.first())
    }

    /// Address of a file of its data, from the root.
    pub fn file(&self, name: &str) -> String {
        match self.own() {
            Some(subject) => subject.plan.file(&format!("data/{name}")),
            None => format!("data/{name}"),
        }
    }

    /// Short name, for identifiers: the slug, or `archive`.
    pub fn name(&self) -> &str {
        self.own().map_or("archive", |subject| &subject.dossier.record.slug)
    }

    /// Whether a format is wanted, by its id.
    pub fn wants(&self, format: &str) -> bool {
        self.only.is_none_or(|only| only.is_empty() || only.iter().any(|id| id == format))
    }

    /// Its title.
    pub fn title(&self) -> &str {
        self.own().map_or(&self.publication.config.title, |subject| &subject.dossier.content.config.title)
    }

    /// What it is, in a paragraph: what the publisher wrote, else its title.
    pub fn summary(&self) -> &str {
        let written = self.own().map_or(&self.publication.config.description, |subject| &subject.dossier.content.config.summary);
        if written.is_empty() { self.title() } else { written }
    }
}

/// Takes one row after the other.
pub type Emit<'e> = dyn FnMut(&[Cell<'_>]) -> io::Result<()> + 'e;

/// A table.
pub trait Table: Sync {
    /// Its name: of the file, and in words (`table-<name>`).
    fn name(&self) -> &'static str;
    /// Its columns, for the rows of all these consultations.
    fn columns(&self, subjects: &[Subject<'_>]) -> Vec<Column>;
    /// Columns whose values together name one row; empty where rows have no name.
    fn key(&self) -> &'static [&'static str] {
        &[]
    }
    /// Which rows of other tables its rows point to.
    fn references(&self) -> &'static [Reference] {
        &[]
    }
    /// Only the archive as a whole has it.
    fn of_archive(&self) -> bool {
        false
    }
    /// The area a consultation's only row is about, for GeoJSON; rows of other tables have points, if anything.
    fn areas<'a>(&self, _: &'a Subject<'_>) -> Option<&'a Coverage> {
        None
    }
    /// Hands out the rows of a consultation, in their order, with a cell for each of the columns.
    fn rows(&self, subject: &Subject<'_>, columns: &[Column], emit: &mut Emit<'_>) -> io::Result<()>;
}

/// A file of a table that was written.
#[derive(Debug, Clone)]
pub struct FileMade {
    /// Address from the root.
    pub url: String,
    /// Id of its format.
    pub format: &'static str,
    /// Size and digests.
    pub info: FileInfo,
}

impl FileMade {
    /// What is known of its format.
    pub fn form(&self) -> Option<&'static formats::Facts> {
        formats::format(self.format).map(|format| format.facts())
    }

    /// Name of its format.
    pub fn name_of_format(&self) -> &'static str {
        self.form().map_or(self.format, |facts| facts.name)
    }

    /// Its media type.
    pub fn media_type(&self) -> &'static str {
        self.form().map_or("application/octet-stream", |facts| facts.media_type)
    }

    /// The last part of its address.
    pub fn file_name(&self) -> &str {
        self.url.rsplit('/').next().unwrap_or(&self.url)
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
    /// The rows of other tables it points to, where all of them exist.
    pub references: Vec<Reference>,
    /// Number of rows.
    pub rows: u64,
    /// The first rows, shortened for people.
    pub first: Vec<Vec<String>>,
    /// Files, one a format.
    pub files: Vec<FileMade>,
    /// Its schemas.
    pub descriptions: Vec<OtherMade>,
}

impl TableMade {
    /// Its file in a format.
    pub fn file(&self, format: &str) -> Option<&FileMade> {
        self.files.iter().find(|file| file.format == format)
    }
}

/// What a file beside the tables is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The data again, in one file.
    Data,
    /// What explains the data.
    Documentation,
}

/// A file beside the tables.
#[derive(Debug, Clone)]
pub struct OtherMade {
    /// File name.
    pub name: String,
    /// Word that tells what it is.
    pub about: &'static str,
    /// Data or explanation.
    pub role: Role,
    /// Media type.
    pub media_type: &'static str,
    /// Name of its format, in small letters.
    pub format: &'static str,
    /// Code in the EU table of file types, if it has one.
    pub file_type: Option<&'static str>,
    /// Address from the root.
    pub url: String,
    /// Size and digests.
    pub info: FileInfo,
}

/// The open data of a collection.
#[derive(Debug, Clone, Default)]
pub struct Published {
    /// The tables that have rows.
    pub tables: Vec<TableMade>,
    /// Everything in one file; dictionary, schemas, card.
    pub others: Vec<OtherMade>,
}

impl Published {
    /// A table, if it has rows.
    pub fn table(&self, name: &str) -> Option<&TableMade> {
        self.tables.iter().find(|table| table.name == name)
    }
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
