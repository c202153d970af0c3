//! Telling an organization's own systems what happens, by Standard Webhooks.
//!
//! Events are written by the database itself, in the transaction of what they tell of (`migration/src/webhooks/3_outbox.sql`).

mod endpoints;
mod expiries;
mod log;
mod recover;
mod request;
pub(crate) mod secrets;

use chrono::{DateTime, Utc};
use entity::id::WebhookEndpointId;
use secrecy::SecretString;

pub(crate) use endpoints::enabled;
pub use endpoints::{EndpointChange, NewEndpoint, create, delete, find, list, rotate, update};
pub use entity::webhook_endpoint::DisabledReason;
pub(crate) use expiries::EmitExpiryWebhooks;
pub use expiries::emit_expiry_webhooks;
pub use log::{LoggedDelivery, deliveries, delivery, resend};
pub(crate) use recover::EnqueueMissedEvents;
pub use recover::{Recovery, recover, test};
pub(crate) use request::{interpret_response, outgoing};
pub use secrets::{Signed, verify};

/// What there is to be told of.
pub const EVENT_TYPES: [&str; 8] = [
    "session.completed",
    "session.expiring",
    "session.expired",
    "turn.completed",
    "turn.failed",
    "job_post.published",
    "job_post.revised",
    TEST,
];
/// Only sent when it is asked for.
pub(crate) const TEST: &str = "webhook.test";

/// Where an organization wants to be told of what happens.
#[derive(Clone, Debug)]
pub struct Endpoint {
    pub id: WebhookEndpointId,
    pub url: String,
    pub description: Option<String>,
    /// Empty: all types.
    pub event_types: Vec<String>,
    pub enabled: bool,
    /// Why it is not enabled, when it was not people who decided it.
    pub disabled_reason: Option<DisabledReason>,
    pub disabled_at: Option<DateTime<Utc>>,
    /// Since when every attempt has failed.
    pub failing_since: Option<DateTime<Utc>>,
    /// Until when the secret before the last rotation signs too.
    pub previous_secret_until: Option<DateTime<Utc>>,
    /// Rises with every change; for `ETag`.
    pub version: i32,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

/// An endpoint with its secret, which is shown this once.
pub struct Revealed {
    pub endpoint: Endpoint,
    pub secret: SecretString,
}
