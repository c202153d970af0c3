//! The log of deliveries to an endpoint, and resending them.

use std::collections::HashMap;

use entity::delivery::{Column, DeliveryKind};
use entity::id::{DeliveryId, WebhookEndpointId, WebhookEventId};
use entity::webhook_event as event;
use sea_orm::ColumnTrait;

use super::{VERIFICATION, find, require_enabled};
use crate::audit::{self, Event};
use crate::deliveries::{self, Delivery, Filter};
use crate::error::{Error, Result};
use crate::page::{Page, Paged};
use crate::tenant_tx::TenantTx;

/// A delivery to an endpoint with the type of its event.
#[derive(Clone, Debug)]
pub struct LoggedDelivery {
    pub delivery: Delivery,
    /// `None` when the event was deleted because of its age.
    pub event_type: Option<String>,
}

/// The deliveries to an endpoint, newest first.
///
/// # Errors
/// [`Error::NotFound`] when the organization has no such endpoint, [`Error::Invalid`] for a cursor of another list.
pub async fn deliveries(
    tx: &TenantTx,
    endpoint: WebhookEndpointId,
    filter: Filter,
    page: &Page,
) -> Result<Paged<LoggedDelivery>> {
    find(tx, endpoint).await?;
    let paged = deliveries::list(tx, DeliveryKind::Webhook, Some(endpoint.0), filter, page).await?;
    Ok(Paged { items: with_event_types(tx, paged.items).await?, next: paged.next })
}

/// The deliveries to all endpoints, newest first.
///
/// # Errors
/// [`Error::Invalid`] for a cursor of another list.
pub async fn all_deliveries(tx: &TenantTx, filter: Filter, page: &Page) -> Result<Paged<LoggedDelivery>> {
    let paged = deliveries::list(tx, DeliveryKind::Webhook, None, filter, page).await?;
    Ok(Paged { items: with_event_types(tx, paged.items).await?, next: paged.next })
}

/// Reads one delivery.
///
/// # Errors
/// [`Error::NotFound`] when the organization has no such endpoint, or the endpoint no such delivery.
pub async fn delivery(tx: &TenantTx, endpoint: WebhookEndpointId, id: DeliveryId) -> Result<LoggedDelivery> {
    let delivery = deliveries::find(tx, DeliveryKind::Webhook, endpoint.0, id).await?;
    with_event_types(tx, vec![delivery]).await?.pop().ok_or(Error::NotFound("delivery"))
}

/// Sends a delivery again now, under its id.
///
/// # Errors
/// As for [`delivery`]; [`Error::Conflict`] `endpoint_disabled`, `is_verification` and `being_sent`.
pub async fn resend(tx: &TenantTx, endpoint: WebhookEndpointId, id: DeliveryId) -> Result<LoggedDelivery> {
    require_enabled(tx, endpoint).await?;
    // The number of verifications is limited.
    if delivery(tx, endpoint, id).await?.event_type.as_deref() == Some(VERIFICATION) {
        let detail = "A verification is not sent again. Request another one: POST …/verify of its endpoint.";
        return Err(Error::conflict("is_verification", detail));
    }
    let this = deliveries::of_target(DeliveryKind::Webhook, endpoint.0).add(Column::Id.eq(id));
    let delivery = deliveries::resend(tx, this).await?;
    audit::record(tx, Event::new("webhook_delivery.resent").about("webhook_delivery", id.0)).await?;
    with_event_types(tx, vec![delivery]).await?.pop().ok_or(Error::NotFound("delivery"))
}

async fn with_event_types(tx: &TenantTx, deliveries: Vec<Delivery>) -> Result<Vec<LoggedDelivery>> {
    let ids = deliveries.iter().map(|delivery| WebhookEventId(delivery.subject));
    let events = tx.find::<event::Entity>().filter(event::Column::Id.is_in(ids)).all().await?;
    let types: HashMap<_, _> = events.into_iter().map(|event| (event.id.0, event.kind)).collect();
    let logged = deliveries
        .into_iter()
        .map(|delivery| LoggedDelivery { event_type: types.get(&delivery.subject).cloned(), delivery });
    Ok(logged.collect())
}
