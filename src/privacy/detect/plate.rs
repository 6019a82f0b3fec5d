//! Plates of vehicles: the French form since 2009 (AA-123-AA, without I, O, U) and the one before (1234 AB 75), Belgian ones; those of other
//! countries, and small letters with gaps, where the text speaks of a vehicle.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::words::WORDS;
use super::{Kind, Place, alone, follows, near};

pub struct Plate;

static FORMS: LazyLock<Option<[Regex; 3]>> = LazyLock::new(|| {
    let letters = "[A-HJ-NP-TV-Z]{2}";
    let sure = format!(
        r"{letters}[ _-]?\d{{3}}[ _-]?{letters}|(?i:{letters}-\d{{3}}-{letters})|\d{{2,4}}[ -][A-HJ-NP-TV-Z]{{2,3}}[ -](?:\d{{2}}|2A|2B)|[1-9]-[A-Z]{{3}}-\d{{3}}|[a-hj-np-tv-z]{{2}}\d{{3}}[a-hj-np-tv-z]{{2}}"
    );
    // Spain, United Kingdom, Germany, Switzerland, Portugal, old French ones without gaps, small letters.
    let cued = r"\d{4}[ -]?[B-DF-HJ-NP-TV-Z]{3}|[A-Z]{2}\d{2}[ -]?[A-Z]{3}|[A-ZÄÖÜ]{1,3}-[A-Z]{1,2}[ -]?\d{1,4}[EH]?|[A-Z]{2} ?\d{4,6}|[A-Z]{2}-\d{2}-[A-Z]{2}|\d{2}-[A-Z]{2}-\d{2}|\d{1,4}[A-Z]{2,3}\d{2}|(?i:[a-hj-np-tv-z]{2}[ .]?\d{3}[ .]?[a-hj-np-tv-z]{2})|[A-Z0-9]{1,4}[ -][A-Z0-9]{2,4}[ -][A-Z0-9]{1,3}|[A-Z] [A-Z] ?- ?\d \d \d ?- ?[A-Z] [A-Z]";
    // In small letters, without the forms that words and numbers of a sentence have too: Spain, United Kingdom, Portugal, the Netherlands, Germany.
    let small = r"\d{4}[ -]?[b-df-hj-np-tv-z]{3}|[a-z]{2}\d{2}[ -]?[a-z]{3}|[a-z]{1,2}-\d{4}-[a-z]{1,2}|[a-z]{2}-\d{2}-(?:[a-z]{2}|\d{2})|\d{2}-[a-z]{2}-(?:\d{2}|[a-z]{2})|\d{2}-\d{2}-[a-z]{2}|[a-z]{2}-\d{3}-[a-z]|[a-z]-\d{3}-[a-z]{2}|\d-[a-z]{3}-\d{2,3}|\d{2}-[a-z]{3}-\d|[a-zäöü]{1,3}-[a-z]{1,2}[ -]?\d{1,4}[eh]?|(?:ag|ai|ar|be|bl|bs|fr|ge|gl|gr|ju|lu|ne|nw|ow|sg|sh|so|sz|tg|ti|ur|vd|vs|zg|zh)\d{4,6}|\d{2,4}[a-hj-np-tv-z]{2,3}\d{2}";
    Some([Regex::new(&sure).ok()?, Regex::new(cued).ok()?, Regex::new(small).ok()?])
});

impl Kind for Plate {
    fn id(&self) -> &'static str {
        "plate"
    }

    fn digits(&self) -> usize {
        1
    }

    fn find(&self, text: &str) -> Vec<Place> {
        let Some([sure, cued, small]) = &*FORMS else { return Vec::new() };
        let whole = |at: &Range<usize>| alone(text, at, |c| c.is_alphanumeric() || c == '-') && !follows(text, at.start, 16, &WORDS.plate.other);
        let near_vehicle = |at: &Range<usize>| near(text, at, 40, &WORDS.plate.cues);
        let places = |form: &'static Regex| form.find_iter(text).map(|found| found.range()).filter(whole);
        let mut found: Vec<Range<usize>> = places(sure).filter(|at| !is_slug(text, at) || near_vehicle(at)).collect();
        found.extend(places(cued).filter(|at| is_mixed(&text[at.clone()]) && near_vehicle(at)));
        found.extend(places(small).filter(|at| !is_sentence(&text[at.clone()]) && near_vehicle(at)));
        found.sort_by_key(|at| at.start);
        found.into_iter().map(Place::from).collect()
    }
}

fn is_mixed(found: &str) -> bool {
    found.contains(|c: char| c.is_ascii_digit()) && found.contains(char::is_alphabetic)
}

/// Small letters and digits that may be a part of an address of the web, of a file's name, or a number to base 16.
fn is_slug(text: &str, at: &Range<usize>) -> bool {
    let found = &text[at.clone()];
    let sign = |c: char| matches!(c, '_' | '/' | '.' | '@' | '#' | '=' | '&' | '\\');
    let joined = text[..at.start].ends_with(sign) || text[at.end..].starts_with(['_', '/', '@', '=', '&']);
    found.starts_with(|c: char| c.is_ascii_lowercase()) && !found.contains('-') && (joined || found.chars().all(|c| c.is_ascii_hexdigit()))
}

/// "rn20 est", "1500 kms", "roule-t-il 20": the letters are a word.
fn is_sentence(found: &str) -> bool {
    found.split(|c: char| !c.is_alphabetic()).any(|word| WORDS.plate.words.iter().any(|other| other == word))
}
