//! Who may become a member by signing in at the identity provider.

use entity::id::UserId;
use entity::membership::Role;
use entity::{email_domain, external_identity, identity_provider, organization_deletion, removed_member};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, Set};

use crate::accounts::EmailAddress;
use crate::error::{Error, Result};
use crate::invitations;
use crate::tenant_tx::TenantTx;

/// Remembers that an admin has removed a member.
pub(crate) async fn note_removal(tx: &TenantTx, user: UserId) -> Result<()> {
    let row =
        removed_member::ActiveModel { user_id: Set(user), removed_at: Set(tx.now()), ..Default::default() };
    tx.insert_unless_there(row).await.map(drop)
}

/// Forgets that an admin has removed a person, who was invited again, and who they are at the provider: the next sign-in links
/// them anew, because the provider may have made them anew.
pub(crate) async fn forget_removal(tx: &TenantTx, user: UserId) -> Result<()> {
    tx.delete::<removed_member::Entity>(removed_member::Column::UserId.eq(user)).await?;
    tx.delete::<external_identity::Entity>(external_identity::Column::UserId.eq(user)).await.map(drop)
}

/// The address that the provider vouches for, if the organization has verified its domain.
///
/// # Errors
/// [`Error::Forbidden`] `email_not_verified` or `domain_not_verified`.
pub(super) async fn vouched_address(tx: &TenantTx, email: Option<&str>) -> Result<EmailAddress> {
    let email = email.and_then(|email| EmailAddress::parse(email).ok()).ok_or(Error::Forbidden {
        code: "email_not_verified",
        detail: "The identity provider sends no e-mail address that it has verified. Ask an admin of your organization to \
                 have it send the claims email and email_verified.",
    })?;
    let is_verified = Condition::all()
        .add(email_domain::Column::Domain.eq(email.domain()))
        .add(email_domain::Column::VerifiedAt.is_not_null());
    match tx.find::<email_domain::Entity>().filter(is_verified).one().await? {
        Some(_) => Ok(email),
        None => Err(Error::Forbidden {
            code: "domain_not_verified",
            detail: "Your e-mail address is in no domain that the organization has verified. Ask an admin of your \
                     organization to add the domain.",
        }),
    }
}

/// Checks that a person with this address may become a member, and returns the role if no invitation decides it. `user` is the
/// person's account, if there is one.
///
/// # Errors
/// [`Error::Forbidden`] `member_removed` or `not_a_member`.
pub(super) async fn check_may_join(
    tx: &TenantTx,
    provider: &identity_provider::Model,
    user: Option<UserId>,
    email: &EmailAddress,
) -> Result<Role> {
    if is_being_deleted(tx).await? {
        return Err(not_a_member());
    }
    if let Some(role) = invitations::open_role(tx, email.as_str()).await? {
        return Ok(role);
    }
    if let Some(user) = user {
        let removed = removed_member::Column::UserId.eq(user);
        if tx.find::<removed_member::Entity>().filter(removed).one().await?.is_some() {
            return Err(Error::Forbidden {
                code: "member_removed",
                detail: "An admin has removed you from this organization. Ask for an invitation to join again.",
            });
        }
    }
    if provider.just_in_time { Ok(provider.default_role) } else { Err(not_a_member()) }
}

/// Nobody joins an organization that is being deleted.
async fn is_being_deleted(tx: &TenantTx) -> Result<bool> {
    let begun = organization_deletion::Entity::find_by_id(tx.organization_id())
        .filter(organization_deletion::Column::StartedAt.is_not_null());
    Ok(begun.one(tx.raw()).await?.is_some())
}

fn not_a_member() -> Error {
    Error::Forbidden {
        code: "not_a_member",
        detail: "You do not belong to this organization. Ask an admin for an invitation.",
    }
}
