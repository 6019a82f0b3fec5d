//! udata, the software of data.gouv.fr, by its API `/api/1` (udata, `core/dataset/api.py` and `forms.py`).

mod say;
mod upload;

use std::cell::RefCell;

use serde_json::{Value, json};
use ureq::http::Method;

use super::answer::{Answer, is_key_refused};
use super::client::Payload as Sent;
use super::merge::Field;
use super::portal::{Portal, Remote, Sending, Step, Steps, There};
use super::{PayloadResource, Place};
use crate::catalogue::Payload;
use crate::diagnose::{Diagnostic, codes, did_you_mean};

/// Where a dataset keeps its identifier: extras are kept as they are and given back.
const IDENTIFIER: &str = "greffe:identifier";

/// Where a resource keeps its path in the archive.
const PATH: &str = "greffe:path";

/// The most pages of a list that are asked for.
const PAGES: u32 = 1000;

pub struct Udata<'a> {
    place: Place<'a>,
    /// Id of the organization to publish for.
    organization: Option<String>,
    /// Extensions that may be uploaded, once asked.
    extensions: Option<Vec<String>>,
    /// The datasets we may change, once asked.
    ours: Option<Vec<Value>>,
    /// The contact point, once asked.
    contact: Option<Contact>,
    /// Fields that could not be said this time.
    unsent: Vec<String>,
    said: RefCell<Vec<Diagnostic>>,
}

/// What became of the contact point.
enum Contact {
    Is(String),
    /// The portal does not take it.
    Refused,
    /// The portal gave no answer.
    Later,
}

impl<'a> Udata<'a> {
    pub fn new(place: Place<'a>) -> Self {
        Self { place, organization: None, extensions: None, ours: None, contact: None, unsent: Vec::new(), said: RefCell::default() }
    }

    /// A success, or what the portal says.
    fn expect(&self, what: &str, answer: Answer) -> Result<Value, Diagnostic> {
        if answer.is_too_large() {
            return Err(Diagnostic::new(codes::FILE_TOO_LARGE).file(self.place.client.portal()).arg("what", what));
        }
        if (200..300).contains(&answer.status) { Ok(answer.body) } else { Err(self.place.client.refused(what, &answer)) }
    }

    fn remote(&self, what: &str, body: Value) -> Result<Remote, Diagnostic> {
        Ok(Remote { id: self.place.client.id(what, body.get("id"))?, body })
    }

    fn there(&self, what: &str, body: Value) -> Result<There, Diagnostic> {
        let path = body.pointer("/extras/greffe:path").and_then(Value::as_str).map(str::to_owned);
        Ok(There { id: self.place.client.id(what, body.get("id"))?, path, body })
    }

    /// All datasets we may change. Pages are counted, not followed: behind a proxy a portal may name another host for the next one.
    fn list(&self) -> Result<Vec<Value>, Diagnostic> {
        let mut all: Vec<Value> = Vec::new();
        for page in 1..=PAGES {
            let path = match &self.organization {
                Some(organization) => format!("/api/1/datasets/?organization={organization}&page_size=100&page={page}"),
                None => "/api/1/me/datasets/".to_owned(),
            };
            let answer = self.place.client.get(&path)?;
            if page > 1 && answer.is_gone() {
                break;
            }
            let body = self.expect("datasets", answer)?;
            if let Some(whole) = body.as_array() {
                return Ok(whole.clone());
            }
            let some = body.get("data").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
            all.extend_from_slice(some);
            if some.is_empty() || body.get("total").and_then(Value::as_u64).is_some_and(|total| all.len() as u64 >= total) {
                break;
            }
        }
        Ok(all)
    }

    /// The dataset with one of these identifiers among those we may change; the first of them first, which is the one it has now.
    fn among(list: &[Value], identifiers: &[String]) -> Option<Value> {
        let is = |one: &&Value, identifier: &str| {
            one.pointer("/extras/greffe:identifier").and_then(Value::as_str) == Some(identifier) && one.get("deleted").is_none_or(Value::is_null)
        };
        identifiers.iter().find_map(|identifier| list.iter().find(|one| is(one, identifier))).cloned()
    }

    /// The contact point of the archive, made where it is not there; udata gives the same one for the same words. A dataset is not left out for it: where it
    /// is refused, or cannot be made now, the dataset goes without.
    fn contact(&mut self) -> Result<Option<String>, Diagnostic> {
        if self.contact.is_none() {
            let mut value = json!({"name": self.place.payloads.publisher, "email": self.place.payloads.email, "role": "contact"});
            if let Some(organization) = &self.organization {
                value["organization"] = json!(organization);
            }
            let client = self.place.client;
            let made = client.send(Method::POST, "/api/1/contacts/", &Sent::Json(&value)).and_then(|answer| self.expect("contact", answer));
            self.contact = Some(match made.and_then(|body| client.id("contact", body.get("id"))) {
                Ok(id) => Contact::Is(id),
                Err(fault) if is_key_refused(&fault) => return Err(fault),
                Err(fault) => {
                    self.without("contact_points", &self.place.payloads.publisher, &fault);
                    if [codes::PORTAL_REFUSED, codes::PORTAL_KEY].contains(&fault.code) { Contact::Refused } else { Contact::Later }
                }
            });
        }
        Ok(match &self.contact {
            Some(Contact::Is(id)) => Some(id.clone()),
            Some(Contact::Later) => {
                self.unsent.push(say::CONTACT.to_owned());
                None
            }
            _ => None,
        })
    }

    /// Tells that the portal does not take one field, which goes without.
    fn without(&self, field: &str, what: &str, fault: &Diagnostic) {
        let error = fault.args.iter().find(|(name, _)| *name == "error").map_or_else(|| "".into(), |(_, error)| error.clone());
        self.said.borrow_mut().push(Diagnostic::new(codes::PORTAL_WITHOUT).arg("field", field).arg("what", what).arg("error", error));
    }

    /// Describes a dataset, and where the portal does not know a place or a contact, again without.
    fn describe(
        &self,
        what: &str,
        mut value: Value,
        bbox: Option<[f64; 4]>,
        send: &dyn Fn(&Value) -> Result<Answer, Diagnostic>,
    ) -> Result<Remote, Diagnostic> {
        let mut tried: Vec<&str> = Vec::new();
        loop {
            let answer = send(&value)?;
            let errors = answer.body.get("errors");
            let wrong = |field: &&str| answer.status == 400 && !tried.contains(field) && errors.and_then(|errors| errors.get(*field)).is_some();
            let Some(field) = ["spatial", "contact_points"].into_iter().find(wrong) else {
                let body = self.expect(what, answer)?;
                return self.remote(what, body);
            };
            self.without(field, what, &self.place.client.refused(what, &answer));
            tried.push(field);
            match (field, bbox) {
                // The table of zones is not whole; the box says the same, and the map shows it.
                ("spatial", Some(bbox)) if value.pointer("/spatial/geom").is_none_or(Value::is_null) => value["spatial"] = say::geometry(bbox),
                _ => {
                    if let Some(fields) = value.as_object_mut() {
                        fields.remove(field);
                    }
                }
            }
        }
    }
}

impl Portal for Udata<'_> {
    fn hello(&mut self, organization: Option<&str>) -> Result<Option<String>, Diagnostic> {
        let me = self.expect("me", self.place.client.get("/api/1/me/")?)?;
        // Something else than the portal may answer too, with a page.
        self.place.client.id("me", me.get("id"))?;
        let Some(wanted) = organization else { return Ok(None) };
        if self.place.client.is_dry() {
            self.organization = Some(wanted.to_owned());
            return Ok(None);
        }
        let list: Vec<&Value> = me.get("organizations").and_then(Value::as_array).into_iter().flatten().collect();
        let is = |one: &&&Value| ["id", "slug", "name"].into_iter().any(|key| one.get(key).and_then(Value::as_str) == Some(wanted));
        let Some(found) = list.iter().find(is) else {
            let slugs = list.iter().filter_map(|one| one.get("slug").and_then(Value::as_str));
            let near = did_you_mean(wanted, slugs).unwrap_or_default();
            return Err(Diagnostic::new(codes::ORGANIZATION_UNKNOWN).file(self.place.client.portal()).arg("value", wanted).arg("near", near));
        };
        self.organization = Some(self.place.client.id(wanted, found.get("id"))?);
        Ok(self.organization.clone())
    }

    fn said(&mut self) -> Vec<Diagnostic> {
        self.said.take()
    }

    fn unsent(&mut self) -> Vec<String> {
        std::mem::take(&mut self.unsent)
    }

    fn read(&mut self, id: &str, private: bool) -> Result<Option<Remote>, Diagnostic> {
        let answer = self.place.client.get(&format!("/api/1/datasets/{id}/"))?;
        if self.place.client.is_dry() {
            return Ok(Some(Remote { id: id.to_owned(), body: Value::Null }));
        }
        if private && answer.status == 404 {
            // What was deleted is 410, or shown as deleted; of what one may not see udata says that it is not there.
            let page = self.page(id);
            return Err(Diagnostic::new(codes::PORTAL_KEY).file(self.place.client.portal()).arg("what", id).arg("status", "404").arg("error", page));
        }
        if answer.is_gone() || answer.body.get("deleted").is_some_and(|deleted| !deleted.is_null()) {
            return Ok(None);
        }
        let body = self.expect("dataset", answer)?;
        self.remote("dataset", body).map(Some)
    }

    fn look(&mut self, _: &Payload, _: &[String], identifiers: &[String]) -> Result<Option<Remote>, Diagnostic> {
        if self.ours.is_none() {
            self.ours = Some(self.list()?);
        }
        match Self::among(self.ours.as_deref().unwrap_or_default(), identifiers) {
            Some(body) => self.remote("dataset", body).map(Some),
            None => Ok(None),
        }
    }

    fn identifier(&self, body: &Value) -> Option<String> {
        body.pointer("/extras/greffe:identifier").and_then(Value::as_str).map(str::to_owned)
    }

    fn is_deleted(&self, _: &Value) -> bool {
        false
    }

    fn organization(&self, body: &Value) -> Option<String> {
        body.pointer("/organization/id").and_then(Value::as_str).map(str::to_owned)
    }

    fn is_private(&self, body: &Value) -> bool {
        body.get("private") == Some(&Value::Bool(true))
    }

    fn fields(&self, payload: &Payload) -> Vec<Field> {
        say::dataset(payload, self.place.payloads)
    }

    fn shown(&self, body: &Value, field: &str) -> Value {
        say::shown(body, field)
    }

    fn create(&mut self, payload: &Payload, fields: &[Field]) -> Result<Remote, Diagnostic> {
        let contact = if fields.iter().any(|(name, _)| name == say::CONTACT) { self.contact()? } else { None };
        let mut value = say::request(payload, None, fields, contact.as_deref());
        value["private"] = json!(self.place.order.private);
        if let Some(organization) = &self.organization {
            value["organization"] = json!(organization);
        }
        let look = || Ok(Self::among(&self.list()?, std::slice::from_ref(&payload.identifier)).map(|body| Answer { status: 201, body }));
        self.describe(&payload.title, value, payload.bbox, &|value| {
            self.place.client.send_new(Method::POST, "/api/1/datasets/", &Sent::Json(value), look)
        })
    }

    fn change(&mut self, payload: &Payload, remote: &Remote, fields: &[Field]) -> Result<Remote, Diagnostic> {
        let contact = if fields.iter().any(|(name, value)| name == say::CONTACT && !value.is_null()) { self.contact()? } else { None };
        let value = say::request(payload, Some(&remote.body), fields, contact.as_deref());
        let path = format!("/api/1/datasets/{}/", remote.id);
        let changed = self.describe(&payload.title, value, payload.bbox, &|value| self.place.client.send(Method::PUT, &path, &Sent::Json(value)))?;
        Ok(Remote { id: remote.id.clone(), body: changed.body })
    }

    fn hide(&mut self, remote: &Remote, hidden: bool) -> Result<(), Diagnostic> {
        let mut value = say::kept(&remote.body);
        value["private"] = json!(hidden);
        let answer = self.place.client.send(Method::PUT, &format!("/api/1/datasets/{}/", remote.id), &Sent::Json(&value))?;
        self.expect("private", answer).map(|_| ())
    }

    fn delete(&mut self, remote: &Remote) -> Result<(), Diagnostic> {
        let answer = self.place.client.send(Method::DELETE, &format!("/api/1/datasets/{}/", remote.id), &Sent::Nothing)?;
        if answer.is_gone() { Ok(()) } else { self.expect(&remote.id, answer).map(|_| ()) }
    }

    fn resources(&self, body: &Value) -> Vec<There> {
        let list = body.get("resources").and_then(Value::as_array).into_iter().flatten();
        list.filter_map(|one| self.there("resource", one.clone()).ok()).collect()
    }

    fn resource(&mut self, dataset: &str, id: &str) -> Result<Option<There>, Diagnostic> {
        let answer = self.place.client.get(&format!("/api/1/datasets/{dataset}/resources/{id}/"))?;
        if answer.is_gone() {
            return Ok(None);
        }
        let body = self.expect("resource", answer)?;
        self.there("resource", body).map(Some)
    }

    fn takes(&mut self, path: &str) -> Result<bool, Diagnostic> {
        if self.extensions.is_none() {
            let answer = self.place.client.get("/api/1/datasets/extensions/")?;
            let body = self.expect("extensions", answer)?;
            let name = |one: &Value| one.as_str().or_else(|| one.get("text").and_then(Value::as_str)).map(str::to_lowercase);
            self.extensions = Some(body.as_array().into_iter().flatten().filter_map(name).collect());
        }
        let ending = path.rsplit('.').next().unwrap_or_default().to_lowercase();
        // A dry run asks nothing: files are told as uploads.
        Ok(self.place.client.is_dry() || self.extensions.iter().flatten().any(|known| *known == ending))
    }

    fn resource_fields(&self, resource: &PayloadResource, upload: bool) -> Vec<Field> {
        say::resource(resource, (!upload).then(|| self.place.url(resource)))
    }

    fn resource_shown(&self, body: &Value, field: &str) -> Value {
        say::resource_shown(body, field)
    }

    fn holds(&self, body: &Value, resource: &PayloadResource, upload: bool) -> bool {
        say::is_hosted(body) == upload && (!upload || body.get("filesize").and_then(Value::as_u64) == Some(resource.filesize))
    }

    fn has_length(&self, body: &Value, length: u64) -> bool {
        say::is_hosted(body) && body.get("filesize").and_then(Value::as_u64) == Some(length)
    }

    fn is_bare(&self, one: &There) -> bool {
        one.path.is_none() && say::is_hosted(&one.body) && one.body.get("description").and_then(Value::as_str).is_none_or(str::is_empty)
    }

    fn send(&mut self, dataset: &str, sending: &Sending<'_>, steps: &mut Steps<'_>) -> Result<There, Diagnostic> {
        let resource = sending.resource;
        let client = self.place.client;
        // A link never becomes a file of the portal's, nor the other way round: it is made anew.
        let before = sending.known.filter(|known| say::is_hosted(&known.body) == sending.upload || client.is_dry());
        let new_file = sending.upload && (sending.file || before.is_none());
        let mut known = before.cloned();
        if new_file {
            let said = sending.fields.iter().find(|(name, _)| name == "title").map(|(_, title)| title);
            let words = before.and_then(|before| before.body.get("title")).or(said);
            let title = words.and_then(Value::as_str).unwrap_or(&resource.title).to_owned();
            steps(Step::Begins { title: title.clone() })?;
            let mut made = self.upload(dataset, resource, before)?;
            steps(Step::Arrived { id: made.id.clone(), file: say::resource_shown(&made.body, "file") })?;
            // A new file takes the title (`core/dataset/api.py` handle_upload): it is said again. All else is as people left it until now.
            if let (Some(_), Some(fields)) = (before, made.body.as_object_mut()) {
                fields.insert("title".to_owned(), json!(title));
            }
            known = Some(made);
        }
        let mut value = say::resource_request(resource, known.as_ref().map(|known| &known.body), sending.fields);
        if let Some(known) = known {
            client.sink().begin(&resource.title, 0);
            let path = format!("/api/1/datasets/{dataset}/resources/{}/", known.id);
            let answer = client.send(Method::PUT, &path, &Sent::Json(&value))?;
            let refused = !(200..300).contains(&answer.status);
            if refused && new_file && before.is_some() {
                // Our words are refused: at least it gets back the title it had. If that fails too, the next run says it.
                let _ = client.send(Method::PUT, &path, &Sent::Json(&say::resource_request(resource, Some(&known.body), &[])));
            }
            let body = self.expect(&resource.title, answer)?;
            return Ok(There { id: known.id, path: Some(resource.path.clone()), body });
        }
        client.sink().begin(&resource.title, 0);
        // What a resource is can be said only when it is made.
        value["filetype"] = json!("remote");
        let old = sending.known.map(|known| known.id.clone());
        if old.is_some() {
            steps(Step::Begins { title: resource.title.clone() })?;
        }
        let look = || {
            let list = self.current(dataset)?;
            let made = list.into_iter().find(|one| one.path.as_deref() == Some(resource.path.as_str()) && Some(&one.id) != old.as_ref());
            Ok(made.map(|one| Answer { status: 201, body: one.body }))
        };
        let answer = client.send_new(Method::POST, &format!("/api/1/datasets/{dataset}/resources/"), &Sent::Json(&value), look)?;
        let body = self.expect(&resource.title, answer)?;
        self.there(&resource.title, body)
    }

    fn remove(&mut self, dataset: &str, id: &str) -> Result<(), Diagnostic> {
        let answer = self.place.client.send(Method::DELETE, &format!("/api/1/datasets/{dataset}/resources/{id}/"), &Sent::Nothing)?;
        if answer.is_gone() { Ok(()) } else { self.expect(id, answer).map(|_| ()) }
    }

    fn order(&mut self, dataset: &str, ids: &[String]) -> Result<(), Diagnostic> {
        let list = json!(ids.iter().map(|id| json!({"id": id})).collect::<Vec<_>>());
        let answer = self.place.client.send(Method::PUT, &format!("/api/1/datasets/{dataset}/resources/"), &Sent::Json(&list))?;
        self.expect("order", answer).map(|_| ())
    }

    fn page(&self, id: &str) -> String {
        format!("{}/datasets/{id}/", self.place.client.portal())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_two_datasets_the_one_with_the_present_identifier_is_ours() {
        let list = [("old", json!(null)), ("new", json!("2020-01-01")), ("new", json!(null)), ("other", json!(null))];
        let list: Vec<Value> = list
            .into_iter()
            .enumerate()
            .map(|(id, (identifier, deleted))| json!({"id": id, "deleted": deleted, "extras": {IDENTIFIER: identifier}}))
            .collect();
        let found = |identifiers: &[&str]| {
            let identifiers: Vec<String> = identifiers.iter().map(|one| (*one).to_owned()).collect();
            Udata::among(&list, &identifiers).map(|one| one["id"].clone())
        };
        assert_eq!(found(&["new", "old"]), Some(json!(2)));
        assert_eq!(found(&["newest", "old"]), Some(json!(0)));
        assert_eq!(found(&["newest"]), None);
    }
}
