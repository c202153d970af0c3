//! How many e-mails one client address may request without signing in, so that nobody uses the service to flood mailboxes.

use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use poem::http::StatusCode;

use crate::problem::Problem;
use crate::settings::Settings;

/// Full buckets are removed once in this many requests.
const CLEANUP_INTERVAL: u32 = 1_000;

/// A token bucket for each client address, of this process. Cheap to clone.
#[derive(Clone)]
pub struct EmailLimits(Arc<Limits>);

struct Limits {
    limiter: DefaultKeyedRateLimiter<IpAddr>,
    requests: AtomicU32,
}

impl EmailLimits {
    pub fn new(settings: &Settings) -> Self {
        let limiter = RateLimiter::keyed(Quota::per_hour(settings.emails_per_hour));
        Self(Arc::new(Limits { limiter, requests: AtomicU32::new(0) }))
    }

    /// Counts a request that sends an e-mail. An unknown address has no limit.
    ///
    /// # Errors
    /// 429 when the address has used up its requests.
    pub fn count(&self, address: Option<IpAddr>) -> Result<(), Problem> {
        let Some(address) = address else { return Ok(()) };
        if self.0.requests.fetch_add(1, Ordering::Relaxed) % CLEANUP_INTERVAL == CLEANUP_INTERVAL - 1 {
            self.0.limiter.retain_recent();
        }
        self.0.limiter.check_key(&address).map_err(|not_until| {
            let wait = not_until.wait_time_from(DefaultClock::default().now());
            Problem::of_status(StatusCode::TOO_MANY_REQUESTS).with_retry_after(wait)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_address_has_its_own_limit() {
        let limits =
            EmailLimits::new(&Settings { emails_per_hour: 2.try_into().unwrap(), ..Settings::default() });
        let count = |address: &str| limits.count(address.parse().ok()).is_ok();
        assert_eq!([count("::1"), count("::1"), count("::1"), count("::2")], [true, true, false, true]);
        assert!((0..9).all(|_| limits.count(None).is_ok()));
    }
}
