//! One dataset: described, its files sent, put in order. What people of the portal changed stays, and one file that fails stops no other.

use serde_json::Value;

use super::file::Became;
use super::links::Links;
use super::merge::{self, Field, Merged};
use super::portal::{Portal, Remote, There};
use super::state::State;
use super::targets::{Target, others, renamed};
use super::{Place, Run, order, select};
use crate::catalogue::{Payload, PayloadResource};
use crate::diagnose::{Code, Diagnostic, codes};

/// What is needed to send something.
pub struct Sync<'a, 'p> {
    pub portal: &'a mut (dyn Portal + 'p),
    pub place: Place<'a>,
    pub state: &'a mut State,
    pub run: &'a mut Run,
    pub links: &'a mut Links<'p>,
}

/// How the files of a dataset stand.
struct Stand {
    /// All that was there, in its order, with what was replaced under its new ids.
    ids: Vec<String>,
    /// Ours, in the order of the archive.
    ours: Vec<order::Ours>,
    /// Something came or went.
    moved: bool,
}

/// Publishes one dataset.
pub fn sync(mut sync: Sync<'_, '_>, target: Target<'_>) -> Result<(), Diagnostic> {
    let payload = target.payload;
    let before = match &target.remote {
        Some(remote) => sync.again(payload, remote)?,
        None => None,
    };
    let fresh = before.is_none();
    let remote = sync.describe(payload, before.as_ref())?;
    sync.run.answered();
    let there = sync.there(payload, &remote);
    sync.files(payload, &target.former, &remote, &there, fresh)?;
    sync.run.done.pages.push(sync.portal.page(&remote.id));
    Ok(())
}

impl Sync<'_, '_> {
    /// A dataset as it is now: all were read before the first was touched, and since then people may have changed it. Nothing where they deleted it.
    fn again(&mut self, payload: &Payload, remote: &Remote) -> Result<Option<Remote>, Diagnostic> {
        if self.place.client.is_dry() {
            return Ok(Some(remote.clone()));
        }
        let now = self.portal.read(&remote.id, self.portal.is_private(&remote.body))?;
        match &now {
            Some(now) if self.portal.identifier(&now.body) != self.portal.identifier(&remote.body) => Err(others(&*self.portal, &payload.name, now)),
            _ => Ok(now),
        }
    }

    /// Describes the dataset, which is made where there is none.
    fn describe(&mut self, payload: &Payload, before: Option<&Remote>) -> Result<Remote, Diagnostic> {
        let fields = self.portal.fields(payload);
        let (remote, merged) = match before {
            None => {
                self.links_first(payload)?;
                let said: Vec<Field> = fields.iter().filter(|(_, value)| !value.is_null()).cloned().collect();
                let remote = self.portal.create(payload, &said)?;
                self.run.done.created += 1;
                (remote, Merged { send: fields.clone(), ..Merged::default() })
            }
            Some(remote) => {
                self.tell_owner(payload, remote);
                self.renew(payload, remote, &fields)?
            }
        };
        self.state.set_dataset(&payload.name, &remote.id);
        let unsent = self.portal.unsent();
        let portal = &*self.portal;
        let known = self.state.dataset_mut(&payload.name);
        known.identifier.clone_from(&payload.identifier);
        known.hidden = false;
        known.private = portal.is_private(&remote.body);
        // Of what could not be said only that is remembered which was said before.
        let said_before: Vec<(String, String)> =
            known.fields.iter().filter(|(name, _)| unsent.contains(name)).map(|(n, v)| (n.clone(), v.clone())).collect();
        merge::remember(&fields, &mut known.fields, &merged, &|field| portal.shown(&remote.body, field));
        known.fields.retain(|name, _| !unsent.contains(name));
        known.fields.extend(said_before);
        // What was just made is kept at once.
        if before.is_none() {
            self.state.keep()?
        } else {
            self.state.keep_soon()?
        }
        tell(self.run, codes::PORTAL_KEPT, &payload.title, &merged.kept);
        tell(self.run, codes::PORTAL_REPLACED, &payload.title, &merged.replaced);
        Ok(remote)
    }

    /// A dataset does not change hands by being published for somebody else: whoever asks for that is told.
    fn tell_owner(&mut self, payload: &Payload, remote: &Remote) {
        let wanted = self.place.order.organization.as_ref().filter(|_| !self.place.client.is_dry()).and_then(|_| self.state.organization());
        if wanted.is_some() && self.portal.organization(&remote.body).as_deref() != wanted {
            let page = self.portal.page(&remote.id);
            self.run.said.push(Diagnostic::new(codes::ORGANIZATION_KEPT).arg("what", &payload.title).arg("page", page));
        }
    }

    fn renew(&mut self, payload: &Payload, remote: &Remote, fields: &[Field]) -> Result<(Remote, Merged), Diagnostic> {
        let order = self.place.order;
        let known = self.state.dataset(&payload.name).cloned().unwrap_or_default();
        let base = if known.id == remote.id { known.fields } else { merge::Base::new() };
        let dry = self.place.client.is_dry();
        let portal = &*self.portal;
        let shown = |field: &str| portal.shown(&remote.body, field);
        let merged = merge::merge(fields, &base, (!dry).then_some(&shown as &dyn Fn(&str) -> Value), order.overwrite);
        // Without its identifier nobody would find it again.
        let nameless = !dry && portal.identifier(&remote.body).as_deref() != Some(payload.identifier.as_str());
        let deleted = portal.is_deleted(&remote.body);
        let mut remote = if nameless || deleted || !merged.send.is_empty() {
            self.run.done.updated += 1;
            self.portal.change(payload, remote, &merged.send)?
        } else {
            remote.clone()
        };
        if known.hidden && !order.private && (dry || self.portal.is_private(&remote.body)) {
            // It was withdrawn and hidden by us, and is back.
            self.portal.hide(&remote, false)?;
            if !dry {
                remote.body["private"] = Value::Bool(false);
            }
        }
        Ok((remote, merged))
    }

    /// A dataset of which no link leads anywhere is not made at all.
    fn links_first(&mut self, payload: &Payload) -> Result<(), Diagnostic> {
        if self.place.order.upload {
            return Ok(());
        }
        let mut dead = None;
        for resource in select::select(&payload.resources, self.place.order.files, &|_| false) {
            match self.check_link(resource) {
                Ok(()) => return Ok(()),
                Err(fault) => dead = dead.or(Some(fault)),
            }
        }
        dead.map_or(Ok(()), Err)
    }

    pub(super) fn check_link(&mut self, resource: &PayloadResource) -> Result<(), Diagnostic> {
        self.links.check(&self.place.url(resource), resource.filesize)
    }

    /// The resources that are there; on a dry run those that are remembered.
    fn there(&self, payload: &Payload, remote: &Remote) -> Vec<There> {
        if !self.place.client.is_dry() {
            return self.portal.resources(&remote.body);
        }
        let known = self.state.dataset(&payload.name).map(|dataset| dataset.resources.clone()).unwrap_or_default();
        known.into_iter().map(|(path, resource)| There { id: resource.id, path: Some(path), body: Value::Null }).collect()
    }

    fn files(&mut self, payload: &Payload, former: &[String], remote: &Remote, there: &[There], fresh: bool) -> Result<(), Diagnostic> {
        // Their paths under the name the consultation has now.
        let now = |path: &str| former.iter().fold(path.to_owned(), |path, old| renamed(&path, old, &payload.name));
        let named = |path: &str| there.iter().find(|one| one.path.as_deref().is_some_and(|there| now(there) == path));
        self.state.dataset_mut(&payload.name).replaced.retain(|id| there.iter().any(|one| one.id == *id));
        self.resume(payload, there, &now);
        let before = self.state.dataset(&payload.name).cloned().unwrap_or_default();
        let known = &before.resources;
        let find = |path: &str| known.get(path).and_then(|known| there.iter().find(|one| one.id == known.id)).or_else(|| named(path));
        let chosen = select::select(&payload.resources, self.place.order.files, &|path| known.contains_key(path) || named(path).is_some());
        if chosen.len() < payload.resources.len() {
            let left = payload.resources.len() - chosen.len();
            self.run.said.push(Diagnostic::new(codes::FILES_LEFT_OUT).arg("what", &payload.title).arg("chosen", chosen.len()).count(left as u64));
        }
        let mut stand = Stand { ids: there.iter().map(|one| one.id.clone()).collect(), ours: Vec::new(), moved: false };
        let (mut stays, mut dead, mut failed) = (Vec::new(), Vec::new(), false);
        for resource in &chosen {
            let old = find(&resource.path);
            match self.file(payload, remote, resource, old, fresh) {
                Ok(Became::Is(id)) => {
                    if old.is_none_or(|old| old.id != id) {
                        stand.moved = true;
                        // Should the run end before they are put in order, the next one does it.
                        self.state.dataset_mut(&payload.name).order.clear();
                    }
                    if let Some(old) = old.filter(|old| old.id != id) {
                        stand.ids.iter_mut().filter(|id| **id == old.id).for_each(|place| place.clone_from(&id));
                        // Forgotten, it would be made once more beside the old one.
                        self.state.keep()?;
                    }
                    stays.push(id.clone());
                    stand.ours.push((resource.path.clone(), id));
                }
                Ok(Became::Left) => {}
                Err(fault) => {
                    failed = true;
                    // What is there of it stays.
                    stays.extend(old.map(|old| old.id.clone()));
                    stand.ours.extend(old.map(|old| (resource.path.clone(), old.id.clone())));
                    if fault.code == codes::LINK_DEAD { dead.push(fault) } else { self.run.failed(fault)? }
                }
            }
            self.state.keep_soon()?;
        }
        if let Some(first) = dead.first().cloned() {
            self.run.failed(first.count(dead.len() as u64))?;
        }
        // Only what we made ourselves, and no longer publish, goes; and only after what replaces it came: where something failed, nobody knows what
        // would have replaced what. A copy that people made has our path, but is theirs.
        let published = |path: &str| payload.resources.iter().any(|resource| resource.path == path);
        let replaced = self.state.dataset(&payload.name).map(|dataset| dataset.replaced.clone()).unwrap_or_default();
        let is_ours = |one: &There| match &one.path {
            _ if replaced.contains(&one.id) => true,
            // Nobody remembers what we made.
            Some(path) if known.is_empty() => !failed && !published(&now(path)),
            Some(_) => !failed && known.values().any(|known| known.id == one.id),
            // Without a path it is ours only where its file came and its words did not.
            None => !failed && known.values().any(|known| known.id == one.id && known.unsaid.is_some()),
        };
        let mut left: Vec<&str> = there.iter().map(|one| one.id.as_str()).collect();
        for gone in there.iter().filter(|one| !stays.contains(&one.id) && is_ours(one)) {
            if let Err(fault) = self.portal.remove(&remote.id, &gone.id) {
                self.run.failed(fault)?;
                continue;
            }
            self.run.answered();
            stand.moved = true;
            left.retain(|id| *id != gone.id);
            // What was made anew is there under the same path.
            if !replaced.contains(&gone.id) {
                self.run.done.removed += 1;
            }
        }
        let dataset = self.state.dataset_mut(&payload.name);
        // What could not go yet is still ours.
        dataset.resources.retain(|path, resource| published(path) || left.contains(&resource.id.as_str()));
        // So is what came in this run and was not finished.
        dataset.replaced.retain(|id| left.contains(&id.as_str()) || there.iter().all(|one| one.id != *id));
        self.order(payload, remote, &stand, &before.order)?;
        self.state.keep_soon()
    }

    /// Puts the files in order, where something came or went, or the archive has another order than before.
    fn order(&mut self, payload: &Payload, remote: &Remote, stand: &Stand, last: &[String]) -> Result<(), Diagnostic> {
        if stand.moved || order::is_new(&stand.ours, last) {
            // Others may have added files since the dataset was read, and each one has to be named.
            let now = match self.place.client.is_dry() {
                true => stand.ids.clone(),
                false => self
                    .portal
                    .read(&remote.id, false)?
                    .map(|now| self.portal.resources(&now.body))
                    .unwrap_or_default()
                    .into_iter()
                    .map(|one| one.id)
                    .collect(),
            };
            let wanted = order::arrange(&now, &stand.ids, &stand.ours, last);
            if now != wanted {
                self.portal.order(&remote.id, &wanted)?;
            }
        }
        self.state.dataset_mut(&payload.name).order = stand.ours.iter().map(|(path, _)| path.clone()).collect();
        Ok(())
    }
}

/// Tells which fields of something were kept or replaced.
pub fn tell(run: &mut Run, code: &'static Code, what: &str, fields: &[String]) {
    if !fields.is_empty() {
        run.said.push(Diagnostic::new(code).arg("what", what).arg("fields", fields.join(", ")));
    }
}
