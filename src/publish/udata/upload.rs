//! Files sent to udata, in parts where they are large (udata, `core/storages/utils.py`): each part has its index under one name of the whole, and
//! a last request puts them together.
//!
//! A part is tried for itself, not the whole file. udata stores no part twice: sent again after an answer that was lost it is a 500, which then means that it
//! is there. If that was wrong the last request fails, and the file is sent once more under another name.

use std::path::Path;

use serde_json::Value;
use ureq::http::Method;

use super::Udata;
use crate::catalogue::PayloadResource;
use crate::diagnose::{Diagnostic, codes};
use crate::publish::answer::{Answer, Lost};
use crate::publish::client::{Part, Payload as Sent, TRIES};
use crate::publish::portal::{Portal, There};

/// Bytes of a part of an upload.
const CHUNK: u64 = 4 << 20;

/// A file on its way.
struct Upload<'f> {
    /// Where to.
    path: String,
    file: &'f Path,
    name: &'f str,
    media_type: &'f str,
    length: u64,
}

impl<'f> Upload<'f> {
    fn part(&self, offset: u64, length: u64) -> Part<'f> {
        Part { field: "file", path: self.file, name: self.name, media_type: self.media_type, offset, length }
    }
}

impl Udata<'_> {
    /// The resources of a dataset as they are now.
    pub(super) fn current(&self, dataset: &str) -> Result<Vec<There>, Diagnostic> {
        let body = self.expect("dataset", self.place.client.get(&format!("/api/1/datasets/{dataset}/"))?)?;
        body.get("resources").and_then(Value::as_array).into_iter().flatten().map(|one| self.there("resource", one.clone())).collect()
    }

    /// Uploads a file and gives the resource it made or renewed.
    pub(super) fn upload(&self, dataset: &str, resource: &PayloadResource, known: Option<&There>) -> Result<There, Diagnostic> {
        let client = self.place.client;
        let file = self.place.file(resource)?;
        let upload = Upload {
            path: match known {
                Some(known) => format!("/api/1/datasets/{dataset}/resources/{}/upload/", known.id),
                None => format!("/api/1/datasets/{dataset}/upload/"),
            },
            file: &file,
            name: resource.path.rsplit('/').next().unwrap_or(&resource.path),
            media_type: &resource.mime,
            length: resource.filesize,
        };
        client.sink().begin(upload.name, upload.length);
        // If the answer of the last request is lost, what it made is new, or has another address than before.
        let before: Vec<(String, Value)> = match known {
            Some(known) => vec![(known.id.clone(), known.body.get("url").cloned().unwrap_or_default())],
            None if client.is_dry() => Vec::new(),
            None => self.current(dataset)?.into_iter().map(|one| (one.id, Value::Null)).collect(),
        };
        let look = || -> Result<Option<Answer>, Diagnostic> {
            // Others may add files in the meantime: ours is as long, and nobody has said anything of it yet.
            let is_new = |one: &There| match (known, before.iter().find(|(id, _)| *id == one.id)) {
                _ if !self.has_length(&one.body, resource.filesize) => false,
                (None, found) => found.is_none() && self.is_bare(one),
                (Some(_), found) => found.is_some_and(|(_, url)| one.body.get("url") != Some(url)),
            };
            Ok(self.current(dataset)?.into_iter().find(is_new).map(|one| Answer { status: 201, body: one.body }))
        };
        let answer = if upload.length <= CHUNK {
            client.send_new(Method::POST, &upload.path, &Sent::Form { fields: Vec::new(), file: Some(upload.part(0, upload.length)) }, look)?
        } else {
            // Once more from the first part, if the parts that were taken for sent were not.
            match self.parts(&upload, 2, look)? {
                Some(answer) => answer,
                None => match self.parts(&upload, TRIES, look)? {
                    Some(answer) => answer,
                    None => return Err(Diagnostic::new(codes::PORTAL_UNREACHABLE).file(client.portal()).arg("error", upload.name)),
                },
            }
        };
        let body = self.expect(upload.name, answer)?;
        self.there(upload.name, body)
    }

    /// All parts, and the request that puts them together; nothing where the portal cannot do that.
    fn parts(&self, upload: &Upload<'_>, tries: u32, look: impl FnMut() -> Result<Option<Answer>, Diagnostic>) -> Result<Option<Answer>, Diagnostic> {
        let mut random = [0u8; 16];
        getrandom::fill(&mut random).map_err(|error| Diagnostic::new(codes::INTERNAL).arg("error", error.to_string()))?;
        let uuid: String = random.iter().map(|b| format!("{b:02x}")).collect();
        let parts = upload.length.div_ceil(CHUNK);
        for index in 0..parts {
            let (offset, size) = (index * CHUNK, CHUNK.min(upload.length - index * CHUNK));
            let fields = vec![
                ("uuid", uuid.clone()),
                ("filename", upload.name.to_owned()),
                ("partindex", index.to_string()),
                ("partbyteoffset", offset.to_string()),
                ("totalparts", parts.to_string()),
                ("chunksize", size.to_string()),
            ];
            let answer = self.part(&upload.path, &Sent::Form { fields, file: Some(upload.part(offset, size)) })?;
            self.expect(upload.name, answer)?;
        }
        let fields = vec![("uuid", uuid), ("filename", upload.name.to_owned()), ("totalparts", parts.to_string())];
        let whole = Sent::Form { fields, file: None };
        match self.place.client.until(tries, || self.place.client.once(Method::POST, &upload.path, &whole), look) {
            Ok(answer) => Ok(Some(answer)),
            Err(fault) if fault.code == codes::PORTAL_UNREACHABLE => Ok(None),
            Err(fault) => Err(fault),
        }
    }

    /// One part, tried for itself.
    fn part(&self, path: &str, part: &Sent<'_>) -> Result<Answer, Diagnostic> {
        let client = self.place.client;
        // Whether an earlier try may have arrived: its answer was lost, or somebody on the way gave up waiting for it.
        let mut doubt = false;
        let once = || match client.once(Method::POST, path, part) {
            Err(Lost::Again { status: Some(500), .. }) if doubt => Ok(Answer { status: 200, body: Value::Null }),
            Err(Lost::Again { wait, why, status }) => {
                doubt |= matches!(status, None | Some(200..=299 | 502 | 504));
                Err(Lost::Again { wait, why, status })
            }
            answer => answer,
        };
        client.until(TRIES, once, || Ok(None))
    }
}
