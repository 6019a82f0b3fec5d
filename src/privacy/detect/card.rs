//! Numbers of payment cards: 15 digits (American Express) or 16, with their check digit (ISO/IEC 7812, Luhn).

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::words::WORDS;
use super::{Kind, Place, alone, digits, follows, near};

pub struct Card;

static FORM: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"3[47](?:[\s.\-/_]{0,3}\d){13}|[2-6](?:[\s.\-/_]{0,3}\d){15}").ok());

impl Kind for Card {
    fn id(&self) -> &'static str {
        "card"
    }

    fn digits(&self) -> usize {
        15
    }

    fn find(&self, text: &str) -> Vec<Place> {
        let Some(form) = &*FORM else { return Vec::new() };
        let found = form.find_iter(text).map(|found| found.range());
        found
            .filter(|at| {
                alone(text, at, char::is_alphanumeric)
                    && luhn(&digits(&text[at.clone()]))
                    && !follows(text, at.start, 12, &["siret"])
                    && is_grouped(text, at)
            })
            .map(Place::from)
            .collect()
    }
}

/// Four by four, as 4-6-5, or together; in other groups only where a card is spoken of.
fn is_grouped(text: &str, at: &Range<usize>) -> bool {
    let groups: Vec<usize> = text[at.clone()].split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).map(str::len).collect();
    matches!(groups.as_slice(), [15 | 16] | [4, 6, 5]) || groups.iter().all(|&group| group == 4) || near(text, at, 40, &WORDS.card.cues)
}

fn luhn(digits: &[u32]) -> bool {
    let sum: u32 = digits.iter().rev().enumerate().map(|(at, &digit)| if at % 2 == 0 { digit } else { digit * 2 / 10 + digit * 2 % 10 }).sum();
    sum.is_multiple_of(10)
}
