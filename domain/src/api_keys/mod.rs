//! API keys: credentials for programs. A key belongs to the organization; who created it is only recorded.

mod authenticate;
mod creators;
mod format;
mod last_use;
mod lookup;
mod manage;
mod token;

use chrono::{DateTime, Utc};
use entity::api_key::RevokeReason;
use entity::id::{ApiKeyId, UserId};
use serde::Serialize;

pub use creators::KeysOfCreator;
pub(crate) use creators::keep_or_revoke;
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
    /// Who created the key. They may have left the organization.
    pub created_by: UserId,
    pub created_at: DateTime<Utc>,
    pub expires_at: Option<DateTime<Utc>>,
    /// Accurate to about a minute.
    pub last_used_at: Option<DateTime<Utc>>,
    pub revoked_at: Option<DateTime<Utc>>,
    pub status: KeyStatus,
    /// Why the key has ended; `None` while it is active.
    pub end_reason: Option<EndReason>,
}

/// Whether an API key works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum KeyStatus {
    Active,
    Expired,
    Revoked,
}

/// Why an API key has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum EndReason {
    Expired,
    /// An admin revoked it.
    Revoked,
    /// It was revoked when its creator left the organization.
    CreatorLeft,
    /// It was revoked when its creator ceased to be an admin.
    CreatorDemoted,
}

impl ApiKey {
    /// When the key ended; `None` while it is active.
    #[must_use]
    pub fn ended_at(&self) -> Option<DateTime<Utc>> {
        match self.status {
            KeyStatus::Active => None,
            KeyStatus::Expired => self.expires_at,
            KeyStatus::Revoked => self.revoked_at,
        }
    }

    fn from_row(row: entity::api_key::Model, now: DateTime<Utc>) -> Self {
        let is_expired = row.expires_at.is_some_and(|end| end <= now);
        let (status, end_reason) = match row.revoke_reason {
            Some(reason) => (KeyStatus::Revoked, Some(reason.into())),
            None if is_expired => (KeyStatus::Expired, Some(EndReason::Expired)),
            None => (KeyStatus::Active, None),
        };
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
            status,
            end_reason,
        }
    }
}

impl From<RevokeReason> for EndReason {
    fn from(reason: RevokeReason) -> Self {
        match reason {
            RevokeReason::Revoked => Self::Revoked,
            RevokeReason::CreatorLeft => Self::CreatorLeft,
            RevokeReason::CreatorDemoted => Self::CreatorDemoted,
        }
    }
}
