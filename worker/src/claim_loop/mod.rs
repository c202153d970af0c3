//! The claim loop: claims work into free slots, runs it, and drains it at shutdown.

#[cfg(test)]
mod tests;

use std::sync::Arc;
use std::time::Duration;

use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, sleep_until, timeout};
use tokio_util::sync::CancellationToken;

/// From this many running claims on, the loop uses [`Limits::busy_claim_interval`].
const BUSY: usize = 8;

/// A kind of work that is claimed from the database with a lease.
pub trait Claimer: Send + Sync + 'static {
    type Claim: Send + 'static;

    /// Claims at most `limit` pieces of work.
    fn claim(&self, limit: usize) -> impl Future<Output = Batch<Self::Claim>> + Send;

    /// Runs one claim to its end and records the result.
    fn run(&self, claim: Self::Claim) -> impl Future<Output = ()> + Send;

    /// Returns when work may have become claimable since the last call. A wake-up is a hint and may get lost.
    fn woken(&self) -> impl Future<Output = ()> + Send;
}

/// The result of one call of [`Claimer::claim`].
pub struct Batch<C> {
    pub claims: Vec<C>,
    /// As many were found as were asked for, so the loop claims again without waiting.
    pub is_full: bool,
}

#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Claims that run at once.
    pub slots: usize,
    /// Claims in one call: a longer call delays the first of them.
    pub batch: usize,
    /// From the start of one call to the start of the next.
    pub min_claim_interval: Duration,
    /// The interval after a call that claimed more than one, and while at least [`BUSY`] claims run, so that arriving work
    /// shares a call.
    pub busy_claim_interval: Duration,
    /// The longest wait without a wake-up.
    pub poll_interval: Duration,
    /// How long running claims may take to end at shutdown.
    pub grace: Duration,
}

/// Claims and runs until `shutdown`, then claims nothing more and waits for the running claims. Returns false if some
/// still run after the grace period.
pub async fn run<C: Claimer>(claimer: &Arc<C>, limits: Limits, shutdown: &CancellationToken) -> bool {
    let mut running = JoinSet::new();
    while !shutdown.is_cancelled() {
        let started = Instant::now();
        while running.try_join_next().is_some() {}
        let limit = limits.slots.saturating_sub(running.len()).min(limits.batch);
        let (claimed, is_full) =
            if limit > 0 { claim(claimer, limit, &mut running).await } else { (0, false) };
        if !is_full {
            tokio::select! {
                () = claimer.woken() => {}
                Some(_) = running.join_next() => {}
                () = sleep(limits.poll_interval) => {}
                () = shutdown.cancelled() => {}
            }
        }
        let is_busy = claimed > 1 || running.len() >= BUSY;
        let interval = if is_busy { limits.busy_claim_interval } else { limits.min_claim_interval };
        sleep_until(started + interval).await;
    }
    drain(running, limits.grace).await
}

/// Returns how many were claimed, and whether the batch was full.
async fn claim<C: Claimer>(claimer: &Arc<C>, limit: usize, running: &mut JoinSet<()>) -> (usize, bool) {
    let batch = claimer.claim(limit).await;
    let claimed = batch.claims.len();
    for claim in batch.claims {
        let claimer = claimer.clone();
        running.spawn(async move { claimer.run(claim).await });
    }
    (claimed, batch.is_full)
}

async fn drain(mut running: JoinSet<()>, grace: Duration) -> bool {
    let ended = timeout(grace, async { while running.join_next().await.is_some() {} }).await.is_ok();
    // Dropping the set would abort a commit that is under way.
    running.detach_all();
    ended
}
