//! Dates in the forms that exports really hold.
//!
//! The form of a date is each cell's own; which of day and month comes first, and where a year of two digits stands, the column says
//! (`columns::dates`).

use super::written;
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
    /// A time of day stood there with the name of a zone that cannot be told: only the day was taken.
    pub no_zone: bool,
}

/// Years that a consultation can have had: others are slips of a hand or a machine.
const YEARS: std::ops::RangeInclusive<i64> = 1990..=2100;

impl Stamp {
    /// Seconds since 1970 as if a missing offset were UTC: good enough to order rows of one export.
    pub fn order(&self) -> i64 {
        self.civil.seconds() - i64::from(self.offset.unwrap_or(0)) * 60
    }

    /// Whether the year is one of a consultation.
    pub fn is_plausible(&self) -> bool {
        YEARS.contains(&self.civil.year)
    }
}

/// Which of two small numbers comes first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Order {
    /// 03/04/2024 is the 3rd of April.
    #[default]
    DayFirst,
    /// 03/04/2024 is the 4th of March.
    MonthFirst,
    /// The column holds both: what can be read both ways is not read.
    Unsettled,
}

/// Where the year stands in dates of three numbers of two digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShortYear {
    /// 24-03-04: year, month, day.
    First,
    /// 04/03/24: the other two in the column's order.
    Last,
}

/// Which of month and day follows a year of four digits that stands first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum YearFirst {
    /// 2024-03-04 is the 4th of March, as everywhere.
    #[default]
    MonthDay,
    /// 2024-13-03: the column proves that days come second.
    DayMonth,
    /// The column holds both: what can be read both ways is not read.
    Unsettled,
}

impl YearFirst {
    /// Month and day of the two numbers behind the year.
    pub(super) fn month_and_day(self, second: u32, third: u32) -> Option<(u32, u32)> {
        match self {
            Self::MonthDay => Some((second, third)),
            Self::DayMonth => Some((third, second)),
            Self::Unsettled if second > 12 => Some((third, second)),
            Self::Unsettled => (third > 12 || second == third).then_some((second, third)),
        }
    }
}

/// How to read dates whose form is open to doubt.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DateForms {
    /// strftime forms to try first.
    pub formats: Vec<String>,
    /// Day and month.
    pub order: Order,
    /// Years of two digits; `None` where the column leaves a doubt.
    pub short: Option<ShortYear>,
    /// Behind a year of four digits.
    pub year_first: YearFirst,
}

/// Reads a date; `None` when no form fits.
pub fn parse(text: &str, forms: &DateForms) -> Option<Stamp> {
    let text = text.trim();
    for format in &forms.formats {
        if let Some(stamp) = formatted(text, format) {
            return Some(stamp);
        }
    }
    iso(text.as_bytes(), forms.year_first).or_else(|| epoch(text)).or_else(|| written::parse(text, forms))
}

/// The shape of a text for reports, which must not quote it: digits as 9, letters as a.
pub fn form(text: &str) -> String {
    let mut out = String::new();
    for c in text.trim().chars().take(40) {
        out.push(match c {
            c if c.is_numeric() => '9',
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

/// `2019-01-24`, `2019-01-24 22:29:15`, `2019-01-24T22:29:15.123+01:00`, `… UTC`: most cells there are, read without looking for more.
fn iso(text: &[u8], order: YearFirst) -> Option<Stamp> {
    let two = |at: usize| -> Option<u32> {
        let (a, b) = (text.get(at)?.wrapping_sub(b'0'), text.get(at + 1)?.wrapping_sub(b'0'));
        (a < 10 && b < 10).then(|| u32::from(a) * 10 + u32::from(b))
    };
    let is = |at: usize, bytes: &[u8]| text.get(at).is_some_and(|byte| bytes.contains(byte));
    if !is(4, b"-") || !is(7, b"-") {
        return None;
    }
    let year = i64::from(two(0)? * 100 + two(2)?);
    let (month, day) = order.month_and_day(two(5)?, two(8)?)?;
    if text.len() == 10 {
        return stamp(year, month, day, None, None, false);
    }
    if !is(10, b"T ") || !is(13, b":") {
        return None;
    }
    let (hour, minute) = (two(11)?, two(14)?);
    let (mut second, mut at) = (0, 16);
    if is(16, b":") {
        (second, at) = (two(17)?, 19);
        if is(at, b".") {
            at += 1;
            at += text[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        }
    }
    let offset = match &text[at..] {
        b"" => None,
        b"Z" | b" UTC" => Some(0),
        rest => Some(written::offset(rest.strip_prefix(b" ").unwrap_or(rest))?),
    };
    stamp(year, month, day, Some((hour, minute, second)), offset, false)
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
    Some(Stamp { civil, offset: Some(0), precision: Precision::Second, odd: false, no_zone: false })
}

/// A stamp of parts, where they make a date.
pub(super) fn stamp(year: i64, month: u32, day: u32, clock: Option<(u32, u32, u32)>, offset: Option<i16>, odd: bool) -> Option<Stamp> {
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
    Some(Stamp { civil, offset, precision, odd, no_zone: false })
}

fn days_in(year: i64, month: u32) -> u32 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn show(text: &str) -> Option<String> {
        shown(text, &DateForms::default())
    }

    fn shown(text: &str, forms: &DateForms) -> Option<String> {
        let s = parse(text, forms)?;
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
            ("2015-9-5 7:03", "2015-09-05 07:03:00"),
            ("07/10/2019 15:47", "2019-10-07 15:47:00"),
            ("01/01/2024", "2024-01-01"),
            ("1.3.2024", "2024-03-01"),
            ("1. 3. 2024", "2024-03-01"),
            ("12/31/2024", "2024-12-31"),
            ("2016/01/22T:13:06:40", "2016-01-22 13:06:40 odd"),
            ("1368720000", "2013-05-16 16:00:00 +0"),
            ("1472573518123", "2016-08-30 16:11:58 +0"),
            ("30 janv. 2019", "2019-01-30"),
            ("1er février 2019", "2019-02-01"),
            ("24 janvier 2019 à 22h29", "2019-01-24 22:29:00"),
            ("3 de mayo de 2021", "2021-05-03"),
            ("March 1, 2015", "2015-03-01"),
            ("Tue Aug 30 17:21:58 WIB 2016", "2016-08-30 17:21:58 +420"),
            ("Mon Jul 17 02:33:35 CEST 2017", "2017-07-17 02:33:35 +120"),
            ("12/03/2024 14:05 CET", "2024-03-12 14:05:00 +60"),
            ("2017-07-17 02:33:35 MEZ", "2017-07-17 02:33:35 +60"),
            ("5 mars 2024 14:05 HNE", "2024-03-05 14:05:00 -300"),
            ("2024-03-10 23:30 IST", "2024-03-10"),
            ("2024-03-10 23:30 CST", "2024-03-10"),
            ("2024-03-10 23:30 XYZT", "2024-03-10"),
            ("12-MAR-24", "2024-03-12"),
            ("5 mar 24", "2024-03-05"),
            ("Tue, 30 Aug 2016 17:21:58 +0200", "2016-08-30 17:21:58 +120"),
            ("Wed Apr 27 07:51:34 PDT 2022", "2022-04-27 07:51:34 -420"),
            ("March 1, 2015 2:30 PM", "2015-03-01 14:30:00"),
            ("1 mars 2015 12:30 AM", "2015-03-01 00:30:00"),
            ("1/13/2024 9:48:12 p. m.", "2024-01-13 21:48:12"),
            ("13/01/2024 9:48:12\u{202f}PM", "2024-01-13 21:48:12"),
            ("18/Aug/20 9:48 PM", "2020-08-18 21:48:00"),
            ("18-Aug-2020", "2020-08-18"),
            ("18aug2020", "2020-08-18"),
            ("mar. 5 janv. 2021", "2021-01-05"),
            ("mardi 5 mars 2024, 18h05", "2024-03-05 18:05:00"),
            ("mar. 05/03/2024 à 9h", "2024-03-05 09:00:00"),
            ("5 mar 2024", "2024-03-05"),
            ("24/03/2024 - 21:48", "2024-03-24 21:48:00"),
            ("24/03/2024 21:48 UTC+1", "2024-03-24 21:48:00 +60"),
            ("24/03/2024 21:48 GMT-05:00", "2024-03-24 21:48:00 -300"),
            ("20240304", "2024-03-04"),
            ("20240304T153000Z", "2024-03-04 15:30:00 +0"),
            ("45356", "2024-03-05"),
            ("45356.5", "2024-03-05 12:00:00"),
            ("10. Oktober 2023 08:19:26", "2023-10-10 08:19:26"),
            ("Dienstag, den 5. März 2024 um 14:30 Uhr", "2024-03-05 14:30:00"),
            ("12 de fevereiro de 2022 às 9h30", "2022-02-12 09:30:00"),
            ("2024. március 5.", "2024-03-05"),
            ("2024(e)ko martxoaren 5(a)", "2024-03-05"),
            ("5. maaliskuuta 2024 klo 14.30", "2024-03-05 14:30:00"),
            ("d’abril 3 2024", "2024-04-03"),
            ("3 d'abril de 2024", "2024-04-03"),
            ("5 marca 2024", "2024-03-05"),
            ("5 C’hwevrer 2024", "2024-02-05"),
        ] {
            assert_eq!(show(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn nonsense_is_no_date() {
        for text in [
            "",
            "n/a",
            "31/02/2024",
            "2024-13-01",
            "hier",
            "12",
            "2024-01-01 25:00",
            "https://x.y/2024-01-01",
            "0000-00-00 00:00:00",
            "mars 2024",
            "5 mars",
            "03/04/24",
            "12345",
            "5 parc 2024",
            "5 mars avril 2024",
            "2024",
            "10.5.2",
            "13:30 2024-01-01 14:30",
            "99/99/2024",
            "3,5",
        ] {
            assert_eq!(show(text), None, "{text}");
        }
    }

    #[test]
    fn the_column_settles_what_a_cell_leaves_open() {
        let with = |order, short| DateForms { order, short, ..DateForms::default() };
        for (text, forms, expected) in [
            ("03/04/2024", with(Order::MonthFirst, None), Some("2024-03-04")),
            ("13/04/2024", with(Order::MonthFirst, None), Some("2024-04-13")),
            ("03/04/2024", with(Order::Unsettled, None), None),
            ("13/04/2024", with(Order::Unsettled, None), Some("2024-04-13")),
            ("04/04/2024", with(Order::Unsettled, None), Some("2024-04-04")),
            ("03/04/24", with(Order::DayFirst, Some(ShortYear::Last)), Some("2024-04-03")),
            ("03/04/24", with(Order::MonthFirst, Some(ShortYear::Last)), Some("2024-03-04")),
            ("24-03-04", with(Order::DayFirst, Some(ShortYear::First)), Some("2024-03-04")),
            ("2024-13-03", DateForms { year_first: YearFirst::DayMonth, ..DateForms::default() }, Some("2024-03-13")),
            ("2024-03-04", DateForms { year_first: YearFirst::DayMonth, ..DateForms::default() }, Some("2024-04-03")),
            ("2024/03/04 10:00", DateForms { year_first: YearFirst::Unsettled, ..DateForms::default() }, None),
            ("2024-03-14", DateForms { year_first: YearFirst::Unsettled, ..DateForms::default() }, Some("2024-03-14")),
            ("31/12/99", with(Order::DayFirst, Some(ShortYear::Last)), Some("1999-12-31")),
        ] {
            assert_eq!(shown(text, &forms).as_deref(), expected, "{text} {forms:?}");
        }
    }

    #[test]
    fn forms_of_the_user_come_first() {
        let forms = DateForms { formats: vec!["%d-%m-%y %Hh%M".to_owned()], ..DateForms::default() };
        let stamp = parse("03-04-24 18h30", &forms).unwrap();
        assert_eq!((stamp.civil.year, stamp.civil.month, stamp.civil.day, stamp.civil.hour), (2024, 4, 3, 18));
    }

    proptest! {
        #[test]
        fn never_panics(text in "\\PC{0,30}|[0-9/.: -]{0,16}|[0-9a-zà-ý/.:,' -]{0,30}") {
            let _ = parse(&text, &DateForms::default());
        }

        #[test]
        fn iso_comes_back(y in 1i64..=9999, m in 1u32..=12, d in 1u32..=28, h in 0u32..24, i in 0u32..60, s in 0u32..60) {
            let text = format!("{y:04}-{m:02}-{d:02} {h:02}:{i:02}:{s:02}");
            prop_assert_eq!(show(&text), Some(text.clone()));
        }
    }
}
