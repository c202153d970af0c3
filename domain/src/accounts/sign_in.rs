//! Sign-in with e-mail address and password.

use std::net::IpAddr;

use chrono::TimeDelta;
use entity::id::OrganizationId;
use secrecy::SecretString;

use super::credentials::check_credentials;
use super::tokens::{Tokens, begin_login};
use crate::auth::ACCESS_TOKEN_SECONDS;
use crate::cross_tenant::{self, Membership};
use crate::db::Db;
use crate::error::{Error, Result};
use crate::tenant::Tenant;

/// The credentials of a sign-in.
#[derive(Debug)]
pub struct SignIn {
    pub email: String,
    pub password: SecretString,
    /// One of the person's organizations; `None` selects their oldest membership.
    pub organization_id: Option<OrganizationId>,
    /// The client's IP address, for throttling per account and network.
    pub address: Option<IpAddr>,
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
    let SignIn { email, password, organization_id, address } = credentials;
    let account = check_credentials(db, &email, password, address).await?;
    let membership = choose(cross_tenant::memberships(db, account.user_id).await?, organization_id)?;
    let tx = db.begin(Tenant::system(membership.organization_id, true)).await?;
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
