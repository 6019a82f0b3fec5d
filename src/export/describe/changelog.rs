//! `CHANGELOG.md`: what changed from one export to the next, newest first. Nothing where there was one export.

use std::fmt::Write;

use super::super::Collection;
use crate::diagnose::Arg;

/// The text of the file.
pub fn text(collection: &Collection<'_>) -> Option<String> {
    let words = collection.words;
    let mut log = format!("# {}\n", words.text("changelog-heading"));
    let mut any = false;
    for subject in collection.subjects.iter().filter(|subject| !subject.dossier.changes.is_empty()) {
        any = true;
        if collection.own().is_none() {
            let _ = write!(log, "\n## {}\n", subject.dossier.content.config.title);
        }
        let level = if collection.own().is_none() { "###" } else { "##" };
        for changes in subject.dossier.changes.iter().rev() {
            let _ = write!(log, "\n{level} {}\n\n", changes.after.edition);
            let counts = [
                ("changelog-added", changes.added.len()),
                ("changelog-removed", changes.removed.len()),
                ("changelog-edited", changes.edited.len()),
                ("changelog-counts", changes.counts.len()),
                ("changelog-comments-added", changes.comments.added),
                ("changelog-comments-removed", changes.comments.removed),
                ("changelog-comments-edited", changes.comments.edited),
            ];
            for (key, count) in counts.iter().filter(|(_, count)| *count > 0) {
                let _ = writeln!(log, "- {}", words.format(key, &[("count", Arg::from(*count))]));
            }
            if counts.iter().all(|(_, count)| *count == 0) {
                let _ = writeln!(log, "- {}", words.text("changelog-nothing"));
            }
        }
        if let Some(first) = subject.dossier.changes.first() {
            let _ = write!(log, "\n{level} {}\n\n- {}\n", first.before.edition, words.text("changelog-first"));
        }
    }
    any.then_some(log)
}
