//! The options of `postwright chat`.

use std::convert::Infallible;
use std::fmt;

use clap::Args;

/// A password or token. Debug output hides it.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(pub(crate) String);

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Secret")
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct Options {
    /// Address of the server, such as https://postwright.example [default: the server in demo.json of the data directory]
    #[arg(long, value_name = "URL", env = "POSTWRIGHT_SERVER")]
    pub server: Option<String>,
    /// API key
    #[arg(long, env = "POSTWRIGHT_KEY", hide_env_values = true, value_parser = secret)]
    pub key: Option<Secret>,
    /// Access token
    #[arg(long, env = "POSTWRIGHT_TOKEN", hide_env_values = true, value_parser = secret, conflicts_with = "key")]
    pub token: Option<Secret>,
    /// E-mail address to sign in with, together with --password
    #[arg(long, env = "POSTWRIGHT_EMAIL")]
    pub email: Option<String>,
    /// Password of that login
    #[arg(long, env = "POSTWRIGHT_PASSWORD", hide_env_values = true, value_parser = secret)]
    pub password: Option<Secret>,
    /// Read and write plain lines, as if input or output were no terminal
    #[arg(long)]
    pub plain: bool,
}

fn secret(text: &str) -> Result<Secret, Infallible> {
    Ok(Secret(text.to_owned()))
}
