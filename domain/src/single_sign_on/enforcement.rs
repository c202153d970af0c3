//! An organization can require its members to sign in at its identity provider only. Owners keep their passwords, so that a
//! provider that fails does not lock everybody out.

use entity::id::UserId;

use crate::error::{Error, Result};
use crate::stored_function::{call_in, stored_function};
use crate::tenant_tx::TenantTx;

stored_function! {
    /// In the transaction's organization.
    pub(crate) struct RequiresSingleSignOn = CrossTenant stable "requires_single_sign_on" {
        user: Option<UserId>,
        email: Option<String>,
    } -> bool
}

/// Checks that a person may use a password in the transaction's organization.
///
/// # Errors
/// [`Error::Forbidden`] `single_sign_on_required`.
pub(crate) async fn require_password_allowed(tx: &TenantTx, user: UserId) -> Result<()> {
    check(tx, RequiresSingleSignOn { user: Some(user), email: None }).await
}

/// [`require_password_allowed`] for somebody with this address who is no member yet.
///
/// # Errors
/// [`Error::Forbidden`] `single_sign_on_required`.
pub(crate) async fn require_password_allowed_for(tx: &TenantTx, email: &str) -> Result<()> {
    check(tx, RequiresSingleSignOn { user: None, email: Some(email.to_owned()) }).await
}

async fn check(tx: &TenantTx, call: RequiresSingleSignOn) -> Result<()> {
    match call_in(tx.raw(), call).await? == [true] {
        true => Err(Error::Forbidden {
            code: "single_sign_on_required",
            detail: "This organization requires single sign-on. Begin at POST /v1/auth/single-sign-on instead of sending a \
                     password.",
        }),
        false => Ok(()),
    }
}
