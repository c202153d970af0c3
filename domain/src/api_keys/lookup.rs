//! Looks up an API key, with the member it acts for if one is named, in one indexed read.

use chrono::{DateTime, Utc};
use entity::id::{ApiKeyId, OrganizationId, UserId};

use super::format::KeyText;
use crate::audit;
use crate::db::Db;
use crate::error::{Error, Result, Unauthenticated};
use crate::scopes::Scopes;
use crate::stored_function::{returned_row, stored_function};
use crate::tenant::{Caller, Key, Person, Role, TokenValidity};

pub(super) struct KeyLookup {
    id: ApiKeyId,
    organization: OrganizationId,
    acting_for: Option<UserId>,
    pub scopes: Scopes,
    pub row: FoundKey,
}

stored_function! {
    pub(crate) struct FindApiKey = CrossTenant stable "find_api_key" {
        organization: OrganizationId,
        api_key: ApiKeyId,
        acting_for: Option<UserId>,
    } -> FoundKey
}

returned_row! {
    /// A key with the role of the member it acts for.
    pub(crate) struct FoundKey {
        livemode: bool,
        secret_hash: Vec<u8>,
        scopes: Vec<String>,
        /// `None`: the key acts for no member, or there is no such member.
        role: Option<Role>,
        is_valid: bool,
        expires_at: Option<DateTime<Utc>>,
        /// The database's time, which token lifetimes are measured by.
        real_time: DateTime<Utc>,
    }
}

impl KeyLookup {
    /// Finds the key. Without `acting_for` it acts for the organization itself, for no member.
    ///
    /// # Errors
    /// [`Unauthenticated::InvalidToken`] when there is no such key.
    pub async fn find(
        db: &Db,
        organization: OrganizationId,
        id: ApiKeyId,
        acting_for: Option<UserId>,
    ) -> Result<Self> {
        let found = db.call(FindApiKey { organization, api_key: id, acting_for }).await?.pop();
        let row = found.ok_or(Unauthenticated::InvalidToken)?;
        let scopes = Scopes::known(row.scopes.iter().map(String::as_str));
        Ok(Self { id, organization, acting_for, scopes, row })
    }

    /// Checks the secret and the mode.
    ///
    /// # Errors
    /// [`Unauthenticated::InvalidToken`] when `sent` is not this key.
    pub fn check(&self, db: &Db, sent: &KeyText) -> Result<()> {
        match sent.secret.is_of(&self.row.secret_hash) && sent.livemode == self.row.livemode {
            true => Ok(()),
            false => Err(self.refuse(db, "wrong_secret", Unauthenticated::InvalidToken)),
        }
    }

    /// The reason goes to the logs, not to the caller.
    fn refuse(&self, db: &Db, reason: &'static str, answer: Unauthenticated) -> Error {
        tracing::warn!(organization = %self.organization, api_key = %self.id, reason, "API key refused");
        audit::key_refused(db, self.organization, self.row.livemode, self.id, reason);
        answer.into()
    }

    /// The caller: the key, limited to `scopes`, acting for its member if one was named. `token_validity` is that of an
    /// access token.
    ///
    /// # Errors
    /// [`Unauthenticated::EndedKey`] when the key has ended; [`Error::Forbidden`] `not_a_member`.
    pub fn caller(&self, db: &Db, scopes: Scopes, token_validity: Option<TokenValidity>) -> Result<Caller> {
        if !self.row.is_valid {
            return Err(self.refuse(db, "ended", Unauthenticated::EndedKey));
        }
        let person = match self.acting_for {
            None => None,
            Some(user) => {
                let role = self.row.role.ok_or_else(not_a_member)?;
                Some(Person { user, login: self.id.into(), role })
            }
        };
        let key = Some(Key { id: self.id, scopes });
        let (organization, livemode) = (self.organization, self.row.livemode);
        Ok(Caller { organization, livemode, person, key, token_validity, is_enrolling: false })
    }
}

pub(super) fn not_a_member() -> Error {
    Error::Forbidden {
        code: "not_a_member",
        detail: "Postwright-User does not name a member of the key's organization.",
    }
}
