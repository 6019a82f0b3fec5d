//! Rows of a table that are no records: headers that come again, sums, legends and notes below. They would be ranked first, or published as
//! somebody's words.

use rustc_hash::FxHashSet;

use super::binding::Binding;
use super::columns::Type;
use super::headers::loose;
use super::plain;
use super::publication;
use super::values::numbers::{self, NumberForm};
use super::vocabulary;
use crate::diagnose::{Code, codes};
use crate::read::{KnownHeaders, Record};

/// Rows at the end of a table that may be sums or notes.
const LAST: u64 = 12;

/// Bytes that the name of a column may have.
const LONGEST: usize = 300;

/// What forms call the answers to a question, below its header.
const ANSWERS: [&str; 4] = ["open-ended response", "response", "réponse", "respuesta"];

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
    /// Tables put one below the other: the sheets of a workbook, files joined by hand.
    parts: Vec<PartOfTable>,
    /// Numbers of the last rows of the sheets that were joined, and the column that names them: nothing of a row's own.
    sheets: Vec<u64>,
    sheet: Option<usize>,
    /// Rows of three filled cells or more.
    full: u64,
    all_rows: u64,
    /// A sum was met in this row: what follows in the same table belongs to it.
    summed: Option<u64>,
    /// A header of another table was met in this row.
    other: Option<u64>,
    /// Cells of a column of ids that are plain, while there are few.
    plain_ids: u64,
    filled_ids: u64,
    /// Full rows whose first cell is in capitals: where many are, capitals mark nothing.
    shouting: u64,
    known: KnownHeaders,
    /// Columns of dates and authors: what no sum has, whatever text stands beside it.
    signed: Vec<usize>,
    /// Rows that hold nothing of their own but a label and numbers, and the sums of all other rows so far.
    bare: Vec<Bare>,
    running: Vec<u64>,
    own_rows: u64,
    /// Ids of rows with a text of their own, and those of them with a digit: where nearly all have one, a word is no id.
    own_ids: u64,
    plain_own_ids: u64,
    digit_ids: u64,
    /// Rows that are sums of others: known once all have been looked at.
    sums: Option<FxHashSet<u64>>,
    /// Rows are of one kind. Where they are of several, what one kind lacks tells nothing of the others.
    one_kind: bool,
    /// A note was met in this row: legends below it are no records either.
    noted: Option<u64>,
}

/// A row without id, text, date or author.
#[derive(Debug)]
struct Bare {
    number: u64,
    part: usize,
    /// What stands where others have their id, if anything: a word.
    has_word: bool,
    /// Whether its label is one of sums or notes.
    known: bool,
    /// One text at most: what is the sum of others needs no word then.
    plain: bool,
    counts: Vec<Option<u64>>,
    /// Sums of all rows above that are not bare.
    before: Vec<u64>,
}

/// Bare rows that are remembered: a table of more is made of such rows.
const BARE: usize = 2000;

/// One of several tables, each with its header and its sums.
#[derive(Debug, Default, Clone)]
struct PartOfTable {
    /// Number of its last row.
    last: u64,
    rows: u64,
    /// Sum of each column of counts; nothing where a cell is no count.
    sums: Vec<Option<u64>>,
    /// Rows of a label and numbers, and the first of those at the end that all sum others up.
    labelled: u64,
    summary: Option<u64>,
    summaries: u64,
    /// Sums of all rows above the table that are not bare.
    start: Vec<u64>,
    /// The first of the bare rows at the end, and the first of them that a word or its sum tells to be no record.
    tail: u64,
    foot: Option<u64>,
}

impl Beside {
    /// For a table bound to a profile. `sheets`: numbers of the last rows of the sheets that are one table.
    pub fn new(headers: &[String], binding: &Binding, sheets: &[u64], known: KnownHeaders) -> Self {
        use crate::archive::profile::Field::{AuthorName, Body, CreatedAt, Id, OnId};
        let record = binding.records.first();
        let columns = |field| {
            record.into_iter().flat_map(move |record| record.parts(field)).flat_map(|part| part.columns()).filter(|&column| column < headers.len())
        };
        let mut counts: Vec<usize> = Vec::new();
        for record in &binding.records {
            for &(field, part, _) in &record.typed {
                if Type::of(crate::archive::profile::Field::ALL[field].0) == Some(Type::Count) {
                    counts.extend(record.fields[field].iter().flatten().nth(part).into_iter().flat_map(|part| part.columns()));
                }
            }
        }
        counts.sort_unstable();
        counts.dedup();
        Self {
            headers: headers.to_vec(),
            loose: headers.iter().map(|header| loose(header)).collect(),
            parts: vec![PartOfTable { sums: vec![Some(0); counts.len()], start: vec![0; counts.len()], ..PartOfTable::default() }],
            sheet: (sheets.len() > 1).then(|| headers.len() - 1),
            sheets: sheets.to_vec(),
            own: [Body, CreatedAt, AuthorName].into_iter().flat_map(columns).collect(),
            signed: [CreatedAt, AuthorName].into_iter().flat_map(columns).collect(),
            bare: Vec::new(),
            running: vec![0; counts.len()],
            own_rows: 0,
            own_ids: 0,
            plain_own_ids: 0,
            digit_ids: 0,
            sums: None,
            one_kind: binding.records.len() == 1,
            noted: None,
            id: columns(Id).chain(columns(OnId)).next(),
            full: 0,
            all_rows: 0,
            summed: None,
            other: None,
            counts,
            plain_ids: 0,
            filled_ids: 0,
            shouting: 0,
            known,
        }
    }

    /// Looks at one row before any is taken in. Whether it is one of the table's: a header that comes again has no say in what columns hold.
    pub fn look(&mut self, number: u64, row: Record<'_>) -> bool {
        let repeats = self.is_header(0, row);
        if repeats || self.sheets.contains(&number.saturating_sub(1)) {
            let (sums, start) = (vec![Some(0); self.counts.len()], self.running.clone());
            self.parts.push(PartOfTable { sums, start, tail: number, ..PartOfTable::default() });
        }
        if let Some(part) = self.parts.last_mut() {
            (part.last, part.rows) = (number, part.rows + 1);
        }
        // Of most rows the second text tells that they are none of these.
        let mut texts = row.iter().enumerate().filter(|(column, cell)| is_filled(cell) && !is_number(&self.counts, self.sheet, *column, cell));
        let (label, more, third) = (texts.next(), texts.next(), texts.next());
        let owns = !is_line(row) && self.own.iter().any(|column| row.get(*column).is_some_and(is_filled));
        self.own_rows += u64::from(owns);
        let id = self.id.and_then(|id| row.get(id)).map(str::trim).unwrap_or_default();
        let has_digits = id.bytes().any(|byte| byte.is_ascii_digit());
        if owns || self.own.is_empty() {
            self.own_ids += u64::from(!id.is_empty());
            self.plain_own_ids += u64::from(!id.is_empty() && is_plain(id));
            self.digit_ids += u64::from(has_digits);
        }
        let worded = |label: &str| vocabulary::sums_up(label) || vocabulary::is_note(label) || vocabulary::is_part(label);
        let known = || label.is_some_and(|(_, label)| worded(label));
        let is_bare = !repeats && !owns && !has_digits && third.is_none() && label.is_some() && (more.is_none() || known());
        let counts = || self.counts.iter().map(|column| row.get(*column).and_then(|cell| count(cell.trim())).map(u64::from));
        if is_bare && self.bare.len() <= BARE {
            self.bare.push(Bare {
                number,
                part: self.parts.len() - 1,
                has_word: !id.is_empty(),
                known: known(),
                plain: more.is_none(),
                counts: counts().collect(),
                before: self.running.clone(),
            });
        }
        if !is_bare {
            for (sum, count) in self.running.iter_mut().zip(self.counts.iter().map(|column| row.get(*column).and_then(|cell| count(cell.trim())))) {
                *sum = sum.saturating_add(count.map_or(0, u64::from));
            }
        }
        let Some(part) = self.parts.last_mut() else { return !repeats };
        if !is_bare {
            part.tail = number + 1;
        }
        if more.is_none() {
            let numbers = row.iter().enumerate().any(|(column, cell)| is_filled(cell) && is_number(&self.counts, self.sheet, column, cell));
            part.labelled += u64::from(numbers);
            if numbers && label.is_none_or(|(_, label)| vocabulary::sums_up(label) || vocabulary::is_note(label)) {
                part.summary = part.summary.or(label.map(|_| number));
                part.summaries += u64::from(part.summary.is_some());
            } else if numbers {
                (part.summary, part.summaries) = (None, 0);
            }
        } else {
            (part.summary, part.summaries) = (None, 0);
        }
        self.all_rows += 1;
        let mut filled = row.iter().filter(|cell| is_filled(cell));
        let first = filled.next();
        if filled.nth(1).is_some() {
            self.full += 1;
            self.shouting += u64::from(first.is_some_and(|cell| shouts(cell.trim())));
        }
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
        !repeats
    }

    /// Why a row is no record; nothing where it is one. Rows are asked in their order.
    pub fn what(&mut self, number: u64, row: Record<'_>) -> Option<&'static Code> {
        if self.sums.is_none() {
            self.sums = Some(self.found_sums());
        }
        if self.is_header(number, row) {
            // What reads the file puts rows below the columns their own header names; a header it did not know in another order parts tables.
            self.other = (number > 1 && !self.in_place(row)).then_some(number);
            return Some(if self.other.is_some() { codes::OTHER_TABLE } else { codes::REPEATED_HEADER });
        }
        if self.other.is_some() {
            return Some(codes::OTHER_TABLE);
        }
        if number > 1 && self.is_other_header(row) {
            self.other = Some(number);
            return Some(codes::OTHER_TABLE);
        }
        // Lines that part rows: `---`, `=====`.
        if is_line(row) {
            return Some(codes::NOTE_ROW);
        }
        // Sums and notes have few cells of their own; most rows are records at the first look.
        let mut filled = row.iter().enumerate().filter(|(_, cell)| is_filled(cell));
        let first = filled.next();
        let alone = first.filter(|_| filled.next().is_none()).map(|(column, cell)| (column, cell.trim()));
        let owns = self.own.iter().any(|column| row.get(*column).is_some_and(is_filled));
        if self.headers.len() > 1 && (!owns || alone.is_some()) && self.title(row).is_some_and(publication::hides_below) {
            return Some(codes::NOTE_ROW);
        }
        let worded = self.is_worded_sum(number, row, owns) || owns && self.carries_a_page(row);
        if owns && alone.is_none() && !worded && !self.is_labelled(row) && !self.is_counted_note(number, row) {
            return None;
        }
        let summed = || self.sums.as_ref().is_some_and(|sums| sums.contains(&number)) || self.is_carried(row);
        if worded || self.is_total(number, row) || (!owns && (summed() || self.is_summary(number, row))) {
            self.summed = Some(number);
            return Some(codes::TOTAL_ROW);
        }
        // Below a sum stand its parts and remarks.
        let below = self.summed.is_some_and(|summed| self.part(summed).is_some_and(|part| number <= part.last)) && !self.has_id(row) && !owns;
        let noted = alone.is_some_and(|(column, cell)| self.is_note(number, column, cell)) || self.is_counted_note(number, row);
        let few = self.one_kind && row.iter().filter(|cell| is_filled(cell)).nth(3).is_none();
        let foot = !owns && self.part(number).and_then(|part| part.foot).is_some_and(|foot| foot <= number);
        // Below the word of a legend stand its signs.
        let legend = few && !owns && !self.has_id(row) && self.noted.is_some_and(|noted| self.part(noted).is_some_and(|part| number <= part.last));
        let marked = few && !owns && self.ends(number) && !self.has_id(row) && first.is_some_and(|(_, cell)| is_remark(cell));
        if (noted || marked) && self.ends(number) && first.is_some_and(|(_, cell)| is_remark(cell)) {
            self.noted = Some(number);
        }
        (below || noted || foot || legend || marked).then_some(codes::NOTE_ROW)
    }

    /// The only text of a row without an id: it may be the title of what follows.
    pub fn title<'r>(&self, row: Record<'r>) -> Option<&'r str> {
        let mut texts = row.iter().enumerate().filter(|(column, cell)| is_filled(cell) && !self.is_number(*column, cell));
        let (Some((column, text)), None) = (texts.next(), texts.next()) else { return None };
        let text = text.trim();
        (self.id == Some(column) || !self.has_id(row))
            .then_some(text)
            .filter(|text| self.id != Some(column) || text.contains(' ') || !self.may_be_id(text))
    }

    fn has_id(&self, row: Record<'_>) -> bool {
        self.id.and_then(|id| row.get(id)).is_some_and(|id| is_plain(id.trim()) && self.may_be_id(id.trim()))
    }

    /// Whether a cell in the column of ids may be one: where nearly all others have digits, a word is none.
    fn may_be_id(&self, cell: &str) -> bool {
        !cell.is_empty() && (self.digit_ids * 10 < self.own_ids.max(1) * 7 || cell.bytes().any(|byte| byte.is_ascii_digit()))
    }

    /// The bare rows that are sums: of all rows above, of those since the last sum, or of those up to the next. Also where the rows at the
    /// end of each table begin that are no records.
    fn found_sums(&mut self) -> FxHashSet<u64> {
        let mut found = FxHashSet::default();
        let most = |rows: u64| rows * 10 >= self.all_rows * 7;
        let words_are_ids = self.digit_ids * 10 < self.own_ids.max(1) * 7;
        let usable =
            self.one_kind && (most(self.filled_ids) || most(self.own_rows)) && self.bare.len() <= BARE && self.bare.len() as u64 * 3 <= self.all_rows;
        if !usable {
            return found;
        }
        let bare: Vec<&Bare> = self.bare.iter().filter(|bare| !(bare.has_word && words_are_ids && !bare.known)).collect();
        let equals = |counts: &[Option<u64>], low: &[u64], high: &[u64]| {
            let sums = high.iter().zip(low).map(|(high, low)| high.saturating_sub(*low));
            let filled = counts.iter().zip(sums).filter_map(|(count, sum)| Some(((*count)?, sum)));
            let (mut all, mut any) = (true, false);
            filled.for_each(|(count, sum)| (all, any) = (all && count == sum, any || count > 0));
            all && any
        };
        for (at, row) in bare.iter().enumerate().filter(|(_, row)| row.plain || row.known) {
            let Some(part) = self.parts.get(row.part) else { continue };
            let last = at.checked_sub(1).map(|at| bare[at]).filter(|other| other.part == row.part);
            let end = self.parts.get(row.part + 1).map_or(&self.running, |next| &next.start);
            let next = bare.get(at + 1).filter(|other| other.part == row.part).map_or(end, |next| &next.before);
            // One row is no sum of itself: its neighbour may have as many votes.
            let several = |from: u64, to: u64| to.saturating_sub(from) > 2;
            let since = last.map_or(part.last + 1 - part.rows, |last| last.number);
            let until = bare.get(at + 1).filter(|other| other.part == row.part).map_or(part.last + 1, |next| next.number);
            let above = part.rows > 2 && equals(&row.counts, &part.start, &row.before);
            let section = last.is_some_and(|last| several(last.number, row.number) && equals(&row.counts, &last.before, &row.before));
            let below = several(row.number, until) && since < until && equals(&row.counts, &row.before, next);
            if above || section || below {
                found.insert(row.number);
            }
        }
        for row in bare.iter().filter(|row| row.known || found.contains(&row.number)) {
            if let Some(part) = self.parts.get_mut(row.part).filter(|part| part.tail <= row.number && part.rows > 2) {
                part.foot = Some(part.foot.map_or(row.number, |foot| foot.min(row.number)));
            }
        }
        found
    }

    /// Whether a row says in words that it is a sum, and is one: whatever else stands in it, but for a date or an author.
    fn is_worded_sum(&self, number: u64, row: Record<'_>, owns: bool) -> bool {
        if !self.one_kind || !self.ends(number) {
            return false;
        }
        let mut texts = row.iter().enumerate().filter(|(column, cell)| is_filled(cell) && !self.is_number(*column, cell));
        let Some((column, label)) = texts.next().filter(|(_, label)| vocabulary::sums_up(label)) else { return false };
        // A count may stand where authors do ("6 propositions").
        let signature = |cell: &str| {
            is_filled(cell) && !(vocabulary::is_total(label) && cell.trim_start().starts_with(|c: char| c.is_ascii_digit()) && cell.contains(' '))
        };
        if self.signed.iter().any(|column| row.get(*column).is_some_and(signature)) {
            return false;
        }
        if !owns && self.id == Some(column) && vocabulary::begins_as_total(label) && !self.has_id(row) {
            return true;
        }
        // A contribution called "Total" has an id and a text of its own: only what speaks of sums all through is one all the same.
        let through = !self.has_id(row) || texts.all(|(_, text)| vocabulary::sums_up(text));
        through && self.part(number).is_some_and(|part| part.rows > 3) && matches!(self.sums(number, row), (1.., 0))
    }

    /// Whether a row carries a sum from one page to the next.
    fn is_carried(&self, row: Record<'_>) -> bool {
        let mut texts = row.iter().enumerate().filter(|(column, cell)| is_filled(cell) && !self.is_number(*column, cell));
        let (Some((_, label)), None) = (texts.next(), texts.next()) else { return false };
        let numbers = || self.counts.iter().any(|column| row.get(*column).and_then(|cell| count(cell.trim())).is_some());
        self.one_kind && (self.id.is_some() || !self.own.is_empty()) && vocabulary::is_carried(label) && !self.has_id(row) && numbers()
    }

    /// The same where its words stand as a contribution's text: they have to name the page, for "Transport" alone may be one.
    fn carries_a_page(&self, row: Record<'_>) -> bool {
        let mut texts = row.iter().enumerate().filter(|(column, cell)| is_filled(cell) && !self.is_number(*column, cell));
        let (Some((_, label)), None) = (texts.next(), texts.next()) else { return false };
        let page = label.trim_end().ends_with(|c: char| c.is_ascii_digit()) && label.split_whitespace().count() > 2;
        page && self.is_carried(row)
    }

    /// Whether the names of the columns stand where they stand in the header.
    fn in_place(&self, row: Record<'_>) -> bool {
        self.loose.iter().enumerate().all(|(column, name)| name.is_empty() || row.get(column).is_some_and(|cell| loose(cell) == *name))
    }

    /// Names of columns that are not those of this table: all cells are known names, and at least two.
    fn is_other_header(&self, row: Record<'_>) -> bool {
        // Where records have their ids the name of a column stands: nearly all rows are told apart by that.
        let names_id = |id: usize| row.get(id).map(str::trim).is_some_and(|cell| may_name(cell) && self.known.holds(cell));
        if !self.id.is_some_and(names_id) {
            return false;
        }
        let mut known = 0;
        for cell in row.iter().filter(|cell| is_filled(cell)).map(str::trim) {
            if !may_name(cell) || !(self.known.holds(cell) || plain::names_a_field(cell)) {
                return false;
            }
            known += 1;
        }
        known > 1 && known * 2 > self.loose.iter().filter(|name| !name.is_empty()).count()
    }

    /// The names of the columns again, in whatever order; in the first row also their labels under a header of codes.
    fn is_header(&self, number: u64, row: Record<'_>) -> bool {
        let Some(first) = row.iter().find(|cell| is_filled(cell)).map(str::trim) else { return false };
        // Most rows begin with nothing that any column is called: no cell of theirs is looked at further.
        let alike = || {
            let near = || self.headers.iter().any(|header| header.len().abs_diff(first.len()) < 4);
            self.headers.iter().any(|header| header.eq_ignore_ascii_case(first)) || (may_name(first) && near() && self.loose.contains(&loose(first)))
        };
        if first.len() <= LONGEST && alike() && row.iter().all(|cell| cell.len() <= LONGEST) {
            let cells: FxHashSet<String> = row.iter().map(loose).filter(|cell| !cell.is_empty()).collect();
            let names = self.loose.iter().filter(|name| !name.is_empty());
            if !cells.is_empty() && names.clone().count() == cells.len() && names.into_iter().all(|name| cells.contains(name)) {
                return true;
            }
        }
        number == 1 && self.is_second_header(row)
    }

    /// Whether the first row is a header too: labels under codes, or the questions of a form.
    fn is_second_header(&self, row: Record<'_>) -> bool {
        let filled: Vec<&str> = row.iter().map(str::trim).filter(|cell| !cell.is_empty()).collect();
        if filled.len() < 2 {
            return false;
        }
        let asks = |cell: &str| cell.ends_with('?') || ANSWERS.contains(&cell.to_lowercase().as_str());
        let is_value = |cell: &str| cell.chars().all(|c| c.is_ascii_digit() || " -/:.T".contains(c));
        let known = |cell: &str| self.known.holds(cell) || plain::names_a_field(cell);
        // Titles may ask too: some cell must be what only headers hold.
        let questions = filled.iter().any(|cell| asks(cell))
            && filled.iter().any(|cell| self.known.holds(cell) || ANSWERS.contains(&cell.to_lowercase().as_str()))
            && !filled.iter().any(|cell| is_value(cell))
            && filled.iter().filter(|cell| asks(cell) || self.known.holds(cell)).count() * 2 > filled.len();
        let labels = filled.len() == self.headers.len()
            && filled.iter().filter(|cell| known(cell)).count() * 2 >= filled.len()
            && !self.counts.is_empty()
            && self.counts.iter().all(|column| row.get(*column).is_some_and(|cell| count(cell.trim()).is_none()));
        questions || labels
    }

    /// Whether what stands where a text is expected is only the label of a sum.
    fn is_labelled(&self, row: Record<'_>) -> bool {
        let mut words = row.iter().enumerate().filter(|(column, cell)| is_filled(cell) && !self.is_number(*column, cell));
        matches!((words.next(), words.next()), (Some((_, only)), None) if vocabulary::begins_as_total(only))
    }

    fn is_number(&self, column: usize, cell: &str) -> bool {
        is_number(&self.counts, self.sheet, column, cell)
    }

    /// A row at the end of a table whose label sums others up, with nothing but such rows below it: several of them, or rows of another shape.
    fn is_summary(&self, number: u64, row: Record<'_>) -> bool {
        let Some(part) = self.part(number) else { return false };
        let has_id = self.id.and_then(|id| row.get(id)).map(str::trim).is_some_and(|id| !id.is_empty() && !vocabulary::sums_up(id));
        let mut texts = row.iter().enumerate().filter(|(column, cell)| is_filled(cell) && !self.is_number(*column, cell));
        let Some((_, label)) = texts.next() else { return false };
        let begins = vocabulary::sums_up(label) && part.summary.is_some_and(|first| first <= number) && self.ends(number) && !has_id;
        begins && (part.summaries > 1 || part.labelled * 2 < part.rows || self.filled_ids * 2 > part.rows) && part.rows >= part.summaries + 2
    }

    /// A sum by its word, with nothing but numbers beside it; or, among the last rows, by being the sum of every column of counts.
    fn is_total(&self, number: u64, row: Record<'_>) -> bool {
        let texts: Vec<&str> =
            row.iter().enumerate().filter(|(column, cell)| is_filled(cell) && !self.is_number(*column, cell)).map(|(_, cell)| cell.trim()).collect();
        // A contribution called "Total" has an id and stands among others.
        let has_id = self.id.and_then(|id| row.get(id)).map(str::trim).is_some_and(|id| self.may_be_id(id) && !vocabulary::begins_as_total(id));
        let ends = self.ends(number);
        if let [word] = texts[..] {
            let surely = vocabulary::is_total(word) || vocabulary::is_subtotal(word);
            let begins = vocabulary::begins_as_total(word) && ends && !has_id;
            if (surely && (!has_id || ends)) || (begins && self.sums(number, row).0 > 0) {
                return true;
            }
        }
        // A title of its own may stand beside votes that happen to be the sum of one column, where no row has an id; of two they never are.
        let least = match texts[..] {
            [] => 1,
            [_] if self.filled_ids > 0 => 1,
            [_] => 2,
            _ => return false,
        };
        ends && !has_id && self.part(number).is_some_and(|part| part.rows >= 3) && matches!(self.sums(number, row), (sums, 0) if sums >= least)
    }

    /// How many columns of counts a row is the sum of, and of how many it is not.
    fn sums(&self, number: u64, row: Record<'_>) -> (usize, usize) {
        let Some(part) = self.part(number) else { return (0, 0) };
        let (mut sums, mut others) = (0, 0);
        for (column, sum) in self.counts.iter().zip(&part.sums) {
            match (count(row.get(*column).unwrap_or_default().trim()), sum) {
                (Some(own), Some(sum)) if u64::from(own) * 2 == *sum => sums += usize::from(own > 0),
                _ => others += 1,
            }
        }
        (sums, others)
    }

    /// The table that a row belongs to.
    fn part(&self, number: u64) -> Option<&PartOfTable> {
        self.parts.get(self.parts.partition_point(|part| part.last < number))
    }

    fn ends(&self, number: u64) -> bool {
        self.part(number).is_some_and(|part| number + LAST > part.last)
    }

    /// Whether a row among the last is the label of a count that is no contribution ("Bulletins nuls 3"): a word of notes, numbers, no id.
    fn is_counted_note(&self, number: u64, row: Record<'_>) -> bool {
        if !self.one_kind || !self.ends(number) || self.has_id(row) {
            return false;
        }
        let mut texts =
            row.iter().enumerate().filter(|(column, cell)| is_filled(cell) && !self.is_number(*column, cell)).map(|(_, cell)| cell.trim());
        matches!((texts.next(), texts.next()), (Some(only), None) if vocabulary::is_note(only) || vocabulary::is_part(only))
    }

    /// Whether a row that holds one text alone is a note: a legend, a signature, the heading of a part, a line that goes on.
    fn is_note(&self, number: u64, column: usize, cell: &str) -> bool {
        if self.headers.len() < 2 || self.all_rows < 2 {
            return false;
        }
        let marked =
            vocabulary::is_note(cell) || cell.starts_with(['*', '(', '※', '†', '¹', '²', '_', '=']) || cell.chars().all(|c| !c.is_alphanumeric());
        let plain = self.plain_ids * 10 >= self.filled_ids * 8 || self.plain_own_ids * 10 >= self.own_ids.max(1) * 9;
        let has_ids = self.filled_ids > 0 && plain;
        let is_id = |cell: &str| is_plain(cell) && self.may_be_id(cell);
        let most_have = self.filled_ids * 10 >= self.all_rows * 4;
        // Where rows have several cells, one with a single cell that is no id is none of them.
        let rich = self.full > 1 && self.full * 10 >= self.all_rows * 3;
        let ends = self.ends(number);
        match self.id {
            Some(id) if id == column => !is_id(cell) && (has_ids || marked || (ends && self.plain_ids > 0)) || (marked && ends),
            Some(_) => has_ids && ((most_have && rich) || ends) || (marked && ends),
            None => {
                let shouts = shouts(cell) && self.shouting * 2 < self.full;
                let signs = cell.contains([',', ':']) || cell.chars().any(|c| c.is_ascii_digit());
                (marked && self.ends(number)) || (rich && self.headers.len() > 2 && ((self.ends(number) && signs && column == 0) || shouts))
            }
        }
    }
}

/// Whether a cell is a number, or stands where numbers do.
fn is_number(counts: &[usize], sheet: Option<usize>, column: usize, cell: &str) -> bool {
    counts.contains(&column) || sheet == Some(column) || cell.trim().chars().all(|c| c.is_ascii_digit() || " \u{a0}\u{202f}.,%€$+-".contains(c))
}

fn count(cell: &str) -> Option<u32> {
    numbers::count(cell, NumberForm::default())
}

/// Whether a cell can be the name of a column: short, and without a digit.
fn may_name(cell: &str) -> bool {
    !cell.is_empty() && cell.len() <= 40 && !cell.bytes().any(|byte| byte.is_ascii_digit())
}

/// Whether a row is a line that parts others: signs and nothing else.
fn is_line(row: Record<'_>) -> bool {
    let mut cells = row.iter().map(str::trim).filter(|cell| !cell.is_empty());
    let line = |cell: &str| !cell.bytes().next().is_some_and(|byte| byte.is_ascii_alphanumeric()) && !cell.chars().any(char::is_alphanumeric);
    let Some(first) = cells.next().filter(|cell| line(cell)) else { return false };
    let long = |cell: &str| cell == "…" || cell.chars().nth(2).is_some();
    let (mut all, mut any) = (true, long(first));
    cells.for_each(|cell| (all, any) = (all && line(cell), any || long(cell)));
    all && any
}

/// Whether a cell begins as remarks of a program or of the makers of a table do.
fn is_remark(cell: &str) -> bool {
    let cell = cell.trim();
    vocabulary::is_note(cell) || cell.starts_with("# ") || cell.starts_with("//") || cell.starts_with("--")
}

/// Whether anything stands in a cell: asked of every cell, and the first byte of most tells.
fn is_filled(cell: &str) -> bool {
    cell.as_bytes().first().is_some_and(|byte| byte.is_ascii_graphic() || !cell.trim().is_empty())
}

/// Whether a cell is written in capitals.
fn shouts(cell: &str) -> bool {
    !cell.chars().any(char::is_lowercase) && cell.chars().any(char::is_alphabetic) && cell.chars().nth(3).is_some()
}

/// Whether a cell can be an id: no blank within, or digits behind it.
fn is_plain(cell: &str) -> bool {
    cell.len() <= 64 && !cell.trim().contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use csv::StringRecord;

    use super::super::binding::{Bind, Binding};
    use super::super::headers::Headers;
    use super::super::registry::Profiles;
    use super::*;

    /// What each row of a table is: a code, or nothing for a record.
    fn rows(text: &str) -> Vec<&'static str> {
        let mut lines = text.lines().map(|line| line.split(';').collect::<StringRecord>());
        let names: Vec<String> = lines.next().unwrap().iter().map(str::to_owned).collect();
        let rows: Vec<StringRecord> = lines.collect();
        let profiles = Profiles::built_in();
        let headers = Headers::new(&names);
        let profile = profiles.find(plain::TABLE).unwrap();
        let binding = Binding::new(profile, &Bind { headers: Some(&headers), concealed: &[], language: "fr", formats: Vec::new() });
        let mut beside = Beside::new(&names, &binding, &[], profiles.known_headers(std::iter::empty()));
        for (number, row) in (1..).zip(&rows) {
            beside.look(number, row.into());
        }
        (1..).zip(&rows).map(|(number, row)| beside.what(number, row.into()).map_or("", |code| code.id)).collect()
    }

    #[test]
    fn headers_that_come_again_and_those_of_another_table() {
        assert_eq!(rows("id;titre;pour\n1;Un;3\nID;Titre;Pour\n2;Deux;4\npour;id;titre\n"), ["", "repeated-header", "", "other-table"]);
        assert_eq!(rows("id;titre;pour\n1;Un;3\n2;Deux;1\nid;nom;email\n1;Ann;x\n"), ["", "", "other-table", "other-table"]);
        assert_eq!(rows("id;titre;pour\nN°;Intitulé;Voix\n1;Un;3\n"), ["repeated-header", ""]);
        assert_eq!(rows("titre;texte\nUn banc ?;Pourquoi pas ?\nUn arbre ?;Oui ?\n"), ["", ""], "titles ask too");
        assert_eq!(rows("id;titre;texte\n1;Titre;Texte\n2;Id;Pour\n"), ["", ""], "ids stand where ids stand");
    }

    #[test]
    fn sums_by_word_or_by_being_one() {
        assert_eq!(rows("id;titre;texte;pour\n1;Un;a;3\n2;Deux;b;4\nTotal;;;7\n;;;7\n"), ["", "", "total-row", "note-row"]);
        assert_eq!(rows("id;titre;pour\n1;Un;3\n2;Deux;4\n;;7\n"), ["", "", "total-row"]);
        assert_eq!(rows("id;titre;pour\n1;Un;3\n2;Deux;4\n;;8\n")[2], "note-row", "it is no sum of the others");
        assert_eq!(rows("titre;texte;pour\nTotal accès;Des rampes;12\nEnsemble;Un repas;8\nTotal;;20\n"), ["", "", "total-row"]);
        assert_eq!(rows("id;titre;texte;pour\n1;Un;a;3\n2;Total;Je demande le total.;3\n"), ["", ""]);
        assert_eq!(rows("titre;texte;pour\nBanc;;14\nArbre;;6\nFour à pain;;20\n"), ["", "", ""], "one count may happen to be the sum");
        assert_eq!(rows("titre;texte;pour;contre\nBanc;;14;2\nArbre;;6;1\nCumul;;20;3\n"), ["", "", "total-row"], "two do not");
        assert_eq!(rows("id;titre;pour\n1;Banc;14\n2;Arbre;6\n;Cumul;20\n"), ["", "", "total-row"], "the others have ids");
    }

    #[test]
    fn sums_of_parts_and_of_pages() {
        assert_eq!(rows("id;titre;texte;pour\n1;Un;a;3\n2;Deux;b;4\nTOTAL;2 projets;;9\n")[2], "total-row", "a word where ids stand");
        assert_eq!(rows("titre;texte;pour\nUn;a;3\nDeux;b;4\nTrois;c;5\nTOTAL;12 votes au total;12\n")[3], "total-row");
        assert_eq!(rows("titre;texte;pour\nUn;a;3\nDeux;b;4\nTrois;c;5\nTotal vélo;Des pistes partout;11\n")[3], "");
        assert_eq!(
            rows("id;titre;texte;pour\n1;Un;a;3\n2;Deux;b;4\n;À reporter;;7\n;Report;;7\n3;Trois;c;5\n4;Quatre;d;6\n"),
            ["", "", "total-row", "total-row", "", ""]
        );
        assert_eq!(rows("id;titre;texte;pour\n1;Un;a;3\n2;Deux;b;4\n3;Report;Du scrutin;7\n4;Quatre;d;6\n"), [""; 4]);
        let sections = "id;titre;texte;pour\n;Nature;;7\n1;Un;a;3\n2;Deux;b;4\n;Ville;;11\n3;Trois;c;5\n4;Quatre;d;6\n5;Cinq;e;0\n";
        assert_eq!(rows(sections), ["total-row", "", "", "total-row", "", "", ""]);
        let foot = "id;titre;texte;pour\n1;Un;a;3\n2;Deux;b;4\n3;Trois;c;5\n;Total des voix;;12\n;Nombre de projets;;3\n;Maximum;;5\n";
        assert!(rows(foot)[3..].iter().all(|code| !code.is_empty()), "{:?}", rows(foot));
        assert_eq!(rows("id;titre;texte;pour\n1;Un;a;3\n2;Deux;b;4\n3;Trois;c;5\n;Le préau;;6\n")[3], "", "a row without id or text may be a record");
    }

    #[test]
    fn kinds_of_rows_are_no_notes() {
        let names: Vec<String> = ["type", "contributions_id", "contributions_title", "contributions_arguments_id"].map(str::to_owned).to_vec();
        let profiles = Profiles::built_in();
        let headers = Headers::new(&names);
        let profile = profiles.find("cap-collectif/consultation").unwrap();
        let binding = Binding::new(profile, &Bind { headers: Some(&headers), language: "fr", formats: Vec::new(), concealed: &[] });
        let mut beside = Beside::new(&names, &binding, &[], profiles.known_headers(std::iter::empty()));
        let rows: Vec<StringRecord> =
            [["opinion", "1", "Un", ""], ["source", "", "", "7"], ["argument", "", "", "8"]].map(|row| row.to_vec().into()).to_vec();
        (1..).zip(&rows).for_each(|(number, row)| assert!(beside.look(number, row.into())));
        assert!((1..).zip(&rows).all(|(number, row)| beside.what(number, row.into()).is_none()));
    }

    #[test]
    fn lines_legends_and_ends_of_files() {
        assert_eq!(rows("id;titre;pour\n---;---;---\n1;Un;3\n2;Deux;4\n=====;;\n"), ["note-row", "", "", "note-row"]);
        let legend = "id;titre;texte;pour\n1;Un;a;3\n2;Deux;b;4\n3;Trois;c;5\nLégende :;;;\nP;papier;;\nI;en ligne;;\n";
        assert_eq!(rows(legend)[3..], ["note-row"; 3]);
        assert_eq!(rows("id;titre;texte;pour\n1;Un;a;3\n2;Deux;b;4\n3;Trois;c;5\n# fin de fichier ;3 lignes;;\n")[3], "note-row");
    }

    #[test]
    fn several_sums_stand_one_below_the_other() {
        let none = ["", "", ""];
        for tail in [
            "TOTAL GÉNÉRAL (hors blancs);;51\nMoyenne;;17\n",
            "Ensemble des votes;;51\ndont votes papier;;12\n",
            "Total exprimés;;51\nBlancs et nuls;;3\n",
            "Summe aller Stimmen;;51\nDurchschnitt;;17\n",
            "Récapitulatif;;51\nCumul;;51\nMoy.;;17\nEn pourcentage;;80 %\n",
            "Totale complessivo;;51\nPercentuale;;100\n",
        ] {
            let text = format!("titre;texte;pour\nUn;a;20\nDeux;b;21\nTrois;c;9\n{tail}");
            let found = rows(&text);
            assert!(found[..3] == none && found[3..].iter().all(|code| !code.is_empty()), "{tail}: {found:?}");
        }
        assert_eq!(rows("titre;texte;pour\nUn;a;n.c.\nDeux;b;4\nTrois;c;9\nEnsemble;;13\n")[3], "total-row");
        assert_eq!(rows("titre;pour\nUn banc;3\nEnsemble pour le lac;9\n"), ["", ""], "a title of its own");
        assert_eq!(rows("id;titre;pour\n1;Un;3\n2;Deux;9\n3;Taux plein;4\n"), ["", "", ""]);
        assert_eq!(rows("titre;texte;pour\nUn;a;3\nDeux;b;9\nPart du lion;Un parc;4\n"), ["", "", ""]);
    }

    #[test]
    fn notes_hold_one_text_where_records_hold_several() {
        let table = "id;titre;texte;pour\n1;Un;a;3\n2;Deux;b;4\n3;Trois;c;5\nLégende : les voix;;;\n;Le maire, Jean Dupond;;\n";
        assert_eq!(rows(table), ["", "", "", "note-row", "note-row"]);
        assert_eq!(rows("titre;texte;pour\nQUARTIER NORD;;\nUn;a;3\nDeux;b;4\n"), ["note-row", "", ""]);
        assert_eq!(rows("titre;texte;pour\nUN BANC;ICI;3\nUN ARBRE;;\nUN FOUR;LA;5\n"), ["", "", ""], "capitals mark nothing where all shout");
        assert_eq!(rows("id;titre\n1;Note: le banc\n2;Source d'eau\n"), ["", ""]);
    }
}
