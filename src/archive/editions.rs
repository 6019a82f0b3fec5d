//! `content/editions/`: what `greffe seal` wrote. No texts, no salts.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::PersonalPolicy;

/// What closed editions committed to.
#[derive(Debug, Clone, Default)]
pub struct Editions {
    /// `editions.yaml`.
    pub index: EditionIndex,
    /// By consultation: what the log held when the last edition was closed.
    pub ledgers: BTreeMap<String, Vec<Committed>>,
    /// By consultation: number of the edition and its checkpoint, oldest first.
    pub notes: BTreeMap<String, Vec<(u32, String)>>,
    /// Number and `edition.txt` of the editions of the archive as a whole, oldest first; those closed before there was one have none.
    pub whole: Vec<(u32, String)>,
}

/// `content/editions/editions.yaml`.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EditionIndex {
    /// Oldest first.
    pub editions: Vec<ClosedEdition>,
}

impl EditionIndex {
    /// What is done with personal data where the archive does not say: what the last edition was sealed with. Editions that say nothing
    /// were sealed before texts were masked.
    pub fn personal(&self) -> PersonalPolicy {
        self.editions.last().map_or_else(PersonalPolicy::default, |last| last.personal.unwrap_or(PersonalPolicy::Report))
    }
}

/// A closed edition.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClosedEdition {
    /// From 1.
    pub number: u32,
    /// The day it was closed.
    pub date: String,
    /// What is new in it, in the publisher's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// What was done with personal data in texts, where a consultation says nothing else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub personal: Option<PersonalPolicy>,
    /// The key that signed it, as signed notes write it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
}

/// What an entry of a log is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sort {
    /// A contribution.
    Contribution,
    /// An erasure.
    Erased,
    /// The record no longer holds a contribution.
    Absent,
    /// The tables of an edition.
    Tables,
}

/// A line of a ledger: a leaf, and what it is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Committed {
    /// Leaf hash in hexadecimal.
    pub leaf: String,
    /// What it is.
    #[serde(rename = "type")]
    pub sort: Sort,
    /// Kind of what it is about.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub kind: String,
    /// Its id.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub id: String,
}

impl Committed {
    /// The leaf; zeros where the ledger was damaged, which its checkpoint then refuses.
    pub fn hash(&self) -> [u8; 32] {
        let mut hash = [0; 32];
        for (byte, pair) in hash.iter_mut().zip(self.leaf.as_bytes().chunks(2)) {
            *byte = std::str::from_utf8(pair).ok().and_then(|pair| u8::from_str_radix(pair, 16).ok()).unwrap_or(0);
        }
        hash
    }
}
