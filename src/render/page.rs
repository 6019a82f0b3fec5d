//! The renderer: what pages share, and which page is made by which function.

use serde::Serialize;
use tera::{Context, Value};

use super::engine::Engine;
use super::items::{Phrases, Sides};
use super::shared::{Link, Site};
use crate::archive::Content;
use crate::diagnose::Diagnostic;
use crate::export::Published;
use crate::model::{ContributionIx, Kind};
use crate::plan::{Dossier, Page, SitePlan};
use crate::words::Words;

/// `page` of the contexts.
#[derive(Debug, Default, Serialize)]
pub struct PageValue {
    kind: &'static str,
    url: String,
    /// For the window and search engines: unlike any other page's.
    title: String,
    heading: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    description: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    canonical: Option<String>,
    trail: Vec<Link>,
    #[serde(skip_serializing_if = "Option::is_none")]
    prev: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<String>,
    noindex: bool,
}

/// What a page says of itself; the rest of [`PageValue`] follows from it.
#[derive(Debug, Default)]
pub struct Head {
    /// Name of its template without extension.
    pub kind: &'static str,
    /// Address from the root.
    pub url: String,
    /// Its heading.
    pub heading: String,
    /// What makes its title unlike others with the same heading.
    pub detail: String,
    /// One sentence.
    pub description: String,
    /// Breadcrumb without the page itself.
    pub trail: Vec<Link>,
    /// Neighbours in a series.
    pub prev: Option<String>,
    /// See `prev`.
    pub next: Option<String>,
    /// Search engines should leave it alone.
    pub noindex: bool,
}

/// A page: its address from the root, and its bytes.
pub type Made = Result<(String, Vec<u8>), Diagnostic>;

/// Renders the pages of an archive.
pub struct Renderer<'a> {
    /// What the user wrote.
    pub content: &'a Content,
    /// The consultations.
    pub dossiers: &'a [Dossier<'a>],
    /// The addresses.
    pub plan: &'a SitePlan,
    /// Shared values.
    pub site: &'a Site,
    /// Templates and words.
    pub engine: &'a Engine,
    /// What was exported, by consultation.
    pub published: &'a [Published],
    /// Words used by the thousand.
    pub phrases: Phrases,
    /// Which sides of votes are known, by consultation.
    pub sides: Vec<Sides>,
    /// Words of diagnostics in the archive's language.
    pub remarks: Words,
    /// By consultation: (parent, child), sorted.
    pub(super) children: Vec<Vec<(ContributionIx, ContributionIx)>>,
    /// By consultation: (contribution, outcome), sorted.
    pub(super) outcomes: Vec<Vec<(ContributionIx, u32)>>,
    /// By consultation: (ranking, kind, how many have a rank).
    pub(super) ranked_of_kind: Vec<Vec<(&'static str, Kind, usize)>>,
}

impl<'a> Renderer<'a> {
    /// Prepares what all pages share.
    pub fn new(
        content: &'a Content,
        dossiers: &'a [Dossier<'a>],
        plan: &'a SitePlan,
        site: &'a Site,
        engine: &'a Engine,
        published: &'a [Published],
    ) -> Self {
        let children = dossiers.iter().map(|dossier| {
            let mut pairs: Vec<_> = (0..).zip(&dossier.record.contributions).filter_map(|(child, c)| Some((c.parent?, child))).collect();
            pairs.sort_unstable();
            pairs
        });
        let outcomes = dossiers.iter().map(|dossier| {
            let mut pairs: Vec<_> =
                (0..).zip(&dossier.record.outcomes).flat_map(|(at, outcome)| outcome.contributions.iter().map(move |&ix| (ix, at))).collect();
            pairs.sort_unstable();
            pairs
        });
        let ranked_of_kind = dossiers.iter().map(|dossier| {
            let count = |ranked: &crate::rank::Ranked, kind: Kind| {
                dossier.record.contributions.iter().zip(&ranked.ranks).filter(|(c, rank)| c.kind == kind && **rank > 0).count()
            };
            dossier.published().flat_map(|ranked| Kind::ALL.iter().map(move |&kind| (ranked.id, kind, count(ranked, kind)))).collect()
        });
        Self {
            ranked_of_kind: ranked_of_kind.collect(),
            content,
            dossiers,
            plan,
            site,
            engine,
            published,
            phrases: Phrases::new(engine.words()),
            sides: dossiers.iter().map(Sides::new).collect(),
            remarks: Words::diagnostics(content.config.language.code()),
            children: children.collect(),
            outcomes: outcomes.collect(),
        }
    }

    /// Code of the site's language.
    pub fn site_language(&self) -> &'static str {
        self.content.config.language.code()
    }

    /// A word of the interface.
    pub fn word(&self, key: &str) -> String {
        self.engine.words().text(key)
    }

    /// Makes a page: its address from the root, and its bytes.
    pub fn page(&self, page: Page) -> Made {
        match page {
            Page::Home => self.home(),
            Page::Consultations => self.consultations(),
            Page::Document(index) => self.document(index),
            Page::NotFound => self.not_found(),
            Page::Consultation(c) => self.consultation(c),
            Page::Topic(c, branch) => self.topic(c, branch),
            Page::List(c, branch, ranking, number) => self.list(c, branch, ranking, number),
            Page::Grouping(c, grouping) => self.grouping(c, grouping),
            Page::Group(c, grouping, group, number) => self.group(c, grouping, group, number),
            Page::Contribution(c, ix) => self.contribution(c, ix),
            Page::Comments(c, ix, number) => self.comments(c, ix, number),
            Page::Data(c) => self.data(c),
            Page::Method(c) => self.method(c),
            Page::Changes(c) => self.changes(c),
            Page::Redirect(c, former, ix) => self.redirect(c, former, ix),
        }
    }

    /// A context with what every page has; `consultation` where the page belongs to one.
    pub(super) fn context(&self, head: Head, consultation: Option<usize>) -> Context {
        let mut context = Context::new();
        context.insert_value("site", self.site.value.clone());
        let depth = head.url.matches('/').count();
        context.insert_value("root", Value::from("../".repeat(depth)));
        let value = consultation.map(|c| self.site.consultations[c].clone());
        context.insert_value("consultation", value.unwrap_or_else(Value::none));
        let mut title = head.heading.clone();
        if !head.detail.is_empty() {
            title = format!("{title} · {}", head.detail);
        }
        if let Some(c) = consultation.filter(|_| head.kind != "consultation") {
            title = format!("{title} · {}", self.dossiers[c].content.config.title);
        }
        if title != self.content.config.title {
            title = format!("{title} · {}", self.content.config.title);
        }
        let canonical = self.site.base_url.as_ref().map(|base| format!("{base}{}", head.url));
        let page = PageValue {
            kind: head.kind,
            title,
            heading: head.heading,
            description: head.description,
            canonical,
            trail: head.trail,
            prev: head.prev,
            next: head.next,
            noindex: head.noindex,
            url: head.url,
        };
        context.insert("page", &page);
        context
    }

    /// Renders a template for an address.
    pub(super) fn finish(&self, template: &str, url: String, context: &Context) -> Made {
        let bytes = self.engine.render(template, context)?;
        Ok((url, bytes))
    }

    /// The breadcrumb of pages below a consultation.
    pub(super) fn trail(&self, c: usize) -> Vec<Link> {
        vec![
            Link::new(self.word("menu-consultations"), "consultations.html"),
            Link::new(&self.dossiers[c].content.config.title, self.plan.consultations[c].home()),
        ]
    }
}
