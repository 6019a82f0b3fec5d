//! `fields`: further fields of the platform that its profile allows.

use std::io;

use super::super::{Cell, Column, ColumnKind, Emit, Subject, Table};
use crate::export::{Reference, Target};

/// The table.
pub struct Fields;

impl Table for Fields {
    fn name(&self) -> &'static str {
        "fields"
    }

    fn references(&self) -> &'static [Reference] {
        &[Reference { columns: &["consultation_id", "kind", "id"], target: Target::Contribution, optional: false }]
    }

    fn columns(&self, _: &[Subject<'_>]) -> Vec<Column> {
        let required = |name| Column::required(name, ColumnKind::Text);
        let text = |name| Column::new(name, ColumnKind::Text);
        vec![required("consultation_id"), required("kind"), required("id"), required("field"), text("value")]
    }

    fn rows(&self, subject: &Subject<'_>, _: &[Column], emit: &mut Emit<'_>) -> io::Result<()> {
        let record = &subject.dossier.record;
        for extra in &record.extras {
            let contribution = record.contribution(extra.contribution);
            emit(&[
                Cell::text(&*record.slug),
                Cell::text(contribution.kind.word()),
                Cell::text(&*contribution.id),
                Cell::text(&*extra.name),
                Cell::text(&*extra.value),
            ])?;
        }
        Ok(())
    }
}
