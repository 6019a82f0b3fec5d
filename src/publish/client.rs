//! HTTP to one portal: the key in a header, retries with patience, and dry runs that only tell.
//!
//! What is tried again: answers 429 and 5xx, and connections that fail or break. Waiting doubles each time, or is what the portal's
//! `Retry-After` asks, up to two minutes. The key is never told, nor is it part of any message.

use std::io::Read;
use std::path::Path;
use std::time::Duration;

use serde_json::Value;
use ureq::http::{Method, Request, Response as HttpResponse};
use ureq::{Agent, Body, SendBody};

use super::multipart::Form;
use crate::diagnose::{Diagnostic, codes};

/// How often a request is tried.
const TRIES: u32 = 6;

/// The longest wait that a portal may ask for, in seconds.
const PATIENCE: u64 = 120;

/// Is told what happens, for people.
pub trait Sink {
    /// A request of a dry run: method, address, and what would be sent.
    fn request(&self, method: &str, url: &str, body: &str);
    /// Something begins: what, and its bytes.
    fn begin(&self, what: &str, bytes: u64);
    /// So many more bytes are sent.
    fn sent(&self, bytes: u64);
    /// A wait before the next try, in seconds, and why.
    fn waiting(&self, seconds: u64, why: &str);
}

/// What is sent.
pub enum Payload<'a> {
    /// Nothing.
    Nothing,
    /// JSON.
    Json(&'a Value),
    /// A form: its fields, and a part of a file.
    Form {
        /// Fields.
        fields: Vec<(&'static str, String)>,
        /// The part of a file, if there is one.
        file: Option<Part<'a>>,
    },
}

/// A part of a file.
#[derive(Clone, Copy)]
pub struct Part<'a> {
    /// Name of the field.
    pub field: &'static str,
    /// Where it lies.
    pub path: &'a Path,
    /// Name the portal is told.
    pub name: &'a str,
    /// Media type.
    pub media_type: &'a str,
    /// Where the part begins.
    pub offset: u64,
    /// Its bytes.
    pub length: u64,
}

/// An answer.
#[derive(Debug)]
pub struct Answer {
    /// Status.
    pub status: u16,
    /// Body, `null` where it is no JSON.
    pub body: Value,
}

/// Why no answer is final.
pub enum Lost {
    /// It may be tried again, and the portal may or may not have done what was asked.
    Again(Duration, String),
    /// It is no use.
    Never(Diagnostic),
}

/// A connection to a portal.
pub struct Client<'a> {
    agent: Agent,
    portal: String,
    header: &'static str,
    key: String,
    dry: bool,
    sink: &'a dyn Sink,
    /// Length of the first wait.
    first_wait: Duration,
}

impl<'a> Client<'a> {
    /// A client; on a dry run it only tells.
    pub fn new(portal: &str, header: &'static str, key: String, dry: bool, sink: &'a dyn Sink) -> Self {
        let agent: Agent = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .timeout_connect(Some(Duration::from_secs(20)))
            .timeout_recv_response(Some(Duration::from_secs(120)))
            .user_agent(concat!("greffe/", env!("CARGO_PKG_VERSION")))
            .build()
            .into();
        Self { agent, portal: portal.to_owned(), header, key, dry, sink, first_wait: Duration::from_millis(500) }
    }

    /// Whether nothing is sent.
    pub fn is_dry(&self) -> bool {
        self.dry
    }

    /// The portal.
    pub fn portal(&self) -> &str {
        &self.portal
    }

    /// Who is told what happens.
    pub fn sink(&self) -> &'a dyn Sink {
        self.sink
    }

    /// Sends until there is a final answer; for what may be done twice without harm.
    pub fn send(&self, method: Method, path: &str, payload: &Payload<'_>) -> Result<Answer, Diagnostic> {
        self.until(|| self.once(method.clone(), path, payload), || Ok(None))
    }

    /// Sends what must not be done twice: before each further try `look` says whether an earlier one was done after all.
    pub fn send_new(
        &self,
        method: Method,
        path: &str,
        payload: &Payload<'_>,
        look: impl FnMut() -> Result<Option<Answer>, Diagnostic>,
    ) -> Result<Answer, Diagnostic> {
        self.until(|| self.once(method.clone(), path, payload), look)
    }

    /// Does several requests that only count together, again from the first where one of them gets no final answer.
    pub fn send_together(
        &self,
        mut all: impl FnMut() -> Result<Answer, Lost>,
        look: impl FnMut() -> Result<Option<Answer>, Diagnostic>,
    ) -> Result<Answer, Diagnostic> {
        self.until(&mut all, look)
    }

    fn until(
        &self,
        mut once: impl FnMut() -> Result<Answer, Lost>,
        mut look: impl FnMut() -> Result<Option<Answer>, Diagnostic>,
    ) -> Result<Answer, Diagnostic> {
        let mut wait = self.first_wait;
        for attempt in 1.. {
            match once() {
                Ok(answer) => return Ok(answer),
                Err(Lost::Never(diagnostic)) => return Err(diagnostic),
                Err(Lost::Again(asked, why)) => {
                    if attempt == TRIES {
                        return Err(Diagnostic::new(codes::PORTAL_UNREACHABLE).file(&self.portal).arg("error", why));
                    }
                    let pause = asked.max(wait).min(Duration::from_secs(PATIENCE));
                    self.sink.waiting(pause.as_secs().max(1), &why);
                    std::thread::sleep(pause);
                    wait *= 2;
                    if let Some(answer) = look()? {
                        return Ok(answer);
                    }
                }
            }
        }
        unreachable!("the last try returns")
    }

    /// One try.
    pub fn once(&self, method: Method, path: &str, payload: &Payload<'_>) -> Result<Answer, Lost> {
        let url = format!("{}{path}", self.portal);
        if self.dry {
            // What reads is told too: it shows how things will be found.
            self.sink.request(method.as_str(), &url, &told(payload));
            return Ok(Answer { status: 200, body: Value::Null });
        }
        let request = |media_type: Option<&str>| {
            let mut builder = Request::builder().method(method.clone()).uri(&url).header("Accept", "application/json");
            if !self.key.is_empty() {
                builder = builder.header(self.header, &self.key);
            }
            if let Some(media_type) = media_type {
                builder = builder.header("Content-Type", media_type);
            }
            builder
        };
        let bad =
            |error: ureq::http::Error| Lost::Never(Diagnostic::new(codes::PORTAL_UNREACHABLE).file(&self.portal).arg("error", error.to_string()));
        let answer = match payload {
            Payload::Nothing => self.agent.run(request(None).body(()).map_err(bad)?),
            Payload::Json(value) => {
                let bytes = serde_json::to_vec(value).unwrap_or_default();
                self.agent.run(request(Some("application/json")).body(bytes.as_slice()).map_err(bad)?)
            }
            Payload::Form { fields, file } => {
                let mut form = Form::new(&format!("{url} {}", told(payload)));
                for (name, value) in fields {
                    form.field(name, value);
                }
                match file {
                    None => {
                        let (media_type, bytes) = form.end();
                        self.agent.run(request(Some(&media_type)).body(bytes.as_slice()).map_err(bad)?)
                    }
                    Some(part) => {
                        let bytes = Counted { inner: open(part).map_err(Lost::Never)?, sink: self.sink };
                        let (media_type, length, mut body) = form.file(part.field, part.name, part.media_type, part.length, bytes);
                        let builder = request(Some(&media_type)).header("Content-Length", length);
                        self.agent.run(builder.body(SendBody::from_reader(&mut body)).map_err(bad)?)
                    }
                }
            }
        };
        self.judge(answer)
    }

    fn judge(&self, answer: Result<HttpResponse<Body>, ureq::Error>) -> Result<Answer, Lost> {
        let mut response = match answer {
            Ok(response) => response,
            Err(error) => return Err(Lost::Again(Duration::ZERO, error.to_string())),
        };
        let status = response.status().as_u16();
        let after = response.headers().get("Retry-After").and_then(|value| value.to_str().ok()).and_then(wait_asked);
        if status == 429 || status >= 500 {
            return Err(Lost::Again(after.unwrap_or_default(), format!("HTTP {status}")));
        }
        let text = match response.body_mut().with_config().limit(64 << 20).read_to_string() {
            Ok(text) => text,
            // The answer broke off: what was asked may be done.
            Err(error) => return Err(Lost::Again(Duration::ZERO, error.to_string())),
        };
        let body = serde_json::from_str(&text).unwrap_or(Value::Null);
        if (300..400).contains(&status) {
            let to = response.headers().get("Location").and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
            return Err(Lost::Never(Diagnostic::new(codes::PORTAL_MOVED).file(&self.portal).arg("to", to)));
        }
        if status == 401 || status == 403 {
            return Err(Lost::Never(
                Diagnostic::new(codes::PORTAL_KEY).file(&self.portal).arg("status", status.to_string()).arg("error", said(&body, &text)),
            ));
        }
        Ok(Answer { status, body })
    }

    /// An answer that is no success, as a message. 404 and 410 are left to those who asked.
    pub fn refused(&self, what: &str, answer: &Answer) -> Diagnostic {
        Diagnostic::new(codes::PORTAL_REFUSED)
            .file(&self.portal)
            .arg("what", what)
            .arg("status", answer.status.to_string())
            .arg("error", said(&answer.body, ""))
    }
}

/// Seconds, or a date, of `Retry-After` (RFC 9110, 10.2.3).
fn wait_asked(value: &str) -> Option<Duration> {
    if let Ok(seconds) = value.trim().parse() {
        return Some(Duration::from_secs(seconds));
    }
    httpdate::parse_http_date(value).ok()?.duration_since(std::time::SystemTime::now()).ok()
}

/// What a portal says of a fault, on one line: the messages of udata's and CKAN's bodies.
fn said(body: &Value, text: &str) -> String {
    let errors = body.get("errors").or_else(|| body.get("error")).map(Value::to_string);
    let message = body.get("message").and_then(Value::as_str).map(str::to_owned);
    let said = [message, errors].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let said = if said.is_empty() { text.to_owned() } else { said };
    said.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(400).collect()
}

/// What would be sent, for people.
fn told(payload: &Payload<'_>) -> String {
    match payload {
        Payload::Nothing => String::new(),
        Payload::Json(value) => serde_json::to_string_pretty(value).unwrap_or_default(),
        Payload::Form { fields, file } => {
            let fields = fields.iter().map(|(name, value)| format!("{name}={value}"));
            let file = file
                .iter()
                .map(|part| format!("{}=@{} ({}, bytes {}–{})", part.field, part.name, part.media_type, part.offset, part.offset + part.length));
            fields.chain(file).collect::<Vec<_>>().join("\n")
        }
    }
}

fn open(part: &Part<'_>) -> Result<impl Read + use<>, Diagnostic> {
    use std::io::{Seek, SeekFrom};
    let opened = std::fs::File::open(part.path).and_then(|mut file| file.seek(SeekFrom::Start(part.offset)).map(|_| file));
    Ok(opened
        .map_err(|error| Diagnostic::new(codes::UNREADABLE).file(part.path.display().to_string()).arg("error", error.to_string()))?
        .take(part.length))
}

/// Tells how many bytes were read.
struct Counted<'a, R> {
    inner: R,
    sink: &'a dyn Sink,
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.sink.sent(read as u64);
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_are_seconds_or_dates() {
        assert_eq!(wait_asked("7"), Some(Duration::from_secs(7)));
        assert_eq!(wait_asked("Thu, 01 Jan 1970 00:00:00 GMT"), None);
        let soon = httpdate::fmt_http_date(std::time::SystemTime::now() + Duration::from_secs(30));
        assert!(wait_asked(&soon).is_some_and(|wait| wait <= Duration::from_secs(30)));
        assert_eq!(wait_asked("soon"), None);
    }

    #[test]
    fn messages_of_both_softwares_are_read() {
        assert_eq!(said(&serde_json::json!({"message": "Bad", "errors": {"title": ["x"]}}), ""), "Bad {\"title\":[\"x\"]}");
        assert_eq!(said(&serde_json::json!({"success": false, "error": {"name": ["taken"]}}), ""), "{\"name\":[\"taken\"]}");
        assert_eq!(said(&Value::Null, "<html>\n no"), "<html> no");
    }
}
