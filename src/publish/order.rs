//! The order of a dataset's resources: the archive's, until people of the portal choose another. What comes anew finds its place beside its neighbours.

/// A file of ours: its path, and the id of its resource.
pub type Ours = (String, String);

/// Whether the archive has another order than when it was last put there; also where nobody remembers.
pub fn is_new(ours: &[Ours], last: &[String]) -> bool {
    let now = ours.iter().map(|(path, _)| path).filter(|path| last.contains(path));
    let then = last.iter().filter(|path| ours.iter().any(|(ours, _)| ours == *path));
    !ours.is_empty() && (last.is_empty() || !now.eq(then))
}

/// The order of all that is there `now`. `before` is how it stood before the run, with what was replaced under its new ids.
pub fn arrange(now: &[String], before: &[String], ours: &[Ours], last: &[String]) -> Vec<String> {
    let mut order: Vec<String> = Vec::new();
    if is_new(ours, last) {
        order.extend(ours.iter().map(|(_, id)| id.clone()));
    } else {
        order.extend(before.iter().cloned());
        for (at, (_, id)) in ours.iter().enumerate().filter(|(_, (_, id))| !before.contains(id)) {
            // Behind the file that the archive has before it, else before the one it has behind it.
            let place = |id: &String| order.iter().position(|other| other == id);
            let behind = ours[..at].iter().rev().find_map(|(_, id)| place(id)).map(|place| place + 1);
            let place = behind.or_else(|| ours[at + 1..].iter().find_map(|(_, id)| place(id))).unwrap_or(order.len());
            order.insert(place, id.clone());
        }
    }
    order.retain(|id| now.contains(id));
    // What others added stays behind, in their order.
    let others: Vec<String> = now.iter().filter(|id| !order.contains(id)).cloned().collect();
    order.extend(others);
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(text: &str) -> Vec<String> {
        text.chars().map(String::from).collect()
    }

    /// Files whose ids are their paths.
    fn arranged(now: &str, before: &str, ours: &str, last: &str) -> String {
        let ours: Vec<Ours> = list(ours).into_iter().map(|one| (one.clone(), one)).collect();
        arrange(&list(now), &list(before), &ours, &list(last)).concat()
    }

    #[test]
    fn people_s_order_stays_and_what_is_new_finds_its_neighbours() {
        for (now, before, ours, last, wanted) in [
            // Made by us: as the archive has it.
            ("cba", "", "abc", "", "abc"),
            // One is new, one is gone; x is somebody else's.
            ("nabxc", "abxc", "abnc", "abc", "abnxc"),
            ("acx", "abcx", "ac", "abc", "acx"),
            // People turned it round.
            ("ncba", "cba", "abcn", "abc", "cnba"),
            ("ncba", "cba", "nabc", "abc", "cbna"),
            ("nmcba", "cba", "abnmc", "abc", "cbnma"),
            // The archive did.
            ("abcx", "abcx", "cab", "abc", "cabx"),
            // Somebody added and removed files meanwhile.
            ("ynac", "abc", "anbc", "abc", "ancy"),
        ] {
            assert_eq!(arranged(now, before, ours, last), wanted, "{now} {before} {ours} {last}");
        }
    }
}
