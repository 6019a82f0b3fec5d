//! Rows whose cells do not fall under their columns: a delimiter stood inside an unquoted text, or two cells were merged.
//!
//! Typed columns (dates, counts, addresses) tell: where they hold something else, the row is shifted. It is mended only where a
//! single cut or join makes every typed cell right again, and then reported by row.

use csv::StringRecord;

use super::binding::{Binding, BoundRecord, Given};
use super::cells::Cells;
use super::values::dates::{self, DateForms, Order, ShortYear};
use super::values::numbers::{self, NumberForm};
use super::vocabulary;
use crate::archive::profile::Field;
use crate::read::Record;

/// What can be done with a row of another width than its header.
pub enum Aligned {
    /// Cells are missing or empty at the end only.
    AsIs,
    /// One cut or join set it right.
    Mended(StringRecord),
    /// Cells stand under wrong columns.
    Broken,
}

const DATES: &[Field] = &[Field::CreatedAt, Field::UpdatedAt];
const COUNTS: &[Field] = &[Field::VotesFor, Field::VotesAgainst, Field::VotesNeutral, Field::VotesTotal, Field::CommentCount];
const ADDRESSES: &[Field] = &[Field::Url];

/// Columns of a table whose rows are mended, at most.
const WIDEST: usize = 400;

/// Looks at a row and mends it if it can.
pub fn row(record: Record<'_>, width: usize, delimiter: Option<char>, binding: &Binding) -> Aligned {
    let excess = record.iter().skip(width).any(|cell| !cell.trim().is_empty());
    if faults(record, binding) == 0 && !excess {
        return Aligned::AsIs;
    }
    // Each way to mend costs the whole row: a row of thousands of cells is set aside, not tried thousands of times.
    let Some(delimiter) = delimiter.filter(|_| width.max(record.len()) <= WIDEST) else { return Aligned::Broken };
    let good = |candidate: Record<'_>| faults(candidate, binding) == 0 && candidate.iter().skip(width).all(|cell| cell.trim().is_empty());
    if record.len() > width {
        // Too many cells: a text was cut at its own delimiters. Join it again, never at an id; a text where the delimiter has a
        // space behind it is the likelier one, and a body likelier than a title.
        let surplus = record.len() - width;
        let columns = |field: Field| binding.records.iter().flat_map(move |bound| bound.parts(field)).flat_map(|part| part.columns());
        let ids: Vec<usize> = [Field::Id, Field::OnId, Field::ParentId].into_iter().flat_map(columns).collect();
        let bodies: Vec<usize> = columns(Field::Body).collect();
        let likely = |start: usize| {
            let spaced = record.get(start + 1).is_some_and(|cell| cell.starts_with(' '));
            (spaced, bodies.contains(&start))
        };
        let candidates = (0..width).filter(|start| !ids.contains(start));
        let best = candidates.map(|start| (likely(start), join(record, start, surplus, delimiter))).filter(|(_, joined)| good(joined.into()));
        return best.max_by_key(|(likely, _)| *likely).map_or(Aligned::Broken, |(_, joined)| Aligned::Mended(joined));
    }
    // Too few: two cells were merged. Cut the first cell that holds the delimiter.
    for pieces in 2..=width.saturating_sub(record.len()).min(3) + 1 {
        for at in 0..record.len() {
            let parts: Vec<&str> = record.get(at).unwrap_or_default().splitn(pieces, delimiter).collect();
            if parts.len() == pieces {
                let mut cells: Vec<&str> = record.iter().collect();
                cells.splice(at..=at, parts);
                let cut = StringRecord::from(cells);
                if good((&cut).into()) {
                    return Aligned::Mended(cut);
                }
            }
        }
    }
    // A single odd cell in a short row is a bad cell, not a shift.
    if faults(record, binding) >= 2 { Aligned::Broken } else { Aligned::AsIs }
}

fn join(record: Record<'_>, start: usize, surplus: usize, delimiter: char) -> StringRecord {
    let cells: Vec<&str> = record.iter().collect();
    let end = (start + surplus + 1).min(cells.len());
    let mut joined: Vec<String> = cells[..start].iter().map(|cell| (*cell).to_owned()).collect();
    joined.push(cells[start..end].join(&delimiter.to_string()));
    joined.extend(cells[end..].iter().map(|cell| (*cell).to_owned()));
    StringRecord::from(joined)
}

/// How many typed cells hold something of another type.
fn faults(record: Record<'_>, binding: &Binding) -> usize {
    let cells = Cells::Row(record);
    let Some(bound) = binding.records.iter().find(|bound| bound.applies(&cells)) else { return 2 };
    let wrong = |fields: &[Field], right: &dyn Fn(&BoundRecord, Field, &str) -> bool| {
        fields
            .iter()
            .flat_map(|&field| bound.parts(field).iter().map(move |part| (field, part)))
            .filter(|(field, part)| match part.read(&cells) {
                Given::Text(text) => !right(bound, *field, &text),
                Given::Unknown(_) => true,
                Given::Nothing => false,
            })
            .count()
    };
    // Any form will do here: what a cell is, is asked, not what it says.
    let is_date = |text: &str, forms: &DateForms| {
        let lenient =
            DateForms { order: Order::DayFirst, short: Some(ShortYear::Last), formats: forms.formats.clone(), year_first: forms.year_first };
        dates::parse(text, forms).is_some() || dates::parse(text, &lenient).is_some()
    };
    let is_count = |text: &str| {
        let decimal = NumberForm { point_decimal: true, comma_decimal: true };
        vocabulary::is_nothing(text) || numbers::count(text, NumberForm::default()).or(numbers::count(text, decimal)).is_some()
    };
    wrong(DATES, &|bound, field, text| vocabulary::is_nothing(text) || bound.parts(field).iter().any(|part| is_date(text, &part.form.dates)))
        + wrong(COUNTS, &|_, _, text| is_count(text))
        + wrong(ADDRESSES, &|_, _, text| text.contains("://") || text.starts_with('/'))
}
