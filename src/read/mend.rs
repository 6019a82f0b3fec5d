//! What programs write into JSON that is none: `NaN`, `Infinity`, and halves of surrogate pairs. It costs a cell, not a file: numbers that
//! are none become null, half a character becomes U+FFFD.

use std::cell::Cell;
use std::io::{self, Read};
use std::rc::Rc;

use memchr::memmem;

use super::rewrite::Rewrite;

/// How many values were mended.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Mended {
    /// Numbers that are none.
    pub numbers: u64,
    /// Halves of characters.
    pub halves: u64,
}

/// Whether a text may hold what has to be mended: one fast look at all of it.
pub(super) fn is_needed(mut text: impl Read) -> io::Result<bool> {
    let signs = [memmem::Finder::new("NaN"), memmem::Finder::new("Infinity"), memmem::Finder::new("\\ud"), memmem::Finder::new("\\uD")];
    let mut buffer = vec![0; 256 * 1024];
    let mut filled = 0;
    loop {
        let read = text.read(&mut buffer[filled..])?;
        let end = filled + read;
        if signs.iter().any(|sign| sign.find(&buffer[..end]).is_some()) {
            return Ok(true);
        }
        if read == 0 {
            return Ok(false);
        }
        // A sign may lie across two blocks.
        let keep = end.min(7);
        buffer.copy_within(end - keep..end, 0);
        filled = keep;
    }
}

/// Mends while it reads.
#[derive(Default)]
pub(super) struct Mend {
    /// Inside a text.
    quoted: bool,
    /// A word outside texts, or an escape `\uXXXX`, that is not complete yet.
    held: Vec<u8>,
    /// A first half that waits for its second.
    first: Option<[u8; 6]>,
    mended: Rc<Cell<Mended>>,
}

impl Mend {
    /// What was mended so far, also once the reader has been given away.
    pub(super) fn mended(&self) -> Rc<Cell<Mended>> {
        Rc::clone(&self.mended)
    }

    fn note(&self, numbers: u64, halves: u64) {
        let before = self.mended.get();
        self.mended.set(Mended { numbers: before.numbers + numbers, halves: before.halves + halves });
    }

    fn byte(&mut self, byte: u8, out: &mut Vec<u8>) {
        if !self.quoted {
            if byte.is_ascii_alphabetic() || (byte == b'-' && self.held.is_empty()) {
                return self.held.push(byte);
            }
            self.word(out);
            self.quoted = byte == b'"';
            return out.push(byte);
        }
        if !self.held.is_empty() {
            // An escape: a backslash, `u`, four digits.
            self.held.push(byte);
            if self.held.len() == 2 && byte != b'u' {
                self.lone(out);
                return out.append(&mut self.held);
            }
            if self.held.len() == 6 {
                self.escape(out);
            }
            return;
        }
        if byte == b'\\' {
            return self.held.push(byte);
        }
        self.lone(out);
        self.quoted = byte != b'"';
        out.push(byte);
    }

    /// Ends a word outside texts.
    fn word(&mut self, out: &mut Vec<u8>) {
        if matches!(&self.held[..], b"NaN" | b"Infinity" | b"-Infinity" | b"-NaN") {
            self.note(1, 0);
            self.held.clear();
            out.extend_from_slice(b"null");
        }
        out.append(&mut self.held);
    }

    /// Ends an escape of six characters.
    fn escape(&mut self, out: &mut Vec<u8>) {
        let mut six = [0; 6];
        six.copy_from_slice(&self.held);
        self.held.clear();
        let code = std::str::from_utf8(&six[2..]).ok().and_then(|digits| u16::from_str_radix(digits, 16).ok());
        match code {
            Some(0xd800..=0xdbff) => {
                self.lone(out);
                self.first = Some(six);
            }
            Some(0xdc00..=0xdfff) => match self.first.take() {
                Some(first) => out.extend_from_slice(&[first, six].concat()),
                None => {
                    self.note(0, 1);
                    out.extend_from_slice("\u{fffd}".as_bytes());
                }
            },
            _ => {
                self.lone(out);
                out.extend_from_slice(&six);
            }
        }
    }

    /// A first half without its second.
    fn lone(&mut self, out: &mut Vec<u8>) {
        if self.first.take().is_some() {
            self.note(0, 1);
            out.extend_from_slice("\u{fffd}".as_bytes());
        }
    }
}

impl Rewrite for Mend {
    fn bytes(&mut self, raw: &[u8], out: &mut Vec<u8>) {
        raw.iter().for_each(|&byte| self.byte(byte, out));
    }

    fn end(&mut self, out: &mut Vec<u8>) {
        self.word(out);
    }
}

#[cfg(test)]
mod tests {
    use super::super::rewrite::Rewritten;
    use super::*;

    fn mended(text: &str) -> (String, Mended) {
        let mend = Mend::default();
        let mended = mend.mended();
        let mut reader = Rewritten::new(text.as_bytes(), mend);
        let mut out = String::new();
        reader.read_to_string(&mut out).unwrap();
        (out, mended.get())
    }

    #[test]
    fn numbers_that_are_none_become_null() {
        let (text, found) = mended(r#"[NaN,-Infinity,{"a":"NaN, \"Infinity","b":-1e-3,"c":true}]"#);
        assert_eq!(text, r#"[null,null,{"a":"NaN, \"Infinity","b":-1e-3,"c":true}]"#);
        assert_eq!(found, Mended { numbers: 2, halves: 0 });
    }

    #[test]
    fn half_a_character_is_replaced_and_whole_ones_stay() {
        let (text, found) = mended(r#"["a\ud83d b","\ud83d\ude00","\ude00","\u00e9\\ud83d","\ud83d\n"]"#);
        assert_eq!(text, "[\"a\u{fffd} b\",\"\\ud83d\\ude00\",\"\u{fffd}\",\"\\u00e9\\\\ud83d\",\"\u{fffd}\\n\"]");
        assert_eq!(found, Mended { numbers: 0, halves: 3 });
        assert!(is_needed(text.as_bytes()).unwrap() && !is_needed(&b"[1,2]"[..]).unwrap());
    }
}
