//! What an input turns out to be, and the one shape of all tables: a header and rows of text cells.

use csv::StringRecord;

use super::Limits;
use super::again::Again;
use super::delimited::Delimited;
use super::documents::{BrokenRow, Documents};
use super::encoding::{is_utf16, utf16};
use super::flat::{Columns, Flat, too_large};
use super::frame::KnownHeaders;
use super::input::Input;
use super::limits::{cell_limit, column_limit, fault};
use super::record::Record;
use super::workbook::Workbook;
use super::{markup, text};
use crate::diagnose::{Diagnostic, Tally, codes};

/// How many rows are looked at to recognise a file.
pub const SAMPLE_ROWS: usize = 50;

/// What the user or the profile says where looking would guess wrong.
#[derive(Debug, Clone, Default)]
pub struct Hints {
    /// Label of an encoding (WHATWG).
    pub encoding: Option<String>,
    /// Delimiter of a CSV.
    pub delimiter: Option<u8>,
    /// Sheet of a workbook.
    pub sheet: Option<String>,
    /// Sheets that somebody reads apart: they are neither joined nor said to be left out.
    pub sheets_apart: Vec<String>,
    /// Row of the file in which the header stands, from 1; 0: there is none.
    pub header_row: Option<u64>,
    /// Names of columns that somebody knows: they tell a header from what stands above it.
    pub known: Option<KnownHeaders>,
    /// Dotted path to the rows of a document.
    pub rows: Option<String>,
    /// Hidden sheets, rows and columns of a workbook are read like all others.
    pub keep_hidden: bool,
    /// Whether a note beside a cell forbids to publish its row.
    pub forbids: Option<fn(&str) -> bool>,
    /// What a file may cost.
    pub limits: Limits,
}

/// File formats that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Delimiter-separated values.
    Csv,
    /// One JSON value.
    Json,
    /// One JSON value a line.
    JsonLines,
    /// XLSX, XLS or ODS.
    Workbook,
    /// A YAML list.
    Yaml,
    /// XML elements as documents.
    Xml,
    /// Ranked ballots (BLT).
    Ballots,
}

impl Format {
    /// Its usual name.
    pub fn name(self) -> &'static str {
        match self {
            Format::Csv => "CSV",
            Format::Json => "JSON",
            Format::JsonLines => "JSON Lines",
            Format::Workbook => "XLSX/ODS",
            Format::Yaml => "YAML",
            Format::Xml => "XML",
            Format::Ballots => "BLT",
        }
    }
}

/// An opened input.
#[derive(Debug)]
pub enum Opened {
    /// Rows of cells.
    Table(Table),
    /// Nested documents.
    Documents(Documents),
}

/// A table whose rows can be read, as often as needed, in constant memory where the format allows.
#[derive(Debug)]
pub struct Table {
    /// Names of the columns, trimmed; an unnamed one is empty.
    pub headers: Vec<String>,
    /// The first rows.
    pub sample: Vec<StringRecord>,
    /// Format.
    pub format: Format,
    /// Encoding, as found or told.
    pub encoding: String,
    /// Things to say about the file as a whole.
    pub remarks: Vec<Diagnostic>,
    /// Names of the files, where each row is a file of a folder.
    pub documents: Vec<String>,
    /// What stands above it as its title.
    pub title: Option<String>,
    /// Path of the list of a document that its rows were taken from.
    pub list: Option<String>,
    /// Columns that its workbook hides, by place and name. Their header is empty: they are published nowhere, and may hide rows.
    pub concealed: Vec<(usize, String)>,
    source: Source,
}

#[derive(Debug)]
enum Source {
    Delimited(Delimited),
    Rows(Box<Workbook>),
    Documents(Documents),
    Folder(Vec<(String, Result<Documents, Diagnostic>)>),
}

impl Table {
    /// Delimiter, for CSV.
    pub fn delimiter(&self) -> Option<u8> {
        match &self.source {
            Source::Delimited(delimited) => Some(delimited.delimiter()),
            _ => None,
        }
    }

    /// Calls `f` with the number of each record, from 1, and its cells. Damaged bytes are noted in `tally`. Gives the records that
    /// could not be read.
    pub fn rows(&self, tally: &mut Tally, f: &mut dyn FnMut(u64, Record<'_>, &mut Tally)) -> Result<Vec<BrokenRow>, Diagnostic> {
        match &self.source {
            Source::Delimited(delimited) => {
                let mut again = Again::new(&self.headers, delimited.own, &[]);
                let mut broken = delimited.rows(tally, &mut |number, row, tally| {
                    let row = again.row(number, row, tally);
                    f(number, row, tally);
                })?;
                for (_, diagnostic) in &mut broken {
                    // A column is known by its name rather than by its place.
                    let place = diagnostic.place.column.as_deref().and_then(|place| place.parse::<usize>().ok());
                    if let Some(name) = place.and_then(|place| self.headers.get(place.checked_sub(1)?)).filter(|name| !name.is_empty()) {
                        diagnostic.place.column = Some(name.clone());
                    }
                }
                Ok(broken)
            }
            Source::Rows(workbook) => {
                let mut again = Again::new(&self.headers, self.headers.len(), &workbook.ends);
                Ok(workbook.each(&mut |number, row| {
                    let row = again.row(number, row.into(), tally);
                    f(number, row, tally);
                }))
            }
            Source::Documents(documents) => {
                let mut flat = Flat::new(&self.headers);
                documents.each("", &mut |number, document| f(number, flat.row(document).into(), tally))
            }
            Source::Folder(files) => {
                let mut flat = Flat::new(&self.headers);
                let mut broken = Vec::new();
                for (number, (name, read)) in (1..).zip(files) {
                    match read {
                        Ok(documents) => {
                            for document in &documents.sample {
                                match too_large(document, "", documents.limits().cell) {
                                    None => f(number, flat.row(document).into(), tally),
                                    Some((key, size)) => broken.push((number, cell_limit(name, number, key, size, documents.limits()))),
                                }
                            }
                        }
                        Err(diagnostic) => broken.push((0, diagnostic.clone().file(name))),
                    }
                }
                Ok(broken)
            }
        }
    }

    /// The table of a workbook.
    fn from_workbook(mut workbook: Workbook) -> Self {
        Self {
            headers: workbook.headers().to_vec(),
            sample: workbook.sample(),
            format: Format::Workbook,
            encoding: "UTF-8".to_owned(),
            remarks: std::mem::take(&mut workbook.remarks),
            documents: Vec::new(),
            title: workbook.heading().map(str::to_owned),
            list: None,
            concealed: workbook.concealed().to_vec(),
            source: Source::Rows(Box::new(workbook)),
        }
    }

    /// Of a workbook the sheet that is read, and those that hold rows too and are not.
    pub fn sheets(&self) -> Option<(&str, &[String])> {
        match &self.source {
            Source::Rows(workbook) => Some((&workbook.title, &workbook.others)),
            _ => None,
        }
    }

    /// Numbers of the last rows of the sheets that were joined to one table.
    pub fn sheet_ends(&self) -> &[u64] {
        match &self.source {
            Source::Rows(workbook) => &workbook.ends,
            _ => &[],
        }
    }

    /// Flat documents seen as a table: keys of nested objects are joined with `/`, lists of plain values with ", ".
    pub fn from_documents(documents: Documents) -> Result<Self, Diagnostic> {
        let headers = documents.columns();
        if headers.len() as u64 > documents.limits().columns {
            return Err(column_limit(documents.name(), documents.limits()));
        }
        let mut flat = Flat::new(&headers);
        let sample = documents.sample.iter().map(|document| flat.row(document).clone()).collect();
        let (format, encoding, remarks) = (documents.format, documents.encoding.clone(), documents.remarks.clone());
        Ok(Self {
            headers,
            sample,
            format,
            encoding,
            remarks,
            documents: Vec::new(),
            title: None,
            list: None,
            concealed: Vec::new(),
            source: Source::Documents(documents),
        })
    }

    /// A folder of flat documents seen as a table: each file is one row; one that cannot be read is a broken row.
    pub fn from_folder(files: Vec<(String, Result<Documents, Diagnostic>)>) -> Self {
        let readable = || files.iter().filter_map(|(_, read)| read.as_ref().ok());
        let limits = readable().next().map_or_else(Limits::default, |documents| *documents.limits());
        let mut columns = Columns::default();
        readable().flat_map(|documents| &documents.sample).for_each(|document| columns.add(document, limits.columns));
        let mut remarks: Vec<Diagnostic> = readable().flat_map(|documents| documents.remarks.iter().cloned()).collect();
        let mut headers = columns.names;
        if headers.len() as u64 > limits.columns {
            // The files are rows each: what they share is published, and what is too much is told.
            headers.truncate(usize::try_from(limits.columns).unwrap_or(usize::MAX));
            remarks.push(column_limit(files.first().map_or("", |(name, _)| name), &limits));
        }
        let mut flat = Flat::new(&headers);
        let sample = readable().flat_map(|documents| &documents.sample).take(SAMPLE_ROWS).map(|document| flat.row(document).clone()).collect();
        let first = readable().next();
        let encoding = first.map_or_else(|| "UTF-8".to_owned(), |documents| documents.encoding.clone());
        let format = first.map_or(Format::Json, |documents| documents.format);
        let documents = files.iter().map(|(name, _)| name.clone()).collect();
        Self { headers, sample, format, encoding, remarks, documents, title: None, list: None, concealed: Vec::new(), source: Source::Folder(files) }
    }
}

/// What is to be said of where a table begins.
pub(super) fn framed(name: &str, above: u64, line: u64, headless: bool) -> impl Iterator<Item = Diagnostic> {
    let above = (above > 0).then(|| Diagnostic::new(codes::LINES_ABOVE).file(name).count(above).arg("line", line));
    above.into_iter().chain(headless.then(|| Diagnostic::new(codes::NO_HEADER).file(name)))
}

/// Opens an input by looking at its bytes first and its name second.
pub fn open(input: &Input, hints: &Hints) -> Result<Opened, Diagnostic> {
    if let Some(refused) = input.refused() {
        return Err(refused.clone());
    }
    let head = input.head(64 * 1024).map_err(|error| fault(&input.name, &error))?;
    if head.is_empty() {
        return Err(Diagnostic::new(codes::EMPTY_FILE).file(&input.name));
    }
    if head.starts_with(b"PK\x03\x04") || head.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Workbook::open(input, hints).map(|workbook| Opened::Table(Table::from_workbook(workbook)));
    }
    if head.starts_with(b"version https://git-lfs.github.com/spec/") {
        return Err(Diagnostic::new(codes::LFS_POINTER).file(&input.name));
    }
    // A text may hold a stray zero byte, which cleaning takes out; what holds more of them is no text.
    let zeros = head.iter().filter(|&&byte| byte == 0).count();
    if head.starts_with(b"%PDF") || (zeros * 200 > head.len() && !is_utf16(&head)) {
        return Err(Diagnostic::new(codes::UNKNOWN_FORMAT).file(&input.name));
    }
    let start = beginning(&head);
    if is_spreadsheet_ml(&start) {
        let workbook = Workbook::of_cells(input, hints, markup::spreadsheet_ml(&marked_up(input, hints)?))?;
        return Ok(Opened::Table(Table::from_workbook(workbook)));
    }
    let page = is_web_page(&start);
    if page || is_html(&start) {
        let text = marked_up(input, hints)?;
        let tables = if markup::has_table(&text) { markup::html_tables(&text) } else { Vec::new() };
        // A page holds tables for its looks too: one of which somebody knows no column is none.
        let workbook = Workbook::of_cells(input, hints, tables).ok().filter(|workbook| !page || workbook.is_known());
        return match workbook {
            Some(workbook) => Ok(Opened::Table(Table::from_workbook(workbook))),
            None => Err(Diagnostic::new(codes::WEB_PAGE).file(&input.name)),
        };
    }
    let format = match input.extension().as_str() {
        "yaml" | "yml" => Format::Yaml,
        "jsonl" | "ndjson" => Format::JsonLines,
        "blt" => Format::Ballots,
        extension if start.starts_with("<?xml") || (extension == "xml" && start.starts_with('<')) => Format::Xml,
        extension => Documents::looks_like(&head, extension).unwrap_or(Format::Csv),
    };
    if format != Format::Csv {
        return Documents::open(input, hints, format).map(Opened::Documents);
    }
    let (mut delimited, headers, sample, encoding, remarks) = Delimited::open(input, hints)?;
    let title = delimited.title.take();
    Ok(Opened::Table(Table {
        headers,
        sample,
        format,
        encoding,
        remarks,
        documents: Vec::new(),
        title,
        list: None,
        concealed: Vec::new(),
        source: Source::Delimited(delimited),
    }))
}

/// The first words of a text, without mark and blanks, whatever the encoding.
fn beginning(head: &[u8]) -> String {
    let head = &head[..head.len().min(4096)];
    let text = match utf16(head) {
        Some(encoding) => encoding.decode(head).0,
        None => String::from_utf8_lossy(head),
    };
    text.trim_start_matches('\u{feff}').trim_start().to_owned()
}

/// The whole text of a file of markup.
fn marked_up(input: &Input, hints: &Hints) -> Result<String, Diagnostic> {
    let detected = text::encoding_of(input, hints, &mut Vec::new())?;
    text::whole(input, detected).map_err(|error| fault(&input.name, &error))
}

/// Whether a text is a workbook as XML of Excel 2003.
fn is_spreadsheet_ml(start: &str) -> bool {
    start.starts_with("<?xml") && start.contains("urn:schemas-microsoft-com:office:spreadsheet")
}

/// Whether a text begins as a part of a page that calls itself a spreadsheet.
fn is_html(start: &str) -> bool {
    let start: String = start.chars().take(8).collect::<String>().to_ascii_lowercase();
    ["<table", "<meta", "<body", "<style"].iter().any(|tag| start.starts_with(tag))
}

/// Whether a text is HTML: a page saved from a browser, an error page, a table that calls itself a spreadsheet.
fn is_web_page(start: &str) -> bool {
    let mut rest = start;
    loop {
        rest = rest.trim_start();
        // Comments and the declaration of XHTML may stand above.
        let end = if rest.starts_with("<!--") {
            rest.find("-->").map(|at| at + 3)
        } else if rest.starts_with("<?xml") {
            rest.find("?>").map(|at| at + 2)
        } else {
            None
        };
        match end {
            Some(end) => rest = &rest[end..],
            None => break,
        }
    }
    let rest: String = rest.chars().take(20).collect::<String>().to_ascii_lowercase();
    let tag =
        |name: &str| rest.strip_prefix(name).is_some_and(|after| !after.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | ':')));
    tag("<!doctype html") || tag("<html") || tag("<head")
}
