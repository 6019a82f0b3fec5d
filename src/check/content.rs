//! What is wrong in what the association wrote, as far as it shows without any export. Each check is a function in the registry [`CHECKS`].

use rustc_hash::{FxHashMap, FxHashSet};

use crate::archive::{ConsultationConfig, ConsultationContent, Content, Licence};
use crate::diagnose::{Diagnostic, codes, did_you_mean};
use crate::model::Edition;
use crate::rank::RANKINGS;
use crate::read::is_slug;
use crate::seal;

/// Where what concerns the whole archive is written.
const FILE: &str = "content/archive.yaml";

/// Faults of one sort for which a guess is made.
const GUESSED: usize = 20;

/// A check: gives what it finds.
type Check = fn(&Content) -> Vec<Diagnostic>;

/// All checks, in the order in which they are told. Adding one is one function and one line.
const CHECKS: &[Check] =
    &[base_address, licence, publisher, accessibility, editions, featured, dates, ranking, topics, dated_sources, keywords, former_slugs];

/// Runs them all.
pub fn check_content(content: &Content) -> Vec<Diagnostic> {
    CHECKS.iter().flat_map(|check| check(content)).collect()
}

/// What a check finds in each consultation.
fn of_each(content: &Content, find: impl Fn(&ConsultationContent, &ConsultationConfig) -> Vec<Diagnostic>) -> Vec<Diagnostic> {
    content.consultations.iter().flat_map(|consultation| find(consultation, &consultation.config)).collect()
}

/// A value that is none of those that may stand there.
fn wrong(column: &str, value: &str, near: &str, content: &Content, path: &str) -> Diagnostic {
    Diagnostic::new(codes::BAD_VALUE).file(FILE).column(column).arg("value", value).arg("near", near).at_key(&content.yaml, path)
}

/// The public address must be one.
fn base_address(content: &Content) -> Vec<Diagnostic> {
    let sound =
        |url: &str| oxrdf::NamedNode::new(url).is_ok() && (url.starts_with("https://") || url.starts_with("http://")) && !url.contains(['?', '#']);
    match &content.config.base_url {
        None => vec![Diagnostic::new(codes::NO_BASE_URL).file(FILE)],
        Some(url) if !sound(url) => {
            vec![Diagnostic::new(codes::BAD_BASE_URL).file(FILE).column("base_url").arg("value", url).at_key(&content.yaml, "base_url")]
        }
        Some(_) => Vec::new(),
    }
}

/// A licence that is known, for others must know what they may do.
fn licence(content: &Content) -> Vec<Diagnostic> {
    match content.config.licence.as_deref() {
        None => vec![Diagnostic::new(codes::NO_LICENCE).file(FILE).column("licence")],
        Some(id) if Licence::find(id).is_none() => {
            let known = Licence::all();
            vec![wrong("licence", id, did_you_mean(id, known.iter().map(|licence| licence.id.as_str())).unwrap_or_default(), content, "licence")]
        }
        Some(_) => Vec::new(),
    }
}

/// Who publishes, and whom to ask.
fn publisher(content: &Content) -> Vec<Diagnostic> {
    let publisher = &content.config.publisher;
    // What only portals miss is said once there is an address for them.
    let missing = [("name", publisher.name.is_empty()), ("email", publisher.email.is_none())];
    let missing = missing.into_iter().filter(|(_, missing)| *missing && content.config.base_url.is_some());
    let mut found: Vec<Diagnostic> =
        missing.map(|(what, _)| Diagnostic::new(codes::NO_CONTACT).file(FILE).column("publisher").arg("what", what)).collect();
    if let Some(siret) = publisher.siret.as_deref().filter(|siret| siret.len() != 14 || !siret.bytes().all(|b| b.is_ascii_digit())) {
        found.push(wrong("siret", siret, "", content, "publisher/siret"));
    }
    found
}

/// The day of an audit is a day.
fn accessibility(content: &Content) -> Vec<Diagnostic> {
    let day = content.config.accessibility.audited.as_deref().filter(|day| crate::normalise::day(day).is_none());
    day.map(|day| wrong("audited", day, "2024-03-31", content, "accessibility/audited")).into_iter().collect()
}

/// Closed editions fit together.
fn editions(content: &Content) -> Vec<Diagnostic> {
    of_each(content, |consultation, _| seal::history(&content.editions, &consultation.slug).err().into_iter().collect())
}

/// What the front page features is there.
fn featured(content: &Content) -> Vec<Diagnostic> {
    let unknown = content.config.featured.iter().enumerate().filter(|(_, slug)| content.consultations.iter().all(|known| known.slug != **slug));
    unknown
        .map(|(at, slug)| {
            let near = did_you_mean(slug, content.consultations.iter().map(|c| c.slug.as_str())).unwrap_or_default();
            let told = Diagnostic::new(codes::FEATURED_UNKNOWN).file(FILE).column("featured").arg("value", slug).arg("near", near);
            told.at_key(&content.yaml, &format!("featured/{at}"))
        })
        .collect()
}

/// First and last day, which portals ask for.
fn dates(content: &Content) -> Vec<Diagnostic> {
    of_each(content, |consultation, config| {
        let lacking = if config.opened.is_none() { Some("opened") } else { config.closed.is_none().then_some("closed") };
        let lacking = lacking.filter(|_| content.config.base_url.is_some());
        lacking.map(|column| Diagnostic::new(codes::NO_DATES).file(&consultation.file).column(column)).into_iter().collect()
    })
}

/// The ranking that is shown first exists.
fn ranking(content: &Content) -> Vec<Diagnostic> {
    of_each(content, |consultation, config| {
        let unknown = config.ranking.as_deref().filter(|id| RANKINGS.iter().all(|ranking| ranking.id() != *id));
        let told = unknown.map(|id| {
            let known = RANKINGS.iter().map(|ranking| ranking.id()).collect::<Vec<_>>().join(", ");
            let near = did_you_mean(id, RANKINGS.iter().map(|ranking| ranking.id())).unwrap_or_default();
            let told = Diagnostic::new(codes::RANKING_UNKNOWN).file(&consultation.file).column("ranking").arg("value", id);
            told.arg("near", near).arg("known", known).at_key(&consultation.yaml, "ranking")
        });
        told.into_iter().collect()
    })
}

/// Topics lie below topics that are there, and not below themselves.
fn topics(content: &Content) -> Vec<Diagnostic> {
    of_each(content, |consultation, config| {
        let parents: FxHashMap<&str, Option<&str>> = config.topics.iter().map(|topic| (&*topic.id, topic.parent.as_deref())).collect();
        let endless = endless(&parents);
        let mut found = Vec::new();
        for (number, topic) in config.topics.iter().enumerate() {
            let told = |code| Diagnostic::new(code).file(&consultation.file).column("topics").arg("id", &topic.id);
            let path = format!("topics/{number}/parent");
            if let Some(parent) = topic.parent.as_deref().filter(|parent| !parents.contains_key(parent)) {
                // Each is compared with all: who reads so many knows by then what is meant.
                let near = (found.len() < GUESSED).then(|| did_you_mean(parent, config.topics.iter().map(|t| t.id.as_str()))).flatten();
                found.push(
                    told(codes::TOPIC_UNKNOWN_PARENT).arg("value", parent).arg("near", near.unwrap_or_default()).at_key(&consultation.yaml, &path),
                );
            }
            if endless.contains(&*topic.id) {
                found.push(told(codes::TOPIC_LOOP).at_key(&consultation.yaml, &path));
            }
        }
        found
    })
}

/// Those whose parents lead to no top: each is walked over once.
fn endless<'t>(parents: &FxHashMap<&'t str, Option<&'t str>>) -> FxHashSet<&'t str> {
    let mut ends: FxHashMap<&str, bool> = FxHashMap::default();
    for &start in parents.keys() {
        let (mut at, mut way) = (Some(start), Vec::new());
        let mut met = FxHashSet::default();
        let end = loop {
            match at {
                None => break true,
                Some(id) => match ends.get(id) {
                    Some(known) => break *known,
                    None if !met.insert(id) => break false,
                    None => way.push(id),
                },
            }
            at = at.and_then(|id| parents.get(id).copied().flatten());
        };
        ends.extend(way.into_iter().map(|id| (id, end)));
    }
    ends.into_iter().filter(|(_, ends)| !ends).map(|(id, _)| id).collect()
}

/// The days of exports are days.
fn dated_sources(content: &Content) -> Vec<Diagnostic> {
    of_each(content, |consultation, config| {
        let dated = config.sources.iter().enumerate().filter_map(|(at, source)| Some((at, source.edition.as_deref()?)));
        dated
            .filter(|(_, day)| Edition::parse(day).is_none())
            .map(|(at, day)| {
                // A date of another form is one the user can mean.
                let near = crate::import::parse_date(day).map(|stamp| stamp.civil).map(|c| format!("{:04}-{:02}-{:02}", c.year, c.month, c.day));
                let told = Diagnostic::new(codes::BAD_EDITION).file(&consultation.file).column("edition").arg("value", day);
                told.arg("near", near.unwrap_or_default()).at_key(&consultation.yaml, &format!("sources/{at}/edition"))
            })
            .collect()
    })
}

/// Keywords are what catalogues take for one.
fn keywords(content: &Content) -> Vec<Diagnostic> {
    of_each(content, |consultation, config| {
        let strange = config.keywords.iter().enumerate().filter(|(_, keyword)| crate::catalogue::plain_keyword(keyword).is_none());
        let told = |(at, keyword): (usize, &String)| {
            let told = Diagnostic::new(codes::BAD_VALUE).file(&consultation.file).column("keywords").arg("value", keyword);
            told.at_key(&consultation.yaml, &format!("keywords/{at}"))
        };
        strange.map(told).collect()
    })
}

/// Former names can stand in an address.
fn former_slugs(content: &Content) -> Vec<Diagnostic> {
    of_each(content, |consultation, config| {
        let strange = config.former_slugs.iter().enumerate().filter(|(_, slug)| !is_slug(slug));
        let told = |(at, slug): (usize, &String)| {
            let told = Diagnostic::new(codes::BAD_SLUG).file(&consultation.file).column("former_slugs").arg("name", slug);
            told.at_key(&consultation.yaml, &format!("former_slugs/{at}"))
        };
        strange.map(told).collect()
    })
}
