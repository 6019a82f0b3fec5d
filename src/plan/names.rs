//! What contributions and comments are called by in sentences: their own id, or the beginning of one that no person reads. The whole id
//! stays in addresses and data.

/// Ids of machines are at least this long; those that people write or count are shorter.
const LONG: usize = 16;

/// The fewest characters that stand for a long id.
const SHORT: usize = 8;

/// By id: how many of its bytes are shown, 0 for all. Of a long id of hexadecimal digits the first eight, or as many as tell it from all
/// others of the list.
pub fn shown<'a>(ids: impl Iterator<Item = &'a str>) -> Vec<u8> {
    let ids: Vec<&str> = ids.collect();
    let mut shown = vec![0; ids.len()];
    let mut long: Vec<usize> = (0..ids.len()).filter(|&at| machine_made(ids[at])).collect();
    long.sort_unstable_by_key(|&at| ids[at]);
    for (place, &at) in long.iter().enumerate() {
        let beside = [place.checked_sub(1), Some(place + 1)].into_iter().flatten().filter_map(|other| long.get(other));
        let shared = beside.map(|&other| common(ids[at], ids[other])).max().unwrap_or(0);
        let wanted = (shared + 1).max(SHORT);
        // A hyphen at the end says nothing.
        if wanted < ids[at].len() && wanted <= LONG {
            shown[at] = ids[at][..wanted].trim_end_matches('-').len() as u8;
        }
    }
    shown
}

/// The part of an id that is shown.
pub fn short(id: &str, shown: u8) -> &str {
    if shown == 0 { id } else { &id[..usize::from(shown)] }
}

/// Hexadecimal digits with or without hyphens, as UUIDs and digests are written; numbers are not.
fn machine_made(id: &str) -> bool {
    id.len() >= LONG && id.bytes().all(|b| b.is_ascii_hexdigit() || b == b'-') && id.bytes().any(|b| b.is_ascii_alphabetic())
}

fn common(one: &str, other: &str) -> usize {
    one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count()
}

#[cfg(test)]
mod tests {
    use super::shown;

    fn names<'a>(ids: &[&'a str]) -> Vec<&'a str> {
        shown(ids.iter().copied()).iter().zip(ids).map(|(length, id)| super::short(id, *length)).collect()
    }

    #[test]
    fn long_ids_are_cut_where_they_are_told_apart() {
        let ids = ["0087702a-4138-541c-abab-40265e28a63e", "0087702a-41aa-541c-abab-40265e28a63e", "f087702a-4138-541c-abab-40265e28a63e"];
        assert_eq!(names(&ids), ["0087702a-413", "0087702a-41a", "f087702a"]);
    }

    #[test]
    fn what_people_read_stays() {
        let ids = ["361", "12-3", "meeting-2023-04-12-place-du-marche", "1234567890123456789", "decade"];
        assert_eq!(names(&ids), ids);
    }

    #[test]
    fn ids_that_share_too_much_stay_whole() {
        let ids = ["00000000000000000000000a", "00000000000000000000000b"];
        assert_eq!(names(&ids), ids);
    }
}
