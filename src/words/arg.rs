//! What a text is told besides its words.

use std::borrow::Cow;

/// One value a message speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg {
    /// A name, an excerpt, a path.
    Text(String),
    /// A count: Fluent chooses the plural by it.
    Number(i64),
    /// A number with decimals, written with a point: a message shows it with the sign of its language.
    Decimal(String),
}

impl Arg {
    /// A number with so many decimals.
    pub fn decimal(number: f64, digits: usize) -> Self {
        Arg::Decimal(format!("{number:.digits$}"))
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Arg::Text(printable(text))
    }
}
impl From<String> for Arg {
    fn from(text: String) -> Self {
        Arg::Text(printable(&text))
    }
}
impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Arg::Text(printable(text))
    }
}

/// Characters of a text in a message: with what stands around it, it fits on a screen.
const LONGEST: usize = 600;

fn shortened(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => Cow::Owned(format!("{}…", &text[..end])),
        None => Cow::Borrowed(text),
    }
}

/// What a terminal may show of other people's text: nothing that moves its cursor, colours it or turns its direction.
pub(crate) fn printable(text: &str) -> String {
    let strange = |c: char| (c.is_control() && !matches!(c, '\n' | '\t')) || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let text = shortened(text);
    if text.contains(strange) { text.replace(strange, "\u{fffd}") } else { text.into_owned() }
}
impl From<u64> for Arg {
    fn from(number: u64) -> Self {
        Arg::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}
impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Arg::from(number as u64)
    }
}
