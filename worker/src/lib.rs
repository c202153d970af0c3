//! Tasks: tickets wake the claimer, turns run beside each other, upkeep keeps the house clean.

mod armed;
mod asking;
mod claimer;
mod deliveries;
mod handle;
mod held;
mod lanes;
mod models;
mod preview;
mod rehearsal;
mod retry;
mod settings;
mod tasks;
mod turn;
mod upkeep;

use std::sync::Arc;

use apalis_postgres::PgPool;
use domain::Db;
use outbound::Outbound;
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

pub use deliveries::Deliveries;
pub use models::Models;
pub use settings::Settings;

/// What every task of this process works with.
pub(crate) struct Context {
    pub db: Db,
    pub models: Models,
    pub settings: Settings,
    pub held: held::Held,
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
        Arc::new(Context { db, models, settings, held: held::Held::default(), poke: Notify::new() });
    let work = TaskTracker::new();
    work.spawn(lanes::run(context.clone(), queue_pool, shutdown.clone()));
    work.spawn(upkeep::reconcile(context.clone(), shutdown.clone()));
    work.spawn(upkeep::schedule_sweeps(context.clone(), shutdown.clone()));
    work.spawn(upkeep::tell_of_expiries(context.clone(), shutdown.clone()));
    work.spawn(deliveries::run(context.clone(), outbound, shutdown.clone()));
    // Leases are renewed for as long as turns run, so until the claimer is done and not only until the shutdown.
    let renewing = tokio::spawn(upkeep::renew_leases(context.clone()));
    let stopping = tokio::spawn(upkeep::stop_cancelled(context.clone()));
    rehearsal::rehearse().await;
    tracing::info!(turns_at_once = context.settings.turns_at_once, "worker is ready");
    claimer::run(&context, &shutdown).await;
    renewing.abort();
    stopping.abort();
    work.close();
    work.wait().await;
    tracing::info!("worker has stopped");
}
