//! A sign of life: while answers are waited for, one or many, a line every ten seconds, so that nobody takes patience for a standstill.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// The longest silence.
const SILENCE: Duration = Duration::from_secs(10);

/// The longest pause between two waits that are one to whoever watches.
const PAUSE: Duration = Duration::from_secs(1);

#[derive(Default)]
struct Waiting {
    /// For whom, if for anybody.
    whom: Option<String>,
    /// Since when: many short waits in a row are one long one.
    since: Option<Instant>,
    /// When the last wait ended.
    rested: Option<Instant>,
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
        Self::every(SILENCE, tell)
    }

    fn every(silence: Duration, tell: impl Fn(&str, u64) + Send + 'static) -> Self {
        let shared = Arc::new((Mutex::new(Waiting::default()), Condvar::new()));
        let inner = Arc::clone(&shared);
        let beat = move || {
            let (mutex, change) = &*inner;
            let mut waiting = locked(mutex);
            while !waiting.over {
                let now = Instant::now();
                match (waiting.whom.clone(), waiting.since) {
                    (Some(whom), Some(since)) => {
                        let next = waiting.told.map_or(since, |told| told.max(since)) + silence;
                        if next <= now {
                            waiting.told = Some(now);
                            tell(&whom, since.elapsed().as_secs());
                        } else {
                            waiting = change.wait_timeout(waiting, next - now).unwrap_or_else(PoisonError::into_inner).0;
                        }
                    }
                    _ => waiting = change.wait(waiting).unwrap_or_else(PoisonError::into_inner),
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
        let now = Instant::now();
        self.change(|waiting| {
            waiting.whom = Some(whom.to_owned());
            if waiting.rested.is_none_or(|rested| now - rested > PAUSE) {
                waiting.since = Some(now);
            }
        });
    }

    /// Nobody is.
    pub fn rest(&self) {
        self.change(|waiting| {
            waiting.whom = None;
            waiting.rested = Some(Instant::now());
        });
    }

    /// Something else was told: that is a sign of life too.
    pub fn told(&self) {
        self.change(|waiting| waiting.told = Some(Instant::now()));
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_short_waits_are_one_long_one() {
        let (sender, told) = std::sync::mpsc::channel();
        let pulse = Pulse::every(Duration::from_millis(100), move |whom, _| sender.send(whom.to_owned()).unwrap_or_default());
        let began = Instant::now();
        while began.elapsed() < Duration::from_millis(450) {
            pulse.wait_for("them");
            std::thread::sleep(Duration::from_millis(5));
            pulse.rest();
        }
        // Less on a machine that has other things to do.
        assert!((1..=4).contains(&told.try_iter().count()));
        std::thread::sleep(Duration::from_millis(250));
        assert_eq!(told.try_iter().count(), 0, "nobody is waited for");
        for _ in 0..20 {
            pulse.wait_for("them");
            pulse.told();
            std::thread::sleep(Duration::from_millis(10));
            pulse.rest();
        }
        assert!(told.try_iter().count() <= 1, "something else was told");
    }
}
