//! Fuzzing of every reader: files damaged at random must be read or refused, never panic, hang or fill the memory.
//!
//! Each reader has its seeds in `tests/fuzz/<reader>/`; `cargo test` reads them all and a few thousand mutations. For a long run:
//! `GREFFE_FUZZ_SECONDS=600 cargo test --release --test fuzz <reader> -- --nocapture`; it prints the number of executions, and
//! what it finds is kept in the same folder as a seed for ever.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use greffe::diagnose::Tally;
use greffe::read::{Hints, Limits, Opened, Table, inputs_within, open};

/// Most memory that a reader may hold, in bytes (read from the system, where it tells).
const MEMORY: u64 = 1 << 30;
/// Longest time that one small file may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// A generator of pseudo-random numbers (SplitMix64, as published by S. Vigna): the same run for the same start.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % limit.max(1) as u64).unwrap_or(0)
    }
}

/// Pieces that formats are made of: put in at random they lead further than random bytes.
const PIECES: &[&[u8]] = &[
    b"\"",
    b"\"\"",
    b",",
    b";",
    b"\t",
    b"\n",
    b"\r\n",
    b"\n\n",
    b"{",
    b"}",
    b"[",
    b"]",
    b":",
    b"null",
    b"<",
    b"</",
    b"/>",
    b"<![CDATA[",
    b"&amp;",
    b"&x;",
    b"<!DOCTYPE a>",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\x00",
    b"- ",
    b"&a ",
    b"*a",
    b"|\n",
    b" (3)\n",
    b"1e999",
    b"-9223372036854775809",
    b"\\u",
    b"\\ud800",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"=",
    b"0\n",
    b"\xc3",
];

fn mutate(seeds: &[Vec<u8>], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = seeds[dice.below(seeds.len())].clone();
    for _ in 0..=dice.below(6) {
        let at = dice.below(bytes.len() + 1);
        match dice.below(8) {
            0 => bytes.truncate(at),
            1 if at < bytes.len() => bytes[at] ^= 1 << dice.below(8),
            2 if at < bytes.len() => bytes[at] = dice.next() as u8,
            3 => {
                let end = (at + dice.below(16)).min(bytes.len());
                bytes.drain(at..end);
            }
            4 => {
                let other = &seeds[dice.below(seeds.len())];
                let start = dice.below(other.len());
                let end = (start + dice.below(64)).min(other.len());
                bytes.splice(at..at, other[start..end].iter().copied());
            }
            5 => {
                let end = (at + dice.below(32)).min(bytes.len());
                let piece = bytes[at..end].to_vec();
                for _ in 0..dice.below(20) {
                    bytes.splice(at..at, piece.iter().copied());
                }
            }
            _ => {
                let piece = PIECES[dice.below(PIECES.len())];
                bytes.splice(at..at, piece.iter().copied());
            }
        }
    }
    bytes.truncate(1 << 20);
    bytes
}

/// Reads a file as a build would and tells what came of it: the codes said, and roughly how many rows.
fn read(path: &Path) -> String {
    let limits = Limits { cell: 1 << 16, rows: 10_000, unpacked: 8 << 20, members: 1000, ..Limits::default() };
    let hints = Hints { limits, ..Hints::default() };
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut told = String::new();
    let mut rows = 0u32;
    let mut say = |code: &str| {
        if told.len() < 200 {
            told.push_str(code);
            told.push(' ');
        }
    };
    match inputs_within(&name, path, &limits) {
        Err(fault) => say(fault.code.id),
        Ok(inputs) => {
            for input in inputs.into_iter().take(50) {
                match open(&input, &hints) {
                    Err(fault) => say(fault.code.id),
                    Ok(Opened::Table(table)) => {
                        table.remarks.iter().for_each(|remark| say(remark.code.id));
                        match table.rows(&mut Tally::default(), &mut |_, row, _| rows += u32::from(row.iter().count() > 0)) {
                            Ok(broken) => broken.iter().take(3).for_each(|(_, fault)| say(fault.code.id)),
                            Err(fault) => say(fault.code.id),
                        }
                    }
                    Ok(Opened::Documents(documents)) => {
                        if let Err(fault) = documents.each("a.b", &mut |_, _| rows += 1) {
                            say(fault.code.id);
                        }
                        match Table::from_documents(documents) {
                            Ok(table) => match table.rows(&mut Tally::default(), &mut |_, _, _| rows += 1) {
                                Ok(broken) => broken.iter().take(3).for_each(|(_, fault)| say(fault.code.id)),
                                Err(fault) => say(fault.code.id),
                            },
                            Err(fault) => say(fault.code.id),
                        }
                    }
                }
            }
        }
    }
    format!("{told}{}", rows.checked_ilog2().map_or(0, |log| log + 1))
}

/// Memory of this process in bytes at its highest, where the system tells.
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse::<u64>().ok().map(|kilobytes| kilobytes * 1024)
}

fn fuzz(reader: &str, extension: &str) {
    let folder = Path::new("tests/fuzz").join(reader);
    let mut files: Vec<PathBuf> = std::fs::read_dir(&folder).expect("seeds").flatten().map(|entry| entry.path()).collect();
    files.sort();
    let mut seeds: Vec<Vec<u8>> = files.iter().map(|file| std::fs::read(file).expect("a seed")).collect();
    assert!(!seeds.is_empty(), "no seeds in {}", folder.display());
    let scratch = tempfile::tempdir().expect("a folder");
    let path = scratch.path().join(format!("fuzz.{extension}"));
    let attempt = |bytes: &[u8]| {
        std::fs::write(&path, bytes).expect("a file");
        let clock = Instant::now();
        let told = std::panic::catch_unwind(|| read(&path));
        let slow = clock.elapsed() > PATIENCE;
        let full = peak().is_some_and(|peak| peak > MEMORY);
        if told.is_err() || slow || full {
            let name: String = bytes.iter().fold(0u64, |hash, byte| hash.wrapping_mul(0x100_0000_01b3) ^ u64::from(*byte)).to_string();
            std::fs::write(folder.join(format!("found-{name}.{extension}")), bytes).expect("a kept seed");
            panic!("{reader}: panic {}, slow {slow}, full {full}; kept as found-{name}", told.is_err());
        }
        told.unwrap_or_default()
    };
    let mut seen: HashSet<String> = seeds.iter().map(|seed| attempt(seed)).collect();
    let seconds: Option<u64> = std::env::var("GREFFE_FUZZ_SECONDS").ok().and_then(|seconds| seconds.parse().ok());
    let (clock, mut executions) = (Instant::now(), seeds.len() as u64);
    // A short run is the same every time; a long one begins where no other did.
    let start = seconds.map_or(1, |_| std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(1, |since| since.as_secs()));
    let mut dice = Dice(start);
    while seconds.map_or(executions < 2000, |seconds| clock.elapsed().as_secs() < seconds) {
        let bytes = mutate(&seeds, &mut dice);
        // What says something new is worth changing further.
        if seen.insert(attempt(&bytes)) && seeds.len() < 2000 {
            seeds.push(bytes);
        }
        executions += 1;
    }
    println!("{reader}: {executions} executions, {} outcomes, peak {} MiB", seen.len(), peak().unwrap_or(0) >> 20);
}

macro_rules! readers {
    ($($name:ident $reader:literal $extension:literal;)*) => {
        $(#[test] fn $name() { fuzz($reader, $extension); })*
    };
}

readers! {
    csv "csv" "csv";
    sections "sections" "csv";
    json "json" "json";
    json_lines "json-lines" "jsonl";
    yaml "yaml" "yaml";
    xml "xml" "xml";
    ballots "ballots" "blt";
    gzip "gzip" "csv.gz";
    zip_archive "zip" "zip";
    workbook "workbook" "xlsx";
    old_workbook "open-document" "ods";
}
