//! What runs beside the turns: turns of dead workers, the timetable of the sweep.

use std::sync::Arc;
use std::time::Duration;

use domain::{retention, turns, webhooks};
use tokio_util::sync::CancellationToken;

use crate::Context;

/// Often enough that the first worker of an hour does not wait long; the hour's sweep runs once all the same.
const SCHEDULE_EVERY: Duration = Duration::from_secs(60);

pub async fn reconcile(context: Arc<Context>, shutdown: CancellationToken) {
    while !shutdown.is_cancelled() {
        match turns::reconcile(&context.db).await {
            Ok(0) => {}
            Ok(found) => {
                tracing::warn!(turns = found, "turns of a lost worker run again");
                context.wake.notify_one();
            }
            Err(error) => tracing::warn!(%error, "could not look for turns of lost workers"),
        }
        pause(context.settings.reconcile_every, &shutdown).await;
    }
}

pub async fn schedule_sweeps(context: Arc<Context>, shutdown: CancellationToken) {
    while !shutdown.is_cancelled() {
        if let Err(error) = retention::schedule_sweep(&context.db).await {
            tracing::warn!(%error, "could not schedule the sweep");
        }
        pause(SCHEDULE_EVERY, &shutdown).await;
    }
}

/// Tells receivers of sessions that end.
pub async fn tell_of_expiries(context: Arc<Context>, shutdown: CancellationToken) {
    let settings = &context.settings.deliveries;
    while !shutdown.is_cancelled() {
        if let Err(error) = webhooks::emit_expiry_webhooks(&context.db, settings.expiring_ahead).await {
            tracing::warn!(%error, "could not look for sessions that end");
        }
        pause(settings.look_for_expiries_every, &shutdown).await;
    }
}

async fn pause(length: Duration, shutdown: &CancellationToken) {
    let _ = tokio::time::timeout(length, shutdown.cancelled()).await;
}
