//! Dates as people and programs write them in words and numbers: `24 janvier 2019 à 22h29`, `1/13/2024 9:48 p.m.`, `20240304T1530Z`.
//!
//! A text is cut into numbers, words and signs; each must mean something in a date, else the text is none.

use super::calendar::{self, Zone};
use super::dates::{DateForms, Order, ShortYear, Stamp, stamp};

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    /// A whole number and how many digits it has.
    Number(u64, usize),
    /// A word in small letters without accents; whether it was in capitals.
    Word(String, bool),
    /// Any other sign.
    Sign(char),
    /// White space.
    Space,
}

/// Words that stand in dates and mean nothing there.
const FILLERS: &[&str] = &[
    "de", "del", "d", "le", "the", "of", "a", "at", "um", "uhr", "kl", "klo", "o", "os", "as", "alle", "ore", "ora", "el", "la", "las", "los", "en",
    "den", "der", "dne", "viz", "e", "y", "et", "und", "and", "on", "om", "dia", "ko", "eko", "godz", "hod", "v", "ve", "va", "les", "il", "i", "du",
    "hs", "hrs", "heures", "heure", "horas", "hores", "ur",
];

/// Words of the half of a day: whether it is the second.
const HALVES: &[(&str, bool)] = &[
    ("am", false),
    ("pm", true),
    ("matin", false),
    ("soir", true),
    ("manana", false),
    ("tarde", true),
    ("noche", true),
    ("mattina", false),
    ("pomeriggio", true),
    ("sera", true),
    ("manha", false),
    ("noite", true),
    ("mati", false),
    ("tarda", true),
    ("vespre", true),
];

/// Days between the first of Excel's (1899-12-30) and 1970-01-01.
const SERIAL_EPOCH: i64 = 25_569;

/// Serial numbers of days from 1990 to 2100.
const SERIALS: std::ops::RangeInclusive<u64> = 32_874..=73_415;

/// Cuts a text. `None` where it is longer than any date.
fn tokens(text: &str) -> Option<Vec<Token>> {
    if text.len() > 120 {
        return None;
    }
    let chars: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let c = chars[at];
        let start = at;
        if let Some(first) = c.to_digit(10) {
            let mut value = u64::from(first);
            at += 1;
            while let Some(digit) = chars.get(at).and_then(|c| c.to_digit(10)) {
                value = value.checked_mul(10)?.checked_add(u64::from(digit))?;
                at += 1;
            }
            found.push(Token::Number(value, at - start));
        } else if c.is_alphabetic() || matches!(c, 'º' | 'ª') {
            // An apostrophe belongs to a word where letters follow: "d'abril", "c'hwevrer".
            let joins = |at: usize| matches!(chars[at], '\'' | '’' | 'ʼ') && chars.get(at + 1).is_some_and(|c| c.is_alphabetic());
            while at < chars.len() && (chars[at].is_alphabetic() || matches!(chars[at], 'º' | 'ª') || joins(at)) {
                at += 1;
            }
            let word: String = chars[start..at].iter().collect();
            let capitals = word.chars().all(char::is_uppercase);
            found.push(Token::Word(calendar::plain(&word), capitals));
        } else if c.is_whitespace() {
            if found.last() != Some(&Token::Space) {
                found.push(Token::Space);
            }
            at += 1;
        } else {
            found.push(Token::Sign(if matches!(c, '–' | '−' | '‑') { '-' } else { c }));
            at += 1;
        }
    }
    Some(found)
}

/// A date of three numbers: `13/01/2024`, `2024.1.13`, `13-1-24`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Triple {
    /// The numbers, with their digits.
    pub parts: [(u64, usize); 3],
    /// What stands between them.
    pub sign: char,
}

impl Triple {
    /// Whether the year is written in full, and stands first.
    pub fn year_first(&self) -> bool {
        self.parts[0].1 == 4
    }

    /// Whether all three numbers have at most two digits.
    pub fn is_short(&self) -> bool {
        self.parts.iter().all(|(_, digits)| *digits <= 2)
    }

    /// Year, month, day as the column reads them.
    fn date(&self, forms: &DateForms) -> Option<(i64, u32, u32)> {
        let [a, b, c] = self.parts.map(|(value, _)| u32::try_from(value).ok());
        let (a, b, c) = (a?, b?, c?);
        let digits = self.parts.map(|(_, digits)| digits);
        let settled = |first: u32, second: u32| match forms.order {
            _ if self.sign == '.' && first <= 31 && second <= 12 => Some((second, first)),
            _ if first == second => Some((first, second)),
            _ if first > 12 => Some((second, first)),
            _ if second > 12 => Some((first, second)),
            Order::DayFirst => Some((second, first)),
            Order::MonthFirst => Some((first, second)),
            Order::Unsettled => None,
        };
        match digits {
            [4, 1 | 2, 1 | 2] => forms.year_first.month_and_day(b, c).map(|(month, day)| (i64::from(a), month, day)),
            [1 | 2, 1 | 2, 4] => settled(a, b).map(|(month, day)| (i64::from(c), month, day)),
            [1 | 2, 1 | 2, 1 | 2] => match forms.short? {
                ShortYear::First => Some((century(a), b, c)),
                ShortYear::Last => settled(a, b).map(|(month, day)| (century(c), month, day)),
            },
            _ => None,
        }
    }
}

/// A year of two digits.
fn century(year: u32) -> i64 {
    i64::from(year) + if year < 70 { 2000 } else { 1900 }
}

/// The date of three numbers in a cell, whatever stands around it.
pub fn triple(text: &str) -> Option<Triple> {
    let tokens = tokens(text.trim())?;
    (0..tokens.len()).find_map(|at| three(&tokens, at).map(|(triple, _)| triple))
}

/// Whether a cell names the half of the day as people do who put the month first.
pub fn has_half(text: &str) -> bool {
    tokens(text.trim()).is_some_and(|tokens| (0..tokens.len()).any(|at| half(&tokens, at).is_some()))
}

/// Three numbers with the same sign between them from this token on, and where they end. Behind a point a space may stand.
fn three(tokens: &[Token], at: usize) -> Option<(Triple, usize)> {
    let Some(&Token::Number(a, first)) = tokens.get(at) else { return None };
    let Some(&Token::Sign(sign)) = tokens.get(at + 1) else { return None };
    if !matches!(sign, '/' | '-' | '.') || first > 4 {
        return None;
    }
    let next = |from: usize| {
        let at = if sign == '.' && tokens.get(from) == Some(&Token::Space) { from + 1 } else { from };
        match tokens.get(at) {
            Some(&Token::Number(value, digits)) if digits <= 4 => Some((value, digits, at + 1)),
            _ => None,
        }
    };
    let (b, second, after) = next(at + 2)?;
    if tokens.get(after) != Some(&Token::Sign(sign)) {
        return None;
    }
    let (c, third, end) = next(after + 1)?;
    Some((Triple { parts: [(a, first), (b, second), (c, third)], sign }, end))
}

/// `am`, `PM`, `a.m.`, `p. m.` from this token on: whether it is the second half, and where it ends.
fn half(tokens: &[Token], at: usize) -> Option<(bool, usize)> {
    let Some(Token::Word(word, _)) = tokens.get(at) else { return None };
    if let Some((_, second)) = HALVES.iter().find(|(known, _)| known == word) {
        let end = if tokens.get(at + 1) == Some(&Token::Sign('.')) { at + 2 } else { at + 1 };
        return Some((*second, end));
    }
    if !matches!(word.as_str(), "a" | "p") {
        return None;
    }
    let mut end = at + 1;
    let mut point = false;
    while matches!(tokens.get(end), Some(Token::Sign('.') | Token::Space)) {
        point |= tokens[end] == Token::Sign('.');
        end += 1;
    }
    match tokens.get(end) {
        Some(Token::Word(m, _)) if m == "m" && point => {
            let after = if tokens.get(end + 1) == Some(&Token::Sign('.')) { end + 2 } else { end + 1 };
            Some((word == "p", after))
        }
        _ => None,
    }
}

/// `+0200`, `+02:00`, `-03`, `+1`: minutes.
pub fn offset(text: &[u8]) -> Option<i16> {
    let sign = match text.first()? {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let digits: Vec<u8> = text[1..].iter().copied().filter(|&b| b != b':').collect();
    if !matches!(digits.len(), 1 | 2 | 4) || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let number = |part: &[u8]| part.iter().fold(0, |number, byte| number * 10 + i16::from(byte - b'0'));
    let hours = digits.len().min(2);
    let minutes = number(&digits[..hours]) * 60 + digits.get(2..4).map_or(0, number);
    (minutes <= 18 * 60).then_some(sign * minutes)
}

/// What was met so far.
#[derive(Default)]
struct Met {
    year: Option<i64>,
    month: Option<u32>,
    day: Option<u32>,
    clock: Option<(u32, u32, u32)>,
    half: Option<bool>,
    offset: Option<i16>,
    /// A month that is also a weekday's name.
    doubtful: Option<u32>,
    /// The zone of the time of day is one that cannot be told.
    no_zone: bool,
    odd: bool,
}

impl Met {
    fn date(&mut self, (year, month, day): (i64, u32, u32)) -> Option<()> {
        if self.year.or(self.month.map(i64::from)).or(self.day.map(i64::from)).is_some() {
            return None;
        }
        (self.year, self.month, self.day) = (Some(year), Some(month), Some(day));
        Some(())
    }

    fn clock(&mut self, clock: (u64, u64, u64)) -> Option<()> {
        let small = |number: u64| u32::try_from(number).ok();
        if self.clock.is_some() {
            return None;
        }
        self.clock = Some((small(clock.0)?, small(clock.1)?, small(clock.2)?));
        Some(())
    }

    fn finish(self) -> Option<Stamp> {
        let month = self.month.or(self.doubtful)?;
        let clock = match (self.clock, self.half) {
            (Some((hour, minute, second)), Some(second_half)) => Some((twelve(hour, second_half)?, minute, second)),
            (None, Some(_)) => return None,
            (clock, None) => clock,
        };
        let clock = clock.filter(|_| !self.no_zone);
        let read = stamp(self.year?, month, self.day?, clock, self.offset.filter(|_| clock.is_some()), self.odd)?;
        Some(Stamp { no_zone: self.no_zone, ..read })
    }
}

/// An hour of twelve as one of twenty-four.
fn twelve(hour: u32, second_half: bool) -> Option<u32> {
    match (hour, second_half) {
        (12, false) => Some(0),
        (12.., true) => Some(hour),
        (1..=11, true) => Some(hour + 12),
        (0..=11, false) => Some(hour),
        _ => None,
    }
}

/// Reads a date; `None` where a piece of the text means nothing in one, or a part of the date is missing.
pub fn parse(text: &str, forms: &DateForms) -> Option<Stamp> {
    let tokens = tokens(text)?;
    if let Some(stamp) = serial(&tokens) {
        return Some(stamp);
    }
    let mut met = Met::default();
    let mut at = 0;
    while at < tokens.len() {
        at = match &tokens[at] {
            Token::Space => at + 1,
            Token::Sign(sign) => signed(&tokens, at, *sign, &mut met)?,
            Token::Number(value, digits) => number(&tokens, at, (*value, *digits), forms, &mut met)?,
            Token::Word(word, capitals) => worded(&tokens, at, word, *capitals, &mut met)?,
        };
    }
    met.finish()
}

/// A number of days since 1899-12-30, alone in its cell, with the part of the day behind the point.
fn serial(tokens: &[Token]) -> Option<Stamp> {
    let (days, part) = match *tokens {
        [Token::Number(days, 5)] => (days, 0.0),
        [Token::Number(days, 5), Token::Sign('.' | ','), Token::Number(part, digits)] if digits < 16 => {
            (days, part as f64 / 10f64.powi(digits as i32))
        }
        _ => return None,
    };
    if !SERIALS.contains(&days) {
        return None;
    }
    let seconds = (i64::try_from(days).ok()? - SERIAL_EPOCH) * 86_400 + (part * 86_400.0).round() as i64;
    let civil = crate::model::Moment { seconds, offset: 0, precision: crate::model::Precision::Second }.civil();
    let clock = (tokens.len() > 1).then_some((u32::from(civil.hour), u32::from(civil.minute), u32::from(civil.second)));
    stamp(civil.year, civil.month.into(), civil.day.into(), clock, None, false)
}

/// A sign: an offset behind the clock, an apostrophe before a year, else what stands between parts.
fn signed(tokens: &[Token], at: usize, sign: char, met: &mut Met) -> Option<usize> {
    match (sign, tokens.get(at + 1)) {
        ('+' | '-', Some(Token::Number(..))) if met.clock.is_some() && met.offset.is_none() => {
            let (minutes, end) = zone(tokens, at)?;
            met.offset = Some(minutes);
            Some(end)
        }
        ('\'' | '’', Some(&Token::Number(year, 2))) if met.year.is_none() => {
            met.year = Some(century(u32::try_from(year).ok()?));
            Some(at + 2)
        }
        // "GMT+0100 (Central European Time)": the name of a zone whose offset is known.
        ('(', _) if met.offset.is_some() => {
            let rest = &tokens[at..];
            Some(at + rest.iter().position(|token| *token == Token::Sign(')')).map_or(rest.len(), |end| end + 1))
        }
        // "2024(e)ko", "5(a)".
        ('(' | ')', _) | ('-' | ',' | '.' | '/' | '|' | '·' | '@', _) => Some(at + 1),
        (':', Some(Token::Number(..))) if met.year.is_some() && met.clock.is_none() => {
            // `2016/01/22T:13:06:40`, seen in a re-saved export.
            met.odd = true;
            Some(at + 1)
        }
        _ => None,
    }
}

/// An offset from its sign on: minutes, and where it ends.
fn zone(tokens: &[Token], at: usize) -> Option<(i16, usize)> {
    let (Some(&Token::Sign(sign)), Some(&Token::Number(value, digits))) = (tokens.get(at), tokens.get(at + 1)) else { return None };
    let (mut text, mut end) = (format!("{sign}{value:0digits$}"), at + 2);
    if let (Some(Token::Sign(':')), Some(&Token::Number(minutes, 2))) = (tokens.get(end), tokens.get(end + 1))
        && digits <= 2
    {
        text = format!("{sign}{value:02}{minutes:02}");
        end += 2;
    }
    Some((offset(text.as_bytes())?, end))
}

/// A number, and what hangs on it.
fn number(tokens: &[Token], at: usize, (value, digits): (u64, usize), forms: &DateForms, met: &mut Met) -> Option<usize> {
    if let Some((triple, end)) = three(tokens, at)
        && met.year.is_none()
    {
        met.date(triple.date(forms)?)?;
        return Some(end);
    }
    let sign = |at: usize, wanted: char| tokens.get(at) == Some(&Token::Sign(wanted));
    let minutes = |at: usize| match tokens.get(at) {
        Some(&Token::Number(minutes, 1 | 2)) => Some(minutes),
        _ => None,
    };
    // 22:29, 22:29:15, 22:29:15.123; with points only behind the date.
    for mark in [':', '.'] {
        let Some(minute) = minutes(at + 2).filter(|_| digits <= 2 && sign(at + 1, mark)) else { continue };
        if mark == '.' && met.day.is_none() {
            continue;
        }
        let (mut second, mut end) = (0, at + 3);
        if sign(end, mark)
            && let Some(seconds) = minutes(end + 1)
        {
            (second, end) = (seconds, end + 2);
            if mark == ':' && (sign(end, '.') || sign(end, ',')) && matches!(tokens.get(end + 1), Some(Token::Number(..))) {
                end += 2;
            }
        }
        met.clock((value, minute, second))?;
        return Some(end);
    }
    if let Some(Token::Word(word, _)) = tokens.get(at + 1) {
        if matches!(word.as_str(), "h" | "heures" | "hs" | "hrs" | "hod") && digits <= 2 {
            return hours(tokens, at, value, met);
        }
        // "2PM", "2 PM".
        if digits <= 2 && half(tokens, at + 1).is_some() {
            met.clock((value, 0, 0))?;
            return Some(at + 1);
        }
    }
    let spaced = tokens.get(at + 1) == Some(&Token::Space);
    if spaced && digits <= 2 && met.clock.is_none() {
        if matches!(tokens.get(at + 2), Some(Token::Word(word, _)) if word == "h") {
            return hours(tokens, at + 1, value, met);
        }
        if half(tokens, at + 2).is_some() && (met.day.is_some() || met.year.is_some()) {
            met.clock((value, 0, 0))?;
            return Some(at + 1);
        }
        // "14 Uhr".
        if matches!(tokens.get(at + 2), Some(Token::Word(word, _)) if word == "uhr") {
            met.clock((value, 0, 0))?;
            return Some(at + 3);
        }
    }
    match digits {
        8 | 12 | 14 if met.year.is_none() => {
            let whole = format!("{value:0digits$}");
            let part = |from: usize, to: usize| whole[from..to].parse::<u32>().ok();
            met.date((i64::from(part(0, 4)?), part(4, 6)?, part(6, 8)?))?;
            if digits > 8 {
                met.clock((part(8, 10)?.into(), part(10, 12)?.into(), if digits == 14 { part(12, 14)?.into() } else { 0 }))?;
            }
        }
        // Behind `20240304T`.
        4 | 6 if met.day.is_some() && met.year.is_some() => {
            let whole = format!("{value:0digits$}");
            let part = |from: usize| whole.get(from..from + 2).and_then(|text| text.parse::<u64>().ok());
            met.clock((part(0)?, part(2)?, part(4).unwrap_or(0)))?;
        }
        4 if met.year.is_none() => met.year = Some(i64::try_from(value).ok()?),
        1 | 2 if met.day.is_none() && (1..=31).contains(&value) => met.day = Some(u32::try_from(value).ok()?),
        // "18/Aug/20", "18 août 20": behind a day and a named month two digits are a year.
        2 if met.day.is_some() && (met.month.is_some() || met.doubtful.is_some()) && met.year.is_none() => {
            met.year = Some(century(u32::try_from(value).ok()?))
        }
        _ => return None,
    }
    Some(suffix(tokens, at + 1))
}

/// Behind a number without a space: "1er", "3rd", "5º", "2024(e)ko", "5-én". What is a month or the T of ISO stays.
fn suffix(tokens: &[Token], at: usize) -> usize {
    let ending =
        |word: &str| word.len() <= 4 && calendar::month(word).is_none() && !calendar::is_weekday(word) && !matches!(word, "t" | "z" | "utc" | "gmt");
    match (tokens.get(at), tokens.get(at + 1)) {
        (Some(Token::Word(word, _)), _) if ending(word) => at + 1,
        (Some(Token::Sign('-')), Some(Token::Word(word, _))) if ending(word) => at + 2,
        (Some(Token::Sign('(')), Some(Token::Word(word, _))) if ending(word) => match (tokens.get(at + 2), tokens.get(at + 3)) {
            (Some(Token::Sign(')')), Some(Token::Word(more, _))) if ending(more) => at + 4,
            (Some(Token::Sign(')')), _) => at + 3,
            _ => at,
        },
        _ => at,
    }
}

/// `18h05`, `18 h 05`, `9h`, `21h48m12`: from the number on, whose word stands at the next place.
fn hours(tokens: &[Token], at: usize, hour: u64, met: &mut Met) -> Option<usize> {
    let mut end = at + 2;
    let skip = |at: usize| if tokens.get(at) == Some(&Token::Space) { at + 1 } else { at };
    let (mut minute, mut second) = (0, 0);
    if let Some(&Token::Number(minutes, 2)) = tokens.get(skip(end)) {
        (minute, end) = (minutes, skip(end) + 1);
        if matches!(tokens.get(skip(end)), Some(Token::Word(word, _)) if matches!(word.as_str(), "m" | "min" | "mn")) {
            end = skip(end) + 1;
            if let Some(&Token::Number(seconds, 2)) = tokens.get(skip(end)) {
                (second, end) = (seconds, skip(end) + 1);
                if matches!(tokens.get(skip(end)), Some(Token::Word(word, _)) if matches!(word.as_str(), "s" | "sec")) {
                    end = skip(end) + 1;
                }
            }
        }
    }
    met.clock((hour, minute, second))?;
    Some(end)
}

/// A word.
fn worded(tokens: &[Token], at: usize, word: &str, capitals: bool, met: &mut Met) -> Option<usize> {
    if let Some((second, end)) = half(tokens, at).filter(|_| met.clock.is_some()) {
        met.half = Some(second);
        return Some(end);
    }
    if matches!(word, "utc" | "gmt" | "z") && met.clock.is_some() {
        let signed = matches!(tokens.get(at + 1), Some(Token::Sign('+' | '-')));
        let (minutes, end) = if signed { zone(tokens, at + 1)? } else { (0, at + 1) };
        met.offset = Some(minutes);
        return Some(end);
    }
    // A zone by its name; of one that nobody knows, or that means several, the day alone is certain.
    if met.clock.is_some() && met.offset.is_none() && !met.no_zone {
        let unknown = || {
            (capitals && (2..=5).contains(&word.len()) && calendar::month(word).is_none() && !calendar::is_weekday(word)).then_some(Zone::Doubtful)
        };
        match calendar::zone(word).filter(|_| capitals).or_else(unknown) {
            Some(Zone::Known(minutes)) => met.offset = Some(minutes),
            Some(Zone::Doubtful) => met.no_zone = true,
            None => {}
        }
        if met.offset.is_some() || met.no_zone {
            return Some(at + 1);
        }
    }
    // "d'abril": the article goes.
    let name = word.strip_prefix("d'").or_else(|| word.strip_prefix("l'")).unwrap_or(word);
    match (calendar::month(name), calendar::is_weekday(name) || FILLERS.contains(&name)) {
        // Another name already says the month.
        (Some(number), doubtful) if met.month.is_none() || doubtful => {
            match doubtful {
                true => met.doubtful = met.doubtful.or(Some(number.into())),
                false => met.month = Some(number.into()),
            }
            Some(at + 1)
        }
        (Some(_), _) => None,
        (None, true) => Some(at + 1),
        (None, false) if word == "t" => Some(at + 1),
        // "segunda-feira".
        (None, false) if word == "feira" => Some(at + 1),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_numbers_are_found_wherever_they_stand() {
        let parts = |text: &str| triple(text).map(|triple| (triple.parts.map(|(value, _)| value), triple.sign));
        assert_eq!(parts("mar. 5/3/2024 à 9h"), Some(([5, 3, 2024], '/')));
        assert_eq!(parts("1. 3. 24"), Some(([1, 3, 24], '.')));
        assert_eq!(parts("5 mars 2024"), None);
        assert!(has_half("1/2/2024 9:48 p.m.") && !has_half("1/2/2024 à 9h"));
    }

    #[test]
    fn offsets_in_minutes() {
        assert_eq!([offset(b"+0200"), offset(b"-05:00"), offset(b"+1"), offset(b"+99:00")], [Some(120), Some(-300), Some(60), None]);
    }
}
