//! Logins and the pair of tokens that each sign-in and refresh issues.

use chrono::TimeDelta;
use entity::id::{LoginId, OrganizationId, UserId};
use entity::{login, refresh_token};
use sea_orm::Set;
use secrecy::SecretString;

use super::device::Device;
use crate::auth::{Grant, RandomSecret};
use crate::error::Result;
use crate::organizations;
use crate::tenant::Role;
use crate::tenant_tx::TenantTx;

/// Lifetime of a login in days; after that the person has to enter the password again.
const LOGIN_DAYS: i64 = 30;

/// The tokens of a login.
#[derive(Debug)]
pub struct Tokens {
    pub access_token: SecretString,
    /// Lifetime of the access token, in seconds.
    pub expires_in: i64,
    pub refresh_token: SecretString,
    pub organization_id: OrganizationId,
}

/// Begins a login in the transaction's organization.
///
/// # Errors
/// [`crate::Error::Forbidden`] `organization_suspended`.
pub(crate) async fn begin_login(
    tx: &TenantTx,
    user: UserId,
    role: Role,
    lifetime: TimeDelta,
    device: &Device,
) -> Result<Tokens> {
    organizations::require_active(tx).await?;
    let login = LoginId::new();
    tx.insert(login::ActiveModel {
        id: Set(login),
        user_id: Set(user),
        created_at: Set(tx.real_time()),
        expires_at: Set(tx.real_time() + TimeDelta::days(LOGIN_DAYS)),
        revoked_at: Set(None),
        last_used_at: Set(tx.real_time()),
        user_agent: Set(device.user_agent().map(str::to_owned)),
        address: Set(device.address().map(|address| address.to_string())),
        ..Default::default()
    })
    .await?;
    let refresh_token = RandomSecret::new(tx.organization_id())?;
    store(tx, login, &refresh_token).await?;
    issue(tx, user, role, login, refresh_token, lifetime)
}

/// Stores the hash of a login's refresh token.
pub(super) async fn store(tx: &TenantTx, login: LoginId, token: &RandomSecret) -> Result<()> {
    tx.insert(refresh_token::ActiveModel {
        token_hash: Set(token.hash()),
        login_id: Set(login),
        created_at: Set(tx.real_time()),
        ..Default::default()
    })
    .await?;
    Ok(())
}

/// Signs an access token and returns it with the refresh token.
pub(super) fn issue(
    tx: &TenantTx,
    user: UserId,
    role: Role,
    login: LoginId,
    refresh_token: RandomSecret,
    lifetime: TimeDelta,
) -> Result<Tokens> {
    let organization = tx.organization_id();
    let grant = Grant {
        subject: user.0,
        organization,
        role,
        login,
        from: tx.real_time(),
        lifetime,
        key: None,
        livemode: true,
    };
    Ok(Tokens {
        access_token: tx.db().keys().sign(&grant)?,
        expires_in: lifetime.num_seconds(),
        refresh_token: refresh_token.into_secret(),
        organization_id: organization,
    })
}
