//! How long stages and pages take.

use std::time::Instant;

use super::Progress;
use crate::report::{StageTime, TemplateTime};

/// Measures stages and pages.
pub(super) struct Clock<'a> {
    pub progress: &'a dyn Progress,
    pub times: Vec<StageTime>,
    pub templates: Vec<TemplateTime>,
    since: Instant,
    name: &'static str,
}

impl<'a> Clock<'a> {
    pub fn new(progress: &'a dyn Progress) -> Self {
        Self { progress, times: Vec::new(), templates: Vec::new(), since: Instant::now(), name: "" }
    }

    pub fn stage(&mut self, name: &'static str, total: u64) {
        self.stop();
        self.name = name;
        self.since = Instant::now();
        self.progress.stage(name, total);
    }

    pub fn stop(&mut self) {
        if self.name.is_empty() {
            return;
        }
        let seconds = self.since.elapsed().as_secs_f64();
        match self.times.iter_mut().find(|time| time.name == self.name) {
            Some(time) => time.seconds += seconds,
            None => self.times.push(StageTime { name: self.name, seconds }),
        }
    }
}
