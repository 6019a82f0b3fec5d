//! `translations`: contributions in their other languages.

use std::io;

use super::super::{Cell, Column, ColumnKind, Emit, Subject, Table};
use crate::export::{Reference, Target};

/// The table.
pub struct Translations;

impl Table for Translations {
    fn name(&self) -> &'static str {
        "translations"
    }

    fn references(&self) -> &'static [Reference] {
        &[Reference { columns: &["consultation_id", "contribution_kind", "contribution_id"], target: Target::Contribution, optional: false }]
    }

    fn columns(&self, _: &[Subject<'_>]) -> Vec<Column> {
        let required = |name| Column::required(name, ColumnKind::Text);
        let text = |name| Column::new(name, ColumnKind::Text);
        vec![required("consultation_id"), required("contribution_kind"), required("contribution_id"), text("language"), text("title"), text("body")]
    }

    fn rows(&self, subject: &Subject<'_>, _: &[Column], emit: &mut Emit<'_>) -> io::Result<()> {
        let record = &subject.dossier.record;
        for translation in &record.translations {
            let contribution = record.contribution(translation.contribution);
            emit(&[
                Cell::text(&*record.slug),
                Cell::text(contribution.kind.word()),
                Cell::text(&*contribution.id),
                Cell::text(&*translation.language),
                Cell::text(&*translation.title),
                Cell::text(translation.body.to_plain()),
            ])?;
        }
        Ok(())
    }
}
