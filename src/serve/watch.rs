//! Watches what a build reads.

use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use notify::RecursiveMode;
use notify_debouncer_full::{DebounceEventResult, new_debouncer};

use super::matters;

/// How long a burst of changes may last before it is built.
const SETTLE: Duration = Duration::from_millis(100);

/// Gives a message after every burst of changes below `content/` and `themes/`.
pub fn watch(root: &Path) -> notify::Result<Receiver<()>> {
    let root = root.canonicalize().map_err(notify::Error::io)?;
    let (sender, receiver) = channel();
    let watched = root.clone();
    let mut debouncer = new_debouncer(SETTLE, None, move |result: DebounceEventResult| {
        let relevant = match result {
            Ok(events) => events.iter().any(|event| !event.kind.is_access() && event.paths.iter().any(|path| matters(&watched, path))),
            // Events may have been lost: build to be sure.
            Err(_) => true,
        };
        if relevant {
            let _ = sender.send(());
        }
    })?;
    for folder in ["content", "themes"] {
        let path = root.join(folder);
        if path.is_dir() {
            debouncer.watch(&path, RecursiveMode::Recursive)?;
        }
    }
    // It watches as long as it lives, and the server lives as long as the process.
    std::mem::forget(debouncer);
    Ok(receiver)
}
