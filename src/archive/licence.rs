//! Licences, by the identifiers of data.gouv.fr.

use serde::Deserialize;

/// A licence of the published data.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Licence {
    /// Identifier of data.gouv.fr.
    pub id: String,
    /// Title that data.gouv.fr matches.
    pub title: String,
    /// Where its text stands.
    pub url: String,
    /// SPDX identifier.
    pub spdx: Option<String>,
}

impl Licence {
    /// All licences known.
    pub fn all() -> Vec<Licence> {
        match serde_yaml::from_str(include_str!("licences.yaml")) {
            Ok(licences) => licences,
            // The file is part of the program and the test below reads it.
            Err(error) => unreachable!("built-in licences: {error}"),
        }
    }

    /// The licence with this identifier.
    pub fn find(id: &str) -> Option<Licence> {
        Self::all().into_iter().find(|licence| licence.id == id)
    }
}

#[cfg(test)]
mod tests {
    use super::Licence;

    #[test]
    fn the_recommended_licence_is_known() {
        assert_eq!(Licence::find("lov2").and_then(|l| l.spdx), Some("etalab-2.0".to_owned()));
        assert_eq!(Licence::find("nothing"), None);
    }
}
