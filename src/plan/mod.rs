//! Every page and its address, decided here and nowhere else. Rendering asks; it never makes an address of its own.

mod groups;
mod lists;
mod names;
mod site;
mod stems;
mod threads;

use rustc_hash::FxHashMap;

use crate::archive::{AuthorPolicy, ConsultationContent, CopiedFile};
use crate::changes::Changes;
use crate::figures::Figure;
use crate::group::Grouped;
use crate::map::{Areas, Coverage, Outline};
use crate::model::{Consultation, ContributionIx, Moment, OutcomeStatus};
use crate::normalise::PersonalFinding;
use crate::rank::Ranked;
use crate::similar::Similar;
use crate::tally::Tallies;

pub use groups::{GroupIx, GroupingPlan};
pub use lists::{Branch, Branches, PER_PAGE, depth};
pub use site::{Page, SitePlan, plan};
pub use threads::Thread;

/// Outcomes on a page.
pub const OUTCOMES_PER_PAGE: usize = 50;

/// One consultation with everything that was computed about it.
pub struct Dossier<'a> {
    /// What the user wrote.
    pub content: &'a ConsultationContent,
    /// The record.
    pub record: Consultation,
    /// Its figures.
    pub tallies: Tallies,
    /// All rankings, published or not.
    pub rankings: Vec<Ranked>,
    /// What is alike in it.
    pub similar: Similar,
    /// The areas of its map.
    pub areas: Areas,
    /// Outlines to draw its map on.
    pub outline: Option<Outline>,
    /// The extent of its territory.
    pub coverage: Option<Coverage>,
    /// Its figures, for the dashboard.
    pub figures: Vec<Figure>,
    /// The groupings that say something.
    pub groupings: Vec<Grouped>,
    /// From each export to the next, oldest first; empty where there is one.
    pub changes: Vec<Changes>,
    /// How persons are shown.
    pub authors: AuthorPolicy,
    /// Some link was withheld.
    pub withheld: bool,
    /// Personal data in its texts: for a report that is not published.
    pub personal: Vec<PersonalFinding>,
    /// Counts of persons below this number are hidden.
    pub threshold: u32,
    /// Search engines are asked to leave its texts alone.
    pub noindex: bool,
    /// First and last day, as moments.
    pub opened: Option<Moment>,
    /// See `opened`.
    pub closed: Option<Moment>,
    /// Remarks about the files, for the method page.
    pub remarks: Vec<crate::diagnose::Diagnostic>,
}

impl Dossier<'_> {
    /// The rankings that are published, the consultation's default first.
    pub fn published(&self) -> impl Iterator<Item = &Ranked> {
        let wanted = self.content.config.ranking.as_deref();
        let mut list: Vec<&Ranked> = self.rankings.iter().filter(|ranked| ranked.left.is_none()).collect();
        list.sort_by_key(|ranked| Some(ranked.id) != wanted);
        list.into_iter()
    }

    /// When a contribution was made, in Unix seconds: what `recent` orders by.
    pub fn created_unix(&self, ix: ContributionIx) -> Option<i64> {
        self.rankings.first().and_then(|ranked| ranked.facts(ix).created)
    }

    /// The day it is dated by: of its newest export, where one has a day; else its last day, that of its latest contribution, or its first.
    pub fn day(&self) -> Option<Moment> {
        let latest = || self.record.contributions.iter().filter_map(|contribution| contribution.created).max_by_key(|created| created.seconds);
        let exported = self.changes.last().map(|changes| changes.after.edition.moment());
        exported.or(self.closed).or_else(latest).or(self.opened)
    }

    /// How many authors pages and tables show; those whose every text is hidden are in none.
    pub fn author_count(&self) -> usize {
        let record = &self.record;
        let mut authors: Vec<u32> =
            record.contributions.iter().filter_map(|c| c.author).chain(record.comments.iter().filter_map(|c| c.author)).collect();
        authors.sort_unstable();
        authors.dedup();
        authors.len()
    }

    /// Whether there is anything beside the news that helps to understand it.
    pub fn has_documents(&self) -> bool {
        let text = &self.content.editorial;
        let config = &self.content.config;
        !text.sheets.is_empty()
            || text.faq.is_some()
            || text.methodology.is_some()
            || !text.timeline.entries.is_empty()
            || !text.documents.is_empty()
            || !config.media.is_empty()
            || !config.partners.is_empty()
    }

    /// Whether some contribution has a point on earth.
    pub fn has_points(&self) -> bool {
        self.record.contributions.iter().any(|contribution| contribution.place.as_ref().is_some_and(|place| place.point.is_some()))
    }

    /// The ranking lists are shown by first; where none is published, the order of ids.
    pub fn default_ranking(&self) -> Option<&Ranked> {
        self.published().next()
    }
}

/// The addresses of one consultation, relative to the root of the archive.
#[derive(Debug)]
pub struct ConsultationPlan {
    /// `consultations/<slug>`.
    pub folder: String,
    /// By contribution: file name without extension.
    pub stems: Vec<Box<str>>,
    /// By contribution: how many bytes of its id stand for it in sentences, 0 for all.
    pub shown_ids: Vec<u8>,
    /// By comment: the same.
    pub shown_comment_ids: Vec<u8>,
    /// By topic: its folder.
    pub topics: Vec<Box<str>>,
    /// Contributions of every branch, by ranking.
    pub branches: Branches,
    /// The groups of every grouping.
    pub groupings: Vec<GroupingPlan>,
    /// By address of a page: the groups that have none of their own because this one holds the same.
    pub also: FxHashMap<String, Vec<GroupIx>>,
    /// Names of the files of `documents/` in addresses, in their order.
    pub documents: Vec<Box<str>>,
    /// Pages of comments, for contributions with more than one: sorted by contribution.
    pub threads: Vec<Thread>,
}

impl ConsultationPlan {
    /// The home page of the consultation.
    pub fn home(&self) -> String {
        self.file("index.html")
    }

    /// A file of the consultation.
    pub fn file(&self, name: &str) -> String {
        format!("{}/{name}", self.folder)
    }

    /// The permanent page of a contribution.
    pub fn contribution(&self, record: &Consultation, ix: ContributionIx) -> String {
        format!("{}/{}/{}.html", self.folder, record.contribution(ix).kind.folder(), self.stems[ix as usize])
    }

    /// What a contribution is called by in sentences: its id, or the beginning of one that no person reads.
    pub fn short_id<'a>(&self, record: &'a Consultation, ix: ContributionIx) -> &'a str {
        names::short(&record.contribution(ix).id, self.shown_ids[ix as usize])
    }

    /// What a comment is called by in sentences.
    pub fn short_comment_id<'a>(&self, record: &'a Consultation, comment: u32) -> &'a str {
        names::short(&record.comments[comment as usize].id, self.shown_comment_ids[comment as usize])
    }

    /// A page of a contribution's comments, counted from 1; the first is the permanent page.
    pub fn comments(&self, record: &Consultation, ix: ContributionIx, page: usize) -> String {
        match self.thread(ix).filter(|_| page > 1).and_then(|thread| thread.pages.get(page - 1)) {
            None => self.contribution(record, ix),
            Some(page) => {
                format!("{}/{}/{}-comments-{}.html", self.folder, record.contribution(ix).kind.folder(), self.stems[ix as usize], page.name())
            }
        }
    }

    /// The comments of a contribution, if they take more than one page.
    pub fn thread(&self, ix: ContributionIx) -> Option<&Thread> {
        let at = self.threads.binary_search_by_key(&ix, |thread| thread.contribution).ok()?;
        Some(&self.threads[at])
    }

    /// The page that holds a comment, with its anchor.
    pub fn comment(&self, record: &Consultation, comment: u32) -> String {
        let about = &record.comments[comment as usize];
        let page = self.thread(about.contribution).map_or(1, |thread| thread.page_of(comment));
        format!("{}#{}", self.comments(record, about.contribution, page), anchor(&about.id))
    }

    /// Where a file of `documents/` is published; `path` is its path in the consultation's folder.
    pub fn document(&self, documents: &[CopiedFile], path: &str) -> Option<String> {
        let at = documents.iter().position(|document| document.path == path)?;
        Some(self.file(&format!("documents/{}", self.documents[at])))
    }

    /// A news item.
    pub fn news(&self, name: &str) -> String {
        self.file(&format!("news/{name}.html"))
    }

    /// An information sheet.
    pub fn sheet(&self, name: &str) -> String {
        self.file(&format!("sheets/{name}.html"))
    }

    /// The table of a chart of the figures page.
    pub fn chart(&self, id: &str) -> String {
        self.file(&format!("figures/{id}.csv"))
    }

    /// The citations of all contributions in one form, by the ending of its files.
    pub fn citations(&self, extension: &str) -> String {
        self.file(&format!("citations.{extension}"))
    }

    /// A page of the outcomes of a status, or of all.
    pub fn outcomes(&self, status: Option<OutcomeStatus>, page: usize) -> String {
        let of = status.map(|status| format!("-{}", status.word().replace('_', "-"))).unwrap_or_default();
        if page == 1 { self.file(&format!("outcomes{of}.html")) } else { self.file(&format!("outcomes{of}-{page}.html")) }
    }

    /// An outcome, on the pages of all.
    pub fn outcome(&self, record: &Consultation, outcome: u32) -> String {
        format!("{}#{}", self.outcomes(None, outcome as usize / OUTCOMES_PER_PAGE + 1), anchor_of("o", &record.outcomes[outcome as usize].id))
    }

    /// A workshop.
    pub fn workshop(&self, record: &Consultation, workshop: usize) -> String {
        format!("{}#{}", self.file("workshops.html"), anchor_of("w", &record.workshops[workshop].id))
    }

    /// The folder of a branch.
    pub fn branch(&self, branch: Branch) -> String {
        match branch {
            Branch::All => format!("{}/topics/all", self.folder),
            Branch::None => format!("{}/topics/none", self.folder),
            Branch::Topic(topic) => format!("{}/topics/{}", self.folder, self.topics[topic as usize]),
        }
    }

    /// A page of a branch by a ranking, counted from 1; of the branch that holds the same where it has no lists of its own. The first page
    /// of the default ranking is the page of the branch.
    pub fn list(&self, branch: Branch, ranking: &str, page: usize) -> String {
        let rankings = self.branches.rankings();
        let default = rankings.first() == Some(&ranking) || self.branches.count(branch) < 2;
        if default && page == 1 {
            return format!("{}/index.html", self.branch(branch));
        }
        format!("{}/{ranking}-{page}.html", self.branch(self.branches.written(branch)))
    }

    /// The page of a ranking that holds a contribution, in the list of all; the first where none does.
    pub fn list_with(&self, ranked: &Ranked, ix: ContributionIx) -> String {
        let page = ranked.position[ix as usize] as usize / PER_PAGE + 1;
        let at = self.branches.rankings().iter().position(|id| *id == ranked.id).unwrap_or_default();
        let pages = self.branches.pages(Branch::All, at);
        self.list(Branch::All, ranked.id, if page <= pages { page } else { 1 })
    }

    /// The page of a grouping.
    pub fn grouping(&self, grouping: &str) -> String {
        format!("{}/by/{grouping}/index.html", self.folder)
    }

    /// A page of a group, counted from 1; the page that holds the same where it has none.
    pub fn group(&self, (grouping, group): GroupIx, page: usize) -> String {
        let of = &self.groupings[grouping];
        let planned = &of.groups[group];
        planned.elsewhere.clone().unwrap_or_else(|| groups::group_address(&self.folder, of.id, &planned.stem, page))
    }
}

/// The anchor of a comment: its id where that is safe, else its digest.
pub fn anchor(id: &str) -> String {
    anchor_of("c", id)
}

/// The anchor of a thing with an id of its own; `of` keeps things of different sorts apart.
pub fn anchor_of(of: &str, id: &str) -> String {
    format!("{of}-{}", stems::safe(id))
}
