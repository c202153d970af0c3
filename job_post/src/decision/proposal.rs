//! What the LLM proposes for a turn, and why an update of it is refused.

use serde::{Deserialize, Serialize};

use crate::draft::change::Op;
use crate::field::Field;

/// What the user wants of the conversation, as the LLM understood it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Intent {
    Continue,
    Finalize,
    Reset,
    Undo,
}

/// One update as the LLM wrote it. `value` is text; numbers are digits.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProposedUpdate {
    pub op: Op,
    pub field: Field,
    pub value: String,
    /// The user's words that support it, or empty.
    pub quote: String,
}

/// The answer of the LLM for one turn, parsed but not checked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Proposal {
    pub updates: Vec<ProposedUpdate>,
    pub intent: Intent,
    pub reply: String,
}

/// A refused update, and why.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Refusal {
    pub update: ProposedUpdate,
    pub reason: RefusalReason,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RefusalReason {
    /// No message of the user supports the value.
    NotGrounded,
    /// The field cannot hold the value.
    Invalid,
    /// Two updates of one proposal contradict each other.
    Contradictory,
    /// The message gives orders to the LLM.
    Instruction,
}
