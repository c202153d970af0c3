//! How many streams a person or an API key may have open in this process.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use domain::Caller;
use entity::id::{ApiKeyId, UserId};

/// Who a stream is counted for. A key's are its own, whomever it acts for: behind it may be many people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StreamOwner {
    Person(UserId),
    Key(ApiKeyId),
}

impl From<&Caller> for StreamOwner {
    fn from(caller: &Caller) -> Self {
        caller.api_key_id().map_or(Self::Person(caller.user_id()), Self::Key)
    }
}

/// Who holds how many seats.
#[derive(Clone, Default)]
pub struct StreamLimits(Arc<Mutex<HashMap<StreamOwner, usize>>>);

/// The right to one stream, given back when dropped.
pub struct StreamPermit {
    holder: StreamOwner,
    seats: StreamLimits,
}

impl StreamLimits {
    /// A seat, unless they hold `limit` already.
    pub fn take(&self, holder: StreamOwner, limit: usize) -> Option<StreamPermit> {
        let mut taken = self.lock();
        let count = taken.entry(holder).or_default();
        if *count >= limit {
            return None;
        }
        *count += 1;
        Some(StreamPermit { holder, seats: self.clone() })
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<StreamOwner, usize>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for StreamPermit {
    fn drop(&mut self) {
        let mut taken = self.seats.lock();
        if let Some(count) = taken.get_mut(&self.holder) {
            *count -= 1;
            if *count == 0 {
                taken.remove(&self.holder);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seats_are_counted_by_holder_and_given_back() {
        let seats = StreamLimits::default();
        let (ada, bob) = (StreamOwner::Person(UserId::new()), StreamOwner::Key(ApiKeyId::new()));
        let (first, second) = (seats.take(ada, 2), seats.take(ada, 2));
        assert!(first.is_some() && second.is_some());
        assert!(seats.take(ada, 2).is_none() && seats.take(bob, 2).is_some());
        drop(first);
        assert!(seats.take(ada, 2).is_some());
        drop(second);
        assert!(seats.lock().is_empty());
    }
}
