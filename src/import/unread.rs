//! What is said of the columns of a table that no field reads: none is lost without a word, and one that holds texts, votes or dates of most
//! rows is a warning of its own.

use super::binding::Binding;
use super::columns::Hiding;
use super::headers::Headers;
use super::plain::{self, Look};
use super::recognise::known_names;
use super::told::further_line;
use crate::archive::profile::{Field, Profile, Record};
use crate::diagnose::{Diagnostic, codes};
use crate::model::SourceFile;
use crate::read::Table;

/// Share of the rows, in per cent, from which on a column is one of most rows.
const MOST: usize = 50;
/// The same for texts: half of what people wrote may stand in a column that few filled.
const MOST_TEXTS: usize = 30;

/// Notes in the source file which columns are personal and which are not read, and gives what is said of them.
pub fn remarks(
    table: &Table,
    headers: &Headers,
    binding: &Binding,
    profile: &Profile,
    hiding: &Hiding,
    own: &[String],
    file: &mut SourceFile,
) -> Vec<Diagnostic> {
    let named = known_names(profile);
    // A platform that renamed the column of its votes still counted them.
    let lacks_votes = !plain::is_plain(profile)
        && profile.records.iter().zip(&binding.records).any(|(record, bound)| {
            let told = |field: Field| !bound.parts(field).is_empty();
            record.fields.contains_key("votes_for") && !told(Field::VotesFor) && !told(Field::VotesTotal)
        });
    let (mut few, mut lost): (Vec<String>, Vec<Diagnostic>) = Default::default();
    for (column, header) in table.headers.iter().enumerate() {
        // What says whether a row is published is read, in its way; what a workbook hides is said with it.
        if binding.used[column] || hiding.reads(column) || table.concealed.iter().any(|(at, _)| *at == column) {
            continue;
        }
        let is_named = || named.iter().any(|pattern| headers.matches(column, pattern));
        let is_ignored = || profile.ignored.iter().any(|pattern| headers.matches(column, pattern));
        // A profile of a platform knows which of its columns say the same again; in a table of none another spelling of a field is a column.
        let is_passed_over = || (!plain::is_plain(profile) || is_ignored()) && is_named();
        if header.is_empty() {
            let look = Look::at(table, column);
            if let Some(what) = without_header(&look) {
                let name = format!("{} (nº {})", letters(column), column + 1);
                let said = Diagnostic::new(codes::UNREAD_COLUMN).column(&name).arg("what", what);
                lost.push(said.arg("share", look.share()).arg("line", "header_row:"));
                file.columns_unused.push(name.into());
            }
        } else if profile.personal.iter().any(|pattern| headers.matches(column, pattern)) {
            file.columns_personal.push(shown(header).into());
        } else if !is_passed_over() {
            file.columns_unused.push(shown(header).into());
            let look = Look::at(table, column);
            let renamed = || (lacks_votes && look.filled > 0 && look.is_counts() && plain::names_votes_or_date(header).0).then_some("votes");
            match what(header, &look).or_else(renamed) {
                Some(what) => {
                    let said = Diagnostic::new(codes::UNREAD_COLUMN).column(shown(header)).arg("what", what);
                    lost.push(said.arg("share", look.share()).arg("line", further_line(&shown(header))));
                }
                None => few.push(shown(header)),
            }
        }
    }
    let mut said = Vec::new();
    // What the table's own words made a field of: what the archive names itself is no news to it.
    let of_itself = |record: &Record| record.further.iter().filter(|name| !own.contains(*name)).map(|name| shown(name)).collect::<Vec<_>>();
    let fields = if plain::is_plain(profile) { profile.records.first().map(of_itself).unwrap_or_default() } else { Vec::new() };
    if !fields.is_empty() {
        said.push(Diagnostic::new(codes::PUBLISHED_FIELDS).arg("columns", fields.join(", ")).count(fields.len() as u64));
    }
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

/// The name that programs for tables give a column without one.
fn letters(column: usize) -> String {
    let (mut rest, mut out) = (column + 1, String::new());
    while rest > 0 {
        out.insert(0, char::from(b'A' + u8::try_from((rest - 1) % 26).unwrap_or_default()));
        rest = (rest - 1) / 26;
    }
    out
}

/// What a column without a header holds that somebody wrote; nothing where it only counts the rows.
fn without_header(look: &Look) -> Option<&'static str> {
    if look.filled == 0 || (look.is_counts() && look.is_unique() && look.filled == look.rows) {
        return None;
    }
    match (look.is_counts(), look.is_dates()) {
        (false, true) => Some("dates"),
        (true, _) => Some("numbers"),
        _ => Some("texts"),
    }
}

/// A header as messages and pages may show it: without what reaches a person.
pub fn shown(header: &str) -> String {
    if !header.contains('@') && header.bytes().filter(u8::is_ascii_digit).count() < 8 {
        return header.to_owned();
    }
    let finding = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '.' | '-' | '+' | '(' | ')' | '/' | '\u{a0}' | '\u{202f}');
    let words: Vec<&str> = header.split(' ').map(|word| if word.contains('@') { "…" } else { word }).collect();
    let (joined, mut out, mut run) = (words.join(" "), String::new(), String::new());
    for c in joined.chars().chain(std::iter::once('\0')) {
        if finding(c) {
            run.push(c);
            continue;
        }
        // Eight digits together are a number that somebody answers, unless they are a day.
        let digits = run.bytes().filter(u8::is_ascii_digit).count();
        if digits > 8 || (digits == 8 && super::parse_date(run.trim()).is_none()) {
            out.push_str(" … ");
        } else {
            out.push_str(&run);
        }
        run.clear();
        if c != '\0' {
            out.push(c);
        }
    }
    out.trim().to_owned()
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
    fn a_header_shows_nobody() {
        assert_eq!(shown("avis de zoe@exemple.fr"), "avis de …");
        assert_eq!(shown("avis de Omer 06 12 34 56 78"), "avis de Omer …");
        assert_eq!(shown("Votes au 12/03/2024"), "Votes au 12/03/2024");
        assert_eq!(letters(0) + &letters(27), "AAB");
    }

    #[test]
    fn a_column_of_most_rows_is_said_by_what_it_holds() {
        assert_eq!(of("Pourquoi", &["Parce que la place est vide", "Il faut de l’ombre en été"]), Some("texts"));
        assert_eq!(of("Clos le", &["2024-01-02", "03/02/2024"]), Some("dates"));
        assert_eq!(of("Clos le", &["2024-01-02", "", ""]), None, "of few rows");
        assert_eq!(of("Votes", &["quatre", "douze"]), Some("no-votes"));
        assert_eq!(of("Date", &["au printemps", "en été"]), Some("no-dates"));
        assert_eq!(of("Nb de voix", &["4", "12"]), Some("votes"));
        assert_eq!(of("Pour", &["quatre", "douze"]), Some("no-votes"));
        assert_eq!(of("Pour / Contre", &["4/2", "12/1"]), Some("no-votes"));
        assert_eq!(of("Total des voix exprimées", &["4", "12"]), Some("votes"));
        assert_eq!(of("Gegenstimmen", &["4", "12"]), Some("votes"));
        assert_eq!(of("Budget", &["4000", "1200"]), None);
        assert_eq!(of("Date de naissance", &["1980-01-02", "1975-02-03"]), None, "about people");
    }
}
