//! Which export of a consultation something stands in, where there are several.

use std::fmt;

use super::moment::{Civil, Moment, Precision};

/// The day of an export. Editions are in the order of their days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Edition {
    year: i64,
    month: u8,
    day: u8,
}

impl Edition {
    /// Reads `2024-03-01`, and nothing else: a day that two people read differently would put editions in the wrong order.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = |part: &str, length: usize| (part.len() == length && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse::<u16>().ok());
        let mut parts = text.split('-');
        let (year, month, day) = (digits(parts.next()?, 4)??, digits(parts.next()?, 2)??, digits(parts.next()?, 2)??);
        let edition = Self { year: i64::from(year), month: u8::try_from(month).ok()?, day: u8::try_from(day).ok()? };
        // The 30th of February comes back as another day.
        let back = edition.moment().civil();
        (parts.next().is_none() && (back.year, back.month, back.day) == (edition.year, edition.month, edition.day)).then_some(edition)
    }

    /// The day itself, the same in every time zone.
    pub fn moment(self) -> Moment {
        let civil = Civil { year: self.year, month: self.month, day: self.day, hour: 0, minute: 0, second: 0 };
        Moment { seconds: civil.seconds(), offset: 0, precision: Precision::Day }
    }
}

/// ISO 8601.
impl fmt::Display for Edition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_that_exist_are_read_and_no_other_form() {
        assert_eq!(Edition::parse("2024-02-29").map(|edition| edition.to_string()).as_deref(), Some("2024-02-29"));
        for text in ["2023-02-29", "2024-13-01", "2024-00-10", "2024-3-1", "01/03/2024", "2024-03-01T00:00", "2024-03-01-", "+024-03-01", ""] {
            assert_eq!(Edition::parse(text), None, "{text}");
        }
        assert!(Edition::parse("2024-03-01") < Edition::parse("2024-11-01"));
    }
}
