//! A sign of life: while an answer is waited for, a line every ten seconds, so that nobody takes patience for a standstill.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// The longest silence.
const SILENCE: Duration = Duration::from_secs(10);

#[derive(Default)]
struct Waiting {
    /// For whom, and since when.
    whom: Option<(String, Instant)>,
    /// When something was last told.
    told: Option<Instant>,
    over: bool,
}

/// Beats until it is dropped.
pub struct Pulse {
    shared: Arc<(Mutex<Waiting>, Condvar)>,
    thread: Option<JoinHandle<()>>,
}

fn locked(mutex: &Mutex<Waiting>) -> MutexGuard<'_, Waiting> {
    // Nothing is half done in there that a panic could leave behind.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Pulse {
    /// Begins; `tell` is given whom we wait for, and how many seconds already.
    pub fn new(tell: impl Fn(&str, u64) + Send + 'static) -> Self {
        let shared = Arc::new((Mutex::new(Waiting::default()), Condvar::new()));
        let inner = Arc::clone(&shared);
        let beat = move || {
            let (mutex, change) = &*inner;
            let mut waiting = locked(mutex);
            while !waiting.over {
                let next = waiting.whom.as_ref().map(|(_, since)| waiting.told.map_or(*since, |told| told.max(*since)) + SILENCE);
                let now = Instant::now();
                match (next, waiting.whom.clone()) {
                    (Some(next), Some((whom, since))) if next <= now => {
                        waiting.told = Some(now);
                        tell(&whom, since.elapsed().as_secs());
                    }
                    (Some(next), _) => waiting = change.wait_timeout(waiting, next - now).unwrap_or_else(PoisonError::into_inner).0,
                    (None, _) => waiting = change.wait(waiting).unwrap_or_else(PoisonError::into_inner),
                }
            }
        };
        Self { shared, thread: std::thread::Builder::new().spawn(beat).ok() }
    }

    fn change(&self, change: impl FnOnce(&mut Waiting)) {
        change(&mut locked(&self.shared.0));
        self.shared.1.notify_all();
    }

    /// Somebody is waited for.
    pub fn wait_for(&self, whom: &str) {
        self.change(|waiting| waiting.whom = Some((whom.to_owned(), Instant::now())));
    }

    /// Nobody is.
    pub fn rest(&self) {
        self.change(|waiting| waiting.whom = None);
    }
}

impl Drop for Pulse {
    fn drop(&mut self) {
        self.change(|waiting| waiting.over = true);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
