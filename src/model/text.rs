//! Texts of participants: cleaned once, then reused by page, feed and export.

use std::borrow::Cow;

/// What the characters of a [`Text`] are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Markup {
    /// Plain text: line breaks mean line breaks.
    Plain,
    /// HTML that came out of the cleaner: only its allow-list, always well formed.
    Html,
}

/// A cleaned text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// How to read it.
    pub markup: Markup,
    /// The characters.
    pub value: Box<str>,
}

impl Text {
    /// No text.
    pub fn empty() -> Self {
        Self { markup: Markup::Plain, value: "".into() }
    }

    /// A plain text.
    pub fn plain(value: impl Into<Box<str>>) -> Self {
        Self { markup: Markup::Plain, value: value.into() }
    }

    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.value.is_empty()
    }

    /// The text without markup, as tables publish it: paragraphs and items on lines of their own.
    pub fn to_plain(&self) -> Cow<'_, str> {
        match self.markup {
            Markup::Plain => Cow::Borrowed(&self.value),
            Markup::Html => Cow::Owned(strip(&self.value)),
        }
    }
}

/// Tags that end a line of text.
const BLOCKS: &[&str] = &["p", "br", "li", "blockquote", "h3", "h4", "h5", "h6", "pre", "tr", "table", "ul", "ol"];

/// Takes the tags out of cleaned HTML. Relies on what the cleaner guarantees: every `<` starts a tag, every `&` an entity
/// of the five that the serialiser writes.
fn strip(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find(['<', '&', '\n']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        match rest.as_bytes()[0] {
            b'<' => {
                let end = rest.find('>').map_or(rest.len(), |end| end + 1);
                let name = rest[1..end].trim_start_matches('/');
                let name = &name[..name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len())];
                if BLOCKS.contains(&name) && !out.is_empty() && !out.ends_with('\n') {
                    out.truncate(out.trim_end_matches(' ').len());
                    out.push('\n');
                } else if name == "td" || name == "th" {
                    out.push(' ');
                }
                rest = &rest[end..];
            }
            // Line breaks in HTML source are white space.
            b'\n' => {
                if !out.is_empty() && !out.ends_with([' ', '\n']) {
                    out.push(' ');
                }
                rest = &rest[1..];
            }
            _ => {
                let (text, length) = entity(rest);
                out.push_str(text);
                rest = &rest[length..];
            }
        }
    }
    out.push_str(rest);
    out.truncate(out.trim_end().len());
    out.drain(..out.len() - out.trim_start().len());
    out
}

fn entity(text: &str) -> (&'static str, usize) {
    for (name, value) in [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&nbsp;", "\u{a0}")] {
        if text.starts_with(name) {
            return (value, name.len());
        }
    }
    ("&", 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_becomes_lines_of_text() {
        let text = Text {
            markup: Markup::Html,
            value: "<p>Un &amp; <strong>deux</strong>\nlignes</p><ul><li>a</li><li>b &lt; c</li></ul><p>fin<br>ici</p>".into(),
        };
        assert_eq!(text.to_plain(), "Un & deux lignes\na\nb < c\nfin\nici");
    }

    #[test]
    fn plain_text_is_borrowed() {
        assert!(matches!(Text::plain("a < b & c").to_plain(), Cow::Borrowed("a < b & c")));
    }
}
