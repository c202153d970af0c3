//! Streams pieces of a reply into the session's log, which clients follow.

use entity::id::{SessionId, TurnId};

use super::claim::Claim;
use crate::db::Db;
use crate::error::Result;
use crate::events::{self, NewEvent};
use crate::notifications::Notification;
use crate::stored_function::stored_function;

stored_function! {
    pub(crate) struct AppendTurnEvents = Tenant volatile "append_turn_events" {
        session: SessionId,
        turn: TurnId,
        epoch: i32,
        events: String,
    } -> bool
}

/// Appends a piece of the reply to the session's log; `Ok(false)` when the claim is lost.
///
/// # Errors
/// When the database cannot be reached; [`super::complete()`] then appends the missing piece.
pub async fn stream(db: &Db, claim: &Claim, text: &str) -> Result<bool> {
    append(db, claim, NewEvent::TextDelta { turn: claim.turn, attempt: claim.epoch, text }).await
}

/// Voids the pieces streamed by this attempt, before another LLM call. `Ok(false)` when the claim is lost.
///
/// # Errors
/// When the database cannot be reached.
pub async fn reset(db: &Db, claim: &Claim) -> Result<bool> {
    append(db, claim, NewEvent::TextReset { turn: claim.turn, attempt: claim.epoch }).await
}

async fn append(db: &Db, claim: &Claim, new_event: NewEvent<'_>) -> Result<bool> {
    let executor = db.autocommit(claim.tenant);
    let Claim { session, turn, epoch, .. } = *claim;
    let is_appended = executor
        .call_one(AppendTurnEvents { session, turn, epoch, events: events::to_json(&[new_event]) })
        .await?;
    if is_appended {
        executor.notify(Notification::Event(session));
    }
    Ok(is_appended)
}
