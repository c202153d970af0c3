//! Turns: one message of a user and what becomes of it, from the route to the commit of its result.
//!
//! The `turn` table is the queue of truth; a ticket in the task queue only wakes a worker. The state machine is in the
//! `where` of each statement: who holds an old epoch changes nothing.

mod claim;
mod finish;
mod read;
mod start;
mod wait;
mod work;

use chrono::{DateTime, Utc};
use entity::id::{SessionId, TurnId};

pub use claim::{Claim, claim, reconcile, renew};
pub use entity::turn::TurnStatus;
pub use finish::{Finish, complete, fail, give_back};
pub use read::{find, list};
pub use start::{MESSAGE_CHARACTERS, start};
pub use wait::wait;
pub use work::{Charge, Line, Work, charge, load};

/// How often the model may be asked for one turn.
pub const LLM_CALLS: i32 = 3;

/// A turn as the user sees it.
#[derive(Clone, Debug)]
pub struct Turn {
    pub id: TurnId,
    pub session_id: SessionId,
    /// 1 for the first turn of its session.
    pub sequence: i32,
    pub status: TurnStatus,
    pub message: String,
    /// The agent's answer, once the turn has succeeded.
    pub reply: Option<String>,
    /// Why the turn failed: `llm_overloaded`, `llm_timeout`, `llm_bad_output`, `llm_configuration`, `worker_lost`.
    pub error_code: Option<String>,
    pub created_at: DateTime<Utc>,
    pub started_at: Option<DateTime<Utc>>,
    pub finished_at: Option<DateTime<Utc>>,
}
