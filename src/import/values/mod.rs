//! Cells become values.

pub mod calendar;
pub mod dates;
pub mod html;
pub mod numbers;
pub mod written;

use std::borrow::Cow;

/// In a `values` map: the spelling itself, as in `"*": "="`.
pub const ITSELF: &str = "=";

/// Spellings compared without case, accents and outer white space.
pub fn folded(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    if text.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase()) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(deunicode::deunicode(text).to_lowercase())
    }
}

/// A relay id (`base64("Type:id")`) as its id; anything else as it stands.
pub fn relay(text: &str) -> Cow<'_, str> {
    match base64(text) {
        Some(decoded) => match decoded.split_once(':') {
            Some((name, id)) if !id.is_empty() && !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphabetic()) => Cow::Owned(id.to_owned()),
            _ => Cow::Borrowed(text),
        },
        None => Cow::Borrowed(text),
    }
}

/// Base64 (RFC 4648) of printable ASCII, else nothing.
fn base64(text: &str) -> Option<String> {
    let text = text.trim_end_matches('=');
    if text.len() < 8 {
        return None;
    }
    let (mut bits, mut width) = (0u32, 0);
    let mut out = String::with_capacity(text.len() * 3 / 4);
    for byte in text.bytes() {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        bits = bits << 6 | u32::from(value);
        width += 6;
        if width >= 8 {
            width -= 8;
            let byte = (bits >> width & 0xff) as u8;
            if !(0x20..0x7f).contains(&byte) {
                return None;
            }
            out.push(char::from(byte));
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relay_ids_are_opened_and_others_left() {
        assert_eq!(relay("T3BpbmlvbjpvcGluaW9uNjk="), "opinion69");
        assert_eq!(relay("opinion69"), "opinion69");
        assert_eq!(relay("f0175fce-e908-11e9-adee-0242ac110003"), "f0175fce-e908-11e9-adee-0242ac110003");
        assert_eq!(relay(""), "");
    }

    #[test]
    fn spellings_fold() {
        assert_eq!(folded(" Pas d’accord "), "pas d'accord");
        assert_eq!(folded("Mitigé"), "mitige");
    }
}
