//! Records when a key was last used. A process writes this at most once a minute for each key, not with every request.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use entity::id::ApiKeyId;
use hashlink::LruCache;

use crate::db::Db;

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

impl Db {
    pub(super) async fn record_use(&self, key: ApiKeyId) {
        if !self.last_uses().is_due(key) {
            return;
        }
        let recorded = sqlx::query("select across.note_key_use($1)").bind(key.0).execute(self.pool()).await;
        if let Err(error) = recorded {
            tracing::warn!(%error, "could not record the use of an API key");
        }
    }
}
