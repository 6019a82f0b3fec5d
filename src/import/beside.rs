//! Rows of a table that are no records: headers that come again, sums, legends and notes below. They would be ranked first, or published as
//! somebody's words.

use rustc_hash::FxHashSet;

use super::binding::Binding;
use super::columns::Type;
use super::headers::loose;
use super::plain;
use super::values::numbers::{self, NumberForm};
use super::vocabulary;
use crate::diagnose::{Code, codes};
use crate::read::{KnownHeaders, Record};

/// Rows at the end of a table that may be sums or notes.
const LAST: u64 = 12;

/// Cells that tell whether a row is a record: which columns hold what.
#[derive(Debug)]
pub struct Beside {
    headers: Vec<String>,
    /// Names of the columns in their loose form, for labels under a header of codes.
    loose: Vec<String>,
    /// Columns of counts.
    counts: Vec<usize>,
    /// Columns of texts, dates, authors, ids, titles: what a record has of its own.
    own: Vec<usize>,
    id: Option<usize>,
    title: Option<usize>,
    /// Tables put one below the other: the sheets of a workbook, files joined by hand.
    parts: Vec<PartOfTable>,
    /// Numbers of the last rows of the sheets that were joined, and the column that names them: nothing of a row's own.
    sheets: Vec<u64>,
    sheet: Option<usize>,
    /// Cells of a column of ids that are plain, while there are few.
    plain_ids: u64,
    filled_ids: u64,
    known: KnownHeaders,
}

/// One of several tables, each with its header and its sums.
#[derive(Debug, Default, Clone)]
struct PartOfTable {
    /// Number of its last row.
    last: u64,
    rows: u64,
    /// Sum of each column of counts; nothing where a cell is no count.
    sums: Vec<Option<u64>>,
}

impl Beside {
    /// For a table bound to a profile. `sheets`: numbers of the last rows of the sheets that are one table.
    pub fn new(headers: &[String], binding: &Binding, sheets: &[u64], known: KnownHeaders) -> Self {
        use super::profile::Field::{AuthorName, Body, CreatedAt, Id, OnId, Title};
        let record = binding.records.first();
        let columns = |field| {
            record.into_iter().flat_map(move |record| record.parts(field)).flat_map(|part| part.columns()).filter(|&column| column < headers.len())
        };
        let mut counts: Vec<usize> = Vec::new();
        for record in &binding.records {
            for &(field, part, _) in &record.typed {
                if Type::of(super::profile::Field::ALL[field].0) == Some(Type::Count) {
                    counts.extend(record.fields[field].iter().flatten().nth(part).into_iter().flat_map(|part| part.columns()));
                }
            }
        }
        counts.sort_unstable();
        counts.dedup();
        Self {
            headers: headers.to_vec(),
            loose: headers.iter().map(|header| loose(header)).collect(),
            parts: vec![PartOfTable { sums: vec![Some(0); counts.len()], ..PartOfTable::default() }],
            sheet: (sheets.len() > 1).then(|| headers.len() - 1),
            sheets: sheets.to_vec(),
            counts,
            own: [Body, CreatedAt, AuthorName].into_iter().flat_map(columns).collect(),
            id: columns(Id).chain(columns(OnId)).next(),
            title: columns(Title).next(),
            plain_ids: 0,
            filled_ids: 0,
            known,
        }
    }

    /// Looks at one row before any is taken in.
    pub fn look(&mut self, number: u64, row: Record<'_>) {
        if self.repeats_header(row) || self.sheets.contains(&(number - 1)) {
            self.parts.push(PartOfTable { sums: vec![Some(0); self.counts.len()], ..PartOfTable::default() });
        }
        let Some(part) = self.parts.last_mut() else { return };
        (part.last, part.rows) = (number, part.rows + 1);
        for (column, sum) in self.counts.iter().zip(&mut part.sums) {
            let cell = row.get(*column).unwrap_or_default().trim();
            if !cell.is_empty() {
                *sum = sum.and_then(|sum| sum.checked_add(u64::from(count(cell)?)));
            }
        }
        if let Some(cell) = self.id.and_then(|id| row.get(id)).map(str::trim).filter(|cell| !cell.is_empty()) {
            self.filled_ids += 1;
            self.plain_ids += u64::from(is_plain(cell));
        }
    }

    /// Whether a row is the header again: it has no say in what columns hold.
    pub fn repeats_header(&self, row: Record<'_>) -> bool {
        let first = self.headers.iter().position(|header| !header.is_empty()).unwrap_or(0);
        row.get(first).is_some_and(|cell| cell.trim() == self.headers[first]) && self.is_header(0, row)
    }

    /// Why a row is no record; nothing where it is one.
    pub fn what(&self, number: u64, row: Record<'_>) -> Option<&'static Code> {
        if self.is_header(number, row) {
            return Some(codes::REPEATED_HEADER);
        }
        // Sums and notes have few cells of their own; most rows are records at the first look.
        let filled = || row.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty());
        let own = |column: usize| self.own.contains(&column);
        if filled().any(|(column, _)| own(column)) && !self.is_labelled(row) {
            return None;
        }
        if self.is_total(number, row) {
            return Some(codes::TOTAL_ROW);
        }
        self.is_note(number, row).then_some(codes::NOTE_ROW)
    }

    /// The names of the columns again; in the first row also their labels under a header of codes.
    fn is_header(&self, number: u64, row: Record<'_>) -> bool {
        let first = self.headers.iter().position(|header| !header.is_empty()).unwrap_or(0);
        let same =
            |header: &str, cell: &str| header.trim().eq_ignore_ascii_case(cell.trim()) || (!cell.trim().is_empty() && loose(header) == loose(cell));
        if same(&self.headers[first], row.get(first).unwrap_or_default()) {
            let mut all = self.headers.iter().zip(row.iter()).filter(|(header, cell)| !header.is_empty() || !cell.trim().is_empty());
            return all.all(|(header, cell)| same(header, cell));
        }
        let filled: Vec<&str> = row.iter().map(str::trim).filter(|cell| !cell.is_empty()).collect();
        // The same columns in another order.
        if filled.len() > 1 && filled.len() == self.loose.iter().filter(|name| !name.is_empty()).count() {
            let names: FxHashSet<String> = filled.iter().map(|cell| loose(cell)).collect();
            if names.len() == filled.len() && self.loose.iter().filter(|name| !name.is_empty()).all(|name| names.contains(name)) {
                return true;
            }
        }
        number == 1
            && filled.len() == self.headers.len()
            && filled.len() > 1
            && filled.iter().filter(|cell| self.known.holds(cell) || plain::names_a_field(cell)).count() * 2 >= filled.len()
            && self.counts.iter().all(|column| row.get(*column).is_some_and(|cell| count(cell.trim()).is_none()))
            && !self.counts.is_empty()
    }

    /// Whether what stands where a text is expected is only the label of a sum.
    fn is_labelled(&self, row: Record<'_>) -> bool {
        let mut words = row.iter().enumerate().filter(|(column, cell)| !cell.trim().is_empty() && !self.is_number(*column, cell));
        matches!((words.next(), words.next()), (Some((_, only)), None) if vocabulary::begins_as_total(only))
    }

    fn is_number(&self, column: usize, cell: &str) -> bool {
        self.counts.contains(&column)
            || self.sheet == Some(column)
            || cell.trim().chars().all(|c| c.is_ascii_digit() || " \u{a0}\u{202f}.,%€$+-".contains(c))
    }

    /// A sum by its word, with nothing but numbers beside it; or, among the last rows, by being the sum of every column of counts.
    fn is_total(&self, number: u64, row: Record<'_>) -> bool {
        let texts: Vec<&str> = row
            .iter()
            .enumerate()
            .filter(|(column, cell)| !cell.trim().is_empty() && !self.is_number(*column, cell))
            .map(|(_, cell)| cell.trim())
            .collect();
        // A contribution called "Total" has an id and stands among others.
        let has_id = self.id.and_then(|id| row.get(id)).map(str::trim).is_some_and(|id| !id.is_empty() && !vocabulary::begins_as_total(id));
        let ends = self.ends(number);
        if let [word] = texts[..] {
            let surely = vocabulary::is_total(word) || vocabulary::is_subtotal(word);
            if (surely && (!has_id || ends)) || (vocabulary::begins_as_total(word) && ends && !has_id && self.adds_up(number, row, false)) {
                return true;
            }
        }
        ends && !has_id && texts.len() <= 1 && self.part(number).is_some_and(|part| part.rows >= 3) && self.adds_up(number, row, true)
    }

    /// Whether a row is the sum of its columns of counts: of all of them, or of one at least.
    fn adds_up(&self, number: u64, row: Record<'_>, all: bool) -> bool {
        let Some(part) = self.part(number) else { return false };
        let (mut sums, mut others) = (0, 0);
        for (column, sum) in self.counts.iter().zip(&part.sums) {
            match (count(row.get(*column).unwrap_or_default().trim()), sum) {
                (Some(own), Some(sum)) if u64::from(own) * 2 == *sum => sums += usize::from(own > 0),
                _ => others += 1,
            }
        }
        sums > 0 && (others == 0 || !all)
    }

    /// The table that a row belongs to.
    fn part(&self, number: u64) -> Option<&PartOfTable> {
        self.parts.get(self.parts.partition_point(|part| part.last < number))
    }

    fn ends(&self, number: u64) -> bool {
        self.part(number).is_some_and(|part| number + LAST > part.last)
    }

    /// Among the last rows, one whose only text stands where the others have their number or title, and is none.
    fn is_note(&self, number: u64, row: Record<'_>) -> bool {
        let rows = self.part(number).map_or(0, |part| part.rows);
        if !self.ends(number) || self.headers.len() < 2 || rows < 2 {
            return false;
        }
        let mut cells = row.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty());
        let (Some((column, cell)), None) = (cells.next(), cells.next()) else { return false };
        let cell = cell.trim();
        let plain = self.filled_ids > 0 && self.plain_ids * 10 >= self.filled_ids * 8;
        let marked = vocabulary::is_note(cell) || cell.starts_with(['*', '(', '※', '†', '¹', '²']);
        match self.id {
            Some(id) if id == column => !is_plain(cell) && (plain || marked),
            // A row that has a title and no id, where all others have one.
            Some(_) => marked || (self.title == Some(column) && plain && self.filled_ids * 2 >= rows && cell.contains(':')),
            None => marked,
        }
    }
}

fn count(cell: &str) -> Option<u32> {
    numbers::count(cell, NumberForm::default())
}

/// Whether a cell can be an id: no blank within, or digits behind it.
fn is_plain(cell: &str) -> bool {
    cell.len() <= 64 && !cell.trim().contains(char::is_whitespace)
}
