//! Instants, with the precision and offset they were written with.

use std::fmt;

/// How exactly a date was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Precision {
    /// Only the day is known.
    Day,
    /// To the second (or the minute or hour: exports pad with zeros).
    Second,
}

/// An instant: seconds since 1970-01-01T00:00:00Z, and the offset from UTC at its place and time, so that it can be
/// written as people there read it. A moment of day precision is the midnight its day began.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// Unix seconds.
    pub seconds: i64,
    /// Offset of local time from UTC, in minutes.
    pub offset: i16,
    /// Day or second.
    pub precision: Precision,
}

/// A date of the proleptic Gregorian calendar in local time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Civil {
    /// Year.
    pub year: i64,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
    /// 0 to 59.
    pub second: u8,
}

impl Civil {
    /// Seconds since 1970-01-01T00:00:00 of the same clock. Source as for [`Moment::civil`].
    pub fn seconds(self) -> i64 {
        let year = self.year - i64::from(self.month <= 2);
        let era = year.div_euclid(400);
        let yoe = year.rem_euclid(400);
        let month = i64::from(self.month);
        let doy = (153 * (if month > 2 { month - 3 } else { month + 9 }) + 2) / 5 + i64::from(self.day) - 1;
        let days = era * 146_097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719_468;
        days * 86_400 + i64::from(self.hour) * 3600 + i64::from(self.minute) * 60 + i64::from(self.second)
    }
}

impl Moment {
    /// Local date and time. Source of the day arithmetic: H. Hinnant, "chrono-compatible low-level date algorithms".
    pub fn civil(self) -> Civil {
        let local = self.seconds + i64::from(self.offset) * 60;
        let (days, rest) = (local.div_euclid(86_400), local.rem_euclid(86_400));
        let z = days + 719_468;
        let era = z.div_euclid(146_097);
        let doe = z.rem_euclid(146_097);
        let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365;
        let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
        let mp = (5 * doy + 2) / 153;
        // All casts below are of numbers the arithmetic bounds: 1..=31, 1..=12, 0..=59.
        Civil {
            year: yoe + era * 400 + i64::from(mp >= 10),
            month: if mp < 10 { mp + 3 } else { mp - 9 } as u8,
            day: (doy - (153 * mp + 2) / 5 + 1) as u8,
            hour: (rest / 3600) as u8,
            minute: (rest % 3600 / 60) as u8,
            second: (rest % 60) as u8,
        }
    }

    /// Number of the local day since 1970-01-01.
    pub fn day(self) -> i32 {
        let days = (self.seconds + i64::from(self.offset) * 60).div_euclid(86_400);
        i32::try_from(days).unwrap_or(if days < 0 { i32::MIN } else { i32::MAX })
    }

    /// The local day as `2019-01-24`.
    pub fn date(self) -> String {
        let mut text = String::with_capacity(10);
        // Writing to a string cannot fail.
        let _ = self.write_date(&mut text);
        text
    }

    /// Writes [`Moment::date`].
    pub fn write_date(self, out: &mut impl fmt::Write) -> fmt::Result {
        let c = self.civil();
        write!(out, "{:04}-{:02}-{:02}", c.year, c.month, c.day)
    }

    /// A day as the instant at which it begins in UTC: what whoever has the day alone takes it for. Instants stay as they are.
    pub fn in_utc(self) -> Self {
        match self.precision {
            Precision::Second => self,
            Precision::Day => Self { seconds: i64::from(self.day()) * 86_400, offset: 0, ..self },
        }
    }

    /// The day alone: the instant at which it begins, so that the hour is nowhere.
    pub fn of_day(self) -> Self {
        Self { seconds: i64::from(self.day()) * 86_400 - i64::from(self.offset) * 60, precision: Precision::Day, ..self }
    }

    /// The local month as `2019-01`.
    pub fn month(self) -> String {
        let c = self.civil();
        format!("{:04}-{:02}", c.year, c.month)
    }

    /// RFC 3339 with time, whatever the precision: for feeds and columns that hold both.
    pub fn date_time(self) -> String {
        let mut text = String::with_capacity(25);
        // Writing to a string cannot fail.
        let _ = self.write_date_time(&mut text);
        text
    }

    /// Writes [`Moment::date_time`].
    pub fn write_date_time(self, out: &mut impl fmt::Write) -> fmt::Result {
        let c = self.civil();
        write!(out, "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", c.year, c.month, c.day, c.hour, c.minute, c.second)?;
        if self.offset == 0 {
            return out.write_char('Z');
        }
        let minutes = self.offset.unsigned_abs();
        write!(out, "{}{:02}:{:02}", if self.offset < 0 { '-' } else { '+' }, minutes / 60, minutes % 60)
    }
}

/// ISO 8601 in the moment's own precision.
impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self.precision {
            Precision::Day => self.date(),
            Precision::Second => self.date_time(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn writes_local_time_with_its_offset() {
        let moment = Moment { seconds: 1_548_365_355, offset: 60, precision: Precision::Second };
        assert_eq!(moment.to_string(), "2019-01-24T22:29:15+01:00");
        assert_eq!(Moment { offset: -210, ..moment }.to_string(), "2019-01-24T17:59:15-03:30");
        assert_eq!(Moment { seconds: -1, offset: 0, precision: Precision::Day }.to_string(), "1969-12-31");
    }

    proptest! {
        #[test]
        fn agrees_with_jiff(seconds in -60_000_000_000i64..200_000_000_000) {
            let ours = Moment { seconds, offset: 0, precision: Precision::Second }.date_time();
            let theirs = jiff::Timestamp::from_second(seconds).unwrap().to_string();
            prop_assert_eq!(ours, theirs);
            let moment = Moment { seconds, offset: 0, precision: Precision::Second };
            prop_assert_eq!(moment.civil().seconds(), seconds);
        }
    }
}
