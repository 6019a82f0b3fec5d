//! Home, list of consultations, home of a consultation, editorial pages, not found, redirects.

use serde::Serialize;
use tera::Value;

use super::colours::contrasts;
use super::page::{Head, Made, Renderer};
use super::shared::known_sum;
use crate::model::ContributionIx;
use crate::plan::{Branch, Dossier, depth};

/// A topic in a list of topics.
#[derive(Debug, Serialize)]
pub struct TopicLine {
    title: String,
    url: String,
    count: usize,
    depth: usize,
    share: usize,
    #[serde(skip_serializing_if = "String::is_empty")]
    description: String,
}

#[derive(Serialize)]
pub struct Totals {
    consultations: usize,
    contributions: usize,
    comments: usize,
    votes: Option<u64>,
}

impl Renderer<'_> {
    /// The front page; where there is one consultation and nobody wrote an introduction, that consultation.
    pub(super) fn home(&self) -> Made {
        let config = &self.content.config;
        if self.dossiers.len() == 1 && self.editorial.intro.is_none() {
            return self.consultation(0, "index.html".to_owned());
        }
        let head = Head {
            kind: "index",
            url: "index.html".to_owned(),
            heading: config.title.clone(),
            description: config.description.clone(),
            ..Head::default()
        };
        let mut context = self.context(head, None);
        context.insert("totals", &self.totals());
        let featured: Vec<Value> = config
            .featured
            .iter()
            .filter_map(|slug| self.dossiers.iter().position(|dossier| *dossier.record.slug == **slug))
            .map(|at| self.site.consultations[at].clone())
            .collect();
        context.insert_value("featured", Value::from(featured));
        context.insert_value("consultations", Value::from(self.site.consultations.clone()));
        if let Some(intro) = &self.editorial.intro {
            self.insert_body(&mut context, "index.html", None, intro);
        }
        context.insert("news", &self.latest_news(None));
        self.finish("index.html", "index.html".to_owned(), &context)
    }

    /// Sums over the whole archive.
    pub(super) fn totals(&self) -> Totals {
        let present = |dossier: &Dossier<'_>| dossier.record.contributions.iter().filter(|contribution| !contribution.missing).count();
        Totals {
            consultations: self.dossiers.len(),
            contributions: self.dossiers.iter().map(present).sum(),
            comments: self.dossiers.iter().map(|d| d.record.comments.len()).sum(),
            votes: known_sum(self.dossiers.iter().flat_map(|d| &d.tallies.figures).map(|f| f.votes.total())),
        }
    }

    /// What a reader collects; filled by the script from what the browser keeps.
    pub(super) fn collection(&self) -> Made {
        let url = "collection.html".to_owned();
        let head = Head {
            kind: "collection",
            url: url.clone(),
            heading: self.word("menu-collection"),
            description: self.word("intro-collection"),
            ..Head::default()
        };
        let context = self.context(head, None);
        self.finish("collection.html", url, &context)
    }

    /// The statement of accessibility: what is measured in every build, what an audit found, what is known to be hard.
    pub(super) fn accessibility(&self) -> Made {
        let url = "accessibility.html".to_owned();
        let own = &self.content.config.accessibility;
        let head = Head { kind: "accessibility", url: url.clone(), heading: self.word("menu-accessibility"), ..Head::default() };
        let mut context = self.context(head, None);
        let audited = own.audited.as_deref().and_then(crate::normalise::day).map(|date| self.site.dates.date(date));
        context.insert("state", &self.word(&format!("accessibility-{}", own.state.word())));
        context.insert("audited", &audited);
        context.insert("auditor", &own.auditor);
        context.insert("publisher_email", &self.content.config.publisher.email);
        context.insert("gaps", &self.editorial.gaps.iter().map(|gap| gap.at("")).collect::<Vec<_>>());
        let media: Vec<&crate::archive::MediaConfig> = self.dossiers.iter().flat_map(|dossier| &dossier.content.config.media).collect();
        context.insert("pictures", &self.editorial.pictures.iter().count());
        context.insert("pictures_without_words", &self.editorial.pictures.without_words);
        context.insert("recordings", &media.len());
        context.insert("recordings_without_words", &media.iter().filter(|media| media.transcript.is_none()).count());
        let contrasts: Vec<serde_json::Value> = contrasts(&self.content.config.appearance.colours)
            .into_iter()
            .map(|pair| {
                let ratio = super::items::decimal((pair.ratio * 1_000_000.0) as i64 / 100, self.site_language());
                serde_json::json!({
                    "scheme": self.word(&format!("scheme-{}", pair.scheme)),
                    "pair": self.word(&format!("contrast-{}", pair.name)),
                    "ratio": ratio,
                    "least": super::items::decimal((pair.least * 10_000.0) as i64, self.site_language()),
                    "enough": pair.enough(),
                })
            })
            .collect();
        context.insert("contrasts", &contrasts);
        self.finish("accessibility.html", url, &context)
    }

    pub(super) fn consultations(&self) -> Made {
        let url = "consultations.html".to_owned();
        let head = Head { kind: "consultations", url: url.clone(), heading: self.word("menu-consultations"), ..Head::default() };
        let mut context = self.context(head, None);
        context.insert_value("consultations", Value::from(self.site.consultations.clone()));
        self.finish("consultations.html", url, &context)
    }

    pub(super) fn document(&self, index: usize) -> Made {
        let page = &self.content.pages[index];
        let url = format!("{}.html", page.name);
        let head = Head { kind: "page", url: url.clone(), heading: page.title.clone(), ..Head::default() };
        let mut context = self.context(head, None);
        self.insert_body(&mut context, &url, None, &self.editorial.pages[index]);
        self.finish("page.html", url, &context)
    }

    pub(super) fn not_found(&self) -> Made {
        let head = Head { kind: "404", url: "404.html".to_owned(), heading: self.word("not-found"), ..Head::default() };
        let context = self.context(head, None);
        self.finish("404.html", "404.html".to_owned(), &context)
    }

    pub(super) fn redirect(&self, c: usize, former: usize, ix: Option<ContributionIx>) -> Made {
        let dossier = &self.dossiers[c];
        let plan = &self.plan.consultations[c];
        let target = ix.map_or_else(|| plan.home(), |ix| plan.contribution(&dossier.record, ix));
        let slug = &dossier.content.config.former_slugs[former];
        let url = target.replacen(&format!("consultations/{}/", dossier.record.slug), &format!("consultations/{slug}/"), 1);
        let heading = ix.map_or_else(|| dossier.content.config.title.clone(), |ix| self.title_of(c, ix));
        let head = Head { kind: "redirect", url: url.clone(), heading, detail: self.word("moved"), noindex: true, ..Head::default() };
        let mut context = self.context(head, Some(c));
        context.insert("target", &target);
        self.finish("redirect.html", url, &context)
    }

    /// The topics below one, or all.
    pub(super) fn topic_lines(&self, c: usize, below: Option<u32>) -> Vec<TopicLine> {
        let record = &self.dossiers[c].record;
        let plan = &self.plan.consultations[c];
        let base = below.map_or(0, |topic| depth(record, topic) + 1);
        // Each topic is followed by all that is below it: the first that is no deeper ends its branch.
        let chosen: Vec<u32> = match below {
            None => (0..).zip(&record.topics).map(|(at, _)| at).collect(),
            Some(root) => (root + 1..record.topics.len() as u32).take_while(|&topic| depth(record, topic) >= base).collect(),
        };
        let largest = chosen.iter().map(|&topic| plan.branches.count(Branch::Topic(topic))).max().unwrap_or(0).max(1);
        let lines = chosen.into_iter().map(|topic| {
            let count = plan.branches.count(Branch::Topic(topic));
            TopicLine {
                title: record.topics[topic as usize].title.to_string(),
                url: format!("{}/index.html", plan.branch(Branch::Topic(topic))),
                count,
                depth: depth(record, topic) - base,
                share: count * 100 / largest,
                description: record.topics[topic as usize].description.to_string(),
            }
        });
        lines.collect()
    }
}
