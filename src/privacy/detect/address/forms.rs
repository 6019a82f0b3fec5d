//! The forms of addresses. Each finds a house in a way; what else belongs to it is looked for where it ends ([`Forms::whole`]).

use std::ops::Range;
use std::sync::LazyLock;

use regex::{Captures, Regex};
use rustc_hash::FxHashSet;

use super::super::words::{WORDS, Ways, any, folded, set};

/// The expressions, and the words that tell what only looks like an address.
pub struct Forms {
    /// `12 bis, rue des Lilas`.
    pub french: Regex,
    /// Of other countries, sure enough wherever they stand: `Calle Mayor 12`, `Lindenallee 3a`, `12 High Street`.
    pub abroad: Regex,
    /// With the words for ways that mean other things too: behind a cue.
    pub cued: Regex,
    /// All in small letters: right behind a cue.
    pub small: Regex,
    /// A postcode and a town end an address, whatever stands before it.
    pub ending: Regex,
    /// So do a town and a postcode.
    town_first: Regex,
    /// A postcode of few houses, and the number of one.
    pub postcode: Regex,
    rest: Regex,
    stops: FxHashSet<String>,
    particles: FxHashSet<String>,
    counted: FxHashSet<String>,
    greetings: FxHashSet<String>,
    not_ways: FxHashSet<String>,
}

pub static FORMS: LazyLock<Option<Forms>> = LazyLock::new(Forms::new);

/// A postcode of the United Kingdom.
const BRITISH: &str = r"[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}";

/// The letters and numbers of words of a name: with capitals, or in any case.
struct Case {
    word: &'static str,
    more: &'static str,
    flags: &'static str,
}

const CAPITALS: Case = Case { word: r"\p{Lu}[\p{L}'.\-]*", more: "*", flags: "" };
const SMALL: Case = Case { word: r"\p{L}[\p{L}'\-]+", more: "{0,4}", flags: "(?i)" };

impl Forms {
    fn new() -> Option<Self> {
        let new = |form: String| Regex::new(&form).ok();
        let ways = &WORDS.address.ways;
        let (sure, all) = (sure(ways), all(ways));
        Some(Self {
            french: new(french(&ways.french))?,
            abroad: new(abroad(&sure, &CAPITALS))?,
            cued: new(abroad(&all, &CAPITALS))?,
            small: new(abroad(&all, &SMALL))?,
            ending: new(ending())?,
            town_first: new(r"\p{L}[\p{L}'\-]+,?\s+\d{5}(?-u:\b)".to_owned())?,
            postcode: new(postcode())?,
            rest: new(rest())?,
            stops: set(&WORDS.address.stops),
            particles: set(&WORDS.address.particles),
            counted: set(&WORDS.address.counted),
            greetings: set(&WORDS.address.greetings),
            not_ways: set(&WORDS.address.not_ways),
        })
    }

    /// The end of an address whose house ends here: behind its storeys, its postcode and its town.
    pub fn whole(&self, text: &str, end: usize) -> usize {
        let Some(rest) = self.rest.captures(&text[end..]) else { return end };
        let parts = end + rest.name("parts").map_or(0, |parts| parts.end());
        let placed = self.placed(&rest, &text[end..]).map_or(parts, |at| end + at);
        let whole = text[..placed.max(parts)].trim_end_matches(['\'', '-', ',', ' ', '\n']).len().max(end);
        // "escalier côté cour": no letter of a staircase.
        if text[whole..].starts_with(char::is_alphanumeric) { end } else { whole }
    }

    /// Where postcode and town end, as far as they are some.
    pub fn placed(&self, found: &Captures, text: &str) -> Option<usize> {
        let group = |name: &str| found.name(name);
        let first =
            |name: &str| group(name).and_then(|one| one.as_str().split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty())).map(folded);
        let end = found.get(0)?.end();
        if let Some(post) = group("post") {
            let town = first("town").unwrap_or_default();
            if self.counted.contains(&town) {
                return None;
            }
            let small = group("town").is_some_and(|town| town.as_str().starts_with(char::is_lowercase));
            let other = self.greetings.contains(&town) || (small && (self.stops.contains(&town) || self.particles.contains(&town)));
            return Some(if other { post.end() } else { end });
        }
        if let Some(town) = group("alone") {
            // Nothing but a sign may follow, so that the next sentence is not taken for a town.
            let behind = text[town.end()..].chars().next();
            let ended = behind.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, ' ' | '\'')) || group("in").is_some();
            return (ended && !first("alone").is_some_and(|word| self.greetings.contains(&word))).then_some(town.end());
        }
        (end > group("parts").map_or(0, |parts| parts.end())).then_some(end)
    }

    /// Where a town and a postcode end: `Lille 59000`. What a number counts is no town.
    pub fn town_and_post(&self, text: &str) -> Option<Range<usize>> {
        let right = |found: &regex::Match| {
            let first = folded(found.as_str().split(|c: char| !c.is_alphabetic()).next().unwrap_or_default());
            let next = folded(text[found.end()..].trim_start().split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default());
            !self.counted.contains(&next) && !self.stops.contains(&first) && !self.particles.contains(&first)
        };
        self.town_first.find_iter(text).find(right).map(|found| found.range())
    }

    /// Whether something found in small letters, or its number, is but words of a sentence.
    pub fn is_sentence(&self, text: &str, found: &str, end: usize) -> bool {
        let stopped = found.split(|c: char| !c.is_alphabetic()).any(|word| {
            let word = folded(word);
            word.len() > 1 && self.stops.contains(&word) || self.counted.contains(&word) && word.len() > 2
        });
        stopped || self.is_counting(text, found, end)
    }

    /// Whether the number that ends here counts something, is a time or a part of another number.
    pub fn is_counting(&self, text: &str, found: &str, end: usize) -> bool {
        if !found.ends_with(|c: char| c.is_ascii_digit()) {
            return false;
        }
        let number = found.rsplit(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
        let year = number.len() == 4 && (number.starts_with("19") || number.starts_with("20"));
        let behind = &text[end..];
        let decimal = behind.starts_with(['.', ',', ':', '/']) && behind[1..].starts_with(|c: char| c.is_ascii_digit());
        let word = behind.trim_start().split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let unit = behind.trim_start().starts_with(['%', '€', '$', '£']);
        let spaced = behind.starts_with(' ');
        // "calle Mayor 20 bancos": a plural.
        let plural = spaced && word.chars().count() > 3 && word.ends_with('s') && word.starts_with(char::is_lowercase);
        year || decimal || unit || (spaced && self.counted.contains(&folded(word))) || (plural && !self.stops.contains(&folded(word)))
    }

    /// Whether this is an address by its house, not by a postcode alone.
    pub fn is_house(&self, found: &str) -> bool {
        [&self.french, &self.cued, &self.small].into_iter().any(|form| form.is_match(found))
    }

    /// Whether a name only ends like one of a way: "Radweg 3".
    pub fn is_no_way(&self, found: &str) -> bool {
        found.split(|c: char| !c.is_alphabetic()).any(|word| self.not_ways.contains(&folded(word)))
    }
}

/// Ways that are sure, and all of them.
struct Known {
    first: String,
    last: String,
    joined: String,
    apart: String,
    at: Option<String>,
}

fn sure(ways: &Ways) -> Known {
    Known { first: any(&ways.first), last: any(&ways.last), joined: any(&ways.joined), apart: any(&ways.apart), at: None }
}

fn all(ways: &Ways) -> Known {
    let both = |one: &[String], other: &[String]| any(&[one, other].concat());
    Known {
        first: both(&ways.first, &ways.first_cued),
        last: both(&ways.last, &ways.last_cued),
        joined: both(&ways.joined, &ways.joined_cued),
        apart: any(&ways.apart),
        at: Some(any(&ways.at)),
    }
}

fn french(ways: &[String]) -> String {
    let ways = any(ways);
    let particles = r"(?:(?:de\s+la|de\s+l'|de|du|des|d'|la|le|les|l'|aux?|en|à)\s*)*";
    let name = r"(?:[\p{Lu}\d][\p{L}\d'\-]*)";
    let more = r"(?:\s(?:(?:de\s+la|de\s+l'|de|du|des|d'|la|le|les|l'|et|sur|en|lès|sous|aux?)\s?)*[\p{Lu}][\p{L}\d'\-]*|\s(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)(?:\s\d{4})?)*";
    let small = r"\p{Ll}[\p{L}'\-]+(?:\s\p{Ll}[\p{L}'\-]+){0,3}[\s,\-]*(?-u:\b)\d{5}";
    format!(
        r"(?-u:\b)(?P<number>\d{{1,4}})(?:\s?(?:bis|ter|quater|[A-Da-d](?-u:\b)))?\s*,?\s*(?P<of>(?:de\s+la|de\s+l'|du|de)\s*)?(?i:{ways})\.?\s*(?:(?i:{particles}){name}{more}|(?i:{particles})(?P<coded>{small})|(?P<small>(?i:{particles})\p{{Ll}}[\p{{L}}'\-]+(?:\s(?:et|de|du|des|la)\s\p{{Ll}}[\p{{L}}'\-]+)*))"
    )
}

/// The number behind the way, a way that ends a name, a number of a way.
fn abroad(known: &Known, case: &Case) -> String {
    let Known { first, last, joined, apart, at } = known;
    let Case { word, more, flags } = case;
    // In small letters they are words like others.
    let particles = if flags.is_empty() { format!(r"(?i:{}\s*)*", any(&WORDS.address.particles)) } else { String::new() };
    let house = format!(
        r"(?:,?\s+(?i:{}\s*)?(?:\d{{1,4}}(?:\s?[-/]\s?\d{{1,4}}|[a-zA-Z]|\sbis)?(?-u:\b))|,?\s+(?i:s/n|snc)(?-u:\b))",
        any(&WORDS.address.numbers)
    );
    let dated = r"\d{1,2}\.?\s(?:de\s+)?\p{L}{3,}";
    let name = format!(r"{particles}(?:{word}|{dated})(?:\s{particles}{word}){more}");
    let way_first = format!(r"(?-u:\b)(?i:{first})\.?\s*{name}{house}");
    let number = r"\d{1,4}\s?(?:[a-hA-H](?-u:\b))?(?:\s?[-/+]\s?\d{1,4}[a-h]?)?";
    // In small letters any word may stand before it.
    let before = if flags.is_empty() { format!(r"(?:{word}\s)?") } else { String::new() };
    let joined = format!(r"(?-u:\b){before}\p{{Lu}}[\p{{L}}\-]*(?i:{joined})\s+{number}(?-u:\b)");
    let apart = format!(r"(?-u:\b)(?:{word}[\s\-]){{1,2}}(?i:{apart})\s+{number}(?-u:\b)");
    let of_name = format!(
        r"(?-u:\b)(?:\p{{Lu}}\p{{L}}*)?(?i:straße|strasse|allee|platz|laan|plein)\s(?:des|der|van|von)\s(?:\d+\.\s)?{word}(?:\s{word})?\s+{number}(?-u:\b)"
    );
    let named_so =
        at.as_ref().filter(|_| flags.is_empty()).map_or(String::new(), |at| format!(r"|(?-u:\b)(?:{at})\s+(?:{word}\s){{1,2}}{number}(?-u:\b)"));
    let flat = r"(?:(?-u:\b)(?i:flat|apartment|apt\.?|unit|room)\s+(?:\d{1,4}[A-Za-z]?|[A-Z])(?-u:\b),?\s+)";
    let way_last = format!(r"(?:{flat}|(?-u:\b))\d{{1,4}}[A-Za-z]?(?:\s?[-/]\s?\d{{1,4}}[A-Za-z]?)?,?\s+(?:{word}\s+){{1,3}}(?i:{last})");
    let named_flat = format!(r"{flat}(?:{word}\s+){{1,3}}(?i:{last})");
    let number_of = format!(r"(?-u:\b)\d{{1,4}}[a-zA-Z]?\s+(?i:de\s+la|de|del|da|do|di|della|in\s+der|in)\s+(?i:{first})\.?\s*{name}");
    format!(r"{flags}(?:{way_first}|{joined}|{apart}|{of_name}{named_so}|{way_last}|{named_flat}|{number_of})")
}

/// A town: capitals, and small words between them.
fn town() -> String {
    let particles = any(&WORDS.address.towns);
    format!(
        r"(?:'[st]-)?\p{{Lu}}[\p{{L}}'\-]*(?:[\s\-](?:{particles}[\s\-]?)*\p{{Lu}}[\p{{L}}'\-]*|'\p{{Lu}}[\p{{L}}\-]*)*(?:\s\d{{1,2}}(?:er|e|ème)?(?-u:\b))?"
    )
}

/// Storeys and doors.
fn parts() -> String {
    let address = &WORDS.address;
    let (parts, floors, places, numbers) = (any(&address.parts), any(&address.floors), any(&address.places), any(&address.numbers));
    let value = r"(?:\d{1,4}\s?(?:[A-Za-z](?-u:\b)|[ºª°])?|[A-Zb-df-hj-np-x](?-u:\b))";
    let ordinal = r"\d{1,2}\s?(?:[.ºª°]{1,2}|er|ère|ème|eme|ième|e|nd|st|rd|th|n|r|t|è|é|a|o)?";
    let spanish = r"\d{1,2}\s?\.?[ºª°](?:[\s,\-]{0,2}(?:[A-Z]|\d{1,2}[ºª])(?-u:\b)[ºª]?)?|\d{1,2}(?:n|r|t|è|é)(?:\s\d{1,2}a)?(?-u:\b)";
    let roman = r"(?:I{1,3}|IV|hs)(?-u:\b)";
    let lead = r"\s*(?:[,;(–\-]\s*)?";
    format!(
        r"(?:{lead}(?:(?i:{parts})\.?\s*(?i:{numbers}\s*)?{value}|{ordinal}\s?(?i:{floors})(?:\s[A-Z](?-u:\b))?|(?i:{places})(?:\s(?i:{floors})|\s[A-Z](?-u:\b))?|{spanish}|{roman})\)?)*"
    )
}

/// What may follow a house: storeys, then a postcode and a town.
fn rest() -> String {
    let (town, parts) = (town(), parts());
    let post = format!(r"(?:[A-Z]-)?\d{{5}}(?-u:\b)|{BRITISH}(?-u:\b)");
    let short = r"(?:[A-Z]-)?[1-9]\d{3}(?:-\d{3}|\s?[A-Z]{2})?";
    format!(
        r"^(?P<parts>{parts})(?:[\s,\-–(]*(?P<post>{post})(?:[\s,]{{0,3}}(?P<town>{town}|(?-u:\b)\p{{Ll}}[\p{{L}}'\-]+))?(?:\s?\([A-Z0-9]{{2,3}}\))?\)?|[\s,\-–(]*{short}\s+{town}|(?:,?\s*(?-u:\b){town})+,?\s+(?:[A-Z]{{2}}\s+)?(?:{post})|(?:,[ ]*|[ ]\(|(?P<in>[ ]+(?:à|a|in|en|em|te)[ ]+))(?P<alone>{town}))?"
    )
}

/// A postcode and a town, or a postcode that stands behind its town.
fn ending() -> String {
    let town = town();
    format!(
        r"(?:(?P<post>(?-u:\b)\d{{5}}(?-u:\b))(?:\s+(?P<town>{town}|\p{{Ll}}[\p{{L}}'\-]+))?|,\s*(?:[A-Z]-)?[1-9]\d{{3}}(?:-\d{{3}})?(?:\s[A-Z]{{2}})?\s+{town}|(?-u:\b){BRITISH}(?-u:\b)|,\s*[A-Z]{{2}}\s+\d{{5}}(?-u:\b))(?:\s?\([A-Z0-9]{{2,3}}\))?"
    )
}

fn postcode() -> String {
    let numbers = any(&WORDS.address.numbers);
    format!(
        r"(?i)^\s*(?:is|:)?\s*(?P<code>(?:{BRITISH}|\d{{4}}\s?[A-Z]{{2}})(?-u:\b)(?:[\s,]*(?:and\s+|en\s+)?(?:the\s+|my\s+)?(?:house|flat|huis)?\s*(?:{numbers}|huisnummer(?-u:\b))\s*(?:is\s+)?\d{{1,4}}[a-z]?(?-u:\b))?)"
    )
}
