//! The words that the rules look for, in eight languages: `words.yaml`. As expressions they may be written without their accents.

use std::sync::LazyLock;

use regex::Regex;
use rustc_hash::FxHashSet;
use serde::Deserialize;

/// All words, by kind.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    pub address: Address,
    pub card: Cued,
    pub email: Email,
    pub ip: Guarded,
    pub national: National,
    pub nir: Cued,
    pub phone: Phone,
    pub plate: Plate,
}

/// A kind that words near it tell.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cued {
    pub cues: Vec<String>,
}

/// A kind that words near it tell, and that words before it rule out.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Guarded {
    pub cues: Vec<String>,
    pub other: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Address {
    pub own: Vec<String>,
    pub home: Vec<String>,
    pub postcode: Vec<String>,
    pub small: Vec<String>,
    pub other: Vec<String>,
    pub between: Vec<String>,
    pub thoughts: Vec<String>,
    pub stops: Vec<String>,
    pub counted: Vec<String>,
    pub greetings: Vec<String>,
    pub not_ways: Vec<String>,
    pub particles: Vec<String>,
    pub towns: Vec<String>,
    pub numbers: Vec<String>,
    pub parts: Vec<String>,
    pub floors: Vec<String>,
    pub places: Vec<String>,
    pub ways: Ways,
    pub signature: Signature,
}

/// Words for ways, by where they stand.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ways {
    pub french: Vec<String>,
    pub first: Vec<String>,
    pub first_cued: Vec<String>,
    pub last: Vec<String>,
    pub last_cued: Vec<String>,
    pub joined: Vec<String>,
    pub joined_cued: Vec<String>,
    pub apart: Vec<String>,
    pub at: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signature {
    pub parts: Vec<String>,
    pub civilities: Vec<String>,
    pub organisations: Vec<String>,
    pub closings: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Email {
    pub endings: Vec<String>,
    pub providers: Vec<String>,
    pub signs: Vec<String>,
    pub signs_in_brackets: Vec<String>,
    pub plain_signs: Vec<String>,
    pub dots: Vec<String>,
    pub strokes: Vec<String>,
    pub before_dot: Vec<String>,
    pub no_names: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct National {
    pub spanish: Vec<String>,
    pub british: Vec<String>,
    pub portuguese: Vec<String>,
    pub dutch: Vec<String>,
    pub other: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phone {
    pub cues: Vec<String>,
    pub other: Vec<String>,
    pub extensions: Vec<String>,
    pub amounts: Vec<String>,
    pub french: Vec<String>,
    pub digits: Vec<String>,
    pub twice: Vec<String>,
    pub teens: Vec<String>,
    pub tens: Vec<String>,
    pub hundreds: Vec<String>,
    pub and: Vec<String>,
    pub spelled: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plate {
    pub cues: Vec<String>,
    pub other: Vec<String>,
    pub words: Vec<String>,
}

pub static WORDS: LazyLock<Words> = LazyLock::new(|| match serde_yaml::from_str(include_str!("words.yaml")) {
    Ok(words) => words,
    // The file is part of the program and every test of this module reads it.
    Err(error) => unreachable!("built-in words of personal data: {error}"),
});

/// The beginning or end of a word of plain letters.
pub const EDGE: &str = r"(?-u:\b)";

/// A word in small letters, without accents.
pub fn folded(word: &str) -> String {
    deunicode::deunicode(word).to_lowercase()
}

/// Words to be looked up one by one, [`folded`].
pub fn set(words: &[String]) -> FxHashSet<String> {
    words.iter().map(|word| folded(word)).collect()
}

/// An expression for any of these words. The longest come first: of two that begin alike, the first one is taken.
pub fn any(words: &[String]) -> String {
    let mut words: Vec<&String> = words.iter().collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
    let patterns: Vec<String> = words.into_iter().map(|word| pattern(word)).collect();
    format!("(?:{})", patterns.join("|"))
}

/// An expression for [`any`] of these words wherever they begin, whatever their case.
pub fn anywhere(words: &[String]) -> Option<Regex> {
    Regex::new(&format!("(?i){EDGE}{}", any(words))).ok()
}

/// A word or several as an expression: accents, points, apostrophes and hyphens may lack, and what stands in brackets.
fn pattern(words: &str) -> String {
    let mut out = String::with_capacity(words.len() * 2);
    for c in words.chars() {
        match c {
            ' ' => out.push_str(r"\s+"),
            '\'' => out.push_str(r"['\s]{0,2}"),
            '-' => out.push_str(r"[\-\s]?"),
            '.' => out.push_str(r"\.?"),
            // As it stands: "we’re at" is not "were at".
            '’' => out.push('\''),
            ':' => out.push_str(r"\s?:"),
            '(' => out.push_str("(?:"),
            ')' => out.push_str(")?"),
            c if c.is_ascii_alphanumeric() => out.push(c),
            c if c.is_alphabetic() => out.push_str(&format!("(?:{c}|{})", regex::escape(&deunicode::deunicode(&c.to_string())))),
            c => out.push_str(&regex::escape(&c.to_string())),
        }
    }
    // Ends of words are looked for among plain letters alone: with all letters of the world a search is ten times slower.
    let certain = words.split('(').next().unwrap_or_default();
    if words.ends_with(|c: char| c.is_ascii_alphanumeric() || c == ')') && certain.ends_with(|c: char| c.is_ascii()) {
        out.push_str(EDGE);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_may_lack_their_accents_and_what_is_in_brackets() {
        let form = anywhere(&["j'habite".to_owned(), "domicilié(e)(s)".to_owned(), "adresse:".to_owned(), "mi dirección".to_owned()]).unwrap();
        for text in ["j habite", "J'HABITE", "jhabite", "domiciliees", "domicilié", "Adresse :", "mi direccion"] {
            assert!(form.find(text).is_some_and(|found| found.len() == text.len()), "{text}");
        }
        for text in ["cohabite", "mi direcciones", "adresse"] {
            assert!(!form.is_match(text), "{text}");
        }
    }
}
