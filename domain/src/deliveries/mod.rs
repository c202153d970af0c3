//! What is to reach an organization's own system, and keeps its id until it has.
//!
//! A row of `delivery` is written in the transaction of what it tells of. A worker claims it, sends with no transaction
//! open, and records what came of it, only while it holds the claim. Whoever dies in between has sent it or not: it is
//! claimed again after the lease and the usual delay, and sent as the same thing. Each kind says in a file of its own what is sent and
//! what an answer means (`webhooks/sending.rs`); all else is the same for all.

mod attempt_log;
mod claim;
mod defer;
mod log;
mod record;

use std::ops::RangeInclusive;

use chrono::{DateTime, Utc};
use entity::id::DeliveryId;
use uuid::Uuid;

pub(crate) use claim::ClaimDeliveries;
pub use claim::{Claim, Terms, claim, due};
pub use defer::{Deferral, defer, give_back};
pub use entity::delivery::{DeliveryKind, DeliveryStatus};
pub use log::{Attempt, Filter, attempts, find, list};
pub(crate) use log::{EnqueueDelivery, ask_again, is_free, put, resend, to};
pub use record::{Recorded, RetryPolicy, prepare, record};

/// Something on its way to an organization's own system.
#[derive(Clone, Debug)]
pub struct Delivery {
    pub id: DeliveryId,
    /// Where it goes.
    pub target: Uuid,
    /// What it is about.
    pub subject: Uuid,
    pub status: DeliveryStatus,
    /// How often it was tried since it was last asked for.
    pub attempts: i32,
    pub created_at: DateTime<Utc>,
    /// When it is tried again, while it is pending; during a try, when it would be if no more were heard of that.
    pub next_attempt_at: Option<DateTime<Utc>>,
    pub finished_at: Option<DateTime<Utc>>,
}

/// What is to be sent, as a POST.
pub struct Outgoing {
    pub url: String,
    pub headers: Vec<(&'static str, String)>,
    /// Headers whose values are not written down.
    pub secret_headers: &'static [&'static str],
    pub body: String,
    pub timeout: ResponseTimeout,
    /// The statuses of an answer that are a success.
    pub success: RangeInclusive<u16>,
}

impl Outgoing {
    /// Every 2xx, as Standard Webhooks says.
    pub(crate) const ANY_SUCCESS: RangeInclusive<u16> = 200..=299;

    pub(crate) fn is_success(&self, status: u16) -> bool {
        self.success.contains(&status)
    }

    /// A text of the receiver's without what is secret in the headers.
    pub(crate) fn without_secrets(&self, text: &str) -> String {
        let is_secret = |name: &&'static str| self.secret_headers.contains(name);
        let secret = self.headers.iter().filter(|(name, _)| is_secret(name));
        // Of `Bearer …` the token is.
        let secret =
            secret.filter_map(|(_, value)| value.rsplit(' ').next().filter(|value| !value.is_empty()));
        secret.fold(text.to_owned(), |text, value| text.replace(value, "(not kept)"))
    }
}

/// How long an answer may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResponseTimeout {
    /// A receiver is asked to take note and answer at once.
    Short,
    /// A system is asked to do its work.
    Long,
}

/// What came of sending it.
pub struct Sent {
    pub milliseconds: u128,
    /// The answer, or why there is none, for people.
    pub result: Result<HttpResponse, String>,
}

/// An answer, whatever its status.
pub struct HttpResponse {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Sent {
    /// The status of the answer, if there is one.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        self.result.as_ref().ok().map(|answer| answer.status)
    }
}

/// What a response means for its delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    Delivered,
    /// Worth another attempt, while any are left.
    Retry,
    /// Permanent: no further attempt can succeed.
    Failed,
}
