//! The permanent page of a contribution, and the further pages of its comments.

use serde::Serialize;

use super::items::{Item, VotesValue, unlike};
use super::outcomes::OutcomeValue;
use super::page::{Head, Made, Renderer};
use super::shared::Link;
use super::text::{excerpt, to_html, to_html_anchored};
use crate::diagnose::Arg;
use crate::model::{Contribution, ContributionIx, Kind, VotesBasis};
use crate::plan::Branch;
use crate::tally::Figures;
use crate::words::Date;

#[derive(Serialize)]
struct Whole<'a> {
    #[serde(flatten)]
    item: Item<'a>,
    body_html: String,
    body_empty: bool,
    /// When it was removed on request.
    #[serde(skip_serializing_if = "Option::is_none")]
    erased: Option<String>,
    /// The heading is made of the text or the id.
    untitled: bool,
    status_title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    status_reason: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    updated: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source_url: Option<&'a str>,
    source_url_withheld: bool,
    origin: OriginValue<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<PlaceValue<'a>>,
    topics: Vec<Link>,
    tags: Vec<TagValue<'a>>,
    fields: Vec<FieldValue<'a>>,
    appendices: Vec<AppendixValue<'a>>,
    translations: Vec<TranslationValue<'a>>,
    #[serde(skip_serializing_if = "String::is_empty")]
    vote_note: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    comment_note: String,
}

#[derive(Serialize)]
struct OriginValue<'a> {
    file: &'a str,
    row: u32,
    profile: &'a str,
}

#[derive(Serialize)]
struct PlaceValue<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    latitude: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    longitude: Option<f64>,
}

#[derive(Serialize)]
struct TagValue<'a> {
    title: &'a str,
}

#[derive(Serialize)]
struct FieldValue<'a> {
    name: String,
    value: &'a str,
}

#[derive(Serialize)]
struct AppendixValue<'a> {
    title: &'a str,
    body_html: String,
}

#[derive(Serialize)]
struct TranslationValue<'a> {
    language: &'a str,
    language_title: String,
    title: &'a str,
    body_html: String,
}

#[derive(Serialize)]
struct OpinionGroup {
    title: String,
    url: String,
    votes: VotesValue,
}

#[derive(Serialize)]
struct Children<'a> {
    title: &'a str,
    items: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct CitedIn<'a> {
    title: &'a str,
    heading: &'a str,
    url: &'a str,
}

#[derive(Serialize)]
struct Neighbours<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    previous: Option<Item<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<Item<'a>>,
}

/// The name of a platform's column as words: `contributions_argumentsCountFor` → `contributions arguments count for`.
fn spaced(name: &str) -> String {
    let mut out = String::with_capacity(name.len() + 8);
    let mut before = ' ';
    for c in name.chars() {
        match c {
            '_' | '/' | '.' => out.push(' '),
            c if c.is_uppercase() && before.is_lowercase() => {
                out.push(' ');
                out.extend(c.to_lowercase());
            }
            c => out.push(c),
        }
        before = c;
    }
    out
}

impl Renderer<'_> {
    pub(super) fn contribution(&self, c: usize, ix: ContributionIx) -> Made {
        let dossier = &self.dossiers[c];
        let record = &dossier.record;
        let plan = &self.plan.consultations[c];
        let contribution = record.contribution(ix);
        let url = plan.contribution(record, ix);
        let heading = self.title_of(c, ix);
        let topics: Vec<Link> = contribution
            .topic
            .map(|topic| record.topic_path(topic))
            .unwrap_or_default()
            .into_iter()
            .map(|topic| Link::new(&*record.topics[topic as usize].title, format!("{}/index.html", plan.branch(Branch::Topic(topic)))))
            .collect();
        let trail = self.trail(c);
        let neighbours = self.neighbours(c, ix);
        let plain = contribution.body.to_plain();
        let description = excerpt(&plain, 155);
        let work = self.work(c, ix);
        let json_ld = self.posting(c, ix, &work);
        let citation = self.citation(&work, Some(c));
        let head = Head {
            kind: "contribution",
            url: url.clone(),
            heading: heading.clone(),
            detail: self.kind_and_id(c, ix),
            description,
            work: Some(work),
            json_ld: Some(json_ld),
            trail,
            noindex: contribution.missing,
            ..Head::default()
        };
        let mut context = self.context(head, Some(c));
        context.insert("contribution", &self.whole(c, ix, topics));
        let (ranks, no_rank) = self.ranks(c, ix);
        let others = contribution.author.map_or(0, |author| self.written_by[c][author as usize].saturating_sub(1));
        context.insert("author_others", &others);
        context.insert("ranks", &ranks);
        context.insert("no_rank", &no_rank);
        context.insert("parent", &contribution.parent.map(|parent| self.item(c, parent, None)));
        context.insert("children", &self.children_of(c, ix));
        let root = "../".repeat(url.matches('/').count());
        context.insert("outcomes", &self.outcomes_of(c, ix, &root));
        context.insert("citation", &citation);
        context.insert("amended", &self.amended(c, contribution));
        context.insert("alike", &self.alike(c, ix));
        context.insert("workshops", &self.brought_by(c, ix));
        let cited = self.chapter(c).cited(ix).iter();
        let cited: Vec<CitedIn<'_>> = cited.map(|citing| CitedIn { title: &citing.title, heading: &citing.heading, url: &citing.url }).collect();
        context.insert("cited_in", &cited);
        context.insert("opinion_groups", &self.opinion_groups(c, ix));
        context.insert("neighbours", &neighbours);
        let ranking = dossier.default_ranking().map(|ranked| serde_json::json!({"title": self.word(&format!("ranking-{}", ranked.id))}));
        context.insert("ranking", &ranking);
        context.insert("seal", &self.seal_of(c, ix));
        self.insert_comments(&mut context, c, ix, 1);
        self.finish("contribution.html", url, &context)
    }

    /// What each opinion group voted on a contribution.
    fn opinion_groups(&self, c: usize, ix: ContributionIx) -> Vec<OpinionGroup> {
        let dossier = &self.dossiers[c];
        let Some(grouping) = dossier.groupings.iter().position(|grouped| grouped.id == "opinion-group") else { return Vec::new() };
        let plan = &self.plan.consultations[c];
        let groups = dossier.groupings[grouping].groups.iter().enumerate();
        let voted = groups.filter_map(|(at, group)| {
            let votes = dossier.tallies.opinion[group.voters?][ix as usize];
            let url = plan.group((grouping, at), 1);
            votes.total().is_some_and(|total| total > 0).then(|| OpinionGroup {
                title: self.label(&group.key.label),
                url,
                votes: VotesValue::of_group(votes),
            })
        });
        voted.collect()
    }

    fn whole(&self, c: usize, ix: ContributionIx, topics: Vec<Link>) -> Whole<'_> {
        let dossier = &self.dossiers[c];
        let record = &dossier.record;
        let contribution = record.contribution(ix);
        let figures = dossier.tallies.of(ix);
        let mut item = self.item(c, ix, None);
        item.created = contribution.created.map(|moment| self.site.dates.date(moment));
        let (file, row) = record.origin(contribution.origin);
        let body_html = to_html_anchored(&contribution.body, &self.phrases.paragraph);
        Whole {
            body_empty: body_html.is_empty(),
            erased: self.erased(c, contribution),
            untitled: contribution.title.is_empty(),
            body_html,
            status_title: self.phrases.status_in(record, contribution.status, contribution.origin),
            status_reason: self.reason(c, contribution),
            updated: contribution.updated.filter(|updated| Some(*updated) != contribution.created).map(|moment| self.site.dates.date(moment)),
            source_url: contribution.source_url.as_deref(),
            source_url_withheld: dossier.withheld,
            origin: OriginValue { file, row, profile: &record.sources[contribution.origin.source as usize].profile },
            place: contribution.place.as_ref().map(|place| PlaceValue {
                name: place.name.as_deref(),
                latitude: place.point.map(|p| p.0),
                longitude: place.point.map(|p| p.1),
            }),
            topics,
            tags: contribution.tags.iter().map(|tag| TagValue { title: tag }).collect(),
            fields: record.extras_of(ix).iter().map(|extra| FieldValue { name: spaced(&extra.name), value: &extra.value }).collect(),
            appendices: record
                .appendices_of(ix)
                .iter()
                .map(|appendix| AppendixValue { title: &appendix.title, body_html: to_html(&appendix.body) })
                .collect(),
            translations: record
                .translations_of(ix)
                .iter()
                .map(|t| TranslationValue {
                    language: &t.language,
                    language_title: self.language(&t.language),
                    title: &t.title,
                    body_html: to_html(&t.body),
                })
                .collect(),
            vote_note: self.vote_note(contribution, figures),
            comment_note: self.comment_note(contribution.declared_comments, figures),
            item,
        }
    }

    /// What was asked to be removed of it.
    fn erasure(&self, c: usize, contribution: &Contribution) -> Option<&crate::model::Erasure> {
        let erased = contribution.status == crate::model::Status::Erased;
        let mut list = self.dossiers[c].record.erased.iter().filter(|_| erased);
        list.find(|erasure| erasure.kind == contribution.kind.word() && erasure.id == contribution.id)
    }

    /// The day of its removal, in a sentence.
    fn erased(&self, c: usize, contribution: &Contribution) -> Option<String> {
        let erasure = self.erasure(c, contribution)?;
        let day = crate::normalise::day(&erasure.date).map_or_else(|| erasure.date.clone(), |day| self.site.dates.date(day).text);
        Some(self.engine.words().format("erased-on", &[("date", day.into())]))
    }

    /// Why it is not shown as it was written.
    fn reason<'r>(&'r self, c: usize, contribution: &'r Contribution) -> Option<&'r str> {
        let own = contribution.status_reason.as_deref().filter(|reason| !reason.is_empty());
        own.or_else(|| self.erasure(c, contribution)?.reason.as_deref())
    }

    fn language(&self, code: &str) -> String {
        let key = format!("language-{}", code.split('-').next().unwrap_or(code));
        if self.engine.words().has(&key) { self.word(&key) } else { code.to_owned() }
    }

    /// Where the votes come from, in a sentence.
    fn vote_note(&self, contribution: &Contribution, figures: &Figures) -> String {
        let basis = figures.basis.unwrap_or(VotesBasis::None);
        match figures.counted {
            _ if contribution.missing => String::new(),
            Some(counted) if basis == VotesBasis::Declared => {
                if unlike(counted, &contribution.declared) {
                    String::new()
                } else {
                    self.word("vote-basis-confirmed")
                }
            }
            _ => self.word(&format!("vote-basis-{}", basis.word())),
        }
    }

    fn comment_note(&self, declared: Option<u32>, figures: &Figures) -> String {
        let counted: u32 = figures.sides.iter().sum();
        match declared {
            Some(declared) if counted == 0 && declared > 0 => {
                self.engine.words().format("comments-announced", &[("count", Arg::from(declared as usize))])
            }
            Some(declared) if declared != counted => {
                let number = |n: u32| self.engine.words().number(i64::from(n));
                format!(
                    "{} ({}: {}; {}: {})",
                    self.word("comment-basis-counted"),
                    self.word("column-declared"),
                    number(declared),
                    self.word("column-counted"),
                    number(counted)
                )
            }
            _ => String::new(),
        }
    }

    fn children_of(&self, c: usize, ix: ContributionIx) -> Vec<Children<'_>> {
        let pairs = &self.children[c];
        let start = pairs.partition_point(|(parent, _)| *parent < ix);
        let own: Vec<ContributionIx> = pairs[start..].iter().take_while(|(parent, _)| *parent == ix).map(|(_, child)| *child).collect();
        let mut groups: Vec<Children<'_>> = Vec::new();
        for &kind in Kind::ALL {
            let items: Vec<Item<'_>> = own
                .iter()
                .filter(|&&child| self.dossiers[c].record.contribution(child).kind == kind)
                .map(|&child| self.item(c, child, None))
                .collect();
            if !items.is_empty() {
                groups.push(Children { title: self.phrases.plural(kind), items });
            }
        }
        groups
    }

    fn outcomes_of(&self, c: usize, ix: ContributionIx, root: &str) -> Vec<OutcomeValue<'_>> {
        self.outcomes_about(c, ix).map(|at| self.outcome(c, at, root, 0)).collect()
    }

    /// The outcomes that name a contribution, in their order.
    pub(super) fn outcomes_about(&self, c: usize, ix: ContributionIx) -> impl Iterator<Item = u32> {
        let pairs = &self.outcomes_by[c];
        let start = pairs.partition_point(|(contribution, _)| *contribution < ix);
        pairs[start..].iter().take_while(move |(contribution, _)| *contribution == ix).map(|&(_, at)| at)
    }

    /// The ones before and after in the default ranking, of the same kind.
    fn neighbours(&self, c: usize, ix: ContributionIx) -> Neighbours<'_> {
        let dossier = &self.dossiers[c];
        let none = Neighbours { previous: None, next: None };
        let Some(ranked) = dossier.default_ranking() else { return none };
        let position = ranked.position[ix as usize];
        if position == u32::MAX || ranked.ranks[ix as usize] == 0 {
            return none;
        }
        let beside = |at: Option<usize>| {
            let other = *ranked.order.get(at?)?;
            let same = dossier.record.contribution(other).kind == dossier.record.contribution(ix).kind && ranked.ranks[other as usize] > 0;
            same.then(|| self.item(c, other, Some(ranked)))
        };
        Neighbours { previous: beside((position as usize).checked_sub(1)), next: beside(Some(position as usize + 1)) }
    }
}
