//! Records become rows of the model, by a profile.
//!
//! The law: **rows read = rows kept + rows set aside, each with a reason**. What a file is, is found by its columns
//! (`recognise`); what a column means is said by the `Profile`; `values` turns cells into numbers, dates and words;
//! `Draft` collects the rows of all sources of a consultation; `link` joins children to parents.

mod beside;
mod binding;
mod cells;
mod clean;
mod collect;
mod columns;
mod departed;
mod draft;
mod entities;
mod faults;
mod headers;
mod link;
mod plain;
mod publication;
mod realign;
mod recognise;
mod registry;
mod repeats;
mod row;
mod shape;
mod sides;
mod source;
mod status;
mod survey;
mod thread;
mod told;
mod topics;
mod units;
mod unread;
mod values;
mod vocabulary;

pub use clean::{CODE, RowCodes, clean};
pub use departed::Departed;
pub use draft::{Draft, DraftAuthor, DraftSource, RawText};
pub use link::{Linked, LinkedComment, LinkedContribution, LinkedVote, link};
pub use recognise::{Candidate, Recognition, recognise, recognise_documents, recognise_table};
pub use registry::{PROFILES, Profiles};
pub use source::{SourceReader, read_sources};
pub use survey::{ColumnFacts, FileFacts, Guess, Match, Relation, Sample, Survey, Suspect, guess, survey};
pub use units::{Unit, units};
pub use values::dates::Stamp;

pub use values::html::looks_like_html;

/// Reads a date as people write it in YAML.
pub fn parse_date(text: &str) -> Option<Stamp> {
    values::dates::parse(text, &values::dates::DateForms::default())
}
