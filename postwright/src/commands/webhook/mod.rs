//! `postwright webhook listen`: shows what a server tells by webhooks, while one develops.

mod receiver;

use std::{fmt, fs, path::Path};

use clap::{Args, Subcommand};
use reqwest::{Client, Response};
use secrecy::{ExposeSecret, SecretString};
use serde_json::{Value, json};

use self::receiver::Receiver;
use crate::{cli::Settings, failure::Failure, listeners, shutdown, terminal};

#[derive(Debug, Clone, PartialEq, Subcommand)]
pub enum Command {
    /// Add an endpoint on this machine, verify and print each event, and delete the endpoint on Ctrl-C
    Listen(Options),
}

#[derive(Debug, Clone, PartialEq, Args)]
pub struct Options {
    /// The server that shall tell; absent: that of demo.json in the data directory
    #[arg(long, value_name = "URL", env = "POSTWRIGHT_SERVER")]
    pub server: Option<String>,
    /// An admin's access token; absent: that of demo.json
    #[arg(long, env = "POSTWRIGHT_TOKEN", hide_env_values = true, value_parser = token)]
    pub token: Option<Token>,
    /// Where each event goes too, as it came and with its headers
    #[arg(long, value_name = "URL")]
    pub forward_to: Option<String>,
    /// What to be told of, with commas between; absent: everything
    #[arg(long, value_name = "TYPES", value_delimiter = ',')]
    pub events: Vec<String>,
    /// The address under which the server reaches this machine, for example that of a tunnel; absent: 127.0.0.1
    #[arg(long, value_name = "URL")]
    pub public_url: Option<String>,
}

/// What nobody shall see in a log.
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
/// [`Failure::Webhook`] when there is no server or it does not take the endpoint.
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
    let server = Server::of(options, &settings.data_dir)?;
    let endpoint = server.add(&url, &options.events).await?;
    terminal::say(&format!("Listening at {url} to {}. Ctrl-C ends it and deletes the endpoint.", server.url));
    let receiver = Receiver::new(endpoint.secret, options.forward_to.clone(), server.http.clone());
    let served = receiver.serve(listener, shutdown).await;
    server.delete(&endpoint.path).await?;
    Ok(served?)
}

/// The server that tells, as an admin sees it.
struct Server {
    url: String,
    token: SecretString,
    http: Client,
}

struct Endpoint {
    path: String,
    secret: SecretString,
}

impl Server {
    fn of(options: &Options, data_dir: &Path) -> Result<Self, Failure> {
        let demo = fs::read(data_dir.join("demo.json")).ok();
        let demo: Value = demo.and_then(|text| serde_json::from_slice(&text).ok()).unwrap_or_default();
        let of_demo = |member: &str| demo[member].as_str().map(str::to_owned);
        let missing =
            || Failure::Webhook("Name a --server and a --token, or start one with `cargo run`.".to_owned());
        let url = options.server.clone().or_else(|| of_demo("base_url")).ok_or_else(missing)?;
        let token = options.token.clone().map(|token| token.0);
        let token = token.or_else(|| of_demo("access_token").map(SecretString::from)).ok_or_else(missing)?;
        let http =
            Client::builder().no_proxy().build().map_err(|error| Failure::Webhook(error.to_string()))?;
        Ok(Self { url: url.trim_end_matches('/').to_owned(), token, http })
    }

    async fn add(&self, url: &str, events: &[String]) -> Result<Endpoint, Failure> {
        let wish = json!({ "url": url, "event_types": events, "description": "postwright webhook listen" });
        let request = self.http.post(format!("{}/v1/webhook-endpoints", self.url)).json(&wish);
        let added = request.bearer_auth(self.token.expose_secret()).send().await;
        let added: Value = told(added).await?.json().await.map_err(unreached)?;
        match (added["id"].as_str(), added["secret"].as_str()) {
            (Some(id), Some(secret)) => {
                Ok(Endpoint { path: format!("/v1/webhook-endpoints/{id}"), secret: secret.into() })
            }
            _ => Err(Failure::Webhook("The server's answer is not that of an endpoint.".to_owned())),
        }
    }

    async fn delete(&self, path: &str) -> Result<(), Failure> {
        let request = self.http.delete(format!("{}{path}", self.url));
        told(request.bearer_auth(self.token.expose_secret()).send().await).await.map(drop)
    }
}

/// The answer, if it is a good one; else what it says is wrong.
async fn told(answer: reqwest::Result<Response>) -> Result<Response, Failure> {
    let answer = answer.map_err(unreached)?;
    let status = answer.status();
    if status.is_success() {
        return Ok(answer);
    }
    let problem: Value = answer.json().await.unwrap_or_default();
    let detail = problem["errors"][0]["detail"].as_str().or(problem["detail"].as_str());
    Err(Failure::Webhook(format!("The server says {status}: {}", detail.unwrap_or("nothing more"))))
}

fn unreached(error: reqwest::Error) -> Failure {
    Failure::Webhook(format!("The server cannot be reached: {error}"))
}
