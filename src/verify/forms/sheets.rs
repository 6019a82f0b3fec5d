//! Workbooks: XLSX and ODS. Their XML is read as it streams by; what it refers to elsewhere (shared texts, other files) greffe does not write.

use std::fs::File;
use std::io::{self, BufReader};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;
use zip::read::ZipFile;

use super::super::Store;
use super::super::bounds::{Bounded, Meter, PIECE, folds_too_often};
use super::{Found, Kind, Table, Take, days, instant_of};

/// Name of the sheet that explains the columns: the last one.
const DICTIONARY: &str = "dictionary";

/// Texts longer than a cell may hold end with this.
const CUT: &str = " […]";

type Part<'z> = Reader<Bounded<BufReader<ZipFile<'z, BufReader<File>>>>>;

/// A part of a workbook, as events.
fn part<'z>(zip: &'z mut ZipArchive<BufReader<File>>, name: &str) -> io::Result<(Part<'z>, Meter)> {
    let file = zip.by_name(name).map_err(io::Error::other)?;
    if folds_too_often(file.size(), file.compressed_size()) {
        return Err(io::Error::other("it unpacks to far more than any sheet"));
    }
    let (bounded, meter) = Bounded::new(BufReader::with_capacity(128 * 1024, file));
    let mut reader = Reader::from_reader(bounded);
    reader.config_mut().expand_empty_elements = true;
    Ok((reader, meter))
}

fn opened(store: &Store, file: &str) -> io::Result<ZipArchive<BufReader<File>>> {
    ZipArchive::new(BufReader::new(store.file(file)?)).map_err(io::Error::other)
}

fn attribute<'e>(element: &'e BytesStart<'_>, name: &str) -> Option<std::borrow::Cow<'e, str>> {
    element.attributes().flatten().find(|attribute| attribute.key.as_ref() == name).map(|attribute| attribute.value)
}

/// The text that a piece of XML adds to a cell.
fn add(text: &mut String, event: &Event<'_>) -> io::Result<()> {
    match event {
        Event::Text(piece) => text.push_str(&piece.xml10_content()),
        Event::CData(piece) => text.push_str(&piece.xml10_content()),
        Event::GeneralRef(name) => match name.resolve_char_ref().map_err(io::Error::other)? {
            Some(letter) => text.push(letter),
            None => text.push_str(quick_xml::escape::resolve_predefined_entity(name).ok_or_else(|| io::Error::other("an entity of its own"))?),
        },
        _ => {}
    }
    Ok(())
}

/// Counts the bytes of a row: it grows by pieces, each of which is small.
fn grow(row: &mut usize, bytes: usize) -> io::Result<()> {
    *row = row.saturating_add(bytes);
    if *row as u64 > PIECE { Err(io::Error::other(format!("a row in it is larger than {} MiB", PIECE >> 20))) } else { Ok(()) }
}

/// A cell as a workbook has it.
#[derive(Debug, Clone, Default)]
struct Raw {
    text: String,
    number: bool,
    filled: bool,
}

impl Raw {
    fn found(&self) -> Found<'_> {
        match (self.filled, self.number) {
            (false, _) => Found::Empty,
            (true, false) => Found::Text(&self.text),
            (true, true) => Found::Number(self.text.parse().unwrap_or(f64::NAN)),
        }
    }

    fn clear(&mut self) {
        self.text.clear();
        (self.number, self.filled) = (false, false);
    }
}

/// Gives a row to the one who takes it: the first of a sheet must be the names of the columns.
fn hand_over(cells: &[Raw], first: bool, table: &Table, take: &mut Take<'_>) -> io::Result<()> {
    if first {
        let same = cells.iter().map(|cell| cell.text.as_str()).eq(table.fields.iter().map(|field| field.name.as_str()));
        return if same { Ok(()) } else { Err(io::Error::other("it has other columns")) };
    }
    take(&cells.iter().map(Raw::found).collect::<Vec<_>>())
}

/// The sheets of a table in XLSX: all but the last.
pub fn xlsx(store: &Store, file: &str, table: &Table, take: &mut Take<'_>) -> io::Result<()> {
    let mut zip = opened(store, file)?;
    let sheets = zip.file_names().flatten().filter(|name| name.starts_with("xl/worksheets/sheet")).count();
    for sheet in 1..sheets.max(2) {
        let (mut reader, meter) = part(&mut zip, &format!("xl/worksheets/sheet{sheet}.xml"))?;
        let mut buffer = Vec::new();
        let mut cells = vec![Raw::default(); table.fields.len()];
        let (mut at, mut inside, mut first, mut bytes) = (None, false, true, 0);
        loop {
            meter.reset();
            buffer.clear();
            let event = reader.read_event_into(&mut buffer).map_err(io::Error::other)?;
            match &event {
                Event::Eof => break,
                Event::Start(element) => match element.name().as_ref() {
                    "row" => {
                        bytes = 0;
                        cells.iter_mut().for_each(Raw::clear);
                    }
                    "c" => {
                        let column = attribute(element, "r").as_deref().and_then(column);
                        at = column.filter(|column| *column < cells.len());
                        let Some(cell) = at.map(|at| &mut cells[at]) else { return Err(io::Error::other("a cell beside the table")) };
                        cell.clear();
                        cell.number = attribute(element, "t").is_none();
                    }
                    "v" | "t" => {
                        inside = true;
                        if let Some(at) = at {
                            cells[at].filled = true;
                        }
                    }
                    "f" => return Err(io::Error::other("it holds a formula")),
                    _ => {}
                },
                Event::End(element) => match element.name().as_ref() {
                    "v" | "t" => inside = false,
                    "row" => {
                        cells.iter_mut().filter(|cell| !cell.number).for_each(|cell| unescape(&mut cell.text));
                        hand_over(&cells, std::mem::take(&mut first), table, take)?;
                    }
                    _ => {}
                },
                event if inside => {
                    if let Some(at) = at {
                        let before = cells[at].text.len();
                        add(&mut cells[at].text, event)?;
                        grow(&mut bytes, cells[at].text.len() - before)?;
                    }
                }
                _ => {}
            }
        }
    }
    Ok(())
}

/// The place of a column: `AB12` is 27.
fn column(reference: &str) -> Option<usize> {
    let mut letters = reference.bytes().take_while(u8::is_ascii_uppercase);
    letters.try_fold(0usize, |column, letter| column.checked_mul(26)?.checked_add(usize::from(letter - b'A') + 1))?.checked_sub(1)
}

/// What XML cannot hold stands as `_x0001_` in XLSX, and what looks like that with its first sign so (ECMA-376, 22.9.2.19).
fn unescape(text: &mut String) {
    if !text.contains("_x") {
        return;
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(start) = rest.find("_x") {
        out.push_str(&rest[..start]);
        let digits = rest.get(start + 2..start + 6).filter(|_| rest.as_bytes().get(start + 6) == Some(&b'_'));
        match digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()).and_then(char::from_u32) {
            Some(letter) => {
                out.push(letter);
                rest = &rest[start + 7..];
            }
            None => {
                out.push_str("_x");
                rest = &rest[start + 2..];
            }
        }
    }
    out.push_str(rest);
    *text = out;
}

/// Days and moments are serial numbers, large numbers and days before March 1900 texts; long texts are cut.
pub fn in_xlsx(kind: Kind, cell: &str, found: &Found<'_>) -> bool {
    match (kind, found) {
        (_, Found::Empty) => cell.is_empty(),
        (Kind::Text, Found::Text(text)) => cell == *text || is_cut(cell, text),
        (_, Found::Text(text)) => cell == *text,
        (Kind::Integer | Kind::Number, Found::Number(number)) => cell.parse() == Ok(*number),
        (Kind::Date | Kind::DateTime, Found::Number(number)) => serial(kind, cell).is_some_and(|serial| (serial - number).abs() < 1e-6),
        _ => false,
    }
}

fn is_cut(cell: &str, text: &str) -> bool {
    text.strip_suffix(CUT).is_some_and(|start| cell.starts_with(start) && text.encode_utf16().count() > 32_700)
}

/// Days since the end of 1899, as spreadsheets count; of a moment as its clock showed it.
fn serial(kind: Kind, cell: &str) -> Option<f64> {
    let day = days(cell.get(..10)?)? as f64 + 25_569.0;
    if kind == Kind::Date {
        return Some(day);
    }
    instant_of(cell)?;
    let time: jiff::civil::Time = cell.get(11..19)?.parse().ok()?;
    let seconds = f64::from(time.hour()) * 3600.0 + f64::from(time.minute()) * 60.0 + f64::from(time.second());
    Some(day + seconds / 86_400.0)
}

/// The sheets of a table in ODS: all up to the dictionary.
pub fn ods(store: &Store, file: &str, table: &Table, take: &mut Take<'_>) -> io::Result<()> {
    let mut zip = opened(store, file)?;
    let (mut reader, meter) = part(&mut zip, "content.xml")?;
    let mut buffer = Vec::new();
    let mut cells: Vec<Raw> = Vec::new();
    let (mut inside, mut first, mut paragraphs, mut bytes) = (false, true, 0, 0);
    loop {
        meter.reset();
        buffer.clear();
        let event = reader.read_event_into(&mut buffer).map_err(io::Error::other)?;
        match &event {
            Event::Eof => return Ok(()),
            Event::Start(element) => match element.name().as_ref() {
                "table:table" => {
                    if attribute(element, "table:name").as_deref() == Some(DICTIONARY) {
                        return Ok(());
                    }
                    first = true;
                }
                "table:table-row" => {
                    bytes = 0;
                    cells.clear();
                }
                "table:table-cell" => {
                    if cells.len() == table.fields.len() {
                        return Err(io::Error::other("a cell beside the table"));
                    }
                    let value = attribute(element, "office:value");
                    let day = attribute(element, "office:date-value");
                    let sort = attribute(element, "office:value-type");
                    let number = value.is_some();
                    let text = value.or(day).map(std::borrow::Cow::into_owned).unwrap_or_default();
                    grow(&mut bytes, text.len())?;
                    paragraphs = if sort.as_deref() == Some("string") { 0 } else { usize::MAX };
                    cells.push(Raw { text, number, filled: sort.is_some() });
                }
                // Only texts are made of their paragraphs; the others say their value.
                "text:p" if paragraphs != usize::MAX => {
                    if let Some(cell) = cells.last_mut().filter(|_| paragraphs > 0) {
                        grow(&mut bytes, 1)?;
                        cell.text.push('\n');
                    }
                    paragraphs += 1;
                    inside = true;
                }
                "text:s" if inside => {
                    let count: usize = attribute(element, "text:c").map_or(Some(1), |count| count.parse().ok()).unwrap_or(0);
                    grow(&mut bytes, count)?;
                    if let Some(cell) = cells.last_mut() {
                        cell.text.extend(std::iter::repeat_n(' ', count));
                    }
                }
                "text:tab" if inside => {
                    if let Some(cell) = cells.last_mut() {
                        grow(&mut bytes, 1)?;
                        cell.text.push('\t');
                    }
                }
                _ => {}
            },
            Event::End(element) => match element.name().as_ref() {
                "text:p" => inside = false,
                "table:table-row" => hand_over(&cells, std::mem::take(&mut first), table, take)?,
                _ => {}
            },
            event if inside => {
                if let Some(cell) = cells.last_mut() {
                    let before = cell.text.len();
                    add(&mut cell.text, event)?;
                    grow(&mut bytes, cell.text.len() - before)?;
                }
            }
            _ => {}
        }
    }
}

/// What XML cannot hold is a sign in its place; moments have no zone.
pub fn in_ods(kind: Kind, cell: &str, found: &Found<'_>) -> bool {
    match (kind, found) {
        (_, Found::Empty) => cell.is_empty(),
        (Kind::Integer | Kind::Number, Found::Number(number)) => cell.parse() == Ok(*number),
        (Kind::DateTime, Found::Text(text)) => cell.get(..19) == Some(*text),
        (Kind::Text, Found::Text(text)) => {
            let shown = |c: char| if (c < ' ' && !matches!(c, '\n' | '\t')) || matches!(c, '\u{fffe}' | '\u{ffff}') { '\u{fffd}' } else { c };
            cell == *text || cell.chars().map(shown).eq(text.chars())
        }
        (Kind::Date, Found::Text(text)) => cell == *text,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_and_escapes_are_read() {
        assert_eq!(["A1", "Z9", "AA2", "AB12", "12", ""].map(column), [Some(0), Some(25), Some(26), Some(27), None, None]);
        for (written, read) in
            [("a_x0001_b", "a\u{1}b"), ("_x005F_x0041_", "_x0041_"), ("_x", "_x"), ("_xZZZZ_ é", "_xZZZZ_ é"), ("_x00e9", "_x00e9")]
        {
            let mut text = written.to_owned();
            unescape(&mut text);
            assert_eq!(text, read, "{written}");
        }
    }

    #[test]
    fn serial_numbers_are_those_of_the_clock() {
        assert_eq!(serial(Kind::Date, "2000-01-01"), Some(36_526.0));
        assert_eq!(serial(Kind::DateTime, "2000-01-01T13:00:00+01:00"), Some(36_526.0 + 13.0 / 24.0));
        assert_eq!(serial(Kind::DateTime, "2000-01-01T13"), None);
    }
}
