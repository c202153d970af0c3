//! The check before a dangerous operation: the person proved a short time ago who they are.

use super::logins;
use crate::error::{Error, Result};
use crate::tenant_tx::TenantTx;
use chrono::TimeDelta;

/// For how long a sign-in is fresh, in minutes.
pub(super) const FRESH_MINUTES: i64 = 15;

/// Checks that the person of this login proved a short time ago who they are, so that a stolen or forgotten session cannot do
/// what is dangerous. The beginning of the login does not count: a refresh begins one too.
///
/// # Errors
/// [`Error::Forbidden`] `fresh_sign_in_required`; [`crate::error::Unauthenticated::RevokedToken`] when the login has ended meanwhile.
pub(crate) async fn require_fresh_sign_in(tx: &TenantTx) -> Result<()> {
    let login = logins::find(tx, tx.person()?.login).await?;
    let is_fresh = login.authenticated_at + TimeDelta::minutes(FRESH_MINUTES) > tx.real_time();
    match is_fresh {
        true => Ok(()),
        false => Err(Error::Forbidden {
            code: "fresh_sign_in_required",
            detail: "This needs a sign-in within the last 15 minutes. Send your password to \
                     POST /v1/auth/reauthenticate, or sign in again with POST /v1/auth/single-sign-on and fresh=true. Then \
                     repeat the request with the new tokens.",
        }),
    }
}
