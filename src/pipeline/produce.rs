//! The last stages: export, render, write.

use std::collections::BTreeMap;
use std::time::Instant;

use rayon::prelude::*;

use super::clock::Clock;
use super::ending::{Ended, Ending, rendered};
use super::{Progress, Settings};
use crate::archive::{Content, Licence};
use crate::catalogue::{Facts, open_data};
use crate::cite::{self, FORMS};
use crate::deposit;
use crate::diagnose::{Diagnostic, codes};
use crate::editorial::{Editorial, Picture};
use crate::export::{Publication, Published, Subject, collections, export, public_schema, rankings};
use crate::plan::{Dossier, Page, SitePlan};
use crate::read::{self, Fingerprint, Root};
use crate::render::{Engine, Renderer, Seal, Shown, Site, Theme, feed, figure_files, headers, news_feeds, robots, sitemap, stylesheet};
use crate::report::TemplateTime;
use crate::seal::{self, Sealing, Whole, close, logs, origin, public_keys};
use crate::words::Words;
use crate::write::{Output, Summary, write_editions};

/// What became of some pages.
#[derive(Default)]
struct Chunk {
    /// Addresses for the sitemap.
    listed: Vec<String>,
    /// By kind of page: how many, and their time in seconds.
    costs: BTreeMap<&'static str, (u64, f64)>,
}

/// Everything the last stages need, made by the ones before.
pub(super) struct Product<'a> {
    pub settings: &'a Settings,
    pub root: &'a Root,
    pub content: &'a Content,
    pub dossiers: &'a [Dossier<'a>],
    pub plan: &'a SitePlan,
    pub written: &'a Editorial,
    pub theme: &'a Theme,
    pub engine: &'a Engine,
    /// Only the data, in these formats.
    pub only: Option<&'a [String]>,
    /// The key of salts.
    pub secret: &'a [u8],
    /// The content as it was when the build began.
    pub fingerprint: &'a Fingerprint,
    /// An edition to close.
    pub sealing: Option<&'a Sealing>,
}

/// What was written.
pub(super) struct Made {
    /// The files.
    pub summary: Summary,
    /// The edition that was closed.
    pub closed: Option<u32>,
    /// The last edition, where the archive is not what it committed to.
    pub draft_after: Option<u32>,
}

/// Exports, renders and writes; the site is the old one or the new one.
pub(super) fn produce(product: &Product<'_>, clock: &mut Clock<'_>) -> Result<Made, Diagnostic> {
    match attempt(product, false, clock)? {
        Some(made) => Ok(made),
        // Only what no log holds is new: pages name the edition, so they are made again with it.
        None => attempt(product, true, clock)?.ok_or_else(|| Diagnostic::new(codes::INTERNAL).arg("error", "an edition cannot be closed")),
    }
}

/// One go. `None` where an edition is asked for that has something new, but nothing in its logs; with `close_all` it is closed all the same.
fn attempt(product: &Product<'_>, close_all: bool, clock: &mut Clock<'_>) -> Result<Option<Made>, Diagnostic> {
    let Product { settings, root, content, dossiers, plan: site_plan, written, theme, engine, only, secret, fingerprint, sealing } = *product;
    let mut output = Output::open(&settings.out, &root.state())?;
    if content.config.base_url.is_some() && only.is_none() {
        // The strict catalogue names it.
        output = output.with_sha512();
    }
    let site = Site::new(content, dossiers, site_plan, written, engine);
    let remarks = Words::diagnostics(content.config.language.code());
    let licence = content.config.licence.as_deref().and_then(Licence::find);
    let publication = Publication { config: &content.config, base_url: site.base_url.as_deref(), licence: licence.clone() };
    let subjects: Vec<Subject<'_>> = dossiers
        .iter()
        .zip(&site_plan.consultations)
        .map(|(dossier, plan)| Subject { dossier, plan, words: engine.words(), remarks: &remarks, dates: &site.dates })
        .collect();
    clock.stage("export", 0);
    let collections = collections(&subjects, engine.words(), &publication, only);
    let published: Vec<Published> = collections.par_iter().map(|collection| export(collection, &output)).collect::<Result<_, _>>()?;
    if only.is_some() {
        unchanged(root, fingerprint)?;
        return output.commit().map(|summary| Some(Made { summary, closed: None, draft_after: None }));
    }
    clock.stage("seal", 0);
    let origin = origin(content.config.base_url.as_deref());
    let (mut logs, mut index) = (logs(&subjects, &published, &content.editions, secret, &origin)?, content.editions.index.clone());
    let personal = content.config.privacy.personal.unwrap_or_else(|| content.editions.index.personal());
    let closing = sealing.and_then(|sealing| close(&content.editions, &mut logs, sealing, personal, close_all));
    if let Some((closed, _)) = &closing {
        index = closed.clone();
    }
    let keys = public_keys(&index)?;
    for ((_, log), plan) in logs.iter().zip(&site_plan.consultations) {
        seal::write(log, &plan.file("log"), &output)?;
    }
    for (subject, published) in subjects.iter().zip(&published) {
        rankings(subject, published, &output)?;
    }
    let seal = Seal { logs: &logs, editions: &index.editions, key: keys.last() };
    clock.stage("export", 0);
    let facts = site.base_url.as_deref().map(|base| Facts { config: &content.config, base, licence: licence.as_ref(), words: engine.words() });
    let (data, files) = open_data(facts.as_ref(), &collections, published);
    for file in files {
        output.put(&file.path, &file.bytes)?;
    }
    for (path, bytes) in public_schema(site.base_url.as_deref()) {
        output.put(&path, &bytes)?;
    }
    clock.stage("render", site_plan.pages.len() as u64);
    let mut renderer = Renderer::new(content, dossiers, site_plan, &site, engine, Shown { data: &data, editorial: written, seal: &seal });
    // What is new in a log is a draft for certain; what else is new shows at the end.
    renderer.draft = !index.editions.is_empty() && logs.iter().any(|(_, log)| log.is_draft());
    let (last_pages, pages): (Vec<Page>, Vec<Page>) = site_plan.pages.iter().partition(|page| page.tells_of_drafts());
    let last = rendered(&renderer, &last_pages)?;
    let chunks: Vec<Chunk> = pages
        .par_chunks(64)
        .map(|pages| {
            let mut chunk = Chunk::default();
            for &page in pages {
                let since = Instant::now();
                let (url, bytes) = renderer.page(page)?;
                output.put(&url, &bytes)?;
                let cost = chunk.costs.entry(page.kind()).or_default();
                *cost = (cost.0 + 1, cost.1 + since.elapsed().as_secs_f64());
                if renderer.is_listed(page) {
                    chunk.listed.push(url);
                }
            }
            clock_advance(clock.progress, pages.len());
            Ok(chunk)
        })
        .collect::<Result<_, Diagnostic>>()?;
    let mut costs: BTreeMap<&'static str, (u64, f64)> = BTreeMap::new();
    let alone = last.iter().map(|(kind, seconds, _)| (*kind, (1, *seconds)));
    for (kind, (pages, seconds)) in chunks.iter().flat_map(|chunk| &chunk.costs).map(|(kind, cost)| (*kind, *cost)).chain(alone) {
        let cost = costs.entry(kind).or_default();
        *cost = (cost.0 + pages, cost.1 + seconds);
    }
    clock.templates = costs.into_iter().map(|(name, (pages, seconds))| TemplateTime { name, pages, seconds }).collect();
    clock.stage("write", 0);
    for (path, bytes) in theme.folder("static/") {
        let own = (path == "greffe.css").then(|| stylesheet(bytes, &content.config.appearance.colours));
        output.put(&format!("static/{path}"), own.as_deref().unwrap_or(bytes))?;
    }
    output.put("static/words.js", renderer.script_words().as_bytes())?;
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
        let mut urls: Vec<String> = chunks.into_iter().flat_map(|chunk| chunk.listed).collect();
        urls.extend(last_pages.iter().zip(&last).filter(|(page, _)| renderer.is_listed(**page)).map(|(_, (.., (url, _)))| url.clone()));
        for (name, xml) in sitemap(base, &urls) {
            output.put(&name, xml.as_bytes())?;
        }
    }
    output.put("robots.txt", robots(site.base_url.as_deref()).as_bytes())?;
    output.put("_headers", headers().as_bytes())?;
    for (name, bytes) in deposit::papers(content, dossiers, &keys, engine.words()) {
        output.put(name, bytes.as_bytes())?;
    }
    clock.stage("seal", 0);
    let closed = closing.as_ref().and_then(|(index, _)| index.editions.last()).map(|edition| edition.number);
    let ending = Ending {
        output: &output,
        whole: Whole { editions: &content.editions, origin: &origin, logs: &logs },
        pages: &last_pages,
        closes: closed.zip(sealing),
        last: index.editions.last().map(|edition| edition.number),
    };
    let Some(Ended { note, draft_after }) = ending.put(&mut renderer, last, sealing.is_some())? else { return Ok(None) };
    unchanged(root, fingerprint)?;
    if let Some((_, mut files)) = closing {
        let index = files.len() - 1;
        files.insert(index, (format!("{}.txt", closed.unwrap_or_default()), note));
        write_editions(root, &files)?;
    }
    clock.stage("write", 0);
    let summary = output.commit()?;
    Ok(Some(Made { summary, closed, draft_after }))
}

/// Pages and data were made of the same content: some files are read more than once.
fn unchanged(root: &Root, before: &Fingerprint) -> Result<(), Diagnostic> {
    let now = Fingerprint::of(root);
    let Some(path) = before.changed(&now) else { return Ok(()) };
    let shown = path.strip_prefix(&root.path).unwrap_or(path).display().to_string();
    Err(Diagnostic::new(codes::CONTENT_CHANGED).file(shown))
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
