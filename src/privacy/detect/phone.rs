//! Telephone numbers: French ones in the ways they are grouped, disguised and spelled out, those of the overseas territories, of neighbours
//! and of others where the text says that they are to be called.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::spoken::spoken;
use super::words::{WORDS, any};
use super::{Kind, Place, alone, digits, first_and_longest, follows, near};

pub struct Phone;

/// The expressions for them.
struct Forms {
    /// With the code of a country.
    abroad: Regex,
    /// Ten digits from 0, in pairs, with O for 0, digit by digit.
    pairs: Regex,
    /// Seven to eleven digits in other groups.
    groups: Regex,
    /// The same with O for 0.
    lettered: Regex,
    /// One by one.
    single: Regex,
    /// The number of a line inside a house, behind a number.
    extension: Regex,
}

static FORMS: LazyLock<Option<Forms>> = LazyLock::new(|| {
    let gap = r"[\s.\-/_,|*]{0,3}";
    let new = |form: String| Regex::new(&form).ok();
    let (extensions, numbers) = (any(&WORDS.phone.extensions), any(&WORDS.address.numbers));
    Some(Forms {
        abroad: new(format!(r"(?:(?i:tel):)?(?:\+|\(?\+?00){gap}[1-9]\d{{0,2}}\)?{gap}(?:\(0\){gap})?\(?\d{{1,4}}\)?(?:{gap}\d){{4,12}}"))?,
        pairs: new(format!(r"\(?[0Oo]\)?[ .\-]?[1-9]\)?(?:{gap}[0-9OolI][ .\-]?[0-9OolI]){{4}}"))?,
        groups: new(r"\(?\d{2,5}\)?(?:[ .\-/]{1,3}\d{2,8}){1,4}|\d{9,11}".to_owned())?,
        lettered: new(r"\(?[\dOo]{2,5}\)?(?:[ .\-/]{1,3}[\dOo]{2,8}){1,4}|[\dOo]{9,11}".to_owned())?,
        single: new(r"\d(?:[ .\-]{1,2}\d){8,11}".to_owned())?,
        extension: new(format!(r"(?i)^\s*,?\s*\(?(?:{extensions}|x)\s*:?\s*(?:{numbers}\s*)?\d{{1,5}}(?-u:\b)\)?"))?,
    })
});

impl Kind for Phone {
    fn id(&self) -> &'static str {
        "phone"
    }

    fn digits(&self) -> usize {
        0
    }

    fn find(&self, text: &str) -> Vec<Place> {
        let Some(forms) = &*FORMS else { return Vec::new() };
        let count = text.bytes().filter(u8::is_ascii_digit).count();
        let mut found: Vec<Range<usize>> = Vec::new();
        let tidy = |at: Range<usize>| at.start..at.start + text[at].trim_end_matches(|c: char| !c.is_alphanumeric() && c != ')').len();
        let mut add = |form: &Regex, right: &dyn Fn(&Range<usize>) -> bool| {
            found.extend(form.find_iter(text).map(|one| tidy(one.range())).filter(|at| right(at)));
        };
        if count >= 6 && lettered(text) {
            add(&forms.lettered, &|at| is_whole(text, at) && is_lettered(text, at));
        }
        if count >= 7 {
            add(&forms.abroad, &|at| is_whole(text, at) && is_abroad(&text[at.clone()]));
            add(&forms.pairs, &|at| is_whole(text, at) && is_french(text, at));
            add(&forms.groups, &|at| is_whole(text, at) && is_grouped(text, at));
            add(&forms.single, &|at| is_whole(text, at) && is_single(text, at));
        }
        found.extend(spoken(text));
        let mut places = first_and_longest(found);
        for place in &mut places {
            place.at.end += forms.extension.find(&text[place.at.end..]).map_or(0, |extension| extension.end());
        }
        places
    }
}

/// Whether a letter O stands next to a digit.
fn lettered(text: &str) -> bool {
    text.as_bytes().windows(2).any(|two| matches!(two, [b'O' | b'o', b'0'..=b'9'] | [b'0'..=b'9', b'O' | b'o']))
}

/// O for 0: only behind a word for calls, and with more digits than letters.
fn is_lettered(text: &str, at: &Range<usize>) -> bool {
    let number = &text[at.clone()];
    let letters = number.chars().filter(|c| matches!(c, 'O' | 'o')).count();
    let count = digits(number).len();
    letters > 0
        && count > letters
        && (9..=11).contains(&(count + letters))
        && gaps(number).len() < 2
        && follows(text, at.start, 40, &WORDS.phone.cues)
}

/// Digit by digit: only behind a word for calls, and no counting.
fn is_single(text: &str, at: &Range<usize>) -> bool {
    let number = digits(&text[at.clone()]);
    let counting = number.windows(2).all(|two| two[1] == two[0] + 1 || two[0] == two[1] + 1);
    !counting
        && gaps(&text[at.clone()]).len() == 1
        && !follows(text, at.start, 14, &WORDS.phone.other)
        && follows(text, at.start, 40, &WORDS.phone.cues)
}

/// No part of a longer number, of a path, of an amount.
fn is_whole(text: &str, at: &Range<usize>) -> bool {
    let after = &text[at.end..];
    let more = after.trim_start_matches(['-', '.', '/', ',']);
    let before = &text[..at.start];
    // Two numbers may be parted by a slash.
    let second = text[at.clone()].starts_with('0') && text[at.clone()].contains(' ');
    let joined = before.ends_with(['-', '.', '/', ',', '#'])
        && !(second && before.ends_with('/'))
        && before[..before.len() - 1].ends_with(|c: char| c.is_ascii_digit())
        || (before.ends_with(['/', '#']) && !second && before[..before.len() - 1].ends_with(char::is_alphanumeric) && !before.ends_with("wa.me/"));
    let another = after.starts_with('/') && more.starts_with('0') && text[at.clone()].contains(' ');
    alone(text, at, |c| c.is_alphanumeric()) && !joined && (another || !(more.len() < after.len() && more.starts_with(|c: char| c.is_ascii_digit())))
}

fn is_abroad(number: &str) -> bool {
    let count = digits(number).len();
    if number.contains('+') { (8..=14).contains(&count) } else { (10..=16).contains(&count) }
}

/// What stands between the digits, each sort once.
fn gaps(number: &str) -> Vec<char> {
    let mut gaps: Vec<char> =
        number.chars().filter(|c| !c.is_alphanumeric() && !matches!(c, '(' | ')')).map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
    gaps.sort_unstable();
    gaps.dedup();
    gaps
}

/// Ten digits from 0.
fn is_french(text: &str, at: &Range<usize>) -> bool {
    let number = &text[at.clone()];
    let plain: Vec<u32> = number
        .chars()
        .filter_map(|c| match c {
            'O' | 'o' => Some(0),
            'l' | 'I' => Some(1),
            c => c.to_digit(10),
        })
        .collect();
    let between = gaps(number);
    if plain.len() != 10 || between.len() > 3 || follows(text, at.start, 14, &WORDS.phone.other) {
        return false;
    }
    let cue = || near(text, at, 40, &WORDS.phone.cues);
    if number.contains(['O', 'o', 'l', 'I']) && between.len() != 1 && !cue() {
        return false;
    }
    // Numbers that only rise before the name of what they count are a list.
    let pairs: Vec<u32> = plain.chunks(2).map(|pair| pair[0] * 10 + pair[1]).collect();
    let behind = text[at.end..].strip_prefix(' ').unwrap_or_default();
    let counted = behind.split(|c: char| !c.is_alphabetic()).next().is_some_and(|word| word.len() > 3 && (word.ends_with('s') || word == "dans"));
    let rising = counted && pairs.windows(2).all(|two| two[0] < two[1]);
    // Commas make lists and decimals.
    // "85 07 75 11 60 42": the tail of a longer row.
    let continued = text[..at.start].strip_suffix(' ').is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit()));
    let belgian = between == ['.', '/'] && number.find('/') == Some(4);
    let doubtful = (rising && between == [' '])
        || between.contains(&',')
        || (between.len() >= 2 && !belgian && between != [' ', '-'])
        || (continued && between == [' ']);
    !doubtful || cue()
}

/// Other groupings: of a mobile abroad, of a number without its first 0. Only where a call is spoken of, or the form is a country's own.
fn is_grouped(text: &str, at: &Range<usize>) -> bool {
    let number = &text[at.clone()];
    let count = digits(number).len();
    if !(9..=12).contains(&count) || gaps(number).len() > 2 || follows(text, at.start, 14, &WORDS.phone.other) {
        return false;
    }
    let american = || {
        let plain = number.trim_start_matches('(');
        let shape: String = plain.chars().map(|c| if c.is_ascii_digit() { '9' } else { c }).collect();
        matches!(shape.as_str(), "999) 999-9999" | "999-999-9999" | "999)999-9999" | "999.999.9999")
    };
    // An amount, a year, a share.
    let behind = text[at.end..].trim_start();
    let amount = WORDS.phone.amounts.iter().any(|unit| behind.to_lowercase().starts_with(unit.as_str()));
    let british = number.starts_with("(0") && number.contains(") ");
    !amount && (american() || british || (near(text, at, 40, &WORDS.phone.cues) && !is_date(number)))
}

/// Whether groups of digits read as dates or years: `06/12/2023`, `2014-2020`.
fn is_date(number: &str) -> bool {
    let groups: Vec<&str> = number.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).collect();
    groups.iter().all(|group| group.len() == 4 && (group.starts_with("19") || group.starts_with("20")))
        || (groups.len() == 3 && groups[2].len() == 4 && groups[0].len() <= 2 && groups[1].len() <= 2)
        || (groups.len() == 3 && groups[0].len() == 4 && groups[1].len() <= 2 && groups[2].len() <= 2)
}
