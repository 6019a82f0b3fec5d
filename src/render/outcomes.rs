//! What became of contributions.

use rustc_hash::FxHashSet;
use serde::Serialize;

use super::page::{Head, Made, Renderer};
use super::shared::Link;
use super::text::to_html;
use crate::diagnose::Arg;
use crate::model::{ContributionIx, OutcomeStatus, Status};
use crate::plan::{OUTCOMES_PER_PAGE, anchor_of};
use crate::words::Date;

/// Contributions named below an outcome, at most.
const NAMED: usize = 30;

/// An outcome on its page or on that of a contribution.
#[derive(Debug, Serialize)]
pub struct OutcomeValue<'a> {
    id: String,
    status: Option<&'static str>,
    status_title: Option<&'a str>,
    title: String,
    body_html: String,
    author: Option<&'a str>,
    date: Option<Date>,
    /// Where the decision stands, on another site.
    link: Option<&'a str>,
    /// The outcome on its page.
    url: String,
    contributions: Vec<Link>,
    more: usize,
}

#[derive(Serialize)]
struct Tab {
    title: String,
    url: String,
    current: bool,
    count: usize,
}

impl Renderer<'_> {
    /// An outcome for a page that is so deep below the root, with the names of at most so many contributions it answers.
    pub(super) fn outcome(&self, c: usize, at: u32, root: &str, named: usize) -> OutcomeValue<'_> {
        let record = &self.dossiers[c].record;
        let plan = &self.plan.consultations[c];
        let outcome = &record.outcomes[at as usize];
        let contributions = outcome.contributions.iter().take(named).map(|&ix| Link::new(self.title_of(c, ix), plan.contribution(record, ix)));
        let written = self.chapter(c).outcomes.get(at as usize).and_then(Option::as_ref);
        let title = if outcome.title.is_empty() { self.word("outcome-untitled") } else { outcome.title.to_string() };
        OutcomeValue {
            id: anchor_of("o", &outcome.id),
            status: outcome.status.map(OutcomeStatus::word),
            status_title: outcome.status.map(|status| self.phrases.outcome(status)),
            title,
            body_html: written.map_or_else(|| to_html(&outcome.body), |html| html.at(root)),
            author: outcome.author.as_deref(),
            date: outcome.date.map(|date| self.site.dates.date(date)),
            link: outcome.source_url.as_deref(),
            url: plan.outcome(record, at),
            contributions: contributions.collect(),
            more: outcome.contributions.len().saturating_sub(named),
        }
    }

    pub(super) fn outcomes(&self, c: usize, status: Option<OutcomeStatus>, number: usize) -> Made {
        let dossier = &self.dossiers[c];
        let record = &dossier.record;
        let plan = &self.plan.consultations[c];
        let url = plan.outcomes(status, number);
        let mut detail = status.map(|status| self.phrases.outcome(status).to_owned()).unwrap_or_default();
        if number > 1 {
            detail = format!("{detail} {} {number}", self.word("page-label")).trim().to_owned();
        }
        let of = |status: Option<OutcomeStatus>| {
            let chosen = (0..).zip(&record.outcomes).filter(move |(_, outcome)| status.is_none() || outcome.status == status);
            chosen.map(|(at, _)| at).collect::<Vec<u32>>()
        };
        let chosen = of(status);
        let pages = chosen.len().div_ceil(OUTCOMES_PER_PAGE);
        let mut trail = self.trail(c);
        if status.is_some() || number > 1 {
            trail.push(Link::new(self.word("menu-outcomes"), plan.outcomes(None, 1)));
        }
        let answered: FxHashSet<ContributionIx> = record.outcomes.iter().flat_map(|outcome| outcome.contributions.iter().copied()).collect();
        let published = record.contributions.iter().filter(|c| !c.missing && c.status == Status::Published).count();
        let count = answered.iter().filter(|ix| record.contribution(**ix).status == Status::Published && !record.contribution(**ix).missing).count();
        let summary = self.engine.words().format("outcomes-summary", &[("answered", Arg::from(count)), ("contributions", Arg::from(published))]);
        let url_of = |page: usize| plan.outcomes(status, page);
        let head = Head {
            kind: "outcomes",
            url: url.clone(),
            heading: self.word("menu-outcomes"),
            detail,
            description: summary.clone(),
            trail,
            prev: (number > 1).then(|| url_of(number - 1)),
            next: (number < pages).then(|| url_of(number + 1)),
            ..Head::default()
        };
        let mut context = self.context(head, Some(c));
        let mut tabs =
            vec![Tab { title: self.word("outcomes-all"), url: plan.outcomes(None, 1), current: status.is_none(), count: record.outcomes.len() }];
        for &other in OutcomeStatus::ALL {
            let count = of(Some(other)).len();
            if count > 0 {
                tabs.push(Tab {
                    title: self.phrases.outcome(other).to_owned(),
                    url: plan.outcomes(Some(other), 1),
                    current: status == Some(other),
                    count,
                });
            }
        }
        context.insert("tabs", &tabs);
        context.insert("summary", &summary);
        let root = "../".repeat(url.matches('/').count());
        let shown = chosen.chunks(OUTCOMES_PER_PAGE).nth(number - 1).unwrap_or_default();
        context.insert("outcomes", &shown.iter().map(|&at| self.outcome(c, at, &root, NAMED)).collect::<Vec<_>>());
        context.insert("pager", &self.pager(number, pages, &url_of));
        self.finish("outcomes.html", url, &context)
    }
}
