//! The words that differ between two texts, with a few around them.

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// Words shown on either side of a difference.
const AROUND: usize = 6;
/// Words compared between the first and the last that differ; the time of comparing grows with the square of their differences.
const COMPARED: usize = 500;
/// Characters of all pieces together, about.
const LENGTH: usize = 600;

/// What became of some words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tag {
    /// They are in both texts.
    Same,
    /// Only in the older one.
    Removed,
    /// Only in the newer one.
    Added,
    /// Words left out here.
    Skipped,
}

/// Some words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// What became of them.
    pub tag: Tag,
    /// The words, with single spaces; empty where they are left out.
    pub text: Box<str>,
}

/// Whether two texts have the same words.
pub fn same_words(before: &str, after: &str) -> bool {
    before.split_whitespace().eq(after.split_whitespace())
}

/// The differences of two texts. Depends on nothing but the texts: no time limit ends it, only [`COMPARED`].
pub fn pieces(before: &str, after: &str) -> Vec<Piece> {
    let (old, new): (Vec<&str>, Vec<&str>) = (before.split_whitespace().collect(), after.split_whitespace().collect());
    let head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let tail = old[head..].iter().rev().zip(new[head..].iter().rev()).take_while(|(a, b)| a == b).count();
    let (middle, other) = (&old[head..old.len() - tail], &new[head..new.len() - tail]);
    let cut = middle.len() > COMPARED || other.len() > COMPARED;
    let (middle, other) = (&middle[..middle.len().min(COMPARED)], &other[..other.len().min(COMPARED)]);

    let mut line = Line::default();
    line.same(&old[..head], true, false);
    let ops = capture_diff_slices(Algorithm::Myers, middle, other);
    for op in &ops {
        match *op {
            DiffOp::Equal { old_index, len, .. } => line.same(&middle[old_index..old_index + len], false, false),
            DiffOp::Delete { old_index, old_len, .. } => line.push(Tag::Removed, &middle[old_index..old_index + old_len]),
            DiffOp::Insert { new_index, new_len, .. } => line.push(Tag::Added, &other[new_index..new_index + new_len]),
            DiffOp::Replace { old_index, old_len, new_index, new_len } => {
                line.push(Tag::Removed, &middle[old_index..old_index + old_len]);
                line.push(Tag::Added, &other[new_index..new_index + new_len]);
            }
        }
    }
    if cut {
        line.skip();
    }
    line.same(&old[old.len() - tail..], false, true);
    line.pieces
}

/// Pieces up to a length.
#[derive(Default)]
struct Line {
    pieces: Vec<Piece>,
    length: usize,
    full: bool,
}

impl Line {
    /// Words of both texts: only those beside a difference.
    fn same(&mut self, words: &[&str], first: bool, last: bool) {
        let (before, after) = (if first { 0 } else { AROUND }, if last { 0 } else { AROUND });
        if words.len() <= before + after + 1 {
            return self.push(Tag::Same, words);
        }
        self.push(Tag::Same, &words[..before]);
        self.skip();
        self.push(Tag::Same, &words[words.len() - after..]);
    }

    fn push(&mut self, tag: Tag, words: &[&str]) {
        if words.is_empty() || self.full {
            return;
        }
        let mut text = String::new();
        for word in words {
            if self.length >= LENGTH {
                break;
            }
            if !text.is_empty() {
                text.push(' ');
            }
            // A word may be an address as long as a page.
            text.extend(word.chars().take(LENGTH - self.length));
            self.length += word.chars().count().min(LENGTH - self.length) + 1;
        }
        if !text.is_empty() {
            self.pieces.push(Piece { tag, text: text.into() });
        }
        if self.length >= LENGTH {
            self.skip();
            self.full = true;
        }
    }

    fn skip(&mut self) {
        if !self.full && self.pieces.last().is_none_or(|last| last.tag != Tag::Skipped) {
            self.pieces.push(Piece { tag: Tag::Skipped, text: "".into() });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn show(before: &str, after: &str) -> String {
        let shown = pieces(before, after).into_iter().map(|piece| match piece.tag {
            Tag::Same => piece.text.to_string(),
            Tag::Removed => format!("[-{}]", piece.text),
            Tag::Added => format!("[+{}]", piece.text),
            Tag::Skipped => "…".to_owned(),
        });
        shown.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn words_that_differ_stand_between_a_few_others() {
        assert_eq!(show("Plant more trees", "Plant forty more trees"), "Plant [+forty] more trees");
        assert_eq!(show("a\nb", "c d"), "[-a b] [+c d]");
        assert_eq!(show("1 2 3 4 5 6 7 8 x 1 2 3 4 5 6 7 8", "1 2 3 4 5 6 7 8 y 1 2 3 4 5 6 7 8"), "… 3 4 5 6 7 8 [-x] [+y] 1 2 3 4 5 6 …");
        assert_eq!(show("", "new"), "[+new]");
    }

    #[test]
    fn long_texts_are_cut() {
        let (old, new) = ("alpha ".repeat(100_000), "beta ".repeat(100_000));
        let found = pieces(&old, &new);
        assert!(found.iter().map(|piece| piece.text.len()).sum::<usize>() <= LENGTH + 10);
        assert_eq!(found.last().map(|piece| piece.tag), Some(Tag::Skipped));
        assert!(pieces(&"x".repeat(100_000), "y").iter().all(|piece| piece.text.chars().count() <= LENGTH));
    }

    proptest! {
        #[test]
        fn short_texts_can_be_put_together_again(before in "[ab ]{0,14}", after in "[abc ]{0,14}") {
            let found = pieces(&before, &after);
            let side = |without: Tag| {
                let words: Vec<&str> = found.iter().filter(|piece| piece.tag != without).flat_map(|piece| piece.text.split(' ')).collect();
                words.join(" ")
            };
            let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            prop_assert_eq!(side(Tag::Added), plain(&before));
            prop_assert_eq!(side(Tag::Removed), plain(&after));
        }
    }
}
