//! Records when a key was last used. A process writes this at most once a minute for each key, not with every request.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use entity::id::{ApiKeyId, OrganizationId};
use hashlink::LruCache;

use crate::db::Db;
use crate::stored_function::stored_function;

const INTERVAL: Duration = Duration::from_secs(60);
/// How many keys a process remembers.
const CAPACITY: usize = 4_096;

/// When this process last recorded the use of each key.
pub(crate) struct LastUses(Mutex<LruCache<ApiKeyId, Instant>>);

impl Default for LastUses {
    fn default() -> Self {
        Self(Mutex::new(LruCache::new(CAPACITY)))
    }
}

impl LastUses {
    /// Whether the use has to be recorded now. `true` counts as recorded, so the caller must do it.
    fn is_due(&self, key: ApiKeyId) -> bool {
        let mut written = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let is_due = written.get(&key).is_none_or(|at| at.elapsed() >= INTERVAL);
        if is_due {
            written.insert(key, Instant::now());
        }
        is_due
    }
}

stored_function! {
    /// Does nothing when a use within the last `interval` is recorded: other processes do it too.
    pub(crate) struct TouchApiKey = CrossTenant volatile "touch_api_key" {
        organization: OrganizationId,
        api_key: ApiKeyId,
        interval: Duration,
    } -> ()
}

impl Db {
    pub(super) async fn record_use(&self, organization: OrganizationId, api_key: ApiKeyId) {
        if !self.last_uses().is_due(api_key) {
            return;
        }
        let recorded = self.call(TouchApiKey { organization, api_key, interval: INTERVAL / 2 }).await;
        if let Err(error) = recorded {
            tracing::warn!(%error, "could not record the use of an API key");
        }
    }
}
