//! CSV files of several stacked tables, as Loomio writes them: each table becomes an input of its own, named after its section.
//!
//! Three shapes are known, and everything else stays one table:
//! - a line with the group's name, then for each model a blank line, `Discussions (12)`, a header and so many rows;
//! - `poll`, a header, rows, `poll_options`, a header, rows, `votes`, a header, rows;
//! - two or more blocks of different widths with a blank line between them, each with a header.

use std::collections::HashSet;
use std::io::Read;
use std::ops::Range;

use csv::ReaderBuilder;

use super::Limits;
use super::input::Input;
use super::table::Hints;
use super::text;

/// How much of a file is looked at: an ordinary CSV costs no more than this.
const HEAD: u64 = 512 * 1024;

/// The tables of a file of several stacked ones, each as an input in memory; else the input itself.
pub(super) fn split(input: Input, limits: &Limits) -> Vec<Input> {
    match parts(&input, limits) {
        Some(parts) => parts,
        None => vec![input],
    }
}

fn parts(input: &Input, limits: &Limits) -> Option<Vec<Input>> {
    if input.refused().is_some() || !["csv", "tsv", "txt"].contains(&input.extension().as_str()) {
        return None;
    }
    let mut head = input.head(HEAD).ok()?;
    if head.contains(&0) && !super::encoding::is_utf16(&head) {
        return None;
    }
    if !head.contains(&0) {
        // Cheap first: without a title in the first line and without a blank line there is nothing to split.
        let blank = head.windows(2).any(|pair| matches!(pair, b"\n\n" | b"\n\r" | b"\r\r" | b"\n," | b"\n;" | b"\n\t"));
        let first = head.split(|&byte| byte == b'\n' || byte == b'\r').next().unwrap_or_default();
        if !blank && first.iter().any(|byte| b",;\t".contains(byte)) {
            return None;
        }
    }
    // Structure is ASCII: the beginning shows it in any encoding of one byte a letter, and only then the whole file is read.
    if !head.contains(&0) {
        let complete = (head.len() as u64) < HEAD;
        let seen = String::from_utf8_lossy(&head);
        [b',', b';', b'\t'].into_iter().find(|&delimiter| sections(&seen, delimiter, complete, limits).is_some())?;
    }
    let detected = text::encoding_of(input, &Hints::default(), &mut Vec::new()).ok()?;
    head.clear();
    text::reader(input, detected, true).ok()?.take(HEAD).read_to_end(&mut head).ok()?;
    let complete = (head.len() as u64) < HEAD;
    let head = String::from_utf8_lossy(&head).into_owned();
    let delimiter = [b',', b';', b'\t'].into_iter().find(|&delimiter| sections(&head, delimiter, complete, limits).is_some())?;
    let mut all = String::new();
    text::reader(input, detected, true).ok()?.take(limits.unpacked).read_to_string(&mut all).ok()?;
    if all.len() as u64 >= limits.unpacked {
        return None;
    }
    let sections = sections(&all, delimiter, true, limits)?;
    // A section without rows loses nothing by being no file.
    let filled = sections.into_iter().filter(|section| section.rows > 0);
    Some(filled.map(|section| Input::part(format!("{}/{}", input.name, section.name), all[section.bytes].as_bytes().to_vec())).collect())
}

#[derive(Debug)]
struct Section {
    /// Its title.
    base: String,
    /// The title, with a number where it stands twice.
    name: String,
    rows: usize,
    /// Its header and rows.
    bytes: Range<usize>,
}

/// One record of the file, blank lines among them.
struct Line {
    bytes: Range<usize>,
    /// How many cells it has.
    cells: u32,
    /// Cells up to the last filled one: a spreadsheet pads short rows.
    width: u32,
}

impl Line {
    fn is_blank(&self) -> bool {
        self.width == 0
    }
}

/// The records of a text. Cells are cut out only where they are looked at: there may be millions.
struct Lines<'t> {
    text: &'t str,
    delimiter: u8,
    all: Vec<Line>,
}

impl Lines<'_> {
    fn cells(&self, at: usize) -> Vec<String> {
        let record = &self.text.as_bytes()[self.all[at].bytes.clone()];
        let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).delimiter(self.delimiter).from_reader(record);
        let mut cells: Vec<String> =
            reader.records().next().and_then(Result::ok).map(|record| record.iter().map(|cell| cell.trim().to_owned()).collect()).unwrap_or_default();
        cells.truncate(self.all[at].width as usize);
        cells
    }

    /// The text of a line that holds nothing but its first cell.
    fn alone(&self, at: usize) -> Option<String> {
        if self.all[at].width == 1 { self.cells(at).pop() } else { None }
    }

    /// Names of columns: different ones, and the first two hold words, not values.
    fn is_header(&self, at: usize) -> bool {
        if self.all.get(at).is_none_or(|line| line.width < 2 || line.bytes.len() > 64 * 1024) {
            return false;
        }
        let words = |cell: &String| cell.len() < 60 && cell.starts_with(char::is_alphabetic) && !cell.contains(['\n', '@', '/']);
        let cells = self.cells(at);
        // A name may stand twice: Loomio writes that of the author so.
        let several = cells.iter().collect::<HashSet<_>>().len() * 2 > cells.len();
        cells.iter().take(2).all(words) && several && cells.iter().all(|cell| !cell.is_empty())
    }
}

/// A block of lines: its title, and which lines are its header and rows.
struct Block {
    title: Option<String>,
    /// `(12)` behind the title.
    declared: Option<usize>,
    lines: Range<usize>,
}

/// The sections of a text, or nothing if it is one table. Of a text that is cut, the last section is not looked at closely.
fn sections(text: &str, delimiter: u8, complete: bool, limits: &Limits) -> Option<Vec<Section>> {
    let mut lines = lines(text, delimiter, limits.rows)?;
    if !complete {
        lines.all.pop();
    }
    let blocks = titled(&lines, complete).or_else(|| stacked(&lines, complete))?;
    let mut found: Vec<Section> = Vec::new();
    for (number, block) in (1..).zip(blocks) {
        let inside = &lines.all[block.lines];
        let (Some(first), Some(last)) = (inside.first(), inside.last()) else { continue };
        let rows = inside.iter().skip(1).filter(|line| !line.is_blank()).count();
        let base = block.title.map_or_else(|| number.to_string(), |title| title.replace(['/', '\\'], "-"));
        let same = found.iter().filter(|section| section.base == base).count();
        let name = if same == 0 { base.clone() } else { format!("{base} {}", same + 1) };
        found.push(Section { base, name, rows, bytes: first.bytes.start..last.bytes.end });
    }
    Some(found)
}

/// Blocks that each begin with a line of their own: `Discussions (12)` below a blank line, or `poll_options`.
fn titled(lines: &Lines<'_>, complete: bool) -> Option<Vec<Block>> {
    let all = &lines.all;
    let mut blocks: Vec<Block> = Vec::new();
    for (at, line) in all.iter().enumerate() {
        if line.width != 1 || !lines.is_header(at + 1) {
            continue;
        }
        let Some((title, declared)) = lines.alone(at).as_deref().and_then(title) else { continue };
        let below_blank = at == 0 || all[at - 1].is_blank();
        // Of one file all titles are of one form.
        if blocks.first().is_some_and(|first| first.declared.is_some() != declared.is_some()) || (declared.is_some() && !below_blank) {
            continue;
        }
        if blocks.is_empty() {
            // Above the first stands nothing but the name of the whole.
            let above = all[..at].iter().filter(|line| !line.is_blank());
            if above.clone().count() > 1 || above.clone().any(|line| line.width != 1) || (declared.is_none() && at > 0) {
                return None;
            }
        }
        if let Some(last) = blocks.last_mut() {
            last.lines.end = at;
        }
        blocks.push(Block { title: Some(title), declared, lines: at + 1..all.len() });
    }
    let headers: HashSet<Vec<String>> = blocks.iter().map(|block| lines.cells(block.lines.start)).collect();
    if blocks.len() < 2 || headers.len() < blocks.len() {
        return None;
    }
    let sound = blocks.iter().enumerate().all(|(at, block)| {
        let inside = &all[block.lines.clone()];
        let rows = inside[1..].iter().filter(|line| !line.is_blank());
        let whole = complete || at + 1 < blocks.len();
        let counted = block.declared.is_none_or(|declared| !whole || declared == rows.clone().count());
        counted && rows.clone().all(|row| row.width <= inside[0].width)
    });
    sound.then_some(blocks)
}

/// `Poll options (3)` or `poll_options`.
fn title(text: &str) -> Option<(String, Option<usize>)> {
    if let Some((name, count)) = text.strip_suffix(')').and_then(|rest| rest.rsplit_once(" (")) {
        let named = name.starts_with(char::is_alphabetic) && name.len() < 60 && !name.contains('\n');
        return named.then(|| count.parse().ok().map(|count| (name.to_owned(), Some(count)))).flatten();
    }
    let machine = text.starts_with(|c: char| c.is_ascii_lowercase()) && text.len() < 40;
    (machine && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')).then(|| (text.to_owned(), None))
}

/// Blocks without titles: blank lines between them, a header in each, rows as wide as it, neighbours of different widths.
fn stacked(lines: &Lines<'_>, complete: bool) -> Option<Vec<Block>> {
    let all = &lines.all;
    let mut blocks: Vec<Block> = Vec::new();
    let mut at = 0;
    while at < all.len() {
        let end = all[at..].iter().position(Line::is_blank).map_or(all.len(), |length| at + length);
        if end > at {
            blocks.push(Block { title: None, declared: None, lines: at..end });
        }
        // Many short blocks are one table with blank lines between its rows.
        if blocks.len() > 9 {
            return None;
        }
        at = end + 1;
    }
    let sound = blocks.iter().enumerate().all(|(number, block)| {
        let inside = &all[block.lines.clone()];
        let cut = !complete && number + 1 == blocks.len();
        let width = inside[0].cells;
        let other = blocks.get(number + 1).is_none_or(|next| all[next.lines.start].cells != width);
        other && (inside.len() > 1 || cut) && inside[1..].iter().all(|line| line.cells == width) && lines.is_header(block.lines.start)
    });
    (blocks.len() > 1 && sound).then_some(blocks)
}

/// The records of a text, with blank lines and places, which the csv crate does not tell; nothing where there are too many.
fn lines(text: &str, delimiter: u8, limit: u64) -> Option<Lines<'_>> {
    #[derive(PartialEq)]
    enum Cell {
        Begins,
        Plain,
        Quoted,
        /// Behind a quote inside a quoted cell: its end, or the first of two.
        Closed,
    }
    let bytes = text.as_bytes();
    let mut all = Vec::new();
    let (mut start, mut at, mut cell) = (0, 0, Cell::Begins);
    let (mut cells, mut width) = (1, 0);
    while at < bytes.len() {
        let byte = bytes[at];
        at += 1;
        let ends = matches!(byte, b'\n' | b'\r') && cell != Cell::Quoted;
        if ends {
            if byte == b'\r' && bytes.get(at) == Some(&b'\n') {
                at += 1;
            }
            all.push(Line { bytes: start..at, cells, width });
            if all.len() as u64 > limit {
                return None;
            }
            (start, cell, cells, width) = (at, Cell::Begins, 1, 0);
            continue;
        }
        if !byte.is_ascii_whitespace() && byte != b'"' && (byte != delimiter || cell == Cell::Quoted) {
            width = cells;
        }
        cell = match (cell, byte) {
            (Cell::Quoted, b'"') => Cell::Closed,
            (Cell::Quoted, _) | (Cell::Begins | Cell::Closed, b'"') => Cell::Quoted,
            (_, byte) if byte == delimiter => {
                cells += 1;
                Cell::Begins
            }
            _ => Cell::Plain,
        };
    }
    if start < bytes.len() {
        all.push(Line { bytes: start..bytes.len(), cells, width });
    }
    Some(Lines { text, delimiter, all })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{Opened, open};

    fn read(text: &str) -> Vec<(String, Vec<String>, usize)> {
        let parts = split(Input::memory("a.csv", text.as_bytes()), &Limits::default());
        parts
            .into_iter()
            .map(|input| {
                let Opened::Table(table) = open(&input, &Hints::default()).unwrap() else { panic!("{}", input.name) };
                let mut rows = 0;
                table.rows(&mut crate::diagnose::Tally::default(), &mut |_, _, _| rows += 1).unwrap();
                (input.name, table.headers, rows)
            })
            .collect()
    }

    fn names(text: &str) -> Vec<String> {
        read(text).into_iter().map(|(name, ..)| name).collect()
    }

    const GROUP: &str = "Export for Les Jardins\n\nGroups (1)\nId,Key,Name,Description,Created at\n7,aB3,Les Jardins,\"Un lieu,\n\nà tous (3)\",2024-01-02 10:00:00 UTC\n\n\
        Memberships (0)\nGroup id,User id,User name\n\n\
        Discussions (2)\nId,Topic id,Author name,Title\n1,4,Ana,Arroser\n2,5,Bo,\"Planter\n\net semer\"\n\n\
        Outcomes (1)\nId,Poll id,Statement\n3,9,Oui (2)\n\n";

    #[test]
    fn a_groups_export_is_split_by_its_titles() {
        let found = read(GROUP);
        let names: Vec<_> = found.iter().map(|(name, _, rows)| (name.as_str(), *rows)).collect();
        assert_eq!(names, [("a.csv/Groups", 1), ("a.csv/Discussions", 2), ("a.csv/Outcomes", 1)]);
        assert_eq!(found[1].1, ["Id", "Topic id", "Author name", "Title"]);
        // The same after a spreadsheet saved it: padded lines, semicolons, CRLF.
        let padded =
            "Export for X;;;\r\n;;;\r\nGroups (1);;;\r\nId;Key;Name;\r\n7;a;X;\r\n;;;\r\nPolls (1);;;\r\nId;Key;Title;Details\r\n1;b;T;D\r\n";
        assert_eq!(self::names(padded), ["a.csv/Groups", "a.csv/Polls"]);
    }

    #[test]
    fn a_polls_export_is_split_with_titles_and_without() {
        let now = "poll\nid,group_id,title\n5,7,Où planter ?\npoll_options\nid,poll_id,name,score\n1,5,Nord,3\n2,5,Sud,1\nvotes\n\
            id,poll_id,voter_name,reason,Nord,Sud\n8,5,Ana,\"parce\nque\",1,\n9,5,Bo,,0,1\n";
        let found: Vec<_> = read(now).into_iter().map(|(name, _, rows)| (name, rows)).collect();
        assert_eq!(found, [("a.csv/poll".to_owned(), 1), ("a.csv/poll_options".to_owned(), 2), ("a.csv/votes".to_owned(), 2)]);
        let before = "Title,Où planter ?\nAuthor,Ana\nDetails,\n\nParticipant,Nord,Sud,Reason\nAna,1,0,\nBo,0,1,non\n";
        assert_eq!(names(before), ["a.csv/1", "a.csv/2"]);
    }

    #[test]
    fn ordinary_tables_stay_one() {
        for text in [
            "id,titre,texte\n1,a,b\n\n2,c,d\n\n3,e,f\n",
            "id,titre\n\n1,a\n\n2,b\n",
            "Export du 3 mai\nid,titre\n1,a\n2,b\n",
            "Export du 3 mai\n\nid,titre\n1,a\n2,b\n",
            "Propositions (2)\nid,titre\n1,a\n2,b\n",
            "Export\n\nPropositions (2)\nid,titre\n1,a\n2,b\n",
            "texte\nun\n\ndeux (2)\ntrois\n",
            "texte\noui\nid,titre\nnon\nid,nom\n",
            "export\nid,titre\n1,a\noui\n2,b\n3,c\n",
            "id,titre,texte\n1,a,\"b\n\nVotes (2)\nid,titre\"\n2,c,d\n",
            "id,titre\n1,a\n\nTotal,2,x\n",
            "id;titre\n1;a\n;\n2;b\n",
            "id,titre\n1,a\n\n\n\n",
            "Un,deux,trois\n\n1,2,3\n",
            "",
            "\n\n\n",
            "\"",
            "a\"\"b,c\nx,y\n\nd,e\n",
        ] {
            assert_eq!(split(Input::memory("a.csv", text.as_bytes()), &Limits::default()).len(), 1, "{text:?}");
        }
    }

    #[test]
    fn sections_larger_than_what_is_looked_at_are_read_whole() {
        let votes: String = (0..60_000).map(|i| format!("{i},5,{i}\n")).collect();
        let text = format!("poll\nid,title\n5,Où ?\npoll_options\nid,poll_id,name,score\n1,5,Nord,3\nvotes\nid,poll_id,reason\n{votes}");
        assert_eq!(read(&text)[2], ("a.csv/votes".to_owned(), vec!["id".to_owned(), "poll_id".to_owned(), "reason".to_owned()], 60_000));
    }
}
