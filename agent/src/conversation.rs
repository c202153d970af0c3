//! The input of a request to the LLM: the job post so far, the conversation, and the new message.

use job_post::{Content, WritingSettings};
use uuid::Uuid;

/// A conversation and the message to answer.
#[derive(Clone, Debug, Default)]
pub struct Conversation {
    /// Whose call this is: failures and retries are counted for each organization. It is not sent.
    pub organization: Uuid,
    pub company_name: String,
    /// The established values.
    pub content: Content,
    /// The suggestions that the user has not confirmed.
    pub suggested: Content,
    /// The conversation before the new message, oldest first.
    pub history: Vec<Line>,
    /// The message to answer.
    pub message: String,
    /// Sent as `X-Request-Id`, so that the logs of both sides can be compared.
    pub request_id: Option<String>,
    /// The locale of the session (a BCP 47 tag): a hint for the language of the reply.
    pub locale: Option<String>,
    /// The style that the organization wants descriptions in.
    pub writing: WritingSettings,
}

/// One earlier message or reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub speaker: Speaker,
    pub text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Speaker {
    User,
    Agent,
}
