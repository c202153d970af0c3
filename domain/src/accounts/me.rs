//! The caller's own account and memberships.

use entity::id::{ApiKeyId, OrganizationId};

use crate::cross_tenant::{self, Membership, PublicAccount};
use crate::db::Db;
use crate::error::{Error, Result};
use crate::scopes::Scopes;
use crate::tenant::{Caller, Role};
use crate::{members, organizations};

/// The caller's account, organization and memberships.
#[derive(Debug)]
pub struct Me {
    /// The person, or the member that an API key acts for; `None` for an API key that acts for no member.
    pub account: Option<PublicAccount>,
    /// The organization of this login or API key.
    pub organization_id: OrganizationId,
    pub role: Role,
    pub livemode: bool,
    /// The API key that acts, if any, and its scopes.
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
    let account = match tx.user() {
        Some(user) => Some(members::accounts(&tx, [user]).await?.pop().ok_or(Error::NotFound("user"))?),
        None => None,
    };
    let organization_name = organizations::own(&tx).await?.name;
    tx.commit().await?;
    let organizations = match (caller.api_key_id(), caller.user_id()) {
        (None, Some(user)) => cross_tenant::memberships(db, user).await?,
        _ => vec![Membership {
            organization_id: caller.organization_id(),
            organization_name,
            role: caller.role(),
        }],
    };
    Ok(Me {
        account,
        organization_id: caller.organization_id(),
        role: caller.role(),
        livemode: caller.is_live(),
        api_key: caller.api_key_id().zip(caller.scopes()),
        organizations,
    })
}
