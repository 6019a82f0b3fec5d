//! One file of a dataset: sent, or linked to, with what is said of it.

use serde_json::{Value, json};

use super::dataset::{Sync, tell};
use super::merge::{self, Field, Merged, digest};
use super::portal::{Remote, Sending, Step, There};
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
    /// Its bytes go to the portal; else a link.
    upload: bool,
    /// A link because the portal found the bytes too large.
    linked: bool,
    /// Its bytes are others than before.
    file: bool,
    /// Nobody would find it again: its path is not there. Or a run ended before it was said.
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
        let known = self.state.dataset(&payload.name).and_then(|dataset| dataset.resources.get(&resource.path)).cloned().unwrap_or_default();
        let uploads = self.place.order.upload && self.portal.takes(&resource.path)?;
        // The same bytes are as large as they were then.
        let linked = uploads && known.linked && is_same(&known, &bytes(resource, false)) == Some(true);
        let upload = uploads && !linked;
        // The title that its file took is what people see last of it.
        let titled = |mut one: There| {
            if let Some(title) = known.unsaid.as_ref().filter(|_| known.id == one.id) {
                one.body["title"] = json!(title);
            }
            one
        };
        let Some(old) = old.cloned().map(titled) else { return self.new_file(payload, remote, resource, &known, (upload, linked), fresh) };
        let plan = self.plan(resource, known.clone(), &old, (upload, linked));
        if plan.is_idle() || self.place.client.is_dry() {
            return self.renew_file(payload, remote, resource, &old, plan);
        }
        // All files were read before the first was sent: what people changed since is seen only now.
        match self.portal.resource(&remote.id, &old.id)?.map(titled) {
            Some(now) => {
                let plan = self.plan(resource, known.clone(), &now, (upload, linked));
                self.renew_file(payload, remote, resource, &now, plan)
            }
            None => self.new_file(payload, remote, resource, &known, (upload, linked), fresh),
        }
    }

    /// Where a run ended while something was on its way: whether it came. What is there of it then is ours, though it may have neither path nor words.
    /// `now` gives paths under the name that the consultation has now.
    pub(super) fn resume(&mut self, payload: &Payload, there: &[There], now: &dyn Fn(&str) -> String) {
        let portal = &*self.portal;
        let dataset = self.state.dataset_mut(&payload.name);
        let begun: Vec<(String, state::Begun)> =
            dataset.resources.iter().filter_map(|(path, known)| Some((path.clone(), known.begun.clone()?))).collect();
        let seen = |one: &There| portal.resource_shown(&one.body, FILE);
        for (path, begun) in begun {
            let known = dataset.resources.get(&path).cloned().unwrap_or_default();
            let is_unknown = |one: &There| dataset.resources.values().map(|known| &known.id).chain(&dataset.replaced).all(|id| *id != one.id);
            let is_new = |one: &There| match known.id == one.id {
                // Another file in its place.
                true => known.fields.get(FILE).and_then(|known| known.split_once('/')).is_some_and(|(_, before)| before != digest(&seen(one))),
                false => portal.is_bare(one) && is_unknown(one),
            };
            let is_it = |one: &There| match begun.upload {
                true => portal.has_length(&one.body, begun.length) && is_new(one),
                false => one.path.as_deref().map(now).as_ref() == Some(&path) && seen(one) == json!([false]) && is_unknown(one),
            };
            let came = there.iter().find(|one| is_it(one));
            let old = there.iter().any(|one| one.id == known.id).then_some(known.id.as_str());
            match came {
                Some(one) => dataset.arrived(&path, old, &one.id, &digest(&seen(one))),
                None => dataset.resources.entry(path).or_default().begun = None,
            }
        }
        // Of what never came nothing is known.
        dataset.resources.retain(|_, known| !known.id.is_empty());
    }

    /// A file that is not there.
    fn new_file(
        &mut self,
        payload: &Payload,
        remote: &Remote,
        resource: &PayloadResource,
        known: &state::Resource,
        (upload, linked): (bool, bool),
        fresh: bool,
    ) -> Result<Became, Diagnostic> {
        let bytes = bytes(resource, upload);
        if !known.id.is_empty() && !fresh && is_same(known, &bytes) == Some(true) && !self.place.order.overwrite {
            tell(self.run, codes::PORTAL_KEPT, &resource.title, &[FILE.to_owned()]);
            return Ok(Became::Left);
        }
        let fields = self.portal.resource_fields(resource, upload);
        let (send, merged) = (said(&fields), Merged { send: fields.clone(), ..Merged::default() });
        let mut plan = Plan { known: state::Resource::default(), fields, merged, upload, linked, file: true, nameless: true, bytes };
        let made = self.send(payload, remote, resource, None, &mut plan, &send)?;
        self.remember(payload, resource, plan, &made);
        Ok(Became::Is(made.id))
    }

    /// What is to be done about a file that is there.
    fn plan(&self, resource: &PayloadResource, mut known: state::Resource, old: &There, (upload, linked): (bool, bool)) -> Plan {
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
        // Of a file that came alone nobody has written anything yet.
        let bare = known.unsaid.is_some() && known.fields.keys().all(|name| name == FILE);
        let mut merged = merge::merge(&fields, &known.fields, (!dry).then_some(&shown as &dyn Fn(&str) -> Value), overwrite || bare);
        let replaced = known.fields.get(FILE).and_then(|known| known.split_once('/')).is_some_and(|(_, seen)| !dry && digest(&shown(FILE)) != seen);
        let file = match same_bytes.filter(|_| !known.fields.is_empty()) {
            Some(same) => !same || (replaced && overwrite),
            None => !dry && !portal.holds(&old.body, resource, upload),
        };
        if file {
            // What people changed of these goes with the bytes, and that is told; so does what only a link has, or only a file of the portal's.
            let (of_bytes, kept) = std::mem::take(&mut merged.kept).into_iter().partition(|name| OF_BYTES.contains(&name.as_str()));
            merged.kept = kept;
            merged.replaced.extend::<Vec<String>>(of_bytes);
            let changed =
                |name: &str| known.fields.get(name).and_then(|known| known.split_once('/')).is_some_and(|(_, seen)| digest(&shown(name)) != seen);
            let unsaid = OF_BYTES.iter().filter(|name| !dry && fields.iter().all(|(other, _)| other != *name) && changed(name));
            merged.replaced.extend(unsaid.map(|name| (*name).to_owned()));
            merged.replaced.extend(replaced.then(|| FILE.to_owned()));
        }
        if !file && replaced {
            merged.kept.push(FILE.to_owned());
        }
        // Its path is how it is found where nothing is remembered.
        let nameless = !dry && (old.path.as_deref() != Some(resource.path.as_str()) || known.unsaid.is_some());
        Plan { known, fields, merged, upload, linked, file, nameless, bytes }
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
        let mut made = self.send(payload, remote, resource, Some(old), &mut plan, &send)?;
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
        dataset.replace(&known.id, &made.id);
        known.id = made.id.clone();
        known.linked = plan.linked;
        (known.begun, known.unsaid) = (None, None);
        dataset.resources.insert(resource.path.clone(), known);
    }

    /// Sends a file, or a link to it; a link too where the portal finds the file too large and the link is good.
    fn send(
        &mut self,
        payload: &Payload,
        remote: &Remote,
        resource: &PayloadResource,
        known: Option<&There>,
        plan: &mut Plan,
        fields: &[Field],
    ) -> Result<There, Diagnostic> {
        let new_link = !plan.upload && (plan.file || fields.iter().any(|(name, _)| name == "url"));
        if new_link {
            self.check_link(resource)?;
        }
        let too_large = match self.attempt(payload, remote, resource, known, plan, fields) {
            Err(fault) if plan.upload && fault.code == codes::FILE_TOO_LARGE => fault,
            sent => return sent,
        };
        if self.check_link(resource).is_err() {
            return Err(too_large);
        }
        // What people wrote of the file they wrote of the link too.
        plan.fields = self.portal.resource_fields(resource, false);
        let mut link = said(&plan.fields);
        for (name, value) in &mut link {
            if let Some((_, said)) = fields.iter().find(|(other, _)| other == name) {
                value.clone_from(said);
            }
        }
        plan.merged.send.clone_from(&plan.fields);
        (plan.upload, plan.linked, plan.file, plan.bytes) = (false, true, true, bytes(resource, false));
        let linked = self.attempt(payload, remote, resource, known, plan, &link)?;
        self.run.said.push(Diagnostic::new(codes::FILE_LINKED).arg("what", &resource.title));
        Ok(linked)
    }

    /// One resource, as it is planned.
    fn attempt(
        &mut self,
        payload: &Payload,
        remote: &Remote,
        resource: &PayloadResource,
        known: Option<&There>,
        plan: &Plan,
        fields: &[Field],
    ) -> Result<There, Diagnostic> {
        let dataset = self.state.dataset(&payload.name);
        let before = dataset.map(|dataset| (dataset.resources.get(&resource.path).cloned(), dataset.replaced.len())).unwrap_or_default();
        let (state, bytes, dry) = (&mut *self.state, digest(&plan.bytes), self.place.client.is_dry());
        // Each step is kept before the next: the file has no path yet that it could be found by.
        let mut steps = |step: Step| {
            let dataset = state.dataset_mut(&payload.name);
            match step {
                _ if dry => {}
                Step::Begins { title } => {
                    let begun = state::Begun { upload: plan.upload, file: bytes.clone(), length: resource.filesize, title };
                    dataset.resources.entry(resource.path.clone()).or_default().begun = Some(begun);
                }
                Step::Arrived { id, file } => dataset.arrived(&resource.path, known.map(|known| known.id.as_str()), &id, &digest(&file)),
            }
            state.keep()
        };
        let sending = Sending { resource, upload: plan.upload, file: plan.file, known, fields };
        let made = match self.portal.send(&remote.id, &sending, &mut steps) {
            Ok(made) => made,
            Err(fault) => {
                self.undo(payload, remote, resource, before, &fault);
                return Err(fault);
            }
        };
        self.run.answered();
        self.run.done.sent += 1;
        Ok(made)
    }

    /// A new file whose words were refused goes again, so that it is not there twice once they are mended. Where the portal gives no answer it stays, and the
    /// next run says the rest, or takes it away.
    fn undo(&mut self, payload: &Payload, remote: &Remote, resource: &PayloadResource, before: (Option<state::Resource>, usize), fault: &Diagnostic) {
        if fault.code == codes::PORTAL_UNREACHABLE {
            return;
        }
        let (before, replaced) = before;
        let dataset = self.state.dataset(&payload.name).cloned().unwrap_or_default();
        let now = dataset.resources.get(&resource.path).cloned().unwrap_or_default();
        let id_before = before.as_ref().map_or("", |before| &before.id);
        let came = match dataset.replaced.get(replaced) {
            // Beside an old one.
            Some(id) => Some(id.clone()),
            None => (now.unsaid.is_some() && now.id != id_before).then_some(now.id),
        };
        if let Some(came) = &came
            && self.portal.remove(&remote.id, came).is_err()
        {
            return;
        }
        if came.is_some() || now.begun.is_some() {
            let dataset = self.state.dataset_mut(&payload.name);
            dataset.replaced.truncate(replaced);
            dataset.resources.remove(&resource.path);
            dataset.resources.extend(before.map(|before| (resource.path.clone(), before)));
        }
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
