//! A consultation through its first stages: import, normalise, tally. Where it has several editions, each older one goes the same way
//! alone, in the order of their days, and is compared with the next: the rows of the newest and two records are in memory at a time.

use rustc_hash::FxHashSet;

use crate::archive::ConsultationContent;
use crate::changes::{Changes, Held, compare};
use crate::diagnose::{Arg, Diagnostic, Diagnostics, codes};
use crate::import::{Departed, Draft, Linked, SourceReader, link, read_sources};
use crate::model::{Consultation, Edition, Kind, Status};
use crate::normalise::{self, PersonalFinding, Policy, Zones};
use crate::privacy::{ErasedText, Erasures};
use crate::tally::{Tallies, tally};
use crate::words::{Dates, Words};

/// What the stages need.
pub struct Work<'a> {
    /// Reads the sources.
    pub reader: &'a SourceReader<'a>,
    /// What the user wrote.
    pub content: &'a ConsultationContent,
    /// The rules of privacy, the same for every edition.
    pub policy: &'a Policy<'a>,
    /// Time zones.
    pub zones: &'a Zones,
    /// Words of the site; without them nothing is published.
    pub words: Option<&'a Words>,
    /// Sees the record of every edition, the newest last.
    pub look: &'a dyn Fn(&Consultation),
}

/// The newest edition, and how it came to be.
pub struct Settled {
    /// Its record, with what only older editions hold.
    pub record: Consultation,
    /// Its figures.
    pub tallies: Tallies,
    /// From each edition to the next, oldest first; empty where there is one.
    pub changes: Vec<Changes>,
    /// Some link was withheld.
    pub withheld: bool,
    /// What is never published.
    pub personal: Private,
}

/// What the publisher has to look at, and nobody else.
#[derive(Default)]
pub struct Private {
    /// Personal data in texts.
    pub findings: Vec<PersonalFinding>,
    /// What was erased.
    pub erased: Vec<ErasedText>,
}

/// Runs the stages. `stage` is told when one begins.
pub fn settle(work: &Work<'_>, stage: &mut dyn FnMut(&'static str), diagnostics: &mut Diagnostics) -> Settled {
    let editions = work.content.config.editions();
    // Letters are mended in the rows of each edition alone: what joins the newest is mended already, and accounted for.
    let read = |edition: Option<Edition>, diagnostics: &mut Diagnostics| {
        let mut draft = read_sources(work.reader, work.content, edition, diagnostics);
        normalise::repair(&mut draft, &work.reader.shown, diagnostics);
        draft
    };
    stage("import");
    let mut erasures = Erasures::new(work.content);
    let mut findings = Vec::new();
    let mut draft = read(editions.last().copied(), diagnostics);
    if editions.len() < 2 {
        let (record, tallies, withheld) = through(work, draft, &mut erasures, &mut findings, stage, diagnostics, None);
        return Settled { record, tallies, changes: Vec::new(), withheld, personal: Private { findings, erased: erasures.texts } };
    }
    let shared: Vec<String> =
        draft.sources.iter().map(|source| &source.file).filter(|file| file.edition.is_none()).map(|file| work.path(&file.file)).collect();
    let mut departed = Departed::new(&mut draft);
    let mut past = Diagnostics::default();
    let mut changes: Vec<Changes> = Vec::new();
    let mut before: Option<(Edition, Consultation, Tallies)> = None;
    let hides = |status| work.policy.hides(status);
    let mut follow = |before: &Option<(Edition, Consultation, Tallies)>, now: Held<'_>| {
        if let Some((edition, record, tallies)) = before {
            changes.push(compare(Held { edition: *edition, record, tallies }, now, &hides));
        }
    };
    let (older, newest) = (&editions[..editions.len() - 1], editions[editions.len() - 1]);
    for &edition in older {
        stage("import");
        let mut rows = read(Some(edition), &mut past);
        departed.settle(&mut rows);
        let take: &mut dyn FnMut(&Linked) = &mut |linked| departed.take(linked);
        let (record, tallies, _) = through(work, rows, &mut erasures, &mut findings, stage, &mut past, Some(take));
        stage("compare");
        follow(&before, Held { edition, record: &record, tallies: &tallies });
        before = Some((edition, record, tallies));
    }
    stage("import");
    let old: Vec<String> = departed.files().map(|file| work.path(file)).collect();
    departed.join(&mut draft, &|last| work.reason(&editions, last));
    let mut late = Diagnostics::default();
    let (record, tallies, withheld) = through(work, draft, &mut erasures, &mut findings, stage, &mut late, None);
    stage("compare");
    follow(&before, Held { edition: newest, record: &record, tallies: &tallies });
    conceal(&mut changes, &record, &hides);

    // Each file is remarked upon once: one of an older edition where it was read, one of every edition where the newest was.
    let about = |files: &[String], remark: &Diagnostic| remark.place.file.as_ref().is_some_and(|file| files.contains(file));
    diagnostics.extend(late.iter().filter(|remark| !about(&old, remark)).cloned());
    for remark in past.iter().filter(|remark| !about(&shared, remark)).map(unquoted) {
        if diagnostics.iter().all(|said| *said != remark) {
            diagnostics.push(remark);
        }
    }
    diagnostics.extend(changes.iter().filter_map(|changes| changes.doubts(&work.reader.shown)));
    Settled { record, tallies, changes, withheld, personal: Private { findings, erased: erasures.texts } }
}

/// One edition from its rows to its figures; `take` takes from an older one what the next may lack, the newest has none.
fn through(
    work: &Work<'_>,
    draft: Draft,
    erasures: &mut Erasures<'_>,
    findings: &mut Vec<PersonalFinding>,
    stage: &mut dyn FnMut(&'static str),
    diagnostics: &mut Diagnostics,
    take: Option<&mut dyn FnMut(&Linked)>,
) -> (Consultation, Tallies, bool) {
    let shown = &work.reader.shown;
    let mut linked = link(draft, &work.content.config.topics, shown, diagnostics);
    let codes = |linked: &Linked| normalise::codes_of(&linked.authors, work.policy);
    erasures.apply(&mut linked, &codes, take.is_none(), diagnostics);
    if let Some(take) = take {
        take(&linked);
    }
    let withheld = !work.policy.source_links && linked.has_addresses();
    stage("normalise");
    let (mut record, personal) = normalise::consultation(linked, work.policy, work.zones, shown, diagnostics);
    findings.extend(personal);
    record.erased.clone_from(&erasures.list);
    (work.look)(&record);
    stage("tally");
    let tallies = tally(&record);
    (record, tallies, withheld)
}

/// A remark about an older edition without words of its texts: they may be hidden today.
fn unquoted(remark: &Diagnostic) -> Diagnostic {
    let mut remark = remark.clone();
    if [codes::MOJIBAKE, codes::REPAIRED].contains(&remark.code) {
        remark.args.iter_mut().filter(|(name, _)| *name == "example").for_each(|(_, example)| *example = Arg::from("…"));
    }
    remark
}

/// What is hidden today is not quoted from the days when it was not.
fn conceal(changes: &mut [Changes], record: &Consultation, hides: &dyn Fn(Status) -> bool) {
    let hidden: FxHashSet<(Kind, &str)> =
        record.contributions.iter().filter(|contribution| hides(contribution.status)).map(|c| (c.kind, &*c.id)).collect();
    for changes in changes {
        changes.conceal(&|key| hidden.contains(&(key.kind, &*key.id)));
    }
}

impl Work<'_> {
    /// A file as messages name it.
    fn path(&self, file: &str) -> String {
        format!("{}/{file}", self.reader.shown)
    }

    /// Why something is shown as withdrawn that was last in this edition, in the language of the site.
    fn reason(&self, editions: &[Edition], last: Edition) -> String {
        let Some(words) = self.words else { return String::new() };
        let dates = Dates::new(words);
        let day = |edition: Edition| Arg::Text(dates.date(edition.moment()).text);
        // The first export without it tells most about when it went.
        let absent = editions.iter().copied().find(|edition| *edition > last).unwrap_or(last);
        words.format("gone-reason", &[("absent", day(absent)), ("last", day(last))])
    }
}
