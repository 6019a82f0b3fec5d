//! How portals will judge the open data, before anything is written.

use crate::archive::{Content, Licence};
use crate::catalogue::{Facts, Quality, datasets};
use crate::diagnose::{Diagnostic, codes};
use crate::export::{Publication, Published, Subject, collections, foresee};
use crate::plan::{Dossier, SitePlan};
use crate::words::{Dates, Words};

/// One note for each dataset; nothing without a base address, for then no portal reads it.
pub fn quality(content: &Content, dossiers: &[Dossier<'_>], plan: &SitePlan, words: &Words) -> Vec<Diagnostic> {
    let Some(base) = content.config.base_url.as_ref().map(|url| format!("{}/", url.trim_end_matches('/'))) else { return Vec::new() };
    let licence = content.config.licence.as_deref().and_then(Licence::find);
    let publication = Publication { config: &content.config, base_url: Some(&base), licence: licence.clone() };
    let dates = Dates::new(words);
    let remarks = Words::diagnostics(content.config.language.code());
    let subjects: Vec<Subject<'_>> =
        dossiers.iter().zip(&plan.consultations).map(|(dossier, plan)| Subject { dossier, plan, words, remarks: &remarks, dates: &dates }).collect();
    let collections = collections(&subjects, words, &publication, None);
    let published: Vec<Published> = collections.iter().map(foresee).collect();
    let facts = Facts { config: &content.config, base: &base, licence: licence.as_ref(), words };
    let judged = Quality::new(&facts, &datasets(&facts, &collections, &published));
    let note = |judged: &crate::catalogue::Judged| {
        let met = judged.data_gouv_fr.iter().filter(|criterion| criterion.met()).count();
        Diagnostic::new(codes::QUALITY)
            .file("content")
            .arg("title", &judged.title)
            .arg("met", met)
            // Formats with a place and other details move it by less than a point.
            .arg("points", judged.data_europa_eu_points.floor().to_string())
    };
    judged.datasets.iter().map(note).collect()
}
