//! Counts and coordinates.

use super::super::vocabulary;

/// What the cells of a column say together of its marks. Without proof a mark before exactly three final digits is of thousands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct NumberForm {
    /// The point is the mark of decimals.
    pub point_decimal: bool,
    /// The comma is the mark of decimals.
    pub comma_decimal: bool,
}

/// A mark between digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Point,
    Comma,
    /// Spaces of any width and apostrophes: only ever of thousands.
    Group,
}

/// A number as written: groups of digits with the marks between them.
struct Written {
    /// Digits of all groups, ASCII.
    digits: String,
    /// For each mark: which, and how many digits stand before it.
    marks: Vec<(Mark, usize)>,
}

impl Written {
    /// `None` for anything but digits and marks, with the name of what is counted behind them.
    fn new(text: &str) -> Option<Self> {
        let mut written = Self { digits: String::with_capacity(text.len()), marks: Vec::new() };
        let number = text.strip_prefix('+').unwrap_or(text);
        for (at, c) in number.char_indices() {
            let mark = match c {
                '.' => Mark::Point,
                ',' => Mark::Comma,
                '\'' | '’' | '‘' | 'ʼ' | '´' | '`' | '_' | '\u{66c}' => Mark::Group,
                c if c.is_whitespace() => Mark::Group,
                c if c.is_alphabetic() => {
                    // "12 votes": only behind the digits, and only a word for votes.
                    if !vocabulary::is_vote(number[at..].trim()) {
                        return None;
                    }
                    while written.marks.last().is_some_and(|(mark, before)| *mark == Mark::Group && *before == written.digits.len()) {
                        written.marks.pop();
                    }
                    break;
                }
                c => {
                    written.digits.push(char::from(b'0' + digit(c)?));
                    continue;
                }
            };
            written.marks.push((mark, written.digits.len()));
        }
        (!written.digits.is_empty()).then_some(written)
    }

    /// The digits between two marks, by number.
    fn group(&self, at: usize) -> &str {
        let start = if at == 0 { 0 } else { self.marks[at - 1].1 };
        let end = self.marks.get(at).map_or(self.digits.len(), |(_, end)| *end);
        &self.digits[start..end]
    }
}

/// A decimal digit of any script that exports were seen in: its value.
fn digit(c: char) -> Option<u8> {
    /// The zeros of Latin, Arabic, Persian, Devanagari, Bengali and full-width digits.
    const ZEROS: [char; 6] = ['0', '\u{660}', '\u{6f0}', '\u{966}', '\u{9e6}', '\u{ff10}'];
    ZEROS.iter().find_map(|&zero| u32::from(c).checked_sub(u32::from(zero)).filter(|value| *value < 10)).map(|value| value as u8)
}

/// What one cell says of the marks of its column.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct MarkEvidence {
    /// It proves its mark to be of decimals: (point, comma).
    pub decimal: (bool, bool),
    /// It would be another number if its mark were of decimals, and nothing in it decides.
    pub open: bool,
}

/// Looks at a cell of a column of counts.
pub fn evidence(text: &str) -> MarkEvidence {
    let mut found = MarkEvidence::default();
    let Some(written) = Written::new(text.trim()) else { return found };
    let Some(&(mark, _)) = written.marks.last().filter(|(mark, _)| *mark != Mark::Group) else { return found };
    let same = written.marks.iter().filter(|(other, _)| *other == mark).count();
    if same > 1 {
        return found;
    }
    let (last, first) = (written.group(written.marks.len()), written.group(0));
    let zeros = last.bytes().all(|byte| byte == b'0');
    let alone = written.marks.len() == 1;
    // Three digits may be a group; behind none, more than three, or a nought alone, they are not.
    let decimal = match last.len() {
        0 => false,
        3 => !alone || first.len() > 3 || first.bytes().all(|byte| byte == b'0'),
        _ => !zeros,
    };
    if decimal {
        found.decimal = (mark == Mark::Point, mark == Mark::Comma);
    }
    found.open = !decimal && last.len() == 3 && alone;
    found
}

/// A count: `12`, `12.0`, `1 234`, `1.234`, `1,234.00`, `1'234`. `None` for anything else, and for what no 32 bits hold.
pub fn count(text: &str, form: NumberForm) -> Option<u32> {
    let text = text.trim();
    if let Ok(number) = text.parse() {
        return Some(number);
    }
    let written = Written::new(text)?;
    let mut groups = written.marks.len();
    if let Some(&(mark, _)) = written.marks.last() {
        let last = written.group(groups);
        let decimal = match mark {
            Mark::Point => form.point_decimal,
            Mark::Comma => form.comma_decimal,
            Mark::Group => false,
        };
        if decimal || (mark != Mark::Group && last.len() != 3) {
            // Zeros alone behind a mark are nothing; anything else is no count.
            if last.is_empty() || !last.bytes().all(|byte| byte == b'0') {
                return None;
            }
            groups -= 1;
        }
    }
    let whole = &written.marks[..groups];
    let one_mark = whole.iter().all(|(mark, _)| *mark == whole[0].0);
    let decimal = whole.iter().any(|(mark, _)| (*mark == Mark::Point && form.point_decimal) || (*mark == Mark::Comma && form.comma_decimal));
    // Groups of three, or of two in the middle as in India.
    let sizes = (1..=groups).all(|at| written.group(at).len() == 3 || (at < groups && written.group(at).len() == 2));
    let first = written.group(0);
    let begins = groups == 0 || ((1..=3).contains(&first.len()) && !first.starts_with('0'));
    if !one_mark || decimal || !sizes || !begins {
        return None;
    }
    let end = written.marks.get(groups).map_or(written.digits.len(), |(_, end)| *end);
    written.digits[..end].parse().ok()
}

/// Degrees: `48.85`, `48,85`. `None` for anything else, infinities included.
pub fn degrees(text: &str) -> Option<f64> {
    let text = text.trim();
    let number: f64 = match text.parse() {
        Ok(number) => number,
        Err(_) if text.matches(',').count() == 1 => text.replace(',', ".").parse().ok()?,
        Err(_) => return None,
    };
    number.is_finite().then_some(number)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str) -> Option<u32> {
        count(text, NumberForm::default())
    }

    #[test]
    fn counts_as_exports_write_them() {
        for (text, number) in [
            ("12", 12),
            (" 12 ", 12),
            ("+12", 12),
            ("12.0", 12),
            ("12,00", 12),
            ("1\u{a0}234", 1234),
            ("1\u{202f}234\u{202f}567", 1_234_567),
            ("1 234,00", 1234),
            ("1.234", 1234),
            ("1,234.00", 1234),
            ("1.234.567", 1_234_567),
            ("12,34,567", 1_234_567),
            ("1'234", 1234),
            ("1’234", 1234),
            ("1.000", 1000),
            ("٣", 3),
            ("12 votes", 12),
            ("1 200 voix", 1200),
            ("4,294,967,295", u32::MAX),
            ("0", 0),
        ] {
            assert_eq!(read(text), Some(number), "{text:?}");
        }
        for text in [
            "",
            "-1",
            "1.5",
            "a",
            "1e3",
            "99999999999",
            "4 294 967 296",
            "1.2345",
            "0,500",
            "1234,567",
            "1,23",
            "1 23",
            "12 ans",
            "1..2",
            "10%",
            "12 votes 3",
        ] {
            assert_eq!(read(text), None, "{text:?}");
        }
        let comma = NumberForm { comma_decimal: true, ..NumberForm::default() };
        for (text, number) in [("1,000", Some(1)), ("1.000", Some(1000)), ("1.234,000", Some(1234)), ("3,7", None)] {
            assert_eq!(count(text, comma), number, "{text:?}");
        }
    }

    #[test]
    fn one_cell_proves_the_mark_of_a_column() {
        for (text, decimal, open) in [
            ("3,7", (false, true), false),
            ("3.75", (true, false), false),
            ("1234,567", (false, true), false),
            ("0.500", (true, false), false),
            ("1 234,567", (false, true), false),
            ("1,234", (false, false), true),
            ("1,234,567", (false, false), false),
            ("12.0", (false, false), false),
            ("7", (false, false), false),
        ] {
            assert_eq!(evidence(text), MarkEvidence { decimal, open }, "{text}");
        }
    }

    #[test]
    fn degrees_with_point_or_comma() {
        assert_eq!(degrees("48,85"), Some(48.85));
        assert_eq!(degrees("-1.5"), Some(-1.5));
        assert_eq!(degrees("inf"), None);
        assert_eq!(degrees("1,2,3"), None);
    }

    proptest! {
        #[test]
        fn a_number_with_marks_of_thousands_comes_back(number in 0u32..=u32::MAX, mark in prop::sample::select(vec![".", ",", " ", "\u{a0}", "\u{202f}", "\u{2009}", "'", "’"]), zeros in prop::sample::select(vec!["", "00", "0"])) {
            let digits = number.to_string();
            let mut text = String::new();
            for (at, c) in digits.char_indices() {
                if at > 0 && (digits.len() - at) % 3 == 0 {
                    text.push_str(mark);
                }
                text.push(c);
            }
            if !zeros.is_empty() {
                text.push_str(if mark == "." { "," } else { "." });
                text.push_str(zeros);
            }
            prop_assert_eq!(read(&text), Some(number), "{}", text);
        }

        #[test]
        fn whatever_is_written_is_read_or_refused(text in "[0-9 .,'+eE-]{0,14}") {
            if let Some(number) = read(&text) {
                let digits: String = text.chars().filter(char::is_ascii_digit).collect();
                prop_assert!(digits.trim_start_matches('0').starts_with(number.to_string().trim_start_matches('0')), "{} {}", text, number);
            }
        }
    }
}
