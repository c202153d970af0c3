//! What a model's answer becomes.

use job_post::Proposal;
use serde::Serialize;

/// How much of a raw answer is kept, in bytes.
pub(crate) const LONGEST_RAW: usize = 16 * 1024;

/// A usable answer, and how it came about.
#[derive(Clone, Debug)]
pub struct Answer {
    pub proposal: Proposal,
    pub trace: Trace,
}

/// What is kept of one call for accounting and for finding faults later.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Trace {
    /// The model that answered, by its own account where it gives one.
    pub model: String,
    /// Which version of the prompts was asked, see [`crate::prompt_hash`].
    pub prompt_hash: String,
    /// How the form of the answer was asked for: `json_schema`, `json_object` or `prompt`.
    pub schema_mode: &'static str,
    /// The talk did not fit into the model's context and was cut shorter than usual.
    pub history_cut: bool,
    pub finish_reason: String,
    pub prompt_tokens: i64,
    pub completion_tokens: i64,
    /// From sending the request to the last byte of the answer.
    pub latency_ms: i64,
    /// What the model wrote, cut at 16 KiB.
    pub raw: String,
    /// Updates that could not be read and were left out.
    pub dropped: i64,
    /// Why the model gave no answer of its own: `refusal`, `content_filter`, `empty`, or `leak` where it
    /// repeated what it was told.
    pub flag: Option<&'static str>,
}

/// An unusable answer, for the one repair round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejected {
    /// What the model wrote, cut at 16 KiB.
    pub raw: String,
    /// What was wrong with it, in words the model can use.
    pub error: String,
}

impl Rejected {
    /// What is kept of how much the model wrote.
    pub(crate) fn new(raw: &str, error: impl Into<String>) -> Rejected {
        Rejected { raw: kept(raw), error: error.into() }
    }
}

/// At most 16 KiB, cut at a character's edge, without NUL.
pub(crate) fn kept(raw: &str) -> String {
    raw[..raw.floor_char_boundary(LONGEST_RAW)].replace('\0', "")
}
