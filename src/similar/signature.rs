//! Runs of words and their MinHash signature.

use super::{HASHES, ROWS, SHINGLE, WORDS};

/// Values of a signature, 32 bits each.
pub type Signature = [u32; HASHES];

/// Hashes of the runs of words of a text, sorted, each once; `None` for a text too short to compare.
pub fn shingles(text: &str) -> Option<Vec<u64>> {
    let plain = deunicode::deunicode(text);
    let words: Vec<u64> = plain
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| word.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| fnv(hash, byte.to_ascii_lowercase())))
        .collect();
    if words.len() < WORDS {
        return None;
    }
    let mut runs: Vec<u64> = words.windows(SHINGLE).map(|run| run.iter().fold(0, |hash: u64, word| mixed(hash.rotate_left(21) ^ word))).collect();
    runs.sort_unstable();
    runs.dedup();
    Some(runs)
}

/// One step of FNV-1a.
fn fnv(hash: u64, byte: u8) -> u64 {
    (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
}

/// The finaliser of SplitMix64: every bit of the number moves every bit of the result.
fn mixed(number: u64) -> u64 {
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

/// The signature of some runs; there must be one.
pub fn signature(runs: &[u64]) -> Signature {
    let mut values = [u32::MAX; HASHES];
    let mut filled = [false; HASHES];
    for run in runs {
        let hash = mixed(run ^ 0x6772_6566_6665);
        // The upper bits choose the place, the lower ones are the value.
        let place = (hash >> 57) as usize;
        values[place] = values[place].min(hash as u32);
        filled[place] = true;
    }
    if filled.iter().any(|filled| *filled) {
        for place in 0..HASHES {
            let mut try_number = 0u64;
            let mut from = place;
            while !filled[from] {
                try_number += 1;
                from = (mixed((place as u64) << 32 | try_number) >> 57) as usize;
            }
            values[place] = values[from];
        }
    }
    values
}

/// The key of a band.
pub fn band(signature: &Signature, band: usize) -> u64 {
    signature[band * ROWS..(band + 1) * ROWS].iter().fold(band as u64, |hash, value| mixed(hash ^ u64::from(*value)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const _: () = assert!(super::super::BANDS * ROWS <= HASHES && HASHES == 128);

    #[test]
    fn case_accents_and_punctuation_do_not_count() {
        let long = "un deux trois quatre cinq six sept huit neuf dix onze douze treize";
        assert_eq!(shingles(long), shingles(&long.to_uppercase().replace(' ', " - ")));
        assert_eq!(shingles("été"), None);
        assert_eq!(shingles(long).map(|runs| runs.len()), Some(11));
    }

    #[test]
    fn signatures_agree_about_as_often_as_texts_are_alike() {
        let one: Vec<u64> = (0..300).collect();
        let other: Vec<u64> = (100..400).collect();
        let (a, b) = (signature(&one), signature(&other));
        let agree = a.iter().zip(&b).filter(|(a, b)| a == b).count();
        // The likeness is 200 of 400; 128 values tell it within about a tenth.
        assert!((45..=83).contains(&agree), "{agree}");
    }
}
