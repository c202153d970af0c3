//! Looks up an API key together with the member it acts for, in one indexed read.

use chrono::{DateTime, Utc};
use entity::id::{ApiKeyId, OrganizationId, UserId};
use sqlx::Row as _;

use super::format::KeyText;
use crate::db::Db;
use crate::error::{Error, Result, Unauthenticated};
use crate::scopes::Scopes;
use crate::tenant::{Caller, Key, Person, Role};

pub(super) struct KeyLookup {
    id: ApiKeyId,
    pub organization: OrganizationId,
    pub livemode: bool,
    secret_hash: Vec<u8>,
    pub scopes: Scopes,
    user: UserId,
    role: Option<Role>,
    is_good: bool,
    pub expires_at: Option<DateTime<Utc>>,
    /// The database's time, which token lifetimes are measured by.
    pub real_time: DateTime<Utc>,
}

impl KeyLookup {
    /// Finds the key. Without `acting_for` the key acts for its creator.
    ///
    /// # Errors
    /// [`Unauthenticated::InvalidToken`] when there is no such key.
    pub async fn find(db: &Db, id: ApiKeyId, acting_for: Option<UserId>) -> Result<Self> {
        let row = sqlx::query("select * from across.find_api_key($1, $2)")
            .bind(id.0)
            .bind(acting_for.map(|user| user.0))
            .fetch_optional(db.pool())
            .await?
            .ok_or(Unauthenticated::InvalidToken)?;
        let scopes: Vec<String> = row.try_get("scopes")?;
        let role: Option<String> = row.try_get("role")?;
        Ok(Self {
            id,
            organization: OrganizationId(row.try_get("organization_id")?),
            livemode: row.try_get("livemode")?,
            secret_hash: row.try_get("secret_hash")?,
            scopes: Scopes::known(scopes.iter().map(String::as_str)),
            user: UserId(row.try_get("user_id")?),
            role: role.map(|role| sea_orm::ActiveEnum::try_from_value(&role)).transpose()?,
            is_good: row.try_get("is_good")?,
            expires_at: row.try_get("expires_at")?,
            real_time: row.try_get("real_time")?,
        })
    }

    /// Checks the secret and the mode.
    ///
    /// # Errors
    /// [`Unauthenticated::InvalidToken`] when `sent` is not this key.
    pub fn check(&self, sent: &KeyText) -> Result<()> {
        match sent.secret.is_of(&self.secret_hash) && sent.livemode == self.livemode {
            true => Ok(()),
            false => Err(Unauthenticated::InvalidToken.into()),
        }
    }

    /// The caller: the key, limited to `scopes`, acting for its member. `token_validity` is that of an access token.
    ///
    /// # Errors
    /// [`Unauthenticated::EndedKey`] when the key has ended; [`Error::Forbidden`] `not_a_member`.
    pub fn caller(&self, scopes: Scopes, token_validity: Option<[DateTime<Utc>; 2]>) -> Result<Caller> {
        if !self.is_good {
            return Err(Unauthenticated::EndedKey.into());
        }
        let role = self.role.ok_or_else(not_a_member)?;
        let person = Person { user: self.user, login: self.id.into(), role, token_validity };
        let key = Key { id: self.id, scopes };
        let (organization, livemode) = (self.organization, self.livemode);
        Ok(Caller { organization, livemode, person, key: Some(key) })
    }
}

pub(super) fn not_a_member() -> Error {
    Error::Forbidden {
        code: "not_a_member",
        detail: "Postwright-User does not name a member of the key's organization.",
    }
}
