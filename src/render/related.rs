//! What a contribution is to others: the text it amends, texts like it.

use serde::Serialize;

use super::items::Item;
use super::page::Renderer;
use super::text::escape;
use crate::changes::{Piece, Tag, whole};
use crate::diagnose::Arg;
use crate::model::{Contribution, ContributionIx, Kind};

#[derive(Serialize)]
pub struct Amended {
    before_html: String,
    after_html: String,
    summary: String,
}

#[derive(Serialize)]
pub struct Alike<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    same: Option<SameText>,
    close: Vec<Close<'a>>,
}

#[derive(Serialize)]
pub struct SameText {
    count: usize,
    url: String,
}

#[derive(Serialize)]
pub struct Close<'a> {
    item: Item<'a>,
    likeness: String,
}

/// One side of a comparison: what only the other has is left out.
fn side_html(pieces: &[Piece], without: &[Tag]) -> String {
    let mut html = String::from("<p>");
    for piece in pieces.iter().filter(|piece| !without.contains(&piece.tag)) {
        let (open, close) = match piece.tag {
            Tag::Removed => ("<del>", "</del>"),
            Tag::Added => ("<ins>", "</ins>"),
            Tag::Same | Tag::Skipped => ("", ""),
        };
        for (at, line) in piece.text.split('\n').enumerate() {
            if at > 0 {
                html.push_str("</p><p>");
            } else if !html.ends_with("<p>") {
                html.push(' ');
            }
            if !line.is_empty() {
                html.push_str(open);
                escape(&mut html, line);
                html.push_str(close);
            }
        }
    }
    html.push_str("</p>");
    html
}

impl Renderer<'_> {
    /// What an amendment changes in the text it amends, both beside each other.
    pub(super) fn amended(&self, c: usize, contribution: &Contribution) -> Option<Amended> {
        if contribution.kind != Kind::Amendment {
            return None;
        }
        let parent = self.dossiers[c].record.contribution(contribution.parent?);
        let pieces = whole(&parent.body.to_plain(), &contribution.body.to_plain())?;
        let count = |tag: Tag| pieces.iter().filter(|piece| piece.tag == tag).map(|piece| piece.text.split_whitespace().count()).sum::<usize>();
        let summary =
            self.engine.words().format("amended-words", &[("removed", Arg::from(count(Tag::Removed))), ("added", Arg::from(count(Tag::Added)))]);
        Some(Amended { before_html: side_html(&pieces, &[Tag::Added]), after_html: side_html(&pieces, &[Tag::Removed, Tag::Skipped]), summary })
    }

    /// The group of equal texts that a contribution is in, and what is close to it.
    pub(super) fn alike(&self, c: usize, ix: ContributionIx) -> Option<Alike<'_>> {
        let dossier = &self.dossiers[c];
        let plan = &self.plan.consultations[c];
        let similar = &dossier.similar;
        let same = similar.group(ix).and_then(|group| {
            let grouping = dossier.groupings.iter().position(|grouped| grouped.id == "same-text")?;
            // Groups of equal texts stand in the grouping in their own order.
            let at = dossier.groupings[grouping].groups.get(group).filter(|of| of.key.order.1.parse() == Ok(group)).map(|_| group)?;
            Some(SameText { count: similar.groups[group].len(), url: plan.group((grouping, at), 1) })
        });
        let close: Vec<Close<'_>> = similar
            .close(ix)
            .iter()
            .map(|&(_, other, likeness)| Close { item: self.item(c, other, None), likeness: self.phrases.percent(&(likeness / 10).to_string()) })
            .collect();
        (same.is_some() || !close.is_empty()).then_some(Alike { same, close })
    }
}
