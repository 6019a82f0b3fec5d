//! Columns of dates: which of day and month comes first, and where years of two digits stand.

use rustc_hash::FxHashSet;

use crate::diagnose::{Diagnostic, codes};
use crate::import::values::dates::{DateForms, Order, ShortYear, YearFirst};
use crate::import::values::written;

/// What the cells showed.
#[derive(Debug, Default)]
pub struct Dates {
    /// Cells whose first number can only be a day, and whose second one can only be.
    day_first: u64,
    month_first: u64,
    /// Cells that can be read both ways.
    open: u64,
    /// Some cell tells the half of the day.
    halves: bool,
    /// Dates of three numbers of two digits: how many, those with a number above 31 in front or at the end, different numbers there.
    short: u64,
    year_in_front: bool,
    year_at_end: bool,
    fronts: FxHashSet<u64>,
    ends: FxHashSet<u64>,
    /// Dates whose year of four digits stands first: those with an impossible month behind it, those with an impossible day there, and
    /// those that may be either.
    days_second: u64,
    days_third: u64,
    open_third: u64,
    /// Some of them are parted by slashes or points, as nobody writes the year in front.
    slashes: bool,
}

impl Dates {
    /// Looks at a cell.
    pub fn cell(&mut self, text: &str) {
        let bytes = text.as_bytes();
        // Most cells begin with a year of four digits.
        if bytes.len() >= 10 && bytes[..4].iter().all(u8::is_ascii_digit) && matches!(bytes[4], b'-' | b'/' | b'.') {
            let two = |at: usize| std::str::from_utf8(&bytes[at..at + 2]).ok().and_then(|text| text.parse::<u8>().ok());
            if let (Some(second), Some(third)) = (two(5), two(8)) {
                self.year_in_full(second.into(), third.into());
            }
            return;
        }
        if bytes.len() < 5 || (bytes[4] == b'-' && bytes[..4].iter().all(u8::is_ascii_digit)) || !text.contains(['/', '-', '.']) {
            return;
        }
        let Some(triple) = written::triple(text) else { return };
        if triple.year_first() {
            return self.year_in_full(triple.parts[1].0, triple.parts[2].0);
        }
        let [(first, _), (second, _), (third, _)] = triple.parts;
        if triple.is_short() {
            self.short += 1;
            self.year_in_front |= first > 31;
            self.year_at_end |= third > 31;
            self.slashes |= triple.sign != '-';
            // A few different ones tell as much as thousands.
            if self.fronts.len() < 64 && self.ends.len() < 64 {
                self.fronts.insert(first);
                self.ends.insert(third);
            }
        }
        match (first, second) {
            (13..=31, 1..=12) => self.day_first += 1,
            (1..=12, 13..=31) => self.month_first += 1,
            // Between points the day always comes first.
            (1..=12, 1..=12) if first != second && triple.sign == '.' => {}
            (1..=12, 1..=12) if first != second => {
                self.open += 1;
                self.halves = self.halves || written::has_half(text);
            }
            _ => {}
        }
    }

    fn year_in_full(&mut self, second: u64, third: u64) {
        match (second, third) {
            (13..=31, 1..=12) => self.days_second += 1,
            (1..=12, 13..=31) => self.days_third += 1,
            (1..=12, 1..=12) if second != third => self.open_third += 1,
            _ => {}
        }
    }

    /// What follows a year that stands first: a slip in a column of a hundred proves nothing.
    fn year_first(&self) -> YearFirst {
        match (self.days_second, self.days_third) {
            (0, _) => YearFirst::MonthDay,
            (_, 0) => YearFirst::DayMonth,
            (second, third) if second * 20 <= third => YearFirst::MonthDay,
            (second, third) if third * 20 <= second => YearFirst::DayMonth,
            _ => YearFirst::Unsettled,
        }
    }

    /// What all columns of a file show together: an export writes its dates in one way.
    pub fn together<'d>(columns: impl Iterator<Item = &'d Dates>) -> Dates {
        columns.fold(Dates::default(), |sum, dates| Dates {
            day_first: sum.day_first + dates.day_first,
            month_first: sum.month_first + dates.month_first,
            ..sum
        })
    }

    /// What the cells prove: `None` where they prove nothing.
    fn proven(&self) -> Option<Order> {
        match (self.day_first > 0, self.month_first > 0) {
            (true, false) => Some(Order::DayFirst),
            (false, true) => Some(Order::MonthFirst),
            (true, true) => Some(Order::Unsettled),
            (false, false) => None,
        }
    }

    /// Where the year of two digits stands, if the cells leave no doubt.
    fn short_year(&self) -> Option<ShortYear> {
        let varied = self.fronts.len().cmp(&self.ends.len());
        match (self.year_in_front, self.year_at_end) {
            (true, true) => None,
            (true, false) => Some(ShortYear::First),
            (false, true) => Some(ShortYear::Last),
            (false, false) if self.slashes || varied.is_gt() => Some(ShortYear::Last),
            (false, false) if varied.is_lt() => Some(ShortYear::First),
            (false, false) => None,
        }
    }

    /// The form. What is declared wins, then what the column proves, then what the other columns of the file do.
    pub fn settle(&self, file: &Dates, declared: Option<bool>, half_is_american: bool, column: &str, remarks: &mut Vec<Diagnostic>) -> DateForms {
        let declared = declared.map(|month_first| if month_first { Order::MonthFirst } else { Order::DayFirst });
        let proven = declared.or(self.proven()).or(file.proven().filter(|order| *order != Order::Unsettled));
        let order = proven.unwrap_or(if self.halves && half_is_american { Order::MonthFirst } else { Order::DayFirst });
        let mut short = self.short_year();
        if self.open > 0 {
            match (proven, order) {
                (Some(Order::Unsettled), _) => {
                    remarks.push(Diagnostic::new(codes::DATE_ORDERS_MIXED).column(column).count(self.open));
                }
                (None, taken) => {
                    let taken = if taken == Order::MonthFirst { "month" } else { "day" };
                    remarks.push(Diagnostic::new(codes::DATE_ORDER_TAKEN).column(column).count(self.open).arg("value", taken));
                    // Two doubts at once are no date.
                    short = short.filter(|_| self.short == 0);
                }
                _ => {}
            }
        }
        let year_first = self.year_first();
        if year_first == YearFirst::Unsettled && self.open_third > 0 {
            remarks.push(Diagnostic::new(codes::DATE_ORDERS_MIXED).column(column).count(self.open_third));
        }
        DateForms { formats: Vec::new(), order, short, year_first }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settled(cells: &[&str]) -> (DateForms, Vec<&'static str>) {
        let mut dates = Dates::default();
        cells.iter().for_each(|cell| dates.cell(cell));
        let mut remarks = Vec::new();
        let forms = dates.settle(&Dates::together([&dates].into_iter()), None, true, "date", &mut remarks);
        (forms, remarks.iter().map(|remark| remark.code.id).collect())
    }

    #[test]
    fn one_cell_proves_the_order_of_its_column() {
        let order = |cells: &[&str]| (settled(cells).0.order, settled(cells).1);
        assert_eq!(order(&["3/4/2024", "12/31/2024"]), (Order::MonthFirst, vec![]));
        assert_eq!(order(&["3/4/2024", "31/12/2024"]), (Order::DayFirst, vec![]));
        assert_eq!(order(&["3/4/2024", "31/12/2024", "12/31/2024"]), (Order::Unsettled, vec!["date-orders-mixed"]));
        assert_eq!(order(&["3/4/2024", "4/3/2024"]), (Order::DayFirst, vec!["date-order-taken"]));
        assert_eq!(order(&["3/4/2024 9:48 PM"]), (Order::MonthFirst, vec!["date-order-taken"]));
        assert_eq!(order(&["3.4.2024", "2024-01-02", "hier"]), (Order::DayFirst, vec![]));
    }

    #[test]
    fn impossible_months_prove_that_days_come_second() {
        let found = |cells: &[&str]| (settled(cells).0.year_first, settled(cells).1);
        assert_eq!(found(&["2024-13-03", "2024-03-04", "2024/25/12 10:00"]), (YearFirst::DayMonth, vec![]));
        assert_eq!(found(&["2024-13-03", "2024-03-04", "2024-03-14"]), (YearFirst::Unsettled, vec!["date-orders-mixed"]));
        let mut many = vec!["2024-03-14"; 40];
        many.push("2024-13-03");
        assert_eq!(found(&many), (YearFirst::MonthDay, vec![]));
        assert_eq!(found(&["2024-03-04", "2024-3-4"]), (YearFirst::MonthDay, vec![]));
    }

    #[test]
    fn years_of_two_digits_are_read_where_there_is_no_doubt() {
        let short = |cells: &[&str]| settled(cells).0.short;
        assert_eq!(short(&["25/12/23", "03/01/24"]), Some(ShortYear::Last));
        assert_eq!(short(&["23-12-25", "23-12-26", "23-12-27"]), Some(ShortYear::First));
        assert_eq!(short(&["03/04/24", "04/05/24"]), None, "day or month: nothing tells");
        assert_eq!(short(&["10-11-12"]), None);
    }
}
