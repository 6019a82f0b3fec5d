//! Files become records. One of the three stages that touch the disk.
//!
//! `content` reads what the user wrote; `inputs` finds the export files behind a `sources:` entry (a file, a folder, a ZIP,
//! gzip of any); `open` turns one of them into rows of a table or documents, with encoding and delimiter found by looking.

mod content;
mod delimited;
mod documents;
mod encoding;
mod input;
mod table;
mod workbook;
mod yaml;

pub use content::{Root, content, is_slug, profiles, secret, theme_files};
pub use documents::{Documents, scalar};
pub use input::{Input, inputs};
pub use table::{Format, Hints, Opened, Table, open};
pub use yaml::{parse_data, parse_yaml};
