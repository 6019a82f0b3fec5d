//! What closed editions committed to, held against their own checkpoints; and how one more is closed.

use std::fmt::Write;

use super::log::{Closed, Log};
use super::merkle;
use super::note::{Note, PublicKey, Signing};
use crate::archive::{ClosedEdition, Committed, EditionIndex, Editions, PersonalPolicy};
use crate::diagnose::{Diagnostic, codes};

/// The ledger and the closed editions of a consultation. A ledger that is longer than its last checkpoint was being extended when a
/// `seal` was interrupted: what stands beyond was never published.
pub fn history<'e>(editions: &'e Editions, slug: &str) -> Result<(&'e [Committed], Vec<Closed>), Diagnostic> {
    let Some(notes) = editions.notes.get(slug) else { return Ok((&[], Vec::new())) };
    let broken = |file: String, error: &str| Diagnostic::new(codes::EDITION_BROKEN).file(format!("content/editions/{file}")).arg("error", error);
    let ledger = editions.ledgers.get(slug).map(Vec::as_slice).unwrap_or_default();
    let leaves: Vec<merkle::Hash> = ledger.iter().map(Committed::hash).collect();
    let mut closed: Vec<Closed> = Vec::new();
    for (number, text) in notes {
        let file = || format!("{number}/{slug}.txt");
        let note = Note::parse(text).ok_or_else(|| broken(file(), "no-checkpoint"))?;
        let size = note.checkpoint.size;
        let root = leaves.get(..size).map(merkle::root);
        if root != Some(note.checkpoint.root) {
            return Err(broken(file(), "ledger"));
        }
        if closed.last().is_some_and(|last| last.note.checkpoint.size > size) {
            return Err(broken(file(), "smaller"));
        }
        closed.push(Closed { number: *number, text: text.clone(), note });
    }
    let size = closed.last().map_or(0, |last| last.note.checkpoint.size);
    Ok((&ledger[..size], closed))
}

/// How an edition is to be closed.
#[derive(Debug)]
pub struct Sealing {
    /// The day, ISO 8601.
    pub date: String,
    /// What is new in it.
    pub note: Option<String>,
    /// The publisher's key.
    pub key: Option<Signing>,
}

/// Closes the logs that have something new, and gives the files of `content/editions/`: (path, text), the index last. `None` where no log has
/// anything new, unless something else of the archive has (`other`). `personal`: what the archive does with personal data in texts.
pub fn close(
    editions: &Editions,
    logs: &mut [(String, Log)],
    sealing: &Sealing,
    personal: PersonalPolicy,
    other: bool,
) -> Option<(EditionIndex, Vec<(String, String)>)> {
    if !other && logs.iter().all(|(_, log)| !log.is_draft()) {
        return None;
    }
    let number = editions.index.editions.last().map_or(1, |last| last.number + 1);
    let mut files = Vec::new();
    for (slug, log) in logs.iter_mut().filter(|(_, log)| log.is_draft()) {
        let text = log.checkpoint().note(sealing.key.as_ref());
        // It was just written in that form.
        let Some(note) = Note::parse(&text) else { continue };
        let mut ledger = String::new();
        for line in &log.committed {
            // A struct of texts becomes JSON.
            let _ = writeln!(ledger, "{}", serde_json::to_string(line).unwrap_or_default());
        }
        files.push((format!("{slug}.jsonl"), ledger));
        files.push((format!("{number}/{slug}.txt"), text.clone()));
        log.closed.push(Closed { number, text, note });
    }
    let mut index = editions.index.clone();
    let key = sealing.key.as_ref().map(|key| key.public().text());
    index.editions.push(ClosedEdition { number, date: sealing.date.clone(), note: sealing.note.clone(), personal: Some(personal), key });
    files.push(("editions.yaml".to_owned(), yaml(&index)));
    Some((index, files))
}

/// JSON strings are YAML strings.
fn yaml(index: &EditionIndex) -> String {
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    let mut out = String::from("# Written by `greffe seal`. Keep it with the archive; change nothing by hand.\n");
    out.push_str("editions:\n");
    for edition in &index.editions {
        let _ = writeln!(out, "  - number: {}\n    date: {}", edition.number, quoted(&edition.date));
        if let Some(note) = &edition.note {
            let _ = writeln!(out, "    note: {}", quoted(note));
        }
        if let Some(personal) = edition.personal {
            let _ = writeln!(out, "    personal: {}", personal.word());
        }
        if let Some(key) = &edition.key {
            let _ = writeln!(out, "    key: {}", quoted(key));
        }
    }
    out
}

/// The keys that signed editions, each once, that of the latest last.
pub fn public_keys(index: &EditionIndex) -> Result<Vec<PublicKey>, Diagnostic> {
    let broken = || Diagnostic::new(codes::EDITION_BROKEN).file("content/editions/editions.yaml").column("key").arg("error", "no-key");
    let mut keys: Vec<PublicKey> = Vec::new();
    for text in index.editions.iter().filter_map(|edition| edition.key.as_deref()) {
        let key = PublicKey::parse(text).ok_or_else(broken)?;
        keys.retain(|known| *known != key);
        keys.push(key);
    }
    Ok(keys)
}
