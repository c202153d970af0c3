//! What the LLM proposes for a turn, and why an update of it is refused.

use serde::{Deserialize, Serialize};

use crate::draft::change::{Change, Op};
use crate::draft::evidence::Evidence;
use crate::field::Field;
use crate::{Draft, values};

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

impl ProposedUpdate {
    /// Believes the update, whatever the user said: for measurements of a model apart from the checks.
    pub fn apply_unchecked(&self, draft: &mut Draft) {
        let is_cleared = self.op == Op::Clear;
        let value = if is_cleared { Some(String::new()) } else { values::canonical(self.field, &self.value) };
        if let Some(value) = value {
            draft.apply(&Change { op: self.op, field: self.field, value, evidence: Evidence::edited() });
        }
    }
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
