//! The tasks that a worker can be asked to do. A task may run twice.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::db::Db;
use crate::error::Result;
use crate::queue;

/// Queue of the wake-ups, which take no time.
pub const TURNS: &str = "turns";
/// Queue of the reconcile tasks, which wait for no other task.
pub const RECONCILE: &str = "reconcile";
/// Queue of the tasks that send e-mails, which wait for a mail server.
pub const EMAILS: &str = "emails";
/// Queue of tasks that may take minutes.
pub const MAINTENANCE: &str = "maintenance";

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "task", rename_all = "snake_case")]
pub enum Task {
    /// A wake-up: turns may be claimable. The turns themselves are rows of `turn`.
    RunTurns,
    /// Requeue the turns of dead workers.
    Reconcile,
    /// Emit webhooks for sessions that have expired or soon will.
    EmitExpiries,
    /// Send the e-mails that are due.
    SendEmails,
    /// Delete what has expired.
    Sweep,
    /// Erase accounts and organizations whose erasure is due.
    Erase,
}

impl Task {
    pub(crate) fn queue(self) -> &'static str {
        match self {
            Self::RunTurns => TURNS,
            Self::Reconcile => RECONCILE,
            Self::SendEmails => EMAILS,
            Self::EmitExpiries | Self::Sweep | Self::Erase => MAINTENANCE,
        }
    }
}

/// Enqueues a periodic task for the current tick, unless another worker has done so. Returns the time until the next tick.
///
/// Ticks are counted from the epoch of the database's clock, so all workers with the same `period` agree on them.
///
/// # Errors
/// When the database cannot be reached.
pub async fn enqueue_for_tick(db: &Db, task: Task, period: Duration) -> Result<Duration> {
    queue::insert_for_tick(db, task, period).await
}
