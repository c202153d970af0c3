//! Sends a publication again on request.

use entity::delivery::DeliveryKind;
use entity::id::PublicationId;
use entity::publication::{Column, Entity, PublicationStatus};
use entity::publication_target::{self as target, Entity as Targets};
use sea_orm::ColumnTrait;
use sea_orm::sea_query::Expr;

use super::{PublicationWithAttempts, delivery_of, find, row_of};
use crate::audit::{self, Event};
use crate::deliveries;
use crate::error::{Error, Result};
use crate::tenant_tx::TenantTx;

/// Sends a publication again now, under the same id and with all attempts available, whatever its status is.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Conflict`] `target_removed`, and `being_sent` during an attempt.
pub async fn redeliver(tx: &TenantTx, id: PublicationId) -> Result<PublicationWithAttempts> {
    let row = row_of(tx, id).await?;
    let its_target = target::Column::Id.eq(row.target_id);
    if tx.find::<Targets>().filter(its_target).one().await?.is_none() {
        let detail = "The target that this was for has been removed: the publication stays as it is. Add a target anew and finalize the \
                      session again after a change, or take the post from GET /v1/job-posts.";
        return Err(Error::conflict("target_removed", detail));
    }
    // The sweep may have deleted the former delivery.
    let ordering_key = Some(row.session_id.0);
    deliveries::enqueue(tx, DeliveryKind::Publication, row.target_id.0, row.id.0, ordering_key).await?;
    deliveries::resend(tx, delivery_of(&row)).await?;
    let pending = [(Column::Status, Expr::value(PublicationStatus::Pending))];
    tx.update::<Entity>(Column::Id.eq(id), pending).await?;
    audit::record(tx, Event::new("publication.redelivered").about("publication", id.0)).await?;
    find(tx, id).await
}
