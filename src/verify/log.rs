//! The log of a consultation: entries, tree, editions, signatures.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufReader, Read, Seek};
use std::sync::{Mutex, PoisonError};

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use serde_json::{Map, Value};

use super::bounds::{BATCH, BROKEN, ENTRY, read_line};
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

/// Where an entry that holds stands, and whether a row must stand in the table.
struct Place {
    at: usize,
    has_row: bool,
}

/// The lines of a file, by number: where each ends, and the file. They stay on the disk: a log may be larger than the memory.
struct Lines {
    name: String,
    ends: Vec<u64>,
    file: Option<Mutex<File>>,
}

impl Lines {
    fn none(name: &str) -> Self {
        Self { name: name.to_owned(), ends: Vec::new(), file: None }
    }

    fn line(&self, at: usize) -> io::Result<String> {
        let end = self.ends.get(at).copied().ok_or(io::ErrorKind::NotFound)?;
        let start = if at == 0 { 0 } else { self.ends[at - 1] + 1 };
        let mut line = vec![0; usize::try_from(end - start).map_err(io::Error::other)?];
        let mut file = self.file.as_ref().ok_or(io::ErrorKind::NotFound)?.lock().unwrap_or_else(PoisonError::into_inner);
        file.seek(io::SeekFrom::Start(start))?;
        file.read_exact(&mut line)?;
        String::from_utf8(line).map_err(io::Error::other)
    }
}

/// A log as it was read.
pub struct ReadLog<'a> {
    store: &'a Store,
    base: &'a str,
    leaves: Vec<Hash>,
    entries: Lines,
    salts: Lines,
    /// By kind and id: the entry that holds.
    places: FxHashMap<(String, String), Place>,
    /// The last entry of the tables.
    pub tables: Option<Held>,
}

impl ReadLog<'_> {
    /// The entry of a contribution that holds.
    pub fn held(&self, kind: &str, id: &str) -> Option<Held> {
        let place = self.places.get(&(kind.to_owned(), id.to_owned()))?;
        let Line::Entry(_, entry) = entry(&self.entries.line(place.at).ok()?) else { return None };
        let salts = self.salts.line(place.at).ok().and_then(|line| opened(&line));
        Some(Held { at: place.at, entry, salts: salts.unwrap_or_default() })
    }

    /// Kind and id of the contributions that must have a row.
    pub fn with_rows(&self) -> impl Iterator<Item = &(String, String)> {
        self.places.iter().filter(|(_, place)| place.has_row).map(|(key, _)| key)
    }
}

/// What was found of editions.
#[derive(Default)]
pub struct Signed {
    /// Closed editions.
    pub editions: usize,
    /// Good signatures.
    pub signatures: usize,
}

/// One line, read.
enum Line {
    Withheld(Hash),
    Entry(Hash, Map<String, Value>),
    Broken(Hash, String),
}

/// Most editions of a log: one a day for eleven years.
const EDITIONS: usize = 4000;

/// Lines that are parsed at a time, by all threads.
const AT_A_TIME: usize = 4096;

/// The lines of a file, so many at a time; `found` has where they end.
struct Batches {
    reader: Option<BufReader<File>>,
    found: Lines,
}

impl Batches {
    fn open(store: &Store, name: &str, faults: &mut Faults) -> Self {
        match store.file(name).and_then(|file| Ok((BufReader::with_capacity(256 * 1024, file), store.file(name)?))) {
            Ok((reader, again)) => {
                Self { reader: Some(reader), found: Lines { name: name.to_owned(), ends: Vec::new(), file: Some(Mutex::new(again)) } }
            }
            Err(error) => {
                faults.add(codes::LOG_BROKEN, name, error.to_string());
                Self { reader: None, found: Lines::none(name) }
            }
        }
    }

    fn next(&mut self, most: usize, faults: &mut Faults) -> Vec<String> {
        let mut batch = Vec::new();
        let mut line = Vec::new();
        let mut bytes = 0;
        while batch.len() < most && bytes < BATCH {
            let Some(reader) = &mut self.reader else { break };
            match read_line(reader, &mut line) {
                Ok(true) => {
                    let end = self.found.ends.last().map_or(0, |end| end + 1) + line.len() as u64;
                    self.found.ends.push(end);
                    bytes += line.len();
                    batch.push(String::from_utf8_lossy(&line).into_owned());
                }
                Ok(false) => self.reader = None,
                Err(error) => {
                    faults.add(codes::LOG_BROKEN, &self.found.name, error.to_string());
                    self.reader = None;
                }
            }
        }
        batch
    }
}

/// Reads the log; `None` where there is none.
pub fn read<'a>(store: &'a Store, base: &'a str, faults: &mut Faults) -> Option<ReadLog<'a>> {
    let (entries, salts) = (format!("{base}log/entries.jsonl"), format!("{base}log/salts.jsonl"));
    if !store.has(&entries) {
        faults.add(codes::LOG_BROKEN, entries, "not there");
        return None;
    }
    let (mut lines, mut salt_lines) = (Batches::open(store, &entries, faults), Batches::open(store, &salts, faults));
    let (mut leaves, mut places, mut tables) = (Vec::new(), FxHashMap::default(), None);
    let mut last_is_tables = false;
    let mut broken = 0;
    loop {
        let batch = lines.next(AT_A_TIME, faults);
        let mut salt_batch = salt_lines.next(batch.len(), faults);
        while salt_batch.len() < batch.len() && salt_lines.reader.is_some() {
            salt_batch.append(&mut salt_lines.next(batch.len() - salt_batch.len(), faults));
        }
        if batch.is_empty() || broken > BROKEN {
            break;
        }
        let parsed: Vec<(Line, Option<Map<String, Value>>)> =
            batch.par_iter().enumerate().map(|(at, line)| (entry(line), opened(salt_batch.get(at).map_or("{}", String::as_str)))).collect();
        for (line, opened) in parsed {
            last_is_tables = false;
            let open = opened.as_ref().is_some_and(|salts| !salts.is_empty());
            faults.expect(opened.is_some(), codes::LOG_BROKEN, &salts, "no salts");
            let at = leaves.len();
            match line {
                Line::Broken(leaf, error) => {
                    leaves.push(leaf);
                    broken += 1;
                    faults.add(codes::LOG_BROKEN, &entries, error);
                }
                Line::Withheld(leaf) => {
                    leaves.push(leaf);
                    faults.expect(!open, codes::LOG_BROKEN, &salts, "a salt where nothing is to be opened");
                }
                Line::Entry(leaf, entry) => {
                    leaves.push(leaf);
                    let text = |key: &str| entry.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
                    let key = (text("kind"), text("id"));
                    match text("type").as_str() {
                        "contribution" => {
                            places.insert(key, Place { at, has_row: true });
                        }
                        "tables" => {
                            tables = Some(Held { at, entry, salts: opened.unwrap_or_default() });
                            last_is_tables = true;
                        }
                        _ => {
                            faults.expect(!open, codes::LOG_BROKEN, &salts, "a salt where nothing is to be opened");
                            if text("event") == "absent"
                                && let Some(place) = places.get_mut(&key)
                            {
                                place.has_row = false;
                            }
                        }
                    }
                }
            }
        }
    }
    if broken > BROKEN {
        faults.add(codes::LOG_BROKEN, &entries, format!("more than {BROKEN} lines are no entries"));
    }
    let more_salts = !salt_lines.next(1, faults).is_empty();
    let (entries_found, salts_found) = (lines.found, salt_lines.found);
    faults.expect(!more_salts && entries_found.ends.len() == salts_found.ends.len(), codes::LOG_BROKEN, &salts, "not as many lines as entries.jsonl");
    faults.expect(last_is_tables, codes::LOG_BROKEN, &entries, "the last entry is not that of the tables");
    Some(ReadLog { store, base, leaves, entries: entries_found, salts: salts_found, places, tables })
}

fn entry(line: &str) -> Line {
    let leaf = merkle::leaf(line.as_bytes());
    let broken = |error: &str| Line::Broken(leaf, error.to_owned());
    if line.len() > ENTRY {
        return broken("too long");
    }
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
    if line.len() > ENTRY {
        return None;
    }
    let Ok(Value::Object(salts)) = serde_json::from_str::<Value>(line) else { return None };
    let sound = salts.values().all(|salt| salt.as_str().and_then(|salt| BASE64.decode(salt).ok()).is_some_and(|salt| salt.len() == 16));
    sound.then_some(salts)
}

/// The number of an edition's file: digits as they are written, from 1.
fn number(name: &str) -> Option<u32> {
    let digits = name.strip_suffix(".txt")?;
    digits.parse().ok().filter(|number: &u32| (1..1_000_000_000).contains(number) && number.to_string() == digits)
}

/// 64 hexadecimal digits in small letters.
fn hash(digits: &str) -> Option<Hash> {
    let sound = digits.len() == 64 && digits.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    let byte = |at: usize| u8::from_str_radix(&digits[at * 2..at * 2 + 2], 16).unwrap_or(0);
    sound.then(|| std::array::from_fn(byte))
}

impl ReadLog<'_> {
    /// The tree against its checkpoint, the editions against the tree, the signatures against the keys.
    pub fn check(&self, keys: &[PublicKey], faults: &mut Faults) -> Signed {
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
        let mut numbers: Vec<u32> = Vec::new();
        for (path, name) in self.store.paths().filter_map(|path| Some((path, path.strip_prefix(&folder)?))) {
            match number(name) {
                Some(number) => numbers.push(number),
                None => faults.add(codes::EDITION_DIFFERS, path, "no number of an edition"),
            }
        }
        numbers.sort_unstable();
        if numbers.len() > EDITIONS {
            faults.add(codes::EDITION_DIFFERS, folder, format!("more than {EDITIONS} editions"));
            return found;
        }
        let mut least = 0;
        let mut notes = Vec::new();
        for &number in &numbers {
            let name = format!("{folder}{number}.txt");
            notes.extend(self.note(&name, codes::EDITION_DIFFERS, faults).map(|note| (number, name, note)));
        }
        let roots = merkle::roots(&self.leaves, &notes.iter().map(|(.., note)| note.checkpoint.size).collect());
        for (number, name, note) in notes {
            let size = note.checkpoint.size;
            let right = size >= least && roots.get(&size) == Some(&note.checkpoint.root);
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
        found
    }

    fn note(&self, name: &str, code: &'static crate::diagnose::Code, faults: &mut Faults) -> Option<Note> {
        let note = self.store.note(name).ok().as_deref().and_then(Note::parse);
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
        if let Ok(Value::Array(proofs)) = self.store.json(&name) {
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
