//! One record being read: its fields as values, with remarks about those that cannot be.

use std::borrow::Cow;

use rustc_hash::FxHashSet;
use sha2::{Digest, Sha256};

use super::binding::{BoundPart, BoundRecord, Given, Source};
use super::cells::{Cells, UNIT};
use super::clean::CODE;
use super::collect::{Collector, quotable_word};
use super::draft::RawText;
use super::values::dates::{self, Stamp};
use super::values::{folded, numbers};
use super::vocabulary;
use crate::archive::profile::{BodyMarkup, Field};
use crate::diagnose::{Diagnostic, codes};
use crate::model::{AuthorKind, Origin};

/// The author of a row.
pub(super) struct Author {
    /// Their number.
    pub(super) by: Option<u32>,
    /// There is a place for a name, and nobody is named there or wants to be.
    pub(super) gone: bool,
}

/// One record being read.
pub(super) struct Row<'c, 'd, 'r> {
    pub(super) collector: &'c mut Collector<'d>,
    pub(super) record: &'r BoundRecord,
    pub(super) row: u64,
    pub(super) cells: &'c Cells<'r>,
    /// Not the row itself, but something it also holds.
    pub(super) inner: bool,
}

impl<'r> Row<'_, '_, 'r> {
    pub(super) fn text(&mut self, field: Field) -> Option<Cow<'r, str>> {
        let record = self.record;
        for part in record.parts(field) {
            match part.read(self.cells) {
                Given::Text(text) => return Some(text),
                Given::Nothing => {}
                Given::Unknown(value) => self.collector.tally.note(codes::UNKNOWN_VALUE, self.row, &part.name, "", &quotable_word(&value)),
            }
        }
        None
    }

    pub(super) fn boxed(&mut self, field: Field) -> Option<Box<str>> {
        self.text(field).map(|text| Box::from(&*text))
    }

    pub(super) fn word<T>(&mut self, field: Field, from: impl Fn(&str) -> Option<T>) -> Option<T> {
        let text = self.text(field)?;
        let value = from(&folded(&text));
        if value.is_none() {
            self.collector.tally.note(codes::UNKNOWN_VALUE, self.row, self.name_of(field), "", &quotable_word(&text));
        }
        value
    }

    pub(super) fn name_of(&self, field: Field) -> &'r str {
        self.record.parts(field).first().map_or("", |part| part.name.as_str())
    }

    pub(super) fn count(&mut self, field: Field) -> Option<u32> {
        let record = self.record;
        for part in record.parts(field) {
            let Given::Text(text) = part.read(self.cells) else { continue };
            match numbers::count(&text, part.form.number) {
                Some(number) => return Some(number),
                None if vocabulary::is_nothing(&text) => {}
                // What cannot be read is not nought: it is not known.
                None => self.collector.tally.note(codes::BAD_NUMBER, self.row, &part.name, "", &shape(&text)),
            }
        }
        None
    }

    pub(super) fn date(&mut self, field: Field) -> Option<Stamp> {
        let record = self.record;
        for part in record.parts(field) {
            let Given::Text(text) = part.read(self.cells) else { continue };
            match dates::parse(&text, &part.form.dates) {
                Some(stamp) if !stamp.is_plausible() => self.collector.tally.note(codes::FAR_DATE, self.row, &part.name, "", &shape(&text)),
                Some(stamp) => {
                    if stamp.no_zone {
                        self.collector.tally.note(codes::ZONE_UNKNOWN, self.row, &part.name, "", &shape(&text));
                    }
                    if stamp.odd {
                        self.collector.tally.note(codes::ODD_DATE, self.row, &part.name, "", &shape(&text));
                    }
                    return Some(stamp);
                }
                None if vocabulary::is_nothing(&text) => {}
                None => self.collector.tally.note(codes::BAD_DATE, self.row, &part.name, "", &shape(&text)),
            }
        }
        None
    }

    /// Who wrote, as far as the file shows it.
    pub(super) fn author(&mut self) -> Author {
        let asked = [Field::AuthorName, Field::AuthorId].iter().any(|field| !self.record.parts(*field).is_empty());
        let by = if self.collector.row_nameless { None } else { self.named_author() };
        Author { by, gone: asked && by.is_none() }
    }

    fn named_author(&mut self) -> Option<u32> {
        let name = self.text(Field::AuthorName).filter(|name| !vocabulary::is_nobody(name));
        let code = self.text(Field::AuthorCode);
        // A cleaned copy has the code in the place of whatever named the author.
        let cleaned = self.text(Field::AuthorId).or_else(|| name.clone()).and_then(|given| Some(given.strip_prefix(CODE)?.to_owned()));
        let name = name.filter(|name| !name.starts_with(CODE));
        let is_clean = cleaned.is_some();
        let code = code.or(cleaned.map(Cow::Owned));
        let id = self.text(Field::AuthorId).filter(|id| !vocabulary::is_nothing(id)).or_else(|| code.clone());
        let file = &mut self.collector.draft.sources[self.collector.source as usize].file;
        if code.is_none() && (id.is_some() || name.is_some()) && file.columns_authors.is_empty() {
            let parts = [Field::AuthorId, Field::AuthorName].into_iter().flat_map(|field| self.record.parts(field));
            file.columns_authors.extend(parts.map(|part| Box::from(part.name.as_str())));
        }
        let kind = self.word(Field::AuthorKind, AuthorKind::from_word);
        let size = self.count(Field::AuthorSize);
        let name = name.as_deref().map(unquote_formula);
        // One buffer for the keys of all rows.
        let mut key = std::mem::take(&mut self.collector.key);
        key.clear();
        match (&id, name) {
            // The code tells already what the export told people apart by.
            (Some(_), _) if is_clean => ["=", CODE, code.as_deref().unwrap_or_default()].map(|part| key.push_str(part)),
            (Some(id), _) => [kind.map_or("", AuthorKind::word), "#", id].map(|part| key.push_str(part)),
            (None, Some(name)) => ["=", name, ""].map(|part| key.push_str(part)),
            (None, None) => return None,
        };
        let author = self.collector.draft.author(&key, name, kind, size);
        self.collector.key = key;
        if let Some(code) = code {
            self.collector.draft.authors[author as usize].code = Some(Box::from(&*code));
        }
        Some(author)
    }

    pub(super) fn declared(&mut self) -> [Option<u32>; 3] {
        [Field::VotesFor, Field::VotesAgainst, Field::VotesNeutral].map(|field| self.count(field))
    }

    pub(super) fn origin(&self) -> Origin {
        Origin { source: self.collector.source, row: u32::try_from(self.row).unwrap_or(u32::MAX) }
    }

    /// The parts of a body, one below the other.
    pub(super) fn body(&mut self, language: Option<&str>) -> RawText {
        let record = self.record;
        let markup = self.collector.markup;
        let mut pieces: Vec<(Option<&str>, Cow<'_, str>)> = Vec::new();
        for part in record.parts(Field::Body) {
            if let Some(text) = in_language(part, self.cells, language) {
                pieces.push((part.label.as_deref(), text));
            }
        }
        if language.is_none() {
            for (column, question) in &record.questions {
                let answer = self.cells.get(*column);
                if !answer.is_empty() {
                    pieces.push((Some(question), answer));
                }
            }
        }
        if let [(None, text)] = pieces.as_slice() {
            return RawText { markup, value: unquote_formula(text).into() };
        }
        if pieces.is_empty() {
            return RawText::empty();
        }
        // Several pieces: each becomes a paragraph of its own, plain ones escaped, so that their forms do not mix.
        let mut html = String::new();
        for (label, text) in pieces {
            if let Some(label) = label {
                html.push_str("<p><strong>");
                push_escaped(&mut html, label);
                html.push_str("</strong></p>");
            }
            if markup == BodyMarkup::Html || (markup == BodyMarkup::Auto && super::values::html::looks_like_html(&text)) {
                html.push_str(&text);
            } else {
                for paragraph in text.split("\n\n") {
                    html.push_str("<p>");
                    push_escaped(&mut html, paragraph);
                    html.push_str("</p>");
                }
            }
        }
        RawText { markup: BodyMarkup::Html, value: html.into() }
    }

    pub(super) fn title(&mut self, language: Option<&str>) -> String {
        let title = self.record.parts(Field::Title).iter().find_map(|part| in_language(part, self.cells, language));
        unquote_formula(&title.unwrap_or_default()).to_owned()
    }

    /// The language a text family is read in, and the others that hold something.
    pub(super) fn languages(&self) -> (Option<&'r str>, Vec<&'r str>) {
        let mut filled: Vec<&'r str> = Vec::new();
        for part in self.record.parts(Field::Title).iter().chain(self.record.parts(Field::Body)) {
            if let Source::Languages(family) = &part.source {
                for (language, column) in family {
                    if !language.is_empty() && !self.cells.get(*column).is_empty() && !filled.contains(&language.as_str()) {
                        filled.push(language);
                    }
                }
            }
        }
        // Families are sorted with the archive's language first.
        let first = filled.first().copied();
        (first, filled.into_iter().skip(1).collect())
    }

    pub(super) fn topic(&mut self) -> Option<u32> {
        let record = self.record;
        let ids = record.parts(Field::TopicId);
        let mut topic = None;
        let levels = record.parts(Field::Topic);
        for (level, part) in levels.iter().enumerate() {
            let Given::Text(title) = part.read(self.cells) else { continue };
            // One id column belongs to the leaf.
            let id_part = if ids.len() == levels.len() { ids.get(level) } else { ids.last().filter(|_| level + 1 == levels.len()) };
            let id = id_part.and_then(|part| match part.read(self.cells) {
                Given::Text(id) => Some(id),
                _ => None,
            });
            let titles: Vec<&str> = match &part.split {
                Some(separator) => title.split(separator.as_str()).map(str::trim).filter(|t| !t.is_empty()).collect(),
                None => vec![&title],
            };
            let last = titles.len().saturating_sub(1);
            for (depth, title) in titles.into_iter().enumerate() {
                topic = Some(self.collector.draft.topic(topic, id.as_deref().filter(|_| depth == last), unquote_formula(title)));
            }
        }
        if levels.is_empty()
            && let Some(Given::Text(id)) = ids.last().map(|part| part.read(self.cells))
        {
            topic = Some(self.collector.draft.topic(None, Some(&id), &id));
        }
        topic
    }

    pub(super) fn list(&mut self, field: Field) -> Vec<Box<str>> {
        let mut found: Vec<Box<str>> = Vec::new();
        let mut seen: FxHashSet<Box<str>> = FxHashSet::default();
        for part in self.record.parts(field) {
            if let Given::Text(text) = part.read(self.cells) {
                let separator = part.split.as_deref().unwrap_or(if text.contains(UNIT) { UNIT } else { ", " });
                for item in text.split(separator).flat_map(|item| item.split(UNIT)).map(str::trim).filter(|item| !item.is_empty()) {
                    if seen.insert(item.into()) {
                        found.push(unquote_formula(item).into());
                    }
                }
            }
        }
        found
    }

    pub(super) fn point(&mut self) -> Option<(f64, f64)> {
        let (latitude, longitude) = (self.text(Field::Latitude), self.text(Field::Longitude));
        let (Some(lat_text), Some(lon_text)) = (&latitude, &longitude) else { return None };
        let point = numbers::degrees(lat_text).zip(numbers::degrees(lon_text));
        let good = point.filter(|&(lat, lon)| lat.abs() <= 90.0 && lon.abs() <= 180.0 && (lat, lon) != (0.0, 0.0));
        if good.is_none() {
            let example = format!("{} / {}", shape(lat_text), shape(lon_text));
            self.collector.tally.note(codes::BAD_COORDINATES, self.row, self.name_of(Field::Latitude), "", &example);
        }
        good
    }

    /// The platform's id, or one made of the text.
    pub(super) fn id(&mut self, title: &str, body: &str) -> Result<Box<str>, Diagnostic> {
        // A word for nothing is no id, and neither is an address of e-mail: it would stand in the address of a page.
        if let Some(id) = self.boxed(Field::Id).filter(|id| !vocabulary::is_nothing(id) && !id.contains('@')) {
            return Ok(id);
        }
        if title.is_empty() && body.is_empty() {
            return Err(Diagnostic::new(codes::MISSING_ID));
        }
        let created = self.text(Field::CreatedAt).unwrap_or_default();
        let mut hash = Sha256::new();
        // Of titles and texts nothing that may be masked goes in: nobody can guess it back from the id.
        for part in [&*harmless(title), &*harmless(body), &created] {
            hash.update(part.as_bytes());
            hash.update([0]);
        }
        let digest: String = hash.finalize().iter().take(5).map(|byte| format!("{byte:02x}")).collect();
        let seen = self.collector.generated.entry(digest.clone()).and_modify(|n| *n += 1).or_insert(1);
        let id = if *seen == 1 { digest } else { format!("{digest}-{seen}") };
        self.collector.tally.note(codes::GENERATED_ID, self.row, self.name_of(Field::Id), "", "");
        Ok(id.into())
    }
}

/// A part read in one language, where it stands in several; else as it is.
fn in_language<'r>(part: &'r BoundPart, cells: &Cells<'r>, language: Option<&str>) -> Option<Cow<'r, str>> {
    let given = match (&part.source, language) {
        (Source::Languages(family), Some(language)) => {
            let column = family.iter().find(|(known, _)| known == language)?.1;
            part.refine(cells.get(column))
        }
        _ => part.read(cells),
    };
    match given {
        Given::Text(text) => Some(text),
        _ => None,
    }
}

/// A text without runs of digits and without words that hold an @.
fn harmless(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for piece in text.split_inclusive(char::is_whitespace).filter(|word| !word.contains('@')) {
        out.extend(piece.chars().filter(|c| !c.is_numeric()));
    }
    out
}

/// Newer platforms write `'` before a cell that a spreadsheet would run; it is not part of the text.
pub(super) fn unquote_formula(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@']) => rest,
        _ => text,
    }
}

pub(super) fn to_html(text: &RawText) -> String {
    if text.markup == BodyMarkup::Html || (text.markup == BodyMarkup::Auto && super::values::html::looks_like_html(&text.value)) {
        return text.value.to_string();
    }
    let mut html = String::from("<p>");
    push_escaped(&mut html, &text.value);
    html.push_str("</p>");
    html
}

/// Escapes plain text into HTML, keeping its line breaks.
pub(super) fn push_escaped(html: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '\n' => html.push_str("<br>"),
            c => html.push(c),
        }
    }
}

/// The shape of a cell that could not be read, for messages: they never quote it, for nobody knows what stands in it.
pub(super) fn shape(text: &str) -> String {
    dates::form(text)
}
