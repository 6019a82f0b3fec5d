//! Progress: bars on a terminal for anything over a second, plain lines elsewhere.

use std::io::IsTerminal;
use std::sync::Mutex;
use std::time::Duration;

use greffe::pipeline::Progress;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::speak::Voice;

/// Shows the stages of a build.
pub struct Stages<'a> {
    voice: &'a Voice,
    bar: Mutex<Option<ProgressBar>>,
    terminal: bool,
}

impl<'a> Stages<'a> {
    pub fn new(voice: &'a Voice) -> Self {
        Self { voice, bar: Mutex::new(None), terminal: std::io::stderr().is_terminal() }
    }

    /// Takes the bar away.
    pub fn clear(&self) {
        if let Some(bar) = self.bar.lock().ok().and_then(|mut bar| bar.take()) {
            bar.finish_and_clear();
        }
    }
}

impl Progress for Stages<'_> {
    fn stage(&self, name: &'static str, total: u64) {
        if !self.voice.chatty() || !self.terminal {
            return;
        }
        self.clear();
        let template = if total > 0 { "{msg:>12} {bar:30} {pos}/{len} {eta}" } else { "{msg:>12} {spinner} {pos}" };
        let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
        // Drawn at most ten times a second; a stage that is over before the first drawing is never seen.
        let bar = ProgressBar::with_draw_target((total > 0).then_some(total), ProgressDrawTarget::stderr_with_hz(10)).with_style(style);
        bar.set_message(self.voice.words.text(&format!("stage-{name}")));
        bar.enable_steady_tick(Duration::from_millis(200));
        if let Ok(mut held) = self.bar.lock() {
            *held = Some(bar);
        }
    }

    fn advance(&self, count: u64) {
        if let Some(bar) = self.bar.lock().ok().as_ref().and_then(|bar| bar.as_ref()) {
            bar.inc(count);
        }
    }
}
