//! YAML: strict and located for what people write, tolerant and large for hand-written tables.

use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_yaml::{DuplicateKeyPolicy, Error, Options};

use super::Limits;
use crate::diagnose::{Diagnostic, Severity, codes, did_you_mean};

/// Reads a YAML file that a person wrote; `file` is its name in messages.
pub fn parse_yaml<T: DeserializeOwned>(text: &str, file: &str) -> Result<T, Diagnostic> {
    parse(text, file, options()).map_err(|diagnostic| match diagnostic.code == codes::DEPTH_LIMIT {
        // In what a person wrote it is no fault of an export.
        true => Diagnostic { severity: Severity::Error, ..diagnostic },
        false => diagnostic,
    })
}

/// Reads a hand-written table: plain scalars stay as they are written (`no`, `012`), a million nodes are fine.
pub fn parse_data(text: &str, file: &str) -> Result<Value, Diagnostic> {
    parse_nested(text, file, &Limits::default())
}

/// The same with limits of the archive's own. What aliases repeat has the library's limit of a million events: real tables hold none,
/// and nine lines of them make a thousand million.
pub(super) fn parse_nested(text: &str, file: &str, limits: &Limits) -> Result<Value, Diagnostic> {
    let mut options = options();
    let depth = usize::try_from(limits.depth).unwrap_or(usize::MAX);
    if let Some(budget) = &mut options.budget {
        budget.max_depth = depth;
        budget.max_nodes = 50_000_000;
        budget.max_events = 200_000_000;
        budget.max_total_scalar_bytes = 2 << 30;
        budget.max_reader_input_bytes = None;
    }
    parse(text, file, options)
}

fn options() -> Options {
    let mut options = serde_yaml::options! {
        strict_booleans: true,
        leading_zero_numbers_as_strings: true,
        underscored_numbers_as_strings: true,
        duplicate_keys: DuplicateKeyPolicy::Error,
    };
    // People repeat a map of columns by an anchor, and a few hundred bytes of it. What aliases could make of more fills a machine.
    if let Some(budget) = &mut options.budget {
        budget.max_aliases = 1000;
        budget.max_recorded_anchor_events = 10_000;
        budget.max_recorded_anchor_bytes = 16 << 10;
    }
    options.alias_limits.max_total_replayed_events = 20_000;
    options
}

fn parse<T: DeserializeOwned>(text: &str, file: &str, options: Options) -> Result<T, Diagnostic> {
    if text.trim().is_empty() {
        return Err(Diagnostic::new(codes::YAML_EMPTY).file(file));
    }
    if let Some((at, line)) = (1..).zip(text.lines()).find(|(_, line)| line.trim_start_matches(' ').starts_with('\t')) {
        let character = line.chars().position(|c| c == '\t').map(|at| at as u64 + 1);
        return Err(Diagnostic::new(codes::YAML_TAB).file(file).line(at, character, text));
    }
    serde_yaml::from_str_with_options(text, options).map_err(|error| explain(&error, text, file))
}

fn explain(error: &Error, text: &str, file: &str) -> Diagnostic {
    let error = error.without_snippet();
    let diagnostic = match error {
        Error::SerdeUnknownField { field, expected, .. } | Error::SerdeUnknownVariant { variant: field, expected, .. } => {
            // serde-saphyr redacts the names it cannot prove harmless; the key stands in the file itself.
            let written = error.location().and_then(|l| word_at(text, l.line(), l.column())).unwrap_or_else(|| field.clone());
            let code = if matches!(error, Error::SerdeUnknownField { .. }) { codes::UNKNOWN_KEY } else { codes::BAD_VALUE };
            // Where no word is near, all that may stand there are said.
            let all = || if code == codes::BAD_VALUE { expected.join(", ") } else { String::new() };
            let near = did_you_mean(&written, expected.iter().copied()).map_or_else(all, str::to_owned);
            Diagnostic::new(code).arg("key", &written).arg("value", &written).arg("near", near).arg("known", expected.join(", "))
        }
        other if other.render().contains("recursion limit exceeded") => Diagnostic::new(codes::DEPTH_LIMIT).arg("limit", 127usize),
        Error::Budget { breach: serde_yaml::budget::BudgetBreach::Depth { depth }, .. } => {
            Diagnostic::new(codes::DEPTH_LIMIT).arg("limit", depth.saturating_sub(1))
        }
        other => {
            let message = other.render();
            let message = message.lines().next().unwrap_or_default();
            let message = message.split(" at line ").next().unwrap_or(message).to_owned();
            let what = EXPECTED.iter().find(|(words, _)| words.iter().all(|word| message.contains(word))).map_or("other", |(_, what)| *what);
            Diagnostic::new(codes::YAML_SYNTAX).arg("what", what).arg("error", message)
        }
    };
    match error.location() {
        Some(location) if location.line() > 0 => diagnostic.file(file).line(location.line(), Some(location.column()), text),
        _ => diagnostic.file(file),
    }
}

/// What the reader of YAML says in its own words, and what it means.
const EXPECTED: &[(&[&str], &str)] = &[
    (&["budget breached", "liases"], "aliases"),
    (&["budget breached", "nchor"], "aliases"),
    (&["alias"], "aliases"),
    (&["u{0}"], "nul"),
    (&["invalid u"], "number"),
    (&["invalid i"], "number"),
    (&["invalid float"], "number"),
    (&["sequence start"], "list"),
    (&["mapping start"], "map"),
    (&["true/false"], "bool"),
    (&["DuplicateKeyPolicy"], "twice"),
    (&["duplicate"], "twice"),
];

/// The word that starts at a place of the text.
fn word_at(text: &str, line: u64, column: u64) -> Option<String> {
    let line = text.lines().nth(usize::try_from(line).ok()?.checked_sub(1)?)?;
    let word: String = line
        .chars()
        .skip(usize::try_from(column).ok()?.checked_sub(1)?)
        .skip_while(|c| matches!(c, '"' | '\''))
        .take_while(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'))
        .collect();
    (!word.is_empty()).then_some(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::archive::ConsultationConfig;

    fn error(text: &str) -> Diagnostic {
        parse_yaml::<ConsultationConfig>(text, "c.yaml").unwrap_err()
    }

    #[test]
    fn mistakes_are_named_with_their_place() {
        let unknown = error("title: a\ntilte: b\n");
        assert_eq!((unknown.code.id, unknown.place.line), ("unknown-key", Some(2)));
        assert!(unknown.args.iter().any(|(name, value)| *name == "near" && *value == "title".into()), "{unknown:?}");
        let tab = error("title: a\n\tsources: []\n");
        assert_eq!((tab.code.id, tab.place.line, tab.place.character), ("yaml-tab", Some(2), Some(1)));
        assert_eq!(error(" \n").code.id, "yaml-empty");
        let twice = error("title: a\ntitle: b\n");
        assert_eq!((twice.code.id, twice.place.line), ("yaml-syntax", Some(2)));
        let kind = error("title: a\nsources:\n  - file: x.csv\n    kind: propsal\n");
        assert_eq!((kind.code.id, kind.place.line), ("bad-value", Some(4)));
    }

    #[test]
    fn an_alias_bomb_is_refused() {
        let mut text = "a: &a [x,x,x,x,x,x,x,x,x]\n".to_owned();
        for (i, pair) in ["a", "b", "c", "d", "e", "f", "g", "h"].windows(2).enumerate() {
            let _ = i;
            text.push_str(&format!("{1}: &{1} [*{0},*{0},*{0},*{0},*{0},*{0},*{0},*{0},*{0}]\n", pair[0], pair[1]));
        }
        assert!(parse_yaml::<Value>(&text, "bomb.yaml").is_err());
    }
}
