//! The key, which no message may tell: whatever a portal answers, it is struck out of what we say, in every form that it comes back in.

/// What stands in its place.
const STRUCK: &str = "•••";

/// A key.
#[derive(Clone, Default)]
pub struct Secret {
    key: String,
    /// As it may be echoed, the longest first.
    forms: Vec<String>,
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
        let mut forms = vec![
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
        forms.retain(|form| !form.is_empty());
        forms.sort_by_key(|form| std::cmp::Reverse(form.len()));
        forms.dedup();
        Self { key, forms }
    }

    /// What is sent in a header.
    pub fn header(&self) -> Option<&str> {
        (!self.key.is_empty()).then_some(self.key.as_str())
    }

    /// Whether a text holds the key, in large or small letters.
    pub fn is_in(&self, text: &str) -> bool {
        let text = text.to_ascii_lowercase();
        self.forms.iter().any(|form| text.contains(&form.to_ascii_lowercase()))
    }

    /// A text without it.
    pub fn strike(&self, text: &str) -> String {
        let mut out = text.to_owned();
        for form in &self.forms {
            let small = form.to_ascii_lowercase();
            let mut from = 0;
            // ASCII letters keep their places when they become small.
            while let Some(at) = out.to_ascii_lowercase()[from..].find(&small).map(|at| from + at) {
                out.replace_range(at..at + small.len(), STRUCK);
                from = at + STRUCK.len();
            }
        }
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
        assert_eq!(Secret::new(String::new()).strike("abc"), "abc");
        assert_eq!(Secret::default().header(), None);
    }

    #[test]
    fn a_key_that_is_in_what_replaces_it_has_an_end() {
        assert_eq!(Secret::new("•".to_owned()).strike("a•"), "a•••");
    }
}
