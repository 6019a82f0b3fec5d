//! Where something the association wrote stands, for messages: at a key of a YAML file, in a row of a table, or somewhere in a text with
//! front matter.

use crate::archive::Listed;
use crate::diagnose::{Diagnostic, YamlText};

/// A file, and the place in it.
pub(super) struct Written<'a> {
    file: &'a str,
    at: At<'a>,
}

enum At<'a> {
    Key(&'a YamlText, String),
    Row(u64),
    Text(&'a str),
}

impl<'a> Written<'a> {
    /// At the path of a key: `media/0/file`.
    pub(super) fn key(file: &'a str, yaml: &'a YamlText, path: impl Into<String>) -> Self {
        Self { file, at: At::Key(yaml, path.into()) }
    }

    /// In an entry of a list, numbered from 0: of a YAML file, or of a table that holds the same.
    pub(super) fn entry<T>(listed: &'a Listed<T>, number: usize, key: &str) -> Self {
        match listed.file.ends_with(".csv") {
            true => Self { file: &listed.file, at: At::Row(number as u64 + 1) },
            false => Self::key(&listed.file, &listed.yaml, format!("{number}/{key}")),
        }
    }

    /// Somewhere in a text.
    pub(super) fn text(file: &'a str, text: &'a str) -> Self {
        Self { file, at: At::Text(text) }
    }

    /// Says where a value stands.
    pub(super) fn tell(&self, diagnostic: Diagnostic, value: &str) -> Diagnostic {
        let diagnostic = diagnostic.file(self.file);
        match &self.at {
            At::Key(yaml, path) => diagnostic.at_key(yaml, path),
            At::Row(row) => diagnostic.row(*row),
            At::Text(text) => diagnostic.line_of(text, value),
        }
    }
}
