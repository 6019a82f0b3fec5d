//! Telephone numbers in words: French ones in pairs, others digit by digit or by tens.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;
use rustc_hash::FxHashSet;

use super::words::{WORDS, any, folded, set};
use super::{alone, follows};

struct Forms {
    /// From zéro on, in pairs.
    french: Regex,
    /// Digit by digit.
    digits: Regex,
    /// With tens and hundreds among them.
    tens: Regex,
}

static FORMS: LazyLock<Option<Forms>> = LazyLock::new(|| {
    let phone = &WORDS.phone;
    let gap = r"[\s.\-/_,|*]{0,3}";
    let (french, twice, and) = (any(&phone.french), any(&phone.twice), any(&phone.and));
    let digits = any(&[&phone.digits[..], &phone.twice].concat());
    let all = any(&[&phone.digits[..], &phone.teens, &phone.tens, &phone.hundreds].concat());
    let new = |form: String| Regex::new(&form).ok();
    Some(Forms {
        french: new(format!(r"(?i)(?-u:\b)(?:z[ée]ro|0[1-9]){gap}(?:(?:{french}|\d{{1,2}}){gap}){{4,18}}"))?,
        digits: new(format!(r"(?i)(?-u:\b)(?:{digits}{gap}){{8,14}}"))?,
        tens: new(format!(r"(?i)(?-u:\b)(?:{twice}{gap})?{all}(?:{gap}(?:{and}{gap})?(?:{twice}{gap})?{all}){{3,14}}"))?,
    })
});

struct Values {
    digits: FxHashSet<String>,
    twice: FxHashSet<String>,
    teens: FxHashSet<String>,
    tens: FxHashSet<String>,
    hundreds: FxHashSet<String>,
}

static VALUES: LazyLock<Values> = LazyLock::new(|| {
    let phone = &WORDS.phone;
    Values { digits: set(&phone.digits), twice: set(&phone.twice), teens: set(&phone.teens), tens: set(&phone.tens), hundreds: set(&phone.hundreds) }
});

/// The places of numbers in words.
pub fn spoken(text: &str) -> Vec<Range<usize>> {
    let Some(forms) = FORMS.as_ref().filter(|_| is_spelled(text)) else { return Vec::new() };
    let whole = |at: &Range<usize>| alone(text, at, char::is_alphanumeric) && text[at.clone()].contains(char::is_alphabetic);
    let tidy = |at: Range<usize>| at.start..at.start + text[at].trim_end_matches(|c: char| !c.is_alphanumeric()).len();
    let places = |form: &'static Regex| form.find_iter(text).map(|one| tidy(one.range())).filter(whole);
    let called = |at: &Range<usize>| follows(text, at.start, 40, &WORDS.phone.cues) && (8..=13).contains(&count(&text[at.clone()]));
    // "Two, three, four": commas make lists.
    let together = |at: &Range<usize>| !text[at.clone()].contains(',') || called(at);
    places(&forms.french).chain(places(&forms.digits).filter(together)).chain(places(&forms.tens).filter(called)).collect()
}

/// Whether a text may hold digits in words: several words for small numbers, whatever the language.
fn is_spelled(text: &str) -> bool {
    if text.len() < 24 {
        return false;
    }
    let small = text.to_lowercase();
    WORDS.phone.spelled.iter().any(|word| small.contains(word.as_str()))
}

/// How many digits words stand for.
fn count(words: &str) -> usize {
    let (mut count, mut twice, mut open) = (0, 1, false);
    for word in words.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).map(folded) {
        if VALUES.twice.contains(&word) {
            (twice, open) = (if word == "triple" { 3 } else { 2 }, false);
        } else if VALUES.tens.contains(&word) {
            (count, open) = (count + 2, true);
        } else if VALUES.hundreds.contains(&word) || VALUES.teens.contains(&word) {
            (count, open) = (count + 2, false);
        } else if VALUES.digits.contains(&word) {
            // "forty five": the unit takes the place of the 0.
            count += if open { 0 } else { twice };
            (twice, open) = (1, false);
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_words() {
        for (words, digits) in [
            ("seis uno dos, cuarenta y cinco, ochenta, treinta y tres", 9),
            ("oh seven seven double-oh nine hundred six one three", 11),
            ("tre quattro sette cinquanta due undici triple nove", 10),
        ] {
            assert_eq!(count(words), digits, "{words}");
        }
    }
}
