//! What pages share: the site and its consultations, as template values built once.

use serde::Serialize;
use tera::Value;

use super::engine::Engine;
use crate::archive::{Content, Licence};
use crate::editorial::Editorial;
use crate::model::{Kind, Moment, Status};
use crate::plan::{Branch, ConsultationPlan, Dossier, SitePlan};
use crate::words::{Date, Dates};

/// Name and version, as pages and files give them.
pub const GENERATOR: &str = concat!("greffe ", env!("CARGO_PKG_VERSION"));

/// A link.
#[derive(Debug, Clone, Serialize)]
pub struct Link {
    /// Text.
    pub title: String,
    /// Address from the root.
    pub url: String,
    /// The page it leads to, for the menu of a consultation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<&'static str>,
}

impl Link {
    /// A plain link.
    pub fn new(title: impl Into<String>, url: impl Into<String>) -> Self {
        Self { title: title.into(), url: url.into(), page: None }
    }
}

#[derive(Serialize)]
struct LicenceValue<'a> {
    title: &'a str,
    url: &'a str,
}

#[derive(Serialize)]
struct PublisherValue<'a> {
    name: &'a str,
    url: Option<&'a str>,
}

#[derive(Serialize)]
struct LogoValue<'a> {
    url: String,
    width: u32,
    height: u32,
    alt: &'a str,
}

#[derive(Serialize)]
struct SiteValue<'a> {
    title: &'a str,
    description: &'a str,
    language: &'a str,
    direction: &'a str,
    publisher: PublisherValue<'a>,
    licence: Option<LicenceValue<'a>>,
    example: bool,
    generator: &'a str,
    menu: Vec<Link>,
    footer: Vec<Link>,
    #[serde(skip_serializing_if = "Option::is_none")]
    logo: Option<LogoValue<'a>>,
    feed: bool,
    /// News of the whole archive, as a feed.
    news_feed: bool,
    stylesheet: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    extra: Option<&'a str>,
    script: &'a str,
}

#[derive(Serialize)]
struct Counts {
    contributions: usize,
    comments: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    votes: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    votes_for: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    votes_against: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    votes_neutral: Option<u64>,
    authors: usize,
    topics: usize,
    set_aside: usize,
}

#[derive(Serialize)]
struct KindValue {
    kind: &'static str,
    title: String,
    count: usize,
    url: String,
}

#[derive(Serialize)]
struct RankingValue {
    id: &'static str,
    title: String,
    short: String,
    url: String,
}

#[derive(Serialize)]
struct ConsultationValue<'a> {
    slug: &'a str,
    title: &'a str,
    summary: &'a str,
    url: String,
    opened: Option<Date>,
    closed: Option<Date>,
    organiser: Option<&'a str>,
    territory: Option<&'a str>,
    audience: Option<&'a str>,
    method: Option<&'a str>,
    platforms: Vec<&'a str>,
    counts: Counts,
    kinds: Vec<KindValue>,
    menu: Vec<Link>,
    rankings: Vec<RankingValue>,
    editions: Vec<Date>,
    data: String,
    figures: String,
    news: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    changes: Option<String>,
}

/// Template values of the whole site.
pub struct Site {
    /// `site` of the contexts.
    pub value: Value,
    /// `consultation` of the contexts, by consultation.
    pub consultations: Vec<Value>,
    /// By consultation: the day its pages are dated by: its last day, else that of its latest contribution.
    pub days: Vec<Option<Moment>>,
    /// By consultation: the day of the newest text it shows.
    pub newest: Vec<Option<Moment>>,
    /// Address of the licence.
    pub licence: Option<String>,
    /// Where it will be published, with a slash at its end.
    pub base_url: Option<String>,
    /// Writes dates.
    pub dates: Dates,
}

impl Site {
    /// Builds the values.
    pub fn new(content: &Content, dossiers: &[Dossier<'_>], plan: &SitePlan, editorial: &Editorial, engine: &Engine) -> Self {
        let words = engine.words();
        let dates = Dates::new(words);
        let config = &content.config;
        let licence = config.licence.as_deref().and_then(Licence::find);
        let base_url = config.base_url.as_ref().map(|url| format!("{}/", url.trim_end_matches('/')));
        let mut footer: Vec<Link> = content.pages.iter().map(|page| Link::new(&page.title, format!("{}.html", page.name))).collect();
        footer.push(Link::new(words.text("menu-data"), "data.html"));
        footer.push(Link::new(words.text("menu-editions"), "editions.html"));
        footer.push(Link::new(words.text("menu-accessibility"), "accessibility.html"));
        let mut menu = vec![Link::new(words.text("menu-home"), "index.html"), Link::new(words.text("menu-consultations"), "consultations.html")];
        let news = content.consultations.iter().any(|consultation| !consultation.editorial.news.is_empty());
        if news {
            menu.push(Link::new(words.text("menu-news"), "news.html"));
        }
        menu.push(Link::new(words.text("menu-figures"), "figures.html"));
        menu.push(Link::new(words.text("menu-collection"), "collection.html"));
        let logo = config.appearance.logo.as_deref().and_then(|path| editorial.pictures.get(path)).and_then(|picture| {
            let (width, height, url) = picture.versions().into_iter().next()?;
            Some(LogoValue { url, width, height, alt: &config.appearance.logo_alt })
        });
        let value = Value::from_serializable(&SiteValue {
            title: &config.title,
            description: &config.description,
            language: config.language.code(),
            direction: config.language.direction(),
            publisher: PublisherValue { name: &config.publisher.name, url: config.publisher.url.as_deref() },
            licence: licence.as_ref().map(|licence| LicenceValue { title: &licence.title, url: &licence.url }),
            example: config.example,
            generator: GENERATOR,
            menu,
            footer,
            logo,
            feed: base_url.is_some(),
            news_feed: base_url.is_some() && news,
            stylesheet: "static/greffe.css",
            extra: engine.extra_css.then_some("static/extra.css"),
            script: "static/greffe.js",
        });
        let consultations = dossiers.iter().zip(&plan.consultations).map(|(dossier, plan)| consultation(dossier, plan, engine, &dates)).collect();
        // Citations are dated by the consultation, not by the day of an export.
        let day = |dossier: &Dossier<'_>| dossier.closed.or_else(|| dossier.day());
        // Pages that are no work are as old as the newest text they can show.
        let newest = |dossier: &Dossier<'_>| {
            let record = &dossier.record;
            let contributions = record.contributions.iter().filter(|c| c.status == Status::Published).filter_map(|c| c.created);
            let comments = record.comments.iter().filter(|c| c.status == Status::Published).filter_map(|c| c.created);
            contributions.chain(comments).max_by_key(|moment| moment.seconds)
        };
        let newest = dossiers.iter().map(newest).collect();
        Self { value, consultations, newest, days: dossiers.iter().map(day).collect(), licence: licence.map(|licence| licence.url), base_url, dates }
    }
}

impl Site {
    /// The day of the newest text of the archive.
    pub fn newest(&self) -> Option<Moment> {
        self.newest.iter().flatten().max_by_key(|moment| moment.seconds).copied()
    }
}

/// The sum of what is known; nothing where nothing is.
pub fn known_sum(numbers: impl Iterator<Item = Option<u64>>) -> Option<u64> {
    numbers.flatten().reduce(|a, b| a + b)
}

fn consultation(dossier: &Dossier<'_>, plan: &ConsultationPlan, engine: &Engine, dates: &Dates) -> Value {
    let words = engine.words();
    let record = &dossier.record;
    let config = &dossier.content.config;
    let present = || record.contributions.iter().filter(|contribution| !contribution.missing);
    // Votes on what is in no file are votes all the same; the table of votes has them.
    let figures = || dossier.tallies.figures.iter().map(|figures| figures.votes);
    let kinds = Kind::ALL.iter().filter_map(|&kind| {
        let count = present().filter(|contribution| contribution.kind == kind).count();
        let grouping = dossier.groupings.iter().position(|grouped| grouped.id == "kind")?;
        let at = dossier.groupings[grouping].groups.iter().position(|group| group.key.slug == kind.folder())?;
        let url = plan.group((grouping, at), 1);
        (count > 0).then(|| KindValue { kind: kind.word(), title: words.text(&format!("kind-{}-plural", kind.word())), count, url })
    });
    let kinds = kinds.collect();
    let rankings = plan.branches.rankings().iter().filter(|id| **id != "id").map(|id| RankingValue {
        id,
        title: words.text(&format!("ranking-{id}")),
        short: words.text(&format!("ranking-{id}-short")),
        url: plan.list(Branch::All, id, 1),
    });
    let rankings = rankings.collect();
    let mut platforms: Vec<&str> = record
        .sources
        .iter()
        // A table of somebody's own comes from no platform.
        .filter(|source| !source.profile.starts_with("plain/"))
        .map(|source| &*source.platform)
        .filter(|platform| !platform.is_empty())
        .collect();
    platforms.sort_unstable();
    platforms.dedup();
    let mut menu = vec![Link { page: Some("consultation"), ..Link::new(words.text("menu-presentation"), plan.home()) }];
    if plan.branches.count(Branch::All) > 0 {
        menu.push(Link { page: Some("list"), ..Link::new(words.text("topic-all"), plan.list(Branch::All, plan.branches.rankings()[0], 1)) });
    }
    let text = &dossier.content.editorial;
    for (page, word, url, wanted) in [
        ("synthesis", "menu-synthesis", "synthesis.html", text.synthesis.is_some()),
        ("outcomes", "menu-outcomes", "outcomes.html", !record.outcomes.is_empty()),
        ("workshops", "menu-workshops", "workshops.html", !record.workshops.is_empty()),
        ("map", "menu-map", "map.html", dossier.has_points()),
        ("figures", "menu-figures", "figures.html", true),
        ("news", "menu-news", "news/index.html", !text.news.is_empty()),
        ("documents", "menu-documents", "documents/index.html", dossier.has_documents()),
    ] {
        if wanted {
            menu.push(Link { page: Some(page), ..Link::new(words.text(word), plan.file(url)) });
        }
    }
    menu.push(Link { page: Some("data"), ..Link::new(words.text("menu-data"), plan.file("data.html")) });
    menu.push(Link { page: Some("method"), ..Link::new(words.text("menu-method"), plan.file("method.html")) });
    Value::from_serializable(&ConsultationValue {
        slug: &record.slug,
        title: &config.title,
        summary: &config.summary,
        url: plan.home(),
        opened: dossier.opened.map(|moment| dates.date(moment)),
        closed: dossier.closed.map(|moment| dates.date(moment)),
        organiser: config.organiser.as_deref(),
        territory: config.territory.as_ref().map(crate::archive::Territory::name),
        audience: config.audience.as_deref(),
        method: config.method.as_deref(),
        platforms,
        counts: Counts {
            contributions: present().count(),
            comments: record.comments.len(),
            votes: known_sum(figures().map(|votes| votes.total())),
            votes_for: known_sum(figures().map(|votes| votes.favour.map(u64::from))),
            votes_against: known_sum(figures().map(|votes| votes.against.map(u64::from))),
            votes_neutral: known_sum(figures().map(|votes| votes.neutral.map(u64::from))),
            authors: dossier.author_count(),
            topics: record.topics.len(),
            set_aside: record.set_aside.len(),
        },
        kinds,
        menu,
        rankings,
        editions: config.editions().into_iter().map(|edition| dates.date(edition.moment())).collect(),
        data: plan.file("data.html"),
        figures: plan.file("figures.html"),
        news: plan.file("news/index.html"),
        changes: (!dossier.changes.is_empty()).then(|| plan.file("changes.html")),
    })
}
