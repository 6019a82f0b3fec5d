//! Bytes of any kind never make a reader panic, hang or keep more than its limits allow.

use proptest::prelude::*;

use super::{Hints, Input, Limits, Opened, open};
use crate::diagnose::Tally;

/// Beginnings that lead into each reader, and names that do.
const SEEDS: &[(&str, &str)] = &[
    ("a.csv", "id;title\n1;\"a\nb\"\n"),
    ("a.json", "[{\"id\":1,\"t\":[{\"a\":null}]}]"),
    ("a.json", "{\"rows\":[{\"id\":1,\"id\":2}]}"),
    ("a.jsonl", "{\"id\":1}\n{\"id\":2}\n"),
    ("a.yaml", "- id: 1\n  t: [&a x, *a]\n"),
    ("a.xml", "<?xml version=\"1.0\"?><a b=\"c\"><d>e</d><d/>&amp;<![CDATA[x]]></a>"),
    ("a.blt", "2 1\n-2\n1 1 2 0\n3 2=1 0\n0\n\"A\"\n\"B\"\n\"T\"\n"),
    ("a.csv", "Group\n\nDiscussions (1)\nId,Title\n1,x\n\nPolls (1)\nId,Title\n2,y\n"),
    ("a.csv.gz", "\u{1f}\u{8b}"),
    ("a.xlsx", "PK\u{3}\u{4}"),
];

/// Opens a file and reads all its rows.
fn read(name: &str, bytes: &[u8]) -> u64 {
    let limits = Limits { cell: 4096, depth: 20, rows: 200, unpacked: 1 << 20, ..Limits::default() };
    let hints = Hints { limits, ..Hints::default() };
    let mut rows = 0;
    for input in super::sections::split(Input::memory(name, bytes).within(&limits), &limits) {
        match open(&input, &hints) {
            Ok(Opened::Table(table)) => {
                let _ = table.rows(&mut Tally::default(), &mut |_, _, _| rows += 1);
            }
            Ok(Opened::Documents(documents)) => {
                let _ = documents.each("rows", &mut |_, _| rows += 1);
                if let Ok(table) = super::Table::from_documents(documents) {
                    let _ = table.rows(&mut Tally::default(), &mut |_, _, _| rows += 1);
                }
            }
            Err(_) => {}
        }
    }
    rows
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn any_bytes_are_read_or_refused(seed in 0..SEEDS.len(), bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(read(SEEDS[seed].0, &bytes) <= 1000);
    }

    #[test]
    fn damaged_files_are_read_or_refused(seed in 0..SEEDS.len(), cut in 0usize..60, at in 0usize..60, put in prop::collection::vec(any::<u8>(), 0..6)) {
        let (name, text) = SEEDS[seed];
        let mut bytes = text.as_bytes().to_vec();
        let at = at.min(bytes.len());
        bytes.splice(at..(at + cut % 4).min(bytes.len()), put);
        bytes.truncate(bytes.len().saturating_sub(cut / 4));
        prop_assert!(read(name, &bytes) <= 1000);
    }
}

#[test]
fn the_seeds_lead_into_their_readers() {
    for (name, text) in SEEDS.iter().filter(|(name, _)| !name.ends_with("gz") && !name.ends_with("xlsx")) {
        assert!(read(name, text.as_bytes()) > 0, "{name}: {text}");
    }
}
