//! What a build did, as `--report` writes it.

use serde::Serialize;

use crate::archive::Content;
use crate::diagnose::{Diagnostics, Severity};
use crate::plan::Dossier;
use crate::words::Words;

/// How long a stage took.
#[derive(Debug, Clone, Serialize)]
pub struct StageTime {
    /// Its name.
    pub name: &'static str,
    /// Wall clock.
    pub seconds: f64,
}

/// What pages of one kind cost.
#[derive(Debug, Clone, Serialize)]
pub struct TemplateTime {
    /// The kind of page.
    pub name: &'static str,
    /// How many there are.
    pub pages: u64,
    /// Time of one thread to render and compare or write all of them.
    pub seconds: f64,
}

/// What a build did, as `--report` writes it.
#[derive(Debug, Default, Serialize)]
pub struct Report {
    /// The edition that was closed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edition: Option<u32>,
    /// By consultation.
    pub consultations: Vec<ConsultationReport>,
    /// HTML pages.
    pub pages: usize,
    /// Files of the output.
    pub files: FileCounts,
    /// Bytes of the output.
    pub bytes: u64,
    /// The stages in their order.
    pub stages: Vec<StageTime>,
    /// What pages cost, by kind, in the order of their names.
    pub templates: Vec<TemplateTime>,
    /// How many of each severity.
    pub diagnostics: DiagnosticCounts,
}

/// Files of the output.
#[derive(Debug, Default, Serialize)]
pub struct FileCounts {
    /// New or changed.
    pub written: u64,
    /// Equal already.
    pub unchanged: u64,
    /// No longer wanted.
    pub removed: u64,
}

/// How much was said.
#[derive(Debug, Default, Serialize)]
pub struct DiagnosticCounts {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
}

/// One consultation in a report.
#[derive(Debug, Serialize)]
pub struct ConsultationReport {
    /// Its slug.
    pub id: String,
    /// Contributions with a row; placeholders are none.
    pub contributions: usize,
    /// Comments.
    pub comments: usize,
    /// Vote rows on contributions.
    pub votes: usize,
    /// The files.
    pub sources: Vec<SourceReport>,
    /// Every row set aside.
    pub set_aside: Vec<SetAsideReport>,
}

/// One file in a report.
#[derive(Debug, Serialize)]
pub struct SourceReport {
    file: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    edition: Option<String>,
    profile: String,
    encoding: String,
    rows_read: u64,
    rows_kept: u64,
    rows_set_aside: u64,
}

/// One row set aside in a report.
#[derive(Debug, Serialize)]
pub struct SetAsideReport {
    file: String,
    row: u64,
    code: &'static str,
    message: String,
}

impl Report {
    /// Notes how much was said in the end.
    pub fn count(&mut self, diagnostics: &Diagnostics) {
        self.diagnostics = DiagnosticCounts { errors: diagnostics.count(Severity::Error), warnings: diagnostics.count(Severity::Warning) };
    }
}

/// Fills in what the consultations hold.
pub(crate) fn describe(report: &mut Report, content: &Content, dossiers: &[Dossier<'_>]) {
    let words = Words::diagnostics(content.config.language.code());
    report.consultations = dossiers
        .iter()
        .map(|dossier| {
            let record = &dossier.record;
            ConsultationReport {
                id: record.slug.to_string(),
                contributions: record.contributions.iter().filter(|contribution| !contribution.missing).count(),
                comments: record.comments.len(),
                votes: record.votes.len(),
                sources: record
                    .sources
                    .iter()
                    .map(|source| SourceReport {
                        file: source.file.to_string(),
                        edition: source.edition.map(|edition| edition.to_string()),
                        profile: source.profile.to_string(),
                        encoding: source.encoding.to_string(),
                        rows_read: source.rows_read,
                        rows_kept: source.rows_kept,
                        rows_set_aside: source.rows_set_aside,
                    })
                    .collect(),
                set_aside: record
                    .set_aside
                    .iter()
                    .map(|row| SetAsideReport {
                        file: row.file.to_string(),
                        row: row.row,
                        code: row.reason.code.id,
                        message: row.reason.reason(&words),
                    })
                    .collect(),
            }
        })
        .collect();
}
