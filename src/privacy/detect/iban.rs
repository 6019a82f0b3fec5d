//! Bank accounts: IBAN of countries whose length is known, with their check digits (ISO 13616, modulo 97); French ones without country
//! (RIB), with their key.

use std::ops::Range;
use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::{Kind, Place, alone, first_and_longest};

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

/// Bank, branch, account, key.
static RIB: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?i)\d{5}([\s.\-/]{0,2})\d{5}([\s.\-/]{0,2})\d(?:[\s.\-]?[A-Z0-9]){10}([\s.\-/]{0,2})\d\d").ok());

impl Kind for Iban {
    fn id(&self) -> &'static str {
        "iban"
    }

    fn digits(&self) -> usize {
        8
    }

    fn find(&self, text: &str) -> Vec<Place> {
        let (Some(form), Some(rib)) = (&*FORM, &*RIB) else { return Vec::new() };
        let international = form.find_iter(text).filter_map(|found| iban(text, found.start()));
        let french = rib.captures_iter(text).filter_map(|found| french(text, &found));
        // An IBAN of France holds a RIB: the first of places that overlap counts.
        first_and_longest(international.chain(french).collect())
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

/// A French account with a right key: 97 − (89·bank + 15·branch + 3·account) modulo 97. Its four numbers all stand apart, or none does.
fn french(text: &str, found: &Captures) -> Option<Range<usize>> {
    let at = found.get(0)?.range();
    let apart = (1..=3).filter(|gap| found.get(*gap).is_some_and(|gap| !gap.is_empty())).count();
    let number: String = text[at.clone()].chars().filter(char::is_ascii_alphanumeric).collect();
    let (bank, branch) = (number.get(..5)?.parse::<u64>().ok()?, number.get(5..10)?.parse::<u64>().ok()?);
    let account = number.get(10..21)?.chars().filter_map(rib_digit).fold(0, |sum, digit| sum * 10 + u64::from(digit));
    let key = 97 - (89 * bank + 15 * branch + 3 * account) % 97;
    // Zeros are the form's own example.
    let sound = number.get(21..)?.parse() == Ok(key) && bank > 0;
    (sound && (apart == 0 || apart == 3) && alone(text, &at, char::is_alphanumeric)).then_some(at)
}

/// Letters of an account as digits: A and J are 1; B, K and S are 2; and so on.
fn rib_digit(c: char) -> Option<u32> {
    let value = c.to_digit(36)?;
    Some(match value {
        0..=9 => value,
        10..=18 => value - 9,
        19..=27 => value - 18,
        _ => value - 26,
    })
}

/// Modulo 97, letters as 10 to 35.
fn remainder(number: &str) -> u32 {
    number.chars().filter_map(|c| c.to_digit(36)).fold(0, |rest, value| if value < 10 { (rest * 10 + value) % 97 } else { (rest * 100 + value) % 97 })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(text: &str) -> Vec<&str> {
        Iban.find(text).into_iter().map(|place| &text[place.at]).collect()
    }

    #[test]
    fn a_rib_with_a_right_key() {
        // The example of every explanation of the RIB, with a letter in its account, and of the IBAN registry.
        for rib in [
            "30002 00550 0000157841Z 25",
            "20041 01005 0500013M026 06",
            "20041010050500013M02606",
            "20041-01005-0500013m026-06",
            "30002 00550 0000 157841Z 25",
        ] {
            assert_eq!(values(&format!("RIB : {rib} merci")), [rib]);
        }
        assert_eq!(values("FR14 2004 1010 0505 0001 3M02 606"), ["FR14 2004 1010 0505 0001 3M02 606"]);
    }

    #[test]
    fn a_rib_with_a_wrong_key_or_other_gaps() {
        for text in ["30002 00550 0000157841Z 26", "2004101005 0500013M026 06", "120041010050500013M02606", "00000 00000 00000000000 97"] {
            assert!(values(text).is_empty(), "{text}");
        }
    }
}
