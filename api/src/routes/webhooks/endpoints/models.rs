//! Bodies of webhook endpoints. Types with secrets do not implement `Debug`.

use domain::webhooks::{Endpoint, EndpointChange, EndpointWithSecret, NewEndpoint, Recovery};
use domain::{Paged, webhooks};
use poem_openapi::Object;
use poem_openapi::types::Example;
use secrecy::ExposeSecret;
use uuid::Uuid;

use crate::etag::quoted;
use crate::examples::{PAGE_TOKEN, WEBHOOK_ENDPOINT, at};
use crate::types::{DisabledReason, Timestamp, WebhookEventType};

const URL: &str = "https://hooks.papaya.example/postwright";

/// A URL of the organization that receives events.
#[derive(Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct WebhookEndpoint {
    id: Uuid,
    url: String,
    description: Option<String>,
    /// The event types sent to the endpoint. Empty: all but `audit.recorded`.
    event_types: Vec<WebhookEventType>,
    enabled: bool,
    /// Why the service disabled the endpoint: `gone` after a 410 response; `failing` when the last attempt of its verification has
    /// failed, or that of another delivery and none has succeeded in five days. Absent while it is enabled, and when a request
    /// disabled it.
    disabled_reason: Option<DisabledReason>,
    disabled_at: Option<Timestamp>,
    /// Since when every attempt has failed. Absent after a successful attempt.
    failing_since: Option<Timestamp>,
    /// Since when the endpoint waits for its verification; until then it gets no other event. Absent once it has answered a
    /// `webhook_endpoint.verification`.
    unverified_since: Option<Timestamp>,
    /// The secret that verifies signatures (Standard Webhooks). Only in the responses that create or rotate it.
    secret: Option<String>,
    /// When the previous secret stops signing deliveries as well.
    previous_secret_until: Option<Timestamp>,
    created_at: Timestamp,
    updated_at: Timestamp,
    /// The value for `If-Match`, as in the response's `ETag`.
    etag: String,
}

impl WebhookEndpoint {
    pub fn location(&self) -> String {
        format!("/v1/webhook-endpoints/{}", self.id)
    }
}

impl From<Endpoint> for WebhookEndpoint {
    fn from(endpoint: Endpoint) -> Self {
        Self {
            id: endpoint.id.0,
            url: endpoint.url,
            description: endpoint.description,
            event_types: endpoint.event_types.into_iter().map(|kind| WebhookEventType(kind.into())).collect(),
            enabled: endpoint.enabled,
            disabled_reason: endpoint.disabled_reason.map(|reason| match reason {
                webhooks::DisabledReason::Gone => DisabledReason("gone".into()),
                webhooks::DisabledReason::Failing => DisabledReason("failing".into()),
            }),
            disabled_at: endpoint.disabled_at.map(Timestamp),
            failing_since: endpoint.failing_since.map(Timestamp),
            unverified_since: endpoint.unverified_since.map(Timestamp),
            secret: None,
            previous_secret_until: endpoint.previous_secret_until.map(Timestamp),
            created_at: endpoint.created_at.into(),
            updated_at: endpoint.updated_at.into(),
            etag: quoted(&endpoint.version.to_string()),
        }
    }
}

impl From<EndpointWithSecret> for WebhookEndpoint {
    fn from(created: EndpointWithSecret) -> Self {
        Self { secret: Some(created.secret.expose_secret().to_owned()), ..created.endpoint.into() }
    }
}

/// A page of webhook endpoints.
#[derive(Object)]
#[oai(example, skip_serializing_if_is_none)]
pub struct WebhookEndpointPage {
    items: Vec<WebhookEndpoint>,
    /// The `page_token` of the next page. Absent on the last page.
    next_page: Option<String>,
}

impl From<Paged<Endpoint>> for WebhookEndpointPage {
    fn from(paged: Paged<Endpoint>) -> Self {
        Self { items: paged.items.into_iter().map(WebhookEndpoint::from).collect(), next_page: paged.next }
    }
}

/// The webhook endpoint to create.
#[derive(Object)]
#[oai(deny_unknown_fields, example)]
pub struct CreateWebhookEndpointRequest {
    /// A public https URL without user name.
    #[oai(validator(min_length = 1, max_length = 2000))]
    pub url: String,
    #[oai(validator(max_length = 500))]
    description: Option<String>,
    /// The event types to send to the endpoint. Absent or empty: all but `audit.recorded`.
    #[oai(validator(max_items = 20))]
    event_types: Option<Vec<WebhookEventType>>,
    /// If absent, it is `true`.
    enabled: Option<bool>,
}

impl CreateWebhookEndpointRequest {
    /// `url` is the checked one.
    pub fn into_domain(self, url: String) -> NewEndpoint {
        let event_types = self.event_types.map(names).unwrap_or_default();
        NewEndpoint { url, description: self.description, event_types, enabled: self.enabled.unwrap_or(true) }
    }
}

/// Changes of a webhook endpoint. Absent fields stay unchanged.
#[derive(Object)]
#[oai(deny_unknown_fields, example)]
pub struct UpdateWebhookEndpointRequest {
    /// A public https URL without user name.
    #[oai(validator(min_length = 1, max_length = 2000))]
    pub url: Option<String>,
    /// Empty: remove the description.
    #[oai(validator(max_length = 500))]
    description: Option<String>,
    /// The event types to send to the endpoint. Empty: all but `audit.recorded`.
    #[oai(validator(max_items = 20))]
    event_types: Option<Vec<WebhookEventType>>,
    enabled: Option<bool>,
}

impl UpdateWebhookEndpointRequest {
    /// `url` is the checked one.
    pub fn into_domain(self, url: Option<String>) -> EndpointChange {
        let event_types = self.event_types.map(names);
        EndpointChange { url, description: self.description, event_types, enabled: self.enabled }
    }
}

/// The time since which webhooks are recovered.
#[derive(Debug, Object)]
#[oai(deny_unknown_fields, example)]
pub struct RecoverWebhooksRequest {
    /// At most 30 days ago.
    pub since: Timestamp,
}

/// The result of a recovery.
#[derive(Debug, Object)]
#[oai(example)]
pub struct WebhookRecovery {
    /// The number of failed deliveries that are sent again.
    #[oai(validator(minimum(value = "0")))]
    failed: i64,
    /// The number of events sent to the endpoint for the first time.
    #[oai(validator(minimum(value = "0")))]
    missed: i64,
}

impl From<Recovery> for WebhookRecovery {
    fn from(recovery: Recovery) -> Self {
        let count = |many: u64| i64::try_from(many).unwrap_or(i64::MAX);
        Self { failed: count(recovery.failed), missed: count(recovery.missed) }
    }
}

fn names(types: Vec<WebhookEventType>) -> Vec<String> {
    types.into_iter().map(|kind| kind.0.into_owned()).collect()
}

impl Example for WebhookEndpoint {
    fn example() -> Self {
        Self {
            id: WEBHOOK_ENDPOINT,
            url: URL.to_owned(),
            description: Some("Applicant tracking".to_owned()),
            event_types: vec![
                WebhookEventType("job_post.published".into()),
                WebhookEventType("job_post.revised".into()),
            ],
            enabled: true,
            disabled_reason: None,
            disabled_at: None,
            failing_since: None,
            unverified_since: None,
            secret: None,
            previous_secret_until: None,
            created_at: at(0),
            updated_at: at(0),
            etag: quoted("1"),
        }
    }
}

impl Example for WebhookEndpointPage {
    fn example() -> Self {
        Self { items: vec![WebhookEndpoint::example()], next_page: Some(PAGE_TOKEN.to_owned()) }
    }
}

impl Example for CreateWebhookEndpointRequest {
    fn example() -> Self {
        let endpoint = WebhookEndpoint::example();
        Self {
            url: endpoint.url,
            description: endpoint.description,
            event_types: Some(endpoint.event_types),
            enabled: Some(true),
        }
    }
}

impl Example for UpdateWebhookEndpointRequest {
    fn example() -> Self {
        let endpoint = WebhookEndpoint::example();
        Self {
            url: Some(endpoint.url),
            description: Some("The new system".to_owned()),
            event_types: Some(endpoint.event_types),
            enabled: Some(true),
        }
    }
}

impl Example for RecoverWebhooksRequest {
    fn example() -> Self {
        Self { since: at(0) }
    }
}

impl Example for WebhookRecovery {
    fn example() -> Self {
        Self { failed: 3, missed: 0 }
    }
}
