//! Cleaned texts as HTML.

use std::fmt::Write;

use crate::model::{Markup, Text};

/// A text as HTML: cleaned HTML as it is; plain text as paragraphs with its line breaks, addresses made links.
pub fn to_html(text: &Text) -> String {
    match text.markup {
        Markup::Html => text.value.to_string(),
        Markup::Plain => plain_to_html(&text.value),
    }
}

/// Paragraphs from which each has an anchor of its own.
const ANCHORED: usize = 4;

/// The same; each paragraph of a long text has an anchor `p1`, `p2`… and a link to it, named by `label`.
pub fn to_html_anchored(text: &Text, label: &str) -> String {
    let html = to_html(text);
    if html.matches("<p>").count() < ANCHORED {
        return html;
    }
    let mut out = String::with_capacity(html.len() * 2);
    for (number, part) in html.split("<p>").enumerate() {
        if number > 0 {
            // Writing into a string cannot fail.
            let _ = write!(out, "<p id=\"p{number}\"><a class=\"para\" href=\"#p{number}\" title=\"");
            escape(&mut out, label);
            let _ = write!(out, " {number}\">¶</a>");
        }
        out.push_str(part);
    }
    out
}

fn plain_to_html(text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    let mut html = String::with_capacity(text.len() + text.len() / 8 + 7);
    for paragraph in text.split("\n\n").filter(|paragraph| !paragraph.is_empty()) {
        html.push_str("<p>");
        for (index, line) in paragraph.split('\n').enumerate() {
            if index > 0 {
                html.push_str("<br>");
            }
            linked(&mut html, line);
        }
        html.push_str("</p>");
    }
    html
}

/// Escapes a line and makes its web addresses links.
fn linked(html: &mut String, line: &str) {
    let mut rest = line;
    while let Some(at) = rest.find("http") {
        let url = &rest[at..];
        if !(url.starts_with("http://") || url.starts_with("https://")) {
            escape(html, &rest[..at + 4]);
            rest = &rest[at + 4..];
            continue;
        }
        escape(html, &rest[..at]);
        let end = url.find(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '«' | '»')).unwrap_or(url.len());
        let url = url[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'', '’', '…']);
        if url.len() > 10 {
            html.push_str("<a href=\"");
            escape(html, url);
            html.push_str("\" rel=\"nofollow noopener ugc\">");
            escape(html, url);
            html.push_str("</a>");
        } else {
            escape(html, url);
        }
        rest = &rest[at + url.len()..];
    }
    escape(html, rest);
}

/// Writes a text for HTML: in elements and in quoted attributes.
pub fn escape(html: &mut String, text: &str) {
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate() {
        let entity = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            b'\'' => "&#39;",
            _ => continue,
        };
        html.push_str(&text[from..at]);
        html.push_str(entity);
        from = at + 1;
    }
    html.push_str(&text[from..]);
}

/// A sentence made of parts of which some may be empty, without the commas of those.
pub fn without_gaps(sentence: &str) -> String {
    let mut out = sentence.trim().to_owned();
    for (gap, whole) in [(", ,", ","), (", .", "."), ("  ", " ")] {
        while out.contains(gap) {
            out = out.replace(gap, whole);
        }
    }
    out.trim_start_matches([',', ' ']).to_owned()
}

/// The beginning of a text, whole words, at most `limit` characters.
pub fn excerpt(text: &str, limit: usize) -> String {
    let mut out = String::new();
    let mut length = 0;
    for word in text.split_whitespace() {
        let size = word.chars().count();
        if length + size + 1 > limit {
            if out.is_empty() {
                out.extend(word.chars().take(limit));
            }
            out.push('…');
            return out;
        }
        if !out.is_empty() {
            out.push(' ');
            length += 1;
        }
        out.push_str(word);
        length += size;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn paragraphs_breaks_and_links() {
        let html = to_html(&Text::plain("a & b\nc\n\nvoir https://x.org/?a=1&b=2. Fin http"));
        assert_eq!(
            html,
            "<p>a &amp; b<br>c</p><p>voir <a href=\"https://x.org/?a=1&amp;b=2\" rel=\"nofollow noopener ugc\">https://x.org/?a=1&amp;b=2</a>. Fin http</p>"
        );
    }

    #[test]
    fn long_texts_have_anchors() {
        let html = to_html_anchored(&Text::plain("a\n\nb\n\nc\n\nd"), "Paragraph");
        assert!(html.contains("<p id=\"p4\"><a class=\"para\" href=\"#p4\" title=\"Paragraph 4\">¶</a>d</p>"), "{html}");
        assert_eq!(to_html_anchored(&Text::plain("a\n\nb"), "Paragraph"), "<p>a</p><p>b</p>");
    }

    #[test]
    fn empty_parts_leave_no_commas() {
        assert_eq!(without_gaps("A, “b”, c, , . "), "A, “b”, c.");
        assert_eq!(without_gaps(", “b”, , 2022. x"), "“b”, 2022. x");
    }

    #[test]
    fn excerpts_end_between_words() {
        assert_eq!(excerpt("un deux\n trois", 8), "un deux…");
        assert_eq!(excerpt("un deux", 20), "un deux");
        assert_eq!(excerpt("abcdefghij", 4), "abcd…");
    }

    proptest! {
        #[test]
        fn plain_text_never_becomes_markup(text in "[a-z<>&\"'/:h=tp. \n]{0,60}") {
            let html = to_html(&Text::plain(text.trim()));
            let rest = html.replace("<p>", "").replace("</p>", "").replace("<br>", "").replace("</a>", "");
            for piece in rest.split('<').skip(1) {
                prop_assert!(piece.starts_with("a href=\"http"), "{html}");
            }
        }
    }
}
