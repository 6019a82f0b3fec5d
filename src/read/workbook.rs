//! XLSX, XLSB, XLS and ODS, by calamine; HTML and SpreadsheetML that call themselves one. Workbooks are read whole: the formats are not
//! made for streaming.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Data, DataRef, Reader, SheetVisible, Sheets, open_workbook_auto_from_rs};
use csv::StringRecord;

use super::Limits;
use super::concealed::{Concealed, concealed};
use super::documents::BrokenRow;
use super::guard::{self, CELLS};
use super::input::Input;
use super::limits::{cell_limit, container_limit, fault, row_limit};
use super::sheet::{Cells, Sheet, padded};
use super::table::{Hints, SAMPLE_ROWS};
use crate::diagnose::{Diagnostic, codes};

/// The rows of a table of a workbook as text.
#[derive(Debug)]
pub struct Workbook {
    name: String,
    limits: Limits,
    sheet: Sheet,
    /// Name of the sheet; with others of the same form, of the first.
    pub title: String,
    /// Sheets that hold rows too, of another form, and do not merely describe the columns of this one.
    pub others: Vec<String>,
    /// Numbers of the last rows of the sheets that are this table.
    pub ends: Vec<u64>,
    /// What is to be said of the workbook.
    pub remarks: Vec<Diagnostic>,
}

/// Header of the column that says which sheet a row stood on, where several are one table.
const SHEET: &str = "sheet";

impl Workbook {
    /// Reads the named sheet, or the one that holds the table, with all others of its form.
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
        let mut sheets = Vec::new();
        let wanted = |name: &String| sheet.map_or_else(|| !hints.sheets_apart.contains(name), |sheet| sheet == *name);
        for name in names.iter().filter(|name| wanted(name) && !hidden_sheets.contains(name)) {
            let cells = cells(&mut workbook, name, &input.name, &hints.limits)?;
            let mut concealed = concealed.remove(name).unwrap_or_default();
            if hints.keep_hidden {
                concealed = Concealed { uncomputed: concealed.uncomputed, merged: concealed.merged, ..Concealed::default() };
            }
            sheets.extend(Sheet::of(cells, &concealed, &input.name, hints)?.map(|read| (name.clone(), read)));
        }
        match Self::chosen(input, hints, sheets) {
            Some(mut read) => {
                if !hidden_sheets.is_empty() {
                    // What is hidden is all there is, where the sheets that are shown hold no rows.
                    if read.sheet.rows.is_empty() {
                        return Err(hidden_sheet(input, &hidden_sheets));
                    }
                    read.remarks.push(hidden_sheet(input, &hidden_sheets));
                }
                Ok(read)
            }
            None if !hidden_sheets.is_empty() => Err(hidden_sheet(input, &hidden_sheets)),
            None => Err(Diagnostic::new(codes::NO_ROWS).file(&input.name)),
        }
    }

    /// A table of markup that a browser or an office program wrote, as the one sheet of a workbook.
    pub(super) fn of_cells(input: &Input, hints: &Hints, sheets: Vec<(String, Cells)>) -> Result<Self, Diagnostic> {
        let mut read = Vec::new();
        for (name, cells) in sheets.into_iter().filter(|(name, _)| hints.sheet.as_ref().is_none_or(|sheet| sheet == name)) {
            read.extend(Sheet::of(cells, &Concealed::default(), &input.name, hints)?.map(|sheet| (name, sheet)));
        }
        Self::chosen(input, hints, read).ok_or_else(|| Diagnostic::new(codes::NO_ROWS).file(&input.name))
    }

    /// The sheet that holds the table, and those of the same form below it: the one with the most names of columns that somebody knows,
    /// then the first with rows.
    fn chosen(input: &Input, hints: &Hints, mut sheets: Vec<(String, Sheet)>) -> Option<Self> {
        let describes = |at: usize| sheets.iter().any(|(_, other)| sheets[at].1.describes(other));
        let weight = |at: usize| {
            let sheet = &sheets[at].1;
            (!sheet.rows.is_empty(), !describes(at), sheet.known.min(2), sheet.headers.len() > 1)
        };
        let best = (0..sheets.len()).rev().max_by_key(|&at| weight(at))?;
        let (title, mut sheet) = sheets.remove(best);
        let (same, others): (Vec<_>, Vec<_>) =
            sheets.into_iter().filter(|(_, other)| !other.rows.is_empty()).partition(|(_, other)| sheet.is_like(other));
        let mut remarks = std::mem::take(&mut sheet.remarks);
        let names_of = |sheets: &[(String, Sheet)]| sheets.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(", ");
        let not_read = names_of(&others);
        let others: Vec<String> = others.into_iter().filter(|(_, other)| !other.describes(&sheet)).map(|(name, _)| name).collect();
        let mut ends = vec![sheet.rows.len() as u64];
        let mut joined = String::new();
        if !same.is_empty() {
            let mut names = vec![title.clone()];
            // A table that has such a column keeps its own.
            let marked = !sheet.headers.iter().any(|header| header.eq_ignore_ascii_case(SHEET));
            if marked {
                sheet.mark(SHEET, &title);
            }
            for (name, mut other) in same {
                // What is said of one sheet's first lines is said of all.
                let is_said =
                    |remark: &Diagnostic| remark.code == codes::LINES_ABOVE && remarks.iter().any(|said: &Diagnostic| said.code == remark.code);
                other.remarks.retain(|remark| !is_said(remark));
                remarks.append(&mut other.remarks);
                if marked {
                    other.mark(SHEET, &name);
                }
                sheet.append(other);
                ends.push(sheet.rows.len() as u64);
                names.push(name);
            }
            joined = names.join(", ");
            remarks.push(Diagnostic::new(codes::SHEETS_JOINED).file(&input.name).count(names.len() as u64).arg("names", joined.clone()));
        }
        if hints.sheet.is_none() && !not_read.is_empty() {
            let read = if joined.is_empty() { title.clone() } else { joined };
            remarks.push(Diagnostic::new(codes::SEVERAL_SHEETS).file(&input.name).arg("sheet", read).arg("others", not_read));
        }
        Some(Self { name: input.name.clone(), limits: hints.limits, sheet, title, others, ends, remarks })
    }

    /// Names of the columns.
    pub fn headers(&self) -> &[String] {
        &self.sheet.headers
    }

    /// Columns that the workbook hides: place and name.
    pub fn concealed(&self) -> &[(usize, String)] {
        &self.sheet.concealed
    }

    /// What stands above the table as its title.
    pub fn heading(&self) -> Option<&str> {
        self.sheet.title.as_deref()
    }

    /// Whether somebody knows the name of one of its columns.
    pub fn is_known(&self) -> bool {
        self.sheet.known > 0
    }

    /// The first rows.
    pub fn sample(&self) -> Vec<StringRecord> {
        let shown = self.sheet.rows.iter().filter(|(_, hidden)| !*hidden);
        shown.take(SAMPLE_ROWS).map(|(row, _)| padded(row, self.sheet.headers.len())).collect()
    }

    /// Calls `f` with every row; gives those that could not be handed out.
    pub fn each(&self, f: &mut dyn FnMut(u64, &StringRecord)) -> Vec<BrokenRow> {
        let mut broken = Vec::new();
        let (rows, headers) = (&self.sheet.rows, &self.sheet.headers);
        let limit = usize::try_from(self.limits.rows).unwrap_or(usize::MAX);
        for (number, (row, hidden)) in (1..).zip(rows.iter().take(limit)) {
            if *hidden {
                broken.push((number, Diagnostic::new(codes::HIDDEN_ROW).file(&self.name).row(number)));
                continue;
            }
            match row.iter().position(|cell| cell.len() as u64 > self.limits.cell) {
                None => f(number, &padded(row, headers.len())),
                Some(column) => {
                    let size = row.get(column).map_or(0, str::len);
                    broken.push((number, cell_limit(&self.name, number, headers.get(column).map_or("", String::as_str), size, &self.limits)));
                }
            }
        }
        if rows.len() > limit {
            broken.push((self.limits.rows + 1, row_limit(&self.name, (rows.len() - limit) as u64, &self.limits)));
        }
        broken
    }
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
