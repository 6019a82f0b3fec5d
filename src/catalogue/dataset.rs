//! The facts about a dataset that every form of the catalogue says.

use crate::archive::{ArchiveConfig, Licence};
use crate::diagnose::Arg;
use crate::export::{Collection, ColumnMade, OtherMade, Published, Role, column_about};
use crate::map::Coverage;
use crate::model::Moment;
use crate::words::Words;

/// Facts about the archive.
pub struct Facts<'a> {
    /// `archive.yaml`.
    pub config: &'a ArchiveConfig,
    /// Where it will be published, with a slash at its end.
    pub base: &'a str,
    /// The licence of the data.
    pub licence: Option<&'a Licence>,
    /// Words of the site.
    pub words: &'a Words,
}

/// A dataset: the data of a consultation, or of the archive as a whole.
#[derive(Debug, Clone, Default)]
pub struct Dataset {
    /// Its consultation; `None` for the archive.
    pub consultation: Option<usize>,
    /// Short name: the slug, or `archive`.
    pub name: String,
    /// Its identifier for ever: an IRI.
    pub iri: String,
    /// Title.
    pub title: String,
    /// What it is, in more than a hundred characters.
    pub description: String,
    /// Letters, digits, spaces and hyphens only: what every portal takes.
    pub keywords: Vec<String>,
    /// The page of the consultation, or of the archive.
    pub home: String,
    /// The page of the data.
    pub page: String,
    /// The same as a whole address.
    pub page_url: String,
    /// Theme, in the words of the site.
    pub theme: String,
    /// Its code in the EU table of themes.
    pub theme_code: &'static str,
    /// Whether somebody chose it; else it is what every consultation is of.
    pub theme_chosen: bool,
    /// Slugs its consultation had before.
    pub former: Vec<String>,
    /// Title of the licence.
    pub licence: String,
    /// Code of the language.
    pub language: String,
    /// Who publishes.
    pub publisher: String,
    /// First and last day.
    pub period: Option<[Moment; 2]>,
    /// Whether nothing will be added: the consultation is closed.
    pub closed: bool,
    /// Day of the data: of the last export, else the last day of the consultation, else of the last contribution.
    pub issued: Option<Moment>,
    /// Where it was held.
    pub territory: Option<String>,
    /// Its extent.
    pub coverage: Option<Coverage>,
    /// INSEE code of the territory.
    pub insee: Option<String>,
    /// Its country, in three letters.
    pub country: Option<String>,
    /// Where the data come from.
    pub provenance: String,
    /// Its files, the most wanted first.
    pub resources: Vec<Resource>,
    /// Columns of the main table: what is measured.
    pub variables: Vec<(String, String)>,
}

/// A file of a dataset.
#[derive(Debug, Clone)]
pub struct Resource {
    /// Path from the root.
    pub path: String,
    /// Table it holds, if it holds one.
    pub table: Option<&'static str>,
    /// Title.
    pub title: String,
    /// What it holds and what it is for.
    pub description: String,
    /// Name of the format, in small letters.
    pub format: String,
    /// Code in the EU table of file types.
    pub file_type: Option<&'static str>,
    /// Media type.
    pub media_type: &'static str,
    /// Bytes.
    pub bytes: u64,
    /// SHA-256 in hexadecimal.
    pub sha256: String,
    /// SHA-512 in hexadecimal.
    pub sha512: String,
    /// Path of its schema, for a CSV.
    pub schema: Option<String>,
    /// Data or explanation.
    pub role: Role,
}

/// The datasets of the archive: one for each consultation; and the archive as a whole where there is more than one.
pub fn datasets(facts: &Facts<'_>, collections: &[Collection<'_>], published: &[Published]) -> Vec<Dataset> {
    let several = collections.len() > 2;
    collections
        .iter()
        .zip(published)
        .filter(|(collection, _)| several || collection.consultation.is_some())
        .map(|(c, p)| dataset(facts, c, p))
        .collect()
}

fn dataset(facts: &Facts<'_>, collection: &Collection<'_>, published: &Published) -> Dataset {
    let words = facts.words;
    let own = collection.own();
    let (home, page) = own.map_or(("index.html".to_owned(), "data.html".to_owned()), |subject| (subject.plan.home(), subject.plan.file("data.html")));
    let config = own.map(|subject| &subject.dossier.content.config);
    let territory = config.and_then(|config| config.territory.as_ref());
    let rows = |name: &str| published.table(name).map_or(0, |table| table.rows);
    let counts = words.format("dataset-counts", &[("contributions", Arg::from(rows("contributions"))), ("comments", rows("comments").into())]);
    let description = format!("{}\n\n{counts} {}", collection.summary().trim(), words.text("dataset-about"));
    let mut keywords: Vec<String> = ["keyword-consultation", "keyword-participation", "keyword-democracy"].map(|key| words.text(key)).into();
    keywords.extend(territory.map(|territory| territory.name().to_owned()));
    keywords.extend(own.is_none().then(|| words.text("keyword-archive")));
    let mut keywords: Vec<String> = keywords.iter().filter_map(|keyword| plain_keyword(keyword)).collect();
    for keyword in config.iter().flat_map(|config| &config.keywords).filter_map(|keyword| plain_keyword(keyword)) {
        if !keywords.contains(&keyword) {
            keywords.push(keyword);
        }
    }
    let theme = config.and_then(|config| config.theme);
    let variables = published.table("contributions").or(published.tables.first()).map(|table| &table.columns);
    let variable = |column: &ColumnMade| (column.name.to_string(), column_about(words, &column.name));
    let platforms = platforms(collection);
    Dataset {
        consultation: collection.consultation,
        name: collection.name().to_owned(),
        iri: format!("{}{home}#dataset", facts.base),
        title: own.map_or_else(
            || words.format("dataset-title-archive", &[("title", collection.title().into())]),
            |_| words.format("dataset-title", &[("title", collection.title().into())]),
        ),
        description,
        keywords,
        home,
        page_url: format!("{}{page}", facts.base),
        page,
        theme: words.text(theme.unwrap_or_default().word()),
        theme_code: theme.unwrap_or_default().code(),
        theme_chosen: theme.is_some(),
        former: config.map(|config| config.former_slugs.clone()).unwrap_or_default(),
        licence: facts.licence.map(|licence| licence.title.clone()).unwrap_or_default(),
        language: words.language().to_owned(),
        publisher: facts.config.publisher.name.clone(),
        period: crate::export::period(collection),
        closed: own.is_some_and(|subject| subject.dossier.closed.is_some()),
        issued: collection.subjects.iter().filter_map(|subject| subject.dossier.day()).max_by_key(|moment| moment.seconds),
        territory: territory.map(|territory| territory.name().to_owned()),
        coverage: coverage(collection),
        insee: territory.and_then(|territory| territory.insee()).map(str::to_owned),
        country: territory.and_then(|territory| territory.country()).or_else(|| common_country(collection)),
        provenance: words.format("dataset-provenance", &[("platforms", platforms.as_str().into())]),
        resources: resources(facts, published),
        variables: variables.into_iter().flatten().map(variable).collect(),
    }
}

/// The extent of a consultation; of the archive, the box around all.
fn coverage(collection: &Collection<'_>) -> Option<Coverage> {
    let mut each = collection.subjects.iter().filter_map(|subject| subject.dossier.coverage.clone());
    let first = each.next()?;
    if collection.own().is_some() { Some(first) } else { Some(each.fold(first.boxed(), |all, one| all.around(&one))) }
}

fn common_country(collection: &Collection<'_>) -> Option<String> {
    let country =
        |subject: &crate::export::Subject<'_>| subject.dossier.content.config.territory.as_ref().and_then(crate::archive::Territory::country);
    let first = country(collection.subjects.first()?)?;
    collection.subjects.iter().all(|subject| country(subject).as_ref() == Some(&first)).then_some(first)
}

fn platforms(collection: &Collection<'_>) -> String {
    let sources = collection.subjects.iter().flat_map(|subject| &subject.dossier.record.sources);
    let mut names: Vec<String> = sources.map(|source| source.profile_title.to_string()).collect();
    names.sort();
    names.dedup();
    names.join(", ")
}

/// What CKAN takes: 2 to 100 letters, digits, spaces, hyphens, points and underscores.
pub(crate) fn plain_keyword(keyword: &str) -> Option<String> {
    let plain: String = keyword.chars().map(|c| if c.is_alphanumeric() || "-_.".contains(c) { c } else { ' ' }).collect();
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    (3..=96).contains(&plain.chars().count()).then_some(plain)
}

/// CSV of every table first, then the other formats, the data in one file, and last what explains them.
fn resources(facts: &Facts<'_>, published: &Published) -> Vec<Resource> {
    let words = facts.words;
    let mut resources = Vec::new();
    let mut formats: Vec<&'static str> = crate::export::FORMATS.iter().map(|format| format.facts().id).collect();
    formats.sort_by_key(|format| *format != "csv");
    for format in formats {
        for table in &published.tables {
            let Some(file) = table.file(format) else { continue };
            let about = words.text(&format!("table-{}-about", table.name));
            resources.push(Resource {
                path: file.url.clone(),
                table: Some(table.name),
                title: words.format(
                    "resource-title",
                    &[("table", words.text(&format!("table-{}", table.name)).into()), ("format", words.text(&format!("format-{format}")).into())],
                ),
                description: format!("{about} {}", words.text(&format!("format-about-{format}"))),
                format: file.name_of_format().to_lowercase().replace(' ', ""),
                file_type: file.form().and_then(|facts| facts.file_type),
                media_type: file.media_type(),
                bytes: file.info.bytes,
                sha256: file.info.sha256.clone(),
                sha512: file.info.sha512.clone(),
                schema: (format == "csv").then(|| table.descriptions.first().map(|schema| schema.url.clone())).flatten(),
                role: Role::Data,
            });
        }
    }
    let other = |other: &OtherMade| Resource {
        path: other.url.clone(),
        table: None,
        title: other.name.clone(),
        description: words.text(other.about),
        format: other.format.to_owned(),
        file_type: other.file_type,
        media_type: other.media_type,
        bytes: other.info.bytes,
        sha256: other.info.sha256.clone(),
        sha512: other.info.sha512.clone(),
        schema: None,
        role: other.role,
    };
    for role in [Role::Data, Role::Documentation] {
        resources.extend(published.others.iter().filter(|file| file.role == role).map(other));
    }
    resources
}

#[cfg(test)]
mod tests {
    use super::plain_keyword;

    #[test]
    fn keywords_are_what_portals_take() {
        assert_eq!(plain_keyword("L’Haÿ-les-Roses (94)").as_deref(), Some("L Haÿ-les-Roses 94"));
        assert_eq!(plain_keyword("Y"), None);
    }
}
