//! What one client's network may do without signing in: request e-mails, so that nobody uses the service to flood mailboxes, and
//! begin sign-ins at identity providers.

use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use domain::Network;
use hashlink::LruCache;
use poem::http::StatusCode;

use crate::problem::Problem;
use crate::settings::Settings;

const HOUR: Duration = Duration::from_secs(3_600);
/// How many networks are counted, at about 100 bytes each; the least recently used one makes room.
const CAPACITY: usize = 50_000;

/// A token bucket for each network, of this process. Cheap to clone.
#[derive(Clone)]
struct NetworkLimits {
    /// The time in which one request of a full bucket comes back.
    interval: Duration,
    /// When each network's bucket is full again.
    full_at: Arc<Mutex<LruCache<Network, Instant>>>,
}

impl NetworkLimits {
    fn new(per_hour: NonZeroU32) -> Self {
        let interval = HOUR / per_hour.get();
        Self { interval, full_at: Arc::new(Mutex::new(LruCache::new(CAPACITY))) }
    }

    fn count(&self, address: Option<IpAddr>) -> Result<(), Problem> {
        let (Some(network), now) = (address.map(Network::from), Instant::now()) else { return Ok(()) };
        let mut buckets = self.full_at.lock().unwrap_or_else(PoisonError::into_inner);
        let full_at = buckets.get(&network).copied().unwrap_or(now).max(now) + self.interval;
        let wait = (full_at - now).saturating_sub(HOUR);
        if wait.is_zero() {
            buckets.insert(network, full_at);
            return Ok(());
        }
        Err(Problem::of_status(StatusCode::TOO_MANY_REQUESTS).with_retry_after(wait))
    }
}

/// The e-mails that a network may request.
#[derive(Clone)]
pub struct EmailLimits(NetworkLimits);

impl EmailLimits {
    pub fn new(settings: &Settings) -> Self {
        Self(NetworkLimits::new(settings.emails_per_hour))
    }

    /// Counts a request that sends an e-mail. An unknown address has no limit.
    ///
    /// # Errors
    /// 429 when the client's network has used up its requests.
    pub fn count(&self, address: Option<IpAddr>) -> Result<(), Problem> {
        self.0.count(address)
    }
}

/// The sign-ins at identity providers that a network may begin.
#[derive(Clone)]
pub struct SingleSignOnLimits(NetworkLimits);

impl SingleSignOnLimits {
    pub fn new(settings: &Settings) -> Self {
        Self(NetworkLimits::new(settings.single_sign_ons_per_hour))
    }

    /// Counts a sign-in that begins. An unknown address has no limit.
    ///
    /// # Errors
    /// 429 when the client's network has used up its sign-ins.
    pub fn count(&self, address: Option<IpAddr>) -> Result<(), Problem> {
        self.0.count(address)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_network_has_its_own_limit() {
        let limits =
            EmailLimits::new(&Settings { emails_per_hour: 2.try_into().unwrap(), ..Settings::default() });
        let count = |address: &str| limits.count(address.parse().ok()).is_ok();
        assert_eq!(
            [count("::1"), count("::2"), count("::3"), count("::1:0:0:0:1")],
            [true, true, false, true]
        );
        assert!((0..9).all(|_| limits.count(None).is_ok()));
    }
}
