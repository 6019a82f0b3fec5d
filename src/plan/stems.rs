//! Ids as file names: kept where they are safe everywhere, else marked with a digest that never changes.

use rustc_hash::FxHashMap;
use sha2::{Digest, Sha256};

use crate::model::{Consultation, slug};

/// Names that Windows keeps for itself.
const RESERVED: &[&str] = &[
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5",
    "lpt6", "lpt7", "lpt8", "lpt9", "index",
];

/// The file name of every contribution of a record, unique within its kind on systems that do not tell case apart; and how many
/// had to give way to another.
pub fn stems(record: &Consultation) -> (Vec<Box<str>>, usize) {
    let mut stems: Vec<Box<str>> = record.contributions.iter().map(|contribution| safe(&contribution.id).into()).collect();
    let mut lower: FxHashMap<(crate::model::Kind, String), u32> = FxHashMap::default();
    for (contribution, stem) in record.contributions.iter().zip(&stems) {
        *lower.entry((contribution.kind, stem.to_ascii_lowercase())).or_default() += 1;
    }
    let mut moved = 0;
    for (contribution, stem) in record.contributions.iter().zip(&mut stems) {
        let shared = lower[&(contribution.kind, stem.to_ascii_lowercase())] > 1;
        // Among ids that differ only by case, the one in lower case keeps its name: adding another does not move it.
        if shared && (stem.bytes().any(|b| b.is_ascii_uppercase()) || **stem != *contribution.id) {
            *stem = marked(stem, &contribution.id).into();
            moved += 1;
        }
    }
    (stems, moved)
}

/// An id as a file name.
pub fn safe(id: &str) -> String {
    let fine = !id.is_empty()
        && id.len() <= 80
        && id.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'))
        && !id.starts_with('.')
        && !id.ends_with('.')
        && !names_a_thread(id)
        && !RESERVED.contains(&id.split('.').next().unwrap_or_default().to_ascii_lowercase().as_str());
    if fine { id.to_owned() } else { marked(&slug(id), id) }
}

/// Whether a name looks like a further page of comments, `361-comments-2` or `361-comments-2-2`.
fn names_a_thread(id: &str) -> bool {
    id.rsplit_once("-comments-").is_some_and(|(_, page)| page.bytes().all(|b| b.is_ascii_digit() || b == b'-'))
}

/// A readable part and the first eight digits of the id's SHA-256.
fn marked(readable: &str, id: &str) -> String {
    let digest: String = Sha256::digest(id.as_bytes()).iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    let readable: String = readable.chars().take(40).collect();
    if readable.is_empty() { digest } else { format!("{readable}-{digest}") }
}

/// Slugs of a list of names, unique: equal ones take their own id.
pub fn unique(names: impl Iterator<Item = (String, String)>, reserved: &[&str]) -> Vec<Box<str>> {
    let names: Vec<(String, String)> = names.collect();
    let mut uses: FxHashMap<&str, u32> = FxHashMap::default();
    for (slug, _) in &names {
        *uses.entry(slug).or_default() += 1;
    }
    let mut taken: FxHashMap<String, u32> = FxHashMap::default();
    names
        .iter()
        .map(|(slug, id)| {
            let alone = uses[slug.as_str()] == 1 && !slug.is_empty() && !reserved.contains(&slug.as_str());
            if alone && !RESERVED.contains(&slug.as_str()) { slug.clone() } else { marked(slug, id) }
        })
        .map(|name| {
            // What even the ids do not tell apart is numbered in its order.
            let count = taken.entry(name.clone()).or_insert(0u32);
            *count += 1;
            if *count == 1 { name.into() } else { format!("{name}-{count}").into() }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn safe_ids_stay_and_others_are_marked() {
        assert_eq!(safe("361"), "361");
        assert_eq!(safe("f0175fce-e908"), "f0175fce-e908");
        for id in ["../x", "a/b", "con", "CON.txt", "", "été", "a.", ".a", "index", "5-comments-2", "5-comments-2-3", "T3BpbmlvbjpvcGluaW9uNjk="] {
            let stem = safe(id);
            assert_ne!(stem, id);
            assert_eq!(stem, safe(&stem), "{id} → {stem}");
        }
    }

    #[test]
    fn equal_names_take_their_ids() {
        let slugs = unique([("a", "1"), ("b", "2"), ("a", "3"), ("all", "4")].into_iter().map(|(s, i)| (s.to_owned(), i.to_owned())), &["all"]);
        assert_eq!(&*slugs[1], "b");
        assert!(slugs[0].starts_with("a-") && slugs[2].starts_with("a-") && slugs[0] != slugs[2] && slugs[3].starts_with("all-"));
    }

    proptest! {
        #[test]
        fn always_portable(id in "\\PC{0,120}") {
            let stem = safe(&id);
            prop_assert!(stem.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.')));
            prop_assert!(!stem.is_empty() && stem.len() <= 80);
        }
    }
}
