//! From tables to files: one pass over the rows of a table feeds every format.

use std::io;

use rayon::prelude::*;

use super::formats::{FORMATS, RowWriter, Sheet, geojson};
use super::{Cell, Collection, Column, ColumnMade, FileMade, Publication, Published, Reference, Subject, TABLES, Table, TableMade};
use super::{bundle, describe, sqlite};
use crate::diagnose::Diagnostic;
use crate::words::Words;
use crate::write::{FileInfo, Output, explain};

/// Rows shown to people.
const FIRST: usize = 5;

/// Rows among which examples are looked for.
const LOOKED_AT: u64 = 200;

/// What is published together: each consultation, and last the archive as a whole.
pub fn collections<'a>(
    subjects: &'a [Subject<'a>],
    words: &'a Words,
    publication: &'a Publication<'a>,
    only: Option<&'a [String]>,
) -> Vec<Collection<'a>> {
    let own = (0..).zip(subjects.chunks(1)).map(|(at, one)| Collection { consultation: Some(at), subjects: one, words, publication, only });
    own.chain(std::iter::once(Collection { consultation: None, subjects, words, publication, only })).collect()
}

/// Writes the open data of a collection.
pub fn export(collection: &Collection<'_>, output: &Output) -> Result<Published, Diagnostic> {
    let tables = wanted(collection);
    let (made, database) = rayon::join(
        || tables.par_iter().map(|table| write(*table, collection, output)).collect::<Result<Vec<_>, _>>(),
        || if collection.wants(sqlite::ID) { sqlite::write(&tables, collection, output) } else { Ok(None) },
    );
    let mut published = Published { tables: made?.into_iter().flatten().collect(), others: Vec::new() };
    let names: Vec<&str> = published.tables.iter().map(|table| table.name).collect();
    for table in &mut published.tables {
        table.references.retain(|reference| names.contains(&reference.target.table()) && reference.holds(collection.subjects));
    }
    published.others.extend(database?);
    describe::describe(collection, &mut published, output)?;
    if collection.wants(bundle::ID) {
        bundle::write(collection, &mut published, output)?;
    }
    Ok(published)
}

/// What [`export`] would write, without sizes and digests: for those who want to know how the data will be judged.
pub fn foresee(collection: &Collection<'_>) -> Published {
    let mut published = Published::default();
    for table in wanted(collection) {
        let columns = table.columns(collection.subjects);
        // The first row is enough: an error of input and output cannot come from memory.
        let any = collection.subjects.iter().any(|subject| table.rows(subject, &columns, &mut |_| Err(io::Error::other("there is a row"))).is_err());
        if !any {
            continue;
        }
        let formats = FORMATS.iter().filter(|format| format.suits(&columns));
        let files = formats.map(|format| FileMade {
            url: collection.file(&format!("{}{}", table.name(), format.facts().ending)),
            format: format.facts().id,
            info: FileInfo::default(),
        });
        published.tables.push(TableMade {
            name: table.name(),
            columns: Vec::new(),
            key: table.key(),
            references: Vec::new(),
            rows: 1,
            first: Vec::new(),
            files: files.collect(),
            descriptions: Vec::new(),
        });
    }
    published.others = describe::foresee(collection);
    published.others.push(bundle::foresee(collection));
    published
}

/// The tables a collection has.
fn wanted(collection: &Collection<'_>) -> Vec<&'static dyn Table> {
    let wanted = |table: &&&dyn Table| match (collection.own(), collection.subjects.len()) {
        (Some(_), _) => !table.of_archive(),
        // The tables of a single consultation are not published twice.
        (None, 1) => table.of_archive(),
        (None, _) => true,
    };
    TABLES.iter().filter(wanted).copied().collect()
}

/// Writes one table in every format; `None` where it has no row.
fn write(table: &dyn Table, collection: &Collection<'_>, output: &Output) -> Result<Option<TableMade>, Diagnostic> {
    let columns = table.columns(collection.subjects);
    let sheet = Sheet { name: table.name(), columns: &columns, words: collection.words };
    let mut writers: Vec<(String, Box<dyn RowWriter + '_>)> = Vec::new();
    let mut examples: Vec<Option<String>> = vec![None; columns.len()];
    let mut first: Vec<Vec<String>> = Vec::new();
    let mut rows = 0u64;
    // What went wrong, where an error of input and output alone does not say with which file.
    let mut fault: Option<Diagnostic> = None;
    for subject in collection.subjects {
        let told = table.rows(subject, &columns, &mut |cells| {
            if rows == 0 {
                for format in FORMATS.iter().filter(|format| collection.wants(format.facts().id) && format.suits(&columns)) {
                    let url = collection.file(&format!("{}{}", table.name(), format.facts().ending));
                    match format.open(&sheet, &url, output) {
                        Ok(writer) => writers.push((url, writer)),
                        Err(diagnostic) => {
                            fault = Some(diagnostic);
                            return Err(io::Error::other("not opened"));
                        }
                    }
                }
            }
            rows += 1;
            if rows <= LOOKED_AT {
                for (example, cell) in examples.iter_mut().zip(cells).filter(|(example, _)| example.is_none()) {
                    *example = shown(cell);
                }
            }
            if first.len() < FIRST {
                first.push(cells.iter().map(|cell| shown(cell).unwrap_or_default()).collect());
            }
            for (url, writer) in &mut writers {
                writer.row(cells).inspect_err(|error| fault = Some(explain(error, url.as_str().as_ref())))?;
            }
            Ok(())
        });
        if let Err(error) = told {
            return Err(fault.unwrap_or_else(|| explain(&error, table.name().as_ref())));
        }
    }
    if rows == 0 {
        return Ok(None);
    }
    let mut files = Vec::with_capacity(writers.len());
    for (_, writer) in writers {
        files.extend(writer.finish()?);
    }
    let failed = |error: io::Error| explain(&error, table.name().as_ref());
    if let Some(bytes) = geojson::areas(table, &columns, collection.subjects).map_err(failed)?.filter(|_| collection.wants("geojson")) {
        let url = collection.file(&format!("{}.geojson", table.name()));
        let info = output.stream(&url, |out| out.write_all(&bytes))?;
        files.push(FileMade { url, format: "geojson", info });
    }
    let whole = collection.own().is_none() && table.name() != "consultations";
    let references = table.references().iter().copied().chain(whole.then_some(Reference::CONSULTATION)).collect();
    let made = |(column, example): (Column, _)| ColumnMade { name: column.name, kind: column.kind, required: column.required, example };
    let columns = columns.into_iter().zip(examples).map(made).collect();
    Ok(Some(TableMade { name: table.name(), columns, key: table.key(), references, rows, first, files, descriptions: Vec::new() }))
}

/// A cell as an example: short, on one line.
fn shown(cell: &Cell<'_>) -> Option<String> {
    if matches!(cell, Cell::Empty) {
        return None;
    }
    let mut buffer = String::new();
    let text = cell.as_text(&mut buffer);
    let mut short: String = text.chars().take(60).map(|c| if c == '\n' { ' ' } else { c }).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    Some(short)
}
