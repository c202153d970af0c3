//! Access tokens whose signature was good: each is checked once, and not with every request.

use std::sync::{Mutex, PoisonError};

use hashlink::LruCache;

use crate::tenant::Caller;

/// Some 600 bytes each.
const REMEMBERED: usize = 4_096;

/// Who comes with which token. What may change of it, its login and its times, is asked of the database each time.
pub(crate) struct TokenCache(Mutex<LruCache<String, Caller>>);

impl Default for TokenCache {
    fn default() -> Self {
        Self(Mutex::new(LruCache::new(REMEMBERED)))
    }
}

impl TokenCache {
    /// The token's caller, as found before or as `prove` finds now; a token that proves nothing is not remembered.
    pub fn caller<E>(&self, token: &str, prove: impl FnOnce() -> Result<Caller, E>) -> Result<Caller, E> {
        if let Some(known) = self.lock().get(token) {
            return Ok(*known);
        }
        let caller = prove()?;
        self.lock().insert(token.to_owned(), caller);
        Ok(caller)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, LruCache<String, Caller>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
