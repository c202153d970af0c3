//! Sends missed events again.

use chrono::{DateTime, Utc};
use entity::delivery::{Column, DeliveryKind, DeliveryStatus};
use entity::id::WebhookEndpointId;
use sea_orm::ColumnTrait;
use sea_orm::sea_query::Expr;
use serde_json::json;

use super::require_enabled;
use crate::audit::{self, Event};
use crate::deliveries;
use crate::error::{Error, Result};
use crate::executor::Executor;
use crate::notifications::Notification;
use crate::retention::DELIVERY_DAYS;
use crate::stored_function::stored_function;
use crate::tenant_tx::TenantTx;

/// A failed verification is no event that the endpoint should have received, and repeating it is limited.
const IS_NO_VERIFICATION: &str = "not exists (select from webhook_event v
    where v.organization_id = delivery.organization_id and v.id = delivery.subject_id
      and v.type = 'webhook_endpoint.verification')";

stored_function! {
    pub(crate) struct EnqueueMissedEvents = Tenant volatile "enqueue_missed_events" {
        endpoint: WebhookEndpointId,
        since: DateTime<Utc>,
    } -> i64
}

/// How many deliveries a recovery enqueued.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recovery {
    /// Failed or cancelled deliveries that were requeued.
    pub failed: u64,
    /// Events without a delivery to this endpoint, which now have one.
    pub missed: u64,
}

/// Sends all events again that this endpoint should have received since `since`, at most 30 days ago: failed deliveries, and
/// events of the subscribed types from before it was created or while it was disabled.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Conflict`] `endpoint_disabled`, [`Error::Invalid`] for a time too long ago.
pub async fn recover(tx: &TenantTx, id: WebhookEndpointId, since: DateTime<Utc>) -> Result<Recovery> {
    require_enabled(tx, id).await?;
    if since < tx.now() - chrono::TimeDelta::days(DELIVERY_DAYS) {
        return Err(Error::invalid("/since", format!("must be within the last {DELIVERY_DAYS} days")));
    }
    let undelivered = deliveries::of_target(DeliveryKind::Webhook, id.0)
        .add(Column::CreatedAt.gte(since))
        .add(Column::Status.is_in([DeliveryStatus::Failed, DeliveryStatus::Cancelled]))
        .add(Expr::cust(IS_NO_VERIFICATION));
    let failed = deliveries::requeue(tx, undelivered).await?;
    let missed = Executor::from(tx).call_one(EnqueueMissedEvents { endpoint: id, since }).await?;
    let recovered = Event::new("webhook_endpoint.recovered").about("webhook_endpoint", id.0);
    audit::record(tx, recovered.with_details(json!({ "since": since }))).await?;
    tx.notify_after_commit(Notification::Deliverable);
    Ok(Recovery { failed, missed: missed.unsigned_abs() })
}
