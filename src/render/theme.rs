//! The files of a theme: the built-in ones, replaced one by one by those of `themes/<name>/`.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Deserialize;

use crate::diagnose::{Diagnostic, Diagnostics, codes};
use crate::read::parse_yaml;

macro_rules! built_in {
    ($($name:literal),* $(,)?) => {
        /// The built-in theme: (path inside the theme, bytes).
        const BUILT_IN: &[(&str, &[u8])] = &[$(($name, include_bytes!(concat!("../../themes/civic/", $name)))),*];
    };
}

built_in! {
    "theme.yaml",
    "static/collection.js", "static/greffe.css", "static/greffe.js", "static/icon.svg", "static/verify.js",
    "templates/404.html", "templates/accessibility.html", "templates/article.html", "templates/base.html", "templates/collection.html", "templates/documents.html", "templates/editions.html",
    "templates/figures.html", "templates/map.html", "templates/news.html", "templates/outcomes.html", "templates/synthesis.html", "templates/timeline.html",
    "templates/workshops.html", "templates/changes.html", "templates/comments.html", "templates/components.html", "templates/consultation.html",
    "templates/consultations.html", "templates/contribution.html", "templates/data.html", "templates/grouping.html", "templates/index.html",
    "templates/list.html", "templates/method.html", "templates/page.html", "templates/quality.html", "templates/redirect.html", "templates/topic.html",
    "words/en.ftl", "words/es.ftl", "words/fr.ftl",
}

/// `theme.yaml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ThemeFile {
    #[expect(dead_code, reason = "read to be checked; shown by nothing yet")]
    name: String,
    #[serde(default)]
    #[expect(dead_code, reason = "read to be checked; shown by nothing yet")]
    title: String,
    #[serde(default)]
    #[expect(dead_code, reason = "read to be checked; shown by nothing yet")]
    licence: String,
    /// Versions of greffe it works with: `>=0.1, <0.2`.
    engine: String,
}

/// A theme.
#[derive(Debug)]
pub struct Theme {
    name: String,
    files: BTreeMap<String, Cow<'static, [u8]>>,
}

impl Theme {
    /// The built-in theme with the user's own files over it. `name` is the theme's, for messages.
    pub fn new(name: &str, own: Vec<(String, Vec<u8>)>, diagnostics: &mut Diagnostics) -> Self {
        let mut files: BTreeMap<String, Cow<'static, [u8]>> =
            BUILT_IN.iter().map(|(path, bytes)| ((*path).to_owned(), Cow::Borrowed(*bytes))).collect();
        for (path, bytes) in own {
            if path == "theme.yaml" {
                let file = format!("themes/{name}/theme.yaml");
                match parse_yaml::<ThemeFile>(&String::from_utf8_lossy(&bytes), &file) {
                    Ok(theme) if !fits(&theme.engine) => {
                        diagnostics
                            .push(Diagnostic::new(codes::THEME_ENGINE).file(file).arg("value", theme.engine).arg("name", env!("CARGO_PKG_VERSION")));
                    }
                    Ok(_) => {}
                    Err(diagnostic) => diagnostics.push(diagnostic),
                }
            }
            files.insert(path, Cow::Owned(bytes));
        }
        Self { name: name.to_owned(), files }
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The files below a folder: (path inside it, bytes).
    pub fn folder<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a [u8])> {
        self.files.iter().filter_map(move |(path, bytes)| Some((path.strip_prefix(folder)?, &**bytes)))
    }

    /// Whether there are words of a language.
    pub fn speaks(&self, language: &str) -> bool {
        self.files.contains_key(&format!("words/{language}.ftl"))
    }

    /// The words of a language, the built-in ones first, then the theme's own. What a language that is not built in does not say is said in
    /// English.
    pub fn words(&self, language: &str) -> Vec<String> {
        let name = format!("words/{language}.ftl");
        let known = BUILT_IN.iter().any(|(path, _)| *path == name);
        let base = if known { name.as_str() } else { "words/en.ftl" };
        let built_in = BUILT_IN.iter().find(|(path, _)| *path == base).map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned());
        let own = self.files.get(&name).map(|bytes| String::from_utf8_lossy(bytes).into_owned());
        let same = built_in == own;
        built_in.into_iter().chain(own.filter(|_| !same)).collect()
    }
}

/// Whether this version lies in a range `>=0.1, <0.2`. Parts that are missing count as 0.
fn fits(range: &str) -> bool {
    let version = |text: &str| -> Option<[u64; 3]> {
        let mut parts = text.trim().split('.').map(|part| part.parse().ok());
        let mut version = [0; 3];
        for part in &mut version {
            match parts.next() {
                Some(number) => *part = number?,
                None => break,
            }
        }
        Some(version)
    };
    let Some(own) = version(env!("CARGO_PKG_VERSION")) else { return true };
    range.split(',').map(str::trim).all(|bound| match (bound.strip_prefix(">="), bound.strip_prefix('<')) {
        (Some(least), _) => version(least).is_some_and(|least| own >= least),
        (None, Some(below)) => version(below).is_some_and(|below| own < below),
        (None, None) => version(bound).is_some_and(|bound| own[..2] == bound[..2]),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn engine_ranges() {
        assert!(fits(">=0.1, <0.2") && fits("0.1") && fits(">=0.0.9"));
        assert!(!fits(">=0.2") && !fits("<0.1") && !fits("x") && !fits(">=0.1, <0.1.0"));
    }

    #[test]
    fn every_file_of_the_folder_is_inside() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/themes/civic");
        for entry in walkdir::WalkDir::new(folder).into_iter().flatten().filter(|entry| entry.file_type().is_file()) {
            let path = entry.path().strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
            assert!(path == "README.md" || BUILT_IN.iter().any(|(name, _)| *name == path), "{path} is not in BUILT_IN");
        }
    }

    /// Names that a template reads from its context: words of its tags that no loop, assignment or component parameter made.
    fn read_by(source: &str) -> std::collections::BTreeSet<String> {
        const WORDS: &[&str] = &[
            "if", "elif", "else", "endif", "for", "in", "endfor", "set", "is", "not", "and", "or", "true", "false", "block", "endblock", "extends",
            "length", "number", "safe", "map", "loop", "t", "key", "count", "value", "start", "end", "total", "rank", "of", "ui", "without",
            "defined",
        ];
        let (mut read, mut made) = (std::collections::BTreeSet::new(), std::collections::BTreeSet::new());
        let mut rest = source;
        while let Some(at) = rest.find("{{").into_iter().chain(rest.find("{%")).min() {
            let end = if rest[at..].starts_with("{{") { "}}" } else { "%}" };
            let (tag, left) = rest[at + 2..].split_once(end).unwrap_or((&rest[at + 2..], ""));
            rest = left;
            let plain: String = tag.split('"').step_by(2).collect::<Vec<_>>().join(" ");
            let tag = plain.trim();
            if tag.starts_with("block") || tag.starts_with("endblock") || tag.starts_with("extends") {
                continue;
            }
            let words: Vec<&str> = tag.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == '.' || c == '?' || c == '=')).collect();
            for (at, word) in words.iter().enumerate() {
                let name = word.split(['.', '?', '=']).next().unwrap_or_default();
                let starts = name.starts_with(|c: char| c.is_ascii_lowercase());
                if starts && at > 0 && (words[at - 1] == "for" || words[at - 1] == "set") {
                    made.insert(name.to_owned());
                } else if starts && !WORDS.contains(&name) && !word.ends_with('=') {
                    read.insert(name.to_owned());
                }
            }
        }
        read.difference(&made).cloned().collect()
    }

    #[test]
    fn the_readme_names_every_block_and_variable() {
        let readme = include_str!("../../themes/civic/README.md");
        let mut missing = Vec::new();
        for (path, bytes) in BUILT_IN.iter().filter(|(path, _)| path.starts_with("templates/") && !path.ends_with("components.html")) {
            let source = String::from_utf8_lossy(bytes);
            let name = path.trim_start_matches("templates/");
            if !readme.contains(&format!("`{name}`")) {
                missing.push(name.to_owned());
            }
            let blocks = source.split("{% block ").skip(1).filter_map(|rest| rest.split(' ').next()).map(str::to_owned);
            missing
                .extend(blocks.chain(read_by(&source)).filter(|word| !readme.contains(&format!("`{word}`"))).map(|word| format!("{name}: {word}")));
        }
        assert!(missing.is_empty(), "themes/civic/README.md does not name {missing:#?}");
    }
}
