//! The dashboard: each figure as a chart, a table and a file.

use std::fmt::Write;

use serde::Serialize;

use super::page::{Head, Made, Renderer};
use crate::chart::{Chart, Value, bars, columns};
use crate::diagnose::Arg;
use crate::figures::{Behind, Figure, Form, Label, Period, Row, archive};
use crate::model::{Moment, Precision};
use crate::normalise::day;
use crate::plan::Branch;
use crate::words::Date;

#[derive(Serialize)]
struct FigureValue {
    id: &'static str,
    title: String,
    about: String,
    chart: Chart,
    by: String,
    columns: Vec<String>,
    rows: Vec<RowValue>,
    csv: String,
}

#[derive(Serialize)]
struct RowValue {
    label: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    values: Vec<Option<u64>>,
    /// Share of the first column, in words.
    share: String,
}

#[derive(Serialize)]
struct DeclaredLine<'a> {
    label: &'a str,
    value: u64,
    source: &'a str,
    date: Option<Date>,
    url: Option<&'a str>,
}

impl Renderer<'_> {
    pub(super) fn figures(&self, of: Option<usize>) -> Made {
        let url = of.map_or_else(|| "figures.html".to_owned(), |c| self.plan.consultations[c].file("figures.html"));
        let head = Head {
            kind: "figures",
            url: url.clone(),
            heading: self.word("menu-figures"),
            description: self.word("intro-figures"),
            trail: of.map(|c| self.trail(c)).unwrap_or_default(),
            ..Head::default()
        };
        let mut context = self.context(head, of);
        let own;
        let figures = match of {
            Some(c) => &self.dossiers[c].figures,
            None => {
                own = archive(self.dossiers);
                &own
            }
        };
        context.insert("figures", &figures.iter().map(|figure| self.figure(of, figure)).collect::<Vec<_>>());
        let declared: Vec<DeclaredLine<'_>> = of.map(|c| self.declared_figures(c)).unwrap_or_default();
        context.insert("declared", &declared);
        if of.is_none() {
            context.insert("totals", &self.totals());
            context.insert_value("consultations", tera::Value::from(self.site.consultations.clone()));
        }
        self.finish("figures.html", url, &context)
    }

    fn declared_figures(&self, c: usize) -> Vec<DeclaredLine<'_>> {
        let figures = &self.dossiers[c].content.config.declared_figures;
        let line = |figure: &'_ crate::archive::DeclaredFigure| day(&figure.date).map(|date| self.site.dates.date(date));
        figures
            .iter()
            .map(|figure| DeclaredLine {
                label: &figure.label,
                value: figure.value,
                source: &figure.source,
                date: line(figure),
                url: figure.url.as_deref(),
            })
            .collect()
    }

    /// `declared` of the contexts of other pages.
    pub(super) fn insert_declared(&self, context: &mut tera::Context, c: usize) {
        context.insert("declared", &self.declared_figures(c));
    }

    fn figure(&self, of: Option<usize>, figure: &Figure) -> FigureValue {
        let words = self.engine.words();
        let first = |row: &Row| row.values[0].unwrap_or(0);
        let total: u64 = figure.rows.iter().map(first).sum();
        let rows: Vec<RowValue> = figure
            .rows
            .iter()
            .enumerate()
            .map(|(at, row)| RowValue {
                label: self.label_of_row(&row.label),
                url: match (of, row.behind) {
                    (Some(c), Some(behind)) => self.behind(c, behind),
                    // Rows of the archive's first figure are its consultations.
                    (None, _) if figure.id == "consultations" => Some(self.plan.consultations[at].file("figures.html")),
                    _ => None,
                },
                values: row.values.clone(),
                share: if total > 0 {
                    self.phrases.percent(&super::items::decimal(share(first(row), total), self.site_language()))
                } else {
                    String::new()
                },
            })
            .collect();
        let values: Vec<Value> = figure
            .rows
            .iter()
            .zip(&rows)
            .map(|(row, shown)| Value {
                label: shown.label.clone(),
                value: first(row),
                text: row.values[0].map_or_else(|| "–".to_owned(), |value| words.number(whole(value))),
                class: row.side,
            })
            .collect();
        let number = |n: u64| words.number(whole(n));
        FigureValue {
            id: figure.id,
            title: self.word(&format!("figure-{}", figure.id)),
            about: match figure.undated {
                0 => self.word(&format!("figure-{}-about", figure.id)),
                undated => format!(
                    "{} {}",
                    self.word(&format!("figure-{}-about", figure.id)),
                    words.format("figure-undated", &[("count", Arg::from(undated))])
                ),
            },
            chart: match figure.form {
                Form::Bars => bars(&values),
                Form::Columns => columns(&values, &number),
            },
            by: self.word(&format!("figure-by-{}", figure.by.replace('_', "-"))),
            columns: figure.columns.iter().map(|column| self.word(&format!("figure-column-{column}"))).collect(),
            rows,
            csv: match of {
                Some(c) => self.plan.consultations[c].chart(figure.id),
                None => archive_csv(figure.id),
            },
        }
    }

    fn label_of_row(&self, label: &Label) -> String {
        let words = self.engine.words();
        match label {
            Label::Text(text) => text.clone(),
            Label::Word(key) => self.word(key),
            Label::Group(label) => self.label(label),
            Label::Range(None, Some(last)) => words.format("range-below", &[("last", Arg::Number(last + 1))]),
            Label::Range(Some(first), None) => words.format("range-above", &[("first", Arg::Number(first - 1))]),
            Label::Range(Some(first), Some(last)) if first == last => words.number(*first),
            Label::Range(Some(first), Some(last)) => words.format("range-between", &[("first", Arg::Number(*first)), ("last", Arg::Number(*last))]),
            Label::Range(None, None) => String::new(),
            Label::Since(period, day) => {
                let moment = Moment { seconds: i64::from(*day) * 86_400, offset: 0, precision: Precision::Day };
                let civil = moment.civil();
                match period {
                    Period::Day => self.site.dates.date(moment).text,
                    Period::Week => words.format("week-of", &[("date", self.site.dates.date(moment).text.into())]),
                    Period::Month => self.site.dates.month(civil.year, civil.month),
                    Period::Year => civil.year.to_string(),
                }
            }
        }
    }

    pub(super) fn behind(&self, c: usize, behind: Behind) -> Option<String> {
        let dossier = &self.dossiers[c];
        let plan = &self.plan.consultations[c];
        let first = plan.branches.rankings()[0];
        let branch = |branch: Branch| (plan.branches.count(branch) > 0).then(|| plan.list(branch, first, 1));
        match behind {
            Behind::Group(grouping, group) => Some(plan.group((grouping, group), 1)),
            Behind::Topic(topic) => branch(Branch::Topic(topic)),
            Behind::NoTopic => branch(Branch::None),
            Behind::All => branch(Branch::All),
            Behind::Ranking(id, ix) => {
                let ranked = dossier.rankings.iter().find(|ranked| ranked.id == id && ranked.left.is_none())?;
                Some(plan.list_with(ranked, ix))
            }
            Behind::Outcomes(status) => Some(plan.outcomes(status, 1)),
            Behind::Workshops => Some(plan.file("workshops.html")),
            Behind::Table(name) => {
                let held = self.data.published[c].tables.iter().any(|table| table.name == name);
                Some(if held { plan.file(&format!("data/{name}.csv")) } else { plan.file("data.html") })
            }
            Behind::Differences => Some(format!("{}#differences", plan.file("method.html"))),
        }
    }
}

/// Where the table of a figure of the archive is published.
fn archive_csv(id: &str) -> String {
    format!("figures/{id}.csv")
}

/// The CSV file of a figure: names that are the same in every language, exactly the numbers of the chart.
pub fn csv(figure: &Figure) -> Vec<u8> {
    let mut text = String::from(figure.by);
    for column in &figure.columns {
        text.push(',');
        text.push_str(column);
    }
    text.push_str("\r\n");
    for row in &figure.rows {
        if row.key.contains([',', '"', '\n', '\r']) {
            // Writing into a string cannot fail.
            let _ = write!(text, "\"{}\"", row.key.replace('"', "\"\""));
        } else {
            text.push_str(&row.key);
        }
        for value in &row.values {
            text.push(',');
            if let Some(value) = value {
                let _ = write!(text, "{value}");
            }
        }
        text.push_str("\r\n");
    }
    text.into_bytes()
}

/// The files of all figures: (address, bytes).
pub fn figure_files(renderer: &Renderer<'_>) -> Vec<(String, Vec<u8>)> {
    let own = renderer.dossiers.iter().zip(&renderer.plan.consultations);
    let own = own.flat_map(|(dossier, plan)| dossier.figures.iter().map(|figure| (plan.chart(figure.id), csv(figure))));
    own.chain(archive(renderer.dossiers).iter().map(|figure| (archive_csv(figure.id), csv(figure)))).collect()
}

fn whole(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// Parts per million, rounded to the nearest thousand: one decimal of a per cent.
fn share(part: u64, total: u64) -> i64 {
    let total = u128::from(total.max(1));
    whole(u64::try_from((u128::from(part) * 1000 + total / 2) / total * 1000).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::share;

    #[test]
    fn shares_are_rounded() {
        assert_eq!(share(19, 196), 97_000);
        assert_eq!(share(1, 3), 333_000);
        assert_eq!(share(2, 3), 667_000);
        assert_eq!(share(0, 0), 0);
    }
}
