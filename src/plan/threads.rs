//! Pages of long threads. A comment's page follows from its root's place in the order of creation and, where the threads of a page
//! are long, from its own: later comments move nothing.

use crate::model::{Comment, CommentIx, Consultation, ContributionIx, natural_order};

/// Roots on a page.
const ROOTS: usize = 100;
/// Comments on a page; what is written later below the same roots stands on further parts of it.
const COMMENTS: usize = 200;

/// A page of a contribution's comments.
#[derive(Debug, PartialEq, Eq)]
pub struct ThreadPage {
    /// Number of its hundred roots, from 1.
    pub number: usize,
    /// Which part of these, from 1.
    pub part: usize,
    /// Its comments, in reading order.
    pub comments: Vec<CommentIx>,
}

impl ThreadPage {
    /// Its number, with that of its part where it is not the first: part of its address.
    pub fn name(&self) -> String {
        if self.part == 1 { self.number.to_string() } else { format!("{}-{}", self.number, self.part) }
    }
}

/// The comments of a contribution that has more than one page of them.
#[derive(Debug)]
pub struct Thread {
    /// Whose comments they are.
    pub contribution: ContributionIx,
    /// Their pages, in order; there are at least two.
    pub pages: Vec<ThreadPage>,
    /// Place of the first comment in the record.
    start: usize,
    /// Place in `pages` of the page of every comment, from `start` on.
    page_of: Vec<usize>,
}

impl Thread {
    /// The page a comment stands on, counted from 1.
    pub fn page_of(&self, comment: CommentIx) -> usize {
        self.page_of[comment as usize - self.start] + 1
    }
}

/// The threads of every contribution with more than one page, sorted by contribution.
pub fn threads(record: &Consultation) -> Vec<Thread> {
    let mut found = Vec::new();
    let mut start: usize = 0;
    for of_one in record.comments.chunk_by(|a, b| a.contribution == b.contribution) {
        let pages = pages(of_one, start);
        if pages.len() > 1 {
            let mut page_of = vec![0; of_one.len()];
            for (at, page) in pages.iter().enumerate() {
                for comment in &page.comments {
                    page_of[*comment as usize - start] = at;
                }
            }
            found.push(Thread { contribution: of_one[0].contribution, pages, start, page_of });
        }
        start += of_one.len();
    }
    found
}

/// The pages of the comments of one contribution; `start` is the place of the first in the record.
fn pages(comments: &[Comment], start: usize) -> Vec<ThreadPage> {
    let roots: Vec<usize> = comments.iter().enumerate().filter(|(_, comment)| comment.depth == 0).map(|(at, _)| at).collect();
    let firsts: Vec<usize> = roots.into_iter().step_by(ROOTS).collect();
    let mut pages = Vec::new();
    for (number, &first) in firsts.iter().enumerate() {
        let end = firsts.get(number + 1).copied().unwrap_or(comments.len());
        let mut places: Vec<usize> = (first..end).collect();
        if places.len() > COMMENTS {
            places.sort_by(|&a, &b| {
                let (a, b) = (&comments[a], &comments[b]);
                let created = |comment: &Comment| comment.created.map_or(i64::MAX, |created| created.seconds);
                created(a).cmp(&created(b)).then_with(|| natural_order(&a.id, &b.id))
            });
        }
        for (part, places) in places.chunks(COMMENTS).enumerate() {
            // A record holds fewer comments than a `CommentIx` counts.
            let mut comments: Vec<CommentIx> = places.iter().filter_map(|at| CommentIx::try_from(start + at).ok()).collect();
            comments.sort_unstable();
            pages.push(ThreadPage { number: number + 1, part: part + 1, comments });
        }
    }
    pages
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Moment, Origin, Precision, Side, Status, Text};
    use proptest::prelude::*;

    /// Comments in reading order: (depth, second of creation).
    fn thread(shape: &[(u16, i64)]) -> Vec<Comment> {
        let comment = |(n, &(depth, seconds)): (usize, &(u16, i64))| Comment {
            id: format!("{seconds}-{n}").into(),
            contribution: 0,
            parent: None,
            depth,
            side: Side::None,
            body: Text::empty(),
            author: None,
            created: Some(Moment { seconds, offset: 0, precision: Precision::Second }),
            updated: None,
            status: Status::Published,
            language: None,
            declared: [None; 3],
            source_url: None,
            origin: Origin { source: 0, row: 1 },
            orphan: false,
        };
        shape.iter().enumerate().map(comment).collect()
    }

    fn places(comments: &[Comment]) -> std::collections::BTreeMap<i64, (usize, usize)> {
        let pages = pages(comments, 0);
        let on = |page: &ThreadPage| {
            let place = (page.number, page.part);
            page.comments.iter().map(move |at| (comments[*at as usize].created.map_or(0, |c| c.seconds), place)).collect::<Vec<_>>()
        };
        pages.iter().flat_map(on).collect()
    }

    #[test]
    fn one_root_with_many_replies_has_parts() {
        let shape: Vec<(u16, i64)> = (0..450).map(|n| (u16::from(n > 0), n)).collect();
        let pages = pages(&thread(&shape), 7);
        assert_eq!(
            pages.iter().map(|page| (page.number, page.part, page.comments.len())).collect::<Vec<_>>(),
            [(1, 1, 200), (1, 2, 200), (1, 3, 50)]
        );
        assert_eq!(pages[0].comments[0], 7);
    }

    proptest! {
        /// Whatever is said later, below any root or beside them, a comment stays on its page.
        #[test]
        fn later_comments_move_nothing(replies in prop::collection::vec(0usize..6, 1..160), later in prop::collection::vec(0usize..160, 0..300)) {
            let mut seconds = 0;
            let mut roots: Vec<Vec<i64>> = replies.iter().map(|count| (0..=*count).map(|_| { seconds += 1; seconds }).collect()).collect();
            let shape = |roots: &[Vec<i64>]| -> Vec<(u16, i64)> {
                roots.iter().flat_map(|root| root.iter().enumerate().map(|(n, at)| (u16::from(n > 0), *at))).collect()
            };
            let before = places(&thread(&shape(&roots)));
            for below in later {
                seconds += 1;
                match roots.get_mut(below) {
                    Some(root) => root.push(seconds),
                    None => roots.push(vec![seconds]),
                }
            }
            let after = places(&thread(&shape(&roots)));
            for (comment, place) in before {
                prop_assert_eq!(after[&comment], place);
            }
        }
    }
}
