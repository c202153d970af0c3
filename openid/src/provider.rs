//! What is cached of a provider: its metadata and its keys.

use std::sync::Arc;
use std::time::{Duration, Instant};

use jsonwebtoken::jwk::Jwk;
use outbound::Outbound;
use serde::Deserialize;
use serde_json::Value;
use tokio::sync::Mutex;

use crate::error::{Error, Result};
use crate::metadata::{Metadata, json};
use crate::relying_party::TIMEOUT;

/// How long metadata and keys are used.
const LIFETIME: Duration = Duration::from_secs(60 * 60);
/// How often keys are fetched for a key that is not among them. A provider that rotates its keys publishes the new one first.
const MIN_INTERVAL: Duration = Duration::from_secs(5);
/// For how long a failure is repeated, so that those who wait for a slow provider do not wait one after the other.
const FAILURE_LIFETIME: Duration = Duration::from_secs(1);

/// A cached value, with the time at which it was fetched.
type Cached<T> = Option<(T, Instant)>;

/// A provider, by its issuer. The lock lets one task fetch at a time.
#[derive(Default)]
pub struct Provider(Mutex<State>);

#[derive(Default)]
struct State {
    metadata: Cached<Arc<Metadata>>,
    keys: Cached<Arc<Vec<Jwk>>>,
    failure: Cached<Error>,
}

#[derive(Deserialize)]
struct KeySet {
    /// Keys of unknown types are left out instead of spoiling the set.
    keys: Vec<Value>,
}

impl Provider {
    /// # Errors
    /// Those of [`Metadata::fetch`].
    pub async fn metadata(&self, outbound: &Outbound, issuer: &str) -> Result<Arc<Metadata>> {
        let mut state = self.0.lock().await;
        if let Some(metadata) = younger(&state.metadata, LIFETIME) {
            return Ok(metadata);
        }
        if let Some(failure) = younger(&state.failure, FAILURE_LIFETIME) {
            return Err(failure);
        }
        let fetched = Metadata::fetch(outbound, issuer).await.map(Arc::new);
        state.keep_failure(&fetched);
        state.metadata = Some((fetched.clone()?, Instant::now()));
        // The new metadata may name other keys.
        state.keys = None;
        fetched
    }

    /// The provider's keys. If `is_missing` says that a key is not among them, they are fetched again.
    ///
    /// # Errors
    /// [`Error::Unavailable`], [`Error::TimedOut`], [`Error::Unusable`].
    pub async fn keys(
        &self,
        outbound: &Outbound,
        url: &str,
        is_missing: impl Fn(&[Jwk]) -> bool,
    ) -> Result<Arc<Vec<Jwk>>> {
        let mut state = self.0.lock().await;
        if let Some(keys) = younger(&state.keys, LIFETIME) {
            let is_young = younger(&state.keys, MIN_INTERVAL).is_some();
            if is_young || !is_missing(&keys) {
                return Ok(keys);
            }
        }
        if let Some(failure) = younger(&state.failure, FAILURE_LIFETIME) {
            return Err(failure);
        }
        let fetched = fetch_keys(outbound, url).await.map(Arc::new);
        state.keep_failure(&fetched);
        state.keys = Some((fetched.clone()?, Instant::now()));
        fetched
    }
}

impl State {
    fn keep_failure<T>(&mut self, fetched: &Result<T>) {
        self.failure = fetched.as_ref().err().map(|error| (error.clone(), Instant::now()));
    }
}

fn younger<T: Clone>(cached: &Cached<T>, than: Duration) -> Option<T> {
    cached.as_ref().filter(|(_, at)| at.elapsed() < than).map(|(value, _)| value.clone())
}

async fn fetch_keys(outbound: &Outbound, url: &str) -> Result<Vec<Jwk>> {
    let set: KeySet = json(&outbound.get(url, TIMEOUT).await?, "its keys are not readable")?;
    Ok(set.keys.into_iter().filter_map(|key| serde_json::from_value(key).ok()).collect())
}
