//! Telephone numbers: French ones in the ways they are grouped, disguised and spelled out, those of the overseas territories, of neighbours
//! and of others where the text says that they are to be called.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::{Kind, Place, alone, digits, first_and_longest, follows, near};

pub struct Phone;

/// Words that tell of a call.
const CUES: &[&str] = &[
    "tel",
    "tél",
    "phone",
    "portable",
    "mobile",
    "gsm",
    "appel",
    "joign",
    "joindre",
    "contact",
    "numéro",
    "numero",
    "número",
    "mon 06",
    "mon 07",
    "call",
    "my number",
    "number is",
    "llám",
    "llam",
    "móvil",
    "movil",
    "nummer",
    "erreich",
    "cellulare",
    "cell",
    "telemóvel",
    "whatsapp",
    "fixe",
    "sms",
    "rappel",
    "ring",
    "text me",
    "écrire",
    "fax",
    "secrétariat",
    "wa.me",
    "fragen",
    "ligue",
    "faites le",
    "faire le",
    "composez",
    "signal",
    "chiama",
    "ligar",
    "truca",
    "anruf",
    "handy",
    "montréal",
    "disposition",
];

/// Words before numbers of other things.
const OTHER: &[&str] = &[
    "siret",
    "siren",
    "isbn",
    "issn",
    " rna",
    "réf",
    "ref.",
    "dossier",
    "délibération",
    "facture",
    "arrêté",
    "décret",
    "lot ",
    "parcelle",
    " ter ",
    "train",
];

static FORMS: LazyLock<Option<[Regex; 4]>> = LazyLock::new(|| {
    let gap = r"[\s.\-/_,|*]{0,3}";
    let new = |form: String| Regex::new(&form).ok();
    Some([
        // With the code of a country.
        new(format!(r"(?:(?i:tel):)?(?:\+|\(?\+?00){gap}[1-9]\d{{0,2}}\)?{gap}(?:\(0\){gap})?\(?\d{{1,4}}\)?(?:{gap}\d){{4,12}}"))?,
        // Ten digits from 0, in pairs, with O for 0, digit by digit.
        new(format!(r"\(?[0Oo][ .\-]?[1-9]\)?(?:{gap}[0-9OolI][ .\-]?[0-9OolI]){{4}}"))?,
        // Seven to eleven digits in other groups.
        new(r"\(?\d{2,5}\)?(?:[ .\-/]{1,3}\d{2,8}){1,4}|\d{9,11}".to_owned())?,
        // In words: French ones from zéro on, in pairs; others digit by digit.
        new(format!(
            r"(?i)(?:z[ée]ro|0[1-9]){gap}(?:(?:une?|deux|douze|dix|trois|treize|trente|quatre-vingts?|quatorze|quarante|quatre|cinquante|cinq|six|sept|seize|soixante|huit|neuf|onze|quinze|vingt|et|z[ée]ro|\d{{1,2}}){gap}){{4,18}}|(?:(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple|cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|null|eins|zwei|zwo|drei|vier|fünf|sechs|sieben|acht|neun|due|tre|quattro|cinque|sei|sette|otto|nove|um|dois|três|quatro|sete|oito){gap}){{8,14}}"
        ))?,
    ])
});

impl Kind for Phone {
    fn id(&self) -> &'static str {
        "phone"
    }

    fn digits(&self) -> usize {
        0
    }

    fn find(&self, text: &str) -> Vec<Place> {
        let Some([abroad, pairs, groups, words]) = &*FORMS else { return Vec::new() };
        let count = text.bytes().filter(u8::is_ascii_digit).count();
        let mut found: Vec<Range<usize>> = Vec::new();
        let tidy = |at: Range<usize>| at.start..at.start + text[at].trim_end_matches(|c: char| !c.is_alphanumeric() && c != ')').len();
        let mut add = |form: &Regex, right: &dyn Fn(&Range<usize>) -> bool| {
            found.extend(form.find_iter(text).map(|one| tidy(one.range())).filter(|at| right(at)));
        };
        if count >= 7 {
            add(abroad, &|at| is_whole(text, at) && is_abroad(&text[at.clone()]));
            add(pairs, &|at| is_whole(text, at) && is_french(text, at));
            add(groups, &|at| is_whole(text, at) && is_grouped(text, at));
        }
        if spelled(text) {
            add(words, &|at| alone(text, at, char::is_alphanumeric) && text[at.clone()].contains(char::is_alphabetic));
        }
        first_and_longest(found)
    }
}

/// Whether a text may hold digits in words: several words for small numbers, whatever the language.
fn spelled(text: &str) -> bool {
    const DIGITS: &[&str] =
        &["trente", "quarante", "cinquante", "zéro", "zero", "cero", "seis", "six", "seven", "siete", "sieben", "sette", "sete", "null"];
    if text.len() < 24 {
        return false;
    }
    let small = text.to_lowercase();
    DIGITS.iter().any(|word| small.contains(word))
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
    if plain.len() != 10 || between.len() > 3 || follows(text, at.start, 14, OTHER) {
        return false;
    }
    let cue = || near(text, at, 40, CUES);
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
    if !(9..=12).contains(&count) || gaps(number).len() > 2 || follows(text, at.start, 14, OTHER) {
        return false;
    }
    let american = || {
        let plain = number.trim_start_matches('(');
        let shape: String = plain.chars().map(|c| if c.is_ascii_digit() { '9' } else { c }).collect();
        matches!(shape.as_str(), "999) 999-9999" | "999-999-9999" | "999)999-9999" | "999.999.9999")
    };
    // An amount, a year, a share.
    let behind = text[at.end..].trim_start();
    let amount = ["€", "eur", "%", "hab", "m²", "m2", "km", "ha ", "$", "£"].iter().any(|unit| behind.to_lowercase().starts_with(unit));
    let british = number.starts_with("(0") && number.contains(") ");
    !amount && (american() || british || (near(text, at, 40, CUES) && !is_date(number)))
}

/// Whether groups of digits read as dates or years: `06/12/2023`, `2014-2020`.
fn is_date(number: &str) -> bool {
    let groups: Vec<&str> = number.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).collect();
    groups.iter().all(|group| group.len() == 4 && (group.starts_with("19") || group.starts_with("20")))
        || (groups.len() == 3 && groups[2].len() == 4 && groups[0].len() <= 2 && groups[1].len() <= 2)
        || (groups.len() == 3 && groups[0].len() == 4 && groups[1].len() <= 2 && groups[2].len() <= 2)
}
