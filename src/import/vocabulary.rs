//! What words of cells and headers mean, in several languages: `vocabulary.yaml`.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use super::values::folded;
use crate::model::{OutcomeStatus, Status};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    votes: Vec<String>,
    nothing: Vec<String>,
    totals: Vec<String>,
    notes: Vec<String>,
    nobody: Vec<String>,
    yes: Vec<String>,
    no: Vec<String>,
    states: BTreeMap<String, Vec<String>>,
    stems: Vec<String>,
    decisions: BTreeMap<String, Vec<String>>,
    processes: Vec<String>,
    guarded: Vec<String>,
    hides: Vec<String>,
    publishes: Vec<String>,
    publication: Vec<String>,
    moderation: Vec<String>,
    unmoderated: Vec<String>,
    showing: Vec<String>,
    done: Vec<String>,
    undone: Vec<String>,
    turned: Vec<String>,
    either: Vec<String>,
    beside: Vec<String>,
}

struct Vocabulary {
    votes: FxHashSet<String>,
    nothing: FxHashSet<String>,
    nothing_begins: Beginnings,
    totals: FxHashSet<String>,
    notes: FxHashSet<String>,
    nobody: FxHashSet<String>,
    nobody_begins: Beginnings,
    answers: FxHashMap<String, bool>,
    states: FxHashMap<String, Status>,
    stems: Vec<String>,
    decisions: FxHashMap<String, Option<OutcomeStatus>>,
    guarded: FxHashSet<String>,
    hides: FxHashSet<String>,
    publishes: FxHashSet<String>,
    publication: FxHashSet<String>,
    moderation: FxHashSet<String>,
    unmoderated: FxHashSet<String>,
    showing: FxHashSet<String>,
    done: FxHashSet<String>,
    undone: FxHashSet<String>,
    turned: FxHashSet<String>,
    either: FxHashSet<String>,
    beside: FxHashSet<String>,
}

/// The first two bytes of some words: of most cells they tell that these are none of them, before anything is folded.
struct Beginnings(FxHashSet<[u8; 2]>);

impl Beginnings {
    fn of(words: &FxHashSet<String>) -> Self {
        Self(words.iter().map(|word| Self::pair(word)).collect())
    }

    fn pair(word: &str) -> [u8; 2] {
        let byte = |at: usize| word.as_bytes().get(at).map_or(0, u8::to_ascii_lowercase);
        [byte(0), byte(1)]
    }

    /// Whether a cell may be one of the words. Signs, blanks and letters with accents may be folded into anything.
    fn may_begin(&self, cell: &str) -> bool {
        let pair = Self::pair(cell);
        !pair.iter().all(u8::is_ascii_alphanumeric) || self.0.contains(&pair)
    }
}

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| {
    let file: File = match serde_yaml::from_str(include_str!("vocabulary.yaml")) {
        Ok(file) => file,
        // The file is part of the program and every test of this module reads it.
        Err(error) => unreachable!("built-in vocabulary: {error}"),
    };
    let words = |list: &[String]| list.iter().map(|word| words(word)).collect::<FxHashSet<String>>();
    let mut states = FxHashMap::default();
    for (state, list) in &file.states {
        if let Some(status) = Status::from_word(state) {
            states.extend(words(list).into_iter().map(|word| (word, status)));
        }
    }
    let mut decisions: FxHashMap<String, Option<OutcomeStatus>> = words(&file.processes).into_iter().map(|word| (word, None)).collect();
    for (decision, list) in &file.decisions {
        decisions.extend(words(list).into_iter().map(|word| (word, OutcomeStatus::from_word(decision))));
    }
    let nothing: FxHashSet<String> = file.nothing.iter().map(|word| folded(word).into_owned()).collect();
    let nobody = words(&file.nobody);
    let answers = words(&file.yes).into_iter().map(|word| (word, true)).chain(words(&file.no).into_iter().map(|word| (word, false)));
    Vocabulary {
        votes: words(&file.votes),
        nothing_begins: Beginnings::of(&nothing),
        nothing,
        totals: words(&file.totals),
        notes: words(&file.notes),
        nobody_begins: Beginnings::of(&nobody),
        nobody,
        answers: answers.collect(),
        states,
        stems: words(&file.stems).into_iter().collect(),
        decisions,
        guarded: words(&file.guarded),
        hides: words(&file.hides),
        publishes: words(&file.publishes),
        publication: words(&file.publication),
        moderation: words(&file.moderation),
        unmoderated: words(&file.unmoderated),
        showing: words(&file.showing),
        done: words(&file.done),
        undone: words(&file.undone),
        turned: words(&file.turned),
        either: words(&file.either),
        beside: words(&file.beside),
    }
});

/// The words of a text: small letters without accents, one space between; what is neither letter nor digit parts words. A text of signs
/// alone stays as it is.
pub fn words(text: &str) -> String {
    let plain = folded(text);
    let mut out = String::with_capacity(plain.len());
    for word in plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    if out.is_empty() { plain.into_owned() } else { out }
}

/// Whether a word names votes.
pub fn is_vote(word: &str) -> bool {
    VOCABULARY.votes.contains(&words(word))
}

/// Whether a cell says that nothing is known.
pub fn is_nothing(cell: &str) -> bool {
    // No such word is longer than twenty letters.
    cell.len() <= 32 && VOCABULARY.nothing_begins.may_begin(cell) && VOCABULARY.nothing.contains(folded(cell).as_ref())
}

/// Whether a cell is the label of a sum, an average or the like.
pub fn is_total(cell: &str) -> bool {
    cell.len() <= 64 && VOCABULARY.totals.contains(&words(cell))
}

/// Whether a cell begins as the label of a sum does ("Total général des projets"), which a title may as well.
pub fn begins_as_total(cell: &str) -> bool {
    let plain = words(cell);
    cell.len() <= 80
        && VOCABULARY.totals.iter().any(|word| plain.strip_prefix(word.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
}

/// Whether a cell names a part of a sum, as no title does.
pub fn is_subtotal(cell: &str) -> bool {
    let plain = words(cell);
    ["sous total", "sous totaux", "subtotal", "sub total", "subtotales"].iter().any(|word| plain.starts_with(word))
}

/// Whether a text begins as legends and notes below a table do: a word of them, then a colon, a number or the end.
pub fn is_note(cell: &str) -> bool {
    let head: String = cell.chars().take(40).collect();
    let (first, marked) = match head.find([':', '=', '–', '—', ',']) {
        Some(at) => (&head[..at], true),
        // "gez. Hans Müller", "Fdo. María López".
        None => match head.find(". ").filter(|at| *at <= 5) {
            Some(at) => (&head[..at], true),
            None => (head.as_str(), false),
        },
    };
    let first = words(first);
    let whole = VOCABULARY.notes.contains(&first);
    let begins = VOCABULARY.notes.iter().any(|word| first.strip_prefix(word.as_str()).is_some_and(|rest| rest.starts_with(' ')));
    whole || (begins && (marked || cell.chars().any(|c| c.is_ascii_digit())))
}

/// Whether a label names a part of a sum: "dont papier", "of which online".
pub fn is_part(cell: &str) -> bool {
    let plain = words(cell);
    cell.len() <= 60
        && ["dont ", "of which ", "including ", "de los cuales ", "de las cuales ", "davon ", "dels quals "]
            .iter()
            .any(|word| plain.starts_with(word))
}

/// Whether a name means nobody: anonymous, deleted, a word for nothing, or signs alone.
pub fn is_nobody(name: &str) -> bool {
    !name.chars().any(char::is_alphanumeric)
        || (name.len() <= 64 && (is_nothing(name) || (VOCABULARY.nobody_begins.may_begin(name) && VOCABULARY.nobody.contains(&words(name)))))
}

/// What a cell answers to "is it so?".
pub fn answer(cell: &str) -> Option<bool> {
    VOCABULARY.answers.get(&words(cell)).copied()
}

/// What a word says of publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It names a state of the model.
    Known(Status),
    /// It names a decision or a stage of a process, with what the model calls it; whether moderators may mean it too.
    Decision(Option<OutcomeStatus>, bool),
    /// Nobody knows it; whether it speaks of publication or moderation.
    Unknown(bool),
}

/// Looks a word of a status column up.
pub fn state(cell: &str) -> State {
    let plain = words(cell);
    if let Some(status) = VOCABULARY.states.get(&plain) {
        return State::Known(*status);
    }
    match VOCABULARY.decisions.get(&plain) {
        Some(outcome) => State::Decision(*outcome, VOCABULARY.guarded.contains(&plain)),
        None => State::Unknown(speaks_of_publication(&plain)),
    }
}

/// Whether a word speaks of publication or moderation at all.
fn speaks_of_publication(plain: &str) -> bool {
    let padded = format!(" {plain}");
    VOCABULARY.stems.iter().any(|stem| padded.match_indices(stem.as_str()).any(|(at, _)| padded[..at].ends_with(' ')))
}

/// Whether a word can only be about publication: published, hidden, online.
pub fn publishes_or_hides(cell: &str) -> bool {
    speaks_of_publication(&words(cell))
}

/// What a cell in a column of any name says of publication, where it can say nothing else: whether its row was public.
pub fn mark(cell: &str) -> Option<bool> {
    let plain = words(cell);
    match VOCABULARY.states.get(&plain) {
        Some(Status::Published) if speaks_of_publication(&plain) && !VOCABULARY.either.contains(&plain) => Some(true),
        Some(Status::Moderated | Status::Erased) if speaks_of_publication(&plain) && !VOCABULARY.either.contains(&plain) => Some(false),
        _ => None,
    }
}

/// Whether a header of publication may as well mean something else: `Public` is an audience in French.
pub fn is_ambiguous(name: &str) -> bool {
    words(name).split(' ').all(|word| word.starts_with("publi") || VOCABULARY.beside.contains(word))
        && words(name).split(' ').any(|word| matches!(word, "public" | "publique" | "publico" | "publica" | "pubblico" | "pubblica"))
}

/// What a header says of the publication of its rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Header {
    /// Filled cells hide: `hidden_at`, `masqué`, `ne pas publier`.
    Hides,
    /// Cells that do not say yes hide: `publié`, `visible ?`.
    Publishes,
    /// Its words are about publication: `statut de modération`.
    Publication,
}

/// Looks at the header of a column.
pub fn header(name: &str) -> Option<Header> {
    let plain = words(&split_camel(name));
    let tokens: Vec<&str> = plain.split(' ').collect();
    if VOCABULARY.publication.contains(&plain) {
        return Some(Header::Publication);
    }
    // "Moderation outcome", "résultat modération", but not its day, its number or who did it.
    let has = |list: &FxHashSet<String>| tokens.iter().any(|word| list.contains(*word));
    if has(&VOCABULARY.moderation) && !has(&VOCABULARY.unmoderated) {
        return Some(Header::Publication);
    }
    // "argument_trashedAt", "is_censored", "motif de suppression": filled, they say that something was done to the row.
    if has(&VOCABULARY.done) && !has(&VOCABULARY.undone) {
        return Some(Header::Hides);
    }
    if tokens.len() > 7 {
        return None;
    }
    // The longest run of words that is known, with nothing beside it but words that change nothing.
    for length in (1..=tokens.len()).rev() {
        for start in 0..=tokens.len() - length {
            let phrase = tokens[start..start + length].join(" ");
            let rest = || tokens[..start].iter().chain(&tokens[start + length..]).all(|word| VOCABULARY.beside.contains(*word));
            if VOCABULARY.hides.contains(&phrase) && rest() {
                return Some(Header::Hides);
            }
            // "published_at", "visible le": a date of publication, not an answer.
            let dated =
                || tokens[start + length..].iter().any(|word| matches!(*word, "at" | "le" | "on" | "el" | "am" | "il" | "em" | "date" | "timestamp"));
            let begins_dated = tokens[..start].iter().any(|word| matches!(*word, "date" | "datum" | "fecha" | "data"));
            if VOCABULARY.publishes.contains(&phrase) && rest() && !dated() && !begins_dated {
                return Some(Header::Publishes);
            }
        }
    }
    None
}

/// What a header means whose cells only say yes or no, where it has a word of publication or moderation: whether yes shows, or hides.
pub fn answers_about_publication(name: &str) -> Option<Header> {
    let plain = words(&split_camel(name));
    let has = |list: &FxHashSet<String>| plain.split(' ').any(|word| list.contains(word));
    // To publish somebody's name or picture is another question than to publish what they wrote.
    if [
        "nom", "name", "names", "nombre", "nom", "prenom", "author", "auteur", "autor", "photo", "image", "logo", "email", "mail", "adresse",
        "address",
    ]
    .iter()
    .any(|word| plain.split(' ').any(|other| other == *word))
    {
        return None;
    }
    match (has(&VOCABULARY.showing) || has(&VOCABULARY.moderation), has(&VOCABULARY.turned)) {
        (true, true) => Some(Header::Hides),
        (true, false) => Some(Header::Publishes),
        _ => None,
    }
}

/// `isHidden` as `is Hidden`.
pub fn split_camel(name: &str) -> Cow<'_, str> {
    let small_then_large = |pair: &[char]| pair[0].is_lowercase() && pair[1].is_uppercase();
    let chars: Vec<char> = name.chars().collect();
    if !chars.windows(2).any(small_then_large) {
        return Cow::Borrowed(name);
    }
    let mut out = String::with_capacity(name.len() + 4);
    for (at, c) in chars.iter().enumerate() {
        if at > 0 && small_then_large(&chars[at - 1..=at]) {
            out.push(' ');
        }
        out.push(*c);
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_of_publication_and_others() {
        for (name, expected) in [
            ("hidden_at", Some(Header::Hides)),
            ("isHidden", Some(Header::Hides)),
            ("Masqué (oui/non)", Some(Header::Hides)),
            ("Ne pas publier", Some(Header::Hides)),
            ("Nicht veröffentlichen", Some(Header::Hides)),
            ("visible", Some(Header::Publishes)),
            ("Publié ?", Some(Header::Publishes)),
            ("published_at", None),
            ("Publié le", None),
            ("date de publication", None),
            ("Statut de modération", Some(Header::Publication)),
            ("Moderation outcome", Some(Header::Publication)),
            ("Résultat de la modération (interne)", Some(Header::Publication)),
            ("Ergebnis der Moderation", Some(Header::Publication)),
            ("Date de modération", None),
            ("Modération par", None),
            ("Commentaires masqués", None),
            ("statut", None),
            ("title", None),
            ("non", None),
        ] {
            assert_eq!(header(name), expected, "{name}");
        }
    }

    #[test]
    fn words_of_status_columns() {
        assert_eq!(state("Publiée"), State::Known(Status::Published));
        assert_eq!(state("Non visible"), State::Unknown(true));
        assert_eq!(state("supprimée par le modérateur"), State::Unknown(true));
        assert_eq!(state("Retenu"), State::Decision(Some(OutcomeStatus::Accepted), false));
        assert_eq!(state("Refusé"), State::Decision(Some(OutcomeStatus::Refused), true));
        assert_eq!(state("Archivé"), State::Decision(None, true));
        assert_eq!(state("bleu"), State::Unknown(false));
    }

    #[test]
    fn nobody_has_many_names() {
        for name in ["Anonyme", "[deleted]", "n/a", "-", "Utilisateur supprimé", "Gelöschter Benutzer", "null", "—", "Deleted user", "sin nombre"]
        {
            assert!(is_nobody(name), "{name}");
        }
        for name in ["Anne", "Non", "Nil Armstrong", "Ana", "Association anonyme des lecteurs", "X1"] {
            assert!(!is_nobody(name), "{name}");
        }
    }
}
