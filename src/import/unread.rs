//! What is said of the columns of a table that no field reads: none is lost without a word, and one that holds texts, votes or dates of most
//! rows is a warning of its own.

use super::binding::Binding;
use super::columns::Hiding;
use super::headers::Headers;
use super::plain::{self, Look};
use super::recognise::known_names;
use super::told::further_line;
use crate::archive::profile::Profile;
use crate::diagnose::{Diagnostic, codes};
use crate::model::SourceFile;
use crate::read::Table;

/// Share of the rows, in per cent, from which on a column is one of most rows.
const MOST: usize = 50;
/// The same for texts: half of what people wrote may stand in a column that few filled.
const MOST_TEXTS: usize = 30;

/// Notes in the source file which columns are personal and which are not read, and gives what is said of them.
pub fn remarks(table: &Table, headers: &Headers, binding: &Binding, profile: &Profile, hiding: &Hiding, file: &mut SourceFile) -> Vec<Diagnostic> {
    let named = known_names(profile);
    let (mut few, mut lost): (Vec<&str>, Vec<Diagnostic>) = Default::default();
    for (column, header) in table.headers.iter().enumerate() {
        // What says whether a row is published is read, in its way.
        if binding.used[column] || hiding.reads(column) {
            continue;
        }
        if profile.personal.iter().any(|pattern| headers.matches(column, pattern)) {
            file.columns_personal.push(header.as_str().into());
        } else if !header.is_empty() && !named.iter().any(|pattern| headers.matches(column, pattern)) {
            file.columns_unused.push(header.as_str().into());
            let look = Look::at(table, column);
            match what(header, &look) {
                Some(what) => {
                    let said = Diagnostic::new(codes::UNREAD_COLUMN).column(header).arg("what", what);
                    lost.push(said.arg("share", look.share()).arg("line", further_line(header)));
                }
                None => few.push(header),
            }
        }
    }
    let mut said = Vec::new();
    if !few.is_empty() {
        said.push(Diagnostic::new(codes::UNUSED_COLUMN).arg("columns", few.join(", ")).count(few.len() as u64));
    }
    said.append(&mut lost);
    if !file.columns_personal.is_empty() {
        let personal = file.columns_personal.join(", ");
        said.push(Diagnostic::new(codes::PERSONAL_COLUMN).arg("columns", personal).count(file.columns_personal.len() as u64));
    }
    said
}

/// What a column that is not read holds of most rows; nothing where it holds nothing that counts, or what is about people.
fn what(header: &str, look: &Look) -> Option<&'static str> {
    if look.filled == 0 || plain::is_about_people(header) {
        return None;
    }
    if look.is_prose() {
        return (look.share() >= MOST_TEXTS).then_some("texts");
    }
    if look.share() < MOST {
        return None;
    }
    let (votes, date) = plain::names_votes_or_date(header);
    match (votes, date) {
        (true, _) => Some(if look.is_counts() { "votes" } else { "no-votes" }),
        (_, true) if !look.is_dates() => Some("no-dates"),
        _ => (look.is_dates() && !look.is_counts()).then_some("dates"),
    }
}

#[cfg(test)]
mod tests {
    use csv::StringRecord;

    use super::*;

    fn of(header: &str, cells: &[&str]) -> Option<&'static str> {
        let rows: Vec<StringRecord> = cells.iter().map(|cell| StringRecord::from(vec![*cell])).collect();
        what(header, &Look::of(&rows, 0))
    }

    #[test]
    fn a_column_of_most_rows_is_said_by_what_it_holds() {
        assert_eq!(of("Pourquoi", &["Parce que la place est vide", "Il faut de l’ombre en été"]), Some("texts"));
        assert_eq!(of("Clos le", &["2024-01-02", "03/02/2024"]), Some("dates"));
        assert_eq!(of("Clos le", &["2024-01-02", "", ""]), None, "of few rows");
        assert_eq!(of("Votes", &["quatre", "douze"]), Some("no-votes"));
        assert_eq!(of("Date", &["au printemps", "en été"]), Some("no-dates"));
        assert_eq!(of("Nb de voix", &["4", "12"]), Some("votes"));
        assert_eq!(of("Budget", &["4000", "1200"]), None);
        assert_eq!(of("Date de naissance", &["1980-01-02", "1975-02-03"]), None, "about people");
    }
}
