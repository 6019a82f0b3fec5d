//! The development server: the same build as ever, its output served on loopback, rebuilt on change, the open page reloaded.
//!
//! Pages are served byte for byte as they will be published but for one script element, which asks `/.greffe/wait.js?after=N`:
//! an answer that is held back until build N+1 is done. That needs nothing the published policy forbids. While the content has
//! errors, they are shown in the place of the page.

mod http;
mod watch;

use std::io;
use std::net::TcpListener;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use tokio::sync::watch as channel;

use crate::diagnose::{Diagnostic, Diagnostics, codes, tell};
use crate::pipeline::{Settings, Silent, build};
use crate::words::Words;

/// Ports that are tried after the one that is asked for.
const NEXT: u16 = 10;

/// A rebuild that ended.
pub struct Rebuilt {
    /// What was said.
    pub diagnostics: Diagnostics,
    /// How long it took.
    pub seconds: f64,
}

/// What the server knows of the last build.
#[derive(Debug, Clone, Default)]
struct State {
    /// Number of the build.
    number: u64,
    /// Its errors in plain sentences; empty when it succeeded.
    errors: Arc<str>,
}

/// Serves until the process is ended. `say` is told of every build, `ready` of the address.
pub fn serve(settings: &Settings, port: u16, words: &Words, say: &dyn Fn(&Rebuilt), ready: &dyn Fn(&str)) -> Result<(), Diagnostic> {
    let internal =
        |error: &dyn std::fmt::Display| Diagnostic::new(codes::WRITE_FAILED).file(format!("127.0.0.1:{port}")).arg("error", error.to_string());
    let (sender, receiver) = channel::channel(State::default());
    let changed = watch::watch(&settings.root).map_err(|error| internal(&error))?;
    let listener = listen(port).map_err(|error| match error.kind() {
        io::ErrorKind::AddrInUse => Diagnostic::new(codes::PORT_TAKEN)
            .file(format!("127.0.0.1:{port}"))
            .arg("port", port.to_string())
            .arg("last", port.saturating_add(NEXT).to_string()),
        _ => internal(&error),
    })?;
    let address = listener.local_addr().map_err(|error| internal(&error))?;
    let site = settings.out.clone();
    let failure: Arc<Mutex<Option<String>>> = Arc::default();
    let noted = Arc::clone(&failure);
    std::thread::spawn(move || {
        if let Err(error) = http::run(listener, &site, receiver) {
            *noted.lock().unwrap_or_else(PoisonError::into_inner) = Some(error.to_string());
        }
    });
    let mut number = 0;
    loop {
        number += 1;
        let rebuilt = rebuild(settings);
        let errors = errors_of(&rebuilt.diagnostics, words);
        say(&rebuilt);
        sender.send_replace(State { number, errors: errors.into() });
        if number == 1 {
            ready(&format!("http://{address}/"));
        }
        if changed.recv().is_err() {
            return Ok(());
        }
        if let Some(error) = failure.lock().unwrap_or_else(PoisonError::into_inner).take() {
            return Err(internal(&error));
        }
    }
}

/// Listens on a port, or on one of the next where it is taken.
fn listen(port: u16) -> io::Result<TcpListener> {
    let mut taken = None;
    for port in port..=port.saturating_add(NEXT) {
        match TcpListener::bind(("127.0.0.1", port)) {
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => taken = Some(error),
            other => return other,
        }
    }
    Err(taken.unwrap_or_else(|| io::ErrorKind::AddrInUse.into()))
}

fn rebuild(settings: &Settings) -> Rebuilt {
    let start = Instant::now();
    let mut diagnostics = Diagnostics::new(settings.strict);
    build(settings, &Silent, &mut diagnostics);
    Rebuilt { diagnostics, seconds: start.elapsed().as_secs_f64() }
}

fn errors_of(diagnostics: &Diagnostics, words: &Words) -> String {
    diagnostics.iter().filter(|d| d.severity == crate::diagnose::Severity::Error).map(|d| tell(d, words)).collect()
}

/// Whether a changed path matters to a build.
fn matters(root: &Path, path: &Path) -> bool {
    let Ok(inside) = path.strip_prefix(root) else { return false };
    let mut parts = inside.components().map(|part| part.as_os_str().to_string_lossy());
    let first = parts.next();
    matches!(first.as_deref(), Some("content" | "themes")) && !inside.components().any(|part| part.as_os_str().to_string_lossy().starts_with('.'))
}
