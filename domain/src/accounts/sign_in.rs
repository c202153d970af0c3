//! Sign-in with e-mail address, password and second factor.

use chrono::TimeDelta;
use entity::id::{LoginId, OrganizationId};
use secrecy::SecretString;

use super::device::Device;
use super::proof::{Proof, prove};
use super::tokens::{Admitted, Authentication, Tokens, begin_login_as};
use crate::auth::ACCESS_TOKEN_SECONDS;
use crate::cross_tenant::{self, Membership};
use crate::db::Db;
use crate::error::{Error, Result};
use crate::single_sign_on::require_password_allowed;
use crate::tenant::Tenant;
use crate::tenant_tx::TenantTx;

/// The credentials of a sign-in.
#[derive(Debug)]
pub struct SignIn {
    pub email: String,
    pub password: SecretString,
    /// A code of the account's second factor, or a recovery code.
    pub code: Option<SecretString>,
    /// One of the person's organizations; `None` selects their oldest membership.
    pub organization_id: Option<OrganizationId>,
    /// Where the sign-in comes from; failures are throttled per account and network.
    pub device: Device,
}

/// Begins a login in one of the person's organizations.
///
/// # Errors
/// Those of [`prove`]; [`Error::Forbidden`] `not_a_member` when the person does not belong to the requested organization, and
/// `single_sign_on_required` when they may use no password there.
pub async fn sign_in(db: &Db, credentials: SignIn) -> Result<Tokens> {
    sign_in_for(db, credentials, TimeDelta::seconds(ACCESS_TOKEN_SECONDS)).await
}

/// As [`sign_in`], with another lifetime of the access token; the demo uses hours.
///
/// # Errors
/// As [`sign_in`].
pub async fn sign_in_for(db: &Db, credentials: SignIn, lifetime: TimeDelta) -> Result<Tokens> {
    let device = credentials.device.clone();
    let (tx, admitted) = admit(db, credentials).await?;
    let tokens = begin_login_as(&tx, LoginId::new(), admitted.login(&device), lifetime).await?;
    tx.commit().await?;
    Ok(tokens)
}

/// Proves who somebody is, and opens a transaction of the organization that they may sign in to.
///
/// # Errors
/// As [`sign_in`].
pub(super) async fn admit(db: &Db, credentials: SignIn) -> Result<(TenantTx, Admitted)> {
    let SignIn { email, password, code, organization_id, device } = credentials;
    let proof = Proof { email: &email, password, code: code.as_ref(), address: device.address() };
    let proven = prove(db, proof).await?;
    let membership = choose(cross_tenant::memberships(db, proven.user).await?, organization_id)?;
    let tx = db.begin(Tenant::system(membership.organization_id, true).on_behalf_of(proven.user)).await?;
    proven.lock(&tx).await?;
    require_password_allowed(&tx, proven.user).await?;
    let authentication = Authentication::by_password(&tx);
    Ok((tx, Admitted { user: proven.user, role: membership.role, authentication }))
}

/// The membership of the requested organization, or the first one. A suspended organization is chosen only if it is requested or
/// there is no other.
pub(super) fn choose(memberships: Vec<Membership>, requested: Option<OrganizationId>) -> Result<Membership> {
    let admitted =
        |membership: &Membership| requested.is_none_or(|requested| membership.organization_id == requested);
    memberships
        .into_iter()
        .filter(admitted)
        .min_by_key(|membership| membership.suspended_at.is_some())
        .ok_or(Error::Forbidden { code: "not_a_member", detail: "You do not belong to this organization." })
}
