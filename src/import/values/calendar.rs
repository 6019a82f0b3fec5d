//! Names of months and weekdays in twenty languages: `calendar.yaml`.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

/// The names of one language.
#[derive(Deserialize)]
struct Language {
    months: Vec<Vec<String>>,
    weekdays: Vec<Vec<String>>,
}

/// Names in lower case without accents and points.
struct Names {
    months: FxHashMap<String, u8>,
    weekdays: FxHashSet<String>,
}

static NAMES: LazyLock<Names> = LazyLock::new(|| {
    let languages: FxHashMap<String, Language> = match serde_yaml::from_str(include_str!("calendar.yaml")) {
        Ok(languages) => languages,
        // The file is part of the program and every test of this module reads it.
        Err(error) => unreachable!("built-in calendar: {error}"),
    };
    let mut names = Names { months: FxHashMap::default(), weekdays: FxHashSet::default() };
    for language in languages.into_values() {
        for (number, spellings) in (1..).zip(&language.months) {
            names.months.extend(spellings.iter().map(|name| (plain(name), number)));
        }
        names.weekdays.extend(language.weekdays.iter().flatten().map(|name| plain(name)));
    }
    names
});

/// A name as it is looked up.
pub fn plain(name: &str) -> String {
    deunicode::deunicode(name).to_lowercase().replace(['.', '`'], "").replace('’', "'")
}

/// The number of a month.
pub fn month(plain: &str) -> Option<u8> {
    NAMES.months.get(plain).copied()
}

/// Whether a word is a weekday's. Some are a month's in another language: `mar` is Tuesday and March.
pub fn is_weekday(plain: &str) -> bool {
    NAMES.weekdays.contains(plain)
}

/// What the name of a time zone says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zone {
    /// Minutes from UTC.
    Known(i16),
    /// It means several, or nobody knows it.
    Doubtful,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Zones {
    minutes: FxHashMap<String, i16>,
    doubtful: FxHashSet<String>,
}

static ZONES: LazyLock<Zones> = LazyLock::new(|| match serde_yaml::from_str(include_str!("zones.yaml")) {
    Ok(zones) => zones,
    // The file is part of the program and a test of this module reads it.
    Err(error) => unreachable!("built-in time zones: {error}"),
});

/// What a word behind a time of day says, if it is the name of a zone.
pub fn zone(plain: &str) -> Option<Zone> {
    let doubtful = || ZONES.doubtful.contains(plain).then_some(Zone::Doubtful);
    ZONES.minutes.get(plain).map(|minutes| Zone::Known(*minutes)).or_else(doubtful)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_that_mean_one_time_and_those_that_mean_several() {
        assert_eq!(
            [zone("cest"), zone("pst"), zone("cst"), zone("xyz")],
            [Some(Zone::Known(120)), Some(Zone::Known(-480)), Some(Zone::Doubtful), None]
        );
        assert!(ZONES.doubtful.iter().all(|name| !ZONES.minutes.contains_key(name)));
    }

    #[test]
    fn no_name_means_two_months() {
        let languages: FxHashMap<String, Language> = serde_yaml::from_str(include_str!("calendar.yaml")).unwrap();
        assert_eq!(languages.len(), 20);
        for (code, language) in &languages {
            assert_eq!((language.months.len(), language.weekdays.len()), (12, 7), "{code}");
            for (number, names) in (1..).zip(&language.months) {
                assert!(names.iter().all(|name| month(&plain(name)) == Some(number)), "{code} {number}");
            }
        }
        assert!(is_weekday("mar") && is_weekday("martes") && month("martes").is_none() && month("fevrier") == Some(2));
    }
}
