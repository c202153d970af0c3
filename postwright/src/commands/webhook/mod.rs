//! `postwright webhook listen`: receives and prints a server's webhooks during development.

mod receiver;
mod server;

use std::fmt;

use clap::{Args, Subcommand};
use secrecy::{ExposeSecret, SecretString};

use self::{receiver::Receiver, server::Server};
use crate::{cli::Settings, failure::Failure, listeners, shutdown, terminal};

#[derive(Debug, Clone, PartialEq, Subcommand)]
pub enum Command {
    /// Add an endpoint on this machine, verify and print each event, and delete the endpoint on Ctrl-C
    Listen(Options),
}

#[derive(Debug, Clone, PartialEq, Args)]
pub struct Options {
    /// Server that sends the webhooks [default: the server in demo.json]
    #[arg(long, value_name = "URL", env = "POSTWRIGHT_SERVER")]
    pub server: Option<String>,
    /// Access token of an admin [default: the token in demo.json]
    #[arg(long, env = "POSTWRIGHT_TOKEN", hide_env_values = true, value_parser = token)]
    pub token: Option<Token>,
    /// Address to forward each event to, with its original headers and body
    #[arg(long, value_name = "URL")]
    pub forward_to: Option<String>,
    /// Event types to receive, separated by commas [default: all]
    #[arg(long, value_name = "TYPES", value_delimiter = ',')]
    pub events: Vec<String>,
    /// Address by which the server reaches this machine, such as that of a tunnel [default: 127.0.0.1]
    #[arg(long, value_name = "URL")]
    pub public_url: Option<String>,
}

/// An access token. Debug output hides it.
#[derive(Clone)]
pub struct Token(SecretString);

impl fmt::Debug for Token {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

impl PartialEq for Token {
    fn eq(&self, other: &Self) -> bool {
        self.0.expose_secret() == other.0.expose_secret()
    }
}

fn token(text: &str) -> Result<Token, std::convert::Infallible> {
    Ok(Token(text.into()))
}

/// # Errors
/// [`Failure::Webhook`] when the server cannot be reached or refuses the endpoint.
pub async fn run(command: &Command, settings: &Settings) -> Result<(), Failure> {
    match command {
        Command::Listen(options) => listen(options, settings).await,
    }
}

async fn listen(options: &Options, settings: &Settings) -> Result<(), Failure> {
    let shutdown = shutdown::on_signal()?;
    let listener = listeners::open_private().await?;
    let url = match &options.public_url {
        Some(url) => url.clone(),
        None => listeners::base_url(&listener)?,
    };
    let server = Server::find(options, &settings.server.data_dir)?;
    let endpoint = server.add_endpoint(&url, &options.events).await?;
    terminal::say(&format!(
        "Listening at {url} for webhooks of {}. Ctrl-C stops and deletes the endpoint.",
        server.url
    ));
    let receiver = Receiver::new(endpoint.secret, options.forward_to.clone(), server.http.clone());
    let served = receiver.serve(listener, shutdown).await;
    server.delete_endpoint(&endpoint.path).await?;
    Ok(served?)
}
