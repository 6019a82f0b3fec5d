//! Diagnostics drawn for a terminal.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{Diagnostic, Severity};
use crate::words::Words;

/// Draws one diagnostic, with colours if asked, ending in a line break.
pub fn draw(diagnostic: &Diagnostic, words: &Words, colour: bool) -> String {
    let message = diagnostic.message(words);
    let hint = diagnostic.hint(words);
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let level = level.with_name(words.text(&format!("severity-{}", severity_name(diagnostic.severity))));
    let path = located(diagnostic, words);
    let mut group: Group<'_> = Group::with_title(level.primary_title(&message).id(diagnostic.code.id));
    match (&diagnostic.snippet, diagnostic.place.line) {
        (Some(snippet), Some(line)) if !snippet.text.trim().is_empty() => {
            let start = diagnostic
                .place
                .character
                .and_then(|character| snippet.text.char_indices().nth(usize::try_from(character).ok()?.saturating_sub(1)))
                .map_or(0, |(at, _)| at);
            let end = snippet.text.len().max(start);
            let end = if start == 0 { end } else { (start + 1..=end).find(|&e| snippet.text.is_char_boundary(e)).unwrap_or(end) };
            group = group.element(
                Snippet::source(&snippet.text)
                    .line_start(usize::try_from(line).unwrap_or(1))
                    .path(diagnostic.place.file.as_deref().unwrap_or_default())
                    .annotation(AnnotationKind::Primary.span(start..end)),
            );
        }
        _ if !path.is_empty() => group = group.element(Origin::path(&path)),
        _ => {}
    }
    if !hint.is_empty() {
        group = group.element(Level::HELP.with_name(words.text("severity-help")).message(&hint));
    }
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    format!("{}\n", coloned(renderer.render(&[group]), diagnostic.code.id, &words.text("severity-colon")))
}

/// The colon after the severity and the code as the language writes it: French puts a space before it.
fn coloned(mut drawn: String, id: &str, colon: &str) -> String {
    let after = drawn.find(id).map_or(0, |at| at + id.len());
    if let Some(at) = drawn[after..].find(':').map(|at| after + at).filter(|_| colon != ":") {
        drawn.replace_range(at..=at, colon);
    }
    drawn
}

/// The word of a severity in the language files.
pub(super) fn severity_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// File, row, line and column in words.
pub(super) fn located(diagnostic: &Diagnostic, words: &Words) -> String {
    let place = &diagnostic.place;
    let mut path = place.to_string();
    let file = place.file.as_deref().unwrap_or_default().trim_end_matches(".gz").to_ascii_lowercase();
    let ends = |endings: &[&str]| endings.iter().any(|ending| file.ends_with(ending));
    let settings = ends(&[".yaml", ".yml"]);
    if let Some(row) = place.row.filter(|&row| row > 0) {
        // Only a table has a header that might be counted.
        let entries = settings || ends(&[".json", ".jsonl", ".ndjson", ".geojson", ".xml"]);
        path.push_str(&words.format(if entries { "place-entry" } else { "place-row" }, &[("row", row.into())]));
    }
    if let Some(column) = &place.column {
        path.push_str(&words.format(if settings { "place-key" } else { "place-column" }, &[("column", column.as_str().into())]));
    }
    path
}
