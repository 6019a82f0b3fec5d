//! The records of a CSV file, one after the other. A quote that is opened and not closed where it must be swallows the lines below it:
//! it is found by the shape of what it swallowed, the row ends where the first of them begins, and reading goes on there.

use std::collections::VecDeque;
use std::io::{self, Read};
use std::ops::Range;

use csv::{ByteRecord, ReaderBuilder};
use memchr::{memchr, memchr_iter, memchr2};

/// Bytes before the record at hand that may stay in memory.
const BEHIND: usize = 1 << 20;

/// Swallowed lines that are looked at: more would tell nothing new.
const LINES: usize = 200;

/// What cells of a column are like, where all are alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Empty,
    Whole,
    /// Digits with marks between: numbers with decimals, dates.
    Digits,
    Text,
}

impl Class {
    fn of(cell: &[u8]) -> Self {
        let cell = cell.trim_ascii();
        if cell.is_empty() {
            Self::Empty
        } else if cell.iter().all(u8::is_ascii_digit) {
            Self::Whole
        } else if cell[0].is_ascii_digit() && cell.iter().all(|byte| byte.is_ascii_digit() || b" .,:/+-TZ".contains(byte)) {
            Self::Digits
        } else {
            Self::Text
        }
    }

    fn with(self, other: Self) -> Self {
        match (self, other) {
            (one, other) if one == other => one,
            (Self::Empty, other) | (other, Self::Empty) => other,
            (Self::Text, _) | (_, Self::Text) => Self::Text,
            _ => Self::Digits,
        }
    }
}

/// What the rows of a file look like, learnt from its lines that are whole rows.
#[derive(Debug, Clone, Default)]
pub(super) struct Shape {
    classes: Vec<Class>,
}

impl Shape {
    /// From the beginning of a text. Most of its lines that are whole rows have the width of all rows; of two widths as frequent the larger.
    pub(super) fn learn(head: &[u8], delimiter: u8) -> Self {
        let lines = || head.split(|&byte| byte == b'\n' || byte == b'\r').filter(|line| !line.is_empty()).skip(1).take(LINES);
        let mut widths: Vec<(usize, usize)> = Vec::new();
        let mut reader = LineReader::new(delimiter);
        let rows: Vec<Option<ByteRecord>> = lines().map(|line| reader.whole(line)).collect();
        for (line, row) in lines().zip(&rows) {
            // Delimiters within quotes are none of the row's, and a line with an open quote tells nothing certain.
            let width = row.as_ref().map_or_else(|| memchr_iter(delimiter, line).count() + 1, ByteRecord::len);
            match widths.iter_mut().find(|(known, _)| *known == width) {
                Some((_, count)) => *count += 1,
                None => widths.push((width, 1)),
            }
        }
        // The first line is the header where any other is as wide; else a title stands there.
        let first = head.split(|&byte| byte == b'\n' || byte == b'\r').next().and_then(|line| reader.whole(line)).map_or(0, |row| row.len());
        let weight = |(width, count): &(usize, usize)| (*width == first, *count, *width);
        let Some((width, _)) = widths.into_iter().filter(|(width, _)| *width > 1).max_by_key(weight) else { return Self::default() };
        let classes = Self::of(rows.into_iter().flatten(), width);
        // Where every line leaves a quote open, they are still rows.
        let classes = classes.or_else(|| Self::of(lines().map(|line| opened(line, delimiter, width)), width));
        Self { classes: classes.unwrap_or_default() }
    }

    fn of(rows: impl Iterator<Item = ByteRecord>, width: usize) -> Option<Vec<Class>> {
        let rows = rows.filter(|row| row.len() == width).map(|row| row.iter().map(Class::of).collect::<Vec<_>>());
        rows.reduce(|classes, row| classes.into_iter().zip(row).map(|(class, found)| class.with(found)).collect())
    }

    fn width(&self) -> usize {
        self.classes.len()
    }

    /// How many columns of digits a line has in their places; none where it is not such a row.
    fn fits(&self, cells: &ByteRecord) -> Option<usize> {
        if cells.len() != self.width() {
            return None;
        }
        let mut digits = 0;
        for (class, cell) in self.classes.iter().zip(cells) {
            let found = Class::of(cell);
            match class {
                Class::Whole if found == Class::Whole => digits += 1,
                Class::Digits if matches!(found, Class::Whole | Class::Digits) => digits += 1,
                Class::Whole | Class::Digits if found != Class::Empty => return None,
                _ => {}
            }
        }
        Some(digits)
    }
}

impl Shape {
    /// Whether a row that is too short may go on in the next line: what it has is in its place, a number first.
    fn may_go_on(&self, cells: &ByteRecord) -> bool {
        let class = |at: usize| cells.get(at).map(Class::of);
        self.width() > 2
            && cells.len() > 1
            && self.classes.first() == Some(&Class::Whole)
            && class(0) == Some(Class::Whole)
            && self.classes[cells.len()..].iter().any(|class| matches!(class, Class::Whole | Class::Digits))
    }

    /// Whether a line is no row: no number stands where each row has one.
    fn goes_on(&self, cells: &ByteRecord) -> bool {
        cells.len() < self.width() && cells.get(0).map(Class::of) == Some(Class::Text)
    }

    /// Whether a row that was put together is one, and what stands behind its first cells tells so.
    fn fits_behind(&self, cells: &ByteRecord, before: usize) -> bool {
        let typed = |at: usize| matches!(self.classes[at], Class::Whole | Class::Digits) && Class::of(&cells[at]) != Class::Empty;
        self.fits(cells).is_some() && (before..self.width()).any(typed)
    }

    /// The same for a line that opens a text of several lines: what stands before it must be in its place, a number among it.
    fn begins(&self, line: &[u8], reader: &mut LineReader) -> Option<usize> {
        let delimiter = reader.delimiter;
        let opened = line.iter().rposition(|&byte| byte == b'"').filter(|&at| at == 0 || line[at - 1] == delimiter)?;
        let before = reader.whole(&line[..opened.saturating_sub(1)])?;
        if before.len() >= self.width() {
            return None;
        }
        let mut padded = before.iter().map(<[u8]>::to_vec).collect::<Vec<_>>();
        padded.resize(self.width(), Vec::new());
        self.fits(&ByteRecord::from(padded)).filter(|digits| *digits > 0)
    }
}

/// Whether all quotes of a record stand as RFC 4180 has them: around a whole cell, and doubled within.
fn is_sound(raw: &[u8], delimiter: u8) -> bool {
    let mut at = 0;
    loop {
        if raw.get(at) == Some(&b'"') {
            let Some(end) = sound_end(&raw[at + 1..], delimiter) else { return false };
            at += 1 + end + 1;
        } else {
            let end = raw[at..].iter().position(|&byte| byte == delimiter || byte == b'"').map_or(raw.len(), |end| at + end);
            if raw.get(end) == Some(&b'"') {
                return false;
            }
            at = end;
        }
        if at >= raw.len() || raw[at] != delimiter {
            return true;
        }
        at += 1;
    }
}

/// Where a quoted cell ends, if nothing but a delimiter or the end of the line follows.
fn sound_end(quoted: &[u8], delimiter: u8) -> Option<usize> {
    let mut at = 0;
    while let Some(found) = memchr(b'"', &quoted[at..]) {
        at += found;
        match quoted.get(at + 1) {
            Some(b'"') => at += 2,
            Some(&after) if after == delimiter || after == b'\n' || after == b'\r' => return Some(at),
            None => return Some(at),
            Some(_) => return None,
        }
    }
    None
}

/// Reads single lines as rows. Setting the reader up costs more than reading some hundred of them: that is done once.
struct LineReader {
    reader: csv_core::Reader,
    delimiter: u8,
    cells: Vec<u8>,
    ends: Vec<usize>,
}

impl LineReader {
    fn new(delimiter: u8) -> Self {
        Self { reader: csv_core::ReaderBuilder::new().delimiter(delimiter).build(), delimiter, cells: Vec::new(), ends: Vec::new() }
    }

    /// The cells of a line that is a row by itself: none of its quotes stays open.
    fn whole(&mut self, line: &[u8]) -> Option<ByteRecord> {
        let quotes = memchr_iter(b'"', line).count();
        if line.is_empty() || quotes % 2 == 1 {
            return None;
        }
        if quotes == 0 {
            return Some(line.split(|byte| *byte == self.delimiter).collect());
        }
        self.cells.resize(line.len(), 0);
        self.ends.resize(memchr_iter(self.delimiter, line).count() + 1, 0);
        self.reader.reset();
        // What is read has room for all of it; the second call tells that the line is over.
        let (_, _, written, ended) = self.reader.read_record(line, &mut self.cells, &mut self.ends);
        let (_, _, _, last) = self.reader.read_record(&[], &mut self.cells[written..], &mut self.ends[ended..]);
        let mut start = 0;
        let cells = self.ends[..ended + last].iter().map(|&end| {
            let cell = &self.cells[start..end];
            start = end;
            cell
        });
        Some(cells.collect())
    }
}

/// A reader that keeps what it gave since a place, and can go back to it.
struct Kept<R> {
    inner: R,
    held: Vec<u8>,
    /// Place in the text of the first byte held.
    start: u64,
    at: u64,
}

impl<R: Read> Kept<R> {
    fn index(&self, place: u64) -> usize {
        usize::try_from(place.saturating_sub(self.start)).unwrap_or(usize::MAX).min(self.held.len())
    }

    fn forget(&mut self, before: u64) {
        let index = self.index(before);
        if index > BEHIND {
            self.held.drain(..index);
            self.start += index as u64;
        }
    }
}

impl<R: Read> Read for Kept<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let from = self.index(self.at);
        let read = if from < self.held.len() {
            (&self.held[from..]).read(buffer)?
        } else {
            let read = self.inner.read(buffer)?;
            self.held.extend_from_slice(&buffer[..read]);
            read
        };
        self.at += read as u64;
        Ok(read)
    }
}

/// What is wrong with the quotes of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Quotes {
    /// One stayed open: so many lines that stood in its cell are rows of their own.
    Open(u64),
    /// No quote at all: a line break within a text cut the row into so many lines, which were joined.
    Cut(u64),
    /// They do not pair as a text of several lines needs, and nothing tells where it ends.
    Odd,
}

/// Reads records.
pub(super) struct Records<R> {
    /// There but for the moment in which it is made anew.
    reader: Option<csv::Reader<Kept<R>>>,
    delimiter: u8,
    shape: Shape,
    /// Place in the text of the reader's first byte.
    base: u64,
    /// Place of the record at hand.
    place: u64,
    /// Records that were looked at to see whether they go on with the one before, and a fault met there.
    ahead: VecDeque<Ahead>,
    failed: Option<csv::Error>,
}

/// A record that was read ahead.
struct Ahead {
    record: ByteRecord,
    quotes: Option<Quotes>,
    place: u64,
}

/// Lines that a text without quotes may break into.
const BROKEN: usize = 12;

/// Two halves of a row: the last cell of the first goes on in the first of the second.
fn joined(first: &ByteRecord, second: &ByteRecord) -> ByteRecord {
    let at = first.len().saturating_sub(1);
    let mut record: ByteRecord = first.iter().take(at).collect();
    let middle = [first.get(at).unwrap_or_default(), b"\n", second.get(0).unwrap_or_default()].concat();
    record.push_field(&middle);
    second.iter().skip(1).for_each(|cell| record.push_field(cell));
    record
}

/// Line ends at the beginning of some bytes.
fn blanks(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|byte| matches!(byte, b'\n' | b'\r')).count()
}

const MARK: &[u8] = "\u{feff}".as_bytes();

impl<R: Read> Records<R> {
    pub(super) fn new(text: R, delimiter: u8, shape: Shape) -> Self {
        let kept = Kept { inner: text, held: Vec::new(), start: 0, at: 0 };
        Self { reader: Some(Self::over(kept, delimiter)), delimiter, shape, base: 0, place: 0, ahead: VecDeque::new(), failed: None }
    }

    fn over(kept: Kept<R>, delimiter: u8) -> csv::Reader<Kept<R>> {
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).buffer_capacity(256 * 1024).from_reader(kept)
    }

    /// Reads the next record into `record`; what is wrong with its quotes is told.
    pub(super) fn next(&mut self, record: &mut ByteRecord) -> Result<(bool, Option<Quotes>), csv::Error> {
        let (read, quotes) = self.first_ahead(record)?;
        if !read || quotes.is_some() || record.len() >= self.shape.width() || !self.shape.may_go_on(record) {
            return Ok((read, quotes));
        }
        let place = self.place;
        let (mut whole, mut lines) = (None, record.clone());
        for taken in 0..BROKEN {
            if taken >= self.ahead.len() {
                let mut more = ByteRecord::new();
                match self.read_one(&mut more) {
                    Ok((true, quotes)) => self.ahead.push_back(Ahead { record: more, quotes, place: self.place }),
                    Ok((false, _)) => break,
                    Err(error) => {
                        self.failed = Some(error);
                        break;
                    }
                }
            }
            let Some(next) = self.ahead.get(taken).filter(|next| next.quotes.is_none() && self.shape.goes_on(&next.record)) else { break };
            match joined(&lines, &next.record) {
                longer if longer.len() < self.shape.width() => lines = longer,
                longer if longer.len() == self.shape.width() && self.shape.fits_behind(&longer, lines.len()) => {
                    whole = Some((longer, taken + 1));
                    break;
                }
                _ => break,
            }
        }
        self.place = place;
        let Some((longer, taken)) = whole else { return Ok((true, None)) };
        self.ahead.drain(..taken);
        *record = longer;
        Ok((true, Some(Quotes::Cut(taken as u64 + 1))))
    }

    /// The next record: one that was read ahead, or from the text.
    fn first_ahead(&mut self, record: &mut ByteRecord) -> Result<(bool, Option<Quotes>), csv::Error> {
        match (self.ahead.pop_front(), self.failed.take()) {
            (Some(next), failed) => {
                self.failed = failed;
                *record = next.record;
                self.place = next.place;
                Ok((true, next.quotes))
            }
            (None, Some(error)) => Err(error),
            (None, None) => self.read_one(record),
        }
    }

    fn read_one(&mut self, record: &mut ByteRecord) -> Result<(bool, Option<Quotes>), csv::Error> {
        let Some(reader) = self.reader.as_mut() else { return Ok((false, None)) };
        let from = self.base + reader.position().byte();
        reader.get_mut().forget(from);
        self.place = from;
        let read = reader.read_byte_record(record);
        let mut odd = None;
        let swallowed = match &read {
            Ok(false) => None,
            Ok(true) if memchr2(b'\n', b'\r', record.as_slice()).is_none() => {
                let marks = record.len() < self.shape.width() && record.iter().any(|cell| cell.contains(&self.delimiter));
                if marks {
                    let kept = reader.get_ref();
                    let raw = kept.held[kept.index(from)..kept.index(self.base + reader.position().byte())].trim_ascii();
                    if let Some(cells) = ditto(raw, &self.shape, self.delimiter) {
                        *record = cells;
                        odd = Some(Quotes::Open(0));
                    }
                }
                None
            }
            _ => {
                let to = self.base + reader.position().byte();
                let kept = reader.get_ref();
                // The end of the line before counts to the record, as blank lines do.
                let begins = kept.index(from) + blanks(&kept.held[kept.index(from)..]);
                let raw = match read {
                    Ok(_) => begins..kept.index(to).max(begins),
                    Err(_) => begins..kept.held.len(),
                };
                let bytes = &kept.held[raw.clone()];
                // A text of several lines that is written as it should be is one, unless each of its lines is a row of this very file.
                if read.is_ok() && is_sound(bytes, self.delimiter) {
                    let chance = by_chance(bytes, &self.shape, self.delimiter);
                    odd = (chance == Chance::Doubtful).then_some(Quotes::Odd);
                    match chance {
                        Chance::Rows(end, lines) => Some((raw.start..raw.start + end, lines)),
                        Chance::Doubtful | Chance::Text => None,
                    }
                } else {
                    let cut = cut(bytes, record, read.is_ok(), &self.shape, self.delimiter);
                    odd = (cut.is_none() && read.is_ok()).then_some(Quotes::Odd);
                    cut.map(|(end, lines)| (raw.start..raw.start + end, lines))
                }
            }
        };
        let read = match (swallowed, read) {
            (None, read) => read?,
            (Some((raw, lines)), _) => {
                *record = opened(&reader.get_ref().held[raw.clone()], self.delimiter, self.shape.width());
                self.back(raw);
                strip_mark(record);
                return Ok((true, Some(Quotes::Open(lines))));
            }
        };
        strip_mark(record);
        Ok((read, odd))
    }

    /// Where in the text the record at hand begins; blank lines above it count to it.
    pub(super) fn place(&self) -> u64 {
        let (Some(reader), place) = (&self.reader, self.place) else { return self.place };
        let kept = reader.get_ref();
        place + blanks(&kept.held[kept.index(place)..]) as u64
    }

    /// Goes on reading at the end of a part of what is held.
    fn back(&mut self, raw: Range<usize>) {
        let Some(reader) = self.reader.take() else { return };
        let mut kept = reader.into_inner();
        let mut end = raw.end;
        // The reader would take a mark at its beginning away without counting it.
        if kept.held[end..].starts_with(MARK) {
            end += MARK.len();
        }
        self.base = kept.start + end as u64;
        kept.at = self.base;
        self.reader = Some(Self::over(kept, self.delimiter));
    }
}

/// Files that were put one below the other keep their marks.
fn strip_mark(record: &mut ByteRecord) {
    if record.get(0).is_some_and(|cell| cell.starts_with(MARK)) {
        let mut cells = record.iter().map(<[u8]>::to_vec).collect::<Vec<_>>();
        let first = cells[0][MARK.len()..].to_vec();
        cells[0] = first.strip_prefix(b"\"").and_then(|rest| rest.strip_suffix(b"\"")).map_or(first.clone(), <[u8]>::to_vec);
        *record = ByteRecord::from(cells);
    }
}

/// What a text of several lines is whose quotes stand as they should.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Chance {
    Text,
    /// It may hold rows.
    Doubtful,
    /// Two quotes that have nothing to do with each other stand at the edges of cells: the first row ends here, and so many more follow.
    Rows(usize, u64),
}

/// Where the quotes of a record are sound: whether they pair by chance. Then its first line is a row by itself, its last is one, and most
/// between are.
fn by_chance(raw: &[u8], shape: &Shape, delimiter: u8) -> Chance {
    let full = shape.width() - usize::from(shape.width() > 0);
    if full < 2 {
        return Chance::Text;
    }
    let mut lines = raw.split(|&byte| byte == b'\n').map(|line| line.strip_suffix(b"\r").unwrap_or(line));
    let first = lines.next().unwrap_or_default();
    if memchr_iter(delimiter, first).count() < full {
        return Chance::Text;
    }
    let mut reader = LineReader::new(delimiter);
    let mut row = |line: &[u8]| {
        // Blanks behind a mark are those of prose.
        let marks = memchr_iter(delimiter, line);
        let (mut count, mut prose) = (0, false);
        marks.for_each(|at| (count, prose) = (count + 1, prose || line.get(at + 1) == Some(&b' ')));
        if count < full || prose {
            return None;
        }
        let cells = reader.whole(line).filter(|cells| cells.len() == shape.width());
        shape.fits(&cells.unwrap_or_else(|| opened(line, delimiter, shape.width())))
    };
    let typed = shape.classes.iter().any(|class| matches!(class, Class::Whole | Class::Digits));
    let enough = |digits: Option<usize>| digits.is_some_and(|digits| digits > 0 || !typed);
    // In the last column a text may begin on a full line: what it holds must then be more like rows.
    let at_the_end = memchr(b'"', first).is_some_and(|at| memchr_iter(delimiter, &first[..at]).count() >= full);
    if !enough(row(first)) {
        return Chance::Text;
    }
    let (mut rows, mut filled, mut least, mut last) = (0_u64, 0_u64, usize::MAX, false);
    for line in lines.filter(|line| !line.is_empty()).take(LINES) {
        let digits = row(line);
        last = enough(digits);
        filled += 1;
        if last {
            rows += 1;
            least = least.min(digits.unwrap_or_default());
        }
    }
    if rows == 0 || !last || rows * 2 < filled {
        return Chance::Text;
    }
    // A quote that is a cell of its own, for what stands above, is no text.
    let is_mark = |line: &[u8]| line.strip_suffix(b"\"").is_some_and(|rest| rest.last() == Some(&delimiter));
    if at_the_end && rows == filled && is_mark(first) {
        let end = memchr(b'\n', raw).map_or(raw.len(), |at| at + 1);
        return Chance::Rows(end, filled);
    }
    if at_the_end && (least < 2 || rows < filled) {
        return if typed && rows == filled { Chance::Doubtful } else { Chance::Text };
    }
    let end = memchr(b'\n', raw).map_or(raw.len(), |at| at + 1);
    Chance::Rows(end, filled)
}

/// The cells of a line where a quote is a cell of its own, for what stands above: two of them would make one cell of what is between.
fn ditto(raw: &[u8], shape: &Shape, delimiter: u8) -> Option<ByteRecord> {
    let cells: ByteRecord = raw.split(|&byte| byte == delimiter).map(|cell| if cell == b"\"" { &b""[..] } else { cell }).collect();
    let marks = raw.split(|&byte| byte == delimiter).filter(|cell| *cell == b"\"").count();
    (marks > 1 && marks == memchr_iter(b'"', raw).count() && shape.fits(&cells).is_some()).then_some(cells)
}

/// Where in its bytes a record that swallowed others must end, and how many lines it swallowed. `complete`: it was read to its end.
fn cut(raw: &[u8], record: &ByteRecord, complete: bool, shape: &Shape, delimiter: u8) -> Option<(usize, u64)> {
    if shape.width() < 2 {
        return None;
    }
    let mut lines: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    while start < raw.len() && lines.len() < LINES {
        let end = memchr2(b'\n', b'\r', &raw[start..]).map_or(raw.len(), |at| start + at);
        lines.push(start..end);
        start = if raw[end..].starts_with(b"\r\n") { end + 2 } else { (end + 1).min(raw.len()) };
        if end == raw.len() {
            break;
        }
    }
    // A line whose quote stays open may still be a row: it holds as many delimiters.
    let mut reader = LineReader::new(delimiter);
    let mut fits = |line: &Range<usize>| {
        let line = &raw[line.clone()];
        let cells = reader.whole(line).unwrap_or_else(|| opened(line, delimiter, shape.width()));
        shape.fits(&cells).or_else(|| shape.begins(line, &mut reader))
    };
    let rows: Vec<(usize, usize)> = (1..lines.len()).filter(|&at| !lines[at].is_empty()).filter_map(|at| Some((at, fits(&lines[at])?))).collect();
    let odd = raw.iter().filter(|&&byte| byte == b'"').count() % 2 == 1;
    let Some(&(first, digits)) = rows.first() else {
        // The last row of a file swallows nothing but its own cells.
        let own = opened(raw, delimiter, shape.width());
        return (complete && odd && record.len() <= shape.width() && shape.fits(&own).is_some()).then_some((raw.len(), 0));
    };
    let typed = shape.classes.iter().filter(|class| matches!(class, Class::Whole | Class::Digits)).count();
    let open = !complete || odd || record.len() != shape.width();
    let filled = lines[first..].iter().filter(|line| !line.is_empty()).count();
    let is_cut = if typed == 0 {
        open && shape.width() > 2 && rows.len() * 2 >= filled
    } else if open {
        digits > 0 && rows.len() * 2 >= filled
    } else {
        // The quotes pair up by chance.
        digits > 0 && rows.len() * 2 >= filled.saturating_sub(1)
    };
    // What a line still in its quotes swallowed belongs to the reading that follows.
    is_cut.then(|| (lines[first].start, rows.len() as u64))
}

/// The cells of a row one of whose quotes stays open: that quote is no quote, and its cell leaves the others theirs.
fn opened(raw: &[u8], delimiter: u8, width: usize) -> ByteRecord {
    let raw = raw.strip_suffix(b"\n").unwrap_or(raw);
    let raw = raw.strip_suffix(b"\r").unwrap_or(raw);
    let mut record = ByteRecord::new();
    let mut rest = raw;
    loop {
        if let Some(quoted) = rest.strip_prefix(b"\"") {
            match closing(quoted, delimiter) {
                Some((end, after)) => {
                    let cell: Vec<u8> = undoubled(&quoted[..end]);
                    record.push_field(&cell);
                    match after {
                        Some(after) => rest = &quoted[after..],
                        None => return record,
                    }
                    continue;
                }
                None => {
                    // The last cells are those of the row; all before them is this one.
                    let behind = width.saturating_sub(record.len() + 1);
                    let mut ends: Vec<usize> = quoted.iter().enumerate().filter(|(_, byte)| **byte == delimiter).map(|(at, _)| at).collect();
                    let ends = ends.split_off(ends.len().saturating_sub(behind));
                    let end = ends.first().copied().unwrap_or(quoted.len());
                    record.push_field(&quoted[..end]);
                    if end < quoted.len() {
                        quoted[end + 1..].split(|byte| *byte == delimiter).for_each(|cell| record.push_field(&undoubled(unquoted(cell))));
                    }
                    return record;
                }
            }
        }
        match memchr(delimiter, rest) {
            Some(at) => {
                record.push_field(&rest[..at]);
                rest = &rest[at + 1..];
            }
            None => {
                record.push_field(rest);
                return record;
            }
        }
    }
}

fn unquoted(cell: &[u8]) -> &[u8] {
    cell.strip_prefix(b"\"").and_then(|rest| rest.strip_suffix(b"\"")).unwrap_or(cell)
}

fn undoubled(cell: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(cell.len());
    let mut at = 0;
    while at < cell.len() {
        out.push(cell[at]);
        at += if cell[at..].starts_with(b"\"\"") { 2 } else { 1 };
    }
    out
}

/// Where a quoted cell ends, and where the next begins, if it does.
fn closing(quoted: &[u8], delimiter: u8) -> Option<(usize, Option<usize>)> {
    let mut at = 0;
    while let Some(found) = memchr(b'"', &quoted[at..]) {
        at += found;
        match quoted.get(at + 1) {
            Some(b'"') => at += 2,
            Some(&after) if after == delimiter => return Some((at, Some(at + 2))),
            None => return Some((at, None)),
            Some(_) => at += 1,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(String, u64)> {
        let mut records = Records::new(text.as_bytes(), b';', Shape::learn(text.as_bytes(), b';'));
        let mut record = ByteRecord::new();
        let mut all = Vec::new();
        while let (true, quotes) = records.next(&mut record).unwrap() {
            let cells: Vec<String> = record.iter().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect();
            all.push((cells.join("|"), quotes.map_or(0, |quotes| if let Quotes::Open(lines) = quotes { lines } else { 99 })));
        }
        all.remove(0);
        all
    }

    fn rows(text: &str) -> Vec<String> {
        read(text).into_iter().map(|(row, _)| row).collect()
    }

    #[test]
    fn a_quote_that_is_never_closed_costs_no_row() {
        let text = "id;titre;texte\n1;Un;\"aaa\n2;Deux;bbb\n3;Trois;ccc\n";
        assert_eq!(read(text), [("1|Un|aaa".to_owned(), 2), ("2|Deux|bbb".to_owned(), 0), ("3|Trois|ccc".to_owned(), 0)]);
        let last = "id;titre;texte\n1;Un;aaa\n2;\"Deux;bbb\n";
        assert_eq!(rows(last), ["1|Un|aaa", "2|Deux|bbb"]);
    }

    #[test]
    fn a_quote_that_the_next_one_closes_keeps_every_row() {
        let text = "id;titre;texte;pour\n1;Un;\"aaa;3\n2;Deux;bbb;4\n3;Trois;ccc;5\n4;Quatre;\"d\nd\";6\n5;Cinq;eee;7\n";
        assert_eq!(rows(text), ["1|Un|aaa|3", "2|Deux|bbb|4", "3|Trois|ccc|5", "4|Quatre|d\nd|6", "5|Cinq|eee|7"]);
        let title = "id;titre;texte;pour\n1;\"Un;a;3\n2;Deux;\"b;b\";4\n3;Trois;c;5\n";
        assert_eq!(rows(title), ["1|Un|a|3", "2|Deux|b;b|4", "3|Trois|c|5"]);
    }

    #[test]
    fn quotes_that_pair_by_chance_keep_every_row() {
        let ditto = "id;theme;titre;pour\n1;Mobilite;Un;3\n2;\";Deux;4\n3;Nature;Trois;5\n4;\";Quatre;6\n5;\";Cinq;7\n6;\";Six;8\n7;Eau;Sept;9\n";
        assert_eq!(rows(ditto), ["1|Mobilite|Un|3", "2||Deux|4", "3|Nature|Trois|5", "4||Quatre|6", "5||Cinq|7", "6||Six|8", "7|Eau|Sept|9"]);
        let end = "id;titre;lieu\n1;Un;Nord\n2;Deux;\"\n3;Trois;Sud\n4;Quatre;\"\n5;Cinq;\"\n6;Six;\"\n";
        assert_eq!(rows(end), ["1|Un|Nord", "2|Deux|", "3|Trois|Sud", "4|Quatre|", "5|Cinq|", "6|Six|"]);
        let two = "id;quartier;theme;titre\n1;Nord;Eau;Un\n2;\";\";Deux\n3;Sud;\";Trois\n4;Sud;Air;Quatre\n";
        assert_eq!(rows(two), ["1|Nord|Eau|Un", "2|||Deux", "3|Sud||Trois", "4|Sud|Air|Quatre"]);
        let inch = "id;titre;texte;pour\n1;Un;a;3\n2;Deux;\"tuyau;4\n3;Trois;c;5\n4;Quatre;de 12\";6\n5;Cinq;e;7\n";
        assert_eq!(read(inch).iter().map(|(_, lines)| *lines).collect::<Vec<_>>(), [0, 2, 0, 0, 0]);
        let last = "id;pour;texte\n1;3;a\n2;4;\"tuyau\n3;5;c\n4;6;de 12\"\n5;7;e\n";
        assert_eq!(rows(last).len(), 5);
        let words = "nom;titre;texte;lieu\na;Un;a;x\nb;\"Deux;b;y\nc;Trois;c;z\nd;Quatre\";d;x\ne;Cinq;e;y\n";
        assert_eq!(rows(words).len(), 5);
        // One number a line may be that of a list: it is said.
        let list = "id;titre;texte\n9;Un;\"Il y a :\n10;la salle;le bureau\n11;le hall;la cour\"\n12;Deux;e\n";
        assert_eq!(read(list).iter().map(|(_, lines)| *lines).collect::<Vec<_>>(), [99, 0]);
    }

    #[test]
    fn a_line_break_without_quotes_is_joined() {
        let text = "id;titre;texte;pour\n1;Un;a;3\n2;Deux;b\nencore b;4\n3;Trois;c\nd\ne;5\n4;Quatre;f;6\n";
        assert_eq!(rows(text), ["1|Un|a|3", "2|Deux|b\nencore b|4", "3|Trois|c\nd\ne|5", "4|Quatre|f|6"]);
        // Rows that end early are rows.
        assert_eq!(rows("id;titre;texte;pour\n1;Un;a;3\n2;Deux\n3;Trois;c;4\n4\n5;Cinq;e;5\n").len(), 5);
        assert_eq!(rows("id;titre;texte;pour\n1;Un;a;3\n2;Deux;b;\nTotal;3\n").len(), 3);
    }

    #[test]
    fn a_text_of_several_lines_stays_one() {
        for text in [
            "id;titre;texte\n1;Un;\"a\nb; c\n\nd\"\n2;Deux;e\n",
            "id;titre;texte\n9;Un;\"Il y a :\n10;la salle;le bureau\n11;le hall;la cour\"\n12;Deux;e\n",
            "id;titre;texte\n7;Un;\"Adresse :\n12;rue des Lilas;Exemple\"\n8;Deux;e\n",
            "id;texte\n7;\"Liste :\n3;pain\"\n8;e\n",
            "id;texte\r\n7;\"Liste ;\r\npain\"\r\n8;e\r\n",
        ] {
            assert_eq!(rows(text).len(), 2, "{text}");
        }
    }

    #[test]
    fn many_open_quotes_cost_no_more_than_their_lines() {
        let text = format!("id;titre;texte\n{}", (0..5000).map(|id| format!("{id};T{id};\"texte\n")).collect::<String>());
        let read = rows(&text);
        assert_eq!((read.len(), read[4998].as_str()), (5000, "4998|T4998|texte"));
    }

    #[test]
    fn marks_inside_are_no_part_of_a_cell() {
        assert_eq!(rows("id;t\n1;a\n\u{feff}id;t\n\u{feff}\"2\";b\n"), ["1|a", "id|t", "2|b"]);
    }
}
