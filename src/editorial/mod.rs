//! What the association wrote becomes HTML: citations lead to contributions, links to pages, pictures are measured. Between plan and
//! render: it needs every address, and pages need to know what cites them.

mod citation;
mod coverage;
mod draft;
mod join;
mod markdown;
mod media;
mod pictures;
mod place;
mod targets;
mod writer;

use crate::archive::{Content, Document};
use crate::diagnose::Diagnostics;
use crate::model::{ContributionIx, Moment};
use crate::plan::{Dossier, SitePlan};
use crate::read::Root;
use crate::words::Words;

pub use coverage::Coverage;
pub use draft::draft;
pub use join::join;
pub use markdown::{Heading, ROOT};
pub use media::{medium, picture_html};
pub use pictures::{Picture, Pictures};
use place::Written;
use writer::Writer;

/// HTML that is safe to print once the way to the root is put in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Html(String);

impl Html {
    /// As it stands on a page that is so far from the archive's root (`../../`).
    pub fn at(&self, root: &str) -> String {
        self.0.replace(ROOT, root)
    }
}

/// A contribution that a text cites.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// Number of its consultation.
    pub consultation: usize,
    /// The contribution.
    pub contribution: ContributionIx,
    /// The places that cite it: anchors `cite-1`, `cite-2`…
    pub marks: Vec<usize>,
}

/// A text.
#[derive(Debug, Clone, Default)]
pub struct Body {
    /// Its HTML.
    pub html: Html,
    /// Its headings, in their order.
    pub headings: Vec<Heading>,
    /// What it cites, in the order of the numbers it gives them, from 1.
    pub references: Vec<Reference>,
    /// Its day.
    pub date: Option<Moment>,
}

/// A place that cites a contribution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citing {
    /// Which contribution.
    pub contribution: ContributionIx,
    /// The page, with the anchor of the citation.
    pub url: String,
    /// Its title.
    pub title: String,
    /// The heading above the citation; maybe empty.
    pub heading: String,
}

/// The texts of one consultation.
#[derive(Debug, Default)]
pub struct Chapter {
    /// `index.md`.
    pub presentation: Option<Body>,
    /// `news/*.md`, in the order of the files.
    pub news: Vec<Body>,
    /// Their numbers, the newest first.
    pub news_order: Vec<usize>,
    /// `sheets/*.md`, in the order of the files.
    pub sheets: Vec<Body>,
    /// `faq.md`.
    pub faq: Option<Body>,
    /// `synthesis.md`.
    pub synthesis: Option<Body>,
    /// `methodology.md`.
    pub methodology: Option<Body>,
    /// Texts of the record's outcomes that stand in `outcomes.yaml`, by their place in the record.
    pub outcomes: Vec<Option<Html>>,
    /// Texts of the workshops.
    pub workshops: Vec<Html>,
    /// Texts of the timeline.
    pub timeline: Vec<(Option<Moment>, Html)>,
    /// Who cites what, sorted by contribution.
    pub cited: Vec<Citing>,
    /// What the synthesis rests on.
    pub coverage: Option<Coverage>,
}

impl Chapter {
    /// The places that cite a contribution.
    pub fn cited(&self, ix: ContributionIx) -> &[Citing] {
        let start = self.cited.partition_point(|citing| citing.contribution < ix);
        let length = self.cited[start..].partition_point(|citing| citing.contribution == ix);
        &self.cited[start..start + length]
    }
}

/// All texts of the archive.
#[derive(Debug, Default)]
pub struct Editorial {
    /// `index.md` of `content/`.
    pub intro: Option<Body>,
    /// `pages/*.md`.
    pub pages: Vec<Body>,
    /// Text at the foot of every page.
    pub footer: Option<Html>,
    /// Known gaps of the accessibility statement.
    pub gaps: Vec<Html>,
    /// By consultation.
    pub consultations: Vec<Chapter>,
    /// The pictures they show.
    pub pictures: Pictures,
}

/// Writes every text; what is wrong in them is told.
pub fn editorial(
    root: &Root,
    content: &Content,
    dossiers: &[Dossier<'_>],
    plan: &SitePlan,
    words: &Words,
    diagnostics: &mut Diagnostics,
) -> Editorial {
    let mut writer = Writer::new(root, content, dossiers, plan, words, diagnostics);
    let intro = content.intro.as_ref().map(|text| writer.document(text, None, "index.html", &content.config.title));
    let pages = content.pages.iter().map(|page| writer.document(page, None, &format!("{}.html", page.name), &page.title)).collect();
    let archive = "content/archive.yaml";
    let config = &content.config;
    let footer = config.appearance.footer.as_deref().map(|text| writer.fragment(text, archive, content.yaml.as_str(), None, "index.html"));
    let gaps = config.accessibility.gaps.iter().map(|gap| writer.fragment(gap, archive, content.yaml.as_str(), None, "accessibility.html")).collect();
    if let Some(logo) = &config.appearance.logo {
        writer.shown(logo, &Written::key(archive, &content.yaml, "appearance/logo"), None);
    }
    let mut consultations: Vec<Chapter> = (0..dossiers.len()).map(|c| chapter(&mut writer, c)).collect();
    writer.noted();
    let (cited, pictures) = writer.finish();
    for (c, citing) in cited {
        consultations[c].cited.push(citing);
    }
    for (c, (chapter, dossier)) in consultations.iter_mut().zip(dossiers).enumerate() {
        // Several citations below one heading are one place: the first of them.
        chapter.cited.sort_by_key(|citing| citing.contribution);
        let place = |citing: &Citing| (citing.contribution, citing.url.split('#').next().unwrap_or_default().to_owned(), citing.heading.clone());
        chapter.cited.dedup_by(|later, earlier| place(later) == place(earlier) && later.url.contains("#cite-"));
        chapter.coverage =
            chapter.synthesis.as_ref().map(|synthesis| Coverage::new(dossier, &plan.consultations[c].branches, c, &synthesis.references));
    }
    Editorial { intro, pages, footer, gaps, consultations, pictures }
}

/// The title of a text: its own or, where it has none and its name says what it is, the word for that.
pub fn title_of(document: &Document, words: &Words) -> String {
    let word = format!("heading-{}", document.name);
    let own = document.title != document.name || !["faq", "synthesis", "methodology"].contains(&document.name.as_str());
    if own { document.title.clone() } else { words.text(&word) }
}

fn chapter(writer: &mut Writer<'_>, c: usize) -> Chapter {
    let dossier = &writer.dossiers[c];
    let plan = &writer.plan.consultations[c];
    let text = &dossier.content.editorial;
    let title = &dossier.content.config.title;
    let one = |writer: &mut Writer<'_>, document: &Option<Document>, url: &str| {
        document.as_ref().map(|document| writer.document(document, Some(c), &plan.file(url), &title_of(document, writer.words)))
    };
    let presentation = dossier.content.presentation.as_ref().map(|text| writer.document(text, Some(c), &plan.home(), title));
    let synthesis = one(writer, &text.synthesis, "synthesis.html");
    let faq = one(writer, &text.faq, "faq.html");
    let methodology = one(writer, &text.methodology, "methodology.html");
    let news: Vec<Body> =
        text.news.iter().map(|news| writer.document(news, Some(c), &plan.file(&format!("news/{}.html", news.name)), &news.title)).collect();
    for (document, _) in text.news.iter().zip(&news).filter(|(document, body)| document.front.date.is_none() && body.date.is_none()) {
        writer.undated(document);
    }
    let mut news_order: Vec<usize> = (0..news.len()).collect();
    news_order.sort_by_key(|&at| (std::cmp::Reverse(news[at].date.map(|date| date.seconds)), at));
    let sheets =
        text.sheets.iter().map(|sheet| writer.document(sheet, Some(c), &plan.file(&format!("sheets/{}.html", sheet.name)), &sheet.title)).collect();
    // Those of the export come first; those of the association stand at the end, in the order of their file.
    let own = text.outcomes.entries.len();
    let read = dossier.record.outcomes.len() - own;
    let mut outcomes: Vec<Option<Html>> = vec![None; read];
    for (at, entry) in (read..).zip(&text.outcomes.entries) {
        let anchor = plan.outcome(&dossier.record, u32::try_from(at).unwrap_or(u32::MAX));
        let listed = &text.outcomes;
        outcomes.push(Some(writer.entry(&entry.text, &listed.file, listed.yaml.as_str(), c, &anchor, &entry.title)));
    }
    let page = plan.file("workshops.html");
    let workshops = text.workshops.entries.iter().enumerate().map(|(at, entry)| {
        let anchor = format!("{page}#{}", crate::plan::anchor_of("w", &entry.id));
        let listed = &text.workshops;
        if let Some(minutes) = &entry.minutes {
            writer.copied(minutes, &Written::entry(listed, at, "minutes"), c);
        }
        writer.entry(&entry.summary, &listed.file, listed.yaml.as_str(), c, &anchor, &entry.title)
    });
    let workshops = workshops.collect();
    let timeline = text.timeline.entries.iter().enumerate().map(|(at, entry)| {
        let listed = &text.timeline;
        let date = writer.day(&entry.date, "date", &Written::entry(listed, at, "date"));
        if let Some(link) = &entry.link {
            writer.address(link, "link", &Written::entry(listed, at, "link"));
        }
        (date, writer.entry(&entry.text, &listed.file, listed.yaml.as_str(), c, &plan.file("timeline.html"), &entry.title))
    });
    let timeline = timeline.collect();
    writer.configured(c);
    Chapter { presentation, news, news_order, sheets, faq, synthesis, methodology, outcomes, workshops, timeline, cited: Vec::new(), coverage: None }
}
