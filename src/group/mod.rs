//! Groupings: contributions side by side that share something. Each is one file; the registry is [`GROUPINGS`].

mod author_kind;
mod kind;
mod month;
mod place;
mod topic;

use std::collections::BTreeMap;

use crate::model::{Consultation, Contribution, ContributionIx};

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
    /// A month: year and number.
    Month(i64, u8),
}

/// A way to put contributions side by side.
pub trait Grouping: Sync {
    /// Its name in addresses and files.
    fn id(&self) -> &'static str;
    /// The group a contribution is in.
    fn key(&self, consultation: &Consultation, contribution: &Contribution) -> Key;
}

/// All groupings. Adding one is one file and one line.
pub const GROUPINGS: &[&dyn Grouping] = &[&topic::Topic, &kind::Kind, &month::Month, &author_kind::AuthorKind, &place::Place];

/// A group and its members.
#[derive(Debug)]
pub struct Group {
    /// What they share.
    pub key: Key,
    /// Who, in the order of the default ranking.
    pub members: Vec<ContributionIx>,
}

/// The groups of one grouping.
#[derive(Debug)]
pub struct Grouped {
    /// Its id.
    pub id: &'static str,
    /// In order.
    pub groups: Vec<Group>,
}

/// Groups a consultation in every way that says something: some contribution has a value, and groups are more than singles.
pub fn group(consultation: &Consultation) -> Vec<Grouped> {
    let mut all = Vec::new();
    for grouping in GROUPINGS {
        let mut groups: BTreeMap<Key, Vec<ContributionIx>> = BTreeMap::new();
        for (ix, contribution) in (0..).zip(&consultation.contributions) {
            if !contribution.missing {
                groups.entry(grouping.key(consultation, contribution)).or_default().push(ix);
            }
        }
        let members: usize = groups.values().map(Vec::len).sum();
        // Postal addresses and the like: nearly everyone alone is no grouping.
        let tells = groups.len() <= 50 || groups.len() * 4 < members;
        if tells && groups.keys().any(|key| !key.order.0) {
            let groups = groups.into_iter().map(|(key, members)| Group { key, members }).collect();
            all.push(Grouped { id: grouping.id(), groups });
        }
    }
    all
}

/// Puts the members of every group into the order of a ranking, once: pages of a group are then slices of it.
pub fn sort_by(groupings: &mut [Grouped], position: &[u32]) {
    for group in groupings.iter_mut().flat_map(|grouped| &mut grouped.groups) {
        group.members.sort_unstable_by_key(|ix| position[*ix as usize]);
    }
}

/// The group of what has no value.
fn without(grouping: &str) -> Key {
    Key { order: (true, String::new()), slug: "none".to_owned(), label: Label::Word(format!("group-none-{grouping}")) }
}
