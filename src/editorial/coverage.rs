//! What a synthesis rests on: per topic, how many contributions it cites and which well-supported ones it does not.

use rustc_hash::FxHashSet;

use super::Reference;
use crate::model::{ContributionIx, Status};
use crate::plan::{Branch, Branches, Dossier};

/// Well-supported contributions named per topic, at most.
const NAMED: usize = 5;

/// One topic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TopicCoverage {
    /// The topic, with everything below it; or all, or those without.
    pub branch: Branch,
    /// Published contributions.
    pub contributions: usize,
    /// Those the synthesis cites.
    pub cited: usize,
    /// The first of the default ranking that it does not cite, with a score above 0.
    pub uncited: Vec<ContributionIx>,
}

/// All topics.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    /// The whole consultation first, then its topics in their order, those without topic last.
    pub topics: Vec<TopicCoverage>,
}

impl Coverage {
    /// Of the references of a synthesis; those to other consultations do not count.
    pub fn new(dossier: &Dossier<'_>, branches: &Branches, c: usize, references: &[Reference]) -> Self {
        let record = &dossier.record;
        let cited: FxHashSet<ContributionIx> =
            references.iter().filter(|reference| reference.consultation == c).map(|reference| reference.contribution).collect();
        let scores = dossier.default_ranking().map(|ranked| &ranked.scores);
        let topics = branches.iter().map(|branch| {
            let published: Vec<ContributionIx> =
                branches.list(branch, 0).iter().copied().filter(|ix| record.contribution(*ix).status == Status::Published).collect();
            let supported = |ix: &ContributionIx| scores.is_some_and(|scores| scores[*ix as usize].is_some_and(|score| score > 0));
            TopicCoverage {
                branch,
                contributions: published.len(),
                cited: published.iter().filter(|ix| cited.contains(ix)).count(),
                uncited: published.iter().copied().filter(|ix| !cited.contains(ix) && supported(ix)).take(NAMED).collect(),
            }
        });
        Self { topics: topics.filter(|topic| topic.contributions > 0).collect() }
    }
}
