//! One row of a table, as it is handed out: its cells are parts of one text that is checked once.

use csv::{ByteRecord, StringRecord};

/// The cells of a row.
#[derive(Debug, Clone, Copy)]
pub struct Record<'a> {
    text: &'a str,
    cells: &'a ByteRecord,
}

impl<'a> Record<'a> {
    /// A record whose cells are all UTF-8. Looking at all bytes at once costs a fraction of looking at cell by cell.
    pub(super) fn checked(cells: &'a ByteRecord) -> Option<Self> {
        let text = simdutf8::basic::from_utf8(cells.as_slice()).ok()?;
        // Two halves of a character in neighbouring cells would be sound together and not each alone.
        let mut ends = (0..cells.len()).filter_map(|at| cells.range(at));
        ends.all(|range| text.is_char_boundary(range.end)).then_some(Self { text, cells })
    }

    /// A cell.
    pub fn get(&self, column: usize) -> Option<&'a str> {
        self.text.get(self.cells.range(column)?)
    }

    /// Number of cells.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// Whether there is no cell.
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// Bytes of all cells together.
    pub(super) fn size(&self) -> usize {
        self.text.len()
    }

    /// The cells in their order.
    pub fn iter(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        let record = *self;
        (0..record.len()).map(move |column| record.get(column).unwrap_or_default())
    }
}

impl<'a> From<&'a StringRecord> for Record<'a> {
    fn from(record: &'a StringRecord) -> Self {
        Self { text: record.as_slice(), cells: record.as_byte_record() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_parts_of_one_checked_text() {
        let cells = ByteRecord::from(vec!["é".as_bytes(), b"", "œuf".as_bytes()]);
        let record = Record::checked(&cells).unwrap();
        assert_eq!(record.iter().collect::<Vec<_>>(), ["é", "", "œuf"]);
        assert_eq!((record.get(2), record.get(3), record.len()), (Some("œuf"), None, 3));
        assert!(Record::checked(&ByteRecord::from(vec![&b"\xc3"[..], &b"\xa9"[..]])).is_none(), "a character cut by a delimiter");
        assert!(Record::checked(&ByteRecord::from(vec![&b"\xff"[..]])).is_none());
    }
}
