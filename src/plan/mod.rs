//! Every page and its address, decided here and nowhere else. Rendering asks; it never makes an address of its own.

mod lists;
mod site;
mod stems;
mod threads;

use crate::archive::{AuthorPolicy, ConsultationContent};
use crate::changes::Changes;
use crate::group::Grouped;
use crate::model::{Consultation, ContributionIx};
use crate::rank::Ranked;
use crate::tally::Tallies;

pub use lists::{Branch, Branches, depth};
pub use site::{Page, SitePlan, plan};

/// Lines on a page of a list.
pub const PER_PAGE: usize = 50;

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
    /// The groupings that say something.
    pub groupings: Vec<Grouped>,
    /// From each export to the next, oldest first; empty where there is one.
    pub changes: Vec<Changes>,
    /// How persons are shown.
    pub authors: AuthorPolicy,
    /// Some link was withheld.
    pub withheld: bool,
    /// First and last day, as moments.
    pub opened: Option<crate::model::Moment>,
    /// See `opened`.
    pub closed: Option<crate::model::Moment>,
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
    /// By topic: its folder.
    pub topics: Vec<Box<str>>,
    /// Contributions of every branch, by ranking.
    pub branches: Branches,
    /// By grouping, by group: file name without extension.
    pub groups: Vec<Vec<Box<str>>>,
    /// First comment of every page of a thread, for those with more than one page: sorted by contribution.
    pub threads: Vec<(ContributionIx, Vec<u32>)>,
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

    /// A page of a contribution's comments; page 1 is the permanent page.
    pub fn comments(&self, record: &Consultation, ix: ContributionIx, page: usize) -> String {
        if page == 1 {
            return self.contribution(record, ix);
        }
        format!("{}/{}/{}-comments-{page}.html", self.folder, record.contribution(ix).kind.folder(), self.stems[ix as usize])
    }

    /// First comments of the pages of a thread, if it has more than one.
    pub fn thread(&self, ix: ContributionIx) -> Option<&[u32]> {
        let at = self.threads.binary_search_by_key(&ix, |(contribution, _)| *contribution).ok()?;
        Some(&self.threads[at].1)
    }

    /// The page that holds a comment, with its anchor.
    pub fn comment(&self, record: &Consultation, comment: u32) -> String {
        let about = &record.comments[comment as usize];
        let page = self.thread(about.contribution).map_or(1, |firsts| firsts.partition_point(|first| *first <= comment));
        format!("{}#{}", self.comments(record, about.contribution, page), anchor(&about.id))
    }

    /// The folder of a branch.
    pub fn branch(&self, branch: Branch) -> String {
        match branch {
            Branch::All => format!("{}/topics/all", self.folder),
            Branch::None => format!("{}/topics/none", self.folder),
            Branch::Topic(topic) => format!("{}/topics/{}", self.folder, self.topics[topic as usize]),
        }
    }

    /// A page of a ranking.
    pub fn list(&self, branch: Branch, ranking: &str, page: usize) -> String {
        format!("{}/{ranking}-{page}.html", self.branch(branch))
    }

    /// The page of a list that holds a contribution, in the list of all.
    pub fn list_with(&self, ranked: &Ranked, ix: ContributionIx) -> String {
        self.list(Branch::All, ranked.id, ranked.position[ix as usize] as usize / PER_PAGE + 1)
    }

    /// The page of a grouping.
    pub fn grouping(&self, grouping: &str) -> String {
        format!("{}/by/{grouping}/index.html", self.folder)
    }

    /// A page of a group.
    pub fn group(&self, grouping: &str, stem: &str, page: usize) -> String {
        if page == 1 { format!("{}/by/{grouping}/{stem}.html", self.folder) } else { format!("{}/by/{grouping}/{stem}~{page}.html", self.folder) }
    }
}

/// The anchor of a comment: its id where that is safe, else its digest.
pub fn anchor(id: &str) -> String {
    format!("c-{}", stems::safe(id))
}
