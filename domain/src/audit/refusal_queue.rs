//! The refusals that wait to be written to the audit log, after their responses.

use std::collections::HashMap;
use std::fmt::Display;
use std::hash::{BuildHasher, RandomState};
use std::time::{Duration, Instant};

use tracing::Instrument as _;
use uuid::Uuid;

use super::RequestOrigin;
use super::record::HOURLY;
use crate::error::Result;
use crate::write_queue::{HourlyCounts, Waiting, Write, WriteQueue};

/// How many refusals may wait to be written. More are only logged.
const WAITING: usize = 1_024;
/// How many of one object and action may wait: as many as have no delay in a sign-in.
const WAITING_OF_ONE: u32 = 5;
/// How many objects and actions are counted.
const COUNTED: usize = 10_000;
/// Refusals are written together, at most this many milliseconds late. The time is random, so that the work does not show in
/// the time of the responses that follow.
const MAX_DELAY: u64 = 200;
/// How long a reader of the log waits for refusals that are being written.
const WAIT_LIMIT: Duration = Duration::from_secs(1);

/// The id of the account or key that was named, and the action.
type Subject = (Uuid, &'static str);

/// Writes refusals one after the other, in the order in which they came.
#[derive(Default)]
pub(crate) struct RefusalQueue(WriteQueue<Refusals>);

struct Refusals {
    writes: Vec<(Subject, Write)>,
    /// How many of these each subject has.
    of_subject: HashMap<Subject, u32>,
    /// The audit log takes no more in an hour, so writing more is no use.
    hourly: HourlyCounts<Subject>,
    /// How many have ever waited.
    total: u64,
    written: u64,
}

/// Why a refusal is not written.
#[derive(Debug, PartialEq, Eq)]
enum Dropped {
    TooManyOfOne,
    QueueFull,
}

impl RefusalQueue {
    /// Writes a refusal of the current request after a random time.
    pub fn write_later(&self, subject: Subject, write: impl Future<Output = Result<()>> + Send + 'static) {
        let write = of_this_request(write);
        match self.0.push(&(), |refusals| refusals.push(subject, write, Instant::now())) {
            Ok(()) => {}
            Err(Dropped::TooManyOfOne) => {
                tracing::debug!(action = subject.1, "this refusal is one too many for the audit log");
            }
            Err(Dropped::QueueFull) => {
                tracing::warn!("too many refusals at once: this one is not in the audit log");
            }
        }
    }

    /// Waits until what waits now is written, at most a second. Later refusals do not prolong it.
    pub async fn written(&self) {
        let total = self.0.read(|refusals| refusals.total);
        self.0.wait_until(WAIT_LIMIT, |refusals| refusals.written >= total).await;
    }
}

impl Default for Refusals {
    fn default() -> Self {
        Self {
            writes: Vec::new(),
            of_subject: HashMap::new(),
            hourly: HourlyCounts::new(HOURLY.unsigned_abs(), COUNTED),
            total: 0,
            written: 0,
        }
    }
}

impl Refusals {
    fn push(&mut self, subject: Subject, write: Write, now: Instant) -> Result<(), Dropped> {
        let waiting = self.of_subject.get(&subject).copied().unwrap_or_default();
        let of_this_hour = self.hourly.of(subject, now).filter(|_| waiting < WAITING_OF_ONE);
        let of_this_hour = of_this_hour.ok_or(Dropped::TooManyOfOne)?;
        if self.writes.len() >= WAITING {
            return Err(Dropped::QueueFull);
        }
        *of_this_hour += 1;
        self.of_subject.insert(subject, waiting + 1);
        self.total += 1;
        self.writes.push((subject, write));
        Ok(())
    }
}

impl Waiting for Refusals {
    type Context = ();
    type Key = Subject;

    fn delay() -> Duration {
        Duration::from_millis(RandomState::new().hash_one(()) % MAX_DELAY)
    }

    fn take(&mut self, (): &()) -> Vec<(Subject, Write)> {
        self.of_subject.clear();
        std::mem::take(&mut self.writes)
    }

    fn has_written(&mut self, _: Subject) {
        self.written += 1;
    }

    fn log_failure(error: &dyn Display) {
        tracing::error!(%error, "a refusal is not in the audit log");
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

    fn push(refusals: &mut Refusals, account: u128, now: Instant) -> Result<(), Dropped> {
        refusals.push((Uuid::from_u128(account), ACTION), Box::pin(async { Ok(()) }), now)
    }

    #[test]
    fn the_refusals_of_one_account_leave_room_for_others() {
        let (mut refusals, now) = (Refusals::default(), Instant::now());
        let accepted = (0..2_000).filter(|_| push(&mut refusals, 1, now).is_ok()).count();
        assert_eq!(accepted, WAITING_OF_ONE as usize);
        assert_eq!(push(&mut refusals, 2, now), Ok(()));
    }

    #[test]
    fn an_account_has_sixty_refusals_an_hour() {
        let (mut refusals, begin) = (Refusals::default(), Instant::now());
        let written = |refusals: &mut Refusals, now| {
            let accepted =
                (0..100).filter(|_| push(refusals, 1, now).is_ok() && refusals.take(&()).len() == 1);
            accepted.count()
        };
        let hour = Duration::from_secs(3_600);
        assert_eq!(written(&mut refusals, begin), 60);
        assert_eq!(written(&mut refusals, begin + hour / 2), 0);
        assert_eq!(written(&mut refusals, begin + hour), 60);
    }

    #[test]
    fn a_full_queue_takes_no_more() {
        let (mut refusals, now) = (Refusals::default(), Instant::now());
        assert!((0..WAITING as u128).all(|account| push(&mut refusals, account, now).is_ok()));
        assert_eq!(push(&mut refusals, u128::MAX, now), Err(Dropped::QueueFull));
        assert_eq!(refusals.take(&()).len(), WAITING);
        assert!(refusals.take(&()).is_empty());
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
