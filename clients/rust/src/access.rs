//! Creates clients: the address of the server, and who calls.

use std::time::Duration;

use reqwest::header::{AUTHORIZATION, HeaderMap, HeaderValue};

use crate::Client;

const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
/// The longest pause in a response. Longer than `Prefer: wait=30` and than two keep-alive comments of an event stream.
const READ_TIMEOUT: Duration = Duration::from_secs(45);

/// The token contains characters that a header cannot carry.
#[derive(Debug, thiserror::Error)]
#[error("a token may contain visible ASCII characters only")]
pub struct BadToken;

impl Client {
    /// A client without a token, for sign-up, sign-in and public operations.
    ///
    /// `base_url` is the address of the server, such as `https://postwright.example`.
    #[must_use]
    pub fn anonymous(base_url: &str) -> Self {
        Self::new_with_client(trim(base_url), build(base_url, HeaderMap::new()))
    }

    /// A client with an access token or an API key (`pw_live_…`, `pw_test_…`), sent as a bearer token (RFC 6750).
    ///
    /// # Errors
    /// [`BadToken`].
    pub fn with_token(base_url: &str, token: &str) -> Result<Self, BadToken> {
        let mut bearer = HeaderValue::try_from(format!("Bearer {token}")).map_err(|_| BadToken)?;
        bearer.set_sensitive(true);
        let headers = HeaderMap::from_iter([(AUTHORIZATION, bearer)]);
        Ok(Self::new_with_client(trim(base_url), build(base_url, headers)))
    }
}

/// The generated code appends paths, which begin with a slash.
fn trim(base_url: &str) -> &str {
    base_url.trim_end_matches('/')
}

fn build(base_url: &str, headers: HeaderMap) -> reqwest::Client {
    let mut client = reqwest::Client::builder().connect_timeout(CONNECT_TIMEOUT).read_timeout(READ_TIMEOUT);
    if is_this_machine(base_url) {
        client = client.no_proxy();
    }
    // Fails only without a TLS back-end, as `reqwest::Client::new` does.
    client.default_headers(headers).build().expect("a TLS back-end")
}

/// A proxy cannot reach the loopback interface of this machine.
fn is_this_machine(base_url: &str) -> bool {
    let host = reqwest::Url::parse(base_url).ok().and_then(|url| url.host_str().map(str::to_owned));
    host.is_some_and(|host| ["localhost", "127.0.0.1", "[::1]"].contains(&host.as_str()))
}
