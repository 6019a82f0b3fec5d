//! Groupings: contributions side by side that share something. Each is one file; the registry is [`GROUPINGS`].

mod activity;
mod area;
mod author_kind;
mod kind;
mod month;
mod opinion;
mod place;
mod same_text;
mod topic;

pub use activity::Activity;

use std::collections::BTreeMap;

use crate::map::Areas;
use crate::model::{Consultation, ContributionIx};
use crate::similar::Similar;
use crate::tally::Tallies;

/// The group of one contribution.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// What groups are sorted by: those without a value last, then this.
    pub order: (bool, String),
    /// Part of the address.
    pub slug: String,
    /// How to name it.
    pub label: Label,
}

/// The name of a group.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Label {
    /// Text of the record.
    Text(String),
    /// A word of the language files.
    Word(String),
    /// A word of the language files that names one of several: the word, and which one.
    Numbered(String, String),
    /// A month: year and number.
    Month(i64, u8),
}

/// What groupings look at.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// The record.
    pub consultation: &'a Consultation,
    /// Its figures.
    pub tallies: &'a Tallies,
    /// What is alike in it.
    pub similar: &'a Similar,
    /// The areas of its map.
    pub areas: &'a Areas,
    /// By author: how many contributions.
    pub activity: &'a [u32],
}

/// A way to put contributions side by side.
pub trait Grouping: Sync {
    /// Its name in addresses and files.
    fn id(&self) -> &'static str;
    /// The group a contribution is in.
    fn key(&self, subject: &Subject<'_>, ix: ContributionIx) -> Key;
    /// All groups a contribution is in, where it may be in several.
    fn keys(&self, subject: &Subject<'_>, ix: ContributionIx) -> Vec<Key> {
        vec![self.key(subject, ix)]
    }
    /// Whether it says something even where most groups are small.
    fn always(&self) -> bool {
        false
    }
    /// Whether each group is listed to its end; else its first pages lead to the list of all.
    fn complete(&self) -> bool {
        false
    }
    /// The opinion group whose votes are those of this group, where groups are groups of voters.
    fn votes(&self, _: &Tallies, _: &Key) -> Option<usize> {
        None
    }
}

/// All groupings. Adding one is one file and one line.
pub const GROUPINGS: &[&dyn Grouping] = &[
    &topic::Topic,
    &kind::Kind,
    &month::Month,
    &author_kind::AuthorKind,
    &Activity,
    &place::Place,
    &area::Area,
    &same_text::SameText,
    &opinion::Opinion,
];

/// A group and its members.
#[derive(Debug)]
pub struct Group {
    /// What they share.
    pub key: Key,
    /// Who, in the order of the default ranking; in a group of voters by its own votes first.
    pub members: Vec<ContributionIx>,
    /// The opinion group whose votes count here ([`Tallies::opinion`]).
    pub voters: Option<usize>,
}

/// The groups of one grouping.
#[derive(Debug)]
pub struct Grouped {
    /// Its id.
    pub id: &'static str,
    /// See [`Grouping::complete`].
    pub complete: bool,
    /// In order.
    pub groups: Vec<Group>,
}

/// Groups a consultation in every way that says something: some contribution has a value, and groups are more than singles.
pub fn group(subject: &Subject<'_>) -> Vec<Grouped> {
    let Subject { consultation, tallies, .. } = *subject;
    let mut all = Vec::new();
    for grouping in GROUPINGS {
        let mut groups: BTreeMap<Key, Vec<ContributionIx>> = BTreeMap::new();
        for (ix, contribution) in (0..).zip(&consultation.contributions) {
            if !contribution.missing {
                for key in grouping.keys(subject, ix) {
                    groups.entry(key).or_default().push(ix);
                }
            }
        }
        let members: usize = groups.values().map(Vec::len).sum();
        // Postal addresses and the like: nearly everyone alone is no grouping.
        let tells = groups.len() <= 50 || groups.len() * 4 < members || grouping.always();
        if tells && groups.keys().any(|key| !key.order.0) {
            let groups = groups.into_iter().map(|(key, members)| Group { voters: grouping.votes(tallies, &key), key, members }).collect();
            all.push(Grouped { id: grouping.id(), complete: grouping.complete(), groups });
        }
    }
    all
}

/// Puts the members of every group into the order of a ranking, once: pages of a group are then slices of it.
pub fn sort_by(groupings: &mut [Grouped], tallies: &Tallies, position: &[u32]) {
    for group in groupings.iter_mut().flat_map(|grouped| &mut grouped.groups) {
        let own = group.voters.map(|voters| &tallies.opinion[voters]);
        let side = |known: Option<u32>| known.map_or(0, i64::from);
        let support = |ix: u32| own.map_or(0, |votes| side(votes[ix as usize].favour) - side(votes[ix as usize].against));
        group.members.sort_unstable_by_key(|&ix| (-support(ix), position[ix as usize]));
    }
}

/// The group of what has no value.
fn without(grouping: &str) -> Key {
    Key { order: (true, String::new()), slug: "none".to_owned(), label: Label::Word(format!("group-none-{grouping}")) }
}
