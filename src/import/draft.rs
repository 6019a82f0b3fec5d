//! The rows of all sources of a consultation, before parents are found and texts are cleaned. Nothing here may be shown: names
//! and texts are as the platform wrote them.

use rustc_hash::FxHashMap;
use unicode_normalization::UnicodeNormalization;

use super::values::dates::Stamp;
use crate::archive::profile::BodyMarkup;
use crate::model::{AuthorKind, Edition, Kind, Origin, OutcomeStatus, SetAside, Side, Sides, SourceFile, Status, VoteCounts, VoteRows, VotesBasis};

/// A text as it stands in the export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawText {
    /// How it is written.
    pub markup: BodyMarkup,
    /// The characters.
    pub value: Box<str>,
}

impl RawText {
    /// No text.
    pub fn empty() -> Self {
        Self { markup: BodyMarkup::Text, value: "".into() }
    }
}

/// Points at something that may be in another file: an id, and the kinds it may have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// Kinds to search, in order; empty: all.
    pub kinds: Box<[Kind]>,
    /// The platform's id.
    pub id: Box<str>,
    /// The id is a title: nothing else tells what is meant.
    pub titled: bool,
    /// Length of a prefix of the id that only counts where the target's export carries its namespace.
    pub prefix: usize,
}

impl Reference {
    /// To an id that may be of these kinds.
    pub fn new(kinds: impl Into<Box<[Kind]>>, id: impl Into<Box<str>>) -> Self {
        Self { kinds: kinds.into(), id: id.into(), titled: false, prefix: 0 }
    }
}

/// A contribution.
#[derive(Debug, Clone)]
pub struct DraftContribution {
    pub kind: Kind,
    pub id: Box<str>,
    pub parent: Option<Reference>,
    pub topic: Option<u32>,
    pub tags: Vec<Box<str>>,
    pub title: Box<str>,
    pub body: RawText,
    pub author: Option<u32>,
    /// The file has a place for the author and names nobody there, or asks not to.
    pub author_gone: bool,
    pub created: Option<Stamp>,
    pub updated: Option<Stamp>,
    pub status: Status,
    pub status_reason: Option<Box<str>>,
    pub language: Option<Box<str>>,
    pub declared: [Option<u32>; 3],
    pub declared_total: Option<u32>,
    /// Whether an archive of greffe published the counted or the declared votes.
    pub basis: Option<VotesBasis>,
    pub declared_comments: Option<u32>,
    pub declared_amendments: Option<u32>,
    pub point: Option<(f64, f64)>,
    pub place: Option<Box<str>>,
    pub source_url: Option<Box<str>>,
    pub origin: Origin,
    /// Not a row of its own: made from a list, a cell, or beside something else.
    pub nested: bool,
    /// Only mentioned by rows about something else: gives way to the same thing in full.
    pub mention: bool,
    /// Digest of all cells of its row: two rows are the same only if all their cells are.
    pub cells: u64,
}

/// A comment.
#[derive(Debug, Clone)]
pub struct DraftComment {
    pub id: Box<str>,
    /// The contribution it is about, where the row says so.
    pub on: Option<Reference>,
    /// The comment it answers.
    pub reply_to: Option<Box<str>>,
    /// Address of what the whole thread is about.
    pub thread_url: Option<Box<str>>,
    /// Kind of a placeholder for what is missing.
    pub placeholder: Kind,
    pub side: Side,
    pub body: RawText,
    pub author: Option<u32>,
    /// The file has a place for the author and names nobody there, or asks not to.
    pub author_gone: bool,
    pub created: Option<Stamp>,
    pub updated: Option<Stamp>,
    pub status: Status,
    pub language: Option<Box<str>>,
    pub declared: [Option<u32>; 3],
    pub source_url: Option<Box<str>>,
    pub origin: Origin,
    /// Not a row of its own: made from a list, a cell, or beside something else.
    pub nested: bool,
    /// Only mentioned by rows about something else: gives way to the same thing in full.
    pub mention: bool,
    /// Digest of all cells of its row: two rows are the same only if all their cells are.
    pub cells: u64,
}

/// A vote row.
#[derive(Debug)]
pub struct DraftVote {
    /// Index into [`Draft::references`].
    pub on: u32,
    pub on_comment: bool,
    pub voter: u32,
    pub side: Side,
    /// How many votes the row stands for.
    pub weight: u32,
    pub at: Option<Stamp>,
    pub origin: Origin,
}

/// A text that belongs to a contribution.
#[derive(Debug)]
pub struct DraftAppendix {
    pub on: Reference,
    pub title: Box<str>,
    pub body: RawText,
    pub origin: Origin,
}

/// A contribution in another language.
#[derive(Debug)]
pub struct DraftTranslation {
    /// Index of the contribution among the draft's.
    pub owner: u32,
    pub language: Box<str>,
    pub title: Box<str>,
    pub body: RawText,
}

/// A further field.
#[derive(Debug)]
pub struct DraftExtra {
    /// Index of the contribution among the draft's.
    pub owner: u32,
    pub name: Box<str>,
    pub value: Box<str>,
}

/// An answer, decision or commitment.
#[derive(Debug, Clone)]
pub struct DraftOutcome {
    pub id: Box<str>,
    pub title: Box<str>,
    pub body: RawText,
    pub status: Option<OutcomeStatus>,
    pub author: Option<Box<str>>,
    pub date: Option<Stamp>,
    pub source_url: Option<Box<str>>,
    /// Index of the contribution whose row holds it, among the draft's.
    pub owner: Option<u32>,
    /// References to contributions, or their addresses.
    pub on: Vec<Reference>,
    pub cites: Vec<Box<str>>,
}

/// Somebody, as the platform names them.
#[derive(Debug, Clone, Default)]
pub struct DraftAuthor {
    /// Their key in the export: never published.
    pub key: Box<str>,
    /// As the platform shows them.
    pub name: Option<Box<str>>,
    /// Who they are, if the export says.
    pub kind: Option<AuthorKind>,
    /// Number of people of a collective.
    pub size: Option<u32>,
    /// The code an archive of greffe published them under.
    pub code: Option<Box<str>>,
}

/// A topic as met in the rows.
#[derive(Debug, Clone)]
pub struct DraftTopic {
    pub parent: Option<u32>,
    pub id: Option<Box<str>>,
    pub title: Box<str>,
    pub description: Box<str>,
}

/// A label put on something by a row of its own.
#[derive(Debug)]
pub struct DraftTagging {
    pub on: Reference,
    pub tag: Box<str>,
    pub origin: Origin,
}

/// A file, and what its profile says of all its rows.
#[derive(Debug, Clone, Default)]
pub struct DraftSource {
    /// The file, as it is published.
    pub file: SourceFile,
    /// Which zone its dates without one are in.
    pub zone: Option<String>,
    /// Prefix of its ids where kinds collide.
    pub namespace: Option<String>,
    /// Its later rows replace earlier ones of the same id.
    pub newest: bool,
    /// It was taken for contributions by common words, and its text is called a comment: the headers of its text, title, parent and of
    /// numbers of contributions.
    pub comments: Option<[Option<String>; 4]>,
}

impl DraftSource {
    /// A file that no profile speaks of.
    pub fn of(file: SourceFile) -> Self {
        Self { file, ..Self::default() }
    }
}

/// A translation that a row of its own gives: on what, where it stands, language, title, body.
pub type TranslationRow = (Reference, Origin, Box<str>, Box<str>, RawText);

/// Everything the sources of one consultation hold.
#[derive(Debug, Default)]
pub struct Draft {
    /// The export these rows are from, where there are several.
    pub edition: Option<Edition>,
    /// Contributions, in the order of the files.
    pub contributions: Vec<DraftContribution>,
    /// Comments.
    pub comments: Vec<DraftComment>,
    /// Vote rows.
    pub votes: Vec<DraftVote>,
    /// What votes were cast on, each once.
    pub references: Vec<Reference>,
    /// Texts that belong to contributions.
    pub appendices: Vec<DraftAppendix>,
    /// Contributions in other languages.
    pub translations: Vec<DraftTranslation>,
    /// Further fields.
    pub extras: Vec<DraftExtra>,
    /// Answers, decisions, commitments.
    pub outcomes: Vec<DraftOutcome>,
    /// Everybody who wrote.
    pub authors: Vec<DraftAuthor>,
    /// Topics, as met.
    pub topics: Vec<DraftTopic>,
    /// Topics that rows of their own define: (id, parent id, index).
    pub topic_rows: Vec<(Box<str>, Option<Box<str>>, u32)>,
    /// Labels: (id, title).
    pub tags: Vec<(Box<str>, Box<str>)>,
    /// Labels put on things.
    pub taggings: Vec<DraftTagging>,
    /// Records not taken in.
    pub set_aside: Vec<SetAside>,
    /// The files, with what their profiles say of them.
    pub sources: Vec<DraftSource>,
    /// What the vote rows are, for all files together.
    pub vote_rows: Option<VoteRows>,
    /// Sides that the vote rows speak of.
    pub vote_sides: Sides,
    /// Further fields that rows of their own give: (on, name, value).
    pub field_rows: Vec<(Reference, Origin, Box<str>, Box<str>)>,
    /// Translations that rows of their own give: (on, language, title, body).
    pub translation_rows: Vec<TranslationRow>,
    /// Opinion groups: (voter, group).
    pub voter_groups: Vec<(u32, Box<str>)>,
    /// Votes of whole opinion groups: (on, group, votes).
    pub group_votes: Vec<(Reference, Origin, Box<str>, VoteCounts)>,
    author_index: FxHashMap<Box<str>, u32>,
    voter_index: FxHashMap<Box<str>, u32>,
    reference_index: FxHashMap<Box<str>, u32>,
    topic_index: FxHashMap<(Option<u32>, Box<str>), u32>,
    /// The same by the title as it is written: most rows spell their topic alike, and folding costs more than looking up.
    topic_titles: FxHashMap<Option<u32>, FxHashMap<Box<str>, u32>>,
}

impl Draft {
    /// A draft of one export.
    pub fn of(edition: Option<Edition>) -> Self {
        Self { edition, ..Self::default() }
    }

    /// The author with this key; a name or size met later completes what is known.
    pub fn author(&mut self, key: &str, name: Option<&str>, kind: Option<AuthorKind>, size: Option<u32>) -> u32 {
        let index = match self.author_index.get(key) {
            Some(&index) => index,
            None => {
                let index = index_of(self.authors.len());
                self.authors.push(DraftAuthor { key: key.into(), ..DraftAuthor::default() });
                self.author_index.insert(key.into(), index);
                index
            }
        };
        let author = &mut self.authors[index as usize];
        if author.name.is_none() {
            author.name = name.map(Into::into);
        }
        author.kind = author.kind.or(kind);
        author.size = author.size.or(size);
        index
    }

    /// A number for this voter.
    pub fn voter(&mut self, key: &str) -> u32 {
        match self.voter_index.get(key) {
            Some(&index) => index,
            None => {
                let index = index_of(self.voter_index.len());
                self.voter_index.insert(key.into(), index);
                index
            }
        }
    }

    /// A number for this target of votes.
    pub fn reference(&mut self, reference: Reference) -> u32 {
        if let Some(&index) = self.reference_index.get(&reference.id)
            && self.references[index as usize] == reference
        {
            return index;
        }
        let index = index_of(self.references.len());
        self.reference_index.insert(reference.id.clone(), index);
        self.references.push(reference);
        index
    }

    /// The topic below `parent` with this id or, without one, this title.
    pub fn topic(&mut self, parent: Option<u32>, id: Option<&str>, title: &str) -> u32 {
        if id.is_none()
            && let Some(&index) = self.topic_titles.get(&parent).and_then(|known| known.get(title))
        {
            return index;
        }
        let index = self.topic_by_key(parent, id, title);
        if id.is_none() {
            self.topic_titles.entry(parent).or_default().insert(title.into(), index);
        }
        index
    }

    fn topic_by_key(&mut self, parent: Option<u32>, id: Option<&str>, title: &str) -> u32 {
        let key = match id {
            Some(id) => format!("#{id}"),
            None => same_title(title),
        };
        if let Some(&index) = self.topic_index.get(&(parent, key.as_str().into())) {
            return index;
        }
        let index = index_of(self.topics.len());
        self.topics.push(DraftTopic { parent, id: id.map(Into::into), title: title.into(), description: "".into() });
        self.topic_index.insert((parent, key.into()), index);
        index
    }
}

/// Titles of topics are the same if they are equal up to case, white space and Unicode form.
pub(super) fn same_title(title: &str) -> String {
    let folded: String = title.nfc().flat_map(char::to_lowercase).collect();
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Indices are 32 bits wide: four thousand million rows do not fit in memory anyway.
pub fn index_of(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
