//! Sends events on request, each to one endpoint only: tests and verifications.

use std::time::Duration;

use chrono::TimeDelta;
use entity::delivery::DeliveryKind;
use entity::id::{WebhookEndpointId, WebhookEventId};
use entity::webhook_event as event;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, Set};
use serde_json::json;

use super::log::{self, LoggedDelivery};
use super::{TEST, VERIFICATION, require_enabled};
use crate::audit::{self, Event};
use crate::deliveries::{self, Filter};
use crate::error::{Error, Result};
use crate::page::Page;
use crate::tenant_tx::TenantTx;

/// How many verifications an organization may request in each mode within an hour. They go to addresses that nobody has
/// confirmed, and adding and deleting endpoints would send any number otherwise.
const MOST_VERIFICATIONS: u64 = 100;
const HOUR: TimeDelta = TimeDelta::hours(1);
const RETRY_AFTER: Duration = Duration::from_secs(10 * 60);
/// As the index `webhook_event_of_verification` has it.
const IS_VERIFICATION: &str = "type = 'webhook_endpoint.verification'";

/// Creates an event of type `webhook.test` and enqueues its delivery to this endpoint only.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Conflict`] `endpoint_disabled`.
pub async fn test(tx: &TenantTx, id: WebhookEndpointId) -> Result<LoggedDelivery> {
    require_enabled(tx, id).await?;
    let event = enqueue(tx, id, TEST).await?;
    audit::record(tx, Event::new("webhook_endpoint.tested").about("webhook_endpoint", id.0)).await?;
    delivery_of(tx, id, event).await
}

/// Sends another verification to an endpoint, see `enqueue_verification`.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Conflict`] `endpoint_disabled`, [`Error::TooMany`].
pub async fn request_verification(tx: &TenantTx, id: WebhookEndpointId) -> Result<LoggedDelivery> {
    tx.lock_organization().await?;
    require_enabled(tx, id).await?;
    let event = enqueue_verification(tx, id).await?;
    let requested = Event::new("webhook_endpoint.verification_requested");
    audit::record(tx, requested.about("webhook_endpoint", id.0)).await?;
    delivery_of(tx, id, event).await
}

/// Enqueues an event with a challenge. The endpoint gets no other event until it has answered one
/// ([`super::interpret_response`]). Call it with the organization locked, because it counts earlier ones.
///
/// # Errors
/// [`Error::TooMany`] after a hundred within an hour.
pub(super) async fn enqueue_verification(tx: &TenantTx, id: WebhookEndpointId) -> Result<WebhookEventId> {
    let recent =
        Condition::all().add(event::Column::OccurredAt.gt(tx.now() - HOUR)).add(Expr::cust(IS_VERIFICATION));
    if tx.find::<event::Entity>().filter(recent).count().await? >= MOST_VERIFICATIONS {
        return Err(Error::TooMany { retry_after: RETRY_AFTER });
    }
    enqueue(tx, id, VERIFICATION).await
}

async fn enqueue(tx: &TenantTx, id: WebhookEndpointId, kind: &str) -> Result<WebhookEventId> {
    let row = event::ActiveModel {
        id: Set(WebhookEventId::new()),
        kind: Set(kind.to_owned()),
        data: Set(json!({ "webhook_endpoint_id": id })),
        occurred_at: Set(tx.now()),
        ..Default::default()
    };
    let event = tx.insert(row).await?.id;
    deliveries::enqueue(tx, DeliveryKind::Webhook, id.0, event.0, None).await?;
    Ok(event)
}

async fn delivery_of(tx: &TenantTx, id: WebhookEndpointId, event: WebhookEventId) -> Result<LoggedDelivery> {
    let filter = Filter { subject: Some(event.0), ..Filter::default() };
    let mut page = log::deliveries(tx, id, filter, &Page { after: None, limit: 1 }).await?;
    page.items.pop().ok_or_else(|| Error::internal("the event has no delivery"))
}
