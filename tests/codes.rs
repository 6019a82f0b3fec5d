//! The registry of codes against the tests, and the language files against themselves.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use greffe::diagnose::CODES;

/// Codes that no test names yet. The list may only become shorter.
const UNNAMED: &[&str] = &[];

/// All text of the tests: those of the folder, and those beside the code.
fn tests() -> String {
    fn below(folder: &Path, text: &mut String) {
        for entry in fs::read_dir(folder).expect("a folder").flatten() {
            let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
            if path.is_dir() {
                if !["node_modules", ".venvs", "odd"].contains(&name.as_str()) {
                    below(&path, text);
                }
            } else if name != "codes.rs" && [".rs", ".site", ".mjs", ".py", ".json"].iter().any(|end| name.ends_with(end)) {
                let found = fs::read_to_string(&path).unwrap_or_default();
                let begins = if path.starts_with("src") { found.find("#[cfg(test)]").unwrap_or(found.len()) } else { 0 };
                text.push_str(&found[begins..]);
            }
        }
    }
    let mut text = fs::read_to_string("tests/fixtures/odd/expected.json").expect("the odd files");
    below(Path::new("tests"), &mut text);
    below(Path::new("src"), &mut text);
    text
}

#[test]
fn every_code_is_produced_by_some_test_by_name() {
    let text = tests();
    let words: BTreeSet<&str> = text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).collect();
    let constant = |id: &str| text.contains(&format!("codes::{}", id.replace('-', "_").to_uppercase()));
    let unnamed: Vec<&str> = CODES.iter().map(|code| code.id).filter(|id| !words.contains(id) && !constant(id)).collect();
    assert_eq!(unnamed, UNNAMED, "a code is to be named by the test that produces it");
}

#[test]
fn no_key_stands_twice_in_a_language_file() {
    for folder in ["src/words", "themes/civic/words"] {
        for entry in fs::read_dir(folder).expect("a folder").flatten().filter(|entry| entry.path().extension().is_some_and(|end| end == "ftl")) {
            let text = fs::read_to_string(entry.path()).expect("a language file");
            let mut seen = BTreeSet::new();
            let keys = text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic())).filter_map(|line| line.split_once(" ="));
            for (key, _) in keys {
                assert!(seen.insert(key.to_owned()), "{key} stands twice in {}", entry.path().display());
            }
        }
    }
}
