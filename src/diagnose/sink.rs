//! The collection of diagnostics, and the counter that turns nine thousand equal remarks into one.

use std::collections::BTreeMap;

use super::code::{Code, Severity};
use super::diagnostic::Diagnostic;

/// All that was said so far.
#[derive(Debug, Default)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
    strict: bool,
}

impl Diagnostics {
    /// An empty collection; with `strict`, warnings count as errors.
    pub fn new(strict: bool) -> Self {
        Self { list: Vec::new(), strict }
    }

    /// Adds one.
    pub fn push(&mut self, mut diagnostic: Diagnostic) {
        if self.strict && diagnostic.severity == Severity::Warning {
            diagnostic.severity = Severity::Error;
        }
        self.list.push(diagnostic);
    }

    /// Adds many.
    pub fn extend(&mut self, diagnostics: impl IntoIterator<Item = Diagnostic>) {
        for diagnostic in diagnostics {
            self.push(diagnostic);
        }
    }

    /// Takes in another collection; its warnings become errors if this one is strict.
    pub fn absorb(&mut self, other: Diagnostics) {
        self.extend(other.list);
    }

    /// Everything, in the order it was found.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.list.iter()
    }

    /// How many places have this severity (a diagnostic counted n times is one).
    pub fn count(&self, severity: Severity) -> usize {
        self.list.iter().filter(|d| d.severity == severity).count()
    }

    /// Whether something stops the build.
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }
}

/// Counts equal remarks about the rows of one file: the first place is kept, with up to three different examples.
#[derive(Debug, Default)]
pub struct Tally {
    seen: BTreeMap<(&'static str, String, String), Remark>,
}

#[derive(Debug)]
struct Remark {
    code: &'static Code,
    row: u64,
    count: u64,
    examples: Vec<String>,
}

impl Tally {
    /// Notes that `code` happened at `row` in `column`; `form` says which variant (equal forms are counted together);
    /// `example` is shown and must not quote a personal column.
    pub fn note(&mut self, code: &'static Code, row: u64, column: &str, form: &str, example: &str) {
        let remark =
            self.seen.entry((code.id, column.to_owned(), form.to_owned())).or_insert_with(|| Remark { code, row, count: 0, examples: Vec::new() });
        remark.count += 1;
        if remark.examples.len() < 3 && !example.is_empty() && remark.examples.iter().all(|e| e != example) {
            remark.examples.push(example.to_owned());
        }
    }

    /// The remarks as diagnostics about `file`.
    pub fn finish(self, file: &str) -> impl Iterator<Item = Diagnostic> {
        self.seen.into_iter().map(move |((_, column, form), remark)| {
            let mut diagnostic = Diagnostic::new(remark.code)
                .file(file)
                .row(remark.row)
                .count(remark.count)
                .arg("form", form)
                .arg("example", remark.examples.join(" · "))
                .arg("row", remark.row);
            if !column.is_empty() {
                diagnostic = diagnostic.column(column);
            }
            diagnostic
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::code::codes;
    use super::*;

    #[test]
    fn equal_remarks_become_one_with_first_row_and_examples() {
        let mut tally = Tally::default();
        for row in 1..=9000 {
            tally.note(codes::BAD_DATE, row, "created_at", "T:", &format!("2016/01/{:02}T:13", row % 28));
        }
        let all: Vec<_> = tally.finish("a.csv").collect();
        assert_eq!(all.len(), 1);
        assert_eq!((all[0].count, all[0].place.row), (9000, Some(1)));
    }

    #[test]
    fn strict_raises_warnings_only() {
        let mut sink = Diagnostics::new(true);
        sink.push(Diagnostic::new(codes::BAD_DATE));
        sink.push(Diagnostic::new(codes::SECRET_MADE));
        assert_eq!((sink.count(Severity::Error), sink.count(Severity::Note)), (1, 1));
    }
}
