//! How contributions are shared among those who wrote.

use super::{Behind, Figure, Form, Label, Row};
use crate::group::Activity;
use crate::plan::Dossier;

/// Authors by how many contributions they wrote.
pub fn activity(dossier: &Dossier<'_>) -> Option<Figure> {
    let mut counts = [(0u64, 0u64); Activity::classes()];
    let mut per_author = vec![0u32; dossier.record.authors.len()];
    for author in dossier.record.contributions.iter().filter(|c| !c.missing).filter_map(|c| c.author) {
        per_author[author as usize] += 1;
    }
    for &count in per_author.iter().filter(|count| **count > 0) {
        let (class, _) = Activity::class(count);
        counts[class] = (counts[class].0 + 1, counts[class].1 + u64::from(count));
    }
    let grouping = dossier.groupings.iter().position(|grouped| grouped.id == "activity")?;
    let rows: Vec<Row> = counts
        .into_iter()
        .enumerate()
        .filter(|(_, (authors, _))| *authors > 0)
        .map(|(class, (authors, contributions))| {
            let slug = Activity::slug(class);
            let group = dossier.groupings[grouping].groups.iter().position(|group| group.key.slug == slug);
            Row {
                label: Label::Word(format!("activity-{slug}")),
                key: slug,
                values: vec![Some(authors), Some(contributions)],
                behind: group.map(|group| Behind::Group(grouping, group)),
                side: "",
            }
        })
        .collect();
    (rows.len() > 1).then_some(Figure {
        id: "activity",
        form: Form::Bars,
        by: "contributions_from",
        columns: vec!["authors", "contributions"],
        rows,
        undated: 0,
    })
}
