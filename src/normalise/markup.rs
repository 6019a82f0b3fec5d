//! HTML of participants through a tight allow-list (ammonia): no pictures, no styles, no scripts, links to the web only.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::LazyLock;

use ammonia::Builder;

use crate::model::{Markup, Text};

/// Tags a contribution may hold.
const TAGS: &[&str] = &[
    "p",
    "br",
    "ul",
    "ol",
    "li",
    "strong",
    "em",
    "b",
    "i",
    "a",
    "blockquote",
    "h3",
    "h4",
    "h5",
    "h6",
    "code",
    "pre",
    "sub",
    "sup",
    "s",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
];

/// Tags whose disappearance is worth a remark, as what they were.
const REMARKABLE: &[&str] = &["script", "img", "iframe", "video", "svg", "style", "object", "form"];

static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::default();
    builder
        .tags(TAGS.iter().copied().collect())
        .clean_content_tags(HashSet::from(["script", "style", "noscript", "template", "title", "textarea", "iframe", "object"]))
        .generic_attributes(HashSet::new())
        .tag_attributes([("a", HashSet::from(["href"]))].into_iter().collect())
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .url_relative(ammonia::UrlRelative::Deny)
        .link_rel(Some("nofollow noopener ugc"));
    builder
});

static TEXT: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::empty();
    builder.clean_content_tags(HashSet::from(["script", "style"]));
    builder
});

/// Cleans a fragment; says which remarkable tag it held.
pub fn clean(html: &str) -> (String, Option<&'static str>) {
    let removed = if html.contains('<') {
        let lower = html.to_ascii_lowercase();
        REMARKABLE.iter().find(|tag| lower.contains(&format!("<{tag}"))).copied()
    } else {
        None
    };
    // What a browser makes of the result must be the result: badly nested markup may need a second pass, and what never settles
    // is shown without markup.
    let mut cleaned = CLEANER.clean(&headings(html)).to_string();
    for _ in 0..4 {
        let again = CLEANER.clean(&cleaned).to_string();
        if again == cleaned {
            return (cleaned, removed);
        }
        cleaned = again;
    }
    (TEXT.clean(html).to_string(), removed)
}

/// Titles of the first and second level belong to the page: those of participants become third.
fn headings(html: &str) -> Cow<'_, str> {
    if !["<h1", "<h2", "<H1", "<H2"].iter().any(|tag| html.contains(tag)) {
        return Cow::Borrowed(html);
    }
    let mut out = html.to_owned();
    for (from, to) in
        [("<h1", "<h3"), ("</h1", "</h3"), ("<h2", "<h3"), ("</h2", "</h3"), ("<H1", "<h3"), ("</H1", "</h3"), ("<H2", "<h3"), ("</H2", "</h3")]
    {
        out = out.replace(from, to);
    }
    Cow::Owned(out)
}

/// The text of a fragment.
pub fn to_text(html: &str) -> String {
    let text = Text { markup: Markup::Html, value: TEXT.clean(html).to_string().into() };
    text.to_plain().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn hostile_markup_is_text_or_nothing() {
        for (html, expected) in [
            ("<a href=\"javascript:alert(1)\">x</a>", "<a rel=\"nofollow noopener ugc\">x</a>"),
            ("<a href=\"https://x.org/\" onclick=\"y\">x</a>", "<a href=\"https://x.org/\" rel=\"nofollow noopener ugc\">x</a>"),
            ("<img src=x onerror=alert(1)>a", "a"),
            ("<svg><script>alert(1)</script></svg>b", "b"),
            ("<p style=\"position:fixed\" id=\"main\" class=\"x\">c</p>", "<p>c</p>"),
            ("<h1>d</h1>", "<h3>d</h3>"),
            ("{{ e }}", "{{ e }}"),
        ] {
            assert_eq!(clean(html).0, expected);
        }
        assert_eq!(clean("<IMG src=x>").1, Some("img"));
    }

    proptest! {
        #[test]
        fn cleaning_is_idempotent(html in "(<(p|b|a href=\"http://x/\"|script|ul|li|h2|table|tr|td|img)>|</(p|b|a|script|ul|li|table)>|[a-c&<>\" ]){0,20}") {
            let once = clean(&html).0;
            prop_assert_eq!(&clean(&once).0, &once);
        }
    }
}
