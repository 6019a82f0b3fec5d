//! `content/archive.yaml`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Limits;
use super::editorial::OutlineConfig;
use super::language::Language;

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
    /// Time zone of dates that name none, as `Europe/Paris`. Where none is known, they are taken for UTC, and the method page says so.
    #[serde(default)]
    pub time_zone: Option<String>,
    /// This archive is an invented example: every page says so.
    #[serde(default)]
    pub example: bool,
    /// Logo, colours and a text at the foot of every page.
    #[serde(default)]
    pub appearance: Appearance,
    /// What the accessibility statement says beyond what is measured.
    #[serde(default)]
    pub accessibility: Accessibility,
    /// Outlines to draw maps on, where a consultation names none of its own.
    #[serde(default)]
    pub outline: Option<OutlineConfig>,
    /// What a file of an export may cost; only archives larger than any known need it.
    #[serde(default)]
    pub limits: Limits,
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
    /// SIRET of a French body (14 digits): the catalogue of the Socle commun des données locales asks for it.
    #[serde(default)]
    pub siret: Option<String>,
}

/// How the built-in theme looks.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Appearance {
    /// A picture below `content/`, shown beside the title.
    #[serde(default)]
    pub logo: Option<String>,
    /// What the logo shows, for those who don't see it; empty where it only repeats the title.
    #[serde(default)]
    pub logo_alt: String,
    /// Text at the foot of every page; Markdown.
    #[serde(default)]
    pub footer: Option<String>,
    /// Colours other than the theme's.
    #[serde(default)]
    pub colours: Colours,
}

/// Colours for the light and for the dark.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Colours {
    /// On a light ground.
    #[serde(default)]
    pub light: Palette,
    /// On a dark ground.
    #[serde(default)]
    pub dark: Palette,
}

/// Colours as `#14507a`. What is absent stays the theme's.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Palette {
    /// Links and what is chosen.
    #[serde(default)]
    pub accent: Option<String>,
    /// Ground of the page.
    #[serde(default)]
    pub paper: Option<String>,
    /// Ground of menus and boxes.
    #[serde(default)]
    pub tint: Option<String>,
    /// Text.
    #[serde(default)]
    pub ink: Option<String>,
    /// Text of less weight.
    #[serde(default)]
    pub soft: Option<String>,
    /// The side for.
    #[serde(default, rename = "for")]
    pub favour: Option<String>,
    /// The side against.
    #[serde(default)]
    pub against: Option<String>,
}

impl Palette {
    /// The colours that are given, by the name of their custom property in the style sheet.
    pub fn given(&self) -> impl Iterator<Item = (&'static str, &str)> {
        [
            ("accent", &self.accent),
            ("paper", &self.paper),
            ("tint", &self.tint),
            ("ink", &self.ink),
            ("soft", &self.soft),
            ("for", &self.favour),
            ("against", &self.against),
        ]
        .into_iter()
        .filter_map(|(name, colour)| Some((name, colour.as_deref()?)))
    }
}

/// What an owner knows of the accessibility of the archive.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Accessibility {
    /// What an audit by people found.
    #[serde(default)]
    pub state: Assessment,
    /// Day of that audit.
    #[serde(default)]
    pub audited: Option<String>,
    /// Who made it.
    #[serde(default)]
    pub auditor: Option<String>,
    /// What is known to be hard to use; Markdown.
    #[serde(default)]
    pub gaps: Vec<String>,
}

/// The result of an audit, in the words French law has for it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Assessment {
    /// Nobody has audited it.
    #[default]
    NotAssessed,
    /// Part of the criteria are met.
    Partly,
    /// All criteria are met.
    Full,
}

impl Assessment {
    /// The word in files and words.
    pub fn word(self) -> &'static str {
        match self {
            Assessment::NotAssessed => "not-assessed",
            Assessment::Partly => "partly",
            Assessment::Full => "full",
        }
    }
}

/// How persons are shown in pages and data.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
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
    /// How exact dates are.
    #[serde(default)]
    pub dates: DatePolicy,
    /// Decimals that coordinates keep: 2 is about a kilometre, 3 a hundred metres. Without it they stay as exported.
    #[serde(default)]
    pub coordinates: Option<u8>,
    /// The platform's further columns that may be published (`fields.csv`). Without it all that profiles and `further` allow.
    #[serde(default)]
    pub columns: Option<Vec<String>>,
    /// What is done with personal data that reaches a person, found in what participants wrote: `mask` where it is not given (in an archive
    /// that has editions what they were sealed with, until this is written).
    #[serde(default)]
    pub personal: Option<PersonalPolicy>,
    /// Addresses, telephone numbers and other such data that are public and stay as they are: those of the town hall, of the organiser.
    #[serde(default)]
    pub keep: Vec<String>,
    /// Counts of persons crossed with a personal attribute are hidden below this number; 5 if it is not given.
    #[serde(default)]
    pub threshold: Option<u32>,
    /// Search engines are asked not to list pages that hold texts of participants.
    #[serde(default)]
    pub noindex: bool,
}

/// How exact dates are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum DatePolicy {
    /// As exported.
    #[default]
    Second,
    /// The day alone.
    Day,
}

/// What is done with personal data found in free text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum PersonalPolicy {
    /// Said, and listed in a report that is not published.
    Report,
    /// Replaced by a word that says what stood there; listed too.
    #[default]
    Mask,
    /// Nothing is built while any is found.
    Fail,
}

impl PersonalPolicy {
    /// The word that YAML has for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::Mask => "mask",
            Self::Fail => "fail",
        }
    }
}

/// How the name of a person is shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum AuthorPolicy {
    /// A stable code, different in every consultation.
    #[default]
    Pseudonym,
    /// The first letters of what the platform showed in public.
    Initials,
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
