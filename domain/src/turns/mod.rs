//! Turns: one message of a user and what becomes of it, from the route to the commit of its result.
//!
//! The `turn` table is the queue of truth; a ticket in the task queue only wakes a worker. The state machine is in the
//! `where` of each statement: who holds an old epoch changes nothing.

mod cancel;
mod claim;
mod finish;
mod queue;
mod read;
mod start;
mod stream;
mod wait;
mod work;

use chrono::{DateTime, Utc};
use entity::id::{ApiKeyId, SessionId, TurnId};

pub use cancel::cancel;
pub use claim::{Claim, Fairness, claim, reconcile, renew};
pub use entity::turn::TurnStatus;
pub use finish::{Finish, complete, fail, give_back};
pub use read::{find, list};
pub use start::{Accepted, Input, MESSAGE_CHARACTERS, NewTurn, start};
pub use stream::{reset, stream};
pub use wait::{TurnSubscription, subscribe};
pub use work::{Line, LlmCall, Work, count_llm_call, load, load_previous_draft};

/// How often the model may be asked for one turn.
pub const LLM_CALLS: i32 = 3;

/// Every turn that any process finishes from now on. Who falls behind misses some, so it is a hint and not a promise.
#[must_use]
pub fn finished(db: &crate::Db) -> tokio::sync::broadcast::Receiver<TurnId> {
    db.notifier().finished_turns()
}

/// Returns when a turn may have become claimable since the last call; a hint that may get lost.
pub async fn claimable(db: &crate::Db) {
    db.notifier().claimable().await;
}

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
    /// Why the turn failed: `llm_overloaded`, `llm_timeout`, `llm_bad_output`, `llm_configuration`, `worker_lost`,
    /// `session_expired`, `internal`.
    pub error_code: Option<String>,
    /// The failed turn whose message this one tries again.
    pub retry_of: Option<TurnId>,
    /// The key that said it for the user, if one did.
    pub api_key_id: Option<ApiKeyId>,
    pub created_at: DateTime<Utc>,
    pub started_at: Option<DateTime<Utc>>,
    pub finished_at: Option<DateTime<Utc>>,
}

/// What to do with a message while earlier turns of its session are under way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OnBusy {
    /// It waits for its place.
    #[default]
    Enqueue,
    /// It is refused.
    Reject,
    /// It takes the place of those before it: they are cancelled, also the one that runs.
    Replace,
}

/// A message that was accepted, and what that did to others.
#[derive(Clone, Debug)]
pub struct Started {
    pub turn: Turn,
    /// How many turns of the session run before this one.
    pub ahead: i64,
    /// The turns that were cancelled for it.
    pub replaced: Vec<TurnId>,
}
