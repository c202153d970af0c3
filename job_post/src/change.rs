//! What the model proposes, and what became of it.

use serde::{Deserialize, Serialize};

use crate::{Evidence, Field, Intent};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Op {
    Set,
    Add,
    Remove,
    Clear,
}

/// One update as the model wrote it. `value` is text; numbers are digits.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProposedUpdate {
    pub op: Op,
    pub field: Field,
    pub value: String,
    /// The user's words it rests on, or empty.
    pub quote: String,
}

/// The model's whole answer for one turn, parsed but not yet trusted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Proposal {
    pub updates: Vec<ProposedUpdate>,
    pub intent: Intent,
    pub reply: String,
}

/// An update that was accepted: the log a draft is folded from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Change {
    pub op: Op,
    pub field: Field,
    /// In canonical form: enum names, plain decimals, ISO 4217 codes, "true"/"false".
    pub value: String,
    pub evidence: Evidence,
}

/// An update that was not accepted, and why.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Refusal {
    pub update: ProposedUpdate,
    pub reason: RefusalReason,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RefusalReason {
    /// The words it claims to rest on are in no message of the user's.
    NotGrounded,
    /// The value is not one the field can hold.
    Invalid,
    /// Two updates of one answer contradict each other.
    Contradictory,
    /// The message tries to give orders to the model.
    Instruction,
}
