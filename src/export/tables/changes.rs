//! `changes`: what is other than in the export before, a row for each contribution and thing. Texts are not quoted: of titles and
//! bodies it gives the lengths, for what somebody took out of a text was taken out for a reason.

use std::io;

use super::super::{Cell, Column, ColumnKind, Emit, Subject, Table};
use crate::changes::{Edit, Key};
use crate::export::{Reference, Target};

/// The table.
pub struct ChangesTable;

impl Table for ChangesTable {
    fn name(&self) -> &'static str {
        "changes"
    }

    fn references(&self) -> &'static [Reference] {
        &[Reference { columns: &["consultation_id", "kind", "contribution_id"], target: Target::Contribution, optional: false }]
    }

    fn columns(&self, _: &[Subject<'_>]) -> Vec<Column> {
        let required = |name| Column::required(name, ColumnKind::Text);
        let text = |name| Column::new(name, ColumnKind::Text);
        let date = |name| Column::required(name, ColumnKind::Date);
        vec![
            required("consultation_id"),
            date("edition_before"),
            date("edition_after"),
            required("kind"),
            required("contribution_id"),
            required("change"),
            text("field"),
            text("before"),
            text("after"),
            required("url"),
        ]
    }

    fn rows(&self, subject: &Subject<'_>, _: &[Column], emit: &mut Emit<'_>) -> io::Result<()> {
        let record = &subject.dossier.record;
        for changes in &subject.dossier.changes {
            let days = [changes.before.edition.moment(), changes.after.edition.moment()];
            let mut row = |key: &Key, change: &'static str, field: &'static str, before: Cell<'_>, after: Cell<'_>| -> io::Result<()> {
                // Everything that any edition held is in the record, if only as withdrawn.
                let Some(ix) = record.find(key.kind, &key.id) else { return Ok(()) };
                emit(&[
                    Cell::text(&*record.slug),
                    Cell::Date(days[0]),
                    Cell::Date(days[1]),
                    Cell::text(key.kind.word()),
                    Cell::text(&*key.id),
                    Cell::text(change),
                    Cell::text(field),
                    before,
                    after,
                    Cell::text(subject.plan.contribution(record, ix)),
                ])
            };
            for key in &changes.added {
                row(key, "added", "", Cell::Empty, Cell::Empty)?;
            }
            for key in &changes.removed {
                row(key, "removed", "", Cell::Empty, Cell::Empty)?;
            }
            for edited in &changes.edited {
                for edit in &edited.edits {
                    let (before, after) = match edit {
                        Edit::Title(text) | Edit::Body(text) => (Cell::text(text.before.to_string()), Cell::text(text.after.to_string())),
                        Edit::Topic(before, after) => (Cell::maybe(before.as_deref()), Cell::maybe(after.as_deref())),
                        Edit::Status(before, after) => (Cell::text(before.word()), Cell::text(after.word())),
                    };
                    row(&edited.key, "edited", edit.field(), before, after)?;
                }
            }
            for counted in &changes.counts {
                for &(field, before, after) in &counted.fields {
                    let cell = |count: Option<u32>| Cell::maybe(count.map(|count| count.to_string()));
                    row(&counted.key, "counts", field, cell(before), cell(after))?;
                }
            }
        }
        Ok(())
    }
}
