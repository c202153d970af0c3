//! Finds the server and signs in.

use std::path::Path;
use std::time::{Duration, Instant};

use postwright_client::types::Problem;
use postwright_client::{Client, Error, describe};
use serde::Deserialize;

use crate::{Failure, Options};

/// How long before its expiry a token is replaced.
const RENEW_BEFORE: Duration = Duration::from_secs(60);

/// A client with a valid token.
pub struct Access {
    server: String,
    client: Client,
    login: Option<Login>,
}

struct Login {
    email: String,
    password: String,
    renew_at: Instant,
}

/// `demo.json` of the all-in-one start.
#[derive(Deserialize)]
struct Demo {
    base_url: String,
    email: String,
    password: String,
}

/// # Errors
/// [`Failure`] without a server or a login, or when the server refuses it.
pub async fn find(options: &Options, data_dir: &Path) -> Result<Access, Failure> {
    let Some(server) = &options.server else {
        let demo = demo(data_dir)?;
        let given = bearer(options).map(str::to_owned);
        return match given {
            Some(token) => with_token(&demo.base_url, &token).await,
            None => sign_in(&demo.base_url, &demo.email, &demo.password).await,
        };
    };
    match (bearer(options), &options.email, &options.password) {
        (Some(token), ..) => with_token(server, token).await,
        (None, Some(email), Some(password)) => sign_in(server, email, &password.0).await,
        _ => Err(Failure::NoLogin),
    }
}

fn bearer(options: &Options) -> Option<&str> {
    options.key.as_ref().or(options.token.as_ref()).map(|secret| secret.0.as_str())
}

fn demo(data_dir: &Path) -> Result<Demo, Failure> {
    let path = data_dir.join("demo.json");
    let text = std::fs::read_to_string(&path).ok();
    text.and_then(|text| serde_json::from_str(&text).ok()).ok_or(Failure::NoServer(path))
}

/// The scopes that a conversation needs.
const SCOPES: [&str; 2] = ["sessions:read", "sessions:write"];

/// Reads `/v1/me`, so that a wrong address or key, or a key without the scopes, is reported before the first message.
async fn with_token(server: &str, token: &str) -> Result<Access, Failure> {
    let client = Client::with_token(server, token)?;
    let me = client.read_me().send().await;
    let me = me.map_err(|error| failure(server, &error))?;
    // Access tokens of people have no scopes.
    if me.api_key_id.is_some() {
        let held = |scope: &&str| me.scopes.iter().any(|held| held == scope);
        let missing: Vec<_> = SCOPES.into_iter().filter(|scope| !held(scope)).collect();
        if !missing.is_empty() {
            return Err(Failure::Scopes(missing.join(" and ")));
        }
    }
    Ok(Access { server: server.to_owned(), client, login: None })
}

async fn sign_in(server: &str, email: &str, password: &str) -> Result<Access, Failure> {
    let anonymous = Client::anonymous(server);
    let tokens = anonymous.sign_in().body_map(|body| body.email(email).password(password)).send().await;
    let tokens = tokens.map_err(|error| failure(server, &error))?;
    let client = Client::with_token(server, &tokens.access_token)?;
    let lasts = Duration::from_secs(tokens.expires_in.unsigned_abs());
    let login = Login {
        email: email.to_owned(),
        password: password.to_owned(),
        renew_at: Instant::now() + lasts.saturating_sub(RENEW_BEFORE),
    };
    Ok(Access { server: server.to_owned(), client, login: Some(login) })
}

fn failure(server: &str, error: &Error<Problem>) -> Failure {
    let (server, reason) = (server.to_owned(), describe(error));
    match error.status() {
        Some(_) => Failure::Refused { server, reason },
        None => Failure::Unreachable { server, reason },
    }
}

impl Access {
    /// A client with a valid token. Signs in again when the token is about to expire.
    ///
    /// # Errors
    /// [`Failure::Refused`].
    pub async fn client(&mut self) -> Result<Client, Failure> {
        if let Some(login) = self.login.as_ref().filter(|login| login.renew_at <= Instant::now()) {
            *self = sign_in(&self.server, &login.email, &login.password).await?;
        }
        Ok(self.client.clone())
    }
}
