//! XLSX, XLS and ODS, by calamine. Workbooks are read whole: the formats are not made for streaming.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Data, Range, Reader, open_workbook_auto_from_rs};
use csv::StringRecord;

use super::documents::BrokenRow;
use super::input::Input;
use super::limits::{Limits, cell_limit, column_limit, container_limit, fault, row_limit};
use super::table::{Hints, SAMPLE_ROWS};
use crate::diagnose::{Diagnostic, codes};

/// The rows of one sheet.
#[derive(Debug)]
pub struct Workbook {
    /// Names of the columns.
    pub headers: Vec<String>,
    /// Which other sheets there are.
    pub remarks: Vec<Diagnostic>,
    name: String,
    range: Range<Data>,
    /// Rows above the first one below the header.
    skip: usize,
    limits: Limits,
}

impl Workbook {
    /// Reads the sheet that the hints name, or the first one that has rows.
    pub fn open(input: &Input, hints: &Hints) -> Result<Self, Diagnostic> {
        let bytes = input.bytes().map_err(|error| fault(&input.name, &error))?;
        if unpacked(&bytes) > hints.limits.unpacked {
            return Err(container_limit(&input.name, "unpacked", hints.limits.unpacked));
        }
        // calamine indexes into the parts of a file as it finds them, and has panicked on damaged ones; nothing of ours is
        // changed while it works, so that nothing can be left half done.
        catch_unwind(AssertUnwindSafe(|| Self::sheet(bytes, input, hints)))
            .unwrap_or_else(|_| Err(Diagnostic::new(codes::BAD_WORKBOOK).file(&input.name).arg("error", "?")))
    }

    fn sheet(bytes: Vec<u8>, input: &Input, hints: &Hints) -> Result<Self, Diagnostic> {
        let broken = |error: String| Diagnostic::new(codes::BAD_WORKBOOK).file(&input.name).arg("error", error);
        let mut workbook = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|e| broken(e.to_string()))?;
        let names = workbook.sheet_names();
        let sheet = hints.sheet.as_deref();
        if let Some(sheet) = sheet.filter(|sheet| !names.iter().any(|name| name == sheet)) {
            let near = did_you_mean(sheet, &names);
            return Err(Diagnostic::new(codes::BAD_VALUE).file(&input.name).column("sheet").arg("value", sheet).arg("near", near));
        }
        let mut remarks = Vec::new();
        for name in &names {
            if sheet.is_some_and(|sheet| sheet != name) {
                continue;
            }
            let range = workbook.worksheet_range(name).map_err(|e| broken(e.to_string()))?;
            let header =
                range.rows().position(|cells| cells.iter().filter(|cell| !text(cell).trim().is_empty()).count() > usize::from(cells.len() > 1));
            let Some(at) = header else { continue };
            let headers: Vec<String> = range.rows().nth(at).into_iter().flatten().map(|cell| text(cell).trim().to_owned()).collect();
            if headers.len() as u64 > hints.limits.columns {
                return Err(column_limit(&input.name, &hints.limits));
            }
            if sheet.is_none() && names.len() > 1 {
                let others = names.iter().filter(|other| *other != name).cloned().collect::<Vec<_>>().join(", ");
                remarks.push(Diagnostic::new(codes::SEVERAL_SHEETS).file(&input.name).arg("sheet", name).arg("others", others));
            }
            return Ok(Self { headers, remarks, name: input.name.clone(), range, skip: at + 1, limits: hints.limits });
        }
        Err(Diagnostic::new(codes::NO_ROWS).file(&input.name))
    }

    /// The first rows.
    pub fn sample(&self) -> Vec<StringRecord> {
        self.rows().take(SAMPLE_ROWS).collect()
    }

    /// Calls `f` with each row that is not empty; gives those that could not be handed out.
    pub fn each(&self, f: &mut dyn FnMut(u64, &StringRecord)) -> Vec<BrokenRow> {
        let mut broken = Vec::new();
        let mut number = 0;
        for row in self.rows() {
            number += 1;
            if number > self.limits.rows {
                continue;
            }
            match row.iter().position(|cell| cell.len() as u64 > self.limits.cell) {
                None => f(number, &row),
                Some(column) => {
                    let name = self.headers.get(column).map_or("", String::as_str);
                    broken.push((number, cell_limit(&self.name, number, name, row.get(column).map_or(0, str::len), &self.limits)));
                }
            }
        }
        if number > self.limits.rows {
            broken.push((self.limits.rows + 1, row_limit(&self.name, number - self.limits.rows, &self.limits)));
        }
        broken
    }

    /// The rows below the header as text, empty ones left out.
    fn rows(&self) -> impl Iterator<Item = StringRecord> {
        self.range
            .rows()
            .skip(self.skip)
            .map(|cells| cells.iter().map(text).collect::<StringRecord>())
            .filter(|row| row.iter().any(|cell| !cell.is_empty()))
    }
}

fn did_you_mean(sheet: &str, names: &[String]) -> String {
    crate::diagnose::did_you_mean(sheet, names.iter().map(String::as_str)).unwrap_or_default().to_owned()
}

/// What the parts of a workbook declare to unpack to; formats that are no ZIP are not packed.
fn unpacked(bytes: &[u8]) -> u64 {
    let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(bytes)) else { return 0 };
    (0..archive.len()).filter_map(|at| archive.by_index_raw(at).ok().map(|part| part.size())).fold(0, u64::saturating_add)
}

/// A cell as text: whole numbers without decimals, dates as ISO 8601, booleans as `true` and `false`.
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
