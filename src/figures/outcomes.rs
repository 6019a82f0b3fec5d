//! What became of contributions, and what workshops brought beside the votes cast online.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Behind, Figure, Form, Label, Row};
use crate::model::{AuthorKind, ContributionIx, OutcomeStatus, Status};
use crate::plan::Dossier;

/// Published contributions by the status of the first outcome that speaks of them; those without any are the last row.
pub fn answered(dossier: &Dossier<'_>) -> Option<Figure> {
    let record = &dossier.record;
    if record.outcomes.iter().all(|outcome| outcome.contributions.is_empty()) {
        return None;
    }
    let mut status_of: FxHashMap<ContributionIx, Option<OutcomeStatus>> = FxHashMap::default();
    for outcome in &record.outcomes {
        for &ix in &outcome.contributions {
            let status = status_of.entry(ix).or_default();
            *status = status.or(outcome.status);
        }
    }
    let published = (0..).zip(&record.contributions).filter(|(_, c)| !c.missing && c.status == Status::Published);
    let mut counts: FxHashMap<Option<Option<OutcomeStatus>>, u64> = FxHashMap::default();
    for (ix, _) in published {
        *counts.entry(status_of.get(&ix).copied()).or_default() += 1;
    }
    let row = |key: &str, word: String, status: Option<Option<OutcomeStatus>>, behind: Option<Behind>| {
        let count = counts.get(&status).copied().unwrap_or(0);
        (count > 0).then(|| Row { key: key.to_owned(), label: Label::Word(word), values: vec![Some(count)], behind, side: "" })
    };
    let with = OutcomeStatus::ALL
        .iter()
        .map(|&status| row(status.word(), format!("outcome-status-{}", status.word()), Some(Some(status)), Some(Behind::Outcomes(Some(status)))));
    let rows: Vec<Row> = with
        .chain([
            row("answered", "outcome-none-status".to_owned(), Some(None), Some(Behind::Outcomes(None))),
            row("none", "outcome-no-answer".to_owned(), None, Some(Behind::Table("contributions"))),
        ])
        .flatten()
        .collect();
    Some(Figure { id: "outcomes", form: Form::Bars, by: "outcome_status", columns: vec!["contributions"], rows, undated: 0 })
}

/// Workshops: people, contributions; and the size of all collective authors. Never added to votes.
pub fn workshops(dossier: &Dossier<'_>) -> Option<Figure> {
    let record = &dossier.record;
    let rows: Vec<Row> = if record.workshops.is_empty() {
        let mut collectives: FxHashSet<u32> = FxHashSet::default();
        let mut contributions = 0u64;
        for author in record.contributions.iter().filter(|c| !c.missing).filter_map(|c| c.author) {
            if record.authors[author as usize].kind == AuthorKind::Collective {
                collectives.insert(author);
                contributions += 1;
            }
        }
        let people: u64 = collectives.iter().filter_map(|author| record.authors[*author as usize].size).map(u64::from).sum();
        let behind = dossier.groupings.iter().position(|grouped| grouped.id == "author-kind").and_then(|at| {
            let group = dossier.groupings[at].groups.iter().position(|group| group.key.slug == AuthorKind::Collective.word())?;
            Some(Behind::Group(at, group))
        });
        let row = Row {
            key: "collectives".to_owned(),
            label: Label::Word("author-kind-collective".to_owned()),
            values: vec![Some(people), Some(contributions)],
            behind,
            side: "",
        };
        if people == 0 { Vec::new() } else { vec![row] }
    } else {
        let row = |workshop: &crate::model::Workshop| Row {
            key: workshop.id.to_string(),
            label: Label::Text(workshop.title.to_string()),
            values: vec![workshop.participants.map(u64::from), Some(workshop.contributions.len() as u64)],
            behind: Some(Behind::Workshops),
            side: "",
        };
        record.workshops.iter().map(row).collect()
    };
    (!rows.is_empty()).then_some(Figure {
        id: "workshops",
        form: Form::Bars,
        by: "workshop_id",
        columns: vec!["participants", "contributions"],
        rows,
        undated: 0,
    })
}
