//! Changes roles and removes members; an organization always keeps an owner.

use entity::id::UserId;
use entity::membership::{Column, Entity, Model, Role};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition};

use super::{Member, find};
use crate::error::{Error, Result};
use crate::tenant_tx::TenantTx;

/// Changes a member's role. Access tokens with the old role become invalid at once.
///
/// # Errors
/// [`Error::Forbidden`] for an admin when the old or the new role is owner, [`Error::Conflict`] `last_owner`.
pub async fn change_role(tx: &TenantTx, user: UserId, role: Role) -> Result<Member> {
    let before = require_remaining_owner(tx, user, Some(role)).await?;
    check_may_manage(tx, before.role)?;
    check_may_manage(tx, role)?;
    tx.update::<Entity>(Column::UserId.eq(user), [(Column::Role, Expr::value(role))]).await?;
    find(tx, user).await
}

/// Removes a member. Their logins end at once; their sessions are kept by the organization.
///
/// # Errors
/// [`Error::Forbidden`] for an admin who removes an owner, [`Error::Conflict`] `last_owner`.
pub async fn remove(tx: &TenantTx, user: UserId) -> Result<()> {
    let before = require_remaining_owner(tx, user, None).await?;
    check_may_manage(tx, before.role)?;
    tx.delete::<Entity>(Column::UserId.eq(user)).await?;
    Ok(())
}

/// Only an owner may add, change or remove an owner.
///
/// # Errors
/// [`Error::Forbidden`] `owner_required`.
pub(super) fn check_may_manage(tx: &TenantTx, role: Role) -> Result<()> {
    if role == Role::Owner && tx.person()?.role != Role::Owner {
        return Err(Error::Forbidden {
            code: "owner_required",
            detail: "Only an owner can do this with an owner.",
        });
    }
    Ok(())
}

/// Reads the member, and checks that an owner remains when their role becomes `new_role` (`None`: they are removed). Locks
/// all owners until the transaction ends, so that two owners cannot remove each other concurrently.
///
/// # Errors
/// [`Error::Conflict`] `last_owner`.
async fn require_remaining_owner(tx: &TenantTx, user: UserId, new_role: Option<Role>) -> Result<Model> {
    let owners_and_member = Condition::any().add(Column::Role.eq(Role::Owner)).add(Column::UserId.eq(user));
    let rows =
        tx.find::<Entity>().filter(owners_and_member).oldest_first(Column::UserId).locked().all().await?;
    let other_owner = rows.iter().any(|row| row.role == Role::Owner && row.user_id != user);
    let row = rows.into_iter().find(|row| row.user_id == user).ok_or(Error::NotFound("member"))?;
    if row.role == Role::Owner && new_role != Some(Role::Owner) && !other_owner {
        return Err(Error::conflict(
            "last_owner",
            "An organization keeps at least one owner. Make somebody else one first.",
        ));
    }
    Ok(row)
}
