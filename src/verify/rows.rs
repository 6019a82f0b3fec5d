//! The rows of `contributions.csv` against the log: each has its entry, and each entry its row.

use std::io::BufReader;

use rustc_hash::FxHashSet;
use serde_json::Value;

use super::bounds::{BROKEN, Bounded, COLUMNS};
use super::log::ReadLog;
use super::{Faults, Store};
use crate::diagnose::codes;
use crate::seal::{PLAIN, SEALED};

/// What rankings and pages need of a row.
pub struct Row {
    /// Word of the kind.
    pub kind: String,
    /// Its id.
    pub id: String,
    /// Cells of [`Rows::columns`].
    pub cells: Vec<String>,
}

impl Row {
    /// A cell by the name of its column, among the first `names`.
    pub fn cell(&self, names: &[&str], name: &str) -> &str {
        names.iter().position(|known| *known == name).and_then(|at| self.cells.get(at)).map_or("", String::as_str)
    }
}

/// The rows of a consultation.
#[derive(Default)]
pub struct Rows {
    /// Rows in their order.
    pub rows: Vec<Row>,
    /// Columns that were kept.
    pub columns: Vec<String>,
    /// Ids of the rankings.
    pub rankings: Vec<String>,
}

impl Rows {
    /// The place of a column among the cells.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column == name)
    }
}

/// Columns that scores follow from.
pub const INPUTS: &[&str] = &["status", "votes_for", "votes_against", "comment_count", "author_kind", "author_size", "created_at", "created_unix"];

/// Checks the rows.
pub fn check(store: &Store, slug: &str, log: Option<&ReadLog<'_>>, faults: &mut Faults) -> Rows {
    let name = format!("consultations/{slug}/data/contributions.csv");
    let mut rows = Rows::default();
    let mut met: FxHashSet<(String, String)> = FxHashSet::default();
    if store.has(&name) {
        let read = store.read(&name, |file| {
            let (bounded, meter) = Bounded::new(BufReader::with_capacity(256 * 1024, file));
            let mut reader = csv::ReaderBuilder::new().from_reader(bounded);
            let headers = reader.headers()?.clone();
            if headers.len() > COLUMNS {
                return Err(std::io::Error::other(format!("more than {COLUMNS} columns")));
            }
            let at = |name: &str| headers.iter().position(|header| header == name);
            let (Some(kind), Some(id)) = (at("kind"), at("contribution_id")) else { return Err(std::io::Error::other("no ids")) };
            rows.rankings = headers.iter().filter_map(|header| header.strip_prefix("rank_")).map(str::to_owned).collect();
            let ranks = rows.rankings.iter().flat_map(|id| [format!("score_{id}"), format!("rank_{id}")]);
            rows.columns = INPUTS.iter().map(|name| (*name).to_owned()).chain(ranks).collect();
            let kept: Vec<Option<usize>> = rows.columns.iter().map(|name| at(name)).collect();
            let plain: Vec<(&str, Option<usize>)> = PLAIN.iter().map(|name| (*name, at(name))).collect();
            let sealed: Vec<(&str, Option<usize>)> = SEALED.iter().map(|name| (*name, at(name))).collect();
            let mut record = csv::StringRecord::new();
            let mut strangers = 0;
            loop {
                meter.reset();
                if !reader.read_record(&mut record)? {
                    break;
                }
                let cell = |at: Option<usize>| at.and_then(|at| record.get(at)).unwrap_or_default();
                let key = (cell(Some(kind)).to_owned(), cell(Some(id)).to_owned());
                if let Some(log) = log {
                    strangers += usize::from(!compare(log, slug, &key, &plain, &sealed, &cell, faults));
                }
                let cells = kept.iter().map(|&at| cell(at).to_owned()).collect();
                rows.rows.push(Row { kind: key.0.clone(), id: key.1.clone(), cells });
                if !met.insert(key.clone()) {
                    faults.add(codes::ENTRY_MISSING, format!("{slug} {} {}", key.0, key.1), "twice");
                    strangers += 1;
                }
                if strangers > BROKEN {
                    return Err(std::io::Error::other(format!("more than {BROKEN} rows that the log has not, or twice")));
                }
            }
            Ok(())
        });
        if let Err(error) = read {
            // What a broken table lacks says nothing.
            faults.add(codes::TABLE_DIFFERS, &name, error.to_string());
            return Rows::default();
        }
    }
    if let Some(log) = log {
        let mut absent: Vec<_> = log.with_rows().filter(|key| !met.contains(*key)).collect();
        absent.sort_unstable();
        absent.into_iter().for_each(|(kind, id)| faults.add(codes::ROW_MISSING, format!("{slug} {kind} {id}"), ""));
    }
    rows
}

/// Compares a row with its entry; false where the log has none.
fn compare<'r>(
    log: &ReadLog<'_>,
    slug: &str,
    key: &(String, String),
    plain: &[(&str, Option<usize>)],
    sealed: &[(&str, Option<usize>)],
    cell: &dyn Fn(Option<usize>) -> &'r str,
    faults: &mut Faults,
) -> bool {
    let subject = format!("{slug} {} {}", key.0, key.1);
    let Some(held) = log.held(&key.0, &key.1) else {
        faults.add(codes::ENTRY_MISSING, subject, "");
        return false;
    };
    for (name, at) in plain {
        let cell = cell(*at);
        let same = match held.entry.get(*name) {
            None => cell.is_empty(),
            Some(Value::String(text)) => !cell.is_empty() && text == cell,
            Some(Value::Number(number)) => number.to_string() == cell,
            Some(_) => false,
        };
        faults.expect(same, codes::ROW_DIFFERS, format!("{subject} {name}"), "");
    }
    for (name, at) in sealed {
        let cell = cell(*at);
        let right = if cell.is_empty() { held.fields().all(|field| field != *name) } else { held.opens(name, cell) };
        faults.expect(right, codes::ROW_DIFFERS, format!("{subject} {name}"), "");
    }
    for field in held.fields().filter(|field| !SEALED.contains(field)) {
        faults.add(codes::ROW_DIFFERS, format!("{subject} {field}"), "");
    }
    true
}
