//! The renderer: what pages share, and which page is made by which function.

use serde::Serialize;
use tera::{Context, Value};

use super::citation::{Meta, json_block, tags, thing};
use super::engine::Engine;
use super::items::Phrases;
use super::seal::Seal;
use super::shared::{Link, Site};
use super::text::excerpt;
use crate::archive::Content;
use crate::catalogue::OpenData;
use crate::cite::{Author, Work};
use crate::diagnose::Diagnostic;
use crate::editorial::Editorial;
use crate::model::{ContributionIx, Kind, Status};
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
    meta: Vec<Meta>,
    json_ld: String,
    /// Something of its own that is cited, not a list.
    work: bool,
}

/// What a page says of itself; the rest of [`PageValue`] follows from it.
#[derive(Debug, Default)]
pub struct Head<'w> {
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
    /// Day it was written, in ISO 8601, where it is not that of the consultation.
    pub published: Option<String>,
    /// Who wrote it, where it is not the publisher.
    pub author: Option<String>,
    /// What is cited, where the page is something of its own.
    pub work: Option<Work<'w>>,
    /// schema.org, where more is known than the title.
    pub json_ld: Option<serde_json::Value>,
}

/// Kinds of pages that hold texts of participants.
const WITH_TEXTS: &[&str] =
    &["contribution", "comments", "list", "grouping", "group", "topic", "consultation", "changes", "workshops", "map", "outcomes"];

/// Kinds of pages that say where an archive is not what its last edition committed to.
const TELL_OF_DRAFTS: &[&str] = &["index", "consultation", "data", "editions"];

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
    pub data: &'a OpenData,
    /// What the association wrote.
    pub editorial: &'a Editorial,
    /// Logs and closed editions.
    pub seal: &'a Seal<'a>,
    /// The archive is not what its last edition committed to; false where none was closed.
    pub draft: bool,
    /// Words used by the thousand.
    pub phrases: Phrases,
    /// Words of diagnostics in the archive's language.
    pub remarks: Words,
    /// By consultation: (parent, child), sorted.
    pub(super) children: Vec<Vec<(ContributionIx, ContributionIx)>>,
    /// By consultation: (contribution, outcome), sorted.
    pub(super) outcomes_by: Vec<Vec<(ContributionIx, u32)>>,
    /// By consultation: (contribution, workshop that brought it), sorted.
    pub(super) workshops_by: Vec<Vec<(ContributionIx, usize)>>,
    /// By consultation: (ranking, kind, how many have a rank).
    pub(super) ranked_of_kind: Vec<Vec<(&'static str, Kind, usize)>>,
    /// By consultation and author: how many contributions show it.
    pub(super) written_by: Vec<Vec<u32>>,
    /// By consultation, grouping and group: how many groups before it have the same name.
    pub(super) twins: Vec<Vec<Vec<usize>>>,
}

/// What pages show beside the record.
pub struct Shown<'a> {
    /// What was exported.
    pub data: &'a OpenData,
    /// What the association wrote.
    pub editorial: &'a Editorial,
    /// Logs and closed editions.
    pub seal: &'a Seal<'a>,
}

impl<'a> Renderer<'a> {
    /// Prepares what all pages share.
    pub fn new(
        content: &'a Content,
        dossiers: &'a [Dossier<'a>],
        plan: &'a SitePlan,
        site: &'a Site,
        engine: &'a Engine,
        Shown { data, editorial, seal }: Shown<'a>,
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
        let workshops = dossiers.iter().map(|dossier| {
            let brought = |(at, workshop): (usize, &'a crate::model::Workshop)| workshop.contributions.iter().map(move |&ix| (ix, at));
            let mut pairs: Vec<_> = dossier.record.workshops.iter().enumerate().flat_map(brought).collect();
            pairs.sort_unstable();
            pairs
        });
        let ranked_of_kind = dossiers.iter().map(|dossier| {
            let count = |ranked: &crate::rank::Ranked, kind: Kind| {
                dossier.record.contributions.iter().zip(&ranked.ranks).filter(|(c, rank)| c.kind == kind && **rank > 0).count()
            };
            dossier.published().flat_map(|ranked| Kind::ALL.iter().map(move |&kind| (ranked.id, kind, count(ranked, kind)))).collect()
        });
        let written_by = dossiers.iter().map(|dossier| {
            let mut counts = vec![0; dossier.record.authors.len()];
            let shown = dossier.record.contributions.iter().filter(|c| matches!(c.status, Status::Published | Status::Withdrawn));
            for author in shown.filter_map(|c| c.author) {
                counts[author as usize] += 1;
            }
            counts
        });
        let mut renderer = Self {
            twins: Vec::new(),
            ranked_of_kind: ranked_of_kind.collect(),
            written_by: written_by.collect(),
            content,
            dossiers,
            plan,
            site,
            engine,
            data,
            editorial,
            seal,
            draft: false,
            phrases: Phrases::new(engine.words()),
            remarks: Words::diagnostics(content.config.language.code()),
            children: children.collect(),
            outcomes_by: outcomes.collect(),
            workshops_by: workshops.collect(),
        };
        renderer.twins = dossiers.iter().map(|dossier| dossier.groupings.iter().map(|grouped| renderer.twins_of(grouped)).collect()).collect();
        renderer
    }

    /// Code of the site's language.
    pub fn site_language(&self) -> &str {
        self.content.config.language.code()
    }

    /// A word of the interface.
    pub fn word(&self, key: &str) -> String {
        self.engine.words().text(key)
    }

    /// Whether search engines may list a page.
    pub fn is_listed(&self, page: Page) -> bool {
        let quiet = page.consultation().is_some_and(|c| self.dossiers[c].noindex) && WITH_TEXTS.contains(&page.kind());
        !quiet && !matches!(page, Page::NotFound | Page::Redirect(..))
    }

    /// Makes a page: its address from the root, and its bytes.
    pub fn page(&self, page: Page) -> Made {
        match page {
            Page::Home => self.home(),
            Page::Consultations => self.consultations(),
            Page::Document(index) => self.document(index),
            Page::NotFound => self.not_found(),
            Page::Consultation(c) => self.consultation(c, self.plan.consultations[c].home()),
            Page::Topic(c, branch) => self.topic(c, branch),
            Page::List(c, branch, ranking, number) => self.list(c, branch, ranking, number),
            Page::Grouping(c, grouping) => self.grouping(c, grouping),
            Page::Group(c, grouping, group, number) => self.group(c, grouping, group, number),
            Page::Contribution(c, ix) => self.contribution(c, ix),
            Page::Comments(c, ix, number) => self.comments(c, ix, number),
            Page::Data(of) => self.data(of),
            Page::Quality => self.quality(),
            Page::Editions => self.editions(),
            Page::Method(c) => self.method(c),
            Page::Changes(c) => self.changes(c),
            Page::Redirect(c, former, ix) => self.redirect(c, former, ix),
            Page::NewsList(of) => self.news_list(of),
            Page::News(c, at) => self.news(c, at),
            Page::Documents(c) => self.documents(c),
            Page::Sheet(c, at) => self.sheet(c, at),
            Page::Faq(c) => self.faq(c),
            Page::Methodology(c) => self.methodology(c),
            Page::Timeline(c) => self.timeline(c),
            Page::Synthesis(c) => self.synthesis(c),
            Page::Outcomes(c, status, number) => self.outcomes(c, status, number),
            Page::Workshops(c) => self.workshops(c),
            Page::Map(c) => self.located(c),
            Page::Figures(of) => self.figures(of),
            Page::Collection => self.collection(),
            Page::Accessibility => self.accessibility(),
        }
    }

    /// A context with what every page has; `consultation` where the page belongs to one.
    pub(super) fn context(&self, head: Head<'_>, consultation: Option<usize>) -> Context {
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
            let own = &self.dossiers[c].content.config.title;
            title = format!("{title} · {own}");
            if self.dossiers.iter().filter(|dossier| dossier.content.config.title == *own).count() > 1 {
                title = format!("{title} ({})", self.dossiers[c].record.slug);
            }
        }
        // A consultation may be called like the archive, or like another one; alone in its archive it stands on the archive's first page too.
        if head.url == "index.html" {
            title.clone_from(&self.content.config.title);
        } else if let Some(c) = consultation.filter(|_| head.kind == "consultation") {
            let same = |name: &str| *name == title;
            if same(&self.content.config.title) || self.dossiers.iter().filter(|dossier| same(&dossier.content.config.title)).count() > 1 {
                title = format!("{title} · {} {}", self.word("menu-presentation"), self.dossiers[c].record.slug);
            }
        }
        if title != self.content.config.title {
            title = format!("{title} · {}", self.content.config.title);
        }
        let description = match consultation {
            _ if !head.description.is_empty() => head.description.clone(),
            // Reference managers take it for the summary of the work.
            _ if head.work.is_some() => String::new(),
            Some(c) => format!("{title} – {}", excerpt(&self.dossiers[c].content.config.summary, 120)).trim_end_matches([' ', '–']).to_owned(),
            None => format!("{title} – {}", excerpt(&self.content.config.description, 120)).trim_end_matches([' ', '–']).to_owned(),
        };
        let canonical = self.site.base_url.as_ref().map(|base| format!("{base}{}", head.url));
        let publisher = self.content.config.publisher.name.as_str();
        let mut meta = Vec::new();
        let date = head.published.clone().or_else(|| consultation.map_or_else(|| self.site.newest(), |c| self.site.newest[c]).map(|day| day.date()));
        if let Some(work) = &head.work {
            meta = tags(work, &self.content.config.title);
        } else if consultation.is_some() || head.kind == "index" {
            meta.push(Meta::new("DC.title", &head.heading));
            let author = head.author.as_deref().map_or_else(|| Author::body(self.publisher()), Author::person);
            meta.push(Meta::new("DC.creator", author.with_comma()));
            meta.extend(date.as_ref().map(|date| Meta::new("DC.date", date)));
        }
        if consultation.is_some() {
            meta.extend(canonical.is_none().then(|| Meta::new("DC.identifier", &head.url)));
            meta.extend(self.site.licence.as_ref().map(|licence| Meta::new("DC.rights", licence)));
        }
        let series = consultation.map(|c| self.dossiers[c].content.config.title.as_str());
        let json = head.json_ld.unwrap_or_else(|| {
            let sort = match head.kind {
                "article" => "Article",
                "synthesis" => "Report",
                "data" => "Dataset",
                "index" => "WebSite",
                "topic" | "list" | "grouping" | "news" | "outcomes" | "documents" | "map" => "CollectionPage",
                _ => "WebPage",
            };
            thing(sort, &head.heading, canonical.as_deref(), series, publisher, date.as_deref(), self.site_language())
        });
        let page = PageValue {
            meta,
            json_ld: json_block(&json),
            work: head.work.is_some(),
            kind: head.kind,
            title,
            heading: head.heading,
            description,
            canonical,
            trail: head.trail,
            prev: head.prev,
            next: head.next,
            noindex: head.noindex || consultation.is_some_and(|c| self.dossiers[c].noindex && WITH_TEXTS.contains(&head.kind)),
            url: head.url,
        };
        if let Some(footer) = &self.editorial.footer {
            context.insert("footer_html", &footer.at(&"../".repeat(depth)));
        }
        context.insert("draft", &(TELL_OF_DRAFTS.contains(&page.kind) && self.draft));
        context.insert("page", &page);
        context
    }

    /// Renders a template for an address.
    pub(super) fn finish(&self, template: &str, url: String, context: &Context) -> Made {
        let bytes = self.engine.render(template, context)?;
        let bytes = shorten(&url, bytes);
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

/// Links inside a consultation lead through its own folder, those between its topics through theirs, none through the root: a list has hundreds.
fn shorten(url: &str, html: Vec<u8>) -> Vec<u8> {
    let mut parts = url.split('/');
    let (Some("consultations"), Some(slug), Some(folder)) = (parts.next(), parts.next(), parts.next()) else { return html };
    let depth = url.matches('/').count();
    let own = format!("\"{}consultations/{slug}/", "../".repeat(depth));
    let topics = if folder == "topics" { "topics/" } else { "" };
    let mut shortened = Vec::with_capacity(html.len());
    let mut rest = 0;
    for at in memchr::memmem::find_iter(&html, own.as_bytes()) {
        shortened.extend_from_slice(&html[rest..at]);
        rest = at + own.len();
        let near = !topics.is_empty() && html[rest..].starts_with(topics.as_bytes());
        rest += if near { topics.len() } else { 0 };
        shortened.push(b'"');
        shortened.extend_from_slice("../".repeat(depth - 2 - usize::from(near)).as_bytes());
    }
    shortened.extend_from_slice(&html[rest..]);
    shortened
}

#[cfg(test)]
mod tests {
    use super::shorten;

    #[test]
    fn links_inside_a_consultation_are_short() {
        let short = |url: &str, html: &str| String::from_utf8(shorten(url, html.as_bytes().to_vec())).expect("text");
        let html = r#"<a href="../../../../consultations/c/proposals/1.html"> <a href="../../../../consultations/d/x.html"> <a href="../../../../index.html">"#;
        let wanted = r#"<a href="../../proposals/1.html"> <a href="../../../../consultations/d/x.html"> <a href="../../../../index.html">"#;
        assert_eq!(short("consultations/c/topics/all/index.html", html), wanted);
        let topic = r#"<a href="../../../../consultations/c/topics/b/index.html">"#;
        assert_eq!(short("consultations/c/topics/all/index.html", topic), r#"<a href="../b/index.html">"#);
        assert_eq!(short("consultations/c/index.html", r#"<a href="../../consultations/c/data.html">"#), r#"<a href="data.html">"#);
        assert_eq!(short("consultations.html", r#"<a href="consultations/c/index.html">"#), r#"<a href="consultations/c/index.html">"#);
    }
}
