//! The conversation before a message: what the user and the agent said.

use uuid::Uuid;

/// A message of the user, and its turn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EarlierMessage {
    pub turn: Uuid,
    pub text: String,
}

/// The messages of the user and the replies of the agent, each oldest first.
#[derive(Clone, Debug, Default)]
pub struct History {
    messages: Vec<EarlierMessage>,
    replies: Vec<String>,
}

impl History {
    pub fn add_message(&mut self, turn: Uuid, text: impl Into<String>) {
        self.messages.push(EarlierMessage { turn, text: text.into() });
    }

    pub fn add_reply(&mut self, text: impl Into<String>) {
        self.replies.push(text.into());
    }

    pub fn messages(&self) -> &[EarlierMessage] {
        &self.messages
    }

    pub fn replies(&self) -> &[String] {
        &self.replies
    }

    /// Empty if there is no reply.
    pub fn latest_reply(&self) -> &str {
        self.replies.last().map_or("", String::as_str)
    }
}
