//! Which contributions stand in which list. A branch is a topic with everything below it, all contributions, or those without topic.

use std::hash::BuildHasher;

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::Dossier;
use crate::model::{Consultation, ContributionIx, TopicIx};
use crate::tally::Tallies;

/// Lines on a page of a list.
pub const PER_PAGE: usize = 100;

/// Pages of a list that is not complete: it leads to the complete one and to the table.
const LIMITED_PAGES: usize = 2;

/// A set of contributions with list pages of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Branch {
    /// All of the consultation.
    All,
    /// Those without a topic.
    None,
    /// A topic and its sub-topics.
    Topic(TopicIx),
}

/// The lists of every branch.
#[derive(Debug, Default)]
pub struct Branches {
    /// Ids of the published rankings, in their order.
    rankings: Vec<&'static str>,
    lists: FxHashMap<Branch, Vec<Vec<ContributionIx>>>,
    order: Vec<Branch>,
    /// Branches that hold the same contributions as an earlier one, and which that is.
    same: FxHashMap<Branch, Branch>,
    /// The most votes of one contribution.
    most: FxHashMap<Branch, u64>,
}

impl Branches {
    /// Sorts every branch by every published ranking; without any, by id.
    pub fn new(dossier: &Dossier<'_>) -> Self {
        let record = &dossier.record;
        let mut members: FxHashMap<Branch, Vec<ContributionIx>> = FxHashMap::default();
        for (ix, contribution) in (0..).zip(&record.contributions) {
            if contribution.missing {
                continue;
            }
            members.entry(Branch::All).or_default().push(ix);
            match contribution.topic {
                Some(topic) => record.topic_path(topic).into_iter().for_each(|topic| members.entry(Branch::Topic(topic)).or_default().push(ix)),
                None => members.entry(Branch::None).or_default().push(ix),
            }
        }
        if record.topics.is_empty() {
            members.remove(&Branch::None);
        }
        let mut order: Vec<Branch> = vec![Branch::All];
        order.extend((0..).zip(&record.topics).map(|(topic, _)| Branch::Topic(topic)));
        order.push(Branch::None);
        order.retain(|branch| members.contains_key(branch) || matches!(branch, Branch::Topic(_)));
        let published: Vec<_> = dossier.published().collect();
        let most = members.iter().map(|(branch, members)| (*branch, most(&dossier.tallies, members))).collect();
        let lists: FxHashMap<Branch, Vec<Vec<ContributionIx>>> = order
            .iter()
            .map(|branch| {
                let members = members.remove(branch).unwrap_or_default();
                let sorted = published.iter().map(|ranked| {
                    let mut list = members.clone();
                    list.sort_unstable_by_key(|ix| ranked.position[*ix as usize]);
                    list
                });
                let mut sorted: Vec<Vec<ContributionIx>> = sorted.collect();
                if sorted.is_empty() {
                    sorted.push(members);
                }
                (*branch, sorted)
            })
            .collect();
        let rankings = if published.is_empty() { vec!["id"] } else { published.iter().map(|ranked| ranked.id).collect() };
        let mut met = Met::default();
        // Branches of the same contributions have the same lists: the default ranking tells. Lists by other rankings show other ranks.
        let same = order.iter().filter_map(|&branch| Some((branch, met.earlier(lists[&branch].first()?, || branch)?))).collect();
        Self { rankings, lists, order, same, most }
    }

    /// Ids of the lists every branch has: the published rankings, or `id` where there is none.
    pub fn rankings(&self) -> &[&'static str] {
        &self.rankings
    }

    /// All branches, the whole first.
    pub fn iter(&self) -> impl Iterator<Item = Branch> {
        self.order.iter().copied()
    }

    /// The contributions of a branch by the list at this place of [`Branches::rankings`].
    pub fn list(&self, branch: Branch, ranking: usize) -> &[ContributionIx] {
        self.lists.get(&branch).and_then(|lists| lists.get(ranking)).map(Vec::as_slice).unwrap_or_default()
    }

    /// Number of contributions of a branch.
    pub fn count(&self, branch: Branch) -> usize {
        self.list(branch, 0).len()
    }

    /// The branch whose lists are written for this one: itself, or the first that holds the same.
    pub fn written(&self, branch: Branch) -> Branch {
        self.same.get(&branch).copied().unwrap_or(branch)
    }

    /// The most votes of one contribution of a branch: what the bars of its lists are drawn against.
    pub fn most(&self, branch: Branch) -> u64 {
        self.most.get(&branch).copied().unwrap_or_default()
    }

    /// Pages that are written of a branch by a ranking: all of them by the default one, else the first ones, and none of a single
    /// contribution. The first page by the default ranking is always written, for it is the page of the topic.
    pub fn pages(&self, branch: Branch, ranking: usize) -> usize {
        let own = !self.same.contains_key(&branch);
        let count = self.count(branch);
        match (own, ranking) {
            (true, 0) => pages(count, true).max(1),
            (true, _) if count > 1 => pages(count, false),
            (false, 0) => 1,
            _ => 0,
        }
    }
}

/// Pages of a list of so many lines.
pub fn pages(lines: usize, complete: bool) -> usize {
    let all = lines.div_ceil(PER_PAGE);
    if complete { all } else { all.min(LIMITED_PAGES) }
}

/// The most votes that one of these has.
pub fn most(tallies: &Tallies, members: &[ContributionIx]) -> u64 {
    members.iter().filter_map(|&ix| tallies.of(ix).votes.total()).max().unwrap_or_default()
}

/// Lists that were met, by a digest of what they hold.
pub struct Met<'a, T>(FxHashMap<u64, Vec<(&'a [ContributionIx], T)>>);

impl<T> Default for Met<'_, T> {
    fn default() -> Self {
        Self(FxHashMap::default())
    }
}

impl<'a, T: Clone> Met<'a, T> {
    /// The name of an earlier list that holds the same in the same order; else this one is kept under its name. Empty lists are alike to none.
    pub fn earlier(&mut self, list: &'a [ContributionIx], name: impl FnOnce() -> T) -> Option<T> {
        if list.is_empty() {
            return None;
        }
        let met = self.0.entry(FxBuildHasher.hash_one(list)).or_default();
        let found = met.iter().find(|(other, _)| *other == list).map(|(_, name)| name.clone());
        if found.is_none() {
            met.push((list, name()));
        }
        found
    }
}

/// Depth of a topic: 0 for a root.
pub fn depth(record: &Consultation, topic: TopicIx) -> usize {
    record.topic_path(topic).len() - 1
}
