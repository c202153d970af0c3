//! Sends requests to checked addresses.

use std::sync::Arc;
use std::time::Duration;

use reqwest::dns::Resolve;
use reqwest::header::{ACCEPT, HeaderMap, HeaderName, HeaderValue, InvalidHeaderName, InvalidHeaderValue};
use reqwest::{Client, ClientBuilder, Method, RequestBuilder, redirect};

use crate::allowances::Allowances;
use crate::guard::Guard;
use crate::resolver::{Guarded, System};
use crate::response::{self, Response, SendError};

/// How long idle connections are kept.
const IDLE_TIMEOUT: Duration = Duration::from_secs(20);

/// A client for addresses that customers name. Cheap to clone.
#[derive(Clone)]
pub struct Outbound {
    guarded: Client,
    /// For allowed hosts only.
    open: Client,
    guard: Guard,
}

/// A POST request.
#[derive(Clone, Debug)]
pub struct Request {
    pub url: String,
    pub headers: Vec<(String, String)>,
    pub body: String,
    /// From the resolution of the name to the last byte of the response.
    pub timeout: Duration,
}

impl Outbound {
    /// # Errors
    /// The system has no root certificates.
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

    /// Sends the request. Redirects are not followed, since only the named address was checked.
    ///
    /// # Errors
    /// [`SendError`] when there is no response. A response with any status is no error.
    pub async fn post(&self, request: Request) -> Result<Response, SendError> {
        let sending = self.begin(Method::POST, &request.url)?.body(request.body).timeout(request.timeout);
        let headers =
            headers(&request.headers).map_err(|error| SendError::NotConnected(error.to_string()))?;
        response::read(sending.headers(headers).send().await.map_err(response::send_error)?).await
    }

    /// Gets a document, as [`Self::post`] sends a request.
    ///
    /// # Errors
    /// As for [`Self::post`].
    pub async fn get(&self, url: &str, timeout: Duration) -> Result<Response, SendError> {
        let sending = self.begin(Method::GET, url)?.header(ACCEPT, "application/json").timeout(timeout);
        response::read(sending.send().await.map_err(response::send_error)?).await
    }

    /// Decides whether an address may receive requests.
    #[must_use]
    pub fn guard(&self) -> &Guard {
        &self.guard
    }

    fn begin(&self, method: Method, url: &str) -> Result<RequestBuilder, SendError> {
        let (url, allowed) = self.guard.read(url)?;
        let client = if allowed { &self.open } else { &self.guarded };
        Ok(client.request(method, url))
    }
}

fn plain() -> ClientBuilder {
    Client::builder()
        .redirect(redirect::Policy::none())
        .no_proxy()
        .referer(false)
        .pool_idle_timeout(IDLE_TIMEOUT)
        .user_agent(concat!("Postwright/", env!("CARGO_PKG_VERSION")))
}

fn headers(pairs: &[(String, String)]) -> Result<HeaderMap, BadHeader> {
    let pair =
        |(name, value): &(String, String)| Ok((HeaderName::try_from(name)?, HeaderValue::try_from(value)?));
    pairs.iter().map(pair).collect()
}

#[derive(Debug, thiserror::Error)]
enum BadHeader {
    #[error("a header has an invalid name")]
    Name(#[from] InvalidHeaderName),
    #[error("a header has an invalid value")]
    Value(#[from] InvalidHeaderValue),
}

#[cfg(test)]
#[path = "client_tests.rs"]
mod tests;
