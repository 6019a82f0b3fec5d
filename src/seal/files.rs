//! The files of a log: entries, salts, checkpoints and proofs for programs; tiles and checkpoint as classic scripts for the browser.

use serde_json::json;

use super::hex;
use super::log::Log;
use super::merkle::{self, Hash};
use crate::diagnose::Diagnostic;
use crate::write::Output;

/// Writes them below `folder`.
pub fn write(log: &Log, folder: &str, output: &Output) -> Result<(), Diagnostic> {
    output.stream(&format!("{folder}/entries.jsonl"), |out| {
        for (leaf, entry) in log.leaves.iter().zip(&log.entries) {
            match entry {
                Some(entry) => writeln!(out, "{}", entry.line)?,
                None => writeln!(out, "{{\"leaf\":\"{}\"}}", hex(leaf))?,
            }
        }
        Ok(())
    })?;
    output.stream(&format!("{folder}/salts.jsonl"), |out| {
        log.entries.iter().try_for_each(|entry| writeln!(out, "{}", entry.as_ref().map_or("{}", |entry| entry.salts.as_str())))
    })?;
    let tiles = merkle::tiles(&log.leaves);
    for (level, tiles) in tiles.iter().enumerate() {
        for (at, tile) in tiles.iter().enumerate() {
            let hashes: Vec<String> = tile.iter().map(|hash| hex(hash)).collect();
            output.put(&format!("{folder}/tiles/{level}/{at}.js"), format!("greffeTile({level},{at},{});\n", json!(hashes)).as_bytes())?;
        }
    }
    let checkpoint = log.checkpoint();
    let draft = log.is_draft();
    let text = log.closed.last().filter(|_| !draft).map_or_else(|| checkpoint.note(None), |last| last.text.clone());
    output.put(&format!("{folder}/checkpoint.txt"), text.as_bytes())?;
    let script = json!({
        "size": checkpoint.size,
        "root": hex(&checkpoint.root),
        "draft": draft,
        "edition": log.closed.last().map_or(0, |last| last.number),
        "signed": text.contains("\n\n— "),
    });
    output.put(&format!("{folder}/checkpoint.js"), format!("greffeCheckpoint({script});\n").as_bytes())?;
    for closed in &log.closed {
        output.put(&format!("{folder}/editions/{}.txt", closed.number), closed.text.as_bytes())?;
    }
    output.put(&format!("{folder}/consistency.json"), format!("{:#}\n", json!(proofs(log))).as_bytes())
}

/// From each closed edition to the next, and from the last one to a draft.
fn proofs(log: &Log) -> Vec<serde_json::Value> {
    let proof = |leaves: &[Hash], old: usize| merkle::consistency(leaves, old).iter().map(|hash| hex(hash)).collect::<Vec<_>>();
    let mut proofs = Vec::new();
    for pair in log.closed.windows(2) {
        let (old, new) = (pair[0].note.checkpoint.size, pair[1].note.checkpoint.size);
        proofs.push(json!({"from": pair[0].number, "to": pair[1].number, "proof": proof(&log.leaves[..new], old)}));
    }
    if let Some(last) = log.closed.last().filter(|_| log.is_draft()) {
        proofs.push(json!({"from": last.number, "to": 0, "proof": proof(&log.leaves, last.note.checkpoint.size)}));
    }
    proofs
}
