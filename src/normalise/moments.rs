//! Dates become instants: by their own offset, else by a time zone. The time zone database is inside the binary, so that every
//! machine gives the same answer.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::{TimeZone, TimeZoneDatabase};

use crate::diagnose::{Diagnostic, codes, did_you_mean};
use crate::import::Stamp;
use crate::model::{Civil, Moment, Precision};

/// The zones of a consultation.
#[derive(Debug, Clone)]
pub struct Zones {
    database: TimeZoneDatabase,
    local: TimeZone,
}

impl Zones {
    /// The zone dates are read in and shown in.
    pub fn new(name: &str) -> Result<Self, Diagnostic> {
        let database = TimeZoneDatabase::bundled();
        match database.get(name) {
            Ok(local) => Ok(Self { database, local }),
            Err(_) => {
                let names: Vec<String> = database.available().map(|name| name.to_string()).collect();
                let near = did_you_mean(name, names.iter().map(String::as_str)).unwrap_or_default().to_owned();
                Err(Diagnostic::new(codes::UNKNOWN_ZONE).column("time_zone").arg("value", name).arg("near", near))
            }
        }
    }

    /// The instant of a date; `profile` is the zone of the export's own dates, where its profile knows it.
    pub fn moment(&self, stamp: Stamp, profile: Option<&str>) -> Moment {
        let local = stamp.civil.seconds();
        let seconds = match (stamp.offset, profile.filter(|_| stamp.precision == Precision::Second)) {
            (Some(offset), _) => local - i64::from(offset) * 60,
            (None, Some(zone)) => self.resolve(local, self.database.get(zone).as_ref().unwrap_or(&self.local)),
            (None, None) => self.resolve(local, &self.local),
        };
        let offset = Timestamp::from_second(seconds).map_or(0, |at| self.local.to_offset(at).seconds());
        // Offsets are below a day: 1,440 minutes.
        Moment { seconds, offset: (offset / 60) as i16, precision: stamp.precision }
    }

    /// Local seconds as an instant of a zone; in the hour that a change of clocks skips or repeats, the earlier offset holds.
    fn resolve(&self, local: i64, zone: &TimeZone) -> i64 {
        let civil = Timestamp::from_second(local).map(|at| TimeZone::UTC.to_datetime(at)).unwrap_or(DateTime::MIN);
        zone.to_ambiguous_timestamp(civil).compatible().map_or(local, |at| at.as_second())
    }
}

/// A day that somebody wrote into a file of the archive; `None` if it is no date.
pub fn day(text: &str) -> Option<Moment> {
    let civil = crate::import::parse_date(text)?.civil;
    Some(Moment { seconds: Civil { hour: 0, minute: 0, second: 0, ..civil }.seconds(), offset: 0, precision: Precision::Day })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stamp(offset: Option<i16>, precision: Precision) -> Stamp {
        Stamp { civil: Civil { year: 2019, month: 7, day: 1, hour: 12, minute: 0, second: 0 }, offset, precision, odd: false, no_zone: false }
    }

    #[test]
    fn zones_settle_what_dates_leave_open() {
        let zones = Zones::new("Europe/Paris").unwrap();
        let show = |stamp, profile| zones.moment(stamp, profile).to_string();
        assert_eq!(show(stamp(None, Precision::Second), None), "2019-07-01T12:00:00+02:00");
        assert_eq!(show(stamp(None, Precision::Second), Some("UTC")), "2019-07-01T14:00:00+02:00");
        assert_eq!(show(stamp(Some(0), Precision::Second), None), "2019-07-01T14:00:00+02:00");
        assert_eq!(show(stamp(None, Precision::Day), Some("UTC")), "2019-07-01");
        assert_eq!(Zones::new("Europe/Pari").unwrap_err().code.id, "unknown-zone");
    }
}
