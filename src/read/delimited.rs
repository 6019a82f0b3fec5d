//! CSV in all its dialects: delimiter found by looking, any line ends, line breaks inside cells, byte order mark, any encoding.

use std::io::Read;

use csv::{ByteRecord, ReaderBuilder, StringRecord};
use encoding_rs::WINDOWS_1252;
use rustc_hash::FxHashSet;

use super::documents::BrokenRow;
use super::encoding::{Detected, decode};
use super::input::Input;
use super::limits::{Limits, Meter, Metered, cell_limit, column_limit, fault, row_limit};
use super::record::Record;
use super::table::{Hints, SAMPLE_ROWS};
use super::text;
use crate::diagnose::{Diagnostic, Tally, codes};

/// Delimiters tried, the most usual first: earlier ones win ties.
const DELIMITERS: &[u8] = b",;\t|";

/// How to read the rows of one file again.
#[derive(Debug)]
pub struct Delimited {
    input: Input,
    detected: Detected,
    limits: Limits,
    /// Byte between cells.
    pub delimiter: u8,
    /// Records above the header (blank lines are none).
    skip: usize,
}

type OpenedDelimited = (Delimited, Vec<String>, Vec<StringRecord>, String, Vec<Diagnostic>);

impl Delimited {
    /// Finds encoding, delimiter and header; reads the first rows.
    pub fn open(input: &Input, hints: &Hints) -> Result<OpenedDelimited, Diagnostic> {
        let failed = |error: std::io::Error| fault(&input.name, &error);
        let mut remarks = Vec::new();
        let detected = text::encoding_of(input, hints, &mut remarks)?;
        let mut delimited = Self { input: input.clone(), detected, limits: hints.limits, delimiter: b',', skip: 0 };
        let mut head = Vec::new();
        text::reader(input, detected, false).map_err(failed)?.take(256 * 1024).read_to_end(&mut head).map_err(failed)?;
        delimited.delimiter = hints.delimiter.unwrap_or_else(|| sniff(&head));

        let mut headers = Vec::new();
        let mut sample = Vec::new();
        let mut skip = 0;
        let meter = Meter::new(&hints.limits);
        let mut reader = delimited.reader(&meter).map_err(failed)?;
        let mut record = ByteRecord::new();
        loop {
            meter.reset();
            match reader.read_byte_record(&mut record) {
                Ok(true) => {}
                Ok(false) => break,
                // What stands before the break is kept; the break is told when the rows are read.
                Err(_) if !sample.is_empty() => break,
                Err(error) => return Err(delimited.fault(error)),
            }
            let row = StringRecord::from_byte_record(std::mem::take(&mut record)).unwrap_or_else(|error| mend(&error.into_byte_record()));
            if headers.is_empty() {
                // A title line above the header has one filled cell; a real header of one column has no such line below it.
                let filled = row.iter().filter(|cell| !cell.trim().is_empty()).count();
                if filled == 0 || (filled == 1 && row.len() > 1) {
                    skip += 1;
                    continue;
                }
                headers = row.iter().map(|cell| cell.trim().trim_start_matches('\u{feff}').to_owned()).collect();
            } else {
                if too_large(Record::from(&row), &hints.limits).is_none() {
                    sample.push(row);
                }
                if sample.len() == SAMPLE_ROWS {
                    break;
                }
            }
        }
        if headers.is_empty() {
            return Err(Diagnostic::new(codes::EMPTY_FILE).file(&input.name));
        }
        if headers.len() as u64 > hints.limits.columns {
            return Err(column_limit(&input.name, &hints.limits));
        }
        let mut seen = FxHashSet::default();
        for header in &headers {
            if !header.is_empty() && !seen.insert(header) {
                remarks.push(Diagnostic::new(codes::DUPLICATE_COLUMN).file(&input.name).column(header));
            }
        }
        let encoding = detected.encoding.name().to_owned();
        drop(reader);
        delimited.skip = skip;
        Ok((delimited, headers, sample, encoding, remarks))
    }

    /// Calls `f` with each record after the header; gives those that could not be handed out.
    pub fn rows(&self, tally: &mut Tally, f: &mut dyn FnMut(u64, Record<'_>, &mut Tally)) -> Result<Vec<BrokenRow>, Diagnostic> {
        let meter = Meter::new(&self.limits);
        let mut reader = self.reader(&meter).map_err(|error| fault(&self.input.name, &error))?;
        let mut record = ByteRecord::new();
        let mut broken = Vec::new();
        let (mut number, mut skip) = (0, self.skip + 1);
        loop {
            meter.reset();
            match reader.read_byte_record(&mut record) {
                Ok(true) => {}
                Ok(false) => break,
                Err(error) if broken.is_empty() => return Err(self.fault(error)),
                Err(error) => {
                    broken.push((0, self.fault(error)));
                    break;
                }
            }
            if skip > 0 {
                skip -= 1;
                continue;
            }
            number += 1;
            if number > self.limits.rows {
                continue;
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

    fn reader(&self, meter: &Meter) -> std::io::Result<csv::Reader<impl Read>> {
        let text = Metered::new(text::reader(&self.input, self.detected, false)?, meter);
        Ok(ReaderBuilder::new().has_headers(false).flexible(true).delimiter(self.delimiter).buffer_capacity(256 * 1024).from_reader(text))
    }

    fn fault(&self, error: csv::Error) -> Diagnostic {
        let message = error.to_string();
        match error.into_kind() {
            csv::ErrorKind::Io(error) => fault(&self.input.name, &error),
            _ => Diagnostic::new(codes::UNREADABLE_FILE).file(&self.input.name).arg("error", message),
        }
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

/// The delimiter that gives the most cells in the rows that agree on their number.
pub(super) fn sniff(head: &[u8]) -> u8 {
    let score = |delimiter: u8| {
        let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(head);
        let widths: Vec<usize> = reader.byte_records().map_while(Result::ok).take(200).map(|record| record.len()).collect();
        let Some(&header) = widths.first() else { return 0 };
        if header < 2 {
            return 0;
        }
        let agree = widths.iter().filter(|&&width| width == header || (width > 1 && width < header)).count();
        header.min(50) * agree * 1000 / widths.len()
    };
    let mut best = (0, b',');
    for &delimiter in DELIMITERS {
        let points = score(delimiter);
        if points > best.0 {
            best = (points, delimiter);
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (Vec<String>, Vec<Vec<String>>, u8) {
        let input = Input::memory("a.csv", bytes);
        let (delimited, headers, _, _, _) = Delimited::open(&input, &Hints::default()).unwrap();
        let mut rows = Vec::new();
        delimited.rows(&mut Tally::default(), &mut |_, row, _| rows.push(row.iter().map(str::to_owned).collect())).unwrap();
        (headers, rows, delimited.delimiter)
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
