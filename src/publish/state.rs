//! `content/portals.yaml`: which dataset and resource of which portal each thing became. Kept with the archive, so that whoever publishes
//! next updates instead of doubling.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::diagnose::{Diagnostic, codes};
use crate::write::explain;

const HEADING: &str = "# Written by `greffe publish`: which dataset of which portal each consultation became. Keep this file with the archive.\n";

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Dataset {
    id: String,
    /// By path: id, and what was sent.
    #[serde(default)]
    resources: BTreeMap<String, (String, String)>,
}

type Portals = BTreeMap<String, BTreeMap<String, Dataset>>;

/// The ids of one portal.
#[derive(Debug)]
pub struct State {
    path: PathBuf,
    portal: String,
    portals: Portals,
}

impl State {
    /// Reads what is known.
    pub fn read(content: &Path, portal: &str) -> Result<Self, Diagnostic> {
        let path = content.join("portals.yaml");
        let portals = match fs::read_to_string(&path) {
            Ok(text) => serde_yaml::from_str::<Option<Portals>>(&text)
                .map_err(|error| {
                    Diagnostic::new(codes::YAML_SYNTAX).file(path.display().to_string()).arg("what", "other").arg("error", error.to_string())
                })?
                .unwrap_or_default(),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Portals::new(),
            Err(error) => return Err(explain(&error, &path)),
        };
        Ok(Self { path, portal: portal.to_owned(), portals })
    }

    fn entry(&mut self, name: &str) -> &mut Dataset {
        self.portals.entry(self.portal.clone()).or_default().entry(name.to_owned()).or_default()
    }

    /// Id of a dataset.
    pub fn dataset(&self, name: &str) -> Option<&str> {
        self.portals.get(&self.portal)?.get(name).map(|dataset| dataset.id.as_str())
    }

    /// Remembers a dataset; resources of another one of the same name are forgotten.
    pub fn set_dataset(&mut self, name: &str, id: &str) {
        let dataset = self.entry(name);
        if dataset.id != id {
            *dataset = Dataset { id: id.to_owned(), resources: BTreeMap::new() };
        }
    }

    /// Id of a resource, and what was sent.
    pub fn resource(&self, name: &str, path: &str) -> Option<(&str, &str)> {
        let (id, digest) = self.portals.get(&self.portal)?.get(name)?.resources.get(path)?;
        Some((id, digest))
    }

    /// Remembers a resource.
    pub fn set_resource(&mut self, name: &str, path: &str, id: &str, digest: &str) {
        self.entry(name).resources.insert(path.to_owned(), (id.to_owned(), digest.to_owned()));
    }

    /// Forgets a resource.
    pub fn forget(&mut self, name: &str, path: &str) {
        self.entry(name).resources.remove(path);
    }

    /// Writes the file, whole or not at all; nothing on a dry run.
    pub fn keep(&self, dry: bool) -> Result<(), Diagnostic> {
        if dry {
            return Ok(());
        }
        let yaml = serde_yaml::to_string(&self.portals).map_err(|error| Diagnostic::new(codes::INTERNAL).arg("error", error.to_string()))?;
        let next = self.path.with_extension("yaml.next");
        fs::write(&next, format!("{HEADING}{yaml}")).and_then(|()| fs::rename(&next, &self.path)).map_err(|error| explain(&error, &self.path))
    }
}

#[cfg(test)]
mod tests {
    use super::State;

    #[test]
    fn what_was_kept_is_found_again_for_its_portal_only() {
        let folder = tempfile::tempdir().unwrap();
        let mut state = State::read(folder.path(), "https://a.example").unwrap();
        state.set_dataset("budget", "d1");
        state.set_resource("budget", "data/a.csv", "r1", "abc");
        state.keep(true).unwrap();
        assert_eq!(State::read(folder.path(), "https://a.example").unwrap().dataset("budget"), None);
        state.keep(false).unwrap();
        let again = State::read(folder.path(), "https://a.example").unwrap();
        assert_eq!((again.dataset("budget"), again.resource("budget", "data/a.csv")), (Some("d1"), Some(("r1", "abc"))));
        let mut other = State::read(folder.path(), "https://b.example").unwrap();
        assert_eq!(other.dataset("budget"), None);
        other.set_dataset("budget", "d2");
        assert_eq!(other.resource("budget", "data/a.csv"), None);
        other.keep(false).unwrap();
        let mut again = State::read(folder.path(), "https://a.example").unwrap();
        assert_eq!(again.dataset("budget"), Some("d1"));
        again.set_dataset("budget", "d3");
        assert_eq!(again.resource("budget", "data/a.csv"), None);
    }
}
