//! Links are tried before they are published: a portal that leads to nothing is worse than none, and "not found" is what publishers complain of most
//! (datagouv/data.gouv.fr#1994).

use std::collections::BTreeMap;
use std::time::Duration;

use ureq::http::{Method, Request, Response};
use ureq::{Agent, Body};

use super::client::{Client, agent};
use crate::diagnose::{Diagnostic, codes};

/// How often a link is tried.
const TRIES: u32 = 3;

/// After how many links in a row without an answer a host is left alone.
const SILENT: u32 = 2;

/// What is known of the links of this run.
pub struct Links<'a> {
    agent: Agent,
    client: &'a Client<'a>,
    /// By address: nothing where it is good, else what is wrong.
    known: BTreeMap<String, Option<String>>,
    /// By host: how many links in a row got no answer, and what happened to the last.
    silent: BTreeMap<String, (u32, String)>,
    said: Vec<Diagnostic>,
}

impl<'a> Links<'a> {
    /// Nothing is known yet.
    pub fn new(client: &'a Client<'a>) -> Self {
        Self { agent: agent(client.patience(), false, 5), client, known: BTreeMap::new(), silent: BTreeMap::new(), said: Vec::new() }
    }

    /// What is to be told beside the links themselves, once.
    pub fn said(&mut self) -> Vec<Diagnostic> {
        std::mem::take(&mut self.said)
    }

    /// Whether a link leads to a file of so many bytes. A dry run asks nobody.
    pub fn check(&mut self, url: &str, bytes: u64) -> Result<(), Diagnostic> {
        if self.client.is_dry() {
            return Ok(());
        }
        if !self.known.contains_key(url) {
            let found = self.ask(url, bytes).err();
            self.known.insert(url.to_owned(), found);
        }
        match self.known.get(url).and_then(Option::as_ref) {
            None => Ok(()),
            Some(why) => Err(Diagnostic::new(codes::LINK_DEAD).arg("url", url).arg("error", why)),
        }
    }

    fn ask(&mut self, url: &str, bytes: u64) -> Result<(), String> {
        let host = url.split('/').nth(2).unwrap_or_default().to_owned();
        let (before, last) = self.silent.get(&host).cloned().unwrap_or_default();
        if before >= SILENT {
            return Err(last);
        }
        let mut wait = Duration::from_millis(500);
        let mut attempt = 1;
        let why = loop {
            let answer = match self.once(Method::HEAD, url) {
                // Some hosts know no HEAD: the first byte is asked for.
                Ok(response) if matches!(response.status().as_u16(), 403 | 405 | 501) => self.once(Method::GET, url),
                answer => answer,
            };
            let (why, busy) = match answer {
                Ok(response) if response.status().as_u16() == 429 || response.status().as_u16() >= 500 => {
                    (format!("HTTP {}", response.status().as_u16()), response.status().as_u16() == 429)
                }
                Ok(response) => {
                    self.silent.remove(&host);
                    return judge(&response, bytes);
                }
                Err(error) => (error.to_string(), false),
            };
            // Who did not answer for the last link is asked once: each try may last as long as patience does. Who is only busy asks for more of it.
            if attempt == TRIES || (before > 0 && !busy) {
                if busy {
                    return Err(why);
                }
                break why;
            }
            self.client.pause(wait, &why);
            wait *= 2;
            attempt += 1;
        };
        if before + 1 == SILENT {
            self.said.push(Diagnostic::new(codes::HOST_SILENT).arg("host", &host).arg("error", &why));
        }
        self.silent.insert(host, (before + 1, why.clone()));
        Err(why)
    }

    fn once(&self, method: Method, url: &str) -> Result<Response<Body>, ureq::Error> {
        // As it is, not squeezed: its length is compared.
        let mut builder = Request::builder().method(method.clone()).uri(url).header("Accept-Encoding", "identity");
        if method == Method::GET {
            builder = builder.header("Range", "bytes=0-0");
        }
        self.client.sink().asking(url);
        let answer = builder.body(()).map_err(ureq::Error::Http).and_then(|request| self.agent.run(request));
        self.client.sink().answered();
        answer
    }
}

/// Whether an answer is that file.
fn judge(response: &Response<Body>, bytes: u64) -> Result<(), String> {
    let header = |name: &str| response.headers().get(name).and_then(|value| value.to_str().ok());
    let status = response.status().as_u16();
    if !(200..300).contains(&status) {
        return Err(format!("HTTP {status}"));
    }
    let whole = header("Content-Range").and_then(|range| range.rsplit('/').next()).or_else(|| header("Content-Length").filter(|_| status != 206));
    let squeezed = header("Content-Encoding").is_some_and(|encoding| encoding != "identity");
    match whole.and_then(|length| length.trim().parse::<u64>().ok()) {
        Some(length) if length != bytes && !squeezed => Err(format!("{length} ≠ {bytes} B")),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(status: u16, headers: &[(&str, &str)]) -> Response<Body> {
        let mut builder = Response::builder().status(status);
        for (name, value) in headers {
            builder = builder.header(*name, *value);
        }
        builder.body(Body::builder().data("")).unwrap()
    }

    #[test]
    fn a_link_is_good_where_that_file_is() {
        assert!(judge(&answer(200, &[("Content-Length", "7")]), 7).is_ok());
        assert!(judge(&answer(200, &[]), 7).is_ok());
        assert!(judge(&answer(206, &[("Content-Length", "1"), ("Content-Range", "bytes 0-0/7")]), 7).is_ok());
        assert!(judge(&answer(200, &[("Content-Length", "5"), ("Content-Encoding", "gzip")]), 7).is_ok());
        assert_eq!(judge(&answer(200, &[("Content-Length", "9")]), 7), Err("9 ≠ 7 B".to_owned()));
        assert_eq!(judge(&answer(404, &[]), 7), Err("HTTP 404".to_owned()));
    }
}
