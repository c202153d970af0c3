//! What the model is told: the job post so far, what was said before, and the new message.

use job_post::Content;

#[derive(Clone, Debug, Default)]
pub struct Conversation {
    pub company_name: String,
    pub content: Content,
    /// What was said before the new message, oldest first.
    pub history: Vec<Line>,
    /// The message to answer.
    pub message: String,
    /// Sent as `X-Request-Id`, so that both sides' logs can be laid side by side.
    pub request_id: Option<String>,
    /// Of the session, a BCP 47 tag: a hint at the language to answer in.
    pub locale: Option<String>,
}

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
