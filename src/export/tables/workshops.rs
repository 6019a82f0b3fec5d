//! `workshops`: meetings in the real world, one row for each contribution they brought.

use std::io;

use super::super::{Cell, Column, ColumnKind, Emit, Subject, Table};
use crate::export::{Reference, Target};

/// The table.
pub struct Workshops;

impl Table for Workshops {
    fn name(&self) -> &'static str {
        "workshops"
    }

    fn references(&self) -> &'static [Reference] {
        &[Reference { columns: &["consultation_id", "cited_kind", "cited_id"], target: Target::Contribution, optional: true }]
    }

    fn columns(&self, _: &[Subject<'_>]) -> Vec<Column> {
        let required = |name| Column::required(name, ColumnKind::Text);
        let text = |name| Column::new(name, ColumnKind::Text);
        vec![
            required("consultation_id"),
            required("workshop_id"),
            required("title"),
            Column::new("held_on", ColumnKind::Date),
            text("place"),
            text("address"),
            Column::new("latitude", ColumnKind::Number),
            Column::new("longitude", ColumnKind::Number),
            Column::new("participants", ColumnKind::Integer),
            text("partner"),
            text("body"),
            text("cited_kind"),
            text("cited_id"),
            required("url"),
        ]
    }

    fn rows(&self, subject: &Subject<'_>, _: &[Column], emit: &mut Emit<'_>) -> io::Result<()> {
        let record = &subject.dossier.record;
        for (at, workshop) in record.workshops.iter().enumerate() {
            let point = workshop.place.as_ref().and_then(|place| place.point);
            let brought: Vec<Option<u32>> =
                if workshop.contributions.is_empty() { vec![None] } else { workshop.contributions.iter().copied().map(Some).collect() };
            for ix in brought {
                let contribution = ix.map(|ix| record.contribution(ix));
                emit(&[
                    Cell::text(&*record.slug),
                    Cell::text(&*workshop.id),
                    Cell::text(&*workshop.title),
                    Cell::date(workshop.date),
                    Cell::maybe(workshop.place.as_ref().and_then(|place| place.name.as_deref())),
                    Cell::maybe(workshop.address.as_deref()),
                    Cell::number(point.map(|point| point.0)),
                    Cell::number(point.map(|point| point.1)),
                    Cell::count(workshop.participants),
                    Cell::maybe(workshop.partner.as_deref()),
                    Cell::text(workshop.summary.to_plain()),
                    Cell::maybe(contribution.map(|c| c.kind.word())),
                    Cell::maybe(contribution.map(|c| &*c.id)),
                    Cell::text(subject.plan.workshop(record, at)),
                ])?;
            }
        }
        Ok(())
    }
}
