//! Postal addresses. What a text calls the writer's own is taken out, from the first name to the town; any other is listed: a place is what
//! most proposals are about.

mod forms;
mod lead;
mod signature;

use std::ops::Range;
use std::sync::LazyLock;

use regex::{Captures, Match, Regex};

use super::words::{WORDS, anywhere};
use super::{Kind, Place, follows};
use forms::{FORMS, Forms};
use lead::{REACH, ended_by, led_to, past_little_words};

pub struct Address;

/// The words with which people say where they live, where somebody lives, and in which few houses.
static CUES: LazyLock<Option<[Regex; 3]>> = LazyLock::new(|| {
    let address = &WORDS.address;
    Some([anywhere(&address.own)?, anywhere(&address.home)?, anywhere(&address.postcode)?])
});

impl Kind for Address {
    fn id(&self) -> &'static str {
        "address"
    }

    fn digits(&self) -> usize {
        1
    }

    fn find(&self, text: &str) -> Vec<Place> {
        let (Some(forms), Some([own, home, postcode])) = (&*FORMS, &*CUES) else { return Vec::new() };
        let mut found: Vec<Place> = behind(forms, text, own).into_iter().map(Place::from).collect();
        found.extend(postcodes(forms, text, postcode).map(Place::from));
        found.extend(signature::signature(text).map(Place::from));
        // Of others only what begins as a name or a number does: "habite près de 46000 Cahors" is no address.
        let named = |at: &Range<usize>| text[at.clone()].starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        let houses = behind(forms, text, home).into_iter().filter(|at| named(at) || forms.is_house(&text[at.clone()]));
        let listed = houses.chain(french(forms, text)).chain(abroad(forms, text));
        found.extend(listed.map(|at| Place { at, own: false }));
        found.sort_by_key(|place| (!place.own, place.at.start, std::cmp::Reverse(place.at.end)));
        found
    }
}

/// The text behind a cue, to its reach.
fn window(text: &str, from: usize) -> Range<usize> {
    let end = text[from..].char_indices().nth(REACH + 80).map_or(text.len(), |(at, _)| from + at);
    from..end
}

/// The addresses to which cues lead.
fn behind(forms: &Forms, text: &str, cue: &Regex) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for said in cue.find_iter(text) {
        let near = &text[window(text, said.end())];
        if found.last().is_some_and(|last| last.end > said.end()) || !near.bytes().any(|byte| byte.is_ascii_digit()) {
            continue;
        }
        let ending = by_its_end(forms, text, said.end());
        let numbered = by_its_house(forms, text, said.end());
        // What reaches further is the whole of it.
        found.extend([ending, numbered].into_iter().flatten().max_by_key(|at| (at.end, std::cmp::Reverse(at.start))));
    }
    found
}

/// An address that a postcode and a town end.
fn by_its_end(forms: &Forms, text: &str, from: usize) -> Option<Range<usize>> {
    let window = &text[window(text, from)];
    let ended = |found: Captures| {
        let at = found.get(0)?;
        Some(from + at.start()..from + if found.name("post").is_some() { forms.placed(&found, window)? } else { at.end() })
    };
    let ending =
        forms.ending.captures_iter(window).find_map(ended).or_else(|| forms.town_and_post(window).map(|at| from + at.start..from + at.end))?;
    Some(trimmed(text, ended_by(text, from, &ending)?..ending.end))
}

/// An address that is recognised by a way and a number.
fn by_its_house(forms: &Forms, text: &str, from: usize) -> Option<Range<usize>> {
    let window = &text[window(text, from)];
    let whole = |at: Range<usize>| Some(trimmed(text, led_to(text, from, at.start)?..forms.whole(text, at.end)));
    let french = || forms.french.captures(window).map(|found| house(&found, from)).and_then(&whole);
    let known = |form: &Regex| {
        let at = shifted(form.find(window)?, from);
        (!forms.is_counting(text, &text[at.clone()], at.end)).then_some(at).and_then(&whole)
    };
    let small = || {
        let at = shifted(forms.small.find(window)?, from);
        let at = past_little_words(text, at.start)..at.end;
        (!forms.is_sentence(text, &text[at.clone()], at.end)).then_some(at).and_then(&whole)
    };
    let first = |found: [Option<Range<usize>>; 2]| found.into_iter().flatten().min_by_key(|at| (at.start, std::cmp::Reverse(at.end)));
    first([french(), known(&forms.abroad)]).or_else(|| known(&forms.cued)).or_else(small)
}

/// Postcodes of few houses, said to be the writer's.
fn postcodes<'t>(forms: &'t Forms, text: &'t str, cue: &'t Regex) -> impl Iterator<Item = Range<usize>> + 't {
    cue.find_iter(text).filter_map(|said| {
        let near = &text[window(text, said.end())];
        Some(shifted(forms.postcode.captures(near)?.name("code")?, said.end()))
    })
}

/// French addresses wherever they stand.
fn french(forms: &Forms, text: &str) -> Vec<Range<usize>> {
    let right = |found: &Captures| {
        let (Some(whole), Some(number)) = (found.get(0), found.name("number")) else { return false };
        let small = found.name("small").is_some() && !follows(text, whole.start(), 24, &WORDS.address.small);
        let of = found.name("of").is_some() && is_counted_on(text, whole.start());
        let year = number.len() == 4 && (number.as_str().starts_with("19") || number.as_str().starts_with("20"));
        !year && !small && !of && is_free(text, whole.start())
    };
    forms
        .french
        .captures_iter(text)
        .filter(right)
        .map(|found| house(&found, 0))
        .map(|at| trimmed(text, at.start..forms.whole(text, at.end)))
        .collect()
}

/// Those of other countries, where their form is sure.
fn abroad(forms: &Forms, text: &str) -> Vec<Range<usize>> {
    let right = |found: &Match| {
        let other = forms.is_counting(text, found.as_str(), found.end()) || forms.is_no_way(found.as_str()) || starts_with_year(found.as_str());
        !other && is_free(text, found.start())
    };
    forms.abroad.find_iter(text).filter(right).map(|found| trimmed(text, found.start()..forms.whole(text, found.end()))).collect()
}

/// The house alone, without the postcode that tells that the name in small letters is one.
fn house(found: &Captures, from: usize) -> Range<usize> {
    let Some(whole) = found.get(0) else { return from..from };
    let kept =
        if found.name("coded").is_some() { whole.as_str().trim_end_matches(|c: char| c.is_ascii_digit()).trim_end().len() } else { whole.len() };
    from + whole.start()..from + whole.start() + kept
}

/// Whether no number, no hour and no other thing that is numbered stands before a place.
fn is_free(text: &str, start: usize) -> bool {
    let before = &text[..start];
    let joined = before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | ',' | '/' | '-'));
    // "23 h 40, rue du Marché" tells the hour.
    let hour = before.trim_end().strip_suffix(['h', 'H']).is_some_and(|before| before.trim_end().ends_with(|c: char| c.is_ascii_digit()));
    !joined && !hour && !follows(text, start, 6, &WORDS.address.other)
}

/// "au 19 de la rue Haute" is a house; "entre le 12 et le 48 de la rue Haute", "le 14 de la place" after other numbers are none.
fn is_counted_on(text: &str, start: usize) -> bool {
    let near = text[..start].char_indices().rev().nth(23).map_or(0, |(at, _)| at);
    let before = text[near..start].to_lowercase();
    let led = ["au", "le", "du", "n°", "numéro"].iter().any(|word| before.trim_end().ends_with(word));
    !led || before.contains("entre") || before.contains(|c: char| c.is_ascii_digit())
}

fn starts_with_year(found: &str) -> bool {
    let number: String = found.chars().take_while(char::is_ascii_digit).collect();
    number.len() == 4 && (number.starts_with("19") || number.starts_with("20")) && found[4..].starts_with([' ', ','])
}

fn shifted(found: Match, by: usize) -> Range<usize> {
    by + found.start()..by + found.end()
}

/// Without the signs at its end.
fn trimmed(text: &str, at: Range<usize>) -> Range<usize> {
    let mut whole = &text[at.clone()];
    loop {
        let end = whole.trim_end_matches(['.', '\'', '-', ',', ' ', '\n', '(']);
        // A bracket that was opened before the address is closed behind it.
        let end = if end.contains('(') { end } else { end.trim_end_matches(')') };
        if end.len() == whole.len() {
            return at.start..at.start + end.len();
        }
        whole = end;
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Finding, find};

    /// What is taken out and what is listed.
    fn values(text: &str) -> (Vec<String>, Vec<String>) {
        let (own, listed): (Vec<_>, Vec<_>) = find(text).into_iter().partition(|found| found.own);
        let values = |found: Vec<Finding>| found.into_iter().map(|found| text[found.at].to_owned()).collect();
        (values(own), values(listed))
    }

    #[test]
    fn the_writers_own_are_taken_out_whole_and_nothing_else() {
        for (text, own) in [
            (
                "on vit au 5 rue des Aulnes, bâtiment C, 2e étage, 35000 Rennes et tout va bien",
                "5 rue des Aulnes, bâtiment C, 2e étage, 35000 Rennes",
            ),
            ("J'habite 5 rue des Aulnes, escalier côté cour", "5 rue des Aulnes"),
            ("vivo en la calle Mayor 9, 45600 Talavera de la Reina y llueve", "calle Mayor 9, 45600 Talavera de la Reina"),
            ("vivo en el Cortijo Alto, 18260 sin luz", "Cortijo Alto, 18260"),
            ("mi direccion es cl ancha 23 2ºdcha, llevan meses", "cl ancha 23 2ºdcha"),
            ("I live at flat 3, 118 queens rd and hear all", "flat 3, 118 queens rd"),
            ("visc al carrer de la Font 12, 2n 1a i plou", "carrer de la Font 12, 2n 1a"),
            ("ich wohne in der straße des friedens 4", "straße des friedens 4"),
            ("we’re at 4 Rowan Court", "4 Rowan Court"),
            ("Jean Morel\n6 allée des Charmes\n35235 Thorigné-Fouillard", "6 allée des Charmes\n35235 Thorigné-Fouillard"),
        ] {
            assert_eq!(values(text).0, [own], "{text}");
        }
    }

    #[test]
    fn those_of_others_are_listed() {
        for (text, listed) in [
            ("Mi abuela vive en la calle Mayor 9 y no sale", "calle Mayor 9"),
            ("Mein Vater wohnt in der Ahornallee 23", "Ahornallee 23"),
            ("Mia madre abita in via dei Tigli 31", "via dei Tigli 31"),
            ("Minha mãe mora na Rua das Flores 58", "Rua das Flores 58"),
            ("Mrs Jones lives at 31 Mill Lane", "31 Mill Lane"),
            ("La dame au 19 de la rue Haute", "19 de la rue Haute"),
            ("We were at 4 Rowan Court", "4 Rowan Court"),
            ("Salle des Fêtes\n6 allée des Charmes\n35235 Thorigné", "6 allée des Charmes\n35235 Thorigné"),
        ] {
            assert_eq!(values(text), (Vec::new(), vec![listed.to_owned()]), "{text}");
        }
    }

    #[test]
    fn sentences_with_numbers_are_no_addresses() {
        for text in [
            "J'habite une belle ville de 38000 habitants",
            "vivo en la calle ancha y hay 23 coches",
            "my house is 5 minutes from the park",
            "Entre le n° 12 et le n° 48 de la rue Haute",
            "In 2012 High Street was closed",
            "la calle Serrano 2023 fue",
            "Der Radweg 3 ist zu",
        ] {
            assert_eq!(values(text), (Vec::new(), Vec::new()), "{text}");
        }
    }
}
