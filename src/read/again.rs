//! A header that comes again below its table, with its columns in another order or with others: exports that were put one below the other.
//! Rows below it are read by its names.

use csv::StringRecord;
use unicode_normalization::UnicodeNormalization;

use super::record::Record;
use crate::diagnose::{Tally, codes};

/// Bytes that the name of a new column may have.
const LONGEST: usize = 60;

/// The letters of a name that count: small ones without accents, digits, some signs.
fn letters(name: &str) -> impl Iterator<Item = char> + '_ {
    name.nfd().filter(|&c| c.is_alphanumeric() || "#%+*".contains(c)).flat_map(char::to_lowercase)
}

fn folded(name: &str) -> String {
    letters(name).collect()
}

/// Whether a cell can be the name of a column nobody has met: short, and no number.
fn may_name(cell: &str) -> bool {
    cell.len() <= LONGEST && cell.chars().any(char::is_alphabetic) && !cell.bytes().any(|byte| byte.is_ascii_digit())
}

/// Whether a row names all columns of another, and perhaps more: the header of a second export.
pub(super) fn holds_all(header: &StringRecord, row: &StringRecord) -> bool {
    let cells: Vec<String> = row.iter().map(folded).collect();
    let mut names = header.iter().map(folded).filter(|name| !name.is_empty()).peekable();
    names.peek().is_some() && names.all(|name| cells.contains(&name))
}

/// The columns that headers below a table have and its own has not.
pub(super) fn further<'a>(headers: &[String], below: impl Iterator<Item = &'a StringRecord>) -> Vec<String> {
    let again = Again::new(headers, headers.len(), &[]);
    let mut found: Vec<String> = Vec::new();
    for row in below {
        let Some(order) = again.order(row.into()) else { continue };
        let is_new = |column: &usize| !order.contains(&Some(*column));
        let new = row.iter().enumerate().filter(|(column, cell)| !cell.trim().is_empty() && is_new(column)).map(|(_, cell)| cell.trim());
        for name in new {
            if !found.iter().any(|known| folded(known) == folded(name)) {
                found.push(name.to_owned());
            }
        }
    }
    found
}

/// Puts the cells of rows below the columns that their own header names.
#[derive(Debug)]
pub(super) struct Again<'a> {
    headers: StringRecord,
    names: Vec<String>,
    /// Columns of the first header: with those of later ones the table is wider.
    own: usize,
    /// Numbers of the last rows of joined sheets, and the column that names them, which is everywhere the last.
    ends: &'a [u64],
    /// Where each column of the table stands in the rows at hand; none: where it stands in the header.
    order: Option<Vec<Option<usize>>>,
    /// Cells of the header at hand.
    wide: usize,
    row: StringRecord,
}

impl<'a> Again<'a> {
    pub(super) fn new(headers: &[String], own: usize, ends: &'a [u64]) -> Self {
        let mut again = Self {
            headers: headers.iter().collect(),
            names: headers.iter().map(|name| folded(name)).collect(),
            own,
            ends,
            order: None,
            wide: 0,
            row: StringRecord::new(),
        };
        again.restart();
        again
    }

    /// From here on rows stand below the first header.
    fn restart(&mut self) {
        self.wide = self.own;
        self.order = (self.own < self.names.len()).then(|| (0..self.names.len()).map(|column| (column < self.own).then_some(column)).collect());
    }

    /// Columns whose names a header may bring in another order.
    fn named(&self) -> usize {
        self.names.len() - usize::from(self.ends.len() > 1)
    }

    /// Where each column of the table stands, if a row is a header again: it names all of them, or nothing but columns of the table and
    /// most of those.
    fn order(&self, row: Record<'_>) -> Option<Vec<Option<usize>>> {
        let names = &self.names[..self.named()];
        let first = row.iter().find(|cell| !cell.trim().is_empty())?;
        let is = |name: &String, cell: &str| !name.is_empty() && letters(cell).eq(name.chars());
        // Most rows begin with nothing that any column is called.
        let begins_low = |cell: &str| cell.as_bytes().first().is_some_and(u8::is_ascii_digit);
        if first.len() > 300 || (begins_low(first) && !names.iter().any(|name| begins_low(name))) {
            return None;
        }
        if !names.iter().any(|name| is(name, first)) && !may_name(first) {
            return None;
        }
        let mut order = vec![None; self.names.len()];
        let (mut found, mut others) = (0, 0);
        let last = row.len().min(if self.ends.len() > 1 { self.named() } else { usize::MAX });
        for (column, cell) in row.iter().take(last).enumerate().filter(|(_, cell)| !cell.trim().is_empty()) {
            match names.iter().position(|name| is(name, cell)) {
                Some(name) if order[name].is_none() => {
                    order[name] = Some(column);
                    found += 1;
                }
                // A name that stands twice tells nothing.
                Some(_) => return None,
                None if may_name(cell) => others += 1,
                None => return None,
            }
            // A row of texts is none after its first two cells.
            if others > found + 2 {
                return None;
            }
        }
        let all = names.iter().filter(|name| !name.is_empty()).count();
        let own = names.iter().take(self.own).filter(|name| !name.is_empty()).count();
        let whole = found == all || (others == 0 && found == own && order[..self.own.min(order.len())].iter().all(Option::is_some));
        let part = others == 0 && found > 2 && found * 2 >= all;
        if found < 2 || !(whole || part) {
            return None;
        }
        if self.ends.len() > 1 {
            order[self.names.len() - 1] = Some(self.names.len() - 1);
        }
        Some(order)
    }

    /// Whether a row is a header again.
    pub(super) fn is_header(&self, row: Record<'_>) -> bool {
        self.order(row).is_some()
    }

    /// A row with its cells below their columns. Headers are given as the table has them.
    pub(super) fn row<'b>(&'b mut self, number: u64, row: Record<'b>, tally: &mut Tally) -> Record<'b> {
        if self.order.is_some() && self.ends.contains(&number.saturating_sub(1)) {
            self.restart();
        }
        if let Some(order) = self.order(row) {
            let usual = order.iter().enumerate().all(|(column, at)| self.names[column].is_empty() || *at == Some(column));
            let span = row.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty()).last().map_or(0, |(column, _)| column + 1);
            let unread: Vec<&str> = (0..span)
                .filter(|column| !order.contains(&Some(*column)))
                .filter_map(|column| row.get(column))
                .map(str::trim)
                .filter(|cell| !cell.is_empty())
                .collect();
            let names = unread.join(", ");
            if !usual || !unread.is_empty() {
                tally.note(codes::OTHER_ORDER, number, "", if unread.is_empty() { "none" } else { &names }, "");
            }
            (self.wide, self.order) = (span, (!usual || !unread.is_empty()).then_some(order));
            self.row.clone_from(&self.headers);
            return (&self.row).into();
        }
        let Some(order) = &self.order else { return row };
        // Below a narrower header rows may still be as wide as the table: an office program fills them up.
        let filled = (self.wide..row.len()).any(|column| row.get(column).is_some_and(|cell| !cell.trim().is_empty()));
        if row.len() < self.wide {
            tally.note(codes::RAGGED_ROW, number, "", &row.len().to_string(), "");
        }
        self.row.clear();
        order.iter().for_each(|at| self.row.push_field(at.and_then(|at| row.get(at)).unwrap_or_default()));
        if filled && self.ends.len() < 2 {
            // Cells without a column make the row what it is: too long.
            (self.wide..row.len()).filter(|column| !order.contains(&Some(*column))).for_each(|column| {
                self.row.push_field(row.get(column).unwrap_or_default());
            });
        }
        (&self.row).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(headers: &str, own: usize, below: &[&str]) -> Vec<String> {
        let headers: Vec<String> = headers.split(';').map(str::to_owned).collect();
        let mut again = Again::new(&headers, own, &[]);
        let mut tally = Tally::default();
        let row = |(number, line): (u64, &&str)| {
            let cells: StringRecord = line.split(';').collect();
            again.row(number, (&cells).into(), &mut tally).iter().collect::<Vec<_>>().join(";")
        };
        (1..).zip(below).map(row).collect()
    }

    #[test]
    fn rows_are_read_by_the_header_above_them() {
        let found = rows("N°;Titre;Pour;Contre", 4, &["1;Un;3;0", "n°;TITRE;Contre;Pour", "2;Deux;0;4", "N°;Titre;Pour;Contre", "3;Trois;5;1"]);
        assert_eq!(found, ["1;Un;3;0", "N°;Titre;Pour;Contre", "2;Deux;4;0", "N°;Titre;Pour;Contre", "3;Trois;5;1"]);
        let found = rows("id;titre;pour;lieu", 3, &["1;Un;3", "id;lieu;titre;pour", "2;Ici;Deux;4", "id;titre;pour", "3;Trois;5"]);
        assert_eq!(found, ["1;Un;3;", "id;titre;pour;lieu", "2;Deux;4;Ici", "id;titre;pour;lieu", "3;Trois;5;"]);
        let found = rows("id;titre;pour", 3, &["id;lieu;titre;pour", "2;Ici;Deux;4"]);
        assert_eq!(found[1], "2;Deux;4");
        assert_eq!(rows("id;titre;texte", 3, &["1;Titre;Texte", "titre;x;y"]), ["1;Titre;Texte", "titre;x;y"]);
    }
}
