//! Claims what is to be delivered, and sends it: beside the turns, and never waiting for a slow receiver.

mod retry_until;
mod sending;
mod settings;

use std::sync::Arc;
use std::time::Duration;

use domain::deliveries::{self, Claim, Terms};
use outbound::Outbound;
use tokio::sync::{Notify, OwnedSemaphorePermit, Semaphore};
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

pub use settings::Deliveries;

use crate::Context;

/// The least time from one claim to the next: every turn that ends rings, and few have anybody to tell.
const BREATH: Duration = Duration::from_millis(50);
/// Claims in one statement; what follows each takes a connection for a moment, which turns need too.
const CLAIMS_AT_ONCE: usize = 32;

/// What sending takes, beside the context.
struct Post {
    context: Arc<Context>,
    outbound: Outbound,
    slots: Arc<Semaphore>,
    /// Somebody is done: their target may have more.
    done: Notify,
}

/// Delivers until `shutdown`; then claims nothing more and lets what is under way end, as far as the grace period goes.
/// What does not is sent again, under the same id, after its lease.
pub async fn run(context: Arc<Context>, outbound: Outbound, shutdown: CancellationToken) {
    let slots = Arc::new(Semaphore::new(context.settings.deliveries.at_once));
    let post = Arc::new(Post { context, outbound, slots, done: Notify::new() });
    let running = TaskTracker::new();
    while !shutdown.is_cancelled() {
        let next = Instant::now() + BREATH;
        let wanted = post.slots.available_permits().min(CLAIMS_AT_ONCE);
        // Their leases begin later.
        let claimed = Instant::now();
        let claims = claim(&post.context, wanted).await;
        let found = claims.len();
        for claim in claims {
            // Only this loop takes permits, so those counted above are still there.
            let Ok(slot) = post.slots.clone().try_acquire_owned() else { break };
            start(&post, &running, (claim, claimed), slot);
        }
        if found < wanted || wanted == 0 {
            wait(&post, &shutdown).await;
        }
        tokio::time::sleep_until(next).await;
    }
    running.close();
    if tokio::time::timeout(post.context.settings.grace, running.wait()).await.is_err() {
        tracing::warn!("some deliveries did not end in time; they are sent again after their leases");
    }
}

async fn claim(context: &Context, wanted: usize) -> Vec<Claim> {
    if wanted == 0 {
        return Vec::new();
    }
    let deliveries = &context.settings.deliveries;
    let (lease, share) = (context.settings.delivery_lease(), deliveries.per_target);
    let terms = Terms { lease, share, schedule: &deliveries.schedule };
    deliveries::claim(&context.db, wanted, terms).await.unwrap_or_else(|error| {
        tracing::warn!(%error, "could not claim deliveries; trying again shortly");
        Vec::new()
    })
}

fn start(
    post: &Arc<Post>,
    running: &TaskTracker,
    (claim, claimed): (Claim, Instant),
    slot: OwnedSemaphorePermit,
) {
    let post = post.clone();
    running.spawn(async move {
        sending::deliver(&post.context, &post.outbound, &claim, claimed).await;
        drop(slot);
        post.done.notify_one();
    });
}

async fn wait(post: &Post, shutdown: &CancellationToken) {
    tokio::select! {
        () = deliveries::due(&post.context.db) => {}
        () = post.done.notified() => {}
        () = tokio::time::sleep(post.context.settings.poll_every) => {}
        () = shutdown.cancelled() => {}
    }
}
