//! Dates in the forms that exports really hold (platform-exports: seven, and broken ones).

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::model::{Civil, Precision};

/// A date as written: local time, the offset if it is there, and how exact it is. Which instant it is depends on a time zone
/// and is settled later.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// Local date and time.
    pub civil: Civil,
    /// Offset from UTC in minutes, if written.
    pub offset: Option<i16>,
    /// Day or second.
    pub precision: Precision,
    /// The form is broken, but only one reading makes sense: to be reported.
    pub odd: bool,
}

impl Stamp {
    /// Seconds since 1970 as if a missing offset were UTC: good enough to order rows of one export.
    pub fn order(&self) -> i64 {
        self.civil.seconds() - i64::from(self.offset.unwrap_or(0)) * 60
    }
}

/// How to read dates whose form is open to doubt.
#[derive(Debug, Clone, Default)]
pub struct DateForms {
    /// strftime forms to try first.
    pub formats: Vec<String>,
    /// 03/04/2024 is the 4th of March.
    pub month_first: bool,
}

static MONTHS: LazyLock<HashMap<String, u8>> = LazyLock::new(|| {
    let table: HashMap<u8, Vec<String>> = match serde_yaml::from_str(include_str!("months.yaml")) {
        Ok(table) => table,
        // The file is part of the program and every test of this module reads it.
        Err(error) => unreachable!("built-in months: {error}"),
    };
    table.into_iter().flat_map(|(number, names)| names.into_iter().map(move |name| (name, number))).collect()
});

/// Reads a date; `None` when no form fits.
pub fn parse(text: &str, forms: &DateForms) -> Option<Stamp> {
    let text = text.trim();
    for format in &forms.formats {
        if let Some(stamp) = formatted(text, format) {
            return Some(stamp);
        }
    }
    let bytes = text.as_bytes();
    if bytes.len() >= 8
        && bytes[0].is_ascii_digit()
        && let Some(stamp) = epoch(text).or_else(|| numeric(text, forms.month_first))
    {
        return Some(stamp);
    }
    worded(text)
}

/// The form of a text for reports: digits as 9, letters as a.
pub fn form(text: &str) -> String {
    let mut out = String::new();
    for c in text.trim().chars().take(40) {
        out.push(match c {
            c if c.is_ascii_digit() => '9',
            c if c.is_alphabetic() => 'a',
            c => c,
        });
    }
    out
}

/// Whether a date form (strftime) can be read: what it writes must come back as the same day.
pub fn is_form(format: &str) -> bool {
    // 2021-11-23T17:45:30Z: every part has another value.
    let Ok(moment) = jiff::Timestamp::from_second(1_637_689_530) else { return false };
    let read = jiff::fmt::strtime::format(format, moment).ok().and_then(|text| jiff::fmt::strtime::parse(format, text).ok());
    read.and_then(|read| read.to_date().ok()) == Some(jiff::civil::date(2021, 11, 23))
}

fn formatted(text: &str, format: &str) -> Option<Stamp> {
    let time = jiff::fmt::strtime::parse(format, text).ok()?;
    let date = time.to_date().ok()?;
    let clock = time.to_time().ok();
    let offset = time.offset().map(|offset| (offset.seconds() / 60) as i16);
    let has_time = ["%H", "%I", "%T", "%R", "%M"].iter().any(|part| format.contains(part));
    let clock = clock.filter(|_| has_time);
    stamp(
        i64::from(date.year()),
        u32::try_from(date.month()).ok()?,
        u32::try_from(date.day()).ok()?,
        clock.map(|t| (t.hour() as u32, t.minute() as u32, t.second() as u32)),
        offset,
        false,
    )
}

/// Seconds (10 digits) or milliseconds (13 digits) since 1970.
fn epoch(text: &str) -> Option<Stamp> {
    let digits = text.strip_suffix(".0").unwrap_or(text);
    if !matches!(digits.len(), 10 | 13) || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let number: i64 = digits.parse().ok()?;
    let seconds = if digits.len() == 13 { number / 1000 } else { number };
    let civil = crate::model::Moment { seconds, offset: 0, precision: Precision::Second }.civil();
    Some(Stamp { civil, offset: Some(0), precision: Precision::Second, odd: false })
}

/// Forms of digits: year first or day first, `-`, `/` or `.` between, a time behind `T`, a space or both, a zone.
fn numeric(text: &str, month_first: bool) -> Option<Stamp> {
    let mut scan = Scan { rest: text.as_bytes(), odd: false };
    let first = scan.number(1, 4)?;
    let separator = *scan.rest.first()?;
    if !matches!(separator, b'-' | b'/' | b'.') {
        return None;
    }
    scan.rest = &scan.rest[1..];
    let second = scan.number(1, 2)?.0;
    scan.expect(separator)?;
    let third = scan.number(1, 4)?;
    let (year, month, day) = match (first.1, third.1) {
        (4, 1 | 2) => (first.0, second, third.0),
        (1 | 2, 4) if month_first && first.0 <= 12 => (third.0, first.0, second),
        (1 | 2, 4) if second > 12 && first.0 <= 12 => (third.0, first.0, second),
        (1 | 2, 4) => (third.0, second, first.0),
        _ => return None,
    };
    let (clock, offset) = scan.time()?;
    stamp(i64::from(year), month, day, clock, offset, scan.odd)
}

/// Forms with names of months: `30 janv. 2019`, `24 janvier 2019 à 22h29`, `March 1, 2015`, `Tue Aug 30 17:21:58 WIB 2016`,
/// `Tue, 30 Aug 2016 17:21:58 +0200`.
fn worded(text: &str) -> Option<Stamp> {
    let plain = deunicode::deunicode(text).to_lowercase();
    let (mut month, mut day, mut year, mut clock, mut offset) = (None, None, None, None, None);
    for token in plain.split(|c: char| c.is_whitespace() || c == ',').filter(|token| !token.is_empty()) {
        let word = token.trim_end_matches('.');
        if let Some(&number) = MONTHS.get(word) {
            month = month.or(Some(u32::from(number)));
        } else if word.contains(':') || (word.contains('h') && word.starts_with(|c: char| c.is_ascii_digit())) {
            let mut scan = Scan { rest: word.as_bytes(), odd: false };
            clock = Some(scan.clock()?);
        } else if let Some(number) =
            word.trim_end_matches(|c: char| c.is_ascii_alphabetic()).parse::<u32>().ok().filter(|_| word.as_bytes()[0].is_ascii_digit())
        {
            if word.len() == 4 && number > 31 {
                year = year.or(Some(number));
            } else if number <= 31 {
                day = day.or(Some(number));
            }
        } else if word.len() == 5 && (word.starts_with('+') || word.starts_with('-')) {
            offset = Scan { rest: word.as_bytes(), odd: false }.offset();
        } else if matches!(word, "utc" | "gmt" | "z") {
            offset = Some(0);
        }
    }
    // A zone by abbreviation only (WIB) is not an offset: it stays unknown.
    stamp(i64::from(year?), month?, day?, clock, offset, false)
}

fn stamp(year: i64, month: u32, day: u32, clock: Option<(u32, u32, u32)>, offset: Option<i16>, odd: bool) -> Option<Stamp> {
    if !(1..=9999).contains(&year) || !(1..=12).contains(&month) || day == 0 || day > days_in(year, month) {
        return None;
    }
    let (hour, minute, second) = clock.unwrap_or((0, 0, 0));
    // A leap second is the last second before it.
    let second = second.min(if second == 60 { 59 } else { second });
    if hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    let precision = if clock.is_some() { Precision::Second } else { Precision::Day };
    // All parts are in range: checked above.
    let civil = Civil { year, month: month as u8, day: day as u8, hour: hour as u8, minute: minute as u8, second: second as u8 };
    Some(Stamp { civil, offset, precision, odd })
}

fn days_in(year: i64, month: u32) -> u32 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

struct Scan<'a> {
    rest: &'a [u8],
    odd: bool,
}

impl Scan<'_> {
    /// A number of `least` to `most` digits, and how many there were.
    fn number(&mut self, least: usize, most: usize) -> Option<(u32, usize)> {
        let length = self.rest.iter().take(most).take_while(|b| b.is_ascii_digit()).count();
        if length < least || self.rest.get(length).is_some_and(u8::is_ascii_digit) {
            return None;
        }
        let number = self.rest[..length].iter().fold(0, |n, b| n * 10 + u32::from(b - b'0'));
        self.rest = &self.rest[length..];
        Some((number, length))
    }

    fn expect(&mut self, byte: u8) -> Option<()> {
        (self.rest.first() == Some(&byte)).then(|| self.rest = &self.rest[1..])
    }

    fn spaces(&mut self) {
        while self.rest.first() == Some(&b' ') {
            self.rest = &self.rest[1..];
        }
    }

    /// What follows a date: nothing, or a time with or without zone.
    #[expect(clippy::type_complexity, reason = "clock and offset, both optional, are what follows a date")]
    fn time(&mut self) -> Option<(Option<(u32, u32, u32)>, Option<i16>)> {
        if self.rest.is_empty() {
            return Some((None, None));
        }
        if !matches!(self.rest[0], b'T' | b't' | b' ') {
            return None;
        }
        self.rest = &self.rest[1..];
        self.spaces();
        if self.rest.first() == Some(&b':') {
            // `2016/01/22T:13:06:40`, seen in a re-saved export.
            self.rest = &self.rest[1..];
            self.odd = true;
        }
        let clock = self.clock()?;
        self.spaces();
        if self.rest.is_empty() {
            return Some((Some(clock), None));
        }
        let offset = match self.rest {
            b"Z" | b"z" | b"UTC" | b"GMT" => Some(0),
            _ => Some(self.offset()?),
        };
        Some((Some(clock), offset))
    }

    /// `22:29`, `22:29:15`, `22:29:15.123`, `22h29`, `22h`.
    fn clock(&mut self) -> Option<(u32, u32, u32)> {
        let hour = self.number(1, 2)?.0;
        match self.rest.first() {
            Some(b':') => self.rest = &self.rest[1..],
            Some(b'h') => {
                self.rest = &self.rest[1..];
                let minute = self.number(2, 2).map_or(0, |n| n.0);
                return Some((hour, minute, 0));
            }
            _ => return None,
        }
        let minute = self.number(1, 2)?.0;
        let mut second = 0;
        if self.expect(b':').is_some() {
            second = self.number(1, 2)?.0;
            if self.expect(b'.').or_else(|| self.expect(b',')).is_some() {
                self.number(1, 9)?;
            }
        }
        Some((hour, minute, second))
    }

    /// `+0200`, `+02:00`, `-03`.
    fn offset(&mut self) -> Option<i16> {
        let sign = match self.rest.first()? {
            b'+' => 1,
            b'-' => -1,
            _ => return None,
        };
        let digits: Vec<u8> = self.rest[1..].iter().copied().filter(|&b| b != b':').collect();
        if !matches!(digits.len(), 2 | 4) || !digits.iter().all(u8::is_ascii_digit) {
            return None;
        }
        let number = |pair: &[u8]| i16::from(pair[0] - b'0') * 10 + i16::from(pair[1] - b'0');
        let minutes = number(&digits[..2]) * 60 + digits.get(2..4).map_or(0, number);
        (minutes <= 18 * 60).then_some(sign * minutes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn show(text: &str) -> Option<String> {
        let s = parse(text, &DateForms::default())?;
        let c = s.civil;
        let clock = if s.precision == Precision::Second { format!(" {:02}:{:02}:{:02}", c.hour, c.minute, c.second) } else { String::new() };
        let offset = s.offset.map_or(String::new(), |o| format!(" {o:+}"));
        Some(format!("{:04}-{:02}-{:02}{clock}{offset}{}", c.year, c.month, c.day, if s.odd { " odd" } else { "" }))
    }

    #[test]
    fn forms_seen_in_real_exports() {
        for (text, expected) in [
            ("2017-10-16 07:18:14 UTC", "2017-10-16 07:18:14 +0"),
            ("2019-01-24 22:29:15 +0100", "2019-01-24 22:29:15 +60"),
            ("2015-09-26T14:05:04+0200", "2015-09-26 14:05:04 +120"),
            ("2015-09-26T14:05:04.123+02:00", "2015-09-26 14:05:04 +120"),
            ("2015-09-26T14:05:04Z", "2015-09-26 14:05:04 +0"),
            ("2018-03-01 14:00:00", "2018-03-01 14:00:00"),
            ("2015-09-15", "2015-09-15"),
            ("07/10/2019 15:47", "2019-10-07 15:47:00"),
            ("01/01/2024", "2024-01-01"),
            ("1.3.2024", "2024-03-01"),
            ("12/31/2024", "2024-12-31"),
            ("2016/01/22T:13:06:40", "2016-01-22 13:06:40 odd"),
            ("1368720000", "2013-05-16 16:00:00 +0"),
            ("1472573518123", "2016-08-30 16:11:58 +0"),
            ("30 janv. 2019", "2019-01-30"),
            ("1er février 2019", "2019-02-01"),
            ("24 janvier 2019 à 22h29", "2019-01-24 22:29:00"),
            ("3 de mayo de 2021", "2021-05-03"),
            ("March 1, 2015", "2015-03-01"),
            ("Tue Aug 30 17:21:58 WIB 2016", "2016-08-30 17:21:58"),
            ("Tue, 30 Aug 2016 17:21:58 +0200", "2016-08-30 17:21:58 +120"),
        ] {
            assert_eq!(show(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn nonsense_is_no_date() {
        for text in ["", "n/a", "31/02/2024", "2024-13-01", "hier", "12", "2024-01-01 25:00", "https://x.y/2024-01-01", "0000-00-00 00:00:00"] {
            assert_eq!(show(text), None, "{text}");
        }
    }

    #[test]
    fn forms_of_the_user_come_first() {
        let forms = DateForms { formats: vec!["%d-%m-%y %Hh%M".to_owned()], month_first: false };
        let stamp = parse("03-04-24 18h30", &forms).unwrap();
        assert_eq!((stamp.civil.year, stamp.civil.month, stamp.civil.day, stamp.civil.hour), (2024, 4, 3, 18));
        let american = DateForms { formats: vec![], month_first: true };
        assert_eq!(parse("03/04/2024", &american).unwrap().civil.month, 3);
    }

    proptest! {
        #[test]
        fn never_panics(text in "\\PC{0,30}") {
            let _ = parse(&text, &DateForms::default());
        }

        #[test]
        fn iso_comes_back(y in 1i64..=9999, m in 1u32..=12, d in 1u32..=28, h in 0u32..24, i in 0u32..60, s in 0u32..60) {
            let text = format!("{y:04}-{m:02}-{d:02} {h:02}:{i:02}:{s:02}");
            prop_assert_eq!(show(&text), Some(text.clone()));
        }
    }
}
