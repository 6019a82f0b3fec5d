//! `repair: mojibake` of a source: its damaged texts are mended where that is certain, and each repair is counted.
//!
//! This runs before children are linked: a topic that one file spells damaged and another sound is one topic.

use std::collections::BTreeMap;

use super::mojibake::{self, Cause};
use crate::diagnose::{Diagnostics, Tally, codes};
use crate::import::{Draft, RawText};
use crate::model::{Repaired, Status};

/// What was mended in one source.
#[derive(Debug, Default)]
struct Ledger {
    tally: Tally,
    repaired: BTreeMap<Cause, Repaired>,
}

impl Ledger {
    /// Mends one text. `shown`: readers will see it, so that a word of it may serve as an example.
    fn mend(&mut self, text: &mut Box<str>, row: u32, shown: bool) {
        let Some((cause, mended)) = mojibake::repair(text) else { return };
        let example = if shown { example(text, &mended) } else { Default::default() };
        let told = if example.0.is_empty() { "…".to_owned() } else { format!("{} → {}", example.0, example.1) };
        self.tally.note(codes::REPAIRED, u64::from(row), "", cause.name(), &told);
        let known = self.repaired.entry(cause).or_insert_with(|| Repaired { rule: cause.rule(), texts: 0, example: Default::default() });
        known.texts += 1;
        if known.example.0.is_empty() {
            known.example = example;
        }
        *text = mended.into();
    }

    fn body(&mut self, body: &mut RawText, row: u32, shown: bool) {
        self.mend(&mut body.value, row, shown);
    }
}

/// Mends the texts of the sources that ask for it. `shown` is the consultation's folder, for messages.
pub fn repair(draft: &mut Draft, shown: &str, diagnostics: &mut Diagnostics) {
    if !draft.sources.iter().any(|source| source.file.repair) {
        return;
    }
    let asked: Vec<bool> = draft.sources.iter().map(|source| source.file.repair).collect();
    let mut ledgers: Vec<Ledger> = asked.iter().map(|_| Ledger::default()).collect();
    shared(draft, &asked, &mut ledgers);
    let sources: Vec<(u32, u32, bool)> =
        draft.contributions.iter().map(|row| (row.origin.source, row.origin.row, row.status == Status::Published)).collect();
    let owner = |owner: u32| sources.get(owner as usize).copied().filter(|(source, _, _)| asked[*source as usize]);
    for row in draft.contributions.iter_mut().filter(|row| asked[row.origin.source as usize]) {
        let (ledger, number, shown) = (&mut ledgers[row.origin.source as usize], row.origin.row, row.status == Status::Published);
        ledger.mend(&mut row.title, number, shown);
        ledger.body(&mut row.body, number, shown);
        let others = row.place.iter_mut().chain(&mut row.status_reason).chain(&mut row.tags);
        others.for_each(|text| ledger.mend(text, number, shown));
    }
    for row in draft.comments.iter_mut().filter(|row| asked[row.origin.source as usize]) {
        ledgers[row.origin.source as usize].body(&mut row.body, row.origin.row, row.status == Status::Published);
    }
    for row in draft.appendices.iter_mut().filter(|row| asked[row.origin.source as usize]) {
        // Whether readers see it depends on what it hangs on, which is not known yet.
        let ledger = &mut ledgers[row.origin.source as usize];
        ledger.mend(&mut row.title, row.origin.row, false);
        ledger.body(&mut row.body, row.origin.row, false);
    }
    for text in &mut draft.translations {
        if let Some((source, number, shown)) = owner(text.owner) {
            ledgers[source as usize].mend(&mut text.title, number, shown);
            ledgers[source as usize].body(&mut text.body, number, shown);
        }
    }
    for extra in &mut draft.extras {
        if let Some((source, number, shown)) = owner(extra.owner) {
            ledgers[source as usize].mend(&mut extra.name, number, shown);
            ledgers[source as usize].mend(&mut extra.value, number, shown);
        }
    }
    for (source, ledger) in draft.sources.iter_mut().map(|source| &mut source.file).zip(ledgers) {
        diagnostics.extend(ledger.tally.finish(&format!("{shown}/{}", source.file)));
        source.repaired = ledger.repaired.into_values().collect();
    }
}

/// Topics, labels, outcomes and names belong to no row. Each counts for the first source that uses it, and is left alone if a source
/// that asked for nothing uses it first; what no row uses is mended where all sources ask.
fn shared(draft: &mut Draft, asked: &[bool], ledgers: &mut [Ledger]) {
    let unused = (!asked.contains(&false)).then_some((0, 0));
    let mut topics: Vec<Option<(u32, u32)>> = vec![None; draft.topics.len()];
    let mut authors: Vec<Option<(u32, u32)>> = vec![None; draft.authors.len()];
    for row in &draft.contributions {
        let place = (row.origin.source, row.origin.row);
        let mut at = row.topic;
        // A topic whose ancestors are marked already has nothing more to mark; this also ends a loop.
        while let Some(topic) = at.filter(|&topic| topics[topic as usize].is_none()) {
            topics[topic as usize] = Some(place);
            at = draft.topics[topic as usize].parent;
        }
        if let Some(author) = row.author {
            authors[author as usize].get_or_insert(place);
        }
    }
    for row in &draft.comments {
        if let Some(author) = row.author {
            authors[author as usize].get_or_insert((row.origin.source, row.origin.row));
        }
    }
    let mut mend = |text: &mut Box<str>, place: Option<(u32, u32)>, shown: bool| {
        if let Some((source, row)) = place.filter(|(source, _)| asked[*source as usize]) {
            ledgers[source as usize].mend(text, row, shown);
        }
    };
    for (topic, place) in draft.topics.iter_mut().zip(topics) {
        mend(&mut topic.title, place.or(unused), true);
        mend(&mut topic.description, place.or(unused), true);
    }
    for (author, place) in draft.authors.iter_mut().zip(authors) {
        if let Some(name) = &mut author.name {
            // A name may be hidden behind a pseudonym: never an example.
            mend(name, place.or(unused), false);
        }
    }
    for (_, title) in &mut draft.tags {
        mend(title, unused, true);
    }
    for outcome in &mut draft.outcomes {
        mend(&mut outcome.title, unused, true);
        mend(&mut outcome.body.value, unused, true);
    }
}

/// The first word that changed, before and after. Words that could name or reach somebody are no examples.
fn example(before: &str, after: &str) -> (Box<str>, Box<str>) {
    let fits = |word: &str| word.chars().count() <= 40 && !word.contains('@') && !word.contains('<') && !word.contains("://");
    let pairs = before.split([' ', '\n', '\r', '\t']).zip(after.split([' ', '\n', '\r', '\t']));
    let found = pairs.filter(|(a, b)| a != b).find(|(a, b)| fits(a) && fits(b));
    found.map_or_else(Default::default, |(a, b)| (super::text::line(a).into(), super::text::line(b).into()))
}
