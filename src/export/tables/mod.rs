//! The tables. Each is one file; adding one is one file and one line.

mod changes;
mod comments;
mod consultations;
mod contribution_topics;
mod contributions;
mod fields;
mod groups;
mod outcomes;
mod participants;
mod set_aside;
mod topics;
mod translations;
mod votes;
mod workshops;

use super::{Cell, Column, ColumnKind, Subject, Table};
use crate::model::{Author, AuthorIx, Consultation, ContributionIx, Moment, Precision};

/// All tables, in the order they are described.
pub const TABLES: &[&dyn Table] = &[
    &consultations::Consultations,
    &contributions::Contributions,
    &comments::Comments,
    &topics::Topics,
    &contribution_topics::ContributionTopics,
    &fields::Fields,
    &translations::Translations,
    &groups::Groups,
    &outcomes::Outcomes,
    &participants::Participants,
    &workshops::Workshops,
    &votes::VotesByDay,
    &changes::ChangesTable,
    &set_aside::SetAsides,
];

/// The table of contributions, of which the logs are made.
pub fn contributions() -> &'static dyn Table {
    &contributions::Contributions
}

/// Writes the column `created_at` of a consultation's contributions.
pub fn created<'s>(subject: &'s Subject<'_>) -> Box<dyn Fn(ContributionIx) -> Option<String> + 's> {
    let columns = contributions().columns(std::slice::from_ref(subject));
    let record = &subject.dossier.record;
    let dates = Dates::new(&columns, "created_at", record.contributions.iter().map(|c| c.created));
    Box::new(move |ix| {
        let created = record.contribution(ix).created?;
        Some(dates.cell(Some(created)).as_text(&mut String::new()).to_owned())
    })
}

/// The columns that say who wrote.
fn author_columns() -> [Column; 4] {
    [
        Column::new("author_id", ColumnKind::Text),
        Column::new("author_name", ColumnKind::Text),
        Column::new("author_kind", ColumnKind::Text),
        Column::new("author_size", ColumnKind::Integer),
    ]
}

/// Their cells.
fn author_cells(record: &Consultation, author: Option<AuthorIx>) -> [Cell<'_>; 4] {
    match author.map(|author| &record.authors[author as usize]) {
        None => [Cell::Empty, Cell::Empty, Cell::Empty, Cell::Empty],
        Some(Author { code, name, kind, size }) => [Cell::text(&**code), Cell::maybe(name.as_deref()), Cell::text(kind.word()), Cell::count(*size)],
    }
}

/// The type of a column of dates: days where nothing is known more exactly.
fn date_kind(dates: impl Iterator<Item = Option<Moment>>) -> ColumnKind {
    let mut any = false;
    for date in dates.flatten() {
        if date.precision == Precision::Second {
            return ColumnKind::DateTime;
        }
        any = true;
    }
    if any { ColumnKind::Date } else { ColumnKind::DateTime }
}

/// How the dates of a consultation are written in a column.
#[derive(Clone, Copy)]
struct Dates {
    /// The column's type, which other consultations have a say in.
    column: ColumnKind,
    /// What it would be for this consultation alone.
    own: ColumnKind,
}

impl Dates {
    fn new(columns: &[Column], name: &str, dates: impl Iterator<Item = Option<Moment>>) -> Self {
        let column = columns.iter().find(|column| column.name == name).map_or(ColumnKind::DateTime, |column| column.kind);
        Self { column, own: date_kind(dates) }
    }

    /// A date in the form of its column. Days of a consultation that has nothing else begin in UTC, as their scores do.
    fn cell<'a>(self, date: Option<Moment>) -> Cell<'a> {
        match (date, self.column, self.own) {
            (None, _, _) => Cell::Empty,
            (Some(date), ColumnKind::Date, _) => Cell::Date(date),
            (Some(date), _, ColumnKind::Date) => Cell::DateTime(date.in_utc()),
            (Some(date), _, _) => Cell::DateTime(date),
        }
    }
}
