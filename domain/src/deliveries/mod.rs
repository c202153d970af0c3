//! Deliveries: a transactional outbox of requests to organizations' own systems, with at-least-once delivery.
//!
//! A row of `delivery` commits together with the change that causes it. A worker claims the row, sends the request without
//! an open transaction, and records the response if the claim's epoch is still current. If the worker dies in between, the
//! delivery is claimed again after the lease and the usual delay, and sent with the same id. What each kind sends and how
//! it reads the response is in `webhooks/request.rs`, `publications/request.rs` and `publications/response.rs`.

mod attempt_log;
mod claim;
mod defer;
mod enqueue;
mod log;
mod record;

use std::ops::RangeInclusive;
use std::time::Duration;

use chrono::{DateTime, Utc};
use entity::id::DeliveryId;
use serde_json::Value;
use uuid::Uuid;

pub(crate) use claim::ClaimDeliveries;
pub use claim::{Claim, Terms, claim, due};
pub use defer::{Deferral, defer, give_back};
pub(crate) use enqueue::{EnqueueDelivery, enqueue, not_being_sent, of_target, requeue, resend};
pub use entity::delivery::{DeliveryKind, DeliveryStatus};
pub use log::{Attempt, Filter, attempts, find, list};
pub use record::{Prepared, Recorded, RetryPolicy, prepare, record};

/// One subject (a webhook event or a publication) on its way to one target.
#[derive(Clone, Debug)]
pub struct Delivery {
    pub id: DeliveryId,
    /// Id of the webhook endpoint or the publication target.
    pub target: Uuid,
    /// Id of the webhook event or the publication.
    pub subject: Uuid,
    pub status: DeliveryStatus,
    /// The number of attempts since the delivery was created or last resent.
    pub attempts: i32,
    pub created_at: DateTime<Utc>,
    /// When a pending delivery is attempted next; during an attempt, when it would be if that attempt's worker died.
    pub next_attempt_at: Option<DateTime<Utc>>,
    pub finished_at: Option<DateTime<Utc>>,
}

/// The POST request to send.
pub struct Outgoing {
    pub url: String,
    pub headers: Vec<(&'static str, String)>,
    /// Headers whose values are not logged.
    pub secret_headers: &'static [&'static str],
    pub body: String,
    pub timeout: ResponseTimeout,
    /// The response statuses that mean success.
    pub success: RangeInclusive<u16>,
    /// What a successful response must have in the member `challenge` of its JSON body, and nothing otherwise.
    pub challenge: Option<String>,
}

impl Outgoing {
    /// Every 2xx, as in Standard Webhooks.
    pub(crate) const ANY_SUCCESS: RangeInclusive<u16> = 200..=299;

    pub(crate) fn is_success(&self, status: u16) -> bool {
        self.success.contains(&status)
    }

    /// Whether the response returns the challenge; true for a request without one. It must be a member of its own: a host
    /// that returns every body as it is has confirmed nothing.
    pub(crate) fn is_challenge_answered(&self, response: &HttpResponse) -> bool {
        self.challenge.as_deref().is_none_or(|challenge| {
            let body = serde_json::from_slice::<Value>(&response.body).unwrap_or_default();
            body["challenge"] == challenge
        })
    }

    /// Text of a response, with the values of secret headers redacted.
    pub(crate) fn without_secrets(&self, text: &str) -> String {
        let is_secret = |name: &&'static str| self.secret_headers.contains(name);
        let secrets = self.headers.iter().filter(|(name, _)| is_secret(name));
        // In `Bearer …` only the token is secret.
        let secrets =
            secrets.filter_map(|(_, value)| value.rsplit(' ').next().filter(|value| !value.is_empty()));
        secrets.fold(text.to_owned(), |text, value| text.replace(value, "(not kept)"))
    }
}

/// How long to wait for a response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResponseTimeout {
    /// For a receiver that only acknowledges the request.
    Short,
    /// For a system that processes the request before it responds.
    Long,
}

/// The result of sending a request.
pub struct Sent {
    /// How long the exchange took.
    pub milliseconds: u128,
    /// The response, or why there is none, as a text for users.
    pub result: Result<HttpResponse, String>,
}

/// A response of any status.
pub struct HttpResponse {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
    /// `Retry-After` (RFC 9110, 10.2.3).
    pub retry_after: Option<Duration>,
}

impl Sent {
    /// The status of the response, if there is one.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        self.result.as_ref().ok().map(|response| response.status)
    }
}

/// What a response means for its delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    Delivered,
    /// Delivered, and the target is verified now: what waits for it is sent.
    Verified,
    /// Another attempt may succeed; without attempts left, the delivery fails.
    Retry,
    /// No further attempt can succeed.
    Failed,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outgoing(challenge: Option<&str>) -> Outgoing {
        Outgoing {
            url: String::new(),
            headers: Vec::new(),
            secret_headers: &[],
            body: String::new(),
            timeout: ResponseTimeout::Short,
            success: Outgoing::ANY_SUCCESS,
            challenge: challenge.map(str::to_owned),
        }
    }

    fn is_answered(challenge: Option<&str>, body: &str) -> bool {
        let body = body.as_bytes().to_vec();
        let response = HttpResponse { status: 200, headers: Vec::new(), body, retry_after: None };
        outgoing(challenge).is_challenge_answered(&response)
    }

    #[test]
    fn a_challenge_is_answered_by_a_member_of_its_own() {
        assert!(is_answered(Some("c"), r#"{"challenge": "c"}"#));
        assert!(is_answered(Some("c"), r#" {"ok": true, "challenge": "c"}"#));
        for other in
            ["", "c", r#""c""#, r#"["c"]"#, r#"{"challenge": "d"}"#, r#"{"data": {"challenge": "c"}}"#]
        {
            assert!(!is_answered(Some("c"), other), "{other}");
        }
        assert!(is_answered(None, ""), "without a challenge the status decides");
    }
}
