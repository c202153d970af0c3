//! What the command line says about a conversation.

use std::convert::Infallible;
use std::fmt;

use clap::Args;

/// A password or token: not shown in debug output.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(pub(crate) String);

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Secret")
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct Options {
    /// Where the server is, as https://postwright.example; absent: the one of the data directory
    #[arg(long, env = "POSTWRIGHT_SERVER")]
    pub server: Option<String>,
    /// An API key
    #[arg(long, env = "POSTWRIGHT_KEY", hide_env_values = true, value_parser = secret)]
    pub key: Option<Secret>,
    /// An access token
    #[arg(long, env = "POSTWRIGHT_TOKEN", hide_env_values = true, value_parser = secret, conflicts_with = "key")]
    pub token: Option<Secret>,
    /// A login, with --password
    #[arg(long, env = "POSTWRIGHT_EMAIL")]
    pub email: Option<String>,
    #[arg(long, env = "POSTWRIGHT_PASSWORD", hide_env_values = true, value_parser = secret)]
    pub password: Option<Secret>,
    /// Line in, line out, as where the output is not a terminal
    #[arg(long)]
    pub plain: bool,
}

fn secret(text: &str) -> Result<Secret, Infallible> {
    Ok(Secret(text.to_owned()))
}
