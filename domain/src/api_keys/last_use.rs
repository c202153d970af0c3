//! When a key was last used, to about a minute: a process writes it down once a minute for each key, and not with every
//! request.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use entity::id::ApiKeyId;
use hashlink::LruCache;

use crate::db::Db;

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

impl Db {
    pub(super) async fn note_use(&self, key: ApiKeyId) {
        if !self.last_uses().is_due(key) {
            return;
        }
        let noted = sqlx::query("select across.note_key_use($1)").bind(key.0).execute(self.pool()).await;
        if let Err(error) = noted {
            tracing::warn!(%error, "could not note the use of an API key");
        }
    }
}
