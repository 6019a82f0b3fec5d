//! Topics, rankings, groups.

use rustc_hash::FxHashMap;
use serde::Serialize;

use super::items::{Item, VotesValue};
use super::page::{Head, Made, Renderer};
use super::shared::{Link, known_sum};
use crate::figures::Behind;
use crate::group::{Grouped, Label};
use crate::model::ContributionIx;
use crate::plan::{Branch, PER_PAGE};
use crate::rank::Ranked;

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

/// `list` of the contexts: what stands above and below the lines.
#[derive(Serialize)]
struct ListValue {
    /// What the order is called; empty where there is only one.
    #[serde(skip_serializing_if = "String::is_empty")]
    order: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<String>,
    /// What else holds the same contributions, and has no page of its own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    also: Vec<String>,
    /// The ranks shown are those among all of the consultation.
    ranks_of_all: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    limited: Option<Limited>,
}

/// The end of a list that does not hold all of it.
#[derive(Serialize)]
struct Limited {
    shown: usize,
    /// All of them in another order.
    complete: Link,
    table: Option<String>,
}

/// A page of a list, as its callers know it.
struct Listing<'a> {
    heading: String,
    /// What tells lists with the same heading apart.
    detail: String,
    description: String,
    trail: Vec<Link>,
    /// Id and title of the order; none where the list has an order of its own.
    order: Option<&'static str>,
    rule: Option<String>,
    tabs: Vec<Tab>,
    members: &'a [ContributionIx],
    ranked: Option<&'a Ranked>,
    /// The opinion group whose votes are shown.
    voters: Option<usize>,
    /// None for a group.
    branch: Option<Branch>,
    most: u64,
    page: usize,
    pages: usize,
    complete: Option<Link>,
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
    fn lines(&self, c: usize, members: &[ContributionIx], ranked: Option<&Ranked>, mixed: bool, branch: Option<Branch>) -> Vec<Item<'_>> {
        let record = &self.dossiers[c].record;
        let mut last = None;
        let lines = members.iter().map(|&ix| {
            let mut item = self.item(c, ix, ranked);
            let kind = record.contribution(ix).kind;
            if mixed && last != Some(kind) {
                item.heading = Some(self.phrases.plural(kind));
            }
            last = Some(kind);
            // The page says it already.
            if record.contribution(ix).topic.is_some_and(|topic| branch == Some(Branch::Topic(topic))) {
                item.topic = None;
            }
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

    /// All contributions, a topic or those without one: the first page of the default ranking, below what the topic is.
    pub(super) fn topic(&self, c: usize, branch: Branch) -> Made {
        let plan = &self.plan.consultations[c];
        let url = format!("{}/index.html", plan.branch(branch));
        let title = self.branch_title(c, branch);
        let listing = self.branch_listing(c, branch, 0, 1, title.clone());
        let count = plan.branches.count(branch);
        let below = match branch {
            Branch::Topic(topic) => self.topic_lines(c, Some(topic)),
            _ => Vec::new(),
        };
        let mut context = self.listing(c, "topic", &listing, &|page| plan.list(branch, plan.branches.rankings()[0], page));
        context.insert("topic", &serde_json::json!({"title": title, "description": listing.description, "count": count, "url": url}));
        context.insert("topics", &below);
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
        let title = self.branch_title(c, branch);
        let heading = if id == "id" { title } else { format!("{title} – {}", self.list_title(id)) };
        let mut listing = self.branch_listing(c, branch, ranking, number, heading);
        if branch != Branch::All {
            listing.trail.push(self.branch_link(c, branch));
        }
        let url_of = |page: usize| plan.list(branch, id, page);
        let context = self.listing(c, "list", &listing, &url_of);
        self.finish("list.html", url_of(number), &context)
    }

    /// A page of a branch by a ranking.
    fn branch_listing(&self, c: usize, branch: Branch, ranking: usize, page: usize, heading: String) -> Listing<'_> {
        let plan = &self.plan.consultations[c];
        let branches = &plan.branches;
        let ids = branches.rankings();
        let id = ids[ranking];
        let trail = self.branch_trail(c, branch);
        // Equal titles in different branches: the parents tell them apart.
        let detail = trail.iter().skip(2).map(|link| link.title.as_str()).collect::<Vec<_>>().join(" · ");
        let ranked = ids.iter().filter(|id| **id != "id" && branches.count(branch) > 1);
        let tabs =
            ranked.map(|other| Tab { title: self.word(&format!("ranking-{other}-short")), url: plan.list(branch, other, 1), current: *other == id });
        let members = branches.list(branch, ranking);
        let pages = if ranking == 0 { members.len().div_ceil(PER_PAGE) } else { branches.pages(branch, ranking) };
        let description = match branch {
            Branch::Topic(topic) => self.dossiers[c].record.topics[topic as usize].description.to_string(),
            _ => String::new(),
        };
        Listing {
            heading,
            detail,
            description,
            trail,
            order: Some(id),
            rule: self.rule(id),
            tabs: tabs.collect(),
            members,
            ranked: self.ranked(c, id),
            voters: None,
            branch: Some(branch),
            most: branches.most(branch),
            page,
            pages,
            complete: (ranking > 0).then(|| Link::new(self.list_title(ids[0]), plan.list(branch, ids[0], 1))),
        }
    }

    pub(super) fn group(&self, c: usize, grouping: usize, group: usize, number: usize) -> Made {
        let plan = &self.plan.consultations[c];
        let grouped = &self.dossiers[c].groupings[grouping];
        let members = &grouped.groups[group];
        let planned = &plan.groupings[grouping].groups[group];
        let by = self.word(&format!("grouping-{}", grouped.id));
        let mut trail = self.trail(c);
        trail.push(Link::new(&by, plan.grouping(grouped.id)));
        // Topics of the same name in different branches of the tree keep apart by their place in the list.
        let twins = self.twins[c][grouping][group];
        let detail = if twins > 0 { format!("{by} ({})", twins + 1) } else { by };
        // In a group of voters the order and the figures are the group's own.
        let ranked = self.dossiers[c].default_ranking().filter(|_| members.voters.is_none());
        let rule = match members.voters {
            Some(_) => Some(self.word("opinion-group-order")),
            None => ranked.and_then(|ranked| self.rule(ranked.id)),
        };
        let listing = Listing {
            heading: self.label(&members.key.label),
            detail,
            description: String::new(),
            trail,
            order: ranked.map(|ranked| ranked.id),
            rule,
            tabs: Vec::new(),
            members: &members.members,
            ranked,
            voters: members.voters,
            branch: None,
            most: planned.most,
            page: number,
            pages: planned.pages,
            complete: Some(self.branch_link(c, Branch::All)),
        };
        let url_of = |page: usize| plan.group((grouping, group), page);
        let context = self.listing(c, "list", &listing, &url_of);
        self.finish("list.html", url_of(number), &context)
    }

    /// The context that pages of lists share.
    fn listing(&self, c: usize, kind: &'static str, listing: &Listing<'_>, url_of: &dyn Fn(usize) -> String) -> tera::Context {
        let plan = &self.plan.consultations[c];
        let &Listing { members, page, pages, .. } = listing;
        let (start, end) = ((page - 1) * PER_PAGE, (page * PER_PAGE).min(members.len()));
        let mut details = vec![listing.detail.clone()];
        if page > 1 {
            details.push(format!("{} {page}", self.word("page-label")));
        }
        let head = Head {
            kind,
            url: url_of(page),
            heading: listing.heading.clone(),
            detail: details.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "),
            description: listing.description.clone(),
            trail: listing.trail.clone(),
            prev: (page > 1).then(|| url_of(page - 1)),
            next: (page < pages).then(|| url_of(page + 1)),
            ..Head::default()
        };
        let mut context = self.context(head, Some(c));
        let also = plan.also.get(&url_of(1)).into_iter().flatten().map(|&(grouping, group)| {
            let grouped = &self.dossiers[c].groupings[grouping];
            format!("{} – {}", self.word(&format!("grouping-{}", grouped.id)), self.label(&grouped.groups[group].key.label))
        });
        let shown = pages * PER_PAGE;
        let complete = listing.complete.as_ref().filter(|_| shown < members.len() && page == pages);
        let value = ListValue {
            order: listing.order.filter(|id| *id != "id").map(|id| self.list_title(id)).unwrap_or_default(),
            rule: listing.rule.clone(),
            also: also.collect(),
            ranks_of_all: listing.branch != Some(Branch::All) && listing.ranked.is_some(),
            limited: complete.map(|complete| Limited { shown, complete: complete.clone(), table: self.behind(c, Behind::Table("contributions")) }),
        };
        context.insert("list", &value);
        context.insert("tabs", if listing.tabs.len() > 1 { listing.tabs.as_slice() } else { &[] });
        let mut items = self.lines(c, &members[start..end], listing.ranked, self.mixed(c, members), listing.branch);
        if let Some(voters) = listing.voters {
            let votes = &self.dossiers[c].tallies.opinion[voters];
            members[start..end].iter().zip(&mut items).for_each(|(&ix, item)| item.votes = VotesValue::of_group(votes[ix as usize]));
        }
        items.iter_mut().for_each(|item| item.votes.scale_to(listing.most));
        context.insert("items", &items);
        context.insert("total", &members.len());
        context.insert("start", &(start + 1));
        context.insert("pager", &self.pager(page, pages, url_of));
        context
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
            .enumerate()
            .map(|(at, group)| GroupLine {
                title: self.label(&group.key.label),
                url: plan.group((grouping, at), 1),
                count: group.members.len(),
                votes: known_sum(group.members.iter().map(|&ix| figures[ix as usize].votes.total())),
                share: group.members.len() * 100 / largest,
            })
            .collect();
        context.insert("groups", &groups);
        context.insert("matrix", &self.matrix(c, grouping, grouped));
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
