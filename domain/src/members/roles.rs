//! Changes roles, removes members and lets them leave; an organization always keeps an owner.

use entity::api_key::RevokeReason;
use entity::id::UserId;
use entity::membership::{Column, Entity, Model, Role};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveEnum as _, ColumnTrait, Condition};

use super::{Member, find};
use crate::accounts::require_fresh_sign_in;
use crate::api_keys::{KeysOfCreator, keep_or_revoke};
use crate::emails::{self, Email, EmailKind};
use crate::error::{Error, Result};
use crate::invitations::revoke_those_of;
use crate::operators::NAME_IN_EMAILS;
use crate::organizations;
use crate::single_sign_on::note_removal;
use crate::tenant::RolePermissions as _;
use crate::tenant_tx::TenantTx;

/// Changes a member's role. Access tokens with the old role become invalid at once. `keys` says what happens to the API keys
/// that the member has created, if they cease to be an admin; without a choice the keys go on working.
///
/// # Errors
/// Those of [`check_may_manage`] for the old and for the new role; [`Error::Conflict`] `last_owner`.
pub async fn change_role(
    tx: &TenantTx,
    user: UserId,
    role: Role,
    keys: Option<KeysOfCreator>,
) -> Result<Member> {
    tx.lock_organization().await?;
    let before = require_remaining_owner(tx, user, Some(role)).await?;
    check_may_manage(tx, before.role).await?;
    check_may_manage(tx, role).await?;
    if !role.may_administer() {
        let choice = keys.unwrap_or(KeysOfCreator::Keep);
        keep_or_revoke(tx, user, Some(choice), RevokeReason::CreatorDemoted).await?;
    }
    revoke_those_of(tx, user, Some(role)).await?;
    set_role(tx, user, role).await?;
    let member = find(tx, user).await?;
    if before.role != role {
        email_member(tx, &member, |organization_name| EmailKind::RoleChanged {
            organization_name,
            role: role.to_value(),
        })
        .await?;
    }
    Ok(member)
}

/// Removes a member. Their logins end at once; their sessions stay with the organization, where its admins see them. `keys`
/// says what happens to the API keys that they have created.
///
/// # Errors
/// Those of [`check_may_manage`]; [`Error::Conflict`] `last_owner`; [`Error::OwnsApiKeys`] without a choice, when the member
/// has created keys that are active.
pub async fn remove(tx: &TenantTx, user: UserId, keys: Option<KeysOfCreator>) -> Result<()> {
    tx.lock_organization().await?;
    let before = require_remaining_owner(tx, user, None).await?;
    check_may_manage(tx, before.role).await?;
    let member = find(tx, user).await?;
    end(tx, user, keys).await?;
    note_removal(tx, user).await?;
    email_member(tx, &member, |organization_name| EmailKind::MemberRemoved { organization_name }).await
}

/// The caller leaves the organization, with the same effects as [`remove`]. Only admins choose what happens to API keys; the
/// keys of others were decided about when they ceased to be admins.
///
/// # Errors
/// [`Error::Conflict`] `last_owner`; [`Error::OwnsApiKeys`] without a choice, when the caller has created keys that are
/// active.
pub async fn leave(tx: &TenantTx, keys: Option<KeysOfCreator>) -> Result<()> {
    end_membership(tx, tx.person()?.user, keys).await
}

/// As [`leave`], for a person whose account is being erased.
///
/// # Errors
/// As [`leave`]; [`Error::NotFound`] when the user is no member.
pub(crate) async fn end_membership(tx: &TenantTx, user: UserId, keys: Option<KeysOfCreator>) -> Result<()> {
    tx.lock_organization().await?;
    let before = require_remaining_owner(tx, user, None).await?;
    let keys = if before.role.may_administer() { keys } else { Some(KeysOfCreator::Keep) };
    end(tx, user, keys).await
}

/// Makes another member an owner and the caller an admin.
///
/// # Errors
/// Those of [`check_may_manage`] for an owner; [`Error::Invalid`] when `to` is the caller;
/// [`Error::NotFound`] when `to` is no member.
pub async fn transfer_ownership(tx: &TenantTx, to: UserId) -> Result<Member> {
    tx.lock_organization().await?;
    check_may_manage(tx, Role::Owner).await?;
    let caller = tx.person()?.user;
    if to == caller {
        return Err(Error::invalid("/user_id", "must be another member of the organization"));
    }
    if set_role(tx, to, Role::Owner).await? == 0 {
        return Err(Error::NotFound("member"));
    }
    set_role(tx, caller, Role::Admin).await?;
    revoke_those_of(tx, caller, Some(Role::Admin)).await?;
    let given_by = find(tx, caller).await?.name;
    let member = find(tx, to).await?;
    email_member(tx, &member, |organization_name| EmailKind::OwnershipReceived {
        organization_name,
        given_by,
    })
    .await?;
    Ok(member)
}

/// Whether the caller may invite, change or remove somebody with this role. Who administers the organization is decided with a
/// fresh sign-in, and who owns it by owners only.
///
/// # Errors
/// [`Error::Forbidden`] `owner_required` or `fresh_sign_in_required`.
pub(crate) async fn check_may_manage(tx: &TenantTx, role: Role) -> Result<()> {
    if role == Role::Owner {
        require_owner(tx)?;
    }
    if role.may_administer() {
        require_fresh_sign_in(tx).await?;
    }
    Ok(())
}

/// Makes a member an owner, for the operator of the service.
///
/// # Errors
/// [`Error::NotFound`] when the user is no member.
pub(crate) async fn promote(tx: &TenantTx, user: UserId) -> Result<Member> {
    let member = find(tx, user).await?;
    if member.role == Role::Owner {
        return Ok(member);
    }
    set_role(tx, user, Role::Owner).await?;
    let given_by = NAME_IN_EMAILS.to_owned();
    email_member(tx, &member, |organization_name| EmailKind::OwnershipReceived {
        organization_name,
        given_by,
    })
    .await?;
    find(tx, user).await
}

/// No API key is an owner.
///
/// # Errors
/// [`Error::Forbidden`] `owner_required`.
pub(crate) fn require_owner(tx: &TenantTx) -> Result<()> {
    let tenant = tx.tenant();
    match tenant.person {
        Some(person) if person.role == Role::Owner && tenant.key.is_none() => Ok(()),
        _ => Err(Error::Forbidden { code: "owner_required", detail: "Only an owner can do this." }),
    }
}

/// Reads the member, and checks that an owner remains when their role becomes `new_role` (`None`: they leave). The lock of
/// the organization keeps two owners from removing each other concurrently.
///
/// # Errors
/// [`Error::Conflict`] `last_owner`.
async fn require_remaining_owner(tx: &TenantTx, user: UserId, new_role: Option<Role>) -> Result<Model> {
    let owners_and_member = Condition::any().add(Column::Role.eq(Role::Owner)).add(Column::UserId.eq(user));
    let rows = tx.find::<Entity>().filter(owners_and_member).all().await?;
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

/// Ends a membership, and with it its logins and the open invitations that the person has sent.
async fn end(tx: &TenantTx, user: UserId, keys: Option<KeysOfCreator>) -> Result<()> {
    keep_or_revoke(tx, user, keys, RevokeReason::CreatorLeft).await?;
    revoke_those_of(tx, user, None).await?;
    tx.delete::<Entity>(Column::UserId.eq(user)).await?;
    Ok(())
}

/// Returns the number of changed members: none when the user is no member.
async fn set_role(tx: &TenantTx, user: UserId, role: Role) -> Result<u64> {
    tx.update::<Entity>(Column::UserId.eq(user), [(Column::Role, Expr::value(role))]).await
}

/// Enqueues an e-mail to the member about something in this organization.
async fn email_member(tx: &TenantTx, member: &Member, kind: impl FnOnce(String) -> EmailKind) -> Result<()> {
    let kind = kind(organizations::own(tx).await?.name);
    emails::enqueue(tx, Email { to: member.email.clone(), language: None, kind }).await
}
