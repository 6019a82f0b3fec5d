//! `limits:` of `content/archive.yaml`: what a file may cost.

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer};

/// Limits of what is read: far above real exports, far below what fills a machine. `limits:` of `content/archive.yaml` changes them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Limits {
    /// Size of one cell or text (`4 MiB` unless told): a row with a larger one is set aside. A record of more than sixteen times as much ends the file.
    #[serde(deserialize_with = "size")]
    #[schemars(with = "Size")]
    pub cell: u64,
    /// How deep documents may be nested, at most 120.
    #[serde(deserialize_with = "depth")]
    #[schemars(range(min = 1, max = 120))]
    pub depth: u64,
    /// Rows of one file: those beyond are set aside.
    pub rows: u64,
    /// Columns of one file.
    pub columns: u64,
    /// Size a ZIP, a gzip or a workbook may unpack to (`4 GiB` unless told).
    #[serde(deserialize_with = "size")]
    #[schemars(with = "Size")]
    pub unpacked: u64,
    /// Files in a ZIP.
    pub members: u64,
}

/// The deepest nesting that may be asked for: serde_json refuses 128 levels, and what walks through values later is recursive.
const DEEPEST: u64 = 120;

impl Default for Limits {
    fn default() -> Self {
        // The longest texts seen in real exports are reports of some 300 KB; Excel ends at 16 384 columns.
        Self { cell: 4 << 20, depth: 64, rows: 5_000_000, columns: 16_384, unpacked: 4 << 30, members: 200_000 }
    }
}

impl Limits {
    /// Bytes of one record beyond which a file is given up: a quotation mark that is never closed would otherwise fill the memory.
    pub fn record(&self) -> u64 {
        self.cell.saturating_mul(16).max(1 << 20)
    }
}

/// A size as people write it.
#[derive(Deserialize, JsonSchema)]
#[serde(untagged)]
enum Size {
    /// Bytes.
    Bytes(u64),
    /// A number and a unit: `500 MB`, `4 GiB`, `20 Mo`.
    Written(String),
}

fn size<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
    match Size::deserialize(deserializer)? {
        Size::Bytes(bytes) => Ok(bytes),
        Size::Written(text) => parse_size(&text).ok_or_else(|| serde::de::Error::custom(format!("“{text}” is no size; write 500 MB"))),
    }
}

fn depth<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
    let depth = u64::deserialize(deserializer)?;
    if (1..=DEEPEST).contains(&depth) { Ok(depth) } else { Err(serde::de::Error::custom(format!("depth is between 1 and {DEEPEST}"))) }
}

/// `500`, `500 MB`, `4GiB`, `20 Mo`; units of a thousand, those with an `i` of 1024.
fn parse_size(text: &str) -> Option<u64> {
    let digits: String = text.chars().take_while(|c| c.is_ascii_digit() || matches!(c, '_' | ' ' | '\u{a0}' | '\u{202f}')).collect();
    let unit = text[digits.len()..].trim().to_ascii_lowercase();
    let number: u64 = digits.chars().filter(char::is_ascii_digit).collect::<String>().parse().ok()?;
    let (thousand, letter) = match unit.strip_suffix(['b', 'o']).unwrap_or(&unit) {
        "" => return Some(number),
        unit => match unit.strip_suffix('i') {
            Some(letter) => (1024u64, letter),
            None => (1000, unit),
        },
    };
    let power = match letter {
        "k" => 1,
        "m" => 2,
        "g" => 3,
        "t" => 4,
        _ => return None,
    };
    number.checked_mul(thousand.pow(power))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read() {
        for (text, bytes) in [("500", 500), ("500 MB", 500_000_000), ("4GiB", 4 << 30), ("20 Mo", 20_000_000), ("1_000 kB", 1_000_000), ("7 b", 7)] {
            assert_eq!(parse_size(text), Some(bytes), "{text}");
        }
        for text in ["", "MB", "5 XB", "-1", "1.5 GB", "99999999999 TB", "é"] {
            assert_eq!(parse_size(text), None, "{text}");
        }
    }

    #[test]
    fn limits_are_written_in_yaml() {
        let limits: Limits = serde_yaml::from_str("cell: 500 kB\nrows: 10\nunpacked: 1000\n").unwrap();
        assert_eq!(limits, Limits { cell: 500_000, rows: 10, unpacked: 1000, ..Limits::default() });
        for wrong in ["depth: 0", "depth: 500", "cell: many", "sell: 1"] {
            assert!(serde_yaml::from_str::<Limits>(wrong).is_err(), "{wrong}");
        }
    }
}
