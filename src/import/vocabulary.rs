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
    carried: Vec<String>,
    summaries: Vec<String>,
    notes: Vec<String>,
    nobody: Vec<String>,
    languages: BTreeMap<String, Vec<String>>,
    yes: Vec<String>,
    no: Vec<String>,
    states: BTreeMap<String, Vec<String>>,
    stems: Vec<String>,
    decisions: BTreeMap<String, Vec<String>>,
    processes: Vec<String>,
    guarded: Vec<String>,
    either: Vec<String>,
}

struct Vocabulary {
    votes: FxHashSet<String>,
    nothing: FxHashSet<String>,
    nothing_begins: Beginnings,
    totals: FxHashSet<String>,
    carried: FxHashSet<String>,
    summaries: FxHashSet<String>,
    notes: FxHashSet<String>,
    nobody: FxHashSet<String>,
    languages: FxHashMap<String, String>,
    nobody_begins: Beginnings,
    answers: FxHashMap<String, bool>,
    states: FxHashMap<String, Status>,
    stems: Vec<String>,
    decisions: FxHashMap<String, Option<OutcomeStatus>>,
    guarded: FxHashSet<String>,
    either: FxHashSet<String>,
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
    let mut languages = FxHashMap::default();
    for (code, names) in &file.languages {
        languages.extend(words(names).into_iter().map(|name| (name, code.clone())));
    }
    let nothing: FxHashSet<String> = file.nothing.iter().map(|word| folded(word).into_owned()).collect();
    let nobody = words(&file.nobody);
    let answers = words(&file.yes).into_iter().map(|word| (word, true)).chain(words(&file.no).into_iter().map(|word| (word, false)));
    Vocabulary {
        votes: words(&file.votes),
        nothing_begins: Beginnings::of(&nothing),
        nothing,
        totals: words(&file.totals),
        carried: words(&file.carried),
        summaries: words(&file.summaries),
        notes: words(&file.notes),
        nobody_begins: Beginnings::of(&nobody),
        nobody,
        languages,
        answers: answers.collect(),
        states,
        stems: words(&file.stems).into_iter().collect(),
        decisions,
        guarded: words(&file.guarded),
        either: words(&file.either),
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

/// Whether a cell is the label of a row that sums others up, as far as its words tell: one of them begins it, or "total" stands in it.
pub fn sums_up(cell: &str) -> bool {
    if cell.len() > 80 || cell.ends_with('?') {
        return false;
    }
    let plain = words(cell);
    let begins = |list: &FxHashSet<String>| {
        list.iter().any(|word| plain.strip_prefix(word.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
    };
    let holds = || {
        plain
            .split(' ')
            .any(|word| word.starts_with("total") || matches!(word, "summe" | "gesamtsumme" | "subtotal" | "sum" | "somma" | "suma" | "soma"))
    };
    cell.trim_start().starts_with(['Σ', '∑', '%']) || begins(&VOCABULARY.totals) || begins(&VOCABULARY.summaries) || holds()
}

/// Whether a cell carries a sum from one page to the next ("À reporter", "Report page 1").
pub fn is_carried(cell: &str) -> bool {
    let plain = words(cell);
    let plain = plain.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    cell.len() <= 60 && VOCABULARY.carried.contains(plain)
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

/// The code of a language that a cell names.
pub fn language(cell: &str) -> Option<&'static str> {
    if cell.len() <= 3 { None } else { VOCABULARY.languages.get(&words(cell)).map(String::as_str) }
}

/// What a cell answers to "is it so?".
pub fn answer(cell: &str) -> Option<bool> {
    // A sign loses itself among letters: a ballot crossed out is no "x".
    match cell.trim().trim_end_matches('\u{fe0f}') {
        "✘" | "✗" | "❌" | "✖" | "☐" | "⛔" | "🚫" | "👎" => return Some(false),
        "✔" | "✓" | "☑" | "✅" | "🗸" | "☒" | "👍" => return Some(true),
        // Some databases write it for yes, others for no.
        "-1" => return None,
        _ => {}
    }
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
    if let Some(outcome) = VOCABULARY.decisions.get(&plain) {
        return State::Decision(*outcome, VOCABULARY.guarded.contains(&plain));
    }
    // "non validé": what is said not to be published is about that too.
    let rest = plain.split_once(' ').filter(|(first, _)| matches!(*first, "non" | "not" | "no" | "pas" | "nicht" | "nao" | "niet" | "in"));
    let denied = rest.is_some_and(|(_, rest)| VOCABULARY.states.contains_key(rest));
    State::Unknown(denied || speaks_of_publication(&plain))
}

/// Whether a word speaks of publication or moderation at all.
fn speaks_of_publication(plain: &str) -> bool {
    let padded = format!(" {plain}");
    VOCABULARY.stems.iter().any(|stem| padded.match_indices(stem.as_str()).any(|(at, _)| padded[..at].ends_with(' ')))
}

/// Whether a word refuses or waits, as moderators do.
pub fn is_guarded(cell: &str) -> bool {
    cell.len() <= 64 && VOCABULARY.guarded.contains(&words(cell))
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
