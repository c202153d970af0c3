//! How a client is made: where the server is, and who calls.

use std::time::Duration;

use reqwest::header::{AUTHORIZATION, HeaderMap, HeaderValue};

use crate::Client;

/// A server that takes this long to take a connection is not there.
const CONNECT: Duration = Duration::from_secs(10);
/// No answer, and nothing on a stream, for this long: more than `Prefer: wait=30` asks for, and than two of the
/// comments that keep a quiet stream open.
const SILENCE: Duration = Duration::from_secs(45);

/// What was given as a token cannot be sent as one.
#[derive(Debug, thiserror::Error)]
#[error("a token has only visible ASCII characters")]
pub struct BadToken;

impl Client {
    /// Without a token: for signing up and in, and for what is public.
    ///
    /// `base_url` is where the server is, as `https://postwright.example`.
    #[must_use]
    pub fn anonymous(base_url: &str) -> Self {
        Self::new_with_client(trim(base_url), build(base_url, HeaderMap::new()))
    }

    /// With an access token or an API key (`pw_live_…`, `pw_test_…`); both are sent as a bearer token (RFC 6750).
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

/// Paths are appended to it, and each begins with a slash.
fn trim(base_url: &str) -> &str {
    base_url.trim_end_matches('/')
}

fn build(base_url: &str, headers: HeaderMap) -> reqwest::Client {
    let mut client = reqwest::Client::builder().connect_timeout(CONNECT).read_timeout(SILENCE);
    if is_this_machine(base_url) {
        client = client.no_proxy();
    }
    // Fails only where the TLS of the build is broken, as `reqwest::Client::new` does.
    client.default_headers(headers).build().expect("a TLS back-end")
}

/// No proxy leads back to where the request came from.
fn is_this_machine(base_url: &str) -> bool {
    let host = reqwest::Url::parse(base_url).ok().and_then(|url| url.host_str().map(str::to_owned));
    host.is_some_and(|host| ["localhost", "127.0.0.1", "[::1]"].contains(&host.as_str()))
}
