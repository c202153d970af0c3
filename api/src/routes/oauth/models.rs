//! The bodies of OAuth. What holds a secret has no `Debug`.

use domain::{Scope, api_keys};
use poem_openapi::types::{Example, Password};
use poem_openapi::{Enum, Object};
use secrecy::ExposeSecret;
use uuid::Uuid;

use crate::examples::{ACCESS_TOKEN, API_KEY, WRITTEN_API_KEY};

/// What kind of grant is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename_all = "snake_case")]
pub enum GrantType {
    ClientCredentials,
}

/// A client's credentials; with HTTP Basic authentication they are in the header instead.
#[derive(Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct TokenRequest {
    grant_type: GrantType,
    /// The key's id.
    client_id: Option<Uuid>,
    /// The key.
    client_secret: Option<Password>,
    /// Some of the key's scopes with spaces between, for a token that may do less. Without it: all of them.
    scope: Option<String>,
}

/// An access token for a program.
#[derive(Object)]
#[oai(example)]
pub struct AccessToken {
    /// A JWT for the header `Authorization: Bearer …`.
    access_token: String,
    /// Always `Bearer`.
    token_type: String,
    /// Seconds that the access token lives.
    #[oai(validator(minimum(value = "0")))]
    expires_in: i64,
    /// What it may do: scopes with spaces between.
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

/// Where and how access tokens are to be had (RFC 8414).
#[derive(Debug, Object)]
#[oai(example)]
pub struct AuthorizationServer {
    /// The address of this server.
    issuer: String,
    token_endpoint: String,
    jwks_uri: String,
    scopes_supported: Vec<String>,
    /// None: there is no authorization endpoint.
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
            client_secret: Some(Password(WRITTEN_API_KEY.to_owned())),
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
