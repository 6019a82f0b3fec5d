//! XLSX for Excel and others: real types, a frozen heading with filters, the dictionary on a sheet of its own. Texts are written as
//! texts, so nothing is ever a formula. Rows go to a temporary file as they come; memory does not grow with the table.

use std::fs::File;
use std::io::{self, BufWriter};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format as Style, Workbook, XlsxError};

use super::{Facts, Format, RowWriter, Sheet};
use crate::diagnose::Diagnostic;
use crate::export::{Cell, ColumnKind, FileMade};
use crate::model::Moment;
use crate::write::{Claim, Output};

/// Most rows of a sheet, its heading among them (ECMA-376, the limit of the programs).
pub const ROWS: u32 = 1_048_576;

/// Most UTF-16 units of a cell.
const LONGEST: usize = 32_767;

/// What a text too long for a cell ends with.
const CUT: &str = " […]";

/// The format.
pub struct Xlsx;

impl Format for Xlsx {
    fn facts(&self) -> &'static Facts {
        &Facts {
            id: "xlsx",
            ending: ".xlsx",
            name: "XLSX",
            media_type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            file_type: Some("XLSX"),
        }
    }

    fn open<'a>(&self, sheet: &Sheet<'_>, url: &str, output: &'a Output) -> Result<Box<dyn RowWriter + 'a>, Diagnostic> {
        let claim = output.claim(url)?;
        let mut writer = XlsxWriter {
            workbook: Workbook::new(),
            claim,
            url: url.to_owned(),
            name: sheet.name,
            columns: sheet.columns.iter().map(|column| (column.name.to_string(), column.kind)).collect(),
            dictionary: sheet.dictionary(),
            styles: Styles::default(),
            rows: ROWS,
            sheets: 0,
        };
        // No clock: the time is one and the same for all.
        let epoch = ExcelDateTime::from_ymd(2000, 1, 1).map_err(|error| writer.explain(error))?;
        writer.workbook.set_properties(&DocProperties::new().set_creation_datetime(&epoch));
        Ok(Box::new(writer))
    }
}

struct Styles {
    heading: Style,
    day: Style,
    moment: Style,
}

impl Default for Styles {
    fn default() -> Self {
        Self {
            heading: Style::new().set_bold(),
            day: Style::new().set_num_format("yyyy-mm-dd"),
            moment: Style::new().set_num_format("yyyy-mm-dd hh:mm:ss"),
        }
    }
}

struct XlsxWriter<'a> {
    workbook: Workbook,
    claim: Claim<'a>,
    url: String,
    name: &'static str,
    columns: Vec<(String, ColumnKind)>,
    dictionary: Vec<[String; 3]>,
    styles: Styles,
    /// Rows of the current sheet.
    rows: u32,
    sheets: usize,
}

impl RowWriter for XlsxWriter<'_> {
    fn row(&mut self, cells: &[Cell<'_>]) -> io::Result<()> {
        self.write(cells).map_err(into_io)
    }

    fn finish(mut self: Box<Self>) -> Result<Option<FileMade>, Diagnostic> {
        self.close().and_then(|()| self.describe()).map_err(|error| self.explain(error))?;
        let file = File::create(&self.claim.target).map_err(|error| self.claim.explain(&error))?;
        self.workbook.save_to_writer(BufWriter::new(file)).map_err(|error| self.claim.explain(&into_io(error)))?;
        Ok(Some(FileMade { url: self.url, format: "xlsx", info: self.claim.finish()? }))
    }
}

impl XlsxWriter<'_> {
    fn explain(&self, error: XlsxError) -> Diagnostic {
        self.claim.explain(&into_io(error))
    }

    fn write(&mut self, cells: &[Cell<'_>]) -> Result<(), XlsxError> {
        if self.rows == ROWS {
            self.begin()?;
        }
        let row = self.rows;
        let sheet = self.workbook.worksheet_from_index(self.sheets - 1)?;
        // A sheet has at most 16,384 columns, a table some dozens.
        for (column, cell) in (0u16..).zip(cells) {
            match cell {
                Cell::Empty => {}
                Cell::Text(text) => {
                    sheet.write_string(row, column, shortened(text))?;
                }
                // Beyond 15 digits a spreadsheet would round.
                Cell::Integer(number) if number.unsigned_abs() >= 1_000_000_000_000_000 => {
                    sheet.write_string(row, column, number.to_string())?;
                }
                Cell::Integer(number) => {
                    sheet.write_number(row, column, *number as f64)?;
                }
                Cell::Number(number) => {
                    sheet.write_number(row, column, *number)?;
                }
                Cell::Date(moment) | Cell::DateTime(moment) => {
                    let whole = matches!(cell, Cell::Date(_));
                    match serial(*moment, whole) {
                        Some(serial) => {
                            sheet.write_number_with_format(row, column, serial, if whole { &self.styles.day } else { &self.styles.moment })?
                        }
                        None => sheet.write_string(row, column, if whole { moment.date() } else { moment.date_time() })?,
                    };
                }
            }
        }
        self.rows += 1;
        Ok(())
    }

    /// A new sheet with its heading.
    fn begin(&mut self) -> Result<(), XlsxError> {
        self.close()?;
        self.sheets += 1;
        let sheet = self.workbook.add_worksheet_with_constant_memory()?;
        let name = if self.sheets == 1 { self.name.to_owned() } else { format!("{}_{}", self.name, self.sheets) };
        sheet.set_name(name)?;
        for (at, (_, kind)) in (0u16..).zip(&self.columns) {
            sheet.set_column_width(at, if *kind == ColumnKind::DateTime { 19 } else { 14 })?;
        }
        sheet.set_freeze_panes(1, 0)?;
        for (at, (name, _)) in (0u16..).zip(&self.columns) {
            sheet.write_string_with_format(0, at, name, &self.styles.heading)?;
        }
        self.rows = 1;
        Ok(())
    }

    /// Filters over the rows of a sheet that is full or last.
    fn close(&mut self) -> Result<(), XlsxError> {
        if self.sheets > 0 {
            let last = u16::try_from(self.columns.len()).unwrap_or(1) - 1;
            let rows = self.rows - 1;
            self.workbook.worksheet_from_index(self.sheets - 1)?.autofilter(0, 0, rows, last)?;
        }
        Ok(())
    }

    fn describe(&mut self) -> Result<(), XlsxError> {
        let sheet = self.workbook.add_worksheet_with_constant_memory()?;
        sheet.set_name("dictionary")?;
        for (at, width) in (0u16..).zip([24, 10, 100]) {
            sheet.set_column_width(at, width)?;
        }
        sheet.set_freeze_panes(1, 0)?;
        for (row, line) in (0u32..).zip(&self.dictionary) {
            for (at, text) in (0u16..).zip(line) {
                if row == 0 {
                    sheet.write_string_with_format(row, at, text, &self.styles.heading)?;
                } else {
                    sheet.write_string(row, at, text)?;
                }
            }
        }
        Ok(())
    }
}

fn into_io(error: XlsxError) -> io::Error {
    match error {
        XlsxError::IoError(error) => error,
        XlsxError::ZipError(error) => error.into(),
        error => io::Error::other(error),
    }
}

/// The number a spreadsheet has for local time: days since 1899-12-30. `None` before March 1900, where programs differ.
pub fn serial(moment: Moment, whole: bool) -> Option<f64> {
    let day = moment.day() + 25_569;
    let civil = moment.civil();
    let seconds = u32::from(civil.hour) * 3600 + u32::from(civil.minute) * 60 + u32::from(civil.second);
    (day >= 61).then(|| f64::from(day) + if whole { 0.0 } else { f64::from(seconds) / 86_400.0 })
}

/// A text that fits into a cell; a longer one ends with a sign that it was cut.
fn shortened(text: &str) -> std::borrow::Cow<'_, str> {
    if text.len() <= LONGEST || text.encode_utf16().count() <= LONGEST {
        return text.into();
    }
    let room = LONGEST - CUT.encode_utf16().count();
    let mut units = 0;
    let end = text.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units > room
    });
    format!("{}{CUT}", &text[..end.map_or(text.len(), |(at, _)| at)]).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Precision;

    #[test]
    fn days_are_numbered_as_spreadsheets_do() {
        let noon = Moment { seconds: 946_728_000, offset: 60, precision: Precision::Second };
        assert_eq!((serial(noon, true), serial(noon, false)), (Some(36_526.0), Some(36_526.0 + 13.0 / 24.0)));
        assert_eq!(serial(Moment { seconds: -2_203_977_600, ..noon }, true), None);
    }

    #[test]
    fn long_texts_are_cut_to_what_a_cell_holds() {
        let long = "😀".repeat(20_000);
        let cut = shortened(&long);
        assert!(cut.ends_with(CUT) && (LONGEST - 1..=LONGEST).contains(&cut.encode_utf16().count()));
        assert_eq!(shortened(&"é".repeat(LONGEST)).chars().count(), LONGEST);
    }
}
