//! Webhooks: events sent to an organization's endpoints, in the format of Standard Webhooks.
//!
//! Database triggers write the events and their deliveries in the transaction of the change that they report.

mod checks;
mod endpoints;
mod log;
mod recover;
mod request;
mod requested;
pub(crate) mod secrets;

use chrono::{DateTime, Utc};
use entity::id::WebhookEndpointId;
use secrecy::SecretString;

pub(crate) use endpoints::require_enabled;
pub use endpoints::{EndpointChange, NewEndpoint, create, delete, find, list, rotate, update};
pub use entity::webhook_endpoint::DisabledReason;
pub use log::{LoggedDelivery, all_deliveries, deliveries, delivery, resend};
pub(crate) use recover::EnqueueMissedEvents;
pub use recover::{Recovery, recover};
pub(crate) use request::{give_up_verification, interpret_response, is_verified, outgoing};
pub use requested::{request_verification, test};
pub use secrets::{Signed, verify};

/// All event types.
pub const EVENT_TYPES: [&str; 11] = [
    "session.completed",
    "session.expiring",
    "session.expired",
    "turn.completed",
    "turn.failed",
    "job_post.published",
    "job_post.revised",
    "job_post.deleted",
    AUDIT,
    TEST,
    VERIFICATION,
];
/// Sent only to endpoints that name it, see `migration/src/functions/emit_webhook_event.sql`.
const AUDIT: &str = "audit.recorded";
/// Sent on request only, see [`test()`].
pub(crate) const TEST: &str = "webhook.test";
/// Sent to endpoints that are not verified, and on request, see [`request_verification()`].
const VERIFICATION: &str = "webhook_endpoint.verification";

/// A webhook endpoint of an organization.
#[derive(Clone, Debug)]
pub struct Endpoint {
    pub id: WebhookEndpointId,
    pub url: String,
    pub description: Option<String>,
    /// The subscribed event types; empty means all.
    pub event_types: Vec<String>,
    pub enabled: bool,
    /// Why the endpoint was disabled automatically; `None` when a person disabled it.
    pub disabled_reason: Option<DisabledReason>,
    pub disabled_at: Option<DateTime<Utc>>,
    /// When the current series of failed attempts began.
    pub failing_since: Option<DateTime<Utc>>,
    /// Since when it waits for its verification; `None` once it is verified.
    pub unverified_since: Option<DateTime<Utc>>,
    /// Until when the previous secret signs as well.
    pub previous_secret_until: Option<DateTime<Utc>>,
    /// Rises with every change; used as entity tag (`ETag`).
    pub version: i32,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

/// An endpoint with its new secret, which is shown only this once.
pub struct EndpointWithSecret {
    pub endpoint: Endpoint,
    pub secret: SecretString,
}
