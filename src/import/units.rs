//! The files behind a source as units: one table, or the documents of a folder that belong together.

use std::collections::{BTreeMap, BTreeSet};

use super::headers::Headers;
use super::plain;
use super::recognise::{recognise, table_candidate};
use super::registry::Profiles;
use crate::archive::profile::Form;
use crate::diagnose::{Diagnostic, codes};
use crate::read::{Documents, Hints, Input, Opened, Table, open};

/// Files that belong together: one table, or the documents of a folder.
#[derive(Debug)]
pub enum Unit {
    /// A table.
    Table(String, Box<Table>),
    /// Documents, and the name of each file; a file that cannot be read stands with its reason.
    Documents(String, Vec<(String, Result<Documents, Diagnostic>)>),
    /// A file that cannot be read.
    Broken(String, Diagnostic),
}

impl Unit {
    /// Name of the file or folder.
    pub fn name(&self) -> &str {
        match self {
            Unit::Table(name, _) | Unit::Documents(name, _) | Unit::Broken(name, _) => name,
        }
    }
}

/// The documents of a folder by file; one that cannot be read stands with its reason.
type Folder = Vec<(String, Result<Documents, Diagnostic>)>;

/// Opens the inputs behind one name. Documents of one folder that one profile recognises become one unit; flat documents are a table.
pub fn units(name: &str, found: Vec<Input>, hints: &Hints, profiles: &Profiles) -> Vec<Unit> {
    let several = found.len() > 1;
    let mut made: Vec<Unit> = Vec::new();
    let mut folder: Folder = Vec::new();
    // Documents by what they are: those that no profile knows stay together too.
    let mut kinds: BTreeMap<String, Option<String>> = BTreeMap::new();
    let mut broken = Vec::new();
    for input in found {
        if several && describes(&input.name) {
            made.push(Unit::Broken(input.name, Diagnostic::new(codes::NOT_ARCHIVED)));
            continue;
        }
        match open(&input, hints) {
            Ok(Opened::Table(table)) => made.push(Unit::Table(input.name, Box::new(table))),
            Ok(Opened::Documents(documents)) => {
                let opened = Opened::Documents(documents);
                let kind = recognise(&opened, profiles).best().map(|best| best.profile.id.clone());
                let recognised = kind.is_some();
                kinds.insert(input.name.clone(), kind);
                let Opened::Documents(documents) = opened else { continue };
                if recognised || (documents.single && several) {
                    folder.push((input.name, Ok(documents)));
                } else {
                    match tables(&input, documents, hints) {
                        Ok(tables) => made.extend(tables),
                        Err(diagnostic) => broken.push((input.name, diagnostic)),
                    }
                }
            }
            Err(diagnostic) => broken.push((input.name, diagnostic)),
        }
    }
    // A damaged document among documents of a folder is a row set aside there; elsewhere it is a file of its own.
    for (input, diagnostic) in broken {
        let like = input.to_ascii_lowercase();
        if several && !folder.is_empty() && (like.ends_with(".json") || like.ends_with(".json.gz")) {
            folder.push((input, Err(diagnostic)));
        } else {
            made.push(Unit::Broken(input, diagnostic));
        }
    }
    if !folder.is_empty() {
        folder.sort_by(|a, b| crate::model::natural_order(&a.0, &b.0));
        let each_alone = folder.iter().all(|(_, documents)| documents.as_ref().map_or(true, |d| d.single));
        let different: BTreeSet<Option<&String>> = folder.iter().filter_map(|(file, _)| kinds.get(file)).map(Option::as_ref).collect();
        if each_alone && several && different.len() <= 1 {
            made.push(Unit::Documents(name.trim_end_matches('/').to_owned(), folder));
        } else if each_alone && several {
            made.extend(by_kind(folder, &kinds));
        } else {
            made.extend(folder.into_iter().map(|(file, documents)| Unit::Documents(file.clone(), vec![(file, documents)])));
        }
    }
    made.sort_by(|a, b| crate::model::natural_order(a.name(), b.name()));
    without_twins(made, profiles)
}

/// Flat documents as tables: one, or each list of objects that a single object holds.
fn tables(input: &Input, documents: Documents, hints: &Hints) -> Result<Vec<Unit>, Diagnostic> {
    let (lists, others) = if hints.rows.is_none() { documents.lists() } else { Default::default() };
    if lists.is_empty() {
        let within = documents.lists_within();
        let own = documents.own_cells();
        if !within.is_empty() {
            let path = &within[0];
            let below = match &hints.rows {
                Some(rows) => format!("{rows}.{path}"),
                None => path.clone(),
            };
            // Groups that only hold what is meant (themes, districts, years) are no rows; rows that hold others lose those, and that is said.
            let titled = documents.own_keys().any(plain::names_text);
            if own <= 3
                && within.len() == 1
                && plain::names_contributions(path, titled)
                && let Ok(Opened::Documents(inner)) = open(input, &Hints { rows: Some(below.clone()), ..hints.clone() })
                && inner.own_cells() >= own.max(2)
            {
                let mut table = Table::from_documents(inner)?;
                table.remarks.push(Diagnostic::new(codes::ROWS_INSIDE).arg("path", &below).arg("others", "none"));
                table.list = Some(below);
                return Ok(vec![Unit::Table(input.name.clone(), Box::new(table))]);
            }
            let mut table = Table::from_documents(documents)?;
            table.remarks.push(Diagnostic::new(codes::NESTED_LIST).arg("path", &below).arg("others", within.join(", ")).count(within.len() as u64));
            return Ok(vec![Unit::Table(input.name.clone(), Box::new(table))]);
        }
        return Table::from_documents(documents).map(|table| vec![Unit::Table(input.name.clone(), Box::new(table))]);
    }
    let several = lists.len() > 1;
    let mut made = Vec::new();
    for path in lists {
        let Opened::Documents(inner) = open(input, &Hints { rows: Some(path.clone()), ..hints.clone() })? else { continue };
        let nested = inner.lists_within();
        let mut table = Table::from_documents(inner)?;
        if !nested.is_empty() {
            let below = format!("{path}.{}", nested[0]);
            table.remarks.push(Diagnostic::new(codes::NESTED_LIST).arg("path", &below).arg("others", nested.join(", ")).count(nested.len() as u64));
        }
        let others = if others.is_empty() { "none".to_owned() } else { others.join(", ") };
        table.remarks.push(Diagnostic::new(codes::ROWS_INSIDE).arg("path", &path).arg("others", others));
        table.list = Some(path.clone());
        let name = if several { format!("{}/{path}", input.name) } else { input.name.clone() };
        made.push(Unit::Table(name, Box::new(table)));
    }
    Ok(made)
}

/// The documents of a folder that holds several kinds: each kind that has several is a unit named after its first file. A document
/// that cannot be read is one alone.
fn by_kind(folder: Folder, kinds: &BTreeMap<String, Option<String>>) -> Vec<Unit> {
    let mut groups: BTreeMap<Option<String>, Folder> = BTreeMap::new();
    let mut units = Vec::new();
    for (file, read) in folder {
        match read {
            Err(diagnostic) => units.push(Unit::Broken(file, diagnostic)),
            Ok(documents) => groups.entry(kinds.get(&file).cloned().flatten()).or_default().push((file, Ok(documents))),
        }
    }
    for group in groups.into_values() {
        let name = group[0].0.clone();
        units.push(Unit::Documents(name, group));
    }
    units
}

/// Whether a member of a folder or ZIP is a text about the others, by its name.
fn describes(name: &str) -> bool {
    let name = name.rsplit('/').next().unwrap_or(name).to_ascii_lowercase();
    let (stem, extension) = name.split_once('.').unwrap_or((&name, ""));
    extension == "md" || (["readme", "license", "licence", "copying", "changelog"].contains(&stem) && ["", "txt", "rst"].contains(&extension))
}

/// The same table in several formats (`votes.csv`, `votes.json`) is read once: from the CSV, else from the first.
fn without_twins(mut units: Vec<Unit>, profiles: &Profiles) -> Vec<Unit> {
    let bare = |unit: &Unit| {
        unit.name().rsplit_once('.').filter(|(_, ending)| !ending.contains('/')).map_or_else(|| unit.name().to_owned(), |(stem, _)| stem.to_owned())
    };
    let mut alike: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    units.iter().enumerate().for_each(|(at, unit)| alike.entry(bare(unit)).or_default().push(at));
    // Recognition costs something: only names that differ in nothing but the extension are looked at.
    for mut same in alike.into_values().filter(|same| same.len() > 1) {
        let profiles_of = |unit: &Unit| match unit {
            Unit::Table(_, table) => {
                let headers = Headers::new(&table.headers);
                let fits = profiles.iter().filter(|profile| profile.form == Form::Table && table_candidate(profile, table, &headers).fits);
                fits.map(|profile| profile.id.clone()).collect()
            }
            _ => Vec::new(),
        };
        same.sort_by_key(|&at| (!units[at].name().ends_with(".csv"), at));
        let first = profiles_of(&units[same[0]]);
        for at in same.into_iter().skip(1) {
            if !first.is_empty() && profiles_of(&units[at]) == first {
                units[at] = Unit::Broken(units[at].name().to_owned(), Diagnostic::new(codes::DUPLICATE_VIEW));
            }
        }
    }
    units
}
