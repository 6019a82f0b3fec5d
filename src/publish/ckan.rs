//! CKAN, by its action API `/api/3/action`.

use serde_json::{Map, Value, json};
use ureq::http::Method;

use super::answer::Answer;
use super::client::{Part, Payload as Sent};
use super::merge::Field;
use super::portal::{Portal, Remote, Sending, Steps, There};
use super::targets::taken;
use super::{PayloadResource, Place};
use crate::catalogue::Payload;
use crate::diagnose::{Diagnostic, codes, did_you_mean};

/// Licences that CKAN's own list names as data.gouv.fr does. Others are named by their address in the extras.
const LICENCES: &[&str] = &["odc-odbl", "odc-by", "odc-pddl", "cc-by", "cc-by-sa", "cc-zero"];

/// Where a dataset keeps its identifier.
const IDENTIFIER: &str = "greffe_identifier";

/// Where a resource keeps its path in the archive.
const PATH: &str = "greffe_path";

/// Fields among the extras have this before their names.
const EXTRA: &str = "extras.";

/// The longest name CKAN takes (`logic/validators.py` name_validator).
const LONGEST: usize = 100;

/// Themes, as ckanext-dcat keeps them: a list of addresses in an extra (`profiles/euro_dcat_ap_base.py`).
const THEMES: &str = "http://publications.europa.eu/resource/authority/data-theme/";

pub struct Ckan<'a> {
    place: Place<'a>,
    /// Id of the organization to publish for.
    organization: Option<String>,
    /// Names that are free, by ours.
    names: Vec<(String, String)>,
}

impl<'a> Ckan<'a> {
    pub fn new(place: Place<'a>) -> Self {
        Self { place, organization: None, names: Vec::new() }
    }

    /// What an action gave, or what the portal says.
    fn result(&self, what: &str, answer: Answer) -> Result<Value, Diagnostic> {
        if self.place.client.is_dry() {
            return Ok(Value::Null);
        }
        if answer.is_too_large() {
            return Err(Diagnostic::new(codes::FILE_TOO_LARGE).file(self.place.client.portal()).arg("what", what));
        }
        match answer.body.get("result") {
            Some(result) if answer.status == 200 && answer.body.get("success") == Some(&Value::Bool(true)) => Ok(result.clone()),
            _ => Err(self.place.client.refused(what, &answer)),
        }
    }

    fn remote(&self, what: &str, body: Value) -> Result<Remote, Diagnostic> {
        Ok(Remote { id: self.place.client.id(what, body.get("id"))?, body })
    }

    fn there(&self, what: &str, body: Value) -> Result<There, Diagnostic> {
        let path = body.get(PATH).and_then(Value::as_str).map(str::to_owned);
        Ok(There { id: self.place.client.id(what, body.get("id"))?, path, body })
    }

    fn action(&self, action: &str, what: &str, value: &Value) -> Result<Value, Diagnostic> {
        let answer = self.place.client.send(Method::POST, &format!("/api/3/action/{action}"), &Sent::Json(value))?;
        self.result(what, answer)
    }

    /// A dataset by id or name, as it is answered.
    fn ask(&self, id: &str) -> Result<Answer, Diagnostic> {
        self.place.client.get(&format!("/api/3/action/package_show?id={id}"))
    }

    /// A dataset of that name that has one of these identifiers.
    fn named(&self, name: &str, identifiers: &[String]) -> Result<Named, Diagnostic> {
        let answer = self.ask(name)?;
        match answer.status {
            // Whoever may not read it does not own it.
            403 => Ok(Named::Others(String::new())),
            _ if answer.is_gone() => Ok(Named::Free),
            _ => {
                let remote = self.remote(name, self.result(name, answer)?)?;
                match self.identifier(&remote.body) {
                    Some(found) if identifiers.contains(&found) => Ok(Named::Ours(Box::new(remote))),
                    found => Ok(Named::Others(found.unwrap_or_default())),
                }
            }
        }
    }

    /// The name of a dataset that is made.
    fn name(&self, payload: &Payload) -> String {
        let free = self.names.iter().find(|(name, _)| *name == payload.name).map(|(_, free)| free.clone());
        free.unwrap_or_else(|| names(&self.place.payloads.base_url, &payload.name, &payload.identifier).0)
    }

    /// The extras of a dataset with these of ours; a list of all, for CKAN keeps none that is not in it.
    fn extras(&self, payload: &Payload, remote: Option<&Value>, fields: &[Field]) -> Value {
        let mut all: Map<String, Value> = Map::new();
        for extra in remote.and_then(|body| body.get("extras")).and_then(Value::as_array).into_iter().flatten() {
            if let (Some(key), Some(value)) = (extra.get("key").and_then(Value::as_str), extra.get("value")) {
                all.insert(key.to_owned(), value.clone());
            }
        }
        all.insert(IDENTIFIER.to_owned(), json!(payload.identifier));
        for (name, value) in fields.iter().filter_map(|(name, value)| Some((name.strip_prefix(EXTRA)?, value))) {
            all.insert(name.to_owned(), value.clone());
        }
        all.into_iter().filter(|(_, value)| !value.is_null()).map(|(key, value)| json!({"key": key, "value": value})).collect()
    }

    /// A request that says these fields.
    fn request(&self, payload: &Payload, remote: Option<&Value>, fields: &[Field]) -> Value {
        let mut value = json!({});
        for (name, said) in fields.iter().filter(|(name, _)| !name.starts_with(EXTRA)) {
            value[name.as_str()] = match name.as_str() {
                "tags" => said.as_array().into_iter().flatten().map(|tag| json!({"name": tag})).collect(),
                _ if said.is_null() => json!(""),
                _ => said.clone(),
            };
        }
        let extras = self.extras(payload, remote, fields);
        let identified = remote.is_some_and(|body| self.identifier(body).as_deref() == Some(payload.identifier.as_str()));
        if !identified || fields.iter().any(|(name, _)| name.starts_with(EXTRA)) {
            value["extras"] = extras;
        }
        value
    }
}

/// What stands under a name.
enum Named {
    Free,
    Ours(Box<Remote>),
    /// Another's, with its identifier if it has one.
    Others(String),
}

/// Our names of a dataset, the wanted one first: CKAN's are unique in the whole portal, so the archive's address is part of them. What is cut would meet
/// others that begin alike, so it ends with a digest of the identifier; so does the second name, for where the first is taken. The third is how names
/// were cut before, to be found again.
fn names(base_url: &str, name: &str, identifier: &str) -> (String, Vec<String>) {
    use sha2::{Digest, Sha256};
    let host = base_url.split("://").nth(1).unwrap_or_default().trim_end_matches('/');
    let whole: String = format!("{host}-{name}").to_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let digest: String = Sha256::digest(identifier.as_bytes()).iter().take(6).map(|b| format!("{b:02x}")).collect();
    let cut: String = whole.chars().take(LONGEST - digest.len() - 1).collect();
    let apart = format!("{cut}-{digest}");
    let former: String = whole.chars().take(LONGEST).collect();
    if whole.len() > LONGEST { (apart, vec![former]) } else { (whole, vec![apart]) }
}

impl Portal for Ckan<'_> {
    fn hello(&mut self, organization: Option<&str>) -> Result<Option<String>, Diagnostic> {
        // Whoever may create nothing anywhere has no use of the rest; an unknown key is refused here.
        let answer = self.place.client.get("/api/3/action/organization_list_for_user?permission=create_dataset")?;
        let result = self.result("organization_list_for_user", answer)?;
        if self.place.client.is_dry() {
            self.organization = organization.map(str::to_owned);
            return Ok(None);
        }
        let list: Vec<&Value> = result.as_array().into_iter().flatten().collect();
        if list.is_empty() {
            // CKAN tells nobody that a key is wrong: who has it is nobody, and has no organization.
            let body = json!({"message": "organization_list_for_user: []"});
            return Err(self.place.client.refused(organization.unwrap_or_default(), &Answer { status: 401, body }));
        }
        let Some(wanted) = organization else { return Ok(None) };
        let is = |one: &&&Value| ["id", "name", "title"].into_iter().any(|key| one.get(key).and_then(Value::as_str) == Some(wanted));
        let Some(found) = list.iter().find(is) else {
            let names = list.iter().filter_map(|one| one.get("name").and_then(Value::as_str));
            let near = did_you_mean(wanted, names).unwrap_or_default();
            return Err(Diagnostic::new(codes::ORGANIZATION_UNKNOWN).file(self.place.client.portal()).arg("value", wanted).arg("near", near));
        };
        self.organization = Some(self.place.client.id(wanted, found.get("id"))?);
        Ok(self.organization.clone())
    }

    fn said(&mut self) -> Vec<Diagnostic> {
        Vec::new()
    }

    fn unsent(&mut self) -> Vec<String> {
        Vec::new()
    }

    fn read(&mut self, id: &str, _: bool) -> Result<Option<Remote>, Diagnostic> {
        let answer = self.ask(id)?;
        if self.place.client.is_dry() {
            return Ok(Some(Remote { id: id.to_owned(), body: Value::Null }));
        }
        if answer.is_gone() {
            return Ok(None);
        }
        let body = self.result(id, answer)?;
        self.remote(id, body).map(Some)
    }

    fn look(&mut self, payload: &Payload, former: &[String], identifiers: &[String]) -> Result<Option<Remote>, Diagnostic> {
        let base = &self.place.payloads.base_url;
        let (first, others) = names(base, &payload.name, &payload.identifier);
        let mut free = None;
        let mut whose = String::new();
        for name in std::iter::once(first).chain(others) {
            if self.place.client.is_dry() {
                self.ask(&name)?;
                return Ok(None);
            }
            match self.named(&name, identifiers)? {
                Named::Ours(remote) => return Ok(Some(*remote)),
                Named::Free if self.names.iter().any(|(_, used)| *used == name) => {}
                Named::Free => free = free.or(Some(name)),
                Named::Others(other) => whose = other,
            }
        }
        // A consultation that was renamed has the dataset of its former name.
        for old in former {
            let (first, others) = names(base, old, &super::targets::renamed(&payload.identifier, &payload.name, old));
            for name in std::iter::once(first).chain(others) {
                if let Named::Ours(remote) = self.named(&name, identifiers)? {
                    return Ok(Some(*remote));
                }
            }
        }
        match free {
            Some(free) => self.names.push((payload.name.clone(), free)),
            None => return Err(taken(&payload.name, &whose, self.place.client.portal())),
        }
        Ok(None)
    }

    fn identifier(&self, body: &Value) -> Option<String> {
        extra(body, IDENTIFIER).and_then(Value::as_str).map(str::to_owned)
    }

    fn is_deleted(&self, body: &Value) -> bool {
        // It is shown to those who may change it, and its name stays taken.
        body.get("state").and_then(Value::as_str) == Some("deleted")
    }

    fn organization(&self, body: &Value) -> Option<String> {
        body.get("owner_org").and_then(Value::as_str).map(str::to_owned)
    }

    fn is_private(&self, body: &Value) -> bool {
        body.get("private") == Some(&Value::Bool(true))
    }

    fn fields(&self, payload: &Payload) -> Vec<Field> {
        let mut tags = payload.tags.clone();
        tags.sort();
        tags.dedup();
        let (start, end) = payload.temporal_coverage.clone().unzip();
        let polygon = payload.bbox.map(|[west, south, east, north]| {
            json!({"type": "Polygon", "coordinates": [[[west, south], [east, south], [east, north], [west, north], [west, south]]]}).to_string()
        });
        let known = payload.license.as_ref().map(|(id, _)| LICENCES.contains(&id.as_str()));
        let license = payload.license.as_ref().map(|(id, _)| if known == Some(true) { id.as_str() } else { "other-open" });
        let all = self.place.payloads;
        let contact = all.email.as_ref().map(|_| &all.publisher);
        let fields = [
            ("title", json!(payload.title)),
            ("notes", json!(payload.description)),
            ("url", json!(payload.page)),
            ("tags", json!(tags)),
            ("license_id", json!(license)),
            // Whom ckanext-dcat names as the contact where no other is told.
            ("maintainer", json!(contact)),
            ("maintainer_email", json!(all.email)),
            ("extras.frequency", json!(payload.frequency)),
            ("extras.temporal_start", json!(start)),
            ("extras.temporal_end", json!(end)),
            ("extras.spatial", json!(polygon)),
            ("extras.license_url", json!(payload.license.as_ref().filter(|_| known == Some(false)).map(|(_, url)| url))),
            ("extras.theme", json!(payload.theme.as_ref().map(|(code, _)| json!([format!("{THEMES}{code}")]).to_string()))),
        ];
        fields.map(|(name, value)| (name.to_owned(), value)).into()
    }

    fn shown(&self, body: &Value, field: &str) -> Value {
        if field == "tags" {
            let list = body.get("tags").and_then(Value::as_array).into_iter().flatten();
            let mut tags: Vec<&str> = list.filter_map(|tag| tag.get("name").and_then(Value::as_str)).collect();
            tags.sort_unstable();
            return json!(tags);
        }
        match field.strip_prefix(EXTRA) {
            Some(name) => extra(body, name).cloned().unwrap_or_default(),
            None => body.get(field).cloned().unwrap_or_default(),
        }
    }

    fn create(&mut self, payload: &Payload, fields: &[Field]) -> Result<Remote, Diagnostic> {
        let name = self.name(payload);
        let mut value = self.request(payload, None, fields);
        value["name"] = json!(name);
        value["private"] = json!(self.place.order.private);
        if let Some(organization) = &self.organization {
            value["owner_org"] = json!(organization);
        }
        let identifiers = [payload.identifier.clone()];
        let look = || match self.named(&name, &identifiers)? {
            Named::Ours(remote) => Ok(Some(Answer { status: 200, body: json!({"success": true, "result": remote.body}) })),
            Named::Free | Named::Others(_) => Ok(None),
        };
        let answer = self.place.client.send_new(Method::POST, "/api/3/action/package_create", &Sent::Json(&value), look)?;
        let result = self.result(&payload.title, answer)?;
        self.remote(&payload.title, result)
    }

    fn change(&mut self, payload: &Payload, remote: &Remote, fields: &[Field]) -> Result<Remote, Diagnostic> {
        // A patch: what people added on the portal, and the resources, stay. So does the name: links lead to it.
        let mut value = self.request(payload, Some(&remote.body), fields);
        value["id"] = json!(remote.id);
        if self.is_deleted(&remote.body) {
            value["state"] = json!("active");
        }
        let body = self.action("package_patch", &payload.title, &value)?;
        Ok(Remote { id: remote.id.clone(), body })
    }

    fn hide(&mut self, remote: &Remote, hidden: bool) -> Result<(), Diagnostic> {
        self.action("package_patch", "private", &json!({"id": remote.id, "private": hidden})).map(|_| ())
    }

    fn delete(&mut self, remote: &Remote) -> Result<(), Diagnostic> {
        self.action("package_delete", &remote.id, &json!({"id": remote.id})).map(|_| ())
    }

    fn resources(&self, body: &Value) -> Vec<There> {
        let list = body.get("resources").and_then(Value::as_array).into_iter().flatten();
        list.filter_map(|one| self.there("resource", one.clone()).ok()).collect()
    }

    fn resource(&mut self, _: &str, id: &str) -> Result<Option<There>, Diagnostic> {
        let answer = self.place.client.get(&format!("/api/3/action/resource_show?id={id}"))?;
        if answer.is_gone() {
            return Ok(None);
        }
        let body = self.result(id, answer)?;
        self.there(id, body).map(Some)
    }

    fn takes(&mut self, _: &str) -> Result<bool, Diagnostic> {
        Ok(true)
    }

    fn resource_fields(&self, resource: &PayloadResource, upload: bool) -> Vec<Field> {
        let mut fields = vec![
            ("name", json!(resource.title)),
            ("description", json!(resource.description)),
            ("format", json!(resource.format.to_uppercase())),
            ("mimetype", json!(resource.mime)),
            ("hash", json!(hash(resource))),
            ("schema_url", json!(resource.schema)),
        ];
        if !upload {
            fields.extend([("url", json!(self.place.url(resource))), ("size", json!(resource.filesize))]);
        }
        fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    }

    fn resource_shown(&self, body: &Value, field: &str) -> Value {
        match field {
            "file" if is_hosted(body) => json!([true, body.get("url")]),
            "file" => json!([false]),
            field => body.get(field).cloned().unwrap_or_default(),
        }
    }

    fn holds(&self, body: &Value, resource: &PayloadResource, upload: bool) -> bool {
        is_hosted(body) == upload && (!upload || body.get("hash").and_then(Value::as_str) == Some(hash(resource).as_str()))
    }

    fn has_length(&self, body: &Value, length: u64) -> bool {
        is_hosted(body) && body.get("size").and_then(Value::as_u64) == Some(length)
    }

    fn is_bare(&self, _: &There) -> bool {
        // A file and what is said of it are one request.
        false
    }

    fn send(&mut self, dataset: &str, sending: &Sending<'_>, _: &mut Steps<'_>) -> Result<There, Diagnostic> {
        let (resource, known) = (sending.resource, sending.known);
        let mut value = Map::new();
        for (name, said) in sending.fields {
            value.insert(name.clone(), if said.is_null() { json!("") } else { said.clone() });
        }
        value.insert(PATH.to_owned(), json!(resource.path));
        // A patch: what people wrote in other fields stays.
        let action = match known {
            Some(known) => {
                value.insert("id".to_owned(), json!(known.id));
                "resource_patch"
            }
            None => {
                value.insert("package_id".to_owned(), json!(dataset));
                "resource_create"
            }
        };
        let look = || {
            if known.is_some() {
                return Ok(None);
            }
            let package = self.result(dataset, self.ask(dataset)?)?;
            let made = self.resources(&package).into_iter().find(|one| one.path.as_deref() == Some(resource.path.as_str()));
            Ok(made.map(|one| Answer { status: 200, body: json!({"success": true, "result": one.body}) }))
        };
        let (client, path) = (self.place.client, format!("/api/3/action/{action}"));
        let answer = if sending.upload && (sending.file || known.is_none()) {
            let length = resource.filesize;
            let file = self.place.file(resource)?;
            let name = resource.path.rsplit('/').next().unwrap_or(&resource.path);
            client.sink().begin(name, length);
            let part = Part { field: "upload", path: &file, name, media_type: &resource.mime, offset: 0, length };
            let fields = value.into_iter().filter_map(|(name, value)| Some((form_name(&name)?, text(&value)))).collect();
            client.send_new(Method::POST, &path, &Sent::Form { fields, file: Some(part) }, look)?
        } else {
            client.sink().begin(&resource.title, 0);
            if !sending.upload && sending.file {
                // A file that was uploaded before becomes a link only so.
                value.insert("url_type".to_owned(), json!(""));
            }
            client.send_new(Method::POST, &path, &Sent::Json(&Value::Object(value)), look)?
        };
        let body = self.result(&resource.title, answer)?;
        self.there(&resource.title, body)
    }

    fn remove(&mut self, _: &str, id: &str) -> Result<(), Diagnostic> {
        let answer = self.place.client.send(Method::POST, "/api/3/action/resource_delete", &Sent::Json(&json!({"id": id})))?;
        if answer.is_gone() { Ok(()) } else { self.result(id, answer).map(|_| ()) }
    }

    fn order(&mut self, dataset: &str, ids: &[String]) -> Result<(), Diagnostic> {
        self.action("package_resource_reorder", "order", &json!({"id": dataset, "order": ids})).map(|_| ())
    }

    fn page(&self, id: &str) -> String {
        format!("{}/dataset/{id}", self.place.client.portal())
    }
}

fn extra<'v>(body: &'v Value, key: &str) -> Option<&'v Value> {
    let list = body.get("extras")?.as_array()?;
    list.iter().find(|extra| extra.get("key").and_then(Value::as_str) == Some(key))?.get("value")
}

fn hash(resource: &PayloadResource) -> String {
    format!("sha256:{}", resource.sha256)
}

fn is_hosted(body: &Value) -> bool {
    body.get("url_type").and_then(Value::as_str) == Some("upload")
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// The fields of a form, whose names are ours alone.
fn form_name(name: &str) -> Option<&'static str> {
    const NAMES: &[&str] = &["package_id", "id", PATH, "name", "description", "format", "mimetype", "hash", "schema_url", "url", "size"];
    NAMES.iter().find(|known| **known == name).copied()
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn names_that_are_cut_are_kept_apart() {
        let long = "consultation-sur-la-requalification-des-berges-de-la-riviere-et-de-ses-affluents-dans-la-commune-de";
        let (one, _) = names("https://archive.example/", &format!("{long}-2021"), "https://archive.example/consultations/1#dataset");
        let (other, others) = names("https://archive.example/", &format!("{long}-2022"), "https://archive.example/consultations/2#dataset");
        assert!(one.len() == 100 && other.len() == 100 && one != other);
        assert_eq!(others[0].len(), 100);
        let (short, others) = names("https://archive.example/", "budget", "i");
        assert_eq!(short, "archive-example-budget");
        assert!(others[0].starts_with("archive-example-budget-"));
    }
}
