//! What was imported becomes what may be shown: texts cleaned once, dates made instants, persons made pseudonyms.
//!
//! The privacy policy is applied here and nowhere later: a name or text that it hides does not exist in the model.

mod markdown;
mod markup;
mod mojibake;
mod moments;
mod people;
mod personal;
mod repair;
mod text;

use std::cell::RefCell;

use rayon::prelude::*;

use crate::archive::{AuthorPolicy, DatePolicy, PersonalPolicy, Privacy, PrivacyOverride, WithdrawnPolicy};
use crate::diagnose::{Diagnostic, Diagnostics, Tally, codes};
use crate::import::{Linked, LinkedComment, LinkedContribution, LinkedVote, RawText};
use crate::model::{
    Appendix, Ballot, Comment, Consultation, Contribution, Extra, Moment, Origin, Orphan, Outcome, Place, Sides, SourceFile, Status, Text,
    Translation, VoteCounts, VoteRows, Votes,
};

pub use moments::{Zones, day};
pub use people::codes_of;
pub use personal::PersonalFinding;
pub use repair::repair;
pub use text::{is_address, line, plain_of};

/// The rules of one consultation.
#[derive(Debug, Clone)]
pub struct Policy<'a> {
    /// Name of the consultation: pseudonyms differ from one to the next.
    pub slug: &'a str,
    /// The key of pseudonyms.
    pub secret: &'a [u8],
    /// How persons are shown.
    pub authors: AuthorPolicy,
    /// Whether links to the original pages are published.
    pub source_links: bool,
    /// What withdrawn contributions show.
    pub withdrawn: WithdrawnPolicy,
    /// Language of texts where the export does not say, if it is not the archive's.
    pub language: Option<&'a str>,
    /// How exact dates are.
    pub dates: DatePolicy,
    /// Decimals that coordinates keep.
    pub coordinates: Option<u8>,
    /// The further columns that may be published.
    pub columns: Option<Vec<String>>,
    /// What is done with personal data in free text.
    pub personal: PersonalPolicy,
    /// Data that are public and left alone, as they are compared.
    pub keep: Vec<String>,
    /// What stands in the place of a finding, by its kind.
    pub masks: Vec<(&'static str, String)>,
}

impl<'a> Policy<'a> {
    /// The archive's rules, with what the consultation sets differently.
    pub fn new(slug: &'a str, secret: &'a [u8], archive: &Privacy, own: &PrivacyOverride) -> Self {
        let authors = own.authors.unwrap_or(archive.authors);
        // The original pages name their authors: a pseudonym beside such a link would hide nothing.
        let source_links = own.source_links.or(archive.source_links).unwrap_or(authors == AuthorPolicy::Name);
        Self {
            slug,
            secret,
            authors,
            source_links,
            withdrawn: own.withdrawn.unwrap_or(archive.withdrawn),
            language: None,
            dates: own.dates.unwrap_or(archive.dates),
            coordinates: own.coordinates.or(archive.coordinates),
            columns: own.columns.clone().or_else(|| archive.columns.clone()),
            personal: own.personal.or(archive.personal).unwrap_or(PersonalPolicy::Mask),
            keep: archive.keep.iter().map(|kept| personal::compared(kept)).filter(|kept| !kept.is_empty()).collect(),
            masks: Vec::new(),
        }
    }

    /// Whether a further column may be published.
    fn allows(&self, column: &str) -> bool {
        self.columns.as_ref().is_none_or(|columns| columns.iter().any(|allowed| allowed == column))
    }

    /// A moment as exact as it may be.
    fn dated(&self, moment: Moment) -> Moment {
        match self.dates {
            DatePolicy::Second => moment,
            DatePolicy::Day => moment.of_day(),
        }
    }

    /// A point as exact as it may be.
    fn placed(&self, (latitude, longitude): (f64, f64)) -> (f64, f64) {
        let Some(decimals) = self.coordinates else { return (latitude, longitude) };
        let scale = 10f64.powi(i32::from(decimals));
        ((latitude * scale).round() / scale, (longitude * scale).round() / scale)
    }

    /// What stands in the place of a finding.
    fn masked(&self, kind: &str) -> String {
        self.masks.iter().find(|(known, _)| *known == kind).map_or_else(|| "[…]".to_owned(), |(_, label)| label.clone())
    }

    /// Whether texts and author of something with this status are hidden.
    pub fn hides(&self, status: Status) -> bool {
        match status {
            Status::Published => false,
            Status::Withdrawn => self.withdrawn == WithdrawnPolicy::Hide,
            Status::Moderated | Status::Erased => true,
        }
    }
}

/// Makes the model of a consultation. `shown` is its folder, for messages.
pub fn consultation(
    mut linked: Linked,
    policy: &Policy<'_>,
    zones: &Zones,
    shown: &str,
    diagnostics: &mut Diagnostics,
) -> (Consultation, Vec<PersonalFinding>) {
    let authors = people::authors(std::mem::take(&mut linked.authors), policy);
    let (sources, profile_zones): (Vec<SourceFile>, Vec<Option<String>>) =
        std::mem::take(&mut linked.sources).into_iter().map(|source| (source.file, source.zone)).unzip();
    let zone_of = |source: u32| profile_zones.get(source as usize).and_then(Option::as_deref);
    let complete = linked.vote_rows == Some(VoteRows::Complete);
    let context = Context { complete, vote_sides: linked.vote_sides, policy, zones, zone_of: &zone_of };

    // Relative links in a text are its own page's.
    let bases: Vec<Option<Box<str>>> = linked.contributions.iter().map(|row| row.draft.source_url.clone()).collect();
    let (contributions, remarks): (Vec<_>, Vec<_>) =
        std::mem::take(&mut linked.contributions).into_par_iter().map(|row| context.contribution(row)).unzip();
    let (comments, more): (Vec<_>, Vec<_>) = std::mem::take(&mut linked.comments).into_par_iter().map(|row| context.comment(row)).unzip();
    let mut remarks: Vec<Remark> = remarks.into_iter().chain(more).collect();
    let personal: Vec<PersonalFinding> = remarks.iter_mut().flat_map(|remark| std::mem::take(&mut remark.personal)).collect();
    tell(remarks.into_iter(), &sources, shown, diagnostics);

    let hidden = |on: u32| policy.hides(contributions[on as usize].status);
    // Findings are collected on the way: a text that stands beside a contribution is as public as its own.
    let found = RefCell::new(personal);
    let note = |(text, more): (Text, Vec<PersonalFinding>)| {
        found.borrow_mut().extend(more);
        text
    };
    let origin = |on: u32| contributions[on as usize].origin;
    let base = |on: u32| bases[on as usize].as_deref();
    let clean = |on: u32, field: &'static str, raw: &RawText| note(context.searched(text::body(raw, base(on)).0, field, origin(on)));
    let title = |on: u32, raw: &str| {
        let (title, more) = context.searched_line(text::title(raw), "title", origin(on));
        found.borrow_mut().extend(more);
        title
    };
    let extras = linked.extras.into_iter().filter(|(on, name, _)| !hidden(*on) && policy.allows(name)).map(|(contribution, name, value)| {
        let value = note(context.searched(Text::plain(text::plain(&value)), "further", origin(contribution)));
        Extra { contribution, name: line(&name).into(), value: value.value }
    });
    let extras = extras.collect();
    let appendices = linked.appendices.into_iter().filter(|(on, _, _)| !hidden(*on)).map(|(contribution, name, body)| Appendix {
        contribution,
        title: title(contribution, &name).into(),
        body: clean(contribution, "appendix", &body),
    });
    let appendices = appendices.collect();
    let translations = linked.translations.into_iter().filter(|(on, ..)| !hidden(*on)).map(|(contribution, language, name, body)| Translation {
        contribution,
        language: text::language(&language).unwrap_or_default(),
        title: title(contribution, &name).into(),
        body: clean(contribution, "translation", &body),
    });
    let translations = translations.collect();
    let votes = linked.votes.into_iter().map(|LinkedVote { on: contribution, voter, side, weight, at }| {
        let at = at.map(|(stamp, source)| policy.dated(zones.moment(stamp, zone_of(source))));
        Ballot { contribution, voter, side, weight, at: at.map(|moment| (moment.seconds, moment.day())) }
    });
    let votes = votes.collect();
    let outcomes = linked.outcomes.into_iter().map(|outcome| {
        let on_what = outcome.contributions;
        let row = outcome.draft;
        let date = row.date.map(|stamp| zones.moment(stamp, None));
        // An answer to nothing that is here has no row to be found by.
        let body = match on_what.first() {
            // It would tell what was said.
            Some(_) if on_what.iter().all(|on| hidden(*on)) => Text::empty(),
            Some(&on) => clean(on, "answer", &row.body),
            None => text::body(&row.body, None).0,
        };
        Outcome {
            id: row.id,
            title: line(&row.title).into(),
            body,
            status: row.status,
            author: row.author.map(|author| line(&author).into()),
            date,
            source_url: row.source_url.filter(|url| policy.source_links && is_address(url)),
            contributions: on_what,
        }
    });
    let outcomes = outcomes.collect();
    let nowhere = Origin { source: 0, row: 0 };
    let topics = linked.topics.into_iter().zip(1..).map(|(mut topic, number): (_, u32)| {
        // A title of markup alone is what was written: without one, the topic could not be named.
        let plain = Some(text::title(&topic.title)).filter(|title| !title.is_empty()).unwrap_or_else(|| line(&topic.title));
        let (title, more) = context.searched_line(plain.clone(), "topic", nowhere);
        let (description, also) = context.searched_line(text::title(&topic.description), "topic", nowhere);
        found.borrow_mut().extend(more.into_iter().chain(also));
        // An id made of the title would say what was taken out of it.
        topic.id = if title == plain { text::identity(topic.id) } else { format!("topic-{number}").into() };
        (topic.title, topic.description) = (title.into(), description.into());
        topic
    });
    let topics = topics.collect();
    let mut orphans: Vec<Orphan> = linked.orphans.into_iter().map(Orphan::Contribution).collect();
    orphans.extend((0..).zip(&comments).filter(|(_, comment): &(u32, &Comment)| comment.orphan).map(|(index, _)| Orphan::Comment(index)));
    let mut personal = found.into_inner();
    personal::tell(&personal, policy, &sources, shown, diagnostics);
    let record = Consultation {
        slug: policy.slug.into(),
        edition: linked.edition,
        contributions,
        comments,
        authors,
        topics,
        votes,
        vote_rows: linked.vote_rows,
        vote_sides: linked.vote_sides,
        opinion_groups: linked.opinion_groups.into_iter().map(|name| line(&name).into()).collect(),
        group_of_voter: linked.group_of_voter,
        group_votes: linked.group_votes,
        extras,
        appendices,
        translations,
        outcomes,
        workshops: Vec::new(),
        orphans,
        erased: Vec::new(),
        set_aside: linked.set_aside,
        sources,
    };
    for found in &mut personal {
        let (file, row) = record.origin(found.origin);
        found.place = (file.into(), row);
    }
    (record, personal)
}

/// What cleaning one row changed or noticed.
#[derive(Debug, Default)]
struct Remark {
    personal: Vec<PersonalFinding>,
    source: u32,
    row: u32,
    removed: Option<&'static str>,
    controls: bool,
    mojibake: Option<(mojibake::Cause, String)>,
}

fn tell(remarks: impl Iterator<Item = Remark>, sources: &[SourceFile], shown: &str, diagnostics: &mut Diagnostics) {
    let mut tallies: Vec<Tally> = sources.iter().map(|_| Tally::default()).collect();
    for remark in remarks {
        let tally = &mut tallies[remark.source as usize];
        // In a folder of documents the file's own name says more than a number.
        let document = sources[remark.source as usize].documents.get((remark.row as usize).wrapping_sub(1));
        let row = if document.is_some() { 0 } else { u64::from(remark.row) };
        let named = |example: &str| match document {
            Some(name) => format!("{}: {example}", name.rsplit('/').next().unwrap_or(name)),
            None => example.to_owned(),
        };
        if let Some(what) = remark.removed {
            tally.note(codes::MARKUP_REMOVED, row, "", "", &named(what));
        }
        if remark.controls {
            tally.note(codes::CONTROL_REMOVED, row, "", "", "");
        }
        if let Some((cause, example)) = remark.mojibake {
            tally.note(codes::MOJIBAKE, row, "", cause.name(), &named(&example));
        }
    }
    for (tally, source) in tallies.into_iter().zip(sources) {
        // What is damaged in a source that asks for repair could not be mended: the hint is another one.
        let asked = if source.repair { "repair" } else { "" };
        diagnostics.extend(tally.finish(&format!("{shown}/{}", source.file)).map(|said| said.arg("value", asked)).collect::<Vec<Diagnostic>>());
    }
}

struct Context<'a> {
    /// The vote rows of the consultation are all there were.
    complete: bool,
    /// Sides that the vote rows speak of.
    vote_sides: Sides,
    policy: &'a Policy<'a>,
    zones: &'a Zones,
    zone_of: &'a (dyn Fn(u32) -> Option<&'a str> + Sync),
}

impl Context<'_> {
    fn contribution(&self, row: LinkedContribution) -> (Contribution, Remark) {
        let LinkedContribution { draft, parent, topic, missing } = row;
        let zone = (self.zone_of)(draft.origin.source);
        let mut remark = Remark { source: draft.origin.source, row: draft.origin.row, ..Remark::default() };
        let hidden = self.policy.hides(draft.status);
        let (title, body) = if hidden {
            (String::new(), Text::empty())
        } else {
            let (body, removed) = text::body(&draft.body, draft.source_url.as_deref());
            remark.removed = removed;
            let origin = draft.origin;
            let (title, mut personal) = self.searched_line(text::title(&draft.title), "title", origin);
            let (body, more) = self.searched(body, "body", origin);
            personal.extend(more);
            remark.personal = personal;
            (title, body)
        };
        remark.controls = text::has_controls(&draft.title) || text::has_controls(&draft.body.value);
        remark.mojibake = mojibake::find(&title).or_else(|| mojibake::find(&body.value));
        let mut line_of = |raw: &str, field: &'static str| {
            let (line, more) = self.searched_line(text::title(raw), field, draft.origin);
            remark.personal.extend(more);
            line
        };
        let place_name = draft.place.as_deref().filter(|_| !hidden).map(|name| line_of(name, "place")).filter(|name| !name.is_empty());
        let tags: Box<[Box<str>]> = if hidden { Box::default() } else { draft.tags.iter().map(|tag| line_of(tag, "tags").into()).collect() };
        let status_reason = draft.status_reason.as_deref().map(|reason| line_of(reason, "status_reason").into());
        let place = (!hidden && (draft.point.is_some() || place_name.is_some()))
            .then(|| Box::new(Place { point: draft.point.map(|point| self.policy.placed(point)), name: place_name.map(Into::into) }));
        let source_url = draft.source_url.filter(|url| self.policy.source_links && !hidden && is_address(url));
        let contribution = Contribution {
            kind: draft.kind,
            id: text::identity(draft.id),
            parent,
            topic,
            tags,
            title: title.into(),
            body,
            author: draft.author.filter(|_| !hidden),
            created: draft.created.map(|stamp| self.policy.dated(self.zones.moment(stamp, zone))),
            updated: draft.updated.map(|stamp| self.policy.dated(self.zones.moment(stamp, zone))),
            status: draft.status,
            status_reason,
            language: draft.language.as_deref().and_then(text::language).or_else(|| self.policy.language.map(Into::into)),
            declared: draft.declared,
            declared_total: draft.declared_total,
            basis: draft.basis,
            declared_comments: draft.declared_comments,
            declared_amendments: draft.declared_amendments,
            place,
            source_url,
            origin: draft.origin,
            missing,
        };
        (contribution, remark)
    }

    fn comment(&self, row: LinkedComment) -> (Comment, Remark) {
        let LinkedComment { draft, contribution, parent, depth, orphan, counted } = row;
        let zone = (self.zone_of)(draft.origin.source);
        let mut remark = Remark { source: draft.origin.source, row: draft.origin.row, ..Remark::default() };
        let hidden = self.policy.hides(draft.status);
        let body = if hidden {
            Text::empty()
        } else {
            let (body, removed) = text::body(&draft.body, draft.source_url.as_deref().or(draft.thread_url.as_deref()));
            remark.removed = removed;
            let (body, personal) = self.searched(body, "body", draft.origin);
            remark.personal = personal;
            body
        };
        remark.controls = text::has_controls(&draft.body.value);
        remark.mojibake = mojibake::find(&body.value);
        // As for contributions: counted votes are published where they are all there were, or where nothing is declared.
        let counts_tell = counted != Votes::default() && (self.complete || draft.declared == [None; 3]);
        let declared = if counts_tell { VoteCounts::of(counted, self.vote_sides).parts() } else { draft.declared };
        let comment = Comment {
            id: text::identity(draft.id),
            contribution,
            parent,
            depth,
            side: draft.side,
            body,
            author: draft.author.filter(|_| !hidden),
            created: draft.created.map(|stamp| self.policy.dated(self.zones.moment(stamp, zone))),
            updated: draft.updated.map(|stamp| self.policy.dated(self.zones.moment(stamp, zone))),
            status: draft.status,
            language: draft.language.as_deref().and_then(text::language).or_else(|| self.policy.language.map(Into::into)),
            declared,
            source_url: draft.source_url.filter(|url| self.policy.source_links && !hidden && is_address(url)),
            origin: draft.origin,
            orphan,
        };
        (comment, remark)
    }
}
