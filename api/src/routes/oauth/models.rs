//! Bodies of OAuth. Types with secrets do not implement `Debug`.

use domain::{Scope, api_keys};
use poem_openapi::types::{Example, Password};
use poem_openapi::{Enum, Object};
use secrecy::ExposeSecret;
use uuid::Uuid;

use crate::examples::{ACCESS_TOKEN, API_KEY, API_KEY_TEXT};

/// The grant type. Only client credentials are supported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename_all = "snake_case")]
pub enum GrantType {
    ClientCredentials,
}

/// A token request. With HTTP Basic authentication the credentials are in the header instead.
#[derive(Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct TokenRequest {
    grant_type: GrantType,
    /// The API key's id.
    client_id: Option<Uuid>,
    /// The API key.
    client_secret: Option<Password>,
    /// Scopes of the key, separated by spaces, for a token with fewer rights. If absent, the token has all scopes of the key.
    scope: Option<String>,
}

/// An access token for an API key.
#[derive(Object)]
#[oai(example)]
pub struct AccessToken {
    /// A JWT for `Authorization: Bearer …`.
    access_token: String,
    /// Always `Bearer`.
    token_type: String,
    /// Lifetime of the access token in seconds.
    #[oai(validator(minimum(value = "0")))]
    expires_in: i64,
    /// The scopes of the token, separated by spaces.
    scope: String,
}

impl From<api_keys::Token> for AccessToken {
    fn from(token: api_keys::Token) -> Self {
        Self {
            access_token: token.access_token.expose_secret().to_owned(),
            token_type: "Bearer".to_owned(),
            expires_in: token.expires_in,
            scope: token.scopes.to_string(),
        }
    }
}

/// Metadata of the authorization server (RFC 8414).
#[derive(Debug, Object)]
#[oai(example)]
pub struct AuthorizationServer {
    /// The URL of this server.
    issuer: String,
    token_endpoint: String,
    jwks_uri: String,
    scopes_supported: Vec<String>,
    /// Empty, because there is no authorization endpoint.
    response_types_supported: Vec<String>,
    grant_types_supported: Vec<String>,
    token_endpoint_auth_methods_supported: Vec<String>,
    service_documentation: String,
}

impl AuthorizationServer {
    pub fn at(base_url: &str) -> Self {
        let base_url = base_url.trim_end_matches('/');
        let words = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect();
        Self {
            issuer: base_url.to_owned(),
            token_endpoint: format!("{base_url}/v1/oauth/token"),
            jwks_uri: format!("{base_url}/.well-known/jwks.json"),
            scopes_supported: words(&Scope::ALL.map(Scope::name)),
            response_types_supported: Vec::new(),
            grant_types_supported: words(&["client_credentials"]),
            token_endpoint_auth_methods_supported: words(&["client_secret_basic", "client_secret_post"]),
            service_documentation: format!("{base_url}/docs"),
        }
    }
}

impl Example for TokenRequest {
    fn example() -> Self {
        Self {
            grant_type: GrantType::ClientCredentials,
            client_id: Some(API_KEY),
            client_secret: Some(Password(API_KEY_TEXT.to_owned())),
            scope: Some("sessions:read sessions:write".to_owned()),
        }
    }
}

impl Example for AccessToken {
    fn example() -> Self {
        Self {
            access_token: ACCESS_TOKEN.to_owned(),
            token_type: "Bearer".to_owned(),
            expires_in: 900,
            scope: "sessions:read sessions:write".to_owned(),
        }
    }
}

impl Example for AuthorizationServer {
    fn example() -> Self {
        Self::at("https://postwright.example")
    }
}
