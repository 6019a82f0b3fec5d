//! What the cells of a column look like, from the first rows of a table.

use std::collections::BTreeSet;

use csv::StringRecord;

use super::super::columns::dates::Dates;
use super::super::values::dates::{self, DateForms};
use super::super::values::numbers::{self, NumberForm};
use super::super::vocabulary;
use crate::read::Table;

/// The cells of a column, counted.
#[derive(Debug, Default)]
pub struct Look {
    /// Rows looked at.
    pub rows: usize,
    /// Cells that say something.
    pub filled: usize,
    /// Different ones among them.
    pub distinct: usize,
    /// Characters of all of them.
    pub characters: usize,
    /// Those that are counts, dates, addresses of the web, that hold an @, that hold a letter.
    counts: usize,
    numbers: usize,
    dates: usize,
    addresses: usize,
    mails: usize,
    lettered: usize,
    /// Those that hold a digit.
    digits: usize,
    /// Those of two words or more, of three or more.
    phrases: usize,
    sentences: usize,
    /// Those of two to four words that all begin with a capital letter.
    names: usize,
    /// Those longer than an id may be.
    long: usize,
    /// Those that are a word of a side; that say yes or no.
    pub sides: usize,
    pub answers: usize,
}

/// Characters that an id may have.
const ID: usize = 64;

/// How the cells of a column write dates, as far as they leave no doubt.
fn forms(rows: &[StringRecord], column: usize) -> DateForms {
    let mut dates = Dates::default();
    rows.iter().filter_map(|row| row.get(column)).map(str::trim).filter(|cell| cell.len() <= 60).for_each(|cell| dates.cell(cell));
    dates.settle(&Dates::together([&dates].into_iter()), None, false, "", &mut Vec::new())
}

impl Look {
    /// At one column of a table.
    pub fn at(table: &Table, column: usize) -> Self {
        Self::of(&table.sample, column)
    }

    /// At one column of some rows.
    pub fn of(rows: &[StringRecord], column: usize) -> Self {
        let mut look = Self { rows: rows.len(), ..Self::default() };
        let forms = forms(rows, column);
        let mut seen = BTreeSet::new();
        for cell in rows.iter().filter_map(|row| row.get(column)).map(str::trim) {
            if cell.is_empty() || vocabulary::is_nothing(cell) {
                continue;
            }
            look.filled += 1;
            look.distinct += usize::from(seen.insert(cell));
            let length = cell.chars().count();
            look.characters += length;
            let words = cell.split_whitespace().count();
            let lettered = cell.chars().any(char::is_alphabetic);
            look.counts += usize::from(numbers::count(cell, NumberForm::default()).is_some());
            look.numbers += usize::from(cell.replace(',', ".").parse::<f64>().is_ok());
            look.dates += usize::from(length <= 60 && dates::parse(cell, &forms).is_some());
            look.addresses += usize::from(cell.starts_with("http://") || cell.starts_with("https://") || cell.starts_with("www."));
            look.mails += usize::from(cell.contains('@'));
            look.lettered += usize::from(lettered);
            look.digits += usize::from(cell.bytes().any(|byte| byte.is_ascii_digit()));
            look.phrases += usize::from(words >= 2);
            look.sentences += usize::from(words >= 3);
            let capital = |word: &str| word.starts_with(char::is_uppercase) && !word.chars().any(|c| c.is_ascii_digit());
            look.names += usize::from((2..=4).contains(&words) && cell.split_whitespace().all(capital));
            look.long += usize::from(length > ID);
            let lead = cell.split([',', ' ', '(']).next().unwrap_or_default();
            look.answers += usize::from(length <= 24 && vocabulary::answer(lead).is_some());
            look.sides += usize::from(length <= 20 && super::joined::is_side(cell));
        }
        look
    }

    fn most(&self, part: usize) -> bool {
        part * 2 > self.filled
    }

    /// Its cells are text: most hold letters, and they are neither dates nor addresses. An empty column may be anything.
    pub fn is_text(&self) -> bool {
        self.filled == 0 || (self.most(self.lettered) && !self.most(self.dates) && !self.most(self.addresses))
    }

    /// Its cells are words put together, and no names: most have several.
    pub fn is_phrases(&self) -> bool {
        self.is_text() && self.most(self.phrases) && !self.is_names()
    }

    /// Its cells are neither text nor anything that has a form of its own: signs, formulas.
    pub fn is_signs(&self) -> bool {
        !self.most(self.counts) && !self.most(self.numbers) && !self.most(self.dates) && !self.most(self.addresses)
    }

    /// Its cells are texts that somebody wrote: long, and hardly one like another.
    pub fn is_prose(&self) -> bool {
        self.filled > 0 && self.is_text() && self.characters >= 20 * self.filled && self.distinct * 5 >= self.filled * 4 && self.most(self.sentences)
    }

    /// Its cells are dates, or at least one is and none says otherwise.
    pub fn is_dates(&self) -> bool {
        self.filled == 0 || self.dates * 2 >= self.filled
    }

    /// Some of its cells are dates, and hardly any is a number.
    pub fn has_dates(&self) -> bool {
        self.dates > 0 && !self.most(self.counts)
    }

    /// Its cells are whole numbers.
    pub fn is_counts(&self) -> bool {
        self.filled > 0 && self.counts * 2 >= self.filled
    }

    /// Its cells are addresses of the web.
    pub fn is_addresses(&self) -> bool {
        self.filled == 0 || self.most(self.addresses)
    }

    /// Its cells can tell one row from another: short, no names, no sentences, no addresses of e-mail.
    pub fn is_ids(&self) -> bool {
        // Legends and sums below a table stand in its first column: they are few.
        self.filled > 0 && self.filled * 3 >= self.rows && self.mails == 0 && !self.most(self.long) && !self.most(self.sentences) && !self.is_names()
    }

    /// Its cells are ids where nothing in the header says so: most hold a digit too. One word each may be the names of groups.
    pub fn is_numbered(&self) -> bool {
        self.is_ids() && self.most(self.digits)
    }

    /// Its cells are names of people, as far as their form tells.
    pub fn is_names(&self) -> bool {
        self.most(self.names)
    }

    /// None of its cells stands twice.
    pub fn is_unique(&self) -> bool {
        self.distinct == self.filled
    }

    /// Share of the rows in which it says something, in per cent.
    pub fn share(&self) -> usize {
        (self.filled * 100).checked_div(self.rows).unwrap_or(0)
    }
}
