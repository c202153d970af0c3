//! Tables of failures, with a limited number of entries. Every operation takes the same time whatever they contain.

use std::hash::Hash;
use std::time::{Duration, Instant};

use hashlink::LruCache;

const LONGEST_DELAY: Duration = Duration::from_secs(300);
const FORGOTTEN_AFTER: Duration = Duration::from_secs(900);
/// Entries of a table, at about 120 bytes each; the least recently used one makes room.
const CAPACITY: usize = 50_000;

/// Failures in a row by key. The keys of failures that are long ago count as absent.
pub struct Failures<K>(LruCache<K, Entry>);

#[derive(Clone, Copy)]
struct Entry {
    count: u32,
    last: Instant,
}

impl<K: Hash + Eq> Default for Failures<K> {
    fn default() -> Self {
        Self(LruCache::new(CAPACITY))
    }
}

impl<K: Hash + Eq> Failures<K> {
    /// The number of failures.
    pub fn count(&mut self, key: &K, now: Instant) -> u32 {
        self.recent(key, now).map_or(0, |entry| entry.count)
    }

    /// Time until the next attempt is allowed: none for the first `free` failures, then more with each one.
    pub fn wait(&mut self, key: &K, free: u32, now: Instant) -> Duration {
        let wait = |entry: &mut Entry| delay(entry.count, free).saturating_sub(now - entry.last);
        self.recent(key, now).map_or(Duration::ZERO, wait)
    }

    /// Counts a failure.
    pub fn add(&mut self, key: K, now: Instant) {
        let count = self.count(&key, now) + 1;
        self.0.insert(key, Entry { count, last: now });
    }

    /// Takes one failure back.
    pub fn take_back(&mut self, key: &K) {
        if let Some(entry) = self.0.get_mut(key) {
            entry.count = entry.count.saturating_sub(1);
        }
    }

    /// Forgets all failures of the key.
    pub fn clear(&mut self, key: &K) {
        self.0.remove(key);
    }

    fn recent(&mut self, key: &K, now: Instant) -> Option<&mut Entry> {
        self.0.get_mut(key).filter(|entry| now - entry.last < FORGOTTEN_AFTER)
    }
}

fn delay(failures: u32, free: u32) -> Duration {
    match failures.checked_sub(free) {
        None => Duration::ZERO,
        Some(more) => Duration::from_secs(1 << more.min(16)).min(LONGEST_DELAY),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    #[test]
    fn delays_grow_with_failures_and_end_with_time() {
        let (mut failures, now) = (Failures::default(), Instant::now());
        for number in 0..5 {
            assert!(failures.wait(&"ada", 5, now).is_zero(), "{number}");
            failures.add("ada", now);
        }
        assert_eq!(failures.wait(&"ada", 5, now), SECOND);
        assert!(failures.wait(&"ada", 5, now + SECOND).is_zero());
        failures.add("ada", now + SECOND);
        assert_eq!(failures.wait(&"ada", 5, now + SECOND), 2 * SECOND);
        assert!(failures.wait(&"bob", 5, now).is_zero());
        assert_eq!(delay(99, 5), LONGEST_DELAY);
        assert_eq!(failures.count(&"ada", now + SECOND + FORGOTTEN_AFTER), 0);
    }

    #[test]
    fn failures_can_be_taken_back_and_forgotten() {
        let (mut failures, now) = (Failures::default(), Instant::now());
        (0..5).for_each(|_| failures.add("ada", now));
        failures.take_back(&"ada");
        assert!(failures.wait(&"ada", 5, now).is_zero());
        (0..3).for_each(|_| failures.add("ada", now));
        failures.clear(&"ada");
        assert_eq!(failures.count(&"ada", now), 0);
    }

    #[test]
    fn a_table_has_a_limited_number_of_entries() {
        let (mut failures, now) = (Failures::default(), Instant::now());
        (0..CAPACITY + 10).for_each(|number| failures.add(number, now));
        assert_eq!(failures.0.len(), CAPACITY);
        assert_eq!((failures.count(&0, now), failures.count(&(CAPACITY + 9), now)), (0, 1));
    }
}
