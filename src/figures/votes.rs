//! Votes and comments: sides, how they are spread, declared beside counted.

use std::collections::BTreeMap;

use super::classes::{class, key};
use super::{Behind, Figure, Form, Label, Row};
use crate::model::{ContributionIx, Side, Status, VoteCounts};
use crate::plan::Dossier;

/// All votes by side.
pub fn sides(dossier: &Dossier<'_>) -> Option<Figure> {
    let tallies = &dossier.tallies;
    let sum = |side: Side| tallies.figures.iter().filter_map(|figures| figures.votes.parts()[side as usize]).map(u64::from).sum();
    let exist = [Side::For, Side::Neutral, Side::Against].into_iter().filter(|side| tallies.sides.has(*side));
    let rows: Vec<Row> = exist.map(|side| of_side(side, sum(side), Behind::Table("contributions"))).collect();
    (rows.len() > 1).then_some(Figure { id: "votes", form: Form::Bars, by: "side", columns: vec!["votes"], rows, undated: 0 })
}

fn of_side(side: Side, count: u64, behind: Behind) -> Row {
    Row {
        key: side.word().to_owned(),
        label: Label::Word(format!("side-{}", side.word())),
        values: vec![Some(count)],
        behind: Some(behind),
        side: if side == Side::None { "" } else { side.word() },
    }
}

/// How support (votes for less votes against) is spread over published contributions.
pub fn support(dossier: &Dossier<'_>) -> Option<Figure> {
    spread(dossier, "support", "score_support", "support")
}

/// How comments are spread over published contributions.
pub fn comments(dossier: &Dossier<'_>) -> Option<Figure> {
    spread(dossier, "comments", "comment_count", "debated")
}

/// Classes of a ranking's scores; behind each is the page of the list on which its first contribution stands.
fn spread(dossier: &Dossier<'_>, id: &'static str, by: &'static str, ranking: &'static str) -> Option<Figure> {
    let ranked = dossier.rankings.iter().find(|ranked| ranked.id == ranking && ranked.left.is_none())?;
    let mut classes: BTreeMap<i64, (u64, ContributionIx)> = BTreeMap::new();
    for &ix in &ranked.order {
        let contribution = dossier.record.contribution(ix);
        let Some(score) = ranked.scores[ix as usize].filter(|_| contribution.status == Status::Published && !contribution.missing) else { continue };
        let first = class(score).0.unwrap_or(i64::MIN);
        classes.entry(first).or_insert((0, ix)).0 += 1;
    }
    let rows = classes.into_iter().map(|(first, (count, ix))| {
        let class = class(if first == i64::MIN { -1 } else { first });
        Row {
            key: key(class),
            label: Label::Range(class.0, class.1),
            values: vec![Some(count)],
            behind: Some(Behind::Ranking(ranking, ix)),
            side: "",
        }
    });
    let rows: Vec<Row> = rows.collect();
    (rows.len() > 1).then_some(Figure { id, form: Form::Bars, by, columns: vec!["contributions"], rows, undated: 0 })
}

/// Comments by the side they take.
pub fn comment_sides(dossier: &Dossier<'_>) -> Option<Figure> {
    let mut counts = [0u64; 4];
    dossier.record.comments.iter().for_each(|comment| counts[comment.side as usize] += 1);
    if counts[Side::For as usize] + counts[Side::Against as usize] == 0 {
        return None;
    }
    let order = [Side::For, Side::Neutral, Side::Against, Side::None];
    let rows: Vec<Row> = order
        .into_iter()
        .map(|side| (side, counts[side as usize]))
        .filter(|(_, count)| *count > 0)
        .map(|(side, count)| of_side(side, count, Behind::Table("comments")))
        .collect();
    Some(Figure { id: "comment-sides", form: Form::Bars, by: "side", columns: vec!["comments"], rows, undated: 0 })
}

/// Votes and comments: what the platform declares beside what its files hold.
pub fn declared(dossier: &Dossier<'_>) -> Option<Figure> {
    let record = &dossier.record;
    let (mut votes, mut comments) = ((0u64, 0u64, false), (0u64, 0u64, false));
    for (contribution, figures) in record.contributions.iter().zip(&dossier.tallies.figures).filter(|(c, _)| !c.missing) {
        // Of contributions and sides that have both: other sums could not be compared.
        for (declared, counted) in contribution.declared.into_iter().zip(figures.counted.unwrap_or(VoteCounts::UNKNOWN).parts()) {
            if let (Some(declared), Some(counted)) = (declared, counted) {
                votes = (votes.0 + u64::from(declared), votes.1 + u64::from(counted), true);
            }
        }
        if let Some(declared) = contribution.declared_comments.filter(|_| !record.comments.is_empty()) {
            comments = (comments.0 + u64::from(declared), comments.1 + u64::from(figures.sides.iter().sum::<u32>()), true);
        }
    }
    let differ = !dossier.tallies.differences.is_empty();
    let rows: Vec<Row> = [("votes", votes), ("comments", comments)]
        .into_iter()
        .filter(|(_, (_, _, both))| *both)
        .flat_map(|(what, (declared, counted, _))| {
            [("declared", declared), ("counted", counted)].map(|(how, count)| Row {
                key: format!("{what}_{how}"),
                label: Label::Word(format!("figure-{what}-{how}")),
                values: vec![Some(count)],
                behind: Some(if differ { Behind::Differences } else { Behind::Table("contributions") }),
                side: "",
            })
        })
        .collect();
    (!rows.is_empty()).then_some(Figure { id: "declared", form: Form::Bars, by: "number", columns: vec!["count"], rows, undated: 0 })
}
