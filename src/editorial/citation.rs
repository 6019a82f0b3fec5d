//! Citations in Markdown: `[@proposal:361]`, several `[@proposal:7; @proposal:9]`, a range `[@proposal:10..12]`, a place in the text
//! `[@proposal:11, last paragraph]`, another consultation `[@budget-2023/proposal:361]`.

use crate::diagnose::did_you_mean;
use crate::model::{Consultation, ContributionIx, Kind, natural_order};

/// What a citation names, as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named<'t> {
    /// The consultation, where it is not the text's own.
    pub slug: Option<&'t str>,
    /// The kind.
    pub kind: &'t str,
    /// The id, or the first of a range.
    pub id: &'t str,
    /// The last of a range.
    pub last: Option<&'t str>,
    /// What stands behind the comma: which part of the text.
    pub note: Option<&'t str>,
}

/// The pieces of a text: words, and citations in brackets.
#[derive(Debug, PartialEq, Eq)]
pub enum Piece<'t> {
    /// Words.
    Words(&'t str),
    /// A bracket, and what it names; nothing where it can't be understood.
    Bracket(&'t str, Option<Vec<Named<'t>>>),
}

/// Takes a text apart. A bracket is a citation if it begins with `@`.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    let mut from = 0;
    while let Some(at) = rest[from..].find("[@").map(|at| at + from) {
        let Some(length) = rest[at..].find(']') else { break };
        // The bracket that holds another one is no citation.
        if rest[at + 2..at + length].contains('[') {
            from = at + 2;
            continue;
        }
        if at > 0 {
            found.push(Piece::Words(&rest[..at]));
        }
        let inner = &rest[at + 1..at + length];
        found.push(Piece::Bracket(&rest[at..=at + length], inner.split(';').map(named).collect()));
        rest = &rest[at + length + 1..];
        from = 0;
    }
    if !rest.is_empty() {
        found.push(Piece::Words(rest));
    }
    found
}

/// One of the citations in a bracket.
fn named(text: &str) -> Option<Named<'_>> {
    let text = text.trim().strip_prefix('@')?;
    let (name, note) = match text.split_once(',') {
        Some((name, note)) => (name.trim_end(), Some(note.trim()).filter(|note| !note.is_empty())),
        None => (text, None),
    };
    let named = name_of(name)?;
    Some(Named { note, ..named })
}

/// `kind:id`, `kind:first..last` or `slug/kind:id`.
pub fn name_of(name: &str) -> Option<Named<'_>> {
    let (kind, id) = name.split_once(':')?;
    let (slug, kind) = match kind.rsplit_once('/') {
        Some((slug, kind)) => (Some(slug), kind),
        None => (None, kind),
    };
    let (id, last) = match id.split_once("..") {
        Some((id, last)) => (id.trim(), Some(last.trim())),
        None => (id.trim(), None),
    };
    let whole = !kind.is_empty() && !id.is_empty() && last != Some("");
    whole.then_some(Named { slug, kind: kind.trim(), id, last, note: None })
}

/// Why a name leads nowhere.
#[derive(Debug, PartialEq, Eq)]
pub struct Unknown {
    /// The name that has none.
    pub name: String,
    /// The nearest one that would be right; maybe nothing.
    pub near: String,
}

/// The contributions that a name means, in the order of their ids.
pub fn resolve(named: &Named<'_>, record: &Consultation) -> Result<Vec<ContributionIx>, Unknown> {
    let Some(kind) = Kind::from_word(named.kind) else {
        let near = did_you_mean(named.kind, Kind::ALL.iter().map(|kind| kind.word())).unwrap_or_default();
        let near = if near.is_empty() { String::new() } else { format!("{near}:{}", named.id) };
        return Err(Unknown { name: format!("{}:{}", named.kind, named.id), near });
    };
    let find = |id: &str| record.find(kind, id).ok_or_else(|| Unknown { name: format!("{}:{id}", kind.word()), near: nearest(kind, id, record) });
    let first = find(named.id)?;
    let Some(last) = named.last else { return Ok(vec![first]) };
    let last = find(last)?;
    if last < first {
        let name = format!("{}:{}..{}", kind.word(), named.id, named.last.unwrap_or_default());
        return Err(Unknown { name, near: format!("{}:{}..{}", kind.word(), named.last.unwrap_or_default(), named.id) });
    }
    Ok((first..=last).collect())
}

/// The same id among another kind, else the nearest id of the kind.
fn nearest(kind: Kind, id: &str, record: &Consultation) -> String {
    if let Some(other) = Kind::ALL.iter().find(|other| record.find(**other, id).is_some()) {
        return format!("{}:{id}", other.word());
    }
    let ids = || record.contributions.iter().filter(|c| c.kind == kind && !c.missing).map(|c| &*c.id);
    if id.bytes().all(|b| b.is_ascii_digit()) {
        // A number is mistyped by a digit or is one off: the next that exists helps most.
        let after = ids().filter(|other| natural_order(other, id).is_gt()).min_by(|a, b| natural_order(a, b));
        let before = ids().filter(|other| natural_order(other, id).is_lt()).max_by(|a, b| natural_order(a, b));
        return after.or(before).map(|id| format!("{}:{id}", kind.word())).unwrap_or_default();
    }
    did_you_mean(id, ids()).map(|id| format!("{}:{id}", kind.word())).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn one(id: &str) -> Named<'_> {
        Named { slug: None, kind: "proposal", id, last: None, note: None }
    }

    #[test]
    fn forms_of_citations() {
        assert_eq!(
            pieces("a [@proposal:7; @proposal:9, last] b"),
            [
                Piece::Words("a "),
                Piece::Bracket("[@proposal:7; @proposal:9, last]", Some(vec![one("7"), Named { note: Some("last"), ..one("9") }])),
                Piece::Words(" b"),
            ]
        );
        assert_eq!(
            pieces("[@c/proposal:1..3]"),
            [Piece::Bracket("[@c/proposal:1..3]", Some(vec![Named { slug: Some("c"), last: Some("3"), ..one("1") }]))]
        );
        assert_eq!(pieces("[@proposal:f0-9a:b]"), [Piece::Bracket("[@proposal:f0-9a:b]", Some(vec![one("f0-9a:b")]))]);
        for wrong in ["[@]", "[@proposal]", "[@proposal:]", "[@proposal:1; 2]", "[@proposal:1..]"] {
            assert_eq!(pieces(wrong), [Piece::Bracket(wrong, None)], "{wrong}");
        }
        for words in ["a@b [c] [@x", "[a [@b"] {
            assert_eq!(pieces(words), [Piece::Words(words)]);
        }
    }

    proptest! {
        #[test]
        fn nothing_of_a_text_is_lost(text in "[\\[\\]@;:,a1 .é]{0,40}") {
            let again: String = pieces(&text).iter().map(|piece| match piece { Piece::Words(words) => *words, Piece::Bracket(all, _) => *all }).collect();
            prop_assert_eq!(again, text);
        }
    }
}
