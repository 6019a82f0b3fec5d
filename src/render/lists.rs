//! Topics, rankings, groups.

use rustc_hash::FxHashMap;
use serde::Serialize;

use super::items::{Item, VotesValue};
use super::page::{Head, Made, Renderer};
use super::shared::{Link, known_sum};
use crate::group::{Grouped, Label};
use crate::model::ContributionIx;
use crate::plan::{Branch, PER_PAGE};
use crate::rank::Ranked;

/// Lines on the page of a topic.
const FIRST: usize = 20;

#[derive(Serialize)]
struct Tab {
    title: String,
    url: String,
    current: bool,
}

#[derive(Serialize)]
pub struct Pager {
    page: usize,
    pages: usize,
    first: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    previous: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<String>,
    last: String,
    numbers: Vec<PageNumber>,
}

#[derive(Serialize)]
struct PageNumber {
    n: usize,
    url: String,
    current: bool,
}

#[derive(Serialize)]
struct ListValue {
    title: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    intro: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<String>,
}

#[derive(Serialize)]
struct GroupLine {
    title: String,
    url: String,
    count: usize,
    votes: Option<u64>,
    share: usize,
}

impl Renderer<'_> {
    fn ranked(&self, c: usize, id: &str) -> Option<&Ranked> {
        self.dossiers[c].rankings.iter().find(|ranked| ranked.id == id && ranked.left.is_none())
    }

    pub(super) fn branch_title(&self, c: usize, branch: Branch) -> String {
        match branch {
            Branch::All => self.word("topic-all"),
            Branch::None => self.word("topic-none"),
            Branch::Topic(topic) => self.dossiers[c].record.topics[topic as usize].title.to_string(),
        }
    }

    /// Breadcrumb of a branch, without the branch itself.
    fn branch_trail(&self, c: usize, branch: Branch) -> Vec<Link> {
        let mut trail = self.trail(c);
        if let Branch::Topic(topic) = branch {
            let path = self.dossiers[c].record.topic_path(topic);
            for &ancestor in &path[..path.len() - 1] {
                trail.push(self.branch_link(c, Branch::Topic(ancestor)));
            }
        }
        trail
    }

    fn branch_link(&self, c: usize, branch: Branch) -> Link {
        Link::new(self.branch_title(c, branch), format!("{}/index.html", self.plan.consultations[c].branch(branch)))
    }

    /// Lines with the name of their kind above the first of each, where a list holds several kinds.
    fn lines(&self, c: usize, members: &[ContributionIx], ranked: Option<&Ranked>, mixed: bool) -> Vec<Item<'_>> {
        let record = &self.dossiers[c].record;
        let mut last = None;
        let lines = members.iter().map(|&ix| {
            let mut item = self.item(c, ix, ranked);
            let kind = record.contribution(ix).kind;
            if mixed && last != Some(kind) {
                item.heading = Some(self.phrases.plural(kind));
            }
            last = Some(kind);
            item
        });
        lines.collect()
    }

    /// Whether a list holds several kinds: lists are sorted by kind first, so its ends tell.
    fn mixed(&self, c: usize, members: &[ContributionIx]) -> bool {
        let record = &self.dossiers[c].record;
        let kind = |ix: &ContributionIx| record.contribution(*ix).kind;
        members.first().map(kind) != members.last().map(kind)
    }

    pub(super) fn topic(&self, c: usize, branch: Branch) -> Made {
        let plan = &self.plan.consultations[c];
        let url = format!("{}/index.html", plan.branch(branch));
        let title = self.branch_title(c, branch);
        let description = match branch {
            Branch::Topic(topic) => self.dossiers[c].record.topics[topic as usize].description.to_string(),
            _ => String::new(),
        };
        // Equal titles in different branches: the parents tell them apart.
        let trail = self.branch_trail(c, branch);
        let detail = trail.iter().skip(2).map(|link| link.title.as_str()).collect::<Vec<_>>().join(" · ");
        let head =
            Head { kind: "topic", url: url.clone(), heading: title.clone(), detail, description: description.clone(), trail, ..Head::default() };
        let mut context = self.context(head, Some(c));
        let count = plan.branches.count(branch);
        context.insert("topic", &serde_json::json!({"title": title, "description": description, "count": count, "url": url}));
        let below = match branch {
            Branch::Topic(topic) => self.topic_lines(c, Some(topic)),
            _ => Vec::new(),
        };
        context.insert("topics", &below);
        let ids = plan.branches.rankings();
        let lists: Vec<serde_json::Value> = ids
            .iter()
            .filter(|_| count > 0)
            .map(|id| serde_json::json!({"id": id, "title": self.list_title(id), "url": plan.list(branch, id, 1)}))
            .collect();
        context.insert("lists", &lists);
        let members = plan.branches.list(branch, 0);
        let ranked = self.ranked(c, ids[0]);
        context.insert("items", &self.lines(c, &members[..members.len().min(FIRST)], ranked, self.mixed(c, members)));
        let more = (members.len() > FIRST).then(|| serde_json::json!({"count": members.len() - FIRST, "url": plan.list(branch, ids[0], 1)}));
        context.insert("more", &more);
        let rule = self.rule(ids[0]).unwrap_or_default();
        context.insert("ranking", &serde_json::json!({"id": ids[0], "title": self.list_title(ids[0]), "rule": rule}));
        self.finish("topic.html", url, &context)
    }

    fn list_title(&self, id: &str) -> String {
        if id == "id" { self.word("topic-all") } else { self.word(&format!("ranking-{id}")) }
    }

    fn rule(&self, id: &str) -> Option<String> {
        (id != "id").then(|| self.word(&format!("ranking-{id}-rule")))
    }

    pub(super) fn list(&self, c: usize, branch: Branch, ranking: usize, number: usize) -> Made {
        let plan = &self.plan.consultations[c];
        let id = plan.branches.rankings()[ranking];
        let members = plan.branches.list(branch, ranking);
        let url_of = |page: usize| plan.list(branch, id, page);
        let mut trail = self.branch_trail(c, branch);
        if branch != Branch::All {
            trail.push(self.branch_link(c, branch));
        }
        let title = self.branch_title(c, branch);
        let heading = if id == "id" { title.clone() } else { format!("{title} – {}", self.list_title(id)) };
        let tabs: Vec<Tab> = plan
            .branches
            .rankings()
            .iter()
            .filter(|other| **other != "id")
            .map(|other| Tab { title: self.word(&format!("ranking-{other}-short")), url: plan.list(branch, other, 1), current: *other == id })
            .collect();
        let parents = trail.iter().skip(2).rev().skip(1).map(|link| link.title.clone()).collect::<Vec<_>>().join(" · ");
        let value = ListValue { title: heading.clone(), intro: String::new(), rule: self.rule(id) };
        self.listing(c, heading, parents, trail, &value, &tabs, members, None, self.ranked(c, id), number, &url_of)
    }

    pub(super) fn group(&self, c: usize, grouping: usize, group: usize, number: usize) -> Made {
        let plan = &self.plan.consultations[c];
        let grouped = &self.dossiers[c].groupings[grouping];
        let members = &grouped.groups[group];
        let stem = &plan.groups[grouping][group];
        let url_of = |page: usize| plan.group(grouped.id, stem, page);
        let by = self.word(&format!("grouping-{}", grouped.id));
        let mut trail = self.trail(c);
        trail.push(Link::new(&by, plan.grouping(grouped.id)));
        let heading = self.label(&members.key.label);
        // Topics of the same name in different branches of the tree keep apart by their place in the list.
        let twins = self.twins[c][grouping][group];
        let detail = if twins > 0 { format!("{by} ({})", twins + 1) } else { by };
        let ranked = self.dossiers[c].default_ranking();
        let rule = match members.voters {
            Some(_) => Some(self.word("opinion-group-order")),
            None => ranked.and_then(|ranked| self.rule(ranked.id)),
        };
        let value = ListValue { title: heading.clone(), intro: String::new(), rule };
        // In a group of voters the order and the figures are the group's own.
        let ranked = ranked.filter(|_| members.voters.is_none());
        self.listing(c, heading, detail, trail, &value, &[], &members.members, members.voters, ranked, number, &url_of)
    }

    #[expect(clippy::too_many_arguments, reason = "the parts of a list page, named by its two callers")]
    fn listing(
        &self,
        c: usize,
        heading: String,
        detail: String,
        trail: Vec<Link>,
        value: &ListValue,
        tabs: &[Tab],
        members: &[ContributionIx],
        voters: Option<usize>,
        ranked: Option<&Ranked>,
        number: usize,
        url_of: &dyn Fn(usize) -> String,
    ) -> Made {
        let pages = members.len().div_ceil(PER_PAGE);
        let (start, end) = ((number - 1) * PER_PAGE, (number * PER_PAGE).min(members.len()));
        let previous = (number > 1).then(|| url_of(number - 1));
        let next = (number < pages).then(|| url_of(number + 1));
        let mut details: Vec<String> = vec![detail];
        if number > 1 {
            details.push(format!("{} {number}", self.word("page-label")));
        }
        let detail = details.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        let head = Head { kind: "list", url: url_of(number), heading, detail, trail, prev: previous, next, ..Head::default() };
        let mut context = self.context(head, Some(c));
        context.insert("list", value);
        context.insert("tabs", tabs);
        let mut items = self.lines(c, &members[start..end], ranked, self.mixed(c, members));
        if let Some(voters) = voters {
            let votes = &self.dossiers[c].tallies.opinion[voters];
            members[start..end].iter().zip(&mut items).for_each(|(&ix, item)| item.votes = VotesValue::of_group(votes[ix as usize]));
        }
        context.insert("items", &items);
        context.insert("total", &members.len());
        context.insert("start", &(start + 1));
        context.insert("pager", &self.pager(number, pages, url_of));
        self.finish("list.html", url_of(number), &context)
    }

    /// Links to the other pages of a list; nothing where there is one.
    pub(super) fn pager(&self, number: usize, pages: usize, url_of: &dyn Fn(usize) -> String) -> Option<Pager> {
        (pages > 1).then(|| Pager {
            page: number,
            pages,
            first: url_of(1),
            previous: (number > 1).then(|| url_of(number - 1)),
            next: (number < pages).then(|| url_of(number + 1)),
            last: url_of(pages),
            numbers: shown_pages(number, pages).into_iter().map(|n| PageNumber { n, url: url_of(n), current: n == number }).collect(),
        })
    }

    pub(super) fn grouping(&self, c: usize, grouping: usize) -> Made {
        let plan = &self.plan.consultations[c];
        let grouped = &self.dossiers[c].groupings[grouping];
        let url = plan.grouping(grouped.id);
        let title = self.word(&format!("grouping-{}", grouped.id));
        let intro = self.word(&format!("grouping-{}-rule", grouped.id));
        let head =
            Head { kind: "grouping", url: url.clone(), heading: title.clone(), description: intro.clone(), trail: self.trail(c), ..Head::default() };
        let mut context = self.context(head, Some(c));
        context.insert("grouping", &serde_json::json!({"title": title, "intro": intro}));
        let largest = grouped.groups.iter().map(|group| group.members.len()).max().unwrap_or(1);
        let figures = &self.dossiers[c].tallies.figures;
        let groups: Vec<GroupLine> = grouped
            .groups
            .iter()
            .zip(&plan.groups[grouping])
            .map(|(group, stem)| GroupLine {
                title: self.label(&group.key.label),
                url: plan.group(grouped.id, stem, 1),
                count: group.members.len(),
                votes: known_sum(group.members.iter().map(|&ix| figures[ix as usize].votes.total())),
                share: group.members.len() * 100 / largest,
            })
            .collect();
        context.insert("groups", &groups);
        self.finish("grouping.html", url, &context)
    }

    /// For each group of a grouping, how many before it have its name.
    pub(super) fn twins_of(&self, grouped: &Grouped) -> Vec<usize> {
        let mut met: FxHashMap<String, usize> = FxHashMap::default();
        let twins = grouped.groups.iter().map(|group| {
            let count = met.entry(self.label(&group.key.label)).or_default();
            *count += 1;
            *count - 1
        });
        twins.collect()
    }

    pub(super) fn label(&self, label: &Label) -> String {
        match label {
            Label::Text(text) => text.clone(),
            Label::Word(key) => self.word(key),
            Label::Numbered(key, which) => self.engine.words().format(key, &[("name", which.as_str().into())]),
            Label::Month(year, month) => self.site.dates.month(*year, *month),
        }
    }
}

/// Page numbers to show: the ends, the neighbours, and steps that keep every page within a few clicks.
fn shown_pages(current: usize, pages: usize) -> Vec<usize> {
    let mut shown: Vec<usize> = vec![1, pages];
    shown.extend(current.saturating_sub(2).max(1)..=(current + 2).min(pages));
    let mut step = 10;
    while step < pages {
        shown.extend([current.saturating_sub(step), current + step].into_iter().filter(|&n| n >= 1 && n <= pages));
        step *= 10;
    }
    shown.sort_unstable();
    shown.dedup();
    shown
}

#[cfg(test)]
mod tests {
    use super::shown_pages;

    #[test]
    fn few_numbers_reach_every_page() {
        assert_eq!(shown_pages(1, 1), [1]);
        assert_eq!(shown_pages(3, 4), [1, 2, 3, 4]);
        assert_eq!(shown_pages(50, 2000), [1, 40, 48, 49, 50, 51, 52, 60, 150, 1050, 2000]);
    }
}
