//! Revokes invitations: one, or those whose sender may not invite any more.

use entity::id::{InvitationId, UserId};
use entity::invitation::{Column, Entity};
use entity::membership::Role;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition};

use super::{is_open, row_of};
use crate::error::{Error, Result};
use crate::members::check_may_manage;
use crate::tenant::RolePermissions as _;
use crate::tenant_tx::TenantTx;

/// Revokes an invitation: its link stops working. A repeated call changes nothing.
///
/// # Errors
/// [`Error::NotFound`]; those of [`check_may_manage`]; [`Error::Conflict`] `invitation_accepted`.
pub async fn revoke(tx: &TenantTx, id: InvitationId) -> Result<()> {
    tx.lock_organization().await?;
    let row = row_of(tx, id).await?;
    check_may_manage(tx, row.role).await?;
    if row.accepted_at.is_some() {
        return Err(Error::conflict("invitation_accepted", "The person is a member already. Remove them."));
    }
    revoke_all(tx, Condition::all().add(Column::Id.eq(id))).await
}

/// Revokes the open invitations of a person that they could not send any more with `role`; without a role all. Requires the
/// organization's lock.
pub(crate) async fn revoke_those_of(tx: &TenantTx, sender: UserId, role: Option<Role>) -> Result<()> {
    let theirs = Condition::all().add(Column::InvitedBy.eq(sender));
    match role {
        Some(Role::Owner) => Ok(()),
        Some(role) if role.may_administer() => revoke_all(tx, theirs.add(Column::Role.eq(Role::Owner))).await,
        _ => revoke_all(tx, theirs).await,
    }
}

async fn revoke_all(tx: &TenantTx, which: Condition) -> Result<()> {
    tx.update::<Entity>(is_open().add(which), [(Column::RevokedAt, Expr::value(tx.now()))]).await?;
    Ok(())
}
