//! HTTP to one portal: the key in a header, retries with patience, and dry runs that only tell.
//!
//! What is tried again: answers 429 and 5xx, connections that fail or break, and pages where data was expected (something between us and
//! the portal answered). Waiting doubles each time, or is what the portal's `Retry-After` asks, up to two minutes. Nothing is waited for without
//! an end: connecting, headers, body and sending have each a time of their own. The key is never told, nor is it part of any message.

use std::cell::Cell;
use std::io::Read;
use std::path::Path;
use std::time::Duration;

use serde_json::Value;
use ureq::http::{Method, Request};
use ureq::{Agent, AsSendBody, SendBody};

use super::answer::{self, Answer, Lost};
use super::multipart::Form;
use super::secret::Secret;
use crate::diagnose::{Diagnostic, codes};

/// How often a request is tried.
pub const TRIES: u32 = 6;

/// The longest wait that a portal may ask for, in seconds.
const PATIENCE: u64 = 120;

/// Bytes of a second below which sending is given up.
const SLOW: u64 = 8 << 10;

/// Bytes from which we ask whether a body is welcome before it is sent (RFC 9110, 10.1.1): who refuses it for its size says so, instead of closing
/// the connection while we still send.
const LARGE: u64 = 1 << 20;

/// Is told what happens, for people.
pub trait Sink {
    /// A request of a dry run: method, address, and what would be sent.
    fn request(&self, method: &str, url: &str, body: &str);
    /// Something begins: what, and its bytes.
    fn begin(&self, what: &str, bytes: u64);
    /// So many of its bytes are sent; fewer than before where it is sent again.
    fn sent(&self, bytes: u64);
    /// A wait before the next try, in seconds, and why.
    fn waiting(&self, seconds: u64, why: &str);
    /// An answer is waited for from now on: of whom.
    fn asking(&self, whom: &str);
    /// It came, or nobody waits any longer.
    fn answered(&self);
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

/// A connection to a portal.
pub struct Client<'a> {
    agent: Agent,
    portal: String,
    header: &'static str,
    secret: Secret,
    dry: bool,
    sink: &'a dyn Sink,
    /// The longest silence.
    patience: Duration,
    /// Length of the first wait.
    first_wait: Duration,
    /// Whether the portal may be asked before a large body is sent.
    asks: Cell<bool>,
}

impl<'a> Client<'a> {
    /// A client; on a dry run it only tells. `patience` is the longest time to wait for an answer.
    pub fn new(portal: &str, header: &'static str, key: String, dry: bool, patience: Duration, sink: &'a dyn Sink) -> Self {
        let agent = agent(patience, super::address::is_here(portal), 0);
        let first_wait = Duration::from_millis(500);
        Self { agent, portal: portal.to_owned(), header, secret: Secret::new(key), dry, sink, patience, first_wait, asks: Cell::new(true) }
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

    /// The key.
    pub fn secret(&self) -> &Secret {
        &self.secret
    }

    /// The longest time to wait for an answer.
    pub fn patience(&self) -> Duration {
        self.patience
    }

    /// Reads; 401 to 404 are answers like others.
    pub fn get(&self, path: &str) -> Result<Answer, Diagnostic> {
        self.send(Method::GET, path, &Payload::Nothing)
    }

    /// Sends until there is a final answer; for what may be done twice without harm.
    pub fn send(&self, method: Method, path: &str, payload: &Payload<'_>) -> Result<Answer, Diagnostic> {
        self.send_new(method, path, payload, || Ok(None))
    }

    /// Sends what must not be done twice: before each further try `look` says whether an earlier one was done after all.
    pub fn send_new(
        &self,
        method: Method,
        path: &str,
        payload: &Payload<'_>,
        look: impl FnMut() -> Result<Option<Answer>, Diagnostic>,
    ) -> Result<Answer, Diagnostic> {
        self.until(TRIES, || self.once(method.clone(), path, payload), look)
    }

    /// Tries until there is a final answer, at most so many times.
    pub fn until(
        &self,
        tries: u32,
        mut once: impl FnMut() -> Result<Answer, Lost>,
        mut look: impl FnMut() -> Result<Option<Answer>, Diagnostic>,
    ) -> Result<Answer, Diagnostic> {
        let mut wait = self.first_wait;
        let mut attempt = 1;
        loop {
            match once() {
                Ok(answer) => return Ok(answer),
                Err(Lost::Never(diagnostic)) => return Err(diagnostic),
                Err(Lost::Again { wait: asked, why, .. }) => {
                    let last = attempt == tries;
                    if !last {
                        self.pause(asked.max(wait), &why);
                    }
                    wait *= 2;
                    attempt += 1;
                    // After the last try too: what arrived unanswered is there, and the next run would make it again.
                    if let Some(answer) = look()? {
                        return Ok(answer);
                    }
                    if last {
                        return Err(Diagnostic::new(codes::PORTAL_UNREACHABLE).file(&self.portal).arg("error", why));
                    }
                }
            }
        }
    }

    /// Waits before another try.
    pub fn pause(&self, asked: Duration, why: &str) {
        let pause = asked.min(Duration::from_secs(PATIENCE));
        // What happened may be told in words of the portal.
        self.sink.waiting(pause.as_secs().max(1), &self.secret.strike(why));
        self.sink.asking(&self.portal);
        std::thread::sleep(pause);
        self.sink.answered();
    }

    /// One try.
    pub fn once(&self, method: Method, path: &str, payload: &Payload<'_>) -> Result<Answer, Lost> {
        let url = format!("{}{path}", self.portal);
        if self.dry {
            self.sink.request(method.as_str(), &url, &told(payload));
            return Ok(Answer { status: 200, body: Value::Null });
        }
        self.sink.asking(&self.portal);
        let answer = self.exchange(method, &url, payload);
        self.sink.answered();
        answer
    }

    fn exchange(&self, method: Method, url: &str, payload: &Payload<'_>) -> Result<Answer, Lost> {
        let request = |media_type: Option<&str>| {
            let mut builder = Request::builder().method(method.clone()).uri(url).header("Accept", "application/json");
            if let Some(key) = self.secret.header() {
                builder = builder.header(self.header, key);
            }
            if let Some(media_type) = media_type {
                builder = builder.header("Content-Type", media_type);
            }
            builder
        };
        match payload {
            Payload::Nothing => self.run(request(None).body(()), 0),
            Payload::Json(value) => {
                let bytes = serde_json::to_vec(value).unwrap_or_default();
                self.run(request(Some("application/json")).body(bytes.as_slice()), bytes.len() as u64)
            }
            Payload::Form { fields, file } => {
                let mut form = Form::new(&format!("{url} {}", told(payload)));
                for (name, value) in fields {
                    form.field(name, value);
                }
                let Some(part) = file else {
                    let (media_type, bytes) = form.end();
                    return self.run(request(Some(&media_type)).body(bytes.as_slice()), bytes.len() as u64);
                };
                let bytes = Counted { inner: open(part).map_err(Lost::Never)?, at: part.offset, sink: self.sink };
                let (media_type, length, mut body) = form.file(part.field, part.name, part.media_type, part.length, bytes);
                let mut builder = request(Some(&media_type)).header("Content-Length", length);
                let asks = length > LARGE && self.asks.get();
                if asks {
                    builder = builder.header("Expect", "100-continue");
                }
                let answer = self.run(builder.body(SendBody::from_reader(&mut body)), length);
                if asks && matches!(answer, Ok(Answer { status: 417, .. })) {
                    // Something old on the way does not know the question.
                    self.asks.set(false);
                    return Err(Lost::Again { wait: Duration::ZERO, why: "HTTP 417".to_owned(), status: Some(417) });
                }
                answer
            }
        }
    }

    /// Sends a request whose body has so many bytes, and judges the answer.
    fn run<S: AsSendBody>(&self, request: Result<Request<S>, ureq::http::Error>, bytes: u64) -> Result<Answer, Lost> {
        let request = request.map_err(|error| {
            // Never the header itself: it holds the key.
            let why = self.secret.strike(&error.to_string());
            Lost::Never(Diagnostic::new(codes::PORTAL_UNREACHABLE).file(&self.portal).arg("error", why))
        })?;
        let sending = self.patience + Duration::from_secs(bytes / SLOW);
        let request = self.agent.configure_request(request).timeout_send_body(Some(sending)).build();
        answer::judge(self.agent.run(request), &self.portal, &self.secret)
    }

    /// An answer that is no success, as a message.
    pub fn refused(&self, what: &str, answer: &Answer) -> Diagnostic {
        answer::refused(&self.portal, &self.secret, what, answer)
    }

    /// An id that a portal gave: it becomes part of addresses and is kept, so it may hold nothing else.
    pub fn id(&self, what: &str, value: Option<&Value>) -> Result<String, Diagnostic> {
        if self.dry {
            return Ok("ID".to_owned());
        }
        let plain = |id: &&str| (1..=100).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
        let id = value.and_then(Value::as_str).filter(plain).filter(|id| !self.secret.is_in(id));
        id.map(str::to_owned).ok_or_else(|| {
            let body = serde_json::json!({"message": format!("id: {}", value.unwrap_or(&Value::Null))});
            self.refused(what, &Answer { status: 200, body })
        })
    }
}

/// An agent that waits for nothing without an end. What goes to this machine goes through no proxy; a key follows no redirect.
pub fn agent(patience: Duration, here: bool, redirects: u32) -> Agent {
    let short = patience.min(Duration::from_secs(20));
    let builder = Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(redirects)
        .timeout_resolve(Some(short))
        .timeout_connect(Some(short))
        .timeout_send_request(Some(patience))
        .timeout_send_body(Some(patience))
        // Who does not know the question is sent the body all the same, before any other time is over.
        .timeout_await_100(Some(short.min(Duration::from_secs(2)) / 2))
        .timeout_recv_response(Some(patience))
        .timeout_recv_body(Some(patience))
        // The times above are of the whole; a large body may take long, but not stand still.
        .timeout_per_read(Some(patience))
        .timeout_per_write(Some(patience))
        .user_agent(concat!("greffe/", env!("CARGO_PKG_VERSION")));
    let builder = if here { builder.proxy(None) } else { builder };
    builder.build().into()
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

/// Tells how many bytes of the whole file were read.
struct Counted<'a, R> {
    inner: R,
    at: u64,
    sink: &'a dyn Sink,
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.at += read as u64;
        self.sink.sent(self.at);
        Ok(read)
    }
}
