//! Which profile a file is of, by what is in it; and why.

use serde_json::Value;

use super::binding::name_columns;
use super::cells::{Cells, DocumentPath};
use super::headers::Headers;
use super::plain;
use super::registry::Profiles;
use super::values::folded;
use crate::archive::profile::{Entity, Form, Profile, Record};
use crate::read::{Opened, Table};

/// A profile held against a file.
#[derive(Debug)]
pub struct Candidate<'p> {
    /// The profile.
    pub profile: &'p Profile,
    /// All it requires is there.
    pub fits: bool,
    /// The file shows that it is something else.
    pub forbidden: bool,
    /// What its records cannot do without is there: a text, and of comments and votes what they are on.
    pub readable: bool,
    /// 0 to 100: the share of the file's columns that the profile knows.
    pub known: u32,
    /// Required columns that are there.
    pub present: Vec<String>,
    /// Required columns that are not.
    pub missing: Vec<String>,
}

impl Candidate<'_> {
    /// Most of what the profile of a platform requires is there, and the file holds hardly anything else: an export that lacks a column.
    fn is_near(&self) -> bool {
        let asked = self.present.len() + self.missing.len();
        !self.fits
            && !self.forbidden
            && self.readable
            && asked > 4
            && self.present.len() * 100 >= asked * 60
            && self.known >= 60
            && !plain::is_plain(self.profile)
    }

    /// The export of a platform, by most of its columns, that lacks what its records cannot do without.
    fn is_bereft(&self) -> bool {
        let asked = self.present.len() + self.missing.len();
        !self.fits && !self.forbidden && !self.readable && asked > 3 && self.present.len() * 100 >= asked * 60 && self.known >= 70
    }

    /// What makes one profile better than another: that it fits, then the columns it knows and how much it asks for. One that does
    /// not fit is the nearer the more of what it asks for is there.
    fn weight(&self) -> (u8, usize, usize) {
        let asked = self.profile.recognise.required.len();
        let known = self.known as usize * 3;
        match (self.fits, self.is_near(), plain::is_plain(self.profile)) {
            (true, _, false) => (2, known + asked * 10, 0),
            // A platform's export that lacks a column is more than a table of common words, unless that knows much more of it.
            (true, _, true) => (1, known + asked * 10, 0),
            (false, true, _) => (1, known + 25, 0),
            _ => (0, self.present.len() * 1000 / asked.max(1), self.known as usize),
        }
    }
}

/// The candidates for a file, best first.
#[derive(Debug)]
pub struct Recognition<'p> {
    /// All profiles of the file's form.
    pub candidates: Vec<Candidate<'p>>,
}

impl<'p> Recognition<'p> {
    /// The chosen profile.
    pub fn best(&self) -> Option<&Candidate<'p>> {
        let best = self.candidates.first().filter(|candidate| candidate.fits || candidate.is_near())?;
        // A platform's export without its texts is no table of common words, whatever those find in it.
        let bereft = plain::is_plain(best.profile) && self.candidates.iter().any(Candidate::is_bereft);
        (!bereft).then_some(best)
    }

    /// The next best that fits.
    pub fn second(&self) -> Option<&Candidate<'p>> {
        self.candidates.get(1).filter(|candidate| candidate.fits)
    }
}

/// Holds all profiles against an opened file.
pub fn recognise<'p>(opened: &Opened, profiles: &'p Profiles) -> Recognition<'p> {
    match opened {
        Opened::Table(table) => recognise_table(table, profiles),
        Opened::Documents(documents) => recognise_documents(&documents.sample, profiles),
    }
}

/// Holds the profiles of tables against one.
pub fn recognise_table<'p>(table: &Table, profiles: &'p Profiles) -> Recognition<'p> {
    let headers = Headers::new(&table.headers);
    ranked(profiles.iter().filter(|p| p.form == Form::Table).map(|profile| table_candidate(profile, table, &headers)).collect())
}

/// Holds the profiles of documents against the first documents of a file.
pub fn recognise_documents<'p>(sample: &[Value], profiles: &'p Profiles) -> Recognition<'p> {
    ranked(profiles.iter().filter(|p| p.form == Form::Document).map(|profile| document_candidate(profile, sample)).collect())
}

fn ranked(mut candidates: Vec<Candidate<'_>>) -> Recognition<'_> {
    candidates.sort_by(|a, b| {
        b.weight().cmp(&a.weight()).then_with(|| b.present.len().cmp(&a.present.len())).then_with(|| a.profile.id.cmp(&b.profile.id))
    });
    Recognition { candidates }
}

/// Holds one profile against a table.
pub fn table_candidate<'p>(profile: &'p Profile, table: &Table, headers: &Headers) -> Candidate<'p> {
    let all = || 0..headers.names().len();
    let there = |name: &str| {
        name.split('|').any(|name| match name.trim().ends_with('*') {
            true => all().any(|column| headers.matches(column, name)),
            false => headers.find(name.trim()).is_some(),
        })
    };
    let (found, missing): (Vec<&String>, Vec<&String>) = profile.recognise.required.iter().partition(|name| there(name));
    // Said as the file spells them, and what lacks by its first spelling.
    let spelled = |name: &String| {
        let column = headers.spellings(name).into_iter().next().or_else(|| all().find(|&column| headers.matches(column, name)));
        column.map_or_else(|| name.clone(), |column| headers.names()[column].clone())
    };
    let present: Vec<String> = found.into_iter().map(spelled).collect();
    let missing: Vec<String> = missing.into_iter().map(|name| name.split('|').next().unwrap_or(name).to_owned()).collect();
    let forbidden = profile.recognise.absent.iter().any(|name| there(name));
    let values = profile.recognise.values.iter().all(|(column, values)| {
        let columns = headers.spellings(column);
        table
            .sample
            .iter()
            .any(|row| columns.iter().filter_map(|&column| row.get(column)).any(|cell| values.iter().any(|value| folded(value) == folded(cell))))
    });
    let named = known_names(profile);
    let columns = (0..headers.names().len()).filter(|&column| !headers.names()[column].is_empty());
    let (mut known, mut all) = (0, 0);
    for column in columns {
        all += 1;
        known += u32::from(named.iter().any(|pattern| headers.matches(column, pattern)));
    }
    // In a table of no platform the cells have a word too, and a header may name its column beside a thing.
    let (present, missing, fits) = match plain::is_plain(profile).then(|| plain::fit(profile, table, headers)) {
        Some(Some(fitted)) if !forbidden => (plain::named(&fitted), Vec::new(), true),
        Some(_) => (Vec::new(), plain::wanted(profile), false),
        None => {
            let fits = missing.is_empty() && !forbidden && values && !present.is_empty();
            (present, missing, fits)
        }
    };
    let readable = plain::is_plain(profile) || profile.records.iter().any(|record| is_readable(record, &there));
    Candidate { profile, fits, forbidden: forbidden || !values, readable, known: (known * 100).checked_div(all).unwrap_or(0), present, missing }
}

/// Whether the columns without which a record is nothing are there.
fn is_readable(record: &Record, there: &dyn Fn(&str) -> bool) -> bool {
    let has = |field: &str| {
        let parts = record.fields.get(field).map_or(&[][..], |spec| &spec.parts);
        parts.iter().any(|part| part.value.is_some() || part.column.as_deref().is_some_and(there))
    };
    let on = || ["on_id", "on_title", "thread_url", "reply_to", "parent_path"].iter().any(|field| has(field));
    match record.entity {
        Entity::Contribution => has("title") || has("body") || record.questions_after.is_some(),
        Entity::Comment => has("body") && on(),
        Entity::Vote => on(),
        _ => false,
    }
}

/// Every column name and pattern a profile speaks of.
pub fn known_names(profile: &Profile) -> Vec<String> {
    let mut named: Vec<String> = profile.personal.iter().chain(&profile.ignored).cloned().collect();
    profile.records.iter().for_each(|record| name_columns(record, &mut named));
    named
}

fn document_candidate<'p>(profile: &'p Profile, sample: &[Value]) -> Candidate<'p> {
    let there = |name: &str| name.split('|').any(|name| sample.iter().any(|value| holds(value, name.trim())));
    let (present, missing): (Vec<String>, Vec<String>) = profile.recognise.required.iter().cloned().partition(|name| there(name));
    let forbidden = profile.recognise.absent.iter().any(|name| there(name));
    let values = profile.recognise.values.iter().all(|(path, values)| {
        let path = DocumentPath::new(path);
        sample.iter().any(|value| values.iter().any(|wanted| *folded(wanted) == *folded(&read(&path, value))))
    });
    let known = present.len() * 100 / (present.len() + missing.len()).max(1);
    Candidate {
        profile,
        fits: missing.is_empty() && !forbidden && values && !present.is_empty(),
        forbidden: forbidden || !values,
        readable: true,
        known: u32::try_from(known).unwrap_or(100),
        present,
        missing,
    }
}

fn read<'a>(path: &'a DocumentPath, value: &'a Value) -> std::borrow::Cow<'a, str> {
    Cells::Document { paths: std::slice::from_ref(path), row: value, element: value }.get(0)
}

/// Whether a path leads somewhere: a key that is there counts even if it is null or an empty list.
fn holds(value: &Value, path: &str) -> bool {
    let Some((first, rest)) = path.split_once('.').map(|(first, rest)| (first, Some(rest))).or(Some((path, None))) else { return false };
    match (value.get(first.split('[').next().unwrap_or(first)), rest) {
        (None, _) => false,
        (Some(_), None) => true,
        (Some(Value::Array(list)), Some(rest)) => list.is_empty() || list.iter().any(|item| holds(item, rest)),
        (Some(inner), Some(rest)) => holds(inner, rest),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn paths_are_followed_through_objects_and_lists() {
        let value = json!({"opinion": {"arguments": [{"id": 1}], "votes": [], "title": null}});
        for path in ["opinion", "opinion.title", "opinion.arguments[].id", "opinion.votes[].value", "opinion.arguments"] {
            assert!(holds(&value, path), "{path}");
        }
        for path in ["title", "opinion.arguments[].body", "opinion.x"] {
            assert!(!holds(&value, path), "{path}");
        }
    }
}
