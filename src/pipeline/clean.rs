//! `clean-sources`: copies of the exports that may be kept in public.

use std::cell::RefCell;
use std::path::Path;

use hmac::{Hmac, KeyInit, Mac};
use rustc_hash::FxHashMap;
use sha2::Sha256;

use super::clock::Clock;
use super::dossiers::dossiers;
use super::{Progress, Settings, content, engine};
use crate::diagnose::{Diagnostic, Diagnostics, codes};
use crate::import::{CODE, Profiles, RowCodes, SourceReader, clean};
use crate::model::{Consultation, Status};
use crate::plan::Dossier;
use crate::read::{self, Root};
use crate::write::{hexadecimal, write_copy};

/// What became of a file.
pub struct CleanedFile {
    /// Where the copy lies, relative to the folder of copies.
    pub path: String,
    /// Columns that were left out.
    pub left_out: Vec<String>,
    /// Rows that were emptied.
    pub emptied: u64,
}

/// The copies that were written.
pub struct Copies {
    /// The files.
    pub files: Vec<CleanedFile>,
    /// By consultation: the `erase:` list that goes with its copies.
    pub erase: Vec<(String, String)>,
}

/// Writes a cleaned copy of every table below `to`.
pub fn clean_sources(settings: &Settings, to: &Path, progress: &dyn Progress, diagnostics: &mut Diagnostics) -> Option<Copies> {
    let root = Root { path: settings.root.clone() };
    let mut clock = Clock::new(progress);
    clock.stage("read", 0);
    let content = content(&root, diagnostics)?;
    let secret = read::secret(&root, true, diagnostics)?;
    let (_, engine) = engine(&root, &content, diagnostics)?;
    let mut found = Diagnostics::default();
    let known = RefCell::new(Known::default());
    let look = |record: &Consultation| known.borrow_mut().note(record);
    let dossiers = dossiers(&root, &content, &secret, Some(engine.words()), &look, &mut clock, &mut found);
    let known = known.into_inner();
    if found.has_errors() {
        diagnostics.absorb(found);
        return None;
    }
    let mut profiles = Profiles::built_in();
    profiles.add(&read::profiles(&root), &mut found);
    let (mut files, mut entries) = (Vec::new(), Vec::new());
    for dossier in &dossiers {
        let slug = &dossier.content.slug;
        let language = dossier.content.config.language.unwrap_or(content.config.language);
        let reader = SourceReader {
            profiles: &profiles,
            folder: &root.consultation(slug),
            shown: format!("content/consultations/{slug}"),
            language: language.code(),
            limits: content.config.limits,
            progress: &|_| {},
        };
        for source in &dossier.content.config.sources {
            let voter = |value: &str| code_of_voter(&secret, slug, value);
            match clean(&reader, source, &|row| known.codes(&dossier.record, &source.file, row), &voter) {
                Ok(cleaned) => {
                    let path = format!("{slug}/{}", source.file);
                    if let Err(diagnostic) = write_copy(&to.join(&path), &cleaned.bytes) {
                        diagnostics.push(diagnostic);
                        return None;
                    }
                    files.push(CleanedFile { path, left_out: cleaned.left_out, emptied: cleaned.emptied });
                }
                Err(diagnostic) => diagnostics.push(diagnostic),
            }
        }
        if !dossier.record.erased.is_empty() {
            entries.push((slug.clone(), erase_block(dossier)));
        }
    }
    if files.is_empty() && !diagnostics.has_errors() {
        diagnostics.push(Diagnostic::new(codes::NOT_CLEANED).file("content/consultations").arg("error", "no-csv"));
    }
    Some(Copies { files, erase: entries })
}

/// What the records of all editions know of the rows of files.
#[derive(Default)]
struct Known {
    rows: FxHashMap<(Box<str>, Box<str>, u64), KnownRow>,
}

/// A row: everything it made, and the author of the first of that.
#[derive(Default)]
struct KnownRow {
    made: Vec<(&'static str, Box<str>)>,
    author: Option<(Box<str>, bool)>,
    /// Some of it was hidden on its platform.
    hidden: bool,
}

impl Known {
    /// Notes the rows of one edition. What an older one told of a row stays where a newer one knows less.
    fn note(&mut self, record: &Consultation) {
        let contributions = record.contributions.iter().filter(|c| !c.missing).map(|c| (c.origin, c.kind.word(), &c.id, c.author, c.status));
        let comments = record.comments.iter().map(|c| (c.origin, "comment", &c.id, c.author, c.status));
        for (origin, kind, id, author, status) in contributions.chain(comments) {
            let author = author.map(|author| &record.authors[author as usize]).map(|author| (author.code.clone(), author.name.is_some()));
            let file = record.sources[origin.source as usize].file.clone();
            let row = self.rows.entry((record.slug.clone(), file, origin.row.into())).or_default();
            row.made.push((kind, id.clone()));
            row.hidden |= status == Status::Moderated;
            // One row may hold a contribution and its answer: the contribution's author is the one its columns name.
            row.author = row.author.take().or(author);
        }
    }

    /// What is to be put into a row. What was erased in any edition is erased in all.
    fn codes(&self, record: &Consultation, file: &str, row: u64) -> RowCodes {
        let Some(known) = self.rows.get(&(record.slug.clone(), file.into(), row)) else {
            return RowCodes { erased: false, author: None, named: false };
        };
        // A row that made several things is emptied with any of them: what is in doubt does not stay in a copy.
        let gone = |made: &(&'static str, Box<str>)| record.erased.iter().any(|erasure| (erasure.kind, &erasure.id) == (made.0, &made.1));
        let erased = known.hidden || known.made.iter().any(gone);
        let (author, named) = known.author.as_ref().map_or((None, false), |(code, named)| (Some(code.to_string()), *named));
        RowCodes { erased, author, named }
    }
}

/// A voter as a code: the same for all votes of one, and of no use outside.
fn code_of_voter(secret: &[u8], slug: &str, value: &str) -> String {
    // HMAC takes keys of any length.
    let Ok(mut mac) = <Hmac<Sha256> as KeyInit>::new_from_slice(secret) else { return String::new() };
    for part in [slug, "\nvoter\n", value] {
        mac.update(part.as_bytes());
    }
    format!("{CODE}{}", &hexadecimal(&mac.finalize().into_bytes())[..16])
}

/// Every removal by its own name: after the copies took the place of the exports, an author is found no more.
fn erase_block(dossier: &Dossier<'_>) -> String {
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    let mut block = String::from("erase:\n");
    for erasure in &dossier.record.erased {
        let named = match erasure.kind {
            "comment" => format!("comment: {}", quoted(&erasure.id)),
            kind => format!("contribution: {}", quoted(&format!("{kind}/{}", erasure.id))),
        };
        block.push_str(&format!("  - {named}\n    date: {}\n", quoted(&erasure.date)));
        if let Some(reason) = &erasure.reason {
            block.push_str(&format!("    reason: {}\n", quoted(reason)));
        }
    }
    block
}
