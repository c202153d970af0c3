//! Caches verified access tokens, so that a signature is checked once and not with every request.

use std::sync::{Mutex, PoisonError};

use hashlink::LruCache;

use crate::tenant::Caller;

/// How many tokens are cached, at about 600 bytes each.
const CAPACITY: usize = 4_096;

/// Callers by access token. What can change, the login's validity and the token's times, is checked by the database for each
/// transaction.
pub(crate) struct TokenCache(Mutex<LruCache<String, Caller>>);

impl Default for TokenCache {
    fn default() -> Self {
        Self(Mutex::new(LruCache::new(CAPACITY)))
    }
}

impl TokenCache {
    /// The caller of the token, from the cache or else from `verify`. Errors are not cached.
    pub fn caller<E>(&self, token: &str, verify: impl FnOnce() -> Result<Caller, E>) -> Result<Caller, E> {
        if let Some(cached) = self.lock().get(token) {
            return Ok(*cached);
        }
        let caller = verify()?;
        self.lock().insert(token.to_owned(), caller);
        Ok(caller)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, LruCache<String, Caller>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
