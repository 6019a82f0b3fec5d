//! What a portal answered, and what it means: an answer to be used, one to be tried for again, or the end.

use std::time::Duration;

use serde_json::Value;
use ureq::Body;
use ureq::http::Response;

use super::secret::Secret;
use crate::diagnose::{Arg, Diagnostic, codes};

/// An answer.
#[derive(Debug)]
pub struct Answer {
    /// Status.
    pub status: u16,
    /// Body; where it is no JSON, a text.
    pub body: Value,
}

/// Why there is no final answer.
pub enum Lost {
    /// It may be tried again, and the portal may or may not have done what was asked.
    Again {
        /// The wait it asks for.
        wait: Duration,
        /// What happened.
        why: String,
        /// Its status, where there was an answer at all.
        status: Option<u16>,
    },
    /// It is no use.
    Never(Diagnostic),
}

impl Lost {
    /// What broke off, without any answer.
    fn broken(error: &ureq::Error) -> Self {
        Lost::Again { wait: Duration::ZERO, why: error.to_string(), status: None }
    }
}

/// Judges what came.
pub fn judge(answer: Result<Response<Body>, ureq::Error>, portal: &str, secret: &Secret) -> Result<Answer, Lost> {
    let mut response = match answer {
        Ok(response) => response,
        Err(error) => return Err(Lost::broken(&error)),
    };
    let status = response.status().as_u16();
    let header = |name: &str| response.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
    let (after, to) = (wait_asked(&header("Retry-After")), header("Location"));
    if status == 429 || status >= 500 {
        return Err(Lost::Again { wait: after.unwrap_or_default(), why: format!("HTTP {status}"), status: Some(status) });
    }
    if (300..400).contains(&status) {
        let to = secret.strike(&to);
        return Err(Lost::Never(Diagnostic::new(codes::PORTAL_MOVED).file(portal).arg("to", to)));
    }
    let text = match response.body_mut().with_config().limit(64 << 20).read_to_string() {
        Ok(text) => text,
        // Who finds a body too large may close before all of his words are read.
        Err(_) if status == 413 => String::new(),
        // The answer broke off: what was asked may be done.
        Err(error) => return Err(Lost::broken(&error)),
    };
    match serde_json::from_str(&text) {
        Ok(body) => Ok(Answer { status, body }),
        Err(_) if text.trim().is_empty() => Ok(Answer { status, body: Value::Null }),
        // A page instead of data: a proxy, a login, a notice of maintenance.
        Err(_) if status < 300 => {
            let why = format!("HTTP {status}: {}", plain(&secret.strike(&beginning(&text))));
            Err(Lost::Again { wait: Duration::ZERO, why, status: Some(status) })
        }
        Err(_) => Ok(Answer { status, body: Value::String(text) }),
    }
}

impl Answer {
    /// Whether the portal itself says that there is no such thing. A page with that status says only that somebody does not know the address, and what
    /// is there must not be made again for that.
    pub fn is_gone(&self) -> bool {
        matches!(self.status, 404 | 410) && self.body.is_object()
    }

    /// Whether a file is too large: for the portal's server, or for CKAN's own limit (`lib/uploader.py`: "File upload too large").
    pub fn is_too_large(&self) -> bool {
        self.status == 413 || (self.status == 409 && self.body.pointer("/error/upload").is_some_and(|said| said.to_string().contains("too large")))
    }
}

/// An answer that is no success, as a message.
pub fn refused(portal: &str, secret: &Secret, what: &str, answer: &Answer) -> Diagnostic {
    let code = if matches!(answer.status, 401 | 403) { codes::PORTAL_KEY } else { codes::PORTAL_REFUSED };
    Diagnostic::new(code)
        .file(portal)
        .arg("what", secret.strike(what))
        .arg("status", answer.status.to_string())
        .arg("error", said(&answer.body, secret))
}

/// Whether the key itself is refused: then nothing more will be accepted.
pub fn is_key_refused(diagnostic: &Diagnostic) -> bool {
    diagnostic.code == codes::PORTAL_KEY && diagnostic.args.contains(&("status", Arg::Text("401".to_owned())))
}

/// Seconds, or a date, of `Retry-After` (RFC 9110, 10.2.3).
fn wait_asked(value: &str) -> Option<Duration> {
    if let Ok(seconds) = value.trim().parse() {
        return Some(Duration::from_secs(seconds));
    }
    httpdate::parse_http_date(value).ok()?.duration_since(std::time::SystemTime::now()).ok()
}

/// What a portal says of a fault, on one line: the messages of udata's and CKAN's bodies, the words of a page.
fn said(body: &Value, secret: &Secret) -> String {
    let errors = body.get("errors").or_else(|| body.get("error")).map(Value::to_string);
    let message = body.get("message").and_then(Value::as_str).map(str::to_owned);
    let said = [message, errors].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let said = match body {
        Value::String(page) => plain(&secret.strike(&beginning(page))),
        _ => said,
    };
    // Struck out before it is cut to what is told: half a key is still too much. And cut before, for an answer may be long.
    one_line(&secret.strike(&beginning(&said)))
}

/// The longest page that is looked at.
const PAGE: usize = 4000;

/// The beginning of a page; twice what is read, so that no half of a key stands at the end of that.
fn beginning(page: &str) -> String {
    page.chars().take(2 * PAGE).collect()
}

/// The words of a page.
fn plain(page: &str) -> String {
    let mut words = String::new();
    let mut inside = false;
    for c in page.chars().take(PAGE) {
        match c {
            '<' => inside = true,
            '>' if inside => {
                inside = false;
                words.push(' ');
            }
            c if !inside => words.push(c),
            _ => {}
        }
    }
    one_line(&words)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(400).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn waits_are_seconds_or_dates() {
        assert_eq!(wait_asked("7"), Some(Duration::from_secs(7)));
        assert_eq!(wait_asked("Thu, 01 Jan 1970 00:00:00 GMT"), None);
        let soon = httpdate::fmt_http_date(std::time::SystemTime::now() + Duration::from_secs(30));
        assert!(wait_asked(&soon).is_some_and(|wait| wait <= Duration::from_secs(30)));
        assert_eq!(wait_asked("soon"), None);
    }

    #[test]
    fn messages_of_both_softwares_and_of_pages_are_read_without_the_key() {
        let secret = Secret::new("the/key".to_owned());
        assert_eq!(said(&json!({"message": "Bad", "errors": {"title": ["x"]}}), &secret), "Bad {\"title\":[\"x\"]}");
        assert_eq!(said(&json!({"success": false, "error": {"name": ["the/key"]}}), &secret), "{\"name\":[\"•••\"]}");
        assert_eq!(said(&json!("<html><title>no\n</title> more"), &secret), "no more");
        let long = format!("{}the/key", "x".repeat(396));
        assert!(!said(&json!({"message": long}), &secret).contains("the"));
    }

    #[test]
    fn a_page_never_says_that_a_dataset_is_gone() {
        let answer = |status, body| Answer { status, body };
        assert!(answer(404, json!({"message": "Not Found"})).is_gone());
        assert!(!answer(404, json!("<html>")).is_gone() && !answer(404, Value::Null).is_gone() && !answer(200, json!({})).is_gone());
        assert!(answer(413, Value::Null).is_too_large() && answer(409, json!({"error": {"upload": ["File upload too large"]}})).is_too_large());
        assert!(!answer(409, json!({"error": {"name": ["taken"]}})).is_too_large());
    }
}
