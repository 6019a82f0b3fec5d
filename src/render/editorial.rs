//! News, sheets, questions, synthesis and what else the association wrote.

use serde::Serialize;

use super::items::Item;
use super::page::{Head, Made, Renderer};
use super::shared::Link;
use crate::archive::{CopiedFile, Document, DocumentConfig, Territory};
use crate::cite::{Author, Sort, Work};
use crate::editorial::{Body, Chapter, Heading, title_of};
use crate::normalise::day;
use crate::plan::{Branch, depth};
use crate::read::extension;
use crate::words::Date;

/// Headings from which a text has a table of contents.
const CONTENTS: usize = 4;
/// News on the home page of the archive and of a consultation.
const LATEST: usize = 3;

/// News in a list.
#[derive(Debug, Serialize)]
pub struct NewsLine<'a> {
    /// Its title.
    pub title: &'a str,
    /// Its page.
    pub url: String,
    /// Its day.
    pub date: Option<Date>,
    /// One or two sentences; maybe empty.
    pub summary: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    consultation: Option<&'a str>,
}

/// A cited contribution below a text.
#[derive(Debug, Serialize)]
struct ReferenceLine<'a> {
    number: usize,
    item: Item<'a>,
    /// The consultation, where it is not the text's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    consultation: Option<&'a str>,
    /// Anchors of the citations in the text.
    marks: Vec<String>,
}

/// A file to download.
#[derive(Debug, Serialize)]
pub struct FileLine<'a> {
    /// Address from the root.
    pub url: String,
    title: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<Date>,
    /// Its ending in capitals: PDF, CSV.
    format: String,
    bytes_text: String,
}

#[derive(Serialize)]
struct MediaLine<'a> {
    tag: &'static str,
    url: String,
    title: &'a str,
    summary: &'a str,
    date: Option<Date>,
    duration: Option<&'a str>,
    transcript: Option<String>,
    format: String,
    bytes_text: String,
}

#[derive(Serialize)]
struct TimelineLine<'a> {
    date: Option<Date>,
    title: &'a str,
    body_html: String,
    link: Option<&'a str>,
}

#[derive(Serialize)]
struct CoverageLine<'a> {
    title: String,
    url: String,
    depth: usize,
    contributions: usize,
    cited: usize,
    share: usize,
    uncited: Vec<Item<'a>>,
}

/// Per cent, rounded to the nearest.
fn share(part: usize, whole: usize) -> usize {
    (part * 200 + whole).checked_div(whole * 2).unwrap_or(0)
}

impl Renderer<'_> {
    pub(super) fn chapter(&self, c: usize) -> &Chapter {
        &self.editorial.consultations[c]
    }

    fn date_of(&self, body: &Body) -> Option<Date> {
        body.date.map(|date| self.site.dates.date(date))
    }

    /// News of one consultation, the newest first.
    fn news_lines(&self, c: usize, named: bool) -> Vec<(Option<i64>, NewsLine<'_>)> {
        let content = self.dossiers[c].content;
        let chapter = self.chapter(c);
        let line = |&at: &usize| {
            let document = &content.editorial.news[at];
            let body = &chapter.news[at];
            let line = NewsLine {
                title: &document.title,
                url: self.plan.consultations[c].news(&document.name),
                date: self.date_of(body),
                summary: &document.front.summary,
                consultation: named.then_some(content.config.title.as_str()),
            };
            (body.date.map(|date| date.seconds), line)
        };
        chapter.news_order.iter().map(line).collect()
    }

    /// The latest news of a consultation, or of all.
    pub(super) fn latest_news(&self, of: Option<usize>) -> Vec<NewsLine<'_>> {
        let mut lines = self.all_news(of);
        lines.truncate(LATEST);
        lines
    }

    pub(super) fn all_news(&self, of: Option<usize>) -> Vec<NewsLine<'_>> {
        let mut lines: Vec<_> = match of {
            Some(c) => self.news_lines(c, false),
            None => (0..self.dossiers.len()).flat_map(|c| self.news_lines(c, true)).collect(),
        };
        // Equal days stay in the order of consultations and files.
        lines.sort_by_key(|(seconds, _)| std::cmp::Reverse(*seconds));
        lines.into_iter().map(|(_, line)| line).collect()
    }

    pub(super) fn news_list(&self, of: Option<usize>) -> Made {
        let url = of.map_or_else(|| "news.html".to_owned(), |c| self.plan.consultations[c].file("news/index.html"));
        let heading = self.word(if of.is_some() { "menu-news" } else { "heading-all-news" });
        let head = Head {
            kind: "news",
            url: url.clone(),
            heading,
            description: self.word("intro-news"),
            trail: of.map(|c| self.trail(c)).unwrap_or_default(),
            ..Head::default()
        };
        let mut context = self.context(head, of);
        context.insert("news", &self.all_news(of));
        let feed = self.site.base_url.is_some().then(|| match of {
            Some(c) => self.plan.consultations[c].file("news/feed.xml"),
            None => "news.xml".to_owned(),
        });
        context.insert("feed_url", &feed);
        self.finish("news.html", url, &context)
    }

    pub(super) fn news(&self, c: usize, at: usize) -> Made {
        let document = &self.dossiers[c].content.editorial.news[at];
        let chapter = self.chapter(c);
        let plan = &self.plan.consultations[c];
        let place = chapter.news_order.iter().position(|other| *other == at).unwrap_or_default();
        let neighbour = |place: Option<usize>| {
            let at = *chapter.news_order.get(place?)?;
            let other = &self.dossiers[c].content.editorial.news[at];
            Some(Link::new(&other.title, plan.news(&other.name)))
        };
        let (next, previous) = (neighbour(place.checked_sub(1)), neighbour(Some(place + 1)));
        let up = Link::new(self.word("menu-news"), plan.file("news/index.html"));
        self.article(c, document, &chapter.news[at], plan.news(&document.name), up, previous, next)
    }

    pub(super) fn sheet(&self, c: usize, at: usize) -> Made {
        let document = &self.dossiers[c].content.editorial.sheets[at];
        let url = self.plan.consultations[c].sheet(&document.name);
        self.article(c, document, &self.chapter(c).sheets[at], url, self.documents_link(c), None, None)
    }

    pub(super) fn faq(&self, c: usize) -> Made {
        let (document, body) = (self.dossiers[c].content.editorial.faq.as_ref(), self.chapter(c).faq.as_ref());
        self.single(c, document, body, "faq.html")
    }

    pub(super) fn methodology(&self, c: usize) -> Made {
        let (document, body) = (self.dossiers[c].content.editorial.methodology.as_ref(), self.chapter(c).methodology.as_ref());
        self.single(c, document, body, "methodology.html")
    }

    /// A page of its own below the documents; it is planned only where its text is there.
    fn single(&self, c: usize, document: Option<&Document>, body: Option<&Body>, file: &str) -> Made {
        let url = self.plan.consultations[c].file(file);
        match (document, body) {
            (Some(document), Some(body)) => self.article(c, document, body, url, self.documents_link(c), None, None),
            _ => self.not_found(),
        }
    }

    fn documents_link(&self, c: usize) -> Link {
        Link::new(self.word("menu-documents"), self.plan.consultations[c].file("documents/index.html"))
    }

    #[expect(clippy::too_many_arguments, reason = "the parts of an article, named by its three callers")]
    fn article(&self, c: usize, document: &Document, body: &Body, url: String, up: Link, previous: Option<Link>, next: Option<Link>) -> Made {
        let mut trail = self.trail(c);
        trail.push(up);
        let head = Head {
            kind: "article",
            url: url.clone(),
            heading: title_of(document, self.engine.words()),
            description: document.front.summary.clone(),
            trail,
            prev: previous.as_ref().map(|link| link.url.clone()),
            next: next.as_ref().map(|link| link.url.clone()),
            published: body.date.map(|date| date.date()),
            author: document.front.author.clone(),
            ..Head::default()
        };
        let mut context = self.context(head, Some(c));
        self.insert_body(&mut context, &url, Some(c), body);
        context.insert("date", &self.date_of(body));
        context.insert("author", &document.front.author);
        context.insert("summary", &document.front.summary);
        let files: Vec<FileLine<'_>> = document.front.documents.iter().filter_map(|path| self.file_line(c, path)).collect();
        context.insert("files", &files);
        context.insert("neighbours", &serde_json::json!({"previous": previous, "next": next}));
        self.finish("article.html", url, &context)
    }

    /// The text of a page, its contents and what it cites.
    pub(super) fn insert_body(&self, context: &mut tera::Context, url: &str, c: Option<usize>, body: &Body) {
        context.insert("body_html", &body.html.at(&"../".repeat(url.matches('/').count())));
        let contents: Vec<&Heading> = body.headings.iter().filter(|heading| heading.level <= 3).collect();
        let contents = if contents.len() < CONTENTS { Vec::new() } else { contents };
        let contents: Vec<_> =
            contents.iter().map(|h| serde_json::json!({"title": h.title, "url": format!("#{}", h.anchor), "level": h.level})).collect();
        context.insert("contents", &contents);
        let references: Vec<ReferenceLine<'_>> = body
            .references
            .iter()
            .zip(1..)
            .map(|(reference, number)| ReferenceLine {
                number,
                item: self.item(reference.consultation, reference.contribution, None),
                consultation: (Some(reference.consultation) != c).then(|| self.dossiers[reference.consultation].content.config.title.as_str()),
                marks: reference.marks.iter().map(|mark| format!("#cite-{mark}")).collect(),
            })
            .collect();
        context.insert("references", &references);
    }

    /// A file of `documents/`, with its title where it has one.
    pub(super) fn file_line(&self, c: usize, path: &str) -> Option<FileLine<'_>> {
        let content = self.dossiers[c].content;
        let file = content.editorial.documents.iter().find(|file| file.path == path)?;
        let described = content.config.documents.iter().find(|document| document.file == path);
        Some(self.described(c, file, described))
    }

    fn described<'a>(&'a self, c: usize, file: &'a CopiedFile, described: Option<&'a DocumentConfig>) -> FileLine<'a> {
        let documents = &self.dossiers[c].content.editorial.documents;
        FileLine {
            url: self.plan.consultations[c].document(documents, &file.path).unwrap_or_default(),
            title: described.map_or_else(|| file.path.rsplit('/').next().unwrap_or(&file.path), |described| &described.title),
            description: described.map_or("", |described| &described.description),
            date: described.and_then(|described| day(described.date.as_deref()?)).map(|date| self.site.dates.date(date)),
            format: extension(&file.path).to_uppercase(),
            bytes_text: self.bytes(file.bytes),
        }
    }

    pub(super) fn documents(&self, c: usize) -> Made {
        let dossier = &self.dossiers[c];
        let plan = &self.plan.consultations[c];
        let text = &dossier.content.editorial;
        let config = &dossier.content.config;
        let url = plan.file("documents/index.html");
        let head = Head {
            kind: "documents",
            url: url.clone(),
            heading: self.word("menu-documents"),
            description: self.word("intro-documents"),
            trail: self.trail(c),
            ..Head::default()
        };
        let mut context = self.context(head, Some(c));
        let sheets: Vec<_> = text
            .sheets
            .iter()
            .zip(&self.chapter(c).sheets)
            .map(|(sheet, body)| NewsLine {
                title: &sheet.title,
                url: plan.sheet(&sheet.name),
                date: self.date_of(body),
                summary: &sheet.front.summary,
                consultation: None,
            })
            .collect();
        context.insert("sheets", &sheets);
        let page = |document: &Option<Document>, url: &str| {
            document.as_ref().map(|document| Link::new(title_of(document, self.engine.words()), plan.file(url)))
        };
        context.insert("faq", &page(&text.faq, "faq.html"));
        context.insert("methodology", &page(&text.methodology, "methodology.html"));
        let timeline = (!text.timeline.entries.is_empty()).then(|| plan.file("timeline.html"));
        context.insert("timeline_url", &timeline);
        let recorded = |path: &str| config.media.iter().any(|media| media.file == path || media.transcript.as_deref() == Some(path));
        let files: Vec<FileLine<'_>> = text
            .documents
            .iter()
            .filter(|file| self.is_copied(c, file) && !recorded(&file.path))
            .map(|file| self.described(c, file, config.documents.iter().find(|document| document.file == file.path)))
            .collect();
        context.insert("files", &files);
        let media: Vec<MediaLine<'_>> = config
            .media
            .iter()
            .filter_map(|media| {
                let file = text.documents.iter().find(|file| file.path == media.file)?;
                let transcript = media.transcript.as_deref().and_then(|path| {
                    let sheet = path.strip_prefix("sheets/").and_then(|name| name.strip_suffix(".md"));
                    sheet.map_or_else(|| plan.document(&text.documents, path), |name| Some(plan.sheet(name)))
                });
                Some(MediaLine {
                    tag: crate::editorial::medium(&media.file)?,
                    url: plan.document(&text.documents, &media.file)?,
                    title: &media.title,
                    summary: &media.summary,
                    date: media.date.as_deref().and_then(day).map(|date| self.site.dates.date(date)),
                    duration: media.duration.as_deref(),
                    transcript,
                    format: extension(&file.path).to_uppercase(),
                    bytes_text: self.bytes(file.bytes),
                })
            })
            .collect();
        context.insert("media", &media);
        self.finish("documents.html", url, &context)
    }

    /// Whether a file of `documents/` is published as it is: not the pictures that texts show.
    pub(super) fn is_copied(&self, c: usize, file: &CopiedFile) -> bool {
        let dossier = &self.dossiers[c];
        let path = format!("consultations/{}/{}", dossier.record.slug, file.path);
        let named = dossier.content.config.documents.iter().any(|document| document.file == file.path);
        named || !self.editorial.pictures.only_shown(&path)
    }

    /// Files that are published as they are: (path below `content/`, address).
    pub fn copied_files(&self) -> Vec<(String, String)> {
        let mut found = Vec::new();
        for (c, dossier) in self.dossiers.iter().enumerate() {
            let documents = &dossier.content.editorial.documents;
            for file in documents.iter().filter(|file| self.is_copied(c, file)) {
                if let Some(url) = self.plan.consultations[c].document(documents, &file.path) {
                    found.push((format!("consultations/{}/{}", dossier.record.slug, file.path), url));
                }
            }
        }
        found
    }

    pub(super) fn timeline(&self, c: usize) -> Made {
        let url = self.plan.consultations[c].file("timeline.html");
        let mut trail = self.trail(c);
        trail.push(self.documents_link(c));
        let head = Head { kind: "timeline", url: url.clone(), heading: self.word("heading-timeline"), trail, ..Head::default() };
        let mut context = self.context(head, Some(c));
        let root = "../".repeat(url.matches('/').count());
        let lines: Vec<TimelineLine<'_>> = self.dossiers[c]
            .content
            .editorial
            .timeline
            .entries
            .iter()
            .zip(&self.chapter(c).timeline)
            .map(|(entry, (date, html))| TimelineLine {
                date: date.map(|date| self.site.dates.date(date)),
                title: &entry.title,
                body_html: html.at(&root),
                link: entry.link.as_deref(),
            })
            .collect();
        context.insert("timeline", &lines);
        self.finish("timeline.html", url, &context)
    }

    /// The synthesis as a work, where there is one.
    pub(super) fn synthesis_work(&self, c: usize) -> Option<Work<'_>> {
        let dossier = &self.dossiers[c];
        let document = dossier.content.editorial.synthesis.as_ref()?;
        let body = self.chapter(c).synthesis.as_ref()?;
        Some(Work {
            sort: Sort::Report,
            key: format!("{}-synthesis", dossier.record.slug),
            title: title_of(document, self.engine.words()),
            author: Some(document.front.author.as_deref().map_or_else(|| Author::body(self.publisher()), Author::person)),
            date: body.date.map(|moment| moment.civil()).map(|civil| (civil.year, civil.month, civil.day)),
            container: &dossier.content.config.title,
            publisher: &self.content.config.publisher.name,
            kind: self.word("heading-synthesis"),
            genre: self.word("heading-synthesis"),
            url: self.permalink(&self.plan.consultations[c].file("synthesis.html")),
            language: self.site_language(),
            place: dossier.content.config.territory.as_ref().map(Territory::name),
            version: None,
        })
    }

    pub(super) fn synthesis(&self, c: usize) -> Made {
        let dossier = &self.dossiers[c];
        let plan = &self.plan.consultations[c];
        let url = plan.file("synthesis.html");
        let (Some(document), chapter) = (&dossier.content.editorial.synthesis, self.chapter(c)) else { return self.not_found() };
        let Some(body) = &chapter.synthesis else { return self.not_found() };
        let Some(work) = self.synthesis_work(c) else { return self.not_found() };
        let head = Head {
            kind: "synthesis",
            url: url.clone(),
            heading: title_of(document, self.engine.words()),
            description: document.front.summary.clone(),
            trail: self.trail(c),
            published: body.date.map(|date| date.date()),
            work: Some(work.clone()),
            ..Head::default()
        };
        let mut context = self.context(head, Some(c));
        self.insert_body(&mut context, &url, Some(c), body);
        context.insert("date", &self.date_of(body));
        context.insert("author", &document.front.author);
        let coverage: Vec<CoverageLine<'_>> = chapter
            .coverage
            .iter()
            .flat_map(|coverage| &coverage.topics)
            .map(|topic| CoverageLine {
                title: self.branch_title(c, topic.branch),
                url: format!("{}/index.html", plan.branch(topic.branch)),
                depth: if let Branch::Topic(at) = topic.branch { depth(&dossier.record, at) } else { 0 },
                contributions: topic.contributions,
                cited: topic.cited,
                share: share(topic.cited, topic.contributions),
                uncited: topic.uncited.iter().map(|&ix| self.item(c, ix, None)).collect(),
            })
            .collect();
        context.insert("coverage", &coverage);
        context.insert("citation", &self.citation(&work, Some(c)));
        self.finish("synthesis.html", url, &context)
    }
}

#[cfg(test)]
mod tests {
    use super::share;

    #[test]
    fn shares_are_rounded() {
        assert_eq!([share(5, 9), share(1, 3), share(3, 3), share(0, 0)], [56, 33, 100, 0]);
    }
}
