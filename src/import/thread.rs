//! Comments become threads: each finds what it is about and what it answers, then all are put in reading order.

use rustc_hash::FxHashMap;

use super::draft::{Draft, DraftComment, Reference, index_of};
use super::link::{Directory, LinkedComment};
use super::repeats::unique_comments;
use crate::diagnose::{Diagnostic, Tally, codes};
use crate::model::{ContributionIx, Kind, Votes, natural_order};

const NONE: u32 = u32::MAX;

/// Joins all comments of a draft; sorted by contribution, then each root by time with its replies below it.
pub(super) fn threads(
    draft: &mut Draft,
    directory: &mut Directory,
    tallies: &mut [Tally],
    errors: &mut Vec<(u32, Diagnostic)>,
) -> Vec<LinkedComment> {
    let comments = unique_comments(draft, tallies, errors);
    let by_id: FxHashMap<&str, u32> = (0..).zip(&comments).map(|(index, comment)| (&*comment.id, index)).collect();
    let parents: Vec<u32> = comments
        .iter()
        .enumerate()
        .map(|(at, comment)| {
            let parent = comment.reply_to.as_deref().and_then(|id| by_id.get(id).copied());
            parent.filter(|&parent| parent as usize != at).unwrap_or(NONE)
        })
        .collect();
    drop(by_id);
    let mut parents = without_loops(parents, &comments, tallies);
    let before = parents.clone();
    keep_in_place(&mut parents, &comments, directory, tallies);
    let cut: Vec<bool> = before.iter().zip(&parents).map(|(before, now)| before != now).collect();

    // What each root hangs on; replies take it from their root.
    let mut places: Vec<Option<(ContributionIx, bool)>> = vec![None; comments.len()];
    let roots = roots(&parents);
    for at in 0..comments.len() {
        let root = roots[at] as usize;
        if places[root].is_none() {
            let comment = &comments[root];
            // A chain whose top answers a missing comment may still say further down what the thread is about.
            let says = |comment: &DraftComment| comment.on.is_some() || comment.thread_url.is_some();
            let teller = if says(comment) { comment } else { &comments[at] };
            places[root] = Some(place(teller, comment, cut[root], directory, tallies));
        }
        places[at] = places[root];
    }

    // First child and next sibling, from the last to the first, so that lists come out in order.
    let mut order: Vec<u32> = (0..index_of(comments.len())).collect();
    let contribution = |at: u32| places[at as usize].map_or(NONE, |(contribution, _)| contribution);
    order.sort_by(|&a, &b| {
        let (x, y) = (&comments[a as usize], &comments[b as usize]);
        let time = |c: &DraftComment| c.created.map_or(i64::MAX, |stamp| stamp.order());
        contribution(a).cmp(&contribution(b)).then_with(|| time(x).cmp(&time(y))).then_with(|| natural_order(&x.id, &y.id))
    });
    let (mut first_child, mut next) = (vec![NONE; comments.len()], vec![NONE; comments.len()]);
    for &at in order.iter().rev() {
        let parent = parents[at as usize];
        if parent != NONE {
            next[at as usize] = first_child[parent as usize];
            first_child[parent as usize] = at;
        }
    }
    let mut position = vec![NONE; comments.len()];
    let mut reading: Vec<(u32, u16)> = Vec::with_capacity(comments.len());
    let mut stack: Vec<(u32, u16)> = Vec::new();
    for &root in order.iter().filter(|&&at| parents[at as usize] == NONE) {
        stack.push((root, 0));
        while let Some((at, depth)) = stack.pop() {
            position[at as usize] = index_of(reading.len());
            reading.push((at, depth));
            if depth > 0 && next[at as usize] != NONE {
                stack.push((next[at as usize], depth));
            }
            if first_child[at as usize] != NONE {
                stack.push((first_child[at as usize], depth.saturating_add(1)));
            }
        }
    }

    let mut rows: Vec<Option<DraftComment>> = comments.into_iter().map(Some).collect();
    reading
        .into_iter()
        .filter_map(|(at, depth)| {
            let parent = parents[at as usize];
            let (contribution, _) = places[at as usize]?;
            let draft = rows[at as usize].take()?;
            let orphan = parent == NONE && (draft.reply_to.is_some() || places[at as usize].is_some_and(|(_, missing)| missing));
            let parent = (parent != NONE).then(|| position[parent as usize]);
            Some(LinkedComment { draft, contribution, parent, depth, orphan, counted: Votes::default() })
        })
        .collect()
}

/// What a comment says it is about, and the kinds of things that its reference may mean.
type Named<'c> = Option<(ContributionIx, &'c [Kind])>;

/// Cuts replies to comments on another contribution: what a comment says itself it is about is right. Where the two name things of other kinds,
/// one may lie in the other (a poll in its discussion), and the reply tells it more closely.
fn keep_in_place(parents: &mut [u32], comments: &[DraftComment], directory: &mut Directory, tallies: &mut [Tally]) {
    let own: Vec<Option<(ContributionIx, &[Kind])>> =
        comments.iter().map(|comment| comment.on.as_ref().filter(|on| !on.titled).and_then(|on| Some((directory.find(on)?, &*on.kinds)))).collect();
    // What the nearest comment above that says so is about; `Some(None)`: none does.
    let mut above: Vec<Option<Named<'_>>> = vec![None; comments.len()];
    let mut way = Vec::new();
    for start in 0..comments.len() {
        let mut at = start;
        let told = loop {
            if let Some(told) = above[at] {
                break told;
            }
            way.push(at);
            if own[at].is_some() || parents[at] == NONE {
                break own[at];
            }
            at = parents[at] as usize;
        };
        way.drain(..).for_each(|at| above[at] = Some(own[at].or(told)));
    }
    for at in 0..comments.len() {
        let parent = parents[at];
        if parent == NONE {
            continue;
        }
        if let (Some((own, kinds)), Some(Some((theirs, their_kinds)))) = (own[at], above[parent as usize])
            && kinds == their_kinds
            && own != theirs
        {
            parents[at] = NONE;
            let origin = comments[at].origin;
            tallies[origin.source as usize].note(codes::REPLY_ELSEWHERE, u64::from(origin.row), "", "", &comments[at].id);
        }
    }
}

/// The root of each comment, each way up walked once. There are no rings any more.
fn roots(parents: &[u32]) -> Vec<u32> {
    let mut roots = vec![NONE; parents.len()];
    let mut way = Vec::new();
    for start in 0..parents.len() {
        let mut at = start;
        while roots[at] == NONE {
            way.push(at);
            match parents[at] {
                NONE => roots[at] = index_of(at),
                parent => at = parent as usize,
            }
        }
        let root = roots[at];
        way.drain(..).for_each(|at| roots[at] = root);
    }
    roots
}

/// What a root is about; `teller` is the comment of its thread that says so.
fn place(teller: &DraftComment, root: &DraftComment, cut: bool, directory: &mut Directory, tallies: &mut [Tally]) -> (ContributionIx, bool) {
    let url = teller.thread_url.as_deref();
    let tally = &mut tallies[root.origin.source as usize];
    if let Some(parent) = root.reply_to.as_ref().filter(|_| !cut) {
        tally.note(codes::ORPHAN_REPLY, u64::from(root.origin.row), "", "", parent);
    }
    let (index, missing) = match (&teller.on, url) {
        (Some(on), url) => match url.and_then(|url| directory.at(url)).filter(|_| directory.find(on).is_none()) {
            Some(index) => (index, false),
            None => directory.find_or_hold(on, teller.placeholder, url, teller.origin),
        },
        (None, Some(url)) => directory.at_or_hold(url, teller.placeholder, teller.origin),
        (None, None) => {
            // Nothing says what the thread is about: threads of one missing comment stay together.
            let id = root.reply_to.as_deref().unwrap_or("debate");
            directory.find_or_hold(&Reference::new([teller.placeholder], id), teller.placeholder, None, teller.origin)
        }
    };
    if missing {
        let example = teller.on.as_ref().map(|on| &*on.id).or(url).unwrap_or_default();
        tally.note(codes::MISSING_PARENT, u64::from(root.origin.row), "", "comment", example);
    }
    (index, missing)
}

/// Cuts rings of comments that answer each other.
fn without_loops(mut parents: Vec<u32>, comments: &[DraftComment], tallies: &mut [Tally]) -> Vec<u32> {
    // 0: not seen; otherwise the walk that saw it.
    let mut seen = vec![0u32; parents.len()];
    for start in 0..parents.len() {
        let walk = index_of(start) + 1;
        let mut at = start;
        while seen[at] == 0 {
            seen[at] = walk;
            let parent = parents[at];
            if parent == NONE {
                break;
            }
            if seen[parent as usize] == walk {
                parents[at] = NONE;
                let origin = comments[at].origin;
                tallies[origin.source as usize].note(codes::THREAD_LOOP, u64::from(origin.row), "", "", &comments[at].id);
                break;
            }
            at = parent as usize;
        }
    }
    parents
}
