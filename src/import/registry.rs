//! The profiles inside the binary, and an archive's own.

use std::sync::{Arc, OnceLock};

use rustc_hash::FxHashSet;

use super::faults;
use super::headers::loose;
use super::plain;
use super::recognise::known_names;
use crate::archive::profile::{Form, Profile};
use crate::diagnose::{Diagnostic, Diagnostics, YamlText, codes, did_you_mean};
use crate::read::{KnownHeaders, parse_yaml};

macro_rules! profiles {
    ($($name:literal),* $(,)?) => {
        /// The built-in profiles: file name without `.yaml`, and text. Adding one is one file and one line.
        pub const PROFILES: &[(&str, &str)] = &[$(($name, include_str!(concat!("profiles/", $name, ".yaml")))),*];
    };
}

profiles! {
    "cap-collectif-consultation",
    "cap-collectif-consultation-newer",
    "cap-collectif-debate-arguments",
    "cap-collectif-debate-simplified",
    "cap-collectif-debate-votes",
    "cap-collectif-derived-counts",
    "cap-collectif-opinions-2015",
    "cap-collectif-participants",
    "cap-collectif-proposals",
    "cap-collectif-questionnaire",
    "consul-comments",
    "consul-debate-comments",
    "consul-debates",
    "consul-investments",
    "consul-investments-graphql",
    "consul-proposals",
    "consul-research-comments",
    "consul-research-hierarchy",
    "consul-research-lines",
    "consul-research-proposals",
    "consul-taggings",
    "consul-tags",
    "consul-votes",
    "decidim-action-plans",
    "decidim-api-proposals",
    "decidim-comments",
    "decidim-debates",
    "decidim-meetings",
    "decidim-projects",
    "decidim-proposals",
    "decidim-results",
    "democracyos-comments",
    "democracyos-database-comments",
    "democracyos-database-tags",
    "democracyos-database-topics",
    "democracyos-database-votes",
    "democracyos-topics",
    "discourse-categories",
    "discourse-latest-posts",
    "discourse-posts",
    "discourse-topic",
    "discourse-topic-posts",
    "discourse-user-archive",
    "discourse-user-archive-account",
    "fixmystreet-problems",
    "fixmystreet-updates",
    "fixmystreet-waste",
    "grand-debat-contributions",
    "grand-debat-contributions-json",
    "grand-debat-contributions-unnumbered",
    "grand-debat-events",
    "grand-debat-users",
    "greffe-changes",
    "greffe-comments",
    "greffe-contribution-topics",
    "greffe-contributions",
    "greffe-datapackage",
    "greffe-dictionary",
    "greffe-fields",
    "greffe-groups",
    "greffe-outcomes",
    "greffe-participants",
    "greffe-set-aside",
    "greffe-topics",
    "greffe-translations",
    "greffe-votes",
    "greffe-workshops",
    "loomio-ballots",
    "loomio-csv-comments",
    "loomio-csv-discussions",
    "loomio-csv-groups",
    "loomio-csv-memberships",
    "loomio-csv-outcomes",
    "loomio-csv-polls",
    "loomio-csv-stances",
    "loomio-group",
    "loomio-poll",
    "loomio-poll-options",
    "loomio-poll-votes",
    "objective8-activities",
    "objective8-activity-collection",
    "objective8-annotations",
    "objective8-entities",
    "open311-fixmystreet",
    "open311-requests",
    "open311-service-requests",
    "open311-table",
    "open311-updates",
    "open311-updates-xml",
    "plain-comments",
    "plain-table",
    "polis-history",
    "polis-participants",
    "polis-statements",
    "polis-summary",
    "polis-votes",
    "republique-numerique-contributions",
    "ushahidi-posts",
    "ushahidi-reports",
    "ushahidi-reports-xml",
    "vrai-debat-propositions",
    "we-the-people-petitions",
    "we-the-people-petitions-table",
    "we-the-people-signatures",
    "we-the-people-signatures-table",
    "your-priorities-posts",
}

/// All profiles an archive can use.
#[derive(Debug)]
pub struct Profiles {
    list: Vec<Profile>,
    /// Loose forms of all names of columns that the profiles of tables speak of.
    headers: OnceLock<Arc<FxHashSet<String>>>,
}

impl Profiles {
    /// The built-in profiles.
    pub fn built_in() -> Self {
        let list = PROFILES
            .iter()
            .map(|(name, text)| match parse_yaml::<Profile>(text, name) {
                Ok(profile) => profile,
                // The files are part of the program and the contract test reads them all.
                Err(diagnostic) => unreachable!("built-in profile {name}: {diagnostic:?}"),
            })
            .collect();
        Self { list, headers: OnceLock::new() }
    }

    /// Adds an archive's own profiles: (file, text). One with the id of a built-in one replaces it.
    pub fn add(&mut self, own: &[(String, String)], diagnostics: &mut Diagnostics) {
        for (file, text) in own {
            match faults::read(text, file) {
                Ok(profile) => {
                    if let Some((first, _)) = own.iter().take_while(|(other, _)| other != file).find(|(_, text)| has_id(text, &profile.id)) {
                        let twice = Diagnostic::new(codes::BAD_PROFILE).arg("profile", &profile.id).arg("fault", "twice");
                        let twice = twice.arg("field", "id").arg("value", first).arg("near", "").arg("known", "");
                        diagnostics.push(twice.file(file).at_key(&YamlText::new(text), "id"));
                    }
                    self.list.retain(|known| known.id != profile.id);
                    self.list.push(profile);
                    self.headers.take();
                }
                Err(faults) => diagnostics.extend(faults),
            }
        }
    }

    /// What tells a header from other rows: the names that any profile speaks of, and a source's own.
    pub fn known_headers(&self, own: impl Iterator<Item = String>) -> KnownHeaders {
        let all = self.headers.get_or_init(|| {
            let tables = self.list.iter().filter(|profile| profile.form == Form::Table);
            let names = tables.flat_map(known_names).flat_map(|names| names.split('|').map(loose).collect::<Vec<_>>());
            Arc::new(names.filter(|name| name.len() > 1 && !name.contains('*')).collect())
        });
        let (all, own) = (Arc::clone(all), own.flat_map(|names| names.split('|').map(loose).collect::<Vec<_>>()).collect::<FxHashSet<String>>());
        KnownHeaders::new(move |text| {
            let name = loose(text);
            let plain = || plain::names_a_field(text);
            all.contains(&name) || own.contains(&name) || plain()
        })
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Profile> {
        self.list.iter()
    }

    /// The profile with this id.
    pub fn find(&self, id: &str) -> Option<&Profile> {
        self.list.iter().find(|profile| profile.id == id)
    }

    /// The profile with this id, or what to say.
    pub fn named(&self, id: &str) -> Result<&Profile, Diagnostic> {
        self.find(id).ok_or_else(|| {
            let near = did_you_mean(id, self.list.iter().map(|p| p.id.as_str())).unwrap_or_default();
            Diagnostic::new(codes::UNKNOWN_PROFILE).arg("value", id).arg("near", near)
        })
    }
}

/// Whether the text of a profile names this id.
fn has_id(text: &str, id: &str) -> bool {
    faults::read(text, "").is_ok_and(|profile| profile.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_built_in_profile_is_sound() {
        for (name, text) in PROFILES {
            assert!(faults::read(text, name).is_ok(), "{name}: {:?}", faults::read(text, name));
        }
        let profiles = Profiles::built_in();
        for profile in profiles.iter() {
            assert!(!profile.recognise.required.is_empty(), "{} would recognise everything", profile.id);
            assert_eq!(profiles.iter().filter(|other| other.id == profile.id).count(), 1);
        }
    }

    #[test]
    fn a_misspelt_field_is_told_with_the_right_one() {
        let text = "id: a/b\nplatform: A\ntitle: B\nrecognise: {required: [T]}\nrecords:\n  - as: contribution\n    fields: { titel: T }\n";
        let mut diagnostics = Diagnostics::default();
        Profiles { list: Vec::new(), headers: OnceLock::new() }.add(&[("p.yaml".into(), text.into())], &mut diagnostics);
        let all: Vec<_> = diagnostics.iter().collect();
        assert_eq!(all.len(), 1);
        assert!(format!("{:?}", all[0].args).contains("title"));
    }
}
