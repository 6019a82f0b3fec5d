//! The filled cells of one sheet as a table: where it begins, what is hidden, what is merged.

use csv::StringRecord;

use super::concealed::Concealed;
use super::frame::{self, Frame, LOOKED_AT, Placed};
use super::guard::{self, CELLS};
use super::limits::column_limit;
use super::table::{Hints, framed};
use crate::diagnose::{Diagnostic, codes};

/// Filled cells with row and column.
pub(super) type Cells = Vec<(u32, u32, String)>;

/// A table on a sheet.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    /// Names of the columns.
    pub headers: Vec<String>,
    /// Columns that the workbook hides, by place and name; without a header they are no fields, and may hide rows all the same.
    pub concealed: Vec<(usize, String)>,
    /// Cells as text: whole numbers without decimals, dates as ISO 8601, booleans as `true` and `false`; and whether the workbook hides
    /// the row. Rows end with their last filled cell.
    pub rows: Vec<(StringRecord, bool)>,
    /// Names of columns that somebody knows.
    pub known: usize,
    /// What stands above it as its title.
    pub title: Option<String>,
    /// What is to be said of it.
    pub remarks: Vec<Diagnostic>,
}

/// A row with its place on the sheet.
struct Line {
    place: u32,
    record: StringRecord,
    hidden: bool,
}

impl Sheet {
    /// The table among the filled cells; nothing if no row can be a header.
    pub fn of(mut cells: Cells, concealed: &Concealed, name: &str, hints: &Hints) -> Result<Option<Self>, Diagnostic> {
        let mut remarks = Vec::new();
        cells.sort_by_key(|(row, column, _)| (*row, *column));
        // A cell that stands twice counts once.
        cells.dedup_by_key(|(row, column, _)| (*row, *column));
        let numbers = fill_down(&mut cells, concealed, name)?;
        if numbers > 0 {
            remarks.push(Diagnostic::new(codes::MERGED_NUMBER).file(name).count(numbers));
        }
        let Some(left) = cells.iter().map(|(_, column, _)| *column).min() else { return Ok(None) };
        let width = cells.iter().map(|(_, column, _)| (column - left) as usize + 1).max().unwrap_or_default();
        if width as u64 > hints.limits.columns {
            return Err(column_limit(name, &hints.limits));
        }
        let mut lines = lines(cells, left, concealed, name)?;
        let shown: Vec<Placed> =
            lines.iter().filter(|line| !line.hidden).take(LOOKED_AT).map(|line| (u64::from(line.place) + 1, line.record.clone())).collect();
        let known = hints.known.as_ref();
        let Some(Frame { place, skip, mut headers, above, headless, title, own: _ }) = frame::find(&shown, hints.header_row, known) else {
            return Ok(None);
        };
        // Hidden lines above the header are no rows: nobody saw them. A blank row of an office program is none at all.
        if let Some(last) = skip.checked_sub(1).and_then(|last| shown.get(last)) {
            lines.retain(|line| u64::from(line.place) + 1 > last.0);
        }
        let head = skip.checked_sub(1).and_then(|last| shown.get(last)).map(|(place, _)| *place);
        // What a note forbids to publish: its row, or its column where it stands at the header.
        let forbidden = |note: &str| hints.forbids.is_some_and(|forbids| note.split([':', '\n', '.']).chain([note]).any(|part| forbids(part.trim())));
        let forbidden: Vec<(u32, u32)> = concealed
            .notes
            .iter()
            .filter(|_| !hints.keep_hidden)
            .filter(|(.., note)| forbidden(note))
            .map(|(row, column, _)| (*row, *column))
            .collect();
        let of_header = |row: u32| head.is_some_and(|head| u64::from(row) < head);
        let (mut struck, mut noted) = (0, 0);
        for line in lines.iter_mut().filter(|line| !line.hidden) {
            let (strikes, notes) = (concealed.strikes(line.place), forbidden.iter().any(|(row, _)| *row == line.place));
            line.hidden = strikes || notes;
            struck += usize::from(strikes);
            noted += usize::from(notes && !strikes);
        }
        lines.retain(|line| line.record.iter().any(|cell| !cell.trim().is_empty()));
        headers.resize(width.max(headers.len()), String::new());
        // Hidden columns keep their cells and lose their name.
        let mut hidden_columns = Vec::new();
        for (at, header) in headers.iter_mut().enumerate() {
            let column = left.saturating_add(u32::try_from(at).unwrap_or(u32::MAX));
            if concealed.has_column(column) || forbidden.iter().any(|(row, noted)| *noted == column && of_header(*row)) {
                let empty = || lines.iter().all(|line| line.record.get(at).unwrap_or_default().trim().is_empty());
                if !header.is_empty() || !empty() {
                    hidden_columns.push((at, std::mem::take(header)));
                }
            }
        }
        if headers.iter().all(String::is_empty) {
            return Ok(None);
        }
        let hidden_rows = lines.iter().filter(|line| line.hidden).count() - struck - noted;
        for (what, count, names) in [
            ("rows", hidden_rows, String::new()),
            ("struck", struck, String::new()),
            ("noted", noted, String::new()),
            ("columns", hidden_columns.len(), hidden_columns.iter().map(|(_, text)| text.trim()).collect::<Vec<_>>().join(", ")),
        ] {
            if count > 0 {
                remarks.push(Diagnostic::new(codes::HIDDEN_IN_WORKBOOK).file(name).count(count as u64).arg("what", what).arg("names", names));
            }
        }
        if concealed.uncomputed > 0 {
            remarks.push(Diagnostic::new(codes::FORMULAS_EMPTY).file(name).count(concealed.uncomputed));
        }
        remarks.extend(framed(name, above, place, headless));
        let again = |(at, header): &(usize, &String)| !header.is_empty() && headers[..*at].contains(header);
        remarks
            .extend(headers.iter().enumerate().filter(again).map(|(_, header)| Diagnostic::new(codes::DUPLICATE_COLUMN).file(name).column(header)));
        let known = headers.iter().filter(|header| known.is_some_and(|known| known.holds(header))).count();
        Ok(Some(Self {
            headers,
            concealed: hidden_columns,
            rows: lines.into_iter().map(|line| (line.record, line.hidden)).collect(),
            known,
            title,
            remarks,
        }))
    }

    /// Whether the rows of this sheet are about the columns of another: one of its columns holds most of their names.
    pub fn describes(&self, other: &Self) -> bool {
        let names: Vec<&str> = other.headers.iter().map(String::as_str).filter(|name| !name.is_empty()).collect();
        let held = |column: usize| {
            let cells: Vec<&str> = self.rows.iter().take(2 * names.len() + 10).filter_map(|(row, _)| row.get(column)).map(str::trim).collect();
            names.iter().filter(|name| cells.iter().any(|cell| cell.eq_ignore_ascii_case(name))).count()
        };
        names.len() > 2 && (0..self.headers.len().min(4)).any(|column| held(column) * 10 >= names.len() * 6)
    }

    /// Whether another sheet has the same columns, in whatever order.
    pub fn is_like(&self, other: &Self) -> bool {
        let names = |sheet: &Self| {
            let mut names: Vec<String> = sheet.headers.iter().filter(|name| !name.is_empty()).map(|name| name.to_lowercase()).collect();
            names.sort();
            names
        };
        self.headers.len() > 1 && names(self) == names(other)
    }

    /// Adds a column that holds the same text in every row.
    pub fn mark(&mut self, header: &str, text: &str) {
        let width = self.headers.len();
        self.headers.push(header.to_owned());
        for (row, _) in &mut self.rows {
            *row = padded(row, width);
            row.push_field(text);
        }
    }

    /// Adds the rows of a sheet of the same columns.
    pub fn append(&mut self, other: Self) {
        let named = |sheet: &Self, at: usize| {
            let concealed = sheet.concealed.iter().find(|(column, _)| *column == at).map(|(_, name)| name.to_lowercase());
            (concealed.is_some(), concealed.unwrap_or_else(|| sheet.headers[at].to_lowercase()))
        };
        // What one sheet hides and the other does not was not to be seen.
        for at in 0..other.headers.len() {
            let (hidden, name) = named(&other, at);
            if let Some(own) = (0..self.headers.len()).find(|&own| hidden && !named(self, own).0 && !name.is_empty() && named(self, own).1 == name) {
                let header = std::mem::take(&mut self.headers[own]);
                self.concealed.push((own, header));
            }
        }
        let places: Vec<Option<usize>> =
            (0..self.headers.len()).map(|own| (0..other.headers.len()).find(|&at| named(&other, at).1 == named(self, own).1)).collect();
        let rows = other.rows.iter().map(|(row, hidden)| {
            let cells = places.iter().map(|place| place.and_then(|place| row.get(place)).unwrap_or_default());
            (cells.collect::<StringRecord>(), *hidden)
        });
        self.rows.extend(rows);
    }
}

/// Gives the rows below a cell that stands over several its text, as people read them. A number over rows that are several things is none of
/// each: it stays with the first. Gives how many those are.
fn fill_down(cells: &mut Cells, concealed: &Concealed, name: &str) -> Result<u64, Diagnostic> {
    if concealed.merged.is_empty() {
        return Ok(0);
    }
    let left = cells.iter().map(|(_, column, _)| *column).min().unwrap_or_default();
    // Rows that share their first cell are parts of one thing.
    let mut things: Vec<(u32, u32)> = concealed.merged.iter().filter(|(.., column)| *column == left).map(|(first, end, _)| (*first, *end)).collect();
    things.sort_unstable();
    let are_one = |first: u32, end: u32| things[..things.partition_point(|(from, _)| *from <= first)].last().is_some_and(|(_, to)| *to >= end);
    let is_number =
        |text: &str| text.bytes().any(|byte| byte.is_ascii_digit()) && text.trim().bytes().all(|byte| byte.is_ascii_digit() || b".,".contains(&byte));
    let mut numbers = 0;
    let last = cells.last().map_or(0, |(row, ..)| *row);
    let mut filled = Vec::new();
    for &(first, end, column) in &concealed.merged {
        let Ok(at) = cells.binary_search_by_key(&(first, column), |(row, column, _)| (*row, *column)) else { continue };
        if is_number(&cells[at].2) && column != left && !are_one(first, end) {
            numbers += 1;
            continue;
        }
        let text = cells[at].2.clone();
        for row in first + 1..=end.min(last) {
            if cells.len() + filled.len() >= CELLS {
                return Err(guard::too_many_cells(name));
            }
            // A row with nothing else is none.
            let from = cells.partition_point(|(other, ..)| *other < row);
            if cells.get(from).is_some_and(|(other, ..)| *other == row) {
                filled.push((row, column, text.clone()));
            }
        }
    }
    cells.append(&mut filled);
    cells.sort_by_key(|(row, column, _)| (*row, *column));
    cells.dedup_by_key(|(row, column, _)| (*row, *column));
    Ok(numbers)
}

/// The rows that have cells, from the first column that has any; those that lie between two of them and have none tell what a blank line
/// tells.
fn lines(mut cells: Cells, left: u32, concealed: &Concealed, name: &str) -> Result<Vec<Line>, Diagnostic> {
    let mut lines: Vec<Line> = Vec::new();
    let mut made = 0;
    for row in cells.chunk_by_mut(|a, b| a.0 == b.0) {
        let place = row[0].0;
        if let Some(before) = lines.last().map(|line| line.place).filter(|before| place > before + 1 && lines.len() < LOOKED_AT) {
            lines.push(Line { place: before + 1, record: StringRecord::new(), hidden: false });
        }
        let mut record = StringRecord::new();
        let mut at = left;
        for (_, column, text) in row.iter_mut() {
            while at < *column {
                record.push_field("");
                at += 1;
            }
            record.push_field(&std::mem::take(text));
            at += 1;
        }
        made += record.len();
        if made > CELLS {
            return Err(guard::too_many_cells(name));
        }
        lines.push(Line { place, record, hidden: concealed.rows.contains(&place) });
    }
    Ok(lines)
}

/// A row of as many cells as there are columns.
pub(super) fn padded(row: &StringRecord, width: usize) -> StringRecord {
    let mut row = row.clone();
    while row.len() < width {
        row.push_field("");
    }
    row
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::Limits;
    use crate::read::frame::KnownHeaders;

    fn cells(list: &[(u32, u32, &str)]) -> Cells {
        list.iter().map(|(row, column, text)| (*row, *column, (*text).to_owned())).collect()
    }

    fn sheet(list: &[(u32, u32, &str)], concealed: &Concealed) -> Sheet {
        let hints = Hints { known: Some(KnownHeaders::new(|name| ["id", "title"].contains(&name))), ..Hints::default() };
        Sheet::of(cells(list), concealed, "a.xlsx", &hints).unwrap().unwrap()
    }

    fn rows(sheet: &Sheet) -> Vec<String> {
        sheet.rows.iter().map(|(row, _)| row.iter().collect::<Vec<_>>().join("|")).collect()
    }

    #[test]
    fn cells_become_a_header_and_rows() {
        let list = [(0, 1, "Export"), (5, 3, "b"), (2, 1, "id"), (2, 3, "title "), (2, 2, "x"), (9, 1, "1"), (5, 1, "2"), (5, 1, "3")];
        let table = sheet(&list, &Concealed::default());
        assert_eq!(table.headers, ["id", "x", "title"]);
        assert_eq!(rows(&table), ["2||b", "1"]);
        assert_eq!(table.remarks[0].code.id, "lines-above");
    }

    #[test]
    fn merged_cells_are_filled_down() {
        let list = [(0, 0, "id"), (0, 1, "title"), (1, 0, "1"), (1, 1, "a"), (2, 1, "b"), (3, 1, "c")];
        let concealed = Concealed { merged: vec![(1, 2, 0), (3, 9, 0)], ..Concealed::default() };
        assert_eq!(rows(&sheet(&list, &concealed)), ["1|a", "1|b", "|c"]);
    }

    #[test]
    fn sheets_of_one_form_are_one_table() {
        let mut one = sheet(&[(0, 0, "id"), (0, 1, "title"), (1, 0, "1"), (1, 1, "a")], &Concealed::default());
        let other = sheet(&[(0, 0, "Title"), (0, 1, "id"), (1, 0, "b"), (1, 1, "2")], &Concealed::default());
        assert!(one.is_like(&other) && !one.is_like(&sheet(&[(0, 0, "id"), (0, 1, "x"), (1, 0, "1"), (1, 1, "a")], &Concealed::default())));
        one.mark("sheet", "Nord");
        one.append(other);
        assert_eq!(rows(&one), ["1|a|Nord", "2|b|"]);
    }

    #[test]
    fn a_sheet_has_limits() {
        let far = cells(&[(0, 0, "id"), (0, 1, "t"), (1_048_575, 20_000, "x")]);
        assert_eq!(
            Sheet::of(far, &Concealed::default(), "a.xlsx", &Hints { limits: Limits::default(), ..Hints::default() }).unwrap_err().code.id,
            "column-limit"
        );
    }
}
