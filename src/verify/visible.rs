//! What a reader sees of a page where it says what that is: elements with `data-sealed="<column>"` or `data-rank="<ranking>"`.

use std::cell::{Cell, RefCell};

use html5ever::tokenizer::{BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

/// The marks, and what stands before the name of a column.
const MARKS: [(&str, &str); 2] = [("data-sealed=", ""), ("data-rank=", "rank_")];

/// The column and the text of each marked element.
pub fn marked(html: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = html[from..].find("data-") {
        let at = from + at;
        from = at + 1;
        let Some((mark, prefix)) = MARKS.iter().find(|(mark, _)| html[at..].starts_with(mark)) else { continue };
        from = at + mark.len();
        let rest = html[from..].trim_start_matches('"');
        let name = &rest[..rest.find(['"', '>', ' ']).unwrap_or(0)];
        // The words could stand in a text; there no tag is open.
        let Some(tag) = html[..at].rfind('<').filter(|tag| end_of_tag(html, *tag).is_some_and(|end| end > at)) else { continue };
        let element = html[tag + 1..at].split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        let Some(start) = end_of_tag(html, tag) else { continue };
        let end = end_of_element(html, start, element);
        found.push((format!("{prefix}{name}"), text_of(&html[start..end])));
    }
    found
}

/// Behind the `>` of a tag; one in quotes is none.
fn end_of_tag(html: &str, tag: usize) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in html.bytes().enumerate().skip(tag + 1) {
        match (quote, byte) {
            (None, b'>') => return Some(at + 1),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if byte == open => quote = None,
            _ => {}
        }
    }
    None
}

/// Where the element ends whose content begins here: those of the same name within are counted.
fn end_of_element(html: &str, start: usize, element: &str) -> usize {
    let (mut at, mut depth) = (start, 1);
    while let Some(next) = html[at..].find('<') {
        let tag = at + next;
        let closes = html[tag + 1..].starts_with('/');
        let name = &html[tag + 1 + usize::from(closes)..];
        let same = name.get(..element.len()).is_some_and(|name| name.eq_ignore_ascii_case(element))
            && !name[element.len()..].starts_with(|c: char| c.is_ascii_alphanumeric());
        if same && closes {
            depth -= 1;
            if depth == 0 {
                return tag;
            }
        } else if same {
            depth += 1;
        }
        at = end_of_tag(html, tag).unwrap_or(html.len());
    }
    html.len()
}

/// The characters of a piece, but those of the links to its paragraphs: no text is theirs.
#[derive(Default)]
struct Characters {
    text: RefCell<String>,
    in_link: Cell<bool>,
}

impl TokenSink for Characters {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        match token {
            Token::CharacterTokens(text) if !self.in_link.get() => self.text.borrow_mut().push_str(&text),
            Token::TagToken(tag) if &*tag.name == "a" => {
                let link = tag.attrs.iter().any(|attribute| &*attribute.name.local == "class" && &*attribute.value == "para");
                self.in_link.set(tag.kind == TagKind::StartTag && link);
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// The text of a piece of HTML.
fn text_of(html: &str) -> String {
    let tokenizer = Tokenizer::new(Characters::default(), TokenizerOpts::default());
    let queue = BufferQueue::default();
    queue.push_back(html.into());
    let _ = tokenizer.feed(&queue);
    tokenizer.end();
    tokenizer.sink.text.into_inner()
}

/// A text without what counts as white space in seals (`docs/verify.md`).
pub fn without_white_space(text: &str) -> String {
    let white = |c: char| {
        matches!(c,
            '\t'..='\r' | ' ' | '\u{85}' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{2028}' | '\u{2029}' | '\u{202f}' | '\u{205f}'
                | '\u{3000}' | '\u{feff}')
    };
    text.chars().filter(|c| !white(*c)).collect()
}

/// The digits of the first number of a text, its groups joined: "1 234e sur 5 678" has 1234.
pub fn first_number(text: &str) -> Option<String> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let sign = text[..start].ends_with(['-', '\u{2212}']);
    let mut digits = String::from(if sign { "-" } else { "" });
    let mut rest = text[start..].chars().peekable();
    while let Some(c) = rest.next() {
        if c.is_ascii_digit() {
            digits.push(c);
        } else if !(matches!(c, '\u{a0}' | '\u{202f}' | '.' | ',') && rest.peek().is_some_and(char::is_ascii_digit)) {
            break;
        }
    }
    Some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marked_elements_are_found_with_their_text() {
        let html = "<h1><span data-sealed=title>A &lt;b&gt; &amp; c</span></h1><div class=\"x>y\" data-sealed=\"body\" dir=auto><p id=p1><a class=\"para\" href=#p1>¶</a>One\
                    <div>two</div> <!-- no --> <a title='>'>three</a></div><p>four <b data-sealed=votes_for>1\u{202f}234</b> \
                    <b data-rank=support data-x>3e</b> data-sealed=x";
        let found = marked(html);
        let found: Vec<(&str, &str)> = found.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        assert_eq!(found, [("title", "A <b> & c"), ("body", "Onetwo  three"), ("votes_for", "1\u{202f}234"), ("rank_support", "3e")]);
    }

    #[test]
    fn numbers_are_read_with_their_groups() {
        for (text, number) in
            [("1\u{202f}234e sur 5\u{a0}678", "1234"), ("No. 3 of 1,200", "3"), ("−12", "-12"), ("1,200", "1200"), ("3.º de 4", "3")]
        {
            assert_eq!(first_number(text).as_deref(), Some(number), "{text}");
        }
        assert_eq!(first_number("none"), None);
    }
}
