//! Bank accounts: IBAN of countries whose length is known, with their check digits (ISO 13616, modulo 97).

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::{Kind, Place, alone};

pub struct Iban;

/// Country and length, from the IBAN registry.
const LENGTHS: &[(&str, usize)] = &[
    ("AD", 24),
    ("AT", 20),
    ("BE", 16),
    ("BG", 22),
    ("CH", 21),
    ("CY", 28),
    ("CZ", 24),
    ("DE", 22),
    ("DK", 18),
    ("EE", 20),
    ("ES", 24),
    ("FI", 18),
    ("FR", 27),
    ("GB", 22),
    ("GR", 27),
    ("HR", 21),
    ("HU", 28),
    ("IE", 22),
    ("IT", 27),
    ("LI", 21),
    ("LT", 20),
    ("LU", 20),
    ("LV", 21),
    ("MC", 27),
    ("MT", 31),
    ("NL", 18),
    ("NO", 15),
    ("PL", 28),
    ("PT", 25),
    ("RO", 24),
    ("SE", 24),
    ("SI", 19),
    ("SK", 24),
    ("SM", 27),
];

static FORM: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"(?i)[A-Z] ?[A-Z][\s.\-]{0,2}\d ?\d(?:[\s.\-]{0,2}[A-Z0-9]){11,30}").ok());

impl Kind for Iban {
    fn id(&self) -> &'static str {
        "iban"
    }

    fn digits(&self) -> usize {
        8
    }

    fn find(&self, text: &str) -> Vec<Place> {
        let Some(form) = &*FORM else { return Vec::new() };
        form.find_iter(text).filter_map(|found| iban(text, found.start())).map(Place::from).collect()
    }
}

/// The account that begins here: as many letters and digits as its country has.
fn iban(text: &str, start: usize) -> Option<Range<usize>> {
    let country: String = text.get(start..)?.chars().filter(|c| *c != ' ').take(2).flat_map(char::to_uppercase).collect();
    let &(_, length) = LENGTHS.iter().find(|(known, _)| *known == country)?;
    let mut number = String::with_capacity(length);
    let mut end = start;
    for (at, c) in text[start..].char_indices() {
        if c.is_ascii_alphanumeric() {
            number.push(c.to_ascii_uppercase());
            end = start + at + 1;
        }
        if number.len() == length {
            break;
        }
    }
    let at = start..end;
    let sound = number.len() == length && remainder(&format!("{}{}", &number[4..], &number[..4])) == 1;
    (sound && alone(text, &at, char::is_alphanumeric)).then_some(at)
}

/// Modulo 97, letters as 10 to 35.
fn remainder(number: &str) -> u32 {
    number.chars().filter_map(|c| c.to_digit(36)).fold(0, |rest, value| if value < 10 { (rest * 10 + value) % 97 } else { (rest * 100 + value) % 97 })
}
