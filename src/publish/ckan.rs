//! CKAN, by its action API `/api/3/action`.

use serde_json::{Value, json};
use ureq::http::Method;

use super::client::{Answer, Client, Part, Payload as Sent};
use super::{Payload, PayloadResource, Place, Portal};
use crate::diagnose::{Diagnostic, codes};

/// Licences that CKAN's own list names as data.gouv.fr does. Others are named by their address in the extras.
const LICENCES: &[&str] = &["odc-odbl", "odc-by", "odc-pddl", "cc-by", "cc-by-sa", "cc-zero"];

pub struct Ckan<'a> {
    client: Client<'a>,
    place: Place<'a>,
}

impl<'a> Ckan<'a> {
    pub fn new(client: Client<'a>, place: Place<'a>) -> Self {
        Self { client, place }
    }

    /// What an action gave, or what the portal says.
    fn result(&self, what: &str, answer: Answer) -> Result<Value, Diagnostic> {
        if self.client.is_dry() {
            return Ok(json!({"id": "ID", "resources": []}));
        }
        match answer.body.get("result") {
            Some(result) if answer.status == 200 && answer.body.get("success") == Some(&Value::Bool(true)) => Ok(result.clone()),
            _ => Err(self.client.refused(what, &answer)),
        }
    }

    fn id(&self, what: &str, result: &Value) -> Result<String, Diagnostic> {
        let id = result.get("id").and_then(Value::as_str).map(str::to_owned);
        id.ok_or_else(|| self.client.refused(what, &Answer { status: 200, body: result.clone() }))
    }

    fn action(&self, action: &str, what: &str, value: &Value) -> Result<Value, Diagnostic> {
        let answer = self.client.send(Method::POST, &format!("/api/3/action/{action}"), &Sent::Json(value))?;
        self.result(what, answer)
    }

    /// A dataset by id or name.
    fn show(&self, id: &str) -> Result<Option<Value>, Diagnostic> {
        let answer = self.client.send(Method::GET, &format!("/api/3/action/package_show?id={id}"), &Sent::Nothing)?;
        if answer.status == 404 {
            return Ok(None);
        }
        // A deleted one is shown to those who may change it; its name stays taken, so it is brought back.
        self.result(id, answer).map(Some)
    }

    /// Our name of it: CKAN's names are unique in the whole portal, so the archive's address is part of them.
    fn name(&self, payload: &Payload) -> String {
        let host = self.place.base_url.split("://").nth(1).unwrap_or_default().trim_end_matches('/');
        let safe: String =
            format!("{host}-{}", payload.name).to_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
        safe.chars().take(100).collect()
    }

    fn description(&self, payload: &Payload) -> Value {
        let order = self.place.order;
        let mut extras =
            vec![json!({"key": "greffe_identifier", "value": payload.identifier}), json!({"key": "frequency", "value": payload.frequency})];
        if let Some((start, end)) = &payload.temporal_coverage {
            extras.push(json!({"key": "temporal_start", "value": start}));
            extras.push(json!({"key": "temporal_end", "value": end}));
        }
        if let Some([west, south, east, north]) = payload.bbox {
            let polygon = json!({"type": "Polygon", "coordinates": [[[west, south], [east, south], [east, north], [west, north], [west, south]]]});
            extras.push(json!({"key": "spatial", "value": polygon.to_string()}));
        }
        let mut value = json!({
            "name": self.name(payload),
            "state": "active",
            "title": payload.title,
            "notes": payload.description,
            "url": payload.page,
            "tags": payload.tags.iter().map(|tag| json!({"name": tag})).collect::<Vec<_>>(),
        });
        if let Some((id, url)) = &payload.license {
            if LICENCES.contains(&id.as_str()) {
                value["license_id"] = json!(id);
            } else {
                value["license_id"] = json!("other-open");
                extras.push(json!({"key": "license_url", "value": url}));
            }
        }
        if let Some(organization) = &order.organization {
            value["owner_org"] = json!(organization);
        }
        value["extras"] = json!(extras);
        value
    }

    fn resource(&self, dataset: &str, resource: &PayloadResource, known: Option<&str>) -> Vec<(&'static str, String)> {
        let mut fields = vec![
            ("package_id", dataset.to_owned()),
            ("name", resource.title.clone()),
            ("description", resource.description.clone()),
            ("format", resource.format.to_uppercase()),
            ("mimetype", resource.mime.clone()),
            ("hash", format!("sha256:{}", resource.sha256)),
            ("greffe_path", resource.path.clone()),
        ];
        if let Some(schema) = &resource.schema {
            fields.push(("schema_url", schema.clone()));
        }
        if let Some(id) = known {
            fields.push(("id", id.to_owned()));
        }
        fields
    }
}

impl Portal for Ckan<'_> {
    fn hello(&mut self) -> Result<(), Diagnostic> {
        // Whoever may create nothing anywhere has no use of the rest; an unknown key is refused here.
        let answer = self.client.send(Method::GET, "/api/3/action/organization_list_for_user?permission=create_dataset", &Sent::Nothing)?;
        let list = self.result("organization_list_for_user", answer)?;
        let Some(wanted) = &self.place.order.organization else { return Ok(()) };
        let known = |one: &Value| ["id", "name"].into_iter().any(|key| one.get(key).and_then(Value::as_str) == Some(wanted.as_str()));
        if self.client.is_dry() || list.as_array().is_some_and(|list| list.iter().any(known)) {
            return Ok(());
        }
        Err(Diagnostic::new(codes::PORTAL_KEY).file(self.client.portal()).arg("status", "200").arg("error", format!("organization {wanted}")))
    }

    fn find(&mut self, payload: &Payload, known: Option<&str>) -> Result<Option<String>, Diagnostic> {
        let mut found = None;
        if let Some(id) = known {
            found = self.show(id)?;
        }
        if found.is_none() {
            found = self.show(&self.name(payload))?;
        }
        Ok(found.filter(|_| !self.client.is_dry()).and_then(|package| package.get("id").and_then(Value::as_str).map(str::to_owned)))
    }

    fn create(&mut self, payload: &Payload) -> Result<String, Diagnostic> {
        let mut value = self.description(payload);
        value["private"] = json!(self.place.order.private);
        let look = || Ok(self.show(&self.name(payload))?.map(|package| Answer { status: 200, body: json!({"success": true, "result": package}) }));
        let answer = self.client.send_new(Method::POST, "/api/3/action/package_create", &Sent::Json(&value), look)?;
        let result = self.result(&payload.title, answer)?;
        self.id(&payload.title, &result)
    }

    fn update(&mut self, payload: &Payload, id: &str) -> Result<(), Diagnostic> {
        // A patch: what people added on the portal, and the resources, stay.
        let mut value = self.description(payload);
        value["id"] = json!(id);
        self.action("package_patch", &payload.title, &value).map(|_| ())
    }

    fn resources(&mut self, dataset: &str) -> Result<Vec<(String, Option<String>)>, Diagnostic> {
        let package = if self.client.is_dry() { None } else { self.show(dataset)? };
        let list = package.as_ref().and_then(|package| package.get("resources")).and_then(Value::as_array);
        let path = |one: &Value| one.get("greffe_path").and_then(Value::as_str).map(str::to_owned);
        Ok(list.into_iter().flatten().filter_map(|one| Some((one.get("id")?.as_str()?.to_owned(), path(one)))).collect())
    }

    fn send(&mut self, dataset: &str, resource: &PayloadResource, known: Option<&str>) -> Result<String, Diagnostic> {
        let action = if known.is_some() { "resource_update" } else { "resource_create" };
        let path = format!("/api/3/action/{action}");
        let mut fields = self.resource(dataset, resource, known);
        let look = || {
            let package = self.show(dataset)?;
            let made = package.as_ref().and_then(|package| package.get("resources")).and_then(Value::as_array).and_then(|list| {
                list.iter().find(|one| known.is_none() && one.get("greffe_path").and_then(Value::as_str) == Some(resource.path.as_str()))
            });
            Ok(made.map(|one| Answer { status: 200, body: json!({"success": true, "result": one}) }))
        };
        let file;
        let answer = if self.place.order.upload {
            let length = resource.filesize;
            file = self.place.file(resource)?;
            let name = resource.path.rsplit('/').next().unwrap_or(&resource.path);
            self.client.sink().begin(name, length);
            let part = Part { field: "upload", path: &file, name, media_type: &resource.mime, offset: 0, length };
            self.client.send_new(Method::POST, &path, &Sent::Form { fields, file: Some(part) }, look)?
        } else {
            self.client.sink().begin(&resource.title, 0);
            fields.push(("url", format!("{}{}", self.place.base_url, resource.path)));
            fields.push(("size", resource.filesize.to_string()));
            // A file that was uploaded before becomes a link only so.
            fields.push(("url_type", String::new()));
            let value: Value = fields.into_iter().map(|(key, value)| (key.to_owned(), json!(value))).collect::<serde_json::Map<_, _>>().into();
            self.client.send_new(Method::POST, &path, &Sent::Json(&value), look)?
        };
        let result = self.result(&resource.title, answer)?;
        self.id(&resource.title, &result)
    }

    fn remove(&mut self, _: &str, id: &str) -> Result<(), Diagnostic> {
        let answer = self.client.send(Method::POST, "/api/3/action/resource_delete", &Sent::Json(&json!({"id": id})))?;
        if answer.status == 404 { Ok(()) } else { self.result(id, answer).map(|_| ()) }
    }

    fn order(&mut self, dataset: &str, ids: &[String]) -> Result<(), Diagnostic> {
        self.action("package_resource_reorder", "order", &json!({"id": dataset, "order": ids})).map(|_| ())
    }

    fn page(&self, id: &str) -> String {
        format!("{}/dataset/{id}", self.client.portal())
    }
}
