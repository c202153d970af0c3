//! Sends what has been checked.

use std::sync::Arc;
use std::time::Duration;

use reqwest::dns::Resolve;
use reqwest::header::{HeaderMap, HeaderName, HeaderValue, InvalidHeaderName, InvalidHeaderValue};
use reqwest::{Client, ClientBuilder, redirect};

use crate::allowances::Allowances;
use crate::answers::{self, Answer, Fault};
use crate::guard::Guard;
use crate::resolver::{Guarded, System};

/// Connections that nobody uses are kept so long.
const IDLE: Duration = Duration::from_secs(20);

/// A client for addresses that customers name. Cheap to clone.
#[derive(Clone)]
pub struct Outbound {
    guarded: Client,
    /// For what is allowed by name, and for nothing else.
    open: Client,
    guard: Guard,
}

/// A POST that somebody wants.
#[derive(Clone, Debug)]
pub struct Request {
    pub url: String,
    pub headers: Vec<(String, String)>,
    pub body: String,
    /// From the look-up of the name to the last byte of the answer.
    pub timeout: Duration,
}

impl Outbound {
    /// # Errors
    /// When the system has no certificates to trust.
    pub fn new(allowed: Allowances) -> Result<Self, String> {
        Self::with_resolver(allowed, Arc::new(System))
    }

    pub(crate) fn with_resolver(allowed: Allowances, resolver: Arc<dyn Resolve>) -> Result<Self, String> {
        let build = |client: ClientBuilder| client.build().map_err(|error| error.to_string());
        Ok(Self {
            guarded: build(plain().https_only(true).dns_resolver(Guarded(resolver.clone())))?,
            open: build(plain())?,
            guard: Guard { resolver, allowed },
        })
    }

    /// Sends it. No redirect is followed: what is not asked for by name is not asked for.
    ///
    /// # Errors
    /// Says why there is no answer; every answer that there is, is none.
    pub async fn post(&self, request: Request) -> Result<Answer, Fault> {
        let (url, allowed) = self.guard.read(&request.url)?;
        let headers = headers(&request.headers).map_err(|error| Fault::NotConnected(error.to_string()))?;
        let client = if allowed { &self.open } else { &self.guarded };
        let sending = client.post(url).headers(headers).body(request.body).timeout(request.timeout).send();
        answers::read(sending.await.map_err(answers::fault)?).await
    }
}

fn plain() -> ClientBuilder {
    Client::builder()
        .redirect(redirect::Policy::none())
        .no_proxy()
        .referer(false)
        .pool_idle_timeout(IDLE)
        .user_agent(concat!("Postwright/", env!("CARGO_PKG_VERSION")))
}

fn headers(pairs: &[(String, String)]) -> Result<HeaderMap, BadHeader> {
    let pair =
        |(name, value): &(String, String)| Ok((HeaderName::try_from(name)?, HeaderValue::try_from(value)?));
    pairs.iter().map(pair).collect()
}

#[derive(Debug, thiserror::Error)]
enum BadHeader {
    #[error("a header's name is not fit to be sent")]
    Name(#[from] InvalidHeaderName),
    #[error("a header's value is not fit to be sent")]
    Value(#[from] InvalidHeaderValue),
}

#[cfg(test)]
#[path = "client_tests.rs"]
mod tests;
