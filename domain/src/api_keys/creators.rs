//! What happens to API keys when their creator leaves the organization or ceases to be an admin.

use entity::api_key::{Column, Entity, RevokeReason};
use entity::id::{ApiKeyId, UserId};
use sea_orm::{ColumnTrait, Condition};

use super::manage::{is_active, revoke_all};
use crate::error::{Error, Result};
use crate::tenant_tx::TenantTx;

/// What happens to the active keys that a person has created. The person may know their secrets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeysOfCreator {
    /// They go on working for the organization.
    Keep,
    Revoke,
}

/// Keeps or revokes the active keys that `creator` has made. Requires the organization's lock, so that no key is added.
///
/// # Errors
/// [`Error::OwnsApiKeys`] without a choice, when there are such keys.
pub(crate) async fn keep_or_revoke(
    tx: &TenantTx,
    creator: UserId,
    choice: Option<KeysOfCreator>,
    reason: RevokeReason,
) -> Result<()> {
    let theirs = Condition::all().add(Column::CreatedBy.eq(creator)).add(is_active(tx));
    match choice {
        Some(KeysOfCreator::Keep) => Ok(()),
        Some(KeysOfCreator::Revoke) => revoke_all(tx, theirs, reason).await,
        None => {
            let keys = tx.find::<Entity>().filter(theirs).newest_first(Column::Id).all().await?;
            let keys: Vec<(ApiKeyId, String)> = keys.into_iter().map(|key| (key.id, key.name)).collect();
            if keys.is_empty() { Ok(()) } else { Err(Error::OwnsApiKeys(keys)) }
        }
    }
}
