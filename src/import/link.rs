//! Children find their parents: comments their threads, votes and appendices their contributions, rows their topics. What is
//! missing becomes a placeholder; what stands twice is set aside.

use std::collections::BTreeSet;

use rustc_hash::{FxHashMap, FxHashSet};
use sha2::{Digest, Sha256};

use super::draft::{
    Draft, DraftAuthor, DraftComment, DraftContribution, DraftOutcome, DraftSource, DraftTopic, RawText, Reference, index_of, same_title,
};
use super::topics;
use super::{repeats, thread};
use crate::archive::TopicConfig;
use crate::diagnose::{Diagnostic, Diagnostics, Tally, codes};
use crate::model::{ContributionIx, Edition, Kind, Origin, SetAside, Side, Sides, Status, Topic, VoteCounts, VoteRows, Votes, natural_order};

/// A draft whose references are indices.
#[derive(Debug, Default)]
pub struct Linked {
    /// The export this is from, where there are several.
    pub edition: Option<Edition>,
    /// By kind, then id; placeholders last.
    pub contributions: Vec<LinkedContribution>,
    /// By contribution, then reading order.
    pub comments: Vec<LinkedComment>,
    /// Authors by number.
    pub authors: Vec<DraftAuthor>,
    /// The tree, parents first.
    pub topics: Vec<Topic>,
    /// Topics as the rows name them, for rows that move to another draft.
    pub(super) named_topics: Vec<DraftTopic>,
    /// Votes on contributions.
    pub votes: Vec<LinkedVote>,
    /// What the vote rows are.
    pub vote_rows: Option<VoteRows>,
    /// Sides that the vote rows speak of.
    pub vote_sides: Sides,
    /// Names of the opinion groups, in natural order.
    pub opinion_groups: Vec<Box<str>>,
    /// Opinion group by voter; `u32::MAX` where there is none.
    pub group_of_voter: Vec<u32>,
    /// Votes of whole opinion groups.
    pub group_votes: Vec<(ContributionIx, u32, VoteCounts)>,
    /// (contribution, name, value), sorted by contribution.
    pub extras: Vec<(ContributionIx, Box<str>, Box<str>)>,
    /// (contribution, title, body), sorted by contribution.
    pub appendices: Vec<(ContributionIx, Box<str>, RawText)>,
    /// (contribution, language, title, body), sorted by contribution.
    pub translations: Vec<(ContributionIx, Box<str>, Box<str>, RawText)>,
    /// Outcomes and the contributions they speak of.
    pub outcomes: Vec<LinkedOutcome>,
    /// Contributions whose parent is missing.
    pub orphans: Vec<ContributionIx>,
    /// Rows set aside, with those that stand twice.
    pub set_aside: Vec<SetAside>,
    /// The files.
    pub sources: Vec<DraftSource>,
}

impl Linked {
    /// Whether some contribution or comment has an address on its platform.
    pub fn has_addresses(&self) -> bool {
        self.contributions.iter().any(|c| c.draft.source_url.is_some()) || self.comments.iter().any(|c| c.draft.source_url.is_some())
    }

    /// Adds the empty page of a contribution that no row holds.
    pub fn tombstone(&mut self, kind: Kind, id: &str) {
        let mut held = placeholder(kind, id.into(), None, Origin { source: 0, row: 0 });
        held.draft.status = Status::Erased;
        self.contributions.push(held);
    }
}

/// A vote with what it was cast on.
#[derive(Debug)]
pub struct LinkedVote {
    /// The contribution.
    pub on: ContributionIx,
    /// Number of the voter; `u32::MAX` where nobody is named.
    pub voter: u32,
    /// Which way.
    pub side: Side,
    /// How many votes it stands for.
    pub weight: u32,
    /// When, with the source whose zone the date is in.
    pub at: Option<(super::Stamp, u32)>,
}

/// A contribution with its parent found.
#[derive(Debug)]
pub struct LinkedContribution {
    /// The row.
    pub draft: DraftContribution,
    /// Its parent.
    pub parent: Option<ContributionIx>,
    /// Its topic in the final tree.
    pub topic: Option<u32>,
    /// Only a placeholder.
    pub missing: bool,
}

/// A comment with its place in the thread.
#[derive(Debug)]
pub struct LinkedComment {
    /// The row.
    pub draft: DraftComment,
    /// What it is about.
    pub contribution: ContributionIx,
    /// The comment it answers.
    pub parent: Option<u32>,
    /// 0 for a comment on the contribution itself.
    pub depth: u16,
    /// What it answers is in no file.
    pub orphan: bool,
    /// Votes counted from rows.
    pub counted: Votes,
}

/// An outcome with what it is about.
#[derive(Debug)]
pub struct LinkedOutcome {
    /// The row.
    pub draft: DraftOutcome,
    /// Contributions, in order, once each.
    pub contributions: Vec<ContributionIx>,
}

/// Finds contributions by (kind, id), by id alone, by address; makes placeholders.
pub(super) struct Directory {
    by_id: FxHashMap<Box<str>, Vec<(Kind, ContributionIx)>>,
    by_address: FxHashMap<Box<str>, ContributionIx>,
    /// By title, for what is named by nothing else.
    by_title: FxHashMap<String, ContributionIx>,
    /// Titles that several contributions share: they name none of them.
    shared_titles: FxHashSet<String>,
    /// References by such a title.
    undecided: Vec<Box<str>>,
    /// Placeholders made so far.
    placeholders: Vec<LinkedContribution>,
    known: u32,
    /// References that several kinds could mean.
    ambiguous: Vec<Box<str>>,
}

impl Directory {
    fn new(contributions: &[LinkedContribution]) -> Self {
        let mut by_id: FxHashMap<Box<str>, Vec<(Kind, ContributionIx)>> = FxHashMap::default();
        let mut by_address = FxHashMap::default();
        for (index, contribution) in (0..).zip(contributions) {
            by_id.entry(contribution.draft.id.clone()).or_default().push((contribution.draft.kind, index));
            if let Some(url) = &contribution.draft.source_url {
                by_address.entry(address(url).into()).or_insert(index);
            }
        }
        Self {
            by_id,
            by_address,
            by_title: FxHashMap::default(),
            shared_titles: FxHashSet::default(),
            undecided: Vec::new(),
            placeholders: Vec::new(),
            known: index_of(contributions.len()),
            ambiguous: Vec::new(),
        }
    }

    /// Learns the titles, where some row names a contribution by its title alone.
    fn learn_titles(&mut self, draft: &Draft, contributions: &[LinkedContribution]) {
        if draft.comments.iter().any(|comment| comment.on.as_ref().is_some_and(|on| on.titled)) {
            for (index, contribution) in (0..).zip(contributions).filter(|(_, contribution)| !contribution.draft.title.is_empty()) {
                let title = same_title(&contribution.draft.title);
                if self.by_title.insert(title.clone(), index).is_some() {
                    self.shared_titles.insert(title);
                }
            }
            for title in &self.shared_titles {
                self.by_title.remove(title);
            }
        }
    }

    /// The contribution meant, if it is there.
    pub fn find(&mut self, reference: &Reference) -> Option<ContributionIx> {
        if reference.titled {
            let title = same_title(&reference.id);
            if self.shared_titles.contains(&title) {
                self.undecided.push(reference.id.clone());
            }
            return self.by_title.get(&title).copied();
        }
        let bare = || self.by_id.get(&reference.id[reference.prefix..]);
        let found = self.by_id.get(&*reference.id).or_else(bare)?;
        if reference.kinds.is_empty() {
            if found.len() > 1 {
                self.ambiguous.push(reference.id.clone());
            }
            return found.first().map(|(_, index)| *index);
        }
        reference.kinds.iter().find_map(|kind| found.iter().find(|(known, _)| known == kind)).map(|(_, index)| *index)
    }

    /// The contribution at this address of the platform.
    pub fn at(&self, url: &str) -> Option<ContributionIx> {
        self.by_address.get(address(url)).copied()
    }

    /// The contribution meant, or a placeholder for it.
    pub fn find_or_hold(&mut self, reference: &Reference, kind: Kind, url: Option<&str>, origin: Origin) -> (ContributionIx, bool) {
        if let Some(index) = self.find(reference) {
            return (index, index >= self.known);
        }
        let kind = reference.kinds.first().copied().unwrap_or(kind);
        let index = self.known + index_of(self.placeholders.len());
        if reference.titled {
            let mut held = placeholder(kind, id_of_title(&reference.id), url.map(Into::into), origin);
            held.draft.title = reference.id.clone();
            self.placeholders.push(held);
            self.by_title.insert(same_title(&reference.id), index);
            return (index, true);
        }
        self.placeholders.push(placeholder(kind, reference.id.clone(), url.map(Into::into), origin));
        self.by_id.entry(reference.id.clone()).or_default().push((kind, index));
        if let Some(url) = url {
            self.by_address.entry(address(url).into()).or_insert(index);
        }
        (index, true)
    }

    /// The contribution at this address, or a placeholder named after it.
    pub fn at_or_hold(&mut self, url: &str, kind: Kind, origin: Origin) -> (ContributionIx, bool) {
        if let Some(index) = self.at(url) {
            return (index, index >= self.known);
        }
        let reference = Reference::new([kind], name_of(url));
        self.find_or_hold(&reference, kind, Some(url), origin)
    }
}

/// An address without scheme, query and final slash, so that http and https meet.
fn address(url: &str) -> &str {
    let url = url.split_once("://").map_or(url, |(_, rest)| rest);
    url.split(['?', '#']).next().unwrap_or(url).trim_end_matches('/')
}

/// The last part of an address, as an id.
fn name_of(url: &str) -> &str {
    let name = address(url).rsplit('/').next().unwrap_or_default();
    if name.is_empty() { "debate" } else { name }
}

/// An id for what is only known by its title.
fn id_of_title(title: &str) -> Box<str> {
    let digest = Sha256::digest(same_title(title).as_bytes());
    digest.iter().take(5).map(|byte| format!("{byte:02x}")).collect::<String>().into()
}

/// Joins everything.
pub fn link(mut draft: Draft, tree: &[TopicConfig], shown: &str, diagnostics: &mut Diagnostics) -> Linked {
    let mut tallies: Vec<Tally> = draft.sources.iter().map(|_| Tally::default()).collect();
    separate_namespaces(&mut draft, &[]);
    repeats::number_apart(&mut draft);
    let mut errors = Vec::new();
    let topics::Tree { topics, topic_of, rings, too_deep } = topics::tree(&mut draft, tree);
    let example = rings.iter().take(3).map(|title| &**title).collect::<Vec<_>>().join(", ");
    for (code, count) in [(codes::TOPIC_RING, rings.len() as u64), (codes::TOPIC_DEEP, too_deep)] {
        diagnostics.extend((count > 0).then(|| Diagnostic::new(code).file(shown).count(count).arg("example", &example)));
    }
    let (mut contributions, moved) = repeats::unique_contributions(&mut draft, &topic_of, &mut tallies, &mut errors);
    let mut directory = Directory::new(&contributions);
    directory.learn_titles(&draft, &contributions);

    let mut orphans = Vec::new();
    for (index, contribution) in contributions.iter_mut().enumerate() {
        let Some(reference) = contribution.draft.parent.take() else { continue };
        // Databases write 0 for no parent.
        if matches!(&*reference.id, "0" | "-1") && directory.find(&reference).is_none() {
            continue;
        }
        let (kind, origin) = (contribution.draft.kind, contribution.draft.origin);
        let (parent, missing) = directory.find_or_hold(&reference, default_parent(kind), None, origin);
        contribution.parent = Some(parent);
        if missing {
            orphans.push(index_of(index));
            tallies[origin.source as usize].note(codes::MISSING_PARENT, u64::from(origin.row), "", "", &reference.id);
        }
    }
    for looped in break_loops(&mut contributions) {
        let row = &contributions[looped].draft;
        tallies[row.origin.source as usize].note(codes::PARENT_LOOP, u64::from(row.origin.row), "", "", &row.id);
    }

    let mut comments = thread::threads(&mut draft, &mut directory, &mut tallies, &mut errors);
    let votes = link_votes(&mut draft, &mut directory, &mut comments, &mut tallies);
    let mut appendices: Vec<_> = std::mem::take(&mut draft.appendices)
        .into_iter()
        .map(|appendix| {
            let (on, missing) = directory.find_or_hold(&appendix.on, Kind::Proposal, None, appendix.origin);
            if missing {
                tallies[appendix.origin.source as usize].note(codes::MISSING_PARENT, u64::from(appendix.origin.row), "", "", &appendix.on.id);
            }
            (on, appendix.title, appendix.body)
        })
        .collect();
    tag(&mut draft, &mut directory, &mut contributions, &mut tallies);
    let outcomes = link_outcomes(&mut draft, &mut directory);
    // Rows that only say more of a contribution: without it they have nothing to say.
    let mut known = |on: &Reference, origin: Origin| {
        let found = directory.find(on);
        if found.is_none() {
            tallies[origin.source as usize].note(codes::MISSING_PARENT, u64::from(origin.row), "", "", &on.id);
        }
        found
    };
    let (opinion_groups, group_of_voter, group_votes) = opinion_groups(&mut draft, &mut known);

    let place = |owner: u32| moved[owner as usize];
    let mut extras: Vec<_> = std::mem::take(&mut draft.extras).into_iter().filter_map(|e| Some((place(e.owner)?, e.name, e.value))).collect();
    let mut translations: Vec<_> =
        std::mem::take(&mut draft.translations).into_iter().filter_map(|t| Some((place(t.owner)?, t.language, t.title, t.body))).collect();
    extras.extend(draft.field_rows.drain(..).filter_map(|(on, origin, name, value)| Some((known(&on, origin)?, name, value))));
    let rows = draft.translation_rows.drain(..);
    translations.extend(rows.filter_map(|(on, origin, language, title, body)| Some((known(&on, origin)?, language, title, body))));
    extras.sort_by_key(|(on, _, _)| *on);
    appendices.sort_by_key(|(on, _, _)| *on);
    translations.sort_by_key(|(on, _, _, _)| *on);

    contributions.append(&mut directory.placeholders);
    if !directory.ambiguous.is_empty() {
        let example = directory.ambiguous.iter().take(3).map(|id| &**id).collect::<Vec<_>>().join(", ");
        diagnostics.push(Diagnostic::new(codes::AMBIGUOUS_PARENT).file(shown).count(directory.ambiguous.len() as u64).arg("example", example));
    }
    if !directory.undecided.is_empty() {
        let count = directory.undecided.len() as u64;
        // A title may be looked up twice for one comment; each is named once.
        directory.undecided.sort_unstable();
        directory.undecided.dedup();
        let example = directory.undecided.iter().take(3).map(|title| &**title).collect::<Vec<_>>().join(" · ");
        diagnostics.push(Diagnostic::new(codes::SHARED_TITLE).file(shown).count(count).arg("example", example));
    }
    diagnostics.extend(errors.into_iter().map(|(source, error)| error.file(format!("{shown}/{}", draft.sources[source as usize].file.file))));
    for (tally, source) in tallies.into_iter().zip(draft.sources.iter().map(|source| &source.file)) {
        diagnostics.extend(tally.finish(&format!("{shown}/{}", source.file)));
    }
    Linked {
        edition: draft.edition,
        contributions,
        comments,
        authors: draft.authors,
        topics,
        named_topics: draft.topics,
        votes,
        vote_rows: draft.vote_rows,
        vote_sides: draft.vote_sides,
        opinion_groups,
        group_of_voter,
        group_votes,
        extras,
        appendices,
        translations,
        outcomes,
        orphans,
        set_aside: draft.set_aside,
        sources: draft.sources,
    }
}

/// Two exports may number the same kind each on its own (proposals and budget projects). Only where their ids really meet, the
/// ids of the export with a namespace take its prefix, all of them; and those with a prefix of `known`, met elsewhere. Gives the
/// prefixes that were taken; what was settled stays settled.
pub(super) fn separate_namespaces(draft: &mut Draft, known: &[String]) -> Vec<String> {
    if draft.sources.iter().all(|source| source.namespace.is_none()) {
        return known.to_vec();
    }
    let name = |source: u32| draft.sources.get(source as usize).and_then(|source| source.namespace.as_deref());
    let mut plain: FxHashMap<(Kind, &str), Option<&str>> = FxHashMap::default();
    let mut meeting: BTreeSet<String> = known.iter().cloned().collect();
    for row in &draft.contributions {
        let own = name(row.origin.source);
        let known = *plain.entry((row.kind, &row.id)).or_insert(own);
        if known != own {
            meeting.extend(own.or(known).map(str::to_owned));
        }
    }
    for row in &mut draft.contributions {
        if let Some(prefix) = draft.sources.get(row.origin.source as usize).and_then(|source| source.namespace.as_ref())
            && meeting.contains(prefix)
        {
            row.id = format!("{prefix}{}", row.id).into();
        }
    }
    draft.sources.iter_mut().for_each(|source| source.namespace = None);
    meeting.into_iter().collect()
}

/// What a child hangs on when nobody says: amendments and sources speak of opinions or proposals alike.
fn default_parent(kind: Kind) -> Kind {
    match kind {
        Kind::Answer => Kind::Question,
        _ => Kind::Proposal,
    }
}

fn placeholder(kind: Kind, id: Box<str>, source_url: Option<Box<str>>, origin: Origin) -> LinkedContribution {
    let draft = DraftContribution {
        kind,
        id,
        parent: None,
        topic: None,
        tags: Vec::new(),
        title: "".into(),
        body: RawText::empty(),
        author: None,
        author_gone: false,
        created: None,
        updated: None,
        status: Status::Published,
        status_reason: None,
        language: None,
        declared: [None; 3],
        declared_total: None,
        basis: None,
        declared_comments: None,
        declared_amendments: None,
        point: None,
        place: None,
        source_url,
        origin,
        nested: true,
        mention: false,
        cells: 0,
    };
    LinkedContribution { draft, parent: None, topic: None, missing: true }
}

/// Sets a row aside after all; what stands inside a document is no row and is only remarked.
pub(super) fn set_aside(draft: &mut Draft, origin: Origin, nested: bool, reason: Diagnostic, tallies: &mut [Tally], example: &str) {
    tallies[origin.source as usize].note(reason.code, u64::from(origin.row), "", "", example);
    if nested {
        return;
    }
    let source = &mut draft.sources[origin.source as usize].file;
    source.rows_kept -= 1;
    source.rows_set_aside += 1;
    let file = source.documents.get((origin.row as usize).wrapping_sub(1)).unwrap_or(&source.file).clone();
    draft.set_aside.push(SetAside { file, row: u64::from(origin.row), reason });
}

/// A contribution that is its own ancestor has no parent; gives those that lost theirs. A chain ends at a placeholder.
fn break_loops(contributions: &mut [LinkedContribution]) -> Vec<usize> {
    let mut cut = Vec::new();
    // 0: not seen; otherwise the walk that saw it.
    let mut seen = vec![0u32; contributions.len()];
    for start in 0..contributions.len() {
        let walk = index_of(start) + 1;
        let mut at = start;
        while seen[at] == 0 {
            seen[at] = walk;
            match contributions[at].parent.map(|parent| parent as usize).filter(|&parent| parent < contributions.len()) {
                None => break,
                Some(parent) if seen[parent] == walk => {
                    contributions[at].parent = None;
                    cut.push(at);
                    break;
                }
                Some(parent) => at = parent,
            }
        }
    }
    cut
}

fn link_votes(draft: &mut Draft, directory: &mut Directory, comments: &mut [LinkedComment], tallies: &mut [Tally]) -> Vec<LinkedVote> {
    let on_comments: FxHashMap<Box<str>, u32> = if draft.votes.iter().any(|vote| vote.on_comment || !comments.is_empty()) {
        (0..).zip(comments.iter()).map(|(index, comment)| (comment.draft.id.clone(), index)).collect()
    } else {
        FxHashMap::default()
    };
    let references = std::mem::take(&mut draft.references);
    let mut targets: Vec<Option<(ContributionIx, bool)>> = vec![None; references.len()];
    let mut linked = Vec::with_capacity(draft.votes.len());
    for vote in std::mem::take(&mut draft.votes) {
        let reference = &references[vote.on as usize];
        if vote.on_comment
            && let Some(&comment) = on_comments.get(&*reference.id)
        {
            comments[comment as usize].counted.add(vote.side, vote.weight);
            continue;
        }
        let (target, missing) = *targets[vote.on as usize].get_or_insert_with(|| {
            if reference.id.contains("://") {
                let kind = reference.kinds.first().copied().unwrap_or(Kind::Proposal);
                return directory.at_or_hold(&reference.id, kind, vote.origin);
            }
            directory.find_or_hold(reference, Kind::Proposal, None, vote.origin)
        });
        if missing {
            tallies[vote.origin.source as usize].note(codes::MISSING_PARENT, u64::from(vote.origin.row), "", "vote", &reference.id);
        }
        linked.push(LinkedVote {
            on: target,
            voter: vote.voter,
            side: vote.side,
            weight: vote.weight,
            at: vote.at.map(|stamp| (stamp, vote.origin.source)),
        });
    }
    linked
}

/// Names of the opinion groups, the group of each voter, and what whole groups voted.
type OpinionGroups = (Vec<Box<str>>, Vec<u32>, Vec<(ContributionIx, u32, VoteCounts)>);

fn opinion_groups(draft: &mut Draft, known: &mut dyn FnMut(&Reference, Origin) -> Option<ContributionIx>) -> OpinionGroups {
    let (of_voters, whole) = (std::mem::take(&mut draft.voter_groups), std::mem::take(&mut draft.group_votes));
    let mut names: Vec<Box<str>> = of_voters.iter().map(|(_, group)| group).chain(whole.iter().map(|(_, _, group, _)| group)).cloned().collect();
    names.sort_by(|a, b| natural_order(a, b));
    names.dedup();
    let numbers: FxHashMap<Box<str>, u32> = (0..).zip(&names).map(|(number, name)| (name.clone(), number)).collect();
    let number = |group: &str| numbers.get(group).copied().unwrap_or(u32::MAX);
    let voters = of_voters.iter().map(|(voter, _)| *voter as usize + 1).max().unwrap_or(0);
    let mut group_of_voter = vec![u32::MAX; voters];
    of_voters.iter().for_each(|(voter, group)| group_of_voter[*voter as usize] = number(group));
    let whole = whole.iter().filter_map(|(on, origin, group, votes)| Some((known(on, *origin)?, number(group), *votes))).collect();
    (names, group_of_voter, whole)
}

fn tag(draft: &mut Draft, directory: &mut Directory, contributions: &mut [LinkedContribution], tallies: &mut [Tally]) {
    let names: FxHashMap<Box<str>, Box<str>> = std::mem::take(&mut draft.tags).into_iter().collect();
    let mut put: FxHashSet<(ContributionIx, Box<str>)> = FxHashSet::default();
    let mut marked = vec![false; if draft.taggings.is_empty() { 0 } else { contributions.len() }];
    for tagging in std::mem::take(&mut draft.taggings) {
        let tally = &mut tallies[tagging.origin.source as usize];
        let Some(index) = directory.find(&tagging.on).filter(|&index| (index as usize) < contributions.len()) else {
            tally.note(codes::MISSING_PARENT, u64::from(tagging.origin.row), "", "tag", &tagging.on.id);
            continue;
        };
        let title = match names.get(&tagging.tag) {
            Some(title) => title.clone(),
            None => {
                // Where no table gives labels their names, they are names.
                if !names.is_empty() {
                    tally.note(codes::UNKNOWN_TAG, u64::from(tagging.origin.row), "", "", &tagging.tag);
                }
                tagging.tag
            }
        };
        // What a row held itself and what its table of labels says are one list.
        if !std::mem::replace(&mut marked[index as usize], true) {
            put.extend(contributions[index as usize].draft.tags.iter().map(|own| (index, own.clone())));
        }
        if put.insert((index, title.clone())) {
            contributions[index as usize].draft.tags.push(title);
        }
    }
}

fn link_outcomes(draft: &mut Draft, directory: &mut Directory) -> Vec<LinkedOutcome> {
    // One row for each contribution an outcome speaks of: rows that say the same are one outcome.
    let mut outcomes: Vec<DraftOutcome> = Vec::new();
    let mut known: FxHashMap<Box<str>, usize> = FxHashMap::default();
    for outcome in std::mem::take(&mut draft.outcomes) {
        let says = |other: &DraftOutcome| other.title == outcome.title && other.body == outcome.body && other.status == outcome.status;
        match known.get(&outcome.id).copied().filter(|&at| says(&outcomes[at])) {
            Some(at) => {
                outcomes[at].on.extend(outcome.on);
                outcomes[at].cites.extend(outcome.cites);
            }
            None => {
                known.insert(outcome.id.clone(), outcomes.len());
                outcomes.push(outcome);
            }
        }
    }
    outcomes
        .into_iter()
        .map(|outcome| {
            let mut contributions: Vec<ContributionIx> = outcome.on.iter().filter_map(|reference| directory.find(reference)).collect();
            for cited in &outcome.cites {
                let found = if cited.contains("://") { directory.at(cited) } else { directory.find(&Reference::new([], cited.clone())) };
                contributions.extend(found);
            }
            contributions.sort_unstable();
            contributions.dedup();
            LinkedOutcome { draft: outcome, contributions }
        })
        .collect()
}
