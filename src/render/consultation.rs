//! The home of a consultation: what was asked, what came of it, what people said, and what the figures are worth.

use serde::Serialize;

use super::items::Item;
use super::page::{Head, Made, Renderer};
use super::shared::Link;
use super::text::excerpt;
use crate::diagnose::Arg;
use crate::model::{ContributionIx, OutcomeStatus, Side, Status, VoteRows, VotesBasis, natural_order};
use crate::plan::Branch;
use crate::rank::Ranked;

/// Lines of a list.
const FIRST: usize = 5;
/// Placeholders shown at once.
const PLACEHOLDERS: usize = 50;
/// Characters of an argument.
const ARGUMENT: usize = 160;

/// What came of a consultation.
#[derive(Serialize)]
struct Came {
    synthesis: Option<String>,
    outcomes: usize,
    url: String,
    statuses: Vec<StatusLine>,
}

#[derive(Serialize)]
struct StatusLine {
    title: String,
    count: usize,
    url: String,
}

impl Renderer<'_> {
    /// At its own address, or at the front of an archive that has no other.
    pub(super) fn consultation(&self, c: usize, url: String) -> Made {
        let dossier = &self.dossiers[c];
        let plan = &self.plan.consultations[c];
        let config = &dossier.content.config;
        let dataset = self.data.datasets.iter().position(|dataset| dataset.consultation == Some(c));
        let head = Head {
            kind: "consultation",
            url: url.clone(),
            json_ld: dataset.map(|at| self.data.schema_org[at].clone()),
            heading: config.title.clone(),
            description: config.summary.clone(),
            trail: vec![Link::new(self.word("menu-consultations"), "consultations.html")],
            ..Head::default()
        };
        let mut context = self.context(head, Some(c));
        if let Some(body) = &self.chapter(c).presentation {
            self.insert_body(&mut context, &url, Some(c), body);
        }
        context.insert("news", &self.latest_news(Some(c)));
        self.insert_declared(&mut context, c);
        let root = "../".repeat(url.matches('/').count());
        let partners: Vec<serde_json::Value> = config
            .partners
            .iter()
            .map(|partner| {
                let logo = partner.logo.as_deref().and_then(|logo| self.editorial.pictures.named(&dossier.record.slug, logo));
                let alt = partner.alt.as_deref().unwrap_or_default();
                serde_json::json!({
                    "name": partner.name,
                    "url": partner.url,
                    "role": partner.role,
                    "logo_html": logo.map(|picture| crate::editorial::picture_html(picture, alt, &root)),
                })
            })
            .collect();
        context.insert("partners", &partners);

        let first = |id: &str| -> Vec<(ContributionIx, Item<'_>)> {
            let ranked = dossier.rankings.iter().find(|ranked| ranked.id == id && ranked.left.is_none());
            ranked.map(|ranked| self.leaders(c, ranked)).unwrap_or_default()
        };
        let more =
            |id: &str, page_of: &[&str]| page_of.contains(&id).then(|| Link::new(self.word(&format!("ranking-{id}")), plan.list(Branch::All, id, 1)));
        let best_id = dossier.default_ranking().map_or("support", |ranked| ranked.id);
        let published = plan.branches.rankings();
        let mut leaders = first(best_id);
        if leaders.is_empty() {
            // Nothing to rank by: the first ones by id, so that the record can be entered.
            leaders = plan.branches.list(Branch::All, 0).iter().take(FIRST).map(|&ix| (ix, self.item(c, ix, None))).collect();
        }
        context.insert("best", &leaders.iter().map(|(_, item)| item).collect::<Vec<_>>());
        context
            .insert("best_title", &self.word(&if published[0] == "id" { "heading-contributions".to_owned() } else { format!("ranking-{best_id}") }));
        context.insert(
            "best_more",
            &more(best_id, published).or_else(|| {
                let count = plan.branches.count(Branch::All);
                (count > 0).then(|| Link::new(self.word("topic-all"), plan.list(Branch::All, published[0], 1)))
            }),
        );
        // A list says nothing that stands above it already.
        let met: Vec<ContributionIx> = leaders.iter().map(|(ix, _)| *ix).collect();
        let divisive = if best_id == "divisive" { Vec::new() } else { first("divisive") };
        let divided = divisive.into_iter().filter(|(ix, _)| !met.contains(ix)).map(|(ix, mut item)| {
            item.argument_for = self.argument(c, ix, Side::For);
            item.argument_against = self.argument(c, ix, Side::Against);
            item
        });
        let divisive: Vec<Item<'_>> = divided.collect();
        context.insert("divisive", &divisive);
        context.insert("divisive_more", &more("divisive", published));
        context.insert("topics", &self.topic_lines(c, None));
        let without = plan.branches.count(Branch::None);
        let none = (without > 0).then(|| serde_json::json!({"count": without, "url": format!("{}/index.html", plan.branch(Branch::None))}));
        context.insert("without_topic", &none);
        let groupings: Vec<serde_json::Value> = dossier
            .groupings
            .iter()
            .map(|grouped| serde_json::json!({"id": grouped.id, "title": self.word(&format!("grouping-{}", grouped.id)), "url": plan.grouping(grouped.id)}))
            .collect();
        context.insert("groupings", &groupings);
        let mut missing: Vec<ContributionIx> = (0..).zip(&dossier.record.contributions).filter(|(_, x)| x.missing).map(|(ix, _)| ix).collect();
        // They stand in the record as they were met; readers look for a number.
        missing.sort_by(|&a, &b| {
            let (a, b) = (dossier.record.contribution(a), dossier.record.contribution(b));
            a.kind.cmp(&b.kind).then_with(|| natural_order(&a.id, &b.id))
        });
        let placeholders: Vec<Item<'_>> = missing.iter().take(PLACEHOLDERS).map(|&ix| self.item(c, ix, None)).collect();
        context.insert("placeholders", &placeholders);
        let more = (missing.len() > PLACEHOLDERS).then(|| format!("{}#orphans", plan.file("method.html")));
        context.insert("placeholders_more", &more);
        context.insert("honesty", &self.honesty(c));
        context.insert("came", &self.came(c));
        self.finish("consultation.html", url, &context)
    }

    /// Outcomes by status, and the synthesis; nothing where there is neither.
    fn came(&self, c: usize) -> Option<Came> {
        let plan = &self.plan.consultations[c];
        let outcomes = &self.dossiers[c].record.outcomes;
        let statuses = OutcomeStatus::ALL.iter().filter_map(|&status| {
            let count = outcomes.iter().filter(|outcome| outcome.status == Some(status)).count();
            (count > 0).then(|| StatusLine { title: self.phrases.outcome(status).to_owned(), count, url: plan.outcomes(Some(status), 1) })
        });
        let synthesis = self.chapter(c).synthesis.as_ref().map(|_| plan.file("synthesis.html"));
        let came = Came { synthesis, outcomes: outcomes.len(), url: plan.outcomes(None, 1), statuses: statuses.collect() };
        (came.synthesis.is_some() || came.outcomes > 0).then_some(came)
    }

    /// The most supported comment of a side: its beginning, and where it stands.
    fn argument(&self, c: usize, ix: ContributionIx, side: Side) -> Option<Link> {
        let record = &self.dossiers[c].record;
        let of_side = record.comments_of(ix).filter(|&at| {
            let comment = &record.comments[at];
            comment.side == side && comment.depth == 0 && comment.status == Status::Published
        });
        // The first of those with equal support was written first.
        let best = of_side.min_by_key(|&at| std::cmp::Reverse(record.comments[at].declared[0].unwrap_or(0)))?;
        let text = excerpt(&record.comments[best].body.to_plain(), ARGUMENT);
        (!text.is_empty()).then(|| Link::new(text, self.plan.consultations[c].comment(record, best as u32)))
    }

    /// The first of a ranking, of its most numerous kind.
    fn leaders(&self, c: usize, ranked: &Ranked) -> Vec<(ContributionIx, Item<'_>)> {
        let record = &self.dossiers[c].record;
        let mut counts = std::collections::BTreeMap::new();
        for &ix in &ranked.order {
            *counts.entry(record.contribution(ix).kind).or_insert(0usize) += 1;
        }
        let main = counts.into_iter().max_by_key(|(kind, count)| (*count, std::cmp::Reverse(*kind))).map(|(kind, _)| kind);
        ranked
            .order
            .iter()
            .filter(|&&ix| Some(record.contribution(ix).kind) == main && ranked.ranks[ix as usize] > 0)
            .filter(|&&ix| ranked.id != "divisive" || ranked.scores[ix as usize].is_some_and(|score| score > 0))
            .take(FIRST)
            .map(|&ix| (ix, self.item(c, ix, Some(ranked))))
            .collect()
    }

    /// What the figures do and do not say.
    fn honesty(&self, c: usize) -> Vec<String> {
        let dossier = &self.dossiers[c];
        let words = self.engine.words();
        let mut said = Vec::new();
        let declared = dossier.tallies.figures.iter().any(|figures| figures.basis == Some(VotesBasis::Declared));
        let counted = dossier.tallies.listed;
        if declared && counted > 0 && dossier.record.vote_rows != Some(VoteRows::Complete) {
            let total: u64 = dossier.tallies.figures.iter().filter_map(|figures| figures.votes.total()).sum();
            if counted < total {
                said.push(words.format("honesty-votes-sample", &[("counted", Arg::from(counted)), ("declared", Arg::from(total))]));
            } else {
                said.push(words.text("honesty-votes-declared"));
            }
        } else if declared {
            said.push(words.text("honesty-votes-declared"));
        }
        if !dossier.tallies.has_comments {
            said.push(words.text("honesty-no-comments"));
        }
        if dossier.record.authors.is_empty() {
            said.push(words.text("honesty-no-authors"));
        }
        if !dossier.record.set_aside.is_empty() {
            said.push(words.format("honesty-set-aside", &[("count", Arg::from(dossier.record.set_aside.len()))]));
        }
        said.push(words.text("honesty-not-representative"));
        said
    }
}
