//! Where the groups of groupings have their pages. What would say the same as another page has none: a group of one leads to its
//! contribution, a group that equals a list to that list.

use rustc_hash::FxHashMap;

use super::lists::{Met, most, pages};
use super::{ConsultationPlan, Dossier, stems};

/// The page of one group.
#[derive(Debug)]
pub struct GroupPlan {
    /// File name without extension.
    pub stem: Box<str>,
    /// The page that holds the same, where it has none of its own.
    pub elsewhere: Option<String>,
    /// Pages that are written.
    pub pages: usize,
    /// The most votes of one of its members: what the bars of its list are drawn against.
    pub most: u64,
}

/// The groups of one grouping.
#[derive(Debug)]
pub struct GroupingPlan {
    /// The grouping's id.
    pub id: &'static str,
    /// Its groups, in their order.
    pub groups: Vec<GroupPlan>,
}

/// A group: its grouping, and its place there.
pub type GroupIx = (usize, usize);

/// Plans every group; and by address of a page, which groups have no page because that one holds the same.
pub fn groups(dossier: &Dossier<'_>, plan: &ConsultationPlan) -> (Vec<GroupingPlan>, FxHashMap<String, Vec<GroupIx>>) {
    let mut met = Met::default();
    for branch in plan.branches.iter() {
        met.earlier(plan.branches.list(branch, 0), || (plan.list(branch, plan.branches.rankings()[0], 1), true));
    }
    let mut also: FxHashMap<String, Vec<GroupIx>> = FxHashMap::default();
    let mut plans = Vec::with_capacity(dossier.groupings.len());
    for (at, grouping) in dossier.groupings.iter().enumerate() {
        let names = grouping.groups.iter().map(|group| (group.key.slug.clone(), format!("{:?}", group.key.label)));
        // Only the group of what has no value is called `none`.
        let stems = stems::unique(names, &["index"]);
        let planned = grouping.groups.iter().zip(stems).enumerate().map(|(place, (group, stem))| {
            let count = group.members.len();
            let whole = pages(count, grouping.complete) == pages(count, true);
            let elsewhere = match *group.members {
                // A group of voters shows its own votes, beside the same contributions or not.
                _ if group.voters.is_some() => None,
                [alone] => Some(plan.contribution(&dossier.record, alone)),
                ref members => {
                    let earlier = met.earlier(members, || (group_address(&plan.folder, grouping.id, &stem, 1), whole));
                    // A list that ends before its end does not stand for one that goes on.
                    let earlier = earlier.filter(|(_, earlier)| *earlier || !whole).map(|(address, _)| address);
                    if let Some(address) = &earlier {
                        also.entry(address.clone()).or_default().push((at, place));
                    }
                    earlier
                }
            };
            let pages = if elsewhere.is_some() { 0 } else { pages(count, grouping.complete) };
            GroupPlan { stem, elsewhere, pages, most: most(&dossier.tallies, &group.members) }
        });
        plans.push(GroupingPlan { id: grouping.id, groups: planned.collect() });
    }
    (plans, also)
}

/// A page of a group, counted from 1.
pub fn group_address(folder: &str, grouping: &str, stem: &str, page: usize) -> String {
    if page == 1 { format!("{folder}/by/{grouping}/{stem}.html") } else { format!("{folder}/by/{grouping}/{stem}~{page}.html") }
}
