//! What `consultation.yaml` tells of a source: how its file is written, and the profile that its own `columns:` make or correct.

use std::collections::BTreeMap;

use serde_json::Value;

use super::plain;
use super::publication;
use super::registry::Profiles;
use crate::archive::profile::{BodyMarkup, Entity, Field, FieldSpec, Form, OneOrMany, Profile, Recognise, Record, Repeated};
use crate::archive::{HiddenPolicy, SourceConfig};
use crate::diagnose::{Diagnostic, codes, did_you_mean};
use crate::model::VoteRows;
use crate::read::{Hints, Limits, is_encoding};

/// How a file is to be read.
///
/// # Errors
/// A delimiter or encoding that nobody knows.
pub(super) fn hints(source: &SourceConfig, profiles: &Profiles, limits: Limits) -> Result<Hints, Diagnostic> {
    let delimiter = match source.delimiter.as_deref() {
        None => None,
        Some("tab" | "\t") => Some(b'\t'),
        Some(one) if one.len() == 1 => Some(one.as_bytes()[0]),
        Some(other) => return Err(Diagnostic::new(codes::BAD_VALUE).column("delimiter").arg("value", other).arg("near", ", ; tab |")),
    };
    if let Some(label) = source.encoding.as_deref().filter(|label| !is_encoding(label)) {
        let known = ["utf-8", "windows-1252", "iso-8859-1", "macintosh", "cp850", "utf-16le", "utf-16be"];
        let near = did_you_mean(label, known).map_or_else(|| known.join(", "), str::to_owned);
        return Err(Diagnostic::new(codes::BAD_VALUE).column("encoding").arg("value", label).arg("near", near));
    }
    let keep_hidden = source.hidden == Some(HiddenPolicy::Keep);
    let own = source.columns.iter().flat_map(required);
    Ok(Hints {
        encoding: source.encoding.clone(),
        delimiter,
        sheet: source.sheet.clone(),
        sheets_apart: Vec::new(),
        rows: source.rows.clone(),
        header_row: source.header_row,
        known: Some(profiles.known_headers(own)),
        keep_hidden,
        forbids: Some(publication::forbids),
        limits,
    })
}

/// The profile that a source's own `columns:` make.
pub(super) fn own_profile(source: &SourceConfig, columns: &BTreeMap<String, FieldSpec>, profiles: &Profiles) -> Result<Profile, Diagnostic> {
    for name in columns.keys() {
        if Field::find(name).is_none() {
            let near = did_you_mean(name, Field::ALL.iter().map(|(_, known)| *known)).unwrap_or_default();
            return Err(Diagnostic::new(codes::UNKNOWN_KEY).arg("key", name).arg("near", near).arg("known", ""));
        }
    }
    let comment = columns.contains_key("on_id") && source.kind.is_none();
    Ok(Profile {
        id: "columns".to_owned(),
        platform: String::new(),
        title: String::new(),
        seen: String::new(),
        about: String::new(),
        form: Form::Table,
        rows: String::new(),
        recognise: Recognise { required: required(columns).into_iter().chain(source.further.iter().cloned()).collect(), ..Default::default() },
        namespace: None,
        zone: None,
        formats: Vec::new(),
        month_first: source.month_first.unwrap_or_default(),
        vote_rows: source.vote_rows.unwrap_or(VoteRows::Absent),
        nulls: profiles.find(plain::TABLE).map(|plain| plain.nulls.clone()).unwrap_or_default(),
        repeated: Repeated::First,
        complete: Vec::new(),
        markup: BodyMarkup::Auto,
        personal: Vec::new(),
        ignored: Vec::new(),
        records: vec![Record {
            when: OneOrMany::default(),
            each: None,
            each_split: None,
            once: false,
            entity: if comment { Entity::Comment } else { Entity::Contribution },
            kind: source.kind,
            code: None,
            on: Vec::new(),
            fields: columns.clone(),
            further: source.further.clone(),
            questions_after: None,
            set_aside: Vec::new(),
            also: Vec::new(),
        }],
    })
}

/// A profile with the columns that a source corrects field by field: in the first of its records that has the field, else in its first.
pub(super) fn corrected(profile: &Profile, columns: &BTreeMap<String, FieldSpec>, source: &SourceConfig) -> Profile {
    let mut corrected = profile.clone();
    for (field, spec) in columns {
        let at = corrected.records.iter().position(|record| record.fields.contains_key(field)).unwrap_or(0);
        if let Some(record) = corrected.records.get_mut(at) {
            record.fields.insert(field.clone(), spec.clone());
        }
    }
    if let Some(record) = corrected.records.first_mut() {
        record.further.extend(source.further.iter().cloned());
        record.kind = source.kind.or(record.kind);
    }
    corrected.recognise.required.extend(required(columns).into_iter().chain(source.further.iter().cloned()));
    corrected
}

/// Every column named must be there: a slip of the pen would otherwise lose a column silently.
pub(super) fn required(columns: &BTreeMap<String, FieldSpec>) -> Vec<String> {
    columns.values().flat_map(|spec| &spec.parts).filter_map(|part| part.column.clone()).collect()
}

/// The line of YAML that publishes a column as it is.
pub(super) fn further_line(header: &str) -> String {
    format!("further: [{}]", Value::from(header))
}
