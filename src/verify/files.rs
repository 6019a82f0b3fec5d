//! Every file has the digest that `SHA256SUMS` gives, and there is no other.

use rayon::prelude::*;

use super::{Faults, Store};
use crate::diagnose::codes;
use crate::seal::EDITION;
use crate::write::{KEPT, SUMS};

/// Checks the files; gives how many are listed.
pub fn check(store: &Store, faults: &mut Faults) -> usize {
    for file in store.bag_faults() {
        faults.add(codes::FILE_CHANGED, file, "not as the bag's manifest has it");
    }
    let text = match store.text(SUMS) {
        Ok(text) => text,
        Err(error) => {
            faults.add(codes::SUMS_MISSING, SUMS, error.to_string());
            return 0;
        }
    };
    let mut listed: Vec<(&str, &str)> = Vec::new();
    for line in text.lines() {
        match line.split_once("  ").filter(|(digest, _)| digest.len() == 64 && digest.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))) {
            Some((digest, path)) => listed.push((path, digest)),
            None => faults.add(codes::SUMS_MISSING, SUMS, line),
        }
    }
    let found: Vec<Option<(&str, bool)>> = listed
        .par_iter()
        .map(|&(path, wanted)| match store.has(path).then(|| store.digest(path)) {
            None => Some((path, false)),
            Some(found) => (found.ok().as_deref() != Some(wanted)).then_some((path, true)),
        })
        .collect();
    for (path, present) in found.into_iter().flatten() {
        faults.add(if present { codes::FILE_CHANGED } else { codes::FILE_ABSENT }, path, "");
    }
    let count = listed.len();
    listed.sort_unstable();
    let strange = |path: &&str| {
        let name = path.rsplit('/').next().unwrap_or(path);
        *path != SUMS && *path != EDITION && !KEPT.contains(&name) && listed.binary_search_by_key(path, |(path, _)| path).is_err()
    };
    store.paths().filter(strange).for_each(|path| faults.add(codes::FILE_UNKNOWN, path, ""));
    count
}
