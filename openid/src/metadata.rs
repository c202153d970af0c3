//! A provider's endpoints and abilities (OpenID Connect Discovery 1.0, section 3).

use outbound::{Outbound, Response};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::error::{Error, Result};
use crate::relying_party::TIMEOUT;

/// What is read of a provider's metadata.
#[derive(Clone, Debug, Deserialize)]
pub struct Metadata {
    issuer: String,
    pub authorization_endpoint: String,
    pub token_endpoint: String,
    pub jwks_uri: String,
    token_endpoint_auth_methods_supported: Option<Vec<String>>,
}

impl Metadata {
    /// Fetches the metadata of an issuer.
    ///
    /// # Errors
    /// [`Error::Unavailable`], [`Error::TimedOut`], [`Error::Unusable`].
    pub async fn fetch(outbound: &Outbound, issuer: &str) -> Result<Self> {
        let url = format!("{}/.well-known/openid-configuration", issuer.trim_end_matches('/'));
        let metadata: Self = json(&outbound.get(&url, TIMEOUT).await?, "its metadata is not readable")?;
        // Else a provider could speak for another one (section 4.3).
        if metadata.issuer != issuer {
            return Err(Error::Unusable("its metadata names another issuer"));
        }
        for endpoint in [&metadata.authorization_endpoint, &metadata.token_endpoint, &metadata.jwks_uri] {
            let checked = outbound.guard().check(endpoint).await;
            checked.map_err(|_| Error::Unusable("its metadata names an address that may not be used"))?;
        }
        Ok(metadata)
    }

    /// Whether the client's secret goes into the body of the token request. Without information it goes into the header
    /// (section 3: the default is `client_secret_basic`).
    pub fn takes_secret_in_body(&self) -> bool {
        let methods = self.token_endpoint_auth_methods_supported.as_deref().unwrap_or_default();
        let names = |method: &str| methods.iter().any(|named| named == method);
        names("client_secret_post") && !names("client_secret_basic")
    }
}

/// The JSON of a response.
pub fn json<T: DeserializeOwned>(response: &Response, unreadable: &'static str) -> Result<T> {
    match response.status {
        200 => serde_json::from_slice(&response.body).map_err(|_| Error::Unusable(unreadable)),
        status @ (429 | 500..) => Err(Error::Unavailable(format!("status {status}"))),
        _ => Err(Error::Unusable(unreadable)),
    }
}
