//! Rows whose cells do not fall under their columns: a delimiter stood inside an unquoted text, or two cells were merged.
//!
//! Typed columns (dates, counts, addresses) tell: where they hold something else, the row is shifted. It is mended only where a
//! single cut or join makes every typed cell right again, and then reported by row.

use csv::StringRecord;

use super::binding::{Binding, BoundRecord, Cells, Given};
use super::profile::Field;
use super::values::{dates, numbers};

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

/// Looks at a row and mends it if it can.
pub fn row(record: &StringRecord, width: usize, delimiter: Option<char>, binding: &Binding) -> Aligned {
    let excess = record.iter().skip(width).any(|cell| !cell.trim().is_empty());
    if faults(record, binding) == 0 && !excess {
        return Aligned::AsIs;
    }
    let Some(delimiter) = delimiter else { return Aligned::Broken };
    let good = |candidate: &StringRecord| faults(candidate, binding) == 0 && candidate.iter().skip(width).all(|cell| cell.trim().is_empty());
    if record.len() > width {
        // Too many cells: a text was cut at its own delimiters. Join it again.
        let surplus = record.len() - width;
        for start in 0..width {
            let joined = join(record, start, surplus, delimiter);
            if good(&joined) {
                return Aligned::Mended(joined);
            }
        }
        return Aligned::Broken;
    }
    // Too few: two cells were merged. Cut the first cell that holds the delimiter.
    for at in 0..record.len() {
        if let Some((left, right)) = record.get(at).and_then(|cell| cell.split_once(delimiter)) {
            let mut cells: Vec<&str> = record.iter().collect();
            cells.splice(at..=at, [left, right]);
            let cut = StringRecord::from(cells);
            if good(&cut) {
                return Aligned::Mended(cut);
            }
        }
    }
    // A single odd cell in a short row is a bad cell, not a shift.
    if faults(record, binding) >= 2 { Aligned::Broken } else { Aligned::AsIs }
}

fn join(record: &StringRecord, start: usize, surplus: usize, delimiter: char) -> StringRecord {
    let cells: Vec<&str> = record.iter().collect();
    let end = (start + surplus + 1).min(cells.len());
    let mut joined: Vec<String> = cells[..start].iter().map(|cell| (*cell).to_owned()).collect();
    joined.push(cells[start..end].join(&delimiter.to_string()));
    joined.extend(cells[end..].iter().map(|cell| (*cell).to_owned()));
    StringRecord::from(joined)
}

/// How many typed cells hold something of another type.
fn faults(record: &StringRecord, binding: &Binding) -> usize {
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
    wrong(DATES, &|bound, field, text| bound.parts(field).iter().any(|part| dates::parse(text, &part.dates).is_some()))
        + wrong(COUNTS, &|_, _, text| numbers::count(text).is_some())
        + wrong(ADDRESSES, &|_, _, text| text.contains("://") || text.starts_with('/'))
}
