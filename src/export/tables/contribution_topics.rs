//! `contribution_topics`: all topics and tags of each contribution: its topic, the topics above it, and labels.

use std::io;

use super::super::{Cell, Column, ColumnKind, Emit, Subject, Table};
use crate::export::{Reference, Target};

/// The table.
pub struct ContributionTopics;

impl Table for ContributionTopics {
    fn name(&self) -> &'static str {
        "contribution_topics"
    }

    fn references(&self) -> &'static [Reference] {
        &[
            Reference { columns: &["consultation_id", "contribution_kind", "contribution_id"], target: Target::Contribution, optional: false },
            Reference { columns: &["consultation_id", "topic_id"], target: Target::Topic, optional: true },
        ]
    }

    fn columns(&self, _: &[Subject<'_>]) -> Vec<Column> {
        let required = |name| Column::required(name, ColumnKind::Text);
        let text = |name| Column::new(name, ColumnKind::Text);
        vec![
            required("consultation_id"),
            required("contribution_kind"),
            required("contribution_id"),
            required("relation"),
            text("topic_id"),
            required("title"),
        ]
    }

    fn rows(&self, subject: &Subject<'_>, _: &[Column], emit: &mut Emit<'_>) -> io::Result<()> {
        let record = &subject.dossier.record;
        for contribution in record.contributions.iter().filter(|contribution| !contribution.missing) {
            let row = |relation: &'static str, id: Option<&'_ str>, title: &'_ str, emit: &mut Emit<'_>| {
                let (kind, own) = (contribution.kind.word(), &*contribution.id);
                emit(&[Cell::text(&*record.slug), Cell::text(kind), Cell::text(own), Cell::text(relation), Cell::maybe(id), Cell::text(title)])
            };
            let path = contribution.topic.map(|topic| record.topic_path(topic)).unwrap_or_default();
            for (level, &topic) in path.iter().enumerate() {
                let relation = if level + 1 == path.len() { "topic" } else { "ancestor" };
                let topic = &record.topics[topic as usize];
                row(relation, Some(&topic.id), &topic.title, emit)?;
            }
            for tag in &contribution.tags {
                row("tag", None, tag, emit)?;
            }
        }
        Ok(())
    }
}
