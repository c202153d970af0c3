//! A queue of password work with threads of its own: bounded, in ranks, and fair between networks.

use std::collections::{HashMap, VecDeque};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::sync::oneshot;

use crate::auth::network::Network;
use crate::error::{Error, Result};

/// How much work of a rank may wait, if its network has some waiting already.
const MAX_WAITING: usize = 128;
/// How much work of a rank may wait in all.
const MAX_NETWORKS: usize = 512;
/// How much work of a rank one network may have waiting.
const MAX_WAITING_PER_NETWORK: usize = 32;
/// In one of this many turns the last rank goes first, so that it is never starved.
const TURNS_OF_FIRST_RANK: u32 = 8;
/// When to try again.
const RETRY_AFTER: Duration = Duration::from_secs(2);

/// The order in which work is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rank {
    KnownAccount,
    UnknownAccount,
    NewPassword,
}

type Job = Box<dyn FnOnce() + Send>;

/// The queue and its threads, which start with the first work and end with the queue.
pub struct WorkQueue {
    shared: Arc<Shared>,
    threads: usize,
}

struct Shared {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    ranks: [FairQueue; 3],
    turn: u32,
    has_threads: bool,
    idle_threads: usize,
    is_closed: bool,
}

/// Work of one rank. Networks take turns.
#[derive(Default)]
struct FairQueue {
    jobs: HashMap<Option<Network>, VecDeque<Job>>,
    turns: VecDeque<Option<Network>>,
    waiting: usize,
}

/// Work in the queue; its result once it is done.
pub struct Submitted<T>(oneshot::Receiver<T>);

impl<T> Future for Submitted<T> {
    type Output = Result<T>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<T>> {
        Pin::new(&mut self.0).poll(context).map_err(Error::internal)
    }
}

impl WorkQueue {
    pub fn new(threads: usize) -> Self {
        let shared = Shared { state: Mutex::default(), changed: Condvar::new() };
        Self { shared: Arc::new(shared), threads }
    }

    /// Queues work. It is skipped if what is returned is dropped before its turn.
    ///
    /// # Errors
    /// [`Error::TooMany`] when too much work is waiting.
    pub fn submit<T: Send + 'static>(
        &self,
        rank: Rank,
        network: Option<Network>,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<Submitted<T>> {
        let (sender, receiver) = oneshot::channel();
        let job = Box::new(move || {
            if !sender.is_closed() {
                let _ = sender.send(work());
            }
        });
        let mut state = self.shared.lock();
        if !state.of(rank).has_room(network) {
            return Err(Error::TooMany { retry_after: RETRY_AFTER });
        }
        state.of(rank).push(network, job);
        self.start_threads(&mut state)?;
        self.shared.changed.notify_one();
        Ok(Submitted(receiver))
    }

    /// Whether work would be accepted.
    pub fn has_room(&self, rank: Rank, network: Option<Network>) -> bool {
        self.shared.lock().of(rank).has_room(network)
    }

    /// Whether work would begin at once.
    pub fn is_idle(&self) -> bool {
        let state = self.shared.lock();
        let has_thread = !state.has_threads || state.idle_threads > 0;
        has_thread && state.ranks.iter().all(|rank| rank.waiting == 0)
    }

    /// How much work is done at a time.
    pub fn threads(&self) -> usize {
        self.threads
    }

    fn start_threads(&self, state: &mut State) -> Result<()> {
        if !std::mem::replace(&mut state.has_threads, true) {
            for _ in 0..self.threads {
                let shared = Arc::clone(&self.shared);
                let thread = std::thread::Builder::new().name("passwords".into());
                thread.spawn(move || shared.work()).map_err(Error::internal)?;
            }
        }
        Ok(())
    }
}

impl Drop for WorkQueue {
    fn drop(&mut self) {
        self.shared.lock().is_closed = true;
        self.shared.changed.notify_all();
    }
}

impl Shared {
    /// Does work until the queue is dropped.
    fn work(&self) {
        yield_to_other_threads();
        while let Some(job) = self.next() {
            // A panic drops the job's sender, which is an error for who waits.
            let _ = catch_unwind(AssertUnwindSafe(job));
        }
    }

    fn next(&self) -> Option<Job> {
        let mut state = self.lock();
        loop {
            if state.is_closed {
                return None;
            }
            if let Some(job) = state.pop() {
                return Some(job);
            }
            state.idle_threads += 1;
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
            state.idle_threads -= 1;
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn of(&mut self, rank: Rank) -> &mut FairQueue {
        &mut self.ranks[rank as usize]
    }

    fn pop(&mut self) -> Option<Job> {
        self.turn = self.turn.wrapping_add(1);
        match self.turn % TURNS_OF_FIRST_RANK {
            0 => self.ranks.iter_mut().rev().find_map(FairQueue::pop),
            _ => self.ranks.iter_mut().find_map(FairQueue::pop),
        }
    }
}

impl FairQueue {
    /// A network that has nothing waiting finds room when others fill the queue.
    fn has_room(&self, network: Option<Network>) -> bool {
        let own = self.jobs.get(&network).map_or(0, VecDeque::len);
        let limit = if network.is_none() { MAX_WAITING } else { MAX_WAITING_PER_NETWORK };
        match own {
            0 => self.waiting < MAX_NETWORKS,
            _ => own < limit && self.waiting < MAX_WAITING,
        }
    }

    fn push(&mut self, network: Option<Network>, job: Job) {
        let jobs = self.jobs.entry(network).or_default();
        if jobs.is_empty() {
            self.turns.push_back(network);
        }
        jobs.push_back(job);
        self.waiting += 1;
    }

    fn pop(&mut self) -> Option<Job> {
        let network = self.turns.pop_front()?;
        let jobs = self.jobs.get_mut(&network)?;
        let job = jobs.pop_front();
        match jobs.is_empty() {
            true => drop(self.jobs.remove(&network)),
            false => self.turns.push_back(network),
        }
        self.waiting -= 1;
        job
    }
}

/// Lowers the priority of this thread, so that requests that hash nothing keep their speed. Linux has priorities of threads;
/// elsewhere the call would mean the process.
fn yield_to_other_threads() {
    #[cfg(target_os = "linux")]
    let _ = rustix::process::setpriority_process(None, 5);
}

#[cfg(test)]
mod tests {
    use std::net::IpAddr;
    use std::sync::mpsc;

    use super::*;

    fn network(number: u8) -> Option<Network> {
        Some(IpAddr::from([192, 0, 2, number]).into())
    }

    /// A queue with one thread that is busy until the sender sends or is dropped.
    async fn busy_queue() -> (WorkQueue, mpsc::Sender<()>) {
        let (queue, (free, busy), (begun, has_begun)) =
            (WorkQueue::new(1), mpsc::channel::<()>(), oneshot::channel());
        let work = queue.submit(Rank::KnownAccount, None, move || {
            let _ = begun.send(());
            let _ = busy.recv();
        });
        tokio::spawn(work.unwrap());
        has_begun.await.unwrap();
        (queue, free)
    }

    /// The names of the submitted work in the order in which it was done.
    async fn order(work: &[(Rank, u8, &'static str)]) -> Vec<&'static str> {
        let (queue, free) = busy_queue().await;
        let (done, names) = mpsc::channel();
        let submitted = work.iter().map(|&(rank, number, name)| {
            let done = done.clone();
            queue.submit(rank, network(number), move || done.send(name)).unwrap()
        });
        let all: Vec<_> = submitted.collect();
        drop((free, done));
        for work in all {
            work.await.unwrap().unwrap();
        }
        names.iter().collect()
    }

    #[tokio::test]
    async fn networks_take_turns_within_a_rank() {
        let (known, unknown) = (Rank::KnownAccount, Rank::UnknownAccount);
        let work = [(unknown, 1, "u"), (known, 1, "a1"), (known, 1, "a2"), (known, 1, "a3"), (known, 2, "b")];
        assert_eq!(order(&work).await, ["a1", "b", "a2", "a3", "u"]);
    }

    #[tokio::test]
    async fn the_last_rank_is_not_starved() {
        let mut work: Vec<_> = (0..20).map(|_| (Rank::KnownAccount, 1, "known")).collect();
        work.push((Rank::NewPassword, 1, "new"));
        let place = order(&work).await.iter().position(|name| *name == "new").unwrap();
        assert!(place < TURNS_OF_FIRST_RANK as usize, "{place}");
    }

    #[tokio::test]
    async fn a_network_that_fills_its_queue_leaves_room_for_others() {
        let (queue, _free) = busy_queue().await;
        let submit = |network| queue.submit(Rank::UnknownAccount, network, || ());
        let mine: Vec<_> = (0..60).map_while(|_| submit(network(1)).ok()).collect();
        assert_eq!(mine.len(), MAX_WAITING_PER_NETWORK);
        let others: Vec<_> = (2..=250).map(|number| submit(network(number))).collect();
        assert!(others.iter().all(Result::is_ok), "each network finds a first place");
        assert!(submit(network(2)).is_err(), "but no second one");
        assert!(queue.has_room(Rank::KnownAccount, network(1)));
    }

    #[tokio::test]
    async fn dropped_work_is_skipped_and_a_panic_ends_no_thread() {
        let (queue, free) = busy_queue().await;
        let (done, names) = mpsc::channel();
        drop(queue.submit(Rank::KnownAccount, None, move || done.send(()).unwrap()).unwrap());
        let panics = queue.submit(Rank::KnownAccount, None, || panic!("as a test")).unwrap();
        let last = queue.submit(Rank::KnownAccount, None, || 1).unwrap();
        drop(free);
        assert!(panics.await.is_err());
        assert_eq!(last.await.unwrap(), 1);
        assert!(names.recv().is_err(), "the dropped work has run");
    }
}
