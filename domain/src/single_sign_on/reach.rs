//! What a login by single sign-on reaches: one organization. Its identity provider speaks for its members there, and for nobody's
//! account as a whole.

use entity::login::{Column, Entity};
use sea_orm::ColumnTrait;

use crate::accounts::is_by_single_sign_on;
use crate::error::{Error, Result};
use crate::tenant_tx::TenantTx;

/// Whether the login reaches the account as a whole. That of an API key does not matter.
pub(crate) async fn has_whole_reach(tx: &TenantTx) -> Result<bool> {
    let Some(person) = tx.tenant().person else { return Ok(true) };
    let login = tx.find::<Entity>().filter(Column::Id.eq(person.login)).one().await?;
    Ok(login.is_none_or(|login| !is_by_single_sign_on(&login)))
}

/// Checks before a change of the person's account that they proved who they are with its password.
///
/// # Errors
/// [`Error::Forbidden`] `password_sign_in_required`.
pub(crate) async fn require_whole_reach(tx: &TenantTx) -> Result<()> {
    if has_whole_reach(tx).await? { Ok(()) } else { Err(password_sign_in_required()) }
}

/// For a login by single sign-on that wants more than its organization.
pub(crate) fn password_sign_in_required() -> Error {
    Error::Forbidden {
        code: "password_sign_in_required",
        detail: "A login by single sign-on reaches its organization only. Sign in with your password for this; \
                 POST /v1/auth/request-password-reset sets one.",
    }
}
