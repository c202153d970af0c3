//! Invitations. A link goes to the address, and the person who holds the address accepts; nobody sets another person's password.
//! The other way to become a member of an organization that exists is its identity provider (`single_sign_on`).

mod accept;
mod send;
mod withdraw;

use chrono::{DateTime, Utc};
use entity::id::{InvitationId, UserId};
use entity::invitation::{Column, Entity, Model};
use entity::membership::Role;
use job_post::Language;
use sea_orm::{ColumnTrait, Condition};
use serde::Serialize;

pub use accept::{Acceptance, OpenInvitation, accept, read};
pub(crate) use accept::{FindInvitation, accept_for, join, open_role};
pub(crate) use send::{IsMember, invite_owner};
pub use send::{NewInvitation, create, resend};
pub use withdraw::revoke;
pub(crate) use withdraw::revoke_those_of;

use crate::error::{Error, Result};
use crate::page::{Page, Paged};
use crate::tenant_tx::TenantTx;

/// An invitation, without its token.
#[derive(Clone, Debug)]
pub struct Invitation {
    pub id: InvitationId,
    pub email: String,
    pub role: Role,
    /// The language of the e-mail, if one was chosen.
    pub language: Option<Language>,
    pub status: InvitationStatus,
    /// Who sent the latest e-mail; `None` is the operator of the service.
    pub invited_by: Option<UserId>,
    pub created_at: DateTime<Utc>,
    /// When the latest e-mail was sent.
    pub sent_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
    pub accepted_at: Option<DateTime<Utc>>,
    pub accepted_by: Option<UserId>,
    pub revoked_at: Option<DateTime<Utc>>,
}

/// The status of an invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum InvitationStatus {
    Pending,
    /// It can be sent again.
    Expired,
    Accepted,
    Revoked,
}

/// The organization's invitations with this status, newest first; without a status all.
///
/// # Errors
/// [`Error::Invalid`] for a cursor of another list.
pub async fn list(tx: &TenantTx, status: Option<InvitationStatus>, page: &Page) -> Result<Paged<Invitation>> {
    let mut rows = tx.find::<Entity>();
    if let Some(status) = status {
        rows = rows.filter(has_status(tx, status));
    }
    if let Some(after) = page.key::<InvitationId>()? {
        rows = rows.filter(Column::Id.lt(after));
    }
    let rows = rows.newest_first(Column::Id).limit(page.fetch()).all().await?;
    let invitations = rows.into_iter().map(|row| Invitation::from_row(row, tx.now())).collect();
    Ok(page.cut(invitations, |invitation: &Invitation| invitation.id.to_string()))
}

/// Reads one invitation.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn find(tx: &TenantTx, id: InvitationId) -> Result<Invitation> {
    Ok(Invitation::from_row(row_of(tx, id).await?, tx.now()))
}

async fn row_of(tx: &TenantTx, id: InvitationId) -> Result<Model> {
    tx.find::<Entity>().filter(Column::Id.eq(id)).one().await?.ok_or(Error::NotFound("invitation"))
}

fn has_status(tx: &TenantTx, status: InvitationStatus) -> Condition {
    match status {
        InvitationStatus::Pending => is_open().add(Column::ExpiresAt.gt(tx.now())),
        InvitationStatus::Expired => is_open().add(Column::ExpiresAt.lte(tx.now())),
        InvitationStatus::Accepted => Condition::all().add(Column::AcceptedAt.is_not_null()),
        InvitationStatus::Revoked => Condition::all().add(Column::RevokedAt.is_not_null()),
    }
}

/// The condition of invitations that are pending or expired.
fn is_open() -> Condition {
    Condition::all().add(Column::AcceptedAt.is_null()).add(Column::RevokedAt.is_null())
}

impl Invitation {
    fn from_row(row: Model, now: DateTime<Utc>) -> Self {
        let status = match (row.accepted_at, row.revoked_at) {
            (Some(_), _) => InvitationStatus::Accepted,
            (None, Some(_)) => InvitationStatus::Revoked,
            (None, None) if row.expires_at <= now => InvitationStatus::Expired,
            (None, None) => InvitationStatus::Pending,
        };
        Self {
            id: row.id,
            email: row.email,
            role: row.role,
            language: row.language.as_deref().and_then(Language::from_locale),
            status,
            invited_by: row.invited_by,
            created_at: row.created_at,
            sent_at: row.sent_at,
            expires_at: row.expires_at,
            accepted_at: row.accepted_at,
            accepted_by: row.accepted_by,
            revoked_at: row.revoked_at,
        }
    }
}
