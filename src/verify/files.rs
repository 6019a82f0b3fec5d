//! Every file has the digest that `SHA256SUMS` gives, and there is no other.

use rayon::prelude::*;

use super::{Faults, Store};
use crate::diagnose::codes;
use crate::seal::EDITION;
use crate::write::{KEPT, SUMS};

/// Checks the files; gives how many are listed.
pub fn check(store: &Store, faults: &mut Faults) -> usize {
    for name in [SUMS, EDITION] {
        faults.expect(!store.has(name) || store.is_file(name), codes::FILE_CHANGED, name, "a link or no file");
    }
    let text = match store.bytes(SUMS).map(String::from_utf8) {
        Ok(Ok(text)) => text,
        Ok(Err(_)) => {
            faults.add(codes::SUMS_MISSING, SUMS, "no UTF-8");
            return 0;
        }
        Err(error) => {
            faults.add(codes::SUMS_MISSING, SUMS, error.to_string());
            return 0;
        }
    };
    let mut listed: Vec<(&str, &str)> = Vec::new();
    for line in text.strip_suffix('\n').unwrap_or(&text).split('\n') {
        match line
            .split_once("  ")
            .filter(|(digest, path)| digest.len() == 64 && digest.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')) && !path.is_empty())
        {
            Some((digest, path)) => listed.push((path, digest)),
            None => {
                // Whatever else is in it is no list of files.
                faults.add(codes::SUMS_MISSING, SUMS, line);
                return listed.len();
            }
        }
    }
    listed.sort_unstable();
    if let Some(pair) = listed.windows(2).find(|pair| pair[0].0 == pair[1].0) {
        faults.add(codes::SUMS_MISSING, SUMS, format!("“{}” is listed twice", pair[0].0));
        return listed.len();
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
    let strange = |path: &&str| {
        let name = path.rsplit('/').next().unwrap_or(path);
        *path != SUMS
            && *path != EDITION
            && !(KEPT.contains(&name) && store.is_file(path))
            && listed.binary_search_by_key(path, |(path, _)| path).is_err()
    };
    store.paths().filter(strange).for_each(|path| faults.add(codes::FILE_UNKNOWN, path, ""));
    count
}
