//! Joined exports: a row a comment, a vote, a topic, and in each the contribution it is on once more. They are taken apart by what repeats
//! with the id and what varies beside it.

use std::collections::BTreeMap;

use super::super::values::folded;
use super::words::{self, Named};
use super::{Chosen, Sight};
use crate::archive::profile::{Condition, Entity, FieldSpec, OneOrMany, Part, Record};
use crate::model::VoteRows;
use crate::read::Table;

/// What varies beside a contribution that rows repeat.
#[derive(Debug)]
pub struct Joined {
    what: What,
    /// Columns that vary.
    varying: Vec<usize>,
}

#[derive(Debug)]
enum What {
    /// Comments: field → column.
    Comments(Vec<(&'static str, usize)>),
    /// Votes: column of the side, of the voter.
    Votes(usize, Option<usize>),
    /// Labels.
    Tags(usize),
}

/// Fields of comments in the order in which they choose.
const COMMENT: &[&str] = &["body", "id", "reply_to", "author_name", "created_at", "side", "votes_for", "url", "status"];

/// Words of one vote each, and the side they take.
const SIDES: &[(&str, &str)] = &[
    ("pour", "for"),
    ("contre", "against"),
    ("neutre", "neutral"),
    ("for", "for"),
    ("against", "against"),
    ("neutral", "neutral"),
    ("oui", "for"),
    ("non", "against"),
    ("yes", "for"),
    ("no", "against"),
    ("sí", "for"),
    ("si", "for"),
    ("a favor", "for"),
    ("en contra", "against"),
    ("abstention", "neutral"),
    ("abstención", "neutral"),
    ("1", "for"),
    ("-1", "against"),
    ("0", "neutral"),
    ("+1", "for"),
    ("d'accord", "for"),
    ("pas d'accord", "against"),
    ("favorable", "for"),
    ("défavorable", "against"),
    ("up", "for"),
    ("down", "against"),
    ("agree", "for"),
    ("disagree", "against"),
    ("mitigé", "neutral"),
    ("blanc", "neutral"),
];

/// What varies where ids repeat and the title or text beside them does not; nothing where rows are what they seem.
pub fn find(table: &Table, sight: &Sight<'_>, chosen: &Chosen) -> Option<Joined> {
    let of = |field: &str| chosen.iter().find(|(known, _)| *known == field).map(|(_, column)| *column);
    let id = of("id")?;
    if sight.looks[id].is_unique() {
        return None;
    }
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    let mut varies = vec![false; sight.looks.len()];
    let cell = |row: usize, column: usize| table.sample[row].get(column).unwrap_or_default().trim();
    for row in 0..table.sample.len() {
        let key = cell(row, id);
        if key.is_empty() {
            continue;
        }
        let before = *first.entry(key).or_insert(row);
        varies.iter_mut().enumerate().for_each(|(column, varies)| *varies |= cell(before, column) != cell(row, column));
    }
    let varying: Vec<usize> = (0..varies.len()).filter(|&column| varies[column]).collect();
    // What is a contribution stays the same beside its id.
    let own = of("title").or(of("body").filter(|&body| !varies[body]))?;
    let of_its_own = of("body").is_some_and(|body| varies[body] && sight.parted[body].as_ref().is_some_and(|parted| parted.thing && !parted.comment));
    if varies[own] || of_its_own || varying.is_empty() {
        return None;
    }
    let what = comments(sight, &varying).or_else(|| votes(table, sight, &varying)).or_else(|| tags(sight, &varying))?;
    Some(Joined { what, varying })
}

fn comments(sight: &Sight<'_>, varying: &[usize]) -> Option<What> {
    let mut found: Vec<(&'static str, usize)> = Vec::new();
    for &field in COMMENT {
        let names = |column: usize| {
            let Some(parted) = &sight.parted[column] else { return false };
            let look = &sight.looks[column];
            match field {
                "body" => {
                    look.is_text()
                        && ((parted.comment && (parted.rest.is_empty() || parted.names("body"))) || words::is(Named::Text, sight.name(column)))
                }
                "id" => parted.comment && parted.is_id() && look.is_ids() && look.is_unique(),
                "reply_to" => parted.names(field),
                "created_at" => parted.names(field) && look.is_dates(),
                "votes_for" => parted.comment && parted.names(field) && look.is_counts(),
                "side" => parted.names(field) && !look.is_prose(),
                _ => (parted.comment || !parted.thing) && parted.names(field),
            }
        };
        // An id or an answered comment may be the same in all rows looked at.
        let all: Vec<usize> =
            (0..sight.looks.len()).filter(|&column| varying.contains(&column) || sight.parted[column].as_ref().is_some_and(|p| p.comment)).collect();
        let mut columns = all.into_iter().filter(|&column| names(column) && !found.iter().any(|(_, taken)| *taken == column));
        let column = match field {
            "body" => columns.max_by_key(|&column| sight.looks[column].characters),
            _ => columns.next(),
        };
        found.extend(column.map(|column| (field, column)));
    }
    found.iter().any(|(field, _)| *field == "body").then_some(What::Comments(found))
}

fn votes(table: &Table, sight: &Sight<'_>, varying: &[usize]) -> Option<What> {
    let is_side = |cell: &str| cell.is_empty() || SIDES.iter().any(|(word, _)| folded(word) == folded(cell));
    let sides = |column: usize| table.sample.iter().all(|row| is_side(row.get(column).unwrap_or_default().trim()));
    let side = varying
        .iter()
        .copied()
        .chain(0..sight.looks.len())
        .find(|&column| words::is(Named::Vote, sight.name(column)) && sight.looks[column].filled > 0 && sides(column))?;
    let voter = varying.iter().copied().find(|&column| words::is(Named::Voter, sight.name(column)));
    Some(What::Votes(side, voter))
}

/// Whether the cells of a column can only be sides, by its header and the few words it holds.
pub(super) fn is_of_sides(sight: &Sight<'_>, column: usize) -> bool {
    let look = &sight.looks[column];
    look.filled > 0 && look.sides == look.filled
}

/// Whether a cell is a word of a side.
pub(super) fn is_side(cell: &str) -> bool {
    SIDES.iter().any(|(word, _)| !word.chars().any(|c| c.is_ascii_digit()) && folded(word) == folded(cell))
}

fn tags(sight: &Sight<'_>, varying: &[usize]) -> Option<What> {
    let [only] = varying else { return None };
    let labels = ["theme", "thematique", "topic", "tema", "tag", "tags", "etiquette", "categorie", "category", "categoria", "mot_cle", "mots_cles"];
    labels.contains(&super::super::headers::loose(sight.name(*only)).as_str()).then_some(What::Tags(*only))
}

impl Joined {
    /// Whether the votes are all there were.
    pub fn vote_rows(&self) -> VoteRows {
        if matches!(self.what, What::Votes(..)) { VoteRows::Complete } else { VoteRows::Absent }
    }

    /// Makes a record of contributions one that rows repeat, with what varies beside it.
    pub fn apply(self, record: &mut Record, sight: &Sight<'_>) {
        record.once = true;
        let varies = |spec: &FieldSpec| {
            let column = |part: &Part| part.column.as_deref().and_then(|name| sight.headers.spellings(name).first().copied());
            spec.parts.iter().filter_map(column).any(|column| self.varying.contains(&column))
        };
        record.fields.retain(|_, spec| !varies(spec));
        record.further.retain(|name| sight.headers.find(name).is_none_or(|column| !self.varying.contains(&column)));
        let spec = |column: usize| FieldSpec { parts: vec![Part { column: Some(sight.name(column).to_owned()), ..Part::default() }] };
        let sided = |column: usize| {
            let values = SIDES.iter().map(|(word, side)| ((*word).to_owned(), (*side).to_owned())).collect();
            FieldSpec { parts: vec![Part { column: Some(sight.name(column).to_owned()), values: Some(values), ..Part::default() }] }
        };
        let (entity, fields, shown) = match self.what {
            What::Comments(found) => {
                let body = found.iter().find(|(field, _)| *field == "body").map(|(_, column)| *column);
                let fields = found.iter().map(|&(field, column)| (field, if field == "side" { sided(column) } else { spec(column) })).collect();
                (Entity::Comment, fields, body)
            }
            What::Votes(side, voter) => {
                let voter = voter.map(|voter| ("voter", spec(voter)));
                (Entity::Vote, std::iter::once(("value", sided(side))).chain(voter).collect::<Vec<_>>(), Some(side))
            }
            What::Tags(column) => (Entity::Tagging, vec![("tag_id", spec(column))], Some(column)),
        };
        let when = shown.map(|column| Condition { column: sight.name(column).to_owned(), values: Vec::new(), empty: Some(false) });
        record.also.push(Record {
            when: OneOrMany(when.into_iter().collect()),
            each: None,
            each_split: None,
            once: false,
            entity,
            kind: None,
            code: None,
            on: Vec::new(),
            fields: fields.into_iter().map(|(field, spec)| (field.to_owned(), spec)).collect(),
            further: Vec::new(),
            questions_after: None,
            set_aside: Vec::new(),
            also: Vec::new(),
        });
    }
}
