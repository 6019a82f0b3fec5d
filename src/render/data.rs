//! The pages of open data: of each consultation, of the archive, and how portals will judge them.

use serde::Serialize;
use serde_json::{Value, json};

use super::citation::thing;
use super::page::{Head, Renderer};
use super::shared::Link;
use crate::archive::Licence;
use crate::catalogue::{Criterion, Judged};
use crate::cite::{Author, FORMS, Sort, Work};
use crate::diagnose::{Arg, Diagnostic};
use crate::export::{FORMATS, FileMade, OtherMade, PUBLIC_SCHEMAS, Published, Role, TableMade};

#[derive(Serialize)]
struct TableValue<'a> {
    name: &'static str,
    title: String,
    description: String,
    rows: u64,
    columns: Vec<ColumnValue<'a>>,
    /// The first rows, a text for each column.
    first: &'a [Vec<String>],
    files: Vec<FileValue<'a>>,
    schemas: Vec<Value>,
}

#[derive(Serialize)]
struct ColumnValue<'a> {
    name: &'a str,
    r#type: &'static str,
    description: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    example: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    points_to: Option<&'static str>,
}

#[derive(Serialize)]
struct FileValue<'a> {
    format: String,
    url: &'a str,
    bytes: u64,
    bytes_text: String,
    sha256: &'a str,
}

impl Renderer<'_> {
    fn data_url(&self, of: Option<usize>) -> String {
        of.map_or_else(|| "data.html".to_owned(), |c| self.plan.consultations[c].file("data.html"))
    }

    /// The data of a consultation, or of the archive, as a work.
    pub(super) fn data_work(&self, of: Option<usize>) -> Work<'_> {
        let title = of.map_or(&self.content.config.title, |c| &self.dossiers[c].content.config.title);
        let day = of.map_or_else(|| self.site.days.iter().flatten().max_by_key(|moment| moment.seconds).copied(), |c| self.site.days[c]);
        let kind = self.word("menu-data");
        Work {
            sort: Sort::Dataset,
            key: format!("{}-data", of.map_or("archive", |c| &*self.dossiers[c].record.slug)),
            title: self.engine.words().format("data-title", &[("title", Arg::from(title.as_str()))]),
            author: Some(Author::body(self.publisher())),
            date: day.map(|moment| moment.civil()).map(|civil| (civil.year, civil.month, civil.day)),
            container: title,
            publisher: &self.content.config.publisher.name,
            genre: kind.clone(),
            kind,
            url: self.permalink(&self.data_url(of)),
            language: self.site_language(),
            place: None,
            version: self.seal.editions.last().filter(|_| !self.draft).map(|edition| edition.number),
        }
    }

    pub(super) fn data(&self, of: Option<usize>) -> Result<(String, Vec<u8>), Diagnostic> {
        let url = self.data_url(of);
        let at = of.unwrap_or(self.data.published.len() - 1);
        let published = &self.data.published[at];
        let day = of.and_then(|c| self.site.days[c]);
        let work = self.data_work(of);
        let dataset = self.data.datasets.iter().position(|dataset| dataset.consultation == of);
        let json_ld = match (of, dataset) {
            (None, _) if self.data.data_catalog.is_some() => {
                self.data.data_catalog.iter().chain(dataset.map(|at| &self.data.schema_org[at])).cloned().collect()
            }
            (_, Some(at)) => self.data.schema_org[at].clone(),
            _ => {
                let date = day.map(|day| day.date());
                let mut value = thing("Dataset", &work.title, None, None, work.publisher, date.as_deref(), work.language);
                value["description"] = json!(self.word(if of.is_some() { "intro-data" } else { "intro-data-archive" }));
                value
            }
        };
        let head = Head {
            kind: "data",
            url: url.clone(),
            heading: self.word("menu-data"),
            trail: of.map(|c| self.trail(c)).unwrap_or_default(),
            json_ld: Some(json_ld),
            work: Some(work.clone()),
            description: self.word(if of.is_some() { "intro-data" } else { "intro-data-archive" }),
            ..Head::default()
        };
        let mut context = self.context(head, of);
        context.insert("tables", &published.tables.iter().map(|table| self.table(table)).collect::<Vec<_>>());
        context.insert("formats", &self.formats(published));
        let data = published.others.iter().filter(|other| other.role == Role::Data).map(|other| self.other(other));
        context.insert("packed", &data.collect::<Vec<_>>());
        context.insert("others", &self.others(of, published));
        let licence = self.content.config.licence.as_deref().and_then(Licence::find);
        context.insert("licence", &licence.map(|licence| json!({"title": licence.title, "url": licence.url})));
        let datasets: Vec<Value> = match of {
            Some(_) => Vec::new(),
            None => self
                .dossiers
                .iter()
                .zip(&self.plan.consultations)
                .map(|(dossier, plan)| json!({"title": dossier.content.config.title, "url": plan.file("data.html"), "summary": dossier.content.config.summary}))
                .collect(),
        };
        context.insert("datasets", &datasets);
        context.insert("quality", &dataset.map(|at| self.judged(&self.data.quality.datasets[at])));
        let coverage = of.and_then(|c| self.dossiers[c].coverage.as_ref()).map(|coverage| coverage.bounds.map(|degree| degree.to_string()));
        context.insert("bounds", &coverage);
        context.insert("queries", &self.queries(&url, published));
        context.insert("citation", &self.citation(&work, of).saying(self.cite_data(of)));
        self.finish("data.html", url, &context)
    }

    /// How the data is cited, in a sentence.
    fn cite_data(&self, of: Option<usize>) -> String {
        let title = of.map_or(&self.content.config.title, |c| &self.dossiers[c].content.config.title);
        let last = |c: usize| self.dossiers[c].closed.or(self.dossiers[c].opened);
        let day = of.map_or_else(|| (0..self.dossiers.len()).filter_map(last).max_by_key(|moment| moment.seconds), last);
        let cite = self.engine.words().format(
            "cite-data",
            &[
                ("consultation", Arg::from(title.as_str())),
                ("publisher", self.content.config.publisher.name.as_str().into()),
                ("year", day.map(|moment| moment.civil().year.to_string()).unwrap_or_default().into()),
            ],
        );
        super::text::without_gaps(&cite)
    }

    /// The formats some table is in: what each is for and how to open it.
    fn formats(&self, published: &Published) -> Vec<Value> {
        let used = FORMATS.iter().filter(|format| published.tables.iter().any(|table| table.file(format.facts().id).is_some()));
        let value = |id: &str| json!({"id": id, "title": self.word(&format!("format-{id}")), "about": self.word(&format!("format-about-{id}"))});
        used.map(|format| value(format.facts().id)).collect()
    }

    /// What explains the data, and the forms of citation.
    fn others(&self, of: Option<usize>, published: &Published) -> Vec<Value> {
        let mut others: Vec<Value> =
            published.others.iter().filter(|other| other.role == Role::Documentation).map(|other| self.other(other)).collect();
        match of {
            Some(c) => others.extend(FORMS.iter().map(|form| {
                let name = format!("citations.{}", form.extension());
                let about = self.word(&format!("data-about-citations-{}", form.extension()));
                json!({"title": name, "description": about, "url": self.plan.consultations[c].citations(form.extension())})
            })),
            None => {
                others.extend(self.data.files.iter().map(|(path, about)| json!({"title": path, "description": self.word(about), "url": path})));
                let schemas = PUBLIC_SCHEMAS.iter().flat_map(|(name, files)| files.iter().map(move |(file, _)| format!("schema/{name}/{file}")));
                others.extend(schemas.map(|path| {
                    let about = if path.ends_with("schema.json") { self.word("data-about-public-schema") } else { String::new() };
                    json!({"title": path, "description": about, "url": path})
                }));
            }
        }
        others
    }

    fn other(&self, other: &OtherMade) -> Value {
        json!({"title": other.name, "description": self.word(other.about), "url": other.url, "bytes_text": self.bytes(other.info.bytes), "sha256": other.info.sha256})
    }

    /// Whole queries to try, in several programs, over the main table.
    fn queries(&self, url: &str, published: &Published) -> Vec<Value> {
        let Some(table) = published.table("contributions").or(published.tables.first()) else { return Vec::new() };
        let folder = url.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
        let at = |file: Option<&FileMade>| {
            let path = file.map(|file| file.url.as_str()).unwrap_or_default();
            match &self.site.base_url {
                Some(base) => format!("{base}{path}"),
                None => path.strip_prefix(&folder).unwrap_or(path).to_owned(),
            }
        };
        let (parquet, csv) = (at(table.file("parquet")), at(table.file("csv")));
        let score = table.columns.iter().find(|column| column.name.starts_with("rank_")).map(|column| column.name.to_string());
        let order = score.as_deref().unwrap_or("consultation_id");
        let columns = ["kind", "contribution_id", "title"].into_iter().filter(|name| table.columns.iter().any(|column| column.name == *name));
        let columns: Vec<&str> = columns.chain(score.as_deref()).collect();
        let columns = if columns.is_empty() { vec!["*"] } else { columns };
        let quoted = columns.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ");
        let queries = [
            ("duckdb", format!("SELECT {}\nFROM '{parquet}'\nORDER BY {order}\nLIMIT 10;", columns.join(", "))),
            ("python", format!("import pandas as pd\n\ntable = pd.read_parquet(\"{parquet}\")\nprint(table.sort_values(\"{order}\")[[{quoted}]].head(10))")),
            ("r", format!("library(readr)\n\ntable <- read_csv(\"{csv}\")\nhead(table[order(table${order}), c({quoted})], 10)")),
            ("sqlite", "SELECT c.kind, c.contribution_id, c.title\nFROM contributions_text AS t JOIN contributions AS c ON c.rowid = t.rowid\nWHERE contributions_text MATCH 'transport'\nORDER BY t.rank\nLIMIT 10;".to_owned()),
        ];
        queries
            .into_iter()
            .filter(|(id, _)| *id != "sqlite" || table.name == "contributions")
            .map(|(id, code)| json!({"id": id, "title": self.word(&format!("query-{id}")), "about": self.word(&format!("query-about-{id}")), "code": code}))
            .collect()
    }

    pub(super) fn quality(&self) -> Result<(String, Vec<u8>), Diagnostic> {
        let url = "quality.html".to_owned();
        let head = Head {
            kind: "quality",
            url: url.clone(),
            heading: self.word("menu-quality"),
            trail: vec![Link::new(self.word("menu-data"), "data.html")],
            ..Head::default()
        };
        let mut context = self.context(head, None);
        context.insert("judged", &self.data.quality.datasets.iter().map(|judged| self.judged(judged)).collect::<Vec<_>>());
        self.finish("quality.html", url, &context)
    }

    fn judged(&self, judged: &Judged) -> Value {
        let row = |criterion: &Criterion, of: &str| {
            let id = criterion.id.replace('_', "-");
            let how = format!("quality-{of}-{id}-how");
            let words = self.engine.words();
            json!({
                "title": self.word(&format!("quality-{of}-{id}")),
                "points": self.decimal(criterion.points),
                "of": self.decimal(criterion.of),
                "met": criterion.met(),
                "how": (!criterion.met() && words.has(&how)).then(|| self.word(&how)),
            })
        };
        json!({
            "name": judged.name,
            "title": judged.title,
            "data_gouv_fr": judged.data_gouv_fr.iter().map(|criterion| row(criterion, "udata")).collect::<Vec<_>>(),
            "met": judged.data_gouv_fr.iter().filter(|criterion| criterion.met()).count(),
            "data_europa_eu": judged.data_europa_eu.iter().map(|criterion| row(criterion, "mqa")).collect::<Vec<_>>(),
            "points": self.decimal(judged.data_europa_eu_points),
        })
    }

    /// A number to a hundredth, in the language's form.
    fn decimal(&self, number: f64) -> String {
        let text = format!("{number:.2}");
        let text = text.trim_end_matches('0').trim_end_matches('.');
        text.replace('.', &self.engine.words().decimal_sign().to_string())
    }

    fn table<'b>(&self, table: &'b TableMade) -> TableValue<'b> {
        let points_to =
            |name: &str| table.references.iter().find(|reference| reference.columns.last() == Some(&name)).map(|reference| reference.target.table());
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
                    points_to: points_to(&column.name),
                })
                .collect(),
            first: &table.first,
            files: table.files.iter().map(|file| self.file(file)).collect(),
            schemas: table
                .descriptions
                .iter()
                .zip(["Table Schema", "CSVW"])
                .map(|(schema, title)| json!({"title": title, "url": schema.url, "bytes_text": self.bytes(schema.info.bytes)}))
                .collect(),
        }
    }

    fn file<'b>(&self, file: &'b FileMade) -> FileValue<'b> {
        FileValue {
            format: self.word(&format!("format-{}", file.format)),
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
        words.format(unit, &[("value", format!("{}{}{}", value / 10, words.decimal_sign(), value % 10).into())])
    }
}
