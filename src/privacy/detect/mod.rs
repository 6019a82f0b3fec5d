//! Personal data in free text: rules with check digits, no model. Each kind is one file; the registry is [`KINDS`].

mod address;
mod card;
mod email;
mod iban;
mod ip;
mod nir;
mod phone;
mod plate;

use std::ops::Range;

/// A kind of personal data.
pub trait Kind: Sync {
    /// Its name in reports and words.
    fn id(&self) -> &'static str;
    /// The places of a text that hold it, in their order.
    fn find(&self, text: &str) -> Vec<Range<usize>>;
    /// Without a digit in the text there is none.
    fn needs_digits(&self) -> bool {
        true
    }
}

/// All kinds. Those with check digits come first: of places that overlap the first kind keeps its own.
pub const KINDS: &[&dyn Kind] = &[&iban::Iban, &nir::Nir, &card::Card, &email::Email, &phone::Phone, &ip::Ip, &plate::Plate, &address::Address];

/// Something personal in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Which kind.
    pub kind: &'static str,
    /// Where.
    pub at: Range<usize>,
}

/// Everything personal in a text, in its order.
pub fn find(text: &str) -> Vec<Finding> {
    let digits = text.bytes().any(|byte| byte.is_ascii_digit());
    let mut found: Vec<Finding> = Vec::new();
    for kind in KINDS.iter().filter(|kind| digits || !kind.needs_digits()) {
        for at in kind.find(text) {
            if found.iter().all(|other| other.at.end <= at.start || at.end <= other.at.start) {
                found.push(Finding { kind: kind.id(), at });
            }
        }
    }
    found.sort_by_key(|finding| finding.at.start);
    found
}

/// The text with each finding replaced.
pub fn mask(text: &str, found: &[Finding], label: &dyn Fn(&str) -> String) -> String {
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for finding in found {
        out.push_str(&text[from..finding.at.start]);
        out.push_str(&label(finding.kind));
        from = finding.at.end;
    }
    out.push_str(&text[from..]);
    out
}

/// A finding with a few words around it, for a report: of everything personal only the first two characters are shown.
pub fn excerpt(text: &str, found: &[Finding], of: &Finding) -> String {
    let mut hidden = String::with_capacity(text.len());
    let (mut start, mut end) = (0, 0);
    let mut shown = 0;
    for (at, c) in text.char_indices() {
        let inside = found.iter().find(|finding| finding.at.contains(&at));
        shown = if inside.is_some_and(|finding| finding.at.start == at) { 0 } else { shown };
        hidden.push(if inside.is_some() && c.is_alphanumeric() && shown >= 2 { '•' } else { c });
        shown += usize::from(inside.is_some() && c.is_alphanumeric());
        // Counted in characters of the hidden text, whose places differ.
        if at < of.at.start {
            start += 1;
        }
        if at < of.at.end {
            end += 1;
        }
    }
    let part: String = hidden.chars().skip(usize::saturating_sub(start, 30)).take(end - usize::saturating_sub(start, 30) + 20).collect();
    part.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The digits in a text, as numbers.
fn digits(text: &str) -> Vec<u32> {
    text.chars().filter_map(|c| c.to_digit(10)).collect()
}

/// Whether one of these words, in small letters, stands among the last characters before a place.
fn follows(text: &str, at: usize, reach: usize, words: &[&str]) -> bool {
    let before: Vec<char> = text[..at].chars().rev().take(reach).collect();
    let before: String = before.into_iter().rev().collect::<String>().to_lowercase();
    words.iter().any(|word| before.contains(word))
}

/// Whether the characters around a place are no part of what is found there.
fn alone(text: &str, at: &Range<usize>, joins: impl Fn(char) -> bool) -> bool {
    let before = text[..at.start].chars().next_back();
    let after = text[at.end..].chars().next();
    before.is_none_or(|c| !joins(c)) && after.is_none_or(|c| !joins(c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde::Deserialize;

    #[derive(Deserialize)]
    struct Sentence {
        text: String,
        found: Vec<Label>,
    }

    #[derive(Deserialize)]
    struct Label {
        kind: String,
        value: String,
    }

    /// Sentences written for this project, by somebody who had not seen the rules.
    fn corpus() -> Vec<Sentence> {
        let text = include_str!("../../../tests/fixtures/personal/sentences.jsonl");
        text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    #[test]
    fn recall_and_precision_on_the_corpus() {
        let (mut labels, mut met, mut findings, mut right) = (0, 0, 0, 0);
        let mut missed = Vec::new();
        for sentence in corpus() {
            let found = find(&sentence.text);
            for label in &sentence.found {
                labels += 1;
                // Wholly covered: what is left over would be published.
                let at = sentence.text.find(&label.value).unwrap();
                let covered = found.iter().any(|f| f.kind == label.kind && f.at.start <= at && at + label.value.len() <= f.at.end);
                met += usize::from(covered);
                if !covered {
                    missed.push(format!("missed {} {:?} in {:?}: {found:?}", label.kind, label.value, sentence.text));
                }
            }
            for finding in &found {
                findings += 1;
                let text = &sentence.text[finding.at.clone()];
                let good =
                    sentence.found.iter().any(|label| label.kind == finding.kind && (text.contains(&label.value) || label.value.contains(text)));
                right += usize::from(good);
                if !good {
                    missed.push(format!("false {} {text:?} in {:?}", finding.kind, sentence.text));
                }
            }
        }
        let (recall, precision) = (f64::from(met as u32) / f64::from(labels), f64::from(right as u32) / f64::from(findings as u32));
        assert!(
            recall >= 0.98 && precision >= 0.95,
            "recall {recall:.4} ({met}/{labels}), precision {precision:.4} ({right}/{findings})\n{}",
            missed.join("\n")
        );
    }

    #[test]
    fn excerpts_hide_what_they_show() {
        let text = "Écrivez à jean.dupont@exemple.fr ou au 06 12 34 56 78, merci";
        let found = find(text);
        assert_eq!(found.len(), 2);
        let shown = excerpt(text, &found, &found[0]);
        assert!(shown.contains("je••.••••••@•••••••.••") && !shown.contains("34"), "{shown}");
        assert_eq!(mask(text, &found, &|kind| format!("[{kind}]")), "Écrivez à [email] ou au [phone], merci");
    }

    proptest! {
        #[test]
        fn any_text_can_be_searched(text in "\\PC{0,60}|[0-9 .@A-Za-z:+-]{0,80}") {
            let found = find(&text);
            let masked = mask(&text, &found, &|_| String::new());
            prop_assert!(masked.len() <= text.len());
        }
    }
}
