//! What runs beside the turns: leases, turns of dead workers, the timetable of the sweep.

use std::sync::Arc;
use std::time::Duration;

use domain::{retention, turns, webhooks};
use tokio::sync::broadcast::error::RecvError;
use tokio_util::sync::CancellationToken;

use crate::Context;

/// Often enough that the first worker of an hour does not wait long; the hour's sweep runs once all the same.
const SCHEDULE_EVERY: Duration = Duration::from_secs(60);

pub async fn renew_leases(context: Arc<Context>) {
    let lease = context.settings.lease;
    loop {
        tokio::time::sleep(lease / 3).await;
        let held = context.held.claims();
        if held.is_empty() {
            continue;
        }
        match turns::renew(&context.db, &held, lease).await {
            Ok(kept) => context.held.stop_lost(&held, &kept),
            // Without an answer nothing is known to be lost; the commit is fenced anyway.
            Err(error) => tracing::warn!(%error, "could not renew leases"),
        }
    }
}

/// Stops the work on turns that somebody else has finished: cancelled ones. Who misses the ring finds out when the
/// lease is to be renewed.
pub async fn stop_cancelled(context: Arc<Context>) {
    let mut finished = turns::finished(&context.db);
    loop {
        match finished.recv().await {
            Ok(turn) => context.held.stop(turn),
            Err(RecvError::Lagged(_)) => {}
            Err(RecvError::Closed) => return,
        }
    }
}

pub async fn reconcile(context: Arc<Context>, shutdown: CancellationToken) {
    while !shutdown.is_cancelled() {
        match turns::reconcile(&context.db).await {
            Ok(0) => {}
            Ok(found) => {
                tracing::warn!(turns = found, "turns of a lost worker run again");
                context.poke.notify_one();
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
