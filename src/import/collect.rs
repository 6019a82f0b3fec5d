//! One record at a time becomes rows of the [`Draft`], with its accounting.

use std::borrow::Cow;

use sha2::{Digest, Sha256};

use super::binding::{Binding, BoundPart, BoundRecord, Cells, Given, Source};
use super::draft::{Draft, DraftAppendix, DraftComment, DraftContribution, DraftExtra, DraftOutcome, DraftTagging, DraftTranslation, DraftVote, RawText, Reference};
use super::profile::{BodyMarkup, Entity, Field};
use super::values::dates::{self, Stamp};
use super::values::{folded, numbers};
use crate::diagnose::{Diagnostic, Tally, codes};
use crate::model::{AuthorKind, Kind, Origin, OutcomeStatus, SetAside, Side, Status};

/// Turns the records of one source into rows of the draft.
pub struct Collector<'a> {
    /// Where the rows go.
    pub draft: &'a mut Draft,
    /// Remarks about this source.
    pub tally: Tally,
    /// Number of the source.
    pub source: u32,
    /// Name of the file, for rows set aside.
    pub file: String,
    /// How bodies are written.
    pub markup: BodyMarkup,
    /// The bound profile.
    pub binding: &'a Binding,
    /// Generated ids met so far, to number equal ones.
    pub generated: std::collections::HashMap<String, u32>,
}

/// What became of a record.
enum Fate {
    Kept,
    Aside(Diagnostic),
}

/// The contribution a nested list belongs to.
type Parent<'a> = Option<(Kind, &'a str)>;

impl Collector<'_> {
    /// Takes in one record, or sets it aside.
    pub fn record(&mut self, row: u64, cells: &Cells<'_>) {
        let source = &mut self.draft.sources[self.source as usize];
        source.rows_read += 1;
        let binding = self.binding;
        binding.records.iter().for_each(|record| record.pass(cells));
        let fate = match binding.records.iter().find(|record| record.each.is_none() && record.applies(cells)) {
            Some(record) => self.make(record, row, cells, None),
            None => {
                let shown = binding.when_column.map(|column| cells.get(column)).unwrap_or_default();
                Fate::Aside(Diagnostic::new(codes::UNKNOWN_ROW_TYPE).arg("value", shorten(&shown)))
            }
        };
        let source = &mut self.draft.sources[self.source as usize];
        match fate {
            Fate::Kept => source.rows_kept += 1,
            Fate::Aside(reason) => self.set_aside(row, reason),
        }
    }

    /// Lists a record that is not taken in (it has been counted as read).
    pub fn set_aside(&mut self, row: u64, reason: Diagnostic) {
        self.draft.sources[self.source as usize].rows_set_aside += 1;
        self.tally.note(reason.code, row, "", "", "");
        self.draft.set_aside.push(SetAside { file: self.file.as_str().into(), row, reason });
    }

    fn make(&mut self, record: &BoundRecord, row: u64, cells: &Cells<'_>, parent: Parent<'_>) -> Fate {
        for rule in &record.rules {
            let cell = rule.columns.iter().map(|&column| cells.get(column)).find(|cell| !cell.is_empty()).unwrap_or_default();
            if rule.values.iter().any(|value| *value == folded(&cell)) {
                return Fate::Aside(Diagnostic::new(rule.code));
            }
        }
        let mut row_of = Row { collector: self, record, row, cells };
        let fate = match record.entity {
            Entity::Contribution => row_of.contribution(parent),
            Entity::Comment => row_of.comment(parent),
            Entity::Vote => row_of.vote(parent),
            Entity::Appendix => row_of.appendix(parent),
            Entity::Topic => row_of.topic_row(),
            Entity::Tag => row_of.tag(),
            Entity::Tagging => row_of.tagging(),
            Entity::Outcome => row_of.outcome(parent),
            Entity::SetAside => Err(Diagnostic::new(record.code.unwrap_or(codes::NOT_ARCHIVED))),
        };
        match fate {
            Ok(made) => {
                let inner = made.as_ref().map(|(kind, id)| (*kind, id.as_str())).or(parent);
                for also in &record.also {
                    if also.each.is_none() && also.applies(cells) {
                        self.make(also, row, cells, inner);
                    }
                }
                if let Cells::Document { paths, row: whole, element } = cells {
                    let binding = self.binding;
                    for nested in binding.records.iter().chain(&record.also).filter(|nested| nested.each.is_some()) {
                        // Lists start at the row; those of an element's own `also` at the element.
                        if parent.is_some() && !record.also.iter().any(|also| std::ptr::eq(also, nested)) {
                            continue;
                        }
                        for item in nested.each.as_ref().map(|path| path.list(element)).unwrap_or_default() {
                            let cells = Cells::Document { paths, row: whole, element: item };
                            if nested.applies(&cells) {
                                self.make(nested, row, &cells, inner);
                            }
                        }
                    }
                }
                Fate::Kept
            }
            Err(reason) => Fate::Aside(reason),
        }
    }
}

/// One record being read.
struct Row<'c, 'd, 'r> {
    collector: &'c mut Collector<'d>,
    record: &'r BoundRecord,
    row: u64,
    cells: &'c Cells<'r>,
}

type Made = Result<Option<(Kind, String)>, Diagnostic>;

impl<'r> Row<'_, '_, 'r> {
    fn text(&mut self, field: Field) -> Option<Cow<'r, str>> {
        let record = self.record;
        for part in record.parts(field) {
            match part.read(self.cells) {
                Given::Text(text) => return Some(text),
                Given::Nothing => {}
                Given::Unknown(value) => {
                    self.collector.tally.note(codes::UNKNOWN_VALUE, self.row, &part.name, &shorten(&value), &shorten(&value));
                }
            }
        }
        None
    }

    fn boxed(&mut self, field: Field) -> Option<Box<str>> {
        self.text(field).map(|text| Box::from(&*text))
    }

    fn word<T>(&mut self, field: Field, from: impl Fn(&str) -> Option<T>) -> Option<T> {
        let text = self.text(field)?;
        let value = from(&folded(&text));
        if value.is_none() {
            self.collector.tally.note(codes::UNKNOWN_VALUE, self.row, self.name_of(field), &shorten(&text), &shorten(&text));
        }
        value
    }

    fn name_of(&self, field: Field) -> &'r str {
        self.record.parts(field).first().map_or("", |part| part.name.as_str())
    }

    fn count(&mut self, field: Field) -> Option<u32> {
        let text = self.text(field)?;
        let number = numbers::count(&text);
        if number.is_none() {
            let form = dates::form(&text);
            self.collector.tally.note(codes::BAD_NUMBER, self.row, self.name_of(field), &form, &shorten(&text));
        }
        number
    }

    fn date(&mut self, field: Field) -> Option<Stamp> {
        let record = self.record;
        for part in record.parts(field) {
            let Given::Text(text) = part.read(self.cells) else { continue };
            match dates::parse(&text, &part.dates) {
                Some(stamp) => {
                    if stamp.odd {
                        self.collector.tally.note(codes::ODD_DATE, self.row, &part.name, &dates::form(&text), &shorten(&text));
                    }
                    return Some(stamp);
                }
                None => self.collector.tally.note(codes::BAD_DATE, self.row, &part.name, &dates::form(&text), &shorten(&text)),
            }
        }
        None
    }

    fn author(&mut self) -> Option<u32> {
        let name = self.text(Field::AuthorName).filter(|name| !name.is_empty());
        let id = self.text(Field::AuthorId);
        let kind = self.word(Field::AuthorKind, AuthorKind::from_word);
        let size = self.count(Field::AuthorSize);
        let name = name.as_deref().map(unquote_formula);
        let key = match (&id, name) {
            (Some(id), _) => format!("{}#{id}", kind.map_or("", AuthorKind::word)),
            (None, Some(name)) => format!("={name}"),
            (None, None) => return None,
        };
        Some(self.collector.draft.author(&key, name, kind, size))
    }

    fn declared(&mut self) -> [Option<u32>; 3] {
        [Field::VotesFor, Field::VotesAgainst, Field::VotesNeutral].map(|field| self.count(field))
    }

    fn status(&mut self) -> Status {
        self.word(Field::Status, Status::from_word).unwrap_or(Status::Published)
    }

    fn origin(&self) -> Origin {
        Origin { source: self.collector.source, row: u32::try_from(self.row).unwrap_or(u32::MAX) }
    }

    /// The parts of a body, one below the other.
    fn body(&mut self, language: Option<&str>) -> RawText {
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

    fn title(&mut self, language: Option<&str>) -> String {
        let title = self.record.parts(Field::Title).iter().find_map(|part| in_language(part, self.cells, language));
        unquote_formula(&title.unwrap_or_default()).to_owned()
    }

    /// The language a text family is read in, and the others that hold something.
    fn languages(&self) -> (Option<&'r str>, Vec<&'r str>) {
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

    fn topic(&mut self) -> Option<u32> {
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
            && let Some(Given::Text(id)) = ids.last().map(|part| part.read(self.cells)) {
                topic = Some(self.collector.draft.topic(None, Some(&id), &id));
            }
        topic
    }

    fn list(&mut self, field: Field) -> Vec<Box<str>> {
        let mut found: Vec<Box<str>> = Vec::new();
        for part in self.record.parts(field) {
            if let Given::Text(text) = part.read(self.cells) {
                let separator = part.split.as_deref().unwrap_or(if text.contains('\u{1f}') { "\u{1f}" } else { ", " });
                for item in text.split(separator).flat_map(|item| item.split('\u{1f}')).map(str::trim).filter(|item| !item.is_empty()) {
                    if !found.iter().any(|known| **known == *item) {
                        found.push(unquote_formula(item).into());
                    }
                }
            }
        }
        found
    }

    fn point(&mut self) -> Option<(f64, f64)> {
        let (latitude, longitude) = (self.text(Field::Latitude), self.text(Field::Longitude));
        let (Some(lat_text), Some(lon_text)) = (&latitude, &longitude) else { return None };
        let point = numbers::degrees(lat_text).zip(numbers::degrees(lon_text));
        let good = point.filter(|&(lat, lon)| lat.abs() <= 90.0 && lon.abs() <= 180.0 && (lat, lon) != (0.0, 0.0));
        if good.is_none() {
            let example = format!("{} / {}", shorten(lat_text), shorten(lon_text));
            self.collector.tally.note(codes::BAD_COORDINATES, self.row, self.name_of(Field::Latitude), "", &example);
        }
        good
    }

    /// The platform's id, or one made of the text.
    fn id(&mut self, title: &str, body: &str) -> Result<Box<str>, Diagnostic> {
        if let Some(id) = self.boxed(Field::Id) {
            return Ok(id);
        }
        if title.is_empty() && body.is_empty() {
            return Err(Diagnostic::new(codes::MISSING_ID));
        }
        let created = self.text(Field::CreatedAt).unwrap_or_default();
        let mut hash = Sha256::new();
        for part in [title, body, &created] {
            hash.update(part.as_bytes());
            hash.update([0]);
        }
        let digest: String = hash.finalize().iter().take(5).map(|byte| format!("{byte:02x}")).collect();
        let seen = self.collector.generated.entry(digest.clone()).and_modify(|n| *n += 1).or_insert(1);
        let id = if *seen == 1 { digest } else { format!("{digest}-{seen}") };
        self.collector.tally.note(codes::GENERATED_ID, self.row, self.name_of(Field::Id), "", "");
        Ok(id.into())
    }

    fn contribution(&mut self, parent: Parent<'_>) -> Made {
        let parent_given = parent.is_some();
        let owner = super::draft::index_of(self.collector.draft.contributions.len());
        let (language, others) = self.languages();
        let title = self.title(language);
        let body = self.body(language);
        let id = self.id(&title, &body.value)?;
        let kind = self.word(Field::Kind, Kind::from_word).or(self.record.kind).unwrap_or(Kind::Proposal);
        let on = Reference::new([kind], id.clone());
        for other in others {
            let translated = DraftTranslation { owner, language: other.into(), title: self.title(Some(other)).into(), body: self.body(Some(other)) };
            if !translated.title.is_empty() || !translated.body.value.is_empty() {
                self.collector.draft.translations.push(translated);
            }
        }
        let written_parent = self.text(Field::ParentId).map(|id| (self.word(Field::ParentKind, Kind::from_word), id));
        let parent = match (written_parent, parent) {
            (Some((kind, id)), _) => Some(Reference::new(kind.map_or_else(|| self.record.on.clone(), |kind| vec![kind]), &*id)),
            (None, Some((kind, id))) => Some(Reference::new([kind], id)),
            (None, None) => None,
        };
        let mut contribution = DraftContribution {
            kind,
            parent,
            topic: self.topic(),
            tags: self.list(Field::Tags),
            title: title.into(),
            body,
            author: self.author(),
            created: self.date(Field::CreatedAt),
            updated: self.date(Field::UpdatedAt),
            status: self.status(),
            status_reason: self.boxed(Field::StatusReason),
            language: self.boxed(Field::Language).or_else(|| language.map(Into::into)),
            declared: self.declared(),
            declared_total: self.count(Field::VotesTotal),
            declared_comments: self.count(Field::CommentCount),
            declared_amendments: self.count(Field::AmendmentCount),
            point: self.point(),
            place: self.boxed(Field::Place),
            source_url: self.boxed(Field::Url),
            origin: self.origin(),
            nested: parent_given,
            id,
        };
        if contribution.status == Status::Published {
            contribution.status_reason = None;
        }
        for (column, name) in &self.record.further {
            let value = self.cells.get(*column);
            if !value.is_empty() {
                let value = value.replace('\u{1f}', ", ");
                self.collector.draft.extras.push(DraftExtra { owner, name: name.as_str().into(), value: unquote_formula(&value).into() });
            }
        }
        let answer = self.text(Field::Answer);
        let status = self.word(Field::AnswerStatus, OutcomeStatus::from_word);
        if answer.is_some() || status.is_some_and(|status| status != OutcomeStatus::Evaluating) {
            let outcome = DraftOutcome {
                id: format!("{}-{}", kind.word(), contribution.id).into(),
                title: "".into(),
                body: RawText { markup: BodyMarkup::Auto, value: answer.unwrap_or_default().into() },
                status,
                author: self.boxed(Field::AnswerAuthor),
                date: self.date(Field::AnsweredAt),
                source_url: None,
                on: vec![on],
                cites: Vec::new(),
            };
            self.collector.draft.outcomes.push(outcome);
        }
        let made = (kind, contribution.id.to_string());
        self.collector.draft.contributions.push(contribution);
        Ok(Some(made))
    }

    fn comment(&mut self, parent: Parent<'_>) -> Made {
        let mut body = self.body(None);
        let title = self.title(None);
        if !title.is_empty() {
            let mut html = String::from("<p><strong>");
            push_escaped(&mut html, &title);
            html.push_str("</strong></p>");
            html.push_str(&to_html(&body));
            body = RawText { markup: BodyMarkup::Html, value: html.into() };
        }
        let id = self.id("", &body.value)?;
        let (on, replied) = self.on(parent);
        let reply_to = self.boxed(Field::ReplyTo).or_else(|| self.boxed(Field::ParentPath)).or(replied);
        let comment = DraftComment {
            id,
            on,
            reply_to,
            thread_url: self.boxed(Field::ThreadUrl),
            placeholder: self.record.kind.or(self.record.on.first().copied()).unwrap_or(Kind::Proposal),
            side: self.word(Field::Side, Side::from_word).unwrap_or(Side::None),
            body,
            author: self.author(),
            created: self.date(Field::CreatedAt),
            updated: self.date(Field::UpdatedAt),
            status: self.status(),
            language: self.boxed(Field::Language),
            declared: self.declared(),
            source_url: self.boxed(Field::Url),
            origin: self.origin(),
            nested: parent.is_some(),
        };
        self.collector.draft.comments.push(comment);
        Ok(None)
    }

    /// What a child hangs on: a contribution, or the id of a comment.
    fn on(&mut self, parent: Parent<'_>) -> (Option<Reference>, Option<Box<str>>) {
        let kind = self.text(Field::OnKind);
        let Some(id) = self.text(Field::OnId) else {
            return (parent.map(|(kind, id)| Reference::new([kind], id)), None);
        };
        // `kind/prefix`: things that share a kind and not their numbers carry a prefix in their ids.
        let (kind, prefix) = match kind.as_deref().and_then(|word| word.split_once('/')) {
            Some((kind, prefix)) => (Some(Cow::Owned(kind.to_owned())), prefix.to_owned()),
            None => (kind, String::new()),
        };
        let id = if prefix.is_empty() { id } else { Cow::Owned(format!("{prefix}{id}")) };
        if kind.as_deref() == Some("comment") {
            return (None, Some(Box::from(&*id)));
        }
        let kinds = kind.as_deref().and_then(Kind::from_word).map_or_else(|| self.record.on.clone(), |kind| vec![kind]);
        (Some(Reference { prefix: prefix.len(), ..Reference::new(kinds, &*id) }), None)
    }

    fn vote(&mut self, parent: Parent<'_>) -> Made {
        let (on, on_comment) = match (self.on(parent), self.text(Field::ThreadUrl)) {
            ((Some(on), _), _) => (on, false),
            ((None, Some(comment)), _) => (Reference::new([], comment), true),
            ((None, None), Some(url)) => (Reference::new(self.record.kind.into_iter().collect::<Vec<_>>(), &*url), false),
            ((None, None), None) => return Err(Diagnostic::new(codes::MISSING_PARENT)),
        };
        let side = match self.word(Field::Value, Side::from_word) {
            Some(side) => side,
            None if self.record.parts(Field::Value).is_empty() => Side::For,
            None => Side::None,
        };
        let voter = self.text(Field::Voter);
        let draft = &mut self.collector.draft;
        let on = draft.reference(on);
        let voter = voter.map_or(u32::MAX, |voter| draft.voter(&voter));
        let (at, origin) = (self.date(Field::CreatedAt), self.origin());
        self.collector.draft.votes.push(DraftVote { on, on_comment, voter, side, at, origin });
        Ok(None)
    }

    fn appendix(&mut self, parent: Parent<'_>) -> Made {
        let (Some(on), _) = self.on(parent) else { return Err(Diagnostic::new(codes::MISSING_PARENT)) };
        let appendix = DraftAppendix { on, title: self.title(None).into(), body: self.body(None), origin: self.origin() };
        if !appendix.body.value.is_empty() || !appendix.title.is_empty() {
            self.collector.draft.appendices.push(appendix);
        }
        Ok(None)
    }

    fn topic_row(&mut self) -> Made {
        let title = self.title(None);
        let id = self.boxed(Field::TopicId).or_else(|| self.boxed(Field::Id)).ok_or_else(|| Diagnostic::new(codes::MISSING_ID))?;
        let parent = self.boxed(Field::ParentId);
        let index = self.collector.draft.topic(None, Some(&id), &title);
        self.collector.draft.topics[index as usize].title = title.into();
        self.collector.draft.topic_rows.push((id, parent, index));
        Ok(None)
    }

    fn tag(&mut self) -> Made {
        let title = self.title(None);
        let id = self.boxed(Field::Id).unwrap_or_else(|| title.as_str().into());
        self.collector.draft.tags.push((id, title.into()));
        Ok(None)
    }

    fn tagging(&mut self) -> Made {
        let (Some(on), _) = self.on(None) else { return Err(Diagnostic::new(codes::MISSING_PARENT)) };
        let tag = self.boxed(Field::TagId).ok_or_else(|| Diagnostic::new(codes::MISSING_ID))?;
        let origin = self.origin();
        self.collector.draft.taggings.push(DraftTagging { on, tag, origin });
        Ok(None)
    }

    fn outcome(&mut self, parent: Parent<'_>) -> Made {
        let title = self.title(self.languages().0);
        let body = self.body(self.languages().0);
        let id = self.id(&title, &body.value)?;
        let on = parent.map(|(kind, id)| Reference::new([kind], id));
        let outcome = DraftOutcome {
            id,
            title: title.into(),
            body,
            status: self.word(Field::Status, OutcomeStatus::from_word),
            author: self.boxed(Field::Author),
            date: self.date(Field::CreatedAt),
            source_url: self.boxed(Field::Url),
            on: on.into_iter().collect(),
            cites: self.list(Field::Cites),
        };
        self.collector.draft.outcomes.push(outcome);
        Ok(None)
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

/// Newer platforms write `'` before a cell that a spreadsheet would run; it is not part of the text.
fn unquote_formula(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@']) => rest,
        _ => text,
    }
}

fn to_html(text: &RawText) -> String {
    if text.markup == BodyMarkup::Html || (text.markup == BodyMarkup::Auto && super::values::html::looks_like_html(&text.value)) {
        return text.value.to_string();
    }
    let mut html = String::from("<p>");
    push_escaped(&mut html, &text.value);
    html.push_str("</p>");
    html
}

/// Escapes plain text into HTML, keeping its line breaks.
fn push_escaped(html: &mut String, text: &str) {
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

/// A value as messages quote it.
pub fn shorten(text: &str) -> String {
    let mut short: String = text.chars().take(60).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

