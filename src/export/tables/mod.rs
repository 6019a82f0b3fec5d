//! The tables. Each is one file; adding one is one file and one line.

mod changes;
mod comments;
mod consultations;
mod contribution_topics;
mod contributions;
mod fields;
mod groups;
mod outcomes;
mod set_aside;
mod topics;
mod translations;
mod votes;
mod workshops;

use super::{Cell, Column, ColumnKind, Table};
use crate::model::{Author, AuthorIx, Consultation, Moment, Precision};

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
    &workshops::Workshops,
    &votes::VotesByDay,
    &changes::ChangesTable,
    &set_aside::SetAsides,
];

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

/// The type of a column among these.
fn kind_of(columns: &[Column], name: &str) -> ColumnKind {
    columns.iter().find(|column| column.name == name).map_or(ColumnKind::DateTime, |column| column.kind)
}

/// A date in the form of its column.
fn date_cell<'a>(date: Option<Moment>, kind: ColumnKind) -> Cell<'a> {
    match (date, kind) {
        (None, _) => Cell::Empty,
        (Some(date), ColumnKind::Date) => Cell::Date(date),
        (Some(date), _) => Cell::DateTime(date.published()),
    }
}
