//! The limits of exports in this process: of each person by the hour, and of all at once.

use std::sync::Arc;
use std::time::Duration;

use domain::Caller;
use entity::id::UserId;
use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use poem::http::StatusCode;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::problem::Problem;
use crate::settings::Settings;

/// How long to wait when the process writes as many exports as it may.
const RETRY_AFTER: Duration = Duration::from_secs(10);

/// Cheap to clone.
#[derive(Clone)]
pub struct ExportLimits {
    people: Arc<DefaultKeyedRateLimiter<Option<UserId>>>,
    at_once: Arc<Semaphore>,
    write_timeout: Duration,
}

/// Allows one export, until it is dropped.
pub struct Permit {
    /// How long a piece of the document may wait for the client to read.
    pub write_timeout: Duration,
    _place: OwnedSemaphorePermit,
}

impl ExportLimits {
    pub fn new(settings: &Settings) -> Self {
        let quota = Quota::per_hour(settings.exports_per_hour);
        let at_once = Arc::new(Semaphore::new(settings.exports_at_once));
        let people = Arc::new(RateLimiter::keyed(quota));
        Self { people, at_once, write_timeout: settings.export_write_timeout }
    }

    /// Counts an export.
    ///
    /// # Errors
    /// 429 `rate_limited` when the person or the process may not begin another one now.
    pub fn acquire(&self, caller: &Caller) -> Result<Permit, Problem> {
        let Ok(place) = self.at_once.clone().try_acquire_owned() else {
            return Err(refusal("The server writes as many exports as it may at once.", RETRY_AFTER));
        };
        self.people.retain_recent();
        self.people.check_key(&caller.user_id()).map_err(|not_until| {
            let wait = not_until.wait_time_from(DefaultClock::default().now());
            refusal("You have exported as often as you may in an hour.", wait)
        })?;
        Ok(Permit { write_timeout: self.write_timeout, _place: place })
    }
}

fn refusal(detail: &'static str, wait: Duration) -> Problem {
    Problem::new(StatusCode::TOO_MANY_REQUESTS, "rate_limited", detail).with_retry_after(wait)
}
