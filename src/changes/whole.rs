//! The whole of two texts, word by word: what an amendment changes.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::{Piece, Tag};

/// Words of either text, at most: longer ones stand side by side without marks. The time of comparing grows with the square of their differences.
const WORDS: usize = 6000;
/// Share of common words among those of the shorter text, in per cent, below which a text is no version of the other.
const COMMON: usize = 25;
/// Words in common that stand alone between changes are changes themselves up to so many: "de la" says nothing.
const ALONE: usize = 2;
/// Per cent of the older text's words below which the newer one is only a part of it: what stands before and after is then not taken out.
const PART: usize = 60;

/// Both texts in pieces, line breaks among them as `\n`; [`Tag::Skipped`] is what of the older one the newer does not speak of; `None` where they have too little in common or are too long.
pub fn whole(before: &str, after: &str) -> Option<Vec<Piece>> {
    let (old, new) = (words(before), words(after));
    if old.is_empty() || new.is_empty() || old.len() > WORDS || new.len() > WORDS {
        return None;
    }
    let ops = capture_diff_slices(Algorithm::Myers, &old, &new);
    // An amendment that rewrites one sentence does not take out those before and after it.
    let part = new.len() * 100 < old.len() * PART;
    let outside = |op: Option<&DiffOp>| match op {
        Some(DiffOp::Delete { old_len, .. } | DiffOp::Replace { old_len, .. }) if part => *old_len,
        _ => 0,
    };
    let (head, tail) = (outside(ops.first()), if ops.len() > 1 { outside(ops.last()) } else { 0 });
    let runs = runs(&ops, head, tail);
    let same: usize = runs.iter().map(|run| run.same).sum();
    if same * 100 < COMMON * old.len().min(new.len()) {
        return None;
    }
    let mut pieces = Vec::with_capacity(runs.len() * 2 + 2);
    let mut push = |tag: Tag, words: &[&str]| {
        if !words.is_empty() {
            pieces.push(Piece { tag, text: joined(words).into() });
        }
    };
    push(Tag::Skipped, &old[..head]);
    let (mut a, mut b) = (head, 0);
    for run in &runs {
        push(Tag::Removed, &old[a..a + run.removed]);
        push(Tag::Added, &new[b..b + run.added]);
        (a, b) = (a + run.removed, b + run.added);
        push(Tag::Same, &old[a..a + run.same]);
        (a, b) = (a + run.same, b + run.same);
    }
    push(Tag::Skipped, &old[old.len() - tail..]);
    Some(pieces)
}

/// Words taken out and put in, then words in common.
#[derive(Default)]
struct Run {
    removed: usize,
    added: usize,
    same: usize,
}

/// The runs of a comparison without so many words of the older text at its ends; few words in common between two changes are part of these.
fn runs(ops: &[DiffOp], head: usize, tail: usize) -> Vec<Run> {
    let mut runs = vec![Run::default()];
    for (at, op) in ops.iter().enumerate() {
        let last = runs.len() - 1;
        // Of a part, its ends stand alone too: they say where it belongs.
        let edge = at == 0 || at + 1 == ops.len() || (head > 0 && at == 1) || (tail > 0 && at + 2 == ops.len());
        match *op {
            DiffOp::Equal { len, .. } if len <= ALONE && !edge => {
                let run = &mut runs[last];
                (run.removed, run.added) = (run.removed + len, run.added + len);
            }
            DiffOp::Equal { len, .. } => {
                runs[last].same = len;
                runs.push(Run::default());
            }
            DiffOp::Delete { old_len, .. } => runs[last].removed += old_len,
            DiffOp::Insert { new_len, .. } => runs[last].added += new_len,
            DiffOp::Replace { old_len, new_len, .. } => {
                let run = &mut runs[last];
                (run.removed, run.added) = (run.removed + old_len, run.added + new_len);
            }
        }
    }
    runs[0].removed -= head;
    let last = runs.len() - 1;
    runs[last].removed -= tail;
    runs
}

/// The words of a text; a line break is a word.
fn words(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for (at, line) in text.lines().filter(|line| !line.trim().is_empty()).enumerate() {
        if at > 0 {
            found.push("\n");
        }
        found.extend(line.split_whitespace());
    }
    found
}

fn joined(words: &[&str]) -> String {
    let mut text = String::new();
    for word in words {
        if !text.is_empty() && *word != "\n" && !text.ends_with('\n') {
            text.push(' ');
        }
        text.push_str(word);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_an_amendment_changes() {
        let pieces = whole("La plage est ouverte.\nLes chiens sont admis.", "La plage est ouverte toute l'année.\nLes chiens sont admis.").unwrap();
        let shown: Vec<(Tag, &str)> = pieces.iter().map(|piece| (piece.tag, &*piece.text)).collect();
        assert_eq!(
            shown,
            [
                (Tag::Same, "La plage est"),
                (Tag::Removed, "ouverte."),
                (Tag::Added, "ouverte toute l'année."),
                (Tag::Same, "\nLes chiens sont admis."),
            ]
        );
        assert!(whole("a b c d e f", "u v w x y z").is_none());
        // An amendment that only rewrites one sentence takes nothing else out.
        let pieces = whole(
            "Un deux trois quatre. Les chiens sont admis partout le soir. Cinq six sept huit neuf dix.",
            "Les chiens sont admis nulle part le soir.",
        )
        .unwrap();
        assert_eq!(pieces.iter().filter(|piece| piece.tag == Tag::Removed).map(|piece| &*piece.text).collect::<Vec<_>>(), ["partout"]);
    }

    proptest! {
        #[test]
        fn each_side_can_be_put_together_again(before in "[ab \n]{1,20}", after in "[abc \n]{1,20}") {
            if let Some(pieces) = whole(&before, &after) {
                let side = |without: &[Tag]| {
                    pieces.iter().filter(|piece| !without.contains(&piece.tag)).flat_map(|piece| words_of(&piece.text)).collect::<Vec<_>>()
                };
                prop_assert_eq!(side(&[Tag::Added]), words_of(&before));
                prop_assert_eq!(side(&[Tag::Removed, Tag::Skipped]), words_of(&after));
            }
        }
    }

    fn words_of(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }
}
