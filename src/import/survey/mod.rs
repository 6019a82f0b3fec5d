//! What a set of export files is: each file with the reasons, and all of them together. For `inspect`, `new` and `add`; a build has no
//! part in it.

mod columns;
mod guess;
mod personal;

use std::collections::BTreeMap;

use serde::Serialize;

use super::headers::Headers;
use super::link::{Linked, link};
use super::recognise::{Candidate, Recognition, known_names, recognise_documents, recognise_table};
use super::source::{SourceReader, read_sources};
use super::told::hints;
use super::units::{Unit, units};
use super::{Draft, Profiles};
use crate::archive::profile::Form;
use crate::archive::{ConsultationContent, SourceConfig};
use crate::diagnose::Diagnostics;
use crate::read::{Table, inputs_within};

pub use columns::ColumnFacts;
pub use guess::{Guess, guess};
pub use personal::Suspect;

/// Whether a header says that its column is personal.
pub(super) fn is_personal(header: &str) -> bool {
    personal::by_header(header).is_some()
}

/// A profile that was chosen or considered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Match {
    /// Id of the profile.
    pub profile: String,
    /// Its title.
    pub title: String,
    /// Its platform.
    pub platform: String,
    /// What one should know.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub about: String,
    /// 0 to 100: the share of the file's columns that the profile knows (documents: of the required paths that are there).
    pub sure: u32,
    /// Required columns that are there, as the file spells them.
    pub because: Vec<String>,
    /// Required columns that are not.
    pub missing: Vec<String>,
}

impl Match {
    fn new(candidate: &Candidate<'_>) -> Self {
        let profile = candidate.profile;
        Self {
            profile: profile.id.clone(),
            title: profile.title.clone(),
            platform: profile.platform.clone(),
            about: profile.about.clone(),
            sure: candidate.known,
            because: candidate.present.clone(),
            missing: candidate.missing.clone(),
        }
    }
}

/// One file, or one folder of documents.
#[derive(Debug, Default, Serialize)]
pub struct FileFacts {
    /// Its name.
    pub file: String,
    /// Format, as `CSV`.
    pub format: String,
    /// Encoding.
    pub encoding: String,
    /// Delimiter of a CSV file.
    pub delimiter: Option<String>,
    /// The profile chosen by looking; none where none fits.
    pub recognised: Option<Match>,
    /// The next best: it fits too, or lacks the fewest columns.
    pub runner_up: Option<Match>,
    /// Where nothing fits: the three nearest.
    pub nearest: Vec<Match>,
    /// Columns that nothing uses and the profile does not name.
    pub columns_unused: Vec<String>,
    /// Columns that the profile calls personal: never kept.
    pub columns_personal: Vec<String>,
    /// Columns that look personal though no profile says so.
    pub columns_suspect: Vec<Suspect>,
    /// Rows of the file.
    pub rows_read: u64,
    /// Rows taken in.
    pub rows_kept: u64,
    /// Rows set aside, by reason.
    pub set_aside: BTreeMap<String, u64>,
    /// What the rows became: kind of contribution, `comment`, `vote`.
    pub holds: BTreeMap<&'static str, u64>,
    /// What each column was taken for.
    pub columns: Vec<ColumnFacts>,
    /// What its columns may mean, where nothing fits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guess: Option<Guess>,
}

impl FileFacts {
    /// Whether a profile fits.
    pub fn is_recognised(&self) -> bool {
        self.recognised.is_some()
    }
}

/// Rows of one file that belong to rows of another, or to rows that are in no file.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Relation {
    /// The file of the children.
    pub from: String,
    /// What they are: `comment`, `vote`, or a kind of contribution.
    pub what: &'static str,
    /// The file of their parents; none: they are in no file.
    pub to: Option<String>,
    /// How many.
    pub count: u64,
}

/// A few words of a row, to see whether it was understood.
#[derive(Debug, Serialize)]
pub struct Sample {
    /// Kind of contribution, or `comment`.
    pub what: &'static str,
    /// Its id.
    pub id: String,
    /// Its first words.
    pub text: String,
}

/// What a set of files is.
#[derive(Debug, Default, Serialize)]
pub struct Survey {
    /// The files.
    pub files: Vec<FileFacts>,
    /// What belongs to what.
    pub relations: Vec<Relation>,
    /// What all of them hold together: kind of contribution, `comment`, `vote`.
    pub holds: BTreeMap<&'static str, u64>,
    /// The first rows.
    pub sample: Vec<Sample>,
}

impl Survey {
    /// How many children are of what is in no file.
    pub fn missing(&self) -> u64 {
        self.relations.iter().filter(|relation| relation.to.is_none()).map(|relation| relation.count).sum()
    }
}

/// Surveys the sources that a consultation names.
pub fn survey(reader: &SourceReader<'_>, consultation: &ConsultationContent, diagnostics: &mut Diagnostics) -> Survey {
    let mut files: Vec<FileFacts> = Vec::new();
    for source in &consultation.config.sources {
        // What cannot be opened, and what is wrong in the YAML, is told by reading, below.
        let Ok(hints) = hints(source, reader.profiles, reader.limits) else { continue };
        let Ok(found) = inputs_within(&source.file, &reader.folder.join(&source.file), &reader.limits) else { continue };
        files.extend(units(&source.file, found, &hints, reader.profiles).into_iter().map(|unit| looked_at(unit, source, reader.profiles)));
    }
    let draft = read_sources(reader, consultation, None, diagnostics);
    let mut survey = Survey { files, ..Survey::default() };
    count(&mut survey, &draft);
    survey.sample = sample(&draft);
    let votes: Vec<u32> = draft.votes.iter().map(|vote| vote.origin.source).collect();
    // What link says is about rows; here only what hangs on what is wanted.
    let linked = link(draft, &[], &reader.shown, &mut Diagnostics::default());
    relate(&mut survey, &linked, &votes);
    survey
}

fn looked_at(unit: Unit, source: &SourceConfig, profiles: &Profiles) -> FileFacts {
    let mut facts = FileFacts { file: unit.name().to_owned(), ..FileFacts::default() };
    match unit {
        Unit::Table(_, table) => {
            facts.format = table.format.name().to_owned();
            facts.encoding.clone_from(&table.encoding);
            facts.delimiter = table.delimiter().map(|byte| if byte == b'\t' { "tab".to_owned() } else { char::from(byte).to_string() });
            let recognition = recognise_table(&table, profiles);
            considered(&mut facts, &recognition);
            facts.columns = columns::columns(&table, recognition.best().map(|best| best.profile));
            facts.columns_suspect = suspects(&table, &recognition, source);
            facts.guess = (facts.recognised.is_none()).then(|| guess(&table.headers, &table.sample, profiles));
        }
        Unit::Documents(_, documents) => {
            let first = documents.iter().find_map(|(_, read)| read.as_ref().ok());
            facts.format = first.map(|documents| documents.format.name().to_owned()).unwrap_or_default();
            facts.encoding = first.map(|documents| documents.encoding.clone()).unwrap_or_default();
            considered(&mut facts, &recognise_documents(first.map_or(&[][..], |documents| &documents.sample), profiles));
        }
        Unit::Broken(..) => {}
    }
    facts
}

fn considered(facts: &mut FileFacts, recognition: &Recognition<'_>) {
    facts.recognised = recognition.best().map(Match::new);
    let mut others = recognition.candidates.iter().skip(usize::from(facts.recognised.is_some())).filter(|candidate| !candidate.present.is_empty());
    if facts.recognised.is_some() {
        facts.runner_up = others.next().map(Match::new);
        return;
    }
    facts.nearest = others.take(3).map(Match::new).collect();
    if facts.nearest.is_empty() {
        // Nothing is near; a table can still take the common words as headers.
        facts.nearest = recognition.candidates.iter().filter(|candidate| candidate.profile.id == "plain/table").map(Match::new).collect();
    }
}

/// The columns that look personal and that the profile does not call so.
fn suspects(table: &Table, recognition: &Recognition<'_>, source: &SourceConfig) -> Vec<Suspect> {
    let headers = Headers::new(&table.headers);
    let profile = recognition.best().map(|best| best.profile).filter(|profile| profile.form == Form::Table);
    let named = profile.map(known_names).unwrap_or_default();
    let own = source.columns.iter().flat_map(|columns| columns.values()).flat_map(|spec| &spec.parts).filter_map(|part| part.column.as_deref());
    let own: Vec<&str> = own.chain(source.further.iter().map(String::as_str)).collect();
    let mut found = Vec::new();
    for (column, header) in table.headers.iter().enumerate() {
        let is = |pattern: &String| headers.matches(column, pattern);
        if profile.is_some_and(|profile| profile.personal.iter().chain(&profile.ignored).any(is)) {
            continue;
        }
        let used = if source.columns.is_some() { own.iter().any(|name| headers.matches(column, name)) } else { named.iter().any(is) };
        let cells = || table.sample.iter().filter_map(|row| row.get(column));
        // A column that a profile uses is what the profile says, unless its cells say otherwise; ids may look like phone numbers.
        let by_header = personal::by_header(header).filter(|_| !used).map(|what| (what, "header"));
        let suspect = by_header.or_else(|| personal::by_cells(cells()).filter(|what| !used || *what == "email").map(|what| (what, "cells")));
        if let Some((what, told_by)) = suspect {
            found.push(Suspect { column: header.clone(), what, told_by, used });
        }
    }
    found
}

/// Takes over what reading counted.
fn count(survey: &mut Survey, draft: &Draft) {
    let mut holds: Vec<BTreeMap<&'static str, u64>> = vec![BTreeMap::new(); draft.sources.len()];
    let contributions = draft.contributions.iter().map(|row| (row.origin.source, row.kind.word()));
    let comments = draft.comments.iter().map(|row| (row.origin.source, "comment"));
    let votes = draft.votes.iter().map(|row| (row.origin.source, "vote"));
    for (source, what) in contributions.chain(comments).chain(votes) {
        *holds[source as usize].entry(what).or_default() += 1;
        *survey.holds.entry(what).or_default() += 1;
    }
    for (source, holds) in draft.sources.iter().map(|source| &source.file).zip(holds) {
        let at = survey.files.iter().position(|file| file.file == *source.file).unwrap_or_else(|| {
            survey.files.push(FileFacts { file: source.file.to_string(), ..FileFacts::default() });
            survey.files.len() - 1
        });
        let facts = &mut survey.files[at];
        facts.columns_unused = source.columns_unused.iter().map(ToString::to_string).collect();
        facts.columns_personal = source.columns_personal.iter().map(ToString::to_string).collect();
        (facts.rows_read, facts.rows_kept, facts.holds) = (source.rows_read, source.rows_kept, holds);
        let of_file = |file: &str| *file == *source.file || source.documents.iter().any(|document| **document == *file);
        for row in draft.set_aside.iter().filter(|row| of_file(&row.file)) {
            *facts.set_aside.entry(row.reason.code.id.to_owned()).or_default() += 1;
        }
    }
}

/// Finds what belongs to what.
fn relate(survey: &mut Survey, linked: &Linked, votes: &[u32]) {
    let mut counts: BTreeMap<(u32, &'static str, Option<u32>), u64> = BTreeMap::new();
    let home = |ix: u32| {
        let row = &linked.contributions[ix as usize];
        (!row.missing).then_some(row.draft.origin.source)
    };
    for row in linked.contributions.iter().filter(|row| !row.missing) {
        if let Some(parent) = row.parent {
            *counts.entry((row.draft.origin.source, row.draft.kind.word(), home(parent))).or_default() += 1;
        }
    }
    for comment in &linked.comments {
        let to = home(comment.contribution).filter(|_| !comment.orphan || comment.depth == 0);
        *counts.entry((comment.draft.origin.source, "comment", to)).or_default() += 1;
    }
    // Votes lose their file when they are linked; where all come from one, it is known.
    if let Some(&from) = votes.first().filter(|first| votes.iter().all(|other| other == *first)) {
        for vote in &linked.votes {
            *counts.entry((from, "vote", home(vote.on))).or_default() += 1;
        }
    }
    let name = |source: u32| linked.sources[source as usize].file.file.to_string();
    survey.relations = counts.into_iter().map(|((from, what, to), count)| Relation { from: name(from), what, to: to.map(name), count }).collect();
}

fn sample(draft: &Draft) -> Vec<Sample> {
    let first = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(80).collect::<String>();
    let contributions = draft.contributions.iter().take(3).map(|row| Sample {
        what: row.kind.word(),
        id: row.id.to_string(),
        text: first(if row.title.is_empty() { &row.body.value } else { &row.title }),
    });
    let comments = draft.comments.iter().take(3).map(|row| Sample { what: "comment", id: row.id.to_string(), text: first(&row.body.value) });
    contributions.chain(comments).collect()
}
