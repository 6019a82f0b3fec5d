//! ODS for LibreOffice and others (OpenDocument 1.3, ISO/IEC 26300): real types, a frozen heading with filters, the dictionary on a
//! sheet of its own. The text of the sheets streams into the archive.

use std::fs::File;
use std::io::{self, BufWriter, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::xlsx::ROWS;
use super::{Facts, Format, RowWriter, Sheet};
use crate::diagnose::Diagnostic;
use crate::export::{Cell, FileMade};
use crate::write::{Claim, Output};

/// The format.
pub struct Ods;

const MEDIA_TYPE: &str = "application/vnd.oasis.opendocument.spreadsheet";

impl Format for Ods {
    fn facts(&self) -> &'static Facts {
        &Facts { id: "ods", ending: ".ods", name: "ODS", media_type: MEDIA_TYPE, file_type: Some("ODS") }
    }

    fn open<'a>(&self, sheet: &Sheet<'_>, url: &str, output: &'a Output) -> Result<Box<dyn RowWriter + 'a>, Diagnostic> {
        let claim = output.claim(url)?;
        let file = File::create(&claim.target).map_err(|error| claim.explain(&error))?;
        let mut writer = OdsWriter {
            zip: ZipWriter::new(BufWriter::with_capacity(256 * 1024, file)),
            claim,
            url: url.to_owned(),
            name: sheet.name,
            columns: sheet.columns.iter().map(|column| column.name.to_string()).collect(),
            dictionary: sheet.dictionary(),
            rows: ROWS,
            ranges: Vec::new(),
            xml: String::with_capacity(8192),
            bytes: 0,
        };
        writer.begin().map_err(|error| writer.claim.explain(&error))?;
        Ok(Box::new(writer))
    }
}

struct OdsWriter<'a> {
    zip: ZipWriter<BufWriter<File>>,
    claim: Claim<'a>,
    url: String,
    name: &'static str,
    columns: Vec<String>,
    dictionary: Vec<[String; 3]>,
    /// Rows of the current sheet, its heading among them.
    rows: u32,
    /// Rows of each sheet that is done, for its filters.
    ranges: Vec<u32>,
    /// A row as it is written; reused.
    xml: String,
    /// Bytes of the sheets so far.
    bytes: u64,
}

/// Most bytes of the sheets: a file of four gigabytes needs ZIP64, which LibreOffice does not open. A larger table has no such file.
const MOST: u64 = 4_000_000_000;

const NAMESPACES: &str = r#"xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0" office:version="1.3""#;

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// Styles of the cells: heading, day, moment.
const STYLES: &str = r#"<office:automatic-styles><number:date-style style:name="N1"><number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style><number:date-style style:name="N2"><number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/><number:text> </number:text><number:hours number:style="long"/><number:text>:</number:text><number:minutes number:style="long"/><number:text>:</number:text><number:seconds number:style="long"/></number:date-style><style:style style:name="h" style:family="table-cell"><style:text-properties fo:font-weight="bold"/></style:style><style:style style:name="d" style:family="table-cell" style:data-style-name="N1"/><style:style style:name="m" style:family="table-cell" style:data-style-name="N2"/></office:automatic-styles>"#;

impl RowWriter for OdsWriter<'_> {
    fn row(&mut self, cells: &[Cell<'_>]) -> io::Result<()> {
        if self.bytes > MOST {
            return Ok(());
        }
        if self.rows == ROWS {
            self.sheet()?;
        }
        self.xml.clear();
        self.xml.push_str("<table:table-row>");
        for cell in cells {
            match cell {
                Cell::Empty => self.xml.push_str("<table:table-cell/>"),
                Cell::Text(text) => text_cell(&mut self.xml, text, ""),
                Cell::Integer(number) => value(&mut self.xml, "float", "value", &number.to_string(), ""),
                Cell::Number(number) => value(&mut self.xml, "float", "value", &number.to_string(), ""),
                Cell::Date(moment) => value(&mut self.xml, "date", "date-value", &moment.date(), "d"),
                Cell::DateTime(moment) => value(&mut self.xml, "date", "date-value", &moment.date_time()[..19], "m"),
            }
        }
        self.xml.push_str("</table:table-row>\n");
        self.rows += 1;
        self.bytes += self.xml.len() as u64;
        if self.bytes > MOST {
            return Ok(());
        }
        self.zip.write_all(self.xml.as_bytes())
    }

    fn finish(mut self: Box<Self>) -> Result<Option<FileMade>, Diagnostic> {
        if self.bytes > MOST {
            drop(self.zip);
            self.claim.abandon()?;
            return Ok(None);
        }
        let done = self.end();
        done.map_err(|error| self.claim.explain(&error))?;
        let file = self.zip.finish().map_err(|error| self.claim.explain(&error.into()))?;
        file.into_inner().map_err(|error| self.claim.explain(error.error()))?;
        Ok(Some(FileMade { url: self.url, format: "ods", info: self.claim.finish()? }))
    }
}

impl OdsWriter<'_> {
    fn part(&mut self, name: &str, method: CompressionMethod) -> io::Result<()> {
        let options = SimpleFileOptions::default().compression_method(method).compression_level(deflate_level(method));
        Ok(self.zip.start_file(name, options)?)
    }

    fn begin(&mut self) -> io::Result<()> {
        self.part("mimetype", CompressionMethod::Stored)?;
        self.zip.write_all(MEDIA_TYPE.as_bytes())?;
        self.part("content.xml", CompressionMethod::Deflated)?;
        writeln!(self.zip, "{DECLARATION}<office:document-content {NAMESPACES}>{STYLES}<office:body><office:spreadsheet>")
    }

    fn title(&self, sheet: usize) -> String {
        if sheet == 0 { self.name.to_owned() } else { format!("{}_{}", self.name, sheet + 1) }
    }

    /// A new sheet with its heading.
    fn sheet(&mut self) -> io::Result<()> {
        if !self.ranges.is_empty() {
            self.zip.write_all(b"</table:table>\n")?;
        }
        let title = self.title(self.ranges.len());
        self.ranges.push(0);
        let mut xml = format!("<table:table table:name=\"{title}\"><table:table-column table:number-columns-repeated=\"{}\"/>", self.columns.len());
        xml.push_str("<table:table-row>");
        for name in &self.columns {
            text_cell(&mut xml, name, "h");
        }
        xml.push_str("</table:table-row>\n");
        self.rows = 1;
        self.zip.write_all(xml.as_bytes())
    }

    fn end(&mut self) -> io::Result<()> {
        if self.ranges.is_empty() {
            self.sheet()?;
        }
        let sheets = self.ranges.len();
        let mut xml =
            String::from("</table:table>\n<table:table table:name=\"dictionary\"><table:table-column table:number-columns-repeated=\"3\"/>");
        for (at, line) in self.dictionary.iter().enumerate() {
            xml.push_str("<table:table-row>");
            for text in line {
                text_cell(&mut xml, text, if at == 0 { "h" } else { "" });
            }
            xml.push_str("</table:table-row>\n");
        }
        xml.push_str("</table:table>\n<table:database-ranges>");
        let last = letters(self.columns.len().max(1) - 1);
        for at in 0..sheets {
            let title = self.title(at);
            let rows = if at + 1 == sheets { self.rows } else { ROWS };
            xml.push_str(&format!(
                "<table:database-range table:name=\"{title}\" table:target-range-address=\"{title}.A1:{title}.{last}{rows}\" table:display-filter-buttons=\"true\"/>"
            ));
        }
        xml.push_str("</table:database-ranges></office:spreadsheet></office:body></office:document-content>\n");
        self.zip.write_all(xml.as_bytes())?;
        // The heading stays while the rows pass: a split below the first row of each sheet.
        self.part("settings.xml", CompressionMethod::Deflated)?;
        let item = |name: &str, kind: &str, value: &str| {
            format!("<config:config-item config:name=\"{name}\" config:type=\"{kind}\">{value}</config:config-item>")
        };
        let frozen = [
            ("VerticalSplitMode", "short", "2"),
            ("VerticalSplitPosition", "int", "1"),
            ("ActiveSplitRange", "short", "2"),
            ("PositionBottom", "int", "1"),
        ]
        .map(|(name, kind, value)| item(name, kind, value))
        .concat();
        let views: String = (0..sheets)
            .map(|at| self.title(at))
            .chain(std::iter::once("dictionary".to_owned()))
            .map(|title| format!("<config:config-item-map-entry config:name=\"{title}\">{frozen}</config:config-item-map-entry>"))
            .collect();
        writeln!(
            self.zip,
            "{DECLARATION}<office:document-settings {NAMESPACES}><office:settings><config:config-item-set config:name=\"ooo:view-settings\">\
             <config:config-item-map-indexed config:name=\"Views\"><config:config-item-map-entry>{}<config:config-item-map-named config:name=\"Tables\">{views}\
             </config:config-item-map-named></config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings>\
             </office:document-settings>",
            item("ViewId", "string", "view1")
        )?;
        self.part("META-INF/manifest.xml", CompressionMethod::Deflated)?;
        writeln!(
            self.zip,
            "{DECLARATION}<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.3\">\
             <manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.3\" manifest:media-type=\"{MEDIA_TYPE}\"/>\
             <manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>\
             <manifest:file-entry manifest:full-path=\"settings.xml\" manifest:media-type=\"text/xml\"/></manifest:manifest>"
        )
    }
}

/// Fast: sheets are much text that repeats itself.
fn deflate_level(method: CompressionMethod) -> Option<i64> {
    (method == CompressionMethod::Deflated).then_some(1)
}

fn value(xml: &mut String, kind: &str, attribute: &str, value: &str, style: &str) {
    xml.push_str("<table:table-cell office:value-type=\"");
    xml.push_str(kind);
    if !style.is_empty() {
        xml.push_str("\" table:style-name=\"");
        xml.push_str(style);
    }
    xml.push_str("\" office:");
    xml.push_str(attribute);
    xml.push_str("=\"");
    xml.push_str(value);
    xml.push_str("\"><text:p>");
    xml.push_str(value);
    xml.push_str("</text:p></table:table-cell>");
}

fn text_cell(xml: &mut String, text: &str, style: &str) {
    xml.push_str("<table:table-cell office:value-type=\"string\"");
    if !style.is_empty() {
        xml.push_str(" table:style-name=\"");
        xml.push_str(style);
        xml.push('"');
    }
    xml.push_str("><text:p>");
    // Spaces in a row fall together when read, unless they are said to be so many.
    let mut spaces = 0usize;
    let mut begins = true;
    for c in text.chars() {
        if c == ' ' {
            spaces += 1;
            continue;
        }
        put_spaces(xml, &mut spaces, begins);
        begins = false;
        match c {
            '&' => xml.push_str("&amp;"),
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '\n' => {
                xml.push_str("</text:p><text:p>");
                begins = true;
            }
            '\t' => xml.push_str("<text:tab/>"),
            // XML 1.0 has no other control characters.
            c if c < ' ' || c == '\u{fffe}' || c == '\u{ffff}' => xml.push('\u{fffd}'),
            c => xml.push(c),
        }
    }
    put_spaces(xml, &mut spaces, true);
    xml.push_str("</text:p></table:table-cell>");
}

/// Spaces that were held back; at an end of the paragraph all of them count.
fn put_spaces(xml: &mut String, spaces: &mut usize, at_end: bool) {
    match std::mem::take(spaces) {
        0 => {}
        count if at_end => xml.push_str(&format!("<text:s text:c=\"{count}\"/>")),
        1 => xml.push(' '),
        count => xml.push_str(&format!(" <text:s text:c=\"{}\"/>", count - 1)),
    }
}

/// The letters of a column, counted from 0: A, …, Z, AA, …
pub fn letters(mut column: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.insert(0, b'A' + (column % 26) as u8);
        if column < 26 {
            break;
        }
        column = column / 26 - 1;
    }
    letters.into_iter().map(char::from).collect()
}

#[cfg(test)]
mod tests {
    use super::{letters, text_cell};

    #[test]
    fn columns_have_letters() {
        assert_eq!([0, 25, 26, 51, 52, 701, 702].map(letters), ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }

    #[test]
    fn texts_keep_their_lines_and_spaces() {
        let mut xml = String::new();
        text_cell(&mut xml, " a  <b>\n\u{1} ", "");
        assert_eq!(
            xml,
            "<table:table-cell office:value-type=\"string\"><text:p><text:s text:c=\"1\"/>a <text:s text:c=\"1\"/>&lt;b&gt;</text:p><text:p>\u{fffd}<text:s text:c=\"1\"/></text:p></table:table-cell>"
        );
    }
}
