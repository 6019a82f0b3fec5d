//! What a workbook does not show in its cells: hidden rows and columns, formulas that hold no value, cells that stand over several rows.
//! calamine tells which sheets are hidden, and nothing of these.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use rustc_hash::FxHashMap;

use super::guard::workbook_stream;

/// Of one sheet. Numbers from 0, as calamine counts.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Concealed {
    /// Rows that are hidden, by hand or by a filter.
    pub rows: BTreeSet<u32>,
    /// Columns that are hidden: first and last.
    pub columns: Vec<(u32, u32)>,
    /// Cells with a formula and no value: the workbook was never computed.
    pub uncomputed: u64,
    /// Cells that stand over several rows: first row, last row, column.
    pub merged: Vec<(u32, u32, u32)>,
}

impl Concealed {
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
    let sheets = names.into_iter().filter_map(|(name, id)| {
        let target = targets.get(&id)?;
        let path = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
        Some((name, spreadsheet(&mut BufReader::new(zip.by_name(&path).ok()?))))
    });
    Some(sheets.collect())
}

fn relations<R: Read + std::io::Seek>(zip: &mut zip::ZipArchive<R>) -> Option<FxHashMap<String, String>> {
    let mut targets = FxHashMap::default();
    each(&mut BufReader::new(zip.by_name("xl/_rels/workbook.xml.rels").ok()?), &mut |met| {
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
    Text,
}

/// Calls `f` with each element that begins, and with each text that is not empty.
fn each(xml: &mut dyn BufRead, f: &mut dyn FnMut(Met<'_>)) {
    let mut reader = Reader::from_reader(xml);
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(element) | Event::Empty(element)) => f(Met::Element(&element)),
            Ok(Event::Text(text)) if !text.is_empty() => f(Met::Text),
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

/// Rows and first column of `A3:B5`, where it holds several rows.
fn down(reference: &str) -> Option<(u32, u32, u32)> {
    let place = |cell: &str| {
        let letters = cell.bytes().take_while(u8::is_ascii_alphabetic).count();
        let column =
            cell[..letters].bytes().try_fold(0u32, |sum, byte| sum.checked_mul(26)?.checked_add(u32::from(byte.to_ascii_uppercase() - b'A') + 1))?;
        let row: u32 = cell[letters..].parse().ok()?;
        Some((row.checked_sub(1)?, column.checked_sub(1)?))
    };
    let (from, to) = reference.split_once(':')?;
    let ((first, column), (last, _)) = (place(from)?, place(to)?);
    (last > first && last < ROWS).then_some((first, last, column))
}

/// A sheet of an XLSX.
fn spreadsheet(xml: &mut dyn BufRead) -> Concealed {
    let mut found = Concealed::default();
    let hidden = |element: &BytesStart<'_>| text(element, "hidden").is_some_and(|value| value == "1" || value == "true");
    // Of the cell at hand: it has a formula, it has a value, the text that comes is its value's.
    let (mut row, mut formula, mut value, mut inside) = (0u32, false, true, false);
    each(xml, &mut |met| {
        let Met::Element(element) = met else {
            value |= std::mem::take(&mut inside);
            return;
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
    let hidden = |element: &BytesStart<'_>| matches!(text(element, "table:visibility").as_deref(), Some("collapse" | "filter"));
    each(xml, &mut |met| {
        let Met::Element(element) = met else { return };
        match element.name().as_ref() {
            "table:table" => (name, row, column) = (text(element, "table:name").unwrap_or_default(), 0, 0),
            "table:table-column" => {
                let times = number(element, "table:number-columns-repeated").unwrap_or(1).max(1);
                if hidden(element) {
                    found.entry(name.clone()).or_default().columns.push((column, column.saturating_add(times - 1)));
                }
                column = column.saturating_add(times);
            }
            "table:table-cell" | "table:covered-table-cell" => {
                let rows = number(element, "table:number-rows-spanned").unwrap_or(1);
                if rows > 1 && row.saturating_add(rows) < ROWS {
                    found.entry(name.clone()).or_default().merged.push((row.saturating_sub(1), row.saturating_sub(1) + rows - 1, cell));
                }
                cell = cell.saturating_add(number(element, "table:number-columns-repeated").unwrap_or(1).max(1));
            }
            "table:table-row" => {
                cell = 0;
                let times = number(element, "table:number-rows-repeated").unwrap_or(1).max(1);
                if hidden(element) {
                    found.entry(name.clone()).or_default().rows.extend(row..row.saturating_add(times).min(ROWS));
                }
                row = row.saturating_add(times);
            }
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
            0x0208 if short(12) & 0x20 != 0 => {
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
            0x007d if short(8) & 1 != 0 => {
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
    fn hidden_rows_and_columns_and_formulas_without_value() {
        let xml = r#"<worksheet><cols><col min="2" max="3" hidden="1"/><col min="5" max="5"/></cols><sheetData>
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><f>1+1</f></c></row>
            <row r="3" hidden="1"><c r="A3"><f>2</f><v>2</v></c><c r="B3"><f>2</f><v/></c></row></sheetData></worksheet>"#;
        let found = spreadsheet(&mut xml.as_bytes());
        assert_eq!((found.rows.iter().copied().collect::<Vec<_>>(), found.uncomputed), (vec![2], 2));
        assert!(!found.has_column(0) && found.has_column(1) && found.has_column(2) && !found.has_column(4));
        assert_eq!([down("A3:B5"), down("AB1:AB2"), down("A1:C1"), down("x")], [Some((2, 4, 0)), Some((0, 1, 27)), None, None]);
        let ods = r#"<t><table:table table:name="A"><table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>
            <table:table-row table:number-rows-repeated="2"/><table:table-row table:visibility="filter"/></table:table></t>"#;
        let found = &open_document(&mut ods.as_bytes())["A"];
        assert!(found.has_column(2) && !found.has_column(0) && found.rows.contains(&2) && found.rows.len() == 1);
    }
}
