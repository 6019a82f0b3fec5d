//! The page of each contribution: it is there, and carries the entry of the log and the numbers of the table.

use rayon::prelude::*;
use serde_json::Value;

use super::log::{Held, ReadLog};
use super::rows::{Row, Rows};
use super::{Faults, Store};
use crate::diagnose::codes;

/// Checks the pages of all rows; then that there are as many pages as rows.
pub fn check(store: &Store, base: &str, log: &ReadLog<'_>, rows: &Rows, faults: &mut Faults) {
    let looked: Vec<(&str, Result<bool, String>)> = rows
        .rows
        .par_iter()
        .filter_map(|row| {
            let held = log.held.get(&(row.kind.clone(), row.id.clone()))?;
            Some((row.url.as_str(), page(store, base, row, held)))
        })
        .collect();
    // A theme of the archive's own may show no entries; then no page does.
    let shown = looked.iter().any(|(_, found)| found == &Ok(true));
    for (url, found) in looked {
        match found {
            Ok(has_entry) => faults.expect(has_entry || !shown, codes::PAGE_DIFFERS, url, "no entry in it"),
            Err(why) => faults.add(codes::PAGE_DIFFERS, url, why),
        }
    }
}

/// Whether the page of a row carries an entry; an error where what it shows is not the log's.
fn page(store: &Store, base: &str, row: &Row, held: &Held) -> Result<bool, String> {
    if !row.url.starts_with(base) || row.url.contains("..") {
        return Err("not an address of this consultation".into());
    }
    let html = store.text(&row.url).map_err(|error| error.to_string())?;
    let block = html
        .split("<script ")
        .skip(1)
        .find(|script| script.split('>').next().is_some_and(|tag| tag.replace('"', "").split(' ').any(|part| part == "id=seal")));
    let Some(block) = block.and_then(|script| between(script, ">", "</script>")) else { return Ok(false) };
    let block: Value = serde_json::from_str(block).map_err(|error| error.to_string())?;
    if block["index"] != held.at || block["entry"].as_object() != Some(&held.entry) || block["salts"].as_object() != Some(&held.salts) {
        return Err("another entry than the log's".into());
    }
    let mut rest = html.as_str();
    while let Some(at) = rest.find("data-sealed=") {
        rest = rest[at + "data-sealed=".len()..].trim_start_matches('"');
        let name = &rest[..rest.find(['"', '>', ' ']).unwrap_or(0)];
        if !name.starts_with("votes_") {
            continue;
        }
        let shown = between(rest, ">", "<").unwrap_or_default();
        let digits: String = shown.chars().filter(char::is_ascii_digit).collect();
        if held.entry.get(name).map(Value::to_string) != Some(digits) {
            return Err(format!("{name}: {shown}"));
        }
    }
    Ok(true)
}

fn between<'h>(html: &'h str, start: &str, end: &str) -> Option<&'h str> {
    let from = html.find(start)? + start.len();
    let length = html[from..].find(end)?;
    Some(&html[from..from + length])
}
