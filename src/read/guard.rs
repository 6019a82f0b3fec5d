//! What is looked at before a workbook is given to calamine, which believes what a file says of itself: a few bytes could make it
//! ask for more memory than there is, and that ends the program where nothing can be caught.

use std::io::{self, BufRead, BufReader, Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::Limits;
use super::limits::{Unpacked, container_limit, unfolded};
use crate::diagnose::{Diagnostic, codes};

/// Cells of a workbook beyond which it is refused: some 3 GB of memory.
pub(super) const CELLS: usize = 100_000_000;

/// Refuses a workbook that would unpack to more than it may.
pub(super) fn check(bytes: &[u8], name: &str, limits: &Limits) -> Result<(), Diagnostic> {
    match if bytes.starts_with(b"PK") { zip(bytes, limits) } else { compound(bytes) } {
        Some(Found::Sound) => Ok(()),
        Some(Found::TooLarge) => Err(container_limit(name, "unpacked", limits.unpacked)),
        Some(Found::TooManyCells) => Err(too_many_cells(name)),
        None => Err(Diagnostic::new(codes::BAD_WORKBOOK).file(name).arg("error", "damaged")),
    }
}

/// What the look at a workbook found.
enum Found {
    Sound,
    TooLarge,
    TooManyCells,
}

/// A workbook with more cells than can be held.
pub(super) fn too_many_cells(name: &str) -> Diagnostic {
    container_limit(name, "cells", CELLS as u64)
}

/// XLSX, XLSB, ODS. `None`: damaged.
fn zip(bytes: &[u8], limits: &Limits) -> Option<Found> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut left = limits.unpacked;
    for index in 0..archive.len() {
        let member = archive.by_index(index).ok()?;
        let name = member.name().map(|name| name.to_ascii_lowercase()).unwrap_or_default();
        let size = member.size();
        let most = unfolded(member.compressed_size(), left);
        let mut inside = BufReader::new(Counted { inner: Unpacked::new(member, most), read: 0 });
        let sound = if name == "content.xml" {
            spreadsheet_cells(&mut inside).is_none_or(|cells| cells <= CELLS)
        } else if name.ends_with("sharedstrings.xml") {
            // calamine makes room for as many texts as are promised; each takes five bytes at least.
            promised_texts(&mut inside).is_none_or(|texts| texts <= CELLS && texts as u64 <= size)
        } else {
            true
        };
        if !sound {
            return Some(Found::TooManyCells);
        }
        // Damage in a picture is nothing to us, too much of it is.
        let rest = io::copy(&mut inside, &mut io::sink());
        let counted = inside.into_inner().read;
        match (left.checked_sub(counted), rest) {
            (None, _) => return Some(Found::TooLarge),
            (Some(rest), _) => left = rest,
        }
    }
    Some(Found::Sound)
}

struct Counted<R> {
    inner: R,
    read: u64,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self.inner.read(buffer) {
            Ok(read) => {
                self.read = self.read.saturating_add(read as u64);
                Ok(read)
            }
            Err(error) => {
                // More than the limit counts as more than the limit, whoever asks.
                if error.kind() == io::ErrorKind::Other {
                    self.read = u64::MAX;
                }
                Err(error)
            }
        }
    }
}

fn number(element: &BytesStart<'_>, attribute: &str) -> Option<usize> {
    element.try_get_attribute(attribute).ok().flatten()?.value.trim().parse().ok()
}

/// `uniqueCount` of an XLSX's texts.
fn promised_texts(xml: &mut dyn BufRead) -> Option<usize> {
    let mut reader = Reader::from_reader(xml);
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).ok()? {
            Event::Start(element) | Event::Empty(element) if element.local_name().as_ref() == "sst" => return number(&element, "uniqueCount"),
            Event::Eof => return None,
            _ => {}
        }
    }
}

/// How many cells the tables of an ODS become when what is repeated stands in full, as calamine counts: up to the last filled cell.
fn spreadsheet_cells(xml: &mut dyn BufRead) -> Option<usize> {
    let mut reader = Reader::from_reader(xml);
    reader.config_mut().expand_empty_elements = true;
    let mut buffer = Vec::new();
    let mut total = 0usize;
    // Of the table: its rows, those below the last filled one, and the widest. Of the row: repeated how often, its cells.
    let (mut rows, mut empty_rows, mut width) = (0usize, 0usize, 0usize);
    let (mut repeated, mut cells, mut empty) = (1usize, 0usize, 0usize);
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).ok()? {
            Event::Start(element) => match element.name().as_ref() {
                "table:table" => (rows, empty_rows, width) = (0, 0, 0),
                "table:table-row" => (repeated, cells, empty) = (number(&element, "table:number-rows-repeated").unwrap_or(1), 0, 0),
                "table:table-cell" | "table:covered-table-cell" => {
                    let times = number(&element, "table:number-columns-repeated").unwrap_or(1).min(16_384);
                    let filled = element.attributes().flatten().any(|attribute| {
                        let key = attribute.key.as_ref();
                        key.starts_with("office:") || key == "table:formula"
                    });
                    if filled {
                        cells = cells.saturating_add(empty).saturating_add(times).min(16_384);
                        empty = 0;
                    } else {
                        empty = empty.saturating_add(times);
                    }
                }
                _ => {}
            },
            Event::End(element) => match element.name().as_ref() {
                "table:table-row" if cells == 0 => empty_rows = empty_rows.saturating_add(repeated),
                "table:table-row" => {
                    // The cells of the row itself, before any is repeated, are made one by one as well.
                    total = total.saturating_add(cells);
                    width = width.max(cells);
                    rows = rows.saturating_add(std::mem::take(&mut empty_rows)).saturating_add(repeated);
                }
                "table:table" => total = total.saturating_add(rows.saturating_mul(width)),
                _ => {}
            },
            Event::Eof => return Some(total),
            _ => {}
        }
        if total > CELLS {
            return Some(total);
        }
    }
}

/// XLS: the records of the workbook must not speak of cells no sheet has. `None`: damaged.
fn compound(bytes: &[u8]) -> Option<Found> {
    let stream = workbook_stream(bytes)?;
    let mut at = 0;
    // The rectangle of the sheet at hand, and those of the sheets before.
    let (mut rows, mut columns, mut total) = (0usize, 0usize, 0usize);
    while let Some(head) = stream.get(at..at + 4) {
        let (kind, length) = (u16::from_le_bytes([head[0], head[1]]), usize::from(u16::from_le_bytes([head[2], head[3]])));
        let Some(data) = stream.get(at + 4..at + 4 + length) else { break };
        at += 4 + length;
        let short = |at: usize| data.get(at..at + 2).map_or(0, |two| usize::from(u16::from_le_bytes([two[0], two[1]])));
        match kind {
            // Dimensions: from row, to row, from column, to column.
            0x0200 => {
                let (from, to) = match length {
                    10 => (short(0), short(2)),
                    _ => (long(data, 0).unwrap_or(0) as usize, long(data, 4).unwrap_or(0) as usize),
                };
                let columns = if length == 10 { short(6) } else { short(10) };
                if to > 65_536 || columns > 256 || (from > to && to > 0) {
                    return Some(Found::TooManyCells);
                }
            }
            // Cells: number, label, text, boolean, RK, shared text, several RK, formula.
            0x0203 | 0x0204 | 0x00d6 | 0x0205 | 0x027e | 0x00fd | 0x00bd | 0x0006 => {
                let last = if kind == 0x00bd { short(length.saturating_sub(2)) } else { short(2) };
                let column = short(2).max(last);
                if column > 255 {
                    return Some(Found::TooManyCells);
                }
                (rows, columns) = (rows.max(short(0) + 1), columns.max(column + 1));
            }
            0x000a => {
                total += rows * columns;
                (rows, columns) = (0, 0);
            }
            _ => {}
        }
        if total + rows * columns > CELLS {
            return Some(Found::TooManyCells);
        }
    }
    Some(Found::Sound)
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at + 4).map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
}

/// The stream `Workbook` (or `Book`) of a compound file.
pub(super) fn workbook_stream(bytes: &[u8]) -> Option<Vec<u8>> {
    let shift = u32::from(*bytes.get(30)?);
    if !(7..=16).contains(&shift) {
        return None;
    }
    let size = 1usize << shift;
    let sector = |number: u32| {
        let from = (number as usize).checked_add(1)?.checked_mul(size)?;
        // The last sector may be cut.
        bytes.get(from..bytes.len().min(from.checked_add(size)?)).filter(|sector| !sector.is_empty())
    };
    let numbers = |sector: &[u8]| sector.chunks_exact(4).map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]])).collect::<Vec<_>>();
    // No chain is longer than the file has sectors: a longer one is a ring.
    let most = bytes.len() / size + 1;
    let mut tables: Vec<u32> = numbers(bytes.get(76..512)?);
    let mut next = long(bytes, 68)?;
    for _ in 0..most {
        let Some(more) = sector(next) else { break };
        tables.extend(numbers(more));
        next = tables.pop()?;
    }
    let fat: Vec<u32> = tables.iter().filter_map(|table| sector(*table)).take(most).flat_map(numbers).collect();
    let chain = |start: u32, table: &[u32], part: &dyn Fn(u32) -> Option<Vec<u8>>, most: usize| {
        let (mut at, mut found) = (start, Vec::new());
        for _ in 0..most {
            let Some(bytes) = part(at) else { break };
            found.extend_from_slice(&bytes);
            let Some(next) = table.get(at as usize) else { break };
            at = *next;
        }
        found
    };
    let large = |number: u32| sector(number).map(<[u8]>::to_vec);
    let directory = chain(long(bytes, 48)?, &fat, &large, most);
    let entry = |name: &str| {
        let wanted: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
        directory.chunks_exact(128).find(|entry| entry.starts_with(&wanted))
    };
    let found = entry("Workbook").or_else(|| entry("Book"))?;
    let (start, length) = (long(found, 116)?, long(found, 120)? as usize);
    let mut stream = if length < 4096 {
        let small = chain(long(bytes, 60)?, &fat, &large, most);
        let root = chain(long(directory.get(..128)?, 116)?, &fat, &large, most);
        let part = |number: u32| {
            let from = (number as usize).checked_mul(64)?;
            root.get(from..root.len().min(from.checked_add(64)?)).filter(|part| !part.is_empty()).map(<[u8]>::to_vec)
        };
        chain(start, &numbers(&small), &part, 64)
    } else {
        chain(start, &fat, &large, most)
    };
    stream.truncate(length);
    Some(stream)
}

#[cfg(test)]
pub(super) mod tests {
    use std::io::Write;

    use super::*;

    fn packed(name: &str, text: &str) -> Vec<u8> {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
        zip.finish().unwrap().into_inner()
    }

    /// Which limit is told, or which error.
    fn refused(bytes: &[u8], limits: &Limits) -> Option<String> {
        let what = |diagnostic: Diagnostic| {
            diagnostic.args.iter().find(|(name, _)| *name == "what" || *name == "error").map(|(_, what)| match what {
                crate::diagnose::Arg::Text(text) => text.clone(),
                crate::diagnose::Arg::Number(number) => number.to_string(),
                crate::diagnose::Arg::Decimal(number) => number.clone(),
            })
        };
        check(bytes, "a.ods", limits).err().and_then(what)
    }

    #[test]
    fn workbooks_that_unpack_to_too_much_are_refused() {
        let limits = Limits { unpacked: 1000, ..Limits::default() };
        assert_eq!(refused(&packed("xl/media/a.png", &"x".repeat(900)), &limits), None);
        assert_eq!(refused(&packed("xl/media/a.png", &"x".repeat(9000)), &limits), Some("unpacked".to_owned()));
        assert_eq!(refused(&packed("content.xml", &"x".repeat(9000)), &limits), Some("unpacked".to_owned()));
        assert_eq!(refused(b"PK\x03\x04 and no more", &limits), Some("damaged".to_owned()));
        let texts = "<sst uniqueCount=\"99999999999\"><si/></sst>";
        assert_eq!(refused(&packed("xl/sharedStrings.xml", texts), &limits), Some("cells".to_owned()));
    }

    #[test]
    fn a_spreadsheet_may_not_repeat_its_cells_endlessly() {
        let table = |rows: usize, columns: usize, times: usize| {
            let row = format!(
                "<table:table-row table:number-rows-repeated=\"{rows}\"><table:table-cell office:value=\"1\" table:number-columns-repeated=\"{columns}\"/>\
                 <table:table-cell table:number-columns-repeated=\"16000\"/></table:table-row>"
            );
            let empty = "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell/></table:table-row>";
            packed("content.xml", &format!("<office><table:table>{}{empty}</table:table></office>", row.repeat(times)))
        };
        let limits = Limits::default();
        assert_eq!(refused(&table(1, 20, 1000), &limits), None);
        assert_eq!(refused(&table(1_000_000, 16_384, 1), &limits), Some("cells".to_owned()));
        assert_eq!(refused(&table(1, 16_384, 7000), &limits), Some("cells".to_owned()));
    }

    /// A compound file of one stream with these records.
    pub(in crate::read) fn compound_file(records: &[(u16, Vec<u8>)]) -> Vec<u8> {
        let mut stream: Vec<u8> = records
            .iter()
            .flat_map(|(kind, data)| [&kind.to_le_bytes()[..], &u16::try_from(data.len()).unwrap().to_le_bytes(), data].concat())
            .collect();
        stream.resize(stream.len().max(4096).next_multiple_of(512), 0);
        let sectors = u32::try_from(stream.len() / 512).unwrap();
        let mut file = vec![0u8; 512];
        file[..8].copy_from_slice(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
        file[30] = 9;
        file[48..52].copy_from_slice(&1u32.to_le_bytes());
        file[68..72].copy_from_slice(&u32::MAX.to_le_bytes());
        file[76..512].fill(0xff);
        file[76..80].copy_from_slice(&0u32.to_le_bytes());
        let mut fat = vec![0xffff_fffdu32, 0xffff_fffe];
        fat.extend((1..sectors).map(|number| number + 2));
        fat.push(0xffff_fffe);
        fat.resize(128, u32::MAX);
        file.extend(fat.iter().flat_map(|number| number.to_le_bytes()));
        let mut directory = vec![0u8; 512];
        let name: Vec<u8> = "Workbook".encode_utf16().flat_map(u16::to_le_bytes).collect();
        directory[128..128 + name.len()].copy_from_slice(&name);
        directory[128 + 116..128 + 120].copy_from_slice(&2u32.to_le_bytes());
        directory[128 + 120..128 + 124].copy_from_slice(&u32::try_from(stream.len()).unwrap().to_le_bytes());
        file.extend(directory);
        file.extend(stream);
        file
    }

    #[test]
    fn an_old_workbook_may_not_promise_more_cells_than_a_sheet_has() {
        let dimensions = |rows: u32, columns: u16| {
            let mut data = vec![0u8; 14];
            data[4..8].copy_from_slice(&rows.to_le_bytes());
            data[10..12].copy_from_slice(&columns.to_le_bytes());
            (0x0200, data)
        };
        let cell = |row: u16, column: u16| (0x0203, [&row.to_le_bytes()[..], &column.to_le_bytes(), &[0; 10]].concat());
        let limits = Limits::default();
        assert_eq!(refused(&compound_file(&[dimensions(65_536, 256), cell(65_535, 255)]), &limits), None);
        assert_eq!(refused(&compound_file(&[dimensions(u32::MAX, 256)]), &limits), Some("cells".to_owned()));
        assert_eq!(refused(&compound_file(&[dimensions(10, 10), cell(1, 9000)]), &limits), Some("cells".to_owned()));
        let sheets: Vec<_> = (0..7).flat_map(|_| [cell(65_535, 255), (0x000a, Vec::new())]).collect();
        assert_eq!(refused(&compound_file(&sheets), &limits), Some("cells".to_owned()));
    }
}
