//! XLSX, XLSB, XLS and ODS, by calamine. Workbooks are read whole: the formats are not made for streaming.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Data, DataRef, Reader, SheetVisible, Sheets, open_workbook_auto_from_rs};
use csv::StringRecord;

use super::concealed::{Concealed, concealed};
use super::documents::BrokenRow;
use super::guard::{self, CELLS};
use super::input::Input;
use super::limits::{Limits, cell_limit, column_limit, container_limit, fault, row_limit};
use super::table::{Hints, SAMPLE_ROWS};
use crate::diagnose::{Diagnostic, codes};

/// The rows of one sheet as text.
#[derive(Debug)]
pub struct Workbook {
    name: String,
    limits: Limits,
    /// Names of the columns.
    pub headers: Vec<String>,
    /// Cells as text: whole numbers without decimals, dates as ISO 8601, booleans as `true` and `false`. Rows end with their last filled cell.
    rows: Vec<StringRecord>,
    /// By row: the workbook hides it.
    hidden: Vec<bool>,
    width: usize,
    /// Which other sheets there are.
    pub remarks: Vec<Diagnostic>,
}

/// Filled cells with row and column.
type Cells = Vec<(u32, u32, String)>;

impl Workbook {
    /// Reads the named sheet, or the first one that has rows.
    pub fn open(input: &Input, hints: &Hints) -> Result<Self, Diagnostic> {
        let bytes = input.bytes().map_err(|error| fault(&input.name, &error))?;
        guard::check(&bytes, &input.name, &hints.limits)?;
        // calamine indexes into what a file says of itself, and a damaged file lies: such a panic is a fault of the file, which costs
        // the file and not the build. Nothing is shared with the closure that a panic could leave half made.
        catch_unwind(AssertUnwindSafe(|| Self::read(bytes, input, hints))).unwrap_or_else(|_| Err(broken(&input.name, "damaged".to_owned())))
    }

    fn read(bytes: Vec<u8>, input: &Input, hints: &Hints) -> Result<Self, Diagnostic> {
        let mut concealed = concealed(&bytes);
        let mut workbook = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|e| broken(&input.name, e.to_string()))?;
        let names = workbook.sheet_names();
        let sheet = hints.sheet.as_deref();
        if let Some(sheet) = sheet.filter(|sheet| !names.iter().any(|name| name == sheet)) {
            let near = crate::diagnose::did_you_mean(sheet, names.iter().map(String::as_str)).unwrap_or_default();
            return Err(Diagnostic::new(codes::BAD_VALUE).file(&input.name).column("sheet").arg("value", sheet).arg("near", near));
        }
        // A hidden sheet is read only where somebody asks for it by name.
        let visible = |name: &str| workbook_shows(&workbook, name);
        let hidden_sheets: Vec<String> = names.iter().filter(|name| sheet.is_none() && !hints.keep_hidden && !visible(name)).cloned().collect();
        let mut headed = None;
        for name in names.iter().filter(|name| sheet.is_none_or(|sheet| sheet == *name) && !hidden_sheets.contains(name)) {
            let cells = cells(&mut workbook, name, &input.name, &hints.limits)?;
            let mut concealed = concealed.remove(name).unwrap_or_default();
            if hints.keep_hidden {
                concealed = Concealed { uncomputed: concealed.uncomputed, ..Concealed::default() };
            }
            let Some(mut read) = Self::table(cells, &concealed, &input.name, &hints.limits)? else { continue };
            let others = names.iter().filter(|other| *other != name && !hidden_sheets.contains(other)).cloned().collect::<Vec<_>>();
            if sheet.is_none() && !others.is_empty() {
                read.remarks.push(Diagnostic::new(codes::SEVERAL_SHEETS).file(&input.name).arg("sheet", name).arg("others", others.join(", ")));
            }
            if !hidden_sheets.is_empty() {
                read.remarks.push(hidden_sheet(input, &hidden_sheets));
            }
            // A header alone may be a note on a sheet before the table.
            if read.rows.is_empty() {
                headed = headed.or(Some(read));
                continue;
            }
            return Ok(read);
        }
        match headed {
            Some(read) if hidden_sheets.is_empty() => Ok(read),
            _ if !hidden_sheets.is_empty() => Err(hidden_sheet(input, &hidden_sheets)),
            _ => Err(Diagnostic::new(codes::NO_ROWS).file(&input.name)),
        }
    }

    /// The smallest rectangle around the filled cells as a header and rows; nothing if no row can be a header.
    fn table(mut cells: Cells, concealed: &Concealed, name: &str, limits: &Limits) -> Result<Option<Self>, Diagnostic> {
        let (mut hidden_columns, mut remarks) = (BTreeMap::new(), Vec::new());
        if !concealed.columns.is_empty() {
            // The first cell of each hidden column names it.
            cells.retain(|(row, column, text)| {
                let hidden = concealed.has_column(*column);
                if hidden {
                    let first = hidden_columns.entry(*column).or_insert((*row, text.clone()));
                    if *row < first.0 {
                        *first = (*row, text.clone());
                    }
                }
                !hidden
            });
        }
        cells.sort_by_key(|(row, column, _)| (*row, *column));
        let Some(left) = cells.iter().map(|(_, column, _)| *column).min() else { return Ok(None) };
        let width = cells.iter().map(|(_, column, _)| (column - left) as usize + 1).max().unwrap_or_default();
        if width as u64 > limits.columns {
            return Err(column_limit(name, limits));
        }
        let mut rows = Vec::new();
        let mut hidden = Vec::new();
        let mut made = 0;
        let (mut headers, mut above) = (None, true);
        for row in cells.chunk_by_mut(|a, b| a.0 == b.0) {
            let filled = row.iter().filter(|(.., text)| !text.trim().is_empty()).count();
            let is_hidden = concealed.rows.contains(&row[0].0);
            if above && (filled <= usize::from(width > 1) || is_hidden) {
                // A title line above the header, or a line that nobody saw.
                continue;
            }
            let mut record = StringRecord::new();
            let mut at = left;
            for (_, column, text) in row.iter_mut() {
                while at < *column {
                    record.push_field("");
                    at += 1;
                }
                // A cell that stands twice counts once.
                if at == *column {
                    record.push_field(&std::mem::take(text));
                    at += 1;
                }
            }
            made += record.len();
            if made > CELLS {
                return Err(guard::too_many_cells(name));
            }
            if above {
                above = false;
                headers = Some(padded(&record, width).iter().map(|cell| cell.trim().to_owned()).collect());
            } else {
                rows.push(record);
                hidden.push(is_hidden);
            }
        }
        let hidden_rows = hidden.iter().filter(|hidden| **hidden).count();
        for (what, count, names) in [
            ("rows", hidden_rows, String::new()),
            ("columns", hidden_columns.len(), hidden_columns.values().map(|(_, text)| text.trim()).collect::<Vec<_>>().join(", ")),
        ] {
            if count > 0 {
                remarks.push(Diagnostic::new(codes::HIDDEN_IN_WORKBOOK).file(name).count(count as u64).arg("what", what).arg("names", names));
            }
        }
        if concealed.uncomputed > 0 {
            remarks.push(Diagnostic::new(codes::FORMULAS_EMPTY).file(name).count(concealed.uncomputed));
        }
        Ok(headers.map(|headers| Self { name: name.to_owned(), limits: *limits, headers, rows, hidden, width, remarks }))
    }

    /// The first rows.
    pub fn sample(&self) -> Vec<StringRecord> {
        let shown = self.rows.iter().zip(&self.hidden).filter(|(_, hidden)| !**hidden);
        shown.take(SAMPLE_ROWS).map(|(row, _)| padded(row, self.width)).collect()
    }

    /// Calls `f` with every row; gives those that could not be handed out.
    pub fn each(&self, f: &mut dyn FnMut(u64, &StringRecord)) -> Vec<BrokenRow> {
        let mut broken = Vec::new();
        let limit = usize::try_from(self.limits.rows).unwrap_or(usize::MAX);
        for (number, (row, hidden)) in (1..).zip(self.rows.iter().zip(&self.hidden).take(limit)) {
            if *hidden {
                broken.push((number, Diagnostic::new(codes::HIDDEN_ROW).file(&self.name).row(number)));
                continue;
            }
            match row.iter().position(|cell| cell.len() as u64 > self.limits.cell) {
                None => f(number, &padded(row, self.width)),
                Some(column) => {
                    let size = row.get(column).map_or(0, str::len);
                    broken.push((number, cell_limit(&self.name, number, self.headers.get(column).map_or("", String::as_str), size, &self.limits)));
                }
            }
        }
        if self.rows.len() > limit {
            broken.push((self.limits.rows + 1, row_limit(&self.name, (self.rows.len() - limit) as u64, &self.limits)));
        }
        broken
    }
}

fn padded(row: &StringRecord, width: usize) -> StringRecord {
    let mut row = row.clone();
    while row.len() < width {
        row.push_field("");
    }
    row
}

/// Whether a sheet is one that people see.
fn workbook_shows(workbook: &Sheets<Cursor<Vec<u8>>>, name: &str) -> bool {
    workbook.sheets_metadata().iter().find(|sheet| sheet.name == name).is_none_or(|sheet| sheet.visible == SheetVisible::Visible)
}

fn hidden_sheet(input: &Input, names: &[String]) -> Diagnostic {
    let found = Diagnostic::new(codes::HIDDEN_IN_WORKBOOK).file(&input.name).count(names.len() as u64);
    found.arg("what", "sheets").arg("names", names.join(", "))
}

fn broken(name: &str, error: String) -> Diagnostic {
    Diagnostic::new(codes::BAD_WORKBOOK).file(name).arg("error", error)
}

/// The filled cells of a sheet. Where calamine can read them one by one it must: it makes a rectangle of all others, and one cell in
/// the last corner of a sheet makes a rectangle of hundreds of gigabytes.
fn cells(workbook: &mut Sheets<Cursor<Vec<u8>>>, sheet: &str, name: &str, limits: &Limits) -> Result<Cells, Diagnostic> {
    let failed = |error: String| broken(name, error);
    let mut kept = Kept { cells: Vec::new(), bytes: 0, name, limits };
    match workbook {
        Sheets::Xlsx(xlsx) => {
            let mut reader = match xlsx.worksheet_cells_reader(sheet) {
                Ok(reader) => reader,
                // A sheet that is a chart holds no rows.
                Err(calamine::XlsxError::NotAWorksheet(_)) => return Ok(Vec::new()),
                Err(error) => return Err(failed(error.to_string())),
            };
            while let Some(cell) = reader.next_cell().map_err(|error| failed(error.to_string()))? {
                kept.push(cell.get_position(), text_of(cell.get_value()))?;
            }
        }
        Sheets::Xlsb(xlsb) => {
            let mut reader = xlsb.worksheet_cells_reader(sheet).map_err(|error| failed(error.to_string()))?;
            while let Some(cell) = reader.next_cell().map_err(|error| failed(error.to_string()))? {
                kept.push(cell.get_position(), text_of(cell.get_value()))?;
            }
        }
        other => {
            let range = other.worksheet_range(sheet).map_err(|error| failed(error.to_string()))?;
            for (row, column, value) in range.used_cells() {
                let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
                kept.push((place(row), place(column)), text(value))?;
            }
        }
    }
    Ok(kept.cells)
}

struct Kept<'a> {
    cells: Cells,
    bytes: u64,
    name: &'a str,
    limits: &'a Limits,
}

impl Kept<'_> {
    fn push(&mut self, (row, column): (u32, u32), text: String) -> Result<(), Diagnostic> {
        if text.is_empty() {
            return Ok(());
        }
        // A text that many cells share stands once in the file and often in memory.
        self.bytes += text.len() as u64;
        if self.bytes > self.limits.unpacked {
            return Err(container_limit(self.name, "unpacked", self.limits.unpacked));
        }
        if self.cells.len() >= CELLS {
            return Err(guard::too_many_cells(self.name));
        }
        self.cells.push((row, column, text));
        Ok(())
    }
}

fn text_of(cell: &DataRef<'_>) -> String {
    match cell {
        DataRef::SharedString(text) => (*text).to_owned(),
        other => text(&Data::from(other.clone())),
    }
}

fn text(cell: &Data) -> String {
    match cell {
        Data::Empty | Data::Error(_) => String::new(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Bool(value) => value.to_string(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) if number.fract() == 0.0 && number.abs() < 9e15 => format!("{number:.0}"),
        Data::Float(number) => number.to_string(),
        Data::DateTime(date) => {
            let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
            if (hour, minute, second) == (0, 0, 0) {
                format!("{year:04}-{month:02}-{day:02}")
            } else {
                format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(list: &[(u32, u32, &str)]) -> Cells {
        list.iter().map(|(row, column, text)| (*row, *column, (*text).to_owned())).collect()
    }

    #[test]
    fn cells_become_a_header_and_rows() {
        let list = cells(&[(0, 1, "Export"), (5, 3, "b"), (2, 1, "id"), (2, 3, "title "), (2, 2, "x"), (9, 1, "1"), (5, 1, "2"), (5, 1, "3")]);
        let table = Workbook::table(list, &Concealed::default(), "a.xlsx", &Limits::default()).unwrap().unwrap();
        assert_eq!(table.headers, ["id", "x", "title"]);
        let mut rows = Vec::new();
        table.each(&mut |number, row| rows.push((number, row.iter().collect::<Vec<_>>().join("|"))));
        assert_eq!(rows, [(1, "2||b".to_owned()), (2, "1||".to_owned())]);
    }

    #[test]
    fn workbooks_have_limits() {
        let list = || cells(&[(0, 0, "id"), (0, 1, "t"), (1, 0, "1"), (1, 1, "xxxxxxxx"), (2, 0, "2"), (3, 0, "3"), (4, 0, "4")]);
        let limits = Limits { cell: 5, rows: 2, ..Limits::default() };
        let table = Workbook::table(list(), &Concealed::default(), "a.xlsx", &limits).unwrap().unwrap();
        let mut seen = 0;
        let broken = table.each(&mut |_, _| seen += 1);
        let broken: Vec<_> = broken.iter().map(|(row, why)| (*row, why.code.id, why.count)).collect();
        assert_eq!((seen, broken), (1, vec![(1, "cell-limit", 1), (3, "row-limit", 2)]));
        let far = cells(&[(0, 0, "id"), (0, 1, "t"), (1_048_575, 20_000, "x")]);
        assert_eq!(Workbook::table(far, &Concealed::default(), "a.xlsx", &limits).unwrap_err().code.id, "column-limit");
    }
}
