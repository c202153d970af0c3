//! A key looked up for somebody who comes with it, with the member it acts for: one indexed look.

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
    /// The database's clock, by which tokens are measured.
    pub real_time: DateTime<Utc>,
}

impl KeyLookup {
    /// Without `acting_for` the key acts for who made it.
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

    /// # Errors
    /// [`Unauthenticated::InvalidToken`] when what was sent is not this key.
    pub fn check(&self, sent: &KeyText) -> Result<()> {
        match sent.secret.is_of(&self.secret_hash) && sent.livemode == self.livemode {
            true => Ok(()),
            false => Err(Unauthenticated::InvalidToken.into()),
        }
    }

    /// The key with `scopes` at most, acting for its member.
    ///
    /// # Errors
    /// [`Unauthenticated::EndedKey`] when it has ended; [`Error::Forbidden`] `not_a_member`.
    pub fn caller(&self, scopes: Scopes, times: Option<[DateTime<Utc>; 2]>) -> Result<Caller> {
        if !self.is_good {
            return Err(Unauthenticated::EndedKey.into());
        }
        let role = self.role.ok_or_else(not_a_member)?;
        let person = Person { user: self.user, login: self.id.into(), role, times };
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
