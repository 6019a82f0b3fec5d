//! Comments: the thread below a contribution, and its further pages.

use serde::Serialize;

use super::items::{AuthorValue, VotesValue};
use super::page::{Head, Made, Renderer};
use super::shared::Link;
use super::text::to_html;
use crate::cite::Work;
use crate::model::{ContributionIx, Side};
use crate::plan::anchor;
use crate::words::Date;

#[derive(Serialize)]
struct CommentValue<'a> {
    id: &'a str,
    anchor: String,
    depth: u16,
    side: &'static str,
    side_title: &'a str,
    /// The side of the comment that its thread begins with.
    thread: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<AuthorValue<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    created: Option<Date>,
    body_html: String,
    status: &'static str,
    status_title: &'a str,
    votes: VotesValue,
    #[serde(skip_serializing_if = "Option::is_none")]
    reply_to: Option<ReplyTo<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
}

/// How many comments below the first of a thread are read at once; the others are folded.
const REPLIES: usize = 2;

/// A comment and what of those below it stands on the page.
#[derive(Serialize)]
struct ThreadValue<'a> {
    /// The side that it begins with.
    side: &'static str,
    comments: Vec<CommentValue<'a>>,
    /// Those that are folded.
    folded: Vec<CommentValue<'a>>,
    /// Anchor of the thread below it, where some of this one are folded.
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<String>,
}

/// Threads by the side of their first comment, in reading order.
#[derive(Default, Serialize)]
struct Arguments<'a> {
    #[serde(rename = "for")]
    favour: Vec<ThreadValue<'a>>,
    against: Vec<ThreadValue<'a>>,
    #[serde(skip)]
    rest: Vec<ThreadValue<'a>>,
    /// How many answer a text that no file has.
    #[serde(skip)]
    orphans: usize,
}

#[derive(Serialize)]
struct ReplyTo<'a> {
    id: &'a str,
    url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<String>,
}

#[derive(Serialize)]
struct CommentCounts {
    total: usize,
    #[serde(rename = "for")]
    favour: u32,
    against: u32,
    neutral: u32,
    none: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    declared: Option<u32>,
}

impl Renderer<'_> {
    pub(super) fn comments(&self, c: usize, ix: ContributionIx, number: usize) -> Made {
        let record = &self.dossiers[c].record;
        let plan = &self.plan.consultations[c];
        let url = plan.comments(record, ix, number);
        let heading = self.title_of(c, ix);
        let mut trail = self.trail(c);
        trail.push(Link::new(&heading, plan.contribution(record, ix)));
        let pages = plan.thread(ix).map_or(&[][..], |thread| &thread.pages);
        let head = Head {
            kind: "comments",
            url: url.clone(),
            heading,
            detail: format!("{} · {} · {} {number}", self.kind_and_id(c, ix), self.word("heading-comments"), self.word("page-label")),
            trail,
            prev: Some(plan.comments(record, ix, number - 1)),
            next: (number < pages.len()).then(|| plan.comments(record, ix, number + 1)),
            ..Head::default()
        };
        let mut context = self.context(head, Some(c));
        context.insert("contribution", &self.item(c, ix, None));
        // What the script makes citations of the comments from: their addresses are on this page.
        let work = Work { url: self.permalink(&url), ..self.work(c, ix) };
        context.insert("citation", &self.citation(&work, None));
        self.insert_comments(&mut context, c, ix, number);
        self.finish("comments.html", url, &context)
    }

    pub(super) fn insert_comments(&self, context: &mut tera::Context, c: usize, ix: ContributionIx, number: usize) {
        let dossier = &self.dossiers[c];
        let record = &dossier.record;
        let plan = &self.plan.consultations[c];
        let figures = dossier.tallies.of(ix);
        let all = record.comments_of(ix);
        let pages = plan.thread(ix).map_or(&[][..], |thread| &thread.pages);
        let [favour, against, neutral, none] = figures.sides;
        let beside = beside(favour, against);
        let columns = match pages.get(number - 1) {
            Some(page) => self.columns(c, page.comments.iter().map(|at| *at as usize), beside),
            None => self.columns(c, all.clone(), beside),
        };
        let shown_sides = !columns.favour.is_empty() || !columns.against.is_empty();
        context.insert("comments", &columns.rest);
        context.insert("orphans", &columns.orphans);
        context.insert("arguments", &shown_sides.then_some(&columns));
        context.insert("sides_told", &(!beside && favour + against > 0));
        context.insert("comments_any", &!all.is_empty());
        context.insert(
            "comment_counts",
            &CommentCounts { total: all.len(), favour, against, neutral, none, declared: record.contribution(ix).declared_comments },
        );
        context.insert("comment_pages", &self.pager(number, pages.len(), &|page| plan.comments(record, ix, page)));
    }

    /// The threads of a page: where sides stand beside each other, those that take one in a column each and the others below, else all in
    /// one; the most supported first. A thread is a comment and what of those below it stands on the page; which page that is does not
    /// depend on votes.
    fn columns(&self, c: usize, shown: impl Iterator<Item = usize>, beside: bool) -> Arguments<'_> {
        let comments = &self.dossiers[c].record.comments;
        // In reading order a root stands before everything below it: the last one passed is that of a comment.
        let mut threads: Vec<(usize, Vec<usize>)> = Vec::new();
        let mut passed = 0;
        for at in shown {
            let root = (passed..=at).rev().find(|earlier| comments[*earlier].depth == 0);
            let same = threads.last().map(|(root, _)| *root);
            passed = at;
            match (root.filter(|root| Some(*root) != same), threads.last_mut()) {
                (None, Some((_, thread))) => thread.push(at),
                (root, _) => threads.push((root.unwrap_or(at), vec![at])),
            }
        }
        // Only an order to read in: what is not known moves nothing.
        let support = |at: usize| {
            let declared = comments[at].declared;
            i64::from(declared[0].unwrap_or(0)) - i64::from(declared[1].unwrap_or(0))
        };
        // Equal ones stay in the order of their creation.
        threads.sort_by_key(|(root, _)| std::cmp::Reverse(support(*root)));
        let mut columns = Arguments::default();
        for (root, thread) in threads {
            let column = match comments[root].side {
                Side::For if beside => &mut columns.favour,
                Side::Against if beside => &mut columns.against,
                _ => &mut columns.rest,
            };
            columns.orphans += thread.iter().filter(|at| comments[**at].orphan && comments[**at].depth == 0).count();
            let mut thread: Vec<CommentValue<'_>> = thread.into_iter().map(|at| self.comment(c, at, comments[root].side)).collect();
            let folded = thread.split_off(thread.len().min(REPLIES + 1));
            if let Some(before) = column.last_mut().filter(|before| !before.folded.is_empty()) {
                before.next = thread.first().map(|first| first.anchor.clone());
            }
            column.push(ThreadValue { side: comments[root].side.word(), comments: thread, folded, next: None });
        }
        columns
    }

    fn comment(&self, c: usize, at: usize, thread: Side) -> CommentValue<'_> {
        let dossier = &self.dossiers[c];
        let record = &dossier.record;
        let plan = &self.plan.consultations[c];
        let comment = &record.comments[at];
        let reply_to = comment.parent.map(|parent| ReplyTo {
            id: plan.short_comment_id(record, parent),
            url: plan.comment(record, parent),
            author: self.author(c, record.comments[parent as usize].author).map(|author| author.name),
        });
        CommentValue {
            id: plan.short_comment_id(record, at as u32),
            anchor: anchor(&comment.id),
            depth: comment.depth,
            side: comment.side.word(),
            side_title: if comment.side == Side::None { "" } else { self.phrases.side(comment.side) },
            thread: thread.word(),
            author: self.author(c, comment.author),
            created: comment.created.map(|moment| self.site.dates.date(moment)),
            body_html: to_html(&comment.body),
            status: comment.status.word(),
            status_title: self.phrases.status_in(record, comment.status, comment.origin),
            votes: self.comment_votes(comment.declared.into()),
            reply_to,
            language: comment.language.as_deref(),
        }
    }
}

/// Whether sides stand in two columns: where the smaller one is at least a third of both, for else one column is a blank half page.
fn beside(favour: u32, against: u32) -> bool {
    let smaller = u64::from(favour.min(against));
    smaller > 0 && smaller * 3 >= u64::from(favour) + u64::from(against)
}

#[cfg(test)]
mod tests {
    use super::beside;

    #[test]
    fn columns_need_two_sides_of_some_size() {
        assert!(beside(2, 1) && beside(1, 1) && beside(10, 5));
        assert!(!beside(0, 0) && !beside(4, 0) && !beside(3, 1) && !beside(100, 49));
    }
}
