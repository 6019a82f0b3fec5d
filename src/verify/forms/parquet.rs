//! Parquet.

use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::panic::{AssertUnwindSafe, catch_unwind};

use bytes::Bytes;
use parquet::errors::{ParquetError, Result};
use parquet::file::reader::{ChunkReader, FileReader, Length, SerializedFileReader};
use parquet::record::Field as Value;

use super::super::Store;
use super::super::bounds::{PIECE, WHOLE, times};
use super::{Found, Table, Take};

/// Its rows.
pub fn rows(store: &Store, file: &str, table: &Table, take: &mut Take<'_>) -> io::Result<()> {
    // The library checks less than a forger can write.
    let read = catch_unwind(AssertUnwindSafe(|| read(store, file, table, take)));
    read.unwrap_or_else(|_| Err(io::Error::other("broken")))
}

fn read(store: &Store, file: &str, table: &Table, take: &mut Take<'_>) -> io::Result<()> {
    let reader = SerializedFileReader::new(Pages(store.file(file)?)).map_err(io::Error::other)?;
    let groups = reader.metadata().row_groups();
    let large = |size: i64| u64::try_from(size).is_ok_and(|size| size > WHOLE);
    if groups.iter().flat_map(|group| group.columns()).any(|column| large(column.uncompressed_size()) || large(column.compressed_size())) {
        return Err(io::Error::other(format!("a column in it is larger than {} MiB", WHOLE >> 20)));
    }
    for row in reader.get_row_iter(None).map_err(io::Error::other)? {
        let row = row.map_err(io::Error::other)?;
        let mut cells = Vec::with_capacity(table.fields.len());
        for (at, (name, value)) in row.get_column_iter().enumerate() {
            if table.fields.get(at).is_none_or(|field| field.name != *name) {
                return Err(io::Error::other("it has other columns"));
            }
            cells.push(match value {
                Value::Null => Found::Empty,
                Value::Str(text) => Found::Text(text),
                Value::Int(number) => Found::Integer(i64::from(*number)),
                Value::Long(number) => Found::Integer(*number),
                Value::Double(number) => Found::Number(*number),
                Value::Date(day) => Found::Day(i64::from(*day)),
                Value::TimestampMillis(instant) => Found::Instant(*instant),
                _ => return Err(io::Error::other("it has another type of column")),
            });
        }
        take(&cells)?;
    }
    Ok(())
}

/// A file whose pages are looked at before the library makes room for what they say they hold.
struct Pages(File);

impl Length for Pages {
    fn len(&self) -> u64 {
        self.0.metadata().map_or(0, |metadata| metadata.len())
    }
}

impl ChunkReader for Pages {
    type T = BufReader<File>;

    fn get_read(&self, start: u64) -> Result<Self::T> {
        let mut reader = self.0.try_clone()?;
        reader.seek(SeekFrom::Start(start))?;
        // The last eight bytes are no page: they say where the description begins.
        if start.saturating_add(8) >= self.len() {
            return Ok(BufReader::new(reader));
        }
        let mut head = Vec::new();
        (&mut reader).take(32).read_to_end(&mut head)?;
        let large = || ParquetError::General(format!("a page in it is larger than {} MiB, or of another shape", (2 * PIECE) >> 20));
        let (size, packed) = sizes(&head).ok_or_else(large)?;
        if size > 2 * PIECE || packed > 2 * PIECE || size > 4 << 20 && times(size, packed) > 200 {
            return Err(large());
        }
        reader.seek(SeekFrom::Start(start))?;
        Ok(BufReader::new(reader))
    }

    fn get_bytes(&self, start: u64, length: usize) -> Result<Bytes> {
        if start.checked_add(length as u64).is_none_or(|end| end > self.len()) {
            return Err(ParquetError::General("it breaks off".to_owned()));
        }
        self.0.get_bytes(start, length)
    }
}

/// Unpacked and packed size, as the head of a page begins in Thrift's compact protocol: three numbers of 32 bits, the first its sort.
fn sizes(head: &[u8]) -> Option<(u64, u64)> {
    let mut bytes = head.iter();
    let mut number = || {
        let mut number = 0u64;
        (*bytes.next()? == 0x15).then_some(())?;
        for shift in (0..35).step_by(7) {
            let byte = *bytes.next()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                // Zigzag: odd numbers stand for negative ones.
                return (number & 1 == 0).then_some(number >> 1);
            }
        }
        None
    };
    number()?;
    Some((number()?, number()?))
}
