//! Themes of data: the table `data-theme` of the Publications Office of the European Union
//! (<http://publications.europa.eu/resource/authority/data-theme>), which DCAT-AP asks for. Its term OP_DATPRO (provisional data) says nothing
//! of a subject and is left out.

use schemars::JsonSchema;
use serde::Deserialize;

/// A theme.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// Agriculture, fisheries, forestry and food.
    Agriculture,
    /// Economy and finance.
    Economy,
    /// Education, culture and sport.
    Education,
    /// Energy.
    Energy,
    /// Environment.
    Environment,
    /// Government and public sector.
    #[default]
    Government,
    /// Health.
    Health,
    /// International issues.
    International,
    /// Justice, legal system and public safety.
    Justice,
    /// Regions and cities.
    Regions,
    /// Population and society.
    Society,
    /// Science and technology.
    Technology,
    /// Transport.
    Transport,
}

/// Each theme, its code in the table, and its name in the words of a site.
const THEMES: &[(Theme, &str, &str)] = &[
    (Theme::Agriculture, "AGRI", "theme-agriculture"),
    (Theme::Economy, "ECON", "theme-economy"),
    (Theme::Education, "EDUC", "theme-education"),
    (Theme::Energy, "ENER", "theme-energy"),
    (Theme::Environment, "ENVI", "theme-environment"),
    (Theme::Government, "GOVE", "theme-government"),
    (Theme::Health, "HEAL", "theme-health"),
    (Theme::International, "INTR", "theme-international"),
    (Theme::Justice, "JUST", "theme-justice"),
    (Theme::Regions, "REGI", "theme-regions"),
    (Theme::Society, "SOCI", "theme-society"),
    (Theme::Technology, "TECH", "theme-technology"),
    (Theme::Transport, "TRAN", "theme-transport"),
];

impl Theme {
    fn facts(self) -> (&'static str, &'static str) {
        THEMES.iter().find(|(theme, ..)| *theme == self).map_or(("GOVE", "theme-government"), |(_, code, word)| (*code, *word))
    }

    /// Code in the table.
    pub fn code(self) -> &'static str {
        self.facts().0
    }

    /// Key of its name in the words of a site.
    pub fn word(self) -> &'static str {
        self.facts().1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_theme_is_read_by_its_name_and_has_words_in_every_language() {
        let words = [
            include_str!("../../themes/civic/words/en.ftl"),
            include_str!("../../themes/civic/words/fr.ftl"),
            include_str!("../../themes/civic/words/es.ftl"),
        ];
        for (theme, code, word) in THEMES {
            let name = word.trim_start_matches("theme-");
            assert_eq!(serde_json::from_value::<Theme>(name.into()).unwrap(), *theme);
            assert_eq!(theme.code(), *code);
            assert!(words.iter().all(|words| words.contains(&format!("\n{word} = "))), "{word}");
        }
    }
}
