//! Personal data in texts: found, said as gravely as the policy wants, and taken out where it says so.

use super::{Context, Policy, markup};
use crate::archive::PersonalPolicy;
use crate::diagnose::{Diagnostic, Diagnostics, codes};
use crate::model::{Markup, Origin, SourceFile, Text};
use crate::privacy::{self, Finding};

/// The findings of a text, for the report.
fn findings(text: &str, found: &[Finding], field: &'static str, origin: Origin) -> Vec<PersonalFinding> {
    let one = |finding: &Finding| PersonalFinding {
        kind: finding.kind,
        field,
        origin,
        place: Default::default(),
        excerpt: privacy::excerpt(text, found, finding),
    };
    found.iter().map(one).collect()
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
}

/// One remark for each file and kind, as grave as the policy says.
pub(super) fn tell(found: &[PersonalFinding], policy: &Policy<'_>, sources: &[SourceFile], shown: &str, diagnostics: &mut Diagnostics) {
    let code = match policy.personal {
        PersonalPolicy::Report => codes::PERSONAL_FOUND,
        PersonalPolicy::Mask => codes::PERSONAL_MASKED,
        PersonalPolicy::Fail => codes::PERSONAL_REFUSED,
    };
    for (at, source) in (0..).zip(sources) {
        for kind in privacy::KINDS {
            let mut own = found.iter().filter(|found| found.kind == kind.id() && found.origin.source == at);
            let Some(first) = own.next() else { continue };
            let count = 1 + own.count() as u64;
            let row = u64::from(first.origin.row);
            diagnostics.push(
                Diagnostic::new(code)
                    .file(format!("{shown}/{}", source.file))
                    .row(row)
                    .count(count)
                    .arg("kind", kind.id())
                    .arg("example", &first.excerpt),
            );
        }
    }
}

impl Context<'_> {
    /// Looks for personal data in a text, and takes it out where the policy says so.
    pub(super) fn searched(&self, text: Text, field: &'static str, origin: Origin) -> (Text, Vec<PersonalFinding>) {
        let found = privacy::find(&text.value);
        let mut said = findings(&text.value, &found, field, origin);
        let label = |kind: &str| self.policy.masked(kind);
        if text.markup == Markup::Plain {
            let mask = !found.is_empty() && self.policy.personal == PersonalPolicy::Mask;
            return (if mask { Text::plain(privacy::mask(&text.value, &found, &label)) } else { text }, said);
        }
        // The mask may stand in an address now: that is no link any more.
        let masked = match found.is_empty() {
            true => text.value.clone(),
            false => markup::clean(&privacy::mask(&text.value, &found, &label)).0.into(),
        };
        let masked = Text { markup: Markup::Html, value: masked };
        // What only shows without markup: digits with tags or entities between them. It is worth the markup.
        let plain = masked.to_plain();
        let hidden = privacy::find(&plain);
        said.extend(findings(&plain, &hidden, field, origin));
        let clean = match (self.policy.personal, hidden.is_empty()) {
            (PersonalPolicy::Mask, true) => masked,
            (PersonalPolicy::Mask, false) => Text::plain(privacy::mask(&plain, &hidden, &label)),
            _ => text,
        };
        (clean, said)
    }

    /// The same for a text without markup.
    pub(super) fn searched_line(&self, text: String, field: &'static str, origin: Origin) -> (String, Vec<PersonalFinding>) {
        let found = privacy::find(&text);
        let findings = findings(&text, &found, field, origin);
        let mask = !found.is_empty() && self.policy.personal == PersonalPolicy::Mask;
        (if mask { privacy::mask(&text, &found, &|kind| self.policy.masked(kind)) } else { text }, findings)
    }
}
