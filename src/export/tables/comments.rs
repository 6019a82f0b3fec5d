//! `comments`: one row for each comment, in reading order.

use std::io;

use super::super::{Cell, Column, ColumnKind, Emit, Subject, Table};
use super::{Dates, author_cells, author_columns, date_kind};
use crate::export::{Reference, Target};

/// The table.
pub struct Comments;

impl Table for Comments {
    fn name(&self) -> &'static str {
        "comments"
    }

    fn key(&self) -> &'static [&'static str] {
        &["consultation_id", "comment_id"]
    }

    fn references(&self) -> &'static [Reference] {
        &[
            Reference { columns: &["consultation_id", "contribution_kind", "contribution_id"], target: Target::Contribution, optional: false },
            Reference { columns: &["consultation_id", "parent_comment_id"], target: Target::Comment, optional: true },
        ]
    }

    fn columns(&self, subjects: &[Subject<'_>]) -> Vec<Column> {
        use ColumnKind::{Integer, Text};
        let all = || subjects.iter().flat_map(|subject| &subject.dossier.record.comments);
        let mut columns: Vec<Column> =
            ["consultation_id", "comment_id", "contribution_kind", "contribution_id"].map(|name| Column::required(name, Text)).into();
        columns.extend(["parent_comment_id", "side", "body"].map(|name| Column::new(name, Text)));
        columns.extend(author_columns());
        columns
            .extend([Column::new("created_at", date_kind(all().map(|c| c.created))), Column::new("updated_at", date_kind(all().map(|c| c.updated)))]);
        columns.extend([Column::required("status", Text), Column::new("language", Text)]);
        columns.extend(["votes_for", "votes_against", "votes_neutral"].map(|name| Column::new(name, Integer)));
        columns.extend([
            Column::required("url", Text),
            Column::new("source_url", Text),
            Column::required("source_file", Text),
            Column::required("source_row", Integer),
        ]);
        columns
    }

    fn rows(&self, subject: &Subject<'_>, columns: &[Column], emit: &mut Emit<'_>) -> io::Result<()> {
        let record = &subject.dossier.record;
        let created = Dates::new(columns, "created_at", record.comments.iter().map(|c| c.created));
        let updated = Dates::new(columns, "updated_at", record.comments.iter().map(|c| c.updated));
        let mut cells: Vec<Cell<'_>> = Vec::with_capacity(24);
        for (at, comment) in (0..).zip(&record.comments) {
            let contribution = record.contribution(comment.contribution);
            cells.clear();
            cells.extend([
                Cell::text(&*record.slug),
                Cell::text(&*comment.id),
                Cell::text(contribution.kind.word()),
                Cell::text(&*contribution.id),
                Cell::maybe(comment.parent.map(|parent| &*record.comments[parent as usize].id)),
                Cell::text(comment.side.word()),
                Cell::text(comment.body.to_plain()),
            ]);
            cells.extend(author_cells(record, comment.author));
            cells.extend([
                created.cell(comment.created),
                updated.cell(comment.updated),
                Cell::text(comment.status.word()),
                Cell::maybe(comment.language.as_deref()),
            ]);
            cells.extend(comment.declared.map(Cell::count));
            let (file, row) = record.origin(comment.origin);
            cells.extend([
                Cell::text(subject.plan.comment(record, at)),
                Cell::maybe(comment.source_url.as_deref()),
                Cell::text(file),
                Cell::Integer(i64::from(row)),
            ]);
            emit(&cells)?;
        }
        Ok(())
    }
}
