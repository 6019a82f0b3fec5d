//! `votes`: votes counted from rows, by contribution and day; never single votes.

use std::io;

use super::super::{Cell, Column, ColumnKind, Emit, Subject, Table};
use crate::export::{Reference, Target};
use crate::model::{Moment, Precision, VoteCounts};

/// The table.
pub struct VotesByDay;

impl Table for VotesByDay {
    fn name(&self) -> &'static str {
        "votes"
    }

    fn references(&self) -> &'static [Reference] {
        &[Reference { columns: &["consultation_id", "contribution_kind", "contribution_id"], target: Target::Contribution, optional: false }]
    }

    fn columns(&self, _: &[Subject<'_>]) -> Vec<Column> {
        let required = |name| Column::required(name, ColumnKind::Text);
        let count = |name| Column::new(name, ColumnKind::Integer);
        vec![
            required("consultation_id"),
            required("contribution_kind"),
            required("contribution_id"),
            Column::new("voted_on", ColumnKind::Date),
            count("votes_for"),
            count("votes_against"),
            count("votes_neutral"),
        ]
    }

    fn rows(&self, subject: &Subject<'_>, _: &[Column], emit: &mut Emit<'_>) -> io::Result<()> {
        let record = &subject.dossier.record;
        for day in &subject.dossier.tallies.days {
            let contribution = record.contribution(day.contribution);
            let date = day.day.map(|day| Moment { seconds: i64::from(day) * 86_400, offset: 0, precision: Precision::Day });
            let [favour, against, neutral] = VoteCounts::of(day.votes, record.vote_sides).parts().map(Cell::count);
            emit(&[
                Cell::text(&*record.slug),
                Cell::text(contribution.kind.word()),
                Cell::text(&*contribution.id),
                Cell::date(date),
                favour,
                against,
                neutral,
            ])?;
        }
        Ok(())
    }
}
