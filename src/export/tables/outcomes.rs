//! `outcomes`: answers, decisions and commitments, one row for each contribution they speak of.

use std::io;

use super::super::{Cell, Column, ColumnKind, Emit, Subject, Table};
use crate::export::{Reference, Target};

/// The table.
pub struct Outcomes;

impl Table for Outcomes {
    fn name(&self) -> &'static str {
        "outcomes"
    }

    fn references(&self) -> &'static [Reference] {
        &[Reference { columns: &["consultation_id", "cited_kind", "cited_id"], target: Target::Contribution, optional: true }]
    }

    fn columns(&self, _: &[Subject<'_>]) -> Vec<Column> {
        let required = |name| Column::required(name, ColumnKind::Text);
        let text = |name| Column::new(name, ColumnKind::Text);
        vec![
            required("consultation_id"),
            required("outcome_id"),
            text("outcome_status"),
            text("title"),
            text("body"),
            text("author"),
            Column::new("decided_on", ColumnKind::Date),
            text("source_url"),
            text("cited_kind"),
            text("cited_id"),
        ]
    }

    fn rows(&self, subject: &Subject<'_>, _: &[Column], emit: &mut Emit<'_>) -> io::Result<()> {
        let record = &subject.dossier.record;
        for outcome in &record.outcomes {
            let cited: Vec<Option<u32>> =
                if outcome.contributions.is_empty() { vec![None] } else { outcome.contributions.iter().copied().map(Some).collect() };
            for ix in cited {
                let contribution = ix.map(|ix| record.contribution(ix));
                emit(&[
                    Cell::text(&*record.slug),
                    Cell::text(&*outcome.id),
                    Cell::maybe(outcome.status.map(|status| status.word())),
                    Cell::text(&*outcome.title),
                    Cell::text(outcome.body.to_plain()),
                    Cell::maybe(outcome.author.as_deref()),
                    Cell::date(outcome.date),
                    Cell::maybe(outcome.source_url.as_deref()),
                    Cell::maybe(contribution.map(|c| c.kind.word())),
                    Cell::maybe(contribution.map(|c| &*c.id)),
                ])?;
            }
        }
        Ok(())
    }
}
