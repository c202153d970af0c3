//! From the bearer of a request to its caller: a person's token, a key's token, or a key itself.

use entity::id::UserId;

use super::format::KeyText;
use super::lookup::{KeyLookup, not_a_member};
use crate::db::Db;
use crate::error::{Error, Result, Unauthenticated};
use crate::tenant::Caller;

impl Db {
    /// Who the bearer of an access token or of an API key is. Expiry, sign-out, revocation and changes of role or scopes
    /// are seen when the transaction opens. `acting_for` is the id of the member that a key acts for; without, it acts for the
    /// admin who made it.
    ///
    /// # Errors
    /// [`Unauthenticated::InvalidToken`] for anything that is neither a token nor a key of ours;
    /// [`Unauthenticated::EndedKey`]; [`Error::Forbidden`] for a person who wants to act for another, and for a key that
    /// wants to act for somebody who is no member.
    pub async fn authenticate(&self, bearer: &str, acting_for: Option<&str>) -> Result<Caller> {
        let caller = match KeyText::looks_like_one(bearer) {
            true => self.caller_of_key(bearer, acting_for).await?,
            false => self.caller_of_token(bearer, acting_for).await?,
        };
        if let Some(key) = caller.api_key_id() {
            self.note_use(key).await;
        }
        Ok(caller)
    }

    async fn caller_of_key(&self, bearer: &str, acting_for: Option<&str>) -> Result<Caller> {
        let sent = KeyText::read(bearer).ok_or(Unauthenticated::InvalidToken)?;
        // The key first: who has none is not told about members.
        let user = acting_for.map(member);
        let found =
            KeyLookup::find(self, sent.id, user.as_ref().and_then(|user| user.as_ref().ok()).copied())
                .await?;
        found.check(&sent)?;
        user.transpose()?;
        found.caller(found.scopes, None)
    }

    async fn caller_of_token(&self, bearer: &str, acting_for: Option<&str>) -> Result<Caller> {
        let caller = self.bearer(bearer)?;
        let Some(acting_for) = acting_for else { return Ok(caller) };
        let Some(key) = caller.key else {
            return Err(Error::Forbidden {
                code: "people_act_for_themselves",
                detail: "Postwright-User is for API keys; this token is a person's.",
            });
        };
        let found = KeyLookup::find(self, key.id, Some(member(acting_for)?)).await?;
        found.caller(key.scopes, caller.person.times)
    }
}

/// What is no id names no member.
fn member(text: &str) -> Result<UserId> {
    text.trim().parse().map_err(|_| not_a_member())
}
