//! A login moves to another of the person's organizations: it ends, and a login there continues it.

use chrono::TimeDelta;
use entity::id::{LoginId, OrganizationId, UserId};
use entity::{login, membership};
use sea_orm::ColumnTrait;

use super::device::Device;
use super::tokens::{Authentication, NewLogin, Tokens, begin_login_as};
use crate::auth::ACCESS_TOKEN_SECONDS;
use crate::db::Db;
use crate::error::{Result, Unauthenticated};
use crate::organizations;
use crate::single_sign_on::require_password_allowed;
use crate::stored_function::{call_in, stored_function};
use crate::tenant::{Role, Tenant};
use crate::tenant_tx::TenantTx;

stored_function! {
    pub(crate) struct MoveLogin = CrossTenant volatile "move_login" {
        user: UserId,
        organization: OrganizationId,
        login: LoginId,
        to_organization: OrganizationId,
        to_login: LoginId,
    } -> bool
}

stored_function! {
    pub(crate) struct EndMovedLogin = CrossTenant volatile "end_moved_login" {
        user: UserId,
        organization: OrganizationId,
        login: LoginId,
    } -> bool
}

/// Ends a login and begins one in another organization, which continues it: it is no fresher and lives no longer. Both
/// happen in one transaction.
///
/// # Errors
/// [`Unauthenticated::RevokedToken`] when the login has ended meanwhile, or the person is no member any more.
pub(super) async fn move_to(db: &Db, to: OrganizationId, from: login::Model) -> Result<Tokens> {
    let Continued { tx, login, user, role, device, authentication } = end_moved(db, to, from).await?;
    let new = NewLogin { user, role, device: &device, authentication };
    let tokens = begin_login_as(&tx, login, new, TimeDelta::seconds(ACCESS_TOKEN_SECONDS)).await?;
    tx.commit().await?;
    Ok(tokens)
}

/// A login that has ended, and what the one that continues it takes over.
pub(super) struct Continued {
    /// In the other organization.
    pub tx: TenantTx,
    /// The id of the login there, which does not exist yet.
    pub login: LoginId,
    pub user: UserId,
    pub role: Role,
    pub device: Device,
    pub authentication: Authentication,
}

/// Ends a login in favour of one in another organization, which the caller begins in the same transaction.
///
/// # Errors
/// As [`move_to`].
pub(super) async fn end_moved(db: &Db, to: OrganizationId, from: login::Model) -> Result<Continued> {
    let (user, login) = (from.user_id, LoginId::new());
    let tx = db.begin(Tenant::system(to, true).on_behalf_of(user)).await?;
    let by_user = membership::Column::UserId.eq(user);
    let member =
        tx.find::<membership::Entity>().filter(by_user).one().await?.ok_or(Unauthenticated::RevokedToken)?;
    // First, because it locks the account, as whatever ends all logins does.
    let ended = MoveLogin {
        user,
        organization: from.organization_id,
        login: from.id,
        to_organization: to,
        to_login: login,
    };
    if call_in(tx.raw(), ended).await? != [true] {
        return Err(Unauthenticated::RevokedToken.into());
    }
    let authentication = Authentication::of(&from);
    let device = Device::from_stored(from.user_agent, from.address.as_deref());
    Ok(Continued { tx, login, user, role: member.role, device, authentication })
}

/// Checks that a person's login may move to an organization, before it is locked for that. Only logins with a password move.
///
/// # Errors
/// [`crate::Error::Forbidden`] `organization_suspended` or `single_sign_on_required`.
pub(super) async fn check_target(db: &Db, organization: OrganizationId, user: UserId) -> Result<()> {
    let tx = db.begin(Tenant::system(organization, true)).await?;
    organizations::require_active(&tx).await?;
    require_password_allowed(&tx, user).await?;
    tx.commit().await
}

/// Ends the login that continues this one elsewhere; `Ok(false)` when this one has not moved.
///
/// # Errors
/// When the database cannot be reached.
pub(super) async fn end_continuation(tx: &TenantTx, login: &login::Model) -> Result<bool> {
    if login.moved_to_login_id.is_none() {
        return Ok(false);
    }
    let call = EndMovedLogin { user: login.user_id, organization: login.organization_id, login: login.id };
    Ok(call_in(tx.raw(), call).await? == [true])
}
