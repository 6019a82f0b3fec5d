//! The HTTP side: files of the site, and an answer that waits for the next build.

use std::io;
use std::net::TcpListener;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Query, Request, State as Shared};
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use axum::routing::get;
use tokio::sync::watch::Receiver;

use super::State;
use crate::render::escape_html;

#[derive(Clone)]
struct Site {
    folder: Arc<Path>,
    state: Receiver<State>,
}

#[derive(serde::Deserialize)]
struct After {
    after: u64,
}

/// Serves until the process ends.
pub fn run(listener: TcpListener, folder: &Path, state: Receiver<State>) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
    runtime.block_on(async {
        listener.set_nonblocking(true)?;
        let site = Site { folder: folder.into(), state };
        let port = listener.local_addr()?.port();
        let router = Router::new()
            .route("/.greffe/reload.js", get(reload))
            .route("/.greffe/wait.js", get(wait))
            .fallback(get(file))
            .with_state(site)
            .layer(from_fn_with_state(port, own_name));
        axum::serve(tokio::net::TcpListener::from_std(listener)?, router).await
    })
}

/// Answers only those who asked for this machine by its own name: a page on the web whose name was made to point here (DNS rebinding) could
/// otherwise read what is not published yet.
async fn own_name(Shared(port): Shared<u16>, request: Request, next: Next) -> Response {
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    if is_own(host, port) {
        return next.run(request).await;
    }
    answer(StatusCode::MISDIRECTED_REQUEST, "text/plain; charset=utf-8", "421".into())
}

/// Whether a `Host` is a name of the loopback, with this port.
fn is_own(host: &str, port: u16) -> bool {
    let (name, given) = match host.rsplit_once(':').filter(|(_, given)| given.bytes().all(|byte| byte.is_ascii_digit())) {
        Some((name, given)) => (name, given.parse().ok()),
        // Clients leave out the port of the scheme.
        None => (host, Some(80)),
    };
    given == Some(port) && ["127.0.0.1", "localhost", "[::1]"].iter().any(|own| name.eq_ignore_ascii_case(own))
}

/// Asks for the next build once the page is there: the waiting then keeps no page from loading.
async fn reload(Query(After { after }): Query<After>) -> Response {
    let script = format!(
        "addEventListener('load', () => setTimeout(() => {{ const wait = document.createElement('script'); \
         wait.src = '/.greffe/wait.js?after={after}'; document.head.append(wait); }}));"
    );
    answer(StatusCode::OK, "text/javascript; charset=utf-8", script.into())
}

/// Answers when a build newer than `after` is done: the page then loads itself again.
async fn wait(Shared(mut site): Shared<Site>, Query(After { after }): Query<After>) -> Response {
    let waited = site.state.wait_for(|state| state.number > after).await.is_ok();
    let script = if waited { "location.reload();" } else { "" };
    answer(StatusCode::OK, "text/javascript; charset=utf-8", script.into())
}

async fn file(Shared(site): Shared<Site>, uri: Uri) -> Response {
    let state = site.state.borrow().clone();
    if !state.errors.is_empty() && !is_asset(uri.path()) {
        return answer(StatusCode::INTERNAL_SERVER_ERROR, "text/html; charset=utf-8", errors_page(&state).into());
    }
    let Some(path) = path_of(&site.folder, uri.path()) else { return answer(StatusCode::NOT_FOUND, "text/plain", "404".into()) };
    let (status, path) = if path.is_file() { (StatusCode::OK, path) } else { (StatusCode::NOT_FOUND, site.folder.join("404.html")) };
    let Ok(mut bytes) = std::fs::read(&path) else { return answer(StatusCode::NOT_FOUND, "text/plain", "404".into()) };
    let media = media_type(&path);
    if media.starts_with("text/html") {
        bytes.extend_from_slice(waiting_script(state.number).as_bytes());
    }
    answer(status, media, bytes.into())
}

/// The script element that keeps a served page up to date.
fn waiting_script(number: u64) -> String {
    format!("<script src=\"/.greffe/reload.js?after={number}\" defer></script>")
}

fn errors_page(state: &State) -> String {
    let mut list = String::new();
    for error in state.errors.lines() {
        list.push_str("<li>");
        escape_html(&mut list, error);
        list.push_str("</li>");
    }
    format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>greffe</title><h1>greffe</h1><ul>{list}</ul>{}",
        waiting_script(state.number)
    )
}

fn is_asset(path: &str) -> bool {
    path.starts_with("/static/") || path.starts_with("/.greffe/")
}

/// The file for a request, never outside the folder; a folder means its index.
fn path_of(folder: &Path, request: &str) -> Option<PathBuf> {
    let decoded = decode(request)?;
    let relative = decoded.trim_start_matches('/');
    let path = Path::new(relative);
    if !path.components().all(|part| matches!(part, Component::Normal(_))) && !relative.is_empty() {
        return None;
    }
    let path = folder.join(path);
    Some(if path.is_dir() { path.join("index.html") } else { path })
}

/// Percent-decoding (RFC 3986).
fn decode(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] == b'%' {
            let hex = text.get(at + 1..at + 3)?;
            out.push(u8::from_str_radix(hex, 16).ok()?);
            at += 3;
        } else {
            out.push(bytes[at]);
            at += 1;
        }
    }
    String::from_utf8(out).ok().filter(|path| !path.contains('\0'))
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("json" | "jsonld") => "application/json",
        Some("xml") => "application/xml",
        Some("csv") => "text/csv; charset=utf-8",
        Some("ttl") => "text/turtle; charset=utf-8",
        Some("txt" | "md") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

fn answer(status: StatusCode, media: &'static str, body: Body) -> Response {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(media));
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_the_loopback_are_its_own() {
        for host in ["127.0.0.1:8000", "localhost:8000", "[::1]:8000"] {
            assert!(is_own(host, 8000), "{host}");
        }
        for host in ["", "localhost", "evil.example:8000", "127.0.0.1:80", "127.0.0.1:8000.evil.example", "localhost:", "127.0.0.1@evil.example:8000"]
        {
            assert!(!is_own(host, 8000), "{host}");
        }
        assert!(is_own("localhost", 80));
    }

    #[test]
    fn requests_stay_in_the_folder() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("a")).unwrap();
        for request in ["/../x", "/%2e%2e/x", "/a/../../x", "/%00", "/%zz", "//etc/../x"] {
            assert_eq!(path_of(folder.path(), request), None, "{request}");
        }
        assert_eq!(path_of(folder.path(), "/"), Some(folder.path().join("index.html")));
        assert_eq!(path_of(folder.path(), "/a/"), Some(folder.path().join("a/index.html")));
        assert_eq!(path_of(folder.path(), "/b%20c.html"), Some(folder.path().join("b c.html")));
    }
}
