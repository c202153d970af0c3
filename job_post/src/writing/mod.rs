//! The description that the agent writes for candidates, from the values of the post alone.

mod chat_phrases;
mod composition;
mod crumbs;
mod departments;
mod forms;
mod german_nouns;
mod grounds;
mod guard;
mod headings;
pub(crate) mod items;
pub(crate) mod layout;
mod levels;
mod note_sections;
mod opening;
mod possessives;
mod remark_rules;
mod remarks;
#[cfg(test)]
mod remarks_tests;
mod settings;
mod short_days;
#[cfg(test)]
mod tests;
mod third_person;
mod values;
pub(crate) mod wording;
mod working_hours;

use serde::{Deserialize, Serialize};

pub(crate) use self::composition::{compose, renewed};
pub(crate) use self::departments::named as department;
pub(crate) use self::forms::capitalised;
pub use self::grounds::{Sentence, grounds};
pub(crate) use self::guard::Facts;
pub(crate) use self::headings::{language_of, language_of_post};
pub(crate) use self::levels::with_level;
pub use self::settings::WritingSettings;
use crate::Content;

/// What a description may say.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sources<'a> {
    pub content: &'a Content,
    pub company: &'a str,
    pub settings: &'a WritingSettings,
}

/// The description that the agent offers for the post, in the post's language; `None` without a title.
#[must_use]
pub fn offered_description(content: &Content, company: &str) -> Option<String> {
    let settings = WritingSettings::default();
    let sources = Sources { content, company, settings: &settings };
    compose(language_of_post(content), sources, Style::default())
}

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

    /// This style, with the tone and length of `other` where this one is the usual one.
    pub fn or(self, other: Self) -> Self {
        Self {
            tone: if self.tone == Tone::default() { other.tone } else { self.tone },
            length: if self.length == Length::default() { other.length } else { self.length },
        }
    }
}

/// How a description addresses people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    #[default]
    Plain,
    /// Personal: in German "du".
    Warm,
    /// Distant: in German "Sie".
    Formal,
}

/// How much a description says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Length {
    /// The position and its terms.
    Short,
    /// Tasks, profile, pay, benefits and the way to apply as well.
    #[default]
    Normal,
    /// With a sentence about questions as well.
    Long,
}

impl Tone {
    pub(crate) const ALL: [Self; 3] = [Self::Plain, Self::Warm, Self::Formal];

    /// Another tone, for "write it differently".
    pub(crate) fn next(self) -> Self {
        match self {
            Self::Plain => Self::Warm,
            Self::Warm => Self::Formal,
            Self::Formal => Self::Plain,
        }
    }
}

impl Length {
    pub(crate) const ALL: [Self; 3] = [Self::Short, Self::Normal, Self::Long];
}
