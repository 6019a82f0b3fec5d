//! `groups`: which group of every grouping each contribution is in.

use std::io;

use super::super::{Cell, Column, ColumnKind, Emit, Subject, Table};
use crate::export::{Reference, Target};
use crate::group::Label;

/// The table.
pub struct Groups;

impl Table for Groups {
    fn name(&self) -> &'static str {
        "groups"
    }

    fn references(&self) -> &'static [Reference] {
        &[Reference { columns: &["consultation_id", "contribution_kind", "contribution_id"], target: Target::Contribution, optional: false }]
    }

    fn columns(&self, _: &[Subject<'_>]) -> Vec<Column> {
        let required = |name| Column::required(name, ColumnKind::Text);
        let text = |name| Column::new(name, ColumnKind::Text);
        let count = |name| Column::new(name, ColumnKind::Integer);
        vec![
            required("consultation_id"),
            required("grouping"),
            required("group_id"),
            text("title"),
            required("contribution_kind"),
            required("contribution_id"),
            count("group_votes_for"),
            count("group_votes_against"),
            count("group_votes_neutral"),
        ]
    }

    fn rows(&self, subject: &Subject<'_>, _: &[Column], emit: &mut Emit<'_>) -> io::Result<()> {
        let record = &subject.dossier.record;
        for (grouped, planned) in subject.dossier.groupings.iter().zip(&subject.plan.groupings) {
            for (group, planned) in grouped.groups.iter().zip(&planned.groups) {
                let title = match &group.key.label {
                    Label::Text(text) => text.clone(),
                    Label::Word(key) => subject.words.text(key),
                    Label::Numbered(key, which) => subject.words.format(key, &[("name", which.as_str().into())]),
                    Label::Month(year, month) => subject.dates.month(*year, *month),
                };
                for &ix in &group.members {
                    let contribution = record.contribution(ix);
                    let votes = group.voters.map(|voters| subject.dossier.tallies.opinion[voters][ix as usize]);
                    emit(&[
                        Cell::text(&*record.slug),
                        Cell::text(grouped.id),
                        Cell::text(&*planned.stem),
                        Cell::text(title.as_str()),
                        Cell::text(contribution.kind.word()),
                        Cell::text(&*contribution.id),
                        Cell::count(votes.and_then(|votes| votes.favour)),
                        Cell::count(votes.and_then(|votes| votes.against)),
                        Cell::count(votes.and_then(|votes| votes.neutral)),
                    ])?;
                }
            }
        }
        Ok(())
    }
}
