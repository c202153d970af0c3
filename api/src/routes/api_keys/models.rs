//! Bodies of API keys. Types with secrets do not implement `Debug`.

use domain::{Paged, api_keys};
use poem_openapi::types::{Example, MaybeUndefined};
use poem_openapi::{Enum, Object};
use secrecy::{ExposeSecret, SecretString};
use uuid::Uuid;

use crate::examples::{API_KEY, API_KEY_TEXT, PAGE_TOKEN, USER, at};
use crate::types::{KeyEndReason, KeyStatus, Scope, Timestamp, word};

/// An API key, without its secret.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct ApiKey {
    /// Also the `client_id` of client credentials.
    id: Uuid,
    name: String,
    /// `true` for live mode (`pw_live_…`), `false` for test mode (`pw_test_…`).
    livemode: bool,
    /// The scopes of the key.
    scopes: Vec<Scope>,
    /// The admin who created the key. The key belongs to the organization and does not depend on this admin.
    created_by: Uuid,
    created_at: Timestamp,
    /// When the key expires. If absent, the key never expires.
    expires_at: Option<Timestamp>,
    /// When the key was last used, accurate to about a minute. If absent, it was never used.
    last_used_at: Option<Timestamp>,
    /// When the key was revoked. If absent, it is not revoked.
    revoked_at: Option<Timestamp>,
    status: KeyStatus,
    /// When the key expired or was revoked. Absent while it is active.
    ended_at: Option<Timestamp>,
    /// Absent while the key is active.
    end_reason: Option<KeyEndReason>,
}

impl From<api_keys::ApiKey> for ApiKey {
    fn from(key: api_keys::ApiKey) -> Self {
        Self {
            status: KeyStatus(word(&key.status)),
            ended_at: key.ended_at().map(Timestamp),
            end_reason: key.end_reason.map(|reason| KeyEndReason(word(&reason))),
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

/// A new API key with its secret, which is not shown again.
#[derive(Object)]
#[oai(example)]
pub struct ApiKeyCreated {
    /// The key for `Authorization: Bearer …`, also the `client_secret` of client credentials. Store it: it is not shown
    /// again.
    key: String,
    api_key: ApiKey,
}

impl ApiKeyCreated {
    pub fn new(api_key: api_keys::ApiKey, secret: &SecretString) -> Self {
        Self { key: secret.expose_secret().to_owned(), api_key: api_key.into() }
    }
}

/// A page of API keys.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct ApiKeyPage {
    items: Vec<ApiKey>,
    /// The `page_token` of the next page. Absent on the last page.
    next_page: Option<String>,
}

impl From<Paged<api_keys::ApiKey>> for ApiKeyPage {
    fn from(paged: Paged<api_keys::ApiKey>) -> Self {
        Self { items: paged.items.into_iter().map(ApiKey::from).collect(), next_page: paged.next }
    }
}

/// The status of the API keys to list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename_all = "snake_case")]
pub enum RequestedKeyStatus {
    Active,
    Expired,
    Revoked,
}

impl From<RequestedKeyStatus> for api_keys::KeyStatus {
    fn from(status: RequestedKeyStatus) -> Self {
        match status {
            RequestedKeyStatus::Active => Self::Active,
            RequestedKeyStatus::Expired => Self::Expired,
            RequestedKeyStatus::Revoked => Self::Revoked,
        }
    }
}

/// A scope of an API key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename = "Scope")]
pub enum RequestedScope {
    #[oai(rename = "sessions:read")]
    SessionsRead,
    #[oai(rename = "sessions:write")]
    SessionsWrite,
    #[oai(rename = "job_posts:read")]
    JobPostsRead,
    #[oai(rename = "job_posts:write")]
    JobPostsWrite,
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
            RequestedScope::JobPostsWrite => Self::JobPostsWrite,
            RequestedScope::OrganizationRead => Self::OrganizationRead,
            RequestedScope::OrganizationWrite => Self::OrganizationWrite,
            RequestedScope::WebhooksRead => Self::WebhooksRead,
            RequestedScope::WebhooksWrite => Self::WebhooksWrite,
            RequestedScope::PublicationsRead => Self::PublicationsRead,
            RequestedScope::PublicationsWrite => Self::PublicationsWrite,
        }
    }
}

/// The API key to create.
#[derive(Debug, Object)]
#[oai(deny_unknown_fields, example, skip_serializing_if_is_none)]
pub struct CreateApiKeyRequest {
    /// The purpose of the key, for people.
    #[oai(validator(min_length = 1, max_length = 200))]
    name: String,
    /// `false` for test mode: a stand-in replaces the LLM, and test data stay separate from live data.
    livemode: bool,
    #[oai(validator(min_items = 1, max_items = 32))]
    scopes: Vec<RequestedScope>,
    /// When the key expires. If absent, the key never expires.
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

/// Changes of an API key. Absent fields stay unchanged.
#[derive(Debug, Object)]
#[oai(deny_unknown_fields, example, skip_serializing_if_is_none)]
pub struct UpdateApiKeyRequest {
    #[oai(validator(min_length = 1, max_length = 200))]
    name: Option<String>,
    #[oai(validator(min_items = 1, max_items = 32))]
    scopes: Option<Vec<RequestedScope>>,
    /// When the key expires. Null: never.
    #[oai(nullable)]
    expires_at: MaybeUndefined<Timestamp>,
    /// Fields to set to null, for clients that cannot send null.
    clear: Option<Vec<ApiKeyField>>,
}

/// A field of an API key that can be null.
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
            status: KeyStatus("active".into()),
            ended_at: None,
            end_reason: None,
        }
    }
}

impl Example for ApiKeyCreated {
    fn example() -> Self {
        let api_key = ApiKey { last_used_at: None, ..ApiKey::example() };
        Self { key: API_KEY_TEXT.to_owned(), api_key }
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
