//! What we say to udata, and what it shows: the same fields on both sides, so that they can be compared.

use serde_json::{Value, json};

use super::{IDENTIFIER, PATH};
use crate::catalogue::{Payload, PayloadResource, Payloads};
use crate::publish::merge::Field;

/// The field of contact points.
pub const CONTACT: &str = "contact_points";

/// Fields below `extras` have this before their names.
const EXTRA: &str = "extras.";

/// What we say of a dataset.
pub fn dataset(payload: &Payload, all: &Payloads) -> Vec<Field> {
    // udata writes keywords as slugs (`tags.py`); so do we, to see who changed them. The theme has no field there.
    let mut tags: Vec<String> = payload.tags.iter().chain(payload.theme.as_ref().map(|(_, name)| name)).map(|tag| tag_slug(tag)).collect();
    tags.retain(|tag| (3..=96).contains(&tag.len()));
    tags.sort();
    tags.dedup();
    let spatial = match (payload.zones.as_slice(), payload.bbox) {
        ([], None) => Value::Null,
        ([], Some(bbox)) => geometry(bbox),
        (zones, _) => json!({"zones": zones, "geom": null, "granularity": payload.granularity}),
    };
    let contact = match &all.email {
        Some(email) if !all.publisher.is_empty() => json!([[all.publisher, email]]),
        _ => Value::Null,
    };
    let fields = [
        ("title", json!(payload.title)),
        ("description", json!(payload.description)),
        ("tags", json!(tags)),
        ("frequency", json!(payload.frequency)),
        ("license", json!(payload.license.as_ref().map(|(id, _)| id))),
        ("temporal_coverage", json!(payload.temporal_coverage.as_ref().map(|(start, end)| json!({"start": start, "end": end})))),
        ("spatial", spatial),
        (CONTACT, contact),
        ("extras.remote_url", json!(payload.page)),
    ];
    fields.map(|(name, value)| (name.to_owned(), value)).into()
}

/// A box, as udata wants it: there are no zones beside a geometry (`core/spatial/models.py`).
pub fn geometry([west, south, east, north]: [f64; 4]) -> Value {
    let ring = [[west, south], [east, south], [east, north], [west, north], [west, south]];
    json!({"zones": [], "geom": {"type": "MultiPolygon", "coordinates": [[ring]]}, "granularity": "other"})
}

fn tag_slug(tag: &str) -> String {
    let folded = deunicode::deunicode(&tag.replace(['’', '\''], "")).to_lowercase();
    folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
}

/// What udata shows in a field, in the form of ours.
pub fn shown(body: &Value, field: &str) -> Value {
    let plain = |name: &str| body.get(name).cloned().unwrap_or_default();
    match field {
        "tags" => {
            let mut tags: Vec<&str> = body.get("tags").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect();
            tags.sort_unstable();
            json!(tags)
        }
        "spatial" => match body.get("spatial").filter(|spatial| spatial.is_object()) {
            Some(spatial) => json!({
                "zones": spatial.get("zones").filter(|zones| !zones.is_null()).cloned().unwrap_or_else(|| json!([])),
                "geom": spatial.get("geom"),
                "granularity": spatial.get("granularity"),
            }),
            None => Value::Null,
        },
        CONTACT => {
            let list = body.get(CONTACT).and_then(Value::as_array).into_iter().flatten();
            json!(list.map(|one| json!([one.get("name"), one.get("email")])).collect::<Vec<_>>())
        }
        field => match field.strip_prefix(EXTRA) {
            Some(name) => body.get("extras").and_then(|extras| extras.get(name)).cloned().unwrap_or_default(),
            None => plain(field),
        },
    }
}

/// What an update has to say although nothing changed: udata erases keywords and period where they are not said (`forms/fields.py` TagField,
/// DateRangeField).
pub fn kept(body: &Value) -> Value {
    json!({"title": body.get("title"), "description": body.get("description"), "tags": body.get("tags"), "temporal_coverage": body.get("temporal_coverage")})
}

/// A request that says these fields; of a dataset that is there all others stay.
pub fn request(payload: &Payload, remote: Option<&Value>, fields: &[Field], contact: Option<&str>) -> Value {
    let mut value = remote.filter(|body| body.is_object()).map_or_else(|| json!({}), kept);
    let mut extras = remote.and_then(|body| body.get("extras")).filter(|extras| extras.is_object()).cloned().unwrap_or_else(|| json!({}));
    extras[IDENTIFIER] = json!(payload.identifier);
    for (name, said) in fields {
        match name.as_str() {
            "spatial" if said.is_null() => value["spatial"] = json!({"zones": null, "geom": null}),
            // An empty list of zones changes nothing: only `null` takes them away.
            "spatial" if said.get("zones").and_then(Value::as_array).is_some_and(Vec::is_empty) => {
                value["spatial"] = json!({"zones": null, "geom": said.get("geom"), "granularity": said.get("granularity")});
            }
            // An empty list changes nothing here either (`forms/fields.py` ContactPointListField).
            CONTACT if said.is_null() => value[CONTACT] = Value::Null,
            CONTACT => {
                if let Some(contact) = contact {
                    value[CONTACT] = json!([contact]);
                }
            }
            name => match name.strip_prefix(EXTRA) {
                Some(name) => extras[name] = said.clone(),
                None => value[name] = said.clone(),
            },
        }
    }
    // Extras without a value are refused.
    if let Some(map) = extras.as_object_mut() {
        map.retain(|_, value| !value.is_null());
    }
    value["extras"] = extras;
    value
}

/// What we say of a resource: of an uploaded file the portal knows the rest itself.
pub fn resource(resource: &PayloadResource, url: Option<String>) -> Vec<Field> {
    let mut fields = vec![
        ("title", json!(resource.title)),
        ("description", json!(resource.description)),
        ("type", json!(resource.r#type)),
        ("schema", json!(resource.schema.as_ref().map(|schema| json!({"url": schema})))),
    ];
    if let Some(url) = url {
        fields.extend([
            ("url", json!(url)),
            ("format", json!(resource.format)),
            ("mime", json!(resource.mime)),
            ("filesize", json!(resource.filesize)),
            ("checksum", json!({"type": "sha256", "value": resource.sha256})),
        ]);
    }
    fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

/// What udata shows of a resource.
pub fn resource_shown(body: &Value, field: &str) -> Value {
    match field {
        "schema" => match body.get("schema").and_then(|schema| schema.get("url")).filter(|url| !url.is_null()) {
            Some(url) => json!({"url": url}),
            None => body.get("schema").cloned().unwrap_or_default(),
        },
        "file" if is_hosted(body) => json!([true, body.get("url")]),
        "file" => json!([false]),
        field => body.get(field).cloned().unwrap_or_default(),
    }
}

/// Whether the portal has the file itself.
pub fn is_hosted(body: &Value) -> bool {
    body.get("filetype").and_then(Value::as_str) == Some("file")
}

/// A request that says these fields of a resource; its path is always said.
pub fn resource_request(resource: &PayloadResource, known: Option<&Value>, fields: &[Field]) -> Value {
    let mut extras = known.and_then(|body| body.get("extras")).filter(|extras| extras.is_object()).cloned().unwrap_or_else(|| json!({}));
    extras[PATH] = json!(resource.path);
    let mut value = json!({"extras": extras});
    // Of a new file, what stood there before it.
    for name in ["title", "description", "type", "url"] {
        if let Some(before) = known.and_then(|body| body.get(name)).filter(|before| !before.is_null()) {
            value[name] = before.clone();
        }
    }
    for (name, said) in fields {
        value[name.as_str()] = said.clone();
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keywords_are_written_as_the_portal_does() {
        assert_eq!(tag_slug("L’Haÿ-les-Roses 94"), "lhay-les-roses-94");
        assert_eq!(tag_slug("démocratie participative"), "democratie-participative");
    }

    #[test]
    fn what_others_wrote_is_said_again_where_silence_erases() {
        let body = json!({"title": "T", "tags": ["a"], "temporal_coverage": {"start": "2020-01-01"}, "extras": {"other": 1}, "contact_points": [{"id": "c1"}]});
        let payload: Payload = serde_json::from_value(json!({
            "name": "n", "identifier": "i", "title": "", "description": "", "tags": [], "license": null, "frequency": "never", "temporal_coverage": null,
            "zones": [], "granularity": null, "bbox": null, "page": "", "resources": [],
        }))
        .unwrap();
        let fields = [("contact_points".to_owned(), json!([["a", "b"]])), ("extras.remote_url".to_owned(), Value::Null)];
        let value = request(&payload, Some(&body), &fields, Some("c2"));
        assert_eq!((&value["tags"], &value["temporal_coverage"]), (&body["tags"], &body["temporal_coverage"]));
        assert_eq!((&value["extras"], &value["contact_points"]), (&json!({"other": 1, "greffe:identifier": "i"}), &json!(["c2"])));
    }
}
