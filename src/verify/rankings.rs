//! Scores and ranks, computed again from the published columns alone; and the files that say how.

use std::fs::File;
use std::io::{self, BufRead, BufReader};

use rustc_hash::FxHashMap;
use serde_json::Value;

use super::bounds::{VALUES, read_line};
use super::rows::{INPUTS, Row, Rows};
use super::{Faults, Store};
use crate::diagnose::codes;
use crate::model::{Sides, VoteCounts};
use crate::rank::{Facts, RANKINGS, wilson};

/// Checks every ranking that the table has columns for, by the version of its definition that the archive states.
pub fn check(store: &Store, slug: &str, rows: &Rows, faults: &mut Faults) {
    let digest = store.digest(&format!("consultations/{slug}/data/contributions.csv")).unwrap_or_default();
    let sides = sides(rows);
    for id in &rows.rankings {
        let file = format!("consultations/{slug}/rankings/{id}.json");
        let (content, lines) = match opened(store, &file) {
            Ok(opened) => opened,
            Err(error) => {
                faults.add(codes::RANKING_DIFFERS, file, error.to_string());
                continue;
            }
        };
        let Some(computed) = compute(id, content["version"].as_u64().unwrap_or_default(), rows, sides) else {
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
        if let Err(why) = said(&content, lines, &digest, rows, &computed) {
            faults.add(codes::RANKING_DIFFERS, file, why);
        }
    }
    // The column that `recent` orders by says the same as the date beside it.
    for row in rows.rows.iter().filter(|row| !row.cell(INPUTS, "created_unix").is_empty()) {
        let (told, date) = (row.cell(INPUTS, "created_unix"), row.cell(INPUTS, "created_at"));
        let same = seconds(date).is_some_and(|seconds| told == seconds.to_string());
        faults.expect(same, codes::ROW_DIFFERS, format!("{slug} {} {} created_unix", row.kind, row.id), date);
    }
}

/// The sides of votes that exist: some row knows a number.
fn sides(rows: &Rows) -> Sides {
    let known = |name| rows.rows.iter().any(|row| !row.cell(INPUTS, name).is_empty());
    Sides([known("votes_for"), known("votes_against"), false])
}

/// Score and rank of each row, where it has them; `None` for a ranking or a version of it that nobody knows.
fn compute(id: &str, version: u64, rows: &Rows, sides: Sides) -> Option<Vec<Option<(i64, usize)>>> {
    let ranking = RANKINGS.iter().find(|ranking| ranking.id() == id)?;
    let keys: Vec<Option<(i64, i64)>> = match version {
        _ if version == u64::from(ranking.version()) => rows
            .rows
            .iter()
            .map(|row| {
                let facts = facts(row, sides);
                ranking.score(&facts).filter(|_| row.cell(INPUTS, "status") == "published").map(|score| (score, ranking.second(&facts)))
            })
            .collect(),
        1 => rows.rows.iter().map(|row| first_version(id, row)).collect(),
        _ => return None,
    };
    let mut by_kind: FxHashMap<&str, Vec<(i64, i64)>> = FxHashMap::default();
    for (row, key) in rows.rows.iter().zip(&keys) {
        by_kind.entry(&row.kind).or_default().extend(*key);
    }
    by_kind.values_mut().for_each(|keys| keys.sort_unstable_by(|a, b| b.cmp(a)));
    let rank = |kind: &str, key: (i64, i64)| by_kind[kind].partition_point(|other| *other > key) + 1;
    Some(rows.rows.iter().zip(keys).map(|(row, key)| key.map(|key| (key.0, rank(&row.kind, key)))).collect())
}

/// A count: digits and nothing else, of 32 bits.
fn whole(cell: &str) -> Option<u32> {
    cell.parse().ok().filter(|_| cell.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Seconds: digits, maybe behind a minus.
fn unix(cell: &str) -> Option<i64> {
    let digits = cell.strip_prefix('-').unwrap_or(cell);
    let sound = (1..=12).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    cell.parse().ok().filter(|_| sound)
}

/// What a row says, for the definitions of today.
fn facts(row: &Row, sides: Sides) -> Facts {
    let cell = |name| row.cell(INPUTS, name);
    Facts {
        votes: VoteCounts { favour: whole(cell("votes_for")), against: whole(cell("votes_against")), neutral: None },
        sides,
        comments: whole(cell("comment_count")),
        size: if cell("author_kind") == "collective" { whole(cell("author_size")) } else { Some(0) },
        created: unix(cell("created_unix")),
    }
}

/// Score and second score by the definitions of version 1, of archives made before: what was empty counted as 0, and votes_for told
/// whether there were votes.
fn first_version(id: &str, row: &Row) -> Option<(i64, i64)> {
    let cell = |name| row.cell(INPUTS, name);
    let known = whole(cell("votes_for")).is_some();
    let (favour, against) = (whole(cell("votes_for")).unwrap_or(0), whole(cell("votes_against")).unwrap_or(0));
    let (f, a) = (i64::from(favour), i64::from(against));
    let size = whole(cell("author_size")).filter(|_| cell("author_kind") == "collective").map_or(0, i64::from);
    let score = match id {
        "support" => known.then_some((f - a, 0)),
        "approval" => known.then(|| (wilson(favour, against), 0)),
        "divisive" => known.then(|| (f.min(a), f + a)),
        "debated" => whole(cell("comment_count")).map(|comments| (i64::from(comments), 0)),
        "weighted" => Some((f - a + size, 0)),
        "recent" => seconds(cell("created_at")).map(|seconds| (seconds, 0)),
        _ => None,
    };
    score.filter(|_| cell("status") == "published")
}

/// A day is its midnight in UTC.
fn seconds(cell: &str) -> Option<i64> {
    let whole = if cell.contains('T') { cell.to_owned() } else { format!("{cell}T00:00:00Z") };
    whole.parse::<jiff::Timestamp>().ok().map(|at| at.as_second())
}

/// The rows of a ranking's file, one a line.
struct Lines {
    reader: BufReader<File>,
    line: Vec<u8>,
}

impl Iterator for Lines {
    type Item = io::Result<Value>;

    fn next(&mut self) -> Option<Self::Item> {
        let line = match read_line(&mut self.reader, &mut self.line) {
            Ok(true) => self.line.strip_suffix(b",").unwrap_or(&self.line),
            Ok(false) => return Some(Err(io::Error::other("it breaks off"))),
            Err(error) => return Some(Err(error)),
        };
        if line == b"]}" {
            return match self.reader.fill_buf() {
                Ok([]) => None,
                Ok(_) => Some(Err(io::Error::other("something stands below its rows"))),
                Err(error) => Some(Err(error)),
            };
        }
        let small = line.len() as u64 <= VALUES;
        Some(if small { serde_json::from_slice(line).map_err(io::Error::other) } else { Err(io::Error::other("too long")) })
    }
}

/// What the file of a ranking says above its rows, and those.
fn opened(store: &Store, file: &str) -> io::Result<(Value, Lines)> {
    let mut reader = BufReader::with_capacity(64 * 1024, store.file(file)?);
    let (mut head, mut line) = (Vec::new(), Vec::new());
    while read_line(&mut reader, &mut line)? {
        if line == b"\"rows\":[" {
            let head = [head.strip_suffix(b",\n").unwrap_or(&head), b"}"].concat();
            return Ok((serde_json::from_slice(&head).map_err(io::Error::other)?, Lines { reader, line }));
        }
        head.extend_from_slice(&line);
        head.push(b'\n');
        if head.len() as u64 > VALUES {
            break;
        }
    }
    Err(io::Error::other("no rows"))
}

/// What the file of a ranking says, against what was computed.
fn said(content: &Value, lines: Lines, digest: &str, rows: &Rows, computed: &[Option<(i64, usize)>]) -> Result<(), String> {
    if content["input"]["sha256"] != digest {
        return Err("made from other data".into());
    }
    let columns: Vec<&str> = content["columns"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let mut left: FxHashMap<(String, String), usize> = FxHashMap::default();
    for (at, row) in rows.rows.iter().enumerate().filter(|(at, _)| computed[*at].is_some()) {
        left.insert((row.kind.clone(), row.id.clone()), at);
    }
    for cells in lines {
        let cells = cells.map_err(|error| error.to_string())?;
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
