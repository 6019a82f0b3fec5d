//! The log of a consultation: what closed editions committed to, followed by what is new since.

use rustc_hash::FxHashMap;

use super::entry::{self, Entries, Entry, Named, Salts};
use super::merkle::{self, Hash};
use super::note::{Checkpoint, Note};
use crate::archive::{Committed, Sort};
use crate::export::{Column, Subject, contributions};
use crate::model::natural_order;

/// A closed edition of a log.
#[derive(Debug, Clone)]
pub struct Closed {
    /// Number of the archive's edition.
    pub number: u32,
    /// Its checkpoint as it was published.
    pub text: String,
    /// The same, read.
    pub note: Note,
}

/// The log of a consultation, as it is published.
#[derive(Debug)]
pub struct Log {
    /// Leaf hashes.
    pub leaves: Vec<Hash>,
    /// What each leaf is about, for the ledger of the next edition.
    pub committed: Vec<Committed>,
    /// The entries that hold; `None` where only the leaf is published.
    pub entries: Vec<Option<Entry>>,
    /// By contribution of the record: its entry.
    pub index: Vec<Option<usize>>,
    /// Checkpoints of closed editions, oldest first.
    pub closed: Vec<Closed>,
    /// Name of the log in checkpoints.
    pub origin: String,
}

impl Log {
    /// The state of the log now.
    pub fn checkpoint(&self) -> Checkpoint {
        Checkpoint { origin: self.origin.clone(), size: self.leaves.len(), root: merkle::root(&self.leaves) }
    }

    /// Something is newer than the last closed edition.
    pub fn is_draft(&self) -> bool {
        self.closed.last().is_none_or(|last| last.note.checkpoint.size != self.leaves.len())
    }
}

/// What a log is made from.
pub struct Material<'a> {
    /// The consultation.
    pub subject: &'a Subject<'a>,
    /// Salts of the consultation.
    pub salts: &'a Salts,
    /// Name of each CSV table → SHA-256 in hexadecimal.
    pub tables: Vec<(&'a str, &'a str)>,
    /// What closed editions committed to.
    pub ledger: &'a [Committed],
    /// Their checkpoints.
    pub closed: Vec<Closed>,
    /// Name of the log.
    pub origin: String,
}

/// One thing that should stand in the log today.
struct Wanted {
    entry: Entry,
    leaf: Hash,
    about: Committed,
    /// Its contribution.
    ix: Option<usize>,
}

impl Wanted {
    fn new(entry: Entry, sort: Sort, named: Named<'_>, ix: Option<usize>) -> Self {
        let leaf = merkle::leaf(entry.line.as_bytes());
        let about = Committed { leaf: super::hex(&leaf), sort, kind: named.kind.to_owned(), id: named.id.to_owned() };
        Self { entry, leaf, about, ix }
    }
}

/// Makes the log: entries of the ledger that still hold keep their places; what is new is appended.
pub fn log(material: Material<'_>) -> Log {
    let Material { subject, salts, tables, ledger, closed, origin } = material;
    let record = &subject.dossier.record;
    let mut wanted = contributions_of(subject, salts);
    // By (kind, id): where the ledger speaks of it last, and what it says there. An absent one came back if it is wanted now.
    let mut last: FxHashMap<(&str, &str), usize> = FxHashMap::default();
    for (at, line) in ledger.iter().enumerate() {
        if matches!(line.sort, Sort::Contribution | Sort::Absent) {
            last.insert((&line.kind, &line.id), at);
        }
    }
    let present: rustc_hash::FxHashSet<(&str, &str)> = wanted.iter().map(|w| (w.about.kind.as_str(), w.about.id.as_str())).collect();
    let mut gone: Vec<&Committed> = last.iter().filter(|(key, _)| !present.contains(*key)).map(|(_, &at)| &ledger[at]).collect();
    gone.sort_by(|a, b| a.kind.cmp(&b.kind).then_with(|| natural_order(&a.id, &b.id)));
    let gone: Vec<Wanted> = gone
        .into_iter()
        .map(|line| {
            let named = Named { kind: &line.kind, id: &line.id };
            Wanted::new(entry::absent(&named), Sort::Absent, named, None)
        })
        .collect();
    let events = record.erased.iter().map(|erasure| {
        let named = Named { kind: erasure.kind, id: &erasure.id };
        Wanted::new(entry::erased(&named, &erasure.date, erasure.reason.as_deref()), Sort::Erased, named, None)
    });
    wanted.extend(events.chain(gone));

    let mut made = Log {
        leaves: ledger.iter().map(Committed::hash).collect(),
        committed: ledger.to_vec(),
        entries: vec![None; ledger.len()],
        index: vec![None; record.contributions.len()],
        closed,
        origin,
    };
    // Where the ledger has each event: by the leaf, for an event is what it says.
    let events: FxHashMap<&str, usize> =
        ledger.iter().enumerate().filter(|(_, line)| line.sort == Sort::Erased).map(|(at, line)| (line.leaf.as_str(), at)).collect();
    for thing in wanted {
        let at = match thing.about.sort {
            Sort::Erased => events.get(thing.about.leaf.as_str()).copied(),
            _ => last.get(&(thing.about.kind.as_str(), thing.about.id.as_str())).copied().filter(|&at| ledger[at].leaf == thing.about.leaf),
        };
        made.place(thing, at);
    }
    let seal = Wanted::new(entry::of_tables(salts, &tables), Sort::Tables, Named { kind: "", id: "" }, None);
    let same = ledger.last().is_some_and(|line| line.leaf == seal.about.leaf) && made.leaves.len() == ledger.len();
    made.place(seal, same.then(|| ledger.len() - 1));
    made
}

impl Log {
    /// Puts an entry at its place of the ledger, or at the end.
    fn place(&mut self, thing: Wanted, at: Option<usize>) {
        let at = at.unwrap_or_else(|| {
            self.leaves.push(thing.leaf);
            self.committed.push(thing.about);
            self.entries.push(None);
            self.leaves.len() - 1
        });
        if let Some(ix) = thing.ix {
            self.index[ix] = Some(at);
        }
        self.entries[at] = Some(thing.entry);
    }
}

/// The entries of all contributions, by kind and id in natural order.
fn contributions_of(subject: &Subject<'_>, salts: &Salts) -> Vec<Wanted> {
    let record = &subject.dossier.record;
    let table = contributions();
    let columns: Vec<Column> = table.columns(std::slice::from_ref(subject));
    let entries = Entries::new(&columns, salts);
    let mut rows = record.contributions.iter().enumerate().filter(|(_, contribution)| !contribution.missing);
    let mut wanted = Vec::new();
    // The function given never fails, so neither does the walk.
    let _ = table.rows(subject, &columns, &mut |cells| {
        if let Some((ix, contribution)) = rows.next() {
            let named = Named { kind: contribution.kind.word(), id: &contribution.id };
            wanted.push(Wanted::new(entries.of_row(cells), Sort::Contribution, named, Some(ix)));
        }
        Ok(())
    });
    let order = |wanted: &Wanted| wanted.ix.map(|ix| &record.contributions[ix]);
    wanted.sort_by(|a, b| match (order(a), order(b)) {
        (Some(a), Some(b)) => a.kind.cmp(&b.kind).then_with(|| natural_order(&a.id, &b.id)),
        _ => std::cmp::Ordering::Equal,
    });
    wanted
}
