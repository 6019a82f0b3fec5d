//! What may stand between the words that say where somebody lives and the address.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::super::words::{WORDS, any, folded, set};
use regex::Regex;

/// Characters behind such words in which an address must begin.
pub const REACH: usize = 90;

struct Lead {
    between: FxHashSet<String>,
    thoughts: FxHashSet<String>,
    /// Parts of an address in small letters: a staircase, a farm.
    part: Option<Regex>,
}

static LEAD: LazyLock<Lead> = LazyLock::new(|| {
    let address = &WORDS.address;
    let parts = any(&[&address.parts[..], &address.floors, &address.places, &address.signature.parts].concat());
    Lead { between: set(&address.between), thoughts: set(&address.thoughts), part: Regex::new(&format!("(?i)^{parts}$")).ok() }
});

/// The words of a text with their places.
pub fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_whitespace().map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

/// Whether a word names a part of a house or of an address.
pub fn is_part(word: &str) -> bool {
    LEAD.part.as_ref().is_some_and(|part| part.is_match(word.trim_matches(|c: char| !c.is_alphanumeric())))
}

/// Whether it says where, and is no part of the address itself.
fn is_between(word: &str) -> bool {
    LEAD.between.contains(&folded(word.trim_matches(|c: char| !c.is_alphanumeric() && c != '°')))
}

/// Where the first word stands from here on that does not only say where: "der lindenstraße 4".
pub fn past_little_words(text: &str, from: usize) -> usize {
    words(&text[from..]).find(|(_, word)| !is_between(word) || !word.chars().all(char::is_alphabetic)).map_or(from, |(at, _)| from + at)
}

/// Whether more stands between than a few words of one sentence.
fn is_far(between: &str) -> bool {
    between.chars().count() > REACH || between.contains(['!', '?', ';', '\n'])
}

/// Where an address begins that ends with a postcode and a town: behind the little words after the cue.
pub fn ended_by(text: &str, from: usize, end: &Range<usize>) -> Option<usize> {
    let between = text.get(from..end.start)?;
    if is_far(between) {
        return None;
    }
    // A point between a long word and a capital ends a sentence.
    let sentence = between.match_indices(". ").any(|(at, _)| {
        let word = between[..at].rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        word.chars().count() > 4 && between[at + 2..].starts_with(char::is_uppercase)
    });
    if sentence || words(between).any(|(_, word)| LEAD.thoughts.contains(&folded(word))) {
        return None;
    }
    let start = words(between).find(|(_, word)| word.contains(char::is_alphanumeric) && (!is_between(word) || word.starts_with(char::is_uppercase)));
    // A postcode and a town alone say where, not in which house.
    start.map(|(at, _)| from + at)
}

/// Where the address begins, if nothing but little words and parts of it stand between the cue and what was recognised.
pub fn led_to(text: &str, from: usize, to: usize) -> Option<usize> {
    let between = text.get(from..to)?;
    if is_far(between) {
        return None;
    }
    let mut start = None;
    for (at, word) in words(between).filter(|(_, word)| word.contains(|c: char| c.is_alphanumeric() || c == '°')) {
        let part = word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) || is_part(word);
        match start {
            // Little words lead to it.
            None if is_between(word) => {}
            None if part => start = Some(from + at),
            Some(_) if part || is_between(word) || word.ends_with("ème") => {}
            _ => return None,
        }
    }
    Some(start.unwrap_or(to))
}
