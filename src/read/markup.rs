//! Tables that are markup and call themselves a spreadsheet: HTML as many programs write `.xls`, and SpreadsheetML of 2003.

use std::cell::RefCell;

use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

use super::guard::CELLS;
use super::sheet::Cells;

/// Columns or rows that one cell may stand over.
const SPAN: u32 = 1000;

/// The tables of an HTML text, numbered from 1: those of at least two rows. A table within a cell belongs to it.
pub(super) fn html_tables(text: &str) -> Vec<(String, Cells)> {
    let tokenizer = Tokenizer::new(Sink::default(), TokenizerOpts::default());
    let queue = BufferQueue::default();
    queue.push_back(text.into());
    let _ = tokenizer.feed(&queue);
    tokenizer.end();
    let mut state = tokenizer.sink.state.into_inner();
    state.end_table();
    let several = |cells: &Cells| cells.iter().any(|(row, ..)| Some(row) != cells.first().map(|(row, ..)| row));
    (1..).map(|number: usize| number.to_string()).zip(state.tables.into_iter().filter(several)).collect()
}

/// Whether a text holds a table of HTML.
pub(super) fn has_table(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    lower.contains("<table") && (lower.contains("<tr") && (lower.contains("<td") || lower.contains("<th")))
}

#[derive(Default)]
struct Sink {
    state: RefCell<State>,
}

#[derive(Default)]
struct State {
    tables: Vec<Cells>,
    /// The table at hand.
    cells: Cells,
    /// Tables around the place at hand.
    depth: u32,
    row: Option<u32>,
    /// A row has begun and not ended.
    open: bool,
    /// Columns of coming rows that a cell above stands over: how many rows more, and its text.
    over: Vec<(u32, String)>,
    /// The cell at hand: its text, its columns and rows.
    cell: Option<(String, u32, u32)>,
    column: u32,
    /// Inside a script or style.
    mute: bool,
}

impl State {
    fn end_cell(&mut self) {
        let Some((text, columns, rows)) = self.cell.take() else { return };
        let text = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect::<Vec<_>>().join("\n").trim().to_owned();
        let row = self.row.unwrap_or_default();
        self.pass_over();
        for at in 0..columns {
            let column = (self.column + at) as usize;
            if self.over.len() <= column {
                self.over.resize(column + 1, (0, String::new()));
            }
            let text = if at == 0 { text.clone() } else { String::new() };
            self.over[column] = (rows - 1, text.clone());
            if !text.is_empty() && self.cells.len() < CELLS {
                self.cells.push((row, self.column + at, text));
            }
        }
        self.column += columns;
    }

    /// Cells from above come first.
    fn pass_over(&mut self) {
        while let Some((rows, text)) = self.over.get_mut(self.column as usize).filter(|(rows, _)| *rows > 0) {
            *rows -= 1;
            if !text.is_empty() && self.cells.len() < CELLS {
                self.cells.push((self.row.unwrap_or_default(), self.column, text.clone()));
            }
            self.column += 1;
        }
    }

    fn end_row(&mut self) {
        self.end_cell();
        if std::mem::take(&mut self.open) {
            while (self.column as usize) < self.over.len() {
                self.pass_over();
                self.column += 1;
            }
        }
        self.column = 0;
    }

    fn end_table(&mut self) {
        self.end_row();
        self.tables.push(std::mem::take(&mut self.cells));
        (self.row, self.over) = (None, Vec::new());
    }

    fn tag(&mut self, tag: &Tag) {
        let start = tag.kind == TagKind::StartTag;
        let span = |name: &str| {
            let value = tag.attrs.iter().find(|attribute| &*attribute.name.local == name).and_then(|attribute| attribute.value.trim().parse().ok());
            value.unwrap_or(1u32).clamp(1, SPAN)
        };
        match (&*tag.name, start) {
            ("script" | "style", start) => self.mute = start && !tag.self_closing,
            ("table", true) => {
                if self.depth == 0 {
                    self.end_table();
                }
                self.depth += 1;
            }
            ("table", false) => {
                self.depth = self.depth.saturating_sub(1);
                if self.depth == 0 {
                    self.end_table();
                }
            }
            ("tr", true) if self.depth == 1 => {
                self.end_row();
                self.row = Some(self.row.map_or(0, |row| row + 1));
                self.open = true;
            }
            ("tr", false) if self.depth == 1 => self.end_row(),
            ("td" | "th", true) if self.depth == 1 => {
                self.end_cell();
                self.cell = Some((String::new(), span("colspan"), span("rowspan")));
            }
            ("td" | "th", false) if self.depth == 1 => self.end_cell(),
            ("br" | "p" | "li" | "div" | "tr", _) => self.text("\n"),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if let Some((cell, ..)) = self.cell.as_mut().filter(|_| !self.mute) {
            cell.push_str(text);
        }
    }
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        let mut state = self.state.borrow_mut();
        match token {
            Token::TagToken(tag) => state.tag(&tag),
            // A line end of the source is a blank; lines of the text are its own elements.
            Token::CharacterTokens(text) => state.text(&text.replace(['\n', '\r'], " ")),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// The sheets of a SpreadsheetML text, by name.
pub(super) fn spreadsheet_ml(text: &str) -> Vec<(String, Cells)> {
    use quick_xml::Reader;
    use quick_xml::events::Event;

    let mut reader = Reader::from_str(text);
    let mut sheets: Vec<(String, Cells)> = Vec::new();
    // Place of the cell at hand, and whether its text comes.
    let (mut row, mut column, mut inside) = (0u32, 0u32, false);
    let mut cell = String::new();
    loop {
        let event = match reader.read_event() {
            Ok(Event::Eof) | Err(_) => return sheets,
            Ok(event) => event,
        };
        match event {
            Event::Start(element) | Event::Empty(element) => {
                let value = |name: &str| {
                    let found = element.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == name);
                    found.map(|attribute| attribute.value.into_owned())
                };
                let index = |before: u32| value("Index").and_then(|at| at.parse::<u32>().ok()).filter(|at| *at > before).unwrap_or(before + 1);
                match element.local_name().as_ref() {
                    "Worksheet" => {
                        sheets.push((value("Name").unwrap_or_default(), Cells::new()));
                        (row, column) = (0, 0);
                    }
                    "Row" => (row, column) = (index(row), 0),
                    "Cell" => column = index(column),
                    "Data" => {
                        cell.clear();
                        inside = true;
                    }
                    _ => {}
                }
            }
            Event::Text(text) if inside => cell.push_str(&text),
            Event::CData(text) if inside => cell.push_str(&text),
            Event::GeneralRef(name) if inside => cell.push_str(&entity(&name)),
            Event::End(element) if element.local_name().as_ref() == "Data" => {
                inside = false;
                if let Some((_, cells)) = sheets.last_mut().filter(|_| !cell.is_empty() && row > 0 && column > 0)
                    && cells.len() < CELLS
                {
                    cells.push((row - 1, column - 1, std::mem::take(&mut cell)));
                }
            }
            _ => {}
        }
    }
}

/// What a reference of XML stands for.
fn entity(name: &str) -> String {
    quick_xml::escape::unescape(&format!("&{name};")).map_or_else(|_| String::new(), std::borrow::Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(cells: &Cells) -> Vec<String> {
        cells.iter().map(|(row, column, text)| format!("{row},{column}={text}")).collect()
    }

    #[test]
    fn tables_of_html() {
        let tables = html_tables(
            "<html><body><table><tr><td>menu</td></tr></table><table border=1><tr><th>id<th>titre<tr><td rowspan=2>1</td><td>Un &amp; <b>deux</b><br>trois\n quatre</td></tr><tr><td>b<table><tr><td>x</table></tr></table>",
        );
        assert_eq!(tables.len(), 1);
        assert_eq!(rows(&tables[0].1), ["0,0=id", "0,1=titre", "1,0=1", "1,1=Un & deux\ntrois quatre", "2,0=1", "2,1=b\nx"]);
    }

    #[test]
    fn sheets_of_spreadsheet_ml() {
        let sheets = spreadsheet_ml(
            r#"<?xml version="1.0"?><Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="A &amp; B"><Table>
            <Row><Cell><Data ss:Type="String">id</Data></Cell><Cell ss:Index="3"><Data ss:Type="String">a &amp; b</Data></Cell></Row>
            <Row ss:Index="4"><Cell><Data ss:Type="Number">1</Data></Cell></Row></Table></Worksheet></Workbook>"#,
        );
        assert_eq!(rows(&sheets[0].1), ["0,0=id", "0,2=a & b", "3,0=1"]);
    }
}
