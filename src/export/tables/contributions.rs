//! `contributions`: one row for each contribution of the record; placeholders have none.

use std::io;

use super::super::{Cell, Column, ColumnKind, Emit, Subject, Table};
use super::{Dates, author_cells, author_columns, date_kind};
use crate::export::{Reference, Target};
use crate::model::{VoteCounts, VotesBasis};
use crate::rank::RANKINGS;

/// The table.
pub struct Contributions;

impl Table for Contributions {
    fn name(&self) -> &'static str {
        "contributions"
    }

    fn key(&self) -> &'static [&'static str] {
        &["consultation_id", "kind", "contribution_id"]
    }

    fn references(&self) -> &'static [Reference] {
        &[
            Reference { columns: &["consultation_id", "topic_id"], target: Target::Topic, optional: true },
            Reference { columns: &["consultation_id", "parent_kind", "parent_id"], target: Target::Contribution, optional: true },
        ]
    }

    fn columns(&self, subjects: &[Subject<'_>]) -> Vec<Column> {
        use ColumnKind::{Integer, Number, Text};
        let all = || subjects.iter().flat_map(|subject| &subject.dossier.record.contributions);
        let created = date_kind(all().map(|c| c.created));
        let updated = date_kind(all().map(|c| c.updated));
        let mut columns = vec![
            Column::required("consultation_id", Text),
            Column::required("contribution_id", Text),
            Column::required("kind", Text),
            Column::new("parent_kind", Text),
            Column::new("parent_id", Text),
            Column::new("topic_id", Text),
            Column::new("topic_title", Text),
            Column::new("title", Text),
            Column::new("body", Text),
        ];
        columns.extend(author_columns());
        columns.extend([
            Column::new("created_at", created),
            Column::new("created_unix", Integer),
            Column::new("updated_at", updated),
            Column::required("status", Text),
            Column::new("language", Text),
        ]);
        columns.extend(["votes_for", "votes_against", "votes_neutral"].map(|name| Column::new(name, Integer)));
        columns.push(Column::required("votes_basis", Text));
        for name in [
            "declared_votes_for",
            "declared_votes_against",
            "declared_votes_neutral",
            "counted_votes_for",
            "counted_votes_against",
            "counted_votes_neutral",
            "comment_count",
        ] {
            columns.push(Column::new(name, Integer));
        }
        columns.push(Column::required("comment_basis", Text));
        columns.push(Column::new("declared_comment_count", Integer));
        for ranking in rankings(subjects) {
            columns.push(Column::new(format!("rank_{ranking}"), Integer));
            columns.push(Column::new(format!("score_{ranking}"), Integer));
        }
        columns.extend([Column::new("latitude", Number), Column::new("longitude", Number)]);
        columns.extend(["place", "outcome_status"].map(|name| Column::new(name, Text)));
        columns.push(Column::required("url", Text));
        columns.extend([Column::new("source_url", Text), Column::required("source_file", Text), Column::required("source_row", Integer)]);
        columns
    }

    fn rows(&self, subject: &Subject<'_>, columns: &[Column], emit: &mut Emit<'_>) -> io::Result<()> {
        let dossier = subject.dossier;
        let record = &dossier.record;
        let created = Dates::new(columns, "created_at", record.contributions.iter().map(|c| c.created));
        let updated = Dates::new(columns, "updated_at", record.contributions.iter().map(|c| c.updated));
        // By ranking of the columns: the consultation's own, if it publishes that one.
        let rankings: Vec<_> = columns
            .iter()
            .filter_map(|column| column.name.strip_prefix("rank_"))
            .map(|id| dossier.published().find(|ranked| ranked.id == id))
            .collect();
        let mut outcomes: Vec<(u32, &'static str)> = record
            .outcomes
            .iter()
            .filter_map(|outcome| Some((outcome, outcome.status?.word())))
            .flat_map(|(outcome, status)| outcome.contributions.iter().map(move |&ix| (ix, status)))
            .collect();
        outcomes.sort_by_key(|(ix, _)| *ix);
        let mut cells: Vec<Cell<'_>> = Vec::with_capacity(64);
        for (ix, contribution) in (0..).zip(&record.contributions) {
            if contribution.missing {
                continue;
            }
            let figures = dossier.tallies.of(ix);
            let parent = contribution.parent.map(|parent| record.contribution(parent));
            let topic = contribution.topic.map(|topic| &record.topics[topic as usize]);
            cells.clear();
            cells.extend([
                Cell::text(&*record.slug),
                Cell::text(&*contribution.id),
                Cell::text(contribution.kind.word()),
                Cell::maybe(parent.map(|parent| parent.kind.word())),
                Cell::maybe(parent.map(|parent| &*parent.id)),
                Cell::maybe(topic.map(|topic| &*topic.id)),
                Cell::maybe(topic.map(|topic| &*topic.title)),
                Cell::text(&*contribution.title),
                Cell::text(contribution.body.to_plain()),
            ]);
            cells.extend(author_cells(record, contribution.author));
            cells.extend([
                created.cell(contribution.created),
                Cell::count(dossier.created_unix(ix)),
                updated.cell(contribution.updated),
                Cell::text(contribution.status.word()),
                Cell::maybe(contribution.language.as_deref()),
            ]);
            let basis = figures.basis.unwrap_or(VotesBasis::None);
            cells.extend(figures.votes.parts().map(Cell::count));
            cells.push(Cell::text(basis.word()));
            cells.extend(contribution.declared.map(Cell::count));
            cells.extend(figures.counted.unwrap_or(VoteCounts::UNKNOWN).parts().map(Cell::count));
            cells.extend([Cell::count(figures.comments), Cell::text(figures.comment_basis()), Cell::count(contribution.declared_comments)]);
            for ranked in &rankings {
                let rank = ranked.map(|ranked| ranked.ranks[ix as usize]).filter(|&rank| rank > 0);
                cells.extend([Cell::count(rank), Cell::count(ranked.and_then(|ranked| ranked.scores[ix as usize]))]);
            }
            let point = contribution.place.as_ref().and_then(|place| place.point);
            cells.extend([Cell::number(point.map(|point| point.0)), Cell::number(point.map(|point| point.1))]);
            cells.push(Cell::maybe(contribution.place.as_ref().and_then(|place| place.name.as_deref())));
            let outcome = outcomes.get(outcomes.partition_point(|(other, _)| *other < ix)).filter(|(other, _)| *other == ix);
            cells.push(Cell::maybe(outcome.map(|(_, status)| *status)));
            let (file, row) = record.origin(contribution.origin);
            cells.extend([
                Cell::text(subject.plan.contribution(record, ix)),
                Cell::maybe(contribution.source_url.as_deref()),
                Cell::text(file),
                Cell::Integer(i64::from(row)),
            ]);
            emit(&cells)?;
        }
        Ok(())
    }
}

/// The rankings that any of these consultations publishes: its own order where there is one consultation, else the registry's.
fn rankings(subjects: &[Subject<'_>]) -> Vec<&'static str> {
    if let [subject] = subjects {
        return subject.dossier.published().map(|ranked| ranked.id).collect();
    }
    let published = |id: &str| subjects.iter().any(|subject| subject.dossier.published().any(|ranked| ranked.id == id));
    RANKINGS.iter().map(|ranking| ranking.id()).filter(|id| published(id)).collect()
}
