//! What hostile or broken files may cost: every limit, and the readers that keep to them.

use std::cell::Cell;
use std::io::{self, Read};
use std::rc::Rc;

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer};

use crate::diagnose::{Diagnostic, codes};

/// Limits of what is read: far above real exports, far below what fills a machine. `limits:` of `content/archive.yaml` changes them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Limits {
    /// Size of one cell or text (`4 MiB` unless told): a row with a larger one is set aside. A record of more than sixteen times as much ends the file.
    #[serde(deserialize_with = "size")]
    #[schemars(with = "Size")]
    pub cell: u64,
    /// How deep documents may be nested, at most 120.
    #[serde(deserialize_with = "depth")]
    #[schemars(range(min = 1, max = 120))]
    pub depth: u64,
    /// Rows of one file: those beyond are set aside.
    pub rows: u64,
    /// Columns of one file.
    pub columns: u64,
    /// Size a ZIP, a gzip or a workbook may unpack to (`4 GiB` unless told).
    #[serde(deserialize_with = "size")]
    #[schemars(with = "Size")]
    pub unpacked: u64,
    /// Files in a ZIP.
    pub members: u64,
}

/// The deepest nesting that may be asked for: serde_json refuses 128 levels, and what walks through values later is recursive.
const DEEPEST: u64 = 120;

impl Default for Limits {
    fn default() -> Self {
        // The longest texts seen in real exports are reports of some 300 KB; Excel ends at 16 384 columns.
        Self { cell: 4 << 20, depth: 64, rows: 50_000_000, columns: 16_384, unpacked: 4 << 30, members: 200_000 }
    }
}

impl Limits {
    /// Bytes of one record beyond which a file is given up: a quotation mark that is never closed would otherwise fill the memory.
    pub(super) fn record(&self) -> u64 {
        self.cell.saturating_mul(16).max(1 << 20)
    }
}

/// A size as people write it.
#[derive(Deserialize, JsonSchema)]
#[serde(untagged)]
enum Size {
    /// Bytes.
    Bytes(u64),
    /// A number and a unit: `500 MB`, `4 GiB`, `20 Mo`.
    Written(String),
}

fn size<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
    match Size::deserialize(deserializer)? {
        Size::Bytes(bytes) => Ok(bytes),
        Size::Written(text) => parse_size(&text).ok_or_else(|| serde::de::Error::custom(format!("“{text}” is no size; write 500 MB"))),
    }
}

fn depth<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
    let depth = u64::deserialize(deserializer)?;
    if (1..=DEEPEST).contains(&depth) { Ok(depth) } else { Err(serde::de::Error::custom(format!("depth is between 1 and {DEEPEST}"))) }
}

/// `500`, `500 MB`, `4GiB`, `20 Mo`; units of a thousand, those with an `i` of 1024.
fn parse_size(text: &str) -> Option<u64> {
    let digits: String = text.chars().take_while(|c| c.is_ascii_digit() || matches!(c, '_' | ' ' | '\u{a0}' | '\u{202f}')).collect();
    let unit = text[digits.len()..].trim().to_ascii_lowercase();
    let number: u64 = digits.chars().filter(char::is_ascii_digit).collect::<String>().parse().ok()?;
    let (thousand, letter) = match unit.strip_suffix(['b', 'o']).unwrap_or(&unit) {
        "" => return Some(number),
        unit => match unit.strip_suffix('i') {
            Some(letter) => (1024u64, letter),
            None => (1000, unit),
        },
    };
    let power = match letter {
        "k" => 1,
        "m" => 2,
        "g" => 3,
        "t" => 4,
        _ => return None,
    };
    number.checked_mul(thousand.pow(power))
}

/// A size for messages: the largest unit that divides it, else rounded down.
pub(super) fn shown(bytes: u64) -> String {
    let units = [(1u64 << 40, "TiB"), (1 << 30, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB")];
    let thousands = [(1_000_000_000_000, "TB"), (1_000_000_000, "GB"), (1_000_000, "MB"), (1000, "kB")];
    let exact = units.iter().chain(&thousands).filter(|(unit, _)| bytes >= *unit && bytes.is_multiple_of(*unit)).max_by_key(|(unit, _)| *unit);
    match exact.or_else(|| thousands.iter().find(|(unit, _)| bytes >= *unit)) {
        Some((unit, name)) => format!("{} {name}", bytes / unit),
        None => format!("{bytes} B"),
    }
}

/// A limit that a reader met, carried through the libraries as an error of input.
#[derive(Debug)]
struct Exceeded {
    unpacked: bool,
    limit: u64,
}

impl std::fmt::Display for Exceeded {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "more than {}", shown(self.limit))
    }
}

impl std::error::Error for Exceeded {}

/// What to say about an error of input: a limit by its name, everything else as an unreadable file.
pub(super) fn fault(name: &str, error: &io::Error) -> Diagnostic {
    match error.get_ref().and_then(|inner| inner.downcast_ref::<Exceeded>()) {
        Some(exceeded) if exceeded.unpacked => container_limit(name, "unpacked", exceeded.limit),
        Some(exceeded) => Diagnostic::new(codes::RECORD_LIMIT).file(name).arg("limit", shown(exceeded.limit)),
        None => Diagnostic::new(codes::UNREADABLE_FILE).file(name).arg("error", error.to_string()),
    }
}

/// A ZIP, gzip or workbook that holds too much; `what` is the limit's name.
pub(super) fn container_limit(name: &str, what: &'static str, limit: u64) -> Diagnostic {
    let limit = if what == "unpacked" { shown(limit) } else { limit.to_string() };
    Diagnostic::new(codes::CONTAINER_LIMIT).file(name).arg("value", name).arg("what", what).arg("limit", limit)
}

/// A row with a cell that is too large.
pub(super) fn cell_limit(name: &str, row: u64, column: &str, size: usize, limits: &Limits) -> Diagnostic {
    Diagnostic::new(codes::CELL_LIMIT).file(name).row(row).column(column).arg("size", shown(size as u64)).arg("limit", shown(limits.cell))
}

/// Rows beyond the limit, said once with their number.
pub(super) fn row_limit(name: &str, beyond: u64, limits: &Limits) -> Diagnostic {
    Diagnostic::new(codes::ROW_LIMIT).file(name).row(limits.rows + 1).count(beyond).arg("limit", limits.rows)
}

/// More columns than a table may have.
pub(super) fn column_limit(name: &str, limits: &Limits) -> Diagnostic {
    Diagnostic::new(codes::COLUMN_LIMIT).file(name).arg("limit", limits.columns)
}

/// Ends with an error, and not silently, where more than `limit` bytes were unpacked.
pub(super) struct Unpacked<R> {
    inner: R,
    left: u64,
    limit: u64,
}

impl<R> Unpacked<R> {
    pub(super) fn new(inner: R, limit: u64) -> Self {
        Self { inner, left: limit, limit }
    }
}

impl<R: Read> Read for Unpacked<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        match self.left.checked_sub(read as u64) {
            Some(left) => self.left = left,
            None => return Err(io::Error::other(Exceeded { unpacked: true, limit: self.limit })),
        }
        Ok(read)
    }
}

/// How many bytes may still be read before the record at hand must end; whoever ends one calls [`Meter::reset`].
#[derive(Debug, Clone)]
pub(super) struct Meter {
    left: Rc<Cell<u64>>,
    limit: u64,
}

impl Meter {
    /// Buffers between the meter and whoever counts records: bytes read ahead belong to no record yet.
    const SLACK: u64 = 1 << 20;

    pub(super) fn new(limits: &Limits) -> Self {
        let meter = Self { left: Rc::default(), limit: limits.record() };
        meter.reset();
        meter
    }

    /// One that never stops.
    pub(super) fn unlimited() -> Self {
        let meter = Self { left: Rc::default(), limit: u64::MAX };
        meter.pause();
        meter
    }

    /// A record begins.
    pub(super) fn reset(&self) {
        self.left.set(self.limit.saturating_add(Self::SLACK));
    }

    /// What follows is passed over without being kept: it may be as large as it likes until the next reset.
    pub(super) fn pause(&self) {
        self.left.set(u64::MAX);
    }
}

/// A reader watched by a [`Meter`].
pub(super) struct Metered<R> {
    inner: R,
    meter: Meter,
}

impl<R> Metered<R> {
    pub(super) fn new(inner: R, meter: &Meter) -> Self {
        Self { inner, meter: meter.clone() }
    }
}

impl<R: Read> Read for Metered<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = self.meter.left.get();
        if left == 0 {
            return Err(io::Error::other(Exceeded { unpacked: false, limit: self.meter.limit }));
        }
        let read = self.inner.read(buffer)?;
        self.meter.left.set(left.saturating_sub(read as u64));
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::parse_yaml;

    #[test]
    fn sizes_are_read_and_shown() {
        for (text, bytes) in [("500", 500), ("500 MB", 500_000_000), ("4GiB", 4 << 30), ("20 Mo", 20_000_000), ("1_000 kB", 1_000_000), ("7 b", 7)] {
            assert_eq!(parse_size(text), Some(bytes), "{text}");
        }
        for text in ["", "MB", "5 XB", "-1", "1.5 GB", "99999999999 TB", "é"] {
            assert_eq!(parse_size(text), None, "{text}");
        }
        for (bytes, text) in [(4 << 20, "4 MiB"), (500_000_000, "500 MB"), (1_234_567, "1 MB"), (999, "999 B"), (4 << 30, "4 GiB")] {
            assert_eq!(shown(bytes), text);
        }
    }

    #[test]
    fn limits_are_written_in_yaml() {
        let limits: Limits = parse_yaml("cell: 500 kB\nrows: 10\nunpacked: 1000\n", "a.yaml").unwrap();
        assert_eq!(limits, Limits { cell: 500_000, rows: 10, unpacked: 1000, ..Limits::default() });
        for wrong in ["depth: 0", "depth: 500", "cell: many", "sell: 1"] {
            assert!(parse_yaml::<Limits>(wrong, "a.yaml").is_err(), "{wrong}");
        }
    }

    #[test]
    fn an_endless_reader_is_stopped() {
        let error = io::copy(&mut Unpacked::new(io::repeat(b'a'), 1000), &mut io::sink()).unwrap_err();
        assert_eq!(fault("a.gz", &error).code.id, "container-limit");
        let meter = Meter::new(&Limits { cell: 10, ..Limits::default() });
        let error = io::copy(&mut Metered::new(io::repeat(b'a'), &meter), &mut io::sink()).unwrap_err();
        assert_eq!(fault("a.csv", &error).code.id, "record-limit");
    }
}
