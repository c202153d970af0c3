//! The endpoint of a model: its URL and its authentication.

use std::str::FromStr;

use reqwest::{RequestBuilder, Url};
use secrecy::{ExposeSecret as _, SecretString};

use super::base_url;
use crate::Fault;

/// The header of the API key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyHeader {
    /// `Authorization: Bearer …`, for nearly all servers.
    Bearer,
    /// `api-key: …`, for Azure.
    ApiKey,
}

impl FromStr for KeyHeader {
    type Err = &'static str;

    fn from_str(name: &str) -> Result<KeyHeader, &'static str> {
        match name {
            "bearer" => Ok(KeyHeader::Bearer),
            "api-key" => Ok(KeyHeader::ApiKey),
            _ => Err("one of bearer and api-key"),
        }
    }
}

/// The URL of chat completions.
#[derive(Clone, Debug)]
pub(crate) struct Endpoint {
    url: Url,
}

impl Endpoint {
    /// `base_url` is the URL up to `/v1`, or up to a deployment. Its query (Azure's `api-version`) is kept.
    ///
    /// # Errors
    /// [`Fault::Configuration`]: it is no such URL.
    pub fn new(base_url: &str) -> Result<Endpoint, Fault> {
        let mut url = base_url::checked(base_url)?;
        let path = format!("{}/chat/completions", url.path().trim_end_matches('/'));
        url.set_path(&path);
        Ok(Endpoint { url })
    }

    pub fn url(&self) -> Url {
        self.url.clone()
    }

    pub fn host(&self) -> &str {
        self.url.host_str().unwrap_or_default()
    }

    /// Does it run on this machine? Then no proxy is used.
    pub fn is_local(&self) -> bool {
        matches!(self.host(), "localhost" | "127.0.0.1" | "[::1]")
    }

    pub fn is_azure(&self) -> bool {
        self.host().ends_with(".openai.azure.com")
    }

    /// Does it need `max_completion_tokens`? OpenAI's hosts refuse `max_tokens` for reasoning models.
    pub fn wants_completion_limit(&self) -> bool {
        self.host() == "api.openai.com" || self.is_azure()
    }

    /// Adds the key in the header of this server, or in `header`.
    pub fn signed(
        &self,
        request: RequestBuilder,
        key: Option<&SecretString>,
        header: Option<KeyHeader>,
    ) -> RequestBuilder {
        let usual = if self.is_azure() { KeyHeader::ApiKey } else { KeyHeader::Bearer };
        match (key, header.unwrap_or(usual)) {
            (None, _) => request,
            (Some(key), KeyHeader::Bearer) => request.bearer_auth(key.expose_secret()),
            (Some(key), KeyHeader::ApiKey) => request.header("api-key", key.expose_secret()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        let url = |base: &str| Endpoint::new(base).map(|endpoint| endpoint.url().to_string()).ok();
        let table = [
            ("https://api.openai.com/v1/", Some("https://api.openai.com/v1/chat/completions")),
            ("http://127.0.0.1:11434/v1", Some("http://127.0.0.1:11434/v1/chat/completions")),
            (
                "https://acme.openai.azure.com/openai/deployments/posts?api-version=2024-10-21",
                Some(
                    "https://acme.openai.azure.com/openai/deployments/posts/chat/completions?api-version=2024-10-21",
                ),
            ),
            ("", None),
            ("no address", None),
            ("ftp://localhost/v1", None),
        ];
        for (base, expected) in table {
            assert_eq!(url(base).as_deref(), expected, "{base}");
        }
    }

    #[test]
    fn azure_has_its_own_header() {
        let headers = |base: &str, header| {
            let endpoint = Endpoint::new(base).unwrap();
            let request =
                endpoint.signed(reqwest::Client::new().get(endpoint.url()), Some(&"key".into()), header);
            let sent = request.build().unwrap();
            ["authorization", "api-key"].map(|name| sent.headers().get(name).is_some())
        };
        assert_eq!(headers("https://acme.openai.azure.com/openai/v1", None), [false, true]);
        assert_eq!(
            headers("https://acme.openai.azure.com/openai/v1", Some(KeyHeader::Bearer)),
            [true, false]
        );
        assert_eq!(headers("https://api.openai.com/v1", None), [true, false]);
        assert_eq!(headers("https://gateway.example.com/azure", Some(KeyHeader::ApiKey)), [false, true]);
    }
}
