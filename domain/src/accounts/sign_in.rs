//! Signing in with e-mail and password.

use chrono::TimeDelta;
use entity::id::OrganizationId;
use secrecy::SecretString;

use super::tokens::{Tokens, begin_login};
use crate::auth::{ACCESS_TOKEN_SECONDS, Verdict};
use crate::cross_tenant::{self, Membership};
use crate::db::Db;
use crate::error::{Error, Result, Unauthenticated};
use crate::tenant::Tenant;

#[derive(Debug)]
pub struct SignIn {
    pub email: String,
    pub password: SecretString,
    /// Which of the person's organizations; without, the one they have belonged to longest.
    pub organization_id: Option<OrganizationId>,
    /// Where the request comes from; guessing is slowed down per account and address.
    pub address: Option<String>,
}

/// Signs somebody in to one of their organizations.
///
/// # Errors
/// [`Unauthenticated::WrongCredentials`], the same for an unknown e-mail; [`Error::TooMany`] after failures;
/// [`Error::Forbidden`] when the person does not belong to the organization they ask for.
pub async fn sign_in(db: &Db, wish: SignIn) -> Result<Tokens> {
    sign_in_for(db, wish, TimeDelta::seconds(ACCESS_TOKEN_SECONDS)).await
}

/// [`sign_in`] with another lifetime of the access token: the demo's lives for hours.
///
/// # Errors
/// As [`sign_in`].
pub async fn sign_in_for(db: &Db, wish: SignIn, lifetime: TimeDelta) -> Result<Tokens> {
    let (email, address) = (wish.email.trim(), wish.address.as_deref().unwrap_or_default());
    db.login_throttle().check(email, address)?;
    let account = cross_tenant::find_account(db, email).await?;
    let stored = account.as_ref().map(|account| account.password_hash.clone());
    let verdict = db.passwords().verify(wish.password.clone(), stored).await?;
    let account = match (verdict, account) {
        (Verdict::Right | Verdict::RightButWeak, Some(account)) => account,
        _ => {
            db.login_throttle().failed(email, address);
            return Err(Unauthenticated::WrongCredentials.into());
        }
    };
    db.login_throttle().succeeded(email, address);
    if verdict == Verdict::RightButWeak {
        let stronger = db.passwords().hash(wish.password).await?;
        cross_tenant::replace_password_hash(db, &account, &stronger).await?;
    }
    let membership = choose(cross_tenant::memberships(db, account.user).await?, wish.organization_id)?;
    let tx = db.begin(Tenant::system(membership.organization_id, true)).await?;
    let tokens = begin_login(&tx, account.user, membership.role, lifetime).await?;
    tx.commit().await?;
    Ok(tokens)
}

/// The organization that was asked for, or the first.
pub(super) fn choose(memberships: Vec<Membership>, wanted: Option<OrganizationId>) -> Result<Membership> {
    memberships
        .into_iter()
        .find(|membership| wanted.is_none_or(|wanted| membership.organization_id == wanted))
        .ok_or(Error::Forbidden { code: "not_a_member", detail: "You do not belong to this organization." })
}
