//! Evidence: where a value of a draft came from.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// How a value became known, and so whether it may be published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// The user stated it: the quote is part of one of their messages.
    Stated,
    /// The user's words mean it, but in another form: "RN" for "Registered Nurse". The summary shows it with the quote, and
    /// only a yes to that summary publishes it, which makes it confirmed.
    Interpreted,
    /// The agent assumed it. It is never published.
    Assumed,
    /// The user confirmed the agent's suggestion.
    Confirmed,
    /// Somebody entered it into the field by hand.
    Edited,
    /// It is of an earlier job post, with which the session began, or of the organization's settings.
    Copied,
}

/// Where one value came from: that of a field, or one item of a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    pub basis: Basis,
    /// The turn whose message has the quote. For an assumption the turn that made it, for an edit by hand `None`.
    pub turn: Option<Uuid>,
    /// The user's own words; empty if there are none.
    pub quote: String,
    /// The position of the quote in that message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<Position>,
}

/// A range of a message in characters (Unicode scalar values), without the one at `end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Position {
    pub start: u32,
    pub end: u32,
}

impl Evidence {
    /// The evidence of a value that was entered by hand.
    pub fn edited() -> Self {
        Self::without_words(Basis::Edited)
    }

    /// The evidence of a value that no message of the session has.
    pub(crate) fn without_words(basis: Basis) -> Self {
        Self { basis, turn: None, quote: String::new(), position: None }
    }

    /// Does the other one say more: a statement more than an interpretation, that more than an assumption?
    pub(crate) fn is_weaker_than(&self, other: &Self) -> bool {
        let strength = |evidence: &Self| match evidence.basis {
            Basis::Assumed => 0,
            Basis::Interpreted => 1,
            Basis::Stated | Basis::Confirmed | Basis::Edited | Basis::Copied => 2,
        };
        strength(self) < strength(other)
    }

    /// Is it more than an assumption? Only then the value is part of the job data.
    pub fn is_established(&self) -> bool {
        self.basis != Basis::Assumed
    }
}
