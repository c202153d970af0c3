//! What a conversation sends to the screen.

/// The next thing to show.
#[derive(Debug)]
pub enum Update {
    /// The next piece of the reply.
    Delta(String),
    /// The pieces so far are void.
    Reset,
    /// The complete reply.
    Reply(String),
    /// A text that is not the agent's.
    Notice(String),
    /// The job post as it is now.
    JobPost { lines: Vec<String>, is_requested: bool },
    /// The next line of input may be sent.
    Ready,
    /// The conversation is over.
    End,
}
