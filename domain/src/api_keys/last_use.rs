//! When a key was last used, to about a minute: a process writes it down once a minute for each key, and not with every
//! request.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use entity::id::{ApiKeyId, OrganizationId};
use hashlink::LruCache;

use crate::db::Db;
use crate::stored_function::stored_function;

const ONCE_IN: Duration = Duration::from_secs(60);
const REMEMBERED: usize = 4_096;

/// When this process wrote it down last.
pub(crate) struct LastUses(Mutex<LruCache<ApiKeyId, Instant>>);

impl Default for LastUses {
    fn default() -> Self {
        Self(Mutex::new(LruCache::new(REMEMBERED)))
    }
}

impl LastUses {
    /// Whether it is time to write it down; whoever is told so does it.
    fn is_due(&self, key: ApiKeyId) -> bool {
        let mut written = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let is_due = written.get(&key).is_none_or(|at| at.elapsed() >= ONCE_IN);
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
    /// Records the use of a valid key.
    pub(super) async fn touch(&self, organization: OrganizationId, api_key: ApiKeyId) {
        if !self.last_uses().is_due(api_key) {
            return;
        }
        let touched = self.call(TouchApiKey { organization, api_key, interval: ONCE_IN / 2 }).await;
        if let Err(error) = touched {
            tracing::warn!(%error, "could not record the use of an API key");
        }
    }
}
