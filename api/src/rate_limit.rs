//! Rate limits per organization and per API key: token buckets of this process, and the headers that report them
//! (draft-ietf-httpapi-ratelimit-headers-11).

use std::hash::Hash;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use domain::Caller;
use entity::id::{ApiKeyId, OrganizationId};
use governor::clock::{Clock, DefaultClock};
use governor::middleware::StateInformationMiddleware;
use governor::state::keyed::HashMapStateStore;
use governor::{Quota, RateLimiter};
use poem::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};

use crate::problem::Problem;
use crate::settings::{Rate, Settings};

const POLICY: HeaderName = HeaderName::from_static("ratelimit-policy");
const STATE: HeaderName = HeaderName::from_static("ratelimit");
/// Full buckets are removed once in this many requests.
const CLEANUP_INTERVAL: u32 = 10_000;

/// The buckets of all callers. Cheap to clone.
#[derive(Clone)]
pub struct RateLimits(Arc<Limits>);

struct Limits {
    /// One bucket per organization and mode, so that test traffic does not use up the live quota.
    organizations: Buckets<(OrganizationId, bool)>,
    keys: Buckets<ApiKeyId>,
    requests: AtomicU32,
}

type Limiter<K> = RateLimiter<K, HashMapStateStore<K>, DefaultClock, StateInformationMiddleware>;

/// The buckets of one policy.
struct Buckets<K: Hash + Eq + Clone> {
    name: &'static str,
    rate: Rate,
    limiter: Limiter<K>,
}

/// The state of a bucket after one more request.
struct BucketState {
    name: &'static str,
    rate: Rate,
    remaining: u32,
    /// Time until the next request is allowed; none when this one is.
    wait: Option<Duration>,
}

impl RateLimits {
    pub fn new(settings: &Settings) -> Self {
        let organizations = Buckets::new("organization", settings.organization_rate);
        let keys = Buckets::new("key", settings.key_rate);
        Self(Arc::new(Limits { organizations, keys, requests: AtomicU32::new(0) }))
    }

    /// Counts a request of the caller and records the state of their buckets in `headers`.
    ///
    /// # Errors
    /// 429 `rate_limited` when a bucket is empty.
    pub fn count(&self, caller: &Caller, headers: Option<&RateLimitHeaders>) -> Result<(), Problem> {
        let limits = &self.0;
        limits.clean_up();
        // A request that its key's bucket refuses does not count for the organization.
        let mut states: Vec<BucketState> =
            caller.api_key_id().map(|key| limits.keys.take(key)).into_iter().collect();
        if states.iter().all(|state| state.wait.is_none()) {
            states.push(limits.organizations.take((caller.organization_id(), caller.is_live())));
        }
        if let Some(headers) = headers {
            headers.record(&states);
        }
        match states.iter().find_map(|state| Some((state.name, state.wait?))) {
            None => Ok(()),
            Some((name, wait)) => Err(refusal(name, wait)),
        }
    }
}

impl Limits {
    fn clean_up(&self) {
        if self.requests.fetch_add(1, Ordering::Relaxed) % CLEANUP_INTERVAL == CLEANUP_INTERVAL - 1 {
            self.organizations.limiter.retain_recent();
            self.keys.limiter.retain_recent();
        }
    }
}

impl<K: Hash + Eq + Clone> Buckets<K> {
    fn new(name: &'static str, rate: Rate) -> Self {
        let quota = Quota::per_second(rate.per_second).allow_burst(rate.burst);
        let limiter = RateLimiter::hashmap(quota).with_middleware::<StateInformationMiddleware>();
        Self { name, rate, limiter }
    }

    fn take(&self, owner: K) -> BucketState {
        let (remaining, wait) = match self.limiter.check_key(&owner) {
            Ok(snapshot) => (snapshot.remaining_burst_capacity(), None),
            Err(not_until) => (0, Some(not_until.wait_time_from(self.limiter.clock().now()))),
        };
        BucketState { name: self.name, rate: self.rate, remaining, wait }
    }
}

impl BucketState {
    /// An item of `RateLimit-Policy`: the quota, and the seconds in which an empty bucket fills.
    fn policy(&self) -> String {
        let window = self.rate.burst.get().div_ceil(self.rate.per_second.get());
        format!(r#""{}";q={};w={window}"#, self.name, self.rate.burst)
    }

    /// An item of `RateLimit`: the remaining requests, and the seconds until the bucket is full; of an empty bucket, the
    /// seconds until the next request is allowed.
    fn state(&self) -> String {
        let missing = self.rate.burst.get() - self.remaining.min(self.rate.burst.get());
        let seconds =
            self.wait.map_or(u64::from(missing.div_ceil(self.rate.per_second.get())), whole_seconds);
        format!(r#""{}";r={};t={seconds}"#, self.name, self.remaining)
    }
}

/// The rate-limit headers of one response: recorded when the request is counted, written when it is answered.
#[derive(Clone, Default)]
pub struct RateLimitHeaders(Arc<OnceLock<[HeaderValue; 2]>>);

impl RateLimitHeaders {
    fn record(&self, states: &[BucketState]) {
        let list = |item: fn(&BucketState) -> String| states.iter().map(item).collect::<Vec<_>>().join(", ");
        if let (Ok(policy), Ok(state)) =
            (list(BucketState::policy).try_into(), list(BucketState::state).try_into())
        {
            let _ = self.0.set([policy, state]);
        }
    }

    /// Writes the headers if the request was counted.
    pub fn write(&self, headers: &mut HeaderMap) {
        if let Some([policy, state]) = self.0.get() {
            headers.insert(POLICY, policy.clone());
            headers.insert(STATE, state.clone());
        }
    }
}

fn refusal(name: &str, wait: Duration) -> Problem {
    let detail = format!("The {name} sends more requests than it may. Wait as long as Retry-After says.");
    let wait = Duration::from_secs(whole_seconds(wait));
    Problem::new(StatusCode::TOO_MANY_REQUESTS, "rate_limited", detail).with_retry_after(wait)
}

/// Rounded up, at least 1: a `Retry-After` of 0 would mean "now".
fn whole_seconds(wait: Duration) -> u64 {
    (wait.as_secs() + u64::from(wait.subsec_nanos() > 0)).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rate(per_second: u32, burst: u32) -> Rate {
        Rate { per_second: per_second.try_into().unwrap(), burst: burst.try_into().unwrap() }
    }

    #[test]
    fn a_bucket_reports_its_policy_and_state() {
        let buckets = Buckets::new("organization", rate(2, 5));
        let first = buckets.take(1);
        assert_eq!(first.policy(), r#""organization";q=5;w=3"#);
        assert_eq!((first.state().as_str(), first.wait), (r#""organization";r=4;t=1"#, None));
        let last = (0..4).map(|_| buckets.take(1)).last().unwrap();
        assert_eq!((last.state().as_str(), last.wait), (r#""organization";r=0;t=3"#, None));
        let refused = buckets.take(1);
        assert!(refused.wait.is_some_and(|wait| wait <= Duration::from_millis(500)));
        assert_eq!(refused.state(), r#""organization";r=0;t=1"#);
        assert_eq!(buckets.take(2).remaining, 4, "another owner has a bucket of its own");
    }

    #[test]
    fn a_refusal_waits_at_least_a_second() {
        assert_eq!(whole_seconds(Duration::from_millis(1)), 1);
        assert_eq!(whole_seconds(Duration::ZERO), 1);
        assert_eq!(whole_seconds(Duration::from_millis(1_001)), 2);
    }
}
