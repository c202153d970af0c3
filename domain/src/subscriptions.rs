//! Who in this process waits for what: woken by the notifier, forgotten when nobody waits any more.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;
use tokio::sync::futures::{Notified, OwnedNotified};

type Waiters<K> = Arc<Mutex<HashMap<K, Arc<Notify>>>>;

pub(crate) struct Subscriptions<K>(Waiters<K>);

impl<K> Default for Subscriptions<K> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

impl<K: Copy + Eq + Hash> Subscriptions<K> {
    pub fn expect(&self, key: K) -> Subscription<K> {
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

/// Somebody waits for something.
pub(crate) struct Subscription<K: Eq + Hash> {
    key: K,
    notify: Arc<Notify>,
    waiters: Waiters<K>,
}

impl<K: Eq + Hash> Subscription<K> {
    pub fn ring(&self) -> Notified<'_> {
        self.notify.notified()
    }

    /// The next ring from now on, even if it comes before it is waited for.
    pub fn next_ring(&self) -> OwnedNotified {
        self.notify.clone().notified_owned()
    }
}

impl<K: Eq + Hash> Drop for Subscription<K> {
    fn drop(&mut self) {
        let mut waiters = lock(&self.waiters);
        // Under the lock, so that of two who leave at once the second finds itself alone.
        self.notify = Arc::default();
        if waiters.get(&self.key).is_some_and(|waited_for| Arc::strong_count(waited_for) == 1) {
            waiters.remove(&self.key);
        }
    }
}

fn lock<K>(waiters: &Waiters<K>) -> MutexGuard<'_, HashMap<K, Arc<Notify>>> {
    waiters.lock().unwrap_or_else(PoisonError::into_inner)
}
