//! What the columns of an unknown table may mean: a `columns:` block to edit, by the spellings of the plain tables.

use csv::StringRecord;
use serde::Serialize;

use super::super::headers::{Headers, loose};
use super::super::plain::{Look, is_sentence};
use super::super::registry::Profiles;
use super::personal;
use crate::archive::profile::FieldSpec;

/// A guess at an unknown table.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub struct Guess {
    /// Its rows look like comments: they name what they are on.
    pub comments: bool,
    /// Field and column, surest first.
    pub fields: Vec<(&'static str, String)>,
    /// Fields that need a translation of words, with the words met.
    pub words: Vec<(&'static str, String, Vec<String>)>,
    /// Columns that look personal.
    pub personal: Vec<String>,
    /// All others.
    pub others: Vec<String>,
}

impl Guess {
    /// How many columns the table has.
    pub fn columns(&self) -> usize {
        self.fields.len() + self.words.len() + self.personal.len() + self.others.len()
    }
}

/// The order in which fields choose: what is said by a narrow word before what is said by a broad one ("Date de la proposition"
/// is a date, though "proposition" alone is a text).
const ORDER: &[&str] = &[
    "on_id",
    "author_id",
    "author_name",
    "votes_for",
    "votes_against",
    "votes_neutral",
    "comment_count",
    "answered_at",
    "created_at",
    "updated_at",
    "title",
    "topic",
    "tags",
    "latitude",
    "longitude",
    "place",
    "url",
    "answer",
    "id",
    "body",
];

/// Fields whose cells are words that must be translated.
const WORDED: &[&str] = &["status", "kind", "side", "author_kind"];

/// Fields whose spellings mean something else inside a longer header ("Résumé long").
const WHOLE: &[&str] = &["latitude", "longitude"];

/// Characters in a cell, on average, from which a column without a telling header may be a text.
const LONG: usize = 30;

/// Whether the cells of a column can be those of a field.
fn agrees(field: &str, look: &Look) -> bool {
    match field {
        _ if look.rows == 0 => true,
        "id" => look.is_ids() && look.is_unique(),
        "on_id" => look.is_ids(),
        "votes_for" | "votes_against" | "votes_neutral" | "comment_count" | "author_size" => look.filled == 0 || look.is_counts(),
        "created_at" | "updated_at" | "answered_at" => look.is_dates(),
        "title" | "body" | "answer" | "author_name" => look.is_text(),
        "url" => look.is_addresses(),
        "latitude" | "longitude" => look.filled == 0 || !look.is_text(),
        _ => true,
    }
}

/// Guesses by headers and cells and, where headers say nothing, by the longest texts.
pub fn guess(headers: &[String], sample: &[StringRecord], profiles: &Profiles) -> Guess {
    let known = Headers::new(headers);
    let looks: Vec<Look> = (0..headers.len()).map(|column| Look::of(sample, column)).collect();
    let spellings = |id: &str, field: &str| -> Vec<String> {
        let record = profiles.find(id).and_then(|profile| profile.records.first());
        record.and_then(|record| record.fields.get(field)).map(names).unwrap_or_default()
    };
    let mut free: Vec<usize> = (0..headers.len()).filter(|&column| !headers[column].is_empty()).collect();
    let cells = |column: usize| sample.iter().filter_map(move |row| row.get(column));
    let mut guess = Guess::default();
    free.retain(|&column| {
        let personal = personal::by_header(&headers[column]).or_else(|| personal::by_cells(cells(column))).is_some();
        if personal {
            guess.personal.push(headers[column].clone());
        }
        !personal
    });
    let title = spellings("plain/table", "title");
    let titled = free.iter().any(|&column| place_of(&headers[column], &title).is_some());
    let on = spellings("plain/comments", "on_id");
    guess.comments = !titled && free.iter().any(|&column| place_of(&headers[column], &on).is_some());
    let profile = if guess.comments { "plain/comments" } else { "plain/table" };
    let mut found: Vec<(&'static str, usize)> = Vec::new();
    // Whole headers first, then words inside them.
    for whole in [true, false] {
        for &field in ORDER {
            let names = spellings(profile, field);
            if found.iter().any(|(taken, _)| *taken == field) {
                continue;
            }
            let column = if whole {
                known.spellings(&names.join("|")).into_iter().find(|column| free.contains(column) && agrees(field, &looks[*column]))
            } else if WHOLE.contains(&field) {
                None
            } else {
                // A word inside a question says nothing of what stands below it.
                let fits = |column: &usize| !is_sentence(&headers[*column]) && agrees(field, &looks[*column]);
                free.iter()
                    .copied()
                    .filter(fits)
                    .filter_map(|column| Some((place_of(&headers[column], &names)?, column)))
                    .min()
                    .map(|(_, column)| column)
            };
            if let Some(column) = column {
                free.retain(|&other| other != column);
                found.push((field, column));
            }
        }
    }
    if !found.iter().any(|(field, _)| *field == "body") {
        let length = |column: usize| if looks[column].is_text() { looks[column].characters } else { 0 };
        // The last of equal ones would be chosen: with no rows to look at, the first column is the likelier.
        let longest = free.iter().copied().rev().max_by_key(|&column| length(column));
        // Beside a title only what is long is a text.
        let titled = found.iter().any(|(field, _)| *field == "title");
        if let Some(column) = longest.filter(|&column| !titled || length(column) >= LONG * sample.len().max(1)) {
            free.retain(|&other| other != column);
            found.push(("body", column));
        }
    }
    found.sort_by_key(|(field, _)| ["id", "on_id", "title", "body"].iter().position(|first| first == field).unwrap_or(9));
    guess.fields = found.into_iter().map(|(field, column)| (field, headers[column].clone())).collect();
    for &field in WORDED {
        let names = spellings(profile, field);
        if let Some(column) = known.spellings(&names.join("|")).into_iter().find(|column| free.contains(column)) {
            free.retain(|&other| other != column);
            let mut words: Vec<String> = cells(column).map(|cell| cell.trim().to_owned()).filter(|cell| !cell.is_empty()).collect();
            words.sort();
            words.dedup();
            words.truncate(8);
            guess.words.push((field, headers[column].clone(), words));
        }
    }
    guess.others = free.into_iter().map(|column| headers[column].clone()).collect();
    guess
}

fn names(spec: &FieldSpec) -> Vec<String> {
    spec.parts.iter().filter_map(|part| part.column.as_deref()).flat_map(|column| column.split('|')).map(|name| name.trim().to_owned()).collect()
}

/// Where in a header one of these names stands as whole words: the earlier, the surer ("Titre du texte" is a title); of two that
/// begin together the longer counts.
fn place_of(header: &str, names: &[String]) -> Option<(usize, std::cmp::Reverse<usize>)> {
    let header = format!("_{}_", loose(header));
    let places = names.iter().map(|name| loose(name)).filter(|name| name.len() > 1).filter_map(|name| {
        let at = header.find(&format!("_{name}_"))?;
        Some((at, std::cmp::Reverse(name.len())))
    });
    places.min()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(headers: &[&str], rows: &[&[&str]]) -> Guess {
        let headers: Vec<String> = headers.iter().map(|&header| header.to_owned()).collect();
        let sample: Vec<StringRecord> = rows.iter().map(|row| StringRecord::from(row.to_vec())).collect();
        guess(&headers, &sample, &Profiles::built_in())
    }

    fn pairs(guess: &Guess) -> Vec<(&str, &str)> {
        guess.fields.iter().map(|(field, column)| (*field, column.as_str())).collect()
    }

    #[test]
    fn columns_are_guessed_by_the_words_in_their_headers() {
        let guess = of(
            &[
                "Code projet",
                "Intitulé du projet",
                "Texte du projet",
                "Nombre de votes reçus",
                "Déposée le",
                "Courriel du porteur",
                "État",
                "Budget (€)",
            ],
            &[&["a1", "Un banc", "Un banc au soleil.", "12", "2024-01-01", "x@example.org", "retenu", "900"]],
        );
        assert_eq!(
            pairs(&guess),
            [
                ("id", "Code projet"),
                ("title", "Intitulé du projet"),
                ("body", "Texte du projet"),
                ("created_at", "Déposée le"),
                ("votes_for", "Nombre de votes reçus")
            ]
        );
        assert_eq!(guess.personal, ["Courriel du porteur"]);
        assert_eq!(guess.words, [("status", "État".to_owned(), vec!["retenu".to_owned()])]);
        assert_eq!(guess.others, ["Budget (€)"]);
    }

    #[test]
    fn comments_are_told_by_what_they_are_on() {
        let guess = of(&["proposal_id", "comment", "date"], &[]);
        assert!(guess.comments);
        assert_eq!(pairs(&guess), [("on_id", "proposal_id"), ("body", "comment"), ("created_at", "date")]);
    }

    #[test]
    fn where_headers_say_nothing_the_longest_text_is_the_body() {
        let guess = of(&["a1", "a2", "a3"], &[&["1", "A long text that somebody wrote", "red"], &["2", "Another one", "blue"]]);
        assert_eq!(pairs(&guess), [("body", "a2")]);
        assert_eq!(guess.others, ["a1", "a3"]);
        assert_eq!(pairs(&of(&["a1", "a2"], &[])), [("body", "a1")]);
    }
}
