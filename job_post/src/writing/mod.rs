//! The description that the agent writes for candidates, from the values of the post alone.

mod composition;
mod guard;
#[cfg(test)]
mod tests;

pub(crate) use self::composition::{compose, renewed};
pub(crate) use self::guard::Facts;

/// Words that name a benefit by themselves, in a format that the file describes.
pub const BENEFIT_NOUNS: &str = include_str!("../../data/writing/benefit_nouns.txt");
/// The same for requirements.
pub const REQUIREMENT_NOUNS: &str = include_str!("../../data/writing/requirement_nouns.txt");

/// How a description is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Style {
    pub tone: Tone,
    pub length: Length,
}

impl Style {
    pub const ALL: [Self; 9] = {
        const fn of(tone: Tone, length: Length) -> Style {
            Style { tone, length }
        }
        use Length::{Long, Normal, Short};
        use Tone::{Formal, Plain, Warm};
        [
            of(Plain, Short),
            of(Plain, Normal),
            of(Plain, Long),
            of(Warm, Short),
            of(Warm, Normal),
            of(Warm, Long),
            of(Formal, Short),
            of(Formal, Normal),
            of(Formal, Long),
        ]
    };
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Tone {
    #[default]
    Plain,
    Warm,
    Formal,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Length {
    Short,
    #[default]
    Normal,
    Long,
}
