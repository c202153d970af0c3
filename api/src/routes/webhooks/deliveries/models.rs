//! Bodies of webhook deliveries.

use domain::Paged;
use domain::deliveries::{Attempt, DeliveryStatus};
use domain::webhooks::LoggedDelivery;
use poem_openapi::types::{Example, ToJSON};
use poem_openapi::{Enum, Object};
use uuid::Uuid;

use crate::examples::{DELIVERY, PAGE_TOKEN, WEBHOOK_ENDPOINT, WEBHOOK_EVENT, at};
use crate::routes::webhooks::events::JobPostWebhook;
use crate::types::{Timestamp, WebhookEventType};

/// The status of a delivery.
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

/// The delivery of an event to a webhook endpoint.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct WebhookDelivery {
    id: Uuid,
    webhook_endpoint_id: Uuid,
    /// The event's id: the header `webhook-id`, the same in every attempt.
    event_id: Uuid,
    /// The event's type. Absent when the event has been deleted because of its age.
    event_type: Option<WebhookEventType>,
    status: Status,
    /// The number of attempts since the delivery was created or last resent.
    #[oai(validator(minimum(value = "0")))]
    attempt_count: i32,
    created_at: Timestamp,
    /// When a pending delivery is attempted next. During an attempt: when it is retried if the attempt is lost.
    next_attempt_at: Option<Timestamp>,
    finished_at: Option<Timestamp>,
    /// The attempts, oldest first. Not in lists.
    attempts: Option<Vec<DeliveryAttempt>>,
}

impl WebhookDelivery {
    pub fn with_attempts(delivery: LoggedDelivery, attempts: Vec<Attempt>) -> Self {
        let attempts = attempts.into_iter().map(DeliveryAttempt::from).collect();
        Self { attempts: Some(attempts), ..delivery.into() }
    }

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

/// A page of deliveries.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct WebhookDeliveryPage {
    items: Vec<WebhookDelivery>,
    /// The `page_token` of the next page. Absent on the last page.
    next_page: Option<String>,
}

impl From<Paged<LoggedDelivery>> for WebhookDeliveryPage {
    fn from(paged: Paged<LoggedDelivery>) -> Self {
        Self { items: paged.items.into_iter().map(WebhookDelivery::from).collect(), next_page: paged.next }
    }
}

/// An attempt of a delivery.
#[derive(Debug, Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct DeliveryAttempt {
    /// The number of the attempt, from 1. Resending continues the numbering.
    #[oai(validator(minimum(value = "1")))]
    number: i32,
    started_at: Timestamp,
    /// Absent while the attempt is running.
    finished_at: Option<Timestamp>,
    #[oai(validator(minimum(value = "0")))]
    duration_ms: Option<i32>,
    url: Option<String>,
    /// The headers of the request, with secrets removed.
    request_headers: Vec<DeliveryHeader>,
    request_body: Option<String>,
    /// The HTTP status of the response. Absent without a response.
    #[oai(validator(minimum(value = "0")))]
    response_status: Option<i32>,
    /// The first 32 headers of the response, up to 4,096 characters in total.
    response_headers: Vec<DeliveryHeader>,
    /// The first 4,096 characters of the response.
    response_body: Option<String>,
    /// Why there was no response, or why the response does not verify the endpoint.
    error: Option<String>,
}

/// A header of a request or response.
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
