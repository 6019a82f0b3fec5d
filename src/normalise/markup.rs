//! HTML of participants through a tight allow-list (ammonia): no pictures, no styles, no scripts, links to the web only.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::LazyLock;

use ammonia::{Builder, Url, UrlRelative};

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

static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(builder);

fn builder() -> Builder<'static> {
    let mut builder = Builder::default();
    builder
        .tags(TAGS.iter().copied().collect())
        .clean_content_tags(HashSet::from(["script", "style", "noscript", "template", "title", "textarea", "iframe", "object"]))
        .generic_attributes(HashSet::new())
        .tag_attributes([("a", HashSet::from(["href"]))].into_iter().collect())
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .url_relative(UrlRelative::Deny)
        .link_rel(Some("nofollow noopener ugc"))
        // An address with signs of markup in it is none, and in what is clean every `<` begins a tag: texts are taken out by that.
        .attribute_filter(|_, _, value| (!value.contains(['<', '>', '"', '\n'])).then(|| value.into()));
    builder
}

static TEXT: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::empty();
    builder.clean_content_tags(HashSet::from(["script", "style"]));
    builder
});

/// Whether some link may lead from the page it stands on: nothing but an address with its scheme leads from everywhere.
fn has_relative_link(html: &str) -> bool {
    html.match_indices("href").any(|(at, _)| {
        let value = html[at + 4..].trim_start_matches([' ', '=', '"', '\'']);
        !value.starts_with("http://") && !value.starts_with("https://") && !value.starts_with("mailto:") && !value.starts_with('#')
    })
}

/// Cleans a fragment; says which remarkable tag it held. Relative links are made whole by the address of their page, where it is known.
pub fn clean(html: &str, base: Option<&str>) -> (String, Option<&'static str>) {
    let base = base.filter(|_| has_relative_link(html)).and_then(|base| Url::parse(base).ok());
    if let Some(base) = base.filter(|base| matches!(base.scheme(), "http" | "https")) {
        let whole = builder().url_relative(UrlRelative::RewriteWithBase(base)).clean(&headings(html)).to_string();
        let (cleaned, _) = clean(&whole, None);
        return (cleaned, clean(html, None).1);
    }
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
        if again == cleaned && !is_deep(&cleaned) {
            return (cleaned, removed);
        }
        cleaned = again;
    }
    (TEXT.clean(html).to_string(), removed)
}

/// Elements inside each other that a text may have: what nests deeper was made to exhaust a browser, and is shown without markup.
const DEEPEST: usize = 60;

/// Whether cleaned HTML nests deeper. Every `<` begins a tag.
fn is_deep(html: &str) -> bool {
    let mut depth = 0usize;
    html.split('<').skip(1).any(|tag| {
        if tag.starts_with('/') {
            depth = depth.saturating_sub(1);
        } else if !tag.starts_with("br") {
            depth += 1;
        }
        depth > DEEPEST
    })
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
            ("<a href='https://x.org/<b>'>f</a>", "<a rel=\"nofollow noopener ugc\">f</a>"),
        ] {
            assert_eq!(clean(html, None).0, expected);
        }
        assert_eq!(clean("<IMG src=x>", None).1, Some("img"));
    }

    proptest! {
        #[test]
        fn cleaning_is_idempotent(html in "(<(p|b|a href=\"http://x/\"|script|ul|li|h2|table|tr|td|img)>|</(p|b|a|script|ul|li|table)>|[a-c&<>\" ]){0,20}") {
            let once = clean(&html, None).0;
            prop_assert_eq!(&clean(&once, None).0, &once);
        }
    }

    /// Attack strings in pieces, put together anew. What is clean stays as it is when it is parsed and cleaned again, so the tree that a
    /// browser makes of it holds nothing that the list does not allow. `GREFFE_FUZZ_SECONDS` for a long run.
    #[test]
    fn no_mixture_of_attacks_survives() {
        let corpus = include_str!("../../tests/fixtures/attack/strings.jsonl");
        let attacks: Vec<String> = corpus
            .lines()
            .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()["text"].as_str().unwrap().chars().take(400).collect())
            .collect();
        let seconds: Option<u64> = std::env::var("GREFFE_FUZZ_SECONDS").ok().and_then(|seconds| seconds.parse().ok());
        let mut dice = seconds.map_or(1, |_| std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_secs());
        let mut random = |below: usize| {
            dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (dice >> 33) as usize % below.max(1)
        };
        let clock = std::time::Instant::now();
        let mut executions = 0;
        while seconds.map_or(executions < 1500, |seconds| clock.elapsed().as_secs() < seconds) {
            let mut text = String::new();
            for _ in 0..=random(4) {
                let attack: Vec<char> = attacks[random(attacks.len())].chars().collect();
                let (a, b) = (random(attack.len() + 1), random(attack.len() + 1));
                text.extend(&attack[a.min(b)..a.max(b)]);
                text.push_str(["", "<", "</p>", "<table>", "<li>", "\u{0}", "<!--", "<a href=\"http://x/\">"][random(8)]);
            }
            let markdown = super::super::markdown::contribution(&text);
            for input in [text.as_str(), markdown.as_str()] {
                let once = clean(input, None).0;
                assert_eq!(clean(&once, None).0, once, "{input:?}");
                let mut rest = once.as_str();
                while let Some(at) = rest.find('<') {
                    rest = &rest[at + 1..];
                    let tag = rest.trim_start_matches('/');
                    let name = &tag[..tag.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(tag.len())];
                    assert!(TAGS.contains(&name), "<{name}> of {input:?}");
                    let inside = &rest[..rest.find('>').unwrap()];
                    for attribute in inside.split(' ').skip(1).filter(|part| part.contains("=\"")) {
                        assert!(["href=", "rel="].iter().any(|known| attribute.starts_with(known)), "{attribute} of {input:?}");
                    }
                    if let Some(href) = inside.split("href=\"").nth(1) {
                        assert!(
                            ["http:", "https:", "mailto:"].iter().any(|scheme| href.to_ascii_lowercase().starts_with(scheme)),
                            "{href} of {input:?}"
                        );
                    }
                }
            }
            executions += 1;
        }
        println!("{executions} executions");
    }
}
