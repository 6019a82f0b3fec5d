//! What is doubtful in a record. Checks never change data; each is a function in the registry [`CHECKS`].

use crate::diagnose::{Diagnostic, codes};
use crate::model::{Consultation, Contribution, Kind, Precision, Status};
use crate::tally::Tallies;

/// What a check looks at.
pub struct Subject<'a> {
    /// The record.
    pub consultation: &'a Consultation,
    /// Its figures.
    pub tallies: &'a Tallies,
    /// First and last local day of the consultation, where `consultation.yaml` says.
    pub dates: (Option<i32>, Option<i32>),
    /// West, south, east, north of the territory in degrees, where `consultation.yaml` says.
    pub territory: Option<[f64; 4]>,
    /// Folder of the consultation, for messages.
    pub shown: &'a str,
}

/// A check: gives what it finds.
pub type Check = fn(&Subject<'_>) -> Vec<Diagnostic>;

/// All checks. Adding one is one function and one line.
pub const CHECKS: &[Check] =
    &[empty_texts, days_among_times, votes_reversed, signs_unsettled, votes_differ, comments_differ, declared_missing, outside_dates, far_points];

/// Runs them all.
pub fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    CHECKS.iter().flat_map(|check| check(subject)).collect()
}

/// Published contributions with neither title nor text.
fn empty_texts(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let empty =
        subject.consultation.contributions.iter().filter(|c| !c.missing && c.status == Status::Published && c.title.is_empty() && c.body.is_empty());
    listed(codes::EMPTY_TEXT, subject, empty.map(|c| format!("{} {}", c.kind.word(), c.id)))
}

/// Dates of which some tell the time of day and some do not: a column of instants writes a day as its midnight.
fn days_among_times(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let record = subject.consultation;
    let precisions = || {
        let contributions = record.contributions.iter().filter_map(|contribution| contribution.created);
        contributions.chain(record.comments.iter().filter_map(|comment| comment.created)).map(|moment| moment.precision)
    };
    let days = precisions().filter(|precision| *precision == Precision::Day).count() as u64;
    let mixed = days > 0 && precisions().any(|precision| precision != Precision::Day);
    mixed.then(|| Diagnostic::new(codes::DAYS_AMONG_TIMES).file(subject.shown).count(days)).into_iter().collect()
}

/// Vote rows whose signs are the reverse of the platform's own counters.
fn votes_reversed(subject: &Subject<'_>) -> Vec<Diagnostic> {
    subject.tallies.reversed.then(|| Diagnostic::new(codes::VOTES_REVERSED).file(subject.shown)).into_iter().collect()
}

/// Logs of votes that mark agreement with a sign which is the other way round in some of them: only counters beside them tell.
const SIGNED: &[&str] = &["polis/votes"];

/// Vote rows whose signs no counter of the platform settles.
fn signs_unsettled(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let record = subject.consultation;
    let settles = |c: &Contribution| c.declared[0].is_some() && c.declared[1].is_some();
    let signed = record.sources.iter().filter(|source| SIGNED.contains(&&*source.profile) && source.rows_kept > 0);
    let unsettled = !record.votes.is_empty() && !record.contributions.iter().any(settles);
    signed.filter(|_| unsettled).map(|source| Diagnostic::new(codes::SIGNS_UNSETTLED).file(format!("{}/{}", subject.shown, source.file))).collect()
}

/// Declared votes that the rows do not confirm.
fn votes_differ(subject: &Subject<'_>) -> Vec<Diagnostic> {
    differences(subject, |what| what != "comment_count", codes::COUNTS_DIFFER)
}

/// Declared numbers of comments that the rows do not confirm.
fn comments_differ(subject: &Subject<'_>) -> Vec<Diagnostic> {
    differences(subject, |what| what == "comment_count", codes::COMMENTS_DIFFER)
}

fn differences(subject: &Subject<'_>, wanted: fn(&str) -> bool, code: &'static crate::diagnose::Code) -> Vec<Diagnostic> {
    let wanted: Vec<_> = subject.tallies.differences.iter().filter(|difference| wanted(difference.what)).collect();
    // The parts of one contribution are beside each other: it counts once.
    let found = wanted.chunk_by(|a, b| a.contribution == b.contribution).map(|parts| {
        let contribution = subject.consultation.contribution(parts[0].contribution);
        let parts: Vec<String> = parts.iter().map(|part| format!("{} {} ≠ {}", part.what, part.declared, part.counted)).collect();
        format!("{} {}: {}", contribution.kind.word(), contribution.id, parts.join(", "))
    });
    listed(code, subject, found)
}

/// Amendments and comments that the platform counts and the files do not hold: said, not invented.
fn declared_missing(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let record = subject.consultation;
    let declared = |count: fn(&Contribution) -> Option<u32>| record.contributions.iter().filter_map(count).map(u64::from).sum::<u64>();
    let amendments = record.contributions.iter().filter(|c| c.kind == Kind::Amendment && !c.missing).count() as u64;
    let mut found = Vec::new();
    for (kind, declared, held) in
        [("amendment", declared(|c| c.declared_amendments), amendments), ("comment", declared(|c| c.declared_comments), record.comments.len() as u64)]
    {
        if declared > held {
            found.push(Diagnostic::new(codes::DECLARED_MISSING).file(subject.shown).count(declared - held).arg("kind", kind));
        }
    }
    found
}

/// Points outside the box of the territory or, where it has none, far from all others.
fn far_points(subject: &Subject<'_>) -> Vec<Diagnostic> {
    /// A point is far beyond so many times the median distance from the middle, and never below so many degrees.
    const TIMES: f64 = 10.0;
    const DEGREES: f64 = 2.0;
    let points = || subject.consultation.contributions.iter().filter_map(|c| Some((c, c.place.as_ref()?.point?)));
    let median = |mut values: Vec<f64>| {
        values.sort_by(f64::total_cmp);
        values.get(values.len() / 2).copied().unwrap_or_default()
    };
    let outside: Box<dyn Fn((f64, f64)) -> bool> = match subject.territory {
        Some([west, south, east, north]) => {
            // A territory across the 180th meridian has its west east of its east.
            let within = move |longitude: f64| if west <= east { (west..=east).contains(&longitude) } else { longitude >= west || longitude <= east };
            Box::new(move |(latitude, longitude)| !(south..=north).contains(&latitude) || !within(longitude))
        }
        None => {
            let (latitude, longitude) = (median(points().map(|(_, p)| p.0).collect()), median(points().map(|(_, p)| p.1).collect()));
            let distance = move |point: (f64, f64)| (point.0 - latitude).abs().max((point.1 - longitude).abs());
            let limit = (median(points().map(|(_, p)| distance(p)).collect()) * TIMES).max(DEGREES);
            Box::new(move |point| distance(point) > limit)
        }
    };
    let far = points().filter(|(_, point)| outside(*point));
    listed(codes::FAR_POINTS, subject, far.map(|(c, (latitude, longitude))| format!("{} {} ({latitude}, {longitude})", c.kind.word(), c.id)))
}

/// Contributions dated before the first or more than a day after the last day of the consultation.
fn outside_dates(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let (opened, closed) = subject.dates;
    let outside = subject.consultation.contributions.iter().filter(|c| {
        c.created.is_some_and(|created| {
            opened.is_some_and(|first| created.day() < first) || closed.is_some_and(|last| created.day() > last.saturating_add(1))
        })
    });
    listed(codes::OUTSIDE_DATES, subject, outside.map(|c| format!("{} {}", c.kind.word(), c.id)))
}

/// One diagnostic for all that was found, with the first three by name.
fn listed(code: &'static crate::diagnose::Code, subject: &Subject<'_>, found: impl Iterator<Item = String>) -> Vec<Diagnostic> {
    let mut count = 0;
    let mut examples = Vec::new();
    for example in found {
        count += 1;
        if examples.len() < 3 {
            examples.push(example);
        }
    }
    if count == 0 {
        return Vec::new();
    }
    vec![Diagnostic::new(code).file(subject.shown).count(count).arg("example", examples.join(" · "))]
}
