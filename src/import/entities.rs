//! A record becomes a row of the draft: one function for each kind of row.

use std::borrow::Cow;
use std::collections::hash_map::Entry;
use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

use super::binding::first_filled;
use super::cells::{Cells, UNIT};
use super::collect::Parent;
use super::draft::{
    DraftAppendix, DraftComment, DraftContribution, DraftExtra, DraftOutcome, DraftTagging, DraftTranslation, DraftVote, RawText, Reference, index_of,
};
use super::row::{Row, push_escaped, shape, to_html, unquote_formula};
use crate::archive::profile::{BodyMarkup, Entity, Field};
use crate::diagnose::{Diagnostic, codes};
use crate::model::{Kind, OutcomeStatus, Side, Status, VoteCounts, VotesBasis};

/// What was made, for the records nested in it; or why the row is set aside.
pub(super) type Made = Result<Option<(Kind, String)>, Diagnostic>;

impl Row<'_, '_, '_> {
    /// What a record that rows repeat made the first time, if this is not the first.
    pub(super) fn made_before(&mut self) -> Option<Option<(Kind, String)>> {
        if !self.record.once {
            return None;
        }
        let id = self.boxed(Field::Id)?;
        let made = (self.record.entity == Entity::Contribution).then(|| {
            let kind = self.word(Field::Kind, Kind::from_word).or(self.record.kind).unwrap_or(Kind::Proposal);
            (kind, id.to_string())
        });
        let says = self.says();
        let example = id.clone();
        match self.collector.made_once.entry((self.record.entity, id)) {
            Entry::Vacant(entry) => {
                entry.insert(says);
                None
            }
            Entry::Occupied(entry) => {
                if *entry.get() != says {
                    self.collector.tally.note(codes::REPEAT_DIFFERS, self.row, "", "", &example);
                }
                Some(made)
            }
        }
    }

    /// A digest of what rows repeat of a contribution: its title and text.
    fn says(&self) -> u64 {
        let mut hasher = FxHasher::default();
        for part in [Field::Title, Field::Body].into_iter().flat_map(|field| self.record.parts(field)) {
            part.raw(self.cells).trim().hash(&mut hasher);
        }
        hasher.finish()
    }

    pub(super) fn contribution(&mut self, parent: Parent<'_>) -> Made {
        let owner = index_of(self.collector.draft.contributions.len());
        let (language, others) = self.languages();
        let title = self.title(language);
        let body = self.body(language);
        let id = self.id(&title, &body.value)?;
        let kind = self.word(Field::Kind, Kind::from_word).or(self.record.kind).unwrap_or(Kind::Proposal);
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
        let (declared, basis) = (self.declared(), self.word(Field::VotesBasis, VotesBasis::from_word));
        // An archive publishes a number without sides as votes for; where it published counted votes or declared sides, they tell all.
        let sideless = basis.is_none_or(|basis| basis == VotesBasis::Declared && declared == [None; 3]);
        let mut said = self.said_of_status();
        said.status = Some(self.unless_taken_down(said.status.unwrap_or(Status::Published), &title, &body.value));
        let author = self.author();
        let mut contribution = DraftContribution {
            kind,
            parent,
            topic: self.topic(),
            tags: self.list(Field::Tags),
            title: title.into(),
            body,
            author: author.by,
            author_gone: author.gone,
            created: self.date(Field::CreatedAt),
            updated: self.date(Field::UpdatedAt),
            status: said.status.unwrap_or(Status::Published),
            status_reason: self.boxed(Field::StatusReason),
            language: self.language().or_else(|| language.map(Into::into)),
            declared,
            declared_total: self.count(Field::VotesTotal).filter(|_| sideless),
            basis,
            declared_comments: self.count(Field::CommentCount),
            declared_amendments: self.count(Field::AmendmentCount),
            point: self.point(),
            place: self.boxed(Field::Place),
            source_url: self.boxed(Field::Url),
            origin: self.origin(),
            nested: self.inner,
            mention: self.record.once,
            cells: self.collector.cells,
            id,
        };
        // A reason beside a decision is the decision's: a further field. Beside nothing it is left out, and said.
        if contribution.status == Status::Published
            && let Some(reason) = contribution.status_reason.take()
        {
            let column = self.name_of(Field::StatusReason).to_owned();
            if said.outcome.is_some() || said.field.is_some() {
                self.collector.draft.extras.push(DraftExtra { owner, name: column.into(), value: reason });
            } else {
                self.collector.tally.note(codes::UNKNOWN_VALUE, self.row, &column, "", &shape(&reason));
            }
        }
        for (columns, name) in &self.record.further {
            let value = first_filled(self.cells, columns.iter().copied());
            if !value.is_empty() {
                let value = value.replace(UNIT, ", ");
                self.collector.draft.extras.push(DraftExtra { owner, name: name.as_str().into(), value: unquote_formula(&value).into() });
            }
        }
        if let Cells::Document { element, .. } = self.cells {
            for (key, value) in self.record.objects.iter().filter_map(|path| path.object(element)).flatten() {
                let value = crate::read::scalar(value);
                if !value.is_empty() {
                    self.collector.draft.extras.push(DraftExtra { owner, name: key.as_str().into(), value: unquote_formula(&value).into() });
                }
            }
        }
        if let Some((name, value)) = said.field {
            self.collector.draft.extras.push(DraftExtra { owner, name: name.into(), value: value.into() });
        }
        // What was never answered in public is no answer; a decision of its own is.
        let unanswered = self.collector.row_unanswered;
        let answer = self.text(Field::Answer).filter(|_| !unanswered);
        let status = if unanswered { None } else { self.word(Field::AnswerStatus, OutcomeStatus::from_word) }.or(said.outcome);
        if answer.is_some() || status.is_some() {
            let outcome = DraftOutcome {
                id: format!("{}-{}", kind.word(), contribution.id).into(),
                title: "".into(),
                body: RawText { markup: BodyMarkup::Auto, value: answer.unwrap_or_default().into() },
                status,
                author: self.boxed(Field::AnswerAuthor),
                date: self.date(Field::AnsweredAt),
                source_url: None,
                owner: Some(owner),
                on: vec![Reference::new([kind], contribution.id.clone())],
                cites: Vec::new(),
            };
            self.collector.draft.outcomes.push(outcome);
        }
        let made = self.record.bears.then(|| (kind, contribution.id.to_string()));
        self.collector.draft.contributions.push(contribution);
        Ok(made)
    }

    pub(super) fn comment(&mut self, parent: Parent<'_>) -> Made {
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
        let author = self.author();
        let status = self.status();
        let status = self.unless_taken_down(status, "", &body.value);
        let comment = DraftComment {
            id,
            on,
            reply_to,
            thread_url: self.boxed(Field::ThreadUrl),
            placeholder: self.record.kind.or(self.record.on.first().copied()).unwrap_or(Kind::Proposal),
            side: self.word(Field::Side, Side::from_word).unwrap_or(Side::None),
            body,
            author: author.by,
            author_gone: author.gone,
            created: self.date(Field::CreatedAt),
            updated: self.date(Field::UpdatedAt),
            status,
            language: self.language(),
            declared: self.declared(),
            source_url: self.boxed(Field::Url),
            origin: self.origin(),
            nested: self.inner,
            mention: self.record.once,
            cells: self.collector.cells,
        };
        self.collector.draft.comments.push(comment);
        Ok(None)
    }

    /// The language that a row is written in, by its code or its name; a word that is neither is said.
    fn language(&mut self) -> Option<Box<str>> {
        let written = self.boxed(Field::Language)?;
        if let Some(code) = super::vocabulary::language(&written) {
            return Some(code.into());
        }
        let code =
            written.split(['-', '_']).next().is_some_and(|code| matches!(code.len(), 2 | 3) && code.bytes().all(|byte| byte.is_ascii_alphabetic()));
        if !code {
            self.collector.tally.note(codes::UNKNOWN_VALUE, self.row, self.name_of(Field::Language), "", &shape(&written));
        }
        Some(written)
    }

    /// What a child hangs on: a contribution, or the id of a comment.
    pub(super) fn on(&mut self, parent: Parent<'_>) -> (Option<Reference>, Option<Box<str>>) {
        let kind = self.text(Field::OnKind);
        let Some(id) = self.text(Field::OnId) else {
            let titled = self.text(Field::OnTitle).map(|title| Reference { titled: true, ..Reference::new(self.record.on.clone(), &*title) });
            return (parent.map(|(kind, id)| Reference::new([kind], id)).or(titled), None);
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

    pub(super) fn vote(&mut self, parent: Parent<'_>) -> Made {
        let (on, on_comment) = match (self.on(parent), self.text(Field::ThreadUrl)) {
            ((Some(on), _), _) => (on, false),
            ((None, Some(comment)), _) => (Reference::new([], comment), true),
            ((None, None), Some(url)) => (Reference::new(self.record.kind.into_iter().collect::<Vec<_>>(), &*url), false),
            ((None, None), None) => return Err(Diagnostic::new(codes::MISSING_PARENT)),
        };
        let counts = [Field::VotesFor, Field::VotesAgainst, Field::VotesNeutral];
        let voter = self.text(Field::Voter);
        let draft = &mut self.collector.draft;
        let on = draft.reference(on);
        let voter = voter.map_or(u32::MAX, |voter| draft.voter(&voter));
        let (at, origin) = (self.date(Field::CreatedAt), self.origin());
        let vote = |side, weight| DraftVote { on, on_comment, voter, side, weight, at, origin };
        if counts.iter().any(|&field| !self.record.parts(field).is_empty()) {
            // A row that stands for many votes: nobody's in particular.
            for (field, side) in counts.into_iter().zip([Side::For, Side::Against, Side::Neutral]) {
                let Some(count) = self.count(field) else { continue };
                self.collector.draft.vote_sides.note(side);
                self.collector.draft.votes.extend((count > 0).then(|| vote(side, count)));
            }
            return Ok(None);
        }
        let side = match self.word(Field::Value, Side::from_word) {
            Some(side) => side,
            None if self.record.parts(Field::Value).is_empty() => Side::For,
            None => {
                self.collector.sideless += 1;
                Side::None
            }
        };
        self.collector.sided += u64::from(side != Side::None);
        self.collector.draft.vote_sides.note(side);
        self.collector.draft.votes.push(vote(side, 1));
        Ok(None)
    }

    pub(super) fn further_field(&mut self, parent: Parent<'_>) -> Made {
        let (Some(on), _) = self.on(parent) else { return Err(Diagnostic::new(codes::MISSING_PARENT)) };
        let (origin, name, value) = (self.origin(), self.title(None), self.text(Field::Body).unwrap_or_default());
        self.collector.draft.field_rows.push((on, origin, name.into(), Box::from(&*value)));
        Ok(None)
    }

    pub(super) fn translation(&mut self, parent: Parent<'_>) -> Made {
        let (Some(on), _) = self.on(parent) else { return Err(Diagnostic::new(codes::MISSING_PARENT)) };
        let translation = (on, self.origin(), self.boxed(Field::Language).unwrap_or_default(), self.title(None).into(), self.body(None));
        self.collector.draft.translation_rows.push(translation);
        Ok(None)
    }

    /// Somebody who wrote: completes what rows about their texts do not say.
    pub(super) fn author_row(&mut self) -> Made {
        self.author().by.map(|_| None).ok_or_else(|| Diagnostic::new(codes::MISSING_ID))
    }

    pub(super) fn voter_group(&mut self, parent: Parent<'_>) -> Made {
        if let (Some(on), _) = self.on(parent) {
            // The votes of a whole group on one contribution: who is in it is not told.
            let group = self.boxed(Field::Group).ok_or_else(|| Diagnostic::new(codes::MISSING_ID))?;
            let (votes, origin) = (VoteCounts::from(self.declared()), self.origin());
            self.collector.draft.group_votes.push((on, origin, group, votes));
            return Ok(None);
        }
        let voter = self.text(Field::Voter).ok_or_else(|| Diagnostic::new(codes::MISSING_ID))?;
        let group = self.boxed(Field::Group);
        let voter = self.collector.draft.voter(&voter);
        self.collector.draft.voter_groups.extend(group.map(|group| (voter, group)));
        Ok(None)
    }

    pub(super) fn appendix(&mut self, parent: Parent<'_>) -> Made {
        let (Some(on), _) = self.on(parent) else { return Err(Diagnostic::new(codes::MISSING_PARENT)) };
        let appendix = DraftAppendix { on, title: self.title(None).into(), body: self.body(None), origin: self.origin() };
        if !appendix.body.value.is_empty() || !appendix.title.is_empty() {
            self.collector.draft.appendices.push(appendix);
        }
        Ok(None)
    }

    pub(super) fn topic_row(&mut self) -> Made {
        let title = self.title(None);
        let id = self.boxed(Field::TopicId).or_else(|| self.boxed(Field::Id)).ok_or_else(|| Diagnostic::new(codes::MISSING_ID))?;
        let parent = self.boxed(Field::ParentId);
        let index = self.collector.draft.topic(None, Some(&id), &title);
        let description = self.boxed(Field::Body).unwrap_or_default();
        let topic = &mut self.collector.draft.topics[index as usize];
        (topic.title, topic.description) = (title.into(), description);
        self.collector.draft.topic_rows.push((id, parent, index));
        Ok(None)
    }

    pub(super) fn tag(&mut self) -> Made {
        let title = self.title(None);
        let id = self.boxed(Field::Id).unwrap_or_else(|| title.as_str().into());
        self.collector.draft.tags.push((id, title.into()));
        Ok(None)
    }

    pub(super) fn tagging(&mut self, parent: Parent<'_>) -> Made {
        let (Some(on), _) = self.on(parent) else { return Err(Diagnostic::new(codes::MISSING_PARENT)) };
        let tag = self.boxed(Field::TagId).ok_or_else(|| Diagnostic::new(codes::MISSING_ID))?;
        let origin = self.origin();
        self.collector.draft.taggings.push(DraftTagging { on, tag, origin });
        Ok(None)
    }

    pub(super) fn outcome(&mut self, parent: Parent<'_>) -> Made {
        let title = self.title(self.languages().0);
        let body = self.body(self.languages().0);
        let id = self.id(&title, &body.value)?;
        let (on, _) = self.on(parent);
        let outcome = DraftOutcome {
            id,
            title: title.into(),
            body,
            status: self.word(Field::Status, OutcomeStatus::from_word),
            author: self.boxed(Field::Author),
            date: self.date(Field::CreatedAt),
            source_url: self.boxed(Field::Url),
            owner: None,
            on: on.into_iter().collect(),
            cites: self.list(Field::Cites),
        };
        self.collector.draft.outcomes.push(outcome);
        Ok(None)
    }
}
