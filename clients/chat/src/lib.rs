//! A conversation at the terminal, with any server, by way of the Rust client.

mod access;
mod commands;
mod full_screen;
mod options;
mod plain;
mod posts;
mod talk;

use std::io::IsTerminal as _;
use std::path::Path;

pub use options::{Options, Secret};
use tokio::sync::mpsc::unbounded_channel;

/// Why there is no conversation, with what to do about it.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    #[error(
        "No server is named, and none runs here ({0} is not there). Start one with `postwright`, or name one:\n\n    \
         postwright chat --server https://… --key pw_…"
    )]
    NoServer(std::path::PathBuf),
    #[error("--server needs who you are: --key, --token, or --email with --password.")]
    Nobody,
    #[error("{0}")]
    Token(#[from] postwright_client::BadToken),
    #[error(
        "{server} does not let you in: {reason}\nIs the address right, and the login or key of this server?"
    )]
    Refused { server: String, reason: String },
    #[error("{server} cannot be reached: {reason}\nIs the address right, and does the server run?")]
    Unreachable { server: String, reason: String },
    #[error(
        "This API key, or its token, lacks {0}: a conversation needs sessions:write to talk and sessions:read for the \
         answers. An admin can add it: PATCH /v1/api-keys/{{id}}."
    )]
    Scopes(String),
    #[error("The terminal cannot be used: {0}")]
    Terminal(#[from] std::io::Error),
}

/// Talks until the person has had enough. Full screen at a terminal; line in, line out elsewhere.
///
/// # Errors
/// [`Failure`]. What goes wrong within the conversation is told there.
pub async fn run(options: &Options, data_dir: &Path) -> Result<(), Failure> {
    let access = access::find(options, data_dir).await?;
    let (say, said) = unbounded_channel();
    let (show, shown) = unbounded_channel();
    let talk = tokio::spawn(talk::Talk::new(access, show).run(said));
    let is_watched = std::io::stdout().is_terminal() && std::io::stdin().is_terminal();
    if is_watched && !options.plain {
        full_screen::run(say, shown).await?;
    } else {
        plain::run(say, shown).await?;
    }
    talk.abort();
    Ok(())
}
