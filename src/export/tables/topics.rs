//! `topics`: the tree, parents first.

use std::io;

use super::super::{Cell, Column, ColumnKind, Emit, Subject, Table};
use crate::export::{Reference, Target};
use crate::plan::{Branch, depth};

/// The table.
pub struct Topics;

impl Table for Topics {
    fn name(&self) -> &'static str {
        "topics"
    }

    fn key(&self) -> &'static [&'static str] {
        &["consultation_id", "topic_id"]
    }

    fn references(&self) -> &'static [Reference] {
        &[Reference { columns: &["consultation_id", "parent_topic_id"], target: Target::Topic, optional: true }]
    }

    fn columns(&self, _: &[Subject<'_>]) -> Vec<Column> {
        let required = |name| Column::required(name, ColumnKind::Text);
        let text = |name| Column::new(name, ColumnKind::Text);
        vec![
            required("consultation_id"),
            required("topic_id"),
            text("parent_topic_id"),
            required("title"),
            text("description"),
            Column::required("depth", ColumnKind::Integer),
            Column::required("contribution_count", ColumnKind::Integer),
            required("url"),
        ]
    }

    fn rows(&self, subject: &Subject<'_>, _: &[Column], emit: &mut Emit<'_>) -> io::Result<()> {
        let record = &subject.dossier.record;
        for (at, topic) in (0..).zip(&record.topics) {
            let branch = Branch::Topic(at);
            let number = |number: usize| Cell::Integer(i64::try_from(number).unwrap_or(i64::MAX));
            emit(&[
                Cell::text(&*record.slug),
                Cell::text(&*topic.id),
                Cell::maybe(topic.parent.map(|parent| &*record.topics[parent as usize].id)),
                Cell::text(&*topic.title),
                Cell::text(&*topic.description),
                number(depth(record, at)),
                number(subject.plan.branches.count(branch)),
                Cell::text(format!("{}/index.html", subject.plan.branch(branch))),
            ])?;
        }
        Ok(())
    }
}
