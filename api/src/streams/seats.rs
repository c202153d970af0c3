//! How many streams a user may have open in this process.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use entity::id::UserId;

/// Who holds how many seats.
#[derive(Clone, Default)]
pub struct Seats(Arc<Mutex<HashMap<UserId, usize>>>);

/// The right to one stream, given back when dropped.
pub struct Seat {
    user: UserId,
    seats: Seats,
}

impl Seats {
    /// A seat, unless the user holds `limit` already.
    pub fn take(&self, user: UserId, limit: usize) -> Option<Seat> {
        let mut taken = self.lock();
        let count = taken.entry(user).or_default();
        if *count >= limit {
            return None;
        }
        *count += 1;
        Some(Seat { user, seats: self.clone() })
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<UserId, usize>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut taken = self.seats.lock();
        if let Some(count) = taken.get_mut(&self.user) {
            *count -= 1;
            if *count == 0 {
                taken.remove(&self.user);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seats_are_counted_by_user_and_given_back() {
        let (seats, ada, bob) = (Seats::default(), UserId::new(), UserId::new());
        let (first, second) = (seats.take(ada, 2), seats.take(ada, 2));
        assert!(first.is_some() && second.is_some());
        assert!(seats.take(ada, 2).is_none() && seats.take(bob, 2).is_some());
        drop(first);
        assert!(seats.take(ada, 2).is_some());
        drop(second);
        assert!(seats.lock().is_empty());
    }
}
