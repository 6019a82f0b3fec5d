//! Texts that are nearly the same: found by MinHash signatures in bands, then compared exactly. Nothing is merged, no vote is moved: it is
//! only shown.
//!
//! A text is the set of its runs of [`SHINGLE`] words, without case, accents and punctuation. Its signature has [`HASHES`] values from
//! one hash of each run (one permutation, empty places filled as in A. Shrivastava, "Optimal densification for fast and accurate minwise
//! hashing", 2017). Two texts are compared where they agree in one of [`BANDS`] bands of [`ROWS`] values. The seeds are fixed: the same
//! texts give the same answer everywhere.

mod signature;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::model::{Consultation, ContributionIx, Status};
use signature::{Signature, shingles, signature};

/// Words in a run.
pub const SHINGLE: usize = 3;
/// Values of a signature.
pub const HASHES: usize = 128;
/// Bands of a signature.
pub const BANDS: usize = 42;
/// Values in a band.
pub const ROWS: usize = 3;
/// Words a text must have to be compared: two short answers are easily alike.
pub const WORDS: usize = 12;
/// Likeness (shared runs of all runs of both, Jaccard) in thousandths from which two texts are called the same.
pub const SAME: u32 = 700;
/// Likeness in thousandths from which a text is called close to another.
pub const CLOSE: u32 = 400;
/// Close texts kept for each.
pub const KEPT: usize = 5;
/// Earlier texts of a band that one is compared with, at most: a campaign of ten thousand copies costs no more than that.
const COMPARED: usize = 24;

/// What is alike in a consultation.
#[derive(Debug, Default)]
pub struct Similar {
    /// Groups of texts that are the same but for details, each with two members or more, in the order of their first.
    pub groups: Vec<Vec<ContributionIx>>,
    /// (contribution, the other, likeness in thousandths), sorted by contribution, then likeness; at most [`KEPT`] for each.
    close: Vec<(ContributionIx, ContributionIx, u32)>,
    group_of: FxHashMap<ContributionIx, u32>,
}

impl Similar {
    /// The group a contribution is in.
    pub fn group(&self, ix: ContributionIx) -> Option<usize> {
        self.group_of.get(&ix).map(|group| *group as usize)
    }

    /// What is close to a contribution and not in its group, the nearest first.
    pub fn close(&self, ix: ContributionIx) -> &[(ContributionIx, ContributionIx, u32)] {
        let start = self.close.partition_point(|(one, _, _)| *one < ix);
        let length = self.close[start..].partition_point(|(one, _, _)| *one == ix);
        &self.close[start..start + length]
    }
}

/// Compares the texts of the published contributions of a consultation.
pub fn similar(consultation: &Consultation) -> Similar {
    let all: Vec<(ContributionIx, &crate::model::Contribution)> =
        (0..).zip(&consultation.contributions).filter(|(_, c)| !c.missing && c.status == Status::Published).collect();
    let signed: Vec<(ContributionIx, Signature)> =
        all.par_iter().filter_map(|&(ix, c)| Some((ix, signature(&shingles(&c.body.to_plain())?)))).collect();
    let pairs = candidates(&signed);
    // Texts are taken apart again only where somebody is to be compared with: nothing of a million texts stays in memory.
    let mut wanted: Vec<u32> = pairs.iter().flat_map(|&(a, b)| [a, b]).collect();
    wanted.sort_unstable();
    wanted.dedup();
    let sets: FxHashMap<u32, Vec<u64>> = wanted
        .par_iter()
        .filter_map(|&at| Some((at, shingles(&consultation.contribution(signed[at as usize].0).body.to_plain())?)))
        .collect::<Vec<_>>()
        .into_iter()
        .collect();
    let alike: Vec<(ContributionIx, ContributionIx, u32)> = pairs
        .par_iter()
        .map(|&(a, b)| (signed[a as usize].0, signed[b as usize].0, likeness(&sets[&a], &sets[&b])))
        .filter(|(_, _, likeness)| *likeness >= CLOSE)
        .collect();
    gather(alike)
}

/// Pairs (by place in the list, the earlier first) that agree in some band.
fn candidates(signed: &[(ContributionIx, Signature)]) -> Vec<(u32, u32)> {
    let found: Vec<Vec<(u32, u32)>> = (0..BANDS)
        .into_par_iter()
        .map(|band| {
            let mut keyed: Vec<(u64, u32)> = (0..).zip(signed).map(|(at, (_, signature))| (signature::band(signature, band), at)).collect();
            keyed.sort_unstable();
            let mut pairs = Vec::new();
            for bucket in keyed.chunk_by(|a, b| a.0 == b.0).filter(|bucket| bucket.len() > 1) {
                for (n, &(_, later)) in bucket.iter().enumerate() {
                    // With the first ones, which lead their groups, and with those just before.
                    let near = n.saturating_sub(COMPARED / 2);
                    let leaders = 0..near.min(COMPARED / 2);
                    pairs.extend(leaders.chain(near..n).map(|earlier| (bucket[earlier].1, later)));
                }
            }
            pairs
        })
        .collect();
    let mut pairs: Vec<(u32, u32)> = found.into_iter().flatten().collect();
    pairs.par_sort_unstable();
    pairs.dedup();
    pairs
}

/// Shared runs of all runs of both, in thousandths, rounded down. Both lists are sorted and without doubles.
fn likeness(a: &[u64], b: &[u64]) -> u32 {
    let (mut i, mut j, mut shared) = (0, 0, 0u64);
    while i < a.len() && j < b.len() {
        match a[i].cmp(&b[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                shared += 1;
                i += 1;
                j += 1;
            }
        }
    }
    let all = (a.len() + b.len()) as u64 - shared;
    // At most 1000.
    (shared * 1000).checked_div(all).unwrap_or(0) as u32
}

/// Groups and neighbours of pairs that are alike. A text joins the group of the earliest one it is the same as, so that a chain of small
/// changes does not tie what is unlike.
fn gather(mut alike: Vec<(ContributionIx, ContributionIx, u32)>) -> Similar {
    alike.sort_unstable();
    let mut leader: FxHashMap<ContributionIx, ContributionIx> = FxHashMap::default();
    let mut by_later: Vec<(ContributionIx, ContributionIx)> =
        alike.iter().filter(|(_, _, likeness)| *likeness >= SAME).map(|&(earlier, later, _)| (later, earlier)).collect();
    by_later.sort_unstable();
    for (later, earlier) in by_later {
        // Only one that leads is joined: what follows another has its own leader.
        if !leader.contains_key(&later) && !leader.contains_key(&earlier) {
            leader.insert(later, earlier);
        }
    }
    let mut members: std::collections::BTreeMap<ContributionIx, Vec<ContributionIx>> = std::collections::BTreeMap::new();
    for (&follower, &first) in &leader {
        members.entry(first).or_default().push(follower);
    }
    let groups: Vec<Vec<ContributionIx>> = members
        .into_iter()
        .map(|(first, mut others)| {
            others.sort_unstable();
            std::iter::once(first).chain(others).collect()
        })
        .collect();
    let group_of: FxHashMap<ContributionIx, u32> = (0..).zip(&groups).flat_map(|(at, group)| group.iter().map(move |ix| (*ix, at))).collect();
    let mut both: Vec<(ContributionIx, ContributionIx, u32)> = alike
        .into_iter()
        .filter(|(a, b, _)| !matches!((group_of.get(a), group_of.get(b)), (Some(one), Some(other)) if one == other))
        .flat_map(|(a, b, likeness)| [(a, b, likeness), (b, a, likeness)])
        .collect();
    both.sort_unstable_by_key(|&(one, other, likeness)| (one, std::cmp::Reverse(likeness), other));
    let mut last = (u32::MAX, 0);
    both.retain(|&(one, _, _)| {
        last = if last.0 == one { (one, last.1 + 1) } else { (one, 0) };
        last.1 < KEPT
    });
    Similar { groups, close: both, group_of }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Contribution, Kind, Origin, Text};
    use proptest::prelude::*;

    fn record(texts: &[&str]) -> Consultation {
        let contribution = |(n, text): (usize, &&str)| Contribution {
            kind: Kind::Proposal,
            id: n.to_string().into(),
            parent: None,
            topic: None,
            tags: Box::default(),
            title: "".into(),
            body: Text::plain(*text),
            author: None,
            created: None,
            updated: None,
            status: Status::Published,
            status_reason: None,
            language: None,
            declared: [None; 3],
            declared_total: None,
            basis: None,
            declared_comments: None,
            declared_amendments: None,
            place: None,
            source_url: None,
            origin: Origin { source: 0, row: 1 },
            missing: false,
        };
        Consultation { contributions: texts.iter().enumerate().map(contribution).collect(), ..Consultation::default() }
    }

    const CAMPAIGN: &str = "Nous demandons que la rue du Port soit fermée aux voitures le dimanche, de mai à septembre, pour que les enfants \
                            puissent y jouer et que les terrasses respirent, comme le font déjà plusieurs villes de la côte depuis dix ans.";

    #[test]
    fn the_same_text_sent_again_is_a_group() {
        let second = CAMPAIGN.replace("dix ans", "douze ans").to_uppercase();
        let other = "Un banc à l'ombre devant la poste, parce que l'on y attend longtemps et debout, surtout le lundi matin quand il fait chaud.";
        let found = similar(&record(&[CAMPAIGN, other, &second, "Oui.", "Oui."]));
        assert_eq!(found.groups, [vec![0, 2]]);
        assert_eq!((found.group(2), found.group(1)), (Some(0), None));
        assert!(found.close(0).is_empty(), "members of a group are not named again");
    }

    #[test]
    fn what_shares_much_is_close() {
        let half: String =
            CAMPAIGN.split_inclusive(' ').take(26).collect::<String>() + "et pour que les bus aient enfin une voie à eux le reste de la semaine.";
        let found = similar(&record(&[CAMPAIGN, &half]));
        assert!(found.groups.is_empty());
        let close = found.close(0);
        assert_eq!(close.len(), 1);
        assert!((CLOSE..SAME).contains(&close[0].2), "{close:?}");
        assert_eq!(found.close(1)[0].1, 0);
    }

    #[test]
    fn a_large_campaign_is_one_group() {
        let texts: Vec<String> = (0..400).map(|n| format!("{CAMPAIGN} Signé par le numéro {n}.")).collect();
        let found = similar(&record(&texts.iter().map(String::as_str).collect::<Vec<_>>()));
        assert_eq!(found.groups.iter().map(Vec::len).collect::<Vec<_>>(), [400]);
    }

    proptest! {
        #[test]
        fn likeness_is_symmetric_and_bounded(mut a in prop::collection::vec(0u64..20, 0..20), mut b in prop::collection::vec(0u64..20, 0..20)) {
            a.sort_unstable(); a.dedup(); b.sort_unstable(); b.dedup();
            prop_assert_eq!(likeness(&a, &b), likeness(&b, &a));
            prop_assert!(likeness(&a, &b) <= 1000);
            if !a.is_empty() { prop_assert_eq!(likeness(&a, &a), 1000); }
        }
    }
}
