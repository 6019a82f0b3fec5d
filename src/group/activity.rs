//! By activity of the author: how many contributions those who wrote it wrote in all.

use super::{Grouping, Key, Label, Subject, without};
use crate::model::ContributionIx;

/// By activity.
pub struct Activity;

/// The first number of contributions of each class.
const CLASSES: [u32; 5] = [1, 2, 3, 6, 11];

impl Activity {
    /// The class of a number of contributions, and its name as a word of the language files.
    pub fn class(count: u32) -> (usize, String) {
        let at = CLASSES.partition_point(|&first| first <= count).saturating_sub(1);
        (at, format!("activity-{}", CLASSES[at]))
    }

    /// The slug of a class.
    pub fn slug(class: usize) -> String {
        CLASSES[class].to_string()
    }

    /// How many classes there are.
    pub const fn classes() -> usize {
        CLASSES.len()
    }
}

impl Grouping for Activity {
    fn id(&self) -> &'static str {
        "activity"
    }

    fn key(&self, subject: &Subject<'_>, ix: ContributionIx) -> Key {
        let Some(author) = subject.consultation.contribution(ix).author else { return without(self.id()) };
        let (class, word) = Self::class(subject.activity[author as usize]);
        Key { order: (false, class.to_string()), slug: Self::slug(class), label: Label::Word(word) }
    }
}

#[cfg(test)]
mod tests {
    use super::Activity;

    #[test]
    fn classes_of_activity() {
        let class = |count| Activity::class(count).1;
        assert_eq!([1, 2, 3, 5, 6, 10, 11, 400].map(class), [1, 2, 3, 3, 6, 6, 11, 11].map(|n| format!("activity-{n}")));
    }
}
