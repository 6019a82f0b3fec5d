//! What a file may cost: nothing is read that does not end, and no piece of it is held that is larger than any that greffe writes.

use std::cell::Cell;
use std::io::{self, BufRead, Read};
use std::rc::Rc;

/// Most bytes of one record, one line, one cell or one element. Exports are read with cells of 4 MiB unless their publisher asks for more.
pub const PIECE: u64 = 16 << 20;

/// Most bytes of JSON that become values, which take sixteen times the room.
pub const VALUES: u64 = 8 << 20;

/// Most bytes of an entry of a log, and of what opens it: greffe's have some hundred, for texts are not in them.
pub const ENTRY: usize = 1 << 20;

/// Most lines of a log that are no entries, and most rows that the log has not, before a file is given up: what follows is no other.
pub const BROKEN: usize = 1000;

/// Most columns of a table.
pub const COLUMNS: usize = 4000;

/// Most tables of a description.
pub const TABLES: usize = 10_000;

/// Most delimiters of a row of CSV: a place is kept for each.
const CELLS: usize = 2 << 20;

/// Most bytes of lines, rows or pages that are held together while all threads look at them.
pub const BATCH: usize = 8 << 20;

/// Most bytes of a file that is held whole.
pub const WHOLE: u64 = 128 << 20;

/// Whether a file of a ZIP, or a ZIP, unpacks to more than any of greffe's: pages and tables fold up to fifty times, the same letter sent
/// a thousand times some three hundred. What is small may fold as it likes.
pub fn folds_too_often(size: u64, packed: u64) -> bool {
    size > 64 << 20 && times(size, packed) > 200
}

/// How many times larger it becomes.
pub fn times(size: u64, packed: u64) -> u64 {
    size / packed.max(1)
}

/// A reader that gives so many bytes at most between two calls of [`Meter::reset`].
pub struct Bounded<R> {
    inner: R,
    left: Rc<Cell<u64>>,
    cells: Rc<Cell<usize>>,
}

/// Lets a [`Bounded`] reader go on.
pub struct Meter(Rc<Cell<u64>>, Rc<Cell<usize>>);

impl Meter {
    /// A new piece begins.
    pub fn reset(&self) {
        self.0.set(PIECE);
        self.1.set(CELLS);
    }
}

impl<R> Bounded<R> {
    /// Over a reader; what reads ahead may read a piece.
    pub fn new(inner: R) -> (Self, Meter) {
        let (left, cells) = (Rc::new(Cell::new(PIECE)), Rc::new(Cell::new(CELLS)));
        (Self { inner, left: left.clone(), cells: cells.clone() }, Meter(left, cells))
    }

    fn spend(&self, bytes: usize) -> io::Result<()> {
        match self.left.get().checked_sub(bytes as u64) {
            Some(left) => {
                self.left.set(left);
                Ok(())
            }
            None => Err(io::Error::other(format!("something in it is larger than {} MiB", PIECE >> 20))),
        }
    }
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.spend(read)?;
        let delimiters = buffer[..read].iter().filter(|byte| matches!(byte, b',' | b';')).count();
        match self.cells.get().checked_sub(delimiters) {
            Some(left) => self.cells.set(left),
            None => return Err(io::Error::other(format!("a row in it has more than {CELLS} cells"))),
        }
        Ok(read)
    }
}

impl<R: BufRead> BufRead for Bounded<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.left.get() == 0 {
            self.spend(1)?;
        }
        self.inner.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        self.left.set(self.left.get().saturating_sub(amount as u64));
        self.inner.consume(amount);
    }
}

/// Reads a line into `line`, without its end; false at the end of the file.
pub fn read_line(reader: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<bool> {
    line.clear();
    let read = Read::take(reader, PIECE).read_until(b'\n', line)?;
    match line.pop_if(|byte| *byte == b'\n') {
        None if read as u64 == PIECE => Err(io::Error::other(format!("a line in it is larger than {} MiB", PIECE >> 20))),
        _ => Ok(read > 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_end_is_stopped() {
        let (mut endless, meter) = Bounded::new(io::BufReader::new(io::repeat(b'x')));
        let mut line = Vec::new();
        let error = read_line(&mut io::BufReader::new(io::repeat(b'x')), &mut line).unwrap_err();
        assert!(error.to_string().contains("16 MiB"), "{error}");
        let error = endless.read_until(b'\n', &mut line).unwrap_err();
        assert!(error.to_string().contains("16 MiB"), "{error}");
        meter.reset();
        let mut some = [0; 100];
        assert_eq!(endless.read(&mut some).unwrap(), 100);
    }

    #[test]
    fn a_row_has_an_end_of_its_cells() {
        let (mut commas, _) = Bounded::new(io::repeat(b',').take(8 << 20));
        let error = io::copy(&mut commas, &mut io::sink()).unwrap_err();
        assert!(error.to_string().contains("cells"), "{error}");
    }

    #[test]
    fn lines_have_no_ends() {
        let (mut text, mut line, mut lines) = (&b"a\n\nbc"[..], Vec::new(), Vec::new());
        while read_line(&mut text, &mut line).unwrap() {
            lines.push(line.clone());
        }
        assert_eq!(lines, [b"a".to_vec(), Vec::new(), b"bc".to_vec()]);
    }
}
