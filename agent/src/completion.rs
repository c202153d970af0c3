//! A completion: the usable answer of the LLM to one request.

use job_post::Proposal;
use serde::Serialize;

/// The most bytes that are kept of a raw answer.
pub(crate) const LONGEST_RAW: usize = 16 * 1024;

/// Receives the text of the reply piece by piece while the LLM writes it.
pub type OnText<'a> = &'a mut (dyn FnMut(&str) + Send);

/// A usable answer, and the record of its call.
#[derive(Clone, Debug)]
pub struct Completion {
    pub proposal: Proposal,
    pub trace: Trace,
}

/// The record of one call, for accounting and diagnosis.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Trace {
    /// The model that the response names, else the configured one.
    pub model: String,
    /// The version of the prompts, see [`crate::prompt_hash`].
    pub prompt_hash: String,
    /// The response format of the request: `json_schema`, `json_object` or `prompt`.
    pub schema_mode: &'static str,
    /// The conversation exceeded the model's context, so the request held less of it.
    pub history_cut: bool,
    pub finish_reason: String,
    pub prompt_tokens: i64,
    pub completion_tokens: i64,
    /// From sending the request to the last byte of the response.
    pub latency_ms: i64,
    /// The raw answer, cut at 16 KiB.
    pub raw: String,
    /// The number of unreadable updates, which are ignored.
    pub dropped: i64,
    /// Why the reply is not the LLM's own: `refusal`, `content_filter`, `empty`, or `leak` if it repeated the prompts.
    pub flag: Option<&'static str>,
}

/// An unusable answer. The agent may show it to the LLM once and ask again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejected {
    /// The raw answer, cut at 16 KiB.
    pub raw: String,
    /// The error, in words for the LLM.
    pub error: String,
}

impl Rejected {
    /// Cuts the raw answer at 16 KiB.
    pub(crate) fn new(raw: &str, error: impl Into<String>) -> Rejected {
        Rejected { raw: kept(raw), error: error.into() }
    }
}

/// At most 16 KiB of a text, without NUL.
pub(crate) fn kept(raw: &str) -> String {
    raw[..raw.floor_char_boundary(LONGEST_RAW)].replace('\0', "")
}
