//! The limit of open streams per user and per API key, in this process.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use domain::Caller;
use entity::id::{ApiKeyId, UserId};
use poem::http::StatusCode;

use crate::problem::Problem;

/// Whom a stream is counted for. An API key's streams do not count for the member it acts for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StreamOwner {
    User(Option<UserId>),
    Key(ApiKeyId),
}

impl From<&Caller> for StreamOwner {
    fn from(caller: &Caller) -> Self {
        caller.api_key_id().map_or(Self::User(caller.user_id()), Self::Key)
    }
}

/// The number of open streams per owner.
#[derive(Clone, Default)]
pub struct StreamLimits(Arc<Mutex<HashMap<StreamOwner, usize>>>);

/// Counts as one open stream until it is dropped.
pub struct StreamPermit {
    owner: StreamOwner,
    limits: StreamLimits,
}

impl StreamLimits {
    /// # Errors
    /// 429 when the owner has `limit` open streams already.
    pub fn acquire(&self, owner: StreamOwner, limit: usize) -> Result<StreamPermit, Problem> {
        let mut open = self.lock();
        let count = open.entry(owner).or_default();
        if *count >= limit {
            let detail = "You have as many streams open as you may; close one.";
            let problem = Problem::new(StatusCode::TOO_MANY_REQUESTS, "too_many_streams", detail);
            return Err(problem.with_retry_after(Duration::from_secs(1)));
        }
        *count += 1;
        Ok(StreamPermit { owner, limits: self.clone() })
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<StreamOwner, usize>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for StreamPermit {
    fn drop(&mut self) {
        let mut open = self.limits.lock();
        if let Some(count) = open.get_mut(&self.owner) {
            *count -= 1;
            if *count == 0 {
                open.remove(&self.owner);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn streams_are_counted_by_owner_until_they_close() {
        let limits = StreamLimits::default();
        let (ada, bob) = (StreamOwner::User(Some(UserId::new())), StreamOwner::Key(ApiKeyId::new()));
        let (first, second) = (limits.acquire(ada, 2), limits.acquire(ada, 2));
        assert!(first.is_ok() && second.is_ok());
        assert!(limits.acquire(ada, 2).is_err() && limits.acquire(bob, 2).is_ok());
        drop(first);
        assert!(limits.acquire(ada, 2).is_ok());
        drop(second);
        assert!(limits.lock().is_empty());
    }
}
