//! `content/editions/`: what closed editions committed to.

use std::fs;

use super::content::Root;
use super::yaml::parse_yaml;
use crate::archive::{Committed, EditionIndex, Editions};
use crate::diagnose::{Diagnostic, Diagnostics, codes};

/// Where it lies, for messages.
const FOLDER: &str = "content/editions";

/// Reads them; none where nothing was ever sealed. What cannot be read is an error: a build without it would begin a new log.
pub fn editions(root: &Root, diagnostics: &mut Diagnostics) -> Editions {
    let folder = root.content().join("editions");
    let broken = |file: &str, error: String| Diagnostic::new(codes::EDITION_BROKEN).file(format!("{FOLDER}/{file}")).arg("error", error);
    let index = match fs::read_to_string(folder.join("editions.yaml")) {
        Ok(text) => match parse_yaml::<EditionIndex>(&text, &format!("{FOLDER}/editions.yaml")) {
            Ok(index) => index,
            Err(diagnostic) => {
                diagnostics.push(diagnostic);
                return Editions::default();
            }
        },
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Editions::default(),
        Err(error) => {
            diagnostics.push(broken("editions.yaml", error.to_string()));
            return Editions::default();
        }
    };
    let mut editions = Editions { index, ..Editions::default() };
    for closed in &editions.index.editions {
        let name = format!("{}.txt", closed.number);
        match fs::read_to_string(folder.join(&name)) {
            Ok(text) => editions.whole.push((closed.number, text)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => diagnostics.push(broken(&name, error.to_string())),
        }
        for name in super::content::files(&folder.join(closed.number.to_string())) {
            let Some(slug) = name.strip_suffix(".txt") else { continue };
            match fs::read_to_string(folder.join(closed.number.to_string()).join(&name)) {
                Ok(text) => editions.notes.entry(slug.to_owned()).or_default().push((closed.number, text)),
                Err(error) => diagnostics.push(broken(&format!("{}/{name}", closed.number), error.to_string())),
            }
        }
    }
    let mut ledgers = std::collections::BTreeMap::new();
    for slug in editions.notes.keys() {
        let name = format!("{slug}.jsonl");
        let text = fs::read_to_string(folder.join(&name)).map_err(|error| error.to_string());
        let lines = text.and_then(|text| {
            text.lines().map(|line| serde_json::from_str(line).map_err(|error| error.to_string())).collect::<Result<Vec<Committed>, _>>()
        });
        match lines {
            Ok(lines) => {
                ledgers.insert(slug.clone(), lines);
            }
            Err(error) => diagnostics.push(broken(&name, error)),
        }
    }
    editions.ledgers = ledgers;
    editions
}
