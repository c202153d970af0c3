//! Deliveries to webhook endpoints, with their attempts.

mod models;

use domain::deliveries::{self, DeliveryStatus, Filter};
use domain::webhooks;
use entity::id::{DeliveryId, WebhookEndpointId};
use poem_openapi::OpenApi;
use poem_openapi::param::Query;
use poem_openapi::payload::Json;

pub use self::models::WebhookDelivery;
use self::models::{Status, WebhookDeliveryPage};
use crate::caller::{Admin, WebhooksRead, WebhooksWrite};
use crate::pagination::PageParams;
use crate::problem::Errors;
use crate::routes::tags::Tag;
use crate::types::Path;

pub struct WebhookDeliveries;

#[OpenApi(tag = "Tag::Webhooks")]
impl WebhookDeliveries {
    /// List the deliveries of a webhook endpoint
    ///
    /// Newest first. Deliveries are kept for 30 days.
    #[oai(
        path = "/v1/webhook-endpoints/:webhook_endpoint_id/deliveries",
        method = "get",
        operation_id = "list_webhook_deliveries"
    )]
    async fn list_webhook_deliveries(
        &self,
        admin: Admin<WebhooksRead>,
        Path(webhook_endpoint_id): Path<WebhookEndpointId>,
        page: PageParams,
        /// Only deliveries with this status.
        #[oai(name = "status")]
        status: Query<Option<Status>>,
    ) -> Result<Json<WebhookDeliveryPage>, Errors<403>> {
        let filter = Filter { status: status.0.map(DeliveryStatus::from), ..Filter::default() };
        let id = webhook_endpoint_id;
        let paged = admin.transaction(async |tx| webhooks::deliveries(tx, id, filter, &page.0).await).await?;
        Ok(Json(paged.into()))
    }

    /// List the deliveries of all webhook endpoints
    ///
    /// Newest first. Deliveries are kept for 30 days.
    #[oai(path = "/v1/webhook-deliveries", method = "get", operation_id = "list_all_webhook_deliveries")]
    async fn list_all_webhook_deliveries(
        &self,
        admin: Admin<WebhooksRead>,
        page: PageParams,
        /// Only deliveries with this status.
        #[oai(name = "status")]
        status: Query<Option<Status>>,
    ) -> Result<Json<WebhookDeliveryPage>, Errors<403>> {
        let filter = Filter { status: status.0.map(DeliveryStatus::from), ..Filter::default() };
        let paged = admin.transaction(async |tx| webhooks::all_deliveries(tx, filter, &page.0).await).await?;
        Ok(Json(paged.into()))
    }

    /// Get a delivery
    ///
    /// The delivery with the request and the response of each attempt.
    #[oai(
        path = "/v1/webhook-endpoints/:webhook_endpoint_id/deliveries/:delivery_id",
        method = "get",
        operation_id = "read_webhook_delivery"
    )]
    async fn read_webhook_delivery(
        &self,
        admin: Admin<WebhooksRead>,
        Path(webhook_endpoint_id): Path<WebhookEndpointId>,
        Path(delivery_id): Path<DeliveryId>,
    ) -> Result<Json<WebhookDelivery>, Errors<403>> {
        let found = admin.transaction(async |tx| {
            let delivery = webhooks::delivery(tx, webhook_endpoint_id, delivery_id).await?;
            Ok((delivery, deliveries::attempts(tx, delivery_id).await?))
        });
        let (delivery, attempts) = found.await?;
        Ok(Json(WebhookDelivery::with_attempts(delivery, attempts)))
    }

    /// Resend a delivery
    ///
    /// Sends the event now, with its original id, whatever the delivery's status. A failure is retried as usual. 409
    /// `being_sent` during an attempt: repeat the request after it has ended. 409 `endpoint_disabled` when the endpoint is
    /// disabled. 409 `is_verification` for a verification: request another one with `verify_webhook_endpoint`.
    #[oai(
        path = "/v1/webhook-endpoints/:webhook_endpoint_id/deliveries/:delivery_id/resend",
        method = "post",
        operation_id = "resend_webhook_delivery"
    )]
    async fn resend_webhook_delivery(
        &self,
        admin: Admin<WebhooksWrite>,
        Path(webhook_endpoint_id): Path<WebhookEndpointId>,
        Path(delivery_id): Path<DeliveryId>,
    ) -> Result<Json<WebhookDelivery>, Errors<409>> {
        let resent =
            admin.transaction(async |tx| webhooks::resend(tx, webhook_endpoint_id, delivery_id).await);
        Ok(Json(resent.await?.into()))
    }
}
