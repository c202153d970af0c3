//! The bodies of API keys. What holds a secret has no `Debug`.

use domain::{Paged, api_keys};
use poem_openapi::types::{Example, MaybeUndefined};
use poem_openapi::{Enum, Object};
use secrecy::{ExposeSecret, SecretString};
use uuid::Uuid;

use crate::examples::{API_KEY, PAGE_TOKEN, USER, WRITTEN_API_KEY, at};
use crate::types::{Scope, Timestamp};

/// A program's way in, without its secret.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct ApiKey {
    /// Also the `client_id` for access tokens.
    id: Uuid,
    name: String,
    /// Whether it works with what is real (`pw_live_…`) or in test mode (`pw_test_…`).
    livemode: bool,
    /// What it may do.
    scopes: Vec<Scope>,
    /// The admin who made it. Without `Postwright-User` it acts for them.
    created_by: Uuid,
    created_at: Timestamp,
    /// When it stops working; absent: never.
    expires_at: Option<Timestamp>,
    /// To about a minute; absent: never used.
    last_used_at: Option<Timestamp>,
    /// When it was revoked.
    revoked_at: Option<Timestamp>,
}

impl From<api_keys::ApiKey> for ApiKey {
    fn from(key: api_keys::ApiKey) -> Self {
        Self {
            id: key.id.0,
            name: key.name,
            livemode: key.livemode,
            scopes: key.scopes.iter().map(Scope::from).collect(),
            created_by: key.created_by.0,
            created_at: key.created_at.into(),
            expires_at: key.expires_at.map(Timestamp),
            last_used_at: key.last_used_at.map(Timestamp),
            revoked_at: key.revoked_at.map(Timestamp),
        }
    }
}

/// A new API key, this once with its secret.
#[derive(Object)]
#[oai(example)]
pub struct ApiKeyCreated {
    /// The key for `Authorization: Bearer …`, also the `client_secret` for access tokens. Keep it: it is not shown again.
    key: String,
    api_key: ApiKey,
}

impl ApiKeyCreated {
    pub fn new(api_key: api_keys::ApiKey, written: &SecretString) -> Self {
        Self { key: written.expose_secret().to_owned(), api_key: api_key.into() }
    }
}

/// Some of the organization's API keys.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct ApiKeyPage {
    items: Vec<ApiKey>,
    /// The `page_token` of the next page; absent on the last.
    next_page: Option<String>,
}

impl From<Paged<api_keys::ApiKey>> for ApiKeyPage {
    fn from(paged: Paged<api_keys::ApiKey>) -> Self {
        Self { items: paged.items.into_iter().map(ApiKey::from).collect(), next_page: paged.next }
    }
}

/// A scope that a key shall have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename = "Scope")]
pub enum RequestedScope {
    #[oai(rename = "sessions:read")]
    SessionsRead,
    #[oai(rename = "sessions:write")]
    SessionsWrite,
    #[oai(rename = "job_posts:read")]
    JobPostsRead,
    #[oai(rename = "organization:read")]
    OrganizationRead,
    #[oai(rename = "organization:write")]
    OrganizationWrite,
    #[oai(rename = "webhooks:read")]
    WebhooksRead,
    #[oai(rename = "webhooks:write")]
    WebhooksWrite,
    #[oai(rename = "publications:read")]
    PublicationsRead,
    #[oai(rename = "publications:write")]
    PublicationsWrite,
}

impl From<RequestedScope> for domain::Scope {
    fn from(scope: RequestedScope) -> Self {
        match scope {
            RequestedScope::SessionsRead => Self::SessionsRead,
            RequestedScope::SessionsWrite => Self::SessionsWrite,
            RequestedScope::JobPostsRead => Self::JobPostsRead,
            RequestedScope::OrganizationRead => Self::OrganizationRead,
            RequestedScope::OrganizationWrite => Self::OrganizationWrite,
            RequestedScope::WebhooksRead => Self::WebhooksRead,
            RequestedScope::WebhooksWrite => Self::WebhooksWrite,
            RequestedScope::PublicationsRead => Self::PublicationsRead,
            RequestedScope::PublicationsWrite => Self::PublicationsWrite,
        }
    }
}

/// A key to make.
#[derive(Debug, Object)]
#[oai(deny_unknown_fields, example, skip_serializing_if_is_none)]
pub struct CreateApiKeyRequest {
    /// What it is for, for people.
    #[oai(validator(min_length = 1, max_length = 200))]
    name: String,
    /// `false` for test mode: the stand-in answers, and nothing mixes with what is real.
    livemode: bool,
    #[oai(validator(min_items = 1, max_items = 32))]
    scopes: Vec<RequestedScope>,
    /// When it shall stop working. Without it: never.
    expires_at: Option<Timestamp>,
}

impl From<CreateApiKeyRequest> for api_keys::NewKey {
    fn from(body: CreateApiKeyRequest) -> Self {
        Self {
            name: body.name,
            livemode: body.livemode,
            scopes: body.scopes.into_iter().map(domain::Scope::from).collect(),
            expires_at: body.expires_at.map(|end| end.0),
        }
    }
}

/// What shall be otherwise with a key; what is absent stays.
#[derive(Debug, Object)]
#[oai(deny_unknown_fields, example, skip_serializing_if_is_none)]
pub struct UpdateApiKeyRequest {
    #[oai(validator(min_length = 1, max_length = 200))]
    name: Option<String>,
    #[oai(validator(min_items = 1, max_items = 32))]
    scopes: Option<Vec<RequestedScope>>,
    /// Null: it shall not expire.
    #[oai(nullable)]
    expires_at: MaybeUndefined<Timestamp>,
    /// Fields to empty, for clients that cannot send null.
    clear: Option<Vec<ApiKeyField>>,
}

/// What can be emptied of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename_all = "snake_case")]
pub enum ApiKeyField {
    ExpiresAt,
}

impl From<UpdateApiKeyRequest> for api_keys::KeyChange {
    fn from(body: UpdateApiKeyRequest) -> Self {
        let is_cleared = body.clear.is_some_and(|fields| fields.contains(&ApiKeyField::ExpiresAt));
        let expires_at = match body.expires_at {
            MaybeUndefined::Value(end) if !is_cleared => Some(Some(end.0)),
            MaybeUndefined::Undefined if !is_cleared => None,
            _ => Some(None),
        };
        let scopes = body.scopes.map(|scopes| scopes.into_iter().map(domain::Scope::from).collect());
        Self { name: body.name, scopes, expires_at }
    }
}

impl Example for ApiKey {
    fn example() -> Self {
        Self {
            id: API_KEY,
            name: "Careers page".to_owned(),
            livemode: true,
            scopes: vec![Scope("sessions:read".into()), Scope("sessions:write".into())],
            created_by: USER,
            created_at: at(0),
            expires_at: Some(at(365 * 24 * 60)),
            last_used_at: Some(at(14)),
            revoked_at: None,
        }
    }
}

impl Example for ApiKeyCreated {
    fn example() -> Self {
        let api_key = ApiKey { last_used_at: None, ..ApiKey::example() };
        Self { key: WRITTEN_API_KEY.to_owned(), api_key }
    }
}

impl Example for ApiKeyPage {
    fn example() -> Self {
        Self { items: vec![ApiKey::example()], next_page: Some(PAGE_TOKEN.to_owned()) }
    }
}

impl Example for CreateApiKeyRequest {
    fn example() -> Self {
        Self {
            name: "Careers page".to_owned(),
            livemode: true,
            scopes: vec![RequestedScope::SessionsRead, RequestedScope::SessionsWrite],
            expires_at: Some(at(365 * 24 * 60)),
        }
    }
}

impl Example for UpdateApiKeyRequest {
    fn example() -> Self {
        Self {
            name: Some("Careers page, new".to_owned()),
            scopes: Some(vec![RequestedScope::SessionsRead]),
            expires_at: MaybeUndefined::Value(at(365 * 24 * 60)),
            clear: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use poem_openapi::types::{ParseFromJSON, ToJSON};

    use super::*;

    #[test]
    fn every_scope_can_be_requested() {
        for scope in domain::Scope::ALL {
            let requested = RequestedScope::parse_from_json(Some(scope.name().into())).unwrap();
            assert_eq!(domain::Scope::from(requested), scope);
            assert_eq!(Scope::from(scope).to_json(), Some(scope.name().into()));
        }
    }
}
