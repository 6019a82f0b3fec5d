//! What a user writes: the YAML of an archive and of its consultations, as values. Reading them from disk is `read::content`.

mod config;
mod consultation;
mod editions;
mod editorial;
mod fields;
mod insee;
mod language;
mod licence;
mod limits;
pub(crate) mod profile;
mod schema;
mod theme;

pub use config::{
    Accessibility, Appearance, ArchiveConfig, Assessment, AuthorPolicy, Colours, DatePolicy, Palette, PersonalPolicy, Privacy, Publisher,
    WithdrawnPolicy,
};
pub use consultation::{
    ConsultationConfig, Decimal, EraseConfig, HiddenPolicy, PrivacyOverride, Repair, SourceConfig, Territory, TerritoryDetail, TopicConfig,
};
pub use editions::{ClosedEdition, Committed, EditionIndex, Editions, Sort};
pub use editorial::{
    CopiedFile, DeclaredFigure, DocumentConfig, EditorialContent, Listed, MediaConfig, OutcomeConfig, OutlineConfig, Partner, TimelineEntry,
    WorkshopConfig,
};
pub use insee::insee;
pub use language::Language;
pub use licence::Licence;
pub use limits::Limits;
pub use profile::{BodyMarkup, FieldSpec, Profile};
pub use schema::json_schema;
pub use theme::Theme;

use serde::Deserialize;

use crate::diagnose::YamlText;

/// An archive as it stands in `content/`, before any export is read.
#[derive(Debug)]
pub struct Content {
    /// `archive.yaml`.
    pub config: ArchiveConfig,
    /// Its text, for the lines of messages.
    pub yaml: YamlText,
    /// `index.md` of `content/`, if any: the text of the home page.
    pub intro: Option<Document>,
    /// `pages/*.md`, by name.
    pub pages: Vec<Document>,
    /// `consultations/<slug>/`, by slug.
    pub consultations: Vec<ConsultationContent>,
    /// What closed editions committed to.
    pub editions: Editions,
}

/// One folder of `content/consultations/`.
#[derive(Debug)]
pub struct ConsultationContent {
    /// Name of the folder: part of every address.
    pub slug: String,
    /// `consultation.yaml`.
    pub config: ConsultationConfig,
    /// Where `consultation.yaml` stands, relative to the root, for messages.
    pub file: String,
    /// Its text, for the lines of messages.
    pub yaml: YamlText,
    /// `index.md`: the editorial presentation.
    pub presentation: Option<Document>,
    /// What stands beside it.
    pub editorial: EditorialContent,
}

/// A Markdown file with its front matter.
#[derive(Debug, Clone)]
pub struct Document {
    /// Name without extension.
    pub name: String,
    /// Path relative to the root, for messages.
    pub file: String,
    /// `title:` of the front matter, else the first heading, else the name.
    pub title: String,
    /// The rest of the front matter.
    pub front: Front,
    /// The Markdown below the front matter.
    pub markdown: String,
    /// The file as it stands, for the lines of messages.
    pub source: String,
}

/// The front matter of a Markdown file.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Front {
    /// Its title.
    #[serde(default)]
    pub title: Option<String>,
    /// Its day (`2024-03-31`): news need one.
    #[serde(default)]
    pub date: Option<String>,
    /// One or two sentences, for lists.
    #[serde(default)]
    pub summary: String,
    /// Who wrote it.
    #[serde(default)]
    pub author: Option<String>,
    /// Files of `documents/` that belong to it.
    #[serde(default)]
    pub documents: Vec<String>,
}
