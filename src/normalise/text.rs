//! Plain texts and lines, cleaned.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::{markdown, markup};
use crate::archive::BodyMarkup;
use crate::import::{RawText, looks_like_html};
use crate::model::{Markup, Text};

/// Cleans a body; says what markup had to go, if any. Relative links are those of the page at `base`.
pub fn body(raw: &RawText, base: Option<&str>) -> (Text, Option<&'static str>) {
    if raw.value.trim().is_empty() {
        return (Text::empty(), None);
    }
    let html = match raw.markup {
        BodyMarkup::Html => true,
        BodyMarkup::Auto => looks_like_html(&raw.value) || has_entity(&raw.value),
        BodyMarkup::Text => false,
        BodyMarkup::Markdown => {
            let rendered = markdown::contribution(&plain(&raw.value));
            let (value, removed) = markup::clean(&rendered, base);
            return (Text { markup: Markup::Html, value: without_controls(value).into() }, removed);
        }
    };
    if html {
        let (value, removed) = markup::clean(&plain(&raw.value), base);
        return (Text { markup: Markup::Html, value: without_controls(value).into() }, removed);
    }
    (Text::plain(plain(&raw.value)), None)
}

/// An id as it may be shown: a control character becomes its picture, each another one, so that ids stay apart.
pub fn identity(id: Box<str>) -> Box<str> {
    if !id.contains(char::is_control) {
        return id;
    }
    let picture = |c: char| match u32::from(c) {
        code @ 0..0x20 => char::from_u32(0x2400 + code).unwrap_or(c),
        0x7f => '\u{2421}',
        code @ 0x80..0xa0 => char::from_u32(0xe000 + code).unwrap_or(c),
        _ => c,
    };
    id.chars().map(picture).collect::<String>().into()
}

/// The words of a text of an export.
pub fn plain_of(raw: &RawText) -> String {
    body(raw, None).0.to_plain().into_owned()
}

/// A title: one line, without markup.
pub fn title(raw: &str) -> String {
    if looks_like_html(raw) || has_entity(raw) {
        return line(&markup::to_text(raw));
    }
    line(raw)
}

/// One line: controls gone, white space collapsed, NFC.
pub fn line(raw: &str) -> String {
    let text = plain(raw);
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    // Narrow and ordinary no-break spaces are punctuation in French and stay.
    if text.contains(['\u{a0}', '\u{202f}']) { collapse_keeping_no_break(&text) } else { out }
}

fn collapse_keeping_no_break(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.trim().chars() {
        if c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}') {
            if !out.ends_with(' ') {
                out.push(' ');
            }
        } else {
            out.push(c);
        }
    }
    out
}

/// A plain text: line ends made `\n`, controls gone, at most one empty line in a row, NFC, trimmed.
pub fn plain(raw: &str) -> String {
    let composed: Cow<'_, str> = match is_nfc_quick(raw.chars()) {
        IsNormalized::Yes => Cow::Borrowed(raw),
        _ => Cow::Owned(raw.nfc().collect()),
    };
    let trimmed = composed.trim();
    if !trimmed.bytes().any(|b| b < 0x20 || b == 0x7f) && !has_controls(trimmed) {
        return trimmed.to_owned();
    }
    let mut out = String::with_capacity(trimmed.len());
    let mut breaks = 0;
    let mut chars = trimmed.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' if chars.peek() == Some(&'\n') => {}
            '\r' | '\n' | '\u{2028}' | '\u{2029}' => {
                breaks += 1;
                if breaks <= 2 {
                    out.truncate(out.trim_end_matches([' ', '\t']).len());
                    out.push('\n');
                }
            }
            '\t' => out.push(' '),
            c if is_control(c) => {}
            c => {
                if c != ' ' {
                    breaks = 0;
                }
                out.push(c);
            }
        }
    }
    // Controls at the ends may have hidden white space from the first trim.
    match out.trim() {
        whole if whole.len() == out.len() => out,
        trimmed => trimmed.to_owned(),
    }
}

/// Characters that no reader should meet: C0 and C1 controls, byte order marks, noncharacters, and marks that turn the direction
/// of what follows them (direction is settled by markup).
fn is_control(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
        || matches!(c, '\u{feff}' | '\u{fffe}' | '\u{ffff}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Markup whose entities were opened without the characters that no reader should meet.
fn without_controls(html: String) -> String {
    if has_controls(&html) { html.chars().filter(|c| !is_control(*c)).collect() } else { html }
}

/// Whether a text holds such characters.
pub fn has_controls(text: &str) -> bool {
    text.bytes().any(|b| (b < 0x20 && !matches!(b, b'\n' | b'\r' | b'\t')) || b == 0x7f || b == 0xc2 || b == 0xef || b == 0xe2)
        && text.chars().any(is_control)
}

/// Whether a text without tags holds HTML entities.
fn has_entity(text: &str) -> bool {
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        rest = &rest[at + 1..];
        let length = rest.bytes().take(10).take_while(|b| b.is_ascii_alphanumeric() || *b == b'#').count();
        let name = &rest[..length];
        if rest[length..].starts_with(';') && (name.starts_with('#') || ENTITIES.contains(&name)) {
            return true;
        }
    }
    false
}

/// Entities that exports leave in texts.
const ENTITIES: &[&str] = &[
    "amp", "lt", "gt", "quot", "apos", "nbsp", "eacute", "egrave", "ecirc", "euml", "agrave", "acirc", "ccedil", "icirc", "iuml", "ocirc", "ugrave",
    "ucirc", "rsquo", "lsquo", "ldquo", "rdquo", "laquo", "raquo", "hellip", "ndash", "mdash", "euro", "aacute", "iacute", "oacute", "uacute",
    "ntilde", "oelig",
];

/// A language code of two or three letters, with its region if written.
pub fn language(code: &str) -> Option<Box<str>> {
    let code = code.trim().replace('_', "-");
    let mut parts = code.split('-');
    let first = parts.next()?;
    let sound = (2..=3).contains(&first.len())
        && parts.all(|part| (2..=8).contains(&part.len()))
        && code.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    (sound && first.bytes().all(|b| b.is_ascii_alphabetic())).then(|| code.to_lowercase().into())
}

/// Whether a text is an address of the web that may be linked.
pub fn is_address(url: &str) -> bool {
    (url.starts_with("http://") || url.starts_with("https://"))
        && url.len() < 2000
        && !url.chars().any(|c| c.is_whitespace() || c.is_control() || c == '"' || c == '<' || c == '>')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ids_have_no_controls() {
        assert_eq!(&*identity("a\u{0}b\u{7f}".into()), "a\u{2400}b\u{2421}");
        assert_eq!(&*identity("12".into()), "12");
    }

    #[test]
    fn lines_and_paragraphs() {
        assert_eq!(plain("  a\r\nb\r\rc\n\n\n\nd\u{0}\u{7f} "), "a\nb\n\nc\n\nd");
        assert_eq!(line(" a\n  b\u{a0}! "), "a b\u{a0}!");
        assert_eq!(title("Caf&eacute; &amp; <b>th\u{e9}</b>"), "Café & thé");
        assert_eq!(title("a < b & c"), "a < b & c");
        assert_eq!(plain("e\u{301}"), "é");
    }

    #[test]
    fn bodies_are_html_only_where_they_hold_html() {
        let raw = |value: &str| RawText { markup: BodyMarkup::Auto, value: value.into() };
        assert_eq!(body(&raw("1 < 2 & 3"), None).0, Text::plain("1 < 2 & 3"));
        let (html, removed) = body(&raw("<p onclick=\"x()\">a<script>b</script></p>"), None);
        assert_eq!((&*html.value, removed), ("<p>a</p>", Some("script")));
    }

    #[test]
    fn addresses_and_languages() {
        assert!(is_address("https://x.org/a?b=c"));
        for bad in ["javascript:alert(1)", "//x.org", "https://x.org/\"><script>", "http://a b", ""] {
            assert!(!is_address(bad), "{bad}");
        }
        assert_eq!(language("fr_FR").as_deref(), Some("fr-fr"));
        assert_eq!(language("<b>"), None);
    }

    proptest! {
        #[test]
        fn cleaning_twice_changes_nothing(text in "\\PC{0,40}|[ \\t\\r\\na-c\\x00]{0,40}") {
            let once = plain(&text);
            prop_assert_eq!(&plain(&once), &once);
        }
    }
}
