//! What a diagnostic is, separate from how it is shown.

use std::fmt;

use super::code::{Code, Severity};
use crate::words::{Arg, Words, printable};

/// Where it is: a file, and in it a row (1 is the first record after the header, as spreadsheets count minus one) or a line
/// (1 is the first of the file), and a column.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    /// Path as the user would type it, relative to the archive's root.
    pub file: Option<String>,
    /// Number of the record, from 1; 0 means the document as a whole.
    pub row: Option<u64>,
    /// Line in the file, from 1.
    pub line: Option<u64>,
    /// Character in the line, from 1.
    pub character: Option<u64>,
    /// Name of the column or key.
    pub column: Option<String>,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.file.as_deref().unwrap_or_default())?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
            if let Some(character) = self.character {
                write!(f, ":{character}")?;
            }
        }
        Ok(())
    }
}

/// The line of a text file a diagnostic points at, for the drawn form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snippet {
    /// The line itself, without its end.
    pub text: String,
}

/// One thing to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of thing.
    pub code: &'static Code,
    /// Its weight here: the code's own, or raised by `--strict`.
    pub severity: Severity,
    /// Where. Boxed: diagnostics travel as errors of functions whose good result is small.
    pub place: Box<Place>,
    /// What the message speaks of.
    pub args: Vec<(&'static str, Arg)>,
    /// How many times the same thing happened (the place is the first one).
    pub count: u64,
    /// The line pointed at, when it can be shown.
    pub snippet: Option<Snippet>,
}

impl Diagnostic {
    /// A diagnostic without place or arguments.
    pub fn new(code: &'static Code) -> Self {
        Self { code, severity: code.severity, place: Box::default(), args: Vec::new(), count: 1, snippet: None }
    }

    /// Says in which file.
    #[must_use]
    pub fn file(mut self, file: impl Into<String>) -> Self {
        self.place.file = Some(printable(&file.into()));
        self
    }

    /// Says in which record, from 1.
    #[must_use]
    pub fn row(mut self, row: u64) -> Self {
        self.place.row = Some(row);
        self
    }

    /// Says on which line, from 1, and shows it.
    #[must_use]
    pub fn line(mut self, line: u64, character: Option<u64>, source: &str) -> Self {
        self.place.line = Some(line);
        self.place.character = character;
        self.snippet =
            usize::try_from(line).ok().and_then(|line| source.lines().nth(line.saturating_sub(1))).map(|text| Snippet { text: text.to_owned() });
        self
    }

    /// Says on which line of a text in Markdown something stands, where it can be found; in YAML [`Diagnostic::at_key`] knows.
    #[must_use]
    pub fn line_of(self, source: &str, value: &str) -> Self {
        let at = (1..).zip(source.lines()).find(|(_, line)| !value.is_empty() && !line.trim_start().starts_with('#') && line.contains(value));
        match at {
            Some((line, _)) => self.line(line, None, source),
            None => self,
        }
    }

    /// Says in which column or key.
    #[must_use]
    pub fn column(mut self, column: impl Into<String>) -> Self {
        self.place.column = Some(column.into());
        self
    }

    /// Adds an argument of the message.
    #[must_use]
    pub fn arg(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// Says how many times.
    #[must_use]
    pub fn count(mut self, count: u64) -> Self {
        self.count = count;
        self
    }

    /// What is wrong, in one sentence of the given language.
    pub fn message(&self, words: &Words) -> String {
        self.text(words, "message")
    }

    /// Why one row was set aside: the message without the count before its colon.
    pub fn reason(&self, words: &Words) -> String {
        let message = self.message(words);
        match message.split_once(": ").filter(|(count, _)| count.starts_with("1 ")) {
            Some((_, reason)) => {
                let mut letters = reason.chars();
                letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
            }
            None => message,
        }
    }

    /// How to mend it, in one sentence.
    pub fn hint(&self, words: &Words) -> String {
        self.text(words, "hint")
    }

    fn text(&self, words: &Words, attribute: &str) -> String {
        let mut args = self.args.clone();
        args.push(("count", Arg::from(self.count)));
        if let Some(column) = &self.place.column {
            args.push(("column", Arg::from(column)));
        }
        if let Some(file) = &self.place.file {
            args.push(("file", Arg::from(file)));
        }
        // "Did you mean" only where there is something to mean; other values that a place did not give read as nothing.
        let near = self.args.iter().find(|(name, value)| *name == "near" && *value != Arg::Text(String::new()));
        let nothing = |name: &str| if name == "near-list" { words.text("near-none") } else { String::new() };
        for name in ["near-tail", "near-list"] {
            args.push((name, near.map_or_else(|| nothing(name), |near| words.format(name, std::slice::from_ref(near))).into()));
        }
        let detail = self.args.iter().find(|(name, value)| *name == "detail" && *value != Arg::Text(String::new()));
        args.push(("detail-tail", detail.map_or_else(String::new, |detail| words.format("detail-tail", std::slice::from_ref(detail))).into()));
        for name in ["near", "value", "example", "form", "error", "known", "path", "kind", "id"] {
            if args.iter().all(|(given, _)| *given != name) {
                args.push((name, Arg::Text(String::new())));
            }
        }
        // A question that ends a sentence needs no full stop.
        words.format_attribute(self.code.id, attribute, &args).replace("?.", "?")
    }
}
