//! Copies of exports that may be kept in public: only columns that are read, authors and voters as codes, erased rows emptied. Rows keep
//! their numbers, so that the archive made from a copy is the archive made from the original.

use super::binding::{Bind, Binding, BoundRecord};
use super::cells::Cells;
use super::headers::Headers;
use super::recognise::recognise;
use super::source::SourceReader;
use super::told::{hints, own_profile};
use super::units::{Unit, units};
use crate::archive::SourceConfig;
use crate::archive::profile::{Entity, Field, Profile};
use crate::diagnose::{Diagnostic, Tally, codes};
use crate::read::{Opened, Table, inputs_within};

/// Before the code of an author in a cleaned copy.
pub const CODE: &str = "greffe:";

/// Fields that an erased row keeps: what it is, when, and its counts.
const KEPT: &[Field] = &[
    Field::Id,
    Field::Kind,
    Field::ParentKind,
    Field::ParentId,
    Field::Topic,
    Field::TopicId,
    Field::CreatedAt,
    Field::UpdatedAt,
    Field::Status,
    Field::VotesFor,
    Field::VotesAgainst,
    Field::VotesNeutral,
    Field::VotesTotal,
    Field::CommentCount,
    Field::AmendmentCount,
    Field::OnKind,
    Field::OnId,
    Field::ReplyTo,
    Field::Side,
    Field::ParentPath,
];

/// What is to be put into the cells of a row.
pub struct RowCodes {
    /// The row was removed on request.
    pub erased: bool,
    /// Code of its author.
    pub author: Option<String>,
    /// The author's name may be published.
    pub named: bool,
}

/// A cleaned file.
pub struct Cleaned {
    /// CSV.
    pub bytes: Vec<u8>,
    /// Columns that were left out.
    pub left_out: Vec<String>,
    /// Rows that were emptied.
    pub emptied: u64,
}

/// Cleans the table behind a source. `row` tells of a row by its number, `voter` gives the code of a voter.
pub fn clean(
    reader: &SourceReader<'_>,
    source: &SourceConfig,
    row: &dyn Fn(u64) -> RowCodes,
    voter: &dyn Fn(&str) -> String,
) -> Result<Cleaned, Diagnostic> {
    let not = |why: &str| Diagnostic::new(codes::NOT_CLEANED).file(format!("{}/{}", reader.shown, source.file)).arg("error", why);
    let hints = hints(source, reader.profiles, reader.limits)?;
    let found = inputs_within(&source.file, &reader.folder.join(&source.file), &reader.limits)?;
    let mut found = units(&source.file, found, &hints, reader.profiles).into_iter();
    let (Some(Unit::Table(name, table)), None) = (found.next(), found.next()) else { return Err(not("several")) };
    if table.delimiter().is_none() || name != source.file {
        return Err(not("not-csv"));
    }
    let own = source.columns.as_ref().map(|columns| own_profile(source, columns, reader.profiles)).transpose()?;
    let given = source.profile.as_deref().map(|id| reader.profiles.named(id)).transpose()?;
    let opened = Opened::Table(*table);
    let recognition = recognise(&opened, reader.profiles);
    let profile = own.as_ref().or(given).or_else(|| recognition.best().map(|best| best.profile)).ok_or_else(|| not("no-profile"))?;
    let Opened::Table(table) = &opened else { return Err(not("not-table")) };
    if profile.records.iter().any(|record| matches!(record.entity, Entity::Author)) {
        return Err(not("persons"));
    }
    copy(reader, table, profile, row, voter).map_err(|error| not(&error))
}

fn copy(
    reader: &SourceReader<'_>,
    table: &Table,
    profile: &Profile,
    row: &dyn Fn(u64) -> RowCodes,
    voter: &dyn Fn(&str) -> String,
) -> Result<Cleaned, String> {
    let headers = Headers::new(&table.headers);
    let binding = Binding::new(
        profile,
        &Bind { headers: Some(&headers), concealed: &table.concealed, language: reader.language, formats: profile.formats.clone() },
    );
    let width = table.headers.len();
    let columns = |fields: &dyn Fn(Field) -> bool| {
        let mut marked = vec![false; width];
        for record in &binding.records {
            mark(record, fields, &mut marked);
        }
        marked
    };
    let (safe, ids, names, voters) = (
        columns(&|field| KEPT.contains(&field)),
        columns(&|field| field == Field::AuthorId),
        columns(&|field| field == Field::AuthorName),
        columns(&|field| field == Field::Voter),
    );
    let has_ids = ids.contains(&true);
    let kept: Vec<usize> = (0..width).filter(|&column| binding.used[column]).collect();
    let mut out = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).flexible(true).from_writer(Vec::new());
    out.write_record(kept.iter().map(|&column| table.headers[column].as_str())).map_err(|error| error.to_string())?;
    let mut emptied = 0;
    let mut fault = None;
    let mut written = 0;
    let mut blank = |out: &mut csv::Writer<Vec<u8>>, upto: u64| -> Result<(), csv::Error> {
        // A row that cannot be read keeps its number as an empty one.
        while written + 1 < upto {
            written += 1;
            out.write_record(kept.iter().map(|_| ""))?;
        }
        written = upto.max(written);
        Ok(())
    };
    let read = table.rows(&mut Tally::default(), &mut |number, record, _| {
        let codes = row(number);
        emptied += u64::from(codes.erased);
        let cells = Cells::Row(record);
        let cleaned: Vec<String> = kept
            .iter()
            .map(|&column| {
                let cell = cells.get(column);
                match &codes.author {
                    _ if cell.is_empty() => String::new(),
                    _ if codes.erased && !safe[column] => String::new(),
                    _ if voters[column] => voter(&cell),
                    Some(code) if ids[column] || (names[column] && !has_ids && !codes.named) => format!("{CODE}{code}"),
                    _ if ids[column] => String::new(),
                    _ if names[column] && !codes.named => String::new(),
                    _ => cell.into_owned(),
                }
            })
            .collect();
        if let Err(error) = blank(&mut out, number).and_then(|()| out.write_record(&cleaned)) {
            fault = Some(error.to_string());
        }
    });
    read.map_err(|diagnostic| diagnostic.code.id.to_owned())?;
    if let Some(fault) = fault {
        return Err(fault);
    }
    let left_out = (0..width).filter(|&column| !binding.used[column]).map(|column| table.headers[column].clone()).collect();
    Ok(Cleaned { bytes: out.into_inner().map_err(|error| error.to_string())?, left_out, emptied })
}

fn mark(record: &BoundRecord, fields: &dyn Fn(Field) -> bool, marked: &mut [bool]) {
    let width = marked.len();
    for (field, _) in Field::ALL.iter().filter(|(field, _)| fields(*field)) {
        for column in record.parts(*field).iter().flat_map(super::binding::BoundPart::columns).filter(move |&column| column < width) {
            marked[column] = true;
        }
    }
    record.also.iter().for_each(|also| mark(also, fields, marked));
}
