//! Enqueues deliveries, and requeues them to be sent again.

use entity::delivery::{Column, DeliveryKind, Entity};
use sea_orm::sea_query::{Expr, SimpleExpr};
use sea_orm::{ColumnTrait, Condition};
use uuid::Uuid;

use super::{Delivery, DeliveryStatus};
use crate::error::{Error, Result};
use crate::executor::Executor;
use crate::notifications::Notification;
use crate::stored_function::stored_function;
use crate::tenant_tx::TenantTx;

stored_function! {
    pub(crate) struct EnqueueDelivery = Tenant volatile "enqueue_delivery" {
        kind: DeliveryKind,
        target: Uuid,
        subject: Uuid,
        ordering_key: Option<Uuid>,
    } -> ()
}

/// Enqueues the delivery of a subject to a target, unless it exists. Deliveries with the same `ordering_key` are
/// sent one after another.
pub(crate) async fn enqueue(
    tx: &TenantTx,
    kind: DeliveryKind,
    target: Uuid,
    subject: Uuid,
    ordering_key: Option<Uuid>,
) -> Result<()> {
    Executor::from(tx).call_one(EnqueueDelivery { kind, target, subject, ordering_key }).await?;
    tx.notify_after_commit(Notification::Deliverable);
    Ok(())
}

/// Requeues the delivery that matches `which`, to be sent now under its id, with all attempts available again.
///
/// # Errors
/// [`Error::NotFound`] when none matches; [`Error::Conflict`] `being_sent` during an attempt, as no further attempt would
/// follow one that succeeds.
pub(crate) async fn resend(tx: &TenantTx, which: Condition) -> Result<Delivery> {
    // Locked, so that no worker claims it or records an outcome before it is requeued.
    let row = tx.find::<Entity>().filter(which).locked().one().await?;
    let row = row.ok_or(Error::NotFound("delivery"))?;
    let this = Condition::all().add(Column::Id.eq(row.id));
    if requeue(tx, this.clone()).await? == 0 {
        let detail = "It is being sent at this moment. Read it until the attempt has ended, and then ask again if that is \
                      still wanted.";
        return Err(Error::conflict("being_sent", detail));
    }
    let row = tx.find::<Entity>().filter(this).one().await?;
    row.map(Delivery::from).ok_or(Error::NotFound("delivery"))
}

/// Requeues the matching deliveries except those that are being sent; returns how many were requeued.
pub(crate) async fn requeue(tx: &TenantTx, which: Condition) -> Result<u64> {
    let pending: [(Column, SimpleExpr); 5] = [
        (Column::Status, Expr::value(DeliveryStatus::Pending)),
        (Column::Attempts, Expr::value(0)),
        (Column::NextAttemptAt, Expr::value(tx.now())),
        (Column::LeaseUntil, Expr::cust("null")),
        (Column::FinishedAt, Expr::cust("null")),
    ];
    let requeued = tx.update::<Entity>(which.add(not_being_sent(tx)), pending).await?;
    tx.notify_after_commit(Notification::Deliverable);
    Ok(requeued)
}

/// Matches deliveries that no worker is sending.
pub(crate) fn not_being_sent(tx: &TenantTx) -> Condition {
    Condition::any().add(Column::LeaseUntil.is_null()).add(Column::LeaseUntil.lte(tx.now()))
}

/// Matches the deliveries to a target.
pub(crate) fn of_target(kind: DeliveryKind, target: Uuid) -> Condition {
    Condition::all().add(Column::Kind.eq(kind)).add(Column::TargetId.eq(target))
}
