//! Scores and ranks, computed again from the published columns alone; and the files that say how.

use rustc_hash::FxHashMap;
use serde_json::Value;

use super::rows::{INPUTS, Rows};
use super::{Faults, Store};
use crate::diagnose::codes;
use crate::model::Votes;
use crate::rank::{Facts, RANKINGS};

/// Checks every ranking that the table has columns for.
pub fn check(store: &Store, slug: &str, rows: &Rows, faults: &mut Faults) {
    let digest = store.digest(&format!("consultations/{slug}/data/contributions.csv")).unwrap_or_default();
    for id in &rows.rankings {
        let file = format!("consultations/{slug}/rankings/{id}.json");
        let Some(computed) = compute(id, rows) else {
            faults.add(codes::RANKING_DIFFERS, file, "no known ranking");
            continue;
        };
        let (Some(score), Some(rank)) = (rows.column(&format!("score_{id}")), rows.column(&format!("rank_{id}"))) else { continue };
        for (row, made) in rows.rows.iter().zip(&computed) {
            let subject = || format!("{slug} {} {} {id}", row.kind, row.id);
            let (wanted_score, wanted_rank) = made.map_or_else(Default::default, |(score, rank)| (score.to_string(), rank.to_string()));
            if row.cells[score] != wanted_score {
                faults.add(codes::SCORE_DIFFERS, subject(), wanted_score);
            }
            if row.cells[rank] != wanted_rank {
                faults.add(codes::RANK_DIFFERS, subject(), wanted_rank);
            }
        }
        if let Err(why) = said(store, &file, &digest, rows, &computed) {
            faults.add(codes::RANKING_DIFFERS, file, why);
        }
    }
}

/// Score and rank of each row, where it has them; `None` for a ranking nobody knows.
fn compute(id: &str, rows: &Rows) -> Option<Vec<Option<(i64, usize)>>> {
    let ranking = RANKINGS.iter().find(|ranking| ranking.id() == id)?;
    let keys: Vec<Option<(i64, i64)>> = rows
        .rows
        .iter()
        .map(|row| {
            // The cells begin with the inputs, in this order.
            let [status, favour, against, comments, author, size, created] = [0, 1, 2, 3, 4, 5, 6].map(|at| row.cells[at].as_str());
            debug_assert_eq!(INPUTS.len(), 7);
            let whole = |cell: &str| cell.parse::<u32>().ok();
            let facts = Facts {
                votes: Votes { favour: whole(favour).unwrap_or(0), against: whole(against).unwrap_or(0), neutral: 0 },
                has_votes: whole(favour).is_some(),
                comments: whole(comments),
                size: whole(size).filter(|_| author == "collective").unwrap_or(0),
                created: seconds(created),
            };
            ranking.score(&facts).filter(|_| status == "published").map(|score| (score, ranking.second(&facts)))
        })
        .collect();
    let mut by_kind: FxHashMap<&str, Vec<(i64, i64)>> = FxHashMap::default();
    for (row, key) in rows.rows.iter().zip(&keys) {
        by_kind.entry(&row.kind).or_default().extend(*key);
    }
    by_kind.values_mut().for_each(|keys| keys.sort_unstable_by(|a, b| b.cmp(a)));
    let rank = |kind: &str, key: (i64, i64)| by_kind[kind].partition_point(|other| *other > key) + 1;
    Some(rows.rows.iter().zip(keys).map(|(row, key)| key.map(|key| (key.0, rank(&row.kind, key)))).collect())
}

/// A day is its midnight in UTC.
fn seconds(cell: &str) -> Option<i64> {
    let whole = if cell.contains('T') { cell.to_owned() } else { format!("{cell}T00:00:00Z") };
    whole.parse::<jiff::Timestamp>().ok().map(|at| at.as_second())
}

/// What the file of a ranking says, against what was computed.
fn said(store: &Store, file: &str, digest: &str, rows: &Rows, computed: &[Option<(i64, usize)>]) -> Result<(), String> {
    let text = store.bytes(file).map_err(|error| error.to_string())?;
    let content: Value = serde_json::from_slice(&text).map_err(|error| error.to_string())?;
    if content["input"]["sha256"] != digest {
        return Err("made from other data".into());
    }
    let columns: Vec<&str> = content["columns"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let mut left: FxHashMap<(String, String), usize> = FxHashMap::default();
    for (at, row) in rows.rows.iter().enumerate().filter(|(at, _)| computed[*at].is_some()) {
        left.insert((row.kind.clone(), row.id.clone()), at);
    }
    for cells in content["rows"].as_array().ok_or("no rows")? {
        let cell = |name: &str| columns.iter().position(|column| *column == name).and_then(|at| cells.get(at));
        let text = |value: &Value| match value {
            Value::Null => String::new(),
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        let about = |name: &str| cell(name).map(&text).unwrap_or_default();
        let (kind, id) = (about("kind"), about("contribution_id"));
        let at = left.remove(&(kind.clone(), id.clone())).ok_or_else(|| format!("{kind} {id}: not ranked, or twice"))?;
        if cells.as_array().map(Vec::len) != Some(columns.len()) {
            return Err(format!("{kind} {id}: not as long as the heading"));
        }
        let (score, rank) = computed[at].unwrap_or_default();
        let inputs = INPUTS
            .iter()
            .filter_map(|name| Some((*name, cell(name)?)))
            .all(|(name, value)| rows.column(name).is_some_and(|column| rows.rows[at].cells[column] == text(value)));
        if about("score") != score.to_string() || about("rank") != rank.to_string() || !inputs {
            return Err(format!("{kind} {id}: not what was computed"));
        }
    }
    if left.is_empty() { Ok(()) } else { Err("rows are missing".into()) }
}
