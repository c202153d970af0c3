//! Everything the worker may be asked to do. A task carries ids and may run twice.

use entity::id::TurnId;
use serde::{Deserialize, Serialize};

/// Queue of the tickets that wake the claimer: many, and done in no time.
pub const TURNS: &str = "turns";
/// Queue of the tasks that do their work themselves.
pub const UPKEEP: &str = "upkeep";

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "task", rename_all = "snake_case")]
pub enum Task {
    /// A turn may be claimed. Only a wake-up call: the turn is in our own table.
    RunTurn { turn_id: TurnId, attempt: i32 },
    /// Expired sessions and finished tickets are to be deleted. `tick` names the round, so that it runs once.
    Sweep { tick: i64 },
}

impl Task {
    pub(crate) fn queue(&self) -> &'static str {
        match self {
            Self::RunTurn { .. } => TURNS,
            Self::Sweep { .. } => UPKEEP,
        }
    }

    /// The same task enqueued twice is one task.
    pub(crate) fn key(&self) -> String {
        match self {
            Self::RunTurn { turn_id, attempt } => format!("run_turn:{turn_id}:{attempt}"),
            Self::Sweep { tick } => format!("sweep:{tick}"),
        }
    }
}
