//! Contributions by what groupings say: topic, kind, kind of author; and consultations side by side.

use super::{Behind, Figure, Form, Label, Row};
use crate::model::TopicIx;
use crate::plan::Dossier;

/// Bars of a chart, at most; what is smaller is one row together.
const BARS: usize = 24;

/// By topic: the roots of the tree or, below a single one, its sub-topics; each with everything below it.
pub fn topics(dossier: &Dossier<'_>) -> Option<Figure> {
    let record = &dossier.record;
    let mut counts: Vec<u64> = vec![0; record.topics.len()];
    let mut votes: Vec<Option<u64>> = vec![None; record.topics.len()];
    let mut none = (0, None);
    for (contribution, figures) in record.contributions.iter().zip(&dossier.tallies.figures).filter(|(c, _)| !c.missing) {
        let (count, sum) = match contribution.topic {
            Some(topic) => (&mut counts[topic as usize], &mut votes[topic as usize]),
            None => (&mut none.0, &mut none.1),
        };
        *count += 1;
        *sum = added(*sum, figures.votes.total());
    }
    // Parents come before what is below them: from the end, each gives its sums to its parent.
    let mut below: Vec<Vec<TopicIx>> = vec![Vec::new(); record.topics.len()];
    let mut roots: Vec<TopicIx> = Vec::new();
    for at in (0..record.topics.len() as TopicIx).rev() {
        match record.topics[at as usize].parent {
            Some(parent) => {
                counts[parent as usize] += counts[at as usize];
                votes[parent as usize] = added(votes[parent as usize], votes[at as usize]);
                below[parent as usize].push(at);
            }
            None => roots.push(at),
        }
    }
    let children = |parent: Option<TopicIx>| {
        let list = parent.map_or(&roots, |parent| &below[parent as usize]);
        list.iter().rev().copied().collect::<Vec<TopicIx>>()
    };
    let mut shown = children(None);
    while let [only] = shown[..] {
        let below = children(Some(only));
        if below.is_empty() {
            return None;
        }
        shown = below;
    }
    let mut rows: Vec<Row> = shown
        .into_iter()
        .filter(|topic| counts[*topic as usize] > 0)
        .map(|topic| Row {
            key: record.topics[topic as usize].id.to_string(),
            label: Label::Text(record.topics[topic as usize].title.to_string()),
            values: vec![Some(counts[topic as usize]), votes[topic as usize]],
            behind: Some(Behind::Topic(topic)),
            side: "",
        })
        .collect();
    if none.0 > 0 {
        rows.push(Row {
            key: String::new(),
            label: Label::Word("topic-none".to_owned()),
            values: vec![Some(none.0), none.1],
            behind: Some(Behind::NoTopic),
            side: "",
        });
    }
    finished("topics", "topic_id", rows)
}

/// By kind of contribution.
pub fn kinds(dossier: &Dossier<'_>) -> Option<Figure> {
    grouped(dossier, "kinds", "kind", "kind")
}

/// By kind of author.
pub fn author_kinds(dossier: &Dossier<'_>) -> Option<Figure> {
    grouped(dossier, "author-kinds", "author-kind", "author_kind")
}

fn grouped(dossier: &Dossier<'_>, id: &'static str, grouping: &str, by: &'static str) -> Option<Figure> {
    let at = dossier.groupings.iter().position(|grouped| grouped.id == grouping)?;
    let rows = dossier.groupings[at].groups.iter().enumerate().map(|(group, members)| Row {
        key: members.key.slug.clone(),
        label: Label::Group(members.key.label.clone()),
        values: vec![Some(members.members.len() as u64), members.members.iter().map(|ix| dossier.tallies.of(*ix).votes.total()).fold(None, added)],
        behind: Some(Behind::Group(at, group)),
        side: "",
    });
    finished(id, by, rows.collect())
}

/// The sum of what is known of two.
fn added(a: Option<u64>, b: Option<u64>) -> Option<u64> {
    a.zip(b).map(|(a, b)| a + b).or(a).or(b)
}

/// A figure of contributions and votes; a column of which nothing is known is left out.
fn finished(id: &'static str, by: &'static str, mut rows: Vec<Row>) -> Option<Figure> {
    if rows.len() < 2 {
        return None;
    }
    if rows.len() > BARS {
        rows.sort_by_key(|row| std::cmp::Reverse(row.values[0]));
        let rest = rows.split_off(BARS - 1);
        let sum = |column: usize| rest.iter().map(|row| row.values[column]).fold(None, added);
        rows.push(Row {
            key: "others".to_owned(),
            label: Label::Word("figure-others".to_owned()),
            values: vec![sum(0), sum(1)],
            behind: Some(Behind::All),
            side: "",
        });
    }
    let mut columns = vec!["contributions", "votes"];
    if rows.iter().all(|row| row.values[1].is_none()) {
        columns.truncate(1);
        rows.iter_mut().for_each(|row| row.values.truncate(1));
    }
    Some(Figure { id, form: Form::Bars, by, columns, rows, undated: 0 })
}

/// Consultations side by side; what stands behind each is its own page of figures.
pub fn consultations(dossiers: &[Dossier<'_>]) -> Option<Figure> {
    let rows = dossiers.iter().map(|dossier| Row {
        key: dossier.record.slug.to_string(),
        label: Label::Text(dossier.content.config.title.clone()),
        values: vec![
            Some(dossier.record.contributions.iter().filter(|c| !c.missing).count() as u64),
            Some(dossier.record.comments.len() as u64),
            dossier.tallies.figures.iter().map(|figures| figures.votes.total()).fold(None, added),
        ],
        behind: None,
        side: "",
    });
    Some(Figure {
        id: "consultations",
        form: Form::Bars,
        by: "consultation_id",
        columns: vec!["contributions", "comments", "votes"],
        rows: rows.collect(),
        undated: 0,
    })
}
