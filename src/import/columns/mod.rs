//! A column is read as one: before its cells become values, all of them say which mark is of decimals, which of day and month comes
//! first, whether a word is about publication. What nothing decides is said, with the line to write.

mod counts;
pub(super) mod dates;
mod hiding;
mod states;

use rustc_hash::FxHashMap;

use super::binding::{Binding, BoundRecord, Each, Given};
use super::cells::Cells;
use super::values::dates::DateForms;
use super::values::numbers::NumberForm;
use crate::archive::SourceConfig;
use crate::archive::profile::Field;
use crate::diagnose::Diagnostic;

pub use hiding::{Beside, Hiding, HidingColumn, hiding_columns};

/// What kind of values a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Type {
    /// Whole numbers.
    Count,
    /// Dates.
    Date,
    /// Words of publication and of decisions.
    State,
}

impl Type {
    /// Of a field, where its cells have a form that the column settles.
    pub fn of(field: Field) -> Option<Self> {
        use Field::*;
        match field {
            VotesFor | VotesAgainst | VotesNeutral | VotesTotal | CommentCount | AmendmentCount | AuthorSize => Some(Type::Count),
            CreatedAt | UpdatedAt | AnsweredAt => Some(Type::Date),
            Status => Some(Type::State),
            _ => None,
        }
    }
}

/// The form of a column, as its cells and the YAML settle it.
#[derive(Debug, Clone, Default)]
pub struct Form {
    /// Marks of numbers.
    pub number: NumberForm,
    /// Order of dates.
    pub dates: DateForms,
    /// Its words are about publication: one that nobody knows hides.
    pub publication: bool,
}

/// What the cells of one column showed.
enum Evidence {
    Count(counts::Counts),
    Date(dates::Dates),
    State(states::States),
}

/// What all cells of a source show, column by column.
pub struct Survey {
    found: Vec<(String, Evidence)>,
    hiding: hiding::Evidence,
}

impl Survey {
    /// An empty one for the columns of a binding.
    pub fn new(binding: &Binding) -> Self {
        let evidence = |kind: Type| match kind {
            Type::Count => Evidence::Count(counts::Counts::default()),
            Type::Date => Evidence::Date(dates::Dates::default()),
            Type::State => Evidence::State(states::States::default()),
        };
        Self {
            found: binding.slots.iter().map(|(name, kind)| (name.clone(), evidence(*kind))).collect(),
            hiding: hiding::Evidence::new(&binding.hiding),
        }
    }

    /// Whether looking at the rows can settle anything.
    pub fn is_needed(&self) -> bool {
        !self.found.is_empty() || self.hiding.is_needed()
    }

    /// Looks at one row.
    pub fn row(&mut self, binding: &Binding, cells: &Cells<'_>) {
        self.hiding.row(cells);
        for record in &binding.records {
            self.record(record, cells);
        }
    }

    fn record(&mut self, record: &BoundRecord, cells: &Cells<'_>) {
        if let (Some(Each::List(path)), Cells::Document { paths, row, element }) = (&record.each, cells) {
            for element in path.list(element) {
                self.applied(record, &Cells::Document { paths, row, element });
            }
        } else if record.each.is_none() {
            self.applied(record, cells);
        }
    }

    fn applied(&mut self, record: &BoundRecord, cells: &Cells<'_>) {
        if !record.applies(cells) {
            return;
        }
        for &(field, part, slot) in &record.typed {
            let Some(part) = record.fields[field].as_ref().and_then(|parts| parts.get(part)) else { continue };
            match &mut self.found[slot].1 {
                Evidence::State(states) => states.cell(&part.raw(cells)),
                evidence => {
                    if let Given::Text(text) = part.read(cells) {
                        match evidence {
                            Evidence::Count(counts) => counts.cell(&text),
                            Evidence::Date(dates) => dates.cell(&text),
                            Evidence::State(_) => {}
                        }
                    }
                }
            }
        }
        record.also.iter().for_each(|also| self.record(also, cells));
    }

    /// The forms, by slot, what hides, and what is to be said.
    pub fn settle(self, source: &SourceConfig, month_first: Option<bool>, half_is_american: bool) -> Settled {
        let mut remarks = Vec::new();
        let elsewhere = dates::Dates::together(self.found.iter().filter_map(|(_, evidence)| match evidence {
            Evidence::Date(dates) => Some(dates),
            _ => None,
        }));
        let forms = self.found.into_iter().map(|(name, evidence)| match evidence {
            Evidence::Count(counts) => Form { number: counts.settle(source.decimal, &name, &mut remarks), ..Form::default() },
            Evidence::Date(dates) => Form { dates: dates.settle(&elsewhere, month_first, half_is_american, &name, &mut remarks), ..Form::default() },
            Evidence::State(states) => Form { publication: states.is_about_publication(&name), ..Form::default() },
        });
        let forms = forms.collect();
        Settled { forms, hiding: self.hiding.settle(), remarks }
    }
}

/// What the cells of a source settled.
pub struct Settled {
    /// Forms by slot.
    pub forms: Vec<Form>,
    /// Columns that hide rows.
    pub hiding: Hiding,
    /// What is to be said, without the file.
    pub remarks: Vec<Diagnostic>,
}

/// Gives each column of typed fields its slot; columns read by several records have one.
#[derive(Default)]
pub struct Slots {
    by_columns: FxHashMap<(Vec<usize>, Type), usize>,
    /// Name and type of each.
    pub list: Vec<(String, Type)>,
}

impl Slots {
    /// The slot of a part.
    pub fn of(&mut self, columns: Vec<usize>, name: &str, kind: Type) -> usize {
        let list = &mut self.list;
        *self.by_columns.entry((columns, kind)).or_insert_with(|| {
            list.push((name.to_owned(), kind));
            list.len() - 1
        })
    }
}
