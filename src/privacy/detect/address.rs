//! Postal addresses: a number, a sort of way, a name; with postcode and town where they follow.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::{Kind, follows};

pub struct Address;

static FORM: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let ways = "rue|avenue|av|ave|boulevard|boul|bd|bld|blvd|place|pl|all[ée]e|all[ée]es|impasse|imp|chemin|ch|chem|che|quai|route|rte|square|sq|cours|\
                passage|sentier|sente|ruelle|lotissement|r[ée]sidence|lieu[- ]dit|lieudit|hameau|villa|esplanade|promenade|venelle|traverse|mont[ée]e|\
                rond-point|faubourg|fbg|fg|cit[ée]|clos|domaine|mail|parvis|voie|pont|porte|port|digue|levée|rampe|côte";
    let particles = r"(?:(?:de\s+la|de\s+l['’]|de|du|des|d['’]|la|le|les|l['’]|aux?|en|à)\s*)*";
    let name = r"(?:[\p{Lu}\d][\p{L}\d'’\-]*)";
    let more = r"(?:[\s\u{a0}](?:(?:de\s+la|de\s+l['’]|de|du|des|d['’]|la|le|les|l['’]|et|sur|en|lès|sous)[\s\u{a0}]?)*[\p{Lu}][\p{L}\d'’\-]*|[\s\u{a0}](?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)(?:[\s\u{a0}]\d{4})?)*";
    let town = r"(?:[\s\u{a0},\-–]*\b\d{5}[\s\u{a0}]+[\p{L}][\p{L}'’\-]*(?:[\s\u{a0}][\p{Lu}\d][\p{L}\d'’\-]*)*)?";
    let small = r"[\p{Ll}][\p{L}'’\-]+(?:[\s\u{a0}][\p{Ll}][\p{L}'’\-]+){0,2}[\s\u{a0},\-–]*\b\d{5}[\s\u{a0}]+[\p{L}][\p{L}'’\-]*";
    Regex::new(&format!(
        r"\b(\d{{1,4}})(?:[\s\u{{a0}}]?(?:bis|ter|quater|[A-Da-d]))?[\s\u{{a0}}]*,?[\s\u{{a0}}]*(?i:{ways})\b\.?[\s\u{{a0}}]*(?:(?i:{particles})(?:{name}{more}){town}|(?i:{particles}){small}|((?i:{particles})[\p{{Ll}}][\p{{L}}'’\-]+(?:[\s\u{{a0}}](?:et|de|du|des|la)[\s\u{{a0}}][\p{{Ll}}][\p{{L}}'’\-]+)*))"
    ))
    .ok()
});

/// Words before a number that is no house's.
const OTHER: &[&str] = &["zone ", "ligne ", "km "];

/// Words that tell of somebody's home: only then may the name of a way be in small letters.
const HOME: &[&str] = &["habit", "domicil", "adresse", "réside", "loge", "vis au", "vivant au", "demeur", "au ", "chez ", "n°", "sis "];

impl Kind for Address {
    fn id(&self) -> &'static str {
        "address"
    }

    fn find(&self, text: &str) -> Vec<Range<usize>> {
        let Some(form) = &*FORM else { return Vec::new() };
        let mut found = Vec::new();
        for captures in form.captures_iter(text) {
            let (Some(whole), Some(number)) = (captures.get(0), captures.get(1)) else { continue };
            let before = text[..whole.start()].chars().next_back();
            let year = number.len() == 4 && (number.as_str().starts_with("19") || number.as_str().starts_with("20"));
            let joined = before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | ',' | '/' | '-'));
            let small = captures.get(2).is_some() && !follows(text, whole.start(), 24, HOME);
            // "23 h 40, rue du Marché" tells the hour.
            let hour = text[..whole.start()]
                .trim_end()
                .strip_suffix(['h', 'H'])
                .is_some_and(|before| before.trim_end().ends_with(|c: char| c.is_ascii_digit()));
            if !hour && !year && !joined && !small && !follows(text, whole.start(), 6, OTHER) {
                let end = whole.start() + whole.as_str().trim_end_matches(['.', '\'', '’', '-', ',', ' ']).len();
                found.push(whole.start()..end);
            }
        }
        found
    }
}
