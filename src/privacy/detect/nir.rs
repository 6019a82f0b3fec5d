//! The number of the French social security: 13 digits and a key, 97 − (number mod 97); Corsica's 2A and 2B count as 19 and 18 (decree 82-103).

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::words::WORDS;
use super::{Kind, Place, alone, near};

pub struct Nir;

static FORM: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"[12](?:[\s.\-/]{0,3}(?:\d|[ABab])){12}(?:[\s.\-/(]{0,3}(?i:cl[ée]f?\s*)?\d[\s.\-]?\d\)?)?").ok());

impl Kind for Nir {
    fn id(&self) -> &'static str {
        "nir"
    }

    fn digits(&self) -> usize {
        11
    }

    fn find(&self, text: &str) -> Vec<Place> {
        let Some(form) = &*FORM else { return Vec::new() };
        let found = form.find_iter(text).map(|found| found.range());
        found
            .filter_map(|at| {
                // What looks like a key may be another number.
                let alone_at = body_of(text, &at);
                [at, alone_at].into_iter().find(|at| alone(text, at, char::is_alphanumeric) && is_nir(text, at))
            })
            .map(Place::from)
            .collect()
    }
}

/// The place of the first thirteen digits.
fn body_of(text: &str, at: &Range<usize>) -> Range<usize> {
    let last = text[at.clone()].char_indices().filter(|(_, c)| c.is_ascii_alphanumeric()).nth(12);
    at.start..last.map_or(at.end, |(place, c)| at.start + place + c.len_utf8())
}

fn is_nir(text: &str, at: &Range<usize>) -> bool {
    let plain = text[at.clone()].to_uppercase().replace("CLEF", "").replace("CLÉ", "").replace("CLE", "");
    let number: String = plain.chars().filter(char::is_ascii_alphanumeric).collect();
    let Some((body, key)) = number.split_at_checked(13) else { return false };
    // The month, with the numbers of those whose month is not known; a department, Corsica's with a letter.
    let month = body.get(3..5).and_then(|month| month.parse::<u32>().ok());
    if !month.is_some_and(|month| (1..=12).contains(&month) || (20..=42).contains(&month) || (50..=99).contains(&month)) {
        return false;
    }
    let body = body.replace("2A", "19").replace("2B", "18");
    let Ok(value) = body.parse::<u64>() else { return false };
    match key.parse::<u64>() {
        Ok(key) => key == 97 - value % 97,
        Err(_) => key.is_empty() && near(text, at, 60, &WORDS.nir.cues),
    }
}
