//! `participants`: how many authors of each kind there are by place and by what the export says of persons; small counts are hidden.

use std::collections::BTreeMap;
use std::io;

use rustc_hash::FxHashSet;

use super::super::{Cell, Column, ColumnKind, Emit, Subject, Table};
use crate::model::{AuthorIx, AuthorKind, Consultation};
use crate::privacy::{personal_attribute, suppress};

/// The table.
pub struct Participants;

/// The kinds of authors, in the order of the cells.
const KINDS: &[AuthorKind] = &[AuthorKind::Person, AuthorKind::Organisation, AuthorKind::Collective, AuthorKind::Unknown];

impl Table for Participants {
    fn name(&self) -> &'static str {
        "participants"
    }

    fn key(&self) -> &'static [&'static str] {
        &["consultation_id", "attribute", "attribute_value", "author_kind"]
    }

    fn columns(&self, _: &[Subject<'_>]) -> Vec<Column> {
        let required = |name| Column::required(name, ColumnKind::Text);
        let mut columns: Vec<Column> = ["consultation_id", "attribute", "attribute_value", "author_kind"].map(required).into();
        columns.extend([Column::new("persons", ColumnKind::Integer), required("persons_hidden")]);
        columns
    }

    fn rows(&self, subject: &Subject<'_>, _: &[Column], emit: &mut Emit<'_>) -> io::Result<()> {
        let record = &subject.dossier.record;
        for (attribute, values) in attributes(record) {
            let of = |kind: AuthorKind| {
                let count =
                    |authors: &FxHashSet<AuthorIx>| authors.iter().filter(|&&author| record.authors[author as usize].kind == kind).count() as u64;
                values.values().map(count).collect::<Vec<u64>>()
            };
            // A kind that nobody is of has no cells to hide among.
            let kinds: Vec<(AuthorKind, Vec<u64>)> =
                KINDS.iter().map(|&kind| (kind, of(kind))).filter(|(_, counts)| counts.iter().any(|&count| count > 0)).collect();
            let counts: Vec<Vec<u64>> = (0..values.len()).map(|at| kinds.iter().map(|(_, counts)| counts[at]).collect()).collect();
            let shown = suppress(&counts, subject.dossier.threshold);
            if shown.iter().flatten().all(Option::is_none) {
                continue;
            }
            for (value, row) in values.keys().zip(&shown) {
                for ((kind, _), cell) in kinds.iter().zip(row).filter(|(_, cell)| **cell != Some(0)) {
                    emit(&[
                        Cell::text(&*record.slug),
                        Cell::text(attribute),
                        Cell::text(*value),
                        Cell::text(kind.word()),
                        Cell::count(cell.and_then(|count| i64::try_from(count).ok())),
                        Cell::text(if cell.is_some() { "false" } else { "true" }),
                    ])?;
                }
            }
        }
        Ok(())
    }
}

/// By attribute and value: who. The place of what somebody wrote is the first attribute, further fields that speak of persons follow.
fn attributes(record: &Consultation) -> BTreeMap<&str, BTreeMap<&str, FxHashSet<AuthorIx>>> {
    let mut found: BTreeMap<&str, BTreeMap<&str, FxHashSet<AuthorIx>>> = BTreeMap::new();
    for contribution in record.contributions.iter().filter(|contribution| !contribution.missing) {
        let place = contribution.place.as_ref().and_then(|place| place.name.as_deref());
        if let (Some(author), Some(place)) = (contribution.author, place) {
            found.entry("place").or_default().entry(place).or_default().insert(author);
        }
    }
    for extra in record.extras.iter().filter(|extra| personal_attribute(&extra.name)) {
        if let Some(author) = record.contribution(extra.contribution).author {
            found.entry(&extra.name).or_default().entry(&extra.value).or_default().insert(author);
        }
    }
    // One value tells nothing apart.
    found.retain(|_, values| values.len() > 1);
    found
}
