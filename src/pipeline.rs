//! The stages in their order: read → import → normalise → tally, rank, group → check → plan → render, export → write.

use std::path::PathBuf;
use std::time::Instant;

use rayon::prelude::*;

use crate::archive::{ConsultationContent, Content, Language};
use crate::cite::FORMS;
use crate::diagnose::{Code, Diagnostic, Diagnostics, Severity, codes, did_you_mean};
use crate::editions::{self, Settled, Work};
use crate::editorial::{Editorial, Picture};
use crate::export::{Publication, Published, Subject, catalogues, export};
use crate::import::{Profiles, SourceReader};
use crate::map::{Areas, Outline};
use crate::model::{Consultation, Edition, Moment, Precision};
use crate::normalise::{Policy, Zones};
use crate::plan::{Dossier, Page, plan};
use crate::read::{self, Root};
use crate::render::{Engine, Renderer, Site, Theme, check_colours, feed, figure_files, headers, news_feeds, robots, sitemap, stylesheet};
use crate::report::describe;
use crate::words::Words;
use crate::write::{Lock, Output, Summary, recover};
use crate::{check, cite, editorial, figures, group, rank, similar};

pub use crate::report::{ConsultationReport, DiagnosticCounts, FileCounts, Report, SetAsideReport, SourceReport, StageTime};

/// What the pipeline tells while it works.
pub trait Progress: Sync {
    /// A stage begins; `total` things are to be done, 0 where it is not known.
    fn stage(&self, name: &'static str, total: u64);
    /// So many more are done.
    fn advance(&self, count: u64);
}

/// Says nothing.
pub struct Silent;

impl Progress for Silent {
    fn stage(&self, _: &'static str, _: u64) {}
    fn advance(&self, _: u64) {}
}

/// How a command was called.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The folder that holds `content/`.
    pub root: PathBuf,
    /// Where the site goes.
    pub out: PathBuf,
    /// Warnings stop the build.
    pub strict: bool,
}

/// Measures stages.
struct Clock<'a> {
    progress: &'a dyn Progress,
    times: Vec<StageTime>,
    since: Instant,
    name: &'static str,
}

impl<'a> Clock<'a> {
    fn new(progress: &'a dyn Progress) -> Self {
        Self { progress, times: Vec::new(), since: Instant::now(), name: "" }
    }

    fn stage(&mut self, name: &'static str, total: u64) {
        self.stop();
        self.name = name;
        self.since = Instant::now();
        self.progress.stage(name, total);
    }

    fn stop(&mut self) {
        if self.name.is_empty() {
            return;
        }
        let seconds = self.since.elapsed().as_secs_f64();
        match self.times.iter_mut().find(|time| time.name == self.name) {
            Some(time) => time.seconds += seconds,
            None => self.times.push(StageTime { name: self.name, seconds }),
        }
    }
}

/// Reads `content/` and checks what can be checked without the exports.
pub fn content(root: &Root, diagnostics: &mut Diagnostics) -> Option<Content> {
    let content = read::content(root, diagnostics)?;
    let file = "content/archive.yaml";
    match &content.config.base_url {
        None => diagnostics.push(Diagnostic::new(codes::NO_BASE_URL).file(file)),
        Some(url) if oxrdf::NamedNode::new(url.as_str()).is_err() || !(url.starts_with("https://") || url.starts_with("http://")) => {
            diagnostics.push(Diagnostic::new(codes::BAD_BASE_URL).file(file).column("base_url").arg("value", url).line_of(&content.yaml, url));
        }
        Some(_) => {}
    }
    if let Some(licence) = content.config.licence.as_deref().filter(|id| crate::archive::Licence::find(id).is_none()) {
        let known = crate::archive::Licence::all();
        let near = did_you_mean(licence, known.iter().map(|licence| licence.id.as_str())).unwrap_or_default();
        diagnostics.push(
            Diagnostic::new(codes::BAD_VALUE).file(file).column("licence").arg("value", licence).arg("near", near).line_of(&content.yaml, licence),
        );
    }
    check_colours(&content.config.appearance.colours, &content.yaml, diagnostics);
    for slug in &content.config.featured {
        if content.consultations.iter().all(|consultation| consultation.slug != *slug) {
            let near = did_you_mean(slug, content.consultations.iter().map(|c| c.slug.as_str())).unwrap_or_default();
            diagnostics.push(
                Diagnostic::new(codes::FEATURED_UNKNOWN)
                    .file(file)
                    .column("featured")
                    .arg("value", slug)
                    .arg("near", near)
                    .line_of(&content.yaml, slug),
            );
        }
    }
    for consultation in &content.consultations {
        let config = &consultation.config;
        if let Some(id) = config.ranking.as_deref().filter(|id| rank::RANKINGS.iter().all(|ranking| ranking.id() != *id)) {
            let known = rank::RANKINGS.iter().map(|ranking| ranking.id()).collect::<Vec<_>>().join(", ");
            let near = did_you_mean(id, rank::RANKINGS.iter().map(|ranking| ranking.id())).unwrap_or_default();
            diagnostics.push(
                Diagnostic::new(codes::RANKING_UNKNOWN)
                    .file(&consultation.file)
                    .column("ranking")
                    .arg("value", id)
                    .arg("near", near)
                    .arg("known", known)
                    .line_of(&consultation.yaml, id),
            );
        }
        for topic in &config.topics {
            if let Some(parent) = topic.parent.as_deref().filter(|parent| config.topics.iter().all(|other| other.id != *parent)) {
                let near = did_you_mean(parent, config.topics.iter().map(|t| t.id.as_str())).unwrap_or_default();
                diagnostics.push(
                    Diagnostic::new(codes::TOPIC_UNKNOWN_PARENT)
                        .file(&consultation.file)
                        .column("topics")
                        .arg("id", &topic.id)
                        .arg("value", parent)
                        .arg("near", near)
                        .line_of(&consultation.yaml, parent),
                );
            }
            let mut at = topic.parent.as_deref();
            for _ in 0..=config.topics.len() {
                at = at.and_then(|id| config.topics.iter().find(|other| other.id == id)).and_then(|other| other.parent.as_deref());
            }
            if at.is_some() {
                diagnostics.push(
                    Diagnostic::new(codes::TOPIC_LOOP)
                        .file(&consultation.file)
                        .column("topics")
                        .arg("id", &topic.id)
                        .line_of(&consultation.yaml, &topic.id),
                );
            }
        }
        for day in config.sources.iter().filter_map(|source| source.edition.as_deref()).filter(|day| Edition::parse(day).is_none()) {
            // A date of another form is one the user can mean.
            let near = crate::import::parse_date(day).map(|stamp| stamp.civil).map(|c| format!("{:04}-{:02}-{:02}", c.year, c.month, c.day));
            diagnostics.push(
                Diagnostic::new(codes::BAD_EDITION)
                    .file(&consultation.file)
                    .column("edition")
                    .arg("value", day)
                    .arg("near", near.unwrap_or_default())
                    .line_of(&consultation.yaml, day),
            );
        }
        for slug in config.former_slugs.iter().filter(|slug| !read::is_slug(slug)) {
            diagnostics.push(
                Diagnostic::new(codes::BAD_SLUG).file(&consultation.file).column("former_slugs").arg("name", slug).line_of(&consultation.yaml, slug),
            );
        }
    }
    Some(content)
}

/// Imports, cleans and computes every consultation.
fn dossiers<'a>(
    root: &Root,
    content: &'a Content,
    secret: &[u8],
    words: Option<&Words>,
    clock: &mut Clock<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<Dossier<'a>> {
    let mut profiles = Profiles::built_in();
    profiles.add(&read::profiles(root), diagnostics);
    let mut dossiers = Vec::new();
    for consultation in &content.consultations {
        let config = &consultation.config;
        let zone = config.time_zone.as_deref().unwrap_or(&content.config.time_zone);
        let zones = match Zones::new(zone) {
            Ok(zones) => zones,
            Err(diagnostic) => {
                diagnostics.push(diagnostic.file(&consultation.file).line_of(&consultation.yaml, "time_zone"));
                continue;
            }
        };
        let day = |text: &Option<String>, key: &str, diagnostics: &mut Diagnostics| -> Option<Moment> {
            let text = text.as_deref()?;
            let stamp = crate::import::parse_date(text);
            if stamp.is_none() {
                diagnostics.push(Diagnostic::new(codes::BAD_VALUE).file(&consultation.file).column(key).arg("value", text).arg("near", "2024-03-31"));
            }
            stamp.map(|stamp| Moment { precision: Precision::Day, ..zones.moment(stamp, None) })
        };
        let opened = day(&config.opened, "opened", diagnostics);
        let closed = day(&config.closed, "closed", diagnostics);

        let shown = format!("content/consultations/{}", consultation.slug);
        let folder = root.consultation(&consultation.slug);
        let language = config.language.unwrap_or(content.config.language);
        let progress = clock.progress;
        let reader = SourceReader {
            profiles: &profiles,
            folder: &folder,
            shown: shown.clone(),
            language: Language::code(language),
            limits: content.config.limits,
            progress: &|_| progress.advance(1),
        };
        let mut own = Diagnostics::default();
        let mut policy = Policy::new(&consultation.slug, secret, content.config.privacy, config.privacy);
        policy.language = config.language.filter(|language| *language != content.config.language).map(Language::code);
        let authors = policy.authors;
        let work = Work { reader: &reader, content: consultation, policy: &policy, zones: &zones, words };
        let Settled { mut record, tallies, changes, withheld } = editions::settle(&work, &mut |stage| clock.stage(stage, 0), &mut own);
        editorial::join(&consultation.editorial, &mut record, &mut own);
        clock.stage("rank", 0);
        let rankings = rank::rank(&record, &tallies);
        clock.stage("compare", 0);
        let similar = similar::similar(&record);
        clock.stage("group", 0);
        let outline = outline(root, content, consultation, &mut own);
        let areas = Areas::new(&record, outline.as_ref());
        let activity = activity(&record);
        let groupings =
            group::group(&group::Subject { consultation: &record, tallies: &tallies, similar: &similar, areas: &areas, activity: &activity });
        clock.stage("check", 0);
        let subject = check::Subject {
            consultation: &record,
            tallies: &tallies,
            territory: config.territory.as_ref().and_then(|t| t.bbox()),
            dates: (opened.map(Moment::day), closed.map(Moment::day)),
            shown: &shown,
        };
        own.extend(check::check(&subject));
        let remarks = own.iter().filter(|remark| remark.severity != Severity::Error && about_the_record(remark.code)).cloned().collect();
        diagnostics.absorb(own);
        let mut dossier = Dossier {
            content: consultation,
            record,
            tallies,
            rankings,
            similar,
            areas,
            outline,
            figures: Vec::new(),
            groupings,
            changes,
            authors,
            withheld,
            opened,
            closed,
            remarks,
        };
        if let Some(position) = dossier.default_ranking().map(|ranked| ranked.position.clone()) {
            group::sort_by(&mut dossier.groupings, &dossier.tallies, &position);
        }
        dossier.figures = figures::figures(&dossier);
        dossiers.push(dossier);
    }
    dossiers
}

/// By author: how many contributions.
fn activity(record: &Consultation) -> Vec<u32> {
    let mut counts = vec![0; record.authors.len()];
    for author in record.contributions.iter().filter(|c| !c.missing).filter_map(|c| c.author) {
        counts[author as usize] += 1;
    }
    counts
}

/// The outlines of a consultation's map: its own, else the archive's.
fn outline(root: &Root, content: &Content, consultation: &ConsultationContent, diagnostics: &mut Diagnostics) -> Option<Outline> {
    let (config, file, yaml) = match (&consultation.config.outline, &content.config.outline) {
        (Some(own), _) => (own, consultation.file.as_str(), &consultation.yaml),
        (None, Some(shared)) => (shared, "content/archive.yaml", &content.yaml),
        (None, None) => return None,
    };
    let Some(path) = read::named_file(root, Some(&consultation.slug), None, &config.file) else {
        diagnostics.push(Diagnostic::new(codes::FILE_MISSING).file(file).column("outline").arg("value", &config.file).line_of(yaml, &config.file));
        return None;
    };
    let read = read::content_bytes(root, &path).map_err(|error| error.to_string());
    let parsed = read.and_then(|bytes| Outline::parse(&String::from_utf8_lossy(&bytes), config.name.as_deref()));
    parsed.map_err(|error| diagnostics.push(Diagnostic::new(codes::BAD_OUTLINE).file(format!("content/{path}")).arg("error", error))).ok()
}

/// Remarks that readers of the method page should see: what was found in the files, not what the association should do.
fn about_the_record(code: &Code) -> bool {
    ![codes::UNUSED_COLUMN, codes::PERSONAL_COLUMN, codes::COUNTS_DIFFER, codes::COMMENTS_DIFFER, codes::OUTSIDE_DATES].contains(&code)
}

/// Everything wrong or doubtful, without writing anything.
pub fn check_only(settings: &Settings, progress: &dyn Progress, diagnostics: &mut Diagnostics) -> Report {
    let root = Root { path: settings.root.clone() };
    let mut clock = Clock::new(progress);
    clock.stage("read", 0);
    let mut report = Report::default();
    let Some(content) = content(&root, diagnostics) else { return report };
    let mut unsaid = Diagnostics::default();
    let secret = read::secret(&root, false, &mut unsaid).unwrap_or_default();
    diagnostics.absorb(unsaid);
    let engine = engine(&root, &content, diagnostics);
    let dossiers = dossiers(&root, &content, &secret, engine.as_ref().map(|(_, engine)| engine.words()), &mut clock, diagnostics);
    let (site, found) = plan(&content, &dossiers);
    diagnostics.extend(found);
    if let Some((_, engine)) = &engine {
        editorial::editorial(&root, &content, &dossiers, &site, engine.words(), diagnostics);
    }
    clock.stop();
    report.pages = site.pages.len();
    describe(&mut report, &content, &dossiers);
    report.stages = clock.times;
    report
}

/// The Markdown of a first synthesis of a consultation, with at most `top` contributions per topic and ranking; `None` where the content
/// has errors or there is no such consultation.
pub fn draft(settings: &Settings, slug: &str, top: usize, progress: &dyn Progress, diagnostics: &mut Diagnostics) -> Option<String> {
    let root = Root { path: settings.root.clone() };
    let mut clock = Clock::new(progress);
    clock.stage("read", 0);
    let mut content = content(&root, diagnostics)?;
    if content.consultations.iter().all(|consultation| consultation.slug != slug) {
        let near = did_you_mean(slug, content.consultations.iter().map(|c| c.slug.as_str())).unwrap_or_default().to_owned();
        diagnostics.push(Diagnostic::new(codes::FEATURED_UNKNOWN).file("content/consultations").arg("value", slug).arg("near", near));
        return None;
    }
    content.consultations.retain(|consultation| consultation.slug == slug);
    let mut unsaid = Diagnostics::default();
    // Nothing of the draft depends on pseudonyms.
    let secret = read::secret(&root, false, &mut unsaid).unwrap_or_default();
    let (_, engine) = engine(&root, &content, diagnostics)?;
    let dossiers = dossiers(&root, &content, &secret, Some(engine.words()), &mut clock, diagnostics);
    let dossier = dossiers.first().filter(|_| !diagnostics.has_errors())?;
    Some(editorial::draft(dossier, engine.words(), top))
}

fn engine(root: &Root, content: &Content, diagnostics: &mut Diagnostics) -> Option<(Theme, Engine)> {
    let name = content.config.theme.as_deref().unwrap_or("civic");
    let own = read::theme_files(root, name);
    if own.is_none() && content.config.theme.as_deref().is_some_and(|theme| theme != "civic") {
        diagnostics
            .push(Diagnostic::new(codes::MISSING_THEME).file("content/archive.yaml").column("theme").arg("name", name).line_of(&content.yaml, name));
        return None;
    }
    let theme = Theme::new(name, own.unwrap_or_default(), diagnostics);
    let engine = Engine::new(&theme, content.config.language.code(), diagnostics)?;
    Some((theme, engine))
}

/// Builds the archive. On an error the old site stays as it was, and the report holds what was found.
pub fn build(settings: &Settings, progress: &dyn Progress, diagnostics: &mut Diagnostics) -> Report {
    let root = Root { path: settings.root.clone() };
    let mut report = Report::default();
    let mut clock = Clock::new(progress);
    clock.stage("read", 0);
    let Some(content) = content(&root, diagnostics) else { return report };
    if inside(&settings.out, &root.content()) {
        diagnostics.push(
            Diagnostic::new(codes::OUTPUT_INSIDE_CONTENT).file(settings.out.display().to_string()).arg("path", settings.out.display().to_string()),
        );
    }
    let Some(secret) = read::secret(&root, true, diagnostics) else { return report };
    let _lock = match Lock::take(&root.state()).and_then(|lock| recover(&root.state()).map(|recovered| (lock, recovered))) {
        Ok((lock, recovered)) => {
            diagnostics.extend(recovered);
            lock
        }
        Err(diagnostic) => {
            diagnostics.push(diagnostic);
            return report;
        }
    };
    let engine = engine(&root, &content, diagnostics);
    let dossiers = dossiers(&root, &content, &secret, engine.as_ref().map(|(_, engine)| engine.words()), &mut clock, diagnostics);
    describe(&mut report, &content, &dossiers);
    clock.stage("plan", 0);
    let (site_plan, found) = plan(&content, &dossiers);
    diagnostics.extend(found);
    report.pages = site_plan.pages.len();
    let written = engine.as_ref().map(|(_, engine)| editorial::editorial(&root, &content, &dossiers, &site_plan, engine.words(), diagnostics));
    if let Some(((theme, engine), written)) = engine.zip(written).filter(|_| !diagnostics.has_errors()) {
        match produce(settings, &root, &content, &dossiers, &site_plan, &written, &theme, &engine, &mut clock) {
            Ok(summary) => {
                report.files = FileCounts { written: summary.written, unchanged: summary.unchanged, removed: summary.removed };
                report.bytes = summary.bytes;
            }
            Err(diagnostic) => diagnostics.push(diagnostic),
        }
    }
    clock.stop();
    report.stages = clock.times;
    report
}

#[expect(clippy::too_many_arguments, reason = "everything the last stages need, made by the ones before")]
fn produce(
    settings: &Settings,
    root: &Root,
    content: &Content,
    dossiers: &[Dossier<'_>],
    site_plan: &crate::plan::SitePlan,
    written: &Editorial,
    theme: &Theme,
    engine: &Engine,
    clock: &mut Clock<'_>,
) -> Result<Summary, Diagnostic> {
    let output = Output::open(&settings.out, &root.state())?;
    let site = Site::new(content, dossiers, site_plan, written, engine);
    let remarks = Words::diagnostics(content.config.language.code());
    let publication = Publication { config: &content.config, base_url: site.base_url.as_deref() };
    let subjects: Vec<Subject<'_>> = dossiers
        .iter()
        .zip(&site_plan.consultations)
        .map(|(dossier, plan)| Subject { dossier, plan, words: engine.words(), remarks: &remarks, dates: &site.dates })
        .collect();
    clock.stage("export", 0);
    let published: Vec<Published> = subjects.par_iter().map(|subject| export(subject, &publication, &output)).collect::<Result<_, _>>()?;
    if let Some(files) = catalogues(&subjects, &published, &publication, engine.words()) {
        for (name, bytes) in files {
            output.put(name, &bytes)?;
        }
    }
    clock.stage("render", site_plan.pages.len() as u64);
    let renderer = Renderer::new(content, dossiers, site_plan, &site, engine, &published, written);
    let listed: Vec<Option<String>> = site_plan
        .pages
        .par_chunks(64)
        .map(|pages| {
            let mut urls = Vec::with_capacity(pages.len());
            for &page in pages {
                let (url, bytes) = renderer.page(page)?;
                output.put(&url, &bytes)?;
                urls.push((!matches!(page, Page::NotFound | Page::Redirect(..))).then_some(url));
            }
            clock_advance(clock.progress, pages.len());
            Ok(urls)
        })
        .collect::<Result<Vec<_>, Diagnostic>>()?
        .into_iter()
        .flatten()
        .collect();
    clock.stage("write", 0);
    for (path, bytes) in theme.folder("static/") {
        let own = (path == "greffe.css").then(|| stylesheet(bytes, &content.config.appearance.colours));
        output.put(&format!("static/{path}"), own.as_deref().unwrap_or(bytes))?;
    }
    files_of_texts(root, &renderer, &output)?;
    for (url, bytes) in figure_files(&renderer) {
        output.put(&url, &bytes)?;
    }
    for (c, plan) in site_plan.consultations.iter().enumerate() {
        for form in FORMS {
            output.stream(&plan.citations(form.extension()), |out| cite::file(*form, renderer.works(c), out))?;
        }
    }
    for (url, xml) in news_feeds(&renderer) {
        output.put(&url, xml.as_bytes())?;
    }
    if let Some(xml) = feed(&renderer) {
        output.put("feed.xml", xml.as_bytes())?;
    }
    if let Some(base) = &site.base_url {
        let urls: Vec<String> = listed.into_iter().flatten().collect();
        for (name, xml) in sitemap(base, &urls) {
            output.put(&name, xml.as_bytes())?;
        }
    }
    output.put("robots.txt", robots(site.base_url.as_deref()).as_bytes())?;
    output.put("_headers", headers().as_bytes())?;
    output.commit()
}

/// Pictures in their sizes, and the files of `documents/` as they are.
fn files_of_texts(root: &Root, renderer: &Renderer<'_>, output: &Output) -> Result<(), Diagnostic> {
    let failed = |path: &str, error: String| Diagnostic::new(codes::UNREADABLE).file(format!("content/{path}")).arg("error", error);
    let pictures: Vec<&Picture> = renderer.editorial.pictures.iter().collect();
    pictures.par_iter().try_for_each(|picture| {
        let bytes = read::content_bytes(root, &picture.path).map_err(|error| failed(&picture.path, error.to_string()))?;
        let files = picture.files(&bytes).map_err(|error| failed(&picture.path, error))?;
        files.into_iter().try_for_each(|(url, bytes)| output.put(&url, &bytes))
    })?;
    for (path, url) in renderer.copied_files() {
        let mut file = read::content_file(root, &path).map_err(|error| failed(&path, error.to_string()))?;
        output.stream(&url, |out| std::io::copy(&mut file, out).map(|_| ()))?;
    }
    Ok(())
}

fn clock_advance(progress: &dyn Progress, count: usize) {
    progress.advance(count as u64);
}

/// Whether a path lies in a folder, whichever of both exist already.
fn inside(path: &std::path::Path, folder: &std::path::Path) -> bool {
    let absolute =
        |path: &std::path::Path| std::path::absolute(path).map(|path| path.canonicalize().unwrap_or(path)).unwrap_or_else(|_| path.to_owned());
    absolute(path).starts_with(absolute(folder))
}
