//! Dates in the language's form.

use serde::Serialize;

use super::Arg;
use super::Words;
use crate::model::{Moment, Precision};

/// A date for templates.
#[derive(Debug, Clone, Serialize)]
pub struct Date {
    /// ISO 8601.
    pub iso: String,
    /// For people.
    pub text: String,
}

const DAY: char = '\u{1}';
const MONTH: char = '\u{2}';
const YEAR: char = '\u{3}';
const HOUR: char = '\u{4}';
const MINUTE: char = '\u{5}';
const PLAIN: char = '\u{6}';

/// Writes dates. The sentences of the language files are formatted once with marks in the places of the numbers: a site holds
/// hundreds of thousands of dates.
#[derive(Debug)]
pub struct Dates {
    months: Vec<String>,
    /// The first of a month, which some languages count otherwise, and other days.
    first: String,
    other: String,
    time: String,
    /// The time on the hour, where some languages say no minutes.
    whole: String,
    month: String,
}

impl Dates {
    /// From the words of a language.
    pub fn new(words: &Words) -> Self {
        let mark = |mark: char| Arg::Text(mark.to_string());
        let day = |day: Arg| words.format("date-day", &[("day", day), ("month", mark(MONTH)), ("year", mark(YEAR))]);
        let time = |key: &str| words.format(key, &[("date", mark(DAY)), ("hour", mark(HOUR)), ("hour-plain", mark(PLAIN)), ("minute", mark(MINUTE))]);
        Self {
            months: (1..=12).map(|month| words.text(&format!("month-{month}"))).collect(),
            first: day(Arg::Number(1)),
            other: day(mark(DAY)),
            time: time("date-time"),
            whole: time(if words.has("date-time-whole") { "date-time-whole" } else { "date-time" }),
            month: words.format("date-month", &[("month", mark(MONTH)), ("year", mark(YEAR))]),
        }
    }

    /// A moment in its own precision.
    pub fn date(&self, moment: Moment) -> Date {
        let c = moment.civil();
        let pattern = if c.day == 1 { &self.first } else { &self.other };
        let mut text = String::with_capacity(40);
        let day = |text: &mut String| {
            fill(text, pattern, &|mark, text| match mark {
                DAY => text.push_str(&c.day.to_string()),
                MONTH => text.push_str(&self.months[usize::from(c.month) - 1]),
                _ => text.push_str(&c.year.to_string()),
            });
        };
        match moment.precision {
            Precision::Day => day(&mut text),
            Precision::Second => fill(&mut text, if c.minute == 0 { &self.whole } else { &self.time }, &|mark, text| match mark {
                DAY => day(text),
                HOUR => text.push_str(&format!("{:02}", c.hour)),
                PLAIN => text.push_str(&c.hour.to_string()),
                _ => text.push_str(&format!("{:02}", c.minute)),
            }),
        }
        Date { iso: moment.to_string(), text }
    }

    /// A month.
    pub fn month(&self, year: i64, month: u8) -> String {
        let mut text = String::new();
        fill(&mut text, &self.month, &|mark, text| match mark {
            MONTH => text.push_str(&self.months[usize::from(month) - 1]),
            _ => text.push_str(&year.to_string()),
        });
        text
    }
}

fn fill(text: &mut String, pattern: &str, value: &dyn Fn(char, &mut String)) {
    for c in pattern.chars() {
        if ('\u{1}'..='\u{6}').contains(&c) { value(c, text) } else { text.push(c) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(language: &str, seconds: i64, precision: Precision) -> String {
        let source = match language {
            "fr" => include_str!("../../themes/civic/words/fr.ftl"),
            "es" => include_str!("../../themes/civic/words/es.ftl"),
            _ => include_str!("../../themes/civic/words/en.ftl"),
        };
        let words = Words::parse(language, &[source]).unwrap();
        Dates::new(&words).date(Moment { seconds, offset: 60, precision }).text.replace(['\u{a0}', '\u{202f}'], " ")
    }

    #[test]
    fn as_each_language_writes_them() {
        assert_eq!(show("fr", 1_548_365_355, Precision::Second), "24 janvier 2019 à 22 h 29");
        assert_eq!(show("fr", 1_548_979_200, Precision::Day), "1er février 2019");
        assert_eq!(show("en", 1_548_365_355, Precision::Day), "24 January 2019");
        // Hours before ten: a zero where the language writes one.
        assert_eq!(show("fr", 1_548_317_100, Precision::Second), "24 janvier 2019 à 9 h 05");
        assert_eq!(show("fr", 1_548_316_800, Precision::Second), "24 janvier 2019 à 9 h");
        assert_eq!(show("en", 1_548_316_800, Precision::Second), "24 January 2019 at 09:00");
        assert_eq!(show("es", 1_548_317_100, Precision::Second), "24 de enero de 2019, 09:05");
        assert_eq!(show("es", 1_548_365_355, Precision::Day), "24 de enero de 2019");
    }
}
