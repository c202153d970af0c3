//! Everything the worker may be asked to do. A task carries ids and may run twice.

use serde::{Deserialize, Serialize};

/// Queue of the tickets that wake the claimer: done in no time.
pub const TURNS: &str = "turns";
/// Queue of the tasks that do their work themselves.
pub const MAINTENANCE: &str = "maintenance";

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "task", rename_all = "snake_case")]
pub enum Task {
    /// Turns may be claimed. Only a wake-up call: they are in our own table.
    RunTurns,
    /// Expired sessions and finished tickets are to be deleted. `tick` names the round, so that it runs once.
    Sweep { tick: i64 },
}

impl Task {
    pub(crate) fn queue(&self) -> &'static str {
        match self {
            Self::RunTurns => TURNS,
            Self::Sweep { .. } => MAINTENANCE,
        }
    }

    /// The same task enqueued twice is one task. Without a key there is one a second, see `enqueue_wake_up`.
    pub(crate) fn key(&self) -> Option<String> {
        match self {
            Self::RunTurns => None,
            Self::Sweep { tick } => Some(format!("sweep:{tick}")),
        }
    }
}
