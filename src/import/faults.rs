//! What is wrong in a profile that somebody wrote: every fault at once, each with its line and the way to mend it.

use crate::diagnose::{Code, Diagnostic, codes, did_you_mean};
use crate::model::{AuthorKind, Kind, OutcomeStatus, Side, Status};
use crate::read::{Located, Spot, Tree, parse_yaml};

use super::shape::{Misfit, misfits};
use super::status::DECISION;
use super::values::{ITSELF, dates};
use crate::archive::profile::{Field, Profile};

/// Reads a profile; `Err` holds all that is wrong in it.
pub fn read(text: &str, file: &str) -> Result<Profile, Vec<Diagnostic>> {
    let located: Located = parse_yaml(text, file).map_err(|diagnostic| vec![diagnostic])?;
    let name = located.get("id").and_then(Located::text).unwrap_or(file).to_owned();
    let mut finder = Finder { text, file, name, found: Vec::new() };
    finder.profile(&located);
    match parse_yaml::<Profile>(text, file) {
        Ok(profile) if finder.found.is_empty() => Ok(profile),
        // The reader has the last word on what the schema cannot say.
        Err(diagnostic) if finder.found.is_empty() => Err(vec![diagnostic]),
        _ => {
            finder.found.sort_by_key(|diagnostic| (diagnostic.place.line, diagnostic.place.character));
            Err(finder.found)
        }
    }
}

/// The reasons that a profile may give for setting a row aside, in the order of the manual.
pub(super) const REASONS: &[&Code] = &[
    codes::NEVER_PUBLIC,
    codes::ABUSE_REPORT,
    codes::PERSONS_ONLY,
    codes::DERIVED_COUNTS,
    codes::DUPLICATE_VIEW,
    codes::NOT_ARCHIVED,
    codes::OLDER_COPY,
];

struct Finder<'a> {
    text: &'a str,
    file: &'a str,
    name: String,
    found: Vec<Diagnostic>,
}

/// A fault: which, and what the message speaks of.
#[derive(Default)]
struct Fault<'a> {
    fault: &'static str,
    field: &'a str,
    value: &'a str,
    known: Vec<&'a str>,
}

impl Finder<'_> {
    fn say(&mut self, at: Spot, fault: Fault<'_>) {
        let near = did_you_mean(fault.value, fault.known.iter().copied()).unwrap_or_default();
        let diagnostic = Diagnostic::new(codes::BAD_PROFILE)
            .arg("profile", &self.name)
            .arg("fault", fault.fault)
            .arg("field", fault.field)
            .arg("value", fault.value)
            .arg("near", near)
            .arg("known", fault.known.join(", "));
        self.found.push(self.place(diagnostic, at));
    }

    fn place(&self, diagnostic: Diagnostic, at: Spot) -> Diagnostic {
        let character = Some(at.character).filter(|&character| character > 0);
        diagnostic.file(self.file).line(at.line.max(1), character, self.text)
    }

    fn profile(&mut self, profile: &Located) {
        let schema = crate::archive::json_schema("profile").unwrap_or_default();
        for misfit in misfits(profile, &schema) {
            match misfit {
                // The names below `fields:` are told with the fields, not as keys.
                Misfit::UnknownKey(_, _, known) if known.len() == Field::ALL.len() => {}
                Misfit::UnknownKey(at, key, known) => {
                    let near = did_you_mean(&key, known.iter().map(String::as_str)).unwrap_or_default().to_owned();
                    let said = Diagnostic::new(codes::UNKNOWN_KEY).arg("key", key).arg("near", near).arg("known", known.join(", "));
                    self.found.push(self.place(said, at));
                }
                Misfit::MissingKey(at, key) => self.say(at, Fault { fault: "missing", value: &key, ..Fault::default() }),
                Misfit::UnknownWord(at, key, word, known) => {
                    let known = known.iter().map(String::as_str).collect();
                    self.say(at, Fault { fault: "word", field: &key, value: &word, known });
                }
                Misfit::WrongShape(at, key, shape) => self.say(at, Fault { fault: "shape", field: &key, value: shape, ..Fault::default() }),
            }
        }
        let table = profile.get("form").and_then(Located::text) != Some("document");
        if let Some(rows) = profile.get("rows").filter(|_| table) {
            self.say(rows.at, Fault { fault: "rows", ..Fault::default() });
        }
        match profile.get("recognise") {
            Some(recognise) if recognise.get("required").is_none_or(|required| required.items().is_empty()) => {
                self.say(recognise.at, Fault { fault: "required", ..Fault::default() });
            }
            None => self.say(profile.at, Fault { fault: "required", ..Fault::default() }),
            Some(_) => {}
        }
        if let Some(zone) = profile.get("zone")
            && let Some(name) = zone.text()
            && jiff::tz::TimeZone::get(name).is_err()
        {
            self.say(zone.at, Fault { fault: "zone", value: name, ..Fault::default() });
        }
        self.formats(profile);
        if let Some(records) = profile.get("records") {
            if records.items().is_empty() {
                self.say(records.at, Fault { fault: "records", ..Fault::default() });
            }
            records.items().into_iter().for_each(|record| self.record(record));
        }
    }

    fn record(&mut self, record: &Located) {
        for (name, at, spec) in record.get("fields").map_or(&[][..], Located::entries) {
            match Field::find(name) {
                None => {
                    let known = Field::ALL.iter().map(|(_, known)| *known).collect();
                    self.say(*at, Fault { fault: "field", value: name, known, ..Fault::default() });
                }
                Some(_) if matches!(spec.tree, Tree::Null) || spec.items().is_empty() => {
                    self.say(*at, Fault { fault: "column", field: name, ..Fault::default() });
                }
                Some(field) => spec.items().into_iter().for_each(|part| self.part(name, field, part)),
            }
        }
        for condition in record.get("when").map(Located::items).unwrap_or_default() {
            let empty = condition.get("values").is_none_or(|values| values.items().is_empty()) && condition.get("empty").is_none();
            if empty && condition.get("column").is_some() {
                self.say(condition.at, Fault { fault: "condition", ..Fault::default() });
            }
        }
        let sets_aside = record.get("as").filter(|entity| entity.text() == Some("set_aside"));
        if let Some(entity) = sets_aside.filter(|_| record.get("code").is_none()) {
            let known = REASONS.iter().map(|code| code.id).collect();
            self.say(entity.at, Fault { fault: "no-code", known, ..Fault::default() });
        }
        let rules = record.get("set_aside").map(Located::items).unwrap_or_default();
        for code in record.get("code").into_iter().chain(rules.iter().filter_map(|rule| rule.get("code"))) {
            let id = code.text().unwrap_or_default();
            if Code::find(id).is_none() {
                self.say(code.at, Fault { fault: "code", value: id, known: REASONS.iter().map(|code| code.id).collect(), ..Fault::default() });
            }
        }
        for kind in record.get("on").map(Located::items).unwrap_or_default() {
            let word = kind.text().unwrap_or_default();
            if word != "comment" && Kind::from_word(word).is_none() {
                let known = kinds().chain(["comment"]).collect();
                self.say(kind.at, Fault { fault: "word", field: "on", value: word, known });
            }
        }
        record.get("also").map(Located::items).unwrap_or_default().into_iter().for_each(|also| self.record(also));
    }

    fn part(&mut self, name: &str, field: Field, part: &Located) {
        let column = part.text().or_else(|| part.get("column")?.text());
        if column.is_none_or(|column| column.trim().is_empty()) && part.get("value").is_none() {
            self.say(part.at, Fault { fault: "column", field: name, ..Fault::default() });
        }
        let words = part.get("values").map_or(&[][..], Located::entries).iter().map(|(_, _, word)| word);
        for word in words.chain(part.get("value")) {
            let Some(text) = word.text() else { continue };
            if let Some(known) = words_of(field).filter(|known| !fits(field, text, known)) {
                self.say(word.at, Fault { fault: "word", field: name, value: text, known });
            }
        }
        self.formats(part);
    }

    /// Date forms must give back what they were given.
    fn formats(&mut self, holder: &Located) {
        for form in ["format", "formats"].iter().filter_map(|key| holder.get(key)).flat_map(Located::items) {
            let Some(text) = form.text() else { continue };
            if !dates::is_form(text) {
                self.say(form.at, Fault { fault: "form", value: text, ..Fault::default() });
            }
        }
    }
}

fn kinds() -> impl Iterator<Item = &'static str> {
    Kind::ALL.iter().map(|kind| kind.word())
}

/// The words that a field takes, where it takes only some.
fn words_of(field: Field) -> Option<Vec<&'static str>> {
    match field {
        Field::Kind | Field::ParentKind => Some(kinds().collect()),
        Field::OnKind => Some(kinds().chain(["comment"]).collect()),
        Field::Side | Field::Value => Some(Side::ALL.iter().map(|side| side.word()).collect()),
        Field::Status => Some(Status::ALL.iter().map(|s| s.word()).chain([DECISION]).chain(OutcomeStatus::ALL.iter().map(|s| s.word())).collect()),
        Field::AuthorKind => Some(AuthorKind::ALL.iter().map(|kind| kind.word()).filter(|word| *word != "unknown").collect()),
        Field::AnswerStatus => Some(OutcomeStatus::ALL.iter().map(|status| status.word()).collect()),
        _ => None,
    }
}

/// Whether a word is one the field knows. An empty one says nothing, `=` keeps the spelling.
fn fits(field: Field, word: &str, known: &[&str]) -> bool {
    // A vote without a side is one, if its row says so.
    let word = if field == Field::OnKind { word.split('/').next().unwrap_or(word) } else { word };
    word.is_empty() || word == ITSELF || known.contains(&word) || (field == Field::AuthorKind && AuthorKind::from_word(word).is_some())
}
