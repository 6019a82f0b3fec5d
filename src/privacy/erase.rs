//! What was asked to be removed: contributions, comments, everything of an author. Texts and author go before anything can be shown;
//! identity, date and counts stay on the tombstone.

use rustc_hash::FxHashSet;

use crate::archive::{ConsultationContent, EraseConfig};
use crate::diagnose::{Diagnostic, Diagnostics, codes as said, did_you_mean};
use crate::import::{DraftAuthor, Linked, RawText};
use crate::model::{Erasure, Kind, Origin, Status};

use super::leftovers::ErasedText;

/// What the `erase:` list of a consultation names.
pub struct Erasures<'a> {
    content: &'a ConsultationContent,
}

impl<'a> Erasures<'a> {
    /// Of a consultation.
    pub fn new(content: &'a ConsultationContent) -> Self {
        Self { content }
    }

    /// Marks what is named as erased and empties it. `codes` gives the public codes of all authors, by number. With `last`, what no row
    /// holds gets a tombstone of its own, and what names nothing at all is said.
    pub fn apply(&self, linked: &mut Linked, codes: &dyn Fn(&Linked) -> Vec<Box<str>>, last: bool, diagnostics: &mut Diagnostics) -> Erased {
        let mut done = Erased::default();
        for config in &self.content.config.erase {
            if crate::normalise::day(&config.date).is_none() {
                if last {
                    diagnostics.push(self.wrong("date", &config.date, "2024-03-31"));
                }
                continue;
            }
            match (&config.contribution, &config.comment, &config.author) {
                (Some(named), None, None) => self.contribution(named, config, linked, last, &mut done, diagnostics),
                (None, Some(id), None) => self.comment(id, config, linked, last, &mut done),
                (None, None, Some(named)) => self.author(named, config, linked, codes, last, &mut done, diagnostics),
                _ if last => diagnostics
                    .push(Diagnostic::new(said::ERASE_UNCLEAR).file(&self.content.file).column("erase").line_of(&self.content.yaml, &config.date)),
                _ => {}
            }
        }
        let mut seen = FxHashSet::default();
        done.list.retain(|erasure| seen.insert((erasure.kind, erasure.id.clone())));
        done.list.sort_by(|a, b| (a.kind, &a.id).cmp(&(b.kind, &b.id)));
        done
    }

    fn wrong(&self, key: &str, value: &str, near: &str) -> Diagnostic {
        let place = Diagnostic::new(said::BAD_VALUE).file(&self.content.file).column(key);
        place.arg("value", value).arg("near", near).line_of(&self.content.yaml, value)
    }

    fn contribution(&self, named: &str, config: &EraseConfig, linked: &mut Linked, last: bool, done: &mut Erased, diagnostics: &mut Diagnostics) {
        let (kind, id) = named.split_once('/').unwrap_or(("", named));
        let kinds: Vec<Kind> = Kind::ALL.iter().copied().filter(|known| known.word() == kind || known.folder() == kind).collect();
        let Some(&kind) = kinds.first() else {
            if last {
                let near = did_you_mean(kind, Kind::ALL.iter().map(|kind| kind.word())).unwrap_or("proposal");
                diagnostics.push(self.wrong("erase", named, &format!("{near}/{id}")));
            }
            return;
        };
        let found = linked.contributions.iter().position(|c| c.draft.kind == kind && *c.draft.id == *id);
        match found {
            Some(at) => done.texts.extend(empty(linked, at)),
            // Its row is gone already, as `clean-sources` leaves it: the page stays at its address.
            None if last => linked.tombstone(kind, id),
            None => return,
        }
        done.list.push(erasure(kind.word(), id, config));
    }

    fn comment(&self, id: &str, config: &EraseConfig, linked: &mut Linked, last: bool, done: &mut Erased) {
        let mut found = false;
        for comment in linked.comments.iter_mut().filter(|comment| *comment.draft.id == *id) {
            let author = comment.draft.author.and_then(|author| linked.authors[author as usize].name.as_deref());
            done.texts.extend(text_of("", &comment.draft.body, author, comment.draft.origin));
            comment.draft.status = Status::Erased;
            comment.draft.body = RawText::empty();
            comment.draft.author = None;
            found = true;
        }
        if found || last {
            done.list.push(erasure("comment", id, config));
        }
    }

    #[allow(clippy::too_many_arguments, reason = "the parts of one step, each of its own")]
    fn author(
        &self,
        named: &str,
        config: &EraseConfig,
        linked: &mut Linked,
        codes: &dyn Fn(&Linked) -> Vec<Box<str>>,
        last: bool,
        done: &mut Erased,
        diagnostics: &mut Diagnostics,
    ) {
        let codes = codes(linked);
        let is =
            |draft: &DraftAuthor, code: &str| draft.name.as_deref() == Some(named) || draft.key.rsplit('#').next() == Some(named) || code == named;
        let authors: FxHashSet<u32> =
            (0..).zip(linked.authors.iter().zip(&codes)).filter(|(_, (draft, code))| is(draft, code)).map(|(author, _)| author).collect();
        if authors.is_empty() {
            if last {
                diagnostics.push(Diagnostic::new(said::ERASE_UNKNOWN).file(&self.content.file).column("erase").line_of(&self.content.yaml, "author"));
            }
            return;
        }
        let theirs = |author: Option<u32>| author.is_some_and(|author| authors.contains(&author));
        let own: Vec<usize> = (0..linked.contributions.len()).filter(|&at| theirs(linked.contributions[at].draft.author)).collect();
        for at in own {
            let (kind, id) = (linked.contributions[at].draft.kind, linked.contributions[at].draft.id.clone());
            done.texts.extend(empty(linked, at));
            done.list.push(erasure(kind.word(), &id, config));
        }
        let comments: Vec<Box<str>> = linked.comments.iter().filter(|c| theirs(c.draft.author)).map(|c| c.draft.id.clone()).collect();
        for id in comments {
            self.comment(&id, config, linked, false, done);
        }
        for &author in &authors {
            let draft = &mut linked.authors[author as usize];
            (draft.name, draft.size) = (None, None);
        }
    }
}

/// What was erased: for the record, and for whoever looks for what is left of it.
#[derive(Debug, Default)]
pub struct Erased {
    /// For the record.
    pub list: Vec<Erasure>,
    /// What stood there.
    pub texts: Vec<ErasedText>,
}

/// Takes the texts and the author out of a contribution, and gives what was there.
fn empty(linked: &mut Linked, at: usize) -> Option<ErasedText> {
    let draft = &mut linked.contributions[at].draft;
    let author = draft.author.and_then(|author| linked.authors[author as usize].name.as_deref());
    let text = text_of(&draft.title, &draft.body, author, draft.origin);
    draft.status = Status::Erased;
    draft.title = "".into();
    draft.body = RawText::empty();
    (draft.author, draft.place, draft.point, draft.source_url, draft.status_reason) = (None, None, None, None, None);
    draft.tags.clear();
    text
}

/// `None` where nothing personal is left in the export.
fn text_of(title: &str, body: &RawText, author: Option<&str>, origin: Origin) -> Option<ErasedText> {
    let text = format!("{title} {}", crate::normalise::plain_of(body));
    let something = !text.trim().is_empty() || author.is_some();
    something.then(|| ErasedText { source: origin.source, row: origin.row, text, author: author.map(str::to_owned) })
}

fn erasure(kind: &'static str, id: &str, config: &EraseConfig) -> Erasure {
    Erasure { kind, id: id.into(), date: config.date.clone(), reason: config.reason.clone() }
}
