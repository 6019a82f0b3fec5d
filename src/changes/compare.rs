//! Two editions side by side.

use rustc_hash::FxHashMap;

use super::difference::{pieces, same_words};
use super::{Changes, Comments, Counted, Edit, Edited, Key, SHOWN, Size, TextEdit};
use crate::model::{Comment, Consultation, Contribution, ContributionIx, Edition, Kind, Status};
use crate::tally::{Figures, Tallies};

/// One edition: its day, its record and its figures.
#[derive(Clone, Copy)]
pub struct Held<'a> {
    /// Its day.
    pub edition: Edition,
    /// Its record.
    pub record: &'a Consultation,
    /// Its figures.
    pub tallies: &'a Tallies,
}

impl<'a> Held<'a> {
    /// What its own export holds: neither placeholders nor what an older one left behind.
    fn contributions(self) -> impl Iterator<Item = (ContributionIx, &'a Contribution)> {
        (0..).zip(&self.record.contributions).filter(move |(_, c)| !c.missing && self.record.last_in(c.origin).is_none())
    }

    fn comments(self) -> impl Iterator<Item = &'a Comment> {
        self.record.comments.iter().filter(move |comment| self.record.last_in(comment.origin).is_none())
    }

    fn size(self) -> Size {
        Size {
            edition: self.edition,
            contributions: self.contributions().count(),
            comments: self.comments().count(),
            votes: self.contributions().map(|(ix, _)| self.tallies.of(ix).votes.total().unwrap_or(0)).sum(),
        }
    }

    /// The titles of its topic and of those above it.
    fn topic(self, contribution: &Contribution) -> Option<Box<str>> {
        let path = self.record.topic_path(contribution.topic?);
        Some(path.iter().map(|&topic| &*self.record.topics[topic as usize].title).collect::<Vec<_>>().join(" › ").into())
    }
}

/// Compares an edition with the next one. `hides` tells of which statuses the privacy policy hides the texts.
pub fn compare(before: Held<'_>, after: Held<'_>, hides: &dyn Fn(Status) -> bool) -> Changes {
    let index = |held: Held<'_>| -> FxHashMap<(Kind, Box<str>), ContributionIx> {
        held.contributions().map(|(ix, contribution)| ((contribution.kind, contribution.id.clone()), ix)).collect()
    };
    let (older, newer) = (index(before), index(after));
    let only = |held: Held<'_>, other: &FxHashMap<(Kind, Box<str>), ContributionIx>| -> Vec<Key> {
        held.contributions().map(|(_, c)| (c.kind, c.id.clone())).filter(|key| !other.contains_key(key)).map(|(kind, id)| Key { kind, id }).collect()
    };
    let mut changes = Changes {
        before: before.size(),
        after: after.size(),
        added: only(after, &older),
        removed: only(before, &newer),
        edited: Vec::new(),
        counts: Vec::new(),
        comments: comments(before, after, hides),
    };
    for (ix, now) in after.contributions() {
        let Some(&then) = older.get(&(now.kind, now.id.clone())) else { continue };
        let key = || Key { kind: now.kind, id: now.id.clone() };
        let was = before.record.contribution(then);
        let mut edits = Vec::new();
        if !hides(was.status) && !hides(now.status) {
            // The words of the first ones only: what no page shows is not kept.
            let quoted = changes.edited.len() < SHOWN;
            edits.extend(text(&was.title, &now.title, quoted).map(Edit::Title));
            if was.body != now.body {
                edits.extend(text(&was.body.to_plain(), &now.body.to_plain(), quoted).map(Edit::Body));
            }
        }
        edits.extend(topic(before, after, was, now));
        if was.status != now.status {
            edits.push(Edit::Status(was.status, now.status));
        }
        if !edits.is_empty() {
            changes.edited.push(Edited { key: key(), edits });
        }
        let fields = counts(before.tallies.of(then), after.tallies.of(ix));
        if !fields.is_empty() {
            changes.counts.push(Counted { key: key(), fields });
        }
    }
    changes
}

fn text(before: &str, after: &str, quoted: bool) -> Option<TextEdit> {
    (!same_words(before, after)).then(|| TextEdit {
        before: before.chars().count(),
        after: after.chars().count(),
        pieces: if quoted { pieces(before, after) } else { Vec::new() },
    })
}

/// Another topic: neither its id nor its titles are the same. (A title that was mended is no edit of each contribution below it.)
fn topic(before: Held<'_>, after: Held<'_>, was: &Contribution, now: &Contribution) -> Option<Edit> {
    let id = |held: Held<'_>, contribution: &Contribution| contribution.topic.map(|topic| held.record.topics[topic as usize].id.clone());
    let (old, new) = (before.topic(was), after.topic(now));
    (old != new && id(before, was) != id(after, now)).then_some(Edit::Topic(old, new))
}

fn counts(before: &Figures, after: &Figures) -> Vec<(&'static str, Option<u32>, Option<u32>)> {
    let (old, new) = (before.votes, after.votes);
    [
        ("votes_for", old.favour, new.favour),
        ("votes_against", old.against, new.against),
        ("votes_neutral", old.neutral, new.neutral),
        ("comment_count", before.comments, after.comments),
    ]
    .into_iter()
    .filter(|(_, old, new)| old != new)
    .collect()
}

fn comments(before: Held<'_>, after: Held<'_>, hides: &dyn Fn(Status) -> bool) -> Comments {
    let older: FxHashMap<&str, &Comment> = before.comments().map(|comment| (&*comment.id, comment)).collect();
    let mut found = Comments::default();
    let mut met = 0;
    for now in after.comments() {
        let Some(was) = older.get(&*now.id) else {
            found.added += 1;
            continue;
        };
        met += 1;
        let open = !hides(was.status) && !hides(now.status);
        let other = open && was.body != now.body && !same_words(&was.body.to_plain(), &now.body.to_plain());
        found.edited += usize::from(other || was.side != now.side || was.status != now.status);
    }
    found.removed = older.len() - met;
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::{Origin, Side, SourceFile, Text, Topic};
    use crate::tally::tally;

    const DAYS: [&str; 2] = ["2024-03-01", "2024-04-01"];

    fn day(at: usize) -> Edition {
        Edition::parse(DAYS[at]).unwrap()
    }

    fn contribution(id: u32, title: &str, topic: Option<u32>, status: Status, favour: u32) -> Contribution {
        Contribution {
            kind: Kind::Proposal,
            id: id.to_string().into(),
            parent: None,
            topic,
            tags: Box::default(),
            title: title.into(),
            body: Text::plain("A text"),
            author: None,
            created: None,
            updated: None,
            status,
            status_reason: None,
            language: None,
            declared: [Some(favour), None, None],
            declared_total: None,
            basis: None,
            declared_comments: None,
            declared_amendments: None,
            place: None,
            source_url: None,
            origin: Origin { source: 0, row: id },
            missing: false,
        }
    }

    fn comment(id: u32, contribution: u32, body: &str) -> Comment {
        Comment {
            id: id.to_string().into(),
            contribution,
            parent: None,
            depth: 0,
            side: Side::None,
            body: Text::plain(body),
            author: None,
            created: None,
            updated: None,
            status: Status::Published,
            language: None,
            declared: [None; 3],
            source_url: None,
            origin: Origin { source: 0, row: id },
            orphan: false,
        }
    }

    fn record(contributions: Vec<Contribution>, comments: Vec<Comment>) -> Consultation {
        let topic = |id: &str| Topic { id: id.into(), title: id.to_uppercase().into(), parent: None, description: "".into() };
        Consultation {
            contributions,
            comments,
            topics: vec![topic("a"), topic("b")],
            sources: vec![SourceFile::default()],
            ..Consultation::default()
        }
    }

    fn changes(a: &Consultation, b: &Consultation) -> Changes {
        let (x, y) = (tally(a), tally(b));
        compare(Held { edition: day(0), record: a, tallies: &x }, Held { edition: day(1), record: b, tallies: &y }, &|status| {
            status == Status::Moderated
        })
    }

    #[test]
    fn what_is_other_is_named() {
        let a = record(
            vec![contribution(1, "Trees", Some(0), Status::Published, 3), contribution(2, "Gone", None, Status::Published, 1)],
            vec![comment(1, 0, "yes"), comment(2, 0, "no")],
        );
        let b = record(
            vec![contribution(1, "Many trees", Some(1), Status::Withdrawn, 5), contribution(3, "New", None, Status::Published, 0)],
            vec![comment(1, 0, "yes yes"), comment(3, 0, "no")],
        );
        let found = changes(&a, &b);
        assert_eq!(found.added.iter().map(|key| &*key.id).collect::<Vec<_>>(), ["3"]);
        assert_eq!(found.removed.iter().map(|key| &*key.id).collect::<Vec<_>>(), ["2"]);
        assert_eq!(found.edited[0].edits.iter().map(Edit::field).collect::<Vec<_>>(), ["title", "topic", "status"]);
        assert_eq!(found.edited[0].edits[1], Edit::Topic(Some("A".into()), Some("B".into())));
        assert_eq!(found.counts[0].fields, [("votes_for", Some(3), Some(5))]);
        assert_eq!(found.comments, Comments { added: 1, removed: 1, edited: 1 });
    }

    #[test]
    fn hidden_texts_are_neither_compared_nor_quoted() {
        let open = record(vec![contribution(1, "Secret words", None, Status::Published, 3)], Vec::new());
        let hidden = record(vec![contribution(1, "", None, Status::Moderated, 3)], Vec::new());
        let found = changes(&open, &hidden);
        assert_eq!(found.edited[0].edits, [Edit::Status(Status::Published, Status::Moderated)]);
        let edited = record(vec![contribution(1, "Other words", None, Status::Published, 3)], Vec::new());
        let mut found = changes(&open, &edited);
        assert!(format!("{found:?}").contains("Secret"));
        found.conceal(&|key| *key.id == *"1");
        assert!(!format!("{found:?}").contains("Secret"));
    }

    #[test]
    fn markup_and_spaces_are_no_edit() {
        let mut plain = record(vec![contribution(1, "Trees", None, Status::Published, 3)], Vec::new());
        plain.contributions[0].body = Text { markup: crate::model::Markup::Html, value: "<p>A  <strong>text</strong></p>".into() };
        let other = record(vec![contribution(1, "Trees", None, Status::Published, 3)], Vec::new());
        assert_eq!(changes(&plain, &other).edited, []);
    }

    #[test]
    fn a_small_edition_is_doubted() {
        let rows = |count: u32| record((0..count).map(|id| contribution(id, "x", None, Status::Published, 0)).collect(), Vec::new());
        assert!(changes(&rows(5), &rows(2)).doubts("c").is_some());
        assert!(changes(&rows(4), &rows(2)).doubts("c").is_none());
        assert!(changes(&rows(0), &rows(2)).doubts("c").is_none());
    }

    fn any_record() -> impl Strategy<Value = Consultation> {
        let one = (0u32..8, 0usize..3, prop::option::of(0u32..2), 0usize..4, 0u32..3);
        (prop::collection::vec(one, 0..8), prop::collection::vec((0u32..6, 0usize..2), 0..6)).prop_map(|(rows, replies)| {
            let mut ids = std::collections::BTreeMap::new();
            for (id, title, topic, status, votes) in rows {
                ids.insert(id, contribution(id, ["a b", "a c", ""][title], topic, Status::ALL[status], votes));
            }
            let contributions: Vec<Contribution> = ids.into_values().collect();
            let replies: std::collections::BTreeMap<u32, usize> =
                if contributions.is_empty() { Default::default() } else { replies.into_iter().collect() };
            let comments = replies.into_iter().map(|(id, body)| comment(id, 0, ["yes", "no"][body])).collect();
            record(contributions, comments)
        })
    }

    proptest! {
        #[test]
        fn nothing_changes_from_an_edition_to_itself(a in any_record()) {
            let found = changes(&a, &a);
            prop_assert!(found.added.is_empty() && found.removed.is_empty() && found.edited.is_empty() && found.counts.is_empty());
            prop_assert_eq!(found.comments, Comments::default());
        }

        #[test]
        fn the_way_back_mirrors_the_way_there(a in any_record(), b in any_record()) {
            let (there, back) = (changes(&a, &b), changes(&b, &a));
            prop_assert_eq!(&there.added, &back.removed);
            prop_assert_eq!(&there.removed, &back.added);
            let edited = |changes: &Changes| changes.edited.iter().map(|e| (e.key.clone(), e.edits.iter().map(Edit::field).collect())).collect::<Vec<(Key, Vec<_>)>>();
            prop_assert_eq!(edited(&there), edited(&back));
            prop_assert_eq!(there.counts.len(), back.counts.len());
            prop_assert_eq!((there.comments.added, there.comments.edited), (back.comments.removed, back.comments.edited));
            prop_assert_eq!(there.before.contributions + there.added.len(), there.after.contributions + there.removed.len());
        }
    }
}
