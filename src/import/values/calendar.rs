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

#[cfg(test)]
mod tests {
    use super::*;

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
