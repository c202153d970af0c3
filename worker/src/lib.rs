//! Runs turns, sends deliveries, and does the periodic work.

mod claim_loop;
mod deliveries;
mod maintenance;
mod poll_strategy;
mod queue;
mod settings;
mod tasks;
mod turns;

use std::sync::Arc;

use apalis_postgres::PgPool;
use domain::Db;
use outbound::Outbound;
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

pub use deliveries::Deliveries;
pub use settings::Settings;
pub use turns::Models;

/// What the parts of this process share.
pub(crate) struct Context {
    pub db: Db,
    pub models: Models,
    pub settings: Settings,
    pub running_turns: turns::RunningTurns,
    /// Wakes the claim loop of turns.
    pub wake: Notify,
}

/// Works until `shutdown`. Then it claims nothing more, lets running turns end within the grace period and gives the rest
/// back.
///
/// `queue_pool` reaches the task queue's schema and nothing else.
pub async fn run(
    settings: Settings,
    db: Db,
    queue_pool: PgPool,
    models: Models,
    outbound: Outbound,
    shutdown: CancellationToken,
) {
    let running_turns = turns::RunningTurns::default();
    let context = Arc::new(Context { db, models, settings, running_turns, wake: Notify::new() });
    let work = TaskTracker::new();
    work.spawn(queue::run(context.clone(), queue_pool, shutdown.clone()));
    work.spawn(maintenance::reconcile(context.clone(), shutdown.clone()));
    work.spawn(maintenance::schedule_sweeps(context.clone(), shutdown.clone()));
    work.spawn(maintenance::tell_of_expiries(context.clone(), shutdown.clone()));
    work.spawn(deliveries::run(context.clone(), outbound, shutdown.clone()));
    turns::run(context, &shutdown).await;
    work.close();
    work.wait().await;
    tracing::info!("worker has stopped");
}
