//! `set_aside`: records that were not taken in, each with its reason. Quotes no cell of a personal column.

use std::io;

use super::super::{Cell, Column, ColumnKind, Emit, Subject, Table};

/// The table.
pub struct SetAsides;

impl Table for SetAsides {
    fn name(&self) -> &'static str {
        "set_aside"
    }

    fn columns(&self, _: &[Subject<'_>]) -> Vec<Column> {
        let required = |name| Column::required(name, ColumnKind::Text);
        vec![
            required("consultation_id"),
            required("source_file"),
            Column::required("source_row", ColumnKind::Integer),
            required("code"),
            required("message"),
        ]
    }

    fn rows(&self, subject: &Subject<'_>, _: &[Column], emit: &mut Emit<'_>) -> io::Result<()> {
        let record = &subject.dossier.record;
        for row in &record.set_aside {
            let number = i64::try_from(row.row).unwrap_or(i64::MAX);
            let message = row.reason.reason(subject.remarks);
            emit(&[Cell::text(&*record.slug), Cell::text(&*row.file), Cell::Integer(number), Cell::text(row.reason.code.id), Cell::text(message)])?;
        }
        Ok(())
    }
}
