//! Sends missed events again, and sends test events.

use chrono::{DateTime, Utc};
use entity::delivery::{Column, DeliveryKind, DeliveryStatus};
use entity::id::{WebhookEndpointId, WebhookEventId};
use entity::webhook_event as event;
use sea_orm::{ColumnTrait, Set};
use serde_json::json;

use super::log::{self, LoggedDelivery};
use super::{TEST, require_enabled};
use crate::audit::{self, Event};
use crate::deliveries::{self, Filter};
use crate::error::{Error, Result};
use crate::executor::Executor;
use crate::notifications::Notification;
use crate::page::Page;
use crate::retention::DELIVERY_DAYS;
use crate::stored_function::stored_function;
use crate::tenant_tx::TenantTx;

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

/// Creates an event of type `webhook.test` and enqueues its delivery to this endpoint only.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Conflict`] `endpoint_disabled`.
pub async fn test(tx: &TenantTx, id: WebhookEndpointId) -> Result<LoggedDelivery> {
    require_enabled(tx, id).await?;
    let row = event::ActiveModel {
        id: Set(WebhookEventId::new()),
        kind: Set(TEST.to_owned()),
        data: Set(json!({ "webhook_endpoint_id": id })),
        occurred_at: Set(tx.now()),
        ..Default::default()
    };
    let event = tx.insert(row).await?.id;
    deliveries::enqueue(tx, DeliveryKind::Webhook, id.0, event.0, None).await?;
    audit::record(tx, Event::new("webhook_endpoint.tested").about("webhook_endpoint", id.0)).await?;
    let filter = Filter { subject: Some(event.0), ..Filter::default() };
    let mut page = log::deliveries(tx, id, filter, &Page { after: None, limit: 1 }).await?;
    page.items.pop().ok_or_else(|| Error::internal("the test event has no delivery"))
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
        .add(Column::Status.is_in([DeliveryStatus::Failed, DeliveryStatus::Cancelled]));
    let failed = deliveries::requeue(tx, undelivered).await?;
    let missed = Executor::from(tx).call_one(EnqueueMissedEvents { endpoint: id, since }).await?;
    let recovered = Event::new("webhook_endpoint.recovered").about("webhook_endpoint", id.0);
    audit::record(tx, recovered.with_details(json!({ "since": since }))).await?;
    tx.notify_after_commit(Notification::Deliverable);
    Ok(Recovery { failed, missed: missed.unsigned_abs() })
}
