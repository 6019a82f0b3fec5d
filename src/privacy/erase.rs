//! What was asked to be removed: contributions, comments, everything of an author. Texts and author go before anything can be shown;
//! identity, date and counts stay on the tombstone.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::archive::{ConsultationContent, EraseConfig};
use crate::diagnose::{Diagnostic, Diagnostics, codes as said, did_you_mean};
use crate::import::{DraftAuthor, DraftSource, Linked, RawText};
use crate::model::{Erasure, Kind, Origin, Status};

use super::leftovers::ErasedText;

/// What the `erase:` list of a consultation names, and what of it was met so far in its exports.
pub struct Erasures<'a> {
    content: &'a ConsultationContent,
    /// What was removed, each once, by kind and id.
    pub list: Vec<Erasure>,
    /// What stood there, in every export.
    pub texts: Vec<ErasedText>,
    /// Authors that some export knows, by their place in the list.
    met: FxHashSet<usize>,
    /// Where everything of the export at hand stands.
    places: Places,
}

/// Where contributions and comments of an export stand, so that each erasure is one look.
#[derive(Default)]
struct Places {
    contributions: FxHashMap<(Kind, Box<str>), usize>,
    comments: FxHashMap<Box<str>, Vec<usize>>,
}

impl Places {
    fn of(linked: &Linked) -> Self {
        let contributions = linked.contributions.iter().enumerate().rev().map(|(at, c)| ((c.draft.kind, c.draft.id.clone()), at)).collect();
        let mut comments: FxHashMap<Box<str>, Vec<usize>> = FxHashMap::default();
        for (at, comment) in linked.comments.iter().enumerate() {
            comments.entry(comment.draft.id.clone()).or_default().push(at);
        }
        Self { contributions, comments }
    }
}

impl<'a> Erasures<'a> {
    /// Of a consultation.
    pub fn new(content: &'a ConsultationContent) -> Self {
        Self { content, list: Vec::new(), texts: Vec::new(), met: FxHashSet::default(), places: Places::default() }
    }

    /// Marks what is named as erased and empties it. `codes` gives the public codes of all authors, by number. Exports come in the order
    /// of their days: with the `last`, what any of them told to be somebody's is emptied too, what no row holds gets a tombstone of its
    /// own, and what names nothing at all is said.
    pub fn apply(&mut self, linked: &mut Linked, codes: &dyn Fn(&Linked) -> Vec<Box<str>>, last: bool, diagnostics: &mut Diagnostics) {
        let content = self.content;
        if content.config.erase.is_empty() && self.list.is_empty() {
            return;
        }
        self.places = Places::of(linked);
        // Codes are computed once, and only where somebody is named.
        let mut public: Option<Vec<Box<str>>> = None;
        for (at, config) in content.config.erase.iter().enumerate() {
            if crate::normalise::day(&config.date).is_none() {
                if last {
                    diagnostics.push(self.wrong(at, "date", &config.date, "2024-03-31"));
                }
                continue;
            }
            match (&config.contribution, &config.comment, &config.author) {
                (Some(named), None, None) => match self.kind(at, named) {
                    Ok((kind, id)) => self.contribution(kind, id, config, linked, last),
                    Err(diagnostic) => diagnostics.extend(Some(diagnostic).filter(|_| last)),
                },
                (None, Some(id), None) => self.comment(id, config, linked, last),
                (None, None, Some(named)) => {
                    let public = public.get_or_insert_with(|| codes(linked));
                    if self.author(named, config, linked, public) {
                        self.met.insert(at);
                    } else if last && !self.met.contains(&at) {
                        let place = Diagnostic::new(said::ERASE_UNKNOWN).file(&content.file).column("erase");
                        diagnostics.push(place.at_key(&content.yaml, &format!("erase/{at}/author")));
                    }
                }
                _ if last => {
                    let place = Diagnostic::new(said::ERASE_UNCLEAR).file(&content.file).column("erase");
                    diagnostics.push(place.at_key(&content.yaml, &format!("erase/{at}")));
                }
                _ => {}
            }
        }
        if last {
            // Somebody who goes by another name today is known by what they wrote under the old one.
            for erasure in self.list.clone() {
                let config = EraseConfig { date: erasure.date, reason: erasure.reason, ..EraseConfig::default() };
                match Kind::from_word(erasure.kind) {
                    Some(kind) => self.contribution(kind, &erasure.id, &config, linked, last),
                    None => self.comment(&erasure.id, &config, linked, last),
                }
            }
        }
        let mut seen = FxHashSet::default();
        self.list.retain(|erasure| seen.insert((erasure.kind, erasure.id.clone())));
        self.list.sort_by(|a, b| (a.kind, &a.id).cmp(&(b.kind, &b.id)));
    }

    fn wrong(&self, at: usize, key: &str, value: &str, near: &str) -> Diagnostic {
        let place = Diagnostic::new(said::BAD_VALUE).file(&self.content.file).column(key);
        place.arg("value", value).arg("near", near).at_key(&self.content.yaml, &format!("erase/{at}/{key}"))
    }

    /// Kind and id of `proposal/12`.
    fn kind<'n>(&self, at: usize, named: &'n str) -> Result<(Kind, &'n str), Diagnostic> {
        let (word, id) = named.split_once('/').unwrap_or(("", named));
        let found = Kind::ALL.iter().copied().find(|known| known.word() == word || known.folder() == word);
        found.map(|kind| (kind, id)).ok_or_else(|| {
            let near = did_you_mean(word, Kind::ALL.iter().map(|kind| kind.word())).unwrap_or("proposal");
            self.wrong(at, "contribution", named, &format!("{near}/{id}"))
        })
    }

    fn contribution(&mut self, kind: Kind, id: &str, config: &EraseConfig, linked: &mut Linked, last: bool) {
        match self.places.contributions.get(&(kind, Box::from(id))).copied() {
            Some(at) => self.texts.extend(empty(linked, at)),
            // Its row is gone already: the page stays at its address.
            None if last => {
                self.places.contributions.insert((kind, id.into()), linked.contributions.len());
                linked.tombstone(kind, id);
            }
            None => return,
        }
        self.list.push(erasure(kind.word(), id, config));
    }

    fn comment(&mut self, id: &str, config: &EraseConfig, linked: &mut Linked, last: bool) {
        let mut found = false;
        for at in self.places.comments.get(id).cloned().unwrap_or_default() {
            let comment = &mut linked.comments[at];
            let author = comment.draft.author.and_then(|author| linked.authors[author as usize].name.as_deref());
            self.texts.extend(text_of("", &comment.draft.body, author, comment.draft.origin, &linked.sources));
            comment.draft.status = Status::Erased;
            comment.draft.body = RawText::empty();
            comment.draft.author = None;
            found = true;
        }
        if found || last {
            self.list.push(erasure("comment", id, config));
        }
    }

    /// Whether there is such an author.
    fn author(&mut self, named: &str, config: &EraseConfig, linked: &mut Linked, codes: &[Box<str>]) -> bool {
        let is =
            |draft: &DraftAuthor, code: &str| draft.name.as_deref() == Some(named) || draft.key.rsplit('#').next() == Some(named) || code == named;
        let authors: FxHashSet<u32> =
            (0..).zip(linked.authors.iter().zip(codes)).filter(|(_, (draft, code))| is(draft, code)).map(|(author, _)| author).collect();
        let theirs = |author: Option<u32>| author.is_some_and(|author| authors.contains(&author));
        let own: Vec<(Kind, Box<str>)> =
            linked.contributions.iter().filter(|c| theirs(c.draft.author)).map(|c| (c.draft.kind, c.draft.id.clone())).collect();
        let comments: Vec<Box<str>> = linked.comments.iter().filter(|c| theirs(c.draft.author)).map(|c| c.draft.id.clone()).collect();
        own.iter().for_each(|(kind, id)| self.contribution(*kind, id, config, linked, false));
        comments.iter().for_each(|id| self.comment(id, config, linked, false));
        for &author in &authors {
            let draft = &mut linked.authors[author as usize];
            (draft.name, draft.size) = (None, None);
        }
        !authors.is_empty()
    }
}

/// Takes the texts and the author out of a contribution, and gives what was there.
fn empty(linked: &mut Linked, at: usize) -> Option<ErasedText> {
    let draft = &mut linked.contributions[at].draft;
    let author = draft.author.and_then(|author| linked.authors[author as usize].name.as_deref());
    let text = text_of(&draft.title, &draft.body, author, draft.origin, &linked.sources);
    draft.status = Status::Erased;
    draft.title = "".into();
    draft.body = RawText::empty();
    (draft.author, draft.place, draft.point, draft.source_url, draft.status_reason) = (None, None, None, None, None);
    draft.tags.clear();
    text
}

/// `None` where nothing personal is left in the export.
fn text_of(title: &str, body: &RawText, author: Option<&str>, origin: Origin, sources: &[DraftSource]) -> Option<ErasedText> {
    let text = format!("{title} {}", crate::normalise::plain_of(body));
    let something = !text.trim().is_empty() || author.is_some();
    let file = sources.get(origin.source as usize).map(|source| source.file.file.clone()).unwrap_or_default();
    something.then(|| ErasedText { file, row: origin.row, text, author: author.map(str::to_owned) })
}

fn erasure(kind: &'static str, id: &str, config: &EraseConfig) -> Erasure {
    Erasure { kind, id: id.into(), date: config.date.clone(), reason: config.reason.clone() }
}
