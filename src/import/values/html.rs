//! Telling HTML from plain text.

/// Tags that platforms write into texts. A `<` before anything else is a character.
const TAGS: &[&str] = &[
    "p",
    "br",
    "div",
    "span",
    "ul",
    "ol",
    "li",
    "a",
    "strong",
    "b",
    "em",
    "i",
    "u",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "img",
    "table",
    "iframe",
    "script",
    "style",
    "font",
    "pre",
    "code",
    "hr",
    "s",
    "strike",
    "sup",
    "sub",
    "figure",
    "svg",
    "video",
    "section",
    "center",
];

/// Whether a text holds at least one HTML tag.
pub fn looks_like_html(text: &str) -> bool {
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let name = rest.strip_prefix('/').unwrap_or(rest);
        let length = name.bytes().take_while(u8::is_ascii_alphanumeric).count();
        // The next of both signs decides: looking for the end alone would search the whole text at each sign.
        let ends = name.find(['<', '>']).is_some_and(|end| name[end..].starts_with('>'));
        let closed = ends && name[length..].starts_with(['>', ' ', '/', '\n', '\t']);
        if length > 0 && closed && TAGS.iter().any(|tag| name[..length].eq_ignore_ascii_case(tag)) {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::looks_like_html;

    #[test]
    fn tags_and_only_tags() {
        for html in ["<p>a</p>", "a<br/>b", "a <A href=\"x\">b</A>", "<strong >x", "a<br>"] {
            assert!(looks_like_html(html), "{html}");
        }
        for text in ["a < b", "a <b", "x<y>z", "1 <3 > 2", "<http://x.y>", "<", "", "if a<p and"] {
            assert!(!looks_like_html(text), "{text}");
        }
    }
}
