//! The tables against the log's last entry, and in their other formats: rows, and the sums of columns of whole numbers.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, BufRead, BufReader};

use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::Field;
use serde_json::Value;

use super::log::ReadLog;
use super::{Faults, Store};
use crate::diagnose::codes;

/// Number of rows, and the sum of each column.
type Totals = (u64, Vec<i128>);

/// Checks the tables of a consultation.
pub fn check(store: &Store, base: &str, log: Option<&ReadLog<'_>>, faults: &mut Faults) {
    let package = format!("{base}data/datapackage.json");
    let described = store.bytes(&package).map_err(|error| error.to_string()).and_then(|bytes| tables(&bytes));
    let described = described.unwrap_or_else(|error| {
        faults.add(codes::TABLE_DIFFERS, &package, error);
        BTreeMap::new()
    });
    let seal = log.and_then(|log| log.tables.as_ref());
    let sealed: BTreeSet<&str> = seal.into_iter().flat_map(|held| held.fields()).collect();
    for table in described.keys().map(String::as_str).chain(sealed).collect::<BTreeSet<_>>() {
        let file = format!("{base}data/{table}.csv");
        let digest = store.digest(&file).unwrap_or_default();
        let right = described.contains_key(table) && seal.is_some_and(|held| held.opens(table, &digest));
        faults.expect(right || log.is_none(), codes::TABLE_DIFFERS, &file, "");
        let columns = described.get(table).map(Vec::as_slice).unwrap_or_default();
        let wanted = match store.read(&file, |reader| of_csv(reader, columns)) {
            Ok(totals) => totals,
            Err(error) => {
                faults.add(codes::TABLE_DIFFERS, &file, error.to_string());
                continue;
            }
        };
        for ending in ["json", "jsonl", "parquet"] {
            let other = format!("{base}data/{table}.{ending}");
            if store.has(&other) {
                let found = match ending {
                    "parquet" => store.bytes(&other).and_then(|bytes| of_parquet(bytes, columns)),
                    _ => store.read(&other, |reader| of_json(reader, columns)),
                };
                faults.expect(found.is_ok_and(|found| found == wanted), codes::COUNT_DIFFERS, other, "");
            }
        }
    }
}

/// Name of each table → its columns of whole numbers.
fn tables(package: &[u8]) -> Result<BTreeMap<String, Vec<String>>, String> {
    let package: Value = serde_json::from_slice(package).map_err(|error| error.to_string())?;
    let mut found = BTreeMap::new();
    for resource in package["resources"].as_array().ok_or("no resources")? {
        let path = resource["path"].as_str().unwrap_or_default();
        let Some(name) = path.strip_suffix(".csv").filter(|name| !name.ends_with("-spreadsheet") && !name.ends_with("dictionary")) else { continue };
        let fields = resource["schema"]["fields"].as_array().into_iter().flatten();
        let whole = fields.filter(|field| field["type"] == "integer").filter_map(|field| field["name"].as_str()).map(str::to_owned);
        found.insert(name.to_owned(), whole.collect());
    }
    Ok(found)
}

fn of_csv(reader: &mut dyn io::Read, columns: &[String]) -> io::Result<Totals> {
    let mut reader = csv::ReaderBuilder::new().from_reader(BufReader::with_capacity(256 * 1024, reader));
    let headers = reader.headers()?.clone();
    let places: Vec<Option<usize>> = columns.iter().map(|column| headers.iter().position(|header| header == column)).collect();
    let (mut rows, mut sums) = (0, vec![0i128; columns.len()]);
    let mut record = csv::StringRecord::new();
    while reader.read_record(&mut record)? {
        rows += 1;
        for (sum, place) in sums.iter_mut().zip(&places) {
            let cell = place.and_then(|place| record.get(place)).unwrap_or_default();
            *sum += if cell.is_empty() { 0 } else { cell.parse::<i128>().map_err(io::Error::other)? };
        }
    }
    Ok((rows, sums))
}

/// A list with one object a line, or JSON Lines.
fn of_json(reader: &mut dyn io::Read, columns: &[String]) -> io::Result<Totals> {
    let (mut rows, mut sums) = (0, vec![0i128; columns.len()]);
    for line in BufReader::with_capacity(256 * 1024, reader).lines() {
        let line = line?;
        let line = line.trim().trim_end_matches(',');
        if ["", "[", "]"].contains(&line) {
            continue;
        }
        let Value::Object(row) = serde_json::from_str(line).map_err(io::Error::other)? else { return Err(io::Error::other("no object")) };
        rows += 1;
        for (sum, column) in sums.iter_mut().zip(columns) {
            *sum += match row.get(column) {
                None | Some(Value::Null) => 0,
                Some(value) => i128::from(value.as_i64().ok_or_else(|| io::Error::other("no whole number"))?),
            };
        }
    }
    Ok((rows, sums))
}

fn of_parquet(bytes: Vec<u8>, columns: &[String]) -> io::Result<Totals> {
    let reader = SerializedFileReader::new(bytes::Bytes::from(bytes)).map_err(io::Error::other)?;
    let (mut rows, mut sums) = (0, vec![0i128; columns.len()]);
    for row in reader.get_row_iter(None).map_err(io::Error::other)? {
        let row = row.map_err(io::Error::other)?;
        rows += 1;
        for (name, field) in row.get_column_iter() {
            if let Some(at) = columns.iter().position(|column| column == name) {
                sums[at] += match field {
                    Field::Null => 0,
                    Field::Int(number) => i128::from(*number),
                    Field::Long(number) => i128::from(*number),
                    _ => return Err(io::Error::other("no whole number")),
                };
            }
        }
    }
    Ok((rows, sums))
}
