//! `content/archive.yaml`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::read::Limits;

/// The whole archive: who publishes it, where, in which language and under which rules.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ArchiveConfig {
    /// Name of the archive.
    pub title: String,
    /// One or two sentences: what is kept here.
    #[serde(default)]
    pub description: String,
    /// Who publishes the archive.
    #[serde(default)]
    pub publisher: Publisher,
    /// Address the archive will have, as `https://archive.example.org/`. Without it everything works from a disk; feed, sitemap, canonical addresses and catalogues are left out.
    #[serde(default)]
    pub base_url: Option<String>,
    /// Language of the interface.
    #[serde(default)]
    pub language: Language,
    /// Licence of the data: an identifier of data.gouv.fr (`lov2`, `odc-odbl`, `cc-by`, `cc-by-sa`, `cc-zero`…).
    #[serde(default)]
    pub licence: Option<String>,
    /// Name of a folder of `themes/` that overrides the built-in theme file by file.
    #[serde(default)]
    pub theme: Option<String>,
    /// How persons are shown.
    #[serde(default)]
    pub privacy: Privacy,
    /// Slugs of the consultations to show first on the home page.
    #[serde(default)]
    pub featured: Vec<String>,
    /// Time zone of dates that name none, as `Europe/Paris`.
    #[serde(default = "default_zone")]
    pub time_zone: String,
    /// This archive is an invented example: every page says so.
    #[serde(default)]
    pub example: bool,
    /// What a file of an export may cost; only archives larger than any known need it.
    #[serde(default)]
    pub limits: Limits,
}

fn default_zone() -> String {
    "Europe/Paris".to_owned()
}

/// Who answers for the archive.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Publisher {
    /// Name of the association or body.
    #[serde(default)]
    pub name: String,
    /// Its own site.
    #[serde(default)]
    pub url: Option<String>,
    /// Address to write to about the archive: it is published.
    #[serde(default)]
    pub email: Option<String>,
}

/// Languages the built-in theme speaks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// French.
    #[default]
    Fr,
    /// English.
    En,
    /// Spanish.
    Es,
}

impl Language {
    /// ISO 639-1 code.
    pub fn code(self) -> &'static str {
        match self {
            Language::Fr => "fr",
            Language::En => "en",
            Language::Es => "es",
        }
    }
}

/// How persons are shown in pages and data.
#[derive(Debug, Clone, Copy, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Privacy {
    /// Persons, and authors of whom the export does not say what they are.
    #[serde(default)]
    pub authors: AuthorPolicy,
    /// Publish links to the original pages although authors are pseudonyms (those pages may name them).
    #[serde(default)]
    pub source_links: Option<bool>,
    /// What a contribution withdrawn by its author still shows.
    #[serde(default)]
    pub withdrawn: WithdrawnPolicy,
}

/// How the name of a person is shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum AuthorPolicy {
    /// A stable code, different in every consultation.
    #[default]
    Pseudonym,
    /// As the platform showed it in public.
    Name,
}

/// What becomes of the text of a withdrawn contribution.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum WithdrawnPolicy {
    /// It stays, marked as withdrawn.
    #[default]
    Show,
    /// Title, text and author are emptied; page and row stay.
    Hide,
}
