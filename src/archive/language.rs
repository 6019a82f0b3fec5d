//! Languages of the interface and of texts.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// Primary codes of languages that are written from right to left (Unicode, scripts Arab, Hebr, Thaa, Syrc).
const RIGHT_TO_LEFT: &[&str] = &["ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"];
/// Letters of the longest code, as `zh-Hant-TW`.
const LONGEST: usize = 11;

/// A language by its code (BCP 47): `fr`, `en` and `es` are spoken by the built-in theme, any other by a theme that has its words.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Language {
    letters: [u8; LONGEST],
    length: u8,
}

impl Language {
    /// The language with this code; `None` where it has not the form of one.
    pub fn new(code: &str) -> Option<Self> {
        let (primary, rest) = code.split_once('-').unwrap_or((code, ""));
        let word = |part: &str| part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        let whole = (2..=3).contains(&primary.len()) && primary.bytes().all(|b| b.is_ascii_lowercase()) && word(rest) && !code.ends_with('-');
        if !whole || code.len() > LONGEST {
            return None;
        }
        let mut letters = [0; LONGEST];
        letters[..code.len()].copy_from_slice(code.as_bytes());
        // At most `LONGEST`.
        Some(Self { letters, length: code.len() as u8 })
    }

    /// Its code.
    pub fn code(&self) -> &str {
        // Only ASCII letters, digits and hyphens ever get in.
        std::str::from_utf8(&self.letters[..usize::from(self.length)]).unwrap_or_default()
    }

    /// The code without script and region.
    pub fn primary(&self) -> &str {
        self.code().split('-').next().unwrap_or_default()
    }

    /// `ltr` or `rtl`, as HTML writes it.
    pub fn direction(&self) -> &'static str {
        if RIGHT_TO_LEFT.contains(&self.primary()) { "rtl" } else { "ltr" }
    }
}

impl Default for Language {
    /// French.
    fn default() -> Self {
        let mut letters = [0; LONGEST];
        letters[..2].copy_from_slice(b"fr");
        Self { letters, length: 2 }
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl Serialize for Language {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Language {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = String::deserialize(deserializer)?;
        Self::new(&code).ok_or_else(|| de::Error::unknown_variant(&code, &["fr", "en", "es"]))
    }
}

impl JsonSchema for Language {
    fn schema_name() -> Cow<'static, str> {
        "Language".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "Code of a language: `fr`, `en`, `es`, or one whose words the theme has in `words/<code>.ftl`.",
            "type": "string",
            "pattern": "^[a-z]{2,3}(-[A-Za-z0-9-]+)?$",
            "examples": ["fr", "en", "es"]
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn codes_and_directions() {
        for code in ["fr", "en", "es", "pt-BR", "zh-Hant-TW", "ckb"] {
            assert_eq!(Language::new(code).map(|language| language.code().to_owned()).as_deref(), Some(code));
        }
        for wrong in ["", "f", "french", "FR", "fr-", "a b", "../x"] {
            assert_eq!(Language::new(wrong), None, "{wrong}");
        }
        assert_eq!(Language::new("ar").map(|language| language.direction()), Some("rtl"));
        assert_eq!(Language::default().direction(), "ltr");
    }
}
