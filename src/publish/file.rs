//! One file of a dataset: sent, or linked to, with what is said of it.

use serde_json::{Value, json};

use super::dataset::{Sync, tell};
use super::merge::{self, Field, Merged, digest};
use super::portal::{Remote, Sending, There};
use super::state;
use crate::catalogue::{Payload, PayloadResource};
use crate::diagnose::{Diagnostic, codes};

/// The field of a resource that stands for the bytes themselves.
const FILE: &str = "file";

/// Fields that tell of the bytes: with other bytes they are ours again.
const OF_BYTES: &[&str] = &["url", "filesize", "size", "checksum", "hash", "mime", "mimetype", "format"];

/// What became of a file.
pub enum Became {
    /// It has this id.
    Is(String),
    /// People of the portal took it away, and it is what it was then.
    Left,
}

/// What is to be done about a file that is there.
struct Plan {
    /// What is remembered of it.
    known: state::Resource,
    /// What we say of it.
    fields: Vec<Field>,
    merged: Merged,
    /// Its bytes go to the portal, or come from it to a link.
    upload: bool,
    /// Its bytes are others than before.
    file: bool,
    /// Nobody would find it again: its path is not there.
    nameless: bool,
    /// Which bytes they are.
    bytes: Value,
}

impl Plan {
    fn is_idle(&self) -> bool {
        !self.file && !self.nameless && self.merged.send.is_empty()
    }
}

impl Sync<'_, '_> {
    /// One file.
    pub(super) fn file(
        &mut self,
        payload: &Payload,
        remote: &Remote,
        resource: &PayloadResource,
        old: Option<&There>,
        fresh: bool,
    ) -> Result<Became, Diagnostic> {
        self.place.inside(resource)?;
        let upload = self.place.order.upload && self.portal.takes(&resource.path)?;
        let known = self.state.dataset(&payload.name).and_then(|dataset| dataset.resources.get(&resource.path)).cloned().unwrap_or_default();
        let Some(old) = old else { return self.new_file(payload, remote, resource, &known, upload, fresh) };
        let plan = self.plan(resource, known.clone(), old, upload);
        if plan.is_idle() || self.place.client.is_dry() {
            return self.renew_file(payload, remote, resource, old, plan);
        }
        // All files were read before the first was sent: what people changed since is seen only now.
        match self.portal.resource(&remote.id, &old.id)? {
            Some(now) => {
                let plan = self.plan(resource, known, &now, upload);
                self.renew_file(payload, remote, resource, &now, plan)
            }
            None => self.new_file(payload, remote, resource, &known, upload, fresh),
        }
    }

    /// A file that is not there.
    fn new_file(
        &mut self,
        payload: &Payload,
        remote: &Remote,
        resource: &PayloadResource,
        known: &state::Resource,
        upload: bool,
        fresh: bool,
    ) -> Result<Became, Diagnostic> {
        let bytes = bytes(resource, upload);
        if !known.id.is_empty() && !fresh && is_same(known, &bytes) == Some(true) && !self.place.order.overwrite {
            tell(self.run, codes::PORTAL_KEPT, &resource.title, &[FILE.to_owned()]);
            return Ok(Became::Left);
        }
        let fields = self.portal.resource_fields(resource, upload);
        let made = self.send(remote, resource, None, upload, &said(&fields), true)?;
        let merged = Merged { send: fields.clone(), ..Merged::default() };
        let plan = Plan { known: state::Resource::default(), fields, merged, upload, file: true, nameless: true, bytes };
        self.remember(payload, resource, plan, &made);
        Ok(Became::Is(made.id))
    }

    /// What is to be done about a file that is there.
    fn plan(&self, resource: &PayloadResource, mut known: state::Resource, old: &There, upload: bool) -> Plan {
        let dry = self.place.client.is_dry();
        let overwrite = self.place.order.overwrite;
        let portal = &*self.portal;
        let bytes = bytes(resource, upload);
        let same_bytes = is_same(&known, &bytes);
        let fields = portal.resource_fields(resource, upload);
        if known.id != old.id {
            known = state::Resource { id: old.id.clone(), ..state::Resource::default() };
        }
        let shown = |field: &str| portal.resource_shown(&old.body, field);
        let mut merged = merge::merge(&fields, &known.fields, (!dry).then_some(&shown as &dyn Fn(&str) -> Value), overwrite);
        let replaced = known.fields.get(FILE).and_then(|known| known.split_once('/')).is_some_and(|(_, seen)| !dry && digest(&shown(FILE)) != seen);
        let file = match same_bytes.filter(|_| !known.fields.is_empty()) {
            Some(same) => !same || (replaced && overwrite),
            None => !dry && !portal.holds(&old.body, resource, upload),
        };
        if file {
            merged.kept.retain(|name| !OF_BYTES.contains(&name.as_str()));
        }
        if !file && replaced {
            merged.kept.push(FILE.to_owned());
        }
        // Its path is how it is found where nothing is remembered.
        let nameless = !dry && old.path.as_deref() != Some(resource.path.as_str());
        Plan { known, fields, merged, upload, file, nameless, bytes }
    }

    /// A file that is there.
    fn renew_file(
        &mut self,
        payload: &Payload,
        remote: &Remote,
        resource: &PayloadResource,
        old: &There,
        mut plan: Plan,
    ) -> Result<Became, Diagnostic> {
        tell(self.run, codes::PORTAL_KEPT, &resource.title, &plan.merged.kept);
        tell(self.run, codes::PORTAL_REPLACED, &resource.title, &plan.merged.replaced);
        if plan.is_idle() {
            self.run.done.unchanged += 1;
            self.remember(payload, resource, plan, old);
            return Ok(Became::Is(old.id.clone()));
        }
        let send = if plan.file {
            // What is made anew has to say everything; what people wrote is said again.
            let mut all = said(&plan.fields);
            for (name, value) in all.iter_mut().filter(|(name, _)| plan.merged.kept.contains(name)) {
                *value = self.portal.resource_shown(&old.body, name);
            }
            all
        } else {
            plan.merged.send.clone()
        };
        let mut made = self.send(remote, resource, Some(old), plan.upload, &send, plan.file)?;
        if self.place.client.is_dry() {
            made.id.clone_from(&old.id);
        }
        if plan.file {
            plan.merged.send.clone_from(&plan.fields);
        }
        self.remember(payload, resource, plan, &made);
        Ok(Became::Is(made.id))
    }

    /// Remembers what became of a file: what was said of it, and what the portal shows now.
    fn remember(&mut self, payload: &Payload, resource: &PayloadResource, plan: Plan, made: &There) {
        let portal = &*self.portal;
        let mut known = plan.known;
        // The bytes are no field of the portal's: what is known of them is kept beside the fields.
        let seen = known.fields.get(FILE).filter(|_| !plan.file).cloned();
        let seen = seen.unwrap_or_else(|| format!("{}/{}", digest(&plan.bytes), digest(&portal.resource_shown(&made.body, FILE))));
        merge::remember(&plan.fields, &mut known.fields, &plan.merged, &|field| portal.resource_shown(&made.body, field));
        known.fields.insert(FILE.to_owned(), seen);
        let dataset = self.state.dataset_mut(&payload.name);
        if !known.id.is_empty() && known.id != made.id {
            // Kept until it is gone: a run that ends in between would leave both.
            dataset.replaced.push(known.id);
        }
        known.id = made.id.clone();
        dataset.resources.insert(resource.path.clone(), known);
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

/// The fields that say something.
fn said(fields: &[Field]) -> Vec<Field> {
    fields.iter().filter(|(_, value)| !value.is_null()).cloned().collect()
}

/// Which bytes a file has, and where they lie.
fn bytes(resource: &PayloadResource, upload: bool) -> Value {
    json!([upload, resource.sha256])
}

/// Whether the bytes are those that were sent last; nothing where nobody remembers.
fn is_same(known: &state::Resource, bytes: &Value) -> Option<bool> {
    known.fields.get(FILE).and_then(|known| known.split_once('/')).map(|(sent, _)| sent == digest(bytes))
}
