//! Sign-in with e-mail address, password and second factor.

use std::net::IpAddr;

use chrono::TimeDelta;
use entity::id::OrganizationId;
use secrecy::SecretString;

use super::proof::{Proof, prove};
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
    /// A code of the account's second factor, or a recovery code.
    pub code: Option<SecretString>,
    /// One of the person's organizations; `None` selects their oldest membership.
    pub organization_id: Option<OrganizationId>,
    /// The client's IP address, for throttling per account and address.
    pub address: Option<IpAddr>,
}

/// Begins a login in one of the person's organizations.
///
/// # Errors
/// Those of [`prove`]; [`Error::Forbidden`] `not_a_member` when the person does not belong to the requested organization.
pub async fn sign_in(db: &Db, credentials: SignIn) -> Result<Tokens> {
    sign_in_for(db, credentials, TimeDelta::seconds(ACCESS_TOKEN_SECONDS)).await
}

/// As [`sign_in`], with another lifetime of the access token; the demo uses hours.
///
/// # Errors
/// As [`sign_in`].
pub async fn sign_in_for(db: &Db, credentials: SignIn, lifetime: TimeDelta) -> Result<Tokens> {
    let SignIn { email, password, code, organization_id, address } = credentials;
    let user = prove(db, Proof { email, password, code, address }).await?;
    let membership = choose(cross_tenant::memberships(db, user).await?, organization_id)?;
    let tx = db.begin(Tenant::system(membership.organization_id, true)).await?;
    let tokens = begin_login(&tx, user, membership.role, lifetime).await?;
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
