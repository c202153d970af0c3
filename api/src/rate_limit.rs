//! How many requests an organization and an API key may send: token buckets of this process, and the headers that tell of
//! them (draft-ietf-httpapi-ratelimit-headers-11).

use std::hash::Hash;
use std::num::NonZeroU32;
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
use crate::settings::Settings;

const POLICY: HeaderName = HeaderName::from_static("ratelimit-policy");
const STATE: HeaderName = HeaderName::from_static("ratelimit");
/// Full buckets are forgotten once in so many requests.
const TIDY_UP_ONCE_IN: u32 = 10_000;

/// A bucket: so many requests at once, and so many a second in the long run.
#[derive(Clone, Copy, Debug)]
pub struct Rate {
    pub per_second: NonZeroU32,
    pub burst: NonZeroU32,
}

impl Rate {
    /// Seconds in which an empty bucket fills, rounded up: the window of the policy.
    fn window(self) -> u32 {
        self.burst.get().div_ceil(self.per_second.get())
    }
}

/// The buckets of all callers. Cheap to clone.
#[derive(Clone)]
pub struct RateLimits(Arc<Buckets>);

struct Buckets {
    /// Each mode of an organization has one: its tests do not use up what its people need.
    organizations: Kind<(OrganizationId, bool)>,
    keys: Kind<ApiKeyId>,
    counted: AtomicU32,
}

type Limiter<K> = RateLimiter<K, HashMapStateStore<K>, DefaultClock, StateInformationMiddleware>;

struct Kind<K: Hash + Eq + Clone> {
    name: &'static str,
    rate: Rate,
    limiter: Limiter<K>,
}

/// What a bucket says to one more request.
struct Level {
    name: &'static str,
    rate: Rate,
    remaining: u32,
    /// Until there is room again; none when the request may pass.
    wait: Option<Duration>,
}

impl RateLimits {
    pub fn new(settings: &Settings) -> Self {
        let (organizations, keys) =
            (Kind::new("organization", settings.organization_rate), Kind::new("key", settings.key_rate));
        Self(Arc::new(Buckets { organizations, keys, counted: AtomicU32::new(0) }))
    }

    /// Takes a request of the caller's out of their buckets; what they say then goes to `meter`.
    ///
    /// # Errors
    /// 429 `rate_limited` when one is empty.
    pub fn count(&self, caller: &Caller, meter: Option<&RateLimitHeaders>) -> Result<(), Problem> {
        let buckets = &self.0;
        buckets.tidy_up();
        // What its key is refused does not burden the organization.
        let mut levels: Vec<Level> =
            caller.api_key_id().map(|key| buckets.keys.take(key)).into_iter().collect();
        if levels.iter().all(|level| level.wait.is_none()) {
            levels.push(buckets.organizations.take((caller.organization_id(), caller.is_live())));
        }
        if let Some(meter) = meter {
            meter.show(&levels);
        }
        match levels.iter().find_map(|level| Some((level.name, level.wait?))) {
            None => Ok(()),
            Some((name, wait)) => Err(refusal(name, wait)),
        }
    }
}

impl Buckets {
    fn tidy_up(&self) {
        if self.counted.fetch_add(1, Ordering::Relaxed) % TIDY_UP_ONCE_IN == TIDY_UP_ONCE_IN - 1 {
            self.organizations.limiter.retain_recent();
            self.keys.limiter.retain_recent();
        }
    }
}

impl<K: Hash + Eq + Clone> Kind<K> {
    fn new(name: &'static str, rate: Rate) -> Self {
        let quota = Quota::per_second(rate.per_second).allow_burst(rate.burst);
        let limiter = RateLimiter::hashmap(quota).with_middleware::<StateInformationMiddleware>();
        Self { name, rate, limiter }
    }

    fn take(&self, who: K) -> Level {
        let (remaining, wait) = match self.limiter.check_key(&who) {
            Ok(snapshot) => (snapshot.remaining_burst_capacity(), None),
            Err(not_until) => (0, Some(not_until.wait_time_from(self.limiter.clock().now()))),
        };
        Level { name: self.name, rate: self.rate, remaining, wait }
    }
}

impl Level {
    /// An item of `RateLimit-Policy`: the quota and its window in seconds.
    fn policy(&self) -> String {
        format!(r#""{}";q={};w={}"#, self.name, self.rate.burst, self.rate.window())
    }

    /// An item of `RateLimit`: what remains, and in how many seconds the bucket is full again; an empty one, when it has
    /// room.
    fn state(&self) -> String {
        let missing = self.rate.burst.get() - self.remaining.min(self.rate.burst.get());
        let seconds =
            self.wait.map_or(u64::from(missing.div_ceil(self.rate.per_second.get())), whole_seconds);
        format!(r#""{}";r={};t={seconds}"#, self.name, self.remaining)
    }
}

/// Where the buckets leave what they say, for the headers of the answer.
#[derive(Clone, Default)]
pub struct RateLimitHeaders(Arc<OnceLock<[HeaderValue; 2]>>);

impl RateLimitHeaders {
    fn show(&self, levels: &[Level]) {
        let list = |item: fn(&Level) -> String| levels.iter().map(item).collect::<Vec<_>>().join(", ");
        if let (Ok(policy), Ok(state)) = (list(Level::policy).try_into(), list(Level::state).try_into()) {
            let _ = self.0.set([policy, state]);
        }
    }

    /// Writes the headers, if the request was counted.
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

/// At least one: 0 would say "now".
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
    fn a_bucket_says_what_is_left_of_it() {
        let kind = Kind::new("organization", rate(2, 5));
        let level = kind.take(1);
        assert_eq!(level.policy(), r#""organization";q=5;w=3"#);
        assert_eq!((level.state().as_str(), level.wait), (r#""organization";r=4;t=1"#, None));
        let last = (0..4).map(|_| kind.take(1)).last().unwrap();
        assert_eq!((last.state().as_str(), last.wait), (r#""organization";r=0;t=3"#, None));
        let refused = kind.take(1);
        assert!(refused.wait.is_some_and(|wait| wait <= Duration::from_millis(500)));
        assert_eq!(refused.state(), r#""organization";r=0;t=1"#);
        assert_eq!(kind.take(2).remaining, 4, "another's bucket is its own");
    }

    #[test]
    fn a_refusal_never_says_now() {
        assert_eq!(whole_seconds(Duration::from_millis(1)), 1);
        assert_eq!(whole_seconds(Duration::ZERO), 1);
        assert_eq!(whole_seconds(Duration::from_millis(1_001)), 2);
    }
}
