//! Group commit: writes that many callers ask for at the same time share one transaction, and so do reads.
//!
//! Most of a small write's cost does not depend on its size: a round trip, the start of some twenty statements, a commit.
//! A batch pays it once. A write beside which no other waits runs alone, as without this module.

mod arrays;
mod callers;
mod pace;
mod take;
#[cfg(test)]
mod tests;

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use entity::id::{OrganizationId, SessionId};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, oneshot};
use tokio::time::{Instant, sleep_until, timeout};

pub(crate) use self::arrays::{each, outcomes};
pub(crate) use self::callers::Callers;
use self::pace::Pace;
use crate::error::{Error, Result, StatementError};

/// Transactions at once. A second one fills the time in which the first waits for the disk; a third makes batches smaller.
const WRITERS: usize = 2;
/// A transaction that takes longer, for example because it waits for a lock, does not count towards [`WRITERS`].
const WRITER_TIME: Duration = Duration::from_millis(100);
/// Writes that may wait or run in batches, before further ones are refused.
const MAX_PENDING: usize = 4_096;

const RETRY_AFTER: Duration = Duration::from_secs(1);

/// What became of the writes of a batch, in their order.
pub(crate) type Outcomes<W> = Result<Vec<Option<<W as Batchable>::Outcome>>, StatementError>;

/// A write, or a read, that can share a transaction with others of its kind.
pub(crate) trait Batchable: Send + Sync + 'static {
    /// Whether a batch may have several of one session, as it may of reads.
    const MAY_REPEAT: bool = false;
    /// The longest wait for others. A read has no commit to share, so a shorter wait is enough.
    const MAX_GAP: Duration = Duration::from_millis(8);

    /// How many of one organization may wait.
    const MAX_WAITING_OF_ORGANIZATION: usize = MAX_PENDING / 4;

    type Outcome: Send + 'static;
    /// What runs it.
    type Context: Clone + Send + Sync + 'static;

    fn session(&self) -> SessionKey;
    fn bytes(&self) -> usize;

    /// Runs it in a transaction of its own, which decides about every case.
    fn run(self, context: &Self::Context) -> impl Future<Output = Result<Self::Outcome>> + Send;

    /// Runs several in one transaction; `None` for each that wrote nothing and has to run alone. They are sorted by session,
    /// and no session occurs twice, unless they may repeat.
    fn run_together(writes: &[Self], context: &Self::Context) -> impl Future<Output = Outcomes<Self>> + Send
    where
        Self: Sized;

    /// Runs it after a batch that failed and may have committed, because the connection was lost.
    fn run_again(self, context: &Self::Context) -> impl Future<Output = Result<Self::Outcome>> + Send;
}

/// The session that a write belongs to. Batches take their locks in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct SessionKey {
    pub organization: OrganizationId,
    pub livemode: bool,
    pub session: SessionId,
}

/// The writes of one kind in this process.
pub(crate) struct GroupCommit<W: Batchable>(Arc<Shared<W>>);

struct Shared<W: Batchable> {
    state: Mutex<State<W>>,
    writers: Arc<Semaphore>,
    /// How long a transaction counts towards [`WRITERS`].
    writer_time: Duration,
    /// A permit for each further write that may be pending.
    room: Arc<Semaphore>,
}

struct State<W: Batchable> {
    waiting: VecDeque<Waiting<W>>,
    /// How many of these each organization has.
    of_organization: HashMap<OrganizationId, usize>,
    /// Whether a task starts batches until nothing waits.
    is_dispatching: bool,
    pace: Pace,
}

struct Waiting<W: Batchable> {
    write: W,
    reply: Reply<W::Outcome>,
}

/// Where the outcome goes. The write is pending as long as this exists.
struct Reply<Outcome> {
    sender: oneshot::Sender<Result<Outcome>>,
    _room: OwnedSemaphorePermit,
}

impl<Outcome> Reply<Outcome> {
    fn send(self, outcome: Result<Outcome>) {
        // It fails only if nobody waits for it any more.
        let _ = self.sender.send(outcome);
    }
}

impl<W: Batchable> Default for GroupCommit<W> {
    fn default() -> Self {
        Self::with_writer_time(WRITER_TIME)
    }
}

impl<W: Batchable> GroupCommit<W> {
    fn with_writer_time(writer_time: Duration) -> Self {
        let state = State {
            waiting: VecDeque::new(),
            of_organization: HashMap::new(),
            is_dispatching: false,
            pace: Pace::default(),
        };
        Self(Arc::new(Shared {
            state: Mutex::new(state),
            writers: Arc::new(Semaphore::new(WRITERS)),
            writer_time,
            room: Arc::new(Semaphore::new(MAX_PENDING)),
        }))
    }

    /// Runs the write, alone or with others. Once it waits for others, it is carried out even if this future is dropped.
    ///
    /// # Errors
    /// Those of the write; [`Error::TooMany`] when too many of the organization wait; [`Error::Unavailable`] when too many
    /// writes are pending, or when it is unknown whether it committed.
    pub async fn run(&self, write: W, context: &W::Context) -> Result<W::Outcome> {
        if let Some(writer) = self.0.idle_writer() {
            // Boxed, so that a caller that waits for a batch has no room for it.
            return self.0.hold(writer, Box::pin(write.run(context))).await;
        }
        let Ok(room) = self.0.room.clone().try_acquire_owned() else {
            return Err(Error::Unavailable("too many requests for the database are pending".to_owned()));
        };
        let (sender, outcome) = oneshot::channel();
        if self.0.enqueue(Waiting { write, reply: Reply { sender, _room: room } })? {
            tokio::spawn(dispatch(self.0.clone(), context.clone()));
        }
        outcome
            .await
            .unwrap_or_else(|_| Err(Error::Unavailable("a write ended without an outcome".to_owned())))
    }
}

impl<W: Batchable> Shared<W> {
    fn lock(&self) -> MutexGuard<'_, State<W>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A free writer, unless other writes wait or several came together just now.
    fn idle_writer(&self) -> Option<OwnedSemaphorePermit> {
        let state = self.lock();
        let is_idle = state.waiting.is_empty() && state.pace.next_begin(W::MAX_GAP).is_none();
        is_idle.then(|| self.writers.clone().try_acquire_owned().ok()).flatten()
    }

    /// Returns whether a task has to be started that dispatches it.
    fn enqueue(&self, waiting: Waiting<W>) -> Result<bool> {
        let mut state = self.lock();
        let of_organization = state.of_organization.entry(waiting.write.session().organization).or_default();
        if *of_organization >= W::MAX_WAITING_OF_ORGANIZATION {
            return Err(Error::TooMany { retry_after: RETRY_AFTER });
        }
        *of_organization += 1;
        state.waiting.push_back(waiting);
        Ok(!std::mem::replace(&mut state.is_dispatching, true))
    }

    /// The next batch; `None` when nothing waits, which ends the dispatch.
    fn next_batch(&self) -> Option<Vec<Waiting<W>>> {
        let mut state = self.lock();
        let batch = take::next(&mut state.waiting);
        state.is_dispatching = !batch.is_empty();
        if batch.is_empty() {
            return None;
        }
        state.count_taken(&batch);
        state.pace.begin(batch.len());
        Some(batch)
    }
}

impl<W: Batchable> State<W> {
    fn count_taken(&mut self, batch: &[Waiting<W>]) {
        for waiting in batch {
            let organization = waiting.write.session().organization;
            if let Some(count) = self.of_organization.get_mut(&organization) {
                *count -= 1;
                if *count == 0 {
                    self.of_organization.remove(&organization);
                }
            }
        }
    }
}

impl<W: Batchable> Shared<W> {
    /// Runs a transaction as one of the writers, at most for the time of a writer.
    async fn hold<T>(&self, writer: OwnedSemaphorePermit, transaction: impl Future<Output = T>) -> T {
        let mut transaction = std::pin::pin!(transaction);
        let in_time = timeout(self.writer_time, &mut transaction).await;
        drop(writer);
        match in_time {
            Ok(result) => result,
            Err(_) => transaction.await,
        }
    }
}

/// Starts batches until nothing waits.
async fn dispatch<W: Batchable>(shared: Arc<Shared<W>>, context: W::Context) {
    loop {
        // The semaphore is never closed.
        let Ok(writer) = shared.writers.clone().acquire_owned().await else { return };
        let next_begin = shared.lock().pace.next_begin(W::MAX_GAP);
        if let Some(next_begin) = next_begin {
            sleep_until(next_begin).await;
        }
        let Some(batch) = shared.next_batch() else { return };
        tokio::spawn(run_batch(shared.clone(), context.clone(), batch, writer));
    }
}

async fn run_batch<W: Batchable>(
    shared: Arc<Shared<W>>,
    context: W::Context,
    batch: Vec<Waiting<W>>,
    writer: OwnedSemaphorePermit,
) {
    match <[Waiting<W>; 1]>::try_from(batch) {
        Ok([Waiting { write, reply }]) => {
            reply.send(shared.hold(writer, write.run(&context)).await);
        }
        Err(batch) => run_together(&shared, &context, batch, writer).await,
    }
}

async fn run_together<W: Batchable>(
    shared: &Shared<W>,
    context: &W::Context,
    mut batch: Vec<Waiting<W>>,
    writer: OwnedSemaphorePermit,
) {
    batch.sort_by_key(|waiting| waiting.write.session());
    let split = batch.into_iter().map(|Waiting { write, reply }| (write, reply));
    let (writes, replies): (Vec<W>, Vec<_>) = split.unzip();
    let begun = Instant::now();
    let writes = Arc::new(writes);
    // In a task of its own, so that a panic is an error of the batch and not of all its writes.
    let running = tokio::spawn({
        let (writes, context) = (writes.clone(), context.clone());
        async move { W::run_together(&writes, &context).await }
    });
    let result =
        shared.hold(writer, running).await.unwrap_or_else(|panic| Err(Error::internal(panic).into()));
    shared.lock().pace.end(begun.elapsed());
    // The task has ended, so nothing else holds them.
    let Some(writes) = Arc::into_inner(writes) else { return };
    let with_replies = writes.into_iter().zip(replies);
    match result {
        Ok(outcomes) => {
            for ((write, reply), outcome) in with_replies.zip(outcomes) {
                match outcome {
                    Some(outcome) => reply.send(Ok(outcome)),
                    None => run_alone(context, Waiting { write, reply }, Why::NotWritten),
                }
            }
        }
        Err(StatementError { error, is_rolled_back }) => {
            tracing::warn!(%error, writes = with_replies.len(), "a batch failed; each of its writes is decided alone");
            let why = if is_rolled_back { Why::NotWritten } else { Why::MayBeWritten };
            for (write, reply) in with_replies {
                run_alone(context, Waiting { write, reply }, why);
            }
        }
    }
}

/// Why a write of a batch runs alone.
#[derive(Clone, Copy)]
enum Why {
    /// The batch left it out, or was rolled back.
    NotWritten,
    MayBeWritten,
}

/// Runs the write in a task of its own: it may have to wait for a lock.
fn run_alone<W: Batchable>(context: &W::Context, waiting: Waiting<W>, why: Why) {
    let (context, Waiting { write, reply }) = (context.clone(), waiting);
    tokio::spawn(async move {
        let outcome = match why {
            Why::NotWritten => write.run(&context).await,
            Why::MayBeWritten => write.run_again(&context).await,
        };
        reply.send(outcome);
    });
}
