//! The files of a theme: the built-in ones, replaced one by one by those of `themes/<name>/`.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Deserialize;

use crate::diagnose::{Diagnostic, Diagnostics, codes, did_you_mean};
use crate::read::parse_yaml;

macro_rules! built_in {
    ($($name:literal),* $(,)?) => {
        /// The built-in theme: (path inside the theme, text).
        const BUILT_IN: &[(&str, &str)] = &[$(($name, include_str!(concat!("../../themes/civic/", $name)))),*];
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
            BUILT_IN.iter().map(|(path, bytes)| ((*path).to_owned(), Cow::Borrowed(bytes.as_bytes()))).collect();
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
        for path in unread(&files) {
            let near = did_you_mean(path, BUILT_IN.iter().map(|(known, _)| *known)).unwrap_or_default();
            diagnostics.push(Diagnostic::new(codes::THEME_FILE).file(format!("themes/{name}/{path}")).arg("near", near));
        }
        Self { name: name.to_owned(), files }
    }

    /// The files of the built-in theme: (path inside it, text).
    pub fn built_in() -> impl Iterator<Item = (&'static str, &'static str)> {
        BUILT_IN.iter().copied()
    }

    /// Whether it has a file.
    pub fn has(&self, path: &str) -> bool {
        self.files.contains_key(path)
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
        let built_in = BUILT_IN.iter().find(|(path, _)| *path == base).map(|(_, text)| (*text).to_owned());
        let own = self.files.get(&name).map(|bytes| String::from_utf8_lossy(bytes).into_owned());
        let same = built_in == own;
        built_in.into_iter().chain(own.filter(|_| !same)).collect()
    }
}

/// Files of a theme of one's own that nothing reads: templates that no page has and no template names, and what lies in no known folder.
fn unread<'f>(files: &'f BTreeMap<String, Cow<'static, [u8]>>) -> Vec<&'f str> {
    let named = |path: &str| {
        let name = path.trim_start_matches("templates/");
        let quoted = [format!("\"{name}\""), format!("'{name}'")];
        let templates = files.iter().filter(|(other, _)| other.starts_with("templates/") && *other != path);
        templates.map(|(_, bytes)| String::from_utf8_lossy(bytes)).any(|text| quoted.iter().any(|name| text.contains(name.as_str())))
    };
    let read = |path: &str| match path.split_once('/') {
        Some(("templates", _)) => named(path),
        Some(("static", _)) => true,
        Some(("words", name)) => name.ends_with(".ftl"),
        Some(_) => false,
        None => path.eq_ignore_ascii_case("readme.md") || path.to_ascii_lowercase().starts_with("licen"),
    };
    files.keys().map(String::as_str).filter(|path| BUILT_IN.iter().all(|(known, _)| known != path) && !read(path)).collect()
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
        for (path, source) in BUILT_IN.iter().filter(|(path, _)| path.starts_with("templates/") && !path.ends_with("components.html")) {
            let name = path.trim_start_matches("templates/");
            if !readme.contains(&format!("`{name}`")) {
                missing.push(name.to_owned());
            }
            let blocks = source.split("{% block ").skip(1).filter_map(|rest| rest.split(' ').next()).map(str::to_owned);
            missing.extend(blocks.chain(read_by(source)).filter(|word| !readme.contains(&format!("`{word}`"))).map(|word| format!("{name}: {word}")));
        }
        assert!(missing.is_empty(), "themes/civic/README.md does not name {missing:#?}");
    }
}
