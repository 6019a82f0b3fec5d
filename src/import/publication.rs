//! What a header or a word says of the publication of its rows, read as a sentence: `publication.yaml` has the words, by their beginnings.
//! A negation or a refusal turns what it stands with; words of which nobody knows the meaning are told, for the cells to decide.

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use super::vocabulary::{self, State, split_camel, words};
use crate::model::Status;

/// What a word does in such a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Show,
    Showing,
    EitherShow,
    Hide,
    Hiding,
    EitherHide,
    Moderation,
    Moderator,
    Waiting,
    Negation,
    Refusal,
    Permit,
    Reason,
    Date,
    Number,
    Agent,
    State,
    Level,
    Thing,
    /// What stands beside texts as an answer to them, and is a text elsewhere.
    Answer,
    /// A name, which somebody may not want to be shown.
    Name,
    Anonymous,
    /// Somebody, or what else may be shown.
    Person,
    Other,
    Filler,
    Unknown,
}

impl Class {
    fn shows(self) -> bool {
        matches!(self, Self::Show | Self::Showing | Self::EitherShow)
    }

    fn hides(self) -> bool {
        matches!(self, Self::Hide | Self::Hiding | Self::EitherHide)
    }

    fn is_either(self) -> bool {
        matches!(self, Self::EitherShow | Self::EitherHide)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    phrases: FxHashMap<String, String>,
    shows: Vec<String>,
    showings: Vec<String>,
    either_shows: Vec<String>,
    hides: Vec<String>,
    hidings: Vec<String>,
    either_hides: Vec<String>,
    moderation: Vec<String>,
    moderators: Vec<String>,
    waiting: Vec<String>,
    negations: Vec<String>,
    refusals: Vec<String>,
    permits: Vec<String>,
    reasons: Vec<String>,
    dates: Vec<String>,
    numbers: Vec<String>,
    agents: Vec<String>,
    states: Vec<String>,
    levels: Vec<String>,
    things: Vec<String>,
    answers: Vec<String>,
    notes: Vec<String>,
    passed: Vec<String>,
    failed: Vec<String>,
    refused: Vec<String>,
    rights: Vec<String>,
    uses_of_rights: Vec<String>,
    orders: Vec<String>,
    passive: Vec<String>,
    names: Vec<String>,
    anonymous: Vec<String>,
    persons: Vec<String>,
    others: Vec<String>,
    fillers: Vec<String>,
}

struct Words {
    /// Headers that ask about a row, without their things and fillers.
    asked: FxHashMap<String, Asked>,
    notes: FxHashSet<String>,
    uses_of_rights: Vec<String>,
    orders: FxHashSet<String>,
    /// Words by which something is told to have been done.
    passive: FxHashSet<String>,
    phrases: Vec<(String, String)>,
    whole: FxHashMap<String, Class>,
    begins: FxHashMap<String, Class>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let file: File = match serde_yaml::from_str(include_str!("publication.yaml")) {
        Ok(file) => file,
        // The file is part of the program and every test of this module reads it.
        Err(error) => unreachable!("built-in words of publication: {error}"),
    };
    let lists = [
        (Class::Show, &file.shows),
        (Class::Showing, &file.showings),
        (Class::EitherShow, &file.either_shows),
        (Class::Hide, &file.hides),
        (Class::Hiding, &file.hidings),
        (Class::EitherHide, &file.either_hides),
        (Class::Moderation, &file.moderation),
        (Class::Moderator, &file.moderators),
        (Class::Waiting, &file.waiting),
        (Class::Negation, &file.negations),
        (Class::Refusal, &file.refusals),
        (Class::Permit, &file.permits),
        (Class::Reason, &file.reasons),
        (Class::Date, &file.dates),
        (Class::Number, &file.numbers),
        (Class::Agent, &file.agents),
        (Class::State, &file.states),
        (Class::Level, &file.levels),
        (Class::Answer, &file.answers),
        (Class::Thing, &file.things),
        (Class::Name, &file.names),
        (Class::Anonymous, &file.anonymous),
        (Class::Person, &file.persons),
        (Class::Other, &file.others),
        (Class::Filler, &file.fillers),
    ];
    let (mut whole, mut begins) = (FxHashMap::default(), FxHashMap::default());
    for (class, list) in lists {
        for word in list {
            match word.strip_suffix('*') {
                Some(stem) => begins.entry(words(stem)).or_insert(class),
                None => whole.entry(words(word)).or_insert(class),
            };
        }
    }
    let mut phrases: Vec<_> = file.phrases.into_iter().map(|(from, to)| (format!(" {} ", words(&from)), format!(" {to} "))).collect();
    // Longer ones first: "mise hors ligne" is no "hors ligne".
    phrases.sort_by(|one, other| (other.0.len(), &one.0).cmp(&(one.0.len(), &other.0)));
    let list = |asked: Asked, list: &[String]| list.iter().map(move |word| (words(word), asked)).collect::<Vec<_>>();
    let asked = [
        list(Asked::Passed, &file.passed),
        list(Asked::Failed, &file.failed),
        list(Asked::Refused, &file.refused),
        list(Asked::Rights, &file.rights),
    ];
    let set = |list: &[String]| list.iter().map(|word| words(word)).collect();
    Words {
        asked: asked.into_iter().flatten().collect(),
        notes: set(&file.notes),
        uses_of_rights: file.uses_of_rights.iter().map(|word| words(word)).collect(),
        orders: set(&file.orders),
        passive: set(&file.passive),
        phrases,
        whole,
        begins,
    }
});

fn class(word: &str) -> Class {
    if let Some(class) = WORDS.whole.get(word) {
        return *class;
    }
    let ends = word.char_indices().map(|(at, c)| at + c.len_utf8()).rev();
    ends.filter(|end| *end > 2).find_map(|end| WORDS.begins.get(&word[..end]).copied()).unwrap_or(Class::Unknown)
}

/// What a header says of the publication of its rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sense {
    /// Filled cells hide: `hidden_at`, `masqué`, `ne pas publier`.
    Hides,
    /// Cells that do not say yes hide: `publié`, `visible ?`.
    Publishes,
    /// Its words are about publication: `statut de modération`.
    Publication,
}

/// A header of publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said {
    /// What it says.
    pub sense: Sense,
    /// Every word of it is known; else its cells must agree.
    pub sure: bool,
    /// Its words of publication are of places, audiences and channels too.
    pub either: bool,
    /// It asks whether somebody agreed.
    pub permits: bool,
    /// It asks why, so that words below it are no answer.
    pub reason: bool,
    /// It names moderation alone, which traffic has as well.
    pub moderates: bool,
    /// A day of moderation: of nothing where every row has one.
    pub reviewed: bool,
    /// It asks who did it, or how many.
    pub aside: bool,
    /// "Not hidden": where it is empty nothing is said.
    pub exception: bool,
}

/// Words of a header beyond which it is a text.
const LONGEST: usize = 32;

/// Its words with what they do, without what only enumerates answers ("oui/non", "ou non").
fn sentence(text: &str) -> Vec<Class> {
    let numbered = text.trim_start().get(..3).is_some_and(|begin| begin.eq_ignore_ascii_case("no."));
    let mut plain = format!(" {} ", words(&split_camel(text)));
    for (from, to) in &WORDS.phrases {
        if plain.contains(from.as_str()) {
            plain = plain.replace(from.as_str(), to);
        }
    }
    // "Nichtveröffentlichung"
    let tokens: Vec<&str> = plain
        .split_whitespace()
        .flat_map(|token| match token.strip_prefix("nicht").filter(|rest| rest.len() > 4) {
            Some(rest) => [Some("nicht"), Some(rest)],
            None => [Some(token), None],
        })
        .flatten()
        .collect();
    let joins = |word: &str| matches!(word, "ou" | "or" | "oder" | "o" | "of");
    let answer = |at: usize| tokens.get(at).and_then(|word| vocabulary::answer(word)).filter(|_| tokens[at] != "x" && tokens[at] != "o");
    let mut classes = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        let joined = usize::from(tokens.get(at + 1).is_some_and(|word| joins(word)));
        if let (Some(first), Some(second)) = (answer(at), answer(at + 1 + joined))
            && first != second
        {
            at += 2 + joined;
            continue;
        }
        if joins(tokens[at]) && at + 2 == tokens.len() && class(tokens[at + 1]) == Class::Negation {
            break;
        }
        classes.push(if at == 0 && numbered { Class::Number } else { class(tokens[at]) });
        // "publié le", "hidden on": a day only at the end.
        if classes.last() == Some(&Class::Date)
            && matches!(tokens[at], "le" | "on" | "at" | "am" | "el" | "il" | "em" | "dal")
            && (at + 1 < tokens.len() || at == 0)
        {
            classes.pop();
            classes.push(Class::Filler);
        }
        // "ne … pas" turns once.
        if tokens[at] == "ne" && tokens[at..].iter().any(|word| matches!(*word, "pas" | "jamais" | "plus")) {
            classes.pop();
            classes.push(Class::Filler);
        }
        at += 1;
    }
    classes
}

/// Whether what a sentence says is turned, and whether its words of hiding are.
fn turned(classes: &[Class]) -> (bool, bool) {
    let (mut turned, mut unhidden) = (false, false);
    let mut at = 0;
    while at < classes.len() {
        if !matches!(classes[at], Class::Negation | Class::Refusal) {
            at += 1;
            continue;
        }
        let (mut negations, mut refused, mut end) = (0, false, at);
        while let Some(class @ (Class::Negation | Class::Refusal | Class::Filler | Class::Date)) = classes.get(end) {
            negations += usize::from(*class == Class::Negation);
            refused |= *class == Class::Refusal;
            end += 1;
        }
        let odd = (negations + usize::from(refused)) % 2 == 1;
        turned |= odd;
        unhidden |=
            odd && !refused && classes[end..].iter().find(|class| !matches!(class, Class::Thing | Class::Answer)).is_some_and(|class| class.hides());
        at = end;
    }
    (turned, unhidden)
}

/// Looks at the header of a column.
pub fn header(name: &str) -> Option<Said> {
    if name.len() > 400 {
        return None;
    }
    let mut classes = sentence(name);
    // An answer is a text like others here.
    classes.iter_mut().filter(|class| **class == Class::Answer).for_each(|class| *class = Class::Thing);
    if classes.len() > LONGEST {
        return None;
    }
    let is_stem = |class: &Class| class.shows() || class.hides() || *class == Class::Moderation;
    let first = classes.iter().position(is_stem).or_else(|| classes.iter().position(|class| *class == Class::Moderator))?;
    let moderators = classes.contains(&Class::Moderator);
    // Who did it is no part of what was done.
    let agent = classes[first..].iter().position(|class| *class == Class::Agent).map(|at| first + at);
    if let Some(agent) = agent.filter(|_| !matches!(classes[first], Class::Moderator)) {
        classes.truncate(agent);
    }
    let has = |class: Class| classes.contains(&class);
    // Whose name is shown is another question; who agrees or refuses is not.
    let asked = has(Class::Refusal) || has(Class::Permit) || has(Class::Negation);
    let other = |class: &Class| matches!(class, Class::Other | Class::Person | Class::Name);
    let others = !asked || has(Class::Name) || classes[first.min(classes.len())..].iter().any(other);
    if classes.iter().any(other) && !has(Class::Thing) && others {
        return None;
    }
    // "Publication anonyme" asks for the name, "ne pas publier / anonyme" for the text.
    if has(Class::Anonymous) && !has(Class::Negation) && !has(Class::Refusal) && !classes.iter().any(|class| class.hides()) {
        return None;
    }
    let shows = classes.iter().any(|class| class.shows());
    let hides = classes.iter().any(|class| class.hides());
    let moderation = has(Class::Moderation);
    let stems = || classes.iter().filter(|class| is_stem(class));
    let either = stems().count() > 0 && stems().all(|class| class.is_either());
    let noun = !classes.iter().any(|class| matches!(class, Class::Show | Class::Hide | Class::EitherHide | Class::EitherShow));
    let sure = !has(Class::Unknown);
    let unknown_before = classes[..first.min(classes.len())].contains(&Class::Unknown);
    // "Hidden costs", "Masque solaire": what stands beside is the thing, but for a word of how ("supprimé provisoirement").
    let qualified = classes.get(first + 1) == Some(&Class::Unknown) && !(name.contains("ment") || name.contains("ly"));
    let (refused, permits) = (has(Class::Refusal), has(Class::Permit));
    let enumerates =
        name.contains(['/', '|', ',']) || [" ou ", " or ", " oder ", " o ", " et "].iter().any(|join| name.to_lowercase().contains(join));
    let (turned, unhidden) = turned(&classes);
    let turned = turned && !(permits && refused && enumerates);
    let stated = has(Class::State) || has(Class::Level);
    // "Interdit au public" says who may enter.
    if either && refused && !has(Class::Thing) {
        return None;
    }
    let (reason, dated) = (has(Class::Reason), has(Class::Date));
    let mut exception = false;
    let sense = match (shows, hides) {
        (true, true) if either => return None,
        (true, true) if enumerates && !turned => Sense::Publication,
        (_, true) if unhidden && !reason => {
            exception = true;
            Sense::Publishes
        }
        (true, true) => Sense::Hides,
        (true, false) if turned => Sense::Hides,
        // A day or a reason of publication is no answer.
        (true, false) if dated || reason => return None,
        (true, false) if stated || moderation => Sense::Publication,
        (true, false) => Sense::Publishes,
        (false, true) if stated && noun => Sense::Publication,
        (false, true) => Sense::Hides,
        (false, false) if turned || reason || has(Class::Waiting) => Sense::Hides,
        (false, false) if moderation && dated => Sense::Hides,
        (false, false) if moderation && (agent.is_some() || has(Class::Number) || moderators && !stated) => return None,
        (false, false) if moderation || stated || permits => Sense::Publication,
        (false, false) => return None,
    };
    let likely = !either
        && ((dated && has(Class::Hide))
            || permits
            || (turned && shows && !noun && !qualified)
            || (refused && turned)
            || (!noun && !unknown_before && !qualified)
            || (!shows && !hides));
    (sure || likely).then_some(Said {
        sense,
        sure,
        either,
        permits: permits && sense == Sense::Publishes && !exception,
        reason,
        moderates: !shows && !hides,
        reviewed: !shows && !hides && dated && !turned,
        aside: sense != Sense::Hides && agent.is_some() || has(Class::Number),
        exception,
    })
}

/// Whether a header asks if the author is named: filled cells are of anonymous rows (`true`: `anonyme`, `masquer le nom`), or cells that do
/// not say yes (`false`: `nom visible`, `publier mon nom`).
pub fn names_authors(name: &str) -> Option<bool> {
    if name.len() > 400 {
        return None;
    }
    let classes = sentence(name);
    let has = |class: Class| classes.contains(&class);
    let named = has(Class::Name) || has(Class::Person);
    if classes.len() > LONGEST || has(Class::Other) || has(Class::Answer) || has(Class::Number) || has(Class::Date) || has(Class::Reason) {
        return None;
    }
    let (turned, unhidden) = turned(&classes);
    let known = !has(Class::Unknown);
    if has(Class::Anonymous) {
        // "Votes anonymes" are counted, "contribution anonyme" is asked.
        return (known || classes.first() == Some(&Class::Anonymous) || has(Class::Permit)).then_some(!turned);
    }
    let (shows, hides) = (classes.iter().any(|class| class.shows()), classes.iter().any(|class| class.hides()));
    if !named || has(Class::Thing) || !(shows || hides) || (shows && hides) {
        return None;
    }
    // "L'auteur accepte la publication" is about the text.
    if !has(Class::Name) && (has(Class::Permit) || has(Class::Refusal)) {
        return None;
    }
    Some(if hides { !(turned && unhidden) } else { turned })
}

/// Whether a header names a state and nothing else: its words tell of what.
pub fn names_a_state(name: &str) -> bool {
    let classes = sentence(name);
    classes.len() <= 6
        && classes.contains(&Class::State)
        && classes.iter().all(|class| matches!(class, Class::State | Class::Thing | Class::Answer | Class::Filler | Class::Agent))
}

/// What a header asks about its rows without a word of publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Whether they passed: `approved`, `is_active`, `respect de la charte`.
    Passed,
    /// Whether they did not: `disabled`.
    Failed,
    /// Why they were refused: by moderators, where no decision stands beside.
    Refused,
    /// Whether somebody used a right over their data.
    Rights,
}

/// The words of a header that are neither things nor fillers.
fn essence(name: &str) -> String {
    let plain = words(&split_camel(name));
    let essential = |word: &&str| match class(word) {
        Class::Thing | Class::Answer | Class::Filler => false,
        // "respecte le règlement"
        Class::Date => word.len() > 3,
        _ => true,
    };
    let kept: Vec<&str> = plain.split(' ').filter(essential).collect();
    kept.join(" ")
}

/// Looks at a header that does not speak of publication.
pub fn asks(name: &str) -> Option<Asked> {
    if name.len() > NOTICE {
        return None;
    }
    let plain = words(&split_camel(name));
    // An opposition to a project is none to a publication.
    WORDS.asked.get(&plain).or_else(|| WORDS.asked.get(&essence(name)).filter(|asked| **asked != Asked::Rights)).copied()
}

/// Whether a header is of notes that somebody took beside the texts.
pub fn is_notes(name: &str) -> bool {
    name.len() <= NOTICE && (WORDS.notes.contains(&words(name)) || WORDS.notes.contains(&essence(name)))
}

/// Whether a header is of the answer to a row and of nothing else that is published.
pub fn is_of_answer(name: &str) -> bool {
    let classes = sentence(name);
    classes.len() <= LONGEST && classes.contains(&Class::Answer) && !classes.contains(&Class::Thing)
}

/// Whether a header names the day of publication: `publié le`, `published_at`, `Publication`.
pub fn tells_day(name: &str) -> bool {
    if name.len() > NOTICE {
        return false;
    }
    let classes = sentence(name);
    let has = |class: Class| classes.contains(&class);
    let shows = classes.iter().filter(|class| class.shows()).count() == 1 && !classes.iter().any(|class| class.is_either());
    let dated = has(Class::Date) || (has(Class::Showing) && classes.len() == 1);
    let plain = |class: &Class| class.shows() || matches!(class, Class::Date | Class::Filler | Class::Thing);
    shows && dated && classes.iter().all(plain)
}

/// Whether a cell is a bare "no, never".
pub fn denies(cell: &str) -> bool {
    let classes = if cell.len() <= NOTICE { sentence(cell) } else { Vec::new() };
    (1..=3).contains(&classes.len()) && classes.contains(&Class::Negation)
}

/// Whether a cell says that something waits for somebody: "à valider".
pub fn waits(cell: &str) -> bool {
    cell.len() <= MARK && sentence(cell).contains(&Class::Waiting)
}

/// Whether a cell beside the name of a law on data says that somebody used a right: "effacement demandé".
pub fn uses_right(cell: &str) -> bool {
    let plain = format!(" {}", words(cell));
    cell.len() <= MARK && WORDS.uses_of_rights.iter().any(|word| plain.contains(&format!(" {word}")))
}

/// Whether a note orders to hide its row, or says that it is: "à supprimer", "modéré", "ne pas publier".
pub fn orders(cell: &str) -> bool {
    if cell.len() > MARK || !cell.bytes().any(|byte| byte.is_ascii_alphabetic()) {
        return false;
    }
    let plain = words(cell);
    let hidden = matches!(vocabulary::state(cell), State::Known(Status::Moderated | Status::Erased)) && class(&plain) == Class::Hide;
    hidden || WORDS.orders.contains(&plain) || forbids(cell) || takes_down(cell)
}

/// What a cell says of publication, as a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Its row was shown, and nothing else.
    Shows,
    /// Its row was not.
    Hides,
    /// It speaks of that with words that nobody knows.
    Speaks,
    /// Somebody agreed; somebody did not.
    Agrees(bool),
    /// Nothing.
    Plain,
}

/// Bytes that such a cell has at most.
const MARK: usize = 80;

/// Looks at a cell. What names places and audiences too says nothing here.
pub fn mark(cell: &str) -> Mark {
    if cell.len() > MARK || !cell.chars().any(char::is_alphabetic) {
        return Mark::Plain;
    }
    let classes = sentence(cell);
    let has = |class: Class| classes.contains(&class);
    // Nouns are topics as often: "Visibilité", "Suppression d'arbres".
    let shows = has(Class::Show) || (has(Class::Showing) && (has(Class::Permit) || has(Class::Refusal) || has(Class::Negation)));
    let hides = has(Class::Hide);
    let moderates = has(Class::Moderation) || has(Class::Moderator);
    let (turned, unhidden) = turned(&classes);
    let public = classes.contains(&Class::EitherShow);
    let sure = ![Class::Unknown, Class::Other, Class::Person, Class::Name, Class::Anonymous].iter().any(|class| has(*class));
    match (shows, hides) {
        (_, true) if unhidden => Mark::Speaks,
        (true, true) => Mark::Speaks,
        (_, true) if sure => Mark::Hides,
        (true, _) if turned && sure => Mark::Hides,
        (true, _) if sure && !has(Class::Waiting) => Mark::Shows,
        (false, false) if moderates && (turned || has(Class::Waiting)) => Mark::Hides,
        (false, false) if !moderates && !public && has(Class::Permit) && sure => Mark::Agrees(!turned),
        (false, false) if !moderates && !public && has(Class::Refusal) && sure => Mark::Agrees(!turned),
        (false, false) if !moderates => Mark::Plain,
        _ => Mark::Speaks,
    }
}

/// Whether a title says of all that stands below it that it was not shown: of a section, a sheet, a list ("Propositions masquées",
/// `hidden_proposals`).
pub fn hides_below(title: &str) -> bool {
    let title = title.trim();
    title.len() <= MARK && title.chars().any(char::is_alphabetic) && (says_hidden(title) || says_hidden(&singular(title)))
}

/// The words of a title without the s of a plural.
fn singular(title: &str) -> String {
    let plain = words(&split_camel(title));
    let one = plain.split(' ').map(|word| word.strip_suffix('s').filter(|one| one.len() > 3).unwrap_or(word));
    one.collect::<Vec<_>>().join(" ")
}

fn says_hidden(title: &str) -> bool {
    let said = header(title).is_some_and(|said| {
        said.sure
            && !said.either
            && !said.aside
            && !said.reason
            && (said.sense == Sense::Hides || (said.moderates && said.sense == Sense::Publication))
    });
    let classes = sentence(title);
    // A noun alone is a topic ("Retraites", "Suppression"); words nobody knows may stand behind what was not shown.
    let noun = classes.iter().any(|class| matches!(class, Class::Hiding | Class::EitherHide))
        && !classes.iter().any(|class| matches!(class, Class::Hide | Class::Moderation | Class::Moderator | Class::Negation | Class::Refusal));
    let things = classes.first() == Some(&Class::Thing) && classes.contains(&Class::Hide) && classes.len() <= 6 && !turned(&classes).0;
    (said && !noun)
        || things
        || mark(title) == Mark::Hides
        || forbids(title)
        || matches!(vocabulary::state(title), State::Known(state) if state != Status::Published)
}

/// Whether a cell forbids to show its row, in so many words: "ne pas publier".
pub fn forbids(cell: &str) -> bool {
    if cell.len() > MARK || cell.len() < 6 {
        return false;
    }
    let classes = sentence(cell);
    classes.contains(&Class::Show) && !classes.contains(&Class::Unknown) && turned(&classes).0 && classes.len() <= 8
}

/// Bytes that a notice in the place of a text has at most.
const NOTICE: usize = 160;

/// Whether a text only says that there was one: "[supprimé par la modération]", "This comment was deleted".
pub fn takes_down(text: &str) -> bool {
    if text.len() > NOTICE || text.len() < 6 {
        return false;
    }
    let plain = without_tags(text);
    let plain = plain.trim();
    let inner =
        plain.trim_matches(|c: char| matches!(c, '[' | ']' | '(' | ')' | '<' | '>' | '{' | '}' | '*' | '_' | '-' | '–' | '—' | '«' | '»' | ' '));
    let framed = plain.starts_with(['[', '(', '<', '{', '*']) && plain.ends_with([']', ')', '>', '}', '*']) && inner.len() < plain.len();
    // Read as a sentence is only what has a word of hiding at all: most texts have none.
    let told = words(inner);
    if !told.split(' ').any(|word| class(word) == Class::Hide) {
        return false;
    }
    let classes = sentence(inner);
    let gone = |word: &str| matches!(vocabulary::state(word), State::Known(Status::Erased | Status::Withdrawn | Status::Moderated));
    let is_gone = inner.split_whitespace().any(|word| gone(word) && class(&words(word)) == Class::Hide);
    if !is_gone || turned(&classes).0 || classes.iter().any(|class| class.shows()) {
        return false;
    }
    let unknown = classes.iter().filter(|class| **class == Class::Unknown).count();
    if framed {
        return unknown <= 2;
    }
    // "Commentaire supprimé", "This comment was removed by a moderator"; a text about texts that went is none of them.
    let told = told.split(' ').any(|word| WORDS.passive.contains(word));
    let of_text = classes.iter().any(|class| matches!(class, Class::Thing | Class::Answer));
    unknown == 0 && classes.len() <= 12 && (classes.len() == 1 || (of_text && (classes.len() == 2 || told)))
}

/// A short text without its tags.
fn without_tags(text: &str) -> Cow<'_, str> {
    if !text.trim_start().starts_with('<') || !text.contains("</") {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut inside = false;
    for c in text.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            c if !inside => out.push(c),
            _ => {}
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
#[path = "publication_tests.rs"]
mod tests;
