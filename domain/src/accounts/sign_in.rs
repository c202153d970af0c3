//! Sign-in with e-mail address and password.

use chrono::TimeDelta;
use entity::id::{OrganizationId, UserId};
use secrecy::SecretString;

use super::credentials::check_credentials;
use super::device::Device;
use super::tokens::{Tokens, begin_login};
use crate::auth::ACCESS_TOKEN_SECONDS;
use crate::cross_tenant::{self, Membership};
use crate::db::Db;
use crate::error::{Error, Result, Unauthenticated};
use crate::stored_function::{call_in, stored_function};
use crate::tenant::Tenant;

stored_function! {
    /// Keeps the password as it is until the transaction ends.
    pub(crate) struct LockPassword = CrossTenant volatile "lock_password" {
        user: UserId,
        hash: String,
    } -> bool
}

/// The credentials of a sign-in.
#[derive(Debug)]
pub struct SignIn {
    pub email: String,
    pub password: SecretString,
    /// One of the person's organizations; `None` selects their oldest membership.
    pub organization_id: Option<OrganizationId>,
    /// Where the sign-in comes from; failures are throttled per account and network.
    pub device: Device,
}

/// Begins a login in one of the person's organizations.
///
/// # Errors
/// [`Unauthenticated::WrongCredentials`](crate::Unauthenticated::WrongCredentials), also for an unknown e-mail address; [`Error::TooMany`] after several failures;
/// [`Error::Forbidden`] `not_a_member` when the person does not belong to the requested organization.
pub async fn sign_in(db: &Db, credentials: SignIn) -> Result<Tokens> {
    sign_in_for(db, credentials, TimeDelta::seconds(ACCESS_TOKEN_SECONDS)).await
}

/// As [`sign_in`], with another lifetime of the access token; the demo uses hours.
///
/// # Errors
/// As [`sign_in`].
pub async fn sign_in_for(db: &Db, credentials: SignIn, lifetime: TimeDelta) -> Result<Tokens> {
    let SignIn { email, password, organization_id, device } = credentials;
    let account = check_credentials(db, &email, password, device.address()).await?;
    let membership = choose(cross_tenant::memberships(db, account.user_id).await?, organization_id)?;
    let tx = db.begin(Tenant::system(membership.organization_id, true)).await?;
    // The password may have been changed or reset since it was checked.
    if call_in(tx.raw(), LockPassword { user: account.user_id, hash: account.password_hash }).await? != [true]
    {
        return Err(Unauthenticated::WrongCredentials.into());
    }
    let tokens = begin_login(&tx, account.user_id, membership.role, lifetime, &device).await?;
    tx.commit().await?;
    Ok(tokens)
}

/// The membership of the requested organization, or the first one.
pub(super) fn choose(memberships: Vec<Membership>, requested: Option<OrganizationId>) -> Result<Membership> {
    memberships
        .into_iter()
        .find(|membership| requested.is_none_or(|requested| membership.organization_id == requested))
        .ok_or(Error::Forbidden { code: "not_a_member", detail: "You do not belong to this organization." })
}
