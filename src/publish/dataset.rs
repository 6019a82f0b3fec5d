//! One dataset: described, its files sent, put in order. What people of the portal changed stays, and one file that fails stops no other.

use serde_json::{Value, json};

use super::links::Links;
use super::merge::{self, Field, Merged, digest};
use super::portal::{Portal, Remote, Sending, There};
use super::state::{self, State};
use super::targets::{Target, renamed};
use super::{Place, Run, select};
use crate::catalogue::{Payload, PayloadResource};
use crate::diagnose::{Code, Diagnostic, codes};

/// The field of a resource that stands for the bytes themselves.
const FILE: &str = "file";

/// Fields that tell of the bytes: with other bytes they are ours again.
const OF_BYTES: &[&str] = &["url", "filesize", "size", "checksum", "hash", "mime", "mimetype", "format"];

/// What is needed to send something.
pub struct Sync<'a, 'p> {
    pub portal: &'a mut (dyn Portal + 'p),
    pub place: Place<'a>,
    pub state: &'a mut State,
    pub run: &'a mut Run,
    pub links: &'a mut Links<'p>,
}

/// What became of a file.
enum Became {
    /// It has this id.
    Is(String),
    /// People of the portal took it away, and it is what it was then.
    Left,
}

/// Publishes one dataset.
pub fn sync(mut sync: Sync<'_, '_>, target: Target<'_>) -> Result<(), Diagnostic> {
    let payload = target.payload;
    let fresh = target.remote.is_none();
    let remote = sync.describe(&target)?;
    sync.run.unreachable = 0;
    let there = sync.there(payload, &remote);
    sync.files(payload, &target.former, &remote, &there, fresh)?;
    sync.run.done.pages.push(sync.portal.page(&remote.id));
    Ok(())
}

impl Sync<'_, '_> {
    /// Describes the dataset, which is made where there is none.
    fn describe(&mut self, target: &Target<'_>) -> Result<Remote, Diagnostic> {
        let payload = target.payload;
        let fields = self.portal.fields(payload);
        let (remote, merged) = match &target.remote {
            None => {
                self.links_first(payload)?;
                let said: Vec<Field> = fields.iter().filter(|(_, value)| !value.is_null()).cloned().collect();
                let remote = self.portal.create(payload, &said)?;
                self.run.done.created += 1;
                (remote, Merged { send: fields.clone(), ..Merged::default() })
            }
            Some(remote) => self.renew(payload, remote, &fields)?,
        };
        self.state.set_dataset(&payload.name, &remote.id);
        let portal = &*self.portal;
        let known = self.state.dataset_mut(&payload.name);
        known.identifier.clone_from(&payload.identifier);
        known.hidden = false;
        merge::remember(&fields, &mut known.fields, &merged, &|field| portal.shown(&remote.body, field));
        self.state.keep()?;
        tell(self.run, codes::PORTAL_KEPT, &payload.title, &merged.kept);
        tell(self.run, codes::PORTAL_REPLACED, &payload.title, &merged.replaced);
        Ok(remote)
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
        let remote = if nameless || deleted || !merged.send.is_empty() {
            self.run.done.updated += 1;
            self.portal.change(payload, remote, &merged.send)?
        } else {
            remote.clone()
        };
        if known.hidden && !order.private {
            // It was withdrawn, and is back.
            self.portal.hide(&remote, false)?;
        }
        Ok((remote, merged))
    }

    /// A dataset of which no link leads anywhere is not made at all.
    fn links_first(&mut self, payload: &Payload) -> Result<(), Diagnostic> {
        let mut dead = None;
        for resource in payload.resources.iter().filter(|_| !self.place.order.upload) {
            match self.check_link(resource) {
                Ok(()) => return Ok(()),
                Err(fault) => dead = dead.or(Some(fault)),
            }
        }
        dead.map_or(Ok(()), Err)
    }

    fn check_link(&mut self, resource: &PayloadResource) -> Result<(), Diagnostic> {
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
        let known = self.state.dataset(&payload.name).map(|dataset| dataset.resources.clone()).unwrap_or_default();
        let find = |path: &str| known.get(path).and_then(|known| there.iter().find(|one| one.id == known.id)).or_else(|| named(path));
        let chosen = select::select(&payload.resources, self.place.order.files, &|path| known.contains_key(path) || named(path).is_some());
        if chosen.len() < payload.resources.len() {
            let left = payload.resources.len() - chosen.len();
            self.run.said.push(Diagnostic::new(codes::FILES_LEFT_OUT).arg("what", &payload.title).arg("chosen", chosen.len()).count(left as u64));
        }
        let (mut ids, mut moved, mut dead, mut replaced) = (Vec::new(), false, Vec::new(), Vec::new());
        for resource in &chosen {
            let old = find(&resource.path);
            match self.file(payload, remote, resource, old, fresh) {
                Ok(Became::Is(id)) => {
                    moved |= old.is_none_or(|old| old.id != id);
                    replaced.extend(old.filter(|old| old.id != id).map(|old| old.id.clone()));
                    ids.push(id);
                }
                Ok(Became::Left) => {}
                Err(fault) => {
                    // What is there of it stays.
                    ids.extend(old.map(|old| old.id.clone()));
                    if fault.code == codes::LINK_DEAD { dead.push(fault) } else { self.run.failed(fault)? }
                }
            }
            self.state.keep()?;
        }
        if let Some(first) = dead.first().cloned() {
            self.run.failed(first.count(dead.len() as u64))?;
        }
        let mut left: Vec<String> = there.iter().map(|one| one.id.clone()).collect();
        // Only what we made ourselves, and no longer publish, goes; and only after what replaces it came. A copy that people made has our path, but
        // is theirs.
        let published = |path: &str| payload.resources.iter().any(|resource| resource.path == path);
        let ours = |one: &There| {
            let made = replaced.contains(&one.id) || known.values().any(|known| known.id == one.id);
            one.path.as_deref().is_some_and(|path| made || !published(&now(path)))
        };
        for gone in there.iter().filter(|one| ours(one) && !ids.contains(&one.id)) {
            if let Err(fault) = self.portal.remove(&remote.id, &gone.id) {
                self.run.failed(fault)?;
                continue;
            }
            moved = true;
            left.retain(|id| *id != gone.id);
            let path = now(gone.path.as_deref().unwrap_or_default());
            // What was made anew is remembered under the same path.
            if !published(&path) {
                self.run.done.removed += 1;
            }
        }
        let known = self.state.dataset_mut(&payload.name);
        known.resources.retain(|path, _| payload.resources.iter().any(|resource| resource.path == *path));
        let order = digest(&json!(chosen.iter().map(|resource| &resource.path).collect::<Vec<_>>()));
        let moved = moved || known.order != order;
        left.retain(|id| !ids.contains(id));
        let wanted: Vec<String> = ids.into_iter().chain(left).collect();
        if moved && !there.iter().map(|one| &one.id).eq(&wanted) {
            self.portal.order(&remote.id, &wanted)?;
        }
        self.state.dataset_mut(&payload.name).order = order;
        self.state.keep()
    }

    /// One file.
    fn file(
        &mut self,
        payload: &Payload,
        remote: &Remote,
        resource: &PayloadResource,
        old: Option<&There>,
        fresh: bool,
    ) -> Result<Became, Diagnostic> {
        self.place.inside(resource)?;
        let dry = self.place.client.is_dry();
        let upload = self.place.order.upload && self.portal.takes(&resource.path)?;
        let mut known = self.state.dataset(&payload.name).and_then(|dataset| dataset.resources.get(&resource.path)).cloned().unwrap_or_default();
        let bytes = json!([upload, resource.sha256]);
        let same_bytes = known.fields.get(FILE).and_then(|known| known.split_once('/')).map(|(sent, _)| sent == digest(&bytes));
        let fields = self.portal.resource_fields(resource, upload);
        let Some(old) = old else {
            if !known.id.is_empty() && !fresh && same_bytes == Some(true) && !self.place.order.overwrite {
                tell(self.run, codes::PORTAL_KEPT, &resource.title, &[FILE.to_owned()]);
                return Ok(Became::Left);
            }
            let made = self.send(remote, resource, None, upload, &said(&fields), true)?;
            return self.remember(payload, resource, state::Resource { id: made.id.clone(), ..state::Resource::default() }, &fields, &bytes, &made);
        };
        if known.id != old.id {
            known = state::Resource { id: old.id.clone(), ..state::Resource::default() };
        }
        let portal = &*self.portal;
        let shown = |field: &str| portal.resource_shown(&old.body, field);
        let mut merged = merge::merge(&fields, &known.fields, (!dry).then_some(&shown as &dyn Fn(&str) -> Value), self.place.order.overwrite);
        let replaced = known.fields.get(FILE).and_then(|known| known.split_once('/')).is_some_and(|(_, seen)| !dry && digest(&shown(FILE)) != seen);
        let file = match same_bytes.filter(|_| !known.fields.is_empty()) {
            Some(same) => !same || (replaced && self.place.order.overwrite),
            None => !dry && !portal.holds(&old.body, resource, upload),
        };
        if file {
            merged.kept.retain(|name| !OF_BYTES.contains(&name.as_str()));
        }
        if !file && replaced {
            merged.kept.push(FILE.to_owned());
        }
        tell(self.run, codes::PORTAL_KEPT, &resource.title, &merged.kept);
        tell(self.run, codes::PORTAL_REPLACED, &resource.title, &merged.replaced);
        // Its path is how it is found where nothing is remembered.
        let nameless = !dry && old.path.as_deref() != Some(resource.path.as_str());
        if !file && !nameless && merged.send.is_empty() {
            self.run.done.unchanged += 1;
            let seen = known.fields.get(FILE).cloned();
            merge::remember(&fields, &mut known.fields, &merged, &shown);
            known.fields.insert(FILE.to_owned(), seen.unwrap_or_else(|| format!("{}/{}", digest(&bytes), digest(&shown(FILE)))));
            known.id.clone_from(&old.id);
            self.state.dataset_mut(&payload.name).resources.insert(resource.path.clone(), known);
            return Ok(Became::Is(old.id.clone()));
        }
        // What is made anew has to say everything; what people wrote is said again.
        let mut all = said(&fields);
        for (name, value) in all.iter_mut().filter(|(name, _)| merged.kept.contains(name)) {
            *value = shown(name);
        }
        let send = if file { all } else { merged.send.clone() };
        let made = self.send(remote, resource, Some(old), upload, &send, file)?;
        let seen = known.fields.get(FILE).cloned().filter(|_| !file);
        if file {
            merged.send.clone_from(&fields);
        }
        merge::remember(&fields, &mut known.fields, &merged, &|field| self.portal.resource_shown(&made.body, field));
        known
            .fields
            .insert(FILE.to_owned(), seen.unwrap_or_else(|| format!("{}/{}", digest(&bytes), digest(&self.portal.resource_shown(&made.body, FILE)))));
        known.id.clone_from(&made.id);
        self.state.dataset_mut(&payload.name).resources.insert(resource.path.clone(), known);
        Ok(Became::Is(made.id))
    }

    /// Remembers a resource that was just made.
    fn remember(
        &mut self,
        payload: &Payload,
        resource: &PayloadResource,
        mut known: state::Resource,
        fields: &[Field],
        bytes: &Value,
        made: &There,
    ) -> Result<Became, Diagnostic> {
        let portal = &*self.portal;
        let merged = Merged { send: fields.to_vec(), ..Merged::default() };
        merge::remember(fields, &mut known.fields, &merged, &|field| portal.resource_shown(&made.body, field));
        known.fields.insert(FILE.to_owned(), format!("{}/{}", digest(bytes), digest(&portal.resource_shown(&made.body, FILE))));
        self.state.dataset_mut(&payload.name).resources.insert(resource.path.clone(), known);
        Ok(Became::Is(made.id.clone()))
    }

    /// Sends a file, or a link to it; a link too where the portal finds the file too large and the link is good.
    fn send(
        &mut self,
        remote: &Remote,
        resource: &PayloadResource,
        known: Option<&There>,
        upload: bool,
        fields: &[Field],
        file: bool,
    ) -> Result<There, Diagnostic> {
        let new_link = !upload && (file || fields.iter().any(|(name, _)| name == "url"));
        if new_link {
            self.check_link(resource)?;
        }
        self.run.done.sent += 1;
        let sent = self.portal.send(&remote.id, &Sending { resource, upload, file, known, fields });
        let too_large = match sent {
            Err(fault) if upload && fault.code == codes::FILE_TOO_LARGE => fault,
            sent => {
                self.run.unreachable = if sent.is_ok() { 0 } else { self.run.unreachable };
                self.run.done.sent -= u64::from(sent.is_err());
                return sent;
            }
        };
        self.run.done.sent -= 1;
        if self.check_link(resource).is_err() {
            return Err(too_large);
        }
        let fields = said(&self.portal.resource_fields(resource, false));
        let linked = self.portal.send(&remote.id, &Sending { resource, upload: false, file: true, known, fields: &fields })?;
        self.run.done.sent += 1;
        self.run.said.push(Diagnostic::new(codes::FILE_LINKED).arg("what", &resource.title));
        Ok(linked)
    }
}

fn tell(run: &mut Run, code: &'static Code, what: &str, fields: &[String]) {
    if !fields.is_empty() {
        run.said.push(Diagnostic::new(code).arg("what", what).arg("fields", fields.join(", ")));
    }
}

/// The fields that say something.
fn said(fields: &[Field]) -> Vec<Field> {
    fields.iter().filter(|(_, value)| !value.is_null()).cloned().collect()
}
