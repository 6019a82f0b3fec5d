//! Parquet.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};

use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::Field as Value;

use super::super::Store;
use super::super::bounds::WHOLE;
use super::{Found, Table, Take};

/// Its rows.
pub fn rows(store: &Store, file: &str, table: &Table, take: &mut Take<'_>) -> io::Result<()> {
    // The library checks less than a forger can write.
    let read = catch_unwind(AssertUnwindSafe(|| read(store, file, table, take)));
    read.unwrap_or_else(|_| Err(io::Error::other("broken")))
}

fn read(store: &Store, file: &str, table: &Table, take: &mut Take<'_>) -> io::Result<()> {
    let reader = SerializedFileReader::new(store.file(file)?).map_err(io::Error::other)?;
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
