//! What a reader sees of a page where it says what that is: elements with `data-sealed="<column>"` or `data-rank="<ranking>"`.

use std::cell::{Cell, RefCell};

use html5ever::tokenizer::{BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

/// The attributes that mark, and what stands before the name of a column.
const MARKS: [(&str, &str); 2] = [("data-sealed", ""), ("data-rank", "rank_")];

/// Most comparisons of attributes with each other on one page: of greffe's tags none has ten.
const COMPARED: usize = 50_000_000;

/// Whether a page has tags with so many attributes that reading them would not end soon: each is held against those before it.
pub fn is_endless(html: &str) -> bool {
    let (mut from, mut compared) = (0, 0usize);
    while let Some((tag, end)) = next_tag(html, from) {
        from = end;
        // Attributes are parted by these, if by anything.
        let parts = html.as_bytes()[tag..end].iter().filter(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0x0c | b'/' | b'"' | b'\'')).count();
        compared = compared.saturating_add(if parts > 1000 { parts.saturating_mul(parts) } else { 0 });
    }
    compared > COMPARED
}

/// The column and the text of each marked element; one inside another is its text. The page is walked through once, tag by tag: what
/// looks like a mark in a text is none.
pub fn marked(html: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some((tag, start)) = next_tag(html, from) {
        from = start;
        let inside = &html[tag + 1..start - 1];
        let (element, mut attributes) = inside.split_once(|c: char| c.is_ascii_whitespace()).unwrap_or((inside, ""));
        let marks = std::iter::from_fn(|| attribute(&mut attributes)).filter_map(|(name, value)| {
            let (_, prefix) = MARKS.iter().find(|(mark, _)| *mark == name)?;
            Some(format!("{prefix}{value}"))
        });
        // An element with two marks says two things of one text: there is no such column.
        let names: Vec<String> = marks.take(2).collect();
        if !names.is_empty() {
            let end = end_of_element(html, start, element);
            found.push((names.join(" "), text_of(&html[start..end])));
            from = end;
        }
    }
    found
}

/// The next attribute of a tag: its name, its value without quotes. What stands in a value is none.
fn attribute<'h>(rest: &mut &'h str) -> Option<(&'h str, &'h str)> {
    *rest = rest.trim_ascii_start();
    let end = rest.find(|c: char| c == '=' || c.is_ascii_whitespace()).unwrap_or(rest.len());
    let (name, after) = rest.split_at(end);
    if name.is_empty() && after.is_empty() {
        return None;
    }
    let Some(value) = after.strip_prefix('=') else {
        *rest = after;
        return Some((name, ""));
    };
    let (value, after) = match value.chars().next().filter(|c| matches!(c, '"' | '\'')) {
        Some(quote) => value[1..].split_once(quote).unwrap_or((&value[1..], "")),
        None => value.split_once(|c: char| c.is_ascii_whitespace()).unwrap_or((value, "")),
    };
    *rest = after;
    Some((name, value))
}

/// The next tag from a place on: where it begins, and where it is over. A sign before no letter begins none, and a comment is passed over.
fn next_tag(html: &str, mut from: usize) -> Option<(usize, usize)> {
    loop {
        let tag = from + html[from..].find('<')?;
        let rest = &html[tag + 1..];
        if rest.starts_with("!--") {
            from = tag + rest.find("-->")? + 4;
        } else if rest.trim_start_matches('/').starts_with(|c: char| c.is_ascii_alphabetic()) {
            return Some((tag, end_of_tag(html, tag)?));
        } else {
            from = tag + 1;
        }
    }
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
    while let Some((tag, end)) = next_tag(html, at) {
        let inside = &html[tag + 1..end - 1];
        let closes = inside.starts_with('/');
        let name = inside[usize::from(closes)..].split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        if name.eq_ignore_ascii_case(element) {
            depth = if closes { depth - 1 } else { depth + 1 };
            if depth == 0 {
                return tag;
            }
        }
        at = end;
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
            // Of such a link only its sign is no text: nothing else stands in one.
            Token::CharacterTokens(text) => {
                let signs = if self.in_link.get() { &['¶'][..] } else { &[] };
                self.text.borrow_mut().extend(text.chars().filter(|letter| !signs.contains(letter)));
            }
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
        let html = "<meta content=\"x data-sealed=body y\" name=d><!-- it's data-sealed=z --> 1 < 2 ' <h1><span data-sealed=title>A &lt;b&gt; &amp; c</span></h1><div class=\"x>y\" data-sealed=\"body\" dir=auto><p id=p1><a class=\"para\" href=#p1>¶</a>One\
                    <div>two</div> <!-- don't --> <a title='>'>three</a></div><p>four <b data-sealed=votes_for>1\u{202f}234</b> \
                    <b data-rank=support data-x>3e</b> data-sealed=x<i\ndata-sealed=title>t<a class=para>\u{b6}no</a></i>\
                    <i data-sealed=title data-sealed=body>u</i>";
        let found = marked(html);
        let found: Vec<(&str, &str)> = found.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        assert_eq!(
            found,
            [
                ("title", "A <b> & c"),
                ("body", "Onetwo  three"),
                ("votes_for", "1\u{202f}234"),
                ("rank_support", "3e"),
                ("title", "tno"),
                ("title body", "u")
            ]
        );
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
