//! Subscriptions by key within this process. Notifications wake them; a key without subscriptions is removed.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;
use tokio::sync::futures::{Notified, OwnedNotified};

type Waiters<K> = Arc<Mutex<HashMap<K, Arc<Notify>>>>;

/// All subscriptions, by key.
pub(crate) struct Subscriptions<K>(Waiters<K>);

impl<K> Default for Subscriptions<K> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

impl<K: Copy + Eq + Hash> Subscriptions<K> {
    pub fn subscribe(&self, key: K) -> Subscription<K> {
        let notify = lock(&self.0).entry(key).or_default().clone();
        Subscription { key, notify, waiters: self.0.clone() }
    }

    pub fn wake(&self, key: K) {
        if let Some(notify) = lock(&self.0).get(&key) {
            notify.notify_waiters();
        }
    }

    pub fn wake_all(&self) {
        lock(&self.0).values().for_each(|notify| notify.notify_waiters());
    }
}

/// A subscription to one key, until it is dropped.
pub(crate) struct Subscription<K: Eq + Hash> {
    key: K,
    notify: Arc<Notify>,
    waiters: Waiters<K>,
}

impl<K: Eq + Hash> Subscription<K> {
    /// Completes at the next notification.
    pub fn notified(&self) -> Notified<'_> {
        self.notify.notified()
    }

    /// Completes at the first notification from now on, even if that comes before the first poll.
    pub fn next(&self) -> OwnedNotified {
        self.notify.clone().notified_owned()
    }
}

impl<K: Eq + Hash> Drop for Subscription<K> {
    fn drop(&mut self) {
        let mut waiters = lock(&self.waiters);
        // Under the lock, so that of two subscriptions dropped at once the second one removes the key.
        self.notify = Arc::default();
        if waiters.get(&self.key).is_some_and(|notify| Arc::strong_count(notify) == 1) {
            waiters.remove(&self.key);
        }
    }
}

fn lock<K>(waiters: &Waiters<K>) -> MutexGuard<'_, HashMap<K, Arc<Notify>>> {
    waiters.lock().unwrap_or_else(PoisonError::into_inner)
}
