//! Columns that count the two camps of a vote, in tables of no platform: `sides.yaml`. A pair is taken where both columns are there and hold
//! counts; a share in per cent is none.

use std::sync::LazyLock;

use serde::Deserialize;

use super::headers::{Headers, loose};
use super::values::numbers::{self, NumberForm};
use super::vocabulary;
use crate::archive::profile::{FieldSpec, Part, Profile};
use crate::read::Table;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    votes: Vec<String>,
    prefixes: Vec<String>,
    suffixes: Vec<String>,
    sums: Vec<String>,
    balances: Vec<String>,
    pairs: Vec<[Vec<String>; 3]>,
}

static SIDES: LazyLock<File> = LazyLock::new(|| match serde_yaml::from_str(include_str!("sides.yaml")) {
    Ok(file) => file,
    // The file is part of the program and every test of this module reads it.
    Err(error) => unreachable!("built-in pairs of sides: {error}"),
});

/// The fields of the sides.
const FIELDS: [&str; 3] = ["votes_for", "votes_against", "votes_neutral"];

/// A profile of plain tables with the columns of this table's camps, where it has a pair of them.
pub fn fitted(profile: &Profile, table: &Table, headers: &Headers) -> Profile {
    let mut fitted = profile.clone();
    // A column that is something else already is no column of votes: "Nº" and "No." are written like "no".
    let others = profile.records.iter().flat_map(|record| &record.fields).filter(|(field, _)| !FIELDS.contains(&field.as_str()));
    let named = others.flat_map(|(_, spec)| &spec.parts).filter_map(|part| part.column.as_deref());
    let taken: Vec<usize> =
        named.filter(|_| super::plain::is_plain(profile)).filter_map(|name| headers.names().iter().position(|header| header == name)).collect();
    let counts = |column: usize| !taken.contains(&column) && holds_counts(table, headers, column);
    let pair = SIDES.pairs.iter().find_map(|names| {
        let [favour, against, neutral] = [&names[0], &names[1], &names[2]].map(|names| find(headers, names, &counts));
        favour.zip(against).filter(|(favour, against)| favour != against).map(|(favour, against)| [Some(favour), Some(against), neutral])
    });
    // Two languages in one table ("J'aime", "Dislikes count"), or votes of an unknown side beside those against.
    let apart = || {
        let long = |column: &usize| loose(&headers.names()[*column]).len() > 3;
        let against = SIDES.pairs.iter().find_map(|names| find(headers, &names[1], &counts)).filter(long)?;
        let others = |column: usize| column != against && counts(column);
        let plain = || {
            let column = profile.records.first()?.fields.get("votes_for")?.parts.first()?.column.as_deref()?.to_owned();
            headers.spellings(&column).into_iter().find(|&column| others(column))
        };
        let favour = SIDES.pairs.iter().find_map(|names| find(headers, &names[0], &others)).or_else(plain)?;
        let neutral = SIDES.pairs.iter().find_map(|names| find(headers, &names[2], &|column| column != favour && others(column)));
        Some([Some(favour), Some(against), neutral])
    };
    let pair = pair.or_else(apart);
    for record in &mut fitted.records {
        match pair {
            Some(columns) => {
                for (field, column) in FIELDS.into_iter().zip(columns) {
                    match column {
                        Some(column) => record.fields.insert(field.to_owned(), spec(&headers.names()[column])),
                        None => record.fields.remove(field),
                    };
                }
            }
            // A column of another thing than counts is no column of votes: "Oui" may be a question.
            None => {
                for field in FIELDS {
                    let column = record.fields.get(field).and_then(|spec| Some(spec.parts.first()?.column.as_deref()?.to_owned()));
                    let found = column.and_then(|column| headers.spellings(&column).into_iter().find(|&column| counts(column)));
                    // One side alone in other words ("voix pour"), where more than the word says that it counts.
                    let alone = || {
                        let phrase = |column: &usize| loose(&headers.names()[*column]).contains('_');
                        SIDES.pairs.iter().find_map(|names| find(headers, &names[0], &counts)).filter(phrase)
                    };
                    let found = found.or_else(|| (field == "votes_for").then(alone).flatten());
                    match found {
                        Some(column) => record.fields.insert(field.to_owned(), spec(&headers.names()[column])),
                        None => record.fields.remove(field),
                    };
                }
            }
        }
        if record.fields.get("votes_for").is_some_and(|spec| is_sum_of_both(spec, headers)) {
            record.fields.remove("votes_for");
        }
    }
    fitted
}

/// Whether what was taken for votes for counts both camps: a sum beside a balance or votes against, or anything beside a part of it that is
/// against ("dont contre").
fn is_sum_of_both(spec: &FieldSpec, headers: &Headers) -> bool {
    let Some(header) = spec.parts.first().and_then(|part| part.column.as_deref()) else { return false };
    let words = |name: &str, of: &[String]| loose(name).split('_').any(|word| of.iter().any(|known| word.starts_with(known.as_str())));
    let against = |name: &str| {
        let one = Headers::new(&[name.to_owned()]);
        SIDES.pairs.iter().any(|pair| find(&one, &pair[1], &|_| true).is_some())
    };
    let part = |name: &str| {
        let plain = vocabulary::words(name);
        vocabulary::is_part(&plain)
            && plain.split_once(' ').is_some_and(|(_, rest)| against(rest.trim_start_matches("which ").trim_start_matches("los cuales ")))
    };
    let sum = words(header, &SIDES.sums);
    headers.names().iter().filter(|name| *name != header).any(|name| part(name) || (sum && (words(name, &SIDES.balances) || against(name))))
}

/// Whether a header speaks of votes or of a camp, whatever stands beside: "Pour / Contre", "Suffrages exprimés", "Gegenstimmen".
pub fn names_votes(header: &str) -> bool {
    let name = loose(header);
    let words: Vec<&str> = name.split(['_', '/', '.']).filter(|word| !word.is_empty()).collect();
    if words.len() > 6 {
        return false;
    }
    let camps = || SIDES.pairs.iter().flat_map(|pair| pair[0].iter().chain(&pair[1])).map(|camp| loose(camp));
    words.iter().any(|word| vocabulary::is_vote(word) || SIDES.votes.iter().any(|stem| word.starts_with(stem.as_str())) || word.ends_with("stimmen"))
        || camps().any(|camp| camp.len() > 3 && (camp == name || (words.len() <= 3 && words[0] == camp)))
        || name == "for"
}

fn spec(column: &str) -> FieldSpec {
    FieldSpec { parts: vec![Part { column: Some(column.to_owned()), ..Part::default() }] }
}

/// The first column with one of these names, alone or with what may stand beside it.
fn find(headers: &Headers, names: &[String], counts: &dyn Fn(usize) -> bool) -> Option<usize> {
    let names: Vec<String> = names.iter().map(|name| loose(name)).collect();
    (0..headers.names().len()).find(|&column| {
        // Signs alone (`+1`, a thumb) lose themselves in the loose form.
        let header = loose(&headers.names()[column]);
        let plain = headers.names()[column].trim();
        let known = |rest: &str| names.iter().any(|name| name == rest);
        let beside = |header: &str| {
            SIDES.prefixes.iter().map(|prefix| loose(prefix)).any(|prefix| {
                let rest = header.strip_prefix(&*prefix).map(|rest| rest.trim_start_matches('_'));
                rest.is_some_and(|rest| {
                    SIDES.suffixes.iter().map(|suffix| loose(suffix)).any(|suffix| {
                        rest.strip_suffix(&*suffix).is_some_and(|rest| {
                            let rest = rest.trim_end_matches('_');
                            known(rest) || known(rest.strip_prefix("des_").or_else(|| rest.strip_prefix("de_")).unwrap_or(rest))
                        })
                    })
                })
            })
        };
        let sign =
            matches!((plain, names.iter().any(|name| name == "for" || name == "against")), ("+1" | "+" | "👍" | "-1" | "-" | "−" | "👎", true));
        let matches = if sign { (names[0] == "for") == matches!(plain, "+1" | "+" | "👍") } else { !header.is_empty() && beside(&header) };
        matches && counts(column)
    })
}

/// Whether the filled cells of a column are counts, as far as the first rows tell. One of shares in per cent holds none.
fn holds_counts(table: &Table, headers: &Headers, column: usize) -> bool {
    let header = &headers.names()[column];
    if header.contains('%') || ["pourcent", "percent", "porcent", "prozent", "percentu"].iter().any(|word| loose(header).contains(word)) {
        return false;
    }
    let (mut counts, mut others) = (0, 0);
    for cell in table.sample.iter().filter_map(|row| row.get(column)).map(str::trim).filter(|cell| !vocabulary::is_nothing(cell) && !cell.is_empty())
    {
        match numbers::count(cell, NumberForm::default()) {
            Some(_) => counts += 1,
            None if cell.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '+')) => {}
            None => others += 1,
        }
    }
    // An empty column says nothing and harms nothing.
    others == 0 || (counts > 0 && counts * 3 >= others)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(names: &[&str]) -> Option<(usize, usize)> {
        let headers = Headers::new(&names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>());
        SIDES.pairs.iter().find_map(|pair| find(&headers, &pair[0], &|_| true).zip(find(&headers, &pair[1], &|_| true)))
    }

    #[test]
    fn pairs_of_camps_in_many_spellings() {
        for names in [
            &["Likes", "Dislikes"][..],
            &["Vote Up", "Vote Down"],
            &["Nombre de votes pour", "Nombre de votes contre"],
            &["votes_for", "votes_against"],
            &["Avis favorables", "Avis défavorables"],
            &["cached_votes_up", "cached_votes_down"],
            &["A favor", "En contra"],
            &["Ja", "Nein"],
            &["Ja-Stimmen", "Nein-Stimmen"],
            &["Favorevoli", "Contrari"],
            &["+1", "-1"],
            &["👍", "👎"],
            &["Yes", "No"],
            &["Pro", "Contra"],
            &["upvotes_count", "downvotes_count"],
        ] {
            assert_eq!(pair(names), Some((0, 1)), "{names:?}");
        }
        assert_eq!(pair(&["title", "body", "votes"]), None);
    }
}
