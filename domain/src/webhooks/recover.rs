//! Asking for what did not arrive, and trying whether anything does.

use chrono::{DateTime, Utc};
use entity::delivery::{Column, DeliveryKind, DeliveryStatus};
use entity::id::{WebhookEndpointId, WebhookEventId};
use entity::webhook_event as event;
use sea_orm::{ColumnTrait, Set};
use serde_json::json;

use super::log::{self, LoggedDelivery};
use super::{TEST, enabled};
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

/// What is sent again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recovery {
    /// Deliveries that had failed, or were cancelled.
    pub failed: u64,
    /// Events that had never been on their way to this endpoint.
    pub missed: u64,
}

/// Sends an event of the type `webhook.test` to this endpoint alone.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Conflict`] `endpoint_disabled`.
pub async fn test(tx: &TenantTx, id: WebhookEndpointId) -> Result<LoggedDelivery> {
    enabled(tx, id).await?;
    let row = event::ActiveModel {
        id: Set(WebhookEventId::new()),
        kind: Set(TEST.to_owned()),
        data: Set(json!({ "webhook_endpoint_id": id })),
        occurred_at: Set(tx.now()),
        ..Default::default()
    };
    let event = tx.insert(row).await?.id;
    deliveries::put(tx, DeliveryKind::Webhook, id.0, event.0, None).await?;
    let filter = Filter { subject: Some(event.0), ..Filter::default() };
    let mut page = log::deliveries(tx, id, filter, &Page { after: None, limit: 1 }).await?;
    page.items.pop().ok_or_else(|| Error::internal("enqueue_delivery wrote nothing"))
}

/// Sends again what this endpoint should have got since then, at most thirty days ago: what failed, and what happened while
/// it was disabled or, for types that it asks for now, not there.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Conflict`] `endpoint_disabled`, [`Error::Invalid`] for a time too long ago.
pub async fn recover(tx: &TenantTx, id: WebhookEndpointId, since: DateTime<Utc>) -> Result<Recovery> {
    enabled(tx, id).await?;
    if since < tx.now() - chrono::TimeDelta::days(DELIVERY_DAYS) {
        return Err(Error::invalid("/since", format!("must be within the last {DELIVERY_DAYS} days")));
    }
    let lost = deliveries::to(DeliveryKind::Webhook, id.0)
        .add(Column::CreatedAt.gte(since))
        .add(Column::Status.is_in([DeliveryStatus::Failed, DeliveryStatus::Cancelled]));
    let failed = deliveries::ask_again(tx, lost).await?;
    let missed = Executor::from(tx).call_one(EnqueueMissedEvents { endpoint: id, since }).await?;
    tx.notify_after_commit(Notification::Deliverable);
    Ok(Recovery { failed, missed: missed.unsigned_abs() })
}
