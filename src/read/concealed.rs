//! What a workbook does not show in its cells: hidden rows and columns, rows that somebody struck through, notes beside cells, formulas that
//! hold no value, cells that stand over several rows. calamine tells which sheets are hidden, and nothing of these.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Cursor, Read, Seek};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use rustc_hash::{FxHashMap, FxHashSet};

use super::guard::workbook_stream;

/// Of one sheet. Numbers from 0, as calamine counts.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Concealed {
    /// Rows that are hidden, by hand or by a filter, or of no height.
    pub rows: BTreeSet<u32>,
    /// Of rows with cells that are struck through: how many, and of how many.
    pub struck: BTreeMap<u32, (u32, u32)>,
    /// Notes beside cells: row, column, text.
    pub notes: Vec<(u32, u32, String)>,
    /// Columns that are hidden, or of no width: first and last.
    pub columns: Vec<(u32, u32)>,
    /// Cells with a formula and no value: the workbook was never computed.
    pub uncomputed: u64,
    /// Cells that stand over several rows: first row, last row, column.
    pub merged: Vec<(u32, u32, u32)>,
}

impl Concealed {
    /// Whether most filled cells of a row are struck through.
    pub fn strikes(&self, row: u32) -> bool {
        self.struck.get(&row).is_some_and(|(struck, filled)| struck * 2 > *filled)
    }

    /// Counts a filled cell, and whether it is struck through.
    fn cell(&mut self, row: u32, struck: bool) {
        let of = self.struck.entry(row).or_default();
        *of = (of.0 + u32::from(struck), of.1 + 1);
    }

    /// Whether a column is hidden.
    pub fn has_column(&self, column: u32) -> bool {
        self.columns.iter().any(|(first, last)| (*first..=*last).contains(&column))
    }
}

/// Rows of a sheet, by the limits of the formats: one element may hide a million, and more there are not.
const ROWS: u32 = 1_048_576;

/// What each sheet hides, by its name; a part that cannot be read hides nothing, for the sheet itself will say that it is damaged.
pub(super) fn concealed(bytes: &[u8]) -> FxHashMap<String, Concealed> {
    if bytes.starts_with(b"PK") { zipped(bytes).unwrap_or_default() } else { binary(bytes).unwrap_or_default() }
}

fn zipped(bytes: &[u8]) -> Option<FxHashMap<String, Concealed>> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    if zip.by_name("content.xml").is_ok() {
        let member = zip.by_name("content.xml").ok()?;
        return Some(open_document(&mut BufReader::new(member)));
    }
    let targets = relations(&mut zip)?;
    let mut names = Vec::new();
    each(&mut BufReader::new(zip.by_name("xl/workbook.xml").ok()?), &mut |met| {
        if let Met::Element(element) = met
            && element.local_name().as_ref() == "sheet"
            && let (Some(name), Some(id)) = (text(element, "name"), text(element, "r:id"))
        {
            names.push((name, id));
        }
    });
    let struck = zip.by_name("xl/styles.xml").map(|styles| struck_styles(&mut BufReader::new(styles))).unwrap_or_default();
    let sheets = names.into_iter().filter_map(|(name, id)| {
        let target = targets.get(&id)?;
        let path = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
        let mut found = spreadsheet(&mut BufReader::new(zip.by_name(&path).ok()?), &struck);
        found.notes = notes_of(&mut zip, &path).unwrap_or_default();
        Some((name, found))
    });
    Some(sheets.collect())
}

/// The notes of a sheet, which lie in a part of their own.
fn notes_of<R: Read + Seek>(zip: &mut zip::ZipArchive<R>, sheet: &str) -> Option<Vec<(u32, u32, String)>> {
    let (folder, name) = sheet.rsplit_once('/')?;
    let targets = relations_of(zip, &format!("{folder}/_rels/{name}.rels"))?;
    let mut parts: Vec<&String> = targets.values().filter(|target| target.to_ascii_lowercase().contains("comments")).collect();
    parts.sort_unstable();
    let mut notes = Vec::new();
    for target in parts {
        // `../comments1.xml`, `/xl/comments/comment1.xml`
        let path = match (target.strip_prefix('/'), target.strip_prefix("../")) {
            (Some(whole), _) => whole.to_owned(),
            (None, Some(up)) => format!("{}/{up}", folder.rsplit_once('/').map_or("", |(parent, _)| parent)),
            (None, None) => format!("{folder}/{target}"),
        };
        if let Ok(part) = zip.by_name(&path) {
            notes.extend(notes_in(&mut BufReader::new(part)));
        }
    }
    Some(notes)
}

/// Notes as `<comment ref="B3">` or `<threadedComment ref="B3">` hold them.
fn notes_in(xml: &mut dyn BufRead) -> Vec<(u32, u32, String)> {
    let mut notes: Vec<(u32, u32, String)> = Vec::new();
    each(xml, &mut |met| match met {
        Met::Element(element) if matches!(element.local_name().as_ref(), "comment" | "threadedComment") => {
            if let Some((row, column)) = text(element, "ref").as_deref().and_then(place) {
                notes.push((row, column, String::new()));
            }
        }
        Met::Element(_) => {}
        Met::Text(text) => {
            if let Some((_, _, note)) = notes.last_mut().filter(|(.., note)| note.len() < NOTE) {
                note.push_str(text);
            }
        }
    });
    notes
}

/// Bytes of a note that are looked at.
const NOTE: usize = 400;

/// Numbers of the cell styles whose font is struck through.
fn struck_styles(xml: &mut dyn BufRead) -> FxHashSet<u32> {
    let (mut fonts, mut styles) = (FxHashSet::default(), FxHashSet::default());
    let (mut font, mut style, mut within) = (0u32, 0u32, "");
    each(xml, &mut |met| {
        let Met::Element(element) = met else { return };
        match element.local_name().as_ref() {
            "fonts" => within = "fonts",
            "cellXfs" => within = "cellXfs",
            "fills" | "cellStyleXfs" | "cellStyles" | "dxfs" => within = "",
            "font" if within == "fonts" => font += 1,
            "strike" if within == "fonts" && !matches!(text(element, "val").as_deref(), Some("0" | "false")) => {
                fonts.insert(font - 1);
            }
            "xf" if within == "cellXfs" => {
                if number(element, "fontId").is_some_and(|font| fonts.contains(&font)) {
                    styles.insert(style);
                }
                style += 1;
            }
            _ => {}
        }
    });
    styles
}

fn relations<R: Read + Seek>(zip: &mut zip::ZipArchive<R>) -> Option<FxHashMap<String, String>> {
    relations_of(zip, "xl/_rels/workbook.xml.rels")
}

fn relations_of<R: Read + Seek>(zip: &mut zip::ZipArchive<R>, part: &str) -> Option<FxHashMap<String, String>> {
    let mut targets = FxHashMap::default();
    each(&mut BufReader::new(zip.by_name(part).ok()?), &mut |met| {
        if let Met::Element(element) = met
            && let (Some(id), Some(target)) = (text(element, "Id"), text(element, "Target"))
        {
            targets.insert(id, target);
        }
    });
    Some(targets)
}

/// What is met while a part is read.
enum Met<'e> {
    Element(&'e BytesStart<'e>),
    Text(&'e str),
}

/// Calls `f` with each element that begins, and with each text that is not empty.
fn each(xml: &mut dyn BufRead, f: &mut dyn FnMut(Met<'_>)) {
    let mut reader = Reader::from_reader(xml);
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(element) | Event::Empty(element)) => f(Met::Element(&element)),
            Ok(Event::Text(text)) if !text.is_empty() => f(Met::Text(&text)),
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
    }
}

fn text(element: &BytesStart<'_>, attribute: &str) -> Option<String> {
    let value = element.try_get_attribute(attribute).ok().flatten()?;
    Some(value.value.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&apos;", "'").replace("&amp;", "&"))
}

fn number(element: &BytesStart<'_>, attribute: &str) -> Option<u32> {
    text(element, attribute)?.trim().parse().ok()
}

/// Row and column of `B3`.
fn place(cell: &str) -> Option<(u32, u32)> {
    let letters = cell.bytes().take_while(u8::is_ascii_alphabetic).count();
    let column =
        cell[..letters].bytes().try_fold(0u32, |sum, byte| sum.checked_mul(26)?.checked_add(u32::from(byte.to_ascii_uppercase() - b'A') + 1))?;
    let row: u32 = cell[letters..].parse().ok()?;
    Some((row.checked_sub(1)?, column.checked_sub(1)?))
}

/// Whether an attribute of lengths is nought: `0`, `0.0`, `0cm`.
fn is_nought(length: Option<&str>) -> bool {
    length.is_some_and(|length| {
        let digits = length.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '%');
        digits.trim().parse::<f64>().is_ok_and(|length| length < 0.001)
    })
}

/// Rows and first column of `A3:B5`, where it holds several rows.
fn down(reference: &str) -> Option<(u32, u32, u32)> {
    let (from, to) = reference.split_once(':')?;
    let ((first, column), (last, _)) = (place(from)?, place(to)?);
    (last > first && last < ROWS).then_some((first, last, column))
}

/// A sheet of an XLSX.
fn spreadsheet(xml: &mut dyn BufRead, struck: &FxHashSet<u32>) -> Concealed {
    let mut found = Concealed::default();
    let hidden = |element: &BytesStart<'_>| {
        let said = text(element, "hidden").is_some_and(|value| value == "1" || value == "true");
        // A height of its own that is not told is none.
        let own = || element.local_name().as_ref() == "row" && text(element, "customHeight").as_deref() == Some("1") && text(element, "ht").is_none();
        said || own() || is_nought(text(element, "ht").as_deref()) || is_nought(text(element, "width").as_deref())
    };
    let mut strikes = false;
    // Of the cell at hand: it has a formula, it has a value, the text that comes is its value's.
    let (mut row, mut formula, mut value, mut inside) = (0u32, false, true, false);
    each(xml, &mut |met| {
        let element = match met {
            Met::Element(element) => element,
            Met::Text(text) => {
                if std::mem::take(&mut inside) && !text.trim().is_empty() {
                    value = true;
                    if !struck.is_empty() {
                        found.cell(row.saturating_sub(1), strikes);
                    }
                }
                return;
            }
        };
        inside = false;
        match element.local_name().as_ref() {
            "col" if hidden(element) => {
                if let (Some(first), Some(last)) = (number(element, "min"), number(element, "max")) {
                    found.columns.push((first.saturating_sub(1), last.saturating_sub(1)));
                }
            }
            "row" => {
                row = number(element, "r").unwrap_or(row + 1);
                if hidden(element) && row <= ROWS {
                    found.rows.insert(row.saturating_sub(1));
                }
            }
            "c" => {
                found.uncomputed += u64::from(formula && !value);
                (formula, value) = (false, false);
                strikes = !struck.is_empty() && number(element, "s").is_some_and(|style| struck.contains(&style));
            }
            "f" => formula = true,
            "mergeCell" => found.merged.extend(text(element, "ref").as_deref().and_then(down)),
            "v" | "t" => inside = true,
            _ => {}
        }
    });
    found.uncomputed += u64::from(formula && !value);
    found
}

/// The tables of an ODS.
fn open_document(xml: &mut dyn BufRead) -> FxHashMap<String, Concealed> {
    let mut found: FxHashMap<String, Concealed> = FxHashMap::default();
    let (mut name, mut row, mut column, mut cell) = (String::new(), 0u32, 0u32, 0u32);
    // Styles of no height or width, and of struck letters; the style whose properties come.
    let (mut nought, mut struck, mut style): (FxHashSet<String>, FxHashSet<String>, String) = Default::default();
    let (mut strikes, mut noting, mut times_of_cell) = (false, false, 1u32);
    each(xml, &mut |met| {
        let element = match met {
            Met::Element(element) => element,
            Met::Text(text) => {
                let of = found.entry(name.clone()).or_default();
                if noting {
                    match of.notes.last_mut() {
                        Some((_, _, note)) if note.len() < NOTE => note.push_str(text),
                        _ => {}
                    }
                } else if row > 0 && !struck.is_empty() && !text.trim().is_empty() {
                    of.cell(row - 1, strikes);
                }
                return;
            }
        };
        let styled = |styles: &FxHashSet<String>| text(element, "table:style-name").is_some_and(|style| styles.contains(&style));
        let hidden =
            |element: &BytesStart<'_>| matches!(text(element, "table:visibility").as_deref(), Some("collapse" | "filter")) || styled(&nought);
        match element.name().as_ref() {
            "style:style" => style = text(element, "style:name").unwrap_or_default(),
            "style:table-row-properties" if is_nought(text(element, "style:row-height").as_deref()) => drop(nought.insert(style.clone())),
            "style:table-column-properties" if is_nought(text(element, "style:column-width").as_deref()) => drop(nought.insert(style.clone())),
            "style:text-properties" if text(element, "style:text-line-through-style").is_some_and(|line| line != "none") => {
                struck.insert(style.clone());
            }
            "office:annotation" => {
                noting = true;
                let place = (row.saturating_sub(1), cell.saturating_sub(times_of_cell), String::new());
                found.entry(name.clone()).or_default().notes.push(place);
            }
            "table:table" => (name, row, column, noting) = (text(element, "table:name").unwrap_or_default(), 0, 0, false),
            "table:table-column" => {
                let times = number(element, "table:number-columns-repeated").unwrap_or(1).max(1);
                if hidden(element) {
                    found.entry(name.clone()).or_default().columns.push((column, column.saturating_add(times - 1)));
                }
                column = column.saturating_add(times);
            }
            "table:table-cell" | "table:covered-table-cell" => {
                (noting, strikes) = (false, styled(&struck));
                let rows = number(element, "table:number-rows-spanned").unwrap_or(1);
                if rows > 1 && row.saturating_add(rows) < ROWS {
                    found.entry(name.clone()).or_default().merged.push((row.saturating_sub(1), row.saturating_sub(1) + rows - 1, cell));
                }
                times_of_cell = number(element, "table:number-columns-repeated").unwrap_or(1).max(1);
                cell = cell.saturating_add(times_of_cell);
            }
            "table:table-row" => {
                cell = 0;
                let times = number(element, "table:number-rows-repeated").unwrap_or(1).max(1);
                if hidden(element) {
                    found.entry(name.clone()).or_default().rows.extend(row..row.saturating_add(times).min(ROWS));
                }
                row = row.saturating_add(times);
            }
            // The text of a cell stands behind its note.
            "text:p" if noting => noting = found.get(&name).and_then(|of| of.notes.last()).is_some_and(|(.., note)| note.is_empty()),
            _ => {}
        }
    });
    found
}

/// The sheets of an XLS (BIFF8): BOUNDSHEET names them in the order of their parts; ROW and COLINFO say what is hidden.
fn binary(bytes: &[u8]) -> Option<FxHashMap<String, Concealed>> {
    let stream = workbook_stream(bytes)?;
    let mut sheets: Vec<(usize, String, Concealed)> = Vec::new();
    let mut at = 0;
    let mut current: Option<usize> = None;
    // Fonts whose letters are struck through, and the cell styles of such a font; font 4 does not exist.
    let (mut fonts, mut font, mut styles, mut style) = (FxHashSet::default(), 0u16, FxHashSet::default(), 0u16);
    while let Some(head) = stream.get(at..at + 4) {
        let (kind, length) = (u16::from_le_bytes([head[0], head[1]]), usize::from(u16::from_le_bytes([head[2], head[3]])));
        let Some(data) = stream.get(at + 4..at + 4 + length) else { break };
        let short = |at: usize| data.get(at..at + 2).map_or(0, |two| u16::from_le_bytes([two[0], two[1]]));
        match kind {
            0x0085 => {
                let start = data.get(..4).map_or(0, |four| u32::from_le_bytes([four[0], four[1], four[2], four[3]]) as usize);
                let letters = usize::from(data.get(6).copied().unwrap_or(0));
                let wide = data.get(7).copied().unwrap_or(0) & 1 == 1;
                let name = match wide {
                    true => String::from_utf16_lossy(&(0..letters).map(|letter| short(8 + 2 * letter)).collect::<Vec<u16>>()),
                    false => data.get(8..8 + letters).unwrap_or_default().iter().map(|&byte| char::from(byte)).collect(),
                };
                sheets.push((start, name, Concealed::default()));
            }
            0x0809 => current = sheets.iter().position(|(start, ..)| *start == at),
            0x0031 => {
                if short(2) & 0x8 != 0 {
                    fonts.insert(font);
                }
                font += if font == 3 { 2 } else { 1 };
            }
            0x00e0 => {
                if fonts.contains(&short(0)) {
                    styles.insert(style);
                }
                style += 1;
            }
            0x00fd | 0x0203 | 0x0204 | 0x027e | 0x0006 if !styles.is_empty() => {
                if let Some(sheet) = current {
                    sheets[sheet].2.cell(u32::from(short(0)), styles.contains(&short(4)));
                }
            }
            0x0208 if short(12) & 0x20 != 0 || short(6) & 0x7fff == 0 => {
                if let Some(sheet) = current {
                    sheets[sheet].2.rows.insert(u32::from(short(0)));
                }
            }
            0x00e5 => {
                if let Some(sheet) = current {
                    for range in 0..usize::from(short(0)) {
                        let part = |at: usize| u32::from(short(2 + range * 8 + at));
                        if part(2) > part(0) {
                            sheets[sheet].2.merged.push((part(0), part(2), part(4)));
                        }
                    }
                }
            }
            0x007d if short(8) & 1 != 0 || short(4) == 0 => {
                if let Some(sheet) = current {
                    sheets[sheet].2.columns.push((u32::from(short(0)), u32::from(short(2))));
                }
            }
            _ => {}
        }
        at += 4 + length;
    }
    Some(sheets.into_iter().map(|(_, name, found)| (name, found)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn struck_styles_and_notes() {
        let xml = r#"<styleSheet><fonts><font/><font><strike/></font><font><strike val="0"/></font></fonts><fills/><cellStyleXfs><xf fontId="1"/></cellStyleXfs>
            <cellXfs><xf fontId="0"/><xf fontId="1"/><xf fontId="2"/></cellXfs></styleSheet>"#;
        assert_eq!(struck_styles(&mut xml.as_bytes()), FxHashSet::from_iter([1]));
        let xml = r#"<comments><commentList><comment ref="B3"><text><r><t>Marie :</t></r><r><t> ne pas publier</t></r></text></comment></commentList></comments>"#;
        assert_eq!(notes_in(&mut xml.as_bytes()), [(2, 1, "Marie : ne pas publier".to_owned())]);
        let ods = r#"<d><style:style style:name="r0"><style:table-row-properties style:row-height="0cm"/></style:style>
            <style:style style:name="s"><style:text-properties style:text-line-through-style="solid"/></style:style>
            <table:table table:name="A"><table:table-row/><table:table-row table:style-name="r0"/><table:table-row>
            <table:table-cell table:style-name="s"><office:annotation><text:p>do not publish</text:p></office:annotation><text:p>x</text:p></table:table-cell>
            </table:table-row></table:table></d>"#;
        let found = &open_document(&mut ods.as_bytes())["A"];
        assert_eq!(found.rows.iter().copied().collect::<Vec<_>>(), [1]);
        assert!(found.strikes(2));
        assert_eq!(found.notes, [(2, 0, "do not publish".to_owned())]);
    }

    #[test]
    fn hidden_rows_and_columns_and_formulas_without_value() {
        let xml = r#"<worksheet><cols><col min="2" max="3" hidden="1"/><col min="5" max="5"/></cols><sheetData>
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><f>1+1</f></c></row>
            <row r="3" hidden="1"><c r="A3"><f>2</f><v>2</v></c><c r="B3"><f>2</f><v/></c></row>
            <row r="4" ht="0" customHeight="1"><c r="A4" s="7"><v>1</v></c></row>
            <row r="5"><c r="A5"><v>1</v></c><c r="B5" s="7"><v>1</v></c><c r="C5" s="7"><v>1</v></c></row></sheetData></worksheet>"#;
        let found = spreadsheet(&mut xml.as_bytes(), &FxHashSet::from_iter([7]));
        assert_eq!((found.rows.iter().copied().collect::<Vec<_>>(), found.uncomputed), (vec![2, 3], 2));
        assert!(found.strikes(4) && !found.strikes(0));
        assert!(!found.has_column(0) && found.has_column(1) && found.has_column(2) && !found.has_column(4));
        assert_eq!([down("A3:B5"), down("AB1:AB2"), down("A1:C1"), down("x")], [Some((2, 4, 0)), Some((0, 1, 27)), None, None]);
        let ods = r#"<t><table:table table:name="A"><table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>
            <table:table-row table:number-rows-repeated="2"/><table:table-row table:visibility="filter"/></table:table></t>"#;
        let found = &open_document(&mut ods.as_bytes())["A"];
        assert!(found.has_column(2) && !found.has_column(0) && found.rows.contains(&2) && found.rows.len() == 1);
    }
}
