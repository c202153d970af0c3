//! Deletion of an organization: requested by an owner with a delay, cancelled or done.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use entity::id::OrganizationId;
use entity::organization_deletion::{ActiveModel, Column, Entity, Model};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set, TryInsertResult};

use crate::accounts::require_fresh_sign_in;
use crate::db::Db;
use crate::emails::EmailKind;
use crate::error::{Error, Result};
use crate::inventory::{Erasure, TABLES};
use crate::members::{self, require_owner};
use crate::organizations;
use crate::retention::{BATCH, repeat_batches};
use crate::stored_function::{returned_row, stored_function};
use crate::tenant_tx::TenantTx;

/// How many organizations one run erases at most.
const AT_ONCE: i32 = 100;
/// How often the tables are gone through: transactions that began before the deletion may add rows meanwhile.
const PASSES: usize = 3;

stored_function! {
    pub(crate) struct ListDueOrganizations = CrossTenant stable "list_due_organizations" {
        limit: i32,
    } -> DueOrganization
}

returned_row! {
    pub(crate) struct DueOrganization {
        organization_id: OrganizationId,
    }
}

stored_function! {
    pub(crate) struct BeginOrganizationDeletion = CrossTenant volatile "begin_organization_deletion" {
        organization: OrganizationId,
    } -> bool
}

stored_function! {
    pub(crate) struct DeleteRows = CrossTenant volatile "delete_rows" {
        organization: OrganizationId,
        table: &'static str,
        limit: i32,
    } -> i32
}

stored_function! {
    pub(crate) struct FinishOrganizationDeletion = CrossTenant volatile "finish_organization_deletion" {
        organization: OrganizationId,
    } -> bool
}

/// A deletion that an owner has requested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deletion {
    pub requested_at: DateTime<Utc>,
    /// When the organization is deleted. Until then the deletion can be cancelled.
    pub due_at: DateTime<Utc>,
}

/// Requests the deletion of the caller's organization after `delay`, and tells all members by e-mail. A repeated request returns the first one's.
///
/// # Errors
/// [`Error::Forbidden`] `owner_required`, and as for [`require_fresh_sign_in`].
pub async fn request(tx: &TenantTx, delay: Duration) -> Result<Deletion> {
    require_owner(tx)?;
    require_fresh_sign_in(tx).await?;
    let delay = TimeDelta::from_std(delay).map_err(Error::internal)?;
    let row = ActiveModel {
        id: Set(tx.organization_id()),
        requested_at: Set(tx.now()),
        due_at: Set(tx.now() + delay),
        ..Default::default()
    };
    let inserted = Entity::insert(row).on_conflict_do_nothing().exec_without_returning(tx.raw()).await?;
    let deletion = scheduled(tx).await?;
    let deletion = deletion.ok_or_else(|| Error::internal("a requested deletion that is not there"))?;
    if matches!(inserted, TryInsertResult::Inserted(1)) {
        let kind = EmailKind::OrganizationDeletionRequested {
            organization_name: organizations::own(tx).await?.name,
            requested_by: members::find(tx, tx.person()?.user).await?.name,
            due_on: deletion.due_at.date_naive().to_string(),
        };
        members::email_all(tx, &kind).await?;
    }
    Ok(deletion)
}

/// Cancels the deletion of the caller's organization, and tells all members.
///
/// # Errors
/// [`Error::Forbidden`] `owner_required`; [`Error::NotFound`] when none is requested.
pub async fn cancel(tx: &TenantTx) -> Result<()> {
    require_owner(tx)?;
    let not_begun =
        Entity::delete_many().filter(Column::Id.eq(tx.organization_id())).filter(Column::StartedAt.is_null());
    let cancelled = not_begun.exec(tx.raw()).await?;
    if cancelled.rows_affected == 0 {
        return Err(Error::NotFound("deletion"));
    }
    let organization_name = organizations::own(tx).await?.name;
    members::email_all(tx, &EmailKind::OrganizationDeletionCancelled { organization_name }).await
}

/// The requested deletion of the caller's organization.
///
/// # Errors
/// When the database cannot be reached.
pub async fn scheduled(tx: &TenantTx) -> Result<Option<Deletion>> {
    let row = Entity::find_by_id(tx.organization_id()).one(tx.raw()).await?;
    Ok(row.map(|Model { requested_at, due_at, .. }| Deletion { requested_at, due_at }))
}

/// Erases the organizations whose deletion is due; returns how many. One that cannot be erased now does not hold up the
/// others.
pub(super) async fn erase_due(db: &Db) -> Result<u64> {
    let mut erased = 0;
    for due in db.call(ListDueOrganizations { limit: AT_ONCE }).await? {
        let organization = due.organization_id;
        match erase(db, organization).await {
            Ok(true) => erased += 1,
            Ok(false) => {
                tracing::warn!(%organization, "an organization has rows left; the next run deletes them");
            }
            Err(error) => {
                tracing::error!(%organization, %error, "could not erase an organization; the next run continues");
            }
        }
    }
    Ok(erased)
}

/// Deletes all rows of an organization in small batches, and then the organization; whether it did.
async fn erase(db: &Db, organization: OrganizationId) -> Result<bool> {
    if !db.call_one(BeginOrganizationDeletion { organization }).await? {
        return Ok(false);
    }
    let tables = || TABLES.iter().filter(|table| table.erasure == Erasure::WithOrganization);
    for _ in 0..PASSES {
        for table in tables() {
            let batch = || db.call_one(DeleteRows { organization, table: table.name, limit: BATCH });
            repeat_batches(BATCH, batch).await?;
        }
        if db.call_one(FinishOrganizationDeletion { organization }).await? {
            return Ok(true);
        }
    }
    Ok(false)
}
