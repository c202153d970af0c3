//! Sign-in with e-mail address and password.

use chrono::TimeDelta;
use entity::id::OrganizationId;
use secrecy::SecretString;

use super::tokens::{Tokens, begin_login};
use crate::audit;
use crate::auth::{ACCESS_TOKEN_SECONDS, PasswordCheck};
use crate::cross_tenant::{self, Membership, ReplacePasswordHash};
use crate::db::Db;
use crate::error::{Error, Result, Unauthenticated};
use crate::tenant::Tenant;

/// The credentials of a sign-in.
#[derive(Debug)]
pub struct SignIn {
    pub email: String,
    pub password: SecretString,
    /// One of the person's organizations; `None` selects their oldest membership.
    pub organization_id: Option<OrganizationId>,
    /// The client's IP address, for throttling per account and address.
    pub address: Option<String>,
}

/// Begins a login in one of the person's organizations.
///
/// # Errors
/// [`Unauthenticated::WrongCredentials`], also for an unknown e-mail address; [`Error::TooMany`] after several failures;
/// [`Error::Forbidden`] `not_a_member` when the person does not belong to the requested organization.
pub async fn sign_in(db: &Db, credentials: SignIn) -> Result<Tokens> {
    sign_in_for(db, credentials, TimeDelta::seconds(ACCESS_TOKEN_SECONDS)).await
}

/// As [`sign_in`], with another lifetime of the access token; the demo uses hours.
///
/// # Errors
/// As [`sign_in`].
pub async fn sign_in_for(db: &Db, credentials: SignIn, lifetime: TimeDelta) -> Result<Tokens> {
    let (email, address) = (credentials.email.trim(), credentials.address.as_deref().unwrap_or_default());
    if let Err(too_many) = db.login_throttle().check(email, address) {
        tracing::warn!("sign-in refused: too many failures");
        audit::sign_in_refused(db, email, credentials.organization_id, "sign_in.locked_out");
        return Err(too_many);
    }
    let account = cross_tenant::find_account(db, email).await?;
    let stored = account.as_ref().map(|account| account.password_hash.clone());
    let check = db.passwords().verify(credentials.password.clone(), stored).await?;
    let account = match (check, account) {
        (PasswordCheck::Right | PasswordCheck::RightButWeak, Some(account)) => account,
        _ => {
            db.login_throttle().failed(email, address);
            tracing::info!("sign-in refused: wrong credentials");
            audit::sign_in_refused(db, email, credentials.organization_id, "sign_in.refused");
            return Err(Unauthenticated::WrongCredentials.into());
        }
    };
    db.login_throttle().succeeded(email, address);
    if check == PasswordCheck::RightButWeak {
        let new_hash = db.passwords().hash(credentials.password).await?;
        let old_hash = account.password_hash;
        db.call(ReplacePasswordHash { user: account.user_id, old_hash, new_hash }).await?;
    }
    let membership =
        choose(cross_tenant::memberships(db, account.user_id).await?, credentials.organization_id)?;
    let tx = db.begin(Tenant::system(membership.organization_id, true).on_behalf_of(account.user_id)).await?;
    let tokens = begin_login(&tx, account.user_id, membership.role, lifetime).await?;
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
