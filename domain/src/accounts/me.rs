//! The caller's own account and memberships.

use entity::id::{ApiKeyId, OrganizationId, UserId};

use crate::cross_tenant::{self, Membership};
use crate::db::Db;
use crate::error::{Error, Result};
use crate::scopes::Scopes;
use crate::tenant::{Caller, Role};

/// The caller's account, organization and memberships.
#[derive(Debug)]
pub struct Me {
    pub user_id: UserId,
    pub email: String,
    pub name: String,
    /// The organization of this login.
    pub organization_id: OrganizationId,
    pub role: Role,
    pub livemode: bool,
    /// The API key that acts for the person, if any, and its scopes.
    pub api_key: Option<(ApiKeyId, Scopes)>,
    /// All organizations that the person belongs to; for an API key only its own.
    pub organizations: Vec<Membership>,
}

/// Reads the caller's account, organization and memberships.
///
/// # Errors
/// [`Error::Unauthenticated`] when the login has ended.
pub async fn me(db: &Db, caller: &Caller) -> Result<Me> {
    let tx = db.begin(caller).await?;
    let person = tx.person()?;
    let account = crate::members::accounts(&tx, [person.user]).await?.pop().ok_or(Error::NotFound("user"))?;
    tx.commit().await?;
    let mut organizations = cross_tenant::memberships(db, person.user).await?;
    if caller.api_key_id().is_some() {
        organizations.retain(|membership| membership.organization_id == caller.organization_id());
    }
    Ok(Me {
        user_id: person.user,
        email: account.email,
        name: account.name,
        organization_id: caller.organization_id(),
        role: person.role,
        livemode: caller.is_live(),
        api_key: caller.api_key_id().zip(caller.scopes()),
        organizations,
    })
}
