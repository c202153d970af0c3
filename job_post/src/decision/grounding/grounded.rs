//! A value with the evidence that supports it.

use uuid::Uuid;

use crate::decision::quotes::capped;
use crate::decision::transcript::Transcript;
use crate::draft::evidence::{Basis, Evidence};

/// A value that is accepted, and why.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Grounded<'a> {
    /// In canonical form. It is the user's own number or words where the proposal differed slightly.
    pub value: String,
    pub basis: Basis,
    /// A slice of a message of the user; empty only for an assumption.
    pub quote: &'a str,
}

impl<'a> Grounded<'a> {
    /// A value that the user stated.
    pub fn stated(value: impl Into<String>, quote: &'a str) -> Self {
        Self { value: value.into(), basis: Basis::Stated, quote }
    }

    /// A value that the user's words mean in another form.
    pub fn interpreted(value: impl Into<String>, quote: &'a str) -> Self {
        Self { value: value.into(), basis: Basis::Interpreted, quote }
    }

    /// A value that the agent suggested and the user confirms.
    pub fn confirmed(value: impl Into<String>, transcript: &Transcript<'a>) -> Self {
        Self { value: value.into(), basis: Basis::Confirmed, quote: capped(transcript.current.text) }
    }

    /// A value that the user did not state.
    pub fn assumed(value: impl Into<String>) -> Self {
        Self { value: value.into(), basis: Basis::Assumed, quote: "" }
    }

    /// The evidence to store. Without a quote from a message, its turn is `turn`.
    pub fn evidence(&self, turn: Uuid, transcript: &Transcript<'_>) -> Evidence {
        let place = transcript.place(self.quote).filter(|_| !self.quote.is_empty());
        Evidence {
            basis: self.basis,
            turn: Some(place.map_or(turn, |(turn, _)| turn)),
            quote: self.quote.to_owned(),
            position: place.map(|(_, position)| position),
        }
    }
}
