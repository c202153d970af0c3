//! Claims as many turns as there are free slots, whenever something may be there.

mod backoff;
mod llm_call;
mod models;
mod run;
mod running_turns;
mod text_stream;
mod warm_up;

use std::sync::Arc;
use std::time::Duration;

use domain::turns::{self, Claim, Fairness};
use futures_util::future::join_all;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::Context;

pub use models::Models;
pub use running_turns::Held;
pub use warm_up::rehearse as warm_up;

/// Claims in one statement; more would make the others wait for it.
const CLAIMS_AT_ONCE: usize = 100;
/// The least time from one claim to the next: what becomes claimable meanwhile goes with it.
const BREATH: Duration = Duration::from_millis(2);
/// At shutdown, after the grace period.
const GIVE_BACK_WITHIN: Duration = Duration::from_secs(4);

pub async fn run(context: &Arc<Context>, shutdown: &CancellationToken) {
    let slots = Arc::new(Semaphore::new(context.settings.turns_at_once));
    let running = TaskTracker::new();
    while !shutdown.is_cancelled() {
        let next = Instant::now() + BREATH;
        let (mut wanted, mut found) = (0, 0);
        for (most, only_live) in context.models.bear(slots.available_permits().min(CLAIMS_AT_ONCE)) {
            let claimed = claim(context, most, only_live).await;
            (wanted, found) = (wanted + most, found + claimed.len());
            for claim in claimed {
                // Only this loop takes permits, so those counted above are still there.
                let Ok(slot) = slots.clone().try_acquire_owned() else {
                    break;
                };
                start(context, &running, claim, slot);
            }
        }
        if found < wanted || wanted == 0 {
            wait_for_a_poke(context, shutdown).await;
        }
        tokio::time::sleep_until(next).await;
    }
    finish(context, &running).await;
}

async fn claim(context: &Context, wanted: usize, only_live: Option<bool>) -> Vec<Claim> {
    if wanted == 0 {
        return Vec::new();
    }
    let fairness = Fairness { turns_per_organization: context.settings.turns_per_organization };
    let claimed = turns::claim(&context.db, wanted, context.settings.lease, fairness, only_live).await;
    claimed.unwrap_or_else(|error| {
        tracing::warn!(%error, "could not claim turns; trying again shortly");
        Vec::new()
    })
}

/// A turn's place among those that run; however its task ends, the place is free again and somebody looks.
struct Place {
    context: Arc<Context>,
    claim: Claim,
    slot: Option<OwnedSemaphorePermit>,
}

impl Drop for Place {
    fn drop(&mut self) {
        self.context.held.remove(&self.claim);
        drop(self.slot.take());
        // The session's next turn may be waiting for this one, or others for the slot.
        self.context.poke.notify_one();
    }
}

fn start(context: &Arc<Context>, running: &TaskTracker, claim: Claim, slot: OwnedSemaphorePermit) {
    let place = Place { context: context.clone(), claim, slot: Some(slot) };
    let stop = context.held.add(claim);
    running.spawn(async move { run::run(&place.context, place.claim, &stop).await });
}

async fn wait_for_a_poke(context: &Context, shutdown: &CancellationToken) {
    tokio::select! {
        () = context.poke.notified() => {}
        () = turns::claimable(&context.db) => {}
        () = tokio::time::sleep(context.settings.poll_every) => {}
        () = shutdown.cancelled() => {}
    }
}

/// Running turns may end; what does not in time is given back, so that another worker need not wait for the lease.
async fn finish(context: &Context, running: &TaskTracker) {
    running.close();
    if tokio::time::timeout(context.settings.grace, running.wait()).await.is_ok() {
        return;
    }
    let back = context.held.stop_all().into_iter().map(|claim| give_back(context, claim));
    if tokio::time::timeout(GIVE_BACK_WITHIN, join_all(back)).await.is_err() {
        tracing::warn!("could not give all turns back; they run again when their leases end");
    }
}

async fn give_back(context: &Context, claim: Claim) {
    if let Err(error) = turns::give_back(&context.db, &claim, Duration::ZERO, false).await {
        tracing::warn!(turn = %claim.turn_id(), %error, "could not give a turn back; it runs again when its lease ends");
    }
}
