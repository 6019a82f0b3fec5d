//! Which field a header names: by a word alone, or by a word beside a thing ("Intitulé du projet", "Project Description").

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use super::super::headers::loose;
use super::super::vocabulary::split_camel;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    fillers: Vec<String>,
    things: Vec<String>,
    comments: Vec<String>,
    ids: Vec<String>,
    beside: BTreeMap<String, Vec<String>>,
    days: Vec<String>,
    submitted: Vec<String>,
    names: Vec<String>,
    family: Vec<String>,
    given: Vec<String>,
    texts: Vec<String>,
    votes: Vec<String>,
    voters: Vec<String>,
    withdrawn: Vec<String>,
    advice: Vec<String>,
    signed: Vec<String>,
}

/// What a header as a whole may name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Named {
    /// People or things.
    Name,
    /// Family names.
    Family,
    /// Given names.
    Given,
    /// A text that is public by nature.
    Text,
    /// One vote in each row.
    Vote,
    /// Who voted.
    Voter,
    /// That somebody took their text back.
    Withdrawn,
    /// An opinion or an admissibility, which decides nothing.
    Advice,
    /// What stands beside names of people who were there.
    Signed,
}

/// Whether a header as a whole names this.
pub fn is(named: Named, header: &str) -> bool {
    WORDS.whole.get(&named).is_some_and(|words| words.contains(&loose(header)))
}

/// The words of `words.yaml`, in their loose form.
struct Words {
    fillers: FxHashSet<String>,
    things: FxHashSet<String>,
    comments: FxHashSet<String>,
    ids: FxHashSet<String>,
    /// Word → fields it names beside a thing.
    beside: FxHashMap<String, Vec<String>>,
    whole: FxHashMap<Named, FxHashSet<String>>,
    days: FxHashSet<String>,
    submitted: FxHashSet<String>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let file: File = match serde_yaml::from_str(include_str!("words.yaml")) {
        Ok(file) => file,
        // The file is part of the program and every test of this module reads it.
        Err(error) => unreachable!("built-in words of headers: {error}"),
    };
    let set = |list: &[String]| list.iter().map(|word| loose(word)).collect::<FxHashSet<_>>();
    let mut beside: FxHashMap<String, Vec<String>> = FxHashMap::default();
    for (field, list) in &file.beside {
        for word in list {
            beside.entry(loose(word)).or_default().push(field.clone());
        }
    }
    let whole = [
        (Named::Name, &file.names),
        (Named::Family, &file.family),
        (Named::Given, &file.given),
        (Named::Text, &file.texts),
        (Named::Vote, &file.votes),
        (Named::Voter, &file.voters),
        (Named::Withdrawn, &file.withdrawn),
        (Named::Advice, &file.advice),
        (Named::Signed, &file.signed),
    ];
    let whole = whole.into_iter().map(|(named, list)| (named, set(list))).collect();
    Words {
        fillers: set(&file.fillers),
        things: set(&file.things),
        comments: set(&file.comments),
        ids: set(&file.ids),
        beside,
        whole,
        days: set(&file.days),
        submitted: set(&file.submitted),
    }
});

/// Whether a word only joins others, also before a day.
fn is_filler(word: &str) -> bool {
    let before_days = ["at", "on", "di", "van", "vom", "do", "of", "le", "el", "am", "il", "em", "e", "utc", "gmt", "cet", "a"];
    WORDS.fillers.contains(word) || before_days.contains(&word)
}

/// Whether a header tells when a row was given in: it names a day of nothing else; whether a word says so.
pub fn tells_when(header: &str) -> Option<bool> {
    let name = loose(&split_camel(header));
    let (mut day, mut given) = (false, false);
    for word in name.split(['_', '/', '.']).filter(|word| !word.is_empty()) {
        if WORDS.submitted.contains(word) {
            given = true;
        } else if WORDS.days.contains(word) {
            day = true;
        } else if !is_filler(word) && !WORDS.things.contains(word) && !WORDS.comments.contains(word) {
            return None;
        }
    }
    (day || given).then_some(given)
}

/// Words that a header may have to name a field: a longer one is a sentence or a question.
const LONGEST: usize = 5;

/// A header taken apart.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Parted {
    /// It names a contribution: a proposal, a project, an idea.
    pub thing: bool,
    /// It names a comment.
    pub comment: bool,
    /// The words beside, without those that only join.
    pub rest: String,
}

impl Parted {
    /// Of a header; nothing of a sentence.
    pub fn of(header: &str) -> Option<Self> {
        if header.contains(['?', '!', '%']) {
            return None;
        }
        let name = loose(&split_camel(header));
        let words: Vec<&str> = name.split(['_', '/', '.']).filter(|word| !word.is_empty()).collect();
        if words.len() > LONGEST {
            return None;
        }
        let mut parted = Self::default();
        let mut rest = Vec::new();
        for word in words {
            if WORDS.comments.contains(word) {
                parted.comment = true;
            } else if WORDS.things.contains(word) {
                parted.thing = true;
            } else if !WORDS.fillers.contains(word) {
                rest.push(word);
            }
        }
        parted.rest = rest.join("_");
        Some(parted)
    }

    /// Whether its other words name a field.
    pub fn names(&self, field: &str) -> bool {
        WORDS.beside.get(&self.rest).is_some_and(|fields| fields.iter().any(|known| known == field))
    }

    /// Whether its other words are those of ids.
    pub fn is_id(&self) -> bool {
        WORDS.ids.contains(&self.rest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_beside_a_thing_names_a_field() {
        for (header, field) in [
            ("Intitulé du projet", "title"),
            ("Project Title", "title"),
            ("Nombre proyecto", "title"),
            ("Descripción del proyecto", "body"),
            ("Project Description", "body"),
            ("Comment Content", "body"),
            ("Comment Author", "author_name"),
            ("Comment Parent ID", "reply_to"),
            ("Comment Creation date", "created_at"),
            ("Auteur de la proposition", "author_name"),
        ] {
            assert!(Parted::of(header).is_some_and(|parted| parted.names(field)), "{header}");
        }
        for header in ["Proposal Count", "Date de naissance du porteur de projet", "Quel est le titre de votre projet ?"] {
            assert!(Parted::of(header).is_none_or(|parted| !parted.names("title") && !parted.names("body")), "{header}");
        }
        let idea = Parted::of("Idea ID").unwrap();
        assert!(idea.thing && idea.is_id() && !idea.comment);
        assert!(Parted::of("N° proposition").unwrap().is_id());
    }
}
