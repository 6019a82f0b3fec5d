//! What was written and voted when.

use std::collections::BTreeMap;

use super::{Behind, Figure, Form, Label, Row};
use crate::model::{Civil, Moment, Precision};
use crate::plan::Dossier;

/// Columns that fit on a phone.
const COLUMNS: usize = 62;

/// A length of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    /// A day.
    Day,
    /// Seven days from a Monday.
    Week,
    /// A month of the calendar.
    Month,
    /// A year of the calendar.
    Year,
}

impl Period {
    /// The word in files and words.
    pub fn word(self) -> &'static str {
        match self {
            Period::Day => "day",
            Period::Week => "week",
            Period::Month => "month",
            Period::Year => "year",
        }
    }

    /// First day of the period that holds a day.
    fn first(self, day: i32) -> i32 {
        let Civil { year, month, .. } = civil(day);
        match self {
            Period::Day => day,
            // 1970-01-01 was a Thursday.
            Period::Week => day - (day + 3).rem_euclid(7),
            Period::Month => number(year, month),
            Period::Year => number(year, 1),
        }
    }

    /// First day of the period after the one that begins on a day.
    fn next(self, first: i32) -> i32 {
        let Civil { year, month, .. } = civil(first);
        match self {
            Period::Day => first + 1,
            Period::Week => first + 7,
            Period::Month if month == 12 => number(year + 1, 1),
            Period::Month => number(year, month + 1),
            Period::Year => number(year + 1, 1),
        }
    }

    /// The shortest period of which few enough lie between two days; years where even these are many.
    fn fitting(first: i32, last: i32) -> Self {
        let span = i64::from(last) - i64::from(first);
        [(Period::Day, 1), (Period::Week, 7), (Period::Month, 30)]
            .into_iter()
            .find(|(_, days)| span / days < COLUMNS as i64)
            .map_or(Period::Year, |(period, _)| period)
    }
}

fn civil(day: i32) -> Civil {
    Moment { seconds: i64::from(day) * 86_400, offset: 0, precision: Precision::Day }.civil()
}

fn number(year: i64, month: u8) -> i32 {
    // Days of years that dates of exports can have lie far within 32 bits.
    (Civil { year, month, day: 1, hour: 0, minute: 0, second: 0 }.seconds() / 86_400) as i32
}

/// A day as it is written in files.
fn iso(day: i32) -> String {
    let c = civil(day);
    format!("{:04}-{:02}-{:02}", c.year, c.month, c.day)
}

/// What happened on which day, counted by period; periods in which nothing happened are there too.
fn over_time(
    id: &'static str,
    column: &'static str,
    dates: impl Iterator<Item = (Option<i32>, u64)>,
    behind: &dyn Fn(i32) -> Option<Behind>,
) -> Option<Figure> {
    let mut days: BTreeMap<i32, u64> = BTreeMap::new();
    let mut undated = 0;
    for (day, count) in dates {
        match day {
            Some(day) => *days.entry(day).or_default() += count,
            None => undated += count,
        }
    }
    let (first, last) = (*days.keys().next()?, *days.keys().next_back()?);
    let period = Period::fitting(first, last);
    let mut counts: BTreeMap<i32, u64> = BTreeMap::new();
    for (&day, &count) in &days {
        *counts.entry(period.first(day)).or_default() += count;
    }
    if counts.len() < 2 {
        return None;
    }
    let mut at = period.first(first);
    let mut guard = 0;
    // Centuries between two dates are a slip of somebody's: the empty years between them are not drawn.
    while at < last && guard < 4 * COLUMNS {
        counts.entry(at).or_default();
        at = period.next(at);
        guard += 1;
    }
    let rows = counts.into_iter().map(|(day, count)| Row {
        key: iso(day),
        label: Label::Since(period, day),
        values: vec![Some(count)],
        behind: if count > 0 { behind(day) } else { None },
        side: "",
    });
    Some(Figure { id, form: Form::Columns, by: period.word(), columns: vec![column], rows: rows.collect(), undated })
}

/// Contributions by the date of their submission.
pub fn contributions(dossier: &Dossier<'_>) -> Option<Figure> {
    let months = dossier.groupings.iter().position(|grouped| grouped.id == "month");
    let dates = dossier.record.contributions.iter().filter(|c| !c.missing).map(|c| (c.created.map(Moment::day), 1));
    over_time("time-contributions", "contributions", dates, &|day| {
        let at = months?;
        let c = civil(day);
        let slug = format!("{:04}-{:02}", c.year, c.month);
        let group = dossier.groupings[at].groups.iter().position(|group| group.key.slug == slug);
        Some(group.map_or(Behind::All, |group| Behind::Group(at, group)))
    })
}

/// Comments by their date.
pub fn comments(dossier: &Dossier<'_>) -> Option<Figure> {
    let dates = dossier.record.comments.iter().map(|comment| (comment.created.map(Moment::day), 1));
    over_time("time-comments", "comments", dates, &|_| Some(Behind::Table("comments")))
}

/// Votes by their day, where the export lists them.
pub fn votes(dossier: &Dossier<'_>) -> Option<Figure> {
    let dates = dossier.tallies.days.iter().map(|votes| (votes.day, votes.votes.total()));
    over_time("time-votes", "votes", dates, &|_| Some(Behind::Table("votes")))
}

/// Contributions of all consultations by their date.
pub fn archive(dossiers: &[Dossier<'_>]) -> Option<Figure> {
    let all = dossiers.iter().flat_map(|dossier| &dossier.record.contributions).filter(|c| !c.missing);
    over_time("time-contributions", "contributions", all.map(|c| (c.created.map(Moment::day), 1)), &|_| None)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn periods_begin_where_calendars_say() {
        // 2024-03-13 was a Wednesday.
        let day = (Civil { year: 2024, month: 3, day: 13, hour: 0, minute: 0, second: 0 }.seconds() / 86_400) as i32;
        let show = |period: Period| iso(period.first(day));
        assert_eq!([Period::Day, Period::Week, Period::Month, Period::Year].map(show), ["2024-03-13", "2024-03-11", "2024-03-01", "2024-01-01"]);
        assert_eq!(iso(Period::Month.next(number(2023, 12))), "2024-01-01");
        assert_eq!(Period::fitting(day, day + 30), Period::Day);
        assert_eq!(Period::fitting(day, day + 90), Period::Week);
        assert_eq!(Period::fitting(day, day + 40_000), Period::Year);
    }

    proptest! {
        #[test]
        fn nothing_is_lost_between_periods(days in prop::collection::btree_map(0i32..30_000, 1u64..50, 2..40)) {
            let dates = days.iter().map(|(day, count)| (Some(*day), *count)).chain([(None, 3)]);
            if let Some(figure) = over_time("x", "x", dates, &|_| None) {
                prop_assert_eq!(figure.undated, 3);
                prop_assert_eq!(figure.rows.iter().filter_map(|row| row.values[0]).sum::<u64>(), days.values().sum::<u64>());
                prop_assert!(figure.rows.windows(2).all(|pair| pair[0].key < pair[1].key));
            }
        }
    }
}
