//! The tree of topics: what `consultation.yaml` says first, then what the rows brought, in the order of their titles.

use rustc_hash::{FxHashMap, FxHashSet};
use sha2::{Digest, Sha256};

use super::draft::{Draft, DraftTopic, index_of, same_title};
use super::headers::loose;
use crate::archive::TopicConfig;
use crate::model::{Topic, natural_order, slug};

/// Levels that a tree may have: what lies deeper hangs on the last of them. Real trees have six; a chain of thousands would make each page
/// list all pages below it.
const DEEPEST: usize = 16;

/// The tree of topics of a consultation.
pub(super) struct Tree {
    /// Parents first, each followed by all that is below it.
    pub topics: Vec<Topic>,
    /// For every topic of the draft its place in the tree.
    pub topic_of: Vec<u32>,
    /// Titles of topics that were their own ancestors: they have no parent now.
    pub rings: Vec<Box<str>>,
    /// How many topics lay deeper than they may and were hung higher.
    pub too_deep: u64,
}

/// The final tree. What the rows brought joins what `config` says by id or title.
pub(super) fn tree(draft: &mut Draft, config: &[TopicConfig]) -> Tree {
    // Topics that rows of their own define know their parent by id.
    let by_id: FxHashMap<Box<str>, u32> = draft.topic_rows.iter().map(|(id, _, index)| (id.clone(), *index)).collect();
    let mut told: Vec<u32> = vec![u32::MAX; draft.topics.len()];
    for (order, (_, parent, index)) in (0..).zip(std::mem::take(&mut draft.topic_rows)) {
        told[index as usize] = order;
        draft.topics[index as usize].parent = parent.and_then(|parent| by_id.get(&parent).copied()).filter(|&parent| parent != index);
    }
    let mut configured: FxHashMap<&str, u32> = FxHashMap::default();
    (0..).zip(config).for_each(|(at, topic)| {
        configured.entry(topic.id.as_str()).or_insert(at);
    });
    let nodes = config
        .iter()
        .map(|topic| Node {
            id: topic.id.as_str().into(),
            title: topic.title.as_str().into(),
            description: topic.description.as_str().into(),
            parent: topic.parent.as_deref().and_then(|id| configured.get(id).copied()),
            configured: true,
            told: u32::MAX,
        })
        .collect();
    let mut parents: Vec<u32> = draft.topics.iter().map(|topic| topic.parent.unwrap_or(NONE)).collect();
    let rings: Vec<Box<str>> = without_rings(&mut parents).into_iter().map(|at| draft.topics[at].title.clone()).collect();
    let mut places = Places { nodes, wanted: Wanted::new(config), known: FxHashMap::default() };
    let mut node_of = vec![NONE; draft.topics.len()];
    let mut way: Vec<usize> = Vec::new();
    for (index, told) in told.into_iter().enumerate() {
        // From the topic up to the first that has its place, then down again.
        let mut at = index;
        while node_of[at] == NONE {
            way.push(at);
            match parents[at] {
                NONE => break,
                parent => at = parent as usize,
            }
        }
        while let Some(at) = way.pop() {
            let parent = Some(parents[at]).filter(|&parent| parent != NONE).map(|parent| node_of[parent as usize]);
            node_of[at] = places.place(&draft.topics[at], parent);
        }
        let node = &mut places.nodes[node_of[index] as usize];
        node.told = node.told.min(told);
    }
    let nodes = places.nodes;
    let (topics, final_of, too_deep) = in_order(&nodes);
    Tree { topics, topic_of: node_of.into_iter().map(|node| final_of[node as usize]).collect(), rings, too_deep }
}

const NONE: u32 = u32::MAX;

struct Node {
    id: Box<str>,
    title: Box<str>,
    description: Box<str>,
    parent: Option<u32>,
    configured: bool,
    /// Number of the row that defines it; `u32::MAX` if rows only mention it.
    told: u32,
}

/// Cuts rings of parents, and gives where.
fn without_rings(parents: &mut [u32]) -> Vec<usize> {
    // 0: not seen; otherwise the walk that saw it.
    let mut seen = vec![0u32; parents.len()];
    let mut cut = Vec::new();
    for start in 0..parents.len() {
        let walk = index_of(start) + 1;
        let mut at = start;
        while seen[at] == 0 {
            seen[at] = walk;
            match parents[at] {
                NONE => break,
                parent if seen[parent as usize] == walk => {
                    parents[at] = NONE;
                    cut.push(at);
                    break;
                }
                parent => at = parent as usize,
            }
        }
    }
    cut
}

/// Which configured topic an id or a title means: the first that says so.
struct Wanted<'c> {
    by_id: FxHashMap<&'c str, Vec<u32>>,
    by_title: FxHashMap<String, Vec<u32>>,
}

impl<'c> Wanted<'c> {
    fn new(config: &'c [TopicConfig]) -> Self {
        let (mut by_id, mut by_title) = (FxHashMap::<_, Vec<u32>>::default(), FxHashMap::<_, Vec<u32>>::default());
        for (at, topic) in (0..).zip(config) {
            by_id.entry(topic.id.as_str()).or_default().push(at);
            for title in std::iter::once(&topic.title).chain(&topic.also) {
                by_title.entry(same_title(title)).or_default().push(at);
            }
        }
        Self { by_id, by_title }
    }
}

/// The nodes made so far.
struct Places<'c> {
    nodes: Vec<Node>,
    wanted: Wanted<'c>,
    /// Nodes of rows by parent and title; several where ids tell them apart.
    known: FxHashMap<(Option<u32>, String), Vec<u32>>,
}

impl Places<'_> {
    /// Finds or makes the node of a draft topic whose parent has its place.
    fn place(&mut self, topic: &DraftTopic, parent: Option<u32>) -> u32 {
        let title = same_title(&topic.title);
        let named = [topic.id.as_deref(), Some(&*topic.title)].into_iter().flatten().filter_map(|id| self.wanted.by_id.get(id));
        let mut candidates: Vec<u32> = named.chain(self.wanted.by_title.get(&title)).flatten().copied().collect();
        candidates.sort_unstable();
        let below = candidates.iter().find(|&&at| self.nodes[at as usize].parent == parent);
        if let Some(&found) = below.or(candidates.first()) {
            return found;
        }
        // The same title below the same parent is the same topic, with or without an id.
        let same = self.known.entry((parent, title)).or_default();
        let nodes = &mut self.nodes;
        let known = match &topic.id {
            None => same.first(),
            Some(id) => same.iter().find(|&&at| nodes[at as usize].id == *id),
        };
        if let Some(&known) = known {
            return known;
        }
        let id = topic.id.clone().unwrap_or_else(|| match slug(&topic.title) {
            slug if slug.is_empty() => topic.title.trim().into(),
            slug => slug.into(),
        });
        let at = index_of(nodes.len());
        nodes.push(Node { id, title: topic.title.clone(), description: topic.description.clone(), parent, configured: false, told: NONE });
        same.push(at);
        at
    }
}

/// Depth first: children below their parent, in the order of the file, of the rows that define them, or of their titles. Gives the
/// topics, for each node its place among them, and how many were hung higher.
fn in_order(nodes: &[Node]) -> (Vec<Topic>, Vec<u32>, u64) {
    let mut parents: Vec<u32> = nodes.iter().map(|node| node.parent.unwrap_or(NONE)).collect();
    // Rings of configured topics are errors of their own; here they only must not be lost.
    without_rings(&mut parents);
    let mut children: Vec<Vec<u32>> = vec![Vec::new(); nodes.len() + 1];
    for (index, &parent) in (0..).zip(&parents) {
        children[if parent == NONE { nodes.len() } else { parent as usize }].push(index);
    }
    let keys: Vec<String> = nodes.iter().map(|node| loose(&node.title)).collect();
    for list in &mut children {
        list.sort_by(|&a, &b| {
            let (x, y) = (&nodes[a as usize], &nodes[b as usize]);
            y.configured.cmp(&x.configured).then_with(|| {
                let by_title = || natural_order(&keys[a as usize], &keys[b as usize]).then_with(|| x.title.cmp(&y.title));
                if x.configured { a.cmp(&b) } else { x.told.cmp(&y.told).then_with(by_title) }
            })
        });
    }
    let mut final_of = vec![NONE; nodes.len()];
    let mut topics: Vec<Topic> = Vec::with_capacity(nodes.len());
    let mut ids = TopicIds::default();
    let mut too_deep = 0;
    // Node, its parent among the topics, and its level from 1.
    let mut stack: Vec<(u32, Option<u32>, usize)> = children[nodes.len()].iter().rev().map(|&root| (root, None, 1)).collect();
    while let Some((at, parent, level)) = stack.pop() {
        let node = &nodes[at as usize];
        let place = index_of(topics.len());
        final_of[at as usize] = place;
        let id = ids.free(&node.id, &node.title, parent.map(|parent| &*topics[parent as usize].id));
        topics.push(Topic { id, title: node.title.clone(), parent, description: node.description.clone() });
        too_deep += u64::from(level > DEEPEST);
        let hung = if level < DEEPEST { Some(place) } else { parent };
        stack.extend(children[at as usize].iter().rev().map(|&child| (child, hung, level + 1)));
    }
    (topics, final_of, too_deep)
}

/// Ids given so far, and the next number of those that repeat.
#[derive(Default)]
struct TopicIds {
    taken: FxHashSet<Box<str>>,
    next: FxHashMap<String, u32>,
}

impl TopicIds {
    /// An id nobody has. Topics that rows name by title only take the ids of their parents along where titles repeat; titles of signs
    /// alone have one slug, and then the title itself tells them apart.
    fn free(&mut self, wanted: &str, title: &str, parent: Option<&str>) -> Box<str> {
        let mut id = wanted.to_owned();
        if let Some(parent) = parent.filter(|_| self.taken.contains(id.as_str())) {
            id = format!("{parent}/{id}");
        }
        if self.taken.contains(id.as_str()) {
            id = format!("{id}-{}", &crate::write::hexadecimal(&Sha256::digest(title.as_bytes()))[..10]);
        }
        while self.taken.contains(id.as_str()) {
            let plain = id.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches('-').to_owned();
            let number = self.next.entry(plain.clone()).and_modify(|number| *number += 1).or_insert(2);
            id = format!("{plain}-{number}");
        }
        let id: Box<str> = id.into();
        self.taken.insert(id.clone());
        id
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn configured_topics_lead_and_rows_join_by_title() {
        let mut draft = Draft::default();
        let town = draft.topic(None, None, "Ville");
        let park = draft.topic(Some(town), None, "Parcs");
        let other = draft.topic(None, None, "Autre");
        let config: Vec<TopicConfig> =
            serde_yaml::from_str("- {id: t2, title: Écoles}\n- {id: t1, title: ville}\n- {id: t3, title: parcs, parent: t1}\n").unwrap();
        let Tree { topics, topic_of: of, .. } = tree(&mut draft, &config);
        let titles: Vec<_> = topics.iter().map(|t| (&*t.title, t.parent)).collect();
        assert_eq!(titles, [("Écoles", None), ("ville", None), ("parcs", Some(1)), ("Autre", None)]);
        assert_eq!([of[town as usize], of[park as usize], of[other as usize]], [1, 2, 3]);
    }

    #[test]
    fn rings_are_cut_and_chains_end() {
        let mut draft = Draft::default();
        let rows: Vec<u32> = (0..40).map(|at| draft.topic(None, Some(&format!("t{at}")), &format!("T{at}"))).collect();
        for (at, &index) in rows.iter().enumerate() {
            // t0 and t1 are each other's parents; all others are below the one before.
            let parent = if at == 0 { 1 } else { at - 1 };
            draft.topic_rows.push((format!("t{at}").into(), Some(format!("t{parent}").into()), index));
        }
        let tree = tree(&mut draft, &[]);
        assert_eq!((tree.topics.len(), tree.rings.len(), tree.too_deep), (40, 1, 23));
        assert!(tree.topics.iter().enumerate().all(|(at, topic)| topic.parent.is_none_or(|parent| (parent as usize) < at)));
    }

    #[test]
    fn topics_are_the_same_only_up_to_case_space_and_form() {
        let mut draft = Draft::default();
        for (title, topic) in [("C", 0), ("C++", 1), ("C#", 2), ("c ", 0), ("-", 3), ("–", 4), ("E\u{301}cole", 5), ("école", 5), ("Ecole", 6)] {
            assert_eq!(draft.topic(None, None, title), topic, "{title}");
        }
        let tree = tree(&mut draft, &[]);
        assert_eq!(tree.topics.len(), 7);
        let ids: FxHashSet<&str> = tree.topics.iter().map(|topic| &*topic.id).collect();
        assert!(ids.len() == 7 && ids.iter().all(|id| !id.is_empty()), "{ids:?}");
    }
}
