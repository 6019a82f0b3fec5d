//! Tables of no platform: which column is which field, by the words of its header and by its cells. A header names, cells agree or do not;
//! a column whose cells say otherwise is not taken, and one whose field is taken already is not lost.

mod joined;
mod look;
mod words;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::headers::Headers;
use super::sides;
use super::values::folded;
use crate::archive::profile::{Entity, FieldSpec, Part, Profile, Record};
use crate::read::Table;

pub use look::Look;
use words::{Named, Parted};

/// The profile of tables of contributions.
pub const TABLE: &str = "plain/table";
/// The profile of tables of comments.
pub const COMMENTS: &str = "plain/comments";

/// Whether a profile is one of tables of no platform.
pub fn is_plain(profile: &Profile) -> bool {
    profile.id == TABLE || profile.id == COMMENTS
}

/// Fields that one column is chosen for, in the order in which they choose: what is said by a narrow word before what is said by a broad
/// one. The others are as the profile has them.
const ORDER: &[&str] = &[
    "on_id",
    "on_title",
    "id",
    "parent_id",
    "reply_to",
    "title",
    "body",
    "created_at",
    "updated_at",
    "answered_at",
    "author_id",
    "author_name",
    "comment_count",
    "url",
    "place",
    "status",
    "status_reason",
    "side",
    "answer",
];

/// A table seen through its headers and cells.
struct Sight<'t> {
    headers: &'t Headers,
    looks: Vec<Look>,
    parted: Vec<Option<Parted>>,
    /// Columns that a profile of plain tables calls personal.
    personal: Vec<bool>,
}

/// A profile of plain tables bound to the columns of one table; nothing where no column is surely a text.
pub fn fit(profile: &Profile, table: &Table, headers: &Headers) -> Option<Profile> {
    let sight = Sight {
        headers,
        looks: (0..headers.names().len()).map(|column| Look::at(table, column)).collect(),
        parted: headers.names().iter().map(|header| Parted::of(header)).collect(),
        personal: (0..headers.names().len()).map(|column| profile.personal.iter().any(|pattern| headers.matches(column, pattern))).collect(),
    };
    let comments = profile.id == COMMENTS;
    // What has a title is a contribution, or is about one.
    let titled = |parted: &Parted| parted.thing && !parted.comment && parted.names("title");
    if comments && sight.parted.iter().flatten().any(titled) && !sight.is_comments_by_title() {
        return None;
    }
    let mut fitted = profile.clone();
    let record = fitted.records.first_mut()?;
    let chosen = sight.choose(record, comments);
    let column = |field: &str| chosen.iter().find(|(known, _)| *known == field).map(|(_, column)| *column);
    if comments && (column("on_id").or(column("on_title")).is_none() || column("body").is_none()) {
        return None;
    }
    // "projet;proposition": what is called a proposition is no comment on the project that a word names.
    let is_thing = |column: usize| sight.parted[column].as_ref().is_some_and(|parted| parted.thing && !parted.comment);
    if comments && column("on_id").is_none() && column("body").is_some_and(is_thing) {
        return None;
    }
    if !comments && (sight.is_about_titles(&chosen) || sight.is_about_ids(&chosen)) {
        return None;
    }
    let joined = if comments { None } else { joined::find(table, &sight, &chosen) };
    if column("title").is_none() && column("body").is_none() {
        return None;
    }
    if !comments && sight.may_list_people(&chosen) {
        return None;
    }
    sight.bind(record, &chosen);
    if !comments && chosen.iter().all(|(field, _)| *field != "author_name") {
        sight.bind_people(record, &chosen);
    }
    sight.drop_halves(record);
    sight.keep_texts(record, &chosen);
    sight.keep_kinds(record, table);
    sight.bind_withdrawn(record);
    if let Some(joined) = joined {
        fitted.vote_rows = joined.vote_rows();
        joined.apply(record, &sight);
    }
    Some(sides::fitted(&fitted, table, headers))
}

/// Of a fitted table of contributions whose text is called a comment: the headers of its text, of its titles, of its parents, and of the numbers
/// of contributions that nobody reads.
pub fn called_comments(fitted: &Profile, headers: &[String]) -> Option<[Option<String>; 4]> {
    let fields = &fitted.records.first().filter(|_| fitted.id == TABLE)?.fields;
    let column = |field: &str| fields.get(field)?.parts.first()?.column.clone();
    let body = column("body")?;
    let parted = Parted::of(&body)?;
    let id = column("id");
    let of_things =
        |header: &&String| Some(*header) != id.as_ref() && Parted::of(header).is_some_and(|parted| parted.thing && !parted.comment && parted.is_id());
    let on = headers.iter().find(of_things).cloned();
    let called = parted.comment && !parted.thing && (parted.rest.is_empty() || parted.names("body"));
    called.then(|| [Some(body), column("title"), column("parent_id"), on])
}

/// Whether a header is a sentence or a question: a word inside it names nothing.
pub fn is_sentence(header: &str) -> bool {
    Parted::of(header).is_none()
}

/// Whether a header speaks of people: what stands below it is never proposed for publication.
pub fn is_about_people(header: &str) -> bool {
    let about = [Named::Name, Named::Family, Named::Given, Named::Voter].iter().any(|named| words::is(*named, header));
    about || super::survey::is_personal(header)
}

/// Whether a cell is a header: of people, or made of a word of a field beside a thing.
pub fn names_a_field(cell: &str) -> bool {
    let fields = ["id", "title", "body", "author_name", "created_at", "votes_for"];
    is_about_people(cell) || Parted::of(cell).is_some_and(|parted| parted.thing && fields.iter().any(|field| parted.names(field)))
}

/// Whether a header names a title or a text.
pub fn names_text(header: &str) -> bool {
    Parted::of(header).is_some_and(|parted| parted.names("title") || parted.names("body"))
}

/// Whether a header names votes; whether it names a date.
pub fn names_votes_or_date(header: &str) -> (bool, bool) {
    let (votes, date) = Parted::of(header).map_or((false, false), |parted| (parted.names("votes_for"), parted.names("created_at")));
    (votes || sides::names_votes(header), date)
}

/// Whether a list of objects inside others, by its dotted path, holds the contributions. What holds it may be one itself where it is
/// `titled`: the list must be called after contributions then.
pub fn names_contributions(path: &str, titled: bool) -> bool {
    let key = path.rsplit('.').next().unwrap_or(path);
    // Lists are called by plurals, headers by what each row is.
    let spellings = [key, key.trim_end_matches('s'), key.trim_end_matches("es")];
    let any = |is: &dyn Fn(&Parted) -> bool| spellings.iter().filter_map(|key| Parted::of(key)).any(|parted| is(&parted));
    !any(&|parted| parted.comment) && (!titled || any(&|parted| parted.thing))
}

/// Headers of the columns that tell what a fitted table is.
pub fn named(fitted: &Profile) -> Vec<String> {
    let fields = fitted.records.first().map(|record| &record.fields);
    let column = |field: &&str| fields?.get(*field)?.parts.first()?.column.clone();
    ["on_id", "on_title", "title", "body"].iter().filter_map(column).collect()
}

/// What a table must have to be one.
pub fn wanted(profile: &Profile) -> Vec<String> {
    let fields: &[&str] = if profile.id == COMMENTS { &["on_id", "body"] } else { &["title"] };
    fields.iter().map(|field| (*field).to_owned()).collect()
}

type Chosen = Vec<(&'static str, usize)>;

impl Sight<'_> {
    fn name(&self, column: usize) -> &str {
        &self.headers.names()[column]
    }

    /// The columns that a field's words name, surest first: its own words, then words beside a thing.
    fn named(&self, field: &str, spec: Option<&FieldSpec>, comments: bool) -> Vec<usize> {
        let words = spec.iter().flat_map(|spec| &spec.parts).filter_map(|part| part.column.as_deref());
        let mut found: Vec<usize> = words.flat_map(|names| self.headers.spellings(names)).collect();
        let beside = |parted: &Parted| match (comments, field) {
            // Beside comments, what names a contribution is not the comment's own.
            (true, _) => parted.comment && parted.names(field),
            // Dates and authors are a contribution's also where nothing names it.
            (false, "body") if parted.thing && !parted.comment && parted.rest.is_empty() => true,
            (false, _) => (parted.thing || ["created_at", "author_name"].contains(&field)) && !parted.comment && parted.names(field),
        };
        let more = (0..self.parted.len()).filter(|&column| match (comments, field) {
            // "proposal", "Propuesta" may be the number of what is commented.
            (true, "on_id") => self.names_ids_of_things(column),
            _ => self.parted[column].as_ref().is_some_and(beside),
        });
        found.extend(more);
        let mut seen = Vec::new();
        found.retain(|column| {
            !seen.contains(column) && {
                seen.push(*column);
                true
            }
        });
        found.retain(|&column| !self.personal[column]);
        found
    }

    /// Whether the cells of a column agree with a field.
    fn agrees(&self, field: &str, column: usize) -> bool {
        let look = &self.looks[column];
        match field {
            "id" | "on_id" => look.is_ids(),
            "title" | "body" => look.is_text() || look.is_signs(),
            "answer" | "author_name" => look.is_text(),
            // The title of another thing stands in several rows, or beside the comment that a row answers.
            "on_title" => look.is_text() && !look.is_prose() && (!look.is_unique() || self.answers() || self.is_comments_by_title()),
            // A header that names a date is believed where any cell is one: what is none is counted.
            "created_at" | "updated_at" | "answered_at" => look.is_dates() || look.has_dates(),
            "comment_count" => look.is_counts() || look.filled == 0,
            "url" => look.is_addresses() || look.filled > 0 && !look.is_prose() && !look.is_counts(),
            // Where nothing but the header is known, a sentence is no word of a list.
            "status" | "side" => !look.is_prose(),
            _ => true,
        }
    }

    fn choose(&self, record: &Record, comments: bool) -> Chosen {
        let mut chosen: Chosen = Vec::new();
        for &field in ORDER {
            let spec = record.fields.get(field);
            if spec.is_none() {
                continue;
            }
            let free = |column: &usize| !chosen.iter().any(|(_, taken)| taken == column);
            let mut candidates: Vec<usize> = self.named(field, spec, comments).into_iter().filter(free).collect();
            candidates.retain(|&column| self.agrees(field, column));
            let column = match field {
                // Of several texts the longest is the body; one that is empty gives way to any other.
                "body" => candidates.into_iter().rev().max_by_key(|&column| self.looks[column].characters),
                "id" if !comments && !candidates.is_empty() => {
                    // Of several ids the one that tells rows apart.
                    candidates.iter().copied().find(|&column| self.looks[column].is_unique()).or(candidates.first().copied())
                }
                "created_at" => candidates
                    .iter()
                    .copied()
                    .find(|&column| self.looks[column].filled > 0 && self.looks[column].is_dates())
                    .or(candidates.first().copied()),
                // What is filled before what is empty.
                _ => candidates.iter().copied().find(|&column| self.looks[column].filled > 0).or(candidates.first().copied()),
            };
            chosen.extend(column.map(|column| (field, column)));
        }
        // A day of an answer says nothing where no answer is read: the column is not taken, and said.
        if !chosen.iter().any(|(field, _)| matches!(*field, "answer" | "status")) {
            chosen.retain(|(field, _)| *field != "answered_at");
        }
        let is_taken = |chosen: &Chosen, column: usize| chosen.iter().any(|(_, taken)| *taken == column);
        if !chosen.iter().any(|(field, _)| *field == "created_at") {
            // "Date de réception", "Eingegangen am": a word of giving in before a bare date. A day of anything else is none.
            let dated = |given: bool| {
                (0..self.looks.len()).find(|&column| {
                    words::tells_when(self.name(column)) == Some(given)
                        && !is_taken(&chosen, column)
                        && !self.personal[column]
                        && !is_about_people(self.name(column))
                        && self.looks[column].filled > 0
                        && self.looks[column].is_dates()
                })
            };
            chosen.extend(dated(true).or_else(|| dated(false)).map(|column| ("created_at", column)));
        }
        if !comments && !chosen.iter().any(|(field, _)| *field == "title") {
            // A short text beside the body that is called after the thing itself: "Idée", "Proposition".
            let body = chosen.iter().find(|(field, _)| *field == "body").map(|(_, column)| self.looks[*column].characters);
            let named = (0..self.looks.len()).find(|&column| {
                let thing = self.parted[column].as_ref().is_some_and(|parted| parted.thing && !parted.comment && parted.rest.is_empty());
                let look = &self.looks[column];
                thing && !is_taken(&chosen, column) && look.filled > 0 && look.is_text() && body.is_some_and(|body| look.characters < body)
            });
            chosen.extend(named.map(|column| ("title", column)));
        }
        if !comments && !chosen.iter().any(|(field, _)| *field == "title") {
            // "Nom", "Name", "Nombre" name people or things: their cells and neighbours tell.
            let column = (0..self.looks.len()).find(|&column| {
                let free = !chosen.iter().any(|(_, taken)| *taken == column);
                free && words::is(Named::Name, self.name(column)) && self.looks[column].is_phrases() && !self.is_person(column)
            });
            chosen.extend(column.map(|column| ("title", column)));
        }
        chosen
    }

    /// Whether a bare "Nom" is all that is taken for a text: without votes beside, the rows may as well be people who signed.
    fn may_list_people(&self, chosen: &Chosen) -> bool {
        let of = |field: &str| chosen.iter().find(|(known, _)| *known == field).map(|(_, column)| *column);
        let named = of("title").is_some_and(|column| words::is(Named::Name, self.name(column)));
        let counted = || (0..self.looks.len()).any(|column| names_votes_or_date(self.name(column)).0 && self.looks[column].is_counts());
        let said = || ["id", "comment_count", "status", "answer", "url"].iter().any(|field| of(field).is_some());
        named && of("body").is_none() && !counted() && (!said() || self.lists_people())
    }

    /// Whether a column beside is one that only people have: a signature, a town, a telephone.
    fn lists_people(&self) -> bool {
        (0..self.looks.len()).any(|column| self.personal[column] || words::is(Named::Signed, self.name(column)))
    }

    /// Whether rows say which row they answer.
    fn answers(&self) -> bool {
        self.parted.iter().flatten().any(|parted| !parted.thing && parted.names("reply_to"))
    }

    /// Whether rows without a title have an id of their own and name that of a contribution beside: they are comments.
    fn is_about_ids(&self, chosen: &Chosen) -> bool {
        let of = |field: &str| chosen.iter().find(|(known, _)| *known == field).map(|(_, column)| *column);
        let (None, Some(id)) = (of("title"), of("id")) else { return false };
        (0..self.looks.len()).any(|column| column != id && of("body") != Some(column) && self.names_ids_of_things(column))
    }

    /// Whether a column holds the ids of contributions: its header says so, or it is called after them and its cells are numbered, or
    /// comments stand beside.
    fn names_ids_of_things(&self, column: usize) -> bool {
        let look = &self.looks[column];
        let bare = || look.is_numbered() || self.parted.iter().flatten().any(|parted| parted.comment);
        let ids = |parted: &Parted| parted.is_id() || (parted.rest.is_empty() && bare());
        look.is_ids() && self.parted[column].as_ref().is_some_and(|parted| parted.thing && !parted.comment && ids(parted))
    }

    /// Whether each row is a comment on a contribution that a column names by its title alone.
    fn is_comments_by_title(&self) -> bool {
        let any = |is: &dyn Fn(&Parted) -> bool| self.parted.iter().flatten().any(is);
        let title = any(&|parted| parted.thing && !parted.comment && parted.names("title"));
        let comment = (0..self.looks.len()).any(|column| {
            self.parted[column].as_ref().is_some_and(|parted| parted.comment && !parted.thing && (parted.rest.is_empty() || parted.names("body")))
                && self.looks[column].is_text()
        });
        let text = any(&|parted| parted.thing && !parted.comment && (parted.names("body") || parted.is_id()));
        title && comment && !text
    }

    /// Whether the rows are about things that a column names by their titles: a word for contributions, the same text in several rows, and
    /// another text beside.
    fn is_about_titles(&self, chosen: &Chosen) -> bool {
        let of = |field: &str| chosen.iter().find(|(known, _)| *known == field).map(|(_, column)| *column);
        if self.is_comments_by_title() && of("id").is_none() {
            return true;
        }
        let (None, Some(body)) = (of("title"), of("body")) else { return false };
        // A side beside a comment, and no title: an opinion on something that is not here.
        let sided = (0..self.looks.len()).any(|column| joined::is_of_sides(self, column));
        if sided && self.parted[body].as_ref().is_some_and(|parted| parted.comment && parted.rest.is_empty()) {
            return true;
        }
        (0..self.looks.len()).any(|column| {
            let names_thing = self.parted[column].as_ref().is_some_and(|parted| parted.thing && !parted.comment && parted.rest.is_empty());
            column != body
                && names_thing
                && self.looks[column].filled > 0
                && self.looks[column].is_text()
                && !self.looks[column].is_unique()
                && self.answers()
        })
    }

    /// Whether a column called "name" names people: given names stand beside, or its cells are names.
    fn is_person(&self, column: usize) -> bool {
        self.given().is_some() || self.looks[column].is_names()
    }

    fn given(&self) -> Option<usize> {
        let is = |named: Named| (0..self.looks.len()).find(|&column| words::is(named, self.name(column)));
        // Beside a family name a bare name is the given one.
        is(Named::Given).or_else(|| is(Named::Family).and_then(|_| is(Named::Name)))
    }

    /// A column that says which rows their authors took back, beside or in the place of a status.
    fn bind_withdrawn(&self, record: &mut Record) {
        let answers = |column: usize| {
            self.looks[column].filled > 0 && (self.looks[column].answers * 2 >= self.looks[column].filled || self.looks[column].is_dates())
        };
        let named = (0..self.looks.len()).find(|&column| words::is(Named::Withdrawn, self.name(column)) && answers(column));
        if let Some(column) = named {
            let words = [
                ("no", "published"),
                ("non", "published"),
                ("false", "published"),
                ("faux", "published"),
                ("falso", "published"),
                ("0", "published"),
                ("n", "published"),
                ("nein", "published"),
                ("*", "withdrawn"),
            ];
            let values = words.into_iter().map(|(word, status)| (word.to_owned(), status.to_owned())).collect();
            let part = Part { column: Some(self.name(column).to_owned()), values: Some(values), ..Part::default() };
            record.fields.entry("status".to_owned()).or_default().parts.push(part);
        }
    }

    /// An author of one or two columns of names.
    fn bind_people(&self, record: &mut Record, chosen: &Chosen) {
        let free = |column: &usize| !chosen.iter().any(|(_, taken)| taken == column);
        let family = (0..self.looks.len()).filter(free).find(|&column| {
            let is = |named| words::is(named, self.name(column));
            is(Named::Family) || (is(Named::Name) && self.is_person(column) && self.given() != Some(column))
        });
        let Some(family) = family else { return };
        let part =
            Part { column: Some(self.name(family).to_owned()), given: self.given().map(|given| self.name(given).to_owned()), ..Part::default() };
        record.fields.insert("author_name".to_owned(), FieldSpec { parts: vec![part] });
    }

    /// Gives each field its one column; a field without one gets none.
    fn bind(&self, record: &mut Record, chosen: &Chosen) {
        let mut fields = std::mem::take(&mut record.fields);
        for (field, spec) in &mut fields {
            if !ORDER.contains(&field.as_str()) {
                // Of several spellings the first that says something is the field; the others are said to be unread.
                for part in &mut spec.parts {
                    let found = part.column.as_deref().map(|names| self.headers.spellings(names)).unwrap_or_default();
                    if found.len() > 1 {
                        let filled = found.iter().find(|column| self.looks[**column].filled > 0);
                        part.column = Some(self.name(*filled.unwrap_or(&found[0])).to_owned());
                    }
                }
                continue;
            }
            match chosen.iter().find(|(known, _)| known == field) {
                Some(&(_, column)) => {
                    // What the profile says of its column stays: words, separators.
                    let at = spec.parts.iter().position(|part| self.reads(part, column)).unwrap_or(0);
                    let mut part = if spec.parts.is_empty() { Part::default() } else { spec.parts.swap_remove(at) };
                    part.column = Some(self.name(column).to_owned());
                    spec.parts = vec![part];
                }
                None => spec.parts.clear(),
            }
        }
        record.fields = fields.into_iter().filter(|(_, spec)| !spec.parts.is_empty()).collect();
    }

    /// What says nothing without something beside is not read, and so is said: the size of nobody, half of a point.
    fn drop_halves(&self, record: &mut Record) {
        let there = |record: &Record, field: &str| {
            let parts = record.fields.get(field).into_iter().flat_map(|spec| &spec.parts);
            parts.filter_map(|part| part.column.as_deref()).any(|names| !self.headers.spellings(names).is_empty())
        };
        let author = ["author_id", "author_name"].iter().any(|field| there(record, field));
        let point = ["latitude", "longitude"].iter().all(|field| there(record, field));
        record.fields.retain(|field, _| match field.as_str() {
            "author_size" | "author_kind" => author,
            "latitude" | "longitude" => point,
            _ => true,
        });
    }

    fn reads(&self, part: &Part, column: usize) -> bool {
        part.column.as_deref().is_some_and(|names| self.headers.spellings(names).contains(&column))
    }

    /// Words of kinds that become one kind here ("Projet", "Idée") are published as they stand too.
    fn keep_kinds(&self, record: &mut Record, table: &Table) {
        let Some(part) = record.fields.get("kind").and_then(|spec| spec.parts.first()) else { return };
        let (Some(names), Some(values)) = (part.column.as_deref(), &part.values) else { return };
        let Some(column) = self.headers.spellings(names).into_iter().next() else { return };
        let cells = table.sample.iter().filter_map(|row| row.get(column)).map(folded).filter(|cell| !cell.is_empty());
        let kind = |cell: &str| values.iter().find(|(word, _)| folded(word) == cell).map(|(_, kind)| kind.as_str());
        let met: BTreeMap<Cow<'_, str>, Option<&str>> = cells.map(|cell| (cell.clone(), kind(&cell))).collect();
        let kinds: BTreeSet<&str> = met.values().flatten().copied().collect();
        if met.values().flatten().count() > kinds.len() && record.entity == Entity::Contribution {
            record.further.push(self.name(column).to_owned());
        }
    }

    /// Texts beside the body that are public by nature are published as further fields: none is lost for being another spelling.
    fn keep_texts(&self, record: &mut Record, chosen: &Chosen) {
        if record.entity != Entity::Contribution {
            return;
        }
        for column in 0..self.looks.len() {
            let taken = chosen.iter().any(|(_, taken)| *taken == column);
            let advice = words::is(Named::Advice, self.name(column));
            if taken || self.personal[column] || !(self.looks[column].is_text() || advice) || self.looks[column].filled == 0 {
                continue;
            }
            let beside = self.parted[column].as_ref().is_some_and(|parted| parted.names("body") || parted.names("title"));
            let is = |named| words::is(named, self.name(column));
            let named = is(Named::Text) || (beside && !is(Named::Name) && !self.looks[column].is_names());
            let read = record.fields.values().flat_map(|spec| &spec.parts).any(|part| part.column.as_deref() == Some(self.name(column)));
            if (named || advice) && !read {
                record.further.push(self.name(column).to_owned());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_inside_others_is_what_its_name_says() {
        for (path, titled, is) in [
            ("ideas", true, true),
            ("data.propuestas", true, true),
            ("entries", false, true),
            ("entries", true, false),
            ("comments", true, false),
            ("commentaires", false, false),
            ("attachments", true, false),
        ] {
            assert_eq!(names_contributions(path, titled), is, "{path}");
        }
        assert!(names_text("subject") && names_text("Description du projet") && !names_text("theme"));
    }
}
