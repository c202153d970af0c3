//! Who the caller is.

use entity::id::{OrganizationId, UserId};
use entity::user_account;

use crate::across::{self, Membership};
use crate::db::Db;
use crate::error::{Error, Result};
use crate::tenant::{Caller, Role};

#[derive(Debug)]
pub struct Me {
    pub user_id: UserId,
    pub email: String,
    pub name: String,
    /// The organization of this login.
    pub organization_id: OrganizationId,
    pub role: Role,
    /// All organizations the person belongs to.
    pub organizations: Vec<Membership>,
}

/// The caller, the organization of their login, and all they belong to.
///
/// # Errors
/// When the login has ended.
pub async fn me(db: &Db, caller: &Caller) -> Result<Me> {
    let scope = db.scope(caller).await?;
    let person = scope.person()?;
    let account: user_account::Model =
        crate::members::accounts(&scope, [person.user]).await?.pop().ok_or(Error::NotFound("user"))?;
    scope.commit().await?;
    Ok(Me {
        user_id: person.user,
        email: account.email,
        name: account.name,
        organization_id: caller.organization_id(),
        role: person.role,
        organizations: across::memberships(db, person.user).await?,
    })
}
