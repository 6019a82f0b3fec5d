//! `content/portals.yaml`: which dataset and resource of which portal each thing became, for which organization, and what was sent of each field.
//! Kept with the archive, so that whoever publishes next updates instead of doubling, and sees what people of the portal changed since.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use super::merge::Base;
use crate::diagnose::{Diagnostic, codes};
use crate::write::explain;

const HEADING: &str = "# Written by `greffe publish`: which dataset of which portal each consultation became. Keep this file with the archive.\n";

/// How long what can be found again is kept in memory alone.
const WHILE: Duration = Duration::from_secs(2);

/// What one dataset became.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dataset {
    /// Its id there.
    pub id: String,
    /// The identifier it was given there.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub identifier: String,
    /// It was withdrawn from the archive, and is seen by its publisher alone.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub hidden: bool,
    /// Its publisher alone saw it when it was last read.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub private: bool,
    /// Paths of its files in the order they were put into; nothing while that is still to be done.
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "order")]
    pub order: Vec<String>,
    /// Ids of resources that others have replaced, and that have still to go.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub replaced: Vec<String>,
    /// By field: what was sent.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub fields: Base,
    /// By path.
    #[serde(default)]
    pub resources: BTreeMap<String, Resource>,
}

/// Before, a digest of the order was kept: it tells nothing of the order itself.
fn order<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Vec<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Order {
        Paths(Vec<String>),
        Digest(serde::de::IgnoredAny),
    }
    Ok(match Order::deserialize(from)? {
        Order::Paths(paths) => paths,
        Order::Digest(_) => Vec::new(),
    })
}

impl Dataset {
    /// Whether its publisher alone sees it, as far as we know.
    pub fn is_private(&self) -> bool {
        self.hidden || self.private
    }

    /// Notes that a file that was on its way is there under an id, and shows `seen`; nothing is said of it yet. Beside an `old` one it goes again unless it
    /// replaces that in the end: until then people's words are in the old one alone.
    pub fn arrived(&mut self, path: &str, old: Option<&str>, id: &str, seen: &str) {
        let resource = self.resources.entry(path.to_owned()).or_default();
        let Some(begun) = resource.begun.take() else { return };
        if old.is_some_and(|old| old != id) {
            self.replaced.push(id.to_owned());
            return;
        }
        if resource.id != id {
            *resource = Resource { id: id.to_owned(), ..Resource::default() };
        }
        resource.fields.insert("file".to_owned(), format!("{}/{seen}", begun.file));
        resource.unsaid = Some(begun.title);
    }

    /// Notes that one resource has replaced another, until that is gone: a run that ends in between would leave both.
    pub fn replace(&mut self, old: &str, new: &str) {
        self.replaced.retain(|id| id != new);
        if !old.is_empty() && old != new && self.replaced.iter().all(|id| id != old) {
            self.replaced.push(old.to_owned());
        }
    }
}

/// What a file became.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Resource {
    /// Its id there.
    pub id: String,
    /// A file was about to be sent, and nobody saw whether it came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub begun: Option<Begun>,
    /// Its file was sent, and of what is said of it nothing yet: the title it is to have.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unsaid: Option<String>,
    /// A link, because the portal found the bytes too large.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub linked: bool,
    /// By field: what was sent.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub fields: Base,
}

/// A file on its way, or a link that is to take the place of one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Begun {
    /// It goes to the portal; else a link to it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub upload: bool,
    /// Digest of which bytes they are.
    pub file: String,
    /// How many.
    pub length: u64,
    /// The title it is to have.
    pub title: String,
}

/// A portal.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Portal {
    /// Who publishes there, by the portal's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    organization: Option<String>,
    datasets: BTreeMap<String, Dataset>,
}

/// A portal as it was written before fields were remembered: by dataset its id, and by path the id and a digest.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Former {
    id: String,
    #[serde(default)]
    resources: BTreeMap<String, (String, String)>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    Now(Portal),
    Before(BTreeMap<String, Former>),
}

impl From<Written> for Portal {
    fn from(written: Written) -> Self {
        match written {
            Written::Now(portal) => portal,
            Written::Before(datasets) => {
                let resource = |(path, (id, _))| (path, Resource { id, ..Resource::default() });
                let dataset =
                    |former: Former| Dataset { id: former.id, resources: former.resources.into_iter().map(resource).collect(), ..Dataset::default() };
                Portal { organization: None, datasets: datasets.into_iter().map(|(name, former)| (name, dataset(former))).collect() }
            }
        }
    }
}

/// What is known of one portal.
#[derive(Debug)]
pub struct State {
    path: PathBuf,
    portal: String,
    portals: BTreeMap<String, Portal>,
    dry: bool,
    /// Something may have changed since it was written.
    dirty: bool,
    /// What stands in the file.
    written: Vec<u8>,
    /// When it was last made ready to be written.
    kept: Instant,
}

impl State {
    /// Reads what is known; on a dry run nothing is ever written.
    pub fn read(content: &Path, portal: &str, dry: bool) -> Result<Self, Diagnostic> {
        let path = content.join("portals.yaml");
        let written = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Vec::new(),
            Err(error) => return Err(explain(&error, &path)),
        };
        let portals = serde_yaml::from_slice::<Option<BTreeMap<String, Written>>>(&written)
            .map_err(|error| {
                Diagnostic::new(codes::YAML_SYNTAX).file(path.display().to_string()).arg("what", "other").arg("error", error.to_string())
            })?
            .unwrap_or_default();
        let portals = portals.into_iter().map(|(name, written)| (name, written.into())).collect();
        Ok(Self { path, portal: portal.to_owned(), portals, dry, dirty: false, written, kept: Instant::now() })
    }

    fn here(&self) -> Option<&Portal> {
        self.portals.get(&self.portal)
    }

    fn here_mut(&mut self) -> &mut Portal {
        self.dirty = true;
        self.portals.entry(self.portal.clone()).or_default()
    }

    /// Who publishes there.
    pub fn organization(&self) -> Option<&str> {
        self.here()?.organization.as_deref()
    }

    /// Remembers who publishes there.
    pub fn set_organization(&mut self, id: Option<String>) {
        if id.is_some() {
            self.here_mut().organization = id;
        }
    }

    /// A dataset.
    pub fn dataset(&self, name: &str) -> Option<&Dataset> {
        self.here()?.datasets.get(name)
    }

    /// All names.
    pub fn names(&self) -> Vec<String> {
        self.here().map(|portal| portal.datasets.keys().cloned().collect()).unwrap_or_default()
    }

    /// A dataset to be changed.
    pub fn dataset_mut(&mut self, name: &str) -> &mut Dataset {
        self.here_mut().datasets.entry(name.to_owned()).or_default()
    }

    /// A consultation has another name: what was known of it is known under that.
    pub fn rename(&mut self, from: &str, to: &str, path: &dyn Fn(&str) -> String) {
        let portal = self.here_mut();
        if let Some(mut dataset) = portal.datasets.remove(from) {
            dataset.resources = dataset.resources.into_iter().map(|(old, resource)| (path(&old), resource)).collect();
            dataset.order = dataset.order.iter().map(|old| path(old)).collect();
            portal.datasets.insert(to.to_owned(), dataset);
        }
    }

    /// Remembers the id of a dataset; what was known of another one of the same name is forgotten.
    pub fn set_dataset(&mut self, name: &str, id: &str) {
        let dataset = self.dataset_mut(name);
        if dataset.id != id {
            *dataset = Dataset { id: id.to_owned(), ..Dataset::default() };
        }
    }

    /// Forgets a dataset.
    pub fn forget(&mut self, name: &str) {
        self.here_mut().datasets.remove(name);
    }

    /// Writes the file, whole or not at all; nothing on a dry run, nor where it says the same already.
    pub fn keep(&mut self) -> Result<(), Diagnostic> {
        if self.dry || !self.dirty {
            return Ok(());
        }
        let yaml = serde_yaml::to_string(&self.portals).map_err(|error| Diagnostic::new(codes::INTERNAL).arg("error", error.to_string()))?;
        let whole = format!("{HEADING}{yaml}").into_bytes();
        self.kept = Instant::now();
        if self.written == whole {
            self.dirty = false;
            return Ok(());
        }
        let next = self.path.with_extension("yaml.next");
        let write = || {
            let mut file = fs::File::create(&next)?;
            file.write_all(&whole)?;
            file.sync_all()?;
            fs::rename(&next, &self.path)
        };
        write().map_err(|error| explain(&error, &self.path))?;
        (self.written, self.dirty) = (whole, false);
        Ok(())
    }

    /// The same once in a while: the file is written whole, and after each of many things that would cost the square of their number. For what is found
    /// again by its identifier or its path if a run ends in between.
    pub fn keep_soon(&mut self) -> Result<(), Diagnostic> {
        if self.kept.elapsed() < WHILE { Ok(()) } else { self.keep() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_kept_is_found_again_for_its_portal_only() {
        let folder = tempfile::tempdir().unwrap();
        let read = |portal: &str| State::read(folder.path(), portal, false).unwrap();
        let mut state = State::read(folder.path(), "https://a.example", true).unwrap();
        state.set_dataset("budget", "d1");
        state.keep().unwrap();
        assert_eq!(read("https://a.example").dataset("budget"), None);
        let mut state = read("https://a.example");
        state.set_dataset("budget", "d1");
        state.set_organization(Some("o1".to_owned()));
        state.set_organization(None);
        let resource = Resource {
            id: "r1".to_owned(),
            begun: Some(Begun::default()),
            unsaid: Some("A".to_owned()),
            linked: true,
            fields: [("title".to_owned(), "a/b".to_owned())].into(),
        };
        state.dataset_mut("budget").resources.insert("data/a.csv".to_owned(), resource);
        state.keep().unwrap();
        let again = read("https://a.example");
        assert_eq!(again.organization(), Some("o1"));
        assert_eq!(again.dataset("budget"), state.dataset("budget"));
        let mut other = read("https://b.example");
        assert_eq!((other.dataset("budget"), other.organization()), (None, None));
        other.set_dataset("budget", "d2");
        other.keep().unwrap();
        let mut again = read("https://a.example");
        assert_eq!(again.dataset("budget").unwrap().id, "d1");
        again.set_dataset("budget", "d3");
        assert!(again.dataset("budget").unwrap().resources.is_empty());
    }

    #[test]
    fn a_renamed_consultation_keeps_what_is_known() {
        let folder = tempfile::tempdir().unwrap();
        let mut state = State::read(folder.path(), "https://a.example", false).unwrap();
        state.set_dataset("old", "d1");
        state.dataset_mut("old").resources.insert("consultations/old/data/a.csv".to_owned(), Resource::default());
        state.rename("old", "new", &|path| path.replace("/old/", "/new/"));
        assert_eq!(state.names(), ["new"]);
        assert!(state.dataset("new").unwrap().resources.contains_key("consultations/new/data/a.csv"));
    }

    #[test]
    fn what_an_earlier_version_wrote_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let text = "https://a.example:\n  budget:\n    id: d1\n    resources:\n      data/a.csv:\n      - r1\n      - abc\n";
        fs::write(folder.path().join("portals.yaml"), text).unwrap();
        let state = State::read(folder.path(), "https://a.example", false).unwrap();
        let dataset = state.dataset("budget").unwrap();
        assert_eq!((dataset.id.as_str(), dataset.resources["data/a.csv"].id.as_str()), ("d1", "r1"));
        let text = "https://a.example:\n  datasets:\n    budget:\n      id: d1\n      order: 0123456789abcdef\n";
        fs::write(folder.path().join("portals.yaml"), text).unwrap();
        assert!(State::read(folder.path(), "https://a.example", false).unwrap().dataset("budget").unwrap().order.is_empty());
        fs::write(folder.path().join("portals.yaml"), "https://a.example: 7\n").unwrap();
        assert_eq!(State::read(folder.path(), "https://a.example", false).unwrap_err().code, codes::YAML_SYNTAX);
    }

    #[test]
    fn the_file_is_written_only_where_it_says_something_new() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("portals.yaml");
        let mut state = State::read(folder.path(), "https://a.example", false).unwrap();
        state.keep().unwrap();
        assert!(!path.exists());
        state.set_dataset("budget", "d1");
        state.keep_soon().unwrap();
        assert!(!path.exists());
        state.keep().unwrap();
        // Whatever stands there then, what is the same is not written again.
        fs::write(&path, "").unwrap();
        state.set_dataset("budget", "d1");
        state.keep().unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "");
        state.set_dataset("budget", "d2");
        state.keep().unwrap();
        assert!(fs::read_to_string(&path).unwrap().contains("id: d2"));
    }
}
