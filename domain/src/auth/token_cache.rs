//! Caches verified access tokens, so that a signature is checked once and not with every request.

use std::sync::{Mutex, PoisonError};

use hashlink::LruCache;

use crate::tenant::Caller;

/// How many tokens are cached, at about 600 bytes each.
const CAPACITY: usize = 4_096;

/// Callers by access token. What can change, the login's validity and the token's times, is checked by the database for each
/// transaction.
pub(crate) struct TokenCache(Mutex<Cached>);

struct Cached {
    callers: LruCache<String, Caller>,
    /// How often the cache was cleared.
    generation: u64,
}

impl Default for TokenCache {
    fn default() -> Self {
        Self(Mutex::new(Cached { callers: LruCache::new(CAPACITY), generation: 0 }))
    }
}

impl TokenCache {
    /// The caller of the token, from the cache or else from `verify`. Errors are not cached, and neither is a caller that was
    /// verified before the cache was cleared.
    pub fn caller<E>(&self, token: &str, verify: impl FnOnce() -> Result<Caller, E>) -> Result<Caller, E> {
        let generation = {
            let mut cached = self.lock();
            if let Some(caller) = cached.callers.get(token) {
                return Ok(*caller);
            }
            cached.generation
        };
        let caller = verify()?;
        let mut cached = self.lock();
        if cached.generation == generation {
            cached.callers.insert(token.to_owned(), caller);
        }
        Ok(caller)
    }

    /// Empties the cache: every token is verified again.
    pub fn clear(&self) {
        let mut cached = self.lock();
        cached.callers.clear();
        cached.generation += 1;
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Cached> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use entity::id::{LoginId, OrganizationId, UserId};

    use super::*;
    use crate::tenant::{Person, Role};

    fn caller() -> Caller {
        let person = Some(Person { user: UserId::new(), login: LoginId::new(), role: Role::Owner });
        Caller {
            organization: OrganizationId::new(),
            livemode: true,
            person,
            key: None,
            token_validity: None,
            is_enrolling: false,
        }
    }

    #[test]
    fn a_token_is_verified_once_and_again_after_the_cache_was_cleared() {
        let cache = TokenCache::default();
        let fails = || Err("verified");
        assert!(cache.caller("token", || Ok::<_, &str>(caller())).is_ok());
        assert!(cache.caller("token", fails).is_ok());
        cache.clear();
        assert_eq!(cache.caller("token", fails).err(), Some("verified"));
    }

    #[test]
    fn a_caller_that_was_verified_with_replaced_keys_is_not_cached() {
        let cache = TokenCache::default();
        let verified = cache.caller("token", || {
            cache.clear();
            Ok::<_, &str>(caller())
        });
        assert!(verified.is_ok());
        assert_eq!(cache.caller("token", || Err("verified")).err(), Some("verified"));
    }
}
