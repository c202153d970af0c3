//! `postwright chat`: a conversation in the terminal with any server, through the Rust client.

mod access;
mod advice;
mod commands;
mod conversation;
mod full_screen;
mod job_post;
mod options;
mod plain;
mod update;

use std::io::IsTerminal as _;
use std::path::Path;

pub use options::{Options, Secret};
use tokio::sync::mpsc::unbounded_channel;

use conversation::Conversation;

/// Why the chat cannot start or go on, and what to do.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    #[error(
        "No server is given, and none runs here ({0} does not exist). Start one with `postwright`, or give one:\n\n    \
         postwright chat --server https://… --key pw_…"
    )]
    NoServer(std::path::PathBuf),
    #[error("--server also needs --key, --token, or --email with --password.")]
    NoLogin,
    #[error("{0}")]
    Token(#[from] postwright_client::BadToken),
    #[error(
        "{server} refuses the login or key: {reason}\nIs the address right, and do they belong to this server?"
    )]
    Refused { server: String, reason: String },
    #[error("{server} cannot be reached: {reason}\nIs the address right, and is the server running?")]
    Unreachable { server: String, reason: String },
    #[error(
        "The API key or its token lacks {0}: a conversation needs sessions:write for messages and sessions:read for \
         replies. An admin can add scopes with PATCH /v1/api-keys/{{id}}."
    )]
    Scopes(String),
    #[error("The terminal cannot be used: {0}")]
    Terminal(#[from] std::io::Error),
}

/// Runs a conversation: full screen in a terminal, plain lines elsewhere.
///
/// # Errors
/// [`Failure`]. The screen shows errors within the conversation.
pub async fn run(options: &Options, data_dir: &Path) -> Result<(), Failure> {
    let access = access::find(options, data_dir).await?;
    let (lines, typed_lines) = unbounded_channel();
    let (sender, updates) = unbounded_channel();
    let conversation = tokio::spawn(Conversation::new(access, sender).run(typed_lines));
    let is_terminal = std::io::stdout().is_terminal() && std::io::stdin().is_terminal();
    if is_terminal && !options.plain {
        full_screen::run(lines, updates).await?;
    } else {
        plain::run(lines, updates).await?;
    }
    conversation.abort();
    Ok(())
}
