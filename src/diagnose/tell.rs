//! Diagnostics in plain sentences, one line each: for logs, screen readers and `grep`.

use super::Diagnostic;
use super::draw::{located, severity_name};
use crate::words::Words;

/// Tells one diagnostic in one line, without colour or drawing, ending in a line break.
pub fn tell(diagnostic: &Diagnostic, words: &Words) -> String {
    let path = located(diagnostic, words);
    let severity = words.text(&format!("severity-{}", severity_name(diagnostic.severity)));
    let place = if path.is_empty() { String::new() } else { format!("{path}: ") };
    let line = format!("{severity} [{}] {place}{} {}", diagnostic.code.id, diagnostic.message(words), diagnostic.hint(words));
    format!("{}\n", line.split_ascii_whitespace().collect::<Vec<_>>().join(" "))
}
