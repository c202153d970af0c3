//! The worker: runs turns, sends deliveries, and does the periodic work.
//!
//! - [`turns`] and [`deliveries`] claim rows of their own tables with a lease, each with a [`claim_loop`].
//! - [`queue`] runs the tasks of the queue (`domain::tasks::Task`). A task wakes the claim loop of turns, sends [`emails`] or
//!   does periodic work ([`maintenance`]); it never waits for an LLM.
//! - Lease renewal and stopping cancelled turns concern only what this process runs, so they are loops in [`turns`].
//!
//! A turn of a dead worker is requeued by a reconcile task at most one period (1 s) and one poll of its queue (250 ms) after
//! the lease. An error of the database restarts the queue, which adds up to 400 ms and the reconnection. A worker that dies
//! with the task in hand costs one more period.

mod claim_loop;
mod deliveries;
mod emails;
mod maintenance;
mod queue;
mod settings;
mod tasks;
mod turns;

use std::sync::Arc;

use domain::Db;
use outbound::Outbound;
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

pub use deliveries::Deliveries;
pub use emails::{Mailer, MailerError};
pub use settings::Settings;
pub use turns::{Models, warm_up};

/// What the parts of this process share.
pub(crate) struct Context {
    pub db: Db,
    pub models: Models,
    /// Absent: e-mails wait in the database.
    pub mailer: Option<Mailer>,
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
    queue_pool: queue::PgPool,
    models: Models,
    outbound: Outbound,
    mailer: Option<Mailer>,
    shutdown: CancellationToken,
) {
    let running_turns = turns::RunningTurns::default();
    let context = Arc::new(Context { db, models, mailer, settings, running_turns, wake: Notify::new() });
    let work = TaskTracker::new();
    work.spawn(queue::run(context.clone(), queue_pool, shutdown.clone()));
    work.spawn(maintenance::schedule(context.clone(), shutdown.clone()));
    work.spawn(deliveries::run(context.clone(), outbound, shutdown.clone()));
    turns::run(context, &shutdown).await;
    work.close();
    work.wait().await;
    tracing::info!("worker has stopped");
}
