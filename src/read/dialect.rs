//! How a CSV file writes its cells: what stands between them, and how quotes are written. Odd dialects are turned into the usual one
//! while the file is read.

use std::io::{self, Read};
use std::sync::LazyLock;

use csv::{ByteRecord, ReaderBuilder};
use regex::bytes::Regex;

use super::rewrite::{Rewrite, Rewritten};

/// Delimiters tried, the most usual first: earlier ones win ties.
const DELIMITERS: &[u8] = b",;\t|";

/// How quotes are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Quoting {
    /// As RFC 4180 has it: a quote within a quoted cell is doubled.
    Doubled,
    /// A quote within a quoted cell stands behind a backslash.
    Backslash,
    /// Blanks stand between a delimiter and the quote that opens a cell.
    Spaced,
    /// Each row as a whole is one quoted cell.
    WholeRows,
}

/// The dialect of one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Dialect {
    /// Byte between cells.
    pub delimiter: u8,
    /// How quotes are written.
    pub quoting: Quoting,
}

impl Dialect {
    /// Finds it from the beginning of a text; a delimiter that was told is obeyed.
    pub(super) fn find(head: &[u8], told: Option<u8>) -> Self {
        let (score, found) = sniff(head);
        if score == 0 && head.starts_with(b"\"") {
            let mut inner = Vec::new();
            let _ = whole_rows(head).take(head.len() as u64).read_to_end(&mut inner);
            let (score, found) = sniff(&inner);
            let header = inner.split(|&byte| byte == b'\n').next().unwrap_or_default();
            if score > 0 && header.contains(&found) {
                return Self { delimiter: told.unwrap_or(found), quoting: Quoting::WholeRows };
            }
        }
        let delimiter = told.unwrap_or(found);
        let quoting = if is_spaced(head, delimiter) {
            Quoting::Spaced
        } else if is_backslashed(head, delimiter) {
            Quoting::Backslash
        } else {
            Quoting::Doubled
        };
        Self { delimiter, quoting }
    }

    /// The text in the usual dialect.
    pub(super) fn usual<'a>(self, text: Box<dyn Read + 'a>) -> Box<dyn Read + 'a> {
        match self.quoting {
            Quoting::Doubled => text,
            Quoting::WholeRows => Box::new(whole_rows(text)),
            Quoting::Backslash | Quoting::Spaced => {
                Box::new(Rewritten::new(text, Usual { dialect: self, state: State::CellStart, held: Vec::new() }))
            }
        }
    }
}

/// The delimiter that gives the most cells in the rows that agree on their number, with its points.
pub(super) fn sniff(head: &[u8]) -> (usize, u8) {
    let score = |delimiter: u8| {
        let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(head);
        let widths: Vec<usize> = reader.byte_records().map_while(Result::ok).take(200).map(|record| record.len()).collect();
        // Title lines above the header are narrower than it: the width is that of most rows.
        let mut counts: Vec<(usize, usize)> = Vec::new();
        for &width in widths.iter().filter(|&&width| width > 1) {
            match counts.iter_mut().find(|(known, _)| *known == width) {
                Some((_, count)) => *count += 1,
                None => counts.push((width, 1)),
            }
        }
        let Some(header) = counts.iter().rev().max_by_key(|(_, count)| *count).map(|(width, _)| *width) else { return 0 };
        let first = widths.first().copied().unwrap_or_default();
        let header = if first > 1 { first } else { header };
        let agree = widths.iter().filter(|&&width| width == header || (width > 1 && width < header)).count();
        if first < 2 && !is_below_title(head, delimiter, header, &widths) {
            return 0;
        }
        header.min(50) * agree * 1000 / widths.len()
    };
    let mut best = (0, b',');
    for &delimiter in DELIMITERS {
        let points = score(delimiter);
        if points > best.0 {
            best = (points, delimiter);
        }
    }
    best
}

/// Whether rows stand below lines of one cell: nearly all of the wide ones are equally wide, and their cells do not begin with a blank, as what
/// follows a comma in prose does.
fn is_below_title(head: &[u8], delimiter: u8, width: usize, widths: &[usize]) -> bool {
    let wide = widths.iter().filter(|&&width| width > 1).count();
    let equal = widths.iter().filter(|&&other| other == width).count();
    let above = widths.iter().take_while(|&&width| width < 2).count();
    let marks = memchr::memchr_iter(delimiter, head).count();
    let blanks = memchr::memmem::find_iter(head, &[delimiter, b' ']).count();
    equal > 1 && equal * 10 >= wide * 9 && wide + above + 1 >= widths.len() && blanks * 2 < marks
}

/// Whether quoted cells open and close with blanks between them and the delimiters: most of those that seem to.
fn is_spaced(head: &[u8], delimiter: u8) -> bool {
    static OPENED: LazyLock<[Option<Regex>; 4]> = LazyLock::new(|| {
        [b',', b';', b'\t', b'|'].map(|delimiter| {
            let mark = regex::escape(&char::from(delimiter).to_string());
            Regex::new(&format!("(?-u)(?:^|{mark}|\n) +\"((?:[^\"]|\"\")*\" *(?:{mark}|\r|\n|$))?")).ok()
        })
    });
    let at = DELIMITERS_BY_PLACE.iter().position(|&known| known == delimiter);
    let Some(expression) = at.and_then(|at| OPENED[at].as_ref()) else { return false };
    let (mut opened, mut closed) = (0, 0);
    for found in expression.captures_iter(head) {
        opened += 1;
        closed += usize::from(found.get(1).is_some());
    }
    closed > 0 && closed * 2 > opened
}

/// The order of the expressions of [`is_spaced`].
const DELIMITERS_BY_PLACE: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Whether quotes within cells stand behind a backslash: some do, and none is doubled.
fn is_backslashed(head: &[u8], delimiter: u8) -> bool {
    let (mut escaped, mut quoted, mut doubled, mut at) = (0, false, 0, 0);
    while at < head.len() {
        let next = head.get(at + 1).copied();
        match head[at] {
            b'\\' if quoted => {
                let ends = head.get(at + 2).is_none_or(|&after| after == delimiter || matches!(after, b'\n' | b'\r'));
                escaped += usize::from(next == Some(b'"') && !ends);
                at += usize::from(next == Some(b'"') && !ends || next == Some(b'\\'));
            }
            b'"' if quoted && next == Some(b'"') => {
                doubled += 1;
                at += 1;
            }
            b'"' => quoted = !quoted,
            _ => {}
        }
        at += 1;
    }
    escaped > 0 && doubled == 0
}

/// Turns blanks round quotes and backslashes before them into the usual dialect, byte by byte.
struct Usual {
    dialect: Dialect,
    state: State,
    /// Bytes held back until the next one tells what they are.
    held: Vec<u8>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    CellStart,
    Bare,
    Quoted,
    /// Behind a quote in a quoted cell: it closes the cell or begins a doubled one.
    Closing,
    /// Behind a backslash in a quoted cell.
    Escaping,
}

impl Usual {
    fn byte(&mut self, byte: u8, out: &mut Vec<u8>) {
        let ends = byte == self.dialect.delimiter || matches!(byte, b'\n' | b'\r');
        let spaced = self.dialect.quoting == Quoting::Spaced;
        self.state = match self.state {
            State::CellStart if spaced && byte == b' ' => {
                self.held.push(byte);
                return;
            }
            State::CellStart if byte == b'"' => {
                self.held.clear();
                out.push(byte);
                State::Quoted
            }
            State::CellStart | State::Bare => {
                out.append(&mut self.held);
                out.push(byte);
                if ends { State::CellStart } else { State::Bare }
            }
            State::Quoted if byte == b'\\' && self.dialect.quoting == Quoting::Backslash => State::Escaping,
            State::Quoted if byte == b'"' => State::Closing,
            State::Quoted => {
                out.push(byte);
                State::Quoted
            }
            State::Escaping => {
                match byte {
                    b'"' => out.extend_from_slice(b"\"\""),
                    b'\\' => out.push(b'\\'),
                    other => out.extend_from_slice(&[b'\\', other]),
                }
                State::Quoted
            }
            State::Closing if byte == b'"' && self.held.is_empty() => {
                out.extend_from_slice(b"\"\"");
                State::Quoted
            }
            State::Closing if spaced && byte == b' ' => {
                self.held.push(byte);
                return;
            }
            State::Closing if ends => {
                self.held.clear();
                out.extend_from_slice(&[b'"', byte]);
                State::CellStart
            }
            // A quote inside a quoted cell that nobody doubled.
            State::Closing => {
                out.extend_from_slice(b"\"\"");
                out.append(&mut self.held);
                if byte == b'"' {
                    State::Closing
                } else {
                    out.push(byte);
                    State::Quoted
                }
            }
        };
    }
}

impl Rewrite for Usual {
    fn bytes(&mut self, raw: &[u8], out: &mut Vec<u8>) {
        raw.iter().for_each(|&byte| self.byte(byte, out));
    }

    fn end(&mut self, out: &mut Vec<u8>) {
        match self.state {
            State::Closing => out.push(b'"'),
            State::Escaping => out.push(b'\\'),
            _ => out.append(&mut self.held),
        }
        self.held.clear();
        self.state = State::CellStart;
    }
}

/// The rows of a file each of whose rows is one quoted cell.
fn whole_rows<R: Read>(text: R) -> WholeRows<R> {
    // No file holds the delimiter: each record is one cell.
    let reader = ReaderBuilder::new().has_headers(false).flexible(true).delimiter(0).from_reader(text);
    WholeRows { reader, record: ByteRecord::new(), row: Vec::new(), at: 0 }
}

struct WholeRows<R> {
    reader: csv::Reader<R>,
    record: ByteRecord,
    row: Vec<u8>,
    at: usize,
}

impl<R: Read> Read for WholeRows<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.at == self.row.len() {
            if !self.reader.read_byte_record(&mut self.record)? {
                return Ok(0);
            }
            self.row.clear();
            self.row.extend_from_slice(self.record.as_slice());
            self.row.push(b'\n');
            self.at = 0;
        }
        let read = (&self.row[self.at..]).read(buffer)?;
        self.at += read;
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn usual(text: &str) -> (Dialect, String) {
        let dialect = Dialect::find(text.as_bytes(), None);
        let mut out = String::new();
        dialect.usual(Box::new(text.as_bytes())).read_to_string(&mut out).unwrap();
        (dialect, out)
    }

    #[test]
    fn backslashes_before_quotes() {
        let (dialect, text) = usual("id;t;u\n1;\"il dit \\\"oui\\\" puis \\\\\";\"a\"\n");
        assert_eq!(dialect.quoting, Quoting::Backslash);
        assert_eq!(text, "id;t;u\n1;\"il dit \"\"oui\"\" puis \\\";\"a\"\n");
        // A path that ends a cell is none, and neither is a file that doubles its quotes.
        assert_eq!(usual("id;t\n1;\"C:\\dossier\\\";\n").0.quoting, Quoting::Doubled);
        assert_eq!(usual("id;t\n1;\"a \\\" b \"\"c\"\"\"\n").0.quoting, Quoting::Doubled);
    }

    #[test]
    fn blanks_round_quotes() {
        let (dialect, text) = usual("id; \"titre\"; \"texte\"\n1; \"Un\" ; \"a;\"\"b\"\n2; deux mots; \"c\"");
        assert_eq!(dialect, Dialect { delimiter: b';', quoting: Quoting::Spaced });
        assert_eq!(text, "id;\"titre\";\"texte\"\n1;\"Un\";\"a;\"\"b\"\n2; deux mots;\"c\"");
        assert_eq!(usual("id;t\n1; \"Oui\" dit-elle\n2;b\n").0.quoting, Quoting::Doubled);
    }

    #[test]
    fn rows_that_are_quoted_as_a_whole() {
        let (dialect, text) = usual("\"id;titre;texte\"\n\"1;Un;\"\"a;b\"\"\"\n");
        assert_eq!(dialect, Dialect { delimiter: b';', quoting: Quoting::WholeRows });
        assert_eq!(text, "id;titre;texte\n1;Un;\"a;b\"\n");
        // A single column of texts is what it is.
        assert_eq!(usual("\"texte\"\n\"un, deux\"\n\"trois, quatre\"\n").0.quoting, Quoting::Doubled);
    }

    #[test]
    fn a_title_line_does_not_hide_the_delimiter() {
        assert_eq!(usual("Export du 3 mai, complet\nid;titre;texte\n1;Un;a, b\n2;Deux;c\n").0.delimiter, b';');
        assert_eq!(usual("Export\nid;titre;texte\n1;Un;a\n").0.delimiter, b';');
    }
}
