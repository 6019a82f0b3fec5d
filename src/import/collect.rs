//! One record at a time becomes rows of the [`Draft`], with its accounting.

use super::binding::{Binding, BoundRecord, Cells};
use super::draft::Draft;
use super::profile::{BodyMarkup, Entity};
use super::row::{Row, shorten};
use super::values::folded;
use crate::diagnose::{Diagnostic, Tally, codes};
use crate::model::{Kind, SetAside};

/// Turns the records of one source into rows of the draft.
pub struct Collector<'a> {
    /// Where the rows go.
    pub draft: &'a mut Draft,
    /// Remarks about this source.
    pub tally: Tally,
    /// Number of the source.
    pub source: u32,
    /// Name of the file, for rows set aside.
    pub file: String,
    /// How bodies are written.
    pub markup: BodyMarkup,
    /// The bound profile.
    pub binding: &'a Binding,
    /// Generated ids met so far, to number equal ones.
    pub generated: std::collections::HashMap<String, u32>,
}

/// What became of a record.
enum Fate {
    Kept,
    Aside(Diagnostic),
}

/// The contribution a nested list belongs to.
pub(super) type Parent<'a> = Option<(Kind, &'a str)>;

impl Collector<'_> {
    /// Takes in one record, or sets it aside.
    pub fn record(&mut self, row: u64, cells: &Cells<'_>) {
        let source = &mut self.draft.sources[self.source as usize];
        source.rows_read += 1;
        let binding = self.binding;
        binding.records.iter().for_each(|record| record.pass(cells));
        let fate = match binding.records.iter().find(|record| record.each.is_none() && record.applies(cells)) {
            Some(record) => self.make(record, row, cells, None),
            None => {
                let shown = binding.when_column.map(|column| cells.get(column)).unwrap_or_default();
                Fate::Aside(Diagnostic::new(codes::UNKNOWN_ROW_TYPE).arg("value", shorten(&shown)))
            }
        };
        let source = &mut self.draft.sources[self.source as usize];
        match fate {
            Fate::Kept => source.rows_kept += 1,
            Fate::Aside(reason) => self.set_aside(row, reason),
        }
    }

    /// Lists a record that is not taken in (it has been counted as read).
    pub fn set_aside(&mut self, row: u64, reason: Diagnostic) {
        self.draft.sources[self.source as usize].rows_set_aside += 1;
        self.tally.note(reason.code, row, "", "", "");
        self.draft.set_aside.push(SetAside { file: self.file.as_str().into(), row, reason });
    }

    fn make(&mut self, record: &BoundRecord, row: u64, cells: &Cells<'_>, parent: Parent<'_>) -> Fate {
        for rule in &record.rules {
            let cell = rule.columns.iter().map(|&column| cells.get(column)).find(|cell| !cell.is_empty()).unwrap_or_default();
            if rule.values.iter().any(|value| *value == folded(&cell)) {
                return Fate::Aside(Diagnostic::new(rule.code));
            }
        }
        let mut row_of = Row { collector: self, record, row, cells };
        let fate = match record.entity {
            Entity::Contribution => row_of.contribution(parent),
            Entity::Comment => row_of.comment(parent),
            Entity::Vote => row_of.vote(parent),
            Entity::Appendix => row_of.appendix(parent),
            Entity::Topic => row_of.topic_row(),
            Entity::Tag => row_of.tag(),
            Entity::Tagging => row_of.tagging(),
            Entity::Outcome => row_of.outcome(parent),
            Entity::SetAside => Err(Diagnostic::new(record.code.unwrap_or(codes::NOT_ARCHIVED))),
        };
        match fate {
            Ok(made) => {
                let inner = made.as_ref().map(|(kind, id)| (*kind, id.as_str())).or(parent);
                for also in &record.also {
                    if also.each.is_none() && also.applies(cells) {
                        self.make(also, row, cells, inner);
                    }
                }
                if let Cells::Document { paths, row: whole, element } = cells {
                    let binding = self.binding;
                    for nested in binding.records.iter().chain(&record.also).filter(|nested| nested.each.is_some()) {
                        // Lists start at the row; those of an element's own `also` at the element.
                        if parent.is_some() && !record.also.iter().any(|also| std::ptr::eq(also, nested)) {
                            continue;
                        }
                        for item in nested.each.as_ref().map(|path| path.list(element)).unwrap_or_default() {
                            let cells = Cells::Document { paths, row: whole, element: item };
                            if nested.applies(&cells) {
                                self.make(nested, row, &cells, inner);
                            }
                        }
                    }
                }
                Fate::Kept
            }
            Err(reason) => Fate::Aside(reason),
        }
    }
}
