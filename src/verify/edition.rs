//! `edition.txt`: the archive as a whole against what was signed.

use std::collections::{BTreeMap, BTreeSet};

use super::bounds::WHOLE;
use super::{Faults, Store};
use crate::diagnose::codes;
use crate::seal::{EDITION, Note, PublicKey, SiteNote};
use crate::write::{SUMS, hexadecimal};

/// What the archive says of itself as a whole.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// There is no `edition.txt`: the archive was made before there was one, or somebody took it away.
    #[default]
    Unstated,
    /// A draft; the number of the last edition, 0 where none was closed.
    Draft(u32),
    /// An edition nobody signed.
    Unsigned(u32),
    /// A signed edition.
    Signed(u32),
}

/// Checks the edition; `slugs` are the consultations of the archive. With a key that was given it must be there and be signed with that.
pub fn check(store: &Store, slugs: &[String], keys: &[PublicKey], given: Option<&PublicKey>, faults: &mut Faults) -> Standing {
    if !store.has(EDITION) {
        faults.expect(given.is_none(), codes::EDITION_MISSING, EDITION, "");
        return Standing::Unstated;
    }
    let Some(note) = store.note(EDITION).ok().as_deref().and_then(SiteNote::parse) else {
        faults.add(codes::EDITION_MISSING, EDITION, "not of its form");
        return Standing::Unstated;
    };
    let edition = &note.edition;
    faults.expect(
        store.size(SUMS).is_some_and(|size| size <= WHOLE) && store.digest(SUMS).is_ok_and(|digest| digest == hexadecimal(&edition.sums)),
        codes::EDITION_DIFFERS,
        SUMS,
        "not the list that edition.txt commits to",
    );
    let stated: BTreeMap<&str, (usize, [u8; 32])> = edition.logs.iter().map(|log| (log.slug.as_str(), (log.size, log.root))).collect();
    let here: BTreeSet<&str> = slugs.iter().map(String::as_str).collect();
    // A former name of a consultation holds nothing but the way to its new one.
    let strange = store.paths().filter_map(|path| path.strip_prefix("consultations/")?.split_once('/').map(|(slug, _)| (slug, path)));
    for (slug, path) in strange.filter(|(slug, _)| !stated.contains_key(*slug)) {
        let leads_on = path.ends_with(".html")
            && store.text(path).is_ok_and(|page| ["http-equiv=refresh", "http-equiv=\"refresh\""].iter().any(|leads| page.contains(leads)));
        faults.expect(
            leads_on && !here.contains(slug),
            codes::CONSULTATION_UNKNOWN,
            format!("consultations/{slug}/"),
            "edition.txt does not list it",
        );
    }
    for (slug, (size, root)) in stated {
        if !here.contains(slug) {
            faults.add(codes::CONSULTATION_UNKNOWN, format!("consultations/{slug}/"), "not there");
            continue;
        }
        let name = format!("consultations/{slug}/log/checkpoint.txt");
        let now = store.note(&name).ok().as_deref().and_then(Note::parse).map(|note| (note.checkpoint.size, note.checkpoint.root));
        faults.expect(now == Some((size, root)), codes::EDITION_DIFFERS, name, "not what edition.txt commits to");
    }
    // A key that its publisher printed elsewhere is trusted; one that lies in the archive only tells that the note is whole.
    let all = note.is_signed_by_all(keys);
    faults.expect(all, codes::SIGNATURE_WRONG, if keys.is_empty() { "key.txt" } else { EDITION }, "not signed with a key of key.txt");
    if let Some(given) = given {
        faults.expect(!edition.draft, codes::EDITION_DRAFT, EDITION, "");
        let right = edition.draft || note.is_signed_by(given);
        faults.expect(right, codes::SIGNATURE_WRONG, EDITION, "not signed with the key that was given");
    }
    match (edition.draft, note.signatures.is_empty() || !all) {
        (true, _) => Standing::Draft(edition.number),
        (false, true) => Standing::Unsigned(edition.number),
        (false, false) => Standing::Signed(edition.number),
    }
}
