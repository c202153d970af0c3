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
use sea_orm::{DeriveActiveEnum, EnumIter};

use crate::stored_function::{returned_row, sql_enum};

pub(crate) use cancel::CancelTurns;
pub use cancel::cancel;
pub use claim::{Claim, Fairness, claim, reconcile, renew};
pub(crate) use claim::{ClaimTurns, ReconcileTurns, RenewLeases};
pub use entity::turn::TurnStatus;
pub(crate) use finish::{CompleteTurn, FailTurn, GiveBackTurn};
pub use finish::{Finish, complete, fail, give_back};
pub(crate) use queue::PromoteTurn;
pub(crate) use read::ReadTurn;
pub use read::{find, list};
pub(crate) use start::{AcceptOutcome, AcceptTurn};
pub use start::{Accepted, Input, MESSAGE_CHARACTERS, NewTurn, start};
pub(crate) use stream::AppendTurnEvents;
pub use stream::{reset, stream};
pub use wait::{TurnSubscription, subscribe};
pub(crate) use work::LoadTurn;
pub use work::{Line, LlmCall, Work, count_llm_call, load, load_previous_draft};

/// How often the LLM may be called for one turn. The table `turn` has the same limit.
pub const LLM_CALLS: i32 = 3;
/// How often a turn may be claimed by workers that then die. The table `turn` has the same limit.
pub const CLAIMS: i32 = 3;

/// Every turn that any process finishes from now on. Who falls behind misses some, so it is a hint and not a promise.
#[must_use]
pub fn finished(db: &crate::Db) -> tokio::sync::broadcast::Receiver<TurnId> {
    db.notifier().finished_turns()
}

/// Returns when a turn may have become claimable since the last call; a hint that may get lost.
pub async fn claimable(db: &crate::Db) {
    db.notifier().claimable().await;
}

returned_row! {
    /// A turn as the user sees it.
    #[derive(Clone, Debug)]
    pub struct Turn {
        id: TurnId,
        session_id: SessionId,
        /// 1 for the first turn of its session.
        sequence: i32,
        status: TurnStatus,
        message: String,
        /// The agent's answer, once the turn has succeeded.
        reply: Option<String>,
        /// Why the turn failed: `llm_overloaded`, `llm_timeout`, `llm_bad_output`, `llm_configuration`, `worker_lost`,
        /// `session_expired`, `internal`.
        error_code: Option<String>,
        /// The failed turn whose message this one tries again.
        retry_of: Option<TurnId>,
        /// The key that said it for the user, if one did.
        api_key_id: Option<ApiKeyId>,
        created_at: DateTime<Utc>,
        started_at: Option<DateTime<Utc>>,
        finished_at: Option<DateTime<Utc>>,
    }
}

/// What to do with a message while earlier turns of its session are under way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum OnBusy {
    /// It waits for its place.
    #[default]
    #[sea_orm(string_value = "enqueue")]
    Enqueue,
    /// It is refused.
    #[sea_orm(string_value = "reject")]
    Reject,
    /// It replaces the earlier ones: they are cancelled, also the one that runs.
    #[sea_orm(string_value = "replace")]
    Replace,
}
sql_enum! { OnBusy = "if_busy" }

/// A message that was accepted, and what that did to others.
#[derive(Clone, Debug)]
pub struct Started {
    pub turn: Turn,
    /// How many turns of the session run before this one.
    pub ahead: i64,
    /// The turns that were cancelled for it.
    pub replaced: Vec<TurnId>,
}
