//! What hostile or broken files may cost: every limit, and the readers that keep to them.

use std::cell::Cell;
use std::io::{self, Read};
use std::rc::Rc;

use crate::archive::Limits;
use crate::diagnose::{Diagnostic, codes};

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
    what: What,
    limit: u64,
}

#[derive(Debug, PartialEq, Eq)]
enum What {
    Unpacked,
    /// Bytes of a record.
    Record,
}

/// What so many packed bytes may unpack to: real exports fold up to thirty times. What is small may fold as it likes.
pub(super) fn unfolded(packed: u64, limit: u64) -> u64 {
    packed.saturating_mul(50).max(64 << 20).min(limit)
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
        Some(exceeded) if exceeded.what == What::Unpacked => container_limit(name, "unpacked", exceeded.limit),
        Some(exceeded) => Diagnostic::new(codes::RECORD_LIMIT).file(name).arg("what", "bytes").arg("limit", shown(exceeded.limit)),
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
            None => return Err(io::Error::other(Exceeded { what: What::Unpacked, limit: self.limit })),
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
            return Err(io::Error::other(Exceeded { what: What::Record, limit: self.meter.limit }));
        }
        let read = self.inner.read(buffer)?;
        self.meter.left.set(left.saturating_sub(read as u64));
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_shown() {
        for (bytes, text) in [(4 << 20, "4 MiB"), (500_000_000, "500 MB"), (1_234_567, "1 MB"), (999, "999 B"), (4 << 30, "4 GiB")] {
            assert_eq!(shown(bytes), text);
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
