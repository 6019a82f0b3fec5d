//! Every consultation from its exports to everything that is computed about it.

use super::clock::Clock;
use crate::archive::{ConsultationContent, Content, Language, PersonalPolicy};
use crate::diagnose::{Arg, Diagnostic, Diagnostics, Severity, codes};
use crate::editions::{self, Settled, Work};
use crate::import::{Profiles, SourceReader};
use crate::map::{Areas, Coverage, Outline};
use crate::model::{Consultation, Moment, Precision};
use crate::normalise::{Policy, Zones};
use crate::plan::Dossier;
use crate::privacy::{ErasedText, KINDS, THRESHOLD, Traces};
use crate::read::{self, Root};
use crate::words::Words;
use crate::{archive, check, editorial, figures, group, rank, similar};

/// Imports, cleans and computes every consultation; `look` sees the record of each edition.
pub(super) fn dossiers<'a>(
    root: &Root,
    content: &'a Content,
    secret: &[u8],
    words: Option<&Words>,
    look: &dyn Fn(&Consultation),
    clock: &mut Clock<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<Dossier<'a>> {
    let mut profiles = Profiles::built_in();
    profiles.add(&read::profiles(root), diagnostics);
    let mut dossiers = Vec::new();
    let tracked = read::tracked(root);
    for consultation in &content.consultations {
        let config = &consultation.config;
        let zone = config.time_zone.as_deref().or(content.config.time_zone.as_deref()).unwrap_or("UTC");
        let zones = match Zones::new(zone) {
            Ok(zones) => zones,
            Err(diagnostic) => {
                diagnostics.push(diagnostic.file(&consultation.file).at_key(&consultation.yaml, "time_zone"));
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
            language: language.code(),
            limits: content.config.limits,
            progress: &|_| progress.advance(1),
        };
        let mut own = Diagnostics::default();
        let mut policy = Policy::new(&consultation.slug, secret, &content.config.privacy, &config.privacy);
        if config.privacy.personal.or(content.config.privacy.personal).is_none() {
            policy.personal = content.editions.index.personal();
            if policy.personal == PersonalPolicy::Report {
                // What was sealed before masking became the rule stays as it was sealed, until somebody writes what is wanted.
                diagnostics.push(Diagnostic::new(codes::PERSONAL_AS_SEALED).file("content/archive.yaml").column("privacy"));
            }
        }
        policy.masks = KINDS.iter().filter_map(|kind| Some((kind.id(), words?.text(&format!("masked-{}", kind.id()))))).collect();
        policy.language = config.language.as_ref().filter(|language| **language != content.config.language).map(Language::code);
        let authors = policy.authors;
        let work = Work { reader: &reader, content: consultation, policy: &policy, zones: &zones, words, look };
        let Settled { mut record, tallies, changes, withheld, personal } = editions::settle(&work, &mut |stage| clock.stage(stage, 0), &mut own);
        editorial::join(&consultation.editorial, &mut record, &mut own);
        clock.stage("rank", 0);
        let rankings = rank::rank(&record, &tallies);
        clock.stage("compare", 0);
        let similar = similar::similar(&record);
        clock.stage("group", 0);
        let outline = outline(root, content, consultation, &mut own);
        let coverage = coverage(root, content, consultation, &mut own);
        let areas = Areas::new(&record, outline.as_ref());
        let activity = activity(&record);
        let groupings =
            group::group(&group::Subject { consultation: &record, tallies: &tallies, similar: &similar, areas: &areas, activity: &activity });
        clock.stage("check", 0);
        let subject = check::Subject {
            consultation: &record,
            tallies: &tallies,
            territory: coverage.as_ref().map(|coverage| coverage.bounds),
            dates: (opened.map(Moment::day), closed.map(Moment::day)),
            shown: &shown,
        };
        own.extend(check::check(&subject));
        own.extend(leftovers(root, &shown, &record, &personal.erased));
        own.extend(kept_by_git(&tracked, &shown, &record, &own));
        let remarks = own.iter().filter(|remark| remark.severity != Severity::Error && remark.code.of_record).cloned().collect();
        diagnostics.absorb(own);
        let mut dossier = Dossier {
            content: consultation,
            record,
            tallies,
            rankings,
            similar,
            areas,
            outline,
            coverage,
            figures: Vec::new(),
            groupings,
            changes,
            authors,
            withheld,
            personal: personal.findings,
            threshold: config.privacy.threshold.or(content.config.privacy.threshold).unwrap_or(THRESHOLD),
            noindex: config.privacy.noindex.unwrap_or(content.config.privacy.noindex),
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

/// Where words of what was erased still stand.
fn leftovers(root: &Root, shown: &str, record: &Consultation, erased: &[ErasedText]) -> Vec<Diagnostic> {
    if erased.is_empty() {
        return Vec::new();
    }
    let traces = Traces::new(erased);
    let mut said: Vec<Diagnostic> = Vec::new();
    let files: std::collections::BTreeSet<&str> = erased.iter().map(|erased| &*erased.file).collect();
    for file in files {
        let rows: std::collections::BTreeSet<u64> =
            erased.iter().filter(|erased| *erased.file == *file).map(|erased| u64::from(erased.row)).collect();
        let place = Diagnostic::new(codes::STILL_IN_SOURCE).file(format!("{shown}/{file}")).count(rows.len() as u64);
        said.push(place.row(rows.first().copied().unwrap_or_default()));
    }
    for (file, text) in read::written_texts(root) {
        if let Some(example) = traces.in_text(&text, true) {
            said.push(Diagnostic::new(codes::STILL_IN_TEXT).file(file).arg("example", example));
        }
    }
    let kept = traces.in_record(record);
    if !kept.is_empty() {
        said.push(Diagnostic::new(codes::KEPT_TEXTS).file(shown).count(kept.len() as u64).arg("example", kept.join(", ")));
    }
    said
}

/// Exports with personal columns, used or not, that are under version control.
fn kept_by_git(tracked: &[String], shown: &str, record: &Consultation, said: &Diagnostics) -> Vec<Diagnostic> {
    let mut found: std::collections::BTreeMap<String, Vec<String>> = std::collections::BTreeMap::new();
    for remark in said.iter().filter(|said| said.code == codes::PERSONAL_COLUMN) {
        let columns = remark.args.iter().find_map(|(name, columns)| match columns {
            Arg::Text(columns) if *name == "columns" => Some(columns.clone()),
            _ => None,
        });
        found.entry(remark.place.file.clone().unwrap_or_default()).or_default().extend(columns);
    }
    for source in record.sources.iter().filter(|source| !source.columns_authors.is_empty()) {
        found.entry(format!("{shown}/{}", source.file)).or_default().extend(source.columns_authors.iter().map(ToString::to_string));
    }
    let kept = found.into_iter().filter(|(file, _)| tracked.contains(file));
    kept.map(|(file, columns)| Diagnostic::new(codes::TRACKED_PERSONAL).file(file).arg("columns", columns.join(", "))).collect()
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
        diagnostics.push(Diagnostic::new(codes::FILE_MISSING).file(file).column("outline").arg("value", &config.file).at_key(yaml, "outline"));
        return None;
    };
    let read = read::content_bytes(root, &path).map_err(|error| error.to_string().into());
    let parsed = read.and_then(|bytes| Outline::parse(&String::from_utf8_lossy(&bytes), config.name.as_deref()));
    parsed.map_err(|fault| diagnostics.push(bad_outline(&path, &fault))).ok()
}

fn bad_outline(path: &str, fault: &crate::map::Fault) -> Diagnostic {
    Diagnostic::new(codes::BAD_OUTLINE).file(format!("content/{path}")).arg("error", &fault.why).arg("value", &fault.place)
}

/// The extent of the territory: its box, its outline, or what is known of its INSEE code.
fn coverage(root: &Root, content: &Content, consultation: &ConsultationContent, diagnostics: &mut Diagnostics) -> Option<Coverage> {
    let file = consultation.file.as_str();
    let wrong = |key: &str, value: &str, near: &str| {
        Diagnostic::new(codes::BAD_VALUE)
            .file(file)
            .column(key)
            .arg("value", value)
            .arg("near", near)
            .at_key(&consultation.yaml, &format!("territory/{key}"))
    };
    let without = |diagnostics: &mut Diagnostics| {
        // Only portals miss it.
        if content.config.base_url.is_some() {
            diagnostics.push(Diagnostic::new(codes::NO_EXTENT).file(file).column("territory").at_key(&consultation.yaml, "territory"));
        }
        None
    };
    let Some(detail) = consultation.config.territory.as_ref().and_then(|territory| territory.detail()) else { return without(diagnostics) };
    let place = detail.insee.as_deref().map(|code| (code, archive::insee(code)));
    if let Some((code, None)) = place {
        diagnostics
            .push(Diagnostic::new(codes::INSEE_UNKNOWN).file(file).column("insee").arg("value", code).at_key(&consultation.yaml, "territory/insee"));
    }
    if let Some(code) = detail.country.as_deref().filter(|code| code.len() != 3 || !code.bytes().all(|b| b.is_ascii_uppercase())) {
        diagnostics.push(wrong("country", code, "FRA"));
    }
    if let Some([west, south, east, north]) = detail.bbox {
        let sound =
            (-180.0..=180.0).contains(&west) && (-180.0..=180.0).contains(&east) && -90.0 <= south && south < north && north <= 90.0 && west < east;
        if sound {
            return Some(Coverage::of_box([west, south, east, north]));
        }
        diagnostics.push(wrong("bbox", &format!("[{west}, {south}, {east}, {north}]"), "[-1.46, 46.27, -1.34, 46.35]"));
        return None;
    }
    if let Some(name) = &detail.outline {
        let Some(path) = read::named_file(root, Some(&consultation.slug), None, name) else {
            diagnostics.push(
                Diagnostic::new(codes::FILE_MISSING).file(file).column("outline").arg("value", name).at_key(&consultation.yaml, "territory/outline"),
            );
            return None;
        };
        let read = read::content_bytes(root, &path).map_err(|error| error.to_string().into());
        let outline = read.and_then(|bytes| Outline::parse(&String::from_utf8_lossy(&bytes), None));
        match outline.map(|outline| Coverage::of_outline(&outline)) {
            Ok(Some(coverage)) => return Some(coverage),
            Ok(None) => diagnostics.push(bad_outline(&path, &"no-polygon".to_owned().into())),
            Err(fault) => diagnostics.push(bad_outline(&path, &fault)),
        }
        return None;
    }
    match place {
        Some((_, Some(bounds))) => Some(Coverage::of_box(bounds)),
        Some((_, None)) => None,
        None => without(diagnostics),
    }
}
