//! Postal addresses. What a text calls the writer's own is taken out, from the first name to the town; any other is listed: a place is what
//! most proposals are about.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::{Kind, Place, follows};

pub struct Address;

/// The words with which people say where they live.
static CUE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?i)(?:j['’ ]?\s?h?abit(?:e|ais)|nous\s+habitons|on\s+habite|habitante?s?\s+(?:au|du|de\s+la|à|le|la)|mon\s+adresse|notre\s+adresse|ma\s+r[ée]sidence|mon\s+domicile|domicili[ée]e?s?|je\s+demeure|nous\s+demeurons|demeurante?s?|je\s+r[ée]side|nous\s+r[ée]sidons|r[ée]sidante?s?|je\s+vis|nous\s+vivons|moi\s+vivons|vivons\s+au|je\s+loge|je\s+loue|nous\s+louons|ma\s+case|mon\s+studio|r[ée]sidente?s?\s+(?:du|au|de)|ma\s+maison|notre\s+maison|chez[\s-]moi|chez\s+nous|mon\s+(?:logement|appartement|immeuble|pavillon)|notre\s+(?:logement|appartement|immeuble|pavillon|ferme)|ma\s+ferme|ma\s+p[ée]niche|ma\s+caravane|mon\s+(?:seul\s+)?logement|ma\s+r[ée]sidence|locataires?|propri[ée]taires?|adresse\s+postale|i\s+live|we\s+live|(?:i|we)(?:\s+have|'ve)\s+lived|i\s+rent|i\s+reside|(?:my|our)\s+(?:home|address|house|flat|property)|vivo\s+en|vivimos\s+en|resido\s+en|mi\s+(?:casa|domicilio|direcci[óo]n|piso)|nuestra\s+casa|ich\s+wohne|wir\s+wohnen|wohnhaft|(?:meine|unsere)\s+(?:adresse|wohnung)|mein\s+haus|abito|abitiamo|risiedo|residente\s+in|il\s+mio\s+indirizzo|(?:la\s+mia|nostra)\s+casa|moro|moramos|resido|a\s+minha\s+(?:morada|casa)|visc\s+a|vivim\s+a|ik\s+woon|wij\s+wonen|bizi\s+naiz)\b|(?i)\b(?:domicile|adresse|indirizzo|dirección|adres)\s?:",
    )
    .ok()
});

/// Words between saying so and the address.
const BETWEEN: &[&str] = &[
    "au",
    "à",
    "a",
    "aux",
    "la",
    "le",
    "les",
    "en",
    "dans",
    "sur",
    "est",
    "sont",
    "toujours",
    "encore",
    "depuis",
    "actuellement",
    "située",
    "situé",
    "située",
    "sise",
    "sis",
    "se",
    "trouve",
    "est",
    "email",
    "postale",
    "complète",
    "personnelle",
    "pour",
    "dossier",
    "voici",
    "at",
    "in",
    "is",
    "on",
    "address",
    "currently",
    "still",
    "located",
    "está",
    "esta",
    "el",
    "del",
    "de",
    "der",
    "die",
    "das",
    "dem",
    "ist",
    "lautet",
    "unter",
    "am",
    "an",
    "è",
    "na",
    "no",
    "em",
    "fica",
    "al",
    "c'est",
    "du",
    "number",
    "numéro",
    "n°",
    "there",
    "here",
    "moi",
    "nous",
    "bien",
    "aussi",
    "ici",
    "même",
    "un",
    "une",
    "studio",
    "seul",
    "lived",
    "village",
];

static FORMS: LazyLock<Option<[Regex; 4]>> = LazyLock::new(|| {
    let ways = "rue|r|avenue|av|ave|boulevard|boul|bd|bld|blvd|place|pl|all[ée]e|all[ée]es|impasse|imp|chemin|ch|chem|che|quai|route|rte|square|sq|cours|\
                passage|sentier|sente|ruelle|lotissement|lot|r[ée]sidence|r[ée]s|lieu[- ]dit|lieudit|hameau|villa|esplanade|promenade|venelle|traverse|mont[ée]e|\
                rond-point|faubourg|fbg|fg|cit[ée]|clos|domaine|mail|parvis|voie|pont|porte|port|digue|levée|rampe|côte|zone|za|zi";
    let particles = r"(?:(?:de\s+la|de\s+l'|de|du|des|d'|la|le|les|l'|aux?|en|à)\s*)*";
    let name = r"(?:[\p{Lu}\d][\p{L}\d'\-]*)";
    let more = r"(?:\s(?:(?:de\s+la|de\s+l'|de|du|des|d'|la|le|les|l'|et|sur|en|lès|sous)\s?)*[\p{Lu}][\p{L}\d'\-]*|\s(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)(?:\s\d{4})?)*";
    let town = r"(?:[\s,\-(]*\b\d{5}\s+\p{L}[\p{L}'\-]*(?:\s[\p{Lu}\d][\p{L}\d'\-]*)*\)?|\s+à\s+\p{Lu}[\p{L}'\-]+(?:[\s\-]\p{Lu}[\p{L}'\-]+)*)?";
    let small = r"\p{Ll}[\p{L}'\-]+(?:\s\p{Ll}[\p{L}'\-]+){0,3}[\s,\-]*\b\d{5}\s+\p{L}[\p{L}'\-]*";
    let french = format!(
        r"\b(\d{{1,4}})(?:\s?(?:bis|ter|quater|[A-Da-d]\b))?\s*,?\s*(?i:{ways})\b\.?\s*(?:(?i:{particles})(?:{name}{more}){town}|(?i:{particles}){small}|((?i:{particles})\p{{Ll}}[\p{{L}}'\-]+(?:\s(?:et|de|du|des|la)\s\p{{Ll}}[\p{{L}}'\-]+)*))"
    );
    // Abroad: the number behind the way, a way that ends a name, a postcode of another form.
    let post = r"(?:\d{5}|\d{4}(?:-\d{3})?|[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}|[A-Z]-\d{4,5})";
    let floor = r"(?:,\s*(?:\d{1,2}\s?[.ºª°]{1,2}\s?[\p{L}]{0,4}\.?|piso\s+\d+|bajo|esc\.?\s*\w+|apt\.?\s*\w+|bte\s*\w+))*";
    let city = format!(
        r"(?:[\s,(]*{post}\s+\p{{Lu}}[\p{{L}}'\-]+(?:\s\p{{Lu}}[\p{{L}}'\-]+)*\)?|,\s*\p{{Lu}}\p{{Ll}}[\p{{L}}'\-]*(?:\s\p{{Lu}}\p{{Ll}}[\p{{L}}'\-]*)*(?:,?\s+{post})?)?"
    );
    let abroad = format!(
        r"(?:(?i:calle|c/|avenida|avda\.?|plaza|paseo|carrer|via|viale|piazza|corso|rua|travessa|praça|largo|rue|avenue|chaussée|place|straat)\s+(?:(?i:de\s+la|de\s+los|de\s+las|della|delle|dei|das|dos|da|do|del|de|du|des|d'|la|le|l')\s*)*\p{{Lu}}[\p{{L}}'.\-]*(?:\s(?:(?:de\s+la|della|das|dos|del|de|du|d'|i|y|e)\s?)*\p{{Lu}}[\p{{L}}'\-]*)*,?\s+(?:n[º°o.]*\s*)?\d{{1,4}}[a-zA-Z]?\b|\p{{Lu}}[\p{{L}}\-]*(?:straße|strasse|str\.|weg|platz|allee|gasse|ring|damm|ufer|straat|laan|plein)\s+\d{{1,4}}\s?[a-z]?\b|\d{{1,4}}[a-z]?,?\s+(?:\p{{Lu}}[\p{{L}}']+\s+){{1,3}}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Close|Drive|Way|Court|Crescent|Terrace|Gardens|Place|Square|Hill|Row|Grove|Mews|Park|View)\b){floor}{city}"
    );
    // Whatever stands before it: a postcode and a town end an address, or a town and a postcode.
    let town_word = r"\p{Lu}[\p{L}'\-]*(?:[\s\-](?:(?:de|du|des|la|le|les|sur|en|lès|sous|and|am|an|d'|l')[\s\-])*\p{Lu}[\p{L}'\-]*)*";
    let end = format!(
        r"(?:\b\d{{5}}\s+\p{{L}}[\p{{L}}'\-]*(?:[\s\-]\p{{Lu}}[\p{{L}}'\-]*)*|,\s*(?:[A-Z]-)?[1-9]\d{{3}}(?:-\d{{3}})?(?:\s[A-Z]{{2}})?\s+{town_word}|\b[A-Z]{{1,2}}\d[A-Z\d]?\s?\d[A-Z]{{2}}\b|,\s*[A-Z]{{2}}\s+\d{{5}}\b)(?:\s?\([A-Z0-9]{{2,3}}\))?"
    );
    let town_first = r"\p{L}[\p{L}'\-]+,?\s+\d{5}\b";
    Some([Regex::new(&french).ok()?, Regex::new(&abroad).ok()?, Regex::new(&end).ok()?, Regex::new(town_first).ok()?])
});

/// Words before a number that is no house's.
const OTHER: &[&str] = &["zone ", "ligne ", "km "];

/// Words that tell of somebody's home: only then may the name of a way be in small letters.
const HOME: &[&str] = &["habit", "domicil", "adresse", "réside", "loge", "vis au", "vivant au", "demeur", "au ", "chez ", "n°", "sis "];

/// Characters behind such words in which an address must begin.
const REACH: usize = 90;

impl Kind for Address {
    fn id(&self) -> &'static str {
        "address"
    }

    fn digits(&self) -> usize {
        1
    }

    fn find(&self, text: &str) -> Vec<Place> {
        let (Some([french, abroad, ending, town_first]), Some(cue)) = (&*FORMS, &*CUE) else { return Vec::new() };
        let mut found: Vec<Place> = Vec::new();
        for said in cue.find_iter(text) {
            let window = window(text, said.end());
            if found.last().is_some_and(|last| last.at.end > window.start) {
                continue;
            }
            let placed = |one: regex::Match<'_>| window.start + one.start()..window.start + one.end();
            let ending = ending
                .find(&text[window.clone()])
                .or_else(|| town_first.find(&text[window.clone()]))
                .map(placed)
                .and_then(|at| Some(ended_by(text, said.end(), &at)?..at.end));
            let numbered = [french, abroad]
                .into_iter()
                .filter_map(|form| form.find(&text[window.clone()]))
                .min_by_key(|one| (one.start(), std::cmp::Reverse(one.end())));
            let numbered = numbered.map(placed).and_then(|at| Some(led_to(text, said.end(), at.start)?..at.end));
            // What reaches further is the whole of it.
            if let Some(at) = [ending, numbered].into_iter().flatten().max_by_key(|at| (at.end, std::cmp::Reverse(at.start))) {
                let end = at.start + text[at.clone()].trim_end_matches(['.', '\'', '-', ',', ' ']).len();
                found.push(Place { at: at.start..end, own: true });
            }
        }
        for captures in french.captures_iter(text) {
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
                let end = whole.start() + whole.as_str().trim_end_matches(['.', '\'', '-', ',', ' ']).len();
                found.push(Place { at: whole.start()..end, own: false });
            }
        }
        found.sort_by_key(|place| (!place.own, place.at.start));
        found
    }
}

/// The text behind a cue, to its reach.
fn window(text: &str, from: usize) -> Range<usize> {
    let end = text[from..].char_indices().nth(REACH + 80).map_or(text.len(), |(at, _)| from + at);
    from..end
}

/// Words that begin another thought: what stands behind them is no address of the writer's.
const THOUGHTS: &[&str] = &[
    "qui", "que", "où", "car", "parce", "mais", "because", "that", "which", "when", "but", "porque", "pero", "weil", "dass", "où", "quand", "depuis",
    "pourtant",
];

/// Where an address begins that ends with a postcode and a town: behind the little words after the cue.
fn ended_by(text: &str, from: usize, end: &Range<usize>) -> Option<usize> {
    let between = &text[from..end.start];
    if between.chars().count() > REACH || between.contains(['!', '?', ';', '\n']) {
        return None;
    }
    // A point between a long word and a capital ends a sentence.
    let sentence = between.match_indices(". ").any(|(at, _)| {
        let word = between[..at].rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        word.chars().count() > 4 && between[at + 2..].starts_with(char::is_uppercase)
    });
    if sentence || words(between).any(|(_, word)| THOUGHTS.contains(&word.to_lowercase().as_str())) {
        return None;
    }
    let start = words(between).find(|(_, word)| {
        let plain = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '°').to_lowercase();
        !plain.is_empty() && (!BETWEEN.contains(&plain.as_str()) || word.starts_with(char::is_uppercase))
    });
    // A postcode and a town alone say where, not in which house.
    start.map(|(at, _)| from + at)
}

/// Where the writer's address begins, if nothing but little words and parts of it stand between the cue and what was recognised.
fn led_to(text: &str, from: usize, to: usize) -> Option<usize> {
    let between = &text[from..to];
    if between.chars().count() > REACH || between.contains(['!', '?', ';', '\n']) {
        return None;
    }
    let mut start = None;
    for (at, word) in words(between) {
        let plain = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '\'' && c != '°').to_lowercase();
        if plain.is_empty() {
            continue;
        }
        let part = word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            || matches!(
                plain.as_str(),
                "bât"
                    | "bat"
                    | "bâtiment"
                    | "appt"
                    | "appartement"
                    | "apt"
                    | "esc"
                    | "escalier"
                    | "résidence"
                    | "étage"
                    | "bp"
                    | "cs"
                    | "lieu-dit"
                    | "lieudit"
                    | "ferme"
                    | "hameau"
                    | "villa"
                    | "flat"
                    | "des"
                    | "du"
                    | "de"
                    | "la"
                    | "le"
                    | "les"
            );
        match start {
            // Little words lead to it.
            None if BETWEEN.contains(&plain.as_str()) => {}
            None if part => start = Some(from + at),
            Some(_)
                if part
                    || BETWEEN.contains(&plain.as_str())
                    || plain.ends_with("ème")
                    || plain.ends_with('e') && plain.starts_with(|c: char| c.is_ascii_digit()) => {}
            _ => return None,
        }
    }
    Some(start.unwrap_or(to))
}

/// The words of a text with their places.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_whitespace().map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}
