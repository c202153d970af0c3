//! Writes that no response waits for: a task writes them afterwards, one after the other.
//!
//! Strangers and callers cause them at no cost. So what one of them has too much of is dropped before it takes the place of
//! others.

use std::fmt::Display;
use std::hash::Hash;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use hashlink::LruCache;
use tokio::sync::watch;
use tokio::time::{sleep, timeout};

use crate::error::Result;

const HOUR: Duration = Duration::from_secs(3_600);

pub(crate) type Write = Pin<Box<dyn Future<Output = Result<()>> + Send>>;

/// What waits to be written, of one kind.
pub(crate) trait Waiting: Default + Send + 'static {
    /// What the writes need.
    type Context: Clone + Send + 'static;
    /// Names a write.
    type Key: Copy + Send + 'static;

    /// How long the first write waits for others.
    fn delay() -> Duration;

    /// Takes what is to be written now, in this order.
    fn take(&mut self, context: &Self::Context) -> Vec<(Self::Key, Write)>;

    /// Is called after each write, also after one that failed.
    fn has_written(&mut self, key: Self::Key);

    /// Logs why something was not written.
    fn log_failure(error: &dyn Display);
}

/// Cheap to clone.
pub(crate) struct WriteQueue<W: Waiting>(Arc<Shared<W>>);

struct Shared<W> {
    state: Mutex<State<W>>,
    /// Changes after each write.
    written: watch::Sender<()>,
}

#[derive(Default)]
struct State<W> {
    waiting: W,
    /// Whether a task writes until nothing waits.
    is_writing: bool,
}

impl<W: Waiting> Clone for WriteQueue<W> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<W: Waiting> Default for WriteQueue<W> {
    fn default() -> Self {
        Self(Arc::new(Shared { state: Mutex::default(), written: watch::Sender::new(()) }))
    }
}

impl<W: Waiting> WriteQueue<W> {
    /// Adds what `push` adds, and writes it later.
    ///
    /// # Errors
    /// That of `push`, which has then added nothing.
    pub fn push<E>(&self, context: &W::Context, push: impl FnOnce(&mut W) -> Result<(), E>) -> Result<(), E> {
        let mut state = self.lock();
        push(&mut state.waiting)?;
        if !std::mem::replace(&mut state.is_writing, true) {
            tokio::spawn(self.clone().write_all(context.clone()));
        }
        Ok(())
    }

    /// Reads what waits.
    pub fn read<T>(&self, read: impl FnOnce(&W) -> T) -> T {
        read(&self.lock().waiting)
    }

    /// Waits until `is_written`, at most for `limit`.
    pub async fn wait_until(&self, limit: Duration, is_written: impl Fn(&W) -> bool) {
        let mut written = self.0.written.subscribe();
        // Neither a timeout nor an error matters: the sender lives as long as `self`.
        let _ = timeout(limit, written.wait_for(|()| self.read(&is_written))).await;
    }

    async fn write_all(self, context: W::Context) {
        loop {
            sleep(W::delay()).await;
            let writes = self.take(&context);
            if writes.is_empty() {
                return;
            }
            for (key, write) in writes {
                // A task of its own, so that a panic keeps nothing else from being written.
                match tokio::spawn(write).await {
                    Ok(Ok(())) => {}
                    Ok(Err(error)) => W::log_failure(&error),
                    Err(error) => W::log_failure(&error),
                }
                self.lock().waiting.has_written(key);
                self.0.written.send_modify(|()| {});
            }
        }
    }

    fn take(&self, context: &W::Context) -> Vec<(W::Key, Write)> {
        let mut state = self.lock();
        let writes = state.waiting.take(context);
        state.is_writing = !writes.is_empty();
        writes
    }

    fn lock(&self) -> MutexGuard<'_, State<W>> {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// How many writes each of many keys has had in an hour.
pub(crate) struct HourlyCounts<K> {
    most: u32,
    counts: LruCache<K, Count>,
}

struct Count {
    writes: u32,
    hour_began: Instant,
}

impl<K: Eq + Hash> HourlyCounts<K> {
    /// A key may have `most` writes in an hour. At most `keys` are counted, at about 100 bytes each; the least recent one makes
    /// room.
    pub fn new(most: u32, keys: usize) -> Self {
        Self { most, counts: LruCache::new(keys) }
    }

    /// How many the key has had in this hour, for adding one; `None` if it may have no more.
    pub fn of(&mut self, key: K, now: Instant) -> Option<&mut u32> {
        let new = || Count { writes: 0, hour_began: now };
        let count = self.counts.entry(key).or_insert_with(new);
        if now.duration_since(count.hour_began) >= HOUR {
            *count = new();
        }
        (count.writes < self.most).then_some(&mut count.writes)
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use super::*;

    #[derive(Default)]
    struct Numbers {
        waiting: Vec<u32>,
        written: Vec<u32>,
    }

    impl Waiting for Numbers {
        type Context = ();
        type Key = u32;

        fn delay() -> Duration {
            Duration::ZERO
        }

        fn take(&mut self, (): &()) -> Vec<(u32, Write)> {
            let write = |number: u32| -> Write {
                Box::pin(async move {
                    assert_ne!(number, 2, "a panic of a test");
                    Ok(())
                })
            };
            self.waiting.drain(..).map(|number| (number, write(number))).collect()
        }

        fn has_written(&mut self, number: u32) {
            self.written.push(number);
        }

        fn log_failure(_: &dyn Display) {}
    }

    fn push(queue: &WriteQueue<Numbers>, number: u32) {
        let push = |numbers: &mut Numbers| -> Result<(), Infallible> {
            numbers.waiting.push(number);
            Ok(())
        };
        queue.push(&(), push).unwrap();
    }

    #[tokio::test]
    async fn what_waits_is_written_in_its_order_whatever_panics() {
        let queue = WriteQueue::<Numbers>::default();
        for round in 1..=2 {
            (1..=3).for_each(|number| push(&queue, number));
            queue.wait_until(Duration::from_secs(10), |numbers| numbers.written.len() == 3 * round).await;
        }
        assert_eq!(queue.read(|numbers| numbers.written.clone()), [1, 2, 3, 1, 2, 3]);
    }

    #[test]
    fn a_key_has_its_number_in_each_hour() {
        let (mut counts, begin) = (HourlyCounts::new(60, 10), Instant::now());
        let mut granted = |key: &'static str, now| {
            let count = |_: &i32| counts.of(key, now).map(|count| *count += 1).is_some();
            (0..100).filter(count).count()
        };
        assert_eq!(granted("one", begin), 60);
        assert_eq!(granted("other", begin), 60);
        assert_eq!(granted("one", begin + HOUR / 2), 0);
        assert_eq!(granted("one", begin + HOUR), 60);
    }
}
