//! Parquet: typed columns with statistics, in row groups; the same bytes for the same rows (no clock, a fixed maker).
//!
//! Columns are kept until a row group is full and written one after the other: what is held is bounded by [`ROWS`] and [`BYTES`].
//! Moments are instants in UTC; their offset stands in the CSV.

use std::io;
use std::sync::Arc;

use bytes::Bytes;
use parquet::basic::{Compression, LogicalType, Repetition, TimeUnit, Type as PhysicalType};
use parquet::data_type::{ByteArray, ByteArrayType, DoubleType, Int32Type, Int64Type};
use parquet::errors::{ParquetError, Result as ParquetResult};
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::types::{ColumnPath, Type, TypePtr};

use super::{Facts, Format, RowWriter, Sheet};
use crate::diagnose::Diagnostic;
use crate::export::{Cell, Column, ColumnKind, FileMade};
use crate::write::{Output, OutputFile, explain};

/// Most rows of a row group.
const ROWS: usize = 100_000;

/// Most bytes of text of a row group, roughly.
const BYTES: usize = 32 << 20;

/// The format.
pub struct Parquet;

impl Format for Parquet {
    fn facts(&self) -> &'static Facts {
        &Facts { id: "parquet", ending: ".parquet", name: "Parquet", media_type: "application/vnd.apache.parquet", file_type: Some("PARQUET") }
    }

    fn open<'a>(&self, sheet: &Sheet<'_>, url: &str, output: &'a Output) -> Result<Box<dyn RowWriter + 'a>, Diagnostic> {
        let mut properties = WriterProperties::builder()
            .set_created_by("greffe".to_owned())
            .set_compression(Compression::SNAPPY)
            .set_statistics_enabled(EnabledStatistics::Chunk)
            .set_offset_index_disabled(true);
        // Texts that hardly ever come twice: a dictionary of them, or the first and the last in the order of bytes, help nobody.
        for name in ["title", "body", "url", "contribution_id", "comment_id"] {
            properties = properties.set_column_dictionary_enabled(ColumnPath::from(name), false);
        }
        for name in ["title", "body"] {
            properties = properties.set_column_statistics_enabled(ColumnPath::from(name), EnabledStatistics::None);
        }
        let failed = |error: ParquetError| explain(&into_io(error), url.as_ref());
        let schema = schema(sheet.name, sheet.columns).map_err(failed)?;
        let writer = SerializedFileWriter::new(output.create(url)?, schema, Arc::new(properties.build())).map_err(failed)?;
        let columns = sheet.columns.iter().map(|column| Chunk { levels: Vec::new(), values: Values::new(column.kind) }).collect();
        Ok(Box::new(ParquetWriter { writer, url: url.to_owned(), columns, rows: 0, bytes: 0 }))
    }
}

/// Every column may be missing: whether it must not be is said in the schema of the table, not twice.
fn schema(name: &str, columns: &[Column]) -> ParquetResult<TypePtr> {
    let field = |column: &Column| -> ParquetResult<TypePtr> {
        let (physical, logical) = match column.kind {
            ColumnKind::Text => (PhysicalType::BYTE_ARRAY, Some(LogicalType::String)),
            ColumnKind::Integer => (PhysicalType::INT64, None),
            ColumnKind::Number => (PhysicalType::DOUBLE, None),
            ColumnKind::Date => (PhysicalType::INT32, Some(LogicalType::Date)),
            ColumnKind::DateTime => (PhysicalType::INT64, Some(LogicalType::timestamp(true, TimeUnit::MILLIS))),
        };
        let builder = Type::primitive_type_builder(&column.name, physical).with_repetition(Repetition::OPTIONAL).with_logical_type(logical);
        Ok(Arc::new(builder.build()?))
    };
    let fields = columns.iter().map(field).collect::<ParquetResult<Vec<_>>>()?;
    Ok(Arc::new(Type::group_type_builder(name).with_fields(fields).build()?))
}

fn into_io(error: ParquetError) -> io::Error {
    match error {
        ParquetError::External(error) => match error.downcast::<io::Error>() {
            Ok(error) => *error,
            Err(error) => io::Error::other(error),
        },
        error => io::Error::other(error),
    }
}

/// The part of a column in a row group.
struct Chunk {
    /// By row: 1 where there is a value, else 0.
    levels: Vec<i16>,
    values: Values,
}

enum Values {
    /// One text after the other, and where each ends.
    Text(Vec<u8>, Vec<usize>),
    Integer(Vec<i64>),
    Number(Vec<f64>),
    /// Days since 1970-01-01.
    Day(Vec<i32>),
}

impl Values {
    fn new(kind: ColumnKind) -> Self {
        match kind {
            ColumnKind::Text => Values::Text(Vec::new(), Vec::new()),
            ColumnKind::Integer | ColumnKind::DateTime => Values::Integer(Vec::new()),
            ColumnKind::Number => Values::Number(Vec::new()),
            ColumnKind::Date => Values::Day(Vec::new()),
        }
    }
}

struct ParquetWriter<'a> {
    writer: SerializedFileWriter<OutputFile<'a>>,
    url: String,
    columns: Vec<Chunk>,
    rows: usize,
    bytes: usize,
}

impl RowWriter for ParquetWriter<'_> {
    fn row(&mut self, cells: &[Cell<'_>]) -> io::Result<()> {
        for (chunk, cell) in self.columns.iter_mut().zip(cells) {
            let present = match (&mut chunk.values, cell) {
                (_, Cell::Empty) => false,
                (Values::Text(data, ends), Cell::Text(text)) => {
                    data.extend_from_slice(text.as_bytes());
                    ends.push(data.len());
                    self.bytes += text.len();
                    true
                }
                (Values::Integer(list), Cell::Integer(number)) => {
                    list.push(*number);
                    true
                }
                (Values::Integer(list), Cell::DateTime(moment)) => {
                    list.push(moment.seconds * 1000);
                    true
                }
                (Values::Number(list), Cell::Number(number)) => {
                    list.push(*number);
                    true
                }
                (Values::Day(list), Cell::Date(moment)) => {
                    list.push(moment.day());
                    true
                }
                (_, cell) => return Err(io::Error::other(format!("a cell {cell:?} is not of its column's type"))),
            };
            chunk.levels.push(i16::from(present));
        }
        self.rows += 1;
        if self.rows >= ROWS || self.bytes >= BYTES { self.flush().map_err(into_io) } else { Ok(()) }
    }

    fn finish(mut self: Box<Self>) -> Result<Option<FileMade>, Diagnostic> {
        let url = self.url.clone();
        let failed = |error: ParquetError| explain(&into_io(error), url.as_ref());
        self.flush().map_err(failed)?;
        let file = self.writer.into_inner().map_err(failed)?;
        Ok(Some(FileMade { url: self.url, format: "parquet", info: file.finish()? }))
    }
}

impl ParquetWriter<'_> {
    /// Writes the row group.
    fn flush(&mut self) -> ParquetResult<()> {
        if self.rows == 0 {
            return Ok(());
        }
        let mut group = self.writer.next_row_group()?;
        for chunk in &mut self.columns {
            let Some(mut column) = group.next_column()? else { break };
            let levels = Some(chunk.levels.as_slice());
            match &mut chunk.values {
                Values::Text(data, ends) => {
                    // As much room for the next row group as this one needed.
                    let room = Vec::with_capacity(data.len());
                    let data = Bytes::from(std::mem::replace(data, room));
                    let mut start = 0;
                    let texts: Vec<ByteArray> =
                        ends.drain(..).map(|end| ByteArray::from(data.slice(std::mem::replace(&mut start, end)..end))).collect();
                    column.typed::<ByteArrayType>().write_batch(&texts, levels, None)?;
                }
                Values::Integer(list) => {
                    column.typed::<Int64Type>().write_batch(list, levels, None)?;
                    list.clear();
                }
                Values::Number(list) => {
                    column.typed::<DoubleType>().write_batch(list, levels, None)?;
                    list.clear();
                }
                Values::Day(list) => {
                    column.typed::<Int32Type>().write_batch(list, levels, None)?;
                    list.clear();
                }
            }
            column.close()?;
            chunk.levels.clear();
        }
        group.close()?;
        (self.rows, self.bytes) = (0, 0);
        Ok(())
    }
}
