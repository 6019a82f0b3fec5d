//! `static/words.js`: what the scripts say, in the language of the archive, once for all pages.

use serde_json::{Map, Value};

use super::citation::json_block;
use super::page::Renderer;

/// The words of the scripts, by their keys in the language files.
const WORDS: &[&str] = &[
    "check-button",
    "check-differs",
    "check-draft",
    "check-edition",
    "check-limits",
    "check-missing",
    "check-ok",
    "check-unable",
    "cite-forms",
    "cite-short",
    "collect",
    "collected",
    "collection-address",
    "collection-bib",
    "collection-clear",
    "collection-csv",
    "collection-empty",
    "collection-list",
    "collection-remove",
    "collection-shared",
    "collection-sure",
    "copied-citation",
    "copied-link",
    "copy-citation",
    "copy-form",
    "copy-link",
    "save-form",
];

/// Words that the scripts put something into: its place is marked by the name in brackets.
const WITH_TITLE: &[&str] = &["cite-comment"];

impl Renderer<'_> {
    /// `static/words.js`. An archive is known by its address or, where it has none, by its title: browsers keep collections apart by it.
    pub fn script_words(&self) -> String {
        let words = self.engine.words();
        let plain = WORDS.iter().map(|key| ((*key).to_owned(), Value::from(words.text(key))));
        let with_title = WITH_TITLE.iter().map(|key| ((*key).to_owned(), Value::from(words.format(key, &[("title", "{title}".into())]))));
        let said: Map<String, Value> = plain.chain(with_title).collect();
        let archive = Value::from(self.site.base_url.as_deref().unwrap_or(&self.content.config.title));
        format!("window.greffe = {{\"archive\":{},\"words\":{}}};\n", json_block(&archive), json_block(&Value::from(said)))
    }
}
