//! udata, the software of data.gouv.fr, by its API `/api/1`.

use serde_json::{Value, json};
use ureq::http::Method;

use super::client::{Answer, Client, Lost, Part, Payload as Sent};
use super::{Payload, PayloadResource, Place, Portal};
use crate::diagnose::{Diagnostic, codes};

/// Where a dataset keeps its identifier: extras are kept as they are and given back.
const IDENTIFIER: &str = "greffe:identifier";

/// Where a resource keeps its path in the archive.
const PATH: &str = "greffe:path";

/// Bytes of a part of an upload.
const CHUNK: u64 = 4 << 20;

pub struct Udata<'a> {
    client: Client<'a>,
    place: Place<'a>,
    /// Extensions that may be uploaded, once asked.
    extensions: Option<Vec<String>>,
    /// Ids of the resources of the dataset that are links.
    links: Vec<String>,
}

impl<'a> Udata<'a> {
    pub fn new(client: Client<'a>, place: Place<'a>) -> Self {
        Self { client, place, extensions: None, links: Vec::new() }
    }

    /// A success, or what the portal says.
    fn expect(&self, what: &str, answer: Answer) -> Result<Value, Diagnostic> {
        if (200..300).contains(&answer.status) { Ok(answer.body) } else { Err(self.client.refused(what, &answer)) }
    }

    fn id(&self, what: &str, body: &Value) -> Result<String, Diagnostic> {
        if self.client.is_dry() {
            return Ok("ID".to_owned());
        }
        body.get("id")
            .and_then(Value::as_str)
            .map(str::to_owned)
            .ok_or_else(|| self.client.refused(what, &Answer { status: 200, body: body.clone() }))
    }

    fn description(&self, payload: &Payload) -> Value {
        let order = self.place.order;
        let mut value = json!({
            "title": payload.title,
            "description": payload.description,
            "tags": payload.tags,
            "frequency": payload.frequency,
            "extras": {IDENTIFIER: payload.identifier, "remote_url": payload.page},
        });
        if let Some((id, _)) = &payload.license {
            value["license"] = json!(id);
        }
        if let Some((start, end)) = &payload.temporal_coverage {
            value["temporal_coverage"] = json!({"start": start, "end": end});
        }
        if !payload.zones.is_empty() {
            value["spatial"] = json!({"zones": payload.zones, "geom": null, "granularity": payload.granularity});
        } else if let Some([west, south, east, north]) = payload.bbox {
            let ring = [[west, south], [east, south], [east, north], [west, north], [west, south]];
            value["spatial"] = json!({"zones": null, "geom": {"type": "MultiPolygon", "coordinates": [[ring]]}});
        }
        if let Some(organization) = &order.organization {
            value["organization"] = json!(organization);
        }
        value
    }

    /// The dataset with our identifier among those we may change.
    fn look(&self, identifier: &str) -> Result<Option<Value>, Diagnostic> {
        let mut path = match &self.place.order.organization {
            Some(organization) => format!("/api/1/datasets/?organization={organization}&page_size=100"),
            None => "/api/1/me/datasets/".to_owned(),
        };
        loop {
            let answer = self.client.send(Method::GET, &path, &Sent::Nothing)?;
            let body = self.expect("datasets", answer)?;
            let list = body.as_array().or_else(|| body.get("data").and_then(Value::as_array));
            let found =
                list.and_then(|list| list.iter().find(|one| one.pointer("/extras/greffe:identifier").and_then(Value::as_str) == Some(identifier)));
            if let Some(found) = found.filter(|found| found.get("deleted").is_none_or(Value::is_null)) {
                return Ok(Some(found.clone()));
            }
            match body.get("next_page").and_then(Value::as_str).and_then(|next| next.strip_prefix(self.client.portal())) {
                Some(next) => path = next.to_owned(),
                None => return Ok(None),
            }
        }
    }

    /// The resources of a dataset as they are.
    fn list(&self, dataset: &str) -> Result<Vec<Value>, Diagnostic> {
        let answer = self.client.send(Method::GET, &format!("/api/1/datasets/{dataset}/"), &Sent::Nothing)?;
        let body = self.expect("dataset", answer)?;
        Ok(body.get("resources").and_then(Value::as_array).cloned().unwrap_or_default())
    }

    fn resource(&self, resource: &PayloadResource, remote: bool) -> Value {
        let mut value = json!({
            "title": resource.title,
            "description": resource.description,
            "type": resource.r#type,
            "format": resource.format,
            "mime": resource.mime,
            "filesize": resource.filesize,
            "checksum": {"type": "sha256", "value": resource.sha256},
            "extras": {PATH: resource.path},
        });
        if remote {
            value["filetype"] = json!("remote");
            value["url"] = json!(format!("{}{}", self.place.base_url, resource.path));
        }
        if let Some(schema) = &resource.schema {
            value["schema"] = json!({"url": schema});
        }
        value
    }

    /// Whether the portal takes files of this ending; other files are linked to.
    fn takes(&mut self, path: &str) -> Result<bool, Diagnostic> {
        if self.extensions.is_none() {
            let answer = self.client.send(Method::GET, "/api/1/datasets/extensions/", &Sent::Nothing)?;
            let body = self.expect("extensions", answer)?;
            let names = body.as_array().map(|list| {
                list.iter().filter_map(|one| one.as_str().or_else(|| one.get("text").and_then(Value::as_str)).map(str::to_lowercase)).collect()
            });
            self.extensions = Some(names.unwrap_or_default());
        }
        let ending = path.rsplit('.').next().unwrap_or_default().to_lowercase();
        // A dry run asks nothing: files are told as uploads.
        Ok(self.client.is_dry() || self.extensions.iter().flatten().any(|known| *known == ending))
    }

    /// Uploads a file, in parts where it is large, and gives the resource it made or renewed.
    fn upload(&self, dataset: &str, resource: &PayloadResource, known: Option<&str>) -> Result<Value, Diagnostic> {
        let path = match known {
            Some(id) => format!("/api/1/datasets/{dataset}/resources/{id}/upload/"),
            None => format!("/api/1/datasets/{dataset}/upload/"),
        };
        let file = self.place.file(resource)?;
        let length = resource.filesize;
        let name = resource.path.rsplit('/').next().unwrap_or(&resource.path);
        let part = |offset: u64, length: u64| Part { field: "file", path: &file, name, media_type: &resource.mime, offset, length };
        self.client.sink().begin(name, length);
        let before: Vec<String> = if known.is_none() && !self.client.is_dry() { ids(&self.list(dataset)?) } else { Vec::new() };
        // If the answer of the last request is lost, the resource it made is one that was not there before.
        let look = || -> Result<Option<Answer>, Diagnostic> {
            let list = self.list(dataset)?;
            let made = list
                .into_iter()
                .find(|one| one.get("id").and_then(Value::as_str).is_some_and(|id| known.is_none() && !before.contains(&id.to_owned())));
            Ok(made.map(|body| Answer { status: 201, body }))
        };
        let answer = if length <= CHUNK {
            self.client.send_new(Method::POST, &path, &Sent::Form { fields: Vec::new(), file: Some(part(0, length)) }, look)?
        } else {
            self.client.send_together(|| self.parts(&path, name, length, &part), look)?
        };
        self.expect(name, answer)
    }
}

impl Udata<'_> {
    /// A large file in parts, put together by a last request. A part that is sent again under the same name is an error there, so every
    /// attempt has a name of its own.
    fn parts<'p>(&self, path: &str, name: &str, length: u64, part: &dyn Fn(u64, u64) -> Part<'p>) -> Result<Answer, Lost> {
        let mut random = [0u8; 16];
        getrandom::fill(&mut random).map_err(|error| Lost::Never(Diagnostic::new(codes::INTERNAL).arg("error", error.to_string())))?;
        let uuid: String = random.iter().map(|b| format!("{b:02x}")).collect();
        let parts = length.div_ceil(CHUNK);
        for index in 0..parts {
            let (offset, size) = (index * CHUNK, CHUNK.min(length - index * CHUNK));
            let fields = vec![
                ("uuid", uuid.clone()),
                ("filename", name.to_owned()),
                ("partindex", index.to_string()),
                ("partbyteoffset", offset.to_string()),
                ("totalparts", parts.to_string()),
                ("chunksize", size.to_string()),
            ];
            let answer = self.client.once(Method::POST, path, &Sent::Form { fields, file: Some(part(offset, size)) })?;
            self.expect(name, answer).map_err(Lost::Never)?;
        }
        let fields = vec![("uuid", uuid), ("filename", name.to_owned()), ("totalparts", parts.to_string())];
        self.client.once(Method::POST, path, &Sent::Form { fields, file: None })
    }
}

fn ids(resources: &[Value]) -> Vec<String> {
    resources.iter().filter_map(|one| one.get("id").and_then(Value::as_str)).map(str::to_owned).collect()
}

impl Portal for Udata<'_> {
    fn hello(&mut self) -> Result<(), Diagnostic> {
        let answer = self.client.send(Method::GET, "/api/1/me/", &Sent::Nothing)?;
        let me = self.expect("me", answer)?;
        // Something else than the portal may answer too, with a page.
        self.id("me", &me).map(|_| ())
    }

    fn find(&mut self, payload: &Payload, known: Option<&str>) -> Result<Option<String>, Diagnostic> {
        if let Some(id) = known {
            let answer = self.client.send(Method::GET, &format!("/api/1/datasets/{id}/"), &Sent::Nothing)?;
            let gone = answer.status == 404 || answer.status == 410 || answer.body.get("deleted").is_some_and(|deleted| !deleted.is_null());
            if !gone {
                self.expect("dataset", answer)?;
                return Ok(Some(id.to_owned()));
            }
        }
        let found = self.look(&payload.identifier)?;
        Ok(found.and_then(|found| found.get("id").and_then(Value::as_str).map(str::to_owned)))
    }

    fn create(&mut self, payload: &Payload) -> Result<String, Diagnostic> {
        let mut description = self.description(payload);
        description["private"] = json!(self.place.order.private);
        let look = || Ok(self.look(&payload.identifier)?.map(|body| Answer { status: 201, body }));
        let answer = self.client.send_new(Method::POST, "/api/1/datasets/", &Sent::Json(&description), look)?;
        let body = self.expect(&payload.title, answer)?;
        self.id(&payload.title, &body)
    }

    fn update(&mut self, payload: &Payload, id: &str) -> Result<(), Diagnostic> {
        let answer = self.client.send(Method::PUT, &format!("/api/1/datasets/{id}/"), &Sent::Json(&self.description(payload)))?;
        self.expect(&payload.title, answer).map(|_| ())
    }

    fn resources(&mut self, dataset: &str) -> Result<Vec<(String, Option<String>)>, Diagnostic> {
        let path = |one: &Value| one.pointer("/extras/greffe:path").and_then(Value::as_str).map(str::to_owned);
        let list = self.list(dataset)?;
        let links: Vec<Value> = list.iter().filter(|one| one.get("filetype").and_then(Value::as_str) == Some("remote")).cloned().collect();
        self.links = ids(&links);
        Ok(list.iter().filter_map(|one| Some((one.get("id")?.as_str()?.to_owned(), path(one)))).collect())
    }

    fn send(&mut self, dataset: &str, resource: &PayloadResource, known: Option<&str>) -> Result<String, Diagnostic> {
        let upload = self.place.order.upload && self.takes(&resource.path)?;
        let mut value = self.resource(resource, !upload);
        let known = match known {
            // A link never becomes a file of the portal's, nor the other way round: it is made anew.
            Some(id) if self.links.iter().any(|link| link == id) == upload => {
                self.remove(dataset, id)?;
                None
            }
            known => known,
        };
        if upload {
            let made = self.upload(dataset, resource, known)?;
            let id = self.id(&resource.title, &made)?;
            if let Some(url) = made.get("url") {
                value["url"] = url.clone();
            }
            let answer = self.client.send(Method::PUT, &format!("/api/1/datasets/{dataset}/resources/{id}/"), &Sent::Json(&value))?;
            self.expect(&resource.title, answer)?;
            return Ok(id);
        }
        self.client.sink().begin(&resource.title, 0);
        if let Some(id) = known {
            // What a resource is cannot be changed, only said when it is made.
            if let Some(fields) = value.as_object_mut() {
                fields.remove("filetype");
            }
            let answer = self.client.send(Method::PUT, &format!("/api/1/datasets/{dataset}/resources/{id}/"), &Sent::Json(&value))?;
            self.expect(&resource.title, answer)?;
            return Ok(id.to_owned());
        }
        let look = || {
            let list = self.list(dataset)?;
            let made = list.into_iter().find(|one| one.pointer("/extras/greffe:path").and_then(Value::as_str) == Some(resource.path.as_str()));
            Ok(made.map(|body| Answer { status: 201, body }))
        };
        let answer = self.client.send_new(Method::POST, &format!("/api/1/datasets/{dataset}/resources/"), &Sent::Json(&value), look)?;
        let body = self.expect(&resource.title, answer)?;
        self.id(&resource.title, &body)
    }

    fn remove(&mut self, dataset: &str, id: &str) -> Result<(), Diagnostic> {
        let answer = self.client.send(Method::DELETE, &format!("/api/1/datasets/{dataset}/resources/{id}/"), &Sent::Nothing)?;
        if answer.status == 404 { Ok(()) } else { self.expect(id, answer).map(|_| ()) }
    }

    fn order(&mut self, dataset: &str, ids: &[String]) -> Result<(), Diagnostic> {
        let list = json!(ids.iter().map(|id| json!({"id": id})).collect::<Vec<_>>());
        let answer = self.client.send(Method::PUT, &format!("/api/1/datasets/{dataset}/resources/"), &Sent::Json(&list))?;
        self.expect("order", answer).map(|_| ())
    }

    fn page(&self, id: &str) -> String {
        format!("{}/datasets/{id}/", self.client.portal())
    }
}
