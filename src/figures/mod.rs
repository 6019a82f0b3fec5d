//! The figures of the dashboard: rows of names and numbers, each with what stands behind it. Charts, tables and CSV files are all made
//! from them.

mod authors;
mod classes;
mod groups;
mod outcomes;
mod time;
mod votes;

use crate::model::{ContributionIx, OutcomeStatus, TopicIx};
use crate::plan::Dossier;

pub use time::Period;

/// The name of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Label {
    /// Text of the record.
    Text(String),
    /// A word of the language files.
    Word(String),
    /// A period that begins on this local day (number since 1970-01-01).
    Since(Period, i32),
    /// Whole numbers from the first to the last, both included; `None`: without end.
    Range(Option<i64>, Option<i64>),
    /// A label of a grouping.
    Group(crate::group::Label),
}

/// What stands behind a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Behind {
    /// A group, by its place among the groupings and in its grouping.
    Group(usize, usize),
    /// A topic with everything below it.
    Topic(TopicIx),
    /// Contributions without topic.
    NoTopic,
    /// The page of a ranking that this contribution stands on.
    Ranking(&'static str, ContributionIx),
    /// Outcomes of a status, or all.
    Outcomes(Option<OutcomeStatus>),
    /// Workshops.
    Workshops,
    /// A table of the open data.
    Table(&'static str),
    /// Where declared and counted numbers differ.
    Differences,
    /// All contributions.
    All,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its name in the CSV file, the same in every language.
    pub key: String,
    /// Its name for people.
    pub label: Label,
    /// A number for each column; `None` where it is not known.
    pub values: Vec<Option<u64>>,
    /// What stands behind the first of them.
    pub behind: Option<Behind>,
    /// The side it speaks of, for its colour: `for`, `against`, `neutral` or nothing.
    pub side: &'static str,
}

/// How a figure is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Bars that lie.
    Bars,
    /// Columns that stand, as for time.
    Columns,
}

/// A figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// Its id: `figure-<id>` and `figure-<id>-about` are its words, `<id>.csv` its file.
    pub id: &'static str,
    /// How it is drawn; the first column is.
    pub form: Form,
    /// Name of the first column, of the rows' names, in the CSV file.
    pub by: &'static str,
    /// Names of the columns of numbers in the CSV file.
    pub columns: Vec<&'static str>,
    /// The rows.
    pub rows: Vec<Row>,
    /// Things without a date, which no row of time can hold.
    pub undated: u64,
}

/// Makes a figure; nothing where it would say nothing.
pub type Maker = fn(&Dossier<'_>) -> Option<Figure>;

/// All figures, in the order of the page. Adding one is one function, one line and its words.
pub const FIGURES: &[Maker] = &[
    time::contributions,
    time::comments,
    time::votes,
    groups::topics,
    groups::kinds,
    groups::author_kinds,
    votes::sides,
    votes::support,
    votes::comments,
    votes::comment_sides,
    votes::declared,
    authors::activity,
    outcomes::answered,
    outcomes::workshops,
];

/// The figures of a consultation.
pub fn figures(dossier: &Dossier<'_>) -> Vec<Figure> {
    FIGURES.iter().filter_map(|make| make(dossier)).collect()
}

/// Figures of the archive: consultations side by side, and what was written when.
pub fn archive(dossiers: &[Dossier<'_>]) -> Vec<Figure> {
    if dossiers.len() < 2 { Vec::new() } else { [groups::consultations(dossiers), time::archive(dossiers)].into_iter().flatten().collect() }
}
