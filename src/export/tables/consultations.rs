//! `consultations`: one row for each consultation of the archive.

use std::io;

use super::super::{Cell, Column, ColumnKind, Emit, Subject, Table};
use crate::map::Coverage;

/// The table.
pub struct Consultations;

impl Table for Consultations {
    fn name(&self) -> &'static str {
        "consultations"
    }

    fn key(&self) -> &'static [&'static str] {
        &["consultation_id"]
    }

    fn of_archive(&self) -> bool {
        true
    }

    fn areas<'a>(&self, subject: &'a Subject<'_>) -> Option<&'a Coverage> {
        subject.dossier.coverage.as_ref()
    }

    fn columns(&self, _: &[Subject<'_>]) -> Vec<Column> {
        let text = |name| Column::new(name, ColumnKind::Text);
        let day = |name| Column::new(name, ColumnKind::Date);
        let count = |name| Column::required(name, ColumnKind::Integer);
        vec![
            Column::required("consultation_id", ColumnKind::Text),
            Column::required("title", ColumnKind::Text),
            text("summary"),
            day("opened_on"),
            day("closed_on"),
            text("organiser"),
            text("territory"),
            text("insee_code"),
            text("audience"),
            text("method"),
            count("contribution_count"),
            count("comment_count"),
            count("author_count"),
            count("outcome_count"),
            count("workshop_count"),
            Column::required("url", ColumnKind::Text),
            Column::required("data_url", ColumnKind::Text),
        ]
    }

    fn rows(&self, subject: &Subject<'_>, _: &[Column], emit: &mut Emit<'_>) -> io::Result<()> {
        let dossier = subject.dossier;
        let record = &dossier.record;
        let config = &dossier.content.config;
        let number = |number: usize| Cell::Integer(i64::try_from(number).unwrap_or(i64::MAX));
        emit(&[
            Cell::text(&*record.slug),
            Cell::text(&*config.title),
            Cell::text(config.summary.trim()),
            Cell::date(dossier.opened),
            Cell::date(dossier.closed),
            Cell::maybe(config.organiser.as_deref()),
            Cell::maybe(config.territory.as_ref().map(|territory| territory.name())),
            Cell::maybe(config.territory.as_ref().and_then(|territory| territory.insee())),
            Cell::maybe(config.audience.as_deref()),
            Cell::maybe(config.method.as_deref().map(str::trim)),
            number(record.contributions.iter().filter(|contribution| !contribution.missing).count()),
            number(record.comments.len()),
            number(dossier.author_count()),
            number(record.outcomes.len()),
            number(record.workshops.len()),
            Cell::text(subject.plan.home()),
            Cell::text(subject.plan.file("data.html")),
        ])
    }
}
