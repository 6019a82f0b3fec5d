//! Which contributions stand in which list. A branch is a topic with everything below it, all contributions, or those without topic.

use rustc_hash::FxHashMap;

use super::Dossier;
use crate::model::{Consultation, ContributionIx, TopicIx};

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
        let lists = order
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
        Self { rankings: if published.is_empty() { vec!["id"] } else { published.iter().map(|ranked| ranked.id).collect() }, lists, order }
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
}

/// Depth of a topic: 0 for a root.
pub fn depth(record: &Consultation, topic: TopicIx) -> usize {
    record.topic_path(topic).len() - 1
}
