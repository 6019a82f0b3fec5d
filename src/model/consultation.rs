//! One consultation's record.

use super::edition::Edition;
use super::moment::Moment;
use super::natural::natural_order;
use super::text::Text;
use super::vocabulary::{AuthorKind, Kind, OutcomeStatus, Side, Sides, Status, VoteCounts, VoteRows, VotesBasis};
use crate::diagnose::Diagnostic;

/// Index into [`Consultation::contributions`].
pub type ContributionIx = u32;
/// Index into [`Consultation::comments`].
pub type CommentIx = u32;
/// Index into [`Consultation::authors`].
pub type AuthorIx = u32;
/// Index into [`Consultation::topics`].
pub type TopicIx = u32;
/// Index into [`Consultation::sources`].
pub type SourceIx = u32;

/// Where a thing was read: the file and its record, from 1 (a document in a folder is one record).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Origin {
    /// The source file.
    pub source: SourceIx,
    /// The record.
    pub row: u32,
}

/// What people said.
#[derive(Debug)]
pub struct Contribution {
    /// What it is.
    pub kind: Kind,
    /// The platform's own id, unique within (consultation, kind).
    pub id: Box<str>,
    /// What it amends, answers or supports.
    pub parent: Option<ContributionIx>,
    /// Its main topic (a leaf or a node of the tree).
    pub topic: Option<TopicIx>,
    /// Further labels.
    pub tags: Box<[Box<str>]>,
    /// Plain text.
    pub title: Box<str>,
    /// The text itself.
    pub body: Text,
    /// Who wrote it, if the export says.
    pub author: Option<AuthorIx>,
    /// When.
    pub created: Option<Moment>,
    /// Last change.
    pub updated: Option<Moment>,
    /// What became of it on the platform.
    pub status: Status,
    /// Why it was withdrawn or hidden.
    pub status_reason: Option<Box<str>>,
    /// ISO 639 code, if known.
    pub language: Option<Box<str>>,
    /// The platform's own counters: for, against, neutral.
    pub declared: [Option<u32>; 3],
    /// The platform's counter of all votes, where it gives one.
    pub declared_total: Option<u32>,
    /// Which votes an archive of greffe published, where this was read from one.
    pub basis: Option<VotesBasis>,
    /// The platform's counter of comments.
    pub declared_comments: Option<u32>,
    /// The platform's counter of amendments.
    pub declared_amendments: Option<u32>,
    /// Where it is about.
    pub place: Option<Box<Place>>,
    /// Its address on the platform, unless the privacy policy withholds it.
    pub source_url: Option<Box<str>>,
    /// The record it comes from.
    pub origin: Origin,
    /// Only a placeholder: others speak of it, the export does not hold it.
    pub missing: bool,
}

/// A place on earth or in words.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// Latitude and longitude in degrees (WGS 84).
    pub point: Option<(f64, f64)>,
    /// Its name.
    pub name: Option<Box<str>>,
}

/// A comment in a thread.
#[derive(Debug)]
pub struct Comment {
    /// The platform's own id.
    pub id: Box<str>,
    /// What it is about.
    pub contribution: ContributionIx,
    /// The comment it answers.
    pub parent: Option<CommentIx>,
    /// 0 for a comment on the contribution itself.
    pub depth: u16,
    /// For or against.
    pub side: Side,
    /// The text itself.
    pub body: Text,
    /// Who wrote it, if the export says.
    pub author: Option<AuthorIx>,
    /// When.
    pub created: Option<Moment>,
    /// Last change.
    pub updated: Option<Moment>,
    /// What became of it.
    pub status: Status,
    /// ISO 639 code, if known.
    pub language: Option<Box<str>>,
    /// The platform's own counters: for, against, neutral.
    pub declared: [Option<u32>; 3],
    /// Its address on the platform.
    pub source_url: Option<Box<str>>,
    /// The record it comes from.
    pub origin: Origin,
    /// What it answers is in no file.
    pub orphan: bool,
}

/// Somebody, as they may be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Author {
    /// Stable code within this consultation.
    pub code: Box<str>,
    /// What may be shown: a name, or nothing where the policy asks for the code.
    pub name: Option<Box<str>>,
    /// Who they are.
    pub kind: AuthorKind,
    /// Number of people of a collective.
    pub size: Option<u32>,
}

/// A topic of the tree. Parents stand before their children.
#[derive(Debug, Clone)]
pub struct Topic {
    /// Id in the export or in `consultation.yaml`.
    pub id: Box<str>,
    /// Title.
    pub title: Box<str>,
    /// The topic it belongs to.
    pub parent: Option<TopicIx>,
    /// What it is about.
    pub description: Box<str>,
}

/// A vote row.
#[derive(Debug, Clone, Copy)]
pub struct Ballot {
    /// What was voted on.
    pub contribution: ContributionIx,
    /// Who voted, as a number within the consultation; `u32::MAX` where not known.
    pub voter: u32,
    /// Which way.
    pub side: Side,
    /// How many votes it stands for.
    pub weight: u32,
    /// Unix seconds, local day number, where known.
    pub at: Option<(i64, i32)>,
}

/// A further field of a contribution that its profile allows.
#[derive(Debug)]
pub struct Extra {
    /// Whose.
    pub contribution: ContributionIx,
    /// Name of the column.
    pub name: Box<str>,
    /// Value, as it stands.
    pub value: Box<str>,
}

/// A text that belongs to a contribution: reasons, impact study.
#[derive(Debug)]
pub struct Appendix {
    /// Whose.
    pub contribution: ContributionIx,
    /// Title.
    pub title: Box<str>,
    /// Text.
    pub body: Text,
}

/// The same contribution in another language.
#[derive(Debug)]
pub struct Translation {
    /// Whose.
    pub contribution: ContributionIx,
    /// ISO 639 code.
    pub language: Box<str>,
    /// Title.
    pub title: Box<str>,
    /// Text.
    pub body: Text,
}

/// An answer, decision or commitment.
#[derive(Debug)]
pub struct Outcome {
    /// Its id.
    pub id: Box<str>,
    /// Title, maybe empty.
    pub title: Box<str>,
    /// Text.
    pub body: Text,
    /// What was decided.
    pub status: Option<OutcomeStatus>,
    /// Who answers.
    pub author: Option<Box<str>>,
    /// When.
    pub date: Option<Moment>,
    /// Where it stands on the platform.
    pub source_url: Option<Box<str>>,
    /// What it is about.
    pub contributions: Vec<ContributionIx>,
}

/// A meeting in the real world.
#[derive(Debug)]
pub struct Workshop {
    /// Its id.
    pub id: Box<str>,
    /// Its name.
    pub title: Box<str>,
    /// Its day.
    pub date: Option<Moment>,
    /// Name of the place and its point.
    pub place: Option<Place>,
    /// Postal address of the place.
    pub address: Option<Box<str>>,
    /// How many people came.
    pub participants: Option<u32>,
    /// Who hosted it.
    pub partner: Option<Box<str>>,
    /// What happened.
    pub summary: Text,
    /// What it brought.
    pub contributions: Vec<ContributionIx>,
}

/// A record that was not taken in.
#[derive(Debug, Clone)]
pub struct SetAside {
    /// Name of the file (of the document, in a folder of documents).
    pub file: Box<str>,
    /// The record, from 1; 0: the document as a whole.
    pub row: u64,
    /// Why, in words of any language.
    pub reason: Diagnostic,
}

/// Something that was removed on request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erasure {
    /// Word of the kind of a contribution, or `comment`.
    pub kind: &'static str,
    /// Its id.
    pub id: Box<str>,
    /// The day, as the archive's owner wrote it.
    pub date: String,
    /// Why, in their words.
    pub reason: Option<String>,
}

/// Something that hangs on what the export does not hold.
#[derive(Debug, Clone, Copy)]
pub enum Orphan {
    /// A comment whose parent is missing.
    Comment(CommentIx),
    /// A contribution whose parent is missing.
    Contribution(ContributionIx),
}

/// A figure the platform declares and the rows do not confirm.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Difference {
    /// Whose.
    pub contribution: ContributionIx,
    /// The column of the published table: `votes_for`, `votes_against`, `votes_neutral` or `comment_count`; `votes` for a total without
    /// sides.
    pub what: &'static str,
    /// The platform's counter.
    pub declared: u64,
    /// Counted from the rows.
    pub counted: u64,
}

/// What was read from one file (or one folder of documents).
#[derive(Debug, Clone, Default)]
pub struct SourceFile {
    /// Path relative to the consultation's folder.
    pub file: Box<str>,
    /// The export it belongs to; `None`: to every one, or there is only one.
    pub edition: Option<Edition>,
    /// Id of the profile.
    pub profile: Box<str>,
    /// Title of the profile.
    pub profile_title: Box<str>,
    /// Name of the platform.
    pub platform: Box<str>,
    /// CSV, JSON…
    pub format: Box<str>,
    /// Encoding it was read with.
    pub encoding: Box<str>,
    /// Records in the file.
    pub rows_read: u64,
    /// Records taken in.
    pub rows_kept: u64,
    /// Records set aside, each listed in [`Consultation::set_aside`].
    pub rows_set_aside: u64,
    /// Columns that no field uses.
    pub columns_unused: Vec<Box<str>>,
    /// Columns with personal data that were not kept.
    pub columns_personal: Vec<Box<str>>,
    /// Columns that named somebody: an account or a name, and no code of ours.
    pub columns_authors: Vec<Box<str>>,
    /// Names of the documents of a folder, in the order of their rows.
    pub documents: Vec<Box<str>>,
    /// The archive asks for damaged letters to be mended in its texts.
    pub repair: bool,
    /// What was mended, by rule.
    pub repaired: Vec<Repaired>,
}

/// Texts of a file whose letters were mended by one rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repaired {
    /// The rule's name in the words of themes: `repair-<rule>`.
    pub rule: &'static str,
    /// How many texts.
    pub texts: u64,
    /// One word before and after, from a published text; empty where only hidden texts were mended.
    pub example: (Box<str>, Box<str>),
}

/// The record of one consultation. All vectors are in publication order; children lists are sorted ranges.
#[derive(Debug, Default)]
pub struct Consultation {
    /// Name of its folder.
    pub slug: Box<str>,
    /// The export this is the record of, where there are several.
    pub edition: Option<Edition>,
    /// By kind, then id in natural order; placeholders last.
    pub contributions: Vec<Contribution>,
    /// By contribution, then reading order: each root by time, followed by its replies.
    pub comments: Vec<Comment>,
    /// Everybody who wrote.
    pub authors: Vec<Author>,
    /// The tree, parents first.
    pub topics: Vec<Topic>,
    /// Vote rows on contributions, in the order of the files.
    pub votes: Vec<Ballot>,
    /// What the vote rows are, for all sources together: the weakest claim wins.
    pub vote_rows: Option<VoteRows>,
    /// Sides that the vote rows speak of.
    pub vote_sides: Sides,
    /// Groups of voters by opinion, as the platform found them, in natural order.
    pub opinion_groups: Vec<Box<str>>,
    /// Opinion group by voter; `u32::MAX` where there is none.
    pub group_of_voter: Vec<u32>,
    /// Figures of opinion groups whose voters the files do not tell: contribution, group, votes.
    pub group_votes: Vec<(ContributionIx, u32, VoteCounts)>,
    /// Sorted by contribution.
    pub extras: Vec<Extra>,
    /// Sorted by contribution.
    pub appendices: Vec<Appendix>,
    /// Sorted by contribution.
    pub translations: Vec<Translation>,
    /// In the order of the files; those of `outcomes.yaml` last.
    pub outcomes: Vec<Outcome>,
    /// In the order of their days.
    pub workshops: Vec<Workshop>,
    /// What hangs on what is missing.
    pub orphans: Vec<Orphan>,
    /// What was removed on request, by kind and id.
    pub erased: Vec<Erasure>,
    /// Records not taken in.
    pub set_aside: Vec<SetAside>,
    /// The files.
    pub sources: Vec<SourceFile>,
}

impl Consultation {
    /// A contribution.
    pub fn contribution(&self, ix: ContributionIx) -> &Contribution {
        &self.contributions[ix as usize]
    }

    /// The contribution with this identity, if the record holds it; placeholders are not looked at.
    pub fn find(&self, kind: Kind, id: &str) -> Option<ContributionIx> {
        let held = &self.contributions[..self.contributions.partition_point(|contribution| !contribution.missing)];
        let at = held.binary_search_by(|other| other.kind.cmp(&kind).then_with(|| natural_order(&other.id, id))).ok()?;
        ContributionIx::try_from(at).ok()
    }

    /// The older export a thing was last in, where this record's own export no longer holds it.
    pub fn last_in(&self, origin: Origin) -> Option<Edition> {
        self.sources[origin.source as usize].edition.filter(|edition| Some(*edition) != self.edition)
    }

    /// A topic and its ancestors, from the root down.
    pub fn topic_path(&self, topic: TopicIx) -> Vec<TopicIx> {
        let mut path = vec![topic];
        while let Some(parent) = self.topics[path[path.len() - 1] as usize].parent {
            path.push(parent);
        }
        path.reverse();
        path
    }

    /// The comments of a contribution, in reading order.
    pub fn comments_of(&self, ix: ContributionIx) -> std::ops::Range<usize> {
        range_of(&self.comments, ix, |comment| comment.contribution)
    }

    /// The items of a sorted list that belong to a contribution.
    pub fn extras_of(&self, ix: ContributionIx) -> &[Extra] {
        &self.extras[range_of(&self.extras, ix, |x| x.contribution)]
    }

    /// The appendices of a contribution.
    pub fn appendices_of(&self, ix: ContributionIx) -> &[Appendix] {
        &self.appendices[range_of(&self.appendices, ix, |x| x.contribution)]
    }

    /// The translations of a contribution.
    pub fn translations_of(&self, ix: ContributionIx) -> &[Translation] {
        &self.translations[range_of(&self.translations, ix, |x| x.contribution)]
    }

    /// The file and record a thing comes from, as published: the document itself in a folder of documents.
    pub fn origin(&self, origin: Origin) -> (&str, u32) {
        let source = &self.sources[origin.source as usize];
        match source.documents.get((origin.row as usize).wrapping_sub(1)) {
            Some(document) => (document, 1),
            None => (&source.file, origin.row),
        }
    }
}

/// The range of a list sorted by `key` that has this key.
fn range_of<T>(list: &[T], key: u32, of: impl Fn(&T) -> u32) -> std::ops::Range<usize> {
    let start = list.partition_point(|item| of(item) < key);
    let length = list[start..].partition_point(|item| of(item) == key);
    start..start + length
}
