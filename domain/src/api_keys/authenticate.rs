//! Authenticates the bearer of a request: a person's access token, an API key's access token, or an API key.

use entity::id::UserId;

use super::format::KeyText;
use super::lookup::{KeyLookup, not_a_member};
use crate::db::Db;
use crate::error::{Error, Result, Unauthenticated};
use crate::tenant::Caller;

impl Db {
    /// The caller that `bearer` identifies. `acting_for` is the user id of the member that an API key acts for; without it, a
    /// key acts for no member. Expiry, sign-out, revocation and changes of role or scopes are checked when a
    /// transaction opens, see [`Db::begin`].
    ///
    /// # Errors
    /// [`Unauthenticated::InvalidToken`] when `bearer` is neither a token nor a key of ours; [`Unauthenticated::EndedKey`];
    /// [`Error::Forbidden`] when a person uses `acting_for`, or a key uses it for a user who is not a member.
    pub async fn authenticate(&self, bearer: &str, acting_for: Option<&str>) -> Result<Caller> {
        let caller = match KeyText::looks_like_one(bearer) {
            true => self.caller_of_key(bearer, acting_for).await?,
            false => self.caller_of_token(bearer, acting_for).await?,
        };
        if let Some(key) = caller.api_key_id() {
            self.record_use(caller.organization, key).await;
        }
        Ok(caller)
    }

    async fn caller_of_key(&self, bearer: &str, acting_for: Option<&str>) -> Result<Caller> {
        let key_text = KeyText::read(bearer).ok_or(Unauthenticated::InvalidToken)?;
        // The key is checked first, so that the response does not reveal members to callers without a key.
        let user = acting_for.map(member);
        let acting_for = user.as_ref().and_then(|user| user.as_ref().ok()).copied();
        let key_lookup =
            KeyLookup::find(self, key_text.secret.organization(), key_text.id, acting_for).await?;
        key_lookup.check(&key_text)?;
        user.transpose()?;
        key_lookup.caller(key_lookup.scopes, None)
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
        let key_lookup =
            KeyLookup::find(self, caller.organization, key.id, Some(member(acting_for)?)).await?;
        key_lookup.caller(key.scopes, caller.token_validity)
    }
}

/// A malformed id is answered like that of a user who is not a member.
fn member(text: &str) -> Result<UserId> {
    text.trim().parse().map_err(|_| not_a_member())
}
