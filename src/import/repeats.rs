//! Rows that share an id: the same row twice, one thing in two exports, tables that each number from 1, or a column that is no id.

use std::collections::BTreeSet;

use rayon::slice::ParallelSliceMut;
use rustc_hash::{FxHashMap, FxHashSet};

use super::draft::{Draft, DraftComment, DraftContribution, Reference, index_of};
use super::link::{LinkedContribution, set_aside};
use crate::diagnose::{Code, Diagnostic, Tally, codes};
use crate::model::{ContributionIx, Kind, Origin, Status, natural_order};

/// Rows that share an id and say something else, of a hundred, from which on the column of ids is none.
const SHARED: u64 = 100;

/// Rows of one source that share an id and differ, and in what.
#[derive(Debug, Default, Clone)]
struct Shared {
    rows: u64,
    differs: BTreeSet<&'static str>,
}

/// What two rows of one id say differently.
fn differences(a: &DraftContribution, b: &DraftContribution) -> Vec<&'static str> {
    let parts = [
        ("title", a.title == b.title),
        ("body", a.body == b.body),
        ("author", a.author == b.author),
        ("topic", a.topic == b.topic && a.tags == b.tags),
        ("created_at", a.created == b.created),
        ("status", a.status == b.status),
        ("parent_id", a.parent == b.parent),
        ("place", a.place == b.place && a.point == b.point),
        ("votes", a.declared == b.declared && a.declared_total == b.declared_total && a.declared_comments == b.declared_comments),
        ("updated_at", a.updated == b.updated),
    ];
    parts.into_iter().filter(|(_, equal)| !equal).map(|(name, _)| name).collect()
}

/// Whether one of two rows of one thing does not give this part at all: a table of results beside one of texts.
fn is_missing(part: &str, a: &DraftContribution, b: &DraftContribution) -> bool {
    match part {
        "title" => a.title.is_empty() || b.title.is_empty(),
        "body" => a.body.value.is_empty() || b.body.value.is_empty(),
        "author" => a.author.is_none() || b.author.is_none(),
        "topic" => a.topic.is_none() || b.topic.is_none(),
        "created_at" => a.created.is_none() || b.created.is_none(),
        "parent_id" => a.parent.is_none() || b.parent.is_none(),
        "place" => (a.place.is_none() && a.point.is_none()) || (b.place.is_none() && b.point.is_none()),
        _ => false,
    }
}

/// Gives a row what another of the same thing says and it does not; counts of the other are newer.
fn complete(own: &mut DraftContribution, other: DraftContribution, topic: &mut Option<u32>, other_topic: Option<u32>) {
    if own.title.is_empty() {
        own.title = other.title;
    }
    if own.body.value.is_empty() {
        own.body = other.body;
    }
    if !own.author_gone {
        own.author = own.author.or(other.author);
    }
    if own.topic.is_none() {
        (own.topic, *topic) = (other.topic, other_topic);
    }
    if own.tags.is_empty() {
        own.tags = other.tags;
    }
    if own.place.is_none() && own.point.is_none() {
        (own.place, own.point) = (other.place, other.point);
    }
    own.parent = own.parent.take().or(other.parent);
    own.created = own.created.or(other.created);
    own.updated = other.updated.or(own.updated);
    for (own, other) in own.declared.iter_mut().zip(other.declared) {
        *own = other.or(*own);
    }
    own.declared_total = other.declared_total.or(own.declared_total);
    own.declared_comments = other.declared_comments.or(own.declared_comments);
    own.source_url = own.source_url.take().or(other.source_url);
}

/// Parts in which two exports of one thing may differ: the days went by.
const RENEWED: &[&str] = &["votes", "updated_at"];

/// How far a status hides its row.
fn hiding(status: Status) -> u8 {
    match status {
        Status::Published => 0,
        Status::Withdrawn => 1,
        Status::Moderated => 2,
        Status::Erased => 3,
    }
}

/// What one row of an id shows and another does not, as far as it was taken from one to the other.
#[derive(Debug, Default, Clone, Copy)]
struct Veiled {
    /// The status; where the texts are hidden with it, it is no matter what they say.
    status: bool,
    texts: bool,
    author: bool,
}

impl Veiled {
    /// Among rows of one id the one that hides more is right, wherever it stands: somebody wanted it so, and nobody can take back what was
    /// published.
    fn over(status: (&mut Status, Status), author: (&mut Option<u32>, &mut bool, Option<u32>, bool)) -> Self {
        let mut veiled = Self { status: *status.0 != status.1, ..Self::default() };
        if hiding(status.1) > hiding(*status.0) {
            *status.0 = status.1;
        }
        veiled.texts = veiled.status && hiding(*status.0) > 1;
        let (own, own_gone, other, other_gone) = author;
        veiled.author = (*own_gone && other.is_some()) || (other_gone && own.is_some());
        *own_gone |= other_gone;
        if *own_gone {
            *own = None;
        }
        veiled
    }

    fn any(self) -> bool {
        self.status || self.author
    }

    /// Whether a difference in this part is settled by it.
    fn settles(self, part: &str) -> bool {
        match part {
            "status" => self.status,
            "author" => self.author || self.texts,
            "title" | "body" => self.texts,
            _ => false,
        }
    }
}

/// Why a second row of an id is set aside.
fn reason(veiled: Veiled, settled: bool, equal: bool) -> &'static Code {
    match (settled, veiled.any()) {
        (true, true) => codes::HIDDEN_TWIN,
        _ if equal => codes::DUPLICATE_ROW,
        _ => codes::CONFLICTING_ID,
    }
}

/// Takes over from another row of the same thing what it hides.
fn veil(own: &mut DraftContribution, other: &DraftContribution) -> Veiled {
    if hiding(other.status) > hiding(own.status) {
        own.status_reason = other.status_reason.clone().or(own.status_reason.take());
    }
    Veiled::over((&mut own.status, other.status), (&mut own.author, &mut own.author_gone, other.author, other.author_gone))
}

/// Sorts by kind and id and sets aside what stands twice. Gives the new index of every draft row that stayed.
pub(super) fn unique_contributions(
    draft: &mut Draft,
    topic_of: &[u32],
    tallies: &mut [Tally],
    errors: &mut Vec<(u32, Diagnostic)>,
) -> (Vec<LinkedContribution>, Vec<Option<ContributionIx>>) {
    let mut rows: Vec<(u32, DraftContribution)> = (0..).zip(std::mem::take(&mut draft.contributions)).collect();
    let mut moved = vec![None; rows.len()];
    // Equal ones keep the order of the files: the first is the one that stays, or the last of a source that says so; a mere
    // mention comes after the thing itself.
    let newest: Vec<bool> = draft.sources.iter().map(|source| source.newest).collect();
    let order = |i: u32, row: &DraftContribution| {
        let reversed = newest.get(row.origin.source as usize).copied().unwrap_or_default();
        (row.mention, if reversed { u32::MAX - i } else { i })
    };
    rows.par_sort_by(|(i, a), (j, b)| a.kind.cmp(&b.kind).then_with(|| natural_order(&a.id, &b.id)).then_with(|| order(*i, a).cmp(&order(*j, b))));
    let mut shared: Vec<Shared> = vec![Shared::default(); draft.sources.len()];
    let mut kept: Vec<LinkedContribution> = Vec::with_capacity(rows.len());
    let mut last_old = 0;
    // The outcomes that rows bring, and those of rows that give way to another one's.
    let mut outcome_of: FxHashMap<u32, usize> = (0..).zip(&draft.outcomes).filter_map(|(at, outcome)| Some((outcome.owner?, at))).collect();
    let mut given_way: FxHashSet<usize> = FxHashSet::default();
    for (old, row) in rows {
        let topic = row.topic.map(|topic| topic_of[topic as usize]);
        let newest_kept = index_of(kept.len().saturating_sub(1));
        let Some(last) = kept.last_mut().filter(|last| last.draft.kind == row.kind && last.draft.id == row.id) else {
            moved[old as usize] = Some(index_of(kept.len()));
            last_old = old;
            kept.push(LinkedContribution { draft: row, parent: None, topic, missing: false });
            continue;
        };
        if row.mention {
            continue;
        }
        let mut differs = differences(&last.draft, &row);
        let one_file = last.draft.origin.source == row.origin.source;
        let example = |row: &DraftContribution| format!("{} {}", row.kind.word(), row.id);
        if newest.get(row.origin.source as usize) == Some(&true) {
            let reason = Diagnostic::new(codes::OLDER_COPY).arg("example", example(&row));
            set_aside(draft, row.origin, row.nested, reason, tallies, &row.id);
            continue;
        }
        let veiled = veil(&mut last.draft, &row);
        let differ_at_all = !differs.is_empty();
        differs.retain(|part| !veiled.settles(part));
        let outcomes = (outcome_of.get(&last_old).copied(), outcome_of.get(&old).copied());
        if let (Some(own), Some(its)) = outcomes
            && !one_file
            && (draft.outcomes[own].status != draft.outcomes[its].status || draft.outcomes[own].body != draft.outcomes[its].body)
            && !veiled.texts
        {
            differs.push("outcome");
        }
        let renewed = !one_file && (differ_at_all || veiled.any()) && differs.iter().all(|part| RENEWED.contains(part));
        // An outcome stays with the thing; of two, that of the row that stays.
        match outcomes {
            (Some(own), Some(its)) => drop(given_way.insert(if renewed { own } else { its })),
            (None, Some(its)) if !renewed => drop(outcome_of.insert(last_old, its)),
            (Some(own), None) if renewed => drop(outcome_of.insert(old, own)),
            _ => {}
        }
        let lacks = |row: &DraftContribution, other: &DraftContribution| row.body.value.is_empty() && !other.body.value.is_empty();
        let beside = !one_file && !renewed && (lacks(&row, &last.draft) || lacks(&last.draft, &row)) && row.title == last.draft.title;
        if beside && differs.iter().all(|part| RENEWED.contains(part) || is_missing(part, &last.draft, &row)) {
            // One file has the texts, another the results: together they are the contribution.
            moved[old as usize] = Some(newest_kept);
            let (origin, nested, id, example) = (row.origin, row.nested, row.id.clone(), example(&row));
            complete(&mut last.draft, row, &mut last.topic, topic);
            set_aside(draft, origin, nested, Diagnostic::new(codes::JOINED_ROW).arg("example", example), tallies, &id);
        } else if renewed {
            // The file named last is right, and its row takes the place of the other.
            moved[last_old as usize] = None;
            moved[old as usize] = Some(newest_kept);
            last_old = old;
            let older = std::mem::replace(&mut last.draft, row);
            last.topic = topic;
            veil(&mut last.draft, &older);
            // A number that the later file does not give is no later number.
            for (new, old) in last.draft.declared.iter_mut().zip(older.declared) {
                *new = new.or(old);
            }
            last.draft.declared_total = last.draft.declared_total.or(older.declared_total);
            last.draft.declared_comments = last.draft.declared_comments.or(older.declared_comments);
            last.draft.updated = last.draft.updated.or(older.updated);
            let code = if veiled.any() { codes::HIDDEN_TWIN } else { codes::RENEWED_ROW };
            set_aside(draft, older.origin, older.nested, Diagnostic::new(code).arg("example", example(&older)), tallies, &older.id);
        } else {
            let equal = differs.is_empty() && !differ_at_all && (!one_file || row.nested || last.draft.cells == row.cells);
            // Documents are read one by one: an id that comes again in them is an older copy, not a wrong column.
            if !equal && one_file && !row.nested && row.cells != 0 {
                let shared = &mut shared[row.origin.source as usize];
                shared.rows += 1;
                shared.differs.extend(differs.iter().copied());
                if differs.is_empty() {
                    shared.differs.insert(if differ_at_all { "status" } else { "…" });
                }
            }
            let reason = Diagnostic::new(reason(veiled, differs.is_empty(), equal)).arg("example", example(&row));
            set_aside(draft, row.origin, row.nested, reason, tallies, &row.id);
        }
    }
    if !given_way.is_empty() {
        let mut at = 0..;
        draft.outcomes.retain(|_| at.next().is_none_or(|at| !given_way.contains(&at)));
    }
    say_shared(draft, &shared, errors);
    (kept, moved)
}

/// Sets aside comments whose id stands twice.
pub(super) fn unique_comments(draft: &mut Draft, tallies: &mut [Tally], errors: &mut Vec<(u32, Diagnostic)>) -> Vec<DraftComment> {
    let rows = std::mem::take(&mut draft.comments);
    let mut first: FxHashMap<Box<str>, u32> = FxHashMap::default();
    let mut shared: Vec<Shared> = vec![Shared::default(); draft.sources.len()];
    let mut kept: Vec<DraftComment> = Vec::with_capacity(rows.len());
    for row in rows {
        let Some(&index) = first.get(&row.id) else {
            first.insert(row.id.clone(), index_of(kept.len()));
            kept.push(row);
            continue;
        };
        if row.mention {
            continue;
        }
        let known = &mut kept[index as usize];
        if known.mention {
            *known = row;
            continue;
        }
        let parts = [
            ("body", known.body == row.body),
            ("created_at", known.created == row.created),
            ("on_id", known.on == row.on),
            ("reply_to", known.reply_to == row.reply_to),
            ("author", known.author == row.author),
            ("side", known.side == row.side),
            ("status", known.status == row.status),
        ];
        let mut differs: Vec<&str> = parts.into_iter().filter(|(_, equal)| !equal).map(|(name, _)| name).collect();
        let one_file = known.origin.source == row.origin.source;
        let over = |own: &mut DraftComment, other: &DraftComment| {
            Veiled::over((&mut own.status, other.status), (&mut own.author, &mut own.author_gone, other.author, other.author_gone))
        };
        let veiled = over(known, &row);
        let differ_at_all = !differs.is_empty();
        differs.retain(|part| !veiled.settles(part));
        if !one_file && differs.is_empty() && (veiled.any() || known.declared != row.declared || known.updated != row.updated) {
            let older = std::mem::replace(known, row);
            over(known, &older);
            let code = if veiled.any() { codes::HIDDEN_TWIN } else { codes::RENEWED_ROW };
            let reason = Diagnostic::new(code).arg("example", format!("comment {}", older.id));
            set_aside(draft, older.origin, older.nested, reason, tallies, &older.id);
            continue;
        }
        let equal = differs.is_empty() && !differ_at_all && (!one_file || row.nested || known.cells == row.cells);
        if !equal && one_file && !row.nested {
            let shared = &mut shared[row.origin.source as usize];
            shared.rows += 1;
            shared.differs.extend(differs.iter().copied());
            if differs.is_empty() {
                shared.differs.insert(if differ_at_all { "status" } else { "…" });
            }
        }
        let reason = Diagnostic::new(reason(veiled, differs.is_empty(), equal)).arg("example", format!("comment {}", row.id));
        set_aside(draft, row.origin, row.nested, reason, tallies, &row.id);
    }
    say_shared(draft, &shared, errors);
    kept
}

fn say_shared(draft: &Draft, shared: &[Shared], errors: &mut Vec<(u32, Diagnostic)>) {
    for (source, (shared, file)) in (0..).zip(shared.iter().zip(&draft.sources)) {
        if shared.rows * SHARED > file.file.rows_read {
            let differs = shared.differs.iter().copied().collect::<Vec<_>>().join(", ");
            errors.push((source, Diagnostic::new(codes::SHARED_ID).count(shared.rows).arg("differs", differs)));
        }
    }
}

/// Words of a text that are looked at to find it again.
const WORDS: usize = 60;

/// Whether two texts are one that was corrected: two words of three are in both.
fn corrected(one: &str, other: &str) -> bool {
    if one == other {
        return !one.is_empty();
    }
    let words = |text: &str| -> FxHashSet<String> {
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(WORDS).map(str::to_lowercase).collect()
    };
    let (one, other) = (words(one), words(other));
    let most = one.len().max(other.len());
    most > 0 && one.intersection(&other).count() * 3 >= most * 2
}

/// Whether two rows of one id are of one thing.
fn alike(one: &DraftContribution, other: &DraftContribution) -> bool {
    let titled = !one.title.is_empty() && !other.title.is_empty();
    (titled && corrected(&one.title, &other.title)) || corrected(&one.body.value, &other.body.value)
}

/// Tables of no platform that each number from 1: the ids of the first stay, those of another get the name of its file before them. They
/// are told from a second export of one table by what stands beside the ids.
pub(super) fn number_apart(draft: &mut Draft) {
    let plain: Vec<bool> =
        draft.sources.iter().map(|source| &*source.file.profile).map(|profile| profile.starts_with("plain/") || profile == "columns").collect();
    // Rows of one source meet none of another.
    let several = |sources: &mut dyn Iterator<Item = u32>| {
        let mut plain = sources.filter(|source| plain[*source as usize]);
        plain.next().is_some_and(|first| plain.any(|source| source != first))
    };
    let contributed = several(&mut draft.contributions.iter().map(|row| row.origin.source));
    let commented = several(&mut draft.comments.iter().map(|row| row.origin.source));
    if !contributed && !commented {
        return;
    }
    let apart = |meetings: &FxHashMap<u32, (u64, u64)>| -> FxHashSet<u32> {
        meetings.iter().filter(|(_, (met, same))| *met > 0 && same * 2 < *met).map(|(source, _)| *source).collect()
    };
    let mut first: FxHashMap<(Kind, &str), &DraftContribution> = FxHashMap::default();
    let mut meetings: FxHashMap<u32, (u64, u64)> = FxHashMap::default();
    for row in draft.contributions.iter().filter(|row| contributed && plain[row.origin.source as usize] && !row.mention) {
        let known = first.entry((row.kind, &row.id)).or_insert(row);
        if known.origin.source != row.origin.source {
            let meeting = meetings.entry(row.origin.source).or_default();
            // What one of them hides may have lost its texts.
            if hiding(known.status).max(hiding(row.status)) > 1 {
                continue;
            }
            meeting.0 += 1;
            meeting.1 += u64::from(alike(known, row));
        }
    }
    let contributions = apart(&meetings);
    let mut first: FxHashMap<&str, &DraftComment> = FxHashMap::default();
    meetings.clear();
    for row in draft.comments.iter().filter(|row| commented && plain[row.origin.source as usize]) {
        let known = first.entry(&row.id).or_insert(row);
        if known.origin.source != row.origin.source {
            let meeting = meetings.entry(row.origin.source).or_default();
            if hiding(known.status).max(hiding(row.status)) > 1 {
                continue;
            }
            meeting.0 += 1;
            meeting.1 += u64::from(corrected(&known.body.value, &row.body.value));
        }
    }
    let comments = apart(&meetings);
    let prefixes: Vec<String> = draft.sources.iter().map(|source| prefix_of(&source.file.file)).collect();
    let renamed = |id: &str, origin: Origin| Box::<str>::from(format!("{}{id}", prefixes[origin.source as usize]));
    for row in draft.contributions.iter_mut().filter(|row| contributions.contains(&row.origin.source)) {
        row.id = renamed(&row.id, row.origin);
        if let Some(parent) = &mut row.parent {
            parent.id = renamed(&parent.id, row.origin);
        }
    }
    for row in &mut draft.comments {
        // What stands beside a contribution in one table is on that.
        if let Some(on) = row.on.as_mut().filter(|_| contributions.contains(&row.origin.source)) {
            on.id = renamed(&on.id, row.origin);
        }
        if comments.contains(&row.origin.source) {
            row.id = renamed(&row.id, row.origin);
            row.reply_to = row.reply_to.take().map(|id| renamed(&id, row.origin));
        }
    }
    let mut votes = std::mem::take(&mut draft.votes);
    for vote in votes.iter_mut().filter(|vote| contributions.contains(&vote.origin.source)) {
        let reference = &draft.references[vote.on as usize];
        let own = Reference { id: renamed(&reference.id, vote.origin), ..reference.clone() };
        vote.on = draft.reference(own);
    }
    draft.votes = votes;
}

/// The name of a file as a prefix of ids.
fn prefix_of(file: &str) -> String {
    let name = file.rsplit('/').next().unwrap_or(file);
    let stem = name.split_once('.').map_or(name, |(stem, _)| stem);
    format!("{}-", crate::model::slug(stem))
}
