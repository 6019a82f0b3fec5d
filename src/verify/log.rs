//! The log of a consultation: entries, tree, editions, signatures.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use serde_json::{Map, Value};

use super::{Faults, Store};
use crate::diagnose::codes;
use crate::seal::merkle::{self, Hash};
use crate::seal::{Note, PLAIN, PublicKey, commitment};

/// An entry that holds, with what opens it.
pub struct Held {
    /// Its place in the log.
    pub at: usize,
    /// The entry.
    pub entry: Map<String, Value>,
    /// Field → salt.
    pub salts: Map<String, Value>,
    /// A row must stand in the table.
    pub has_row: bool,
}

impl Held {
    /// Whether a value opens the commitment to a field.
    pub fn opens(&self, field: &str, value: &str) -> bool {
        let salt = self.salts.get(field).and_then(Value::as_str).and_then(|salt| BASE64.decode(salt).ok());
        let sealed = self.sealed(field);
        salt.is_some_and(|salt| sealed == Some(commitment(&salt, field, value).as_str()))
    }

    fn sealed(&self, field: &str) -> Option<&str> {
        self.entry.get("sealed")?.get(field)?.as_str()
    }

    /// Fields that are committed to or opened.
    pub fn fields(&self) -> impl Iterator<Item = &str> {
        let sealed = self.entry.get("sealed").and_then(Value::as_object);
        sealed.into_iter().flat_map(Map::keys).chain(self.salts.keys()).map(String::as_str)
    }
}

/// A log as it was read.
pub struct ReadLog<'a> {
    store: &'a Store,
    base: &'a str,
    leaves: Vec<Hash>,
    /// By kind and id: the entry that holds.
    pub held: FxHashMap<(String, String), Held>,
    /// The last entry of the tables.
    pub tables: Option<Held>,
}

/// What was found of editions.
#[derive(Default)]
pub struct Signed {
    /// Closed editions.
    pub editions: usize,
    /// Good signatures.
    pub signatures: usize,
    /// More than the last edition.
    pub draft: bool,
}

/// One line, read.
enum Line {
    Withheld(Hash),
    Entry(Hash, Map<String, Value>),
    Broken(Hash, String),
}

/// Reads the log; `None` where there is none.
pub fn read<'a>(store: &'a Store, base: &'a str, faults: &mut Faults) -> Option<ReadLog<'a>> {
    let (entries, salts) = (format!("{base}log/entries.jsonl"), format!("{base}log/salts.jsonl"));
    if !store.has(&entries) {
        faults.add(codes::LOG_BROKEN, entries, "not there");
        return None;
    }
    let read = |name: &str, faults: &mut Faults| match store.text(name) {
        Ok(text) => text,
        Err(error) => {
            faults.add(codes::LOG_BROKEN, name, error.to_string());
            String::new()
        }
    };
    let (text, salt_text) = (read(&entries, faults), read(&salts, faults));
    let lines: Vec<&str> = text.strip_suffix('\n').unwrap_or(&text).split('\n').collect();
    let salt_lines: Vec<&str> = salt_text.strip_suffix('\n').unwrap_or(&salt_text).split('\n').collect();
    faults.expect(lines.len() == salt_lines.len(), codes::LOG_BROKEN, &salts, "not as many lines as entries.jsonl");
    let parsed: Vec<(Line, Option<Map<String, Value>>)> =
        lines.par_iter().enumerate().map(|(at, line)| (entry(line), opened(salt_lines.get(at).copied().unwrap_or("{}")))).collect();
    let mut log = ReadLog { store, base, leaves: Vec::with_capacity(parsed.len()), held: FxHashMap::default(), tables: None };
    let mut last_is_tables = false;
    for (at, (line, opened)) in parsed.into_iter().enumerate() {
        last_is_tables = false;
        let open = opened.as_ref().is_some_and(|salts| !salts.is_empty());
        faults.expect(opened.is_some(), codes::LOG_BROKEN, &salts, "no salts");
        match line {
            Line::Broken(leaf, error) => {
                log.leaves.push(leaf);
                faults.add(codes::LOG_BROKEN, &entries, error);
            }
            Line::Withheld(leaf) => {
                log.leaves.push(leaf);
                faults.expect(!open, codes::LOG_BROKEN, &salts, "a salt where nothing is to be opened");
            }
            Line::Entry(leaf, entry) => {
                log.leaves.push(leaf);
                let text = |key: &str| entry.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
                let key = (text("kind"), text("id"));
                match text("type").as_str() {
                    "contribution" => {
                        log.held.insert(key, Held { at, entry, salts: opened.unwrap_or_default(), has_row: true });
                    }
                    "tables" => {
                        log.tables = Some(Held { at, entry, salts: opened.unwrap_or_default(), has_row: false });
                        last_is_tables = true;
                    }
                    _ => {
                        faults.expect(!open, codes::LOG_BROKEN, &salts, "a salt where nothing is to be opened");
                        if text("event") == "absent"
                            && let Some(held) = log.held.get_mut(&key)
                        {
                            held.has_row = false;
                        }
                    }
                }
            }
        }
    }
    faults.expect(last_is_tables, codes::LOG_BROKEN, &entries, "the last entry is not that of the tables");
    Some(log)
}

fn entry(line: &str) -> Line {
    let leaf = merkle::leaf(line.as_bytes());
    let broken = |error: &str| Line::Broken(leaf, error.to_owned());
    let Ok(Value::Object(entry)) = serde_json::from_str::<Value>(line) else { return broken("no JSON object") };
    if let (1, Some(digits)) = (entry.len(), entry.get("leaf")) {
        return match digits.as_str().and_then(hash) {
            Some(leaf) => Line::Withheld(leaf),
            None => broken("a leaf that is no digest"),
        };
    }
    let text = |key: &str| entry.get(key).and_then(Value::as_str);
    let named = text("kind").is_some() && text("id").is_some();
    let sealed = entry.get("sealed").is_none_or(|sealed| sealed.as_object().is_some_and(|sealed| sealed.values().all(Value::is_string)));
    let good = match text("type") {
        Some("contribution") => {
            named && entry.keys().all(|key| ["id", "kind", "sealed", "type"].contains(&key.as_str()) || PLAIN.contains(&key.as_str()))
        }
        Some("event") => named && matches!(text("event"), Some("erased" | "absent")),
        Some("tables") => true,
        _ => false,
    };
    if good && sealed { Line::Entry(leaf, entry) } else { broken("an entry of unknown form") }
}

fn opened(line: &str) -> Option<Map<String, Value>> {
    let Ok(Value::Object(salts)) = serde_json::from_str::<Value>(line) else { return None };
    let sound = salts.values().all(|salt| salt.as_str().and_then(|salt| BASE64.decode(salt).ok()).is_some_and(|salt| salt.len() == 16));
    sound.then_some(salts)
}

/// 64 hexadecimal digits in small letters.
fn hash(digits: &str) -> Option<Hash> {
    let sound = digits.len() == 64 && digits.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    let byte = |at: usize| u8::from_str_radix(&digits[at * 2..at * 2 + 2], 16).unwrap_or(0);
    sound.then(|| std::array::from_fn(byte))
}

impl ReadLog<'_> {
    /// The tree against its checkpoint, the editions against the tree, the signatures against the keys.
    pub fn check(&self, keys: &[PublicKey], given: Option<&PublicKey>, faults: &mut Faults) -> Signed {
        let mut found = Signed::default();
        let name = format!("{}log/checkpoint.txt", self.base);
        let now = self.note(&name, codes::LOG_BROKEN, faults);
        if let Some(note) = &now {
            let right = note.checkpoint.size == self.leaves.len() && note.checkpoint.root == merkle::root(&self.leaves);
            faults.expect(right, codes::ROOT_DIFFERS, &name, "");
            // The last edition's are counted below.
            self.signatures(note, &name, keys, faults);
        }
        let mut closed: BTreeMap<u32, Note> = BTreeMap::new();
        let folder = format!("{}log/editions/", self.base);
        let mut numbers: Vec<u32> = self.store.paths().filter_map(|path| path.strip_prefix(&folder)?.strip_suffix(".txt")?.parse().ok()).collect();
        numbers.sort_unstable();
        let mut least = 0;
        for &number in &numbers {
            let name = format!("{folder}{number}.txt");
            let Some(note) = self.note(&name, codes::EDITION_DIFFERS, faults) else { continue };
            let size = note.checkpoint.size;
            let right = size >= least && self.leaves.get(..size).map(merkle::root) == Some(note.checkpoint.root);
            faults.expect(right, codes::EDITION_DIFFERS, &name, "");
            found.signatures += self.signatures(&note, &name, keys, faults);
            least = least.max(size);
            closed.insert(number, note);
        }
        found.editions = numbers.len();
        let draft = self.proofs(&numbers, &closed, now.as_ref(), faults);
        let last = numbers.last().map_or_else(|| name.clone(), |number| format!("{folder}{number}.txt"));
        if let (Some(_), false, true) = (&now, draft, !numbers.is_empty()) {
            let same = self.store.bytes(&last).ok() == self.store.bytes(&name).ok();
            faults.expect(same, codes::EDITION_DIFFERS, &last, "not checkpoint.txt");
        }
        if let Some(given) = given {
            let note = numbers.last().and_then(|number| closed.get(number)).or(now.as_ref());
            faults.expect(note.is_some_and(|note| note.is_signed_by(given)), codes::SIGNATURE_WRONG, &last, "not signed with the key that was given");
        }
        found.draft = draft || numbers.is_empty();
        found
    }

    fn note(&self, name: &str, code: &'static crate::diagnose::Code, faults: &mut Faults) -> Option<Note> {
        let note = self.store.text(name).ok().as_deref().and_then(Note::parse);
        faults.expect(note.is_some(), code, name, "no checkpoint");
        note
    }

    fn signatures(&self, note: &Note, name: &str, keys: &[PublicKey], faults: &mut Faults) -> usize {
        if note.signatures.is_empty() {
            return 0;
        }
        let good = note.is_signed_by_all(keys);
        faults.expect(good, codes::SIGNATURE_WRONG, if keys.is_empty() { "key.txt" } else { name }, "");
        if good { note.signatures.len() } else { 0 }
    }

    /// Whether each edition is a beginning of the next; says whether there is a draft after the last.
    fn proofs(&self, numbers: &[u32], closed: &BTreeMap<u32, Note>, now: Option<&Note>, faults: &mut Faults) -> bool {
        let name = format!("{}log/consistency.json", self.base);
        let mut pairs = Vec::new();
        let mut good = false;
        if let Some(Value::Array(proofs)) = self.store.text(&name).ok().and_then(|text| serde_json::from_str(&text).ok()) {
            good = proofs.iter().all(|proof| {
                let number = |key: &str| proof.get(key).and_then(Value::as_u64).and_then(|number| u32::try_from(number).ok());
                let (Some(from), Some(to)) = (number("from"), number("to")) else { return false };
                let tree = |number: u32| if number == 0 { now } else { closed.get(&number) };
                let hashes = proof.get("proof").and_then(Value::as_array).into_iter().flatten();
                let hashes: Option<Vec<Hash>> = hashes.map(|digits| digits.as_str().and_then(hash)).collect();
                pairs.push((from, to));
                let (Some(old), Some(new), Some(hashes)) = (tree(from), tree(to), hashes) else { return false };
                merkle::is_consistent((old.checkpoint.size, &old.checkpoint.root), (new.checkpoint.size, &new.checkpoint.root), &hashes)
            });
        }
        let mut wanted: Vec<(u32, u32)> = numbers.windows(2).map(|pair| (pair[0], pair[1])).collect();
        let draft = numbers.last().is_some_and(|last| pairs.contains(&(*last, 0)));
        wanted.extend(numbers.last().filter(|_| draft).map(|last| (*last, 0)));
        pairs.sort_unstable_by_key(|(from, _)| *from);
        faults.expect(good && pairs == wanted, codes::EDITION_DIFFERS, name, "a proof does not hold");
        draft
    }
}
