//! Numbers of payment cards: 15 digits (American Express) or 16, with their check digit (ISO/IEC 7812, Luhn).

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::{Kind, alone, digits, follows};

pub struct Card;

static FORM: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let gap = r"[\s\u{a0}\u{202f}.\-]?";
    Regex::new(&format!(r"3[47]\d{{2}}{gap}\d{{6}}{gap}\d{{5}}|[2-6]\d{{3}}{gap}\d{{4}}{gap}\d{{4}}{gap}\d{{4}}")).ok()
});

impl Kind for Card {
    fn id(&self) -> &'static str {
        "card"
    }

    fn find(&self, text: &str) -> Vec<Range<usize>> {
        let Some(form) = &*FORM else { return Vec::new() };
        let found = form.find_iter(text).map(|found| found.range());
        found
            .filter(|at| alone(text, at, char::is_alphanumeric) && luhn(&digits(&text[at.clone()])) && !follows(text, at.start, 12, &["siret"]))
            .collect()
    }
}

fn luhn(digits: &[u32]) -> bool {
    let sum: u32 = digits.iter().rev().enumerate().map(|(at, &digit)| if at % 2 == 0 { digit } else { digit * 2 / 10 + digit * 2 % 10 }).sum();
    sum.is_multiple_of(10)
}
