//! Publishing: the built archive's datasets onto a portal, through its API.
//!
//! What is sent stands ready in `portals.json` of the site (`catalogue::Payloads`); this stage reads it and the files, and talks HTTP.
//! Two rules stand above all. Nothing is destroyed: before anything is touched each dataset is found and its identifier compared, what people
//! of the portal wrote stays (`merge`), what replaces something is made before the old one goes. And nothing hangs: every wait has an end.
//! Which dataset and which resource each became, and what was sent, is kept in `content/portals.yaml` after every step, so that a second run
//! updates and an interrupted one goes on. A request whose answer was lost is not simply repeated where that would make a second thing:
//! first we look whether the first one arrived.

mod address;
mod answer;
mod ckan;
mod client;
mod dataset;
mod file;
mod links;
mod merge;
mod multipart;
mod order;
mod portal;
mod secret;
mod select;
mod state;
mod targets;
mod udata;
mod withdrawn;

use std::path::{Path, PathBuf};

use crate::catalogue::{PayloadResource, Payloads};
use crate::diagnose::{Arg, Diagnostic, codes};

pub use address::portal as portal_address;
pub use client::{Client, Sink};
use portal::Portal;
pub use select::FEW;
use state::State;

/// Which software a portal runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Software {
    /// data.gouv.fr and its kin, API `/api/1`.
    Udata,
    /// CKAN, API `/api/3/action`.
    Ckan,
}

/// What becomes of the dataset of a consultation that the archive has no longer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Withdrawn {
    /// It is named.
    #[default]
    Name,
    /// Its publisher alone sees it.
    Hide,
    /// It is deleted.
    Remove,
}

/// Where, what and how to publish.
#[derive(Debug, Clone)]
pub struct Order {
    /// The portal, without a slash at its end.
    pub portal: String,
    /// Its software.
    pub software: Software,
    /// Publish for this organization, by id, slug or name; where absent for the one remembered, else for the owner of the key.
    pub organization: Option<String>,
    /// Upload the files; link to the archive where false.
    pub upload: bool,
    /// New datasets are seen by nobody else.
    pub private: bool,
    /// What people changed on the portal gives way.
    pub overwrite: bool,
    /// Files of a dataset; all where it is `None`.
    pub files: Option<usize>,
    /// What becomes of what was withdrawn.
    pub withdrawn: Withdrawn,
    /// Slugs to publish; all datasets where empty.
    pub only: Vec<String>,
}

/// What was done.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Done {
    /// Datasets created.
    pub created: u64,
    /// Datasets of which something was sent.
    pub updated: u64,
    /// Resources sent.
    pub sent: u64,
    /// Resources that were as they should be.
    pub unchanged: u64,
    /// Resources that are no longer published, removed.
    pub removed: u64,
    /// Datasets of what the archive has no longer, hidden or removed.
    pub withdrawn: u64,
    /// Pages of the datasets on the portal.
    pub pages: Vec<String>,
}

/// What all of a run share.
#[derive(Clone, Copy)]
struct Place<'a> {
    order: &'a Order,
    site: &'a Path,
    payloads: &'a Payloads,
    client: &'a Client<'a>,
}

/// Publishes the archive in `site`; `content` is the folder that keeps the ids. Whatever went wrong is told beside what was done.
pub fn publish(order: &Order, site: &Path, content: &Path, client: &Client<'_>) -> (Done, Vec<Diagnostic>) {
    let mut run = Run { done: Done::default(), said: Vec::new(), unreachable: 0 };
    if let Err(diagnostic) = all(order, site, content, client, &mut run) {
        run.said.push(diagnostic);
    }
    // Whatever was forgotten above: no message holds the key.
    for arg in run.said.iter_mut().flat_map(|diagnostic| &mut diagnostic.args) {
        if let Arg::Text(text) = &mut arg.1 {
            *text = client.secret().strike(text);
        }
    }
    (run.done, run.said)
}

/// What was done and said so far.
struct Run {
    done: Done,
    said: Vec<Diagnostic>,
    /// How many things in a row got no final answer.
    unreachable: u32,
}

impl Run {
    /// Notes that the portal did something that was asked.
    fn answered(&mut self) {
        self.unreachable = 0;
    }

    /// Notes that one thing failed, and goes on with the others; gives the fault back where going on is no use.
    fn failed(&mut self, diagnostic: Diagnostic) -> Result<(), Diagnostic> {
        let lone = [
            codes::PORTAL_KEY,
            codes::PORTAL_MOVED,
            codes::PORTAL_REFUSED,
            codes::PORTAL_UNREACHABLE,
            codes::ALL_WITHDRAWN,
            codes::DATASET_TAKEN,
            codes::FILE_TOO_LARGE,
            codes::LINK_DEAD,
            codes::SITE_CHANGED,
            codes::UNREADABLE,
        ];
        match diagnostic.code {
            code if code == codes::PORTAL_UNREACHABLE => self.unreachable += 1,
            // These are nothing of the portal's.
            code if [codes::LINK_DEAD, codes::SITE_CHANGED, codes::UNREADABLE].contains(&code) => {}
            // It answered.
            _ => self.unreachable = 0,
        }
        // A file may break a portal, and another one too; three in a row mean that it is down.
        if !lone.contains(&diagnostic.code) || answer::is_key_refused(&diagnostic) || self.unreachable > 2 {
            return Err(diagnostic);
        }
        self.said.push(diagnostic);
        Ok(())
    }
}

fn all(order: &Order, site: &Path, content: &Path, client: &Client<'_>, run: &mut Run) -> Result<(), Diagnostic> {
    let file = site.join("portals.json");
    let shown = file.display().to_string();
    let text = std::fs::read(&file).map_err(|_| Diagnostic::new(codes::NOTHING_TO_PUBLISH).file(&shown).arg("path", &shown))?;
    let payloads: Payloads =
        serde_json::from_slice(&text).map_err(|error| Diagnostic::new(codes::UNREADABLE).file(&shown).arg("error", error.to_string()))?;
    let mut state = State::read(content, &order.portal, client.is_dry())?;
    let named = |name: &String| payloads.datasets.iter().any(|payload| payload.name == *name) || state.dataset(name).is_some();
    if let Some(unknown) = order.only.iter().find(|name| !named(name)) {
        let near = crate::diagnose::did_you_mean(unknown, payloads.datasets.iter().map(|payload| payload.name.as_str())).unwrap_or_default();
        return Err(Diagnostic::new(codes::BAD_VALUE).file(&shown).arg("value", unknown).arg("near", near));
    }
    let place = Place { order, site, payloads: &payloads, client };
    let mut portal: Box<dyn Portal + '_> = match order.software {
        Software::Udata => Box::new(udata::Udata::new(place)),
        Software::Ckan => Box::new(ckan::Ckan::new(place)),
    };
    let wanted = order.organization.clone().or_else(|| state.organization().map(str::to_owned));
    state.set_organization(portal.hello(wanted.as_deref())?);
    let done = each(portal.as_mut(), place, &mut state, run);
    // Whatever stopped it: what was done is kept.
    let kept = state.keep();
    done.and(kept)
}

/// All datasets, those of the archive and those that left it.
fn each(portal: &mut (dyn Portal + '_), place: Place<'_>, state: &mut State, run: &mut Run) -> Result<(), Diagnostic> {
    // Asked before anything is published: what this run makes proves nothing.
    let familiar = withdrawn::is_familiar(state, place.payloads);
    let targets = targets::find(portal, place, state, run)?;
    let mut links = links::Links::new(place.client);
    for target in targets {
        let sync = dataset::Sync { portal: &mut *portal, place, state: &mut *state, run: &mut *run, links: &mut links };
        let done = dataset::sync(sync, target);
        run.said.append(&mut portal.said());
        run.said.append(&mut links.said());
        if let Err(diagnostic) = done {
            run.failed(diagnostic)?;
        }
    }
    withdrawn::settle(portal, place, familiar, state, run)
}

impl Place<'_> {
    /// The file of a resource, as it was built.
    fn file(&self, resource: &PayloadResource) -> Result<PathBuf, Diagnostic> {
        let path = self.site.join(&resource.path);
        let shown = path.display().to_string();
        let changed = || Diagnostic::new(codes::SITE_CHANGED).file(&shown).arg("path", &resource.path);
        let unreadable = |error: std::io::Error| Diagnostic::new(codes::UNREADABLE).file(&shown).arg("error", error.to_string());
        let metadata = std::fs::symlink_metadata(&path).map_err(unreadable)?;
        if !metadata.is_file() || metadata.len() != resource.filesize || sha256(&path).map_err(unreadable)? != resource.sha256 {
            return Err(changed());
        }
        Ok(path)
    }

    /// Whether a path stays in the site: a list from elsewhere could name any file of this machine.
    fn inside(&self, resource: &PayloadResource) -> Result<(), Diagnostic> {
        let plain = Path::new(&resource.path).components().all(|part| matches!(part, std::path::Component::Normal(_)));
        if plain {
            return Ok(());
        }
        Err(Diagnostic::new(codes::SITE_CHANGED).file(self.site.join("portals.json").display().to_string()).arg("path", &resource.path))
    }

    /// The address of a resource in the archive.
    fn url(&self, resource: &PayloadResource) -> String {
        format!("{}{}", self.payloads.base_url, resource.path)
    }
}

fn sha256(path: &Path) -> std::io::Result<String> {
    use sha2::{Digest, Sha256};
    use std::io::Read;
    let (mut file, mut sum, mut buffer) = (std::fs::File::open(path)?, Sha256::new(), vec![0; 1 << 16]);
    loop {
        match file.read(&mut buffer)? {
            0 => return Ok(sum.finalize().iter().map(|b| format!("{b:02x}")).collect()),
            read => sum.update(&buffer[..read]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_in_a_row_without_an_answer_end_a_run_and_no_others() {
        let mut run = Run { done: Done::default(), said: Vec::new(), unreachable: 0 };
        let mut failed = |code| run.failed(Diagnostic::new(code)).is_ok();
        for between in [codes::PORTAL_REFUSED, codes::PORTAL_MOVED, codes::PORTAL_KEY, codes::FILE_TOO_LARGE, codes::DATASET_TAKEN] {
            assert!(failed(codes::PORTAL_UNREACHABLE) && failed(codes::PORTAL_UNREACHABLE) && failed(between), "{between:?}");
        }
        assert!(failed(codes::PORTAL_UNREACHABLE) && failed(codes::LINK_DEAD) && failed(codes::PORTAL_UNREACHABLE));
        assert!(failed(codes::SITE_CHANGED) && !failed(codes::PORTAL_UNREACHABLE));
        run.answered();
        assert!(run.failed(Diagnostic::new(codes::PORTAL_UNREACHABLE)).is_ok());
    }
}
