//! Who the caller is.

use entity::id::{ApiKeyId, OrganizationId, UserId};

use crate::cross_tenant::{self, Membership};
use crate::db::Db;
use crate::error::{Error, Result};
use crate::scopes::Scopes;
use crate::tenant::{Caller, Role};

#[derive(Debug)]
pub struct Me {
    pub user_id: UserId,
    pub email: String,
    pub name: String,
    /// The organization of this login.
    pub organization_id: OrganizationId,
    pub role: Role,
    pub livemode: bool,
    /// The key that acts for the person, if one does, and what it may do.
    pub api_key: Option<(ApiKeyId, Scopes)>,
    /// All organizations the person belongs to; a key is told of its own only.
    pub organizations: Vec<Membership>,
}

/// The caller, the organization of their login, and all they belong to.
///
/// # Errors
/// When the login has ended.
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
