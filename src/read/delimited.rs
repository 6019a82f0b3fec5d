//! CSV in all its dialects: delimiter found by looking, any line ends, line breaks inside cells, byte order mark, any encoding.

use std::io::{Cursor, Read};

use csv::{ByteRecord, ReaderBuilder, StringRecord};
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use super::encoding::{decode, detect};
use super::input::Input;
use super::table::{Hints, SAMPLE_ROWS};
use crate::diagnose::{Diagnostic, Tally, codes};

/// Delimiters tried, the most usual first: earlier ones win ties.
const DELIMITERS: &[u8] = b",;\t|";

/// How to read the rows of one file again.
#[derive(Debug)]
pub struct Delimited {
    input: Input,
    encoding: &'static Encoding,
    mark: usize,
    /// Byte between cells.
    pub delimiter: u8,
    /// Records above the header (blank lines are none).
    skip: usize,
}

type OpenedDelimited = (Delimited, Vec<String>, Vec<StringRecord>, String, Vec<Diagnostic>);

impl Delimited {
    /// Finds encoding, delimiter and header; reads the first rows.
    pub fn open(input: &Input, hints: &Hints) -> Result<OpenedDelimited, Diagnostic> {
        let failed = |error: std::io::Error| Diagnostic::new(codes::UNREADABLE_FILE).file(&input.name).arg("error", error.to_string());
        let mut detected = detect(input.reader().map_err(failed)?).map_err(failed)?;
        if let Some(label) = &hints.encoding {
            detected.encoding = Encoding::for_label(label.as_bytes()).ok_or_else(|| {
                Diagnostic::new(codes::BAD_VALUE)
                    .file(&input.name)
                    .column("encoding")
                    .arg("value", label)
                    .arg("near", "utf-8, windows-1252, macintosh, utf-16le")
            })?;
            detected.certain = true;
        }
        let mut remarks = Vec::new();
        if !detected.certain && detected.encoding != UTF_8 {
            remarks.push(Diagnostic::new(codes::ENCODING_GUESSED).file(&input.name).arg("encoding", detected.encoding.name()));
        }
        let mut delimited = Self { input: input.clone(), encoding: detected.encoding, mark: detected.mark, delimiter: b',', skip: 0 };
        let mut head = Vec::new();
        delimited.text().map_err(failed)?.take(256 * 1024).read_to_end(&mut head).map_err(failed)?;
        delimited.delimiter = hints.delimiter.unwrap_or_else(|| sniff(&head));

        let mut headers = Vec::new();
        let mut sample = Vec::new();
        let mut skip = 0;
        let mut reader = delimited.reader().map_err(failed)?;
        let mut record = ByteRecord::new();
        loop {
            match reader.read_byte_record(&mut record) {
                Ok(true) => {}
                Ok(false) => break,
                Err(error) => return Err(Diagnostic::new(codes::UNREADABLE_FILE).file(&input.name).arg("error", error.to_string())),
            }
            let row = to_text(std::mem::take(&mut record)).0;
            if headers.is_empty() {
                // A title line above the header has one filled cell; a real header of one column has no such line below it.
                let filled = row.iter().filter(|cell| !cell.trim().is_empty()).count();
                if filled == 0 || (filled == 1 && row.len() > 1) {
                    skip += 1;
                    continue;
                }
                headers = row.iter().map(|cell| cell.trim().trim_start_matches('\u{feff}').to_owned()).collect();
            } else {
                sample.push(row);
                if sample.len() == SAMPLE_ROWS {
                    break;
                }
            }
        }
        if headers.is_empty() {
            return Err(Diagnostic::new(codes::EMPTY_FILE).file(&input.name));
        }
        for (i, header) in headers.iter().enumerate() {
            if !header.is_empty() && headers[..i].contains(header) {
                remarks.push(Diagnostic::new(codes::DUPLICATE_COLUMN).file(&input.name).column(header));
            }
        }
        let encoding = detected.encoding.name().to_owned();
        drop(reader);
        delimited.skip = skip;
        Ok((delimited, headers, sample, encoding, remarks))
    }

    /// Calls `f` with each record after the header.
    pub fn rows(&self, tally: &mut Tally, f: &mut dyn FnMut(u64, &StringRecord, &mut Tally)) -> Result<(), Diagnostic> {
        let failed = |error: &dyn std::fmt::Display| Diagnostic::new(codes::UNREADABLE_FILE).file(&self.input.name).arg("error", error.to_string());
        let mut reader = self.reader().map_err(|e| failed(&e))?;
        let mut record = ByteRecord::new();
        let (mut number, mut skip) = (0, self.skip + 1);
        while reader.read_byte_record(&mut record).map_err(|e| failed(&e))? {
            if skip > 0 {
                skip -= 1;
                continue;
            }
            number += 1;
            let (text, damaged) = to_text(record);
            if damaged {
                tally.note(codes::BAD_BYTES, number, "", "", "");
            }
            f(number, &text, tally);
            record = text.into_byte_record();
        }
        Ok(())
    }

    fn reader(&self) -> std::io::Result<csv::Reader<Box<dyn Read + '_>>> {
        Ok(ReaderBuilder::new().has_headers(false).flexible(true).delimiter(self.delimiter).buffer_capacity(256 * 1024).from_reader(self.text()?))
    }

    /// The bytes as UTF-8 without mark. UTF-8 streams; other encodings are decoded whole: such exports are small and old.
    fn text(&self) -> std::io::Result<Box<dyn Read + '_>> {
        let mut reader = self.input.reader()?;
        std::io::copy(&mut (&mut reader).take(self.mark as u64), &mut std::io::sink())?;
        if self.encoding == UTF_8 {
            return Ok(reader);
        }
        let mut bytes = Vec::new();
        reader.read_to_end(&mut bytes)?;
        Ok(Box::new(Cursor::new(decode(&bytes, self.encoding).into_bytes())))
    }
}

/// A record as text; cells with bytes that are not UTF-8 are read as Windows-1252, and the record is called damaged.
fn to_text(record: ByteRecord) -> (StringRecord, bool) {
    match StringRecord::from_byte_record(record) {
        Ok(text) => (text, false),
        Err(error) => {
            let record = error.into_byte_record();
            let cells = record.iter().map(|cell| match std::str::from_utf8(cell) {
                Ok(text) => text.to_owned(),
                // Only the damaged bytes are read otherwise: what is sound stays.
                Err(_) => cell.utf8_chunks().flat_map(|chunk| [chunk.valid().to_owned(), decode(chunk.invalid(), WINDOWS_1252)]).collect(),
            });
            (cells.collect(), true)
        }
    }
}

/// The delimiter that gives the most cells in the rows that agree on their number.
fn sniff(head: &[u8]) -> u8 {
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
}
