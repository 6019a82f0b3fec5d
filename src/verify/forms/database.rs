//! A table of `database.sqlite`.

use std::io;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags};

use super::super::Store;
use super::{Found, Table, Take};

/// Rows in the order they were written in.
pub fn rows(store: &Store, file: &str, table: &Table, take: &mut Take<'_>) -> io::Result<()> {
    let failed = |error: rusqlite::Error| io::Error::other(error);
    let path = store.on_disk(file)?;
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let database = Connection::open_with_flags(path.path(), flags).map_err(failed)?;
    // A name that stands for a view or a virtual table could do anything but hold rows.
    let sort: String = database
        .query_row("SELECT type || ' ' || substr(sql, 1, 13) FROM sqlite_schema WHERE name = ?", [&table.name], |row| row.get(0))
        .map_err(failed)?;
    if sort != "table CREATE TABLE " {
        return Err(io::Error::other(format!("{} is no table in it", table.name)));
    }
    let columns: Vec<String> = table.fields.iter().map(|field| format!("\"{}\"", field.name.replace('"', "\"\""))).collect();
    let sql = format!("SELECT {} FROM \"{}\" ORDER BY rowid", columns.join(", "), table.name.replace('"', "\"\""));
    let mut statement = database.prepare(&sql).map_err(failed)?;
    let mut rows = statement.query([]).map_err(failed)?;
    while let Some(row) = rows.next().map_err(failed)? {
        let mut cells = Vec::with_capacity(table.fields.len());
        for at in 0..table.fields.len() {
            cells.push(match row.get_ref(at).map_err(failed)? {
                ValueRef::Null => Found::Empty,
                ValueRef::Integer(number) => Found::Integer(number),
                ValueRef::Real(number) => Found::Number(number),
                ValueRef::Text(text) => Found::Text(std::str::from_utf8(text).map_err(io::Error::other)?),
                ValueRef::Blob(_) => return Err(io::Error::other("it holds bytes")),
            });
        }
        take(&cells)?;
    }
    Ok(())
}
