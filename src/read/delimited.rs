//! CSV in all its dialects: delimiter found by looking, any line ends, line breaks inside cells, byte order mark, any encoding.

use std::io::Read;

use csv::{ByteRecord, StringRecord};
use encoding_rs::WINDOWS_1252;
use memchr::{memchr_iter, memmem};
use rustc_hash::FxHashSet;

use super::Limits;
use super::again::Again;
use super::dialect::Dialect;
use super::documents::BrokenRow;
use super::encoding::{Detected, decode};
use super::frame::{self, Frame, LOOKED_AT, Placed};
use super::input::Input;
use super::limits::{Meter, Metered, cell_limit, column_limit, fault, row_limit};
use super::record::Record;
use super::records::{Quotes, Records, Shape};
use super::table::{Hints, SAMPLE_ROWS, framed};
use super::text;
use crate::diagnose::{Diagnostic, Tally, codes};

/// How much of a file is looked at to find its dialect.
const HEAD: u64 = 256 * 1024;

/// How to read the rows of one file again.
#[derive(Debug)]
pub struct Delimited {
    input: Input,
    detected: Detected,
    limits: Limits,
    dialect: Dialect,
    shape: Shape,
    /// Cells are written as formulas of a text (`="001"`), so that Excel leaves them alone.
    formulas: bool,
    /// Records above the first row of data (blank lines are none).
    skip: usize,
    /// Columns of the first header, where later ones have more.
    pub own: usize,
    /// What stands above the table as its title.
    pub title: Option<String>,
}

type OpenedDelimited = (Delimited, Vec<String>, Vec<StringRecord>, String, Vec<Diagnostic>);

impl Delimited {
    /// Finds encoding, dialect and header; reads the first rows.
    pub fn open(input: &Input, hints: &Hints) -> Result<OpenedDelimited, Diagnostic> {
        let failed = |error: std::io::Error| fault(&input.name, &error);
        let mut remarks = Vec::new();
        let detected = text::encoding_of(input, hints, &mut remarks)?;
        let mut head = Vec::new();
        text::reader(input, detected, false).map_err(failed)?.take(HEAD).read_to_end(&mut head).map_err(failed)?;
        let dialect = Dialect::find(&head, hints.delimiter);
        let mut usual = Vec::new();
        dialect.usual(Box::new(&head[..])).read_to_end(&mut usual).map_err(failed)?;
        let mut delimited = Self {
            input: input.clone(),
            detected,
            limits: hints.limits,
            dialect,
            shape: Shape::default(),
            formulas: [b'\n', b'"', dialect.delimiter].iter().any(|&before| memmem::find(&head, &[before, b'=', b'"']).is_some()),
            skip: 0,
            own: 0,
            title: None,
        };
        let places = Lines::of(&usual);
        delimited.shape = Shape::learn(&usual, dialect.delimiter);

        let mut first: Vec<Placed> = delimited.first(LOOKED_AT + SAMPLE_ROWS)?;
        first.iter_mut().for_each(|(place, _)| *place = places.line(*place));
        let looked_at = &first[..first.len().min(LOOKED_AT)];
        let Some(Frame { place, skip, headers, above, headless, title, own }) = frame::find(looked_at, hints.header_row, hints.known.as_ref()) else {
            return Err(Diagnostic::new(codes::EMPTY_FILE).file(&input.name));
        };
        if headers.len() as u64 > hints.limits.columns {
            return Err(column_limit(&input.name, &hints.limits));
        }
        remarks.extend(framed(&input.name, above, place, headless));
        let mut seen = FxHashSet::default();
        for header in &headers {
            if !header.is_empty() && !seen.insert(header) {
                remarks.push(Diagnostic::new(codes::DUPLICATE_COLUMN).file(&input.name).column(header));
            }
        }
        let sample = first.into_iter().skip(skip).map(|(_, row)| row).filter(|row| too_large(Record::from(row), &hints.limits).is_none());
        let mut again = Again::new(&headers, own, &[]);
        let mut rows = Vec::new();
        for row in sample.take(SAMPLE_ROWS) {
            let is_header = again.is_header((&row).into());
            let row = again.row(0, (&row).into(), &mut Tally::default());
            if !is_header {
                rows.push(row.iter().collect());
            }
        }
        let sample = rows;
        (delimited.skip, delimited.title, delimited.own) = (skip, title, own);
        let encoding = detected.name().to_owned();
        Ok((delimited, headers, sample, encoding, remarks))
    }

    /// Byte between cells.
    pub fn delimiter(&self) -> u8 {
        self.dialect.delimiter
    }

    /// The first records, header and what stands above it included, each with its place in the text.
    fn first(&self, count: usize) -> Result<Vec<Placed>, Diagnostic> {
        let meter = Meter::new(&self.limits);
        let mut records = self.records(&meter).map_err(|error| fault(&self.input.name, &error))?;
        let mut record = ByteRecord::new();
        let mut first = Vec::new();
        while first.len() < count {
            meter.reset();
            match records.next(&mut record) {
                Ok((true, _)) => {}
                Ok((false, _)) => break,
                // What stands before the break is kept; the break is told when the rows are read.
                Err(_) if !first.is_empty() => break,
                Err(error) => return Err(self.fault(error)),
            }
            if self.formulas {
                without_formulas(&mut record);
            }
            let row = StringRecord::from_byte_record(std::mem::take(&mut record)).unwrap_or_else(|error| mend(&error.into_byte_record()));
            first.push((records.place(), row));
        }
        Ok(first)
    }

    /// Calls `f` with each record after the header; gives those that could not be handed out.
    pub fn rows(&self, tally: &mut Tally, f: &mut dyn FnMut(u64, Record<'_>, &mut Tally)) -> Result<Vec<BrokenRow>, Diagnostic> {
        let meter = Meter::new(&self.limits);
        let mut records = self.records(&meter).map_err(|error| fault(&self.input.name, &error))?;
        let mut record = ByteRecord::new();
        let mut broken = Vec::new();
        let (mut number, mut skip) = (0, self.skip);
        loop {
            meter.reset();
            let quotes = match records.next(&mut record) {
                Ok((true, quotes)) => quotes,
                Ok((false, _)) => break,
                Err(error) if broken.is_empty() => return Err(self.fault(error)),
                Err(error) => {
                    broken.push((0, self.fault(error)));
                    break;
                }
            };
            if skip > 0 {
                skip -= 1;
                continue;
            }
            number += 1;
            if number > self.limits.rows {
                continue;
            }
            if self.formulas {
                without_formulas(&mut record);
            }
            match quotes {
                Some(Quotes::Open(lines)) => tally.note(codes::OPEN_QUOTE, number, "", &lines.to_string(), ""),
                Some(Quotes::Cut(lines)) => tally.note(codes::CUT_ROW, number, "", &lines.to_string(), ""),
                Some(Quotes::Odd) => tally.note(codes::ODD_QUOTES, number, "", "", ""),
                None => {}
            }
            let mended;
            let row = match Record::checked(&record) {
                Some(row) => row,
                None => {
                    tally.note(codes::BAD_BYTES, number, "", "", "");
                    mended = mend(&record);
                    Record::from(&mended)
                }
            };
            match too_large(row, &self.limits) {
                None => f(number, row, tally),
                Some(column) => {
                    let size = row.get(column).map_or(0, str::len);
                    broken.push((number, cell_limit(&self.input.name, number, &(column + 1).to_string(), size, &self.limits)));
                }
            }
        }
        if number > self.limits.rows {
            broken.push((self.limits.rows + 1, row_limit(&self.input.name, number - self.limits.rows, &self.limits)));
        }
        Ok(broken)
    }

    fn records(&self, meter: &Meter) -> std::io::Result<Records<impl Read>> {
        let text = self.dialect.usual(text::reader(&self.input, self.detected, false)?);
        Ok(Records::new(Metered::new(text, meter), self.dialect.delimiter, self.shape.clone()))
    }

    fn fault(&self, error: csv::Error) -> Diagnostic {
        let message = error.to_string();
        match error.into_kind() {
            csv::ErrorKind::Io(error) => fault(&self.input.name, &error),
            _ => Diagnostic::new(codes::UNREADABLE_FILE).file(&self.input.name).arg("error", message),
        }
    }
}

/// Takes the formulas round texts away: `="001"`, also where their quotes are doubled.
fn without_formulas(record: &mut ByteRecord) {
    let text = |cell: &[u8]| -> Option<Vec<u8>> {
        let inner = cell.strip_prefix(b"=\"")?.strip_suffix(b"\"")?;
        (!inner.contains(&b'"')).then(|| inner.to_vec())
    };
    if record.iter().any(|cell| text(cell).is_some()) {
        *record = record.iter().map(|cell| text(cell).unwrap_or_else(|| cell.to_vec())).collect();
    }
}

/// The lines of the beginning of a text.
struct Lines {
    /// Where each line ends.
    ends: Vec<u64>,
}

impl Lines {
    fn of(head: &[u8]) -> Self {
        Self { ends: memchr_iter(b'\n', head).map(|at| at as u64).collect() }
    }

    /// The number of the line, from 1, in which a place lies.
    fn line(&self, place: u64) -> u64 {
        self.ends.partition_point(|end| *end < place) as u64 + 1
    }
}

/// The first column whose cell is larger than a cell may be.
fn too_large(row: Record<'_>, limits: &Limits) -> Option<usize> {
    // The row as a whole is nearly always shorter: one comparison instead of one a cell.
    (row.size() as u64 > limits.cell).then(|| row.iter().position(|cell| cell.len() as u64 > limits.cell)).flatten()
}

/// A record with damaged bytes as text: those that are not UTF-8 are read as Windows-1252, what is sound stays.
fn mend(record: &ByteRecord) -> StringRecord {
    let cells = record.iter().map(|cell| match std::str::from_utf8(cell) {
        Ok(text) => text.to_owned(),
        Err(_) => cell.utf8_chunks().flat_map(|chunk| [chunk.valid().to_owned(), decode(chunk.invalid(), WINDOWS_1252)]).collect(),
    });
    cells.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (Vec<String>, Vec<Vec<String>>, u8) {
        let input = Input::memory("a.csv", bytes);
        let (delimited, headers, _, _, _) = Delimited::open(&input, &Hints::default()).unwrap();
        let mut rows = Vec::new();
        delimited.rows(&mut Tally::default(), &mut |_, row, _| rows.push(row.iter().map(str::to_owned).collect())).unwrap();
        (headers, rows, delimited.delimiter())
    }

    #[test]
    fn finds_delimiters_and_keeps_line_breaks_in_cells() {
        for (text, delimiter) in [
            ("id,titre\n1,\"a; b\nc\"\n", b','),
            ("id;titre\r\n1;\"a; b\nc\"\r\n", b';'),
            ("id\ttitre\r1\t\"a; b\nc\"\r", b'\t'),
            ("id|titre\n1|\"a; b\nc\"", b'|'),
        ] {
            let (headers, rows, found) = read(text.as_bytes());
            assert_eq!(found, delimiter, "{text:?}");
            assert_eq!(headers, ["id", "titre"]);
            assert_eq!(rows, [["1", "a; b\nc"]]);
        }
    }

    #[test]
    fn skips_a_title_line_and_reads_a_single_column() {
        assert_eq!(read(b"Export du 3 mai;;\nid;a;b\n1;2;3\n").0, ["id", "a", "b"]);
        assert_eq!(read(b"texte\nun\ndeux\n").1, [["un"], ["deux"]]);
    }

    #[test]
    fn damaged_bytes_cost_no_row() {
        let mut bytes = "id;t\n1;été\n2;été\n3;été été été été\n".as_bytes().to_vec();
        let at = bytes.iter().position(|&b| b == b'1').unwrap() + 2;
        bytes.splice(at..at + 2, [0xe9]);
        let (_, rows, _) = read(&bytes);
        assert_eq!(rows[0], ["1", "été"]);
        assert_eq!(rows.len(), 3);
    }

    fn limited(bytes: &[u8], limits: Limits) -> (usize, Vec<(u64, &'static str, u64)>) {
        let hints = Hints { limits, ..Hints::default() };
        let (delimited, ..) = Delimited::open(&Input::memory("a.csv", bytes), &hints).unwrap();
        let mut rows = 0;
        let read = delimited.rows(&mut Tally::default(), &mut |_, _, _| rows += 1);
        let broken = read.unwrap_or_else(|diagnostic| vec![(0, diagnostic)]);
        (rows, broken.into_iter().map(|(row, diagnostic)| (row, diagnostic.code.id, diagnostic.count)).collect())
    }

    #[test]
    fn a_large_cell_costs_its_row_and_rows_beyond_the_limit_are_counted() {
        let text = format!("id;t\n1;a\n2;{}\n3;b\n4;c\n5;d\n", "x".repeat(2000));
        assert_eq!(limited(text.as_bytes(), Limits { cell: 1000, ..Limits::default() }), (4, vec![(2, "cell-limit", 1)]));
        assert_eq!(limited(text.as_bytes(), Limits { rows: 2, ..Limits::default() }), (2, vec![(3, "row-limit", 3)]));
    }

    #[test]
    fn a_quote_that_is_never_closed_does_not_fill_the_memory() {
        let mut text = "id;t\n1;a\n2;b\n3;\"".to_owned();
        text.push_str(&"une phrase sans fin\n".repeat(500_000));
        assert_eq!(limited(text.as_bytes(), Limits { cell: 1000, ..Limits::default() }), (2, vec![(0, "record-limit", 1)]));
    }

    #[test]
    fn too_many_columns_are_refused() {
        let hints = Hints { limits: Limits { columns: 3, ..Limits::default() }, ..Hints::default() };
        assert_eq!(Delimited::open(&Input::memory("a.csv", &b"a,b,c,d\n"[..]), &hints).unwrap_err().code.id, "column-limit");
    }
}
