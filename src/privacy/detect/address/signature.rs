//! The address below a name at the end of a text is its writer's own: `Henri Desmoulet / 6 allée des Charmes / 35235 Thorigné-Fouillard`.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::super::words::{WORDS, any};
use super::lead::{is_part, words};

/// Lines that a signature has at most, and parts between its commas.
const LINES: usize = 8;
const PARTS: usize = 9;

struct Rules {
    civility: Regex,
    organisation: Regex,
    closing: Regex,
    particle: Regex,
    /// A word for a way in small letters.
    way: Regex,
    postcode: Regex,
}

static RULES: LazyLock<Option<Rules>> = LazyLock::new(|| {
    let address = &WORDS.address;
    let ways = &address.ways;
    let all = [&ways.french[..], &ways.first, &ways.first_cued, &ways.last, &ways.last_cued, &ways.apart].concat();
    let new = |form: String| Regex::new(&form).ok();
    Some(Rules {
        civility: new(format!(r"(?i)^{}\s+", any(&address.signature.civilities)))?,
        organisation: new(format!(r"(?i)(?-u:\b){}", any(&address.signature.organisations)))?,
        closing: new(format!(r"(?i)(?-u:\b){}", any(&address.signature.closings)))?,
        particle: new(format!(r"^(?:{}|{})$", any(&address.towns), any(&address.particles)))?,
        way: new(format!(r"(?i)^{}\.?$", any(&all)))?,
        postcode: new(
            r"(?-u:\b)\d{5}(?-u:\b)|(?-u:\b)[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}(?-u:\b)|(?-u:\b)[1-9]\d{3}(?:-\d{3}|\s?[A-Z]{2})?\s+\p{Lu}".to_owned()
        )?,
    })
});

/// A part of the text between commas and ends of lines.
struct Part<'t> {
    text: &'t str,
    at: Range<usize>,
    /// The first of its line, and the last.
    first: bool,
    last: bool,
}

/// The place of the address of whoever signs.
pub fn signature(text: &str) -> Option<Range<usize>> {
    let rules = RULES.as_ref()?;
    let lines = last_lines(text);
    // The name stands above: the last line that begins with one counts.
    (0..lines.len()).rev().find_map(|at| {
        let parts: Vec<Part> = lines[at..].iter().flat_map(|line| parts_of(text, line)).take(PARTS + 1).collect();
        let before = at.checked_sub(1).map(|before| &text[lines[before].clone()]);
        address_below(rules, &parts, before, text[..lines[at].start].trim().is_empty())
    })
}

/// The last lines that are not empty, without those that only give a telephone or an e-mail.
fn last_lines(text: &str) -> Vec<Range<usize>> {
    let start = |line: &str| line.as_ptr() as usize - text.as_ptr() as usize;
    let mut lines: Vec<Range<usize>> = Vec::with_capacity(LINES);
    for line in text.rsplit('\n').map(str::trim).filter(|line| !line.is_empty()).take(LINES) {
        let digits = line.bytes().filter(u8::is_ascii_digit).count();
        if !(lines.is_empty() && (line.contains('@') || digits >= 9) && line.len() < 60) {
            lines.push(start(line)..start(line) + line.len());
        }
    }
    lines.reverse();
    lines
}

fn parts_of<'t>(text: &'t str, line: &Range<usize>) -> Vec<Part<'t>> {
    let pieces = text[line.clone()].split(',').filter(|piece| !piece.trim().is_empty());
    let mut parts: Vec<Part> = pieces
        .map(|piece| {
            let piece = piece.trim();
            let start = piece.as_ptr() as usize - text.as_ptr() as usize;
            Part { text: piece, at: start..start + piece.len(), first: false, last: false }
        })
        .collect();
    if let Some(first) = parts.first_mut() {
        first.first = true;
    }
    if let Some(last) = parts.last_mut() {
        last.last = true;
    }
    parts
}

/// The address in the parts behind a name, up to the end of the text.
fn address_below(rules: &Rules, parts: &[Part], before: Option<&str>, whole: bool) -> Option<Range<usize>> {
    let (name, rest) = parts.split_first()?;
    let (first, last) = (rest.first()?, rest.last()?);
    let courteous = rules.civility.is_match(name.text);
    let closed = before.is_some_and(|line| line.len() < 60 && rules.closing.is_match(line));
    let own_line = name.first && name.last;
    let signed = own_line || closed || (courteous && whole);
    let sound = rest.len() < PARTS
        && is_person(rules, name.text)
        && rest.iter().all(|part| is_of_address(rules, part.text))
        && rest.iter().any(|part| part.text.contains(|c: char| c.is_ascii_digit()));
    let placed = rules.postcode.is_match(last.text) && (rest.len() >= 2 || rules.postcode.find(last.text).is_some_and(|post| post.start() > 8));
    (signed && sound && (placed || ((closed || courteous) && has_way(rules, rest)))).then_some(first.at.start..last.at.end)
}

fn has_way(rules: &Rules, parts: &[Part]) -> bool {
    parts.iter().any(|part| words(part.text).any(|(_, word)| rules.way.is_match(word)))
}

/// Two to four words with capitals, of which none belongs to an organisation; behind "Mme" one will do.
fn is_person(rules: &Rules, name: &str) -> bool {
    let plain = rules.civility.replace(name, "");
    let named: Vec<&str> = words(&plain).map(|(_, word)| word).collect();
    let enough = named.len() >= if plain.len() < name.len() { 1 } else { 2 };
    let capitals = named.iter().filter(|word| word.starts_with(char::is_uppercase)).count();
    enough
        && named.len() <= 5
        && capitals >= 1
        && named.iter().all(|word| word.starts_with(char::is_uppercase) || (rules.particle.is_match(word) && *word != "des"))
        && named.first().is_some_and(|word| word.starts_with(char::is_uppercase))
        && !plain.contains(|c: char| !c.is_alphabetic() && !matches!(c, ' ' | '.' | '-' | '\''))
        && !rules.organisation.is_match(&plain)
        && !words(&plain).any(|(_, word)| rules.way.is_match(word) && word.chars().count() > 2)
}

/// Few words, each a number, a name, a word for a way or a part of a house.
fn is_of_address(rules: &Rules, part: &str) -> bool {
    let fits = |word: &str| {
        word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || !c.is_alphanumeric())
            || word.contains('\'')
            || rules.particle.is_match(word)
            || rules.way.is_match(word)
            || is_part(word)
            || matches!(word, "bis" | "ter" | "n°" | "nº")
    };
    part.chars().count() <= 70 && words(part).count() <= 9 && words(part).all(|(_, word)| fits(word)) && !part.contains(['!', '?', ':', ';'])
}
