//! The key, which no message may tell: whatever a portal answers, it is struck out of what we say, in every form that it comes back in, and so is any
//! longer part of it.

use std::collections::HashSet;

/// What stands in its place.
const STRUCK: &str = "•••";

/// Bytes of a part of the key that is struck out too: a portal may cut what it repeats.
const PART: usize = 12;

/// A key.
#[derive(Clone, Default)]
pub struct Secret {
    key: String,
    /// As it may be echoed, in small letters, where it is shorter than such a part.
    short: Vec<Vec<u8>>,
    /// All such parts of longer forms, in small letters.
    parts: HashSet<[u8; PART]>,
}

impl Secret {
    /// Of a key; empty where there is none.
    pub fn new(key: String) -> Self {
        use base64::Engine;
        let percent = |upper: bool| -> String {
            let byte = |b: u8| match b {
                b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => char::from(b).to_string(),
                b if upper => format!("%{b:02X}"),
                b => format!("%{b:02x}"),
            };
            key.bytes().map(byte).collect()
        };
        let quoted = serde_json::to_string(&key).unwrap_or_default();
        let html = key.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
        let forms = [
            key.clone(),
            quoted.trim_matches('"').to_owned(),
            quoted.trim_matches('"').replace('/', "\\/"),
            percent(true),
            percent(false),
            html,
            base64::engine::general_purpose::STANDARD_NO_PAD.encode(&key),
            base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(&key),
            key.bytes().map(|b| format!("{b:02x}")).collect(),
            key.chars().rev().collect(),
        ];
        // ASCII letters keep their places when they become small.
        let small = forms.iter().map(|form| form.to_ascii_lowercase().into_bytes());
        let (short, long): (Vec<_>, Vec<_>) = small.filter(|form| !form.is_empty()).partition(|form| form.len() < PART);
        let parts = long.iter().flat_map(|form| form.windows(PART)).filter_map(|part| part.try_into().ok()).collect();
        Self { key, short, parts }
    }

    /// What is sent in a header.
    pub fn header(&self) -> Option<&str> {
        (!self.key.is_empty()).then_some(self.key.as_str())
    }

    /// Whether a text holds the key or a part of it, in large or small letters.
    pub fn is_in(&self, text: &str) -> bool {
        let small = text.to_ascii_lowercase();
        (0..small.len()).any(|at| self.at(&small.as_bytes()[at..]).is_some())
    }

    /// How many bytes of it a text begins with.
    fn at(&self, small: &[u8]) -> Option<usize> {
        let part = small.first_chunk::<PART>().filter(|part| self.parts.contains(*part)).map(|_| PART);
        part.or_else(|| self.short.iter().filter(|form| small.starts_with(form)).map(Vec::len).max())
    }

    /// A text without it, in one pass.
    pub fn strike(&self, text: &str) -> String {
        let small = text.to_ascii_lowercase();
        let mut out = String::with_capacity(text.len());
        // Up to where it is struck out, and up to where the text was taken over.
        let (mut struck, mut taken) = (0, 0);
        for at in 0..small.len() {
            let Some(length) = self.at(&small.as_bytes()[at..]) else { continue };
            if at >= struck {
                // A part may begin or end within a letter, which goes with it.
                let begin = (taken..=at).rev().find(|begin| text.is_char_boundary(*begin)).unwrap_or(taken);
                out.push_str(&text[taken..begin]);
                out.push_str(STRUCK);
            }
            struck = struck.max(at + length);
            taken = (struck..=text.len()).find(|end| text.is_char_boundary(*end)).unwrap_or(text.len());
        }
        out.push_str(&text[taken..]);
        out
    }
}

#[cfg(test)]
mod tests {
    use super::Secret;

    #[test]
    fn the_key_is_struck_out_in_every_form() {
        let secret = Secret::new("udata_a/Key\"9".to_owned());
        for echo in [
            "udata_a/Key\"9",
            "UDATA_A/KEY\"9",
            "udata_a%2FKey%229",
            "udata_a%2fKey%229",
            r#"udata_a\/Key\"9"#,
            "udata_a/Key&quot;9",
            "dWRhdGFfYS9LZXkiOQ",
        ] {
            assert_eq!(secret.strike(&format!("é {echo} é {echo}")), "é ••• é •••", "{echo}");
            assert!(secret.is_in(echo));
        }
        assert_eq!(secret.strike("nothing of it"), "nothing of it");
        assert_eq!(secret.strike("udata_a/Key\"9udata_a/Key\"9, udata_a/key\""), "••••••, •••");
        assert_eq!(Secret::new(String::new()).strike("abc"), "abc");
        assert_eq!(Secret::default().header(), None);
    }

    #[test]
    fn a_key_that_is_in_what_replaces_it_has_an_end() {
        assert_eq!(Secret::new("•".to_owned()).strike("a•"), "a•••");
    }

    #[test]
    fn any_longer_part_of_it_is_struck_out() {
        let key = "eyJhbGciOiJIUzI1NiJ9-été-0123456789";
        let secret = Secret::new(key.to_owned());
        for from in (0..key.len()).filter(|from| key.is_char_boundary(*from)) {
            for to in (from + 1..=key.len()).filter(|to| key.is_char_boundary(*to)) {
                let (part, said) = (&key[from..to], secret.strike(&format!("<{}>", &key[from..to])));
                assert_eq!(said, if to - from < 12 { format!("<{part}>") } else { "<•••>".to_owned() });
                assert_eq!(secret.is_in(part), to - from >= 12);
            }
        }
    }

    #[test]
    fn a_text_full_of_it_costs_what_its_length_costs() {
        let secret = Secret::new("udata_a-key-that-nobody-may-see".to_owned());
        let text = "udata_a-key-that-nobody-may-see É ".repeat(100_000);
        assert_eq!(secret.strike(&text), "••• É ".repeat(100_000));
    }
}
