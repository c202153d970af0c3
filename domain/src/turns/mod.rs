//! Turns: a user's message and the agent's reply, from accepting the message to committing the result.
//!
//! The `turn` table is the queue; a row in `apalis.jobs` only wakes a worker. Each statement checks state and epoch in its
//! `where`, so a worker with an old epoch is fenced: it changes nothing.

mod accept_turn;
mod acceptances;
mod cancel;
mod claim;
mod commits;
mod complete;
mod finish;
mod loads;
mod queue;
mod read;
mod reading;
mod start;
mod stream;
mod texts;
mod wait;
mod work;

use chrono::{DateTime, Utc};
use entity::id::{ApiKeyId, SessionId, TurnId};
use entity::turn;
use sea_orm::{DeriveActiveEnum, EnumIter};

use crate::stored_function::{returned_row, sql_enum};

pub(crate) use accept_turn::{AcceptOutcome, AcceptTurn, AcceptTurns};
pub(crate) use acceptances::Acceptance;
pub(crate) use cancel::CancelTurns;
pub use cancel::cancel;
pub use claim::{Claim, ClaimLimit, Fairness, claim, reconcile, reconcile_own, renew};
pub(crate) use claim::{ClaimTurns, ReconcileTurns, RenewLeases};
pub(crate) use commits::{CompleteTurns, TurnCommit};
pub(crate) use complete::CompleteTurn;
pub use complete::complete;
pub use entity::turn::TurnStatus;
pub(crate) use finish::{FailTurn, GiveBackTurn};
pub use finish::{Finish, fail, give_back};
pub(crate) use loads::{Load, LoadTurns};
pub(crate) use queue::PromoteTurn;
pub(crate) use read::ReadTurn;
pub use read::{find, list};
pub(crate) use reading::{ReadTurns, TurnReading};
pub use start::{Accepted, Input, MESSAGE_CHARACTERS, NewTurn, start};
pub(crate) use stream::AppendTurnEvents;
pub use stream::{reset, stream};
pub(crate) use texts::{AppendTurnTexts, Text};
pub use wait::{TurnSubscription, subscribe};
pub(crate) use work::LoadTurn;
pub use work::{Line, LlmCall, Work, count_llm_call, load, load_previous_draft};

/// The maximum number of LLM calls for one turn. The table `turn` has the same limit.
pub const LLM_CALLS: i32 = 3;
/// How often a turn may be claimed by workers that then die. The table `turn` has the same limit.
pub const CLAIMS: i32 = 3;

/// The ids of turns that any process finishes from now on. A receiver that lags misses some, so treat them as hints.
#[must_use]
pub fn finished(db: &crate::Db) -> tokio::sync::broadcast::Receiver<TurnId> {
    db.notifier().finished_turns()
}

/// Returns when a turn may have become claimable since the last call. Hints can get lost, so poll as well.
pub async fn claimable(db: &crate::Db) {
    db.notifier().claimable().await;
}

returned_row! {
    /// A turn with its message and its reply.
    #[derive(Clone, Debug)]
    pub struct Turn {
        id: TurnId,
        session_id: SessionId,
        /// 1 for the first turn of its session.
        sequence: i32,
        status: TurnStatus,
        message: String,
        /// The agent's reply, once the turn has succeeded.
        reply: Option<String>,
        /// Why the turn failed: `llm_overloaded`, `llm_timeout`, `llm_bad_output`, `llm_configuration`, `worker_lost`,
        /// `session_expired`, `internal`.
        error_code: Option<String>,
        /// The failed turn whose message this one retries.
        retry_of: Option<TurnId>,
        /// The API key that sent the message for the user, if any.
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
    /// Enqueue it behind them.
    #[default]
    #[sea_orm(string_value = "enqueue")]
    Enqueue,
    /// Reject it with [`crate::Error::Busy`].
    #[sea_orm(string_value = "reject")]
    Reject,
    /// Cancel the earlier turns, including the running one, and enqueue it.
    #[sea_orm(string_value = "replace")]
    Replace,
}
sql_enum! { OnBusy = "if_busy" }

/// An accepted message and its effect on the session's queue.
#[derive(Clone, Debug)]
pub struct Started {
    pub turn: Turn,
    /// How many turns of the session run before this one.
    pub ahead: i64,
    /// The turns that were cancelled in favour of this one.
    pub replaced: Vec<TurnId>,
}

impl Turn {
    pub(super) fn from_row(row: turn::Model, message: String, reply: Option<String>) -> Self {
        Self {
            id: row.id,
            session_id: row.session_id,
            sequence: row.sequence,
            status: row.status,
            message,
            reply,
            error_code: row.error_code,
            retry_of: row.retry_of,
            api_key_id: row.api_key_id,
            created_at: row.created_at,
            started_at: row.started_at,
            finished_at: row.finished_at,
        }
    }
}
