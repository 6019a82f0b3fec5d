//! `database.sqlite`: all tables of a collection with their keys, and a full-text index of titles and texts. It opens in DB Browser,
//! Datasette and every language.
//!
//! Tables are rows as everywhere; days and moments are texts in ISO 8601, which SQLite's own functions read. The indexes
//! `contributions_text` and `comments_text` (FTS5) hold no second copy of the texts.

use std::io;

use rusqlite::types::ToSqlOutput;
use rusqlite::{Connection, ErrorCode, ToSql, params_from_iter};

use super::{Cell, Collection, Column, ColumnKind, OtherMade, Reference, Role, Table};
use crate::diagnose::Diagnostic;
use crate::write::{Claim, Output, explain};

/// Its id beside those of the formats.
pub const ID: &str = "sqlite";

/// File name.
pub const NAME: &str = "database.sqlite";

/// What full-text search looks into, by table.
const TEXTS: &[(&str, &[&str])] = &[("contributions", &["title", "body"]), ("comments", &["body"])];

/// Writes the database; `None` where no table has a row.
pub fn write(tables: &[&dyn Table], collection: &Collection<'_>, output: &Output) -> Result<Option<OtherMade>, Diagnostic> {
    let url = collection.file(NAME);
    let claim = output.claim(&url)?;
    let filled = fill(tables, collection, &claim).map_err(|error| explain(&error, url.as_ref()))?;
    if !filled {
        claim.abandon()?;
        return Ok(None);
    }
    Ok(Some(OtherMade {
        name: NAME.to_owned(),
        about: "data-about-sqlite",
        role: Role::Data,
        media_type: "application/vnd.sqlite3",
        format: ID,
        file_type: None,
        url,
        info: claim.finish()?,
    }))
}

fn into_io(error: rusqlite::Error) -> io::Error {
    let kind = match error.sqlite_error_code() {
        Some(ErrorCode::DiskFull) => io::ErrorKind::StorageFull,
        Some(ErrorCode::ReadOnly) => io::ErrorKind::ReadOnlyFilesystem,
        _ => io::ErrorKind::Other,
    };
    io::Error::new(kind, error)
}

fn fill(tables: &[&dyn Table], collection: &Collection<'_>, claim: &Claim<'_>) -> io::Result<bool> {
    let database = Connection::open(&claim.target).map_err(into_io)?;
    // The file is new and is thrown away if the build fails: nothing has to survive a crash.
    database.execute_batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; BEGIN").map_err(into_io)?;
    let whole = collection.own().is_none();
    let names: Vec<&str> = tables.iter().map(|table| table.name()).collect();
    let mut any = false;
    for table in tables {
        let columns = table.columns(collection.subjects);
        let references = table.references().iter().copied().chain((whole && table.name() != "consultations").then_some(Reference::CONSULTATION));
        let references: Vec<Reference> =
            references.filter(|reference| names.contains(&reference.target.table()) && reference.holds(collection.subjects)).collect();
        let insert = format!("INSERT INTO \"{}\" VALUES ({})", table.name(), vec!["?"; columns.len()].join(", "));
        let mut statement = None;
        for subject in collection.subjects {
            table.rows(subject, &columns, &mut |cells| {
                if statement.is_none() {
                    database.execute_batch(&create(*table, &columns, &references)).map_err(into_io)?;
                    statement = Some(database.prepare(&insert).map_err(into_io)?);
                }
                if let Some(statement) = &mut statement {
                    statement.execute(params_from_iter(cells)).map_err(into_io)?;
                }
                Ok(())
            })?;
        }
        if statement.take().is_none() {
            continue;
        }
        any = true;
        for reference in &references {
            let (name, list) = (reference.columns.last().copied().unwrap_or_default(), quoted(reference.columns));
            database.execute_batch(&format!("CREATE INDEX \"{0}_{name}\" ON \"{0}\" ({list})", table.name())).map_err(into_io)?;
        }
        if let Some((_, texts)) = TEXTS.iter().find(|(name, _)| *name == table.name()) {
            let sql = format!(
                "CREATE VIRTUAL TABLE \"{0}_text\" USING fts5({1}, content=\"{0}\", tokenize=\"unicode61 remove_diacritics 2\"); \
                 INSERT INTO \"{0}_text\" (\"{0}_text\") VALUES ('rebuild')",
                table.name(),
                quoted(texts)
            );
            database.execute_batch(&sql).map_err(into_io)?;
        }
    }
    database.execute_batch("COMMIT").map_err(into_io)?;
    database.close().map_err(|(_, error)| into_io(error))?;
    Ok(any)
}

fn create(table: &dyn Table, columns: &[Column], references: &[Reference]) -> String {
    let mut lines: Vec<String> = columns
        .iter()
        .map(|column| {
            let kind = match column.kind {
                ColumnKind::Integer => "INTEGER",
                ColumnKind::Number => "REAL",
                ColumnKind::Text | ColumnKind::Date | ColumnKind::DateTime => "TEXT",
            };
            format!("\"{}\" {kind}{}", column.name, if table.key().contains(&&*column.name) { " NOT NULL" } else { "" })
        })
        .collect();
    if !table.key().is_empty() {
        lines.push(format!("PRIMARY KEY ({})", quoted(table.key())));
    }
    for reference in references {
        lines.push(format!(
            "FOREIGN KEY ({}) REFERENCES \"{}\" ({})",
            quoted(reference.columns),
            reference.target.table(),
            quoted(reference.target.columns())
        ));
    }
    format!("CREATE TABLE \"{}\" (\n  {}\n)", table.name(), lines.join(",\n  "))
}

fn quoted(names: &[&str]) -> String {
    names.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ")
}

impl ToSql for Cell<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Cell::Empty => ToSqlOutput::from(rusqlite::types::Null),
            Cell::Text(text) => ToSqlOutput::from(&**text),
            Cell::Integer(number) => ToSqlOutput::from(*number),
            Cell::Number(number) => ToSqlOutput::from(*number),
            Cell::Date(moment) => ToSqlOutput::from(moment.date()),
            Cell::DateTime(moment) => ToSqlOutput::from(moment.date_time()),
        })
    }
}
