//! What an association writes around a consultation: workshops, outcomes, timeline, figures, partners, media, documents.

use crate::diagnose::YamlText;
use schemars::JsonSchema;
use serde::Deserialize;

use super::Document;
use crate::model::OutcomeStatus;

/// A number that somebody declares and nobody can recount: visitors, registered people, people met.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DeclaredFigure {
    /// What is counted.
    pub label: String,
    /// How many.
    pub value: u64,
    /// Who says so.
    pub source: String,
    /// When they said it (`2024-03-31`).
    pub date: String,
    /// Where they said it.
    #[serde(default)]
    pub url: Option<String>,
}

/// Somebody who took part in organising.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Partner {
    /// Name.
    pub name: String,
    /// Own site.
    #[serde(default)]
    pub url: Option<String>,
    /// What they did.
    #[serde(default)]
    pub role: Option<String>,
    /// A picture in the consultation's folder.
    #[serde(default)]
    pub logo: Option<String>,
    /// What the picture shows, for those who don't see it.
    #[serde(default)]
    pub alt: Option<String>,
}

/// A recording of the consultation's own: a radio programme, a filmed meeting.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MediaConfig {
    /// The file in the consultation's folder: mp3, ogg, opus, m4a, wav, mp4, webm.
    pub file: String,
    /// Its name.
    pub title: String,
    /// Day of the recording.
    #[serde(default)]
    pub date: Option<String>,
    /// One or two sentences.
    #[serde(default)]
    pub summary: String,
    /// How long it lasts, in words (`28 min`).
    #[serde(default)]
    pub duration: Option<String>,
    /// What is said in it, as text: a file of `documents/` or a sheet (`sheets/name.md`).
    #[serde(default)]
    pub transcript: Option<String>,
}

/// What a file of `documents/` is.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DocumentConfig {
    /// Path in the consultation's folder, as `documents/rules.pdf`.
    pub file: String,
    /// Its title.
    pub title: String,
    /// What is in it.
    #[serde(default)]
    pub description: String,
    /// Day of the document.
    #[serde(default)]
    pub date: Option<String>,
}

/// Outlines to draw maps on.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OutlineConfig {
    /// A GeoJSON file (WGS 84) in the consultation's folder or in `content/`.
    pub file: String,
    /// The property that holds the name of an outline.
    #[serde(default)]
    pub name: Option<String>,
}

/// `workshops.yaml`, or a row of `workshops.csv`: a meeting in the real world.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WorkshopConfig {
    /// Its own id: its anchor on the page, its row in the data.
    pub id: String,
    /// Its name.
    pub title: String,
    /// Its day (`2024-03-12`).
    #[serde(default)]
    pub date: Option<String>,
    /// Name of the place.
    #[serde(default)]
    pub place: Option<String>,
    /// Address of the place.
    #[serde(default)]
    pub address: Option<String>,
    /// Degrees (WGS 84), positive to the north.
    #[serde(default)]
    pub latitude: Option<f64>,
    /// Degrees (WGS 84), positive to the east.
    #[serde(default)]
    pub longitude: Option<f64>,
    /// How many people came.
    #[serde(default)]
    pub participants: Option<u32>,
    /// Who hosted it.
    #[serde(default)]
    pub partner: Option<String>,
    /// What happened; Markdown.
    #[serde(default)]
    pub summary: String,
    /// The contributions it brought, as `proposal:12`.
    #[serde(default)]
    pub contributions: Vec<String>,
    /// The minutes: a file of `documents/`.
    #[serde(default)]
    pub minutes: Option<String>,
}

/// `outcomes.yaml`: an answer, decision or commitment.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OutcomeConfig {
    /// Its own id: its anchor on the page, its row in the data.
    pub id: String,
    /// Its name.
    pub title: String,
    /// What was decided.
    #[serde(default)]
    pub status: Option<OutcomeStatus>,
    /// Who answers.
    #[serde(default)]
    pub author: Option<String>,
    /// When (`2024-06-27`).
    #[serde(default)]
    pub date: Option<String>,
    /// The answer itself; Markdown.
    #[serde(default)]
    pub text: String,
    /// Where the decision stands, as the deliberation of a council.
    #[serde(default)]
    pub link: Option<String>,
    /// The contributions it answers, as `proposal:12`.
    #[serde(default)]
    pub contributions: Vec<String>,
}

/// `timeline.yaml`: what happened when.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TimelineEntry {
    /// Its day.
    pub date: String,
    /// What happened.
    pub title: String,
    /// More; Markdown.
    #[serde(default)]
    pub text: String,
    /// Where more is told.
    #[serde(default)]
    pub link: Option<String>,
}

/// A list of a YAML file, with the file for messages; empty where there is no such file.
#[derive(Debug, Clone)]
pub struct Listed<T> {
    /// Path relative to the root.
    pub file: String,
    /// Its text.
    pub yaml: YamlText,
    /// The entries, in the order of the file.
    pub entries: Vec<T>,
}

impl<T> Default for Listed<T> {
    fn default() -> Self {
        Self { file: String::new(), yaml: YamlText::default(), entries: Vec::new() }
    }
}

/// A file that is copied as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CopiedFile {
    /// Path inside the consultation's folder, with `/`.
    pub path: String,
    /// Bytes.
    pub bytes: u64,
}

/// Everything an association wrote around one consultation.
#[derive(Debug, Default)]
pub struct EditorialContent {
    /// `news/*.md`.
    pub news: Vec<Document>,
    /// `sheets/*.md`.
    pub sheets: Vec<Document>,
    /// `faq.md`.
    pub faq: Option<Document>,
    /// `synthesis.md`.
    pub synthesis: Option<Document>,
    /// `methodology.md`.
    pub methodology: Option<Document>,
    /// `workshops.yaml` or `workshops.csv`.
    pub workshops: Listed<WorkshopConfig>,
    /// `outcomes.yaml`.
    pub outcomes: Listed<OutcomeConfig>,
    /// `timeline.yaml`.
    pub timeline: Listed<TimelineEntry>,
    /// What lies in `documents/`, by path.
    pub documents: Vec<CopiedFile>,
}
