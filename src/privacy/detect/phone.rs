//! Telephone numbers: French ones in the ways they are grouped, those of the overseas territories and of neighbours with their prefix.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::{Kind, alone, digits};

pub struct Phone;

static FORM: LazyLock<Option<Regex>> = LazyLock::new(|| {
    // White space of texts that were set for print is not the common one.
    let gap = r"[\s\u{a0}\u{202f}.\-/]?";
    Regex::new(&format!(
        r"(?:\+|\b00){gap}[1-9]\d{{0,2}}{gap}(?:\(0\){gap})?\d(?:{gap}\d){{4,11}}|\b0[1-9](?:{gap}\d{{2}}){{4}}\b|\b0[1-9]\d{{2}}{gap}\d{{3}}{gap}\d{{3}}\b"
    ))
    .ok()
});

impl Kind for Phone {
    fn id(&self) -> &'static str {
        "phone"
    }

    fn find(&self, text: &str) -> Vec<Range<usize>> {
        let Some(form) = &*FORM else { return Vec::new() };
        form.find_iter(text).map(|found| found.range()).filter(|at| is_phone(text, at)).collect()
    }
}

fn is_phone(text: &str, at: &Range<usize>) -> bool {
    let number = &text[at.clone()];
    let whole = alone(text, at, |c| c.is_alphanumeric())
        // Part of a longer number, of a path, of an amount.
        && !text[..at.start].ends_with(['-', '.', '/', ',', '_', '#'])
        && !text[at.end..].trim_start_matches(['-', '.', '/', ',']).starts_with(|c: char| c.is_ascii_digit() && text[at.end..].starts_with(['-', '.', '/', ',']));
    if !whole {
        return false;
    }
    let count = digits(number).len();
    if number.starts_with('+') {
        return (8..=14).contains(&count);
    }
    if number.starts_with("00") {
        return (10..=16).contains(&count);
    }
    // One sort of gap between the pairs, or none.
    let mut gaps: Vec<char> = number.chars().filter(|c| !c.is_ascii_digit()).map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
    gaps.dedup();
    count == 10 && gaps.len() <= 1
}
