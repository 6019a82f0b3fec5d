//! XLSX, XLS and ODS, by calamine. Workbooks are read whole: the formats are not made for streaming.

use std::io::Cursor;

use calamine::{Data, Reader, open_workbook_auto_from_rs};
use csv::StringRecord;

use super::input::Input;
use crate::diagnose::{Diagnostic, codes};

/// The rows of one sheet as text.
pub struct Workbook {
    /// Names of the columns.
    pub headers: Vec<String>,
    /// Cells as text: whole numbers without decimals, dates as ISO 8601, booleans as `true` and `false`.
    pub rows: Vec<StringRecord>,
    /// Which other sheets there are.
    pub remarks: Vec<Diagnostic>,
}

impl Workbook {
    /// Reads the named sheet, or the first one that has rows.
    pub fn open(input: &Input, sheet: Option<&str>) -> Result<Self, Diagnostic> {
        let broken = |error: String| Diagnostic::new(codes::BAD_WORKBOOK).file(&input.name).arg("error", error);
        let bytes = input.bytes().map_err(|e| broken(e.to_string()))?;
        let mut workbook = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|e| broken(e.to_string()))?;
        let names = workbook.sheet_names();
        if let Some(sheet) = sheet.filter(|sheet| !names.iter().any(|name| name == sheet)) {
            let near = crate::diagnose::did_you_mean(sheet, names.iter().map(String::as_str)).unwrap_or_default();
            return Err(Diagnostic::new(codes::BAD_VALUE).file(&input.name).column("sheet").arg("value", sheet).arg("near", near));
        }
        let mut remarks = Vec::new();
        for name in &names {
            if sheet.is_some_and(|sheet| sheet != name) {
                continue;
            }
            let range = workbook.worksheet_range(name).map_err(|e| broken(e.to_string()))?;
            let mut rows = range.rows().map(|cells| cells.iter().map(text).collect::<StringRecord>());
            let header = rows.find(|row| row.iter().filter(|cell| !cell.trim().is_empty()).count() > usize::from(row.len() > 1));
            let Some(header) = header else { continue };
            let rows: Vec<StringRecord> = rows.filter(|row| row.iter().any(|cell| !cell.is_empty())).collect();
            if sheet.is_none() && names.len() > 1 {
                let others = names.iter().filter(|other| *other != name).cloned().collect::<Vec<_>>().join(", ");
                remarks.push(Diagnostic::new(codes::SEVERAL_SHEETS).file(&input.name).arg("sheet", name).arg("others", others));
            }
            return Ok(Self { headers: header.iter().map(|cell| cell.trim().to_owned()).collect(), rows, remarks });
        }
        Err(Diagnostic::new(codes::NO_ROWS).file(&input.name))
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
