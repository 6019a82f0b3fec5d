//! The page of each contribution: it is there, carries the entry of the log, and shows the title, text, votes and ranks of the table.

use std::collections::BTreeSet;
use std::io::{self, BufReader};

use csv::StringRecord;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use serde_json::Value;

use super::bounds::{BATCH, BROKEN, Bounded, PIECE, VALUES};
use super::log::ReadLog;
use super::visible::{first_number, is_endless, marked, without_white_space};
use super::{Checked, Faults, Store};
use crate::diagnose::codes;

/// Rows whose pages are read at a time.
const AT_A_TIME: usize = 1024;

/// Columns whose text a page shows, white space apart.
const TEXTS: [&str; 2] = ["title", "body"];

/// What was found on a page.
#[derive(Default)]
struct Page {
    has_entry: bool,
    /// Which of [`TEXTS`] it shows, of those that the row has.
    shown: BTreeSet<&'static str>,
    lacking: BTreeSet<&'static str>,
}

/// The columns of the table.
struct Columns {
    places: FxHashMap<String, usize>,
    kind: usize,
    id: usize,
    url: usize,
}

impl Columns {
    fn cell<'r>(&self, row: &'r StringRecord, name: &str) -> Option<&'r str> {
        row.get(*self.places.get(name)?)
    }
}

/// Checks the pages of all rows of a consultation; `base` is its folder.
pub fn check(store: &Store, base: &str, log: &ReadLog<'_>, checked: &mut Checked, faults: &mut Faults) {
    let name = format!("{base}data/contributions.csv");
    if !store.has(&name) {
        return;
    }
    // What is wrong with the table itself was told where its rows were read.
    let _ = read(store, base, &name, log, checked, faults);
}

fn read(store: &Store, base: &str, name: &str, log: &ReadLog<'_>, checked: &mut Checked, faults: &mut Faults) -> io::Result<()> {
    let (bounded, meter) = Bounded::new(BufReader::with_capacity(256 * 1024, store.file(name)?));
    let mut reader = csv::ReaderBuilder::new().from_reader(bounded);
    let places: FxHashMap<String, usize> = reader.headers()?.iter().map(str::to_owned).zip(0..).collect();
    let at = |name: &str| places.get(name).copied().ok_or_else(|| io::Error::other(name.to_owned()));
    let columns = Columns { kind: at("kind")?, id: at("contribution_id")?, url: at("url")?, places };
    // A theme of the archive's own may mark nothing: only what some page shows is missed on another.
    let (mut shown, mut entries) = (BTreeSet::new(), false);
    let mut silent: Vec<(String, Page)> = Vec::new();
    let mut wrong = 0;
    let mut rows = reader.into_records();
    loop {
        let mut batch = Vec::with_capacity(AT_A_TIME);
        let mut bytes = 0;
        while let Some(row) = (batch.len() < AT_A_TIME && bytes < BATCH).then(|| rows.next()).flatten() {
            meter.reset();
            let row = row?;
            bytes += row.as_slice().len();
            batch.push(row);
        }
        if batch.is_empty() {
            break;
        }
        let looked: Vec<(String, Result<Page, String>)> = batch
            .par_iter()
            .map(|row| {
                let url = row.get(columns.url).unwrap_or_default();
                (url.to_owned(), page(store, base, url, row, &columns, log))
            })
            .collect();
        for (url, found) in looked {
            match found {
                Ok(page) => {
                    checked.pages += 1;
                    shown.extend(page.shown.iter().copied());
                    entries |= page.has_entry;
                    if !page.has_entry || !page.lacking.is_empty() {
                        silent.push((url, page));
                    }
                }
                Err(why) => {
                    wrong += 1;
                    faults.add(codes::PAGE_DIFFERS, url, why);
                }
            }
        }
        if wrong > BROKEN {
            return Err(io::Error::other(format!("more than {BROKEN} pages are not those of their rows")));
        }
    }
    for (url, page) in silent {
        faults.expect(page.has_entry || !entries, codes::PAGE_DIFFERS, &url, "no entry in it");
        let lacks = page.lacking.iter().find(|text| shown.contains(**text));
        faults.expect(lacks.is_none(), codes::PAGE_DIFFERS, &url, &format!("no {}", lacks.copied().unwrap_or_default()));
    }
    Ok(())
}

/// What the page of a row shows; an error where that is not the row's or the log's.
fn page(store: &Store, base: &str, url: &str, row: &StringRecord, columns: &Columns, log: &ReadLog<'_>) -> Result<Page, String> {
    if !url.starts_with(base) || url.contains("..") {
        return Err("not an address of this consultation".into());
    }
    if store.size(url).is_some_and(|size| size > PIECE) {
        return Err(format!("larger than {} MiB", PIECE >> 20));
    }
    let html = store.text(url).map_err(|error| error.to_string())?;
    let mut page = Page::default();
    if let Some(block) = block(&html)? {
        if block.len() as u64 > VALUES {
            return Err("another entry than the log's".into());
        }
        let block: Value = serde_json::from_str(block).map_err(|error| error.to_string())?;
        let cell = |at: usize| row.get(at).unwrap_or_default().to_owned();
        if let Some(held) = log.held(&cell(columns.kind), &cell(columns.id)) {
            if block["index"] != held.at || block["entry"].as_object() != Some(&held.entry) || block["salts"].as_object() != Some(&held.salts) {
                return Err("another entry than the log's".into());
            }
            page.has_entry = true;
        }
    }
    if is_endless(&html) {
        return Err("a tag in it has more attributes than any".into());
    }
    let marks = marked(&html);
    for text in TEXTS {
        let wanted = columns.cell(row, text).unwrap_or_default();
        let mut found = marks.iter().filter(|(name, _)| name == text).peekable();
        match (wanted.is_empty(), found.peek().is_some()) {
            (false, false) => drop(page.lacking.insert(text)),
            (false, true) => drop(page.shown.insert(text)),
            _ => {}
        }
        if !found.all(|(_, visible)| without_white_space(visible) == without_white_space(wanted)) {
            return Err(format!("another {text} than the table’s"));
        }
    }
    for (name, visible) in marks.iter().filter(|(name, _)| !TEXTS.contains(&name.as_str())) {
        let right = columns.cell(row, name).is_some_and(|cell| !cell.is_empty() && first_number(visible).as_deref() == Some(cell));
        if !right {
            return Err(format!("{name}: {visible}"));
        }
    }
    Ok(page)
}

/// The block that carries the entry: one, or none.
fn block(html: &str) -> Result<Option<&str>, String> {
    let is_seal =
        |script: &&str| script.split('>').next().is_some_and(|tag| tag.replace('"', "").split_ascii_whitespace().any(|part| part == "id=seal"));
    let mut scripts = html.split("<script ").skip(1).filter(is_seal);
    let Some(script) = scripts.next() else { return Ok(None) };
    if scripts.next().is_some() {
        return Err("two entries in it".into());
    }
    let from = script.find('>').ok_or("broken")? + 1;
    let length = script[from..].find("</script>").ok_or("broken")?;
    Ok(Some(&script[from..from + length]))
}
