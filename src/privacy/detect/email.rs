//! Addresses of e-mail, also as people write them to hide them from robots, and as they mistype them.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::{Kind, Place, Signs, first_and_longest};

pub struct Email;

/// Endings of addresses that people have: where an address is spelled out or broken, only these tell it from a sentence.
const ENDINGS: &str = "fr|com|org|net|eu|es|de|it|be|ch|uk|co\\.uk|pt|nl|at|cat|gal|eus|bzh|corsica|alsace|paris|info|io|re|gp|mq|nc|pf|ca|lu|ie|us|example|invalid|test|gouv\\.fr|coop|asso\\.fr|pl|cz|hu|ro|fi|se|dk|no|br|mx|ar";

/// Providers whose name alone tells: "antoine chez gmail".
const PROVIDERS: &str = "gmail|hotmail|outlook|yahoo|orange|free|laposte|sfr|wanadoo|icloud|protonmail|proton|gmx|live|msn|bbox|numericable|aol|neuf|riseup|web\\.de|libero|sapo|telefonica";

static FORMS: LazyLock<Option<[Regex; 5]>> = LazyLock::new(|| {
    let word = r"[\p{L}\p{N}](?:[\p{L}\p{N}._%+'\-]*[\p{L}\p{N}_+\-])?";
    let part = r"[\p{L}\p{N}](?:[\p{L}\p{N}\-]*[\p{L}\p{N}])?";
    // "at" between brackets or underlines, or a word for the sign itself.
    let at = r"(?:\s*[\[({<]\s*(?:at|a|@|ät|arobase|arobas|arobaz|arobaze|apenstaartje|arroba|chiocciola|klammeraffe|chez)\s*[\])}>]\s*|[\s._\-]+(?:arobase|arobas|arobaz|arobaze|apenstaartje|arrobase|arroba|chiocciola|klammeraffe)[\s._\-]+|\s*_+(?:at|arobase|arroba)_+\s*|\s*-+(?:at|arobase)-+\s*|\s*@\s*)";
    let dot = r"(?:\s*[\[({<]\s*(?:dot|point|punto|ponto|punkt|punt|\.)\s*[\])}>]\s*|\s+(?:dot|point|punto|ponto|punkt|punt|pt)\s+|_+(?:dot|point|punto)_+|\s*-+(?:dot|point)-+\s*|\s?\.\s?)";
    let spoken_dot = r"(?:\s*[\[({<]\s*(?:dot|point|punto|ponto|punkt|punt)\s*[\])}>]\s*|\s+(?:dot|point|punto|ponto|punkt|punt)\s+|\s+\.\s*)";
    let name = format!(
        r"{word}(?:(?:\s*[\[({{]\s*(?:dot|point|punto|ponto|punkt|\.)\s*[\])}}]\s*|\s+(?:dot|point|punto|ponto|punkt|tiret\s+bas|tiret\s+du\s+milieu|tiret\s+du\s+8|tiret|underscore|guion\s+bajo|guión\s+bajo)\s+){word})*"
    );
    let new = |form: String| Regex::new(&form).ok();
    Some([
        // As it should be.
        new(format!(r"(?i)(?:[\p{{L}}\p{{N}}]+,)?{word}@+(?:{part}\.)+\p{{L}}{{2,}}"))?,
        // Disguised sign, any dots.
        new(format!(r"(?i){name}{at}(?:{part}{dot})+(?:{ENDINGS})\b"))?,
        // A plain word for the sign: only where the dots are disguised too.
        new(format!(r"(?i){name}\s+(?:at|chez|a|à|bei|en)\s+(?:{part}{spoken_dot})+(?:{ENDINGS})\b"))?,
        // A provider without ending, or with a broken one.
        new(format!(r"(?i){word}(?:{at}|\s+chez\s+)(?:{PROVIDERS})(?:[,;:]\s?(?:{ENDINGS})|\.?(?:com|fr|es|net|org)?)"))?,
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

/// Words that stand before "point" in a sentence, and are no name of a host: "à un point de non retour".
const BEFORE_POINT: &str = " un une le la ce cet cette tel quel aucun chaque mon son leur notre au el los las una este esta ese otro otra que cada tal algun algún ningun mi su cierto primer el els aquest aquell aquesta altre altra quin cap a the this that some any what which one every no at ein einem diesem jedem welchem o um uma este esse il lo uno quel questo che ";

/// Whether the sign stands for both genders at the end of a sentence: "niñ@s. Es" is no address.
fn is_plural(found: &str) -> bool {
    let Some((_, host)) = found.rsplit_once('@') else { return false };
    let Some((label, rest)) = host.split_once('.') else { return false };
    label.chars().count() <= 2 && rest.starts_with(char::is_whitespace)
}

/// Whether a spelled-out address is a phrase about a point.
fn is_phrase(found: &str) -> bool {
    if found.contains('@') {
        return false;
    }
    let words: Vec<String> = found.split_whitespace().map(str::to_lowercase).collect();
    let point = |word: &str| matches!(word, "point" | "punto" | "punt" | "ponto" | "punkt" | "dot");
    words
        .iter()
        .rposition(|word| point(word))
        .and_then(|at| words.get(at.checked_sub(1)?))
        .is_some_and(|before| BEFORE_POINT.contains(&format!(" {before} ")))
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
