//! The refusals that wait to be written to the audit log, after their responses.
//!
//! Strangers cause them at no cost. So what one account or key has too much of is dropped before it takes the place of others.

use std::collections::VecDeque;
use std::hash::{BuildHasher, RandomState};
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use hashlink::LruCache;
use tokio::sync::watch;
use tracing::Instrument as _;
use uuid::Uuid;

use super::RequestOrigin;
use super::record::HOURLY;
use crate::error::Result;

/// How many refusals may wait to be written. More are only logged.
const WAITING: usize = 1_024;
/// How many of one object and action may wait: as many as have no delay in a sign-in.
const WAITING_OF_ONE: u32 = 5;
/// How many objects and actions are counted, at about 100 bytes each; the least recently refused one makes room.
const COUNTED: usize = 10_000;
const HOUR: Duration = Duration::from_secs(3_600);
/// Refusals are written together, at most this many milliseconds late. The time is random, so that the work does not show in
/// the time of the responses that follow.
const MAX_DELAY: u64 = 200;
/// How long a reader of the log waits for refusals that are being written.
const WAIT_LIMIT: Duration = Duration::from_secs(1);

/// The id of the account or key that was named, and the action.
type Subject = (Uuid, &'static str);
type Write = Pin<Box<dyn Future<Output = Result<()>> + Send>>;

/// Writes refusals one after the other, in the order in which they came. Cheap to clone.
#[derive(Clone)]
pub(crate) struct RefusalQueue {
    waiting: Arc<Mutex<Waiting>>,
    /// How many were written.
    written: watch::Sender<u64>,
}

struct Waiting {
    writes: VecDeque<(Subject, Write)>,
    /// How many have ever waited.
    total: u64,
    is_writing: bool,
    counts: LruCache<Subject, Count>,
}

/// The refusals of one subject.
struct Count {
    waiting: u32,
    /// The audit log takes no more in an hour, so writing more is no use.
    of_this_hour: i32,
    hour_began: Instant,
}

/// Why a refusal is not written.
#[derive(Debug, PartialEq, Eq)]
enum Dropped {
    TooManyOfOne,
    QueueFull,
}

impl Default for RefusalQueue {
    fn default() -> Self {
        Self { waiting: Arc::default(), written: watch::Sender::new(0) }
    }
}

impl RefusalQueue {
    /// Writes a refusal of the current request after a random time.
    pub fn write_later(&self, subject: Subject, write: impl Future<Output = Result<()>> + Send + 'static) {
        let mut waiting = self.lock();
        match waiting.push(subject, of_this_request(write), Instant::now()) {
            Ok(()) => {}
            Err(Dropped::TooManyOfOne) => {
                tracing::debug!(action = subject.1, "this refusal is one too many for the audit log");
                return;
            }
            Err(Dropped::QueueFull) => {
                tracing::warn!("too many refusals at once: this one is not in the audit log");
                return;
            }
        }
        if !std::mem::replace(&mut waiting.is_writing, true) {
            tokio::spawn(self.clone().write_all());
        }
    }

    async fn write_all(self) {
        loop {
            let delay = RandomState::new().hash_one(()) % MAX_DELAY;
            tokio::time::sleep(Duration::from_millis(delay)).await;
            let Some(writes) = self.lock().take() else { return };
            for write in writes {
                // A task of its own, so that a panic keeps no other refusal from being written.
                match tokio::spawn(write).await {
                    Ok(Ok(())) => {}
                    Ok(Err(error)) => tracing::error!(%error, "a refusal is not in the audit log"),
                    Err(error) => tracing::error!(%error, "a refusal is not in the audit log"),
                }
                self.written.send_modify(|written| *written += 1);
            }
        }
    }

    /// Waits until what waits now is written, at most a second. Later refusals do not prolong it.
    pub async fn written(&self) {
        let total = self.lock().total;
        let mut written = self.written.subscribe();
        // Neither a timeout nor an error matters: the sender lives as long as `self`.
        let _ = tokio::time::timeout(WAIT_LIMIT, written.wait_for(|written| *written >= total)).await;
    }

    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Default for Waiting {
    fn default() -> Self {
        Self { writes: VecDeque::new(), total: 0, is_writing: false, counts: LruCache::new(COUNTED) }
    }
}

impl Waiting {
    fn push(&mut self, subject: Subject, write: Write, now: Instant) -> Result<(), Dropped> {
        let new = || Count { waiting: 0, of_this_hour: 0, hour_began: now };
        let count = self.counts.entry(subject).or_insert_with(new);
        if now.duration_since(count.hour_began) >= HOUR {
            (count.of_this_hour, count.hour_began) = (0, now);
        }
        if count.waiting >= WAITING_OF_ONE || count.of_this_hour >= HOURLY {
            return Err(Dropped::TooManyOfOne);
        }
        if self.writes.len() >= WAITING {
            return Err(Dropped::QueueFull);
        }
        count.waiting += 1;
        count.of_this_hour += 1;
        self.total += 1;
        self.writes.push_back((subject, write));
        Ok(())
    }

    /// What is to be written now. `None` ends the writing.
    fn take(&mut self) -> Option<Vec<Write>> {
        let mut writes = Vec::new();
        for (subject, write) in self.writes.drain(..) {
            if let Some(count) = self.counts.get_mut(&subject) {
                count.waiting = count.waiting.saturating_sub(1);
            }
            writes.push(write);
        }
        self.is_writing = !writes.is_empty();
        self.is_writing.then_some(writes)
    }
}

fn of_this_request(write: impl Future<Output = Result<()>> + Send + 'static) -> Write {
    match RequestOrigin::current() {
        Some(origin) => Box::pin(origin.scope(write).in_current_span()),
        None => Box::pin(write.in_current_span()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ACTION: &str = "sign_in.locked_out";

    fn push(waiting: &mut Waiting, account: u128, now: Instant) -> Result<(), Dropped> {
        waiting.push((Uuid::from_u128(account), ACTION), Box::pin(async { Ok(()) }), now)
    }

    #[test]
    fn the_refusals_of_one_account_leave_room_for_others() {
        let (mut waiting, now) = (Waiting::default(), Instant::now());
        let accepted = (0..2_000).filter(|_| push(&mut waiting, 1, now).is_ok()).count();
        assert_eq!(accepted, WAITING_OF_ONE as usize);
        assert_eq!(push(&mut waiting, 2, now), Ok(()));
    }

    #[test]
    fn an_account_has_sixty_refusals_an_hour() {
        let (mut waiting, begin) = (Waiting::default(), Instant::now());
        let written = |waiting: &mut Waiting, now| {
            let accepted = (0..100).filter(|_| push(waiting, 1, now).is_ok() && waiting.take().is_some());
            accepted.count()
        };
        assert_eq!(written(&mut waiting, begin), 60);
        assert_eq!(written(&mut waiting, begin + HOUR / 2), 0);
        assert_eq!(written(&mut waiting, begin + HOUR), 60);
    }

    #[test]
    fn a_full_queue_takes_no_more() {
        let (mut waiting, now) = (Waiting::default(), Instant::now());
        assert!((0..WAITING as u128).all(|account| push(&mut waiting, account, now).is_ok()));
        assert_eq!(push(&mut waiting, u128::MAX, now), Err(Dropped::QueueFull));
        assert_eq!(waiting.take().map(|writes| writes.len()), Some(WAITING));
        assert!(waiting.take().is_none() && !waiting.is_writing);
    }

    #[tokio::test]
    async fn a_reader_does_not_wait_for_later_refusals() {
        let (queue, begin) = (RefusalQueue::default(), Instant::now());
        queue.write_later((Uuid::from_u128(1), ACTION), async { Ok(()) });
        tokio::join!(queue.written(), async {
            queue.write_later((Uuid::from_u128(2), ACTION), std::future::pending());
        });
        assert!(begin.elapsed() < WAIT_LIMIT);
    }
}
