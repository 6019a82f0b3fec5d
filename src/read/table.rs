//! What an input turns out to be, and the one shape of all tables: a header and rows of text cells.

use csv::StringRecord;

use super::delimited::Delimited;
use super::documents::{BrokenRow, Documents};
use super::encoding::is_utf16;
use super::input::Input;
use super::workbook::Workbook;
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
    /// Dotted path to the rows of a document.
    pub rows: Option<String>,
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
    source: Source,
}

#[derive(Debug)]
enum Source {
    Delimited(Delimited),
    Rows(Vec<StringRecord>),
    Documents(Documents),
    Folder(Vec<(String, Result<Documents, Diagnostic>)>),
}

impl Table {
    /// Delimiter, for CSV.
    pub fn delimiter(&self) -> Option<u8> {
        match &self.source {
            Source::Delimited(delimited) => Some(delimited.delimiter),
            _ => None,
        }
    }

    /// Calls `f` with the number of each record, from 1, and its cells. Damaged bytes are noted in `tally`. Gives the records that
    /// could not be read.
    pub fn rows(&self, tally: &mut Tally, f: &mut dyn FnMut(u64, &StringRecord, &mut Tally)) -> Result<Vec<BrokenRow>, Diagnostic> {
        match &self.source {
            Source::Delimited(delimited) => delimited.rows(tally, f).map(|()| Vec::new()),
            Source::Rows(rows) => {
                for (number, row) in (1..).zip(rows) {
                    f(number, row, tally);
                }
                Ok(Vec::new())
            }
            Source::Documents(documents) => {
                let mut record = StringRecord::new();
                documents.each("", &mut |number, document| {
                    super::documents::flatten_into(document, &self.headers, &mut record);
                    f(number, &record, tally);
                })
            }
            Source::Folder(files) => {
                let mut record = StringRecord::new();
                let mut broken = Vec::new();
                for (number, (name, read)) in (1..).zip(files) {
                    match read {
                        Ok(documents) => {
                            for document in &documents.sample {
                                super::documents::flatten_into(document, &self.headers, &mut record);
                                f(number, &record, tally);
                            }
                        }
                        Err(diagnostic) => broken.push((0, diagnostic.clone().file(name))),
                    }
                }
                Ok(broken)
            }
        }
    }

    /// Flat documents seen as a table: keys of nested objects are joined with `/`, lists of plain values with ", ".
    pub fn from_documents(documents: Documents) -> Result<Self, Diagnostic> {
        let mut headers = Vec::new();
        let mut sample = Vec::new();
        documents.each("", &mut |_, document| super::documents::collect_headers(document, &mut headers))?;
        documents.each("", &mut |number, document| {
            if number <= SAMPLE_ROWS as u64 {
                let mut record = StringRecord::new();
                super::documents::flatten_into(document, &headers, &mut record);
                sample.push(record);
            }
        })?;
        let (format, encoding) = (documents.format, documents.encoding.clone());
        Ok(Self { headers, sample, format, encoding, remarks: Vec::new(), documents: Vec::new(), source: Source::Documents(documents) })
    }

    /// A folder of flat documents seen as a table: each file is one row; one that cannot be read is a broken row.
    pub fn from_folder(files: Vec<(String, Result<Documents, Diagnostic>)>) -> Self {
        let mut headers = Vec::new();
        let readable = || files.iter().filter_map(|(_, read)| read.as_ref().ok());
        for document in readable().flat_map(|documents| &documents.sample) {
            super::documents::collect_headers(document, &mut headers);
        }
        let mut sample = Vec::new();
        for document in readable().flat_map(|documents| &documents.sample).take(SAMPLE_ROWS) {
            let mut record = StringRecord::new();
            super::documents::flatten_into(document, &headers, &mut record);
            sample.push(record);
        }
        let encoding = readable().next().map_or_else(|| "UTF-8".to_owned(), |documents| documents.encoding.clone());
        let documents = files.iter().map(|(name, _)| name.clone()).collect();
        Self { headers, sample, format: Format::Json, encoding, remarks: Vec::new(), documents, source: Source::Folder(files) }
    }
}

/// Opens an input by looking at its bytes first and its name second.
pub fn open(input: &Input, hints: &Hints) -> Result<Opened, Diagnostic> {
    let name = input.name.clone();
    let unreadable = |error: std::io::Error| Diagnostic::new(codes::UNREADABLE_FILE).file(&name).arg("error", error.to_string());
    let head = input.head(64 * 1024).map_err(unreadable)?;
    if head.is_empty() {
        return Err(Diagnostic::new(codes::EMPTY_FILE).file(&input.name));
    }
    if head.starts_with(b"PK\x03\x04") || head.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        let workbook = Workbook::open(input, hints.sheet.as_deref())?;
        return Ok(Opened::Table(Table {
            sample: workbook.rows.iter().take(SAMPLE_ROWS).cloned().collect(),
            headers: workbook.headers,
            format: Format::Workbook,
            encoding: "UTF-8".to_owned(),
            remarks: workbook.remarks,
            documents: Vec::new(),
            source: Source::Rows(workbook.rows),
        }));
    }
    if head.starts_with(b"%PDF") || (head.contains(&0) && !is_utf16(&head)) {
        return Err(Diagnostic::new(codes::UNKNOWN_FORMAT).file(&input.name));
    }
    let format = match input.extension().as_str() {
        "yaml" | "yml" => Format::Yaml,
        "jsonl" | "ndjson" => Format::JsonLines,
        extension => Documents::looks_like(&head, extension).unwrap_or(Format::Csv),
    };
    if format != Format::Csv {
        return Documents::open(input, hints, format).map(Opened::Documents);
    }
    let (delimited, headers, sample, encoding, remarks) = Delimited::open(input, hints)?;
    Ok(Opened::Table(Table { headers, sample, format, encoding, remarks, documents: Vec::new(), source: Source::Delimited(delimited) }))
}
