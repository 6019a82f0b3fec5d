//! Publishing: the built archive's datasets onto a portal, through its API.
//!
//! What is sent stands ready in `portals.json` of the site (`catalogue::Payloads`); this stage reads it and the files, and talks HTTP.
//! Which dataset and which resource each became is kept in `content/portals.yaml` after every step, so that a second run updates and an interrupted one
//! goes on. A request whose answer was lost is not simply repeated where that would make a second thing: first we look whether the first
//! one arrived.

mod ckan;
mod client;
mod multipart;
mod state;
mod udata;

use std::path::{Path, PathBuf};

use crate::catalogue::{Payload, PayloadResource, Payloads};
use crate::diagnose::{Diagnostic, codes};

pub use client::{Client, Sink};
use state::State;

/// Which software a portal runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Software {
    /// data.gouv.fr and its kin, API `/api/1`.
    Udata,
    /// CKAN, API `/api/3/action`.
    Ckan,
}

/// Where, what and how to publish.
#[derive(Debug, Clone)]
pub struct Order {
    /// The portal, without a slash at its end.
    pub portal: String,
    /// Its software.
    pub software: Software,
    /// Publish for this organization; for the owner of the key where absent.
    pub organization: Option<String>,
    /// Upload the files; link to the archive where false.
    pub upload: bool,
    /// New datasets are seen by nobody else.
    pub private: bool,
    /// Slugs to publish; all datasets where empty.
    pub only: Vec<String>,
}

/// What was done.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Done {
    /// Datasets created.
    pub created: u64,
    /// Datasets updated.
    pub updated: u64,
    /// Resources sent.
    pub sent: u64,
    /// Resources that were as they should be.
    pub unchanged: u64,
    /// Resources that are no longer published, removed.
    pub removed: u64,
    /// Pages of the datasets on the portal.
    pub pages: Vec<String>,
}

/// What a portal has to be able to do. Datasets and resources are named by the portal's own ids.
trait Portal {
    /// Whether the key is good.
    fn hello(&mut self) -> Result<(), Diagnostic>;
    /// The dataset of this identifier, if there is one: by the id remembered, else by looking.
    fn find(&mut self, payload: &Payload, known: Option<&str>) -> Result<Option<String>, Diagnostic>;
    /// Makes a dataset and gives its id.
    fn create(&mut self, payload: &Payload) -> Result<String, Diagnostic>;
    /// Describes a dataset anew.
    fn update(&mut self, payload: &Payload, id: &str) -> Result<(), Diagnostic>;
    /// The resources it has: id and path in the archive, where we made them.
    fn resources(&mut self, dataset: &str) -> Result<Vec<(String, Option<String>)>, Diagnostic>;
    /// Sends a resource and gives its id.
    fn send(&mut self, dataset: &str, resource: &PayloadResource, known: Option<&str>) -> Result<String, Diagnostic>;
    /// Takes a resource away.
    fn remove(&mut self, dataset: &str, id: &str) -> Result<(), Diagnostic>;
    /// Puts the resources into this order.
    fn order(&mut self, dataset: &str, ids: &[String]) -> Result<(), Diagnostic>;
    /// The page of a dataset for people.
    fn page(&self, id: &str) -> String;
}

/// Publishes the archive in `site`; `content` is the folder that keeps the ids.
pub fn publish(order: &Order, site: &Path, content: &Path, client: Client<'_>) -> Result<Done, Diagnostic> {
    let file = site.join("portals.json");
    let shown = file.display().to_string();
    let text = std::fs::read(&file).map_err(|_| Diagnostic::new(codes::NOTHING_TO_PUBLISH).file(&shown).arg("path", &shown))?;
    let payloads: Payloads =
        serde_json::from_slice(&text).map_err(|error| Diagnostic::new(codes::UNREADABLE).file(&shown).arg("error", error.to_string()))?;
    if let Some(unknown) = order.only.iter().find(|slug| payloads.datasets.iter().all(|payload| payload.name != **slug)) {
        let near = crate::diagnose::did_you_mean(unknown, payloads.datasets.iter().map(|payload| payload.name.as_str())).unwrap_or_default();
        return Err(Diagnostic::new(codes::BAD_VALUE).file(&shown).arg("value", unknown).arg("near", near));
    }
    let dry = client.is_dry();
    let mut state = State::read(content, &order.portal)?;
    let place = Place { order, site, base_url: &payloads.base_url };
    let mut portal: Box<dyn Portal + '_> = match order.software {
        Software::Udata => Box::new(udata::Udata::new(client, place)),
        Software::Ckan => Box::new(ckan::Ckan::new(client, place)),
    };
    portal.hello()?;
    let mut done = Done::default();
    for payload in payloads.datasets.iter().filter(|payload| order.only.is_empty() || order.only.contains(&payload.name)) {
        one(portal.as_mut(), place, payload, &mut state, &mut done, dry)?;
    }
    Ok(done)
}

/// What both sorts of portals need to know.
#[derive(Clone, Copy)]
struct Place<'a> {
    order: &'a Order,
    site: &'a Path,
    base_url: &'a str,
}

impl Place<'_> {
    /// The file of a resource, as it was built.
    fn file(&self, resource: &PayloadResource) -> Result<PathBuf, Diagnostic> {
        let path = self.site.join(&resource.path);
        let shown = path.display().to_string();
        match std::fs::metadata(&path) {
            Ok(metadata) if metadata.len() == resource.filesize => Ok(path),
            Ok(_) => Err(Diagnostic::new(codes::SITE_CHANGED).file(shown).arg("path", &resource.path)),
            Err(error) => Err(Diagnostic::new(codes::UNREADABLE).file(shown).arg("error", error.to_string())),
        }
    }
}

fn one(portal: &mut (dyn Portal + '_), place: Place<'_>, payload: &Payload, state: &mut State, done: &mut Done, dry: bool) -> Result<(), Diagnostic> {
    let known = state.dataset(&payload.name).map(str::to_owned);
    let id = match portal.find(payload, known.as_deref())? {
        Some(id) => {
            portal.update(payload, &id)?;
            done.updated += 1;
            id
        }
        None => {
            done.created += 1;
            portal.create(payload)?
        }
    };
    state.set_dataset(&payload.name, &id);
    state.keep(dry)?;
    let there = portal.resources(&id)?;
    let mut ids = Vec::new();
    for resource in &payload.resources {
        let found = there.iter().find(|(_, path)| path.as_deref() == Some(resource.path.as_str())).map(|(id, _)| id.clone());
        let remembered = state.resource(&payload.name, &resource.path);
        // What we remember counts only while the portal has it.
        let as_it_was = remembered.is_some_and(|(id, digest)| there.iter().any(|(other, _)| other == id) && digest == fingerprint(place, resource));
        let resource_id = match (as_it_was, remembered) {
            (true, Some((id, _))) => {
                done.unchanged += 1;
                id.to_owned()
            }
            _ => {
                let known = found.or_else(|| remembered.map(|(id, _)| id.to_owned()).filter(|id| there.iter().any(|(other, _)| other == id)));
                done.sent += 1;
                portal.send(&id, resource, known.as_deref())?
            }
        };
        state.set_resource(&payload.name, &resource.path, &resource_id, &fingerprint(place, resource));
        state.keep(dry)?;
        ids.push(resource_id);
    }
    // Only what we made ourselves, and no longer publish, goes.
    for (gone, path) in there.iter().filter(|(id, path)| !ids.contains(id) && path.is_some()) {
        portal.remove(&id, gone)?;
        let path = path.as_deref().unwrap_or_default();
        // What was made anew is remembered under the same path.
        if !payload.resources.iter().any(|resource| resource.path == path) {
            done.removed += 1;
            state.forget(&payload.name, path);
            state.keep(dry)?;
        }
    }
    let others = there.iter().map(|(id, _)| id).filter(|other| !ids.contains(other));
    let foreign: Vec<String> = others.filter(|other| there.iter().any(|(id, path)| id == *other && path.is_none())).cloned().collect();
    let wanted: Vec<String> = ids.into_iter().chain(foreign).collect();
    if there.iter().map(|(id, _)| id).ne(wanted.iter()) {
        portal.order(&id, &wanted)?;
    }
    done.pages.push(portal.page(&id));
    Ok(())
}

/// What a resource is sent for: another text, file or address, or another way of sending it, makes it another.
fn fingerprint(place: Place<'_>, resource: &PayloadResource) -> String {
    use sha2::{Digest, Sha256};
    let bytes = serde_json::to_vec(&(place.base_url, place.order.upload, resource)).unwrap_or_default();
    Sha256::digest(&bytes).iter().take(8).map(|b| format!("{b:02x}")).collect()
}
