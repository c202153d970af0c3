//! API keys: credentials for programs. An admin creates a key, and it is valid as long as that person is an admin.

mod authenticate;
mod format;
mod last_use;
mod lookup;
mod manage;
mod token;

use chrono::{DateTime, Utc};
use entity::id::{ApiKeyId, UserId};

pub(crate) use last_use::{LastUses, TouchApiKey};
pub(crate) use lookup::FindApiKey;
pub use manage::{KeyChange, NewKey, create, find, list, revoke, update};
pub use token::{Client, Token, token};

use crate::scopes::Scopes;

/// An API key without its secret.
#[derive(Clone, Debug)]
pub struct ApiKey {
    pub id: ApiKeyId,
    pub livemode: bool,
    pub name: String,
    pub scopes: Scopes,
    pub created_by: UserId,
    pub created_at: DateTime<Utc>,
    pub expires_at: Option<DateTime<Utc>>,
    /// Accurate to about a minute.
    pub last_used_at: Option<DateTime<Utc>>,
    pub revoked_at: Option<DateTime<Utc>>,
}

impl From<entity::api_key::Model> for ApiKey {
    fn from(row: entity::api_key::Model) -> Self {
        Self {
            id: row.id,
            livemode: row.livemode,
            name: row.name,
            scopes: Scopes::known(row.scopes.iter().map(String::as_str)),
            created_by: row.created_by,
            created_at: row.created_at,
            expires_at: row.expires_at,
            last_used_at: row.last_used_at,
            revoked_at: row.revoked_at,
        }
    }
}
