//! What pages show of the seal: what a contribution can be checked with, and the closed editions.

use serde::Serialize;
use serde_json::json;

use super::citation::json_block;
use super::page::{Head, Made, Renderer};
use super::shared::Link;
use crate::model::ContributionIx;
use crate::seal::{Log, PublicKey};
use crate::write::hexadecimal;

/// The seal of an archive, as pages show it.
pub struct Seal<'a> {
    /// By consultation.
    pub logs: &'a [(String, Log)],
    /// Editions, oldest first.
    pub editions: &'a [crate::archive::ClosedEdition],
    /// The key of the last one.
    pub key: Option<&'a PublicKey>,
}

/// What a page is checked with.
#[derive(Serialize)]
struct Block {
    json: String,
}

#[derive(Serialize)]
struct EditionValue<'a> {
    number: u32,
    date: String,
    note: Option<&'a str>,
    logs: Vec<LogValue<'a>>,
}

#[derive(Serialize)]
struct LogValue<'a> {
    title: &'a str,
    url: String,
    checkpoint: String,
    size: usize,
    root: String,
    signed: bool,
}

impl Renderer<'_> {
    /// The entry of a contribution with its salts, for `static/verify.js`; only what is its own, so that one edit changes one page.
    pub(super) fn seal_of(&self, c: usize, ix: ContributionIx) -> Option<impl Serialize + use<>> {
        let (_, log) = self.seal.logs.get(c)?;
        let at = log.index[ix as usize]?;
        let entry = log.entries[at].as_ref()?;
        // Both are JSON already.
        let value = format!("{{\"log\":\"../log/\",\"index\":{at},\"entry\":{},\"salts\":{}}}", entry.line, entry.salts);
        Some(Block { json: json_block(&value) })
    }

    pub(super) fn editions(&self) -> Made {
        let url = "editions.html".to_owned();
        let head = Head {
            kind: "editions",
            url: url.clone(),
            heading: self.word("menu-editions"),
            description: self.word("intro-log"),
            trail: vec![Link::new(self.word("menu-data"), "data.html")],
            ..Head::default()
        };
        let mut context = self.context(head, None);
        let log_value = |c: usize, log: &Log, file: String, checkpoint: &crate::seal::Checkpoint, signed: bool| LogValue {
            title: &self.dossiers[c].content.config.title,
            url: self.plan.consultations[c].home(),
            checkpoint: self.plan.consultations[c].file(&file),
            size: checkpoint.size,
            root: hexadecimal(&checkpoint.root),
            signed: signed && !log.closed.is_empty(),
        };
        let editions: Vec<EditionValue<'_>> = self
            .seal
            .editions
            .iter()
            .rev()
            .map(|edition| {
                let logs = self.seal.logs.iter().enumerate().filter_map(|(c, (_, log))| {
                    let closed = log.closed.iter().find(|closed| closed.number == edition.number)?;
                    Some(log_value(
                        c,
                        log,
                        format!("log/editions/{}.txt", closed.number),
                        &closed.note.checkpoint,
                        !closed.note.signatures.is_empty(),
                    ))
                });
                EditionValue {
                    number: edition.number,
                    date: crate::normalise::day(&edition.date).map_or_else(|| edition.date.clone(), |day| self.site.dates.date(day).text),
                    note: edition.note.as_deref(),
                    logs: logs.collect(),
                }
            })
            .collect();
        let drafts = self.seal.logs.iter().enumerate().filter(|(_, (_, log))| log.is_draft());
        let drafts: Vec<LogValue<'_>> =
            drafts.map(|(c, (_, log))| log_value(c, log, "log/checkpoint.txt".into(), &log.checkpoint(), false)).collect();
        context.insert("editions", &editions);
        context.insert("drafts", &drafts);
        context.insert("key", &self.seal.key.map(|key| json!({"text": key.text(), "fingerprint": key.fingerprint()})));
        self.finish("editions.html", url, &context)
    }
}
