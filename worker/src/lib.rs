//! Tasks: tickets wake the claimer, turns run beside each other, upkeep keeps the house clean.

mod armed;
mod deliveries;
mod maintenance;
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

/// What every task of this process works with.
pub(crate) struct Context {
    pub db: Db,
    pub models: Models,
    pub settings: Settings,
    pub held: turns::Held,
    /// Something may be there to claim: a turn ended, a ticket came due. The bell of accepted turns is heard besides.
    pub poke: Notify,
}

/// Works until `shutdown`; then claims nothing more, lets running turns finish within the grace period and gives the
/// rest back.
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
    let context =
        Arc::new(Context { db, models, settings, held: turns::Held::default(), poke: Notify::new() });
    let work = TaskTracker::new();
    work.spawn(queue::run(context.clone(), queue_pool, shutdown.clone()));
    work.spawn(maintenance::reconcile(context.clone(), shutdown.clone()));
    work.spawn(maintenance::schedule_sweeps(context.clone(), shutdown.clone()));
    work.spawn(maintenance::tell_of_expiries(context.clone(), shutdown.clone()));
    work.spawn(deliveries::run(context.clone(), outbound, shutdown.clone()));
    // Leases are renewed for as long as turns run, so until the claimer is done and not only until the shutdown.
    let renewing = tokio::spawn(maintenance::renew_leases(context.clone()));
    let stopping = tokio::spawn(maintenance::stop_cancelled(context.clone()));
    turns::warm_up().await;
    tracing::info!(turns_at_once = context.settings.turns_at_once, "worker is ready");
    turns::run(&context, &shutdown).await;
    renewing.abort();
    stopping.abort();
    work.close();
    work.wait().await;
    tracing::info!("worker has stopped");
}
