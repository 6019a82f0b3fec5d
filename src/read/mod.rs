//! Files become records. One of the three stages that touch the disk.
//!
//! `content` reads what the user wrote; `inputs` finds the export files behind a `sources:` entry (a file, a folder, a ZIP,
//! gzip of any; a CSV of several stacked tables is taken apart); `open` turns one of them into rows of a table or documents, with encoding and delimiter found by looking.

mod again;
mod ballots;
mod concealed;
mod content;
mod delimited;
mod dialect;
mod document;
mod documents;
mod dos;
mod editions;
mod editorial;
mod encoding;
mod flat;
mod frame;
mod guard;
mod input;
mod json;
mod kept;
mod limits;
mod located;
mod markup;
mod mend;
mod record;
mod records;
mod rewrite;
#[cfg(test)]
mod robust;
mod safe;
mod sections;
mod sheet;
mod table;
mod text;
mod tracked;
mod workbook;
mod xml;
mod yaml;

pub use crate::archive::Limits;
pub use content::{Root, content, is_slug, profiles, secret, theme_files};
pub use documents::Documents;
pub use editorial::{content_bytes, content_file, extension, named_file};
pub use flat::scalar;
pub use frame::KnownHeaders;
pub use input::{Input, inputs, inputs_within};
pub use kept::{Fingerprint, written_texts};
pub use located::{Located, Spot, Tree};
pub use record::Record;
pub use safe::slashed;
pub use table::{Format, Hints, Opened, Table, open};
pub use tracked::tracked;
pub use yaml::{parse_data, parse_yaml};

/// Whether a text can be read in an encoding of this name.
pub fn is_encoding(label: &str) -> bool {
    dos::is_label(label) || encoding_rs::Encoding::for_label(label.as_bytes()).is_some()
}
