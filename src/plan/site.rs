//! The pages of the archive, in the order they are written.

use rustc_hash::FxHashMap;

use super::lists::{Branch, Branches};
use super::{ConsultationPlan, Dossier, OUTCOMES_PER_PAGE, groups, names, stems, threads};
use crate::archive::{Content, CopiedFile};
use crate::diagnose::{Diagnostic, codes};
use crate::model::{ContributionIx, OutcomeStatus, slug};

/// A page, by what it shows. Numbers point into the archive's lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    /// `index.html`.
    Home,
    /// `consultations.html`.
    Consultations,
    /// A page of `content/pages/`.
    Document(usize),
    /// `404.html`.
    NotFound,
    /// Home of a consultation.
    Consultation(usize),
    /// A topic, all contributions or those without topic: the first page of their default ranking.
    Topic(usize, Branch),
    /// A further page of a ranking: consultation, branch, place of the ranking, page from 1.
    List(usize, Branch, usize, usize),
    /// The values of a grouping.
    Grouping(usize, usize),
    /// A page of a group: consultation, grouping, group, page from 1.
    Group(usize, usize, usize, usize),
    /// The permanent page of a contribution.
    Contribution(usize, ContributionIx),
    /// A further page of its comments, from 2.
    Comments(usize, ContributionIx, usize),
    /// Open data of a consultation, or of the archive.
    Data(Option<usize>),
    /// How portals will judge the open data.
    Quality,
    /// What closed editions committed to, and how to check the archive.
    Editions,
    /// How it was made.
    Method(usize),
    /// What changed between its exports.
    Changes(usize),
    /// News of one consultation, or of all.
    NewsList(Option<usize>),
    /// One of the news.
    News(usize, usize),
    /// What helps to understand a consultation: sheets, questions, recordings, files.
    Documents(usize),
    /// An information sheet.
    Sheet(usize, usize),
    /// Questions and answers.
    Faq(usize),
    /// How to do it again.
    Methodology(usize),
    /// What happened when.
    Timeline(usize),
    /// The synthesis with its sources.
    Synthesis(usize),
    /// Outcomes: all, or those of a status; page from 1.
    Outcomes(usize, Option<OutcomeStatus>, usize),
    /// Workshops.
    Workshops(usize),
    /// Contributions with a place.
    Map(usize),
    /// Figures of a consultation, or of the archive.
    Figures(Option<usize>),
    /// What a reader collects, kept in the browser.
    Collection,
    /// How accessible the archive is.
    Accessibility,
    /// A former address of a consultation: consultation, which former name, page.
    Redirect(usize, usize, Option<ContributionIx>),
}

impl Page {
    /// The consultation it belongs to, if it shows texts of participants.
    pub fn consultation(self) -> Option<usize> {
        match self {
            Page::Consultation(c)
            | Page::Topic(c, _)
            | Page::List(c, ..)
            | Page::Grouping(c, _)
            | Page::Group(c, ..)
            | Page::Contribution(c, _)
            | Page::Comments(c, ..)
            | Page::Changes(c)
            | Page::Workshops(c)
            | Page::Map(c)
            | Page::Outcomes(c, ..) => Some(c),
            _ => None,
        }
    }

    /// Whether it says where the archive is not what its last edition committed to: those are made last.
    pub fn tells_of_drafts(self) -> bool {
        matches!(self, Page::Home | Page::Consultation(_) | Page::Data(_) | Page::Editions)
    }

    /// The kind of page, as reports name it.
    pub fn kind(self) -> &'static str {
        match self {
            Page::Home => "home",
            Page::Consultations => "consultations",
            Page::Document(_) => "document",
            Page::NotFound => "not-found",
            Page::Consultation(_) => "consultation",
            Page::Topic(..) => "topic",
            Page::List(..) => "list",
            Page::Grouping(..) => "grouping",
            Page::Group(..) => "group",
            Page::Contribution(..) => "contribution",
            Page::Comments(..) => "comments",
            Page::Data(_) => "data",
            Page::Quality => "quality",
            Page::Editions => "editions",
            Page::Method(_) => "method",
            Page::Changes(_) => "changes",
            Page::NewsList(_) => "news-list",
            Page::News(..) => "news",
            Page::Documents(_) => "documents",
            Page::Sheet(..) => "sheet",
            Page::Faq(_) => "faq",
            Page::Methodology(_) => "methodology",
            Page::Timeline(_) => "timeline",
            Page::Synthesis(_) => "synthesis",
            Page::Outcomes(..) => "outcomes",
            Page::Workshops(_) => "workshops",
            Page::Map(_) => "map",
            Page::Figures(_) => "figures",
            Page::Collection => "collection",
            Page::Accessibility => "accessibility",
            Page::Redirect(..) => "redirect",
        }
    }
}

/// Every page and address.
#[derive(Debug)]
pub struct SitePlan {
    /// By consultation.
    pub consultations: Vec<ConsultationPlan>,
    /// The pages.
    pub pages: Vec<Page>,
}

/// Names of pages at the root that are taken.
const TAKEN: &[&str] = &[
    "index",
    "consultations",
    "news",
    "figures",
    "collection",
    "accessibility",
    "pictures",
    "search",
    "404",
    "feed",
    "sitemap",
    "robots",
    "catalog",
    "harvest",
    "data",
    "void",
    "quality",
    "portals",
    "catalogue",
    "schema",
    "ods",
    "editions",
];

/// Plans the whole archive.
pub fn plan(content: &Content, dossiers: &[Dossier<'_>]) -> (SitePlan, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let mut pages = vec![Page::Home, Page::Consultations, Page::NotFound, Page::Figures(None), Page::Collection, Page::Accessibility];
    pages.push(Page::Data(None));
    pages.push(Page::Editions);
    if content.config.base_url.is_some() {
        pages.push(Page::Quality);
    }
    if content.consultations.iter().any(|consultation| !consultation.editorial.news.is_empty()) {
        pages.push(Page::NewsList(None));
    }
    for (index, page) in content.pages.iter().enumerate() {
        if TAKEN.contains(&page.name.as_str()) {
            diagnostics.push(Diagnostic::new(codes::BAD_SLUG).file(&page.file).arg("name", &page.name));
        } else {
            pages.push(Page::Document(index));
        }
    }
    let mut consultations = Vec::new();
    for (index, dossier) in dossiers.iter().enumerate() {
        let (plan, moved) = consultation(dossier);
        if moved > 0 {
            diagnostics.push(Diagnostic::new(codes::ADDRESS_COLLISION).file(&plan.folder).arg("path", &plan.folder).count(moved as u64));
        }
        pages.push(Page::Consultation(index));
        pages.push(Page::Data(Some(index)));
        pages.push(Page::Method(index));
        if !dossier.changes.is_empty() {
            pages.push(Page::Changes(index));
        }
        editorial(&mut pages, index, dossier);
        for branch in plan.branches.iter() {
            pages.push(Page::Topic(index, branch));
            for ranking in 0..plan.branches.rankings().len() {
                // The first page of the default ranking is the page of the topic.
                let first = if ranking == 0 { 2 } else { 1 };
                pages.extend((first..=plan.branches.pages(branch, ranking)).map(|page| Page::List(index, branch, ranking, page)));
            }
        }
        for (at, grouping) in plan.groupings.iter().enumerate() {
            pages.push(Page::Grouping(index, at));
            for (group, planned) in grouping.groups.iter().enumerate() {
                pages.extend((1..=planned.pages).map(|page| Page::Group(index, at, group, page)));
            }
        }
        pages.extend((0..).zip(&dossier.record.contributions).map(|(ix, _)| Page::Contribution(index, ix)));
        for thread in &plan.threads {
            pages.extend((2..=thread.pages.len()).map(|page| Page::Comments(index, thread.contribution, page)));
        }
        for former in 0..dossier.content.config.former_slugs.len() {
            pages.push(Page::Redirect(index, former, None));
            pages.extend((0..).zip(&dossier.record.contributions).map(|(ix, _)| Page::Redirect(index, former, Some(ix))));
        }
        consultations.push(plan);
    }
    (SitePlan { consultations, pages }, diagnostics)
}

/// The pages of what the association wrote and of what follows from it: only those that have something to show.
fn editorial(pages: &mut Vec<Page>, c: usize, dossier: &Dossier<'_>) {
    let text = &dossier.content.editorial;
    let record = &dossier.record;
    if !text.news.is_empty() {
        pages.push(Page::NewsList(Some(c)));
        pages.extend((0..text.news.len()).map(|at| Page::News(c, at)));
    }
    if dossier.has_documents() {
        pages.push(Page::Documents(c));
    }
    pages.extend((0..text.sheets.len()).map(|at| Page::Sheet(c, at)));
    for (page, wanted) in [
        (Page::Faq(c), text.faq.is_some()),
        (Page::Methodology(c), text.methodology.is_some()),
        (Page::Timeline(c), !text.timeline.entries.is_empty()),
        (Page::Synthesis(c), text.synthesis.is_some()),
        (Page::Workshops(c), !record.workshops.is_empty()),
        (Page::Map(c), dossier.has_points()),
        (Page::Figures(Some(c)), true),
    ] {
        if wanted {
            pages.push(page);
        }
    }
    if !record.outcomes.is_empty() {
        for status in std::iter::once(None).chain(OutcomeStatus::ALL.iter().map(|status| Some(*status))) {
            let count = record.outcomes.iter().filter(|outcome| status.is_none() || outcome.status == status).count();
            pages.extend((1..=count.div_ceil(OUTCOMES_PER_PAGE)).map(|page| Page::Outcomes(c, status, page)));
        }
    }
}

fn consultation(dossier: &Dossier<'_>) -> (ConsultationPlan, usize) {
    let (stems, moved) = stems::stems(&dossier.record);
    let record = &dossier.record;
    // Equal titles in different branches are told apart by the whole path.
    let path = |topic| record.topic_path(topic).iter().map(|&at| &*record.topics[at as usize].id).collect::<Vec<_>>().join("/");
    let topics = (0..).zip(&record.topics).map(|(at, topic)| (slug(&topic.title), path(at)));
    let mut plan = ConsultationPlan {
        folder: format!("consultations/{}", record.slug),
        stems,
        shown_ids: names::shown(record.contributions.iter().map(|contribution| &*contribution.id)),
        shown_comment_ids: names::shown(record.comments.iter().map(|comment| &*comment.id)),
        topics: stems::unique(topics, &["all", "none"]),
        groupings: Vec::new(),
        also: FxHashMap::default(),
        documents: documents(&dossier.content.editorial.documents),
        branches: Branches::new(dossier),
        threads: threads::threads(record),
    };
    (plan.groupings, plan.also) = groups::groups(dossier, &plan);
    (plan, moved)
}

/// Names of copied files in addresses: small letters, digits and hyphens before the ending.
fn documents(files: &[CopiedFile]) -> Vec<Box<str>> {
    let parts = |file: &CopiedFile| {
        let name = file.path.strip_prefix("documents/").unwrap_or(&file.path);
        let (stem, end) = name.rsplit_once('.').unwrap_or((name, ""));
        let end: String = end.chars().filter(char::is_ascii_alphanumeric).collect();
        (slug(stem), end.to_ascii_lowercase())
    };
    // Names that differ only by their ending are told apart by it.
    let names = files.iter().map(|file| {
        let (stem, end) = parts(file);
        (if end.is_empty() { stem } else { format!("{stem}.{end}") }, file.path.clone())
    });
    let taken = stems::unique(names, &["index.html"]);
    files
        .iter()
        .zip(taken)
        .map(|(file, name)| {
            let (_, end) = parts(file);
            if end.is_empty() || name.ends_with(&format!(".{end}")) { name } else { format!("{name}.{end}").into() }
        })
        .collect()
}
