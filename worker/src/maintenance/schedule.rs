//! The schedule of the periodic tasks.
//!
//! Every worker enqueues every task for the current tick; the queue keeps one row per task and tick, so each tick runs
//! once over all workers. A worker that dies with a task in hand costs that one tick: the next is another row.

use std::sync::Arc;
use std::time::Duration;

use domain::tasks::{Task, enqueue_for_tick};
use futures_util::future::join_all;
use tokio_util::sync::CancellationToken;

use crate::{Context, Settings};

const ERASE_EVERY: Duration = Duration::from_secs(60);
/// For e-mails whose attempt failed, and for lost wake-ups.
const SEND_EMAILS_EVERY: Duration = Duration::from_secs(5);
const SWEEP_EVERY: Duration = Duration::from_secs(60 * 60);
/// The longest pause after a failure to enqueue. A shorter period pauses for its own length.
const RETRY_EVERY: Duration = Duration::from_secs(10);

/// The periodic tasks and their periods.
fn periodic_tasks(settings: &Settings) -> [(Task, Duration); 5] {
    [
        (Task::Reconcile, settings.reconcile_every),
        (Task::EmitExpiries, settings.deliveries.look_for_expiries_every),
        (Task::SendEmails, SEND_EMAILS_EVERY),
        (Task::Sweep, SWEEP_EVERY),
        (Task::Erase, ERASE_EVERY),
    ]
}

/// Enqueues the periodic tasks, each at the beginning of its ticks, until `shutdown`.
pub async fn run(context: Arc<Context>, shutdown: CancellationToken) {
    let tasks = periodic_tasks(&context.settings);
    join_all(tasks.map(|(task, period)| enqueue(&context, task, period, &shutdown))).await;
}

async fn enqueue(context: &Context, task: Task, period: Duration, shutdown: &CancellationToken) {
    while !shutdown.is_cancelled() {
        let pause = enqueue_for_tick(&context.db, task, period).await.unwrap_or_else(|error| {
            tracing::warn!(?task, %error, "could not enqueue a periodic task");
            period.min(RETRY_EVERY)
        });
        let _ = tokio::time::timeout(pause, shutdown.cancelled()).await;
    }
}
