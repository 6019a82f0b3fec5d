//! A table of `database.sqlite`.

use std::io;
use std::path::Path;

use rusqlite::limits::Limit;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags};

use super::super::Store;
use super::super::bounds::PIECE;
use super::{Found, Table, Take};

/// Rows in the order they were written in.
pub fn rows(store: &Store, file: &str, table: &Table, take: &mut Take<'_>) -> io::Result<()> {
    let failed = |error: rusqlite::Error| io::Error::other(error);
    let path = store.on_disk(file)?;
    // Read as if nothing could change it: no journal is looked for, and none is made beside it.
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
    let database = Connection::open_with_flags(address(path.path())?, flags).map_err(failed)?;
    database.set_limit(Limit::SQLITE_LIMIT_LENGTH, PIECE as i32).map_err(failed)?;
    let runs: i64 =
        database.query_row("SELECT count(*) FROM sqlite_schema WHERE type IN ('view', 'trigger')", [], |row| row.get(0)).map_err(failed)?;
    if runs > 0 {
        return Err(io::Error::other("it holds views or triggers"));
    }
    // A name that stands for a view or a virtual table could do anything but hold rows.
    let sort: String = database
        .query_row("SELECT type || ' ' || substr(sql, 1, 13) FROM sqlite_schema WHERE name = ?", [&table.name], |row| row.get(0))
        .map_err(failed)?;
    if sort != "table CREATE TABLE " {
        return Err(io::Error::other(format!("{} is no table in it", table.name)));
    }
    // Of columns that are computed the file holds only how.
    let mut told = database.prepare("SELECT name, hidden FROM pragma_table_xinfo(?)").map_err(failed)?;
    let told = told.query_map([&table.name], |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?))).map_err(failed)?;
    let told: Vec<(String, i64)> = told.collect::<Result<_, _>>().map_err(failed)?;
    if !told.iter().map(|(name, hidden)| (name.as_str(), *hidden)).eq(table.fields.iter().map(|field| (field.name.as_str(), 0))) {
        return Err(io::Error::other("it has other columns"));
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

/// The address of a file that does not change.
fn address(path: &Path) -> io::Result<String> {
    let path = std::path::absolute(path)?;
    let path = path.to_str().ok_or_else(|| io::Error::other("its path is not of letters"))?;
    let escaped = crate::read::slashed(Path::new(&path.replace('%', "%25").replace('?', "%3F").replace('#', "%23")));
    Ok(format!("file:{}{escaped}?immutable=1", if escaped.starts_with('/') { "//" } else { "///" }))
}
