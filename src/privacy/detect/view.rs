//! A text as it is searched: letters and digits of full width or other scripts as plain ones, entities and percent signs opened, what has no
//! width gone. Places found in it are given back as places of the text itself.

use std::borrow::Cow;
use std::ops::Range;

/// A text and, where it had to be changed, where each of its bytes comes from.
pub struct View<'t> {
    /// What is searched.
    pub text: Cow<'t, str>,
    /// By byte of the view, and its end: the byte of the text.
    places: Vec<u32>,
}

/// Ways to write a sign that a reader sees as another.
const SPELLED: &[(&str, char)] = &[
    ("&#64;", '@'),
    ("&#x40;", '@'),
    ("&commat;", '@'),
    ("%40", '@'),
    ("&#46;", '.'),
    ("&period;", '.'),
    ("&nbsp;", ' '),
    ("&#160;", ' '),
    ("[.]", '.'),
    ("(.)", '.'),
];

impl<'t> View<'t> {
    /// Of a text; most are searched as they stand.
    pub fn new(text: &'t str) -> Self {
        let strange = |c: char| plain(c) != Some(c);
        let spelled = || text.contains(['&', '%', '[', '(']) && SPELLED.iter().any(|(spelling, _)| text.contains(spelling));
        if text.is_ascii() && !spelled() || (!text.chars().any(strange) && !spelled()) {
            return Self { text: Cow::Borrowed(text), places: Vec::new() };
        }
        let mut view = String::with_capacity(text.len());
        let mut places = Vec::with_capacity(text.len() + 1);
        let mut push = |view: &mut String, c: char, at: usize| {
            view.push(c);
            // Texts are far shorter than four gigabytes.
            places.extend(std::iter::repeat_n(at as u32, c.len_utf8()));
        };
        let mut skip = 0;
        for (at, c) in text.char_indices() {
            if at < skip {
                continue;
            }
            let spelled = matches!(c, '&' | '%' | '[' | '(').then(|| SPELLED.iter().find(|(spelling, _)| text[at..].starts_with(spelling))).flatten();
            match spelled {
                Some((spelling, sign)) => {
                    push(&mut view, *sign, at);
                    skip = at + spelling.len();
                }
                None => {
                    if let Some(plain) = plain(c) {
                        push(&mut view, plain, at);
                    }
                }
            }
        }
        places.push(text.len() as u32);
        Self { text: Cow::Owned(view), places }
    }

    /// The place in the text of a place in the view.
    pub fn original(&self, at: Range<usize>) -> Range<usize> {
        if self.places.is_empty() {
            return at;
        }
        // The end lies where the next character begins.
        self.places[at.start] as usize..self.places[at.end] as usize
    }
}

/// A character as a plain one; `None` for what has no width.
fn plain(c: char) -> Option<char> {
    if c.is_ascii() {
        return Some(c);
    }
    Some(match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0)?,
        '\u{660}'..='\u{669}' => char::from_u32(u32::from(c) - 0x660 + 0x30)?,
        '\u{6f0}'..='\u{6f9}' => char::from_u32(u32::from(c) - 0x6f0 + 0x30)?,
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => ' ',
        '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{ad}' | '\u{feff}' | '\u{fe0f}' | '\u{20e3}' => return None,
        '‐' | '‑' | '‒' | '–' | '—' | '−' => '-',
        '•' | '·' | '∙' | '●' => '.',
        '﹫' | 'ⓐ' => '@',
        '’' | 'ʼ' | '‘' => '\'',
        c => c,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_lead_back_to_the_text() {
        let text = "é ０６ ８&#64;x–y";
        let view = View::new(text);
        assert_eq!(view.text, "é 06 8@x-y");
        let at = view.text.find("06 8@").unwrap();
        assert_eq!(&text[view.original(at..at + 5)], "０６ ８&#64;");
        assert_eq!(&text[view.original(0..view.text.len())], text);
    }
}
