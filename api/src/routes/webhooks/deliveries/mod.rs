//! What was sent to a webhook endpoint, and what it answered.

use domain::Paged;
use domain::deliveries::{self, Attempt, DeliveryStatus, Filter};
use domain::webhooks::{self, LoggedDelivery};
use entity::id::{DeliveryId, WebhookEndpointId};
use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::types::{Example, ToJSON};
use poem_openapi::{Enum, Object, OpenApi};
use uuid::Uuid;

use crate::caller::{Admin, WebhooksRead, WebhooksWrite};
use crate::examples::{DELIVERY, PAGE_TOKEN, WEBHOOK_ENDPOINT, WEBHOOK_EVENT, at};
use crate::pagination::PageParams;
use crate::problem::Problem;
use crate::routes::Tag;
use crate::routes::webhooks::events::JobPostWebhook;
use crate::types::{Timestamp, WebhookEventType};

pub struct WebhookDeliveries;

#[OpenApi(tag = "Tag::Webhooks")]
impl WebhookDeliveries {
    /// List what was sent to a webhook endpoint
    ///
    /// Newest first, for thirty days.
    #[oai(
        path = "/v1/webhook-endpoints/:webhook_endpoint_id/deliveries",
        method = "get",
        operation_id = "list_webhook_deliveries"
    )]
    async fn list_webhook_deliveries(
        &self,
        admin: Admin<WebhooksRead>,
        #[oai(name = "webhook_endpoint_id")] id: Path<Uuid>,
        page: PageParams,
        /// Only those in this state.
        #[oai(name = "status")]
        status: Query<Option<Status>>,
    ) -> Result<Json<WebhookDeliveryPage>, Problem> {
        let filter = Filter { status: status.0.map(DeliveryStatus::from), ..Filter::default() };
        let endpoint = WebhookEndpointId(id.0);
        let paged =
            admin.transaction(async |tx| webhooks::deliveries(tx, endpoint, filter, &page.0).await).await?;
        Ok(Json(paged.into()))
    }

    /// Get one delivery
    ///
    /// With every attempt: what was sent and what came back.
    #[oai(
        path = "/v1/webhook-endpoints/:webhook_endpoint_id/deliveries/:delivery_id",
        method = "get",
        operation_id = "read_webhook_delivery"
    )]
    async fn read_webhook_delivery(
        &self,
        admin: Admin<WebhooksRead>,
        #[oai(name = "webhook_endpoint_id")] id: Path<Uuid>,
        #[oai(name = "delivery_id")] delivery_id: Path<Uuid>,
    ) -> Result<Json<WebhookDelivery>, Problem> {
        let (endpoint, id) = (WebhookEndpointId(id.0), DeliveryId(delivery_id.0));
        let (told, attempts) = admin
            .transaction(async |tx| {
                let told = webhooks::delivery(tx, endpoint, id).await?;
                Ok((told, deliveries::attempts(tx, id).await?))
            })
            .await?;
        let attempts = attempts.into_iter().map(DeliveryAttempt::from).collect();
        Ok(Json(WebhookDelivery { attempts: Some(attempts), ..told.into() }))
    }

    /// Send something again
    ///
    /// Now and under its old id, whatever became of it before; when it fails, it is tried again as usual. What is being sent
    /// at this moment is not (409 `being_sent`): read it, and ask again once its attempt has ended.
    #[oai(
        path = "/v1/webhook-endpoints/:webhook_endpoint_id/deliveries/:delivery_id/resend",
        method = "post",
        operation_id = "resend_webhook_delivery"
    )]
    async fn resend_webhook_delivery(
        &self,
        admin: Admin<WebhooksWrite>,
        #[oai(name = "webhook_endpoint_id")] id: Path<Uuid>,
        #[oai(name = "delivery_id")] delivery_id: Path<Uuid>,
    ) -> Result<Json<WebhookDelivery>, Problem> {
        let (endpoint, id) = (WebhookEndpointId(id.0), DeliveryId(delivery_id.0));
        let told = admin.transaction(async |tx| webhooks::resend(tx, endpoint, id).await).await?;
        Ok(Json(told.into()))
    }
}

/// What becomes of a delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[oai(rename = "DeliveryStatus", rename_all = "snake_case")]
pub enum Status {
    Pending,
    Delivered,
    Failed,
    Cancelled,
}

impl From<Status> for DeliveryStatus {
    fn from(status: Status) -> Self {
        match status {
            Status::Pending => Self::Pending,
            Status::Delivered => Self::Delivered,
            Status::Failed => Self::Failed,
            Status::Cancelled => Self::Cancelled,
        }
    }
}

impl From<DeliveryStatus> for Status {
    fn from(status: DeliveryStatus) -> Self {
        match status {
            DeliveryStatus::Pending => Self::Pending,
            DeliveryStatus::Delivered => Self::Delivered,
            DeliveryStatus::Failed => Self::Failed,
            DeliveryStatus::Cancelled => Self::Cancelled,
        }
    }
}

/// An event on its way to an endpoint.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct WebhookDelivery {
    id: Uuid,
    webhook_endpoint_id: Uuid,
    /// The event's id: the header `webhook-id`, the same in every attempt.
    event_id: Uuid,
    /// What happened; absent when the event is too old to be known.
    event_type: Option<WebhookEventType>,
    status: Status,
    /// How often it was tried since it was last asked for.
    #[oai(validator(minimum(value = "0")))]
    attempt_count: i32,
    created_at: Timestamp,
    /// When it is tried again, while it is pending; during a try, when it would be if no more were heard of that.
    next_attempt_at: Option<Timestamp>,
    finished_at: Option<Timestamp>,
    /// Every attempt, oldest first; not in lists.
    attempts: Option<Vec<DeliveryAttempt>>,
}

impl WebhookDelivery {
    pub fn location(&self) -> String {
        format!("/v1/webhook-endpoints/{}/deliveries/{}", self.webhook_endpoint_id, self.id)
    }
}

impl From<LoggedDelivery> for WebhookDelivery {
    fn from(LoggedDelivery { delivery, event_type }: LoggedDelivery) -> Self {
        Self {
            id: delivery.id.0,
            webhook_endpoint_id: delivery.target,
            event_id: delivery.subject,
            event_type: event_type.map(|kind| WebhookEventType(kind.into())),
            status: delivery.status.into(),
            attempt_count: delivery.attempts,
            created_at: delivery.created_at.into(),
            next_attempt_at: delivery.next_attempt_at.map(Timestamp),
            finished_at: delivery.finished_at.map(Timestamp),
            attempts: None,
        }
    }
}

/// Some of an endpoint's deliveries.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct WebhookDeliveryPage {
    items: Vec<WebhookDelivery>,
    /// The `page_token` of the next page; absent on the last.
    next_page: Option<String>,
}

impl From<Paged<LoggedDelivery>> for WebhookDeliveryPage {
    fn from(paged: Paged<LoggedDelivery>) -> Self {
        Self { items: paged.items.into_iter().map(WebhookDelivery::from).collect(), next_page: paged.next }
    }
}

/// One attempt to deliver something.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct DeliveryAttempt {
    /// From 1; it goes on when a delivery is asked for again.
    #[oai(validator(minimum(value = "1")))]
    number: i32,
    started_at: Timestamp,
    /// Absent while it is under way.
    finished_at: Option<Timestamp>,
    #[oai(validator(minimum(value = "0")))]
    duration_ms: Option<i32>,
    url: Option<String>,
    /// Without what is secret in them.
    request_headers: Vec<DeliveryHeader>,
    request_body: Option<String>,
    /// Absent when there was no answer.
    #[oai(validator(minimum(value = "0")))]
    response_status: Option<i32>,
    /// The first 32, up to 4,096 characters in all.
    response_headers: Vec<DeliveryHeader>,
    /// Its first 4,096 characters.
    response_body: Option<String>,
    /// Why there was no answer.
    error: Option<String>,
}

/// A header that was sent, or came back.
#[derive(Debug, Object)]
#[oai(example)]
pub struct DeliveryHeader {
    name: String,
    value: String,
}

impl From<Attempt> for DeliveryAttempt {
    fn from(attempt: Attempt) -> Self {
        Self {
            number: attempt.number,
            started_at: attempt.started_at.into(),
            finished_at: attempt.finished_at.map(Timestamp),
            duration_ms: attempt.duration_ms,
            url: attempt.url,
            request_headers: headers(attempt.request_headers),
            request_body: attempt.request_body,
            response_status: attempt.response_status,
            response_headers: headers(attempt.response_headers),
            response_body: attempt.response_body,
            error: attempt.error,
        }
    }
}

fn headers(pairs: Vec<(String, String)>) -> Vec<DeliveryHeader> {
    pairs.into_iter().map(|(name, value)| DeliveryHeader { name, value }).collect()
}

impl Example for WebhookDelivery {
    fn example() -> Self {
        Self {
            id: DELIVERY,
            webhook_endpoint_id: WEBHOOK_ENDPOINT,
            event_id: WEBHOOK_EVENT,
            event_type: Some(WebhookEventType("job_post.published".into())),
            status: Status::Delivered,
            attempt_count: 1,
            created_at: at(9),
            next_attempt_at: None,
            finished_at: Some(at(9)),
            attempts: Some(vec![DeliveryAttempt::example()]),
        }
    }
}

impl Example for WebhookDeliveryPage {
    fn example() -> Self {
        let listed = WebhookDelivery { attempts: None, ..WebhookDelivery::example() };
        Self { items: vec![listed], next_page: Some(PAGE_TOKEN.to_owned()) }
    }
}

impl Example for DeliveryAttempt {
    fn example() -> Self {
        Self {
            number: 1,
            started_at: at(9),
            finished_at: Some(at(9)),
            duration_ms: Some(143),
            url: Some("https://hooks.papaya.example/postwright".to_owned()),
            request_headers: vec![DeliveryHeader::example()],
            request_body: Some(JobPostWebhook::example().to_json_string()),
            response_status: Some(204),
            response_headers: Vec::new(),
            response_body: Some(String::new()),
            error: None,
        }
    }
}

impl Example for DeliveryHeader {
    fn example() -> Self {
        Self { name: "webhook-id".to_owned(), value: WEBHOOK_EVENT.to_string() }
    }
}
