//! The tree of topics: what `consultation.yaml` says first, then what the rows brought, in the order of their titles.

use rustc_hash::FxHashMap;
use sha2::{Digest, Sha256};

use super::draft::{Draft, index_of};
use super::headers::loose;
use crate::archive::TopicConfig;
use crate::model::{Topic, natural_order, slug};

/// The final tree, parents first, and for every topic of the draft its place in it.
pub(super) fn tree(draft: &mut Draft, config: &[TopicConfig]) -> (Vec<Topic>, Vec<u32>) {
    // Topics that rows of their own define know their parent by id.
    let by_id: FxHashMap<Box<str>, u32> = draft.topic_rows.iter().map(|(id, _, index)| (id.clone(), *index)).collect();
    let mut told: Vec<u32> = vec![u32::MAX; draft.topics.len()];
    for (order, (_, parent, index)) in (0..).zip(std::mem::take(&mut draft.topic_rows)) {
        told[index as usize] = order;
        draft.topics[index as usize].parent = parent.and_then(|parent| by_id.get(&parent).copied()).filter(|&parent| parent != index);
    }
    let mut nodes: Vec<Node> = config
        .iter()
        .map(|topic| Node {
            id: topic.id.as_str().into(),
            title: topic.title.as_str().into(),
            description: topic.description.as_str().into(),
            parent: topic.parent.as_ref().and_then(|id| config.iter().position(|other| other.id == *id)).map(index_of),
            configured: true,
            told: u32::MAX,
        })
        .collect();
    let mut node_of = vec![u32::MAX; draft.topics.len()];
    for (index, told) in told.into_iter().enumerate() {
        let node = place(index, draft, config, &mut nodes, &mut node_of, 0);
        if let Some(node) = nodes.get_mut(node as usize) {
            node.told = node.told.min(told);
        }
    }
    // Depth first: children below their parent, in the order of the file, of the rows that define them, or of their titles.
    let mut children: Vec<Vec<u32>> = vec![Vec::new(); nodes.len() + 1];
    for (index, node) in (0..).zip(&nodes) {
        let at = node.parent.filter(|_| !in_loop(&nodes, index)).map_or(nodes.len(), |parent| parent as usize);
        children[at].push(index);
    }
    for list in &mut children {
        list.sort_by(|&a, &b| {
            let (x, y) = (&nodes[a as usize], &nodes[b as usize]);
            y.configured.cmp(&x.configured).then_with(|| {
                let by_title = || natural_order(&loose(&x.title), &loose(&y.title)).then_with(|| x.title.cmp(&y.title));
                if x.configured { a.cmp(&b) } else { x.told.cmp(&y.told).then_with(by_title) }
            })
        });
    }
    let mut final_of = vec![u32::MAX; nodes.len()];
    let mut topics = Vec::with_capacity(nodes.len());
    let mut stack: Vec<u32> = children[nodes.len()].iter().rev().copied().collect();
    while let Some(at) = stack.pop() {
        let node = &nodes[at as usize];
        final_of[at as usize] = index_of(topics.len());
        let parent = node.parent.map(|parent| final_of[parent as usize]).filter(|&parent| parent != u32::MAX);
        // Topics that rows name by title only take the ids of their parents along where titles repeat.
        let taken = |id: &str, topics: &[Topic]| topics.iter().any(|known| *known.id == *id);
        let mut id = node.id.to_string();
        if let Some(parent) = parent.filter(|_| taken(&id, &topics)) {
            id = format!("{}/{id}", topics[parent as usize].id);
        }
        // Titles of signs alone have one slug: the title itself then tells them apart.
        if taken(&id, &topics) {
            id = format!("{id}-{}", &crate::write::hexadecimal(&Sha256::digest(node.title.as_bytes()))[..10]);
        }
        let plain = id.clone();
        let mut number = 2;
        while taken(&id, &topics) {
            id = format!("{plain}-{number}");
            number += 1;
        }
        let id: Box<str> = id.into();
        topics.push(Topic { id, title: node.title.clone(), parent, description: node.description.clone() });
        stack.extend(children[at as usize].iter().rev());
    }
    let topic_of = node_of.into_iter().map(|node| final_of[node as usize]).collect();
    (topics, topic_of)
}

struct Node {
    id: Box<str>,
    title: Box<str>,
    description: Box<str>,
    parent: Option<u32>,
    configured: bool,
    /// Number of the row that defines it; `u32::MAX` if rows only mention it.
    told: u32,
}

/// Finds or makes the node of a draft topic, its ancestors first.
fn place(index: usize, draft: &Draft, config: &[TopicConfig], nodes: &mut Vec<Node>, node_of: &mut [u32], depth: usize) -> u32 {
    if node_of[index] != u32::MAX || depth > 64 {
        return node_of[index];
    }
    let topic = &draft.topics[index];
    let parent = topic.parent.map(|parent| place(parent as usize, draft, config, nodes, node_of, depth + 1)).filter(|&parent| parent != u32::MAX);
    let title = loose(&topic.title);
    let means = |wanted: &TopicConfig| {
        topic.id.as_deref() == Some(wanted.id.as_str())
            || loose(&wanted.title) == title
            || wanted.id == *topic.title
            || wanted.also.iter().any(|also| loose(also) == title)
    };
    let candidates = || config.iter().enumerate().filter(|(_, wanted)| means(wanted)).map(|(at, _)| index_of(at));
    let found = candidates().find(|&at| nodes[at as usize].parent == parent).or_else(|| candidates().next());
    node_of[index] = found.unwrap_or_else(|| {
        // The same title below the same parent is the same topic, with or without an id.
        let known = nodes.iter().position(|node| {
            !node.configured && node.parent == parent && loose(&node.title) == title && topic.id.as_deref().is_none_or(|id| *id == *node.id)
        });
        known.map(index_of).unwrap_or_else(|| {
            let id =
                topic.id.clone().unwrap_or_else(|| Some(slug(&topic.title)).filter(|slug| !slug.is_empty()).unwrap_or_else(|| title.clone()).into());
            nodes.push(Node { id, title: topic.title.clone(), description: topic.description.clone(), parent, configured: false, told: u32::MAX });
            index_of(nodes.len() - 1)
        })
    });
    node_of[index]
}

fn in_loop(nodes: &[Node], start: u32) -> bool {
    let mut at = nodes[start as usize].parent;
    for _ in 0..=nodes.len() {
        match at {
            None => return false,
            Some(parent) if parent == start => return true,
            Some(parent) => at = nodes[parent as usize].parent,
        }
    }
    true
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
        let (topics, of) = tree(&mut draft, &config);
        let titles: Vec<_> = topics.iter().map(|t| (&*t.title, t.parent)).collect();
        assert_eq!(titles, [("Écoles", None), ("ville", None), ("parcs", Some(1)), ("Autre", None)]);
        assert_eq!([of[town as usize], of[park as usize], of[other as usize]], [1, 2, 3]);
    }
}
