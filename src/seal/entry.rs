//! Entries of a log: canonical JSON with salted commitments in the place of texts and names (`docs/verify.md`).

use std::fmt::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

use super::hex;
use crate::export::{Cell, Column};

/// Columns of `contributions` that stand in an entry as they are, sorted.
pub const PLAIN: &[&str] = &[
    "author_kind",
    "author_size",
    "comment_basis",
    "comment_count",
    "counted_votes_against",
    "counted_votes_for",
    "counted_votes_neutral",
    "created_at",
    "declared_comment_count",
    "declared_votes_against",
    "declared_votes_for",
    "declared_votes_neutral",
    "language",
    "outcome_status",
    "parent_id",
    "parent_kind",
    "source_file",
    "source_row",
    "status",
    "topic_id",
    "updated_at",
    "votes_against",
    "votes_basis",
    "votes_for",
    "votes_neutral",
];

/// Columns of `contributions` of which an entry holds a commitment, sorted.
pub const SEALED: &[&str] = &["author_id", "author_name", "body", "latitude", "longitude", "place", "source_url", "title"];

/// Columns whose white space does not count.
const LOOSE: &[&str] = &["body", "title"];

/// Bytes of a salt.
const SALT: usize = 16;

/// Makes the salts of a consultation.
#[derive(Clone)]
pub struct Salts {
    seed: Hmac<Sha256>,
}

impl Salts {
    /// The seed is HMAC-SHA-256(secret, "greffe log" LF consultation).
    pub fn new(secret: &[u8], slug: &str) -> Self {
        let keyed = |key: &[u8]| {
            // HMAC takes keys of any length.
            <Hmac<Sha256> as KeyInit>::new_from_slice(key).unwrap_or_else(|_| unreachable!())
        };
        let mut mac = keyed(secret);
        mac.update(b"greffe log\n");
        mac.update(slug.as_bytes());
        Self { seed: keyed(&mac.finalize().into_bytes()) }
    }

    /// The salt for a value of a field. It depends on the value: a salt that is published opens no other value of the field, so not the
    /// one before a correction.
    fn salt(&self, of: &Named<'_>, field: &str, value: &str) -> [u8; SALT] {
        let mut mac = self.seed.clone();
        for part in [of.kind, "\n", of.id, "\n", field, "\n"] {
            mac.update(part.as_bytes());
        }
        mac.update(hex(&Sha256::digest(value.as_bytes())).as_bytes());
        let mut salt = [0; SALT];
        salt.copy_from_slice(&mac.finalize().into_bytes()[..SALT]);
        salt
    }
}

/// What an entry is about.
#[derive(Debug, Clone, Copy)]
pub struct Named<'a> {
    /// Word of the kind.
    pub kind: &'a str,
    /// Its id.
    pub id: &'a str,
}

/// An entry, and what opens its commitments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Canonical JSON.
    pub line: String,
    /// Field → salt in base64, as a JSON object.
    pub salts: String,
}

/// The commitment to a value: base64(SHA-256(salt ‖ value)).
pub fn commitment(salt: &[u8], field: &str, value: &str) -> String {
    let digest = Sha256::new().chain_update(salt);
    let digest = if LOOSE.contains(&field) {
        digest.chain_update(value.chars().filter(|c| !is_space(*c)).collect::<String>())
    } else {
        digest.chain_update(value)
    };
    BASE64.encode(digest.finalize())
}

/// White space that does not count: fixed here, for languages differ.
fn is_space(c: char) -> bool {
    matches!(
        c,
        '\u{9}'..='\u{d}' | ' ' | '\u{85}' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{2028}' | '\u{2029}' | '\u{202f}' | '\u{205f}' | '\u{3000}' | '\u{feff}'
    )
}

/// Makes the entries of a table's rows; finds the columns once.
pub struct Entries<'a> {
    salts: &'a Salts,
    kind: usize,
    id: usize,
    plain: Vec<(&'static str, usize)>,
    sealed: Vec<(&'static str, usize)>,
}

impl<'a> Entries<'a> {
    /// For rows of these columns.
    pub fn new(columns: &[Column], salts: &'a Salts) -> Self {
        let at = |name: &str| columns.iter().position(|column| column.name == name);
        let found = |names: &[&'static str]| names.iter().filter_map(|name| Some((*name, at(name)?))).collect();
        // Both columns are required ones of the table.
        Self {
            salts,
            kind: at("kind").unwrap_or_default(),
            id: at("contribution_id").unwrap_or_default(),
            plain: found(PLAIN),
            sealed: found(SEALED),
        }
    }

    /// The entry of a row.
    pub fn of_row(&self, cells: &[Cell<'_>]) -> Entry {
        let (mut kind, mut id) = (String::new(), String::new());
        let named = Named { kind: cells[self.kind].as_text(&mut kind), id: cells[self.id].as_text(&mut id) };
        let mut keys: Vec<(&str, String)> = vec![("kind", quoted(named.kind)), ("id", quoted(named.id)), ("type", quoted("contribution"))];
        let mut buffer = String::new();
        for &(name, at) in &self.plain {
            match &cells[at] {
                Cell::Empty => {}
                Cell::Integer(number) => keys.push((name, number.to_string())),
                cell => keys.push((name, quoted(cell.as_text(&mut buffer)))),
            }
        }
        let mut opened = Vec::new();
        for &(name, at) in &self.sealed {
            if !matches!(cells[at], Cell::Empty) {
                opened.push((name, cells[at].as_text(&mut buffer).to_owned()));
            }
        }
        let (sealed, salts) = sealed(self.salts, &named, opened.iter().map(|(name, value)| (*name, value.as_str())));
        keys.push(("sealed", sealed));
        Entry { line: object(keys), salts }
    }
}

/// Commitments of fields, and their salts, as two JSON objects. The fields come sorted.
fn sealed<'f>(salts: &Salts, named: &Named<'_>, fields: impl Iterator<Item = (&'f str, &'f str)>) -> (String, String) {
    let (mut commitments, mut opened) = (Vec::new(), Vec::new());
    for (field, value) in fields {
        let salt = salts.salt(named, field, value);
        commitments.push((field, quoted(&commitment(&salt, field, value))));
        opened.push((field, quoted(&BASE64.encode(salt))));
    }
    (object(commitments), object(opened))
}

/// The entry of the tables: CSV file name without ending → SHA-256 in hexadecimal.
pub fn of_tables(salts: &Salts, tables: &[(&str, &str)]) -> Entry {
    let mut tables = tables.to_vec();
    tables.sort_unstable();
    let (sealed, salts) = sealed(salts, &Named { kind: "tables", id: "" }, tables.into_iter());
    Entry { line: object(vec![("sealed", sealed), ("type", quoted("tables"))]), salts }
}

/// An erasure.
pub fn erased(named: &Named<'_>, date: &str, reason: Option<&str>) -> Entry {
    let mut keys = vec![("date", quoted(date)), ("event", quoted("erased")), ("id", quoted(named.id)), ("kind", quoted(named.kind))];
    keys.extend(reason.map(|reason| ("reason", quoted(reason))));
    keys.push(("type", quoted("event")));
    Entry { line: object(keys), salts: "{}".to_owned() }
}

/// A contribution that the record no longer holds.
pub fn absent(named: &Named<'_>) -> Entry {
    let keys = vec![("event", quoted("absent")), ("id", quoted(named.id)), ("kind", quoted(named.kind)), ("type", quoted("event"))];
    Entry { line: object(keys), salts: "{}".to_owned() }
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn object(mut keys: Vec<(&str, String)>) -> String {
    keys.sort_unstable_by_key(|(key, _)| *key);
    let mut out = String::from("{");
    for (at, (key, value)) in keys.iter().enumerate() {
        let comma = if at > 0 { "," } else { "" };
        // Writing to a string cannot fail.
        let _ = write!(out, "{comma}\"{key}\":{value}");
    }
    out.push('}');
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::ColumnKind;
    use proptest::prelude::*;

    fn row<'a>(body: &'a str, votes: i64) -> (Vec<Column>, Vec<Cell<'a>>) {
        let names =
            [("kind", ColumnKind::Text), ("contribution_id", ColumnKind::Text), ("body", ColumnKind::Text), ("votes_for", ColumnKind::Integer)];
        let columns = names.iter().map(|(name, kind)| Column::new(*name, *kind)).collect();
        (columns, vec![Cell::text("proposal"), Cell::text("7"), Cell::text(body), Cell::Integer(votes)])
    }

    fn entry(secret: &[u8], body: &str, votes: i64) -> Entry {
        let (columns, cells) = row(body, votes);
        Entries::new(&columns, &Salts::new(secret, "x")).of_row(&cells)
    }

    #[test]
    fn entries_are_canonical_json_without_texts() {
        let made = entry(b"s", "Un « texte »", 3);
        let value: serde_json::Value = serde_json::from_str(&made.line).unwrap();
        let keys: Vec<&String> = value.as_object().unwrap().keys().collect();
        assert_eq!(keys, ["id", "kind", "sealed", "type", "votes_for"]);
        assert_eq!(value["votes_for"], 3);
        assert!(!made.line.contains("texte"));
        let salts: serde_json::Value = serde_json::from_str(&made.salts).unwrap();
        let salt = BASE64.decode(salts["body"].as_str().unwrap()).unwrap();
        assert_eq!(value["sealed"]["body"], commitment(&salt, "body", "Un\u{a0}«\ntexte »"));
        assert_ne!(value["sealed"]["body"], commitment(&salt, "body", "Un « text »"));
        assert_eq!(entry(b"s", "", 3).salts, "{}");
    }

    #[test]
    fn every_column_is_sealed_in_one_way_and_sorted() {
        assert!(PLAIN.is_sorted() && SEALED.is_sorted());
        assert!(PLAIN.iter().all(|name| !SEALED.contains(name)));
    }

    proptest! {
        #[test]
        fn salts_differ_with_text_and_secret(a in "[a-c]{1,6}", b in "[a-c]{1,6}") {
            let (one, other) = (entry(b"s", &a, 1), entry(b"s", &b, 1));
            prop_assert_eq!(a == b, one.salts == other.salts);
            prop_assert_ne!(one.salts, entry(b"t", &a, 1).salts);
        }
    }
}
