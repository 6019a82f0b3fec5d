//! What older exports of a consultation held and the newest does not: rows are taken out of the older editions as they pass and put
//! into the draft of the newest, where they are linked and cleaned like its own. Their page and row so stay where they were cited.

use rustc_hash::{FxHashMap, FxHashSet};

use super::draft::{
    Draft, DraftAppendix, DraftAuthor, DraftComment, DraftContribution, DraftExtra, DraftOutcome, DraftSource, DraftTopic, DraftTranslation,
    DraftVote, RawText, Reference, index_of,
};
use super::link::{Linked, LinkedComment, separate_namespaces};
use super::values::dates::Stamp;
use crate::model::{ContributionIx, Edition, Kind, Origin, SetAside, Side, Status, Votes, natural_order};

/// Identity within a consultation.
type Key = (Kind, Box<str>);

/// Collects what the newest edition lacks.
#[derive(Debug, Default)]
pub struct Departed {
    /// What the newest edition holds.
    contributions: FxHashSet<Key>,
    comments: FxHashSet<Box<str>>,
    outcomes: FxHashSet<Box<str>>,
    /// Its files, by name, and how many there are.
    files: FxHashMap<Box<str>, u32>,
    count: usize,
    /// Prefixes that its ids took: the same in every edition, or one thing would have two names.
    prefixes: Vec<String>,
    /// By key, as the last edition that held it has it.
    rows: FxHashMap<Key, Tombstone>,
    /// Outcomes that speak of nothing else, by id.
    last_outcomes: FxHashMap<Box<str>, DraftOutcome>,
    /// Files of the older editions, and what was set aside from them.
    sources: Vec<DraftSource>,
    set_aside: Vec<SetAside>,
}

/// A vote on something that is gone.
#[derive(Debug)]
struct DepartedVote {
    voter: u32,
    side: Side,
    weight: u32,
    at: Option<Stamp>,
    origin: Origin,
}

/// One contribution with all that hangs on it.
#[derive(Debug)]
struct Tombstone {
    edition: Edition,
    row: DraftContribution,
    author: Option<DraftAuthor>,
    /// From the root down.
    topics: Vec<DraftTopic>,
    comments: Vec<(DraftComment, Option<DraftAuthor>)>,
    votes: Vec<DepartedVote>,
    extras: Vec<(Box<str>, Box<str>)>,
    appendices: Vec<(Box<str>, RawText)>,
    translations: Vec<(Box<str>, Box<str>, RawText)>,
}

impl Departed {
    /// Notes what the newest edition holds. Its ids are settled here, for the others are compared with them.
    pub fn new(newest: &mut Draft) -> Self {
        let prefixes = separate_namespaces(newest, &[]);
        Self {
            contributions: newest.contributions.iter().map(|row| (row.kind, row.id.clone())).collect(),
            comments: newest.comments.iter().map(|row| row.id.clone()).collect(),
            outcomes: newest.outcomes.iter().map(|row| row.id.clone()).collect(),
            files: (0..).zip(&newest.sources).map(|(at, source)| (source.file.file.clone(), at)).collect(),
            count: newest.sources.len(),
            prefixes,
            ..Self::default()
        }
    }

    /// Gives the ids of an older edition the prefixes that those of the newest took.
    pub fn settle(&self, older: &mut Draft) {
        separate_namespaces(older, &self.prefixes);
    }

    /// The files of the older editions.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        self.sources.iter().map(|source| &*source.file.file)
    }

    /// Takes what the newest edition lacks out of an older one, and the accounts of the older one's own files. Editions come in the
    /// order of their days: of what several held, the last one's form stays.
    pub fn take(&mut self, linked: &Linked) {
        let Some(edition) = linked.edition else { return };
        // Where each of its files stands among ours; files of every edition stand where the newest has them.
        let places: Vec<u32> = linked.sources.iter().map(|source| self.place(source, edition)).collect();
        let moved = |origin: Origin| Origin { source: places[origin.source as usize], row: origin.row };
        let own: FxHashSet<&str> = linked
            .sources
            .iter()
            .map(|source| &source.file)
            .filter(|source| source.edition == Some(edition))
            .flat_map(|source| source.documents.iter().chain([&source.file]))
            .map(|name| &**name)
            .collect();
        self.set_aside.extend(linked.set_aside.iter().filter(|row| own.contains(&*row.file)).cloned());

        let mut taken: FxHashMap<ContributionIx, Tombstone> = FxHashMap::default();
        for (ix, contribution) in (0..).zip(&linked.contributions) {
            let key = (contribution.draft.kind, contribution.draft.id.clone());
            if contribution.missing || self.contributions.contains(&key) {
                continue;
            }
            let mut row = contribution.draft.clone();
            row.parent = contribution.parent.map(|parent| reference(linked, parent));
            row.origin = moved(row.origin);
            let tombstone = Tombstone {
                edition,
                author: row.author.map(|author| linked.authors[author as usize].clone()),
                topics: path(&linked.named_topics, row.topic),
                row,
                comments: Vec::new(),
                votes: Vec::new(),
                extras: Vec::new(),
                appendices: Vec::new(),
                translations: Vec::new(),
            };
            taken.insert(ix, tombstone);
        }
        for comment in &linked.comments {
            if let Some(tombstone) = taken.get_mut(&comment.contribution).filter(|_| !self.comments.contains(&comment.draft.id)) {
                let author = comment.draft.author.map(|author| linked.authors[author as usize].clone());
                tombstone.comments.push((alone(comment, linked, moved(comment.draft.origin)), author));
            }
        }
        for vote in &linked.votes {
            if let Some(tombstone) = taken.get_mut(&vote.on) {
                let source = vote.at.map_or(tombstone.row.origin.source, |(_, source)| places[source as usize]);
                let at = vote.at.map(|(stamp, _)| stamp);
                tombstone.votes.push(DepartedVote { voter: vote.voter, side: vote.side, weight: vote.weight, at, origin: Origin { source, row: 0 } });
            }
        }
        for (on, name, value) in &linked.extras {
            taken.entry(*on).and_modify(|tombstone| tombstone.extras.push((name.clone(), value.clone())));
        }
        for (on, title, body) in &linked.appendices {
            taken.entry(*on).and_modify(|tombstone| tombstone.appendices.push((title.clone(), body.clone())));
        }
        for (on, language, title, body) in &linked.translations {
            taken.entry(*on).and_modify(|tombstone| tombstone.translations.push((language.clone(), title.clone(), body.clone())));
        }
        for outcome in linked.outcomes.iter().filter(|outcome| !self.outcomes.contains(&outcome.draft.id)) {
            let on: Vec<Reference> = outcome.contributions.iter().filter(|ix| taken.contains_key(ix)).map(|&ix| reference(linked, ix)).collect();
            if !on.is_empty() {
                self.last_outcomes.insert(outcome.draft.id.clone(), DraftOutcome { on, owner: None, cites: Vec::new(), ..outcome.draft.clone() });
            }
        }
        self.rows.extend(taken.into_values().map(|tombstone| ((tombstone.row.kind, tombstone.row.id.clone()), tombstone)));
    }

    /// Where a file of an older edition stands; its own files are added to ours.
    fn place(&mut self, source: &DraftSource, edition: Edition) -> u32 {
        if source.file.edition != Some(edition) {
            return self.files.get(&source.file.file).copied().unwrap_or_default();
        }
        // Ids of older editions are settled, and their rows replace nothing.
        let mut kept = DraftSource { namespace: None, newest: false, ..source.clone() };
        // Words of a text that may be hidden today are no example of what was mended in it.
        kept.file.repaired.iter_mut().for_each(|repaired| repaired.example = Default::default());
        self.sources.push(kept);
        index_of(self.count + self.sources.len() - 1)
    }

    /// Puts everything into the draft of the newest edition. `reason` tells, for the last edition that held a contribution, why it is
    /// shown as withdrawn.
    pub fn join(self, newest: &mut Draft, reason: &dyn Fn(Edition) -> String) {
        newest.sources.extend(self.sources);
        newest.set_aside.extend(self.set_aside);
        let mut rows: Vec<Tombstone> = self.rows.into_values().collect();
        rows.sort_by(|a, b| a.row.kind.cmp(&b.row.kind).then_with(|| natural_order(&a.row.id, &b.row.id)));
        // What the newest export lists votes on.
        let mut listed: FxHashMap<Box<str>, Vec<Box<[Kind]>>> = FxHashMap::default();
        newest.references.iter().for_each(|known| listed.entry(known.id.clone()).or_default().push(known.kinds.clone()));
        for tombstone in rows {
            let reason = reason(tombstone.edition);
            bury(tombstone, reason, &listed, newest);
        }
        let mut outcomes: Vec<DraftOutcome> = self.last_outcomes.into_values().collect();
        outcomes.sort_by(|a, b| natural_order(&a.id, &b.id));
        newest.outcomes.extend(outcomes);
    }
}

/// A contribution of an edition, by its identity.
fn reference(linked: &Linked, ix: ContributionIx) -> Reference {
    let row = &linked.contributions[ix as usize].draft;
    Reference::new([row.kind], row.id.clone())
}

/// A topic with those above it, from the root down.
fn path(topics: &[DraftTopic], leaf: Option<u32>) -> Vec<DraftTopic> {
    let mut path = Vec::new();
    let mut at = leaf;
    // A tree is not deeper than its topics are many: a ring among them ends the walk.
    while let Some(topic) = at.and_then(|at| topics.get(at as usize)).filter(|_| path.len() <= topics.len()) {
        path.push(topic.clone());
        at = topic.parent;
    }
    path.reverse();
    path
}

/// A comment that says itself what it is about, with the votes it had.
fn alone(comment: &LinkedComment, linked: &Linked, origin: Origin) -> DraftComment {
    let mut row = comment.draft.clone();
    row.on = Some(reference(linked, comment.contribution));
    row.reply_to = comment.parent.map(|parent| linked.comments[parent as usize].draft.id.clone()).or(row.reply_to);
    row.thread_url = None;
    if comment.counted != Votes::default() {
        row.declared = [comment.counted.favour, comment.counted.against, comment.counted.neutral].map(Some);
    }
    row.origin = origin;
    row
}

/// What was open is withdrawn now; what was hidden stays hidden.
fn closed(status: Status) -> Status {
    if status == Status::Published { Status::Withdrawn } else { status }
}

fn bury(tombstone: Tombstone, reason: String, listed: &FxHashMap<Box<str>, Vec<Box<[Kind]>>>, draft: &mut Draft) {
    let Tombstone { edition, mut row, author, topics, comments, votes, extras, appendices, translations } = tombstone;
    let owner = index_of(draft.contributions.len());
    let on = Reference::new([row.kind], row.id.clone());
    let origin = row.origin;
    row.author = author.map(|author| adopt_author(draft, &author));
    row.topic = topics.iter().fold(None, |parent, topic| Some(adopt_topic(draft, parent, topic)));
    row.status = closed(row.status);
    // A reason it had before (its author's, the moderators') comes first.
    row.status_reason = Some(match row.status_reason.filter(|own| !own.is_empty()) {
        Some(own) => format!("{own} · {reason}").into(),
        None => reason.into(),
    });
    // The newest export may still list its votes: then those are its last.
    let voted = listed.get(&row.id).is_some_and(|kinds| kinds.iter().any(|kinds| kinds.is_empty() || kinds.contains(&row.kind)));
    draft.contributions.push(row);
    for (mut comment, author) in comments {
        comment.author = author.map(|author| adopt_author(draft, &author));
        comment.status = closed(comment.status);
        draft.comments.push(comment);
    }
    if !voted && !votes.is_empty() {
        let reference = draft.reference(on.clone());
        for DepartedVote { voter, side, weight, at, origin } in votes {
            // Voters of two exports are not the same people to us: their keys stay where they were read.
            let voter = if voter == u32::MAX { voter } else { draft.voter(&format!("\u{0}{edition} {voter}")) };
            draft.votes.push(DraftVote { on: reference, on_comment: false, voter, side, weight, at, origin });
        }
    }
    draft.extras.extend(extras.into_iter().map(|(name, value)| DraftExtra { owner, name, value }));
    draft.appendices.extend(appendices.into_iter().map(|(title, body)| DraftAppendix { on: on.clone(), title, body, origin }));
    draft.translations.extend(translations.into_iter().map(|(language, title, body)| DraftTranslation { owner, language, title, body }));
}

fn adopt_author(draft: &mut Draft, author: &DraftAuthor) -> u32 {
    let index = draft.author(&author.key, author.name.as_deref(), author.kind, author.size);
    let known = &mut draft.authors[index as usize];
    known.code = known.code.take().or_else(|| author.code.clone());
    index
}

/// The topic of the newest draft that this one is, or a new one.
fn adopt_topic(draft: &mut Draft, parent: Option<u32>, topic: &DraftTopic) -> u32 {
    // Where rows of their own define the topics, the newest has settled where it stands.
    let defined = topic.id.as_ref().and_then(|id| draft.topic_rows.iter().find(|(known, _, _)| known == id));
    if let Some(&(_, _, index)) = defined {
        return index;
    }
    let known = draft.topics.len();
    let index = draft.topic(parent, topic.id.as_deref(), &topic.title);
    if draft.topics.len() > known {
        draft.topics[index as usize].description = topic.description.clone();
    }
    index
}
