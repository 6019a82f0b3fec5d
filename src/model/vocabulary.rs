//! The closed vocabularies of the model. Their names are the words of the files, the interface and the addresses.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

macro_rules! vocabulary {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        pub enum $name { $($(#[$doc])* #[serde(rename = $word)] $variant),* }
        impl $name {
            /// All of them, in their order.
            pub const ALL: &[$name] = &[$($name::$variant),*];
            /// The word in files and data.
            pub fn word(self) -> &'static str { match self { $($name::$variant => $word),* } }
            /// The value with this word.
            pub fn from_word(word: &str) -> Option<Self> { match word { $($word => Some($name::$variant),)* _ => None } }
        }
    };
}

vocabulary! {
    /// What a contribution is.
    Kind {
        /// Something to be done.
        Proposal = "proposal",
        /// A view on a text or question.
        Opinion = "opinion",
        /// A change to a contribution.
        Amendment = "amendment",
        /// Something asked.
        Question = "question",
        /// An answer to a question or form.
        Answer = "answer",
        /// Something seen, or minutes of a meeting.
        Report = "report",
        /// A request others sign.
        Petition = "petition",
        /// A sentence to agree or disagree with.
        Statement = "statement",
        /// A reference brought to a contribution.
        Source = "source",
    }
}

impl Kind {
    /// The folder of its pages: the English plural, in every language.
    pub fn folder(self) -> &'static str {
        match self {
            Kind::Proposal => "proposals",
            Kind::Opinion => "opinions",
            Kind::Amendment => "amendments",
            Kind::Question => "questions",
            Kind::Answer => "answers",
            Kind::Report => "reports",
            Kind::Petition => "petitions",
            Kind::Statement => "statements",
            Kind::Source => "sources",
        }
    }
}

vocabulary! {
    /// What became of a contribution or comment on its platform.
    Status {
        /// To be read by all.
        Published = "published",
        /// Taken back by its author.
        Withdrawn = "withdrawn",
        /// Hidden by moderators.
        Moderated = "moderated",
        /// Removed on request.
        Erased = "erased",
    }
}

vocabulary! {
    /// Which side a comment or vote takes.
    Side {
        /// For.
        For = "for",
        /// Against.
        Against = "against",
        /// Neither, said so.
        Neutral = "neutral",
        /// Not said.
        None = "none",
    }
}

vocabulary! {
    /// Who an author is.
    AuthorKind {
        /// A person.
        Person = "person",
        /// An association, firm or body.
        Organisation = "organisation",
        /// People who wrote together; has a size.
        Collective = "collective",
        /// The export does not say: treated as a person.
        Unknown = "unknown",
    }
}

vocabulary! {
    /// What was decided.
    OutcomeStatus {
        /// Taken up.
        Accepted = "accepted",
        /// Taken up in part.
        Partly = "partly",
        /// Not taken up.
        Refused = "refused",
        /// Being done.
        InProgress = "in_progress",
        /// Done.
        Done = "done",
        /// Under examination.
        Evaluating = "evaluating",
    }
}

vocabulary! {
    /// What the vote rows of an export are.
    VoteRows {
        /// All votes there were: the counted ones are published.
        Complete = "complete",
        /// Some of them: the declared ones are published.
        Sample = "sample",
        /// None.
        Absent = "absent",
    }
}

vocabulary! {
    /// Which votes a contribution's published figures are.
    VotesBasis {
        /// The platform's own counters.
        Declared = "declared",
        /// Counted from vote rows.
        Counted = "counted",
        /// No votes known.
        None = "none",
    }
}

impl Side {
    /// The other camp; what takes no side stays.
    #[must_use]
    pub fn opposite(self) -> Self {
        match self {
            Side::For => Side::Against,
            Side::Against => Side::For,
            other => other,
        }
    }
}

/// Votes added up from rows, by side.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Votes {
    /// For.
    pub favour: u32,
    /// Against.
    pub against: u32,
    /// Neutral.
    pub neutral: u32,
}

impl Votes {
    /// All of them.
    pub fn total(self) -> u64 {
        u64::from(self.favour) + u64::from(self.against) + u64::from(self.neutral)
    }

    /// So many more votes.
    pub fn add(&mut self, side: Side, weight: u32) {
        let sum = match side {
            Side::For => &mut self.favour,
            Side::Against => &mut self.against,
            Side::Neutral => &mut self.neutral,
            Side::None => return,
        };
        *sum = sum.saturating_add(weight);
    }

    /// With the camps exchanged.
    #[must_use]
    pub fn reversed(self) -> Self {
        Self { favour: self.against, against: self.favour, neutral: self.neutral }
    }
}

/// Sides of votes that exist for a consultation: for, against, neutral. One that nothing speaks of does not.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sides(pub [bool; 3]);

impl Sides {
    /// Notes that a side exists.
    pub fn note(&mut self, side: Side) {
        if let Some(known) = self.0.get_mut(side as usize) {
            *known = true;
        }
    }

    /// Those of either.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self(std::array::from_fn(|side| self.0[side] || other.0[side]))
    }

    /// Whether a side exists.
    pub fn has(self, side: Side) -> bool {
        self.0.get(side as usize).copied().unwrap_or_default()
    }
}

/// What is known of votes, by side: `None` is not nought but unknown, or a side that does not exist.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct VoteCounts {
    /// For.
    pub favour: Option<u32>,
    /// Against.
    pub against: Option<u32>,
    /// Neutral.
    pub neutral: Option<u32>,
}

impl VoteCounts {
    /// Nothing is known.
    pub const UNKNOWN: Self = Self { favour: None, against: None, neutral: None };

    /// Sums of rows, on the sides that exist.
    pub fn of(votes: Votes, sides: Sides) -> Self {
        let known = |side, count| sides.has(side).then_some(count);
        Self { favour: known(Side::For, votes.favour), against: known(Side::Against, votes.against), neutral: known(Side::Neutral, votes.neutral) }
    }

    /// For, against, neutral.
    pub fn parts(self) -> [Option<u32>; 3] {
        [self.favour, self.against, self.neutral]
    }

    /// The sides of which a number is known.
    pub fn sides(self) -> Sides {
        Sides(self.parts().map(|part| part.is_some()))
    }

    /// The sum of what is known, where anything is.
    pub fn total(self) -> Option<u64> {
        self.parts().into_iter().flatten().map(u64::from).reduce(|a, b| a + b)
    }
}

impl From<[Option<u32>; 3]> for VoteCounts {
    fn from([favour, against, neutral]: [Option<u32>; 3]) -> Self {
        Self { favour, against, neutral }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_back() {
        for &kind in Kind::ALL {
            assert_eq!(Kind::from_word(kind.word()), Some(kind));
        }
        assert_eq!(Side::from_word("pour"), None);
    }
}
