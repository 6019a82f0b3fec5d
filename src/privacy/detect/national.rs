//! Numbers by which states know persons, but for the French one (`nir`): Spain's DNI and NIE, Italy's codice fiscale, the British National
//! Insurance number, Portugal's NIF, the Dutch BSN. Those whose check would let every eleventh number pass stand only near their name.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::words::WORDS;
use super::{Kind, Place, alone, digits, follows, near};

pub struct NationalId;

struct Forms {
    spanish: Regex,
    italian: Regex,
    british: Regex,
    /// Eight or nine digits, in whatever groups: Portugal, the Netherlands.
    nine: Regex,
}

static FORMS: LazyLock<Option<Forms>> = LazyLock::new(|| {
    let gap = r"[\s.\-]{0,2}";
    let digit = r"[\dL-NP-V]";
    let new = |form: String| Regex::new(&form).ok();
    Some(Forms {
        spanish: new(r"(?i)(?:[XYZ][\s.\-]?\d(?:[.\s]?\d{3}){2}|\d{1,2}(?:[.\s]?\d{3}){2})[\s.\-]{0,2}[A-HJ-NP-TV-Z]".to_owned())?,
        italian: new(format!(r"(?i)[A-Z]{{3}}\s?[A-Z]{{3}}\s?{digit}{{2}}[A-EHLMPRST]{digit}{{2}}\s?[A-Z]{digit}{{3}}\s?[A-Z]"))?,
        british: new(format!(r"(?i)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?:{gap}\d\d){{3}}{gap}[A-D]"))?,
        nine: new(r"\d{3}[\s.\-]?\d{3}[\s.\-]?\d{3}|\d{4}[\s.\-]?\d{2}[\s.\-]?\d{3}|\d{4}[\s.\-]\d{2}[\s.\-]\d{2}|\d{8}".to_owned())?,
    })
});

/// Characters around a number in which its name must stand.
const REACH: usize = 40;

impl Kind for NationalId {
    fn id(&self) -> &'static str {
        "national-id"
    }

    fn digits(&self) -> usize {
        // The British one has six, the Italian one seven.
        6
    }

    fn find(&self, text: &str) -> Vec<Place> {
        let Some(forms) = &*FORMS else { return Vec::new() };
        let mut found: Vec<Range<usize>> = Vec::new();
        let mut add = |form: &Regex, right: &dyn Fn(&Range<usize>) -> bool| {
            let whole = |at: &Range<usize>| alone(text, at, char::is_alphanumeric) && right(at);
            found.extend(form.find_iter(text).map(|one| one.range()).filter(whole));
        };
        add(&forms.spanish, &|at| is_spanish(text, at));
        add(&forms.italian, &|at| is_italian(&text[at.clone()]));
        add(&forms.british, &|at| is_british(text, at));
        add(&forms.nine, &|at| is_portuguese(text, at) || is_dutch(text, at));
        found.sort_by_key(|at| at.start);
        found.into_iter().map(Place::from).collect()
    }
}

fn plain(number: &str) -> String {
    number.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect()
}

/// The check letter of a DNI or NIE: the number modulo 23; X, Y and Z count as 0, 1 and 2 (Real Decreto 1553/2005).
fn is_spanish(text: &str, at: &Range<usize>) -> bool {
    const LETTERS: &[u8] = b"TRWAGMYFPDXBNJZSQVHLCKE";
    let written = &text[at.clone()];
    let number = plain(written);
    let Some((body, letter)) = number.split_at_checked(number.len() - 1) else { return false };
    let foreign = body.starts_with(['X', 'Y', 'Z']);
    let body = body.replace('X', "0").replace('Y', "1").replace('Z', "2");
    let right = body.parse::<usize>().is_ok_and(|value| letter.as_bytes() == &LETTERS[value % 23..=value % 23]);
    // A number of fewer digits, in pieces or in small letters may be another one with a unit behind it.
    let usual = written.ends_with(char::is_uppercase) && !written.contains(char::is_whitespace) && body.len() == 8;
    let named = || near(text, at, REACH, &WORDS.national.spanish);
    right && ((usual && (foreign || !follows(text, at.start, 24, &WORDS.national.other))) || named())
}

/// The check letter of a codice fiscale (Decreto 23 dicembre 1976): letters and digits at odd places by a table, those at even ones by
/// their value, modulo 26.
fn is_italian(number: &str) -> bool {
    const ODD: [u32; 26] = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
    let number = plain(number);
    let value = |c: char| c.to_digit(10).or_else(|| Some(c.to_digit(36)? - 10));
    let Some((body, letter)) = number.split_at_checked(15) else { return false };
    let sum: Option<u32> = body.chars().enumerate().map(|(at, c)| Some(if at % 2 == 0 { *ODD.get(value(c)? as usize)? } else { value(c)? })).sum();
    sum.is_some_and(|sum| letter.chars().next().and_then(value) == Some(sum % 26))
}

/// A National Insurance number has no check: its form, without the prefixes never given, near its name.
fn is_british(text: &str, at: &Range<usize>) -> bool {
    const NEVER: &[&str] = &["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"];
    let number = plain(&text[at.clone()]);
    !NEVER.iter().any(|prefix| number.starts_with(prefix)) && near(text, at, REACH, &WORDS.national.british)
}

/// The sum of digits, each times a weight that falls from `first`.
fn weighted(digits: &[u32], first: u32) -> u32 {
    digits.iter().zip((0..=first).rev()).map(|(digit, weight)| digit * weight).sum()
}

/// Nine digits; the last is 11 less the weighted sum of the others modulo 11, or 0.
fn is_portuguese(text: &str, at: &Range<usize>) -> bool {
    let number = digits(&text[at.clone()]);
    let [body @ .., check] = number.as_slice() else { return false };
    let rest = weighted(body, 9) % 11;
    number.len() == 9 && body[0] != 0 && *check == (if rest < 2 { 0 } else { 11 - rest }) && near(text, at, REACH, &WORDS.national.portuguese)
}

/// Nine digits, or eight without the first 0, whose weighted sum less the last is divided by 11.
fn is_dutch(text: &str, at: &Range<usize>) -> bool {
    let mut number = digits(&text[at.clone()]);
    if number.len() == 8 {
        number.insert(0, 0);
    }
    let [body @ .., check] = number.as_slice() else { return false };
    let sum = weighted(body, 9);
    number.len() == 9 && sum > 0 && sum % 11 == *check % 11 && near(text, at, REACH, &WORDS.national.dutch)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(text: &str) -> Vec<&str> {
        NationalId.find(text).into_iter().map(|place| &text[place.at]).collect()
    }

    #[test]
    fn numbers_with_known_checks() {
        for (text, number) in [
            // The examples of the authorities themselves, and of those that explain the checks.
            ("Mi DNI es 12345678Z.", "12345678Z"),
            ("dni 12.345.678-z", "12.345.678-z"),
            ("firmado 12345678-Z", "12345678-Z"),
            ("NIE X1234567L", "X1234567L"),
            ("mi nie: x-1234567-l", "x-1234567-l"),
            ("Codice fiscale RSSMRA85T10A562S", "RSSMRA85T10A562S"),
            ("cf rss mra 85t10 a562s", "rss mra 85t10 a562s"),
            ("my National Insurance number is QQ 12 34 56 C", ""),
            ("my National Insurance number is AB 12 34 56 C", "AB 12 34 56 C"),
            ("NINO ab123456c", "ab123456c"),
            ("O meu NIF é 123 456 789", "123 456 789"),
            ("contribuinte 123456789", "123456789"),
            ("mijn BSN is 111222333", "111222333"),
            ("bsn: 1234.56.782", "1234.56.782"),
        ] {
            let expected: Vec<&str> = Some(number).filter(|number| !number.is_empty()).into_iter().collect();
            assert_eq!(values(text), expected, "{text}");
        }
    }

    #[test]
    fn other_numbers_are_none() {
        for text in [
            "Mi DNI es 12345678A.",
            "expediente 12345678Z",
            "unos 12 345 678 Z",
            "NIE X1234567M",
            "Codice fiscale RSSMRA85T10A562T",
            "AB 12 34 56 C",
            "123 456 789 habitants",
            "NIF 123456780",
            "BSN 111222334",
            "111222333",
            "Z1234567L8",
        ] {
            assert!(values(text).is_empty(), "{text}: {:?}", values(text));
        }
    }
}
