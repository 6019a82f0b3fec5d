//! What a user writes: the YAML of an archive and of its consultations, as values. Reading them from disk is `read::content`.

mod config;
mod consultation;
mod licence;
mod schema;

pub use config::{ArchiveConfig, AuthorPolicy, Language, Privacy, Publisher, WithdrawnPolicy};
pub use consultation::{ConsultationConfig, PrivacyOverride, Repair, SourceConfig, Territory, TerritoryDetail, TopicConfig};
pub use licence::Licence;
pub use schema::json_schema;

/// An archive as it stands in `content/`, before any export is read.
#[derive(Debug)]
pub struct Content {
    /// `archive.yaml`.
    pub config: ArchiveConfig,
    /// Its text, for the lines of messages.
    pub yaml: String,
    /// `index.md` of `content/`, if any: the text of the home page.
    pub intro: Option<Document>,
    /// `pages/*.md`, by name.
    pub pages: Vec<Document>,
    /// `consultations/<slug>/`, by slug.
    pub consultations: Vec<ConsultationContent>,
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
    pub yaml: String,
    /// `index.md`: the editorial presentation.
    pub presentation: Option<Document>,
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
    /// The Markdown below the front matter.
    pub markdown: String,
}
