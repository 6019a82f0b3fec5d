//! Any bytes: whatever a file holds, opening it and reading all of it gives rows or reasons, and never a panic.

use std::io::{Cursor, Write};

use proptest::prelude::*;

use super::Limits;
use super::{Hints, Input, Opened, Table, open, sections};
use crate::diagnose::Tally;

/// Reads everything there is, in both ways a caller may.
fn exhaust(input: &Input, hints: &Hints) {
    for part in sections::split(input.clone(), &hints.limits) {
        match open(&part, hints) {
            Ok(Opened::Table(table)) => {
                let _ = table.rows(&mut Tally::default(), &mut |_, _, _| {});
            }
            Ok(Opened::Documents(documents)) => {
                let mut handed_out = 0;
                let _ = documents.each("", &mut |_, _| handed_out += 1);
                let _ = documents.each("a.b", &mut |_, _| {});
                if let Ok(table) = Table::from_documents(documents) {
                    let mut rows = 0;
                    let _ = table.rows(&mut Tally::default(), &mut |_, _, _| rows += 1);
                    assert_eq!(rows, handed_out, "a table must hand out what its documents hold");
                }
            }
            Err(_) => {}
        }
    }
}

fn small() -> Hints {
    Hints { limits: Limits { cell: 200, depth: 8, rows: 20, columns: 12, unpacked: 100_000, members: 5 }, ..Hints::default() }
}

fn packed(name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
    zip.write_all(bytes).unwrap();
    zip.finish().unwrap().into_inner()
}

const NAMES: &[&str] = &["a.csv", "a.tsv", "a.json", "a.jsonl", "a.yaml", "a.xml", "a.blt", "a.xlsx", "a.xls", "a.csv.gz", "a"];

/// Pieces of all formats, so that chance builds what nearly makes sense.
const PIECES: &[&str] = &[
    "a",
    "é",
    "\u{feff}",
    "\n",
    "\r\n",
    "\"",
    "\"\"",
    ",",
    ";",
    "\t",
    "1",
    "0",
    "-1",
    "2 1",
    "=",
    "#",
    "{",
    "}",
    "[",
    "]",
    ":",
    "null",
    "{\"a\":",
    "\\u00",
    "<a>",
    "</a>",
    "<a b='c'/>",
    "<?xml version='1.0'?>",
    "<!DOCTYPE a>",
    "<![CDATA[",
    "]]>",
    "&amp;",
    "&x;",
    "<!--",
    "-->",
    "- ",
    "a: ",
    "&b",
    "*b",
    "|",
    ">",
    "---\n",
    "poll\nid,name\n1,b\n",
    "votes\nid,poll\n1,2\n",
    "\n\nGroups (1)\nId,Key\n1,b\n\n",
    "\u{0}",
    "\u{1}",
    "1e999",
];

fn text() -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(prop::sample::select(PIECES), 0..60).prop_map(|pieces| pieces.concat().into_bytes())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..600), name in prop::sample::select(NAMES)) {
        exhaust(&Input::memory(name, bytes.clone()), &Hints::default());
        exhaust(&Input::memory(name, bytes), &small());
    }

    #[test]
    fn anything_that_nearly_makes_sense_never_panics(bytes in text(), name in prop::sample::select(NAMES)) {
        exhaust(&Input::memory(name, bytes.clone()), &Hints::default());
        exhaust(&Input::memory(name, bytes), &small());
    }

    #[test]
    fn damaged_files_never_panic(at in any::<prop::sample::Index>(), to in any::<u8>(), cut in any::<bool>(), which in 0..SOUND.len()) {
        let (name, make) = SOUND[which];
        let mut bytes = make();
        let at = at.index(bytes.len());
        bytes[at] = to;
        if cut {
            bytes.truncate(at + 1);
        }
        exhaust(&Input::memory(name, bytes.clone()), &Hints::default());
        exhaust(&Input::memory(name, bytes), &small());
    }

    #[test]
    fn damaged_records_of_an_old_workbook_never_panic(records in prop::collection::vec((prop::sample::select(RECORDS), prop::collection::vec(any::<u8>(), 0..40)), 0..20)) {
        let mut all = vec![(0x0809, vec![0, 6, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])];
        all.extend(records);
        exhaust(&Input::memory("a.xls", super::guard::tests::compound_file(&all)), &Hints::default());
    }
}

const RECORDS: &[u16] = &[
    0x0809, 0x0085, 0x0200, 0x0203, 0x0204, 0x00d6, 0x0205, 0x0207, 0x027e, 0x00fd, 0x00bd, 0x00e5, 0x0006, 0x000a, 0x00fc, 0x0018, 0x041e, 0x00e0,
    0x0042,
];

type Sound = (&'static str, fn() -> Vec<u8>);

/// Sound files of the formats with a structure of their own.
const SOUND: &[Sound] = &[
    ("a.xlsx", || {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in WORKBOOK {
            // Stored, so that a changed byte reaches the XML inside.
            zip.start_file(*name, zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored)).unwrap();
            zip.write_all(text.as_bytes()).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }),
    ("a.ods", || {
        packed("content.xml", "<office:document-content><table:table table:name='a'><table:table-row><table:table-cell office:value='1'/></table:table-row></table:table></office:document-content>".as_bytes())
    }),
    ("a.csv.gz", || {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        encoder.write_all(b"id;t\n1;a\n2;b\n").unwrap();
        encoder.finish().unwrap()
    }),
    ("a.blt", || b"3 1\n-2\n4 1 3=2 0\n0\n\"a\"\n\"b\"\n\"c\"\n\"t\"\n".to_vec()),
    ("a.xml", || b"<?xml version='1.0' encoding='utf-8'?><a b='c'><d>e</d><d>&#233;<![CDATA[f]]></d></a>".to_vec()),
    ("a.json", || b"[{\"a\":{\"b\":[1,2.5,null,true]},\"a\":\"\\u00e9\"},{\"a\":-1}]".to_vec()),
    ("a.yaml", || b"- a: &x [1, 2]\n  b: *x\n- {c: d}\n".to_vec()),
    ("a.csv", || b"Export\n\nGroups (1)\nId,Key\n1,b\n\nPolls (1)\nId,Key,T\n1,b,c\n".to_vec()),
];

const WORKBOOK: &[(&str, &str)] = &[
    ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
    (
        "_rels/.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" \
         Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
    ),
    (
        "xl/workbook.xml",
        "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
    ),
    (
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" \
         Target=\"worksheets/sheet1.xml\"/></Relationships>",
    ),
    ("xl/sharedStrings.xml", "<sst uniqueCount=\"2\"><si><t>id</t></si><si><t>t</t></si></sst>"),
    (
        "xl/worksheets/sheet1.xml",
        "<worksheet><dimension ref=\"A1:B2\"/><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>\
         <row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\" t=\"inlineStr\"><is><t>b</t></is></c></row></sheetData></worksheet>",
    ),
];

#[test]
fn the_sound_files_are_sound() {
    for (name, make) in SOUND.iter().filter(|(name, _)| *name != "a.ods") {
        let input = Input::memory(*name, make());
        for part in sections::split(input, &Limits::default()) {
            assert!(open(&part, &Hints::default()).is_ok(), "{name}: {:?}", open(&part, &Hints::default()));
        }
    }
}

#[test]
fn one_cell_in_the_last_corner_costs_nothing() {
    let corner = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>3</v></c></row></sheetData></worksheet>";
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in WORKBOOK {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(if name.contains("sheet1") { corner.as_bytes() } else { text.as_bytes() }).unwrap();
    }
    let Opened::Table(table) = open(&Input::memory("a.xlsx", zip.finish().unwrap().into_inner()), &Hints::default()).unwrap() else { panic!() };
    assert_eq!((table.headers.len(), table.sample.len()), (16_384, 1));
}

#[test]
fn repeated_yaml_texts_do_not_fill_the_memory() {
    let mut text = format!("a: &x {}\n", "x".repeat(100_000));
    (0..5001).for_each(|i| text.push_str(&format!("b{i}: &y{i} 1\n")));
    text.push_str("c:\n");
    (0..40_000).for_each(|_| text.push_str("- *x\n"));
    assert!(open(&Input::memory("a.yaml", text.into_bytes()), &Hints::default()).is_err());
}
