//! Addresses of e-mail, also as people write them to hide them from robots, and as they mistype them.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::words::{EDGE, WORDS, any, folded};
use super::{Kind, Place, Signs, first_and_longest};

pub struct Email;

static FORMS: LazyLock<Option<[Regex; 5]>> = LazyLock::new(|| {
    let email = &WORDS.email;
    // "gmailcom": the ending may hang on it.
    let providers = any(&email.providers).replace(EDGE, "");
    let (endings, signs, dots) = (any(&email.endings), any(&email.signs), any(&email.dots));
    let (bracketed, plain_signs, strokes) =
        (any(&[&email.signs_in_brackets[..], &email.signs].concat()), any(&email.plain_signs), any(&email.strokes));
    let word = r"[\p{L}\p{N}](?:[\p{L}\p{N}._%+'\-]*[\p{L}\p{N}_+\-])?";
    let part = r"[\p{L}\p{N}](?:[\p{L}\p{N}\-]*[\p{L}\p{N}])?";
    // "at" between brackets or underlines, or a word for the sign itself.
    let at = format!(
        r"(?:\s*[\[({{<]\s*{bracketed}\s*[\])}}>]\s*|[\s._\-]+{signs}[\s._\-]+|\s*_+(?:at|arobase|arroba|arrova)_+\s*|\s*-+(?:at|arobase)-+\s*|\s*@\s*)"
    );
    let dot =
        format!(r"(?:\s*[\[({{<]\s*(?:{dots}|\.)\s*[\])}}>]\s*|\s+(?:{dots}|pt)\s+|_+(?:dot|point|punto|punt)_+|\s*-+(?:dot|point)-+\s*|\s?\.\s?)");
    let spoken_dot = format!(r"(?:\s*[\[({{<]\s*{dots}\s*[\])}}>]\s*|\s+{dots}\s+|\s+\.\s*)");
    let name = format!(r"{word}(?:(?:\s*[\[({{]\s*(?:{dots}|\.)\s*[\])}}]\s*|\s+(?:{dots}|{strokes})\s+){word})*");
    let new = |form: String| Regex::new(&form).ok();
    Some([
        // As it should be.
        new(format!(r"(?i)(?:[\p{{L}}\p{{N}}]+,)?{word}@+(?:{part}\.)+\p{{L}}{{2,}}"))?,
        // Disguised sign, any dots.
        new(format!(r"(?i){name}{at}(?:{part}{dot})+{endings}"))?,
        // A plain word for the sign: only where the dots are disguised too.
        new(format!(r"(?i){name}\s+{plain_signs}\s+(?:{part}{spoken_dot})+{endings}"))?,
        // A provider without ending, or with a broken one.
        new(format!(r"(?i){word}(?:{at}|\s+chez\s+){providers}(?:[,;:]\s?{endings}|\.?(?:com|fr|es|net|org)?)"))?,
        // Letter by letter.
        new(r"(?i)(?:[\p{L}\p{N}._\-]\s){2,}@(?:\s[\p{L}\p{N}._\-]){4,}".to_owned())?,
    ])
});

impl Kind for Email {
    fn id(&self) -> &'static str {
        "email"
    }

    fn digits(&self) -> usize {
        0
    }

    fn find(&self, text: &str) -> Vec<Place> {
        let Some(forms) = &*FORMS else { return Vec::new() };
        let sign = text.contains('@');
        let spelled = spelled(text);
        let mut found: Vec<Range<usize>> = Vec::new();
        for (form, asked) in forms.iter().zip([sign, sign || spelled, spelled, sign || spelled, sign]) {
            if asked {
                found.extend(form.find_iter(text).map(|found| found.range()).filter(|at| is_address(text, at)));
            }
        }
        first_and_longest(found)
    }

    fn possible(&self, _: &Signs) -> bool {
        true
    }
}

/// Whether a text may spell the sign out: one look for the letters of the words for it.
fn spelled(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.windows(3).any(|three| {
        let small = [three[0] | 32, three[1] | 32, three[2] | 32];
        let sign = |byte: u8| matches!(byte, b' ' | b'[' | b'(' | b'{' | b'<' | b'_' | b'-' | b'\n');
        (sign(three[0]) && small[1] == b'a' && (matches!(small[2], b't' | b'r' | b'p') || !three[2].is_ascii_alphanumeric()))
            || (sign(three[0]) && small[1] == b'c' && small[2] == b'h')
            || (sign(three[0]) && three[1] == 0xc3)
            || (sign(three[0]) && small[1] == b'k' && small[2] == b'l')
            || (matches!(three[0], b'.') && small[1] == b'a' && small[2] == b'r')
    })
}

/// Whether the sign stands for both genders at the end of a sentence: "niñ@s. Es" is no address.
fn is_plural(found: &str) -> bool {
    let Some((_, host)) = found.rsplit_once('@') else { return false };
    let Some((label, rest)) = host.split_once('.') else { return false };
    label.chars().count() <= 2 && rest.starts_with(char::is_whitespace)
}

/// Whether a spelled-out address is a phrase about a point, or of a time: "à un point de non retour", "come at ten dot com".
fn is_phrase(found: &str) -> bool {
    if found.contains('@') {
        return false;
    }
    let email = &WORDS.email;
    let is = |list: &[String], word: &str| list.iter().any(|other| other == word);
    let words: Vec<String> = found.split_whitespace().map(str::to_lowercase).collect();
    let dotted = words
        .iter()
        .rposition(|word| is(&email.dots, word))
        .and_then(|at| words.get(at.checked_sub(1)?))
        .is_some_and(|before| is(&email.before_dot, before));
    let verb = words.windows(2).any(|two| is(&email.plain_signs, &two[1]) && email.no_names.iter().any(|verb| folded(&two[0]) == folded(verb)));
    dotted || verb
}

/// A sign inside an address of the web names an account, and a hyphenated word is none.
fn is_address(text: &str, at: &Range<usize>) -> bool {
    let start = text[..at.start].char_indices().rev().take(300).take_while(|(_, c)| !c.is_whitespace()).last().map_or(at.start, |(at, _)| at);
    let before = &text[start..at.start];
    let web = before.contains("://") && !before.contains(['?', '&', '=']);
    let name = text[at.clone()].split(['@', '(', '[', '{', ' ', '_']).next().unwrap_or_default();
    // "rendez-vous @ 18h", "Merci @ville.fr": before a handle stands a word of its own.
    let handle = text[at.clone()].contains(" @")
        && !text[at.clone()].contains("@ ")
        && !name.contains(['.', '_', '-'])
        && !name.contains(|c: char| c.is_ascii_digit());
    let single = text[at.clone()].starts_with(|c: char| c.is_alphanumeric());
    // "Je vais chez Orange": a name of one word before a shop.
    let shop = !text[at.clone()].contains('@')
        && text[at.clone()].to_lowercase().contains(" chez ")
        && !text[at.clone()].contains('.')
        && !text[at.clone()].contains("point")
        && !name.contains(|c: char| c.is_ascii_digit() || matches!(c, '.' | '_'));
    let lone_handle = handle && text[at.clone()].matches(' ').count() == 1;
    single && !web && !shop && !lone_handle && !is_plural(&text[at.clone()]) && !is_phrase(&text[at.clone()])
}
