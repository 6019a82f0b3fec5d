//! The page of open data.

use serde::Serialize;

use super::citation::thing;
use super::page::{Head, Renderer};
use crate::archive::Licence;
use crate::cite::{FORMS, Sort, Work};
use crate::diagnose::{Arg, Diagnostic};
use crate::export::{FileMade, TableMade};

#[derive(Serialize)]
struct TableValue<'a> {
    name: &'static str,
    title: String,
    description: String,
    rows: u64,
    columns: Vec<ColumnValue<'a>>,
    files: Vec<FileValue<'a>>,
}

#[derive(Serialize)]
struct ColumnValue<'a> {
    name: &'a str,
    r#type: &'static str,
    description: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    example: Option<&'a str>,
}

#[derive(Serialize)]
struct FileValue<'a> {
    format: &'static str,
    url: &'a str,
    bytes: u64,
    bytes_text: String,
    sha256: &'a str,
}

impl Renderer<'_> {
    pub(super) fn data(&self, c: usize) -> Result<(String, Vec<u8>), Diagnostic> {
        let dossier = &self.dossiers[c];
        let url = self.plan.consultations[c].file("data.html");
        let work = Work {
            sort: Sort::Dataset,
            key: format!("{}-data", dossier.record.slug),
            title: dossier.content.config.title.clone(),
            author: Some(self.publisher().to_owned()),
            date: self.site.days[c].map(|moment| moment.civil()).map(|civil| (civil.year, civil.month, civil.day)),
            container: &dossier.content.config.title,
            publisher: &self.content.config.publisher.name,
            genre: self.word("menu-data"),
            url: self.permalink(&url),
            language: self.site_language(),
        };
        let head = Head {
            kind: "data",
            url: url.clone(),
            heading: self.word("menu-data"),
            trail: self.trail(c),
            json_ld: Some(self.dataset(c, &work)),
            work: Some(work),
            ..Head::default()
        };
        let mut context = self.context(head, Some(c));
        let published = &self.published[c];
        let tables: Vec<TableValue<'_>> = published.tables.iter().map(|table| self.table(table)).collect();
        context.insert("tables", &tables);
        let others: Vec<serde_json::Value> = published
            .others
            .iter()
            .map(|file| serde_json::json!({"title": file.name, "description": self.word(file.about), "url": file.url, "bytes_text": self.bytes(file.info.bytes)}))
            .collect();
        let catalogues = ["catalog.ttl", "catalog.jsonld"].into_iter().filter(|_| self.site.base_url.is_some());
        let others: Vec<_> = others
            .into_iter()
            .chain(catalogues.map(|name| serde_json::json!({"title": name, "description": self.word("data-about-catalogue"), "url": name})))
            .collect();
        let plan = &self.plan.consultations[c];
        let citations = FORMS.iter().map(|form| {
            let name = format!("citations.{}", form.extension());
            let about = self.word(&format!("data-about-citations-{}", form.extension()));
            serde_json::json!({"title": name, "description": about, "url": plan.citations(form.extension())})
        });
        let others: Vec<_> = others.into_iter().chain(citations).collect();
        context.insert("others", &others);
        let licence = self.content.config.licence.as_deref().and_then(Licence::find);
        context.insert("licence", &licence.map(|licence| serde_json::json!({"title": licence.title, "url": licence.url})));
        let address = self.site.base_url.as_ref().map(|base| format!("{base}{url}")).unwrap_or_default();
        let year = dossier.closed.or(dossier.opened).map(|moment| moment.civil().year.to_string()).unwrap_or_default();
        let cite = self.engine.words().format(
            "cite-data",
            &[
                ("consultation", Arg::from(dossier.content.config.title.as_str())),
                ("publisher", self.content.config.publisher.name.as_str().into()),
                ("year", year.into()),
                ("url", address.into()),
            ],
        );
        context.insert("cite", &super::text::without_gaps(&cite));
        self.finish("data.html", url, &context)
    }

    /// schema.org of the open data.
    fn dataset(&self, c: usize, work: &Work<'_>) -> serde_json::Value {
        let base = self.site.base_url.as_deref();
        let description = &self.dossiers[c].content.config.summary;
        let mut value = thing(
            "Dataset",
            &work.title,
            base.map(|_| work.url.as_str()),
            None,
            work.publisher,
            self.site.days[c].map(|day| day.date()).as_deref(),
            work.language,
        );
        value["description"] = if description.is_empty() { self.word("intro-data").into() } else { description.as_str().into() };
        if let Some(licence) = &self.site.licence {
            value["license"] = licence.as_str().into();
        }
        if let Some(base) = base {
            let files = self.published[c].tables.iter().flat_map(|table| &table.files);
            let distributions = files.map(
                |file| serde_json::json!({"@type": "DataDownload", "contentUrl": format!("{base}{}", file.url), "encodingFormat": file.media_type()}),
            );
            value["distribution"] = distributions.collect::<Vec<_>>().into();
        }
        value
    }

    fn table<'b>(&self, table: &'b TableMade) -> TableValue<'b> {
        TableValue {
            name: table.name,
            title: self.word(&format!("table-{}", table.name)),
            description: self.word(&format!("table-{}-about", table.name)),
            rows: table.rows,
            columns: table
                .columns
                .iter()
                .map(|column| ColumnValue {
                    name: &column.name,
                    r#type: column.kind.name(),
                    description: self.column_about(column),
                    example: column.example.as_deref(),
                })
                .collect(),
            files: table.files.iter().map(|file| self.file(file)).collect(),
        }
    }

    fn file<'b>(&self, file: &'b FileMade) -> FileValue<'b> {
        FileValue {
            format: file.name_of_format(),
            url: &file.url,
            bytes: file.info.bytes,
            bytes_text: self.bytes(file.info.bytes),
            sha256: &file.info.sha256,
        }
    }

    /// What a column holds, in the archive's language.
    pub fn column_about(&self, column: &crate::export::ColumnMade) -> String {
        crate::export::column_about(self.engine.words(), &column.name)
    }

    /// A size as people read it.
    pub(super) fn bytes(&self, bytes: u64) -> String {
        let words = self.engine.words();
        let (value, unit) = match bytes {
            0..1000 => {
                return words
                    .format("bytes", &[("count", Arg::from(bytes)), ("value", words.number(i64::try_from(bytes).unwrap_or(i64::MAX)).into())]);
            }
            1000..1_000_000 => (bytes / 100, "kilobytes"),
            1_000_000..1_000_000_000 => (bytes / 100_000, "megabytes"),
            _ => (bytes / 100_000_000, "gigabytes"),
        };
        let separator = if self.site_language() == "en" { '.' } else { ',' };
        words.format(unit, &[("value", format!("{}{separator}{}", value / 10, value % 10).into())])
    }
}
