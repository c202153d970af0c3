//! The description that the agent writes for candidates, from the values of the post alone.

mod composition;
mod guard;
#[cfg(test)]
mod tests;

pub(crate) use self::composition::{compose, renewed};
pub(crate) use self::guard::Facts;

/// How a description is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Style {
    pub tone: Tone,
    pub length: Length,
}

impl Style {
    pub fn all() -> impl Iterator<Item = Self> {
        Tone::ALL
            .into_iter()
            .flat_map(|tone| Length::ALL.into_iter().map(move |length| Self { tone, length }))
    }
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

impl Tone {
    pub const ALL: [Self; 3] = [Self::Plain, Self::Warm, Self::Formal];

    /// Another tone, for "write it differently".
    pub fn next(self) -> Self {
        match self {
            Self::Plain => Self::Warm,
            Self::Warm => Self::Formal,
            Self::Formal => Self::Plain,
        }
    }
}

impl Length {
    pub const ALL: [Self; 3] = [Self::Short, Self::Normal, Self::Long];
}
