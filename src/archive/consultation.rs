//! `content/consultations/<slug>/consultation.yaml`.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::FieldSpec;
use super::config::{AuthorPolicy, DatePolicy, PersonalPolicy, WithdrawnPolicy};
use super::editorial::{DeclaredFigure, DocumentConfig, MediaConfig, OutlineConfig, Partner};
use super::language::Language;
use super::theme::Theme;
use crate::model::{Edition, Kind, Status, VoteRows};

/// One finished consultation. Only `title` and `sources` are needed.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConsultationConfig {
    /// Its name.
    pub title: String,
    /// The export files, in the order of their authority.
    #[serde(default)]
    pub sources: Vec<SourceConfig>,
    /// One paragraph: what was asked.
    #[serde(default)]
    pub summary: String,
    /// First day (`2023-01-15`).
    #[serde(default)]
    pub opened: Option<String>,
    /// Last day.
    #[serde(default)]
    pub closed: Option<String>,
    /// Who asked.
    #[serde(default)]
    pub organiser: Option<String>,
    /// Where: a name, or a name with its box `[west, south, east, north]` in degrees and its INSEE code.
    #[serde(default)]
    pub territory: Option<Territory>,
    /// Who could take part.
    #[serde(default)]
    pub audience: Option<String>,
    /// How people took part, and what the figures therefore do and do not say.
    #[serde(default)]
    pub method: Option<String>,
    /// The topics, where the export has none or another tree is wanted. Contributions join by title or id.
    #[serde(default)]
    pub topics: Vec<TopicConfig>,
    /// The ranking shown first: support (default), approval, divisive, debated, weighted, recent.
    #[serde(default)]
    pub ranking: Option<String>,
    /// Language of the contributions where the export does not say, if it is not the archive's.
    #[serde(default)]
    pub language: Option<Language>,
    /// Time zone of dates that name none, if it is not the archive's.
    #[serde(default)]
    pub time_zone: Option<String>,
    /// Rules of privacy of this consultation that differ from the archive's.
    #[serde(default)]
    pub privacy: PrivacyOverride,
    /// Who took part in organising.
    #[serde(default)]
    pub partners: Vec<Partner>,
    /// Numbers that somebody declares and nobody can recount; shown apart from what is counted.
    #[serde(default)]
    pub declared_figures: Vec<DeclaredFigure>,
    /// Titles of files of `documents/`; files without one are listed by their name.
    #[serde(default)]
    pub documents: Vec<DocumentConfig>,
    /// Recordings of the consultation's own.
    #[serde(default)]
    pub media: Vec<MediaConfig>,
    /// Outlines to draw its maps on.
    #[serde(default)]
    pub outline: Option<OutlineConfig>,
    /// What was asked to be removed. Texts and authors vanish from everything that is published; pages stay as tombstones.
    #[serde(default)]
    pub erase: Vec<EraseConfig>,
    /// Names this folder had before: addresses below them lead to the new ones.
    #[serde(default)]
    pub former_slugs: Vec<String>,
    /// What it is about, in a few words each (3 to 96 letters): data portals find its data by them.
    #[serde(default)]
    pub keywords: Vec<String>,
    /// The theme of its data, in the list of data.europa.eu; government where none is named.
    #[serde(default)]
    pub theme: Option<Theme>,
}

impl ConsultationConfig {
    /// The days of its exports, oldest first; empty where no source names one. A day that is no date is left out here and told by
    /// the pipeline.
    pub fn editions(&self) -> Vec<Edition> {
        let mut editions: Vec<Edition> = self.sources.iter().filter_map(|source| Edition::parse(source.edition.as_deref()?)).collect();
        editions.sort_unstable();
        editions.dedup();
        editions
    }

    /// The sources of an edition, those of every edition among them; the latter alone where there is none.
    pub fn sources_of(&self, edition: Option<Edition>) -> impl Iterator<Item = (&SourceConfig, Option<Edition>)> {
        self.sources.iter().filter_map(move |source| match source.edition.as_deref() {
            None => Some((source, None)),
            Some(day) => Some((source, Some(Edition::parse(day)?))).filter(|(_, day)| *day == edition),
        })
    }
}

/// What a consultation may set differently.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PrivacyOverride {
    /// How persons are shown.
    #[serde(default)]
    pub authors: Option<AuthorPolicy>,
    /// Publish links to the original pages.
    #[serde(default)]
    pub source_links: Option<bool>,
    /// What withdrawn contributions show.
    #[serde(default)]
    pub withdrawn: Option<WithdrawnPolicy>,
    /// How exact dates are.
    #[serde(default)]
    pub dates: Option<DatePolicy>,
    /// Decimals that coordinates keep.
    #[serde(default)]
    pub coordinates: Option<u8>,
    /// The platform's further columns that may be published.
    #[serde(default)]
    pub columns: Option<Vec<String>>,
    /// What is done with personal data found in free text.
    #[serde(default)]
    pub personal: Option<PersonalPolicy>,
    /// Counts of persons crossed with a personal attribute are hidden below this number.
    #[serde(default)]
    pub threshold: Option<u32>,
    /// Search engines are asked not to list pages that hold texts of participants.
    #[serde(default)]
    pub noindex: Option<bool>,
}

/// Something that was asked to be removed: one of contribution, comment, author.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EraseConfig {
    /// A contribution by kind and id, as in its address: `proposal/12`.
    #[serde(default)]
    pub contribution: Option<String>,
    /// A comment by its id.
    #[serde(default)]
    pub comment: Option<String>,
    /// Everything of an author: the code the archive shows, the name, or the id of the account on the platform.
    #[serde(default)]
    pub author: Option<String>,
    /// The day of the removal; it is published.
    pub date: String,
    /// Why, in a few words; it is published.
    #[serde(default)]
    pub reason: Option<String>,
}

/// A territory.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Territory {
    /// Its name.
    Name(String),
    /// Its name and extent.
    Detail(TerritoryDetail),
}

impl Territory {
    /// Its name.
    pub fn name(&self) -> &str {
        match self {
            Territory::Name(name) => name,
            Territory::Detail(detail) => &detail.name,
        }
    }

    /// What is known beyond its name.
    pub fn detail(&self) -> Option<&TerritoryDetail> {
        match self {
            Territory::Name(_) => None,
            Territory::Detail(detail) => Some(detail),
        }
    }

    /// INSEE code.
    pub fn insee(&self) -> Option<&str> {
        self.detail()?.insee.as_deref()
    }

    /// ISO 3166-1 code in three letters.
    pub fn country(&self) -> Option<String> {
        let detail = self.detail()?;
        detail.country.clone().or_else(|| detail.insee.as_ref().map(|_| "FRA".to_owned()))
    }
}

/// A territory with its extent.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TerritoryDetail {
    /// Its name.
    pub name: String,
    /// West, south, east, north in degrees (WGS 84). It comes before the outline and the code.
    #[serde(default)]
    pub bbox: Option<[f64; 4]>,
    /// A GeoJSON file (WGS 84) in the consultation's folder or in `content/`: the outline of the territory.
    #[serde(default)]
    pub outline: Option<String>,
    /// INSEE code of a French commune (`59350`), department (`59`) or region (`R32`), or SIREN of an intercommunality: portals get its zone, and its box where none is given.
    #[serde(default)]
    pub insee: Option<String>,
    /// ISO 3166-1 code of the country in three letters (`FRA`); with an INSEE code it is France.
    #[serde(default)]
    pub country: Option<String>,
}

/// A topic of the tree.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TopicConfig {
    /// Its own id; part of its address when two titles look alike.
    pub id: String,
    /// Its title, as the export spells it or as it should be shown.
    pub title: String,
    /// Id of the topic it belongs to.
    #[serde(default)]
    pub parent: Option<String>,
    /// One or two sentences.
    #[serde(default)]
    pub description: String,
    /// Other spellings in the exports that mean this topic.
    #[serde(default)]
    pub also: Vec<String>,
}

/// One export file, folder of documents, or archive of files.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SourceConfig {
    /// Path relative to the consultation's folder, as `sources/propositions.csv`; a folder or a ZIP stands for the files in it.
    pub file: String,
    /// Day of the export this file belongs to (`2024-03-01`), where the platform was exported more than once. An edition is complete in
    /// itself: the files of its day and those without a day. The newest is published; what only older ones hold stays as withdrawn.
    #[serde(default)]
    pub edition: Option<String>,
    /// The profile; without it the file is recognised by its columns.
    #[serde(default)]
    pub profile: Option<String>,
    /// Kind of the contributions, for tables of your own.
    #[serde(default)]
    pub kind: Option<Kind>,
    /// Field → column, for tables of your own.
    #[serde(default)]
    pub columns: Option<BTreeMap<String, FieldSpec>>,
    /// Columns to publish as they are (`fields.csv`).
    #[serde(default)]
    pub further: Vec<String>,
    /// Encoding, where the guess is wrong: `utf-8`, `windows-1252`, `macintosh`, `utf-16le`…
    #[serde(default)]
    pub encoding: Option<String>,
    /// Delimiter, where the guess is wrong: `,`, `;`, `tab` or `|`.
    #[serde(default)]
    pub delimiter: Option<String>,
    /// Sheet of a workbook; the first one with rows otherwise.
    #[serde(default)]
    pub sheet: Option<String>,
    /// Row of the file in which the names of the columns stand, as a spreadsheet numbers them, where the guess is wrong; 0: nowhere.
    #[serde(default)]
    pub header_row: Option<u64>,
    /// Dotted path to the rows in a JSON document.
    #[serde(default)]
    pub rows: Option<String>,
    /// 03/04/2024 is the 4th of March, where no cell of the column proves it.
    #[serde(default)]
    pub month_first: Option<bool>,
    /// The mark of decimals in numbers, `","` or `"."`, where no cell of the column proves it.
    #[serde(default)]
    pub decimal: Option<Decimal>,
    /// What words of a status column mean, where greffe does not know or is wrong: `{ Non visible: moderated, Retenu: published }`.
    #[serde(default)]
    pub statuses: BTreeMap<String, Status>,
    /// `keep`: publish what columns, rows or sheets of this file say is hidden.
    #[serde(default)]
    pub hidden: Option<HiddenPolicy>,
    /// Whether the vote rows of this export are all there were.
    #[serde(default)]
    pub vote_rows: Option<VoteRows>,
    /// Damage to mend in the texts of this file. Without it damage is only reported.
    #[serde(default)]
    pub repair: Option<Repair>,
}

/// A mark of decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
pub enum Decimal {
    /// 3,7
    #[serde(rename = ",")]
    Comma,
    /// 3.7
    #[serde(rename = ".")]
    Point,
}

/// What is done with what a file says is hidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum HiddenPolicy {
    /// It is read and published like everything else.
    Keep,
}

/// What to mend in the texts of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Repair {
    /// Letters that were read in a wrong encoding (`Ã©` or `√©` for é), where turning them back is certain. Each repair is counted and published.
    Mojibake,
}
