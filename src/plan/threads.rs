//! Pages of long threads: a comment's page follows from its root's place in the order of creation, and never moves.

use crate::model::{Consultation, ContributionIx};

/// Roots on a page.
const ROOTS: usize = 100;

/// For every contribution with more than one page: the first comment of each.
pub fn pages(record: &Consultation) -> Vec<(ContributionIx, Vec<u32>)> {
    let mut found: Vec<(ContributionIx, Vec<u32>)> = Vec::new();
    let mut start = 0;
    while start < record.comments.len() {
        let contribution = record.comments[start].contribution;
        let length = record.comments[start..].iter().take_while(|comment| comment.contribution == contribution).count();
        let roots = (start..start + length).filter(|&at| record.comments[at].depth == 0);
        let firsts: Vec<u32> = roots.step_by(ROOTS).filter_map(|at| u32::try_from(at).ok()).collect();
        if firsts.len() > 1 {
            found.push((contribution, firsts));
        }
        start += length;
    }
    found
}
