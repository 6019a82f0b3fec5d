//! Personal data in texts: found, said as gravely as the policy wants, and taken out where it says so.

use std::collections::BTreeMap;

use super::{Context, Policy, markup};
use crate::archive::PersonalPolicy;
use crate::diagnose::{Diagnostic, Diagnostics, codes};
use crate::model::{Markup, Origin, SourceFile, Text};
use crate::privacy::{self, Finding};

/// The findings of a text, for the report.
fn findings(text: &str, found: &[Finding], field: &'static str, origin: Origin) -> Vec<PersonalFinding> {
    let excerpts = privacy::excerpts(text, found);
    let one = |(finding, excerpt): (&Finding, String)| PersonalFinding {
        kind: finding.kind,
        field,
        origin,
        place: Default::default(),
        excerpt,
        masked: finding.own,
    };
    found.iter().zip(excerpts).map(one).collect()
}

/// Something personal in a text: what a person has to look at before publishing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonalFinding {
    /// Its kind.
    pub kind: &'static str,
    /// Field of the text.
    pub field: &'static str,
    /// The record it comes from.
    pub origin: Origin,
    /// File (document, in a folder of documents) and row, as people find them.
    pub place: (Box<str>, u32),
    /// With what is personal hidden.
    pub excerpt: String,
    /// It reaches a person, and is taken out where the policy masks; else it is only listed.
    pub masked: bool,
}

/// One remark for each file and kind, as grave as the policy says; what is only listed is a note.
pub(super) fn tell(found: &[PersonalFinding], policy: &Policy<'_>, sources: &[SourceFile], shown: &str, diagnostics: &mut Diagnostics) {
    let code = match policy.personal {
        PersonalPolicy::Report => codes::PERSONAL_FOUND,
        PersonalPolicy::Mask => codes::PERSONAL_MASKED,
        PersonalPolicy::Fail => codes::PERSONAL_REFUSED,
    };
    let mut counts: BTreeMap<(u32, bool, usize), (u64, &PersonalFinding)> = BTreeMap::new();
    for finding in found {
        let kind = privacy::KINDS.iter().position(|kind| kind.id() == finding.kind).unwrap_or(usize::MAX);
        counts.entry((finding.origin.source, !finding.masked, kind)).and_modify(|(count, _)| *count += 1).or_insert((1, finding));
    }
    for ((source, listed, _), (count, first)) in counts {
        let Some(source) = sources.get(source as usize) else { continue };
        let said = Diagnostic::new(if listed { codes::PLACES_LISTED } else { code })
            .file(format!("{shown}/{}", source.file))
            .row(u64::from(first.origin.row));
        diagnostics.push(said.count(count).arg("kind", first.kind).arg("example", &first.excerpt));
    }
}

/// Data as they are compared with what may be kept: small letters and digits alone.
pub(super) fn compared(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric() || *c == '@').flat_map(char::to_lowercase).collect()
}

impl Context<'_> {
    /// What a text holds that is personal, but for what the publisher keeps.
    fn found(&self, text: &str) -> Vec<Finding> {
        let mut found = privacy::find(text);
        if !self.policy.keep.is_empty() {
            found.retain(|finding| !self.policy.keep.contains(&compared(&text[finding.at.clone()])));
        }
        found
    }

    /// Whether something is taken out.
    fn masks(&self, found: &[Finding]) -> bool {
        self.policy.personal == PersonalPolicy::Mask && found.iter().any(|finding| finding.own)
    }

    /// Looks for personal data in a text, and takes it out where the policy says so.
    pub(super) fn searched(&self, text: Text, field: &'static str, origin: Origin) -> (Text, Vec<PersonalFinding>) {
        let found = self.found(&text.value);
        let mut said = findings(&text.value, &found, field, origin);
        let label = |kind: &str| self.policy.masked(kind);
        if text.markup == Markup::Plain {
            return (if self.masks(&found) { Text::plain(privacy::mask(&text.value, &found, &label)) } else { text }, said);
        }
        // The mask may stand in an address now: that is no link any more.
        let masked = match self.masks(&found) {
            false => text.value.clone(),
            true => markup::clean(&privacy::mask(&text.value, &found, &label), None).0.into(),
        };
        let masked = Text { markup: Markup::Html, value: masked };
        // What only shows without markup: digits with tags or entities between them. It is worth the markup.
        let plain = masked.to_plain();
        let mut hidden = self.found(&plain);
        if self.policy.personal != PersonalPolicy::Mask {
            // What shows with markup was told already.
            hidden.retain(|finding| !found.iter().any(|known| text.value[known.at.clone()] == plain[finding.at.clone()]));
        }
        said.extend(findings(&plain, &hidden, field, origin).into_iter().filter(|finding| finding.masked));
        let clean = match (self.policy.personal, self.masks(&hidden)) {
            (PersonalPolicy::Mask, false) => masked,
            (PersonalPolicy::Mask, true) => Text::plain(privacy::mask(&plain, &hidden, &label)),
            _ => text,
        };
        (clean, said)
    }

    /// The same for a text without markup.
    pub(super) fn searched_line(&self, text: String, field: &'static str, origin: Origin) -> (String, Vec<PersonalFinding>) {
        let found = self.found(&text);
        let findings = findings(&text, &found, field, origin);
        (if self.masks(&found) { privacy::mask(&text, &found, &|kind| self.policy.masked(kind)) } else { text }, findings)
    }
}
