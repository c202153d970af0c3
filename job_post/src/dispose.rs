//! The model proposes, this disposes: one pure function from a proposal to what really happens in a turn.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{Change, Draft, Proposal, Refusal, Step};

/// What the user wants of the conversation, as the model understood it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Intent {
    Continue,
    Finalize,
    Reset,
    Undo,
}

/// All that is known when the model's answer arrives.
#[derive(Clone, Debug)]
pub struct Situation<'a> {
    pub turn: Uuid,
    pub draft: &'a Draft,
    /// The job post of this conversation has been finalized and not been changed since.
    pub complete: bool,
    /// Hash of the content whose summary was last shown, see [`crate::content_hash`].
    pub shown_hash: Option<&'a str>,
    pub company_name: &'a str,
    pub message: &'a str,
    /// Everything the user said before, oldest first.
    pub earlier_messages: &'a [String],
    /// The agent's last reply: what a short "yes" answers.
    pub last_reply: &'a str,
}

/// What a turn does, all of it to be stored in one transaction.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// `draft` is the situation's draft with these applied, in order.
    pub changes: Vec<Change>,
    pub refusals: Vec<Refusal>,
    pub draft: Draft,
    pub reply: String,
    pub complete: bool,
    /// Write the job post now: the user said yes to the summary of exactly this content.
    pub publish: bool,
    /// Hash of the content whose summary the reply ends with, or what was shown before and still holds.
    pub shown_hash: Option<String>,
    pub step: Step,
}

/// Decides which proposals become facts, whether a yes is one, and what the user reads.
pub fn dispose(_situation: &Situation<'_>, _proposal: &Proposal) -> Outcome {
    todo!()
}

/// The agent's greeting, the first message of every session.
pub fn welcome(_company_name: &str) -> String {
    todo!()
}
