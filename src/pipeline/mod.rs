//! The stages in their order: read → import → normalise → tally, rank, group → check → plan → render, export → write.

mod clean;
mod clock;
mod content;
mod dossiers;
mod ending;
mod produce;
mod quality;

use std::path::PathBuf;

use crate::archive::Content;
use crate::diagnose::{Diagnostic, Diagnostics, codes, did_you_mean};
use crate::editorial;
use crate::plan::plan;
use crate::read::{self, Fingerprint, Root};
use crate::render::{Engine, Theme};
use crate::report::describe;
use crate::seal::Sealing;
use crate::write::{Lock, recover, write_report};

pub use clean::{CleanedFile, Copies, clean_sources};
use clock::Clock;
pub use content::content;
use dossiers::dossiers;
use produce::{Made, Product, produce};
use quality::quality;

pub use crate::export::format_ids;

pub use crate::report::{ConsultationReport, DiagnosticCounts, FileCounts, Report, SetAsideReport, SourceReport, StageTime, TemplateTime};

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
    let dossiers = dossiers(&root, &content, &secret, engine.as_ref().map(|(_, engine)| engine.words()), &|_| {}, &mut clock, diagnostics);
    let (site, found) = plan(&content, &dossiers);
    diagnostics.extend(found);
    if let Some((_, engine)) = &engine {
        editorial::editorial(&root, &content, &dossiers, &site, engine.words(), diagnostics);
        diagnostics.extend(quality(&content, &dossiers, &site, engine.words()));
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
        diagnostics.push(Diagnostic::new(codes::BAD_VALUE).file("content/consultations").arg("value", slug).arg("near", near));
        return None;
    }
    content.consultations.retain(|consultation| consultation.slug == slug);
    let mut unsaid = Diagnostics::default();
    // Nothing of the draft depends on pseudonyms.
    let secret = read::secret(&root, false, &mut unsaid).unwrap_or_default();
    let (_, engine) = engine(&root, &content, diagnostics)?;
    let dossiers = dossiers(&root, &content, &secret, Some(engine.words()), &|_| {}, &mut clock, diagnostics);
    let dossier = dossiers.first().filter(|_| !diagnostics.has_errors())?;
    Some(editorial::draft(dossier, engine.words(), top))
}

/// The files of the built-in theme: (path inside it, text).
pub fn built_in_theme() -> impl Iterator<Item = (&'static str, &'static str)> {
    Theme::built_in()
}

fn engine(root: &Root, content: &Content, diagnostics: &mut Diagnostics) -> Option<(Theme, Engine)> {
    let name = content.config.theme.as_deref().unwrap_or("civic");
    let own = read::theme_files(root, name);
    if own.is_none() && content.config.theme.as_deref().is_some_and(|theme| theme != "civic") {
        diagnostics.push(
            Diagnostic::new(codes::MISSING_THEME).file("content/archive.yaml").column("theme").arg("name", name).at_key(&content.yaml, "theme"),
        );
        return None;
    }
    let theme = Theme::new(name, own.unwrap_or_default(), diagnostics);
    let engine = Engine::new(&theme, content.config.language.code(), diagnostics)?;
    Some((theme, engine))
}

/// Builds the archive. On an error the old site stays as it was, and the report holds what was found.
pub fn build(settings: &Settings, progress: &dyn Progress, diagnostics: &mut Diagnostics) -> Report {
    make(settings, None, None, progress, diagnostics)
}

/// Builds the archive and closes an edition; a note says where nothing is new.
pub fn seal(settings: &Settings, sealing: &Sealing, progress: &dyn Progress, diagnostics: &mut Diagnostics) -> Report {
    make(settings, None, Some(sealing), progress, diagnostics)
}

/// Writes the open data alone, in these formats, or in all where none is named.
pub fn export(settings: &Settings, formats: &[String], progress: &dyn Progress, diagnostics: &mut Diagnostics) -> Report {
    make(settings, Some(formats), None, progress, diagnostics)
}

/// Builds the archive, or only its data in some formats.
fn make(settings: &Settings, only: Option<&[String]>, sealing: Option<&Sealing>, progress: &dyn Progress, diagnostics: &mut Diagnostics) -> Report {
    let root = Root { path: settings.root.clone() };
    let mut report = Report::default();
    let mut clock = Clock::new(progress);
    clock.stage("read", 0);
    let fingerprint = Fingerprint::of(&root);
    let Some(content) = content(&root, diagnostics) else { return report };
    if inside(&settings.out, &root.content()) {
        diagnostics.push(
            Diagnostic::new(codes::OUTPUT_INSIDE_CONTENT).file(settings.out.display().to_string()).arg("path", settings.out.display().to_string()),
        );
    }
    if let (Some(sealing), Some(last)) = (sealing, content.editions.index.editions.last())
        && sealing.date < last.date
    {
        diagnostics
            .push(Diagnostic::new(codes::SEAL_DATE).file("content/editions/editions.yaml").arg("value", &sealing.date).arg("near", &last.date));
    }
    let Some(secret) = read::secret(&root, true, diagnostics) else { return report };
    let _lock = match Lock::take(&root.state()).and_then(|lock| recover(&root.state(), &settings.out).map(|recovered| (lock, recovered))) {
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
    let dossiers = dossiers(&root, &content, &secret, engine.as_ref().map(|(_, engine)| engine.words()), &|_| {}, &mut clock, diagnostics);
    for dossier in &dossiers {
        diagnostics.extend(write_report(&root.state(), dossier).err());
    }
    describe(&mut report, &content, &dossiers);
    clock.stage("plan", 0);
    let (site_plan, found) = plan(&content, &dossiers);
    diagnostics.extend(found);
    report.pages = site_plan.pages.len();
    let written = engine.as_ref().map(|(_, engine)| editorial::editorial(&root, &content, &dossiers, &site_plan, engine.words(), diagnostics));
    if let Some(((theme, engine), written)) = engine.zip(written).filter(|_| !diagnostics.has_errors()) {
        match produce(
            &Product {
                settings,
                root: &root,
                content: &content,
                dossiers: &dossiers,
                plan: &site_plan,
                written: &written,
                theme: &theme,
                engine: &engine,
                only,
                secret: &secret,
                fingerprint: &fingerprint,
                sealing,
            },
            &mut clock,
        ) {
            Ok(Made { summary, closed, draft_after }) => {
                report.edition = closed;
                if let Some(last) = draft_after {
                    diagnostics.push(Diagnostic::new(codes::DRAFT).file("content/editions/editions.yaml").arg("number", last.to_string()));
                }
                report.files = FileCounts { written: summary.written, unchanged: summary.unchanged, removed: summary.removed };
                report.bytes = summary.bytes;
            }
            Err(diagnostic) => diagnostics.push(diagnostic),
        }
    }
    clock.stop();
    report.stages = clock.times;
    report.templates = clock.templates;
    report
}

/// Whether a path lies in a folder, whichever of both exist already.
fn inside(path: &std::path::Path, folder: &std::path::Path) -> bool {
    let absolute =
        |path: &std::path::Path| std::path::absolute(path).map(|path| path.canonicalize().unwrap_or(path)).unwrap_or_else(|_| path.to_owned());
    absolute(path).starts_with(absolute(folder))
}
