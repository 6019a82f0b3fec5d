//! Workshops, and contributions that have a place: a map and the same facts as a table.

use serde::Serialize;

use super::editorial::FileLine;
use super::items::Item;
use super::page::{Head, Made, Renderer};
use super::shared::Link;
use super::text::to_html;
use crate::diagnose::Arg;
use crate::map::{DOTS, Drawing, Mark, draw};
use crate::model::ContributionIx;
use crate::plan::anchor_of;
use crate::words::Date;

/// `map` of the contexts.
#[derive(Debug, Serialize)]
struct MapValue {
    id: &'static str,
    title: String,
    description: String,
    drawing: Drawing,
    /// By mark: what it is and where it leads.
    marks: Vec<MarkValue>,
    scale_text: String,
}

#[derive(Debug, Serialize)]
struct MarkValue {
    title: String,
    url: String,
    /// It leads to a place on the same page.
    here: bool,
    x: f64,
    y: f64,
    r: f64,
    /// A number to write on it.
    #[serde(skip_serializing_if = "String::is_empty")]
    text: String,
}

#[derive(Serialize)]
struct WorkshopValue<'a> {
    id: String,
    title: &'a str,
    date: Option<Date>,
    place: Option<&'a str>,
    address: Option<&'a str>,
    latitude: Option<f64>,
    longitude: Option<f64>,
    participants: Option<u32>,
    partner: Option<&'a str>,
    body_html: String,
    contributions: Vec<Item<'a>>,
    minutes: Option<FileLine<'a>>,
    number: usize,
}

#[derive(Serialize)]
struct PlaceLine {
    title: String,
    url: String,
    name: String,
    latitude: f64,
    longitude: f64,
}

#[derive(Serialize)]
struct AreaLine {
    title: String,
    url: String,
    count: usize,
}

impl Renderer<'_> {
    fn map(&self, c: usize, id: &'static str, description: String, marks: &[(Mark, String, String, String)]) -> Option<MapValue> {
        let only: Vec<Mark> = marks.iter().map(|(mark, ..)| *mark).collect();
        let drawing = draw(self.dossiers[c].outline.as_ref(), &only)?;
        let placed = marks.iter().zip(&drawing.marks).map(|((_, title, url, text), place)| MarkValue {
            title: title.clone(),
            here: url.starts_with('#'),
            url: url.clone(),
            x: place.x,
            y: place.y,
            r: place.r,
            text: text.clone(),
        });
        let metres = drawing.scale.metres;
        let (word, number) = if metres >= 1000 { ("kilometres", metres / 1000) } else { ("metres", metres) };
        Some(MapValue {
            id,
            title: self.word(&format!("map-{id}")),
            description,
            marks: placed.collect(),
            scale_text: self.engine.words().format(word, &[("count", Arg::from(number))]),
            drawing,
        })
    }

    pub(super) fn workshops(&self, c: usize) -> Made {
        let dossier = &self.dossiers[c];
        let record = &dossier.record;
        let plan = &self.plan.consultations[c];
        let url = plan.file("workshops.html");
        let words = self.engine.words();
        let people: u64 = record.workshops.iter().filter_map(|workshop| workshop.participants).map(u64::from).sum();
        let brought: usize = record.workshops.iter().map(|workshop| workshop.contributions.len()).sum();
        let summary = words.format(
            "workshops-summary",
            &[("workshops", Arg::from(record.workshops.len())), ("people", Arg::from(people)), ("contributions", Arg::from(brought))],
        );
        let head = Head {
            kind: "workshops",
            url: url.clone(),
            heading: self.word("menu-workshops"),
            description: summary.clone(),
            trail: self.trail(c),
            ..Head::default()
        };
        let mut context = self.context(head, Some(c));
        context.insert("summary", &summary);
        let root = "../".repeat(url.matches('/').count());
        let entries = &dossier.content.editorial.workshops.entries;
        let workshops: Vec<WorkshopValue<'_>> = record
            .workshops
            .iter()
            .enumerate()
            .map(|(at, workshop)| {
                let point = workshop.place.as_ref().and_then(|place| place.point);
                WorkshopValue {
                    id: anchor_of("w", &workshop.id),
                    title: &workshop.title,
                    date: workshop.date.map(|date| self.site.dates.date(date)),
                    place: workshop.place.as_ref().and_then(|place| place.name.as_deref()),
                    address: workshop.address.as_deref(),
                    latitude: point.map(|point| point.0),
                    longitude: point.map(|point| point.1),
                    participants: workshop.participants,
                    partner: workshop.partner.as_deref(),
                    body_html: self.chapter(c).workshops.get(at).map_or_else(|| to_html(&workshop.summary), |html| html.at(&root)),
                    contributions: workshop.contributions.iter().map(|&ix| self.item(c, ix, None)).collect(),
                    minutes: entries.get(at).and_then(|entry| self.file_line(c, entry.minutes.as_deref()?)),
                    number: at + 1,
                }
            })
            .collect();
        context.insert("workshops", &workshops);
        let marks: Vec<(Mark, String, String, String)> = (1..)
            .zip(&record.workshops)
            .filter_map(|(number, workshop)| {
                let point = workshop.place.as_ref()?.point?;
                let url = format!("#{}", anchor_of("w", &workshop.id));
                Some((Mark { point, weight: 1 }, workshop.title.to_string(), url, number.to_string()))
            })
            .collect();
        if !marks.is_empty() {
            context.insert("map", &self.map(c, "workshops", summary, &marks));
        }
        self.finish("workshops.html", url, &context)
    }

    /// The workshops that brought a contribution.
    pub(super) fn brought_by(&self, c: usize, ix: ContributionIx) -> Vec<Link> {
        let record = &self.dossiers[c].record;
        let plan = &self.plan.consultations[c];
        let pairs = &self.workshops_by[c];
        let start = pairs.partition_point(|(contribution, _)| *contribution < ix);
        let brought = pairs[start..].iter().take_while(|(contribution, _)| *contribution == ix);
        brought.map(|&(_, at)| Link::new(&*record.workshops[at].title, plan.workshop(record, at))).collect()
    }

    pub(super) fn located(&self, c: usize) -> Made {
        let dossier = &self.dossiers[c];
        let record = &dossier.record;
        let plan = &self.plan.consultations[c];
        let url = plan.file("map.html");
        let located: Vec<(ContributionIx, (f64, f64))> =
            (0..).zip(&record.contributions).filter_map(|(ix, contribution)| Some((ix, contribution.place.as_ref()?.point?))).collect();
        let all = record.contributions.iter().filter(|contribution| !contribution.missing).count();
        let summary = self.engine.words().format("map-summary", &[("located", Arg::from(located.len())), ("contributions", Arg::from(all))]);
        let head = Head {
            kind: "map",
            url: url.clone(),
            heading: self.word("menu-map"),
            description: summary.clone(),
            trail: self.trail(c),
            ..Head::default()
        };
        let mut context = self.context(head, Some(c));
        context.insert("summary", &summary);
        let grouping = dossier.groupings.iter().position(|grouped| grouped.id == "area");
        let areas: Vec<_> = grouping
            .into_iter()
            .flat_map(|grouping| dossier.groupings[grouping].groups.iter().enumerate().map(move |(at, group)| (group, (grouping, at))))
            .collect();
        let lines: Vec<AreaLine> = areas
            .iter()
            .map(|&(group, at)| AreaLine { title: self.label(&group.key.label), url: plan.group(at, 1), count: group.members.len() })
            .collect();
        let marks: Vec<(Mark, String, String, String)> = if dossier.areas.is_grid() && located.len() > DOTS {
            areas
                .iter()
                .zip(&lines)
                .filter_map(|((group, _), line)| {
                    let point = dossier.areas.middle(group.key.order.1.parse().ok()?)?;
                    let count = group.members.len();
                    let title = format!("{} – {}", line.title, self.engine.words().format("contributions-count", &[("count", Arg::from(count))]));
                    Some((Mark { point, weight: count as u64 }, title, line.url.clone(), String::new()))
                })
                .collect()
        } else {
            located
                .iter()
                .take(DOTS)
                .map(|&(ix, point)| (Mark { point, weight: 1 }, self.title_of(c, ix), plan.contribution(record, ix), String::new()))
                .collect()
        };
        context.insert("map", &self.map(c, "contributions", summary, &marks));
        context.insert("areas", &lines);
        let places: Vec<PlaceLine> = located
            .iter()
            .take(DOTS)
            .map(|&(ix, (latitude, longitude))| PlaceLine {
                title: self.title_of(c, ix),
                url: plan.contribution(record, ix),
                name: record.contribution(ix).place.as_ref().and_then(|place| place.name.as_deref()).unwrap_or_default().to_owned(),
                latitude,
                longitude,
            })
            .collect();
        context.insert("places", &places);
        context.insert("places_total", &located.len());
        context.insert("table_url", &plan.file("data/contributions.csv"));
        self.finish("map.html", url, &context)
    }
}
