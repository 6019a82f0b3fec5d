//! Words: every text shown to people comes from Fluent files, never from code or templates.
//!
//! Two sets: what the program says (`src/words/diagnostics.<language>.ftl`, inside the binary) and what the site says
//! (`words/<language>.ftl` of the theme). Numbers and dates take the language's form from the same files.

mod arg;
mod dates;
mod numbers;

use std::borrow::Cow;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::Pattern;
use unic_langid::LanguageIdentifier;

pub use arg::Arg;
pub(crate) use arg::printable;
pub use dates::{Date, Dates};

/// Languages the program and the built-in theme speak. The first is the fallback.
pub const LANGUAGES: &[&str] = &["en", "fr", "es"];

const DIAGNOSTICS: &[(&str, &str)] =
    &[("en", include_str!("diagnostics.en.ftl")), ("fr", include_str!("diagnostics.fr.ftl")), ("es", include_str!("diagnostics.es.ftl"))];

/// The words of one language.
pub struct Words {
    language: String,
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    /// What the program says, in this language or, if it is not spoken, in English.
    pub fn diagnostics(language: &str) -> Self {
        let (language, source) = DIAGNOSTICS.iter().find(|(code, _)| *code == language).copied().unwrap_or(DIAGNOSTICS[0]);
        match Self::parse(language, &[source]) {
            Ok(words) => words,
            // The files are part of the program and a test reads them all.
            Err(error) => unreachable!("built-in words: {error}"),
        }
    }

    /// Words from Fluent sources; a later source overrides an earlier one. Errors name the first faulty entry.
    pub fn parse(language: &str, sources: &[&str]) -> Result<Self, String> {
        let id: LanguageIdentifier = language.parse().map_err(|e| format!("{language}: {e}"))?;
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // Isolation marks would land in attributes, titles and CSV files; names of people are isolated by markup instead.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(numbers::formatter(language)));
        for source in sources {
            let resource =
                FluentResource::try_new((*source).to_owned()).map_err(|(_, errors)| errors.first().map(ToString::to_string).unwrap_or_default())?;
            bundle.add_resource_overriding(resource);
        }
        Ok(Self { language: language.to_owned(), bundle })
    }

    /// Code of the language (`fr`).
    pub fn language(&self) -> &str {
        &self.language
    }

    /// Whether there is a message with this key.
    pub fn has(&self, key: &str) -> bool {
        self.bundle.get_message(key).is_some_and(|m| m.value().is_some())
    }

    /// A text without arguments; the key itself where there is none, so that a hole is seen.
    pub fn text(&self, key: &str) -> String {
        self.format(key, &[])
    }

    /// A text with arguments.
    pub fn format(&self, key: &str, args: &[(&str, Arg)]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        self.write(pattern, args)
    }

    /// An attribute of a message, unformatted: only to ask whether it exists.
    pub fn attribute(&self, key: &str, attribute: &str) -> Option<String> {
        let message = self.bundle.get_message(key)?;
        Some(self.write(message.get_attribute(attribute)?.value(), &[]))
    }

    /// An attribute of a message with arguments; empty where there is none.
    pub fn format_attribute(&self, key: &str, attribute: &str, args: &[(&'static str, Arg)]) -> String {
        self.bundle
            .get_message(key)
            .and_then(|message| message.get_attribute(attribute))
            .map(|attribute| self.write(attribute.value(), args))
            .unwrap_or_default()
    }

    fn write(&self, pattern: &Pattern<&str>, args: &[(&str, Arg)]) -> String {
        let mut fluent = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            let value = match value {
                Arg::Text(text) => FluentValue::from(text.as_str()),
                Arg::Number(number) => FluentValue::from(*number),
                Arg::Decimal(number) => FluentValue::from(number.replace('.', &self.decimal_sign().to_string())),
            };
            fluent.set(Cow::Borrowed(*name), value);
        }
        // Missing arguments show as `{$name}`: the words' own tests find them; a reader still gets the sentence.
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, Some(&fluent), &mut errors).into_owned()
    }
}

#[cfg(test)]
mod tests;
