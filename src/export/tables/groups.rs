//! `groups`: which group of every grouping each contribution is in.

use std::io;

use super::super::{Cell, Column, ColumnKind, Emit, Subject, Table};
use crate::group::Label;

/// The table.
pub struct Groups;

impl Table for Groups {
    fn name(&self) -> &'static str {
        "groups"
    }

    fn columns(&self, _: &Subject<'_>) -> Vec<Column> {
        let required = |name| Column::required(name, ColumnKind::Text);
        let text = |name| Column::new(name, ColumnKind::Text);
        vec![
            required("consultation_id"),
            required("grouping"),
            required("group_id"),
            text("title"),
            required("contribution_kind"),
            required("contribution_id"),
        ]
    }

    fn rows(&self, subject: &Subject<'_>, emit: &mut Emit<'_>) -> io::Result<()> {
        let record = &subject.dossier.record;
        for (grouped, stems) in subject.dossier.groupings.iter().zip(&subject.plan.groups) {
            for (group, stem) in grouped.groups.iter().zip(stems) {
                let title = match &group.key.label {
                    Label::Text(text) => text.clone(),
                    Label::Word(key) => subject.words.text(key),
                    Label::Month(year, month) => subject.dates.month(*year, *month),
                };
                for &ix in &group.members {
                    let contribution = record.contribution(ix);
                    emit(&[
                        Cell::text(&*record.slug),
                        Cell::text(grouped.id),
                        Cell::text(&**stem),
                        Cell::text(title.as_str()),
                        Cell::text(contribution.kind.word()),
                        Cell::text(&*contribution.id),
                    ])?;
                }
            }
        }
        Ok(())
    }
}
