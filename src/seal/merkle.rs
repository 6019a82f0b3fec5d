//! The Merkle tree of RFC 6962, section 2.1: leaves and nodes hashed apart, split at the largest power of two below the size.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

/// A SHA-256.
pub type Hash = [u8; 32];

/// Leaf hash: SHA-256(0x00 ‖ entry).
pub fn leaf(entry: &[u8]) -> Hash {
    Sha256::new().chain_update([0]).chain_update(entry).finalize().into()
}

/// Node hash: SHA-256(0x01 ‖ left ‖ right).
pub fn node(left: &Hash, right: &Hash) -> Hash {
    Sha256::new().chain_update([1]).chain_update(left).chain_update(right).finalize().into()
}

/// The root over leaf hashes; of none it is SHA-256 of nothing.
pub fn root(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => root_of_none(),
        [one] => *one,
        _ => {
            let (left, right) = leaves.split_at(split(leaves.len()));
            node(&root(left), &root(right))
        }
    }
}

/// The roots over the first leaves, for each of these numbers that there are: every leaf is hashed once.
pub fn roots(leaves: &[Hash], sizes: &BTreeSet<usize>) -> BTreeMap<usize, Hash> {
    let mut found = BTreeMap::new();
    // Roots of whole trees, from the largest on.
    let mut whole: Vec<(usize, Hash)> = Vec::new();
    for size in 0..=leaves.len() {
        if sizes.contains(&size) {
            let root = whole.iter().rev().map(|(_, hash)| *hash).reduce(|right, left| node(&left, &right));
            found.insert(size, root.unwrap_or_else(root_of_none));
        }
        let Some(leaf) = leaves.get(size) else { break };
        let mut last = (1, *leaf);
        while let Some((_, left)) = whole.pop_if(|(size, _)| *size == last.0) {
            last = (last.0 * 2, node(&left, &last.1));
        }
        whole.push(last);
    }
    found
}

fn root_of_none() -> Hash {
    Sha256::digest([]).into()
}

/// The largest power of two below a size of at least 2.
fn split(size: usize) -> usize {
    size.next_power_of_two() / 2
}

/// Proof that the tree of the first `old` leaves is a beginning of the whole (RFC 6962, 2.1.2); empty for 0 and for the whole.
pub fn consistency(leaves: &[Hash], old: usize) -> Vec<Hash> {
    let mut proof = Vec::new();
    if old > 0 && old < leaves.len() {
        subproof(leaves, old, true, &mut proof);
    }
    proof
}

fn subproof(leaves: &[Hash], old: usize, known: bool, proof: &mut Vec<Hash>) {
    if old == leaves.len() {
        if !known {
            proof.push(root(leaves));
        }
        return;
    }
    let at = split(leaves.len());
    let (left, right) = leaves.split_at(at);
    if old <= at {
        subproof(left, old, known, proof);
        proof.push(root(right));
    } else {
        subproof(right, old - at, false, proof);
        proof.push(root(left));
    }
}

/// Whether a proof leads from one tree to a later one (the algorithm of RFC 9162, 2.1.4.2).
pub fn is_consistent(old: (usize, &Hash), new: (usize, &Hash), proof: &[Hash]) -> bool {
    if old.0 > new.0 {
        return false;
    }
    if old.0 == new.0 || old.0 == 0 {
        return proof.is_empty() && (old.0 == 0 || old.1 == new.1);
    }
    let (mut node_at, mut last) = (old.0 - 1, new.0 - 1);
    while node_at & 1 == 1 {
        (node_at, last) = (node_at >> 1, last >> 1);
    }
    let mut steps = proof.iter();
    let first = if old.0.is_power_of_two() { Some(old.1) } else { steps.next() };
    let Some(first) = first else { return false };
    let (mut from, mut to) = (*first, *first);
    for step in steps {
        if last == 0 {
            return false;
        }
        if node_at & 1 == 1 || node_at == last {
            from = node(step, &from);
            to = node(step, &to);
            while node_at & 1 == 0 && node_at != 0 {
                (node_at, last) = (node_at >> 1, last >> 1);
            }
        } else {
            to = node(&to, step);
        }
        (node_at, last) = (node_at >> 1, last >> 1);
    }
    last == 0 && from == *old.1 && to == *new.1
}

/// Leaves of a tile.
pub const TILE: usize = 256;

/// The tree as tiles: by level, by tile, at most 256 hashes. Level 0 holds the leaves, each further level the roots of the tiles of the
/// level below, the last of which may be of a ragged tile; the top level has one tile, whose root is the tree's.
pub fn tiles(leaves: &[Hash]) -> Vec<Vec<Vec<Hash>>> {
    let mut levels = Vec::new();
    let mut hashes = leaves.to_vec();
    loop {
        let tiles: Vec<Vec<Hash>> = hashes.chunks(TILE).map(<[Hash]>::to_vec).collect();
        let above: Vec<Hash> = tiles.iter().map(|tile| root(tile)).collect();
        levels.push(tiles);
        if above.len() <= 1 {
            return levels;
        }
        hashes = above;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seal::hex;
    use proptest::prelude::*;

    /// The eight leaves that implementations of RFC 6962 are tested with, and the roots of the first n of them.
    fn known() -> (Vec<Hash>, Vec<&'static str>) {
        let leaves = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
        let bytes = |text: &str| (0..text.len() / 2).map(|at| u8::from_str_radix(&text[at * 2..at * 2 + 2], 16).unwrap()).collect::<Vec<u8>>();
        let roots = vec![
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
        ];
        (leaves.iter().map(|text| leaf(&bytes(text))).collect(), roots)
    }

    #[test]
    fn roots_of_beginnings_are_those_of_each() {
        let leaves: Vec<Hash> = (0..70u8).map(|byte| leaf(&[byte])).collect();
        let found = roots(&leaves, &(0..200).collect());
        assert_eq!(found.len(), 71);
        for (size, found) in found {
            assert_eq!(found, root(&leaves[..size]), "{size}");
        }
    }

    #[test]
    fn known_answers() {
        let (leaves, roots) = known();
        for (size, expected) in roots.iter().enumerate() {
            assert_eq!(hex(&root(&leaves[..size])), *expected, "{size}");
        }
        // The consistency proofs of the same implementations.
        let proof: Vec<String> = consistency(&leaves, 6).iter().map(|hash| hex(hash)).collect();
        assert_eq!(
            proof,
            [
                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"
            ]
        );
    }

    fn made(size: usize, seed: u8) -> Vec<Hash> {
        (0..size).map(|at| leaf(&[seed, at as u8, (at >> 8) as u8])).collect()
    }

    proptest! {
        #[test]
        fn proofs_hold_and_nothing_else_does(size in 1usize..700, old in 0usize..700, at in 0usize..700, bit in 0u8..8) {
            let leaves = made(size, 0);
            let old = old.min(size);
            let (before, after) = (root(&leaves[..old]), root(&leaves));
            let proof = consistency(&leaves, old);
            prop_assert!(is_consistent((old, &before), (size, &after), &proof));
            let other = root(&made(size, 1));
            prop_assert!(!is_consistent((old, &before), (size, &other), &proof) || old == 0);
            if !proof.is_empty() {
                let mut bent = proof.clone();
                let place = at % bent.len();
                bent[place][at % 32] ^= 1 << bit;
                prop_assert!(!is_consistent((old, &before), (size, &after), &bent));
                prop_assert!(!is_consistent((old, &before), (size, &after), &proof[1..]));
            }
        }

        #[test]
        fn tiles_lead_to_the_root(size in 1usize..2000) {
            let leaves = made(size, 0);
            let levels = tiles(&leaves);
            prop_assert_eq!(levels.last().map(Vec::len), Some(1));
            prop_assert_eq!(root(&levels.last().unwrap()[0]), root(&leaves));
            prop_assert!(levels.iter().flatten().all(|tile| tile.len() <= TILE));
        }

        #[test]
        fn a_changed_leaf_changes_the_root(size in 1usize..300, at in 0usize..300) {
            let mut leaves = made(size, 0);
            let before = root(&leaves);
            leaves[at % size][0] ^= 1;
            prop_assert_ne!(root(&leaves), before);
        }
    }
}
